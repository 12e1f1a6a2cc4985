"""An edition's facts onto the disk and back; those an older version kept are read as far as they go."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from council.changes.snapshot import Ballot, Bill, Decision, Minutes, PacketState, PageState, Paper, Snapshot, ballot
from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.model.votes import Option, Role
from council.publish.disk import write_whole
from council.rules import changes as rules

FOLDER = "changes"
_VERSION = 2
_OLDER = 1  # without titles; names stood beside each vote


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
    try:
        write_whole(file, json.dumps(_stored(snapshot), ensure_ascii=False, separators=(",", ":")).encode())
    except OSError as error:
        words = error.strerror or type(error).__name__
        return (finding(rules.SNAPSHOT_NOT_KEPT, _place(state, file), words=words),)
    return ()


def _file(state: Path, edition: str) -> Path:
    return state / FOLDER / f"{edition}.json"


def _place(state: Path, file: Path) -> Location:
    return Location(f"{state.name}/{file.relative_to(state).as_posix()}")


def _stored(one: Snapshot) -> dict[str, object]:
    return {
        "version": _VERSION,
        "edition": one.edition,
        "people": one.people,
        "bills": {key: [bill.label, bill.title] for key, bill in one.bills.items()},
        "decisions": {key: _decision_row(decision) for key, decision in one.decisions.items()},
        "minutes": {key: [sitting.whole, sitting.speeches] for key, sitting in one.minutes.items()},
        "materials": {key: [paper.sha, paper.title, paper.withheld] for key, paper in one.materials.items()},
        "pages": {uri: [page.sha, page.title] for uri, page in one.pages.items()},
        "withdrawals": one.withdrawals,
        "packets": {
            uri: [packet.sha, packet.title, packet.revision, packet.starts] for uri, packet in one.packets.items()
        },
    }


def _decision_row(one: Decision) -> list[object]:
    votes = {person: [vote.option, vote.role] for person, vote in one.votes.items()}
    return [one.label, one.result, votes, one.unplaced]


def _parsed(stored: Any, edition: str) -> Snapshot:  # noqa: ANN401 - anything may stand in the file
    version = stored["version"]
    if version not in {_VERSION, _OLDER} or stored["edition"] != edition:
        raise ValueError
    return _older(stored, edition) if version == _OLDER else _current(stored, edition)


def _current(stored: dict[str, Any], edition: str) -> Snapshot:
    return Snapshot(
        edition,
        {key: _decision(*row) for key, row in stored["decisions"].items()},
        {key: Minutes(_text(whole), _texts(speeches)) for key, (whole, speeches) in stored["minutes"].items()},
        {
            key: Paper(_text(sha), _text(title), withheld is True)
            for key, (sha, title, withheld) in stored["materials"].items()
        },
        {uri: PageState(_text(sha), _text(title)) for uri, (sha, title) in stored["pages"].items()},
        {key: tuple(_text(name) for name in names) for key, names in stored["people"].items() if names},
        {key: Bill(_text(label), _text(title)) for key, (label, title) in stored["bills"].items()},
        int(stored["withdrawals"]),
        {
            uri: PacketState(_text(sha), _text(title), int(revision), _texts(starts))
            for uri, (sha, title, revision, starts) in stored.get("packets", {}).items()
        },
    )


def _decision(label: object, result: object, votes: dict[str, Any], unplaced: object) -> Decision:
    ballots = {person: _ballot(option, role) for person, (option, role) in votes.items()}
    return Decision(_text(label), _text(result), ballots, int(str(unplaced)))


@cache
def _ballot(option: str | None, role: str) -> Ballot:
    return ballot(Option(option) if option else None, Role(role))


def _older(stored: dict[str, Any], edition: str) -> Snapshot:
    names: dict[str, tuple[str, ...]] = {}
    decisions: dict[str, Decision] = {}
    for key, one in stored["decisions"].items():
        names |= {person: (_text(vote["name"]),) for person, vote in one["votes"].items()}
        votes = {person: _ballot(vote["option"], vote["role"]) for person, vote in one["votes"].items()}
        decisions[key] = Decision(_text(one["label"]), _text(one["result"]), votes)
    return Snapshot(
        edition,
        decisions,
        {key: Minutes(_text(one["whole"]), _texts(one["speeches"])) for key, one in stored["minutes"].items()},
        {key: Paper(sha, "") for key, sha in _texts(stored["materials"]).items()},
        {uri: PageState(sha) for uri, sha in _texts(stored["pages"]).items()},
        names,
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _texts(stored: Mapping[str, object]) -> dict[str, str]:
    if not set(map(type, stored.values())) <= {str}:
        raise TypeError
    return {**stored}  # type: ignore[dict-item]  # they are all text
