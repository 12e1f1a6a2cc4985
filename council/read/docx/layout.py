"""How paragraphs and letters of a Word file are set: its styles, list levels and own properties taken together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.model.paper_content import Align, Face, Rise
from council.read.docx.names import P_PR, R_PR, VAL, Element, integer, is_on, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from council.read.docx.package import Package
    from council.read.docx.styles import NumberRef

_HALF_POINTS = 21
"""The usual size of letters in Japan: 10.5 pt."""

_SWITCHES = {w(name): name for name in ("b", "pageBreakBefore")}
_VALUES = {w(name): name for name in ("jc", "vertAlign", "sz", "u")}
_INDENT, _FONTS, _TABS = w("ind"), w("rFonts"), w("tabs")
_GOTHIC = ("ゴシック", "gothic", "sans", "メイリオ", "meiryo", "majoreastasia")
_ALIGNS = {
    "center": Align.CENTER,
    "right": Align.END,
    "end": Align.END,
    "distribute": Align.SPREAD,
    "thaiDistribute": Align.SPREAD,
}
_RISES = {"superscript": Rise.SUPER, "subscript": Rise.SUB}
_SMALLEST, _LARGEST = 0.6, 2.5
_MOST_BASES = 30
_NO_LINES = frozenset({"nil", "none", ""})

Said = dict[str, str]
"""What properties say, by short names; later ones go over earlier ones."""


def said(*properties: Element | None) -> Said:
    """Return what the children of w:pPr and w:rPr say of layout."""
    found: Said = {}
    for element in properties:
        for child in () if element is None else element:
            _say(child, found)
    return found


def _say(child: Element, found: Said) -> None:
    tag = child.tag
    if tag in _SWITCHES:
        found[_SWITCHES[tag]] = "1" if is_on(child.get(VAL)) else ""
    elif tag in _VALUES:
        found[_VALUES[tag]] = child.get(VAL) or ""
    elif tag == _INDENT:
        found |= {f"ind.{str(key).rpartition('}')[2]}": str(value) for key, value in child.attrib.items()}
    elif tag == _FONTS:
        font = child.get(w("eastAsiaTheme")) or child.get(w("eastAsia"))
        found |= {"font": font.lower()} if font else {}
    elif tag == _TABS:
        stops = [one.get(VAL) for one in child]
        found["leader"] = "1" if stops and stops[-1] in {"right", "end"} else ""


class Layout:
    """Answers how a paragraph and its runs are set."""

    def __init__(self, package: Package) -> None:
        """Index the styles and the indents of list levels."""
        root = package.related("styles")
        styles = () if root is None else root.iterchildren(w("style"))
        self._styles = {(one.get(w("type")), one.get(w("styleId"))): one for one in styles}
        self._default = {
            kind: name for (kind, name), one in reversed(self._styles.items()) if one.get(w("default")) in {"1", "true"}
        }
        defaults = None if root is None else root.find(w("docDefaults"))
        inner = [] if defaults is None else [defaults.find(f"*/{P_PR}"), defaults.find(f"*/{R_PR}")]
        self._defaults = said(*inner)
        self._known: dict[tuple[str, str | None], Said] = {}
        self._levels = _level_indents(package.related("numbering"))
        base = integer({**self._defaults, **self._style("paragraph", None)}.get("sz"))
        self._usual = base if base and base > 0 else _HALF_POINTS

    def paragraph(self, properties: Element | None, place: NumberRef | None) -> Said:
        """Return what holds for a paragraph; ``place`` is its place in a list."""
        style = None if properties is None else properties.find(w("pStyle"))
        own = said(properties)
        below = {**self._defaults, **self._style("paragraph", None if style is None else style.get(VAL))}
        listed = self._levels.get((place.number_id or 0, place.level or 0), {}) if place else {}
        return {**below, **listed, **own}

    def face(self, paragraph: Said, properties: Element | None) -> Face:
        """Return how a run looks in a paragraph."""
        style = None if properties is None else properties.find(w("rStyle"))
        named = self._style("character", style.get(VAL)) if style is not None else {}
        return self._face({**paragraph, **named, **said(properties)})

    def _face(self, found: Said) -> Face:
        size = integer(found.get("sz")) or self._usual
        return Face(
            bold=bool(found.get("b")),
            gothic=any(word in found.get("font", "") for word in _GOTHIC),
            underline=found.get("u", "none") not in {"none", ""},
            rise=_RISES.get(found.get("vertAlign", ""), Rise.NONE),
            scale=round(min(max(size / self._usual, _SMALLEST), _LARGEST), 2),
        )

    def indent(self, found: Said, *names: str) -> float:
        """Return an indent in letters; the first name that says anything counts, letters before twentieths of a point."""
        for name in names:
            count = integer(found.get(f"ind.{name}Chars"))
            if count:
                return round(count / 100, 2)
            twips = integer(found.get(f"ind.{name}"))
            if twips:
                return round(twips / (self._usual * 10), 2)
        return 0

    def is_ruled(self, table_style: str | None) -> bool:
        """Say whether a table style draws lines."""
        for key in self._chain(("table", table_style)):
            borders = self._styles[key].find(f"{w('tblPr')}/{w('tblBorders')}")
            if borders is not None:
                return has_lines(borders)
        return False

    def _style(self, kind: str, style_id: str | None) -> Said:
        """Return what a style says with all it is based on; the default one's for None."""
        key = (kind, style_id if (kind, style_id) in self._styles else self._default.get(kind))
        if key not in self._known:
            chain = [self._styles[one] for one in self._chain(key)]
            found: Said = {}
            for style in reversed(chain):
                found |= said(style.find(P_PR), style.find(R_PR))
            self._known[key] = found
        return self._known[key]

    def _chain(self, key: tuple[str, str | None]) -> list[tuple[str, str | None]]:
        chain: list[tuple[str, str | None]] = []
        while key in self._styles and key not in chain and len(chain) < _MOST_BASES:
            chain.append(key)
            base = self._styles[key].find(w("basedOn"))
            key = (key[0], None if base is None else base.get(VAL) or "")
        return chain


def has_lines(borders: Element) -> bool:
    """Say whether any of some borders is drawn."""
    return any((one.get(VAL) or "") not in _NO_LINES for one in borders)


def align_of(found: Said) -> Align:
    """Return how the lines of a paragraph lie."""
    return _ALIGNS.get(found.get("jc", ""), Align.START)


def _level_indents(root: Element | None) -> Mapping[tuple[int, int], Said]:
    """Return what list levels say of indents, by the list's number and the level."""
    found: dict[tuple[int, int], Said] = {}
    if root is None:
        return found
    abstracts = {one.get(w("abstractNumId")): one for one in root.iterchildren(w("abstractNum"))}
    for num in root.iterchildren(w("num")):
        reference = num.find(w("abstractNumId"))
        abstract = None if reference is None else abstracts.get(reference.get(VAL))
        levels = () if abstract is None else abstract.iterchildren(w("lvl"))
        number = integer(num.get(w("numId"))) or 0
        found |= {(number, level): layout for level, layout in _of_levels(levels)}
    return found


def _of_levels(levels: Iterable[Element]) -> Iterable[tuple[int, Said]]:
    for level in levels:
        layout = {key: value for key, value in said(level.find(P_PR)).items() if key.startswith("ind.")}
        yield integer(level.get(w("ilvl"))) or 0, layout
