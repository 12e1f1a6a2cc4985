"""Which pictures and forms a PDF draws: a list of resources may hold others, which nobody sees."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, PdfObject, StreamObject

from council.papers.pdf_objects import dictionary_at, list_at, resolved, word_at
from council.text.patterns import regex

_DRAWN = regex(rb"/([^\s/<>\[\](){}%]+)\s+Do(?![A-Za-z0-9])")
_CODE = regex(r"#([0-9A-Fa-f]{2})")

Key = tuple[int, int]


def drawn_objects(reader: PdfReader) -> frozenset[Key]:
    """Return the pictures and forms that pages, patterns, masks and drawn letters use, by number and generation."""
    found: set[Key] = set()
    waiting = deque((dictionary_at(page, "/Resources"), _drawing_of(page)) for page in reader.pages)
    seen: set[int] = set()
    while waiting:
        resources, drawing = waiting.popleft()
        for raw in _used(resources, drawing):
            one = resolved(raw)
            if isinstance(raw, IndirectObject):
                found.add((raw.idnum, raw.generation))
            if isinstance(one, StreamObject) and id(one) not in seen and word_at(one, "/Subtype") != "/Image":
                seen.add(id(one))
                inner = dictionary_at(one, "/Resources") if "/Resources" in one else resources
                waiting.append((inner, one.get_data()))
    return frozenset(found)


def _drawing_of(page: DictionaryObject) -> bytes:
    parts = (resolved(one) for one in list_at(page, "/Contents"))
    return b"\n".join(one.get_data() for one in parts if isinstance(one, StreamObject))


def _used(resources: DictionaryObject, drawing: bytes) -> Iterator[PdfObject]:
    """Yield what a drawing names, and the patterns, masks and letters beside it, which are taken as used."""
    listed = dictionary_at(resources, "/XObject")
    names = {_name(match) for match in _DRAWN.findall(drawing)}
    yield from (listed.raw_get(key) for key in listed if key in names)
    yield from dictionary_at(resources, "/Pattern").values()
    for state in map(resolved, dictionary_at(resources, "/ExtGState").values()):
        mask = dictionary_at(state, "/SMask") if isinstance(state, DictionaryObject) else DictionaryObject()
        if "/G" in mask:
            yield mask.raw_get("/G")
    for font in map(resolved, dictionary_at(resources, "/Font").values()):
        if isinstance(font, DictionaryObject):
            yield from dictionary_at(font, "/CharProcs").values()


def _name(raw: bytes) -> str:
    return "/" + _CODE.sub(lambda match: chr(int(match[1], 16)), raw.decode("latin-1"))
