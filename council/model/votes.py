"""Motions and the votes on them (Popolo, Open Civic Data)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import NewType

from msgspec import Struct

from council.model.events import EventId, MotionId, SessionId
from council.model.people import OrganizationId, PersonId

VoteEventId = NewType("VoteEventId", str)


class Option(StrEnum):
    """What a voter did. Popolo / Open Civic Data; absence, abstention and leaving stay different."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"  # 棄権
    ABSENT = "absent"  # 欠席
    NOT_VOTING = "not voting"  # 退席; the chair where the law gives the chair no vote
    EXCUSED = "excused"  # 除斥
    OTHER = "other"


class Role(StrEnum):
    """In which capacity; a second fact beside the option."""

    MEMBER = "member"
    CHAIR = "chair"
    VICE_CHAIR = "vice-chair"


class Recorded(StrEnum):
    """Whether each member's vote is known."""

    RECORDED = "recorded"
    NOT_RECORDED = "not recorded"
    NOT_PUBLISHED = "not published"


class Requirement(StrEnum):
    """The majority a motion needs."""

    MAJORITY = "majority"
    TWO_THIRDS = "2/3"
    THREE_QUARTERS = "3/4"


class Motion(Struct, frozen=True):
    """A bill, petition, report or motion.

    ``identifier`` is the whole printed number without spaces, ASCII digits (``議案第32号``), empty if unnumbered;
    ``kind`` its kind as printed (議案); ``text`` its title; ``creator`` who brought it, as printed. ``other_titles``
    are titles another source gives the same number.
    """

    id: MotionId
    session_id: SessionId
    identifier: str
    kind: str
    text: str
    creator: str = ""
    referred_to: tuple[str, ...] = ()
    result: str = ""
    date: dt.date | None = None
    other_titles: tuple[str, ...] = ()
    sessions: tuple[SessionId, ...] = ()  # every session it stood in, the first one first (継続審査)
    source: str = ""


class Vote(Struct, frozen=True):
    """One person's vote: option and role are two facts; ``raw`` is the symbol as written."""

    voter_id: PersonId
    option: Option
    role: Role
    raw: str
    group_id: OrganizationId | None = None
    note: str = ""
    source: str = ""


class Interest(Struct, frozen=True):
    """Who declared a conflict of interest in the matter; ``person_id`` if it is exactly one member."""

    name: str
    person_id: PersonId | None = None
    source: str = ""


class Count(Struct, frozen=True):
    """How many rows of `votes.csv` hold each option; ``chair`` counts chairs who did not vote yes/no … apart.

    ``chair`` = rows whose role is not member and whose option is not voting; ``not_voting`` leaves them out.
    The eight figures sum to the rows.
    """

    yes: int = 0
    no: int = 0
    abstain: int = 0
    absent: int = 0
    not_voting: int = 0
    excused: int = 0
    other: int = 0
    chair: int = 0

    @property
    def total(self) -> int:
        """The number of rows counted."""
        return (
            self.yes + self.no + self.abstain + self.absent + self.not_voting + self.excused + self.other + self.chair
        )


class VoteEvent(Struct, frozen=True):
    """One decision. ``votes`` is empty unless every member's vote was recorded; no yes is ever imputed.

    ``result`` and ``method`` are the declared ones in canonical words; ``declared_yes``/``declared_no`` what the
    chair or the table states. ``withheld`` counts the people whose vote is kept back because of a finding;
    ``withheld_voters`` are those of them who are known, in the order of the votes. ``means_report`` is True where ○ agrees with the committee's report (e.g. with 不採択), not with the petition.
    ``suffix`` is what follows the motion's id: ``main``, ``amend-1``, ``report``, ``2``.
    ``confirmed_by`` are the places of sources of their own that give every one of ``votes`` the same: the row of a
    second entry, a ballot listed in the minutes beside a table; empty where there is a single source (単独典拠).
    ``extent`` is how many were in favour, as the chair or the table says it without a number (起立多数).
    ``interests`` are declarations of conflict of interest beside the votes: who is EXCUSED there is not repeated.
    """

    id: VoteEventId
    motion_id: MotionId
    session_id: SessionId
    suffix: str
    date: dt.date | None = None
    event_id: EventId | None = None
    method: str = ""
    result: str = ""
    requirement: Requirement = Requirement.MAJORITY
    recorded: Recorded = Recorded.NOT_RECORDED
    votes: tuple[Vote, ...] = ()
    withheld: int = 0
    withheld_voters: tuple[PersonId, ...] = ()
    declared_yes: int | None = None
    declared_no: int | None = None
    means_report: bool = False
    speech_id: str = ""
    sources: tuple[str, ...] = ()
    order: int = 0
    confirmed_by: tuple[str, ...] = ()
    extent: str = ""
    interests: tuple[Interest, ...] = ()

    @property
    def is_confirmed(self) -> bool:
        """Say whether two sources of their own give everybody the same vote (照合済)."""
        return bool(self.votes and self.confirmed_by)


_OPTIONS = tuple(Option)


def tally(votes: Iterable[Vote]) -> Count:
    """Count votes by option; a presiding officer who did not vote counts as ``chair``, not as ``not_voting``."""
    figures = dict.fromkeys(_OPTIONS, 0)
    chair = 0
    not_voting, member = Option.NOT_VOTING, Role.MEMBER  # a member of an enum is slow to ask for, and votes are many
    for vote in votes:
        if vote.option is not_voting and vote.role is not member:
            chair += 1
        else:
            figures[vote.option] += 1
    return Count(
        yes=figures[Option.YES],
        no=figures[Option.NO],
        abstain=figures[Option.ABSTAIN],
        absent=figures[Option.ABSENT],
        not_voting=figures[Option.NOT_VOTING],
        excused=figures[Option.EXCUSED],
        other=figures[Option.OTHER],
        chair=chair,
    )


def casting_vote(event: VoteEvent) -> Vote | None:
    """Return the chair's vote that broke a tie (地方自治法116条1項): yes or no, the others being equal; else None."""
    if event.requirement is not Requirement.MAJORITY:
        return None
    members = [vote.option for vote in event.votes if vote.role is Role.MEMBER]
    if members.count(Option.YES) != members.count(Option.NO):
        return None
    chairs = (vote for vote in event.votes if vote.role is not Role.MEMBER)
    return next((vote for vote in chairs if vote.option in (Option.YES, Option.NO)), None)
