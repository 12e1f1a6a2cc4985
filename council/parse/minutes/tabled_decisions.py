"""Decisions of minutes in tables: dispositions of items, motions and by-laws, and recorded votes with every name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from council.location import Location
from council.model.bill_numbers import BillNumber
from council.model.votes import Option, Requirement
from council.parse.drafts import DraftAgendaItem, DraftDecision, DraftVote
from council.parse.minutes.lines import squeeze
from council.parse.minutes.profile import TableWords
from council.parse.minutes.tabled_rows import TabledRow, names_in, rows_of
from council.text.blocks import Block
from council.text.latin_names import without_titles

_SIDES = {"yes": Option.YES, "no": Option.NO, "abstain": Option.ABSTAIN, "absent": Option.ABSENT}
_BYLAW = "by-law"
_MOTION = "motion"
_LONGEST = 200
_Key = tuple[str, str, str]
_NO_MATTER: _Key = ("", "", "")


@dataclass(slots=True)
class _Matters:
    """What was dealt with, by what recorded votes call it: item 3 of a report, motion 5, by-law 24/2016."""

    decisions: list[DraftDecision] = field(default_factory=list)
    place: dict[_Key, int] = field(default_factory=dict)
    declared: dict[_Key, tuple[DraftVote, ...]] = field(default_factory=dict)  # who had a conflict of interest

    def add(self, key: _Key, decision: DraftDecision) -> None:
        """Add a decision under its key; the first of one key stays."""
        self.place.setdefault(key, len(self.decisions))
        self.decisions.append(decision)


def tabled_decisions(rows: Sequence[TabledRow], path: str, words: TableWords) -> tuple[DraftDecision, ...]:
    """Return every disposition that decides, with the votes where they are recorded, and the other recorded votes."""
    matters = _Matters(declared=_declared(rows, path, words))
    recorded = [row for row in rows if {"yes", "no"} <= set(row.cells)]
    for row in rows:
        if "result" in row.cells and "subject" in row.cells and row not in recorded:
            _dispose(row, matters, path, words)
    for one in _whole(recorded):
        _record(one, matters, path, words)
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
    matters.add(_key(row, words), decision)


def _bills(row: TabledRow, words: TableWords) -> tuple[BillNumber, ...]:
    """Return the number of a by-law or motion; items count anew in each report and are known by their titles."""
    number = row.text("number").rstrip(".)")
    if number and words.patterns["bylaws"].search(row.part):
        return (BillNumber(_BYLAW, number),)
    return (BillNumber(_MOTION, number),) if number.isdecimal() and _is_motion(row, words) else ()


def _shortened(subject: str) -> str:
    """Return a subject short enough for a title; the whole of it stands in its table."""
    return subject if len(subject) <= _LONGEST else f"{subject[:_LONGEST].rsplit(' ', 1)[0]} …"


def _title(row: TabledRow, words: TableWords) -> str:
    number = row.text("number")
    subject = _shortened(row.text("subject"))
    return f"{number}: {subject}" if number and _is_motion(row, words) else subject


def _is_motion(row: TabledRow, words: TableWords) -> bool:
    return bool(words.patterns["motions"].search(row.part)) and "mover" in row.cells


def _key(row: TabledRow, words: TableWords) -> _Key:
    number = row.text("number").rstrip(".)")
    if _is_motion(row, words):
        return _MOTION, number, ""
    if words.patterns["bylaws"].search(row.part):
        return _BYLAW, number, ""
    return "item", number, _comparable(row.part)


def _comparable(report: str) -> str:
    return squeeze(report).casefold().replace("“", "").replace("”", "").replace('"', "")


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
    key = _matter(subject, words)
    voted = {vote.name for vote in votes}
    votes = (*votes, *(one for one in matters.declared.get(key, ()) if one.name not in voted))
    place = matters.place.get(key)
    if place is not None and not matters.decisions[place].votes and _agree(matters.decisions[place].result, result):
        matters.decisions[place] = replace(matters.decisions[place], votes=votes)
        return
    title, needs = _shortened(subject), _requirement(subject, words)
    matters.decisions.append(DraftDecision("", result, _at(row, path), (), title, requirement=needs, votes=votes))


def _requirement(subject: str, words: TableWords) -> Requirement:
    special = words.patterns["two_thirds"].search(squeeze(subject))
    return Requirement.TWO_THIRDS if special else Requirement.MAJORITY


def _declared(rows: Sequence[TabledRow], path: str, words: TableWords) -> dict[_Key, tuple[DraftVote, ...]]:
    """Return who declared a conflict of interest on which matter; what names no single matter stays where it stands."""
    found: dict[_Key, tuple[DraftVote, ...]] = {}
    for row in rows:
        key = _matter(row.text("subject"), words) if "declarations" in row.cells else _NO_MATTER
        if key != _NO_MATTER:
            votes = tuple(replace(vote, note=row.part) for vote in _votes(row, "declarations", path, words))
            found[key] = (*found.get(key, ()), *votes)
    return found


def _matter(subject: str, words: TableWords) -> _Key:
    """Return the key of what a recorded vote was on, as far as its subject says so and nothing else."""
    if motion := words.patterns["motion"].match(subject):
        return _MOTION, motion["number"], ""
    if bylaw := words.patterns["bylaw"].match(subject):
        return _BYLAW, bylaw["number"], ""
    if (item := words.patterns["item"].match(subject)) and item.start() == 0:
        return "item", item["number"], _comparable(item["report"])
    return _NO_MATTER


def _agree(one: str, other: str) -> bool:
    return not other or squeeze(one).casefold().startswith(squeeze(other).casefold())


def _votes(row: TabledRow, column: str, path: str, words: TableWords) -> list[DraftVote]:
    return [
        DraftVote(without_titles(name), column, replace(_at(row, path), words=name), _SIDES.get(column, Option.EXCUSED))
        for line in row.lines(column)
        for name in names_in(line)
        if not words.patterns["nobody"].match(squeeze(name))
    ]


def _at(row: TabledRow, path: str) -> Location:
    return Location(path, paragraph=row.paragraph, heading=row.part, words=row.text("subject")[:24])
