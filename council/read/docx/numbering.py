"""List numbers: the part of a paragraph that Word counts and does not store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from council.read.docx.counting import counted, padded
from council.read.docx.names import CHOICE, R_PR, VAL, Element, integer, is_on, w
from council.read.docx.symbols import in_symbol_font, is_symbol_font
from council.text.patterns import regex

if TYPE_CHECKING:
    from council.read.docx.styles import NumberRef, StyleSheet

_LEVELS = 9
_HIGHEST = 2**31 - 1
_LONGEST = 255  # characters of a level's text, as many as Word takes
_PLACE = regex(r"%([1-9])")
_SUFFIXES = {"tab": "\t", "space": " ", "nothing": ""}


class Label(Struct, frozen=True):
    """The printed number with what follows it; ``properties`` are the run properties it is printed with.

    ``unknown_format`` names a format that could not be written, ``unknown_symbols`` characters (font, code)
    of a picture font.
    """

    text: str
    properties: Element | None = None
    unknown_format: str = ""
    unknown_symbols: tuple[tuple[str, int], ...] = ()


class _Level(Struct, frozen=True):
    start: int
    number_format: str
    pattern: str
    text: str
    suffix: str
    legal: bool
    restart: int | None
    properties: Element | None
    style: str
    picture_font: str | None


class _List(Struct, frozen=True):
    """A w:num: the list it counts in and its levels, overrides applied; ``restarts`` are levels it begins anew."""

    counter: str
    levels: tuple[_Level | None, ...]
    restarts: dict[int, int]


class Numbering:
    """Counts through the lists of one document, in reading order."""

    def __init__(self, root: Element | None, styles: StyleSheet) -> None:
        """Index a numbering part (None: there is none)."""
        self._styles = styles
        nums = () if root is None else root.iterchildren(w("num"))
        abstracts = () if root is None else root.iterchildren(w("abstractNum"))
        self._nums = {integer(one.get(w("numId"))): one for one in nums}
        self._abstracts = {one.get(w("abstractNumId")) or "": one for one in abstracts}
        self._linked: dict[str, Element] = {}
        for one in self._abstracts.values():
            self._linked.setdefault(_value(one.find(w("styleLink"))), one)
        self._lists: dict[int, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[int] = set()

    def label(self, ref: NumberRef) -> Label | None:
        """Count one paragraph of a list and return its number; None if it is in no list."""
        number_id = ref.number_id or 0
        found = self._list(number_id)
        level = 0 if found is None else _level_of(found, ref)
        definition = found.levels[level] if found and 0 <= level < _LEVELS else None
        if found is None or definition is None:
            return None
        return _label(found, definition, self._count(found, number_id, level))

    def _list(self, number_id: int) -> _List | None:
        if number_id not in self._lists:
            self._lists[number_id] = self._read_list(number_id)
        return self._lists[number_id]

    def _read_list(self, number_id: int) -> _List | None:
        num = self._nums.get(number_id)
        if num is None or number_id == 0:
            return None
        counter = _value(num.find(w("abstractNumId")))
        abstract = self._defining(counter)
        levels = _levels(abstract)
        restarts: dict[int, int] = {}
        for override in num.iterchildren(w("lvlOverride")):
            _apply(override, levels, restarts)
        return _List(counter, tuple(levels), restarts)

    def _defining(self, abstract_id: str) -> Element | None:
        """Return the list definition, through the list style it may be kept in."""
        abstract = self._abstracts.get(abstract_id)
        link = None if abstract is None else abstract.find(w("numStyleLink"))
        if link is None:
            return abstract
        return self._linked.get(link.get(VAL) or "", abstract)

    def _count(self, found: _List, number_id: int, level: int) -> list[int]:
        counts = self._counts.setdefault(found.counter, [None] * _LEVELS)
        if number_id not in self._begun:
            self._begun.add(number_id)
            for place in found.restarts:
                counts[place] = None
        current = counts[level]
        counts[level] = _start(found, level) if current is None else current + 1
        for deeper in range(level + 1, _LEVELS):
            if _restarts_after(found.levels[deeper], level):
                counts[deeper] = None
        for higher in range(level):
            counts[higher] = _start(found, higher) if counts[higher] is None else counts[higher]
        return [_start(found, place) if count is None else count for place, count in enumerate(counts)]


def _level_of(found: _List, ref: NumberRef) -> int:
    """Return the level: a list kept in a paragraph style names the style at its level."""
    if ref.style:
        linked = next((place for place, one in enumerate(found.levels) if one and one.style == ref.style), None)
        if linked is not None:
            return linked
    return ref.level or 0


def _start(found: _List, level: int) -> int:
    override = found.restarts.get(level)
    definition = found.levels[level]
    return override if override is not None else (definition.start if definition else 1)


def _restarts_after(definition: _Level | None, level: int) -> bool:
    if definition is None or definition.restart is None:
        return True
    return 0 <= level < definition.restart


def _label(found: _List, definition: _Level, counts: list[int]) -> Label:
    if len(definition.text) > _LONGEST:
        return Label("", definition.properties, f"lvlText ({len(definition.text)})")
    unknown = [
        one.number_format
        for place in _PLACE.findall(definition.text)
        if (one := found.levels[int(place) - 1]) and _written(counts[int(place) - 1], one, definition) is None
    ]
    if unknown:
        return Label("", definition.properties, unknown[0])
    text = _PLACE.sub(lambda place: _number(found, int(place[1]) - 1, counts, definition), definition.text)
    font, codes = definition.picture_font, list[int]()
    if font:
        text, codes = in_symbol_font(font, text)
    return Label(
        text + definition.suffix if text else "", definition.properties, "", tuple((font or "", one) for one in codes)
    )


def _number(found: _List, place: int, counts: list[int], shown: _Level) -> str:
    one = found.levels[place]
    return (_written(counts[place], one, shown) or "") if one else ""


def _written(count: int, level: _Level, shown: _Level) -> str | None:
    if shown.legal:
        return str(count)
    return padded(count, level.pattern) if level.number_format == "custom" else counted(count, level.number_format)


def _levels(abstract: Element | None) -> list[_Level | None]:
    levels: list[_Level | None] = [None] * _LEVELS
    for element in () if abstract is None else abstract.iterchildren(w("lvl")):
        place = integer(element.get(w("ilvl")))
        if place is not None and 0 <= place < _LEVELS:
            levels[place] = _level(element)
    return levels


def _apply(override: Element, levels: list[_Level | None], restarts: dict[int, int]) -> None:
    place = integer(override.get(w("ilvl")))
    if place is None or not 0 <= place < _LEVELS:
        return
    replaced, start = override.find(w("lvl")), override.find(w("startOverride"))
    if replaced is not None:
        levels[place] = _level(replaced)
    if start is not None:
        restarts[place] = min(integer(start.get(VAL)) or 0, _HIGHEST)


def _level(element: Element) -> _Level:
    # a custom format stands in an mc:AlternateContent whose fallback is plain
    number_format = next(element.iter(w("numFmt")), None)
    custom = next((one for choice in element.iter(CHOICE) for one in choice.iter(w("numFmt"))), None)
    number_format = custom if custom is not None else number_format
    legal, restart = element.find(w("isLgl")), element.find(w("lvlRestart"))
    start = integer(_value(element.find(w("start"))))
    properties = element.find(R_PR)
    return _Level(
        start=0 if start is None else min(start, _HIGHEST),
        number_format=_value(number_format) or "decimal",
        pattern="" if number_format is None else number_format.get(w("format")) or "",
        text=_value(element.find(w("lvlText"))),
        suffix=_SUFFIXES.get(_value(element.find(w("suff"))), "\t"),
        legal=legal is not None and is_on(legal.get(VAL)),
        restart=None if restart is None else integer(restart.get(VAL)),
        properties=properties,
        style=_value(element.find(w("pStyle"))),
        picture_font=_symbol_font(properties),
    )


def _symbol_font(properties: Element | None) -> str | None:
    fonts = None if properties is None else properties.find(w("rFonts"))
    font = None if fonts is None else fonts.get(w("ascii"))
    return font if is_symbol_font(font) else None


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(VAL) or ""
