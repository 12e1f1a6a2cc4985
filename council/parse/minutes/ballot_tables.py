"""Tables in the minutes that list every member's vote: names under 賛成 and 反対, beside them, or with a symbol each.

A table in no such shape, or with a symbol nobody explained, gives no votes; it is still shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from council.location import Location
from council.model.votes import Option
from council.parse.drafts import DraftVote
from council.parse.minutes.columns import Listed, bare_names, seated
from council.parse.minutes.lines import squeeze
from council.parse.minutes.profile import Named, Profile
from council.parse.votes.symbols import Symbols
from council.text.blocks import Cell, Table, paragraphs
from council.text.names import strip_honorific
from council.text.patterns import regex

OPTION_WORDS = {Option.YES: "賛成", Option.NO: "反対", Option.ABSTAIN: "棄権"}
_HEADING = r"^[〔(【<《「]*{}(?:[(]?(?P<number>[0-9]+)[名人票][)]?)?[〕)】>》」:]*(?P<rest>.*)$"
_LONGEST = 200
_NAMES = regex(r"^(?:議員名|氏名|議員氏名|議員の氏名|委員名)$")
_VOTES = regex(r"^(?:賛否|表決|投票|賛否の別|態度)$")


def match_side(side: Named, squeezed: str) -> re.Match[str] | None:
    """Match a heading of one side's names (反対の議員(1人)); what follows it is the group ``rest``."""
    return re.match(_HEADING.format(f"(?:{side.pattern.pattern})"), squeezed) if 0 < len(squeezed) <= _LONGEST else None


def side_of(squeezed: str, profile: Profile) -> Option | None:
    """Return the side a heading names, if the text is such a heading and nothing else."""
    for side in profile.ballots:
        match = match_side(side, squeezed)
        if match and not match["rest"]:
            return Option(side.name)
    return None


def votes_in_table(table: Table, at: Location, profile: Profile) -> tuple[DraftVote, ...]:
    """Return every member's vote, or nothing."""
    rows = [row.cells for row in table.rows if row.cells]
    if not rows:
        return ()
    return _by_symbol(rows, at) or _by_column(rows, at, profile) or _by_row(rows, at, profile)


def _by_symbol(rows: Sequence[tuple[Cell, ...]], at: Location) -> tuple[DraftVote, ...]:
    """Read columns 氏名 and 賛否, once or several times side by side."""
    heading = [squeeze(cell.text) for cell in rows[0]]
    names = [place for place, word in enumerate(heading) if _NAMES.match(word)]
    votes = [place for place, word in enumerate(heading) if _VOTES.match(word)]
    if not names or len(names) != len(votes):
        return ()
    found: list[DraftVote] = []
    for row in rows[1:]:
        for name, vote in zip(names, votes, strict=True):
            if max(name, vote) < len(row) and row[name].text.strip():
                meaning = Symbols().read(row[vote].text.strip())
                if meaning is None:
                    return ()
                if meaning.option is not None:
                    found.append(_vote(_plain(row[name].text), meaning.option, row[vote], at, row[vote].text.strip()))
    return tuple(found)


def _plain(name: str) -> str:
    return " ".join(strip_honorific(name).split())


def _by_column(rows: Sequence[tuple[Cell, ...]], at: Location, profile: Profile) -> tuple[DraftVote, ...]:
    """Read names under 賛成 and names under 反対."""
    sides = {place: side for place, cell in enumerate(rows[0]) if (side := side_of(squeeze(cell.text), profile))}
    if not {Option.YES, Option.NO} <= set(sides.values()):
        return ()
    return _cells(
        [(sides[place], cell) for row in rows[1:] for place, cell in enumerate(row) if place in sides], at, profile
    )


def _by_row(rows: Sequence[tuple[Cell, ...]], at: Location, profile: Profile) -> tuple[DraftVote, ...]:
    """Read names beside 賛成 and names beside 反対."""
    sides = [side_of(squeeze(row[0].text), profile) for row in rows]
    if not {Option.YES, Option.NO} <= set(sides):
        return ()
    return _cells(
        [(side, cell) for side, row in zip(sides, rows, strict=True) if side for cell in row[1:]], at, profile
    )


def _cells(cells: Sequence[tuple[Option, Cell]], at: Location, profile: Profile) -> tuple[DraftVote, ...]:
    return tuple(
        _vote(listed.name, side, cell, at, OPTION_WORDS[side])
        for side, cell in cells
        for line in cell.text.split("\n")
        for listed in _names(line, profile)
    )


def _names(line: str, profile: Profile) -> tuple[Listed, ...]:
    return seated(line, profile) or bare_names(line, profile)


def _vote(name: str, option: Option, cell: Cell, at: Location, raw: str) -> DraftVote:
    number = next((paragraph.number for paragraph in paragraphs(cell.blocks)), at.paragraph)
    return DraftVote(name, raw, Location(at.path, paragraph=number, heading=at.heading, words=name), option)
