"""What is unsettled about a paragraph as a whole: its mark, its number, its formatting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.read.docx.changes import CHANGES, P_PR_CHANGE, author_of, former, rule_of
from council.read.docx.names import AUTHOR, P_PR, R_PR, child, children
from council.read.docx.styles import place_in_list
from council.read.docx.visible import Concealment
from council.rules import word_hidden as rules

if TYPE_CHECKING:
    from council.read.docx.inline import InlineReader
    from council.read.docx.names import Element


def former_properties(paragraph: Element) -> dict[str, Element]:
    """Return the children of a paragraph's w:pPr as they were before a tracked change."""
    return children(former(child(paragraph, P_PR), P_PR_CHANGE))


def report_changes(reader: InlineReader, paragraph: Element, properties: dict[str, Element]) -> None:
    """Report the changes that hang on properties: of words, of the list number, of anything else (R230-R232, R235, R237)."""
    changes = reader.reading.changes.get(paragraph, [])
    if any(rule_of(one) is None for one in changes):
        reader.note_formatting()
    if reader.formatting_changed and not reader.visibility_changed:
        reader.issue(rules.TRACKED_FORMATTING)
    for one in changes:
        rule = rule_of(one)
        if rule is not None:
            reader.revision(rule, one.get(AUTHOR))
    if changes and _numbered(reader, properties) != _numbered(reader, former_properties(paragraph)):
        reader.revision(rules.TRACKED_NUMBER, author_of([one for one in changes if one.tag == P_PR_CHANGE]))


def report_mark(reader: InlineReader, properties: dict[str, Element]) -> None:
    """Report an unsettled or hidden paragraph mark; a change of the words in the same paragraph stands for both."""
    mark = properties.get(R_PR)
    if mark is None:
        return
    for change in mark.iterchildren(*CHANGES):
        author = change.get(AUTHOR)
        if not reader.has_revision(CHANGES[change.tag], author):
            reader.revision(rules.TRACKED_PARAGRAPH_MARK, author)
    if reader.ink.text.strip() and mark_is_hidden(reader, properties):
        reader.issue(rules.HIDDEN_PARAGRAPH_MARK)


def mark_is_hidden(reader: InlineReader, properties: dict[str, Element]) -> bool:
    """Return whether the paragraph's mark is hidden text."""
    mark = properties.get(R_PR)
    return mark is not None and reader.ground.look(mark).concealment is Concealment.HIDDEN


def _numbered(reader: InlineReader, properties: dict[str, Element]) -> tuple[int, int] | None:
    ref = place_in_list(properties, reader.reading.style(properties))
    return (ref.number_id, ref.level or 0) if ref is not None and ref.number_id else None
