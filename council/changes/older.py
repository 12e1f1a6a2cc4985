"""What older versions kept of an edition, read as far as it goes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from council.changes.snapshot import Ballot, Bill, Decision, Minutes, PacketState, PageState, Paper, Snapshot, ballot
from council.model.votes import Option, Role

_FIRST, _SECOND = 1, 2  # the first: without titles; names stood beside each vote
VERSIONS = (_FIRST, _SECOND)


def older_snapshot(stored: dict[str, Any]) -> Snapshot:
    """Return the whole of what was kept; ValueError, KeyError, TypeError or AttributeError if it is not ours."""
    return (_first if stored["version"] == _FIRST else _second)(stored, stored["edition"])


def _second(stored: dict[str, Any], edition: str) -> Snapshot:
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


def _first(stored: dict[str, Any], edition: str) -> Snapshot:
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
