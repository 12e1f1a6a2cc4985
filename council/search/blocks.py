"""One edition's record as documents, block by block; nothing of debates and papers is fetched before it is needed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TypeVar

from council.cache import fingerprint, key_of
from council.glossary.interface import Words
from council.glossary.results import method_term, result_term
from council.model.council import Council
from council.model.debate import Debate, Speech, SpeechType
from council.model.events import Event, EventId, Material, MaterialId, MotionId, SessionId
from council.model.people import PersonId
from council.model.votes import Motion, VoteEvent
from council.pages.addresses import bill_uri, material_page_uri, speech_uri, vote_uri
from council.search.documents import BILL, DECISION, MATERIAL, SPEECH, Block, Document, Heading
from council.search.groups import GroupTerms

T = TypeVar("T")
Key = tuple[object, ...]

_SPOKEN = frozenset({SpeechType.SPEECH, SpeechType.QUESTION, SpeechType.ANSWER})


def blocks_of(council: Council, print_of: Callable[[EventId], bytes] | None = None) -> list[Block]:
    """Return all blocks of a record in their order; nothing of debates and papers is fetched for it.

    ``print_of`` tells a debate from any other, where that is known already.
    """
    words = Words(council.facts.language)
    speeches = _speeches(council, words, print_of or partial(_print, council))
    found = [*speeches, *_bills(council), *_decisions(council, words), *_materials(council, words)]
    return sorted(found, key=lambda block: block.heading.order)


def sitting_title(council: Council, event: Event) -> str:
    """Return a sitting as a reader names it: 令和7年第4回定例会 本会議 第1号."""
    body = _body(event.body, Words(council.facts.language))
    parts = (council.sessions[event.session_id].name, body, event.number)
    return " ".join(part for part in parts if part)


def _body(name: str, words: Words) -> str:
    return words("body.council") if name == "council" else name


def _speeches(council: Council, words: Words, print_of: Callable[[EventId], bytes]) -> Iterator[Block]:
    terms = GroupTerms.of(council)
    for event in council.events.values():
        if event.id in council.debates:
            heading = Heading(
                key=event.id,
                kind=SPEECH,
                date=_iso(event.start_date),
                session_id=event.session_id,
                body=_body(event.body, words),
                title=sitting_title(council, event),
            )
            groups = terms.on(event.start_date)
            made_of = _made_of(heading, print_of(event.id), groups.made_of)
            yield Block(heading, made_of, partial(_said, council, event.id, heading.title, groups.of))


def _print(council: Council, event_id: EventId) -> bytes:
    basis: Callable[[EventId], object] | None = getattr(council.debates, "basis", None)
    return fingerprint(basis(event_id) if basis else council.debates[event_id])


def _said(council: Council, event_id: EventId, title: str, groups: Mapping[PersonId, str]) -> tuple[Document, ...]:
    debate = council.debates[event_id]
    return tuple(_speech(debate, speech, bills, title, groups) for speech, bills in _under_headings(debate))


def _under_headings(debate: Debate) -> Iterator[tuple[Speech, tuple[MotionId, ...]]]:
    """Yield what was said, with the bills that it or the heading above it names."""
    above: tuple[MotionId, ...] = ()
    for speech in debate.speeches:
        if speech.type is SpeechType.HEADING:
            above = speech.motion_ids
        elif speech.type in _SPOKEN:
            yield speech, speech.motion_ids or above


def _speech(
    debate: Debate, speech: Speech, bills: tuple[MotionId, ...], title: str, groups: Mapping[PersonId, str]
) -> Document:
    person_id = speech.person_id or PersonId("")
    return Document(
        kind=SPEECH,
        id=speech.id,
        url=speech_uri(debate.event_id, speech.id),
        title=title,
        text=speech.text,
        name=speech.name,
        role=speech.role,
        person_id=person_id,
        group_id=groups.get(person_id, ""),
        bill_ids=bills,
    )


def _bills(council: Council) -> Iterator[Block]:
    def heading(session_id: SessionId, day: dt.date | None) -> Heading:
        return _heading(council, BILL, session_id, day)

    for one, motions in _under(council.motions.values(), lambda one: (one.session_id, one.date), heading).items():
        parts = ((motion.id, motion.identifier, motion.text, motion.other_titles) for motion in motions)
        yield Block(one, _made_of(one, *parts), partial(_all, motions, _bill))


def _bill(motion: Motion) -> Document:
    title = _named(motion)
    return Document(
        kind=BILL,
        id=motion.id,
        url=bill_uri(motion.id),
        title=title,
        text="\n".join((title, *motion.other_titles)),
        bill_ids=(motion.id,),
    )


def _named(motion: Motion) -> str:
    return " ".join(part for part in (motion.identifier, motion.text) if part)


def _decisions(council: Council, words: Words) -> Iterator[Block]:
    def heading(session_id: SessionId, day: dt.date | None, event_id: EventId | None) -> Heading:
        event = council.events.get(event_id) if event_id else None
        return _heading(council, DECISION, session_id, day, event, _body(event.body, words) if event else "")

    def told(one: VoteEvent) -> tuple[str, ...]:
        motion = council.motions[one.motion_id]
        return one.id, motion.id, motion.identifier, motion.text, *_outcome(one, council.facts.language)

    decisions = council.vote_events.values()
    for one, found in _under(decisions, lambda one: (one.session_id, one.date, one.event_id), heading).items():
        yield Block(one, _made_of(one, *map(told, found)), partial(_all, found, partial(_decision, council)))


def _decision(council: Council, decision: VoteEvent) -> Document:
    motion = council.motions[decision.motion_id]
    title = _named(motion)
    said = (title, *_outcome(decision, council.facts.language))
    return Document(
        kind=DECISION,
        id=decision.id,
        url=vote_uri(decision.id),
        title=title,
        text="\n".join(part for part in said if part),
        bill_ids=(motion.id,),
    )


def _outcome(decision: VoteEvent, language: str) -> tuple[str, str]:
    """Return method and result in the site's language; what no table knows stays as printed."""
    if language == "ja":  # what is printed is canonical, and there are thousands of decisions
        return decision.method, decision.result
    method, result = method_term(decision.method), result_term(decision.result)
    return method.en if method else decision.method, result.en if result else decision.result


