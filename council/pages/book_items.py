"""What stands on the sheet before an item's papers: its bills, where they were debated and decided before."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from council.model.events import AgendaItem, Event
from council.model.votes import VoteEvent
from council.packets import layout
from council.packets.book import Line
from council.pages import decisions
from council.pages.addresses import bill_uri, speech_uri, vote_uri
from council.pages.record import Record
from council.pages.sheet import Sheet
from council.pages.sittings import sitting_link
from council.pages.traces import HeadingTrace


def bill_lines(sheet: Sheet, item: AgendaItem) -> tuple[Line, ...]:
    """Return the bills of an item: number and title, each leading to its page."""
    motions = [sheet.record.council.motions[one] for one in item.motion_ids]
    found = [
        Line(" ".join(part for part in (decisions.number_words(one), one.text) if part), bill_uri(one.id))
        for one in motions
    ]
    return _bounded(sheet, found, layout.SHEET_BILLS)


def has_past(record: Record, event: Event, item: AgendaItem) -> bool:
    """Say whether a bill of an item was taken up or decided on an earlier day: what its sheet would tell besides its name."""
    return any(_headings(record, event, item)) or any(_decided(record, event, item))


def debate_lines(sheet: Sheet, event: Event, item: AgendaItem) -> tuple[Line, ...]:
    """Return where the item's bills were taken up in earlier sittings, the latest first."""
    events = sheet.record.council.events
    earlier = _headings(sheet.record, event, item)
    by_speech = {(trace.event_id, trace.speech_id): trace for trace in earlier}
    ordered = sorted(by_speech.values(), key=lambda trace: events[trace.event_id].sort_key, reverse=True)
    several = len(item.motion_ids) > 1
    return _bounded(sheet, [_debate(sheet, trace, several=several) for trace in ordered], layout.SHEET_DEBATES)


def _debate(sheet: Sheet, trace: HeadingTrace, *, several: bool) -> Line:
    """Return where a bill was taken up; its heading is told only where the item has ``several`` bills."""
    sitting = sitting_link(sheet, trace.event_id).text
    words = sheet.t("book.debate", sitting=sitting, title=trace.title) if several else sitting
    return Line(words, speech_uri(trace.event_id, trace.speech_id))


def decision_lines(sheet: Sheet, event: Event, item: AgendaItem) -> tuple[Line, ...]:
    """Return what was decided on the item's bills on earlier days, the latest first."""
    ordered = sorted(_decided(sheet.record, event, item), key=lambda one: one.date or dt.date.min, reverse=True)
    return _bounded(sheet, [_decision(sheet, one) for one in ordered], layout.SHEET_DECISIONS)


def _headings(record: Record, event: Event, item: AgendaItem) -> Iterator[HeadingTrace]:
    for trace in dict.fromkeys(trace for key in item.motion_ids for trace in record.headings.get(key, ())):
        if trace.event_id != event.id and _is_before(record.council.events[trace.event_id].start_date, event):
            yield trace


def _decided(record: Record, event: Event, item: AgendaItem) -> Iterator[VoteEvent]:
    for key in item.motion_ids:
        yield from (one for one in record.decisions_by_motion.get(key, ()) if _is_before(one.date, event))


def _decision(sheet: Sheet, decision: VoteEvent) -> Line:
    motion = sheet.record.council.motions[decision.motion_id]
    matter = " ".join(
        part for part in (decisions.number_words(motion) or motion.text, decisions.aspect(sheet, decision)) if part
    )
    result = decisions.result_words(sheet, decision.result)
    if figures := decisions.figures(sheet, decision) or decisions.unnamed_state(sheet, decision):
        result = sheet.t("book.figures", result=result, figures=figures)
    day = sheet.plain_day(decision.date).text
    return Line(sheet.t("book.decision", day=day, matter=matter, result=result), vote_uri(decision.id))


def _is_before(day: dt.date | None, event: Event) -> bool:
    """Say whether a day is earlier than a sitting's: what came later must not change a packet that was handed out."""
    return day is not None and event.start_date is not None and day < event.start_date


def _bounded(sheet: Sheet, found: Sequence[Line], most: int) -> tuple[Line, ...]:
    shown = [Line(clipped(line.text, layout.SHEET_WIDTH), line.href) for line in found[:most]]
    return (*shown, Line(sheet.t("book.more", n=len(found) - most))) if len(found) > most else tuple(shown)


def clipped(text: str, columns: int) -> str:
    """Return a text of at most so many columns, a kanji two; what is longer ends in an ellipsis."""
    if _columns(text) <= columns:
        return text
    kept = ""
    for character in text:
        if _columns(kept + character) > columns - 2:
            break
        kept += character
    return kept.rstrip() + "…"


def _columns(text: Iterable[str]) -> int:
    return sum(1 + (unicodedata.east_asian_width(character) in "WFA") for character in text)
