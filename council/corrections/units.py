"""Cells of a table and values of a YAML file: small texts with a place each, corrected by one rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from council.corrections.cell_places import cell_place
from council.corrections.folding import Span, find_exactly, fold, folded
from council.corrections.hashes import find_hashed, is_hash
from council.corrections.holding import held_by
from council.corrections.settle import in_order, is_silent, kept_back, shown, trouble
from council.diagnostics import Finding, Rule
from council.location import Location
from council.parse.drafts import DraftCorrection
from council.parse.votes.symbols import symbol_key
from council.rules import corrections as rules

_FEW = 4  # fewer characters may stand elsewhere by chance


class Unit(Struct, frozen=True):
    """A cell or a value."""

    text: str
    at: Location


class _Read(Struct, frozen=True):
    """What a correction makes of one unit: its new text, or the same where it is right already."""

    unit: Unit
    text: str
    carried_out: bool


class UnitDesk:
    """The units of one file on the desk, and what was done to them."""

    def __init__(self, units: Sequence[Unit], not_found: Rule) -> None:
        """Lay the units out; ``not_found`` is said where what was withdrawn is not found."""
        self.units = list(units)
        self.not_found = not_found
        self.matched: list[DraftCorrection] = []
        self.hidden: list[str] = []
        self.findings: list[Finding] = []

    def carry_out(self, rows: Sequence[DraftCorrection]) -> None:
        """Carry out the corrections, withdrawals first."""
        for row in in_order(rows):
            (self._withdraw if is_silent(row) else self._correct)(row)

    def _correct(self, row: DraftCorrection) -> None:
        chosen = self._chosen(row.place)
        read = [one for place in chosen if (one := _read(self.units[place], row))]
        doing = [one for one in read if one.carried_out]
        if len(doing) > 1:
            self.findings.append(trouble(rules.SEVERAL_PLACES, row))
        elif not read:
            self.findings.append(trouble(rules.OTHER_WORDS if chosen else rules.PLACE_NOT_FOUND, row))
        else:
            one = (*doing, *read)[0]
            self.units[self.units.index(one.unit)] = replace(one.unit, text=one.text)
            at = one.unit.at if doing or len(read) == 1 else None
            self.matched.append(shown(row, at, applied=bool(doing)))

    def _withdraw(self, row: DraftCorrection) -> None:
        """Empty a cell, or take words out of every unit that holds them, very short ones only out of a named cell."""
        chosen = self._chosen(row.place)
        words = self._withdrawn(row, chosen)
        is_blank = cell_place(row.place) is not None and any(not self.units[place].text.strip() for place in chosen)
        if not words and not is_blank:
            self.findings.append(kept_back(self.not_found, row))
            self.hidden += [words for words in (row.place, row.was) if words and not is_hash(words)]
            return
        for place, sought in words.items():
            self.units[place] = replace(self.units[place], text=_without(self.units[place].text, sought))
        taken = tuple(dict.fromkeys(word for word in words.values() if word.strip()))
        self.hidden += taken
        self.matched.append(shown(row, None, applied=bool(taken)))

    def _withdrawn(self, row: DraftCorrection, chosen: Sequence[int]) -> dict[int, str]:
        """Return which words leave which unit."""
        is_cell = cell_place(row.place) is not None
        if is_cell and not row.was:
            return {place: self.units[place].text for place in chosen}
        sought = self._sought(row, chosen)
        is_short = len(fold(sought)) < _FEW
        among = chosen if is_short and is_cell else range(len(self.units))
        found = {place: sought for place in among if folded(self.units[place].text).find(sought)}
        return {} if is_short and not is_cell and len(found) > 1 else found

    def _sought(self, row: DraftCorrection, chosen: Sequence[int]) -> str:
        if not is_hash(row.was):
            return row.was or row.place
        near = [self.units[place].text for place in chosen]
        return find_hashed(near or [unit.text for unit in self.units], row.was)

    def _chosen(self, place: str) -> tuple[int, ...]:
        """Return the units that a place names, by row and column or by words."""
        cell = cell_place(place)
        if cell is None:
            wanted = _words_of(place)
            return tuple(at for at, unit in enumerate(self.units) if wanted(unit.text))
        return tuple(
            at
            for at, unit in enumerate(self.units)
            if (unit.at.line, unit.at.column) == (cell.line, cell.column)
            and (not cell.sheet or fold(cell.sheet) == fold(unit.at.sheet))
        )


def _words_of(place: str) -> Callable[[str], bool]:
    wanted = fold(place)
    return lambda text: bool(wanted) and wanted in fold(text)


def _read(unit: Unit, row: DraftCorrection) -> _Read | None:
    """Say what a correction makes of a unit: the whole of it first, drawn alike (○ and 〇) next, then words within."""
    text = unit.text.strip()
    if text == row.was.strip():
        return _Read(unit, row.now, carried_out=True)
    if text == row.now.strip():
        return _Read(unit, unit.text, carried_out=False)
    if symbol_key(row.was) != symbol_key(row.now) and symbol_key(text) in (symbol_key(row.was), symbol_key(row.now)):
        is_wrong = symbol_key(text) == symbol_key(row.was)
        return _Read(unit, row.now if is_wrong else unit.text, carried_out=is_wrong)
    for held in held_by(unit.text, row.was, row.now):
        if held.wrong:
            return _Read(unit, _replaced(unit.text, held.wrong, row.now), carried_out=True)
        if held.right:
            return _Read(unit, unit.text, carried_out=False)
    return None


def _without(text: str, words: str) -> str:
    return _replaced(text, find_exactly(text, words) or folded(text).find(words), "")


def _replaced(text: str, spans: Sequence[Span], words: str) -> str:
    for span in sorted(spans, reverse=True):
        text = text[: span.start] + words + text[span.end :]
    return text
