"""An edition's facts onto the disk and back, a part a line; those an older version kept are read as far as they go."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path

from council.changes.older import VERSIONS, older_snapshot
from council.changes.parts import Kept, as_text, text_of, texts_of
from council.changes.snapshot import PacketState, PageState, Snapshot
from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.publish.disk import write_whole
from council.rules import changes as rules

FOLDER = "changes"
_VERSION = 3
_KNOWN = ("people", "pages", "packets")
UNREADABLE = (ValueError, KeyError, TypeError, AttributeError)
"""What is raised by what is not ours."""


def read_kept(state: Path, edition: str) -> Outcome[Kept | None]:
    """Return what was kept of an edition; none if nothing was, or if it is not ours (finding S421)."""
    try:
        return Outcome(_parsed(_file(state, edition).read_bytes().split(b"\n"), edition))
    except FileNotFoundError:
        return Outcome(None)
    except (OSError, *UNREADABLE):
        return Outcome(None, (unreadable(state, edition),))


def unreadable(state: Path, edition: str) -> Finding:
    """Return the note that what was kept cannot be read (S421)."""
    return finding(rules.SNAPSHOT_UNREADABLE, _place(state, _file(state, edition)))


def write_kept(state: Path, kept: Kept) -> tuple[Finding, ...]:
    """Keep an edition's facts in one step; a disk that refuses is a note (S422), the site stands."""
    file = _file(state, kept.known.edition)
    try:
        write_whole(file, b"\n".join(_lines(kept)))
    except OSError as error:
        words = error.strerror or type(error).__name__
        return (finding(rules.SNAPSHOT_NOT_KEPT, _place(state, file), words=words),)
    return ()


def _file(state: Path, edition: str) -> Path:
    return state / FOLDER / f"{edition}.json"


def _place(state: Path, file: Path) -> Location:
    return Location(f"{state.name}/{file.relative_to(state).as_posix()}")


def _lines(kept: Kept) -> Iterable[bytes]:
    one = kept.known
    head = {"version": _VERSION, "edition": one.edition, "withdrawals": one.withdrawals, "parts": list(kept.parts)}
    packets = {uri: [state.sha, state.title, state.revision, state.starts] for uri, state in one.packets.items()}
    return (*map(as_text, (head, one.people, one.pages, packets)), *kept.parts.values())


def _parsed(lines: list[bytes], edition: str) -> Kept:
    head = json.loads(lines[0])
    if head["edition"] != edition or head["version"] not in {_VERSION, *VERSIONS}:
        raise ValueError
    if head["version"] in VERSIONS:
        return Kept(older_snapshot(head))
    people, pages, packets = map(json.loads, lines[1 : 1 + len(_KNOWN)])
    known = Snapshot(
        edition,
        pages=_pages(pages),
        people={key: tuple(text_of(name) for name in names) for key, names in people.items() if names},
        withdrawals=int(head["withdrawals"]),
        packets={
            uri: PacketState(text_of(sha), text_of(title), int(revision), texts_of(starts))
            for uri, (sha, title, revision, starts) in packets.items()
        },
    )
    return Kept(known, dict(zip(head["parts"], lines[1 + len(_KNOWN) :], strict=True)))


def _pages(stored: Mapping[str, list[str]]) -> dict[str, PageState]:
    if not set(map(type, chain.from_iterable(stored.values()))) <= {str}:
        raise TypeError
    return {uri: PageState._make(row) for uri, row in stored.items()}
