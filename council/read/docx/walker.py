"""The walk through a Word file: every visible character, in reading order, as blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.read.docx.changes import CHANGES, changes_in
from council.read.docx.inline import InlineReader
from council.read.docx.names import (
    ALTERNATE,
    AUTHOR,
    INS,
    MOVE_TO,
    P_PR,
    SDT,
    SDT_CONTENT,
    TBL,
    W_SPACE,
    Element,
    P,
    T,
    child,
    children,
    chosen,
    local,
    w,
)
from council.read.docx.reading import Reading, Surround
from council.read.docx.report import NOTHING_BEFORE, Issue
from council.read.docx.styles import outline_level, place_in_list
from council.read.docx.tables import read_table
from council.read.docx.unsettled import former_properties, mark_is_hidden, report_changes, report_mark
from council.rules import word_hidden, word_unread
from council.text.blocks import Block, Paragraph
from council.text.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from council.read.docx.notes import Note
    from council.read.docx.shapes import TextBox
    from council.read.docx.styles import ParagraphStyle

_PRIVATE_USE = regex("[\ue000-\uf8ff\U000f0000-\U0010fffd\ufffd]")
_CUSTOM_XML = w("customXml")
_SILENT = {
    w(name)
    for name in (
        "sectPr sdtPr sdtEndPr customXmlPr bookmarkStart bookmarkEnd permStart permEnd proofErr commentRangeStart commentRangeEnd "
        "moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd "
        "customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart customXmlMoveFromRangeEnd "
        "customXmlMoveToRangeStart customXmlMoveToRangeEnd tcPr"
    ).split()
}


class Walker:
    """Walks through stories (body, text boxes, notes) and turns them into blocks."""

    def __init__(self, reading: Reading) -> None:
        """Share the state of one reading."""
        self.reading = reading

    def story(self, parent: Element, surround: Surround) -> list[Block]:
        """Return the blocks of a body and report the changes that stand after its last paragraph."""
        found = self.blocks(parent, surround)
        if None in self.reading.changes:
            self.report(Issue(word_hidden.TRACKED_FORMATTING), max(self.reading.paragraph, 1))
        return found

    def blocks(self, parent: Element, surround: Surround) -> list[Block]:
        """Return the blocks of a body, cell, text box or note."""
        self.reading.enter()
        found = [block for one in parent for block in self._read(one, surround)]
        self.reading.leave()
        return found

    def notes(self) -> list[Block]:
        """Return the words of every footnote and endnote the text refers to, in that order."""
        found: list[Block] = []
        for kind in (self.reading.footnotes, self.reading.endnotes):
            for note in kind.referred:  # a note may refer to further notes, which join the queue
                found.extend(self._note(note))
        return found

    def report(self, issue: Issue, number: int | None, text: str = "") -> None:
        """Report an issue at a paragraph."""
        self.reading.reporter.report(issue, number, text)

    def _read(self, element: Element, surround: Surround) -> Iterable[Block]:
        tag = element.tag
        if tag == P:
            return self._paragraph(element, surround)
        if tag == TBL:
            return read_table(self, element, surround)
        if tag in CHANGES:
            return self._changed(element, surround)
        inner = _inside(element)
        if inner is not None:
            return self.blocks(inner, surround)
        if tag not in _SILENT:
            return self._unknown(element, surround)
        return ()

    def _paragraph(self, element: Element, surround: Surround) -> list[Block]:
        number = self.reading.next_paragraph()
        properties = children(child(element, P_PR))
        style = self.reading.style(properties)
        reader = self._reader(element, properties, surround)
        if self.reading.sketch is not None:
            place = place_in_list(properties, style)
            reader.sketch = self.reading.sketch.paragraph(number, child(element, P_PR), place)
        self._write_label(reader, element, properties, style)
        reader.content(element)
        reader.ink.settle()
        self._check(reader, element, properties)
        block = Paragraph(number, reader.ink.text, tuple(reader.ink.marks), _level(properties, style), surround.origin)
        for issue in reader.ink.issues:
            self.report(issue, number, block.text)
        self.reading.reporter.leave(block.text, block.level, surround.origin)
        return [block, *(inner for box in reader.boxes for inner in self._box(box))]

    def _reader(self, element: Element, properties: dict[str, Element], surround: Surround) -> InlineReader:
        ground, former = self.reading.ground(properties, surround), None
        if surround.former or element in self.reading.changes:
            former = self.reading.former(element, properties, former_properties(element), surround)
        return InlineReader(self.reading, ground, surround, former)

    def _write_label(
        self, reader: InlineReader, element: Element, properties: dict[str, Element], style: ParagraphStyle
    ) -> None:
        if self.reading.note_pending:
            reader.ink.write(f"{self.reading.note_label} ", None)
            self.reading.note_pending = False
        ref = place_in_list(properties, style)
        if ref is None or (mark_is_hidden(reader, properties) and not _has_text(element)):
            return
        label = self.reading.numbering.label(ref)
        if label is not None:
            reader.label(label)

    def _check(self, reader: InlineReader, element: Element, properties: dict[str, Element]) -> None:
        """Report what concerns the paragraph as a whole."""
        report_mark(reader, properties)
        report_changes(reader, element, properties)
        if _PRIVATE_USE.search(reader.ink.text):
            codes = {f"U+{ord(one):04X}" for one in _PRIVATE_USE.findall(reader.ink.text)}
            reader.issue(word_unread.PRIVATE_USE, codes=" ".join(sorted(codes)))

    def _changed(self, element: Element, surround: Surround) -> list[Block]:
        """Report an unsettled change around whole paragraphs; leave out those that were taken away."""
        author = element.get(AUTHOR) or NOTHING_BEFORE
        values = {"author": author, "before": self.reading.reporter.before("")}
        if element.find(f".//{P}") is not None:
            self.report(Issue(CHANGES[element.tag], values), self.reading.paragraph + 1)
        return self.blocks(element, surround) if element.tag in {INS, MOVE_TO} else []

    def _box(self, box: TextBox) -> list[Block]:
        """Read a text box; a field that is open around it does not reach into it."""
        outer, self.reading.fields = self.reading.fields, []
        found = self.blocks(box.content, Surround("textbox", background=box.background, hidden=box.hidden))
        self.reading.fields = outer
        return found

    def _note(self, note: Note) -> list[Block]:
        if note.content is None:
            return []
        self.reading.note_label = note.label
        own = any(True for _ in note.content.iter(w("footnoteRef"), w("endnoteRef")))
        self.reading.note_pending = bool(note.label) and not own
        self.reading.changes |= changes_in(note.content)
        return self.blocks(note.content, Surround("note"))

    def _unknown(self, element: Element, surround: Surround) -> list[Block]:
        """Report an element that nobody taught us; read paragraphs in it only if Word itself would show them."""
        name = f"{element.prefix}:{local(element.tag)}" if element.prefix else local(element.tag)
        known_space = element.tag.startswith(f"{{{W_SPACE}}}")
        blocks = self.blocks(element, surround) if known_space and element.find(f".//{P}") is not None else []
        lost = element.tag == w("altChunk") or (not blocks and any((text or "").strip() for text in element.itertext()))
        issue = (
            Issue(word_unread.UNREAD_CONTENT, {"element": name})
            if lost
            else Issue(word_unread.UNKNOWN_ELEMENT, {"element": name}, name)
        )
        self.report(issue, max(self.reading.paragraph, 1))
        return blocks


def _inside(element: Element) -> Element | None:
    """Return what a wrapper around blocks holds; None for an element that is none."""
    if element.tag == SDT:
        content = element.find(SDT_CONTENT)
        return content if content is not None else element
    if element.tag == ALTERNATE:
        branch = chosen(element)
        return branch if branch is not None else element
    return element if element.tag == _CUSTOM_XML else None


def _level(properties: dict[str, Element], style: ParagraphStyle) -> int | None:
    direct = outline_level(properties)
    return (style.level if direct is None else direct) or None


def _has_text(element: Element) -> bool:
    return any((one.text or "").strip() for one in element.iter(T))
