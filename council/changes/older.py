"""What older versions kept of an edition, read as far as it goes."""

from __future__ import annotations

from functools import cache
from typing import Any

from council.changes.parts import text_of, texts_of
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
        {key: Minutes(text_of(whole), texts_of(speeches)) for key, (whole, speeches) in stored["minutes"].items()},
        {
            key: Paper(text_of(sha), text_of(title), withheld is True)
            for key, (sha, title, withheld) in stored["materials"].items()
        },
        {uri: PageState(text_of(sha), text_of(title)) for uri, (sha, title) in stored["pages"].items()},
        {key: tuple(text_of(name) for name in names) for key, names in stored["people"].items() if names},
        {key: Bill(text_of(label), text_of(title)) for key, (label, title) in stored["bills"].items()},
        int(stored["withdrawals"]),
        {
            uri: PacketState(text_of(sha), text_of(title), int(revision), texts_of(starts))
            for uri, (sha, title, revision, starts) in stored.get("packets", {}).items()
        },
    )


def _decision(label: object, result: object, votes: dict[str, Any], unplaced: object) -> Decision:
    ballots = {person: _ballot(option, role) for person, (option, role) in votes.items()}
    return Decision(text_of(label), text_of(result), ballots, int(str(unplaced)))


@cache
def _ballot(option: str | None, role: str) -> Ballot:
    return ballot(Option(option) if option else None, Role(role))


def _first(stored: dict[str, Any], edition: str) -> Snapshot:
    names: dict[str, tuple[str, ...]] = {}
    decisions: dict[str, Decision] = {}
    for key, one in stored["decisions"].items():
        names |= {person: (text_of(vote["name"]),) for person, vote in one["votes"].items()}
        votes = {person: _ballot(vote["option"], vote["role"]) for person, vote in one["votes"].items()}
        decisions[key] = Decision(text_of(one["label"]), text_of(one["result"]), votes)
    return Snapshot(
        edition,
        decisions,
        {key: Minutes(text_of(one["whole"]), texts_of(one["speeches"])) for key, one in stored["minutes"].items()},
        {key: Paper(sha, "") for key, sha in texts_of(stored["materials"]).items()},
        {uri: PageState(sha) for uri, sha in texts_of(stored["pages"]).items()},
        names,
    )
