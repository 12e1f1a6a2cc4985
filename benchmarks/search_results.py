"""What one run of `search.py` found: a column of the table for each size of archive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from scale_measure import Cost
from search_queries import Judged
from search_traffic import Traffic


@dataclass(frozen=True, slots=True)
class Found:
    """How near a search comes to grep: with the words that people type, and with pieces drawn out of the texts."""

    typed: Judged
    drawn: Judged


@dataclass(frozen=True, slots=True)
class Making:
    """What our search takes: the index, the published files, these again with nothing or with one sitting changed.

    Bytes are those of the index in the cache, of posting lists and of texts published; ``count`` is of published files.
    """

    index: Cost
    files: Cost
    nothing: Cost
    changed: Cost
    index_bytes: int
    postings_bytes: int
    texts_bytes: int
    count: int


@dataclass(frozen=True, slots=True)
class Ours:
    """The search of this program."""

    making: Making
    traffic: Sequence[Traffic]
    found: Found


@dataclass(frozen=True, slots=True)
class Material:
    """Material's search; bytes that are sent before the first query, milliseconds until it can be asked and a query.

    ``memory`` is the peak of the reader's tab in MiB.
    """

    sent: int
    ready: float
    memory: float
    milliseconds: Sequence[float]
    found: Found


@dataclass(frozen=True, slots=True)
class Pagefind:
    """Pagefind."""

    cost: Cost
    bytes: int
    traffic: Sequence[Traffic]
    found: Found


@dataclass(frozen=True, slots=True)
class Column:
    """One archive: million bytes of text asked for and written; what was not measured is None.

    ``failed`` has a sentence for every other search that was begun and could not be measured.
    """

    asked: float
    text: int
    speeches: int
    sittings: int
    years: int
    ours: Ours
    material: Material | None
    pagefind: Pagefind | None
    failed: Sequence[str] = ()


Bar = tuple[str, str, bool]

_MIDDLING, _LARGE = 10, 480  # MB asked for
_MEDIAN, _MOST = 20, 200  # KB of postings a query
_SECONDS, _MIB = 3, 600
_KB = 1000


def bars(columns: Sequence[Column]) -> list[Bar]:
    """Return what is to be held, what was measured, whether it is held; only of sizes that were measured."""
    return [*(bar for one in columns for bar in _bars(one)), _exact(columns)]


def _bars(one: Column) -> Iterator[Bar]:
    making = one.ours.making
    postings = sorted(query.postings / _KB for query in one.ours.traffic)
    if one.asked == _MIDDLING:
        yield _at_most(f"10 MB: ≤ {_MEDIAN} KB of postings a query (median)", median(postings), _MEDIAN, "{:.1f} KB")
        yield _at_most(f"10 MB: one sitting changed: ≤ {_SECONDS} s of CPU", making.changed.cpu, _SECONDS, "{:.2f} s")
    if one.asked == _LARGE:
        peak = max(making.index.memory, making.files.memory)
        yield _at_most(f"480 MB: ≤ {_MOST} KB of postings a query (maximum)", postings[-1], _MOST, "{:.1f} KB")
        yield _at_most(f"480 MB: index and published files: ≤ {_MIB} MiB", peak, _MIB, "{:.0f} MiB")


def _exact(columns: Sequence[Column]) -> Bar:
    parts = [part for one in columns for part in (one.ours.found.typed, one.ours.found.drawn)]
    exact, asked = sum(part.exact for part in parts), sum(part.asked for part in parts)
    return "all sizes: a query finds what grep finds, no more and no less", f"{exact:,} of {asked:,}", exact == asked


def _at_most(bar: str, found: float, limit: float, form: str) -> Bar:
    return bar, form.format(found), found <= limit
