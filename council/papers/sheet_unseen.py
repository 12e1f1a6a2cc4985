"""Cells of a workbook whose words nobody sees: white on white, the format ;;;, columns and rows next to nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from lxml import etree
from msgspec import Struct
from openpyxl.styles.colors import COLOR_INDEX
from openpyxl.utils.cell import get_column_letter, range_boundaries

from council.papers.sheet_places import Range, cells, lies_in
from council.read.xlsx_values import read_styles, rich_text
from council.text.patterns import regex

_NARROW = 0.3  # of a character
_LOW = 2.0  # points
_SAME = 12  # of 255: no eye tells such colours apart
_WHITE = (255.0, 255.0, 255.0)
_THEME = {0: _WHITE, 1: (0.0, 0.0, 0.0)}  # background and text; accents differ from both
_QUOTED = regex(r'"[^"]*"|\\.|\[[^\]]*\]')
_TEXTS = frozenset({"s", "str", "inlineStr", "e", "b"})
_SECTIONS = 4  # of a number format: above, below, zero, text

Colour = tuple[float, ...]


class Looks(Struct, frozen=True):
    """By cell style: whether letters have the colour of their ground, and the number format."""

    faint: tuple[bool, ...] = ()
    formats: tuple[str, ...] = ()
    strings: tuple[str, ...] = ()


def read_looks(styles: etree._Element | None, strings: etree._Element | None) -> Looks:
    """Return what is needed of a workbook's styles and shared strings."""
    texts = () if strings is None else tuple(rich_text(one) for one in strings.iterfind("{*}si"))
    if styles is None:
        return Looks(strings=texts)
    fonts = [_colour(one.find("{*}color"), (0.0, 0.0, 0.0)) for one in styles.iterfind("{*}fonts/{*}font")]
    fills = [_ground(one) for one in styles.iterfind("{*}fills/{*}fill")]
    faint = tuple(
        _is_same(_at(fonts, xf.get("fontId")), _at(fills, xf.get("fillId")))
        for xf in styles.iterfind("{*}cellXfs/{*}xf")
    )
    return Looks(faint, read_styles(styles, since_1904=False).formats, texts)


def unseen_cells(root: etree._Element, looks: Looks, tables: Collection[Range]) -> list[tuple[int, int]]:
    """Return row and column of each cell that has a value which nobody sees.

    A heading in a table of Excel may be white on the table's own colour; ``tables`` are their ranges.
    """
    narrow = [
        range(int(one.get("min", "1")), int(one.get("max", "1")) + 1)
        for one in root.iterfind("{*}cols/{*}col")
        if _is_below(one.get("width"), _NARROW)
    ]
    merged = {_range(one)[:2] for one in root.iterfind("{*}mergeCells/{*}mergeCell")}
    return [
        place
        for place, cell in cells(root)
        if _has_value(cell, looks)
        and (
            _is_hidden_by_format(cell, looks)
            or (_is_faint(cell, looks) and not any(lies_in(place, one) for one in tables))
            or (place[::-1] not in merged and _is_squeezed(place, cell, narrow))
        )
    ]


def name_of(place: tuple[int, int]) -> str:
    """Return a cell's name as Excel shows it."""
    return f"{get_column_letter(place[1])}{place[0]}"


def table_range(root: etree._Element) -> Range:
    """Return the range of a table of Excel."""
    return _range(root)


def _range(node: etree._Element) -> Range:
    left, top, right, bottom = (int(edge or 0) for edge in range_boundaries(node.get("ref", "")))
    return left, top, right, bottom


def _is_below(size: str | None, least: float) -> bool:
    return size is not None and float(size) < least


def _is_squeezed(place: tuple[int, int], cell: etree._Element, narrow: Sequence[range]) -> bool:
    row = cell.getparent()
    low = row is not None and _is_below(row.get("ht"), _LOW)
    return low or any(place[1] in span for span in narrow)


def _style(cell: etree._Element) -> int:
    return int(cell.get("s") or 0)


def _is_faint(cell: etree._Element, looks: Looks) -> bool:
    style = _style(cell)
    return style < len(looks.faint) and looks.faint[style]


def _has_value(cell: etree._Element, looks: Looks) -> bool:
    value = cell.findtext("{*}v") or ""
    if cell.get("t") == "s":
        place = int(value or 0)
        value = looks.strings[place] if place < len(looks.strings) else ""
    elif cell.get("t") == "inlineStr":
        value = "".join(map(str, cell.itertext()))
    return bool(value.strip())


def _is_hidden_by_format(cell: etree._Element, looks: Looks) -> bool:
    """Say whether the section of the number format for this value shows nothing; a zero left away tells nothing."""
    style = _style(cell)
    sections = list(_sections(looks.formats[style] if style < len(looks.formats) else "General"))
    if cell.get("t", "n") in _TEXTS:
        return len(sections) == _SECTIONS and not sections[-1]
    number = float(cell.findtext("{*}v") or 0)
    place = 1 if number < 0 and len(sections) > 1 else 0
    return number != 0 and len(sections) > 1 and not sections[place]


def _sections(code: str) -> Iterator[str]:
    shown = _QUOTED.sub(lambda match: "x" if match[0][:1] != "[" and match[0] != '""' else "", code)
    return (section.strip() for section in shown.split(";"))


def _at(colours: Sequence[Colour | None], place: str | None) -> Colour | None:
    number = int(place or 0)
    return colours[number] if number < len(colours) else None


def _is_same(letters: Colour | None, ground: Colour | None) -> bool:
    if letters is None or ground is None:
        return False
    return max(abs(one - other) for one, other in zip(letters, ground, strict=True)) <= _SAME


def _ground(fill: etree._Element) -> Colour | None:
    """Return the colour behind the letters; None where it is a pattern or not known."""
    pattern = fill.find("{*}patternFill")
    kind = "" if pattern is None else pattern.get("patternType") or "none"
    if pattern is None or kind not in ("none", "solid"):
        return None
    return _WHITE if kind == "none" else _colour(pattern.find("{*}fgColor"), None)


def _colour(node: etree._Element | None, otherwise: Colour | None) -> Colour | None:
    if node is None or node.get("auto") in ("1", "true"):
        return otherwise
    code = node.get("rgb") or ""
    indexed, theme = node.get("indexed") or "", node.get("theme") or ""
    if indexed.isdecimal():
        code = COLOR_INDEX[int(indexed)] if int(indexed) < len(COLOR_INDEX) else ""
    base = _THEME.get(int(theme)) if theme.isdecimal() else _parsed(code)
    tint = float(node.get("tint") or 0)
    if base is None:
        return None
    return tuple(part * (1 + tint) if tint < 0 else part + (255 - part) * tint for part in base)


def _parsed(code: str) -> Colour | None:
    digits = code[-6:]
    return tuple(map(float, bytes.fromhex(digits))) if re.fullmatch("[0-9A-Fa-f]{6}", digits) else None
