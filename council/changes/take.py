"""An edition's record to the facts that are kept of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from hashlib import sha256

from council.changes.snapshot import Ballot, Decision, Minutes, Snapshot
from council.glossary.interface import Words
from council.model.council import Council
from council.model.debate import Debate, SpeechType
from council.model.events import EventId
from council.model.votes import VoteEvent
from council.pages.addresses import meeting_uri

_SPOKEN = (SpeechType.SPEECH, SpeechType.QUESTION, SpeechType.ANSWER)
_LONGEST = 40  # characters of a title that stands for a number


def take_snapshot(council: Council, pages: Mapping[str, str], before: Snapshot | None) -> Snapshot:
    """Return the facts of a record; ``pages`` are the SHA-256 of each published page by its address.

    Minutes whose page is as it was are not read again.
    """
    shared = _shared_numbers(council)
    return Snapshot(
        edition=council.edition.value,
        decisions={one.id: _decision(council, one, shared) for one in council.vote_events.values()},
        minutes={event_id: _minutes(council, event_id, pages, before) for event_id in council.debates},
        materials={one.id: one.sha256[:16] for one in council.materials},
        pages={uri: sha[:16] for uri, sha in pages.items()},
    )


def _decision(council: Council, event: VoteEvent, shared: Collection[str]) -> Decision:
    votes = {
        str(vote.voter_id): Ballot(council.people[vote.voter_id].name, vote.option, vote.role) for vote in event.votes
    }
    return Decision(_label(council, event, shared), event.result, votes)


def _shared_numbers(council: Council) -> frozenset[str]:
    """Return the numbers that several matters bear: 請願第1号 of two sessions."""
    numbers = Counter(motion.identifier for motion in council.motions.values())
    return frozenset(number for number, count in numbers.items() if count > 1)


def _label(council: Council, event: VoteEvent, shared: Collection[str]) -> str:
    """Return 議案第32号; its session where the number is not enough, and the part that was voted on (修正案)."""
    motion = council.motions[event.motion_id]
    session = council.sessions.get(motion.session_id) if motion.identifier in shared else None
    name = motion.identifier or motion.text[:_LONGEST]
    part = _part(Words(council.facts.language), event.suffix)
    aside = (f"（{part}）" if council.facts.language == "ja" else f" ({part})") if part else ""
    return (f"{session.name} " if session else "") + name + aside


def _part(words: Words, suffix: str) -> str:
    kind, _, number = suffix.partition("-")
    if kind == "amend":
        return words("aspect.amendment") if number in ("", "1") else words("aspect.amendment_n", n=number)
    if kind == "report":
        return words("aspect.report")
    return words("aspect.again", n=kind) if kind.isdecimal() else ""


def _minutes(council: Council, event_id: EventId, pages: Mapping[str, str], before: Snapshot | None) -> Minutes:
    uri = meeting_uri(event_id)
    same = before is not None and uri in pages and before.pages.get(uri) == pages[uri][:16]
    known = before.minutes.get(event_id) if before and same else None
    return known or _read_minutes(council.debates[event_id])


def _read_minutes(debate: Debate) -> Minutes:
    whole = sha256()
    speeches: dict[str, str] = {}
    for speech in debate.speeches:
        told = f"{speech.type}\0{speech.attribution}\0{speech.text}".encode("utf-8", "surrogatepass")
        whole.update(told)
        if speech.type in _SPOKEN:
            speeches[speech.id] = sha256(told).hexdigest()[:12]
    return Minutes(whole.hexdigest()[:12], speeches)
