"""Which pages are new, changed or gone: counted by what they are about, the new and the removed by their titles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from council.changes.compare_titles import may_tell
from council.changes.said import quoted_list
from council.changes.snapshot import PageState, Snapshot
from council.diagnostics import Bilingual
from council.model.people import PersonId
from council.pages.addresses import member_uri
from council.report.changes import Change, ChangeKind

_TITLES = 5  # of one kind
_MATERIALS = "materials"  # told by title among the papers
# What a page is about, by the folder it stands in.
_KINDS = {
    "sessions": Bilingual("会期", "sessions"),
    "meetings": Bilingual("会議", "sittings"),
    "bills": Bilingual("議案", "bills"),
    "votes": Bilingual("採決", "decisions"),
    "members": Bilingual("議員", "members"),
    "groups": Bilingual("会派", "groups"),
    _MATERIALS: Bilingual("資料", "papers"),
    "packets": Bilingual("会議の資料集", "packets"),
}
_OTHERS = Bilingual("そのほか", "others")
_NEW = Bilingual("新しいページ", "new pages")
_CHANGED = Bilingual("変わったページ", "changed pages")
_GONE = Bilingual("なくなったページ", "removed pages")


def changed_pages(before: Snapshot, now: Snapshot, moved: Mapping[str, str]) -> Iterator[Change]:
    """Yield what became of pages; those of people who only have another id are told elsewhere."""
    told = {member_uri(PersonId(one)) for pair in moved.items() for one in pair}
    both = now.pages.keys() & before.pages.keys()
    gone_titles = before.pages if may_tell(before, now) else {}
    changed = (uri for uri in both if now.pages[uri].sha != before.pages[uri].sha)
    yield from _change(now.edition, _NEW, (uri for uri in now.pages if uri not in both), told, now.pages)
    yield from _change(now.edition, _CHANGED, changed, told, {})
    yield from _change(now.edition, _GONE, (uri for uri in before.pages if uri not in both), told, gone_titles)


def _change(
    edition: str, head: Bilingual, uris: Iterable[str], told: Collection[str], titles: Mapping[str, PageState]
) -> Iterator[Change]:
    by_kind: dict[str, list[str]] = defaultdict(list)
    for uri in uris:
        if uri not in told:
            folder, slash, _ = uri.partition("/")
            by_kind[folder if slash and folder in _KINDS else ""].append(uri)
    kinds = [kind for kind in (*_KINDS, "") if kind in by_kind]
    if not kinds:
        return
    counts = [(_KINDS.get(kind, _OTHERS), len(by_kind[kind])) for kind in kinds]
    ja = "、".join(f"{kind.ja} {count}" for kind, count in counts)
    en = ", ".join(f"{kind.en} {count}" for kind, count in counts)
    details = tuple(line for kind in kinds for line in _titles(kind, by_kind[kind], titles))
    text = Bilingual(f"{head.ja}：{ja}", f"{head.en}: {en}")
    yield Change(edition, ChangeKind.PAGES, text, sum(count for _, count in counts), details)


def _titles(kind: str, uris: Iterable[str], titles: Mapping[str, PageState]) -> Iterator[Bilingual]:
    """Yield a line with the titles of one kind of pages; an address stands for a title that is not known."""
    named = [titles[uri].title or uri for uri in uris if uri in titles]
    if named and kind != _MATERIALS:
        name, listed = _KINDS.get(kind, _OTHERS), quoted_list(named, _TITLES)
        yield Bilingual(f"{name.ja}：{listed.ja}", f"{name.en}: {listed.en}")
