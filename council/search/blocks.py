"""One edition's record as documents, block by block; nothing of debates and papers is fetched before it is needed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from council.cache import fingerprint, key_of
from council.glossary.interface import Words
from council.glossary.results import method_term, result_term
from council.model.council import Council
from council.model.debate import Debate, Speech, SpeechType
from council.model.events import Event, EventId, Material, MaterialId, MotionId, SessionId
from council.model.outline import Outline, outline
from council.model.people import Membership, OrganizationKind, PersonId
from council.model.votes import Motion, VoteEvent
from council.pages.addresses import bill_uri, material_page_uri, speech_uri, vote_uri
from council.search.documents import BILL, DECISION, MATERIAL, SPEECH, Block, Document, Heading

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
    groups_of = _group_terms(council)
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
            groups = _groups(council, event, groups_of)
            made_of = _made_of(heading, print_of(event.id), *(part for pair in groups.items() for part in pair))
            yield Block(heading, made_of, partial(_said, council, event.id, heading.title, groups))


def _group_terms(council: Council) -> dict[PersonId, list[Membership]]:
    """Return everybody's memberships of parliamentary groups."""
    found: dict[PersonId, list[Membership]] = {}
    for one in council.memberships:
        if council.organizations[one.organization_id].classification is OrganizationKind.GROUP:
            found.setdefault(one.person_id, []).append(one)
    return found


def _groups(council: Council, event: Event, terms: Mapping[PersonId, Iterable[Membership]]) -> dict[PersonId, str]:
    """Return the parliamentary group of everybody who spoke at a sitting; nobody's where the day is not known."""
    people = dict.fromkeys(turn.person_id for turn in _outline(council, event.id).turns if turn.person_id)
    day = event.start_date
    found = {one: next((term for term in terms.get(one, ()) if term.covers(day)), None) for one in people if day}
    return {one: term.organization_id for one, term in found.items() if term}


def _outline(council: Council, event_id: EventId) -> Outline:
    return council.outlines.get(event_id) or outline(council.debates[event_id])


def _print(council: Council, event_id: EventId) -> bytes:
    basis: Callable[[EventId], object] | None = getattr(council.debates, "basis", None)
    return fingerprint(basis(event_id) if basis else council.debates[event_id])


def _said(council: Council, event_id: EventId, title: str, groups: dict[PersonId, str]) -> tuple[Document, ...]:
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
    debate: Debate, speech: Speech, bills: tuple[MotionId, ...], title: str, groups: dict[PersonId, str]
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
    found: dict[Heading, list[Motion]] = {}
    for motion in council.motions.values():
        heading = _heading(council, BILL, motion.session_id, motion.date)
        found.setdefault(heading, []).append(motion)
    for heading, motions in found.items():
        yield _block(heading, [_bill(motion) for motion in motions])


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
    found: dict[Heading, list[VoteEvent]] = {}
    for decision in council.vote_events.values():
        event = council.events.get(decision.event_id) if decision.event_id else None
        body = _body(event.body, words) if event else ""
        heading = _heading(council, DECISION, decision.session_id, decision.date, event, body)
        found.setdefault(heading, []).append(decision)
    for heading, decisions in found.items():
        yield _block(heading, [_decision(council, decision) for decision in decisions])


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
    method, result = method_term(decision.method), result_term(decision.result)
    if language == "ja":
        return decision.method, decision.result
    return method.en if method else decision.method, result.en if result else decision.result


def _materials(council: Council, words: Words) -> Iterator[Block]:
    found: dict[Heading, list[Material]] = {}
    for material in council.materials:
        if not material.withheld:
            event = council.events.get(material.event_id) if material.event_id else None
            body = _body(event.body, words) if event else ""
            day = event.start_date if event else None
            heading = _heading(council, MATERIAL, material.session_id, day, event, body)
            found.setdefault(heading, []).append(material)
    for heading, materials in found.items():
        print_ = fingerprint([(one, _paper_basis(council, one)) for one in materials])
        made_of = _made_of(heading, print_, words("material.untitled"))
        yield Block(heading, made_of, partial(_papers, council, tuple(materials), words))


def _paper_basis(council: Council, material: Material) -> object:
    basis: Callable[[MaterialId], object] | None = getattr(council.papers, "basis", None)
    return basis(material.id) if basis else council.papers.get(material.id)


def _papers(council: Council, materials: Iterable[Material], words: Words) -> tuple[Document, ...]:
    return tuple(_paper(council, one, one.title or words("material.untitled")) for one in materials)


def _paper(council: Council, material: Material, title: str) -> Document:
    paper = council.papers.get(material.id)
    return Document(
        kind=MATERIAL,
        id=material.id,
        url=material_page_uri(material.id),
        title=title,
        text="\n".join(part for part in (title, paper.text if paper else "") if part),
        bill_ids=material.motion_ids,
    )


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


def _block(heading: Heading, documents: list[Document]) -> Block:
    held = tuple(documents)
    parts = (part for one in held for part in (one.id, one.url, one.title, one.text, *one.bill_ids))
    return Block(heading, _made_of(heading, *parts), lambda: held)


def _made_of(heading: Heading, *parts: bytes | str) -> bytes:
    """Return what tells a block from any other; a key is much quicker than a fingerprint."""
    said = (heading.key, heading.kind, heading.date, heading.session_id, heading.body, heading.title)
    return key_of(repr((said, parts))).encode()


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
