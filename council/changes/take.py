"""An edition's record to the facts that are kept of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from hashlib import sha256

from council.changes.snapshot import Bill, Decision, Minutes, PageState, Paper, Snapshot, ballot
from council.glossary.interface import Words
from council.model.council import Council
from council.model.debate import Debate, SpeechType
from council.model.events import EventId, Material
from council.model.people import Person
from council.model.votes import Motion, VoteEvent
from council.pages.addresses import meeting_uri

_SPOKEN = (SpeechType.SPEECH, SpeechType.QUESTION, SpeechType.ANSWER)
_LONGEST = 40  # characters of a title that stands for a number
_UNTOLD = frozenset({"withdrawn", "personal"})


def take_snapshot(council: Council, pages: Mapping[str, PageState], before: Snapshot | None) -> Snapshot:
    """Return the facts of a record; ``pages`` are its published pages by their addresses.

    Minutes whose page is as it was are not read again.
    """
    shared = _shared_numbers(council)
    words = Words(council.facts.language)
    return Snapshot(
        edition=council.edition.value,
        decisions={one.id: _decision(council, one, shared) for one in council.vote_events.values()},
        minutes={event_id: _minutes(council, event_id, pages, before) for event_id in council.debates},
        materials={one.id: _paper(one, words) for one in council.materials},
        pages=pages,
        people={one.id: _names(one) for one in council.people.values()},
        bills={one.id: Bill(_bill_label(council, one, shared), one.text) for one in council.motions.values()},
        withdrawals=sum(one.kind in _UNTOLD for one in council.corrections),
    )


def _decision(council: Council, event: VoteEvent, shared: Collection[str]) -> Decision:
    votes = {str(vote.voter_id): ballot(vote.option, vote.role) for vote in event.votes}
    kept_back = {str(person): ballot(None) for person in event.withheld_voters}
    unplaced = max(event.withheld - len(kept_back), 0)
    return Decision(_label(council, event, shared), event.result, {**kept_back, **votes}, unplaced)


def _names(person: Person) -> tuple[str, ...]:
    return (person.name, *person.other_names)


def _paper(one: Material, words: Words) -> Paper:
    return Paper(one.sha256[:16], one.title or words("material.untitled"), bool(one.withheld))


def _shared_numbers(council: Council) -> frozenset[str]:
    """Return the numbers that several matters bear: 請願第1号 of two sessions."""
    numbers = Counter(motion.identifier for motion in council.motions.values())
    return frozenset(number for number, count in numbers.items() if count > 1)


def _bill_label(council: Council, motion: Motion, shared: Collection[str]) -> str:
    """Return 議案第32号; its session where the number is not enough."""
    session = council.sessions.get(motion.session_id) if motion.identifier in shared else None
    return (f"{session.name} " if session else "") + (motion.identifier or motion.text[:_LONGEST])


def _label(council: Council, event: VoteEvent, shared: Collection[str]) -> str:
    """Return a bill's label and the part that was voted on (修正案)."""
    part = _part(Words(council.facts.language), event.suffix)
    aside = (f"（{part}）" if council.facts.language == "ja" else f" ({part})") if part else ""
    return _bill_label(council, council.motions[event.motion_id], shared) + aside


def _part(words: Words, suffix: str) -> str:
    kind, _, number = suffix.partition("-")
    if kind == "amend":
        return words("aspect.amendment") if number in ("", "1") else words("aspect.amendment_n", n=number)
    if kind == "report":
        return words("aspect.report")
    return words("aspect.again", n=kind) if kind.isdecimal() else ""


def _minutes(council: Council, event_id: EventId, pages: Mapping[str, PageState], before: Snapshot | None) -> Minutes:
    uri = meeting_uri(event_id)
    was = before.pages.get(uri) if before else None
    same = was is not None and uri in pages and was.sha == pages[uri].sha
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
