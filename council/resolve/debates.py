"""Debates: every speech with its address and, where exactly one member bore the printed name that day, the person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct, field

from council.cache import fingerprint
from council.cache.structs import CollectionMeta
from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.model.debate import Debate, Speech, SpeechId, SpeechType
from council.model.events import AttendanceKind, EventId
from council.model.outline import Heading, Outline, Stance, Turns
from council.model.people import PersonId
from council.parse.columns import Alike, Columns, column, places_of
from council.parse.draft_outlines import DraftOutline, DraftTurns
from council.parse.drafts import DraftAttendance, DraftMeeting, DraftSpeech
from council.parse.outlines import addressed, outline_of
from council.resolve.attendance import candidates, second_reading
from council.resolve.meetings import Placed
from council.resolve.motions import Motions
from council.resolve.roster import Matched, Roster
from council.rules import record as rules
from council.text.blocks import Block
from council.text.names import comparable_name

Label = tuple[str, str]
"""What a speaker is called: role and name."""

_MEMBER = AttendanceKind.MEMBER
# A label with such a role is a member's; anybody else who speaks is an officer unless a list says otherwise.
_MEMBER_ROLES = ("議長", "番", "議員", "委員")


class _Lists(Struct, frozen=True):
    """The names in the attendance lists of one sitting, as they are compared."""

    members: frozenset[str]
    officers: frozenset[str]


class _Words(Struct, frozen=True):
    """All that a debate is made of: nothing else of the drafts is held on to."""

    preface: Sequence[Block]
    debate: Sequence[DraftSpeech]
    epilogue: Sequence[Block]


class Debates(Struct, Mapping[EventId, Debate], metaclass=CollectionMeta, frozen=True):
    """The debates of all sittings, each made when it is asked for and not kept; ``outlines`` are at hand."""

    outlines: dict[EventId, Outline] = field(default_factory=dict)
    _words: dict[EventId, _Words] = field(default_factory=dict)
    _tied: dict[EventId, bytes] = field(default_factory=dict)

    def __getitem__(self, key: EventId) -> Debate:
        """Make one debate."""
        return _debate(key, self._words[key], self.outlines[key])

    def __contains__(self, key: object) -> bool:
        """Say whether there is a debate, without making it."""
        return key in self._words

    def __iter__(self) -> Iterator[EventId]:
        """Walk through the ids."""
        return iter(self._words)

    def __len__(self) -> int:
        """Count the debates."""
        return len(self._words)

    def basis(self, key: EventId) -> object:
        """Return what a debate is made of, as far as it can be told without making it."""
        said = self._words[key]
        words = tuple(getattr(one, "key", one) for one in (said.preface, said.debate, said.epilogue))
        return self._tied[key], words


def debates_of(placed: Iterable[Placed], outlines: dict[EventId, Outline], tied: dict[EventId, bytes]) -> Debates:
    """Return the debates of sittings whose outlines are known; none is fetched for it."""
    readable = {one.id: one.draft for one in placed if one.id in outlines}
    words = {key: _Words(draft.preface, draft.debate, draft.epilogue) for key, draft in readable.items()}
    return Debates(outlines, words, tied)


def tied(people: Mapping[Label, PersonId | None], outline: Outline) -> bytes:
    """Return what tells all that ties a debate to the rest of the record: its speakers, and which bills its headings name."""
    speakers = tuple((*speaker, person) for speaker, person in people.items())
    return fingerprint((speakers, tuple(one.motion_ids for one in outline.headings)))


def outline_of_debate(placed: Placed, speakers: Mapping[Label, PersonId | None], motions: Motions) -> Outline:
    """Return what is known of a debate without its words: who took the floor, and which bills its headings name."""
    told = outline_of(placed.draft)
    people = [speakers[label] for label in _labels(told)]
    fields = (column(told.turns, name) for name in ("role", "name", "heading", "first_words", "type", "speech_id"))
    turns = tuple(map(Turns, *fields, told.numbers, people))
    named = [motions.of_bills(placed.session_id, bills, placed.id) for bills in column(told.headings, "bills")]
    headings = tuple(map(Heading, column(told.headings, "speech_id"), column(told.headings, "text"), named))
    return Outline(turns, headings, tuple(_stances(placed, told, speakers, motions)))


def _labels(told: DraftOutline) -> list[Label]:
    return list(zip(column(told.turns, "role"), column(told.turns, "name"), strict=True))


def _stances(
    placed: Placed, told: DraftOutline, speakers: Mapping[tuple[str, str], PersonId | None], motions: Motions
) -> Iterator[Stance]:
    for one in told.stances:
        if person := speakers.get((one.role, one.name)):
            for motion in motions.of_bills(placed.session_id, (one.bill,), placed.id):
                yield Stance(person, one.side, motion, str(one.location))


def _debate(event: EventId, said: _Words, outline: Outline) -> Debate:
    people = {(one.role, one.name): one.person_id for one in outline.turns}
    named = {one.speech_id: one.motion_ids for one in outline.headings}
    speeches: list[Speech] = []
    for position, (identifier, item, _) in enumerate(addressed(iter(said.debate))):
        is_heading = item.type is SpeechType.HEADING
        speeches.append(
            Speech(
                id=identifier,
                position=position,
                type=item.type,
                blocks=item.blocks,
                attribution=item.attribution,
                role=item.role,
                name=item.name,
                person_id=None if is_heading else people.get((item.role, item.name)),
                level=item.level,
                motion_ids=named.get(identifier, ()) if is_heading else (),
                source=str(item.location),
                answers=SpeechId("") if item.answers is None else speeches[item.answers].id,
            )
        )
    return Debate(event, tuple(said.preface), tuple(speeches), tuple(said.epilogue))


class _Places(Struct):
    """Where turns stand, found when it is asked for."""

    turns: Sequence[DraftTurns]
    found: tuple[Location, ...] = ()

    def of(self, number: int) -> Location:
        self.found = self.found or tuple(places_of(self.turns))
        return self.found[number]


class Speakers(Struct, frozen=True):
    """Ties what speakers are called to people; who is the same whatever day it was is found once for a list."""

    roster: Roster
    alike: Alike
    _lists: dict[int, _Lists] = field(default_factory=dict)
    _sure: dict[tuple[int, Label], PersonId | None] = field(default_factory=dict)

    def of(self, draft: DraftMeeting) -> Outcome[dict[Label, PersonId | None]]:
        """Tie role and name of every turn. Findings, once a name and sitting: P203/P204, M401 (a member's label nobody bears), M402 (several may bear it)."""
        told = outline_of(draft)
        labels, lists, places = _labels(told), self._lists_of(draft), _Places(told.turns)
        speakers: dict[Label, PersonId | None] = {}
        findings: dict[tuple[str, str], Finding] = {}
        for label in dict.fromkeys(labels):
            if (id(lists), label) in self._sure:
                speakers[label] = self._sure[id(lists), label]
                continue
            at = partial(places.of, labels.index(label))
            speaker = _speaker(*label, at, draft, lists, self.roster)
            speakers[label] = speaker.value
            for found in speaker.findings:
                findings.setdefault((found.rule.code, comparable_name(label[1])), found)
            if not speaker.findings and self._is_sure(label[1], lists):
                self._sure[id(lists), label] = speaker.value
        return Outcome(speakers, tuple(findings.values()))

    def _lists_of(self, draft: DraftMeeting) -> _Lists:
        """Return the names in a sitting's lists, those of the same columns once: the drafts hold them meanwhile."""
        lines = draft.attendance
        key = id(self.alike.of(lines.columns) if isinstance(lines, Columns) else lines)
        if key not in self._lists:
            self._lists[key] = _lists(lines)
        return self._lists[key]

    def _is_sure(self, name: str, lists: _Lists) -> bool:
        """Say whether it does not depend on the day who bore a name."""
        return not name or self.roster.only(name) is not None or comparable_name(name) in lists.officers - lists.members


def _lists(lines: Sequence[DraftAttendance]) -> _Lists:
    listed = list(zip(column(lines, "name"), column(lines, "kind"), strict=True))
    return _Lists(
        frozenset(comparable_name(name) for name, kind in listed if kind is _MEMBER),
        frozenset(comparable_name(name) for name, kind in listed if kind is not _MEMBER),
    )


def _speaker(  # noqa: PLR0913, PLR0917 - who is called what, where, and everything that may tell who it is
    role: str, printed: str, at: Callable[[], Location], draft: DraftMeeting, lists: _Lists, roster: Roster
) -> Outcome[PersonId | None]:
    name = comparable_name(printed)
    as_member = name in lists.members or any(word in role for word in _MEMBER_ROLES)
    if not name or (name in lists.officers and name not in lists.members):
        return Outcome(None)
    match = roster.find(printed, (draft.date, draft.date))
    if match.person and (as_member or match.rule is Matched.EXACT):
        doubtful = match.rule is not Matched.EXACT
        return Outcome(match.person.id, second_reading(match, printed, draft.date, at()) if doubtful else ())
    if not as_member and not lists.officers:
        return Outcome(None)
    if match.rule is Matched.SEVERAL:
        values = {"name": printed, "candidates": candidates(match, roster)}
        return Outcome(None, (finding(rules.AMBIGUOUS_SPEAKER, at(), **values),))
    return Outcome(
        None, (finding(rules.UNKNOWN_SPEAKER, at(), name=printed, near=roster.near(printed, (draft.date, draft.date))),)
    )
