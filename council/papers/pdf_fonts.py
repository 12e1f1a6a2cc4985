"""How wide the letters of a PDF font are (ISO 32000-1, 9.2.4, 9.7.4.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from council.papers.pdf_objects import dictionary_at, list_at, number, resolved, word_at

_SIMPLE_BLANKS = frozenset({b" ", b"\xa0"})
_WIDE_BLANKS = frozenset({b"\0\0", b"\0 ", b"\0\x01", b"\x30\0", b"\x81\x40"})


class FontWidths(Struct, frozen=True):
    """Widths by code, in units of the letter size; ``wide`` fonts have codes of two bytes.

    ``vertical`` fonts are written downwards; ``sized`` is False where letters are drawings of any size (Type 3).
    """

    wide: bool
    usual: float
    known: dict[int, float] = field(default_factory=dict)
    blanks: frozenset[bytes] = _SIMPLE_BLANKS
    vertical: bool = False
    sized: bool = True

    def codes(self, data: bytes) -> Iterator[tuple[bytes, float]]:
        """Yield each code of a string with its width."""
        step = 2 if self.wide else 1
        for place in range(0, len(data), step):
            code = data[place : place + step]
            yield code, self.known.get(int.from_bytes(code, "big"), self.usual)


def font_widths(font: DictionaryObject) -> FontWidths:
    """Return the widths of a font; half its size where the font does not say."""
    if word_at(font, "/Subtype") == "/Type0":
        descendants = list_at(font, "/DescendantFonts")
        inner = resolved(descendants[0]) if descendants else None
        composite = _composite(inner if isinstance(inner, DictionaryObject) else DictionaryObject())
        return replace(composite, vertical=_is_vertical(font))
    first = int(number(font.get("/FirstChar", 0)))
    widths = [number(resolved(one)) for one in list_at(font, "/Widths")]
    drawn = word_at(font, "/Subtype") == "/Type3"
    unit = _unit(font) if drawn else 0.001
    known = {first + place: width * unit for place, width in enumerate(widths)}
    missing = number(dictionary_at(font, "/FontDescriptor").get("/MissingWidth", 0)) / 1000
    return FontWidths(wide=False, usual=missing or 0.5, known=known, sized=not drawn)


def _unit(font: DictionaryObject) -> float:
    """Return how wide a unit of a font is that draws its letters itself (ISO 32000-1, 9.6.5)."""
    matrix = list_at(font, "/FontMatrix")
    return abs(number(resolved(matrix[0]))) if matrix else 0.001


def _is_vertical(font: DictionaryObject) -> bool:
    """Say whether the letters stand below one another (ISO 32000-1, 9.7.5.2)."""
    return word_at(font, "/Encoding").endswith("V") or number(dictionary_at(font, "/Encoding").get("/WMode", 0)) == 1


def _composite(inner: DictionaryObject) -> FontWidths:
    usual = number(inner["/DW"]) / 1000 if "/DW" in inner else 1.0
    known = dict(_cid_widths([resolved(one) for one in list_at(inner, "/W")]))
    return FontWidths(wide=True, usual=usual, known=known, blanks=_WIDE_BLANKS)


def _cid_widths(parts: Sequence[PdfObject | None]) -> Iterator[tuple[int, float]]:
    """Read ``c [w1 w2 …]`` and ``first last w``."""
    place = 0
    while place + 1 < len(parts):
        first, second = int(number(parts[place])), parts[place + 1]
        if isinstance(second, ArrayObject):
            yield from ((first + step, number(resolved(one)) / 1000) for step, one in enumerate(second))
            place += 2
        elif place + 2 < len(parts):
            last = min(int(number(second)), first + 65535)
            yield from ((code, number(parts[place + 2]) / 1000) for code in range(first, last + 1))
            place += 3
        else:
            return
