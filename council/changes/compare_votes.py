"""What changed in how was voted: each vote and each result by itself, decisions that came or went counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from council.changes.counted import counted, new_and_gone
from council.changes.snapshot import Ballot, Decision, Snapshot
from council.diagnostics import Bilingual
from council.glossary.terms import CHECKING_TERM, Term, option_term
from council.model.people import PersonId
from council.model.votes import Option, Role, Vote
from council.report.changes import Change, ChangeKind

_LISTED = 50  # lines; what is more is counted
_NO_VOTE = Term("なし", "none")
_CHAIR, _VICE = Term("（議長）", " (chair)"), Term("（副議長）", " (vice-chair)")
_MORE = {
    ChangeKind.VOTE: Bilingual("ほかに変わった賛否", "more changed votes"),
    ChangeKind.RESULT: Bilingual("ほかに変わった結果", "more changed results"),
}
_NAMED = Bilingual("議員ごとの賛否が新しく載った採決", "decisions now with names")
_UNNAMED = Bilingual("議員ごとの賛否がなくなった採決", "decisions now without names")
_KEPT_BACK = Bilingual("議員ごとの賛否が確認中になった採決", "decisions whose names are now being checked")


def changed_decisions(before: Snapshot, now: Snapshot) -> Iterator[Change]:
    """Yield what changed in the decisions of an edition; ids of people mean the same in both."""
    both = [(before.decisions[key], now.decisions[key]) for key in now.decisions if key in before.decisions]
    names = {key: borne[0] for key, borne in (*before.people.items(), *now.people.items())}
    single = [one for old, new in both if old != new for one in _changes_of(now.edition, old, new, names)]
    yield from single[:_LISTED]
    yield from _more(now.edition, single[_LISTED:])
    lost = [new for old, new in both if old.votes and not new.votes]
    kept_back = sum(bool(one.unplaced) for one in lost)
    figures = (
        *new_and_gone("採決", "decisions", before.decisions, now.decisions),
        (_NAMED, sum(bool(new.votes) and not old.votes for old, new in both)),
        (_KEPT_BACK, kept_back),
        (_UNNAMED, len(lost) - kept_back),
    )
    yield from counted(now.edition, ChangeKind.DECISIONS, figures)


def _changes_of(edition: str, before: Decision, now: Decision, names: dict[str, str]) -> Iterator[Change]:
    """Yield each vote and the result that differ; names that come or go as a whole are counted elsewhere."""
    if before.result != now.result:
        text = Bilingual(
            f"{now.label} 結果: {before.result or _NO_VOTE.ja}→{now.result or _NO_VOTE.ja}",
            f"{now.label} result: {before.result or _NO_VOTE.en} → {now.result or _NO_VOTE.en}",
        )
        yield Change(edition, ChangeKind.RESULT, text)
    if before.votes and now.votes:
        for person in dict.fromkeys((*now.votes, *before.votes)):
            was, said = _said(before, person), _said(now, person)
            if was != said:
                head = f"{now.label} {names.get(person, person)}: "
                words = Bilingual(f"{head}{was.ja}→{said.ja}", f"{head}{was.en} → {said.en}")
                yield Change(edition, ChangeKind.VOTE, words)


def _said(decision: Decision, person: str) -> Term:
    """Return a person's vote in words; none may be among those of which it is not known yet whose they are."""
    ballot = decision.votes.get(person)
    if ballot is None:
        return CHECKING_TERM if decision.unplaced else _NO_VOTE
    return CHECKING_TERM if ballot.option is None else _option_words(ballot.option, ballot)


def _option_words(option: Option, ballot: Ballot) -> Term:
    """Return an option in words; a presiding officer who took a side is told as such."""
    known = option_term(Vote(PersonId(""), option, ballot.role, ""))
    if ballot.role is Role.MEMBER or option is Option.NOT_VOTING:
        return Term(known.ja, known.en)
    office = _CHAIR if ballot.role is Role.CHAIR else _VICE
    return Term(known.ja + office.ja, known.en + office.en)


def _more(edition: str, rest: Iterable[Change]) -> Iterator[Change]:
    kinds = Counter(one.kind for one in rest)
    yield from counted(edition, ChangeKind.DECISIONS, ((_MORE[kind], count) for kind, count in kinds.items()))
