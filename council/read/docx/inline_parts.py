"""What hangs on a paragraph besides its characters: unsettled changes, drawings, notes, comments, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.read.docx.names import AUTHOR, M_SPACE, R_ID, R_PR, Element, R, is_on, local, w
from council.read.docx.report import NOTHING_BEFORE
from council.read.docx.shapes import TextBox, read_drawing
from council.read.docx.visible import Concealment
from council.rules import word_hidden, word_unread

if TYPE_CHECKING:
    from council.diagnostics import Rule
    from council.read.docx.inline import InlineReader
    from council.read.docx.notes import Notes

_ID, _OWN_MARK = w("id"), w("customMarkFollows")


def inserted(reader: InlineReader, element: Element) -> None:
    """Read words whose insertion nobody has settled."""
    _change(reader, element, word_hidden.TRACKED_INSERTION)
    reader.content(element)


def moved_here(reader: InlineReader, element: Element) -> None:
    """Read words whose move to this place nobody has settled."""
    _change(reader, element, word_hidden.TRACKED_MOVE)
    reader.content(element)


def deleted(reader: InlineReader, element: Element) -> None:
    """Leave out words whose deletion nobody has settled."""
    _change(reader, element, word_hidden.TRACKED_DELETION)


def moved_away(reader: InlineReader, element: Element) -> None:
    """Leave out words whose move from this place nobody has settled."""
    _change(reader, element, word_hidden.TRACKED_MOVE)


def deleted_text(reader: InlineReader, _element: Element) -> None:
    """Leave out deleted words that stand outside a deletion."""
    reader.revision(word_hidden.TRACKED_DELETION, None)


def link(reader: InlineReader, element: Element) -> None:
    """Read the words of a link; where it leads is not published."""
    if element.get(R_ID):
        reader.issue(word_unread.LINK_TARGETS, once="")
    reader.content(element)


def drawing(reader: InlineReader, element: Element) -> None:
    """Keep the text boxes of a drawing; report its pictures and what cannot be read."""
    found = read_drawing(element)
    if found.pictures:
        reader.issue(word_unread.PICTURE, once="")
    for part in found.unread:
        reader.issue(word_unread.UNREAD_CONTENT, element=part)
    hidden = reader.hidden or reader.look.concealment is Concealment.HIDDEN
    if reader.sketch is not None and not hidden:
        reader.sketch.drawings.append((reader.ink.length, element))
    reader.boxes.extend(TextBox(box.content, box.background, box.hidden or hidden) for box in found.boxes)


def footnote(reader: InlineReader, element: Element) -> None:
    """Write the mark of a footnote."""
    _refer(reader, reader.reading.footnotes, element)


def endnote(reader: InlineReader, element: Element) -> None:
    """Write the mark of an endnote."""
    _refer(reader, reader.reading.endnotes, element)


def own_number(reader: InlineReader, _element: Element) -> None:
    """Write the number of the note that is being read, inside its own words."""
    reader.write(reader.reading.note_label)


def comment(reader: InlineReader, element: Element) -> None:
    """Report a comment; its words are not published."""
    author = reader.reading.authors.get(element.get(_ID)) or NOTHING_BEFORE
    reader.issue(word_hidden.WORD_COMMENT, author=author, before=reader.before)


def unread(reader: InlineReader, element: Element) -> None:
    """Report a part whose words are kept elsewhere."""
    reader.issue(word_unread.UNREAD_CONTENT, element=local(element.tag))


def _change(reader: InlineReader, element: Element, rule: Rule) -> None:
    if _has_content(element):
        reader.revision(rule, element.get(AUTHOR))
    else:
        reader.note_formatting()


def _has_content(element: Element) -> bool:
    """Return whether a change touches anything but formatting."""
    return any(child.tag != R_PR for run in element.iter(R, f"{{{M_SPACE}}}r") for child in run)


def _refer(reader: InlineReader, notes: Notes, element: Element) -> None:
    own_mark = element.get(_OWN_MARK)
    note = notes.refer(element.get(_ID), own_mark=own_mark is not None and is_on(own_mark))
    if note.content is None:
        reader.issue(word_unread.NOTE_MISSING)
    if notes.restarts:
        reader.issue(word_unread.NOTE_NUMBERS, once="")
    reader.write(note.label)
