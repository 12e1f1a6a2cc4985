"""Debates: every speech with its address and, where exactly one member bore the printed name that day, the person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.model.debate import Debate, Speech, SpeechId, SpeechType
from council.model.events import AttendanceKind, EventId
from council.model.outline import Heading, Outline, Stance, Turns
from council.model.people import PersonId
from council.parse.draft_outlines import DraftOutline
from council.parse.drafts import DraftMeeting
from council.parse.outlines import addressed, outline_of
from council.resolve.attendance import candidates, second_reading
from council.resolve.meetings import Placed
from council.resolve.motions import Motions
from council.resolve.roster import Matched, Roster
from council.rules import record as rules
from council.text.names import comparable_name

# A label with such a role is a member's; anybody else who speaks is an officer unless a list says otherwise.
_MEMBER_ROLES = ("議長", "番", "議員", "委員")


@dataclass(frozen=True, slots=True)
class _Lists:
    """The names in the attendance lists of one sitting, as they are compared."""

    members: frozenset[str]
    officers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Debates(Mapping[EventId, Debate]):
    """The debates of all sittings, each made when it is asked for and not kept; ``outlines`` are at hand."""

    outlines: dict[EventId, Outline] = field(default_factory=dict)
    _placed: dict[EventId, Placed] = field(default_factory=dict)
    _ties: dict[EventId, tuple[object, ...]] = field(default_factory=dict)

    def __getitem__(self, key: EventId) -> Debate:
        """Make one debate."""
        return _debate(self._placed[key], self.outlines[key])

    def __contains__(self, key: object) -> bool:
        """Say whether there is a debate, without making it."""
        return key in self._placed

    def __iter__(self) -> Iterator[EventId]:
        """Walk through the ids."""
        return iter(self._placed)

    def __len__(self) -> int:
        """Count the debates."""
        return len(self._placed)

    def basis(self, key: EventId) -> object:
        """Return what a debate is made of, as far as it can be told without making it."""
        draft = self._placed[key].draft
        words = tuple(getattr(one, "key", one) for one in (draft.preface, draft.debate, draft.epilogue))
        return self._ties[key], words


def resolve_debates(placed: Iterable[Placed], roster: Roster, motions: Motions) -> Outcome[Debates]:
    """Tie the speakers of every sitting to people and its headings to bills; no debate is fetched for it.

    Findings, once a name and sitting: P203/P204, M401 (a member's label nobody bears), M402 (several may bear it).
    """
    outlines: dict[EventId, Outline] = {}
    readable = {one.id: one for one in placed if not one.draft.withheld}
    findings: list[Finding] = []
    for one in readable.values():
        made = _resolve_outline(one, roster, motions)
        outlines[one.id] = made.value
        findings += made.findings
    words = {key: _only_words(one) for key, one in readable.items()}
    ties = {key: _ties(outline) for key, outline in outlines.items()}
    return Outcome(Debates(outlines, words, ties), tuple(findings))


def _ties(outline: Outline) -> tuple[object, ...]:
    """Return all that ties a debate to the rest of the record: who its speakers are, which bills its headings name."""
    people = {(one.role, one.name): one.person_id for one in outline.turns}
    return (
        tuple((*speaker, person) for speaker, person in people.items()),
        tuple(one.motion_ids for one in outline.headings),
    )


def _only_words(placed: Placed) -> Placed:
    """Leave behind what a debate is not made of, so that nothing holds on to it."""
    bare = replace(placed.draft, agenda=(), attendance=(), decisions=(), outline=None, evidence=(), signatures=())
    return replace(placed, draft=bare)


def _resolve_outline(placed: Placed, roster: Roster, motions: Motions) -> Outcome[Outline]:
    draft = placed.draft
    told = outline_of(draft)
    lists = _lists(draft)
    findings: dict[tuple[str, str], Finding] = {}
    speakers: dict[tuple[str, str], PersonId | None] = {}
    for one in told.turns:
        if (one.role, one.name) not in speakers:
            speaker = _speaker(one.role, one.name, one.location, draft, lists, roster)
            speakers[one.role, one.name] = speaker.value
            for found in speaker.findings:
                findings.setdefault((found.rule.code, comparable_name(one.name)), found)
    turns = tuple(
        Turns(
            one.role,
            one.name,
            one.heading,
            one.first_words,
            one.type,
            one.speech_id,
            number,
            speakers[one.role, one.name],
        )
        for one, number in zip(told.turns, told.numbers, strict=True)
    )
    headings = tuple(
        Heading(one.speech_id, one.text, motions.of_bills(placed.session_id, one.bills, placed.id))
        for one in told.headings
    )
    stances = tuple(_stances(placed, told, speakers, motions))
    return Outcome(Outline(turns, headings, stances), tuple(findings.values()))


def _stances(
    placed: Placed, told: DraftOutline, speakers: Mapping[tuple[str, str], PersonId | None], motions: Motions
) -> Iterator[Stance]:
    for one in told.stances:
        if person := speakers.get((one.role, one.name)):
            for motion in motions.of_bills(placed.session_id, (one.bill,), placed.id):
                yield Stance(person, one.side, motion, str(one.location))


def _debate(placed: Placed, outline: Outline) -> Debate:
    draft = placed.draft
    people = {(one.role, one.name): one.person_id for one in outline.turns}
    named = {one.speech_id: one.motion_ids for one in outline.headings}
    speeches: list[Speech] = []
    for position, (identifier, item, _) in enumerate(addressed(iter(draft.debate))):
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
    return Debate(placed.id, tuple(draft.preface), tuple(speeches), tuple(draft.epilogue))


def _lists(draft: DraftMeeting) -> _Lists:
    lines = draft.attendance
    return _Lists(
        frozenset(comparable_name(line.name) for line in lines if line.kind is AttendanceKind.MEMBER),
        frozenset(comparable_name(line.name) for line in lines if line.kind is not AttendanceKind.MEMBER),
    )


def _speaker(  # noqa: PLR0913, PLR0917 - who is called what, where, and everything that may tell who it is
    role: str, printed: str, at: Location, draft: DraftMeeting, lists: _Lists, roster: Roster
) -> Outcome[PersonId | None]:
    name = comparable_name(printed)
    as_member = name in lists.members or any(word in role for word in _MEMBER_ROLES)
    if not name or (name in lists.officers and name not in lists.members):
        return Outcome(None)
    match = roster.find(printed, (draft.date, draft.date))
    if match.person and (as_member or match.rule is Matched.EXACT):
        return Outcome(match.person.id, second_reading(match, printed, draft.date, at))
    if not as_member and not lists.officers:
        return Outcome(None)
    if match.rule is Matched.SEVERAL:
        values = {"name": printed, "candidates": candidates(match, roster)}
        return Outcome(None, (finding(rules.AMBIGUOUS_SPEAKER, at, **values),))
    return Outcome(
        None, (finding(rules.UNKNOWN_SPEAKER, at, name=printed, near=roster.near(printed, (draft.date, draft.date))),)
    )
