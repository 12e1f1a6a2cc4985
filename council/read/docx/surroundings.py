"""What stands around the text of a Word file and is not published: headers, footers, references to elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.read.docx.names import R_ID, V_SPACE, w
from council.read.docx.reading import Reading, Surround
from council.read.docx.report import Issue, Reporter
from council.read.docx.walker import Walker
from council.rules import word_unread as rules
from council.text.blocks import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.read.docx.names import Element
    from council.read.docx.package import Package

_LONGEST = 60
_WATERMARK = f"{{{V_SPACE}}}textpath"


def report_surroundings(package: Package, reporter: Reporter) -> None:
    """Report headers and footers with their words, and what outside the file it refers to."""
    for element in _headers(package):
        text = _visible(package, element)
        if text:
            reporter.report(Issue(rules.HEADER_FOOTER, {"text": text}, once=text))
    for kind in package.externals:
        reporter.report(Issue(rules.EXTERNAL_CONTENT, {"kind": kind}))


def _headers(package: Package) -> Iterator[Element]:
    for reference in package.main.iter(w("headerReference"), w("footerReference")):
        element = package.by_id(reference.get(R_ID) or "")
        if element is not None:
            yield element


def _visible(package: Package, element: Element) -> str:
    """Return the words of a header and its watermarks on one line; what is hidden in it stays hidden."""
    blocks = Walker(Reading(package, element, Reporter(""))).blocks(element, Surround())
    marks = dict.fromkeys(one.get("string") or "" for one in element.iter(_WATERMARK))
    words = " ".join(word for text in (*(one.text for one in paragraphs(blocks)), *marks) for word in text.split())
    return f"{words[:_LONGEST]}…" if len(words) > _LONGEST else words
