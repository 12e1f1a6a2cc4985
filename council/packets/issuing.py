"""What is written down when a packet is handed out: its parts with their numbers, as the next revision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from council.model.events import Audience, EventId
from council.model.handouts import Handout, PageNumber
from council.packets.numbering import Numbered, Numbering, Part


class Issue(Struct, frozen=True):
    """Which packet is handed out, when, as which revision."""

    event_id: EventId
    edition: Audience
    revision: int
    day: dt.date


class Issued(Struct, frozen=True):
    """A part as it is handed out: with its title and, if it is a paper, its 資料番号."""

    part: Part
    title: str = ""
    label: PageNumber | None = None


def hand_out(issue: Issue, parts: Sequence[Issued], numbering: Numbering) -> tuple[Handout, ...]:
    """Return the rows of a revision; what is gone stands there with where its numbers lead."""
    rows = (_row(issue, one, numbered) for one, numbered in zip(parts, numbering.parts, strict=True))
    return (*rows, *_gone(issue, numbering))


def has_changed(numbering: Numbering) -> bool:
    """Say whether a packet differs from what was handed out last."""
    return bool(numbering.removed) or any(_differs(one) for one in numbering.parts)


def _differs(one: Numbered) -> bool:
    return one.was is None or bool(one.moves) or (one.kept or one.numbers) != one.was.numbers


def _row(issue: Issue, one: Issued, numbered: Numbered) -> Handout:
    """Return a part's row; what is held back keeps all its numbers and what they stood for."""
    part, was = one.part, numbered.was if one.part.held else None
    return Handout(
        event_id=issue.event_id,
        edition=issue.edition,
        revision=issue.revision,
        issued=issue.day,
        part=part.kind,
        key=part.key,
        numbers=numbered.kept or numbered.numbers,
        prints=was.prints if was else part.prints if all(part.prints) else (),
        moves=numbered.moves,
        label=one.label,
        sha256=was.sha256 if was else part.sha256,
        title=one.title,
    )


def _gone(issue: Issue, numbering: Numbering) -> Iterator[Handout]:
    for was, moves in numbering.removed:
        yield replace(was, revision=issue.revision, issued=issue.day, numbers=(), prints=(), moves=moves, sha256="")
