"""Short ways to write rows of corrections and the texts they are of, for the tests of the corrections' room."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import Any

from council.corrections import Errata
from council.location import Location
from council.model.debate import SpeechType
from council.model.events import Audience
from council.parse.drafts import DraftCorrection, DraftMeeting, DraftSpeech
from council.text.blocks import Mark, MarkKind, Paragraph

MINUTES = "minutes_src/a/第1号.docx"


def sha256(words: str) -> str:
    return "sha256:" + hashlib.sha256(words.encode()).hexdigest()


def row(line: int, target: str, *, kind: str, **words: str) -> DraftCorrection:
    """Return a row of that line; ``words`` are place, was and now."""
    place, was, now = (words.get(name, "") for name in ("place", "was", "now"))
    at = Location("votes/corrections.csv", line)
    return DraftCorrection(dt.date(2026, 4, 1), kind, target, place, was, now, "", "", at, id=f"c-{line}")


def rows_of(case: dict[str, Any], target: str) -> tuple[DraftCorrection, ...]:
    """Return the rows of a case, the first in line 2; ``sha256`` holds the words whose hash stands in the table."""
    return tuple(
        row(
            line,
            target,
            kind=one["kind"],
            place=str(one.get("place", "")),
            was=sha256(one["sha256"]) if "sha256" in one else str(one["was"]),
            now=str(one.get("is", "")),
        )
        for line, one in enumerate(case["rows"], start=2)
    )


def errata(rows: Iterable[DraftCorrection], target: str) -> Errata:
    return Errata({target: tuple(rows)})


def paragraphs_of(case: dict[str, Any]) -> tuple[Paragraph, ...]:
    """Return the numbered paragraphs of a case; one with readings is written as a map."""
    made = []
    for number, one in enumerate(case["paragraphs"], start=1):
        text = one if isinstance(one, str) else one["text"]
        readings = () if isinstance(one, str) else one["ruby"]
        made.append(Paragraph(number, text, tuple(Mark(a, b, MarkKind.RUBY, value) for a, b, value in readings)))
    return tuple(made)


def meeting_of(paragraphs: Iterable[Paragraph]) -> DraftMeeting:
    """Return a sitting whose speeches begin at the marks ○ ◆ ◎."""
    speeches: list[list[Paragraph]] = []
    for paragraph in paragraphs:
        if paragraph.text[:1] in "○◆◎△" or not speeches:
            speeches.append([])
        speeches[-1].append(paragraph)
    said = tuple(
        DraftSpeech(SpeechType.SPEECH, tuple(held), Location(MINUTES, paragraph=held[0].number)) for held in speeches
    )
    return DraftMeeting(MINUTES, Audience.PUBLIC, "test", Location(MINUTES), debate=said)


def with_marks(paragraph: Paragraph) -> str:
    """Return a paragraph's text with its marks written into it: ``[redacted c-2|]``."""
    text = paragraph.text
    for mark in reversed(paragraph.marks):
        held = f"[{mark.kind.value} {mark.value}|{text[mark.start : mark.end]}]"
        text = text[: mark.start] + held + text[mark.end :]
    return text


def told_of(rows: Iterable[DraftCorrection]) -> list[str]:
    """Return what may be shown: ``c-2 applied ¶1``."""
    return [" ".join(filter(None, (one.id, "applied" if one.applied else "shown", _at(one.at)))) for one in rows]


def _at(at: Location | None) -> str:
    return str(at).removeprefix(at.path).removeprefix(":") if at else ""
