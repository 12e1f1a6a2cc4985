"""An edition's record to the facts that are kept of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from hashlib import sha256
from typing import TypeVar

from msgspec.structs import replace

from council.changes.parts import BILLS, DECISIONS, MATERIALS, MINUTES, Kept, as_text, as_word
from council.changes.snapshot import Snapshot
from council.glossary.interface import Words
from council.model.council import Council
from council.model.debate import Debate, SpeechType
from council.model.events import EventId, Material, MotionId
from council.model.people import Person
from council.model.votes import Motion, VoteEvent
from council.pages.addresses import meeting_uri

R = TypeVar("R", Motion, VoteEvent)
_SPOKEN = (SpeechType.SPEECH, SpeechType.QUESTION, SpeechType.ANSWER)
_LONGEST = 40  # characters of a title that stands for a number
_UNTOLD = frozenset({"withdrawn", "personal"})


def take_facts(council: Council, known: Snapshot, before: Kept | None) -> Kept:
    """Return the facts of a record; ``known`` are its published pages and packets.

    Minutes whose page is as it was are not read again.
    """
    whole = replace(
        known,
        people={one.id: _names(one) for one in council.people.values()},
        withdrawals=sum(one.kind in _UNTOLD for one in council.corrections),
    )
    shared, words = _shared_numbers(council), Words(council.facts.language)
    bills = {one.id: _bill_label(council, one, shared) for one in council.motions.values()}
    parts = {
        MATERIALS: as_text({one.id: _paper(one, words) for one in council.materials}),
        **_by_session(DECISIONS, council.vote_events.values(), lambda one: _decision(one, bills, words)),
        **_by_session(BILLS, council.motions.values(), lambda one: (bills[one.id], one.text)),
    }
    for event_id in council.debates:
        parts[f"{MINUTES}/{event_id}"] = _minutes(council, event_id, whole, before)
    return Kept(whole, parts)


def _by_session(kind: str, records: Iterable[R], row: Callable[[R], object]) -> dict[str, bytes]:
    sessions: dict[str, dict[str, object]] = defaultdict(dict)
    for one in records:
        sessions[one.session_id][one.id] = row(one)
    return {f"{kind}/{session}": as_text(rows) for session, rows in sessions.items()}


def _decision(event: VoteEvent, bills: Mapping[MotionId, str], words: Words) -> tuple[object, ...]:
    votes = {vote.voter_id: as_word(vote.option, vote.role) for vote in event.votes}
    kept_back = dict.fromkeys(event.withheld_voters, as_word(None))
    unplaced = max(event.withheld - len(kept_back), 0)
    return bills[event.motion_id] + _aside(event, words), event.result, {**kept_back, **votes}, unplaced


def _names(person: Person) -> tuple[str, ...]:
    return (person.name, *person.other_names)


def _paper(one: Material, words: Words) -> tuple[object, ...]:
    return one.sha256[:16], one.title or words("material.untitled"), bool(one.withheld)


def _shared_numbers(council: Council) -> frozenset[str]:
    """Return the numbers that several matters bear: 請願第1号 of two sessions."""
    numbers = Counter(motion.identifier for motion in council.motions.values())
    return frozenset(number for number, count in numbers.items() if count > 1)


def _bill_label(council: Council, motion: Motion, shared: Collection[str]) -> str:
    """Return 議案第32号; its session where the number is not enough."""
    session = council.sessions.get(motion.session_id) if motion.identifier in shared else None
    return (f"{session.name} " if session else "") + (motion.identifier or motion.text[:_LONGEST])


def _aside(event: VoteEvent, words: Words) -> str:
    """Return the part of a bill that was voted on (修正案), in brackets; nothing for the bill itself."""
    part = _part(words, event.suffix)
    if not part:
        return ""
    return f"（{part}）" if words.language == "ja" else f" ({part})"


def _part(words: Words, suffix: str) -> str:
    kind, _, number = suffix.partition("-")
    if kind == "amend":
        return words("aspect.amendment") if number in ("", "1") else words("aspect.amendment_n", n=number)
    if kind == "report":
        return words("aspect.report")
    return words("aspect.again", n=kind) if kind.isdecimal() else ""


def _minutes(council: Council, event_id: EventId, now: Snapshot, before: Kept | None) -> bytes:
    uri = meeting_uri(event_id)
    was = before.known.pages.get(uri) if before else None
    same = was is not None and uri in now.pages and was.sha == now.pages[uri].sha
    known = before.parts.get(f"{MINUTES}/{event_id}") if before and same else None
    return known or as_text(_read_minutes(council.debates[event_id]))


def _read_minutes(debate: Debate) -> tuple[str, dict[str, str]]:
    whole = sha256()
    speeches: dict[str, str] = {}
    for speech in debate.speeches:
        told = f"{speech.type}\0{speech.attribution}\0{speech.text}".encode("utf-8", "surrogatepass")
        whole.update(told)
        if speech.type in _SPOKEN:
            speeches[speech.id] = sha256(told).hexdigest()[:12]
    return whole.hexdigest()[:12], speeches
