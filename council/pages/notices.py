"""What must stand beside a text: its status, the official record, corrections, what is held back."""

from __future__ import annotations

from msgspec import Struct

from council.glossary import term
from council.model.council import Correction
from council.model.events import Event
from council.pages.addresses import CORRECTIONS
from council.pages.decisions import source_words
from council.pages.sheet import Moment, Sheet
from council.text.patterns import regex

_CELL = regex(r"\d+(?::\d+)?")
_PAGE = regex(r"[a-z]+/[A-Za-z0-9._~-]+\.html(?:#[A-Za-z0-9._~-]+)?")


class CorrectionNote(Struct, frozen=True):
    """A published correction in words; ``was`` and ``now`` are empty where words were withdrawn.

    ``url`` leads to the place it is of, ``listed`` to its entry in the list of corrections.
    """

    id: str
    listed: str
    day: Moment
    kind: str
    where: str
    was: str
    now: str
    reason: str
    decided_by: str
    url: str
    restricted: bool


class StatusNote(Struct, frozen=True):
    """The standing of a text: the word, what it means, and that the signed minutes are the record."""

    word: str
    look: str
    explained: str
    official: str
    day: str


def correction_notes(sheet: Sheet) -> tuple[CorrectionNote, ...]:
    """Return the corrections that concern this page."""
    found = sheet.record.corrections_by_url.get(sheet.uri, ())
    return tuple(correction_note(sheet, correction) for correction in found)


def correction_note(sheet: Sheet, correction: Correction) -> CorrectionNote:
    """Return one correction in words."""
    return CorrectionNote(
        id=correction.id,
        listed=sheet.href(f"{CORRECTIONS}#{correction.id}") if correction.id else "",
        day=sheet.plain_day(correction.date),
        kind=sheet.t(f"correction.{correction.kind}"),
        where=_where(sheet, correction),
        was=correction.was,
        now=correction.now,
        reason=correction.reason,
        decided_by=correction.decided_by,
        url=sheet.href(correction.url) if _PAGE.fullmatch(correction.url) else "",
        restricted=correction.audience != "public",
    )


def _where(sheet: Sheet, correction: Correction) -> str:
    """Return file and place; a cell as Excel shows it, words as they are."""
    if _CELL.fullmatch(correction.place):
        return source_words(sheet, f"{correction.target}:{correction.place}")
    return " ".join(part for part in (correction.target, correction.place) if part)


def status_note(sheet: Sheet, event: Event) -> StatusNote:
    """Return the status of a sitting's minutes with the note on the official record."""
    words = term(event.status)
    corrected = (one.date for one in sheet.record.corrections_by_url.get(sheet.uri, ()))
    day = max((day for day in (event.start_date, *corrected) if day), default=None)
    return StatusNote(
        word=words.in_language(sheet.language),
        look=event.status.value or "unstated",
        explained=words.explained(sheet.language),
        official=sheet.record.council.facts.official_record_note or sheet.t("official.note"),
        day=sheet.t("data.as_of", day=sheet.plain_day(day).text) if day else "",
    )
