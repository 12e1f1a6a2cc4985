"""What stands inside a paragraph: runs, and everything that may hold runs or stand between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.read.docx import inline_fields, inline_parts, inline_text
from council.read.docx.ink import Ink
from council.read.docx.names import (
    ALTERNATE,
    DEL,
    FLD_CHAR,
    INS,
    M_SPACE,
    MOVE_FROM,
    MOVE_TO,
    R_PR,
    SDT,
    SDT_CONTENT,
    W_SPACE,
    Element,
    R,
    T,
    chosen,
    local,
    w,
)
from council.read.docx.report import NOTHING_BEFORE, Issue
from council.read.docx.symbols import in_symbol_font
from council.read.docx.visible import Concealment
from council.rules import word_unread as rules
from council.rules.word_hidden import TRACKED_VISIBILITY

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.diagnostics import Rule
    from council.read.docx.changes import Former
    from council.read.docx.numbering import Label
    from council.read.docx.reading import Reading, Surround
    from council.read.docx.shapes import TextBox
    from council.read.docx.sketch import ParagraphSketch
    from council.read.docx.visible import Ground


class InlineReader:
    """Reads one paragraph into `Ink`.

    ``boxes`` are the text boxes anchored in it; ``look`` is how the run being read comes out; ``hidden`` holds
    for everything in it; tracked changes of formatting were met, or such that decide whether words are seen, where
    ``formatting_changed`` or ``visibility_changed``.
    """

    def __init__(self, reading: Reading, ground: Ground, surround: Surround, former: Former | None = None) -> None:
        """Take what the paragraph stands in; ``former`` compares with it before tracked changes of formatting."""
        self.reading = reading
        self.ground = ground
        self.hidden = surround.hidden
        self.former = former
        self.formatting_changed = self.visibility_changed = False
        self.look = ground.plain
        self.ink = Ink(reading.reporter.before)
        self.boxes: list[TextBox] = []
        self.sketch: ParagraphSketch | None = None
        self._revisions: set[tuple[str, str]] = set()

    def content(self, element: Element) -> None:
        """Read the children of a paragraph or of a wrapper inside it."""
        self.reading.enter()
        for child in element:
            self.one(child)
        self.reading.leave()

    def one(self, element: Element) -> None:
        """Read one element by what is known of it."""
        _HANDLERS.get(element.tag, unknown)(self, element)

    def run(self, element: Element) -> None:
        """Read a w:r."""
        self.compare(element)
        outer, self.look = self.look, self.ground.plain
        if self.sketch is not None:
            self.sketch.begin_run(next(element.iterchildren(R_PR), None))
        for child in element:
            if child.tag == R_PR:
                self.look = self.ground.look(child)
            else:
                _HANDLERS.get(child.tag, unknown)(self, child)
        if self.sketch is not None:
            self.sketch.end_run()
        self.look = outer

    def compare(self, run: Element) -> None:
        """Report a run whose words tracked changes of formatting would show, hide or strike."""
        if self.former is not None and self.former.unsettles(run):
            self.revision(TRACKED_VISIBILITY, self.former.author(run))
            self.visibility_changed = True

    def write(self, text: str) -> None:
        """Write characters as the present run looks; in the code of a field nothing is written."""
        fields = self.reading.fields
        if fields:
            if self.reading.in_field_code:
                return
            fields[-1].result_written = True
        if self.look.symbol_font:
            text = self._in_symbol_font(self.look.symbol_font, text)
        start = self.ink.length
        self.ink.write(text, Concealment.HIDDEN if self.hidden else self.look.concealment)
        if self.sketch is not None:
            self.sketch.wrote(start, self.ink.length)

    def label(self, label: Label) -> None:
        """Write the paragraph's list number; one that is set hidden is not printed."""
        if label.unknown_format:
            self.issue(rules.UNKNOWN_NUMBERING, format=label.unknown_format)
        for font, code in label.unknown_symbols:
            self.issue(rules.UNKNOWN_SYMBOL, font=font, code=f"U+{code:04X}")
        if not self.hidden and self.ground.look(label.properties).concealment is not Concealment.HIDDEN:
            self.ink.write(label.text, None)
            if self.sketch is not None:
                self.sketch.label = self.ink.length

    def note_formatting(self) -> None:
        """Note a tracked change of formatting, which is reported once for the paragraph."""
        self.formatting_changed = True

    def issue(self, rule: Rule, *, once: str | None = None, **values: str) -> None:
        """Keep something to report when the paragraph's words are known."""
        self.ink.issues.append(Issue(rule, values, once))

    def revision(self, rule: Rule, author: str | None) -> None:
        """Report an unsettled change, once for a kind and person in a paragraph."""
        key = (rule.code, author or NOTHING_BEFORE)
        if key not in self._revisions:
            self._revisions.add(key)
            self.issue(rule, author=key[1], before=self.before)

    def has_revision(self, rule: Rule, author: str | None) -> bool:
        """Return whether such a change was reported in this paragraph."""
        return (rule.code, author or NOTHING_BEFORE) in self._revisions

    @property
    def before(self) -> str:
        """The visible words before this place."""
        return self.reading.reporter.before(self.ink.last)

    def _in_symbol_font(self, font: str, text: str) -> str:
        printed, codes = in_symbol_font(font, text)
        for code in codes:
            self.issue(rules.UNKNOWN_SYMBOL, font=font, code=f"U+{code:04X}")
        return printed


