"""Short ways to write vote tables in tests, and a short form in which to compare what was read."""

from __future__ import annotations

import csv
import io
from typing import Any

from msgspec.structs import replace

from council.diagnostics import Finding, Outcome
from council.model.votes import Option, Requirement, Role
from council.parse.drafts import DraftVote, DraftVoteEvent
from council.parse.votes import parse_vote_table
from council.read.documents import Grid, GridRow
from council.text.names import comparable_name

Read = Outcome[tuple[DraftVoteEvent, ...]]


def grid_of(text: str, path: str = "votes/表.csv", encoding: str = "utf-8", sheet: str = "") -> Grid:
    rows = csv.reader(io.StringIO(text), strict=True)
    return Grid(path, tuple(GridRow(line, tuple(row)) for line, row in enumerate(rows, start=1)), encoding, sheet)


def read(table: str | Grid, **settings: Any) -> Read:
    grid = table if isinstance(table, Grid) else grid_of(table, settings.get("path", "votes/表.csv"))
    roster = settings.get("roster") or ""
    names = roster.split() if isinstance(roster, str) else roster
    outcome = parse_vote_table(
        grid,
        roster_names=frozenset(map(comparable_name, names)),
        columns=settings.get("columns") or {},
        groups=frozenset((settings.get("groups") or "").split()),
        symbols={symbol: Option(word) for symbol, word in (settings.get("symbols") or {}).items()},
    )
    return replace(outcome, value=tuple(event for event in outcome.value if event.votes or event.withheld))


def outline(event: DraftVoteEvent) -> dict[str, str | int]:
    """Return what is stated of a decision; what is not stated has no key."""
    told: dict[str, str | int] = {
        "bill": " / ".join(filter(None, (event.number.printed if event.number else "", event.title))),
        "at": str(event.location).split(":", 1)[1],
        "session": event.session.printed if event.session else "",
        "date": event.date.isoformat() if event.date else "",
        "meeting": event.meeting,
        "method": event.method,
        "result": event.result,
        "proposer": event.proposer,
        "referred_to": ", ".join(event.referred_to),
        "aspect": "" if event.aspect == "main" else event.aspect,
        "means_report": "yes" if event.means_report else "",
        "requirement": "" if event.requirement is Requirement.MAJORITY else event.requirement.value,
        "counts": ", ".join(f"{option} {number}" for option, number in event.counts),
        "votes": ", ".join(map(vote, event.votes)),
        "withheld": event.withheld,
        "titles": " | ".join(event.titles),
    }
    return {key: value for key, value in told.items() if value}


def vote(one: DraftVote) -> str:
    said = f"{one.name} {one.raw} {one.option}" + ("" if one.role is Role.MEMBER else f" {one.role}")
    return f"{said} ({one.note})" if one.note else said


def places(findings: tuple[Finding, ...], *, notes: bool = True) -> list[str]:
    """Return the findings as code@line:column; a finding about a whole file has no place."""
    shown = (found for found in findings if notes or found.rule.severity != "note")
    return [
        "@".join(filter(None, (found.rule.code, ":".join(str(part) for part in place(found) if part))))
        for found in shown
    ]


def place(found: Finding) -> tuple[int | None, int | None]:
    return found.location.line, found.location.column
