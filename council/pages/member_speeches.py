"""What a member said: by sitting, newest first, one line per heading; turns in the chair are one line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from council.model.debate import SpeechType
from council.pages.addresses import speech_uri
from council.pages.grouping import grouped
from council.pages.sheet import Link, Sheet
from council.pages.sittings import sitting_link
from council.pages.traces import SpeechRun


class SpeechLine(Struct, frozen=True):
    """A run of turns under one heading: how it begins, where it stands."""

    href: str
    heading: str
    kind: str
    words: str
    turns: int
    presiding: bool


class SpeechGroup(Struct, frozen=True):
    """What a member said in one sitting."""

    meeting: Link
    lines: tuple[SpeechLine, ...]


def speech_groups(sheet: Sheet, runs: Sequence[SpeechRun]) -> tuple[Markup, ...]:
    """Return a member's speeches as finished sections by sitting, the newest sitting first, a piece for each month."""
    by_event = grouped((run.event_id, run) for run in runs)
    events = sheet.record.council.events
    newest_first = sorted(by_event, key=lambda event_id: events[event_id].sort_key, reverse=True)
    by_month = grouped((events[one].sort_key[0][:7], by_event[one]) for one in newest_first)
    pieces = (sheet.part(f"speeches:{month}", partial(_sections, sheet), found) for month, found in by_month.items())
    return tuple(Markup(piece) for piece in pieces)  # noqa: S704 - an autoescaped template's own output


def _sections(sheet: Sheet, sittings: Sequence[Sequence[SpeechRun]]) -> str:
    groups = tuple(
        SpeechGroup(sitting_link(sheet, runs[0].event_id), tuple(_line(sheet, run) for run in runs))
        for runs in sittings
    )
    return str(sheet.fragment("member_speeches", groups))


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
