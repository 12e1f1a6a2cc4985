"""Fields as they stand between runs: begin, code, separator, result, end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.read.docx.fields import KIND, Field, eq_enclosed, eq_ruby, is_computed, symbol_field
from council.read.docx.inline_text import write_symbol
from council.read.docx.names import local, w
from council.rules import word_unread as rules
from council.text.blocks import MarkKind

if TYPE_CHECKING:
    from council.read.docx.inline import InlineReader
    from council.read.docx.names import Element

_INSTRUCTION = w("instr")


def simple(reader: InlineReader, element: Element) -> None:
    """Read a w:fldSimple, whose result it holds."""
    field = Field(element.get(_INSTRUCTION) or "", in_result=True)
    reader.reading.fields.append(field)
    reader.content(element)
    reader.reading.fields.pop()
    _finish(reader, field)


def mark(reader: InlineReader, element: Element) -> None:
    """Open a field, begin its result, or close it."""
    fields = reader.reading.fields
    if element in reader.reading.broken:
        reader.issue(rules.BROKEN_FIELD)
        return
    match element.get(KIND):
        case "begin":
            fields.append(Field())
        case "separate" if fields:
            fields[-1].in_result = True
        case "end" if fields:
            _finish(reader, fields.pop())


def code(reader: InlineReader, element: Element) -> None:
    """Gather a w:instrText, which is not printed."""
    fields = reader.reading.fields
    if fields and not fields[-1].in_result:
        fields[-1].code += element.text or ""
        fields[-1].look = reader.look


def placeholder(reader: InlineReader, element: Element) -> None:
    """Report a date or page number that Word fills in anew each time."""
    reader.issue(rules.FIELD_NOT_READ, field=local(element.tag))


def _finish(reader: InlineReader, field: Field) -> None:
    """Write what a field shows without a stored result; report one that changes by itself or cannot be read."""
    outer_fields = reader.reading.fields
    if reader.reading.in_field_code:
        return
    if field.result_written:
        if outer_fields:
            outer_fields[-1].result_written = True
        if is_computed(field.code):
            reader.issue(rules.COMPUTED_FIELD, field=field.name)
        return
    outer, reader.look = reader.look, field.look or reader.look
    if not _write_code(reader, field.code) and field.is_unread:
        reader.issue(rules.FIELD_NOT_READ, field=field.name)
    reader.look = outer


def _write_code(reader: InlineReader, words: str) -> bool:
    """Write what is printed from the code alone; return whether it could be."""
    ruby, enclosed, sign = eq_ruby(words), eq_enclosed(words), symbol_field(words)
    if ruby:
        start = reader.ink.begin()
        reader.write(ruby[0])
        reader.ink.mark(start, MarkKind.RUBY, ruby[1])
    elif enclosed:
        reader.issue(rules.ENCLOSED_CHARACTER, character=enclosed)
        reader.write(enclosed)
    elif sign:
        write_symbol(reader, *sign)
    return bool(ruby or enclosed or sign)
