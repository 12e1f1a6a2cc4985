"""An edition's index as static files below `assets/search/`, from which a browser searches without any server."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from council.cache import NotPackedError, Store, fingerprint, key_of, made_by, pack, unpack
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
from council.search.lists import read_entries
from council.search.merging import merged
from council.search.naming import Names
from council.search.packing import FOLDER, Shard, shard, zipped
from council.search.years import Index, Placed, lists_size

KEPT = "search-texts"
"""The kind, before the edition's name, of what the store keeps: what is told of each block's texts."""

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


@dataclass(frozen=True, slots=True)
class Made:
    """A file; without content where it is known to be kept already."""

    uri: str
    content: bytes | None


@dataclass(frozen=True, slots=True)
class Edition:
    """What is exported: all blocks, the index of just these, what things are called; ``tables`` of widening are JSON."""

    blocks: Sequence[Block]
    index: Index
    names: Names
    tables: object
    name: str = "public"


@dataclass(slots=True)
class _Found:
    """What the directory will tell, as it is found."""

    blocks: list[BlockEntry] = field(default_factory=list)
    bins: list[Sequence[BinEntry]] = field(default_factory=list)
    files: list[Shard] = field(default_factory=list)


def export(edition: Edition, store: Store, has: Callable[[str], bool] = lambda _: False) -> Iterator[Made]:
    """Yield every file, `index.json` last; blocks and layers all of whose files ``has`` are not read again.

    What is told of a block's texts and a layer's bins is kept in the store; one bin or block is in memory at a time.
    """
    found = _Found()
    yield from _texts(edition, store, has, found)
    yield from _bins(edition, store, has, found)
    yield from _tables(edition, found)


def _texts(edition: Edition, store: Store, has: Callable[[str], bool], found: _Found) -> Iterator[Made]:
    target = _target(SMALL_CHUNK, _TEXT * _size(edition.index))
    for block, (base, count) in zip(edition.blocks, _places(edition.index), strict=True):
        texts, made = _block(block, target, f"{KEPT}-{edition.name}", store, has)
        yield from (Made(one.file.uri, made.get(one.file.uri)) for one in texts.chunks)
        found.blocks.append(BlockEntry(base, count, block.heading, texts))
        found.files += [one.file for one in texts.chunks]
    store.complete(f"{KEPT}-{edition.name}")


def _block(
    block: Block, target: int, kept: str, store: Store, has: Callable[[str], bool]
) -> tuple[BlockTexts, Mapping[str, bytes]]:
    """Return what is told of a block's texts, and their files unless all are kept."""
    key = key_of(block.made_of, str(target), made_by())
    made: dict[str, bytes] = {}
    known: BlockTexts = store.value(kept, key, partial(_make, block, target, made))
    if made or all(has(one.file.uri) for one in known.chunks):
        return known, made
    return block_texts(block, target)


def _make(block: Block, target: int, made: dict[str, bytes]) -> BlockTexts:
    texts, files = block_texts(block, target)
    made.update(files)
    return texts


def _places(index: Index) -> Iterator[tuple[int, int]]:
    """Yield number of the first document and count of documents of every block."""
    for base, year in zip(index.bases, index.years, strict=True):
        yield from ((base + row.base, row.count) for row in year.rows)


def _bins(edition: Edition, store: Store, has: Callable[[str], bool], found: _Found) -> Iterator[Made]:
    kind = f"{KEPT_BINS}-{edition.name}"
    for place, layer in enumerate(edition.index.layers):
        target = _target(SMALL_BIN >> min(place, 1), lists_size(layer) // _REPEATED)
        key = key_of(fingerprint([(base, year.folder.name) for base, year in layer]), str(target), made_by())
        bins = _kept_bins(store, kind, key, has)
        if bins is None:
            bins = yield from _made_bins(layer, target)
            store.put(kind, key, pack(bins))
        else:
            yield from (Made(one.file.uri, None) for one in bins)
        found.bins.append(bins)
        found.files += [one.file for one in bins]
    store.complete(kind)


def _kept_bins(store: Store, kind: str, key: str, has: Callable[[str], bool]) -> tuple[BinEntry, ...] | None:
    """Return what is told of a layer's bins if all of them are kept."""
    known = store.get(kind, key)
    bins: tuple[BinEntry, ...] | None = None
    if known is not None:
        with suppress(NotPackedError):
            bins = unpack(known)
    return bins if bins is not None and all(has(one.file.uri) for one in bins) else None


def _made_bins(layer: Iterable[Placed], target: int) -> Generator[Made, None, tuple[BinEntry, ...]]:
    """Yield the files of a layer and return what is told of them."""
    told = []
    for lists in cut(map(packed, merged((base, read_entries(year.lists)) for base, year in layer)), target):
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


def _size(index: Index) -> int:
    """Return the bytes of all posting lists: how large the archive is."""
    return lists_size(zip(index.bases, index.years, strict=True))


def _target(small: int, size: int) -> int:
    """Return the size of a file: doubled until there are not too many of them."""
    return small if size <= small * _MOST_FILES else _target(small * 2, size)
