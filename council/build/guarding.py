"""What is looked for before an edition is published, and what should not be public though nothing forbids it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from council.build.reading import Reading
from council.build.recalling import recall_of
from council.build.withdrawing import said_of
from council.cache import Store, key_of, made_by
from council.config import Config
from council.corrections import Silence
from council.diagnostics import Finding, Outcome
from council.editions import visible
from council.gate import (
    KeptTexts,
    Restricted,
    lists_of,
    personal_data_of_meeting,
    personal_data_of_paper,
    personal_data_of_rows,
    personal_data_of_table,
    restricted_words,
    scan,
    tracked_files,
)
from council.gate.allowed import PublicWords
from council.gate.index import Index
from council.gate.withdrawn import scan_withdrawn, withdrawn_words
from council.model.events import Audience
from council.papers import Shelf
from council.parse.drafts import DraftMaterial, DraftMeeting, Drafts
from council.publish import disk

PERSONAL, PERSONAL_ROWS = "personal", "personal-rows"
"""Kinds in the store: what looks like personal data in a paper, and in rows of a table."""


T = TypeVar("T", bound=tuple[Any, ...])


class Gate(Struct, frozen=True):
    """What an edition must not hold; ``kept`` are texts that are slow to take out of files."""

    restricted: Restricted | None = None
    kept: KeptTexts | None = None
    withdrawn: Restricted | None = None

    @property
    def fingerprint(self) -> str:
        """What changes when anything else is looked for: files that were clear under the same one still are."""
        return "-".join(one.fingerprint for one in (self.restricted, self.withdrawn) if one)

    def of(self, edition: str) -> Gate:
        """Return what one edition must not hold: what is for members only may stand in theirs."""
        return self if edition == Audience.PUBLIC else replace(self, restricted=None)

    def refuse(self, staging: Path, site_dir: Path, standing: Iterable[str]) -> tuple[Finding, ...]:
        """Return why a staged site may not be published (S401, S402), if so; it is removed then.

        ``standing`` are addresses in ``site_dir`` that stay as they are and were not yet looked through for this.
        """
        if self.kept is None:
            return ()
        found = self._scan(staging, None) or self._scan(site_dir, frozenset(standing))
        if found:
            disk.clear(staging)
        return found

    def _scan(self, folder: Path, only: frozenset[str] | None) -> tuple[Finding, ...]:
        restricted = scan(folder, self.restricted, self.kept, only) if self.restricted and self.kept else ()
        withdrawn = scan_withdrawn(folder, self.withdrawn, self.kept, only) if self.withdrawn and self.kept else ()
        return (*restricted, *withdrawn)


def with_withdrawn(gate: Gate, silence: Silence, config: Config, store: Store) -> Gate:
    """Return a gate that withdrawn words do not pass either; for whichever edition, for nobody may read them."""
    kept = gate.kept or KeptTexts(store)
    return replace(gate, kept=kept, withdrawn=withdrawn_words(said_of(silence), config.facts.name, kept))


def make_gate(config: Config, drafts: Drafts, store: Store) -> Outcome[Gate]:
    """Gather what is restricted; texts that are slow to take out of files are kept in the ``store``."""
    kept = KeptTexts(store)
    restricted = restricted_words(config.project, drafts, visible(drafts, Audience.PUBLIC), kept, config.facts.name)
    nothing = Restricted(Index(), PublicWords(Drafts()))  # holds on to no drafts
    return Outcome(Gate(nothing if restricted.value.is_empty else restricted.value, kept), restricted.findings)


def look_out(project: Path, drafts: Drafts, reading: Reading) -> tuple[Finding, ...]:
    """Warn of personal data in public text (S411-S413) and of restricted files that git carries away (S403)."""
    public = visible(drafts, Audience.PUBLIC)
    return (
        *(found for meeting in public.meetings for found in _personal_data_of(meeting)),
        *_personal_data_of_rows(public, reading),
        *(found for paper in public.materials for found in _personal_data_in(paper, reading.store)),
        *tracked_files(project),
    )


def _personal_data_of(meeting: DraftMeeting) -> tuple[Finding, ...]:
    """Return what was found when the minutes were read; they are looked through here only if nobody did."""
    if meeting.withheld:
        return ()
    known = meeting.outline.personal if meeting.outline else None
    return personal_data_of_meeting(meeting) if known is None else known


def _personal_data_of_rows(public: Drafts, reading: Reading) -> Iterator[Finding]:
    """Yield what tables and lists hold; one that stays as it was is looked through once."""
    recall = recall_of(reading, PERSONAL_ROWS)

    def looked_through(look: Callable[[T], tuple[Finding, ...]], rows: T) -> tuple[Finding, ...]:
        origins = list(map(recall.origins.of, rows))
        return recall.of(origins, (look.__name__, origins), partial(look, rows))

    for _, rows in groupby(public.vote_events, key=lambda one: one.table):
        yield from looked_through(personal_data_of_table, tuple(rows))
    for listed in lists_of(public):
        yield from looked_through(personal_data_of_rows, listed)


def _personal_data_in(paper: DraftMaterial, store: Store) -> tuple[Finding, ...]:
    """Return what a paper's words hold; a paper is looked through once."""
    if paper.withheld:
        return ()
    key = key_of(made_by(), paper.path, paper.sha256)
    found: tuple[Finding, ...] = store.value(
        PERSONAL, key, lambda: personal_data_of_paper(paper, Shelf(store).text(paper.sha256))
    )
    return found
