"""Pages made of a Word file or workbook: by the office program where the council asks for it, else typeset by us."""

from __future__ import annotations

import io

from council.diagnostics import Outcome, finding
from council.location import Location
from council.model.events import Material
from council.model.paper_content import PaperContent, PaperPages
from council.packets.office import NAMES, NotConvertedError, Office
from council.packets.typeset.places import begins_on
from council.packets.typesetting import Typeset, typeset_paper
from council.papers import Shelf
from council.papers.cleaning import clean_paper
from council.papers.pdf_text import pdf_text
from council.rules import typesetting as rules
from council.text.blocks import paragraphs


def paper_pages(paper: Material, shelf: Shelf, language: str, office: Office | None) -> Outcome[Typeset | None]:
    """Return a paper's pages; None where they cannot be made. Findings: D401-D404."""
    content = shelf.seen(paper.sha256)
    if not content.parts and (words := shelf.text(paper.sha256)).has_words:
        told = finding(rules.TOO_LONG_TO_SET, Location(paper.path), count=words.text.count("\n") + 1)
        return Outcome(None, (told,))
    converted: Outcome[Typeset | None] = _converted(paper, content, shelf, office) if office else Outcome(None)
    if converted.value is not None:
        return converted
    pictures = {name: shelf.picture(name) for name in shelf.pictures(paper.sha256)}
    made = typeset_paper(content, paper.title, language, pictures, paper.path)
    return Outcome(made.value, (*converted.findings, *made.findings))


def _converted(paper: Material, content: PaperContent, shelf: Shelf, office: Office) -> Outcome[Typeset | None]:
    """Return a paper as the office program makes it of the published copy, cleaned like any PDF."""
    try:
        made = office.convert(shelf.content(paper.sha256), paper.kind)
        cleaned = clean_paper(made, paper.path, "pdf").value
        if cleaned is None:
            raise NotConvertedError("PDF")  # noqa: EM101, TRY301 - a reason, shown to people
        count, starts = _count(cleaned), begins_on(content, _words_of_pages(cleaned, paper.path))
        return Outcome(Typeset(cleaned, PaperPages(count, starts, office.name)))
    except NotConvertedError as error:
        told = finding(rules.NOT_CONVERTED, Location(paper.path), office=NAMES[office.name], reason=error)
        return Outcome(None, (told,))


def _words_of_pages(pdf: bytes, name: str) -> list[str]:
    return ["".join(one.text for one in paragraphs(part.blocks)) for part in pdf_text(pdf, name).value.parts]


def _count(pdf: bytes) -> int:
    import pikepdf  # noqa: PLC0415 - of the extra

    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            return len(opened.pages)
    except pikepdf.PdfError as error:
        raise NotConvertedError("PDF") from error  # noqa: EM101 - as above
