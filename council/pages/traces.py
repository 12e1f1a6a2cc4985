"""What member and bill pages need of the debates: who spoke where, and where each bill was taken up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from council.cache import fingerprint
from council.model.council import Council
from council.model.debate import Speech, SpeechId, SpeechType
from council.model.events import EventId, MotionId
from council.model.identifiers import PLENARY
from council.model.outline import Outline, Turns, outline
from council.model.people import PersonId
from council.pages.grouping import grouped
from council.text.lines import plain

PRESIDING_COUNCIL = frozenset(
    ("議長", "副議長", "臨時議長", "仮議長", "議長代理", "chair", "vice-chair", "speaker", "president")
)
PRESIDING_COMMITTEE = frozenset(
    ("委員長", "副委員長", "委員長代理", "年長委員", "会長", "座長", "chair", "vice-chair", "chairperson")
)


class SpeechRun(Struct, frozen=True):
    """One person's turns under one heading: where the first stands, how it begins, how many there are."""

    event_id: EventId
    person_id: PersonId
    speech_id: SpeechId
    heading: str
    first_words: str
    type: SpeechType
    presiding: bool
    turns: int


class HeadingTrace(Struct, frozen=True):
    """A heading under which a bill was taken up."""

    event_id: EventId
    motion_id: MotionId
    speech_id: SpeechId
    title: str


def outlines(council: Council) -> Mapping[EventId, Outline]:
    """Return the outline of every debate, in order of the sittings; a debate without one is read for it."""
    known = council.outlines
    ordered = sorted(council.events.values(), key=lambda event: (event.organization_id, event.sort_key))
    held = (event.id for event in ordered if event.id in council.debates)
    return {one: known[one] if one in known else outline(council.debates[one]) for one in held}


class RunsByPerson(Mapping[PersonId, tuple[SpeechRun, ...]]):
    """What every member said: runs of turns, sitting by sitting, made when they are asked for.

    A presiding officer's turns are one run a sitting.
    """

    def __init__(self, council: Council, told: Mapping[EventId, Outline]) -> None:
        """Note who took the floor in which sitting."""
        self._council, self._told = council, told
        self._held = grouped(
            (person_id, event_id)
            for event_id, one in told.items()
            for person_id in dict.fromkeys(turns.person_id for turns in one.turns)
            if person_id
        )
        self._prints: dict[EventId, bytes] = {}
        self._turns: dict[EventId, Mapping[PersonId | None, tuple[Turns, ...]]] = {}

    def __getitem__(self, person_id: PersonId) -> tuple[SpeechRun, ...]:
        """Return a member's runs."""
        return tuple(run for event_id in self._held[person_id] for run in self._runs(event_id, person_id))

    def __contains__(self, person_id: object) -> bool:
        """Say whether a person took the floor, without making anything."""
        return person_id in self._held

    def __iter__(self) -> Iterator[PersonId]:
        """Yield whoever took the floor."""
        return iter(self._held)

    def __len__(self) -> int:
        """Return how many took the floor."""
        return len(self._held)

    def basis(self, person_id: PersonId) -> tuple[object, ...]:
        """Return what tells the debates that a member's runs are taken from; without a way to tell, the runs."""
        if not hasattr(self._council.debates, "basis"):
            return self[person_id]
        return tuple(map(self._print, self._held[person_id]))

    def _print(self, event_id: EventId) -> bytes:
        if event_id not in self._prints:
            told = getattr(self._council.debates, "basis")(event_id)  # noqa: B009 - not every mapping has it
            self._prints[event_id] = fingerprint((event_id, self._council.events[event_id].body, told))
        return self._prints[event_id]

    def _runs(self, event_id: EventId, person_id: PersonId) -> Iterator[SpeechRun]:
        of_council = self._council.events[event_id].body in (PLENARY, "council")
        runs: dict[tuple[str, bool], list[Turns]] = {}
        for turns in self._turns_in(event_id)[person_id]:
            presiding = presides(turns.role, of_council=of_council)
            runs.setdefault(("" if presiding else turns.heading, presiding), []).append(turns)
        return (_run(event_id, person_id, key, found) for key, found in runs.items())

    def _turns_in(self, event_id: EventId) -> Mapping[PersonId | None, tuple[Turns, ...]]:
        """Return the turns of a sitting by who took them, for all who are asked for."""
        if event_id not in self._turns:
            self._turns[event_id] = grouped((turns.person_id, turns) for turns in self._told[event_id].turns)
        return self._turns[event_id]


def heading_traces(told: Mapping[EventId, Outline]) -> Iterator[HeadingTrace]:
    """Yield where bills were taken up."""
    for event_id, one in told.items():
        for heading in one.headings:
            title = plain(heading.text) if heading.motion_ids else ""
            for motion_id in heading.motion_ids:
                yield HeadingTrace(event_id, motion_id, heading.speech_id, title)


def is_presiding(speech: Speech, *, of_council: bool = True) -> bool:
    """Say whether a turn was taken in the chair; in the council itself a 委員長 reports and does not preside."""
    return presides(speech.role, of_council=of_council)


def presides(role: str, *, of_council: bool) -> bool:
    """Say whether a role is that of whoever takes the chair of such a sitting."""
    return role.lower() in (PRESIDING_COUNCIL if of_council else PRESIDING_COMMITTEE)


def _run(event_id: EventId, person_id: PersonId, key: tuple[str, bool], turns: Iterable[Turns]) -> SpeechRun:
    heading, presiding = key
    first, *rest = turns
    number = first.number + sum(one.number for one in rest)
    return SpeechRun(event_id, person_id, first.speech_id, heading, first.first_words, first.type, presiding, number)
