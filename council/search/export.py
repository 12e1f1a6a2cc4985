"""An edition's index as static files below `assets/search/`, from which a browser searches without any server."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct, field

from council.cache import Store, fingerprint, key_of, made_by, pack
from council.search.bins import bin_bytes, cut, packed
from council.search.chunks import SMALL_CHUNK, BlockTexts, block_texts
from council.search.directory import (
    BinEntry,
    BlockEntry,
    Directory,
    bin_stem,
    directory_json,
    index_json,
    manifest_json,
    suggest_json,
)
from council.search.documents import Block
from council.search.layers import Source, layers, size_of, sources
from council.search.merging import merged
from council.search.naming import Names
from council.search.packing import FOLDER, Shard, shard, zipped
from council.search.years import Index

KEPT = "search-texts"
"""The kind, before the edition's name, of what the store keeps: what is told of each year's texts, block by block."""

KEPT_BINS = "search-bins"
"""The same of what is told of a layer's bins."""

SMALL_BIN = 1 << 12
"""Bytes of posting lists in a bin, before gzip, of an archive that is not large; of the newest year alone, half of it."""

_MOST_FILES = 8000
"""Of one sort; a larger archive has larger files, so that the directory stays short."""

_REPEATED = 2
"""Bytes of the years' posting lists to a byte of all of them joined, roughly: each year has its terms once more."""

_TEXT = 3
"""Bytes of text to a byte of posting lists, roughly."""


class Made(Struct, frozen=True):
    """A file; without content where it is known to be kept already."""

    uri: str
    content: bytes | None


class Edition(Struct, frozen=True):
    """What is exported: all blocks, the index of just these, what things are called; ``tables`` of widening are JSON."""

    blocks: Sequence[Block]
    index: Index
    names: Names
    tables: object
    name: str = "public"


class _Found(Struct):
    """What the directory will tell, as it is found."""

    blocks: list[BlockEntry] = field(default_factory=list)
    bins: list[Sequence[BinEntry]] = field(default_factory=list)
    files: list[Shard] = field(default_factory=list)


def export(edition: Edition, store: Store, *, anew: bool = False) -> Iterator[Made]:
    """Yield every file, `index.json` last; what the store tells of is believed to be kept, unless all is made ``anew``.

    What is told of a block's texts and a layer's bins is kept in the store; one bin or block is in memory at a time.
    DamagedListsError where a year of the index is not as it was written.
    """
    found = _Found()
    lists = sources(edition.index, store, edition.name)
    yield from _texts(edition, store, found, _target(SMALL_CHUNK, _TEXT * size_of(lists)), anew=anew)
    yield from _bins(edition, store, found, lists, anew=anew)
    yield from _tables(edition, found)


def _texts(edition: Edition, store: Store, found: _Found, target: int, *, anew: bool) -> Iterator[Made]:
    kind = f"{KEPT}-{edition.name}"
    texts: list[BlockTexts] = []
    for year, blocks in groupby(edition.blocks, lambda block: block.heading.year):
        key = key_of(year, str(target), made_by())
        before = () if anew else (store.record(kind, key, tuple) or ())
        told = yield from _made_texts(blocks, target, dict(before))
        if told != before:
            store.put(kind, key, pack(told))
        texts += (one for _, one in told)
    placed = zip(edition.blocks, _places(edition.index), texts, strict=True)
    found.blocks += (BlockEntry(base, count, block.heading, one) for block, (base, count), one in placed)
    found.files += (chunk.file for one in texts for chunk in one.chunks)
    store.complete(kind)


def _made_texts(
    blocks: Iterable[Block], target: int, known: Mapping[bytes, BlockTexts]
) -> Generator[Made, None, tuple[tuple[bytes, BlockTexts], ...]]:
    """Yield the files of blocks and return what is told of each; nothing is made of a block that is known."""
    told = []
    for block in blocks:
        texts, files = known.get(block.made_of), dict[str, bytes]()
        if texts is None:
            texts, files = block_texts(block, target)
        told.append((block.made_of, texts))
        yield from (Made(one.file.uri, files.get(one.file.uri)) for one in texts.chunks)
    return tuple(told)


def _places(index: Index) -> Iterator[tuple[int, int]]:
    """Yield number of the first document and count of documents of every block."""
    for base, year in zip(index.bases, index.years, strict=True):
        yield from ((base + row.base, row.count) for row in year.rows)


def _bins(edition: Edition, store: Store, found: _Found, lists: Sequence[Source], *, anew: bool) -> Iterator[Made]:
    kind = f"{KEPT_BINS}-{edition.name}"
    for place, layer in enumerate(layers(lists)):
        target = _target(SMALL_BIN >> min(place, 1), size_of(layer) // _REPEATED)
        key = key_of(fingerprint([(one.base, one.key) for one in layer]), str(target), made_by())
        bins: tuple[BinEntry, ...] = () if anew else (store.record(kind, key, tuple) or ())
        if bins:
            yield from (Made(one.file.uri, None) for one in bins)
        else:
            bins = yield from _made_bins(layer, target)
            store.put(kind, key, pack(bins))
        found.bins.append(bins)
        found.files += (one.file for one in bins)
    store.complete(kind)


def _made_bins(layer: Iterable[Source], target: int) -> Generator[Made, None, tuple[BinEntry, ...]]:
    """Yield the files of a layer and return what is told of them."""
    told = []
    for lists in cut(map(packed, merged((one.base, one.read()) for one in layer)), target):
        content = zipped(bin_bytes(lists))
        first = lists[0].term.decode()
        file = shard(bin_stem(first), ".bin", content)
        told.append(BinEntry(first, file))
        yield Made(file.uri, content)
    return tuple(told)


def _tables(edition: Edition, found: _Found) -> Iterator[Made]:
    """Yield directory, suggestions, manifest, and the file with their names."""
    index = edition.index
    told = Directory(
        numbers=sum(year.size for year in index.years),
        blocks=found.blocks,
        bins=found.bins,
        speakers=[one for year in index.years for one in year.speakers],
        names=edition.names,
        tables=edition.tables,
        chunk=_mean(one.file.size for block in found.blocks for one in block.texts.chunks),
    )
    made = {
        "directory": (".pack", zipped(directory_json(told))),
        "suggest": (".pack", zipped(suggest_json(told))),
    }
    files = {stem: shard(stem, suffix, content) for stem, (suffix, content) in made.items()}
    listed = manifest_json(told, (*found.files, *files.values()))
    made["manifest"], files["manifest"] = (".json", listed), shard("manifest", ".json", listed)
    yield from (Made(files[stem].uri, content) for stem, (_, content) in made.items())
    yield Made(f"{FOLDER}index.json", index_json(files["directory"], files["suggest"], files["manifest"]))


def _mean(sizes: Iterable[int]) -> int:
    held = tuple(sizes)
    return sum(held) // len(held) if held else 1


def _target(small: int, size: int) -> int:
    """Return the size of a file: doubled until there are not too many of them."""
    return small if size <= small * _MOST_FILES else _target(small * 2, size)
