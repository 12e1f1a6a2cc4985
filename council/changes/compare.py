"""Two states of an edition to what changed between them, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from council.changes.snapshot import Ballot, Decision, Snapshot
from council.diagnostics import Bilingual
from council.glossary.terms import Term, option_term
from council.model.people import PersonId
from council.model.votes import Option, Role, Vote
from council.report.changes import Change, ChangeKind

_LISTED = 50  # lines; what is more is counted
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
    found = (*_decisions(before, now), *_minutes(before, now), *_materials(before, now), *_pages(before, now))
    return found or (Change(now.edition, ChangeKind.NOTHING, _NOTHING),)


def first_build(edition: str) -> Change:
    """Return what is said where there is nothing to compare with."""
    return Change(edition, ChangeKind.FIRST, _FIRST)


def _decisions(before: Snapshot, now: Snapshot) -> Iterator[Change]:
    both = [key for key in now.decisions if key in before.decisions]
    single = [one for key in both for one in _of_decision(now.edition, before.decisions[key], now.decisions[key])]
    yield from single[:_LISTED]
    yield from _more(now.edition, single[_LISTED:])
    named = Bilingual("議員ごとの賛否が新しく載った採決", "decisions now with names")
    unnamed = Bilingual("議員ごとの賛否がなくなった採決", "decisions now without names")
    yield from _counted(
        now.edition, ChangeKind.DECISIONS, _new_and_gone("採決", "decision", before.decisions, now.decisions)
    )
    gained = sum(bool(now.decisions[key].votes) and not before.decisions[key].votes for key in both)
    lost = sum(bool(before.decisions[key].votes) and not now.decisions[key].votes for key in both)
    yield from _counted(now.edition, ChangeKind.DECISIONS, ((named, gained), (unnamed, lost)))


def _of_decision(edition: str, before: Decision, now: Decision) -> Iterator[Change]:
    """Yield each vote and the result that differ; names that come or go as a whole are counted elsewhere."""
    if before.result != now.result:
        text = Bilingual(
            f"{now.label} 結果: {before.result or 'なし'}→{now.result or 'なし'}",
            f"{now.label} result: {before.result or 'none'} → {now.result or 'none'}",
        )
        yield Change(edition, ChangeKind.RESULT, text)
    if before.votes and now.votes:
        for person in dict.fromkeys((*now.votes, *before.votes)):
            old, new = before.votes.get(person), now.votes.get(person)
            if _said(old) != _said(new):
                yield Change(edition, ChangeKind.VOTE, _vote_words(now.label, old, new))


def _vote_words(label: str, old: Ballot | None, new: Ballot | None) -> Bilingual:
    was, now = _said(old), _said(new)
    shown = new or old
    name = shown.name if shown else ""
    return Bilingual(f"{label} {name}: {was.ja}→{now.ja}", f"{label} {name}: {was.en} → {now.en}")


_NO_VOTE = Term("なし", "none")
_CHAIR, _VICE = "（議長）", "（副議長）"


def _said(ballot: Ballot | None) -> Term:
    """Return a vote in words; a presiding officer who took a side is told as such."""
    if ballot is None:
        return _NO_VOTE
    option, role = Option(ballot.option), Role(ballot.role)
    known = option_term(Vote(PersonId(""), option, role, ""))
    if role is Role.MEMBER or option is Option.NOT_VOTING:
        return Term(known.ja, known.en)
    ja, en = (_CHAIR, " (chair)") if role is Role.CHAIR else (_VICE, " (vice-chair)")
    return Term(known.ja + ja, known.en + en)


def _more(edition: str, rest: Iterable[Change]) -> Iterator[Change]:
    kinds = Counter(one.kind for one in rest)
    words = {
        ChangeKind.VOTE: Bilingual("ほかに変わった賛否", "more changed votes"),
        ChangeKind.RESULT: Bilingual("ほかに変わった結果", "more changed results"),
    }
    yield from _counted(edition, ChangeKind.DECISIONS, ((words[kind], count) for kind, count in kinds.items()))


def _minutes(before: Snapshot, now: Snapshot) -> Iterator[Change]:
    yield from _counted(
        now.edition, ChangeKind.MINUTES, _new_and_gone("会議録", "sets of minutes", before.minutes, now.minutes)
    )
    both = [(before.minutes[key], now.minutes[key]) for key in now.minutes if key in before.minutes]
    changed = [(old, new) for old, new in both if old.whole != new.whole]
    figures = [_differences(old.speeches, new.speeches) for old, new in changed]
    yield from _counted(
        now.edition,
        ChangeKind.SPEECHES,
        (
            (Bilingual("変わった会議録", "changed sets of minutes"), len(changed)),
            (Bilingual("加わった発言", "added speeches"), sum(one[0] for one in figures)),
            (Bilingual("変わった発言", "changed speeches"), sum(one[1] for one in figures)),
            (Bilingual("なくなった発言", "removed speeches"), sum(one[2] for one in figures)),
        ),
    )


def _materials(before: Snapshot, now: Snapshot) -> Iterator[Change]:
    new, changed, gone = _differences(before.materials, now.materials)
    public = now.edition == "public"
    figures = (
        (
            Bilingual("新しく公開した資料", "papers newly public") if public else Bilingual("新しい資料", "new papers"),
            new,
        ),
        (Bilingual("差し替えた資料", "replaced papers"), changed),
        (Bilingual("取り下げた資料", "withdrawn papers"), gone),
    )
    yield from _counted(now.edition, ChangeKind.MATERIALS, figures)


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


def _new_and_gone(
    ja: str, en: str, before: Mapping[str, object], now: Mapping[str, object]
) -> tuple[tuple[Bilingual, int], ...]:
    new, gone = len(now.keys() - before.keys()), len(before.keys() - now.keys())
    return (Bilingual(f"新しい{ja}", f"new {en}"), new), (Bilingual(f"なくなった{ja}", f"removed {en}"), gone)


def _differences(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[int, int, int]:
    """Return how many are new, changed, gone."""
    both = before.keys() & now.keys()
    return len(now.keys() - both), sum(before[key] != now[key] for key in both), len(before.keys() - both)


def _counted(edition: str, kind: ChangeKind, figures: Iterable[tuple[Bilingual, int]]) -> Iterator[Change]:
    for what, count in figures:
        if count:
            yield Change(edition, kind, Bilingual(f"{what.ja} {count}", f"{what.en} {count}"), count)
