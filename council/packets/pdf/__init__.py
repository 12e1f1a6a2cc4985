"""The packet as one PDF."""

from __future__ import annotations

from collections.abc import Callable

from council.diagnostics import Outcome, finding
from council.location import Location
from council.packets.book import Book
from council.packets.pdf.fonts import is_installed, versions
from council.rules import binding as rules

__all__ = ["bind", "is_installed", "versions"]


def bind(book: Book, paper: Callable[[int], bytes | None]) -> Outcome[bytes | None]:
    """Return the PDF of a packet; the same plan and papers give the same bytes.

    ``paper`` returns the published copy of ``Book.papers[i]`` as PDF (Word files and workbooks typeset), PNG or JPEG;
    None where there is none. Findings: D501, D502 (a paper is not bound, or not as planned: a page says so in its
    place), D503 (no shape for a character), D504 (None: our own pages cannot be set as planned), D505 (None: the extra
    ``packet`` is not installed).
    """
    if not is_installed():
        return Outcome(None, (finding(rules.NO_EXTRA, Location(f"packets/{book.id}.pdf")),))
    from council.packets.pdf.binding import bound  # noqa: PLC0415 - of the extra, and slow to import

    return bound(book, paper)
