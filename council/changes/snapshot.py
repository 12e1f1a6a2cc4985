"""The facts of one edition that the next build is compared with: small, private, and worth nothing by themselves."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.model.votes import Option, Role
from council.publish.disk import write_whole
from council.rules import changes as rules

_VERSION = 1
FOLDER = "changes"


@dataclass(frozen=True, slots=True)
class Ballot:
    """One person's vote and the name shown."""

    name: str
    option: Option
    role: Role


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: its name, its result, and the vote of each person by id."""

    label: str
    result: str
    votes: Mapping[str, Ballot] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Minutes:
    """One sitting's minutes: a fingerprint of all of it, and of each speech by its id."""

    whole: str
    speeches: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One edition: decisions, minutes, papers and pages by id or address; hashes stand for what is long."""

    edition: str
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    minutes: Mapping[str, Minutes] = field(default_factory=dict)
    materials: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)


def read_snapshot(state: Path, edition: str) -> Outcome[Snapshot | None]:
    """Return what was kept of an edition; none if nothing was, or if it is not ours (finding S421)."""
    file = _file(state, edition)
    try:
        return Outcome(_parsed(json.loads(file.read_bytes()), edition))
    except FileNotFoundError:
        return Outcome(None)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Outcome(None, (finding(rules.SNAPSHOT_UNREADABLE, _place(state, file)),))


def write_snapshot(state: Path, snapshot: Snapshot) -> tuple[Finding, ...]:
    """Keep an edition's facts in one step; a disk that refuses is a note (S422), the site stands."""
    file = _file(state, snapshot.edition)
    stored = {"version": _VERSION, **asdict(snapshot)}
    try:
        write_whole(file, json.dumps(stored, ensure_ascii=False, separators=(",", ":")).encode())
    except OSError as error:
        words = error.strerror or type(error).__name__
        return (finding(rules.SNAPSHOT_NOT_KEPT, _place(state, file), words=words),)
    return ()


def _file(state: Path, edition: str) -> Path:
    return state / FOLDER / f"{edition}.json"


def _place(state: Path, file: Path) -> Location:
    return Location(f"{state.name}/{file.relative_to(state).as_posix()}")


def _parsed(stored: Any, edition: str) -> Snapshot:  # noqa: ANN401 - anything may stand in the file
    if stored["version"] != _VERSION or stored["edition"] != edition:
        raise ValueError
    return Snapshot(
        edition,
        {key: _decision(one) for key, one in stored["decisions"].items()},
        {key: Minutes(str(one["whole"]), _texts(one["speeches"])) for key, one in stored["minutes"].items()},
        _texts(stored["materials"]),
        _texts(stored["pages"]),
    )


def _decision(one: dict[str, Any]) -> Decision:
    votes = {
        key: Ballot(str(vote["name"]), Option(vote["option"]), Role(vote["role"])) for key, vote in one["votes"].items()
    }
    return Decision(str(one["label"]), str(one["result"]), votes)


def _texts(stored: dict[str, Any]) -> dict[str, str]:
    if not all(isinstance(value, str) for value in stored.values()):
        raise TypeError
    return stored
