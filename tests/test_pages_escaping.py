"""Whatever stands in an input is text on a page: never markup, never a script, never a link that runs."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping

from msgspec.structs import asdict, replace
from pages_council import small_council
from pages_site import composed, tree

from council.text.blocks import Mark

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}&amp;"
KEPT = {  # ids and words of tables, which are no free text
    "id", "person_id", "voter_id", "organization_id", "group_id", "session_id", "event_id", "motion_id", "motion_ids",
    "speech_id", "language", "timezone", "kind", "suffix", "source", "sources", "path", "edition",
}  # fmt: skip
LINKS = {"url", "live_url", "online_url"}


def hostile(value, name=""):
    """Return the value with every free text in it made hostile, every address one that would run."""
    if isinstance(value, (enum.Enum, dt.date, dt.time, int, Mark)) or value is None or name in KEPT:
        return value
    if isinstance(value, str):
        return "javascript:alert(3)" if name in LINKS else value + HOSTILE
    if isinstance(value, tuple) and name == "sessions":
        return value
    if isinstance(value, tuple):
        return tuple(hostile(one, name) for one in value)
    if isinstance(value, Mapping):
        return {key: hostile(one) for key, one in value.items()}
    fields = {name: hostile(held, name) for name, held in asdict(value).items()}
    return replace(value, **fields)


def test_hostile_text_in_every_field_stays_text():
    for page in composed(hostile(small_council())).values():
        elements = list(tree(page).iter())
        assert not [one for one in elements if one.tag in ("script", "img")], page.uri
        assert not [name for one in elements for name in one.attrib if name.startswith("on")], page.uri
        assert "alert(1)" in page.body or page.kind in ("data", "accessibility", "corrections", "offline"), page.uri
        assert "{{" in page.body or "alert" not in page.body, page.uri


def test_no_link_runs_anything():
    for page in composed(hostile(small_council())).values():
        links = [href for _, _, href, _ in tree(page).iterlinks()]
        assert not [href for href in links if href.lower().startswith(("javascript:", "data:"))], page.uri


def test_hostile_titles_stay_plain_text_for_the_frame():
    site = composed(hostile(small_council()))
    assert HOSTILE in site["bills/2026-1-teirei-gian-3.html"].title
