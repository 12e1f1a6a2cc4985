"""What the reader of Word files finds in a paper, in words for papers: unsettled and hidden text hold it back."""

from __future__ import annotations

from collections.abc import Iterator

from council.diagnostics import Finding, Rule, finding
from council.location import Location
from council.papers.restricted_marks import mark_among
from council.read.docx import read_word_bytes
from council.read.docx.names import w
from council.read.docx.package import Package
from council.read.docx.reading import Reading, Surround
from council.read.docx.refusal import RefusedError
from council.read.docx.report import NOTHING_BEFORE, Reporter
from council.read.docx.walker import Walker
from council.rules import materials, word_hidden, word_refused, word_unread
from council.rules import papers as rules

_TRACKED = (
    word_hidden.TRACKED_INSERTION,
    word_hidden.TRACKED_DELETION,
    word_hidden.TRACKED_MOVE,
    word_hidden.TRACKED_PARAGRAPH_MARK,
    word_hidden.TRACKED_TABLE,
    word_hidden.TRACKED_VISIBILITY,
    word_hidden.TRACKED_NUMBER,
)
_HIDDEN = (word_hidden.HIDDEN_TEXT, word_hidden.INVISIBLE_COLOUR, word_hidden.TINY_TEXT, word_hidden.COVERED_CELL)
_SAID: dict[str, Rule] = {
    **{rule.code: rules.TRACKED_CHANGE for rule in _TRACKED},
    **{rule.code: rules.HIDDEN_TEXT for rule in _HIDDEN},
    word_hidden.STRUCK_TEXT.code: rules.STRUCK_TEXT,
}
_NOT_IN_WORDS = frozenset(
    rule.code
    for rule in (
        word_unread.UNREAD_CONTENT,
        word_unread.UNKNOWN_SYMBOL,
        word_unread.EQUATION,
        word_unread.PRIVATE_USE,
    )
)
_REFERENCES = (w("headerReference"), w("footerReference"))
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def word_findings(data: bytes, name: str) -> tuple[Finding, ...]:
    """Return what must be settled before a Word paper is published, headers and footers included.

    Findings: D103, D104, D108, D304 (refused), D301-D303 (unsettled, hidden, struck out), D317 (not in the words),
    D320 (a header says that it is not for everyone).
    """
    read = read_word_bytes(data, name)
    if read.value is None:
        return tuple(_refused(found) for found in read.findings)
    try:
        around = tuple(_around(data, name))
    except RefusedError as refusal:
        return (_refused(refusal.finding),)
    found = dict.fromkeys(one for raw in (*read.findings, *around) if (one := _translated(raw)))
    headers = (dict(raw.values)["text"] for raw in read.findings if raw.rule is word_unread.HEADER_FOOTER)
    mark = next((mark for words in headers if (mark := mark_among(words))), "")
    found |= {finding(rules.MARKED_RESTRICTED, Location(name), text=mark): None} if mark else {}
    beyond = any(raw.rule.code in _NOT_IN_WORDS for raw in read.findings)
    return (*found, *((finding(rules.BEYOND_WORDS, Location(name)),) if beyond else ()))


def _around(data: bytes, name: str) -> Iterator[Finding]:
    """Yield what is found in headers and footers, which minutes leave out and a published file shows."""
    package = Package(data, name)
    seen: set[str] = set()
    for reference in package.main.iter(*_REFERENCES):
        identifier = reference.get(_RELATION_ID) or ""
        root = None if identifier in seen else package.by_id(identifier)
        seen.add(identifier)
        if root is not None:
            reporter = Reporter(name)
            Walker(Reading(package, root, reporter)).blocks(root, Surround())
            yield from (Finding(one.rule, Location(name), one.values) for one in reporter.findings)


def _translated(found: Finding) -> Finding | None:
    rule = _SAID.get(found.rule.code)
    if rule is None:
        return None
    given = {"author": NOTHING_BEFORE, "before": NOTHING_BEFORE, "count": "?", **dict(found.values)}
    wanted = ("author", "before") if rule is rules.TRACKED_CHANGE else ("count", "before")
    return Finding(rule, found.location, tuple((key, given[key]) for key in wanted))


def _refused(found: Finding) -> Finding:
    values = dict(found.values)
    place = Location(found.location.path)
    if found.rule is word_refused.WORD_ENCRYPTED:
        return finding(materials.LOCKED, place)
    if found.rule is word_refused.WORD_TOO_LARGE:
        return finding(materials.TOO_LARGE, place, size=values["size"], limit=values["limit"])
    if found.rule is word_refused.WORD_MACRO:
        return finding(rules.EMBEDDED, place, part="VBA")
    return finding(materials.UNREADABLE, place, reason=values.get("part") or values.get("kind") or found.rule.name)
