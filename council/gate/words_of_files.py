"""The words of an input file that nobody may see outside: each line with its place, in whatever kind of file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from council.gate.kept_texts import KeptTexts
from council.gate.refusal import UnreadableError
from council.gate.said import Said, said
from council.location import Location
from council.read.docx import read_word
from council.read.encoding import decode
from council.read.signatures import Content, content_of
from council.read.tables import read_tables

PICTURES = (Content.PNG, Content.JPEG, Content.GIF)


def words_of(path: Path, name: str, data: bytes, kept: KeptTexts) -> tuple[Said, ...] | None:
    """Return the words of a file; None where nobody here can read them. A picture has none."""
    content = content_of(data)
    suffix = path.suffix.casefold()
    if content in (*PICTURES, Content.EMPTY, Content.ZEROS):
        return ()
    if content is Content.PDF:
        return _pdf(data, name, kept)
    if content is Content.ZIP and suffix == ".docx":
        word = read_word(path, name).value
        return tuple(said(word.blocks, Location(name))) if word else None
    if suffix == ".xlsx" or (suffix == ".csv" and content is Content.TEXT):
        return tuple(_tables(path, name)) or None
    return _text(data, name) if content in (Content.TEXT, Content.HTML) else None


def _pdf(data: bytes, name: str, kept: KeptTexts) -> tuple[Said, ...] | None:
    from council.gate.pdf import open_pdf, page_texts  # noqa: PLC0415 - pypdf is slow to import

    try:
        pages = kept.of(data, "pages", lambda: page_texts(open_pdf(data)))
    except UnreadableError:
        return None
    lines = (
        Said(_closed(line), Location(name, sheet=f"p.{number}"), "text")
        for number, page in enumerate(pages, start=1)
        for line in page.splitlines()
    )
    return tuple(line for line in lines if line.text) or None


def _closed(line: str) -> str:
    """Return a line without its spaces where every character of a justified line stands apart."""
    parts = line.split()
    return "".join(parts) if sum(len(part) == 1 for part in parts) * 2 > len(parts) else line.strip()


def _tables(path: Path, name: str) -> Iterator[Said]:
    for grid in read_tables(path, name).value:
        for row in grid.rows:
            for column, cell in enumerate(row.cells, start=1):
                if cell:
                    yield Said(cell, grid.at(row.line, column), "text")


def _text(data: bytes, name: str) -> tuple[Said, ...] | None:
    decoded = decode(data, name).value
    if decoded is None:
        return None
    lines = enumerate(decoded.text.splitlines(), start=1)
    return tuple(Said(line, Location(name, line=number), "text") for number, line in lines if line.strip())
