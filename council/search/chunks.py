"""The texts of a block as the files in which a browser verifies its hits and finds the words around them.

A chunk is the JSON of a list, one entry a document: id, title (of a speech empty: its block has it), name, role, the term
of its speaker, group's id, text. All documents of a chunk are of one block and follow one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from council.search.documents import BILL, SPEECH, Block, Document
from council.search.facets import speaker_term
from council.search.packing import Shard, as_json, shard, zipped

SMALL_CHUNK = 1 << 14
"""Bytes of text in a chunk, before gzip, of an archive that is not large."""


class Chunk(Struct, frozen=True):
    """Some texts of a block: the place of the first, and the file."""

    first: int
    file: Shard


class BlockTexts(Struct, frozen=True):
    """What the directory tells of the texts of one block; ``bills`` are id and title of the bills in it."""

    chunks: tuple[Chunk, ...]
    bills: tuple[tuple[str, str], ...] = ()


def block_texts(block: Block, target: int) -> tuple[BlockTexts, dict[str, bytes]]:
    """Make the chunks of a block, about ``target`` bytes of text each, and tell of them."""
    documents = block.documents()
    chunks, files = [], {}
    for first, part in _parts(documents, target):
        content = zipped(as_json([_entry(one) for one in part]))
        file = shard(f"t/{block.heading.key}", ".pack", content)
        chunks.append(Chunk(first, file))
        files[file.uri] = content
    bills = tuple((one.id, one.title) for one in documents if one.kind == BILL)
    return BlockTexts(tuple(chunks), bills), files


def _parts(documents: Sequence[Document], target: int) -> Iterator[tuple[int, Sequence[Document]]]:
    """Yield documents that are kept together, with the place of the first."""
    first = size = 0
    for place, one in enumerate(documents):
        if size >= target:
            yield first, documents[first:place]
            first, size = place, 0
        size += len(one.text.encode())
    if documents:
        yield first, documents[first:]


def _entry(one: Document) -> list[str]:
    title = "" if one.kind == SPEECH else one.title
    return [one.id, title, one.name, one.role, speaker_term(one), one.group_id, one.text]
