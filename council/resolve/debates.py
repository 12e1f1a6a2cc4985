"""Debates: every speech with its address and, where exactly one member bore the printed name that day, the person."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from council.diagnostics import Finding, Outcome, finding
from council.model.debate import Debate, Speech, SpeechType
from council.model.events import AttendanceKind
from council.model.identifiers import speech_id
from council.model.people import PersonId
from council.parse.drafts import DraftMeeting, DraftSpeech
from council.resolve.attendance import candidates, second_reading, suggestion
from council.resolve.meetings import Placed
from council.resolve.motions import Motions
from council.resolve.roster import Matched, Roster
from council.rules import record as rules
from council.text.blocks import paragraphs
from council.text.names import comparable_name

# A label with such a role is a member's; anybody else who speaks is an officer unless a list says otherwise.
_MEMBER_ROLES = ("議長", "番", "議員", "委員")


@dataclass(frozen=True, slots=True)
class _Lists:
    """The names in the attendance lists of one sitting, as they are compared."""

    members: frozenset[str]
    officers: frozenset[str]


def resolve_debate(placed: Placed, roster: Roster, motions: Motions) -> Outcome[Debate]:
    """Make a sitting's debate of its draft.

    Findings, once a name: P203/P204, M401 (a member's label nobody bears), M402 (several may bear it).
    """
    draft = placed.draft
    lists = _lists(draft)
    repetitions: Counter[str] = Counter()
    speeches: list[Speech] = []
    findings: dict[tuple[str, str], Finding] = {}
    for position, item in enumerate(draft.debate):
        text = "\n".join(paragraph.text for paragraph in paragraphs(item.blocks))
        base = speech_id(item.attribution, text)
        repetitions[base] += 1
        speaker = _speaker(item, draft, lists, roster)
        for found in speaker.findings:
            findings.setdefault((found.rule.code, comparable_name(item.name)), found)
        speeches.append(
            Speech(
                id=speech_id(item.attribution, text, repetitions[base]),
                position=position,
                type=item.type,
                blocks=item.blocks,
                attribution=item.attribution,
                role=item.role,
                name=item.name,
                person_id=speaker.value,
                level=item.level,
                motion_ids=motions.of_bills(placed.session_id, item.bills) if item.type is SpeechType.HEADING else (),
                source=str(item.location),
            )
        )
    return Outcome(Debate(placed.id, draft.preface, tuple(speeches), draft.epilogue), tuple(findings.values()))


def _lists(draft: DraftMeeting) -> _Lists:
    lines = draft.attendance
    return _Lists(
        frozenset(comparable_name(line.name) for line in lines if line.kind is AttendanceKind.MEMBER),
        frozenset(comparable_name(line.name) for line in lines if line.kind is not AttendanceKind.MEMBER),
    )


def _speaker(item: DraftSpeech, draft: DraftMeeting, lists: _Lists, roster: Roster) -> Outcome[PersonId | None]:
    name = comparable_name(item.name)
    as_member = name in lists.members or any(word in item.role for word in _MEMBER_ROLES)
    if not name or (name in lists.officers and name not in lists.members):
        return Outcome(None)
    match = roster.find(item.name, (draft.date, draft.date))
    if match.person and (as_member or match.rule is Matched.EXACT):
        return Outcome(match.person.id, second_reading(match, item.name, draft.date, item.location))
    if not as_member and not lists.officers:
        return Outcome(None)
    if match.rule is Matched.SEVERAL:
        values = {"name": item.name, "candidates": candidates(match)}
        return Outcome(None, (finding(rules.AMBIGUOUS_SPEAKER, item.location, **values),))
    near = suggestion(roster.near(item.name))
    return Outcome(None, (finding(rules.UNKNOWN_SPEAKER, item.location, name=item.name, suggestion=near),))
