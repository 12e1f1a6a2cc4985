"""Fields: places whose text Word computes. The stored result is text, the code is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from council.read.docx.names import DEL, FLD_CHAR, MOVE_FROM, TXBX_CONTENT, w
from council.text.patterns import regex

if TYPE_CHECKING:
    from council.read.docx.names import Element
    from council.read.docx.visible import Look

KIND = w("fldCharType")

# Shown nowhere: index and contents marks, variables, settings.
_INVISIBLE = {
    "XE",
    "TC",
    "TA",
    "RD",
    "SET",
    "ASK",
    "FILLIN",
    "PRIVATE",
    "ADDIN",
    "NEXT",
    "NEXTIF",
    "SKIPIF",
    "ADVANCE",
    "FORMTEXT",
}
# Drawn by Word from the code; whatever result is stored is empty.
_DRAWN = {
    "FORMCHECKBOX",
    "FORMDROPDOWN",
    "LISTNUM",
    "AUTONUM",
    "AUTONUMLGL",
    "AUTONUMOUT",
    "EQ",
    "SYMBOL",
    "MACROBUTTON",
    "GOTOBUTTON",
    "BARCODE",
    "DISPLAYBARCODE",
}
# Whose value depends on the day, the file or another file.
_COMPUTED = {
    "DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE", "EDITTIME", "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES",
    "NUMWORDS", "NUMCHARS", "FILENAME", "FILESIZE", "AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS",
    "REVNUM", "TEMPLATE", "INFO", "DOCPROPERTY", "INCLUDETEXT", "INCLUDEPICTURE", "DDE", "DDEAUTO", "LINK", "DATABASE",
    "MERGEFIELD",
}  # fmt: skip

_EQ_OPTIONS = r'^\s*EQ\s+(?:\\\*\s*(?:"[^"]*"|\S+)\s*)*'
_EQ_RUBY = regex(
    _EQ_OPTIONS + r"\\o\s*(?:\\a[dlcr]\s*)?\(\s*\\s\s*\\up\s*-?\d*\s*\(([^()]*)\)\s*[,;]\s*([^()]*)\)\s*$",
    re.IGNORECASE,
)
_EQ_ENCLOSED = regex(_EQ_OPTIONS + r"\\o\s*\\ac\s*\(\s*[○◯〇□△◇]\s*[,;]\s*([^()]*)\)\s*$", re.IGNORECASE)
_SYMBOL = regex(r'^\s*SYMBOL\s+(0x[0-9a-f]+|\d+)\s+.*?\\f\s+(?:"([^"]*)"|(\S+))', re.IGNORECASE)


class Field(Struct):
    """A field that is open: its code so far, whether the result has begun, how its code looks."""

    code: str = ""
    in_result: bool = False
    result_written: bool = False
    look: Look | None = None

    @property
    def name(self) -> str:
        """The field's name, upper case."""
        return field_name(self.code)

    @property
    def is_unread(self) -> bool:
        """Whether Word shows something here that the file does not hold."""
        return self.name in _DRAWN or (not self.in_result and bool(self.name) and self.name not in _INVISIBLE)


def field_name(code: str) -> str:
    """Return the name a field code begins with."""
    return (code.split() or [""])[0].upper()


def is_computed(code: str) -> bool:
    """Return whether the field's value changes by itself."""
    return field_name(code) in _COMPUTED


def eq_ruby(code: str) -> tuple[str, str] | None:
    """Return base and reading of furigana set by an EQ field, as older files have it."""
    match = _EQ_RUBY.match(code)
    return (match[2].strip(), match[1].strip()) if match else None


def eq_enclosed(code: str) -> str | None:
    """Return the character inside a frame (囲い文字) set by an EQ field."""
    match = _EQ_ENCLOSED.match(code)
    return match[1].strip() if match else None


def symbol_field(code: str) -> tuple[str, int] | None:
    """Return font and code of a SYMBOL field."""
    match = _SYMBOL.match(code)
    return (match[2] or match[3], int(match[1], 0)) if match else None


def broken_marks(root: Element) -> set[Element]:
    """Return the field marks without a partner, each story (body, text box, note) for itself.

    A field whose end is missing would swallow everything after it.
    """
    open_fields: dict[Element | None, list[list[Element]]] = {}
    broken: set[Element] = set()
    for mark in root.iter(FLD_CHAR):
        ancestors = list(mark.iterancestors(DEL, MOVE_FROM, TXBX_CONTENT))
        if any(one.tag != TXBX_CONTENT for one in ancestors):
            continue
        _pair(mark, open_fields.setdefault(ancestors[0] if ancestors else None, []), broken)
    return broken | {mark for stack in open_fields.values() for marks in stack for mark in marks}


def _pair(mark: Element, stack: list[list[Element]], broken: set[Element]) -> None:
    match mark.get(KIND):
        case "begin":
            stack.append([mark])
        case "separate" if stack and len(stack[-1]) == 1:
            stack[-1].append(mark)
        case "end" if stack:
            stack.pop()
        case _:
            broken.add(mark)
