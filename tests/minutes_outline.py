"""Minutes as a page of text in, an outline as short lines out: what the cases of `cases/minutes` are written in."""

from __future__ import annotations

import datetime as dt

from council.diagnostics import Outcome
from council.model.events import Audience
from council.parse.drafts import DraftDecision, DraftMeeting, DraftSpeech
from council.parse.minutes import parse_minutes
from council.read.documents import WordDocument
from council.text.blocks import Cell, Paragraph, Row, Table, paragraphs

PATH = "minutes_src/令和8年第1回定例会/第1号.docx"


def word_document(lines: str, path: str = PATH) -> WordDocument:
    """Make a Word document of lines; ``| a | b |`` is a row of a table, ``↵`` a line break inside a paragraph."""
    blocks: list[Paragraph | Table] = []
    rows: list[Row] = []
    number = 0
    for line in [*lines.split("\n"), None]:
        if line is not None and line.startswith("| ") and line.endswith(" |"):
            cells = [
                Cell((Paragraph(number + at, text.strip().replace("↵", "\n")),))
                for at, text in enumerate(line[2:-2].split(" | "), 1)
            ]
            number += len(cells)
            rows.append(Row(tuple(cells)))
            continue
        if rows:
            blocks.append(Table(next(paragraphs(rows[0].cells[0].blocks)).number, tuple(rows)))
            rows = []
        if line is not None:
            number += 1
            blocks.append(Paragraph(number, line.replace("↵", "\n")))
    return WordDocument(path, "0" * 64, tuple(blocks))


def read(
    lines: str, *, path: str = PATH, folder: str = "令和8年第1回定例会", audience: str = "public", profile: str = ""
) -> Outcome[DraftMeeting]:
    """Parse lines as minutes."""
    return parse_minutes(word_document(lines, path), folder=folder, audience=Audience(audience), forced_profile=profile)


def outline(outcome: Outcome[DraftMeeting]) -> dict[str, object]:
    """Return a draft as plain strings and lists of strings."""
    meeting = outcome.value
    session = meeting.session
    return {
        "profile": meeting.profile,
        "title": meeting.title,
        "session": f"{session.year} {session.kind.value} {session.number} {session.month}" if session else "",
        "body": meeting.body,
        "date": str(meeting.date or ""),
        "number": meeting.number,
        "opened": f"{meeting.opened:%H:%M}" if meeting.opened else "",
        "closed": f"{meeting.closed:%H:%M}" if meeting.closed else "",
        "recesses": [f"{_time(one.start)}-{_time(one.end)}" for one in meeting.recesses],
        "secret": meeting.secret,
        "withheld": meeting.withheld,
        "agenda": [
            f"{item.label} / {item.title} / {' '.join(bill.printed for bill in item.bills)} / {' '.join(item.referred_to)}"
            f"{' by ' + item.proposer if item.proposer else ''}"
            for item in meeting.agenda
        ],
        "attendance": [
            f"{one.kind.value} / {one.status.value} / {one.seat} / {one.name} / {one.post}"
            + (f" / {_time(one.arrived)}-{_time(one.departed)}" if one.arrived or one.departed else "")
            for one in meeting.attendance
        ],
        "debate": [_speech(speech) for speech in meeting.debate],
        "answers": [
            f"#{place} to #{one.answers}" for place, one in enumerate(meeting.debate) if one.answers is not None
        ],
        "decisions": [_decision(decision) for decision in meeting.decisions],
        "referrals": [
            f"{' '.join(bill.printed for bill in one.bills)} to {' '.join(one.committees)}" for one in meeting.referrals
        ],
        "signatures": list(meeting.signatures),
        "findings": [f"¶{found.location.paragraph or 0} {found.rule.code}" for found in outcome.findings],
    }


def _time(time: dt.time | None) -> str:
    return f"{time:%H:%M}" if time else ""


def text_of(speech: DraftSpeech) -> str:
    """Return a speech's words, paragraphs joined by a line break."""
    return "\n".join(paragraph.text for paragraph in paragraphs(speech.blocks))


def _speech(speech: DraftSpeech) -> str:
    text = text_of(speech).replace("\n", "↵")
    if not speech.attribution:
        level = f"{speech.level} " if speech.level else ""
        return f"{speech.type.value} {level}/ {text}"
    return f"{speech.type.value} / {speech.attribution} / {speech.role} / {speech.name} / {text}"


def _decision(decision: DraftDecision) -> str:
    what = " ".join(bill.printed for bill in decision.bills) or decision.title
    figures = (
        ""
        if decision.declared_yes is None and decision.declared_no is None
        else (f" {decision.declared_yes}:{decision.declared_no}")
    )
    votes = "".join(f" {vote.name}={vote.option.value}" for vote in decision.votes)
    against = "".join(f" interest={one.name}" for one in decision.interests)
    against += "".join(f" against={name}" for name in decision.opponents)
    requirement = "" if decision.requirement.value == "majority" else f" {decision.requirement.value}"
    return (
        f"#{decision.speech} {decision.method or '-'} / {decision.result} / {what} / "
        f"{decision.aspect}{requirement}{figures}{votes}{against}"
    )
