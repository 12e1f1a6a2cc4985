"""Who makes pages of Word files and workbooks in a project, and that what was made is kept."""

from __future__ import annotations

from collections.abc import Iterable

from council.config import Config
from council.packets.office import find_office
from council.packets.pdf import is_installed
from council.packets.printing import SET, SET_PDF, Printer
from council.papers import Shelf
from council.parse.drafts import DraftMaterial


def printer_of(config: Config, shelf: Shelf) -> Printer:
    """Return what makes pages of a project's papers."""
    return Printer(shelf, config.facts.language, find_office(config.office))


def keep_pages(papers: Iterable[DraftMaterial], printer: Printer) -> None:
    """Keep what was made of these papers and let go of the rest."""
    if is_installed():
        for paper in papers:
            printer.keep(paper)
    printer.shelf.store.complete(SET, SET_PDF)
