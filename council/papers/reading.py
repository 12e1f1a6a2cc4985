"""A paper made ready: the copy that is published, and its words, taken from that very copy."""

from __future__ import annotations

import pathlib
from collections.abc import Mapping

from msgspec import Struct, field

from council.diagnostics import Outcome, finding
from council.location import Location
from council.model.paper_content import PaperContent
from council.model.paper_text import PaperPart, PaperText
from council.papers.cleaning import clean_paper
from council.papers.refusal import RefusedPaperError
from council.papers.restricted_marks import restricted_mark
from council.papers.whole import read_whole
from council.papers.word_content import word_content
from council.rules import papers as rules


class PreparedPaper(Struct, frozen=True):
    """What is published of a paper: its bytes, its words, and of a Word file or workbook how it is seen.

    ``pictures`` are those that it shows, by the names of their files.
    """

    content: bytes
    text: PaperText
    seen: PaperContent | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def read_paper(path: pathlib.Path, name: str, kind: str) -> Outcome[PaperText | None]:
    """Return a paper's words; None if it must not be published. ``name`` is its path in the project.

    Findings: D103-D108, D301-D332. Whatever is hidden in the file is not in the words: they are those of the copy.
    """
    read = read_whole(path, name)
    if read.value is None:
        return Outcome(None, read.findings)
    prepared = prepare_paper(read.value, name, kind)
    return Outcome(prepared.value.text if prepared.value else None, prepared.findings)


def prepare_paper(data: bytes, name: str, kind: str) -> Outcome[PreparedPaper | None]:
    """Make the copy of a paper and read its words from it. Findings: as `read_paper`."""
    cleaned = clean_paper(data, name, kind)
    if cleaned.value is None:
        return Outcome(None, cleaned.findings)
    try:
        read = _read(cleaned.value, name, kind)
    except RefusedPaperError as refused:
        return Outcome(None, (*cleaned.findings, finding(refused.rule, Location(name), **refused.values)))
    mark = restricted_mark(read.value.text)
    marked = (finding(rules.MARKED_RESTRICTED, Location(name), text=mark),) if mark else ()
    return Outcome(read.value, (*cleaned.findings, *read.findings, *marked))


def _read(data: bytes, name: str, kind: str) -> Outcome[PreparedPaper]:
    match kind:
        case "pdf":
            from council.papers.pdf_text import pdf_text  # noqa: PLC0415 - pypdf is slow to import

            words = pdf_text(data, name)
            return Outcome(PreparedPaper(data, words.value), words.findings)
        case "docx":
            seen, pictures, blocks = word_content(data, name)
            return Outcome(
                PreparedPaper(data, PaperText(kind, (PaperPart(1, blocks),) if blocks else ()), seen, pictures)
            )
        case "xlsx":
            from council.papers.sheet_content import sheet_content  # noqa: PLC0415 - openpyxl is slow to import

            seen, pictures, text = sheet_content(data, name)
            return Outcome(PreparedPaper(data, text, seen, pictures))
    return Outcome(PreparedPaper(data, PaperText(kind)), (finding(rules.NO_WORDS, Location(name)),))
