"""Characters: text, tabs, breaks, symbols, furigana, equations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.read.docx.changes import CHANGES
from council.read.docx.names import AUTHOR, DEL, M_SPACE, MOVE_FROM, R_PR, XML_SPACE, Element, R, T, w
from council.read.docx.report import NOTHING_BEFORE
from council.read.docx.symbols import GETA, symbol
from council.read.docx.visible import Concealment, Look
from council.rules import word_unread as rules
from council.text.blocks import MarkKind

if TYPE_CHECKING:
    from council.read.docx.inline import InlineReader

_FONT, _CHAR, _TYPE = w("font"), w("char"), w("type")
_RUBY_BASE, _RUBY_TEXT = w("rubyBase"), w("rt")
_M_TEXT = f"{{{M_SPACE}}}t"
_XML_BLANKS = " \t\r\n"
_READABLE_RUBY = {None, Concealment.TINY}  # a reading may be as small as it likes


def text(reader: InlineReader, element: Element) -> None:
    """Write a w:t. Without xml:space its outer XML blanks are layout of the file (U+3000 is none of them)."""
    words = element.text or ""
    if len(element):
        words = "".join(str(part) for part in element.itertext())
    if element.get(XML_SPACE) != "preserve":
        words = words.strip(_XML_BLANKS)
    if "\n" in words or "\r" in words:
        words = words.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
    if words:
        reader.write(words)


def tab(reader: InlineReader, _element: Element) -> None:
    """Write a tab."""
    reader.write("\t")


def hyphen(reader: InlineReader, _element: Element) -> None:
    """Write a hyphen at which the line does not break."""
    reader.write("-")


def line_break(reader: InlineReader, element: Element) -> None:
    """Write a line break; a page or column break is one only inside text."""
    if element.get(_TYPE) not in {"page", "column"}:
        reader.write("\n")
    elif not reader.reading.in_field_code:
        reader.ink.break_page()
        if reader.sketch is not None:
            reader.sketch.breaks.append(reader.ink.length)


def sym(reader: InlineReader, element: Element) -> None:
    """Write a w:sym, a place in a symbol font."""
    write_symbol(reader, element.get(_FONT) or "", _hexadecimal(element.get(_CHAR)))


def write_symbol(reader: InlineReader, font: str, code: int) -> None:
    """Write the character of a symbol font, `GETA` with a finding where it is not known."""
    found = symbol(font, code)
    if found is None:
        reader.issue(rules.UNKNOWN_SYMBOL, font=font or NOTHING_BEFORE, code=f"U+{code:04X}")
    outer, reader.look = reader.look, Look(reader.look.concealment)
    reader.write(GETA if found is None else found)
    reader.look = outer


def ruby(reader: InlineReader, element: Element) -> None:
    """Write the base of furigana and mark it with the reading."""
    base, reading = element.find(_RUBY_BASE), element.find(_RUBY_TEXT)
    start = reader.ink.begin()
    outer, reader.hidden = reader.hidden, reader.hidden or reader.look.concealment is Concealment.HIDDEN
    if base is not None:
        reader.content(base)
    reader.hidden = outer
    if reading is not None:
        reader.ink.mark(start, MarkKind.RUBY, _reading(reader, reading))


def equation(reader: InlineReader, element: Element) -> None:
    """Read an equation as the line of its characters; its runs may have Word's run properties."""
    reader.issue(rules.EQUATION, once="")
    _math(reader, element)


def _math(reader: InlineReader, element: Element) -> None:
    properties = element.find(R_PR)
    reader.compare(element)
    outer = reader.look
    if properties is not None:
        reader.look = reader.ground.look(properties)
    for child in element:
        if child.tag == _M_TEXT:
            reader.write(child.text or "")
        elif child.tag.startswith(f"{{{M_SPACE}}}"):
            _math(reader, child)
        else:
            reader.one(child)
    reader.look = outer


def _reading(reader: InlineReader, element: Element) -> str:
    """Return the words of furigana as if its tracked changes were accepted; each of them is reported."""
    for change in element.iter(*CHANGES):
        reader.revision(CHANGES[change.tag], change.get(AUTHOR))
    runs = [run for run in element.iter(R) if _is_read(reader, run)]
    return "".join(words.text or "" for run in runs for words in run.iterchildren(T))


def _is_read(reader: InlineReader, run: Element) -> bool:
    reader.compare(run)
    taken_away = next(run.iterancestors(DEL, MOVE_FROM), None) is not None
    return not taken_away and reader.ground.look(run.find(R_PR)).concealment in _READABLE_RUBY


def _hexadecimal(written: str | None) -> int:
    try:
        return int(written or "", 16)
    except ValueError:
        return 0
