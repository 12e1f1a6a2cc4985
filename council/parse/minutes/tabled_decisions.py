"""Decisions of minutes in tables: dispositions of items, motions and by-laws, and recorded votes with every name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from council.location import Location
from council.model.bill_numbers import BillNumber
from council.model.votes import Option, Requirement
from council.parse.draft_interests import DraftInterest
from council.parse.drafts import DraftAgendaItem, DraftDecision, DraftVote
from council.parse.minutes.lines import squeeze
from council.parse.minutes.profile import TableWords
from council.parse.minutes.tabled_interests import Declared, declared, with_interests
from council.parse.minutes.tabled_matters import BYLAW, MOTION, NO_MATTER, Matter, is_motion, matter_of, named
from council.parse.minutes.tabled_rows import TabledRow, names_in, rows_of
from council.text.blocks import Block
from council.text.latin_names import without_titles

_SIDES = {"yes": Option.YES, "no": Option.NO, "abstain": Option.ABSTAIN, "absent": Option.ABSENT}
_LONGEST = 200


class _Matters(Struct):
    """What was dealt with, by what recorded votes call it: item 3 of a report, motion 5, by-law 24/2016."""

    decisions: list[DraftDecision] = field(default_factory=list)
    place: dict[Matter, int] = field(default_factory=dict)
    declared: Declared = field(default_factory=dict)

    def add(self, matter: Matter, decision: DraftDecision) -> None:
        """Add a decision on a matter; the first of one matter stays."""
        if matter != NO_MATTER:
            self.place.setdefault(matter, len(self.decisions))
        self.decisions.append(decision)

    def note_interests(self) -> None:
        """Tell the decisions who declared an interest in their matter."""
        for matter, interests in self.declared.items():
            if (place := self.place.get(matter)) is not None:
                self.decisions[place] = with_interests(self.decisions[place], interests)


def tabled_decisions(rows: Sequence[TabledRow], path: str, words: TableWords) -> tuple[DraftDecision, ...]:
    """Return every disposition that decides, with the votes where they are recorded, and the other recorded votes."""
    matters = _Matters(declared=declared(rows, path, words))
    recorded = [row for row in rows if {"yes", "no"} <= set(row.cells)]
    for row in rows:
        if "result" in row.cells and "subject" in row.cells and row not in recorded:
            _dispose(row, matters, path, words)
    for one in _whole(recorded):
        _record(one, matters, path, words)
    matters.note_interests()
    return tuple(matters.decisions)


def recorded_votes(blocks: Sequence[Block], path: str, words: TableWords) -> tuple[DraftDecision, ...]:
    """Return the recorded votes of tables in minutes in which people speak; a vote tells what it was on."""
    rows = [row for row in rows_of(blocks, words) if {"subject", "yes", "no"} <= set(row.cells)]
    return tabled_decisions(rows, path, words)


def tabled_agenda(rows: Sequence[TabledRow], path: str, words: TableWords) -> tuple[DraftAgendaItem, ...]:
    """Return the items of reports, the motions and the by-laws as they were dealt with."""
    return tuple(
        DraftAgendaItem(
            row.text("number"),
            _shortened(row.text("subject")),
            _at(row, path),
            _bills(row, words),
            proposer=row.text("mover"),
        )
        for row in rows
        if "result" in row.cells and row.text("subject") and not {"yes", "no"} <= set(row.cells)
    )


def _dispose(row: TabledRow, matters: _Matters, path: str, words: TableWords) -> None:
    result = row.text("result")
    if not result or words.patterns["undecided"].search(squeeze(result)):
        return
    bills = _bills(row, words)
    decision = DraftDecision("", result, _at(row, path), bills, "" if bills else _title(row, words))
    matters.add(matter_of(row, words), decision)


def _bills(row: TabledRow, words: TableWords) -> tuple[BillNumber, ...]:
    """Return the number of a by-law or motion; items count anew in each report and are known by their titles."""
    number = row.text("number").rstrip(".)")
    if number and words.patterns["bylaws"].search(row.part):
        return (BillNumber(BYLAW, number),)
    return (BillNumber(MOTION, number),) if number.isdecimal() and is_motion(row, words) else ()


def _shortened(subject: str) -> str:
    """Return a subject short enough for a title; the whole of it stands in its table."""
    return subject if len(subject) <= _LONGEST else f"{subject[:_LONGEST].rsplit(' ', 1)[0]} …"


def _title(row: TabledRow, words: TableWords) -> str:
    number = row.text("number")
    subject = _shortened(row.text("subject"))
    return f"{number}: {subject}" if number and is_motion(row, words) else subject


def _whole(rows: Sequence[TabledRow]) -> list[TabledRow]:
    """Join a row that was cut at the end of a page: names under names, without subject and disposition."""
    whole: list[TabledRow] = []
    for row in rows:
        if whole and not row.text("subject") and not row.text("result"):
            above = whole[-1]
            joined = {
                name: replace(cell, blocks=(*cell.blocks, *row.cells[name].blocks)) if name in row.cells else cell
                for name, cell in above.cells.items()
            }
            whole[-1] = replace(above, cells=joined)
        else:
            whole.append(row)
    return whole


def _record(row: TabledRow, matters: _Matters, path: str, words: TableWords) -> None:
    votes = tuple(vote for column in _SIDES for vote in _votes(row, column, path, words))
    result, subject = row.text("result"), row.text("subject")
    if not votes:
        return
    matter = named(subject, words)
    votes = (*votes, *_excused(matters.declared.get(matter, ()), votes))
    place = matters.place.get(matter)
    if place is not None and not matters.decisions[place].votes and _agree(matters.decisions[place].result, result):
        matters.decisions[place] = replace(matters.decisions[place], votes=votes)
        return
    title, needs = _shortened(subject), _requirement(subject, words)
    matters.add(matter, DraftDecision("", result, _at(row, path), (), title, requirement=needs, votes=votes))


def _excused(interests: Sequence[DraftInterest], votes: Sequence[DraftVote]) -> Iterator[DraftVote]:
    """Yield who declared an interest in a matter and stands in no column of the vote on it."""
    voted = {vote.name for vote in votes}
    for one in interests:
        if one.name not in voted:
            yield DraftVote(one.name, "declarations", one.location, Option.EXCUSED, note=one.location.heading)


def _requirement(subject: str, words: TableWords) -> Requirement:
    special = words.patterns["two_thirds"].search(squeeze(subject))
    return Requirement.TWO_THIRDS if special else Requirement.MAJORITY


def _agree(one: str, other: str) -> bool:
    return not other or squeeze(one).casefold().startswith(squeeze(other).casefold())


def _votes(row: TabledRow, column: str, path: str, words: TableWords) -> list[DraftVote]:
    return [
        DraftVote(without_titles(name), column, replace(_at(row, path), words=name), _SIDES[column])
        for line in row.lines(column)
        for name in names_in(line)
        if not words.patterns["nobody"].match(squeeze(name))
    ]


def _at(row: TabledRow, path: str) -> Location:
    return Location(path, paragraph=row.paragraph, heading=row.part, words=row.text("subject")[:24])