def _materials(council: Council, words: Words) -> Iterator[Block]:
    def heading(session_id: SessionId, event_id: EventId | None) -> Heading:
        event = council.events.get(event_id) if event_id else None
        body, day = (_body(event.body, words), event.start_date) if event else ("", None)
        return _heading(council, MATERIAL, session_id, day, event, body)

    shown = (one for one in council.materials if not one.withheld)
    untitled = words("material.untitled")
    for one, materials in _under(shown, lambda one: (one.session_id, one.event_id), heading).items():
        print_ = fingerprint([(material, _paper_basis(council, material)) for material in materials])
        yield Block(one, _made_of(one, print_, untitled), partial(_all, materials, partial(_paper, council, untitled)))


def _paper_basis(council: Council, material: Material) -> object:
    basis: Callable[[MaterialId], object] | None = getattr(council.papers, "basis", None)
    return basis(material.id) if basis else council.papers.get(material.id)


def _paper(council: Council, untitled: str, material: Material) -> Document:
    title = material.title or untitled
    paper = council.papers.get(material.id)
    return Document(
        kind=MATERIAL,
        id=material.id,
        url=material_page_uri(material.id),
        title=title,
        text="\n".join(part for part in (title, paper.text if paper else "") if part),
        bill_ids=material.motion_ids,
    )


def _under(things: Iterable[T], key: Callable[[T], Key], heading: Callable[..., Heading]) -> dict[Heading, list[T]]:
    """Return things by the heading they stand under; one is made only for each key."""
    found: dict[Heading, list[T]] = {}
    known: dict[Key, list[T]] = {}
    for one in things:
        told = key(one)
        if told not in known:
            known[told] = found.setdefault(heading(*told), [])
        known[told].append(one)
    return found


def _all(things: Iterable[T], document: Callable[[T], Document]) -> tuple[Document, ...]:
    return tuple(map(document, things))


def _heading(  # noqa: PLR0913, PLR0917 - what a block is told from others by
    council: Council, kind: str, session_id: SessionId, day: dt.date | None, event: Event | None = None, body: str = ""
) -> Heading:
    date = _iso(day)
    where = event.id if event and _iso(event.start_date) == date else f"{session_id}-{date or 'undated'}"
    session = council.sessions.get(session_id)
    return Heading(
        key=f"{where}-{kind}",
        kind=kind,
        date=date,
        session_id=session_id,
        body=body,
        title=session.name if session else "",
    )


def _made_of(heading: Heading, *parts: object) -> bytes:
    """Return what tells a block from any other; a key is much quicker than a fingerprint."""
    said = (heading.key, heading.kind, heading.date, heading.session_id, heading.body, heading.title)
    return key_of(repr((said, parts))).encode()


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
