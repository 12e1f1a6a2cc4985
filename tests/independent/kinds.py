"""One page of every kind of the sample city: the smallest that shows what its kind can show."""

from __future__ import annotations

from pathlib import Path

ONE_OF_EACH = {
    "index": "index.html",
    "sessions": "sessions.html",
    "session": "sessions/2026-1-rinji.html",
    "session-to-come": "sessions/2026-4-teirei.html",
    "meeting": "meetings/2026-03-10-*.html",
    "meeting-to-come": "meetings/2026-12-01-honkaigi.html",
    "bills": "bills.html",
    "bill": "bills/2026-3-teirei-gian-31.html",
    "bill-petition": "bills/2026-1-teirei-seigan-1.html",
    "votes": "votes.html",
    "vote": "votes/2026-1-teirei-gian-16-main.html",
    "vote-tie": "votes/2026-2-teirei-ikensho-3-main.html",
    "vote-unnamed": "votes/2026-1-teirei-gian-1-main.html",
    "votes-divided": "votes-divided.html",
    "votes-close": "votes-close.html",
    "members": "members.html",
    "compare": "compare.html",
    "member": "members/miura-daiki.html",
    "group": "groups/g-*.html",
    "materials": "materials.html",
    "material": "materials/m-2d6b224d.html",
    "live": "live.html",
    "packets": "packets.html",
    "packet": "packets/2026-12-01-honkaigi.html",
    "offline": "packets/offline.html",
    "search": "search.html",
    "corrections": "corrections.html",
    "data": "data.html",
    "data-readme": "data/README.html",
    "about": "about.html",
    "accessibility": "accessibility.html",
    "404": "404.html",
}
"""Name of the kind → address below the site's root; ``*`` stands for an id that is a fingerprint."""

GOLDEN = tuple(name for name in ONE_OF_EACH if name != "404")


def address(site: Path, kind: str) -> str:
    """Return the address of the page of a kind; the first one if several fit."""
    pattern = ONE_OF_EACH[kind]
    found = sorted(path.relative_to(site).as_posix() for path in site.glob(pattern))
    assert found, f"the sample city has no page {pattern}"
    return found[0]
