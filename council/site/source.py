"""Hand-written pages as text: the encodings that every input file may have."""

from __future__ import annotations

import codecs

from mkdocs.structure.files import File

from council.diagnostics import Outcome, finding
from council.location import Location
from council.rules.site import PAGE_UNDECODABLE

_MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_page(file: File) -> Outcome[str]:
    """Return a page's text, by its byte order mark, else UTF-8, else CP932; a page in none of them is empty."""
    content = file.content_bytes
    for encoding in _encodings(content):
        try:
            return Outcome(content.decode(encoding).replace("\r\n", "\n"))
        except UnicodeDecodeError:
            continue
    return Outcome("", (finding(PAGE_UNDECODABLE, Location(f"site_templates/pages/{file.src_uri}")),))


def _encodings(content: bytes) -> tuple[str, ...]:
    marked = next((encoding for mark, encoding in _MARKED if content.startswith(mark)), None)
    return (marked,) if marked else ("utf-8", "cp932")
