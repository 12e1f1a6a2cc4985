"""A packet's last touch: its title and day, nothing else about it, and bytes that are the same for the same content."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from council.packets.book import Book
from council.text.patterns import regex

# What an object may carry beside what is seen (`council/papers/pdf_parts.py` leaves the same behind).
_CARRIED = frozenset(
    {
        *("/Metadata", "/PieceInfo", "/LastModified", "/AF", "/AA", "/JS", "/EF", "/Thumb", "/OPI", "/OC"),
        *("/Alternates", "/PTEX.FileName", "/PTEX.InfoDict", "/PTEX.PageNumber"),
    }
)
_OWN = frozenset(
    {
        "/Type",
        "/Pages",
        "/Lang",
        "/MarkInfo",
        "/StructTreeRoot",
        "/ViewerPreferences",
        "/Outlines",
        "/PageLabels",
        "/Names",
    }
)
_DAY = regex(r"(\d{4})-(\d{2})-(\d{2})")
_UNDATED = "20000101"


def finished(pdf: pikepdf.Pdf, book: Book, title: str) -> bytes:
    """Return the file's bytes."""
    for key in [one for one in pdf.Root.keys() if one not in _OWN]:  # noqa: SIM118 - a PDF dictionary is no mapping
        del pdf.Root[key]
    pdf.Root.PageMode = Name.UseOutlines
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    for one in pdf.objects:
        _lighten(one, 0)
    _describe(pdf, book, title)
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        min_version="1.7",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        linearize=False,
    )
    return out.getvalue()


def _lighten(one: Any, depth: int) -> None:  # noqa: ANN401 - any object of the file
    """Take off what an object carries beside what is seen; what it refers to is an object of its own."""
    if isinstance(one, (Dictionary, pikepdf.Stream)):
        for key in list(one.keys()):
            if key in _CARRIED:
                del one[key]
            elif key not in {"/Parent", "/P", "/Pg"}:
                _lighten_direct(one.get(key), depth)
    elif isinstance(one, Array):
        for part in one:
            _lighten_direct(part, depth)


def _lighten_direct(part: Any, depth: int) -> None:  # noqa: ANN401 - any object of the file
    if isinstance(part, pikepdf.Object) and not part.is_indirect and depth < 64:  # noqa: PLR2004 - deeper than any
        _lighten(part, depth + 1)


def _describe(pdf: pikepdf.Pdf, book: Book, title: str) -> None:
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    match = _DAY.match(book.date)
    day = "".join(match.groups()) if match else _UNDATED
    pdf.docinfo.Title = String(title)
    pdf.docinfo.CreationDate = pdf.docinfo.ModDate = String(f"D:{day}000000Z")
