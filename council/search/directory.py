"""The files by which the browser finds all others: directory, suggestions, manifest, and `index.json` with their names.

`directory.HASH.pack`, an object:

- ``format``, ``folding``: the version of these files, the hash of the table of folding; ``numbers``: all document numbers are below it;
  ``documents``: how many there are;
- ``sessions``, ``bodies``, ``groups``: lists of [id, name]; one name may have several ids;
- ``speakers``: [term, name, reading, id of the last group, count of documents], everyone who spoke;
- ``blocks``: [first number, count, kind, date, index of the session or -1, index of the body's name in ``names`` or -1, title, key,
  chunks] ascending by number; chunks are [place of the first text, hash of the name] in turn, of the file `t/KEY.HASH.pack`;
- ``bins``: a list for each layer, the numbers in which are above those of the one before: first term, hash of the name, bytes, in
  turn, ascending by term; the file is `p/HEX.HASH.bin` with the code point of the first term's first character in hexadecimal;
- ``chunk``: how many bytes a file of texts has, on average;
- ``tables``: the words of `tables.Tables`.

`suggest.HASH.pack`: a list of [kind, label, value, url, reading]: members, bills, bodies, sessions.
`manifest.HASH.json`: ``format``, ``folding``, ``documents``, ``files``: [uri below the site's root, bytes, SHA-256] of every file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from council.model.events import MotionId, SessionId
from council.pages.addresses import bill_uri, member_uri, session_uri
from council.search.chunks import BlockTexts
from council.search.documents import Heading
from council.search.folding import FOLDING_HASH
from council.search.gathering import Speaker
from council.search.lists import PERSON
from council.search.naming import Names
from council.search.packing import Shard, as_json

FORMAT = 2
"""The version of all these files: a browser module of another version says that the page is old."""

Value = str | int
Row = list[object]


class BlockEntry(Struct, frozen=True):
    """A block in its place: the number of its first document, and how many it has."""

    base: int
    count: int
    heading: Heading
    texts: BlockTexts


class BinEntry(Struct, frozen=True):
    """A bin: the first of its terms, and the file."""

    first: str
    file: Shard


class Directory(Struct, frozen=True):
    """All that the directory tells; ``speakers`` are those of the years, one after another, ``bins`` layer by layer."""

    numbers: int
    blocks: Sequence[BlockEntry]
    bins: Sequence[Sequence[BinEntry]]
    speakers: Sequence[Speaker]
    names: Names
    tables: object
    chunk: int = 1

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return sum(one.count for one in self.blocks)


def bin_stem(first: str) -> str:
    """Return the part of a bin's name before the hash."""
    return f"p/{ord(first[0]):x}"


def directory_json(told: Directory) -> bytes:
    """Return the directory before gzip."""
    bodies = list(dict.fromkeys(one.heading.body for one in told.blocks if one.heading.body))
    sessions = {one: place for place, (one, _) in enumerate(told.names.sessions)}
    return as_json(
        {
            "format": FORMAT,
            "folding": FOLDING_HASH,
            "numbers": told.numbers,
            "documents": told.documents,
            "sessions": told.names.sessions,
            "bodies": told.names.bodies,
            "groups": told.names.groups,
            "speakers": list(_speakers(told)),
            "names": bodies,
            "blocks": [_block(one, sessions, bodies) for one in told.blocks],
            "bins": [
                [part for one in layer for part in (one.first, one.file.name, one.file.size)] for layer in told.bins
            ],
            "chunk": told.chunk,
            "tables": told.tables,
        }
    )


def _speakers(told: Directory) -> Iterator[Row]:
    """Yield who spoke: members in the record's order, then whoever is nobody's person, as first printed."""
    found: dict[str, list[Speaker]] = {}
    for one in told.speakers:
        found.setdefault(one.term, []).append(one)
    people = {PERSON + one.id: one for one in told.names.people}
    for term in (*(term for term in people if term in found), *(term for term in found if term not in people)):
        person, spoke = people.get(term), found[term]
        group = next((one.group_id for one in reversed(spoke) if one.group_id), "")
        name, kana = (person.name, person.sort_name) if person else (spoke[0].label, "")
        yield [term, name, kana, group, sum(one.count for one in spoke)]


def _block(one: BlockEntry, sessions: dict[str, int], bodies: list[str]) -> Row:
    heading = one.heading
    return [
        one.base,
        one.count,
        heading.kind,
        heading.date,
        sessions.get(heading.session_id, -1),
        bodies.index(heading.body) if heading.body else -1,
        heading.title,
        heading.key,
        [part for chunk in one.texts.chunks for part in (chunk.first, chunk.file.name)],
    ]


def suggest_json(told: Directory) -> bytes:
    """Return what the search box suggests, before gzip; bills and sessions the newest first."""
    bills = [bill for block in reversed(told.blocks) for bill in block.texts.bills]
    spoke = dict.fromkeys(one.heading.body for one in told.blocks if one.heading.body)
    return as_json(
        [
            *(["member", one.name, one.id, member_uri(one.id), one.sort_name] for one in told.names.people),
            *(["bill", title, one, bill_uri(MotionId(one)), ""] for one, title in bills),
            *(["body", name, name, "", ""] for name in spoke),
            *(["session", name, one, session_uri(SessionId(one)), ""] for one, name in reversed(told.names.sessions)),
        ]
    )


def manifest_json(told: Directory, files: Iterable[Shard]) -> bytes:
    """Return the list of all files, for whoever keeps them for a place without network."""
    rows = [[one.uri, one.size, one.sha256] for one in files]
    return as_json({"format": FORMAT, "folding": FOLDING_HASH, "documents": told.documents, "files": rows})


def index_json(directory: Shard, suggest: Shard, manifest: Shard) -> bytes:
    """Return the one file of a fixed name: where all others begin."""
    names = {
        name: one.uri.rpartition("/")[2]
        for name, one in (("directory", directory), ("suggest", suggest), ("manifest", manifest))
    }
    return as_json({"format": FORMAT, "folding": FOLDING_HASH, **names})
