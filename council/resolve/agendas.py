"""Agenda items tied to the heading in the minutes under which they were taken up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from council.model.events import AgendaItem, Event, EventId
from council.model.outline import Heading, Outline
from council.text.numerals import fold_width


def tie_agendas(events: Mapping[EventId, Event], outlines: Mapping[EventId, Outline]) -> dict[EventId, Event]:
    """Give each agenda item the address of its heading: the one that bears its label, else names the same bills."""
    return {
        identifier: replace(event, agenda=_tied(event.agenda, outlines[identifier]))
        if identifier in outlines
        else event
        for identifier, event in events.items()
    }


def _tied(agenda: tuple[AgendaItem, ...], outline: Outline) -> tuple[AgendaItem, ...]:
    headings = outline.headings
    if not headings:
        return agenda
    by_words = {_squeezed(heading.text): heading.speech_id for heading in reversed(headings)}
    return tuple(
        replace(item, speech_id=found) if (found := _heading(item, headings, by_words)) else item for item in agenda
    )


def _heading(item: AgendaItem, headings: Sequence[Heading], by_words: Mapping[str, str]) -> str:
    label, title = _squeezed(item.label), _squeezed(item.title)
    for words, identifier in by_words.items():
        if (
            label
            and words.removeprefix("△").removeprefix("◎").startswith(label)
            and not words[_end(words, label)].isdigit()
        ):
            return identifier
    for heading in headings:
        if set(item.motion_ids) & set(heading.motion_ids):
            return heading.speech_id
    return next((identifier for words, identifier in by_words.items() if len(title) > 1 and title in words), "")


def _squeezed(text: str) -> str:
    return "".join(fold_width(text).split())


def _end(words: str, label: str) -> int:
    return min(words.index(label) + len(label), len(words) - 1)
