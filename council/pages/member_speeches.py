"""What a member said: by sitting, newest first, one line per heading; turns in the chair are one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from council.model.debate import SpeechType
from council.pages.addresses import speech_uri
from council.pages.grouping import grouped
from council.pages.sheet import Link, Sheet
from council.pages.sittings import sitting_link
from council.pages.traces import SpeechRun


@dataclass(frozen=True, slots=True)
class SpeechLine:
    """A run of turns under one heading: how it begins, where it stands."""

    href: str
    heading: str
    kind: str
    words: str
    turns: int
    presiding: bool


@dataclass(frozen=True, slots=True)
class SpeechGroup:
    """What a member said in one sitting."""

    meeting: Link
    lines: tuple[SpeechLine, ...]


def speech_groups(sheet: Sheet, runs: Sequence[SpeechRun]) -> tuple[SpeechGroup, ...]:
    """Return a member's speeches by sitting, the newest sitting first."""
    by_event = grouped((run.event_id, run) for run in runs)
    events = sheet.record.council.events
    newest_first = sorted(by_event, key=lambda event_id: events[event_id].sort_key, reverse=True)
    return tuple(
        SpeechGroup(
            sitting_link(sheet, event_id),
            tuple(_line(sheet, run) for run in by_event[event_id]),
        )
        for event_id in newest_first
    )


def _line(sheet: Sheet, run: SpeechRun) -> SpeechLine:
    return SpeechLine(
        href=sheet.href(speech_uri(run.event_id, run.speech_id)),
        heading=run.heading,
        kind=_kind(sheet, run),
        words=run.first_words,
        turns=run.turns,
        presiding=run.presiding,
    )


def _kind(sheet: Sheet, run: SpeechRun) -> str:
    if run.presiding:
        return sheet.t("speech.presiding")
    return sheet.t(f"speech.{run.type.value}") if run.type in (SpeechType.QUESTION, SpeechType.ANSWER) else ""
