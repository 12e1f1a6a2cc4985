"""Withdrawn words out of everything that was read, and what is needed to keep them out of all that follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from council.cache import Store, fingerprint, key_of, made_by
from council.corrections import Errata, Silence, Swept, Withdrawn, holds, sweep, text_holds
from council.diagnostics import Bilingual, Outcome
from council.gate.said import Said
from council.model.paper_content import letters
from council.papers import Shelf
from council.papers.shelf import OFFICE
from council.parse.drafts import DraftMeeting, Drafts
from council.report import Change

HELD = "withdrawn"
"""Kind in the store: whether a text holds some withdrawn words."""


class Texts(Struct, frozen=True):
    """Answers whether a sitting's or a paper's text holds words; what was answered once lies in the store."""

    store: Store

    def of_meeting(self, meeting: DraftMeeting, withdrawn: tuple[Withdrawn, ...]) -> bool:
        """Say it of a sitting, without fetching its text if the answer is known."""
        keys = [getattr(one, "key", "") for one in (meeting.preface, meeting.debate, meeting.epilogue)]
        if not all(keys):
            return text_holds(meeting, withdrawn)
        return self._kept((*keys, meeting.path), withdrawn, lambda: text_holds(meeting, withdrawn))

    def of_paper(self, sha256: str, withdrawn: tuple[Withdrawn, ...]) -> bool:
        """Say it of a paper's words, by the hash of its copy."""
        return self._kept((sha256,), withdrawn, lambda: holds(withdrawn, _all_words(Shelf(self.store), sha256)))

    def _kept(self, keys: Iterable[str], withdrawn: tuple[Withdrawn, ...], ask: Callable[[], bool]) -> bool:
        words = fingerprint(tuple(one.letters for one in withdrawn))
        answer: bool = self.store.value(HELD, key_of(made_by(), words, *keys), ask)
        return answer


def withdraw(drafts: Drafts, errata: Errata, hidden: Iterable[str], store: Store) -> Outcome[Swept]:
    """Take withdrawn words out of all that was read; ``hidden`` are those that left the files the list names.

    Findings: as `council.corrections.sweep`.
    """
    texts = Texts(store)
    swept = sweep(drafts, errata, hidden, texts.of_meeting, texts.of_paper)
    store.complete(HELD)
    return swept


def said_of(silence: Silence) -> Iterator[Said]:
    """Yield withdrawn words as the gate looks for them, each with the row that withdraws it."""
    yield from (Said(one.words, one.row, "withdrawn") for one in silence.withdrawn)


def quiet_changes(changes: Iterable[Change], silence: Silence) -> tuple[Change, ...]:
    """Return what a publication changed without the words, which stood in the one before."""

    def quiet(text: Bilingual) -> Bilingual:
        return Bilingual(silence.text(text.ja), silence.text(text.en))

    return tuple(replace(one, text=quiet(one.text), details=tuple(map(quiet, one.details))) for one in changes)


def _all_words(shelf: Shelf, sha256: str) -> str:
    """Return a paper's words, titles of sheets, readings and what is said of pictures."""
    text = shelf.text(sha256)
    seen = letters(shelf.seen(sha256)) if text.kind in OFFICE else ""
    return "\n".join((text.text, *(part.title for part in text.parts), seen))
