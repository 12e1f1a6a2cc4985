"""Tables to drafts: each file read once and kept by its content, one with corrections anew each time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from council.build.reading import Reading
from council.cache import fingerprint, key_of, made_by
from council.config import Config
from council.corrections import Corrected, Errata, correct_tables, without_words_in_findings
from council.diagnostics import Outcome
from council.parse.columns import Sharing, VoteColumns
from council.parse.drafts import DraftVoteEvent
from council.parse.find import InputFile
from council.parse.votes import parse_vote_table
from council.read.documents import Grid
from council.read.tables import read_tables
from council.read.whole_file import read_bytes

TABLES = "tables"
"""Kind in the store: what a table holds."""

T = TypeVar("T")
Parse = Callable[[tuple[Grid, ...]], Outcome[tuple[T, ...]]]


def read_table(
    file: InputFile | None, errata: Errata, reading: Reading, parse: Parse[T], basis: bytes = b""
) -> Outcome[Corrected[tuple[T, ...]]]:
    """Read a table; ``basis`` is the fingerprint of what it is read by besides its own content.

    What was withdrawn of a table must not lie anywhere, so that one with corrections is never kept.
    """
    if file is None:
        return Outcome(Corrected(()))
    data = read_bytes(file.path, file.name).value
    if data is None or errata.of(file.name) or file.name in errata.kept_back:
        return _corrected(file, errata, parse)
    key = key_of(made_by(), data, file.name, parse.__qualname__, basis)
    told: Outcome[tuple[T, ...]] = reading.store.value(TABLES, key, lambda: _read(file, parse))
    for place, row in enumerate(told.value):
        reading.origins.note(row, f"{key}:{place}")
    return Outcome(Corrected(told.value), told.findings)


class KnownNames(Struct, frozen=True):
    """The names that columns of vote tables may bear: people's, and parliamentary groups', which are nobody's."""

    people: frozenset[str]
    groups: frozenset[str] = frozenset()


def read_vote_tables(
    files: Iterable[InputFile], errata: Errata, reading: Reading, config: Config, names: KnownNames
) -> Outcome[Corrected[tuple[DraftVoteEvent, ...]]]:
    """Read vote tables; ``names`` are those that their columns may bear."""

    def parse_votes(grids: tuple[Grid, ...]) -> Outcome[tuple[DraftVoteEvent, ...]]:
        symbols, columns = config.vote_symbols, config.vote_columns
        people, groups = names.people, names.groups
        told = [
            parse_vote_table(one, roster_names=people, columns=columns, symbols=symbols, groups=groups) for one in grids
        ]
        sharing = Sharing()
        events = (event for one in told for event in one.value)
        rows = tuple(replace(event, votes=sharing.columns(VoteColumns, event.votes)) for event in events)
        return Outcome(rows, tuple(found for one in told for found in one.findings))

    basis = fingerprint((sorted(names.people), sorted(names.groups), config.vote_columns, config.vote_symbols))
    read = [read_table(file, errata, reading, parse_votes, basis) for file in files]
    return joined(read, tuple(event for one in read for event in one.value.value))


def joined(read: Sequence[Outcome[Corrected[object]]], value: T) -> Outcome[Corrected[T]]:
    """Return what several files hold, with the corrections of all of them."""
    matched = tuple(row for one in read for row in one.value.matched)
    hidden = tuple(words for one in read for words in one.value.hidden)
    return Outcome(Corrected(value, matched, hidden), tuple(found for one in read for found in one.findings))


def _read(file: InputFile, parse: Parse[T]) -> Outcome[tuple[T, ...]]:
    read = read_tables(file.path, file.name)
    parsed = parse(read.value)
    return Outcome(parsed.value, (*read.findings, *parsed.findings))


def _corrected(file: InputFile, errata: Errata, parse: Parse[T]) -> Outcome[Corrected[tuple[T, ...]]]:
    read = read_tables(file.path, file.name)
    put_right = correct_tables(file.name, read.value, errata)
    said = without_words_in_findings(read.findings, put_right.value.hidden)
    parsed = parse(put_right.value.value)
    findings = (*said, *put_right.findings, *parsed.findings)
    return Outcome(put_right.value.holding(parsed.value), findings)