def unknown(reader: InlineReader, element: Element) -> None:
    """Report an element that nobody taught us; read words in it only if Word itself would show them."""
    name = f"{element.prefix}:{local(element.tag)}" if element.prefix else local(element.tag)
    if element.tag.startswith(f"{{{M_SPACE}}}"):
        inline_text.equation(reader, element)
    elif element.tag.startswith(f"{{{W_SPACE}}}"):
        reader.issue(rules.UNKNOWN_ELEMENT, once=name, element=name)
        reader.content(element)
    elif any((text or "").strip() for text in element.itertext()):
        reader.issue(rules.UNREAD_CONTENT, element=name)
    else:
        reader.issue(rules.UNKNOWN_ELEMENT, once=name, element=name)


def _wrapped(reader: InlineReader, element: Element) -> None:
    """Read a content control, whose properties stand beside its content."""
    content = element.find(SDT_CONTENT)
    if content is not None:
        reader.content(content)


def _alternate(reader: InlineReader, element: Element) -> None:
    branch = chosen(element)
    if branch is not None:
        reader.content(branch)


def _silent(_reader: InlineReader, _element: Element) -> None:
    """Pass by what is never printed."""


def _named(
    names: str, handler: Callable[[InlineReader, Element], None]
) -> dict[str, Callable[[InlineReader, Element], None]]:
    return {w(name): handler for name in names.split()}


# Every element that may stand in a paragraph or run (ECMA-376 part 1, 17.3, 17.13, 17.16) and what is done with it.
_HANDLERS: dict[str, Callable[[InlineReader, Element], None]] = {
    R: InlineReader.run,
    T: inline_text.text,
    SDT: _wrapped,
    ALTERNATE: _alternate,
    INS: inline_parts.inserted,
    DEL: inline_parts.deleted,
    MOVE_FROM: inline_parts.moved_away,
    MOVE_TO: inline_parts.moved_here,
    FLD_CHAR: inline_fields.mark,
    **_named("smartTag customXml bdo dir", InlineReader.content),
    **_named("hyperlink", inline_parts.link),
    **_named("fldSimple", inline_fields.simple),
    **_named("instrText", inline_fields.code),
    **_named("tab ptab", inline_text.tab),
    **_named("br cr", inline_text.line_break),
    **_named("noBreakHyphen", inline_text.hyphen),
    **_named("sym", inline_text.sym),
    **_named("ruby", inline_text.ruby),
    **_named("drawing pict object", inline_parts.drawing),
    **_named("footnoteReference", inline_parts.footnote),
    **_named("endnoteReference", inline_parts.endnote),
    **_named("footnoteRef endnoteRef", inline_parts.own_number),
    **_named("commentReference", inline_parts.comment),
    **_named("delText", inline_parts.deleted_text),
    **_named("pgNum dayShort monthShort yearShort dayLong monthLong yearLong", inline_fields.placeholder),
    **_named("subDoc contentPart control", inline_parts.unread),
    **_named(
        "pPr rPr softHyphen lastRenderedPageBreak proofErr bookmarkStart bookmarkEnd permStart permEnd "
        "commentRangeStart commentRangeEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd "
        "customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd "
        "customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd "
        "smartTagPr customXmlPr sdtPr sdtEndPr annotationRef separator continuationSeparator delInstrText fldData",
        _silent,
    ),
}
