"""A council's folder written from a case, read and joined as a build does it, and told in short lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from build_word import build_word
from corrections_desk import with_marks
from excel_file import workbook

from council.build.composing import make_record
from council.build.inputs import read_drafts
from council.build.reading import Reading
from council.config import load_config
from council.diagnostics import Finding, Severity
from council.model.council import Council
from council.model.debate import SpeechType
from council.model.events import Audience, Event
from council.model.votes import Recorded, Requirement, Role, Vote, VoteEvent
from council.text.blocks import paragraphs

SETTINGS = "site_name: 架空市議会\ndocs_dir: site_templates/pages\ntheme: {name: material}\n"


@dataclass(frozen=True, slots=True)
class Told:
    """The record of a folder and what was found on the way."""

    council: Council
    findings: tuple[Finding, ...]


def read_folder(root: Path, files: dict[str, Any], settings: dict[str, Any] | None = None) -> Told:
    """Write the files of a case and read them as `council check` does."""
    write_folder(root, files, settings or {})
    config = load_config(root)
    drafts = read_drafts(config.value, Reading())
    record = make_record(drafts.value, config.value, Audience.MEMBERS)
    return Told(record.value, (*config.findings, *drafts.findings, *record.findings))


def write_folder(root: Path, files: dict[str, Any], settings: dict[str, Any]) -> None:
    """Write a council's folder: Word files from `build_word`'s lines, tables as text or as rows of a workbook."""
    extra = yaml.safe_dump({"extra": {"council": settings}}, allow_unicode=True) if settings else ""
    (root / "mkdocs.yml").write_text(SETTINGS + extra, "utf-8")
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        match path.suffix, content:
            case ".docx", str():
                build_word(path, content)
            case ".xlsx", list():
                path.write_bytes(workbook(content))
            case _, dict():
                path.write_bytes(content["text"].encode(content["encoding"]))
            case _:
                path.write_bytes(content.encode("utf-8-sig"))


def outline(told: Told) -> dict[str, list[str]]:
    """Return a record as lists of short lines; a finding's place in Word is its paragraph."""
    council = told.council
    return {
        "people": [f"{one.id} / {one.name}" for one in council.people.values()],
        "sittings": [_sitting(event) for event in council.events.values()],
        "agenda": [
            f"{item.label} / {item.title} / {' '.join(item.motion_ids)} / {' '.join(item.referred_to)}"
            for event in council.events.values()
            for item in event.agenda
        ],
        "attendance": [
            f"{one.kind} / {one.status} / {one.seat} / {one.name} / {one.person_id or one.post or '-'}"
            for event in council.events.values()
            for one in event.attendance
        ],
        "debate": list(_debate(council)),
        "bills": [
            f"{one.id} / {one.text} / {' '.join(one.referred_to)} / {one.result}" for one in council.motions.values()
        ],
        "decisions": [_decision(one) for one in council.vote_events.values()],
        "findings": list(_found(told.findings, {Severity.ERROR, Severity.WARNING})),
        "notes": list(_found(told.findings, {Severity.NOTE})),
    }


def _sitting(event: Event) -> str:
    hours = "-".join(f"{time:%H:%M}" if time else "" for time in (event.opened, event.closed))
    return f"{event.id} / {event.session_id} / {event.number} / {hours} / {event.profile}"


def _debate(council: Council) -> Iterator[str]:
    for debate in council.debates.values():
        for one in debate.speeches:
            speaker = f"{one.attribution} = {one.person_id or '-'}" if one.attribution else ""
            kind = f"{one.type} {one.level}" if one.type is SpeechType.HEADING else one.type
            words = "↵".join(with_marks(paragraph) for paragraph in paragraphs(one.blocks))
            yield f"{kind} / {speaker} / {words}".replace("\n", "↵")


def _decision(event: VoteEvent) -> str:
    declared = (event.declared_yes, event.declared_no)
    figures = f" {declared[0]}:{declared[1]}" if declared != (None, None) else ""
    more = "" if event.requirement is Requirement.MAJORITY else f" {event.requirement}"
    report = " on the report" if event.means_report else ""
    withheld = f" {event.withheld} withheld" if event.withheld else ""
    votes = " ".join(map(_vote, event.votes)) if event.recorded is Recorded.RECORDED else event.recorded
    day = event.date.isoformat() if event.date else ""
    return f"{event.id} / {day} / {event.method} / {event.result}{figures}{more}{report} / {votes}{withheld}"


def _vote(vote: Vote) -> str:
    return f"{vote.voter_id}={vote.option}" + ("" if vote.role is Role.MEMBER else f"({vote.role})")


def _found(findings: Iterable[Finding], severities: set[Severity]) -> Iterator[str]:
    for one in findings:
        if one.rule.severity in severities:
            at = one.location
            place = f"¶{at.paragraph}" if at.paragraph else ":".join(str(n) for n in (at.line, at.column) if n)
            yield " ".join(filter(None, (one.rule.code, Path(at.path).name, place)))
