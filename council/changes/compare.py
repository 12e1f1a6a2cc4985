"""Two states of an edition to what changed between them, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from council.changes.compare_votes import changed_decisions
from council.changes.counted import counted, differences, new_and_gone
from council.changes.snapshot import Snapshot
from council.diagnostics import Bilingual
from council.report.changes import Change, ChangeKind

_NOTHING = Bilingual("前回から変わったところはありません。", "Nothing changed since the last build.")
_FIRST = Bilingual(
    "はじめての作成です。次回から、前回との違いをここに示します。",
    "This is the first build; the next one tells here what it changed.",
)
# What a page is about, by the folder it stands in.
_PAGES = {
    "sessions": Bilingual("会期", "sessions"),
    "meetings": Bilingual("会議", "sittings"),
    "bills": Bilingual("議案", "bills"),
    "votes": Bilingual("採決", "decisions"),
    "members": Bilingual("議員", "members"),
    "groups": Bilingual("会派", "groups"),
    "materials": Bilingual("資料", "papers"),
    "packets": Bilingual("会議の資料集", "packets"),
}
_OTHER_PAGES = Bilingual("そのほか", "others")


def compare(before: Snapshot, now: Snapshot) -> tuple[Change, ...]:
    """Return what changed: votes and results one by one, everything else counted; NOTHING if nothing did."""
    found = (*changed_decisions(before, now), *_minutes(before, now), *_materials(before, now), *_pages(before, now))
    return found or (Change(now.edition, ChangeKind.NOTHING, _NOTHING),)


def first_build(edition: str) -> Change:
    """Return what is said where there is nothing to compare with."""
    return Change(edition, ChangeKind.FIRST, _FIRST)


def _minutes(before: Snapshot, now: Snapshot) -> Iterator[Change]:
    yield from counted(
        now.edition, ChangeKind.MINUTES, new_and_gone("会議録", "sets of minutes", before.minutes, now.minutes)
    )
    both = [(before.minutes[key], now.minutes[key]) for key in now.minutes if key in before.minutes]
    changed = [(old, new) for old, new in both if old.whole != new.whole]
    figures = [_changed_speeches(old.speeches, new.speeches) for old, new in changed]
    yield from counted(
        now.edition,
        ChangeKind.SPEECHES,
        (
            (Bilingual("変わった会議録", "changed sets of minutes"), len(changed)),
            (Bilingual("加わった発言", "added speeches"), sum(one[0] for one in figures)),
            (Bilingual("変わった発言", "changed speeches"), sum(one[1] for one in figures)),
            (Bilingual("なくなった発言", "removed speeches"), sum(one[2] for one in figures)),
        ),
    )


def _changed_speeches(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[int, int, int]:
    """Return how many speeches of a sitting are new, changed, gone; one that begins otherwise has another id."""
    new, changed, gone = differences(before, now)
    replaced = min(new, gone)
    return new - replaced, changed + replaced, gone - replaced


def _materials(before: Snapshot, now: Snapshot) -> Iterator[Change]:
    new, changed, gone = differences(before.materials, now.materials)
    public = now.edition == "public"
    figures = (
        (
            Bilingual("新しく公開した資料", "papers newly public") if public else Bilingual("新しい資料", "new papers"),
            new,
        ),
        (Bilingual("差し替えた資料", "replaced papers"), changed),
        (Bilingual("取り下げた資料", "withdrawn papers"), gone),
    )
    yield from counted(now.edition, ChangeKind.MATERIALS, figures)


def _pages(before: Snapshot, now: Snapshot) -> Iterator[Change]:
    new = now.pages.keys() - before.pages.keys()
    gone = before.pages.keys() - now.pages.keys()
    changed = {uri for uri in now.pages.keys() & before.pages.keys() if now.pages[uri] != before.pages[uri]}
    heads = (
        (Bilingual("新しいページ", "new pages"), new),
        (Bilingual("変わったページ", "changed pages"), changed),
        (Bilingual("なくなったページ", "removed pages"), gone),
    )
    for head, uris in heads:
        if uris:
            ja, en = _by_kind(uris)
            text = Bilingual(f"{head.ja}：{ja}", f"{head.en}: {en}")
            yield Change(now.edition, ChangeKind.PAGES, text, len(uris))


def _by_kind(uris: Iterable[str]) -> tuple[str, str]:
    """Return 会議 1、議案 3 for the addresses of pages."""
    counts = Counter(uri.partition("/")[0] if "/" in uri else "" for uri in uris)
    order = [*_PAGES, *sorted(counts.keys() - _PAGES.keys() - {""}), ""]
    told = [(_PAGES.get(kind, _OTHER_PAGES), counts[kind]) for kind in order if counts[kind]]
    return "、".join(f"{kind.ja} {count}" for kind, count in told), ", ".join(
        f"{kind.en} {count}" for kind, count in told
    )
