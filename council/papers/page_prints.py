"""What is equal for equal pages of PDFs, however they were saved: their words and what is drawn on them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from pypdf import PageObject
from pypdf.generic import DictionaryObject, StreamObject

from council.model.paper_text import PaperPart, PaperText
from council.papers.pdf_objects import dictionary_at, resolved, word_at
from council.papers.pdf_open import open_pdf
from council.papers.prints import print_of
from council.text.blocks import paragraphs
from council.text.patterns import regex

_DEEPEST = 8
_TEXT = regex(rb"\bBT\b.*?\bET\b", re.DOTALL)
_SHOWN = regex(rb"(/[^\s/<>\[\]()]+)\s+Do\b")
_DRAWN = regex(rb"((?:[-+]?[0-9.]+\s+)+)(re|cm|[mlcvy])\b")


def page_prints(data: bytes, text: PaperText) -> tuple[str, ...]:
    """Return a print for each page of a PDF; ``text`` are its words. ValueError and the like if it does not open.

    A page saved again by another program has the same print if its words, pictures and lines are the same.
    """
    pages = open_pdf(data).pages
    parts: Sequence[PaperPart | None] = text.parts if len(text.parts) == len(pages) else [None] * len(pages)
    return tuple(_print(page, part) for page, part in zip(pages, parts, strict=True))


def _print(page: PageObject, part: PaperPart | None) -> str:
    words = _words(part) if part else ""
    found = hashlib.sha256(words.encode("utf-8", "surrogatepass"))
    contents = _data_of(page.get_contents)
    found.update(_drawing(contents) if words else contents)
    for picture in sorted(_pictures(dictionary_at(page, "/Resources"), contents)):
        found.update(picture)
    return print_of(found.hexdigest())


def _words(part: PaperPart) -> str:
    said = "".join(paragraph.text for paragraph in paragraphs(part.blocks))
    return "".join(unicodedata.normalize("NFKC", said).split())


def _data_of(ask: Callable[[], StreamObject | None]) -> bytes:
    try:
        stream = ask()
        data: bytes = stream.get_data() if stream is not None else b""
    except Exception:  # noqa: BLE001 - a damaged page may raise anything; the others are told apart all the same
        return b""
    return data


def _drawing(contents: bytes) -> bytes:
    """Return the lines and places of a page without its words, in whole points."""
    drawn = (
        b" ".join(b"%d" % round(float(number)) for number in numbers.split() if _is_number(number)) + name
        for numbers, name in _DRAWN.findall(_TEXT.sub(b" ", contents))
    )
    return b"\n".join(drawn)


def _is_number(text: bytes) -> bool:
    return text.strip(b"+-").replace(b".", b"", 1).isdigit() and len(text) < 12  # noqa: PLR2004 - no measure of a page is longer


def _pictures(resources: DictionaryObject, contents: bytes, depth: int = 0) -> Iterator[bytes]:
    """Yield a hash of each picture that is shown, and of the lines of each form."""
    objects = dictionary_at(resources, "/XObject")
    shown = set(_SHOWN.findall(contents))
    for name in objects:
        one = resolved(objects[name])
        if not isinstance(one, StreamObject) or name.encode() not in shown:
            continue
        if word_at(one, "/Subtype") != "/Form":
            yield hashlib.sha256(_data_of(partial(_as_stream, one)) or one._data).digest()  # noqa: SLF001 - as it lies in the file
            continue
        inside = _data_of(partial(_as_stream, one))
        yield hashlib.sha256(_drawing(inside)).digest()
        if depth < _DEEPEST:
            yield from _pictures(dictionary_at(one, "/Resources"), inside, depth + 1)


def _as_stream(one: StreamObject) -> StreamObject:
    return one
