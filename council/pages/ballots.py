"""Members' votes on one decision: how a vote looks, who took which side, and how each group voted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from markupsafe import Markup
from msgspec import Struct

from council.glossary import CHECKING_TERM, OPTION_TERMS, Term, option_term, term
from council.glossary.terms import VICE_CHAIR_TERM
from council.model.people import OrganizationId, PersonId
from council.model.votes import Option, Role, Vote, VoteEvent, tally
from council.pages.addresses import CORRECTIONS, group_uri
from council.pages.decisions import counted
from council.pages.grouping import grouped
from council.pages.people import name_piece, person_link
from council.pages.record import seat_number
from council.pages.sheet import Link, Sheet

_NOBODY = PersonId("")
_CHECKING = "checking"
_LOOKS = (*(option.value.replace(" ", "-") for option in OPTION_TERMS), "chair", _CHECKING)
# What ○ × 棄 欠 … read like where nobody reads them: the glossary's signs are Japanese.
_ENGLISH = {
    "○": "✓",
    "×": "✗",
    "棄": "Ab",
    "欠": "A",
    "退": "L",
    "除": "Ex",
    "他": "O",
    "議": "C",
    "副": "V",
    "確": "?",
}


class VoteBadge(Struct, frozen=True):
    """How a vote looks: a name for the style sheet, the symbol, the word."""

    look: str
    symbol: str
    word: str

    @property
    def mark(self) -> str:
        """The style sheet's name of its mark in a table, where either presiding officer has a sign of their own."""
        return "vice-chair" if self.word in (VICE_CHAIR_TERM.ja, VICE_CHAIR_TERM.en) else self.look


class Ballot(Struct, frozen=True):
    """One member's vote with the seat of that day; ``correction`` is the id of a published correction of its cell.

    ``vote`` is None where it is kept back: the member stands there all the same, 確認中.
    """

    voter_id: PersonId
    vote: Vote | None
    seat: str
    shown: VoteBadge
    correction: str = ""


class BallotView(Struct, frozen=True):
    """A vote beside the name; ``role`` only where a presiding officer took a side; ``correction`` leads to the list."""

    name: Link
    seat: str
    badge: Markup
    shown: VoteBadge
    role: str
    note: str
    correction: str


class GroupVotes(Struct, frozen=True):
    """The votes of one parliamentary group, as it stood on the day of the decision; ``ballots`` are list items."""

    name: str
    href: str
    figures: str
    ballots: tuple[Markup, ...]


class OptionNames(Struct, frozen=True):
    """Everybody who took one side: the badge, how many, who (list items)."""

    badge: Markup
    number: int
    names: tuple[Markup, ...]


def badge_of(sheet: Sheet, vote: Vote) -> VoteBadge:
    """Return how a vote looks: a presiding officer who did not vote is no one who left."""
    return _badge(vote.option, vote.role, sheet.language)


def checking_badge(sheet: Sheet) -> VoteBadge:
    """Return how a vote looks that is kept back: 確認中."""
    return VoteBadge(_CHECKING, symbol_in(CHECKING_TERM, sheet.language), CHECKING_TERM.in_language(sheet.language))


def unplaced(decision: VoteEvent) -> int:
    """Return how many votes are kept back of which it is not known whose they are."""
    return decision.withheld - len(decision.withheld_voters)


@cache
def _badge(option: Option, role: Role, language: str) -> VoteBadge:
    words = option_term(Vote(voter_id=_NOBODY, option=option, role=role, raw=""))
    presiding = option is Option.NOT_VOTING and role is not Role.MEMBER
    look = "chair" if presiding else look_of(option)
    return VoteBadge(look, symbol_in(words, language), words.in_language(language))


def symbol_in(words: Term, language: str) -> str:
    """Return the sign of a vote as readers of the language know it."""
    return words.symbol if language == "ja" else _ENGLISH.get(words.symbol, words.symbol)


def look_of(option: Option) -> str:
    """Return the style sheet's name of an option."""
    return option.value.replace(" ", "-")


def badge_order(badge: VoteBadge) -> int:
    """Order badges as the glossary orders the options, then presiding officers, what is kept back last."""
    return _LOOKS.index(badge.look)


def role_that_voted(sheet: Sheet, vote: Vote) -> str:
    """Return 議長 for a presiding officer who took a side, else nothing."""
    if vote.role is Role.MEMBER or vote.option is Option.NOT_VOTING:
        return ""
    return term(vote.role).in_language(sheet.language)


def ballots_of(sheet: Sheet, decision: VoteEvent) -> tuple[Ballot, ...]:
    """Return everybody's vote, kept back or not, in the order of the seats on that day, then of reading and name."""
    people = sheet.record.council.people
    corrected = dict(sheet.record.corrections_by_vote.get(decision.id, ()))
    cast = (_ballot(sheet, decision, vote, corrected.get(vote.source, "")) for vote in decision.votes)
    found = [*cast, *_kept_back(sheet, decision)]
    found.sort(key=lambda one: (seat_number(one.seat), people[one.voter_id].sort_name, people[one.voter_id].name))
    return tuple(found)


def _ballot(sheet: Sheet, decision: VoteEvent, vote: Vote, correction: str) -> Ballot:
    seat = sheet.record.seat_of(vote.voter_id, decision.date)
    return Ballot(vote.voter_id, vote, seat, badge_of(sheet, vote), correction)


def _kept_back(sheet: Sheet, decision: VoteEvent) -> Iterator[Ballot]:
    for voter_id in decision.withheld_voters:
        yield Ballot(voter_id, None, sheet.record.seat_of(voter_id, decision.date), checking_badge(sheet))


def names_by_option(sheet: Sheet, ballots: Sequence[Ballot]) -> tuple[OptionNames, ...]:
    """Return who took which side, sides in the glossary's order, the chair last."""
    sides = grouped((ballot.shown, ballot.voter_id) for ballot in ballots)
    ranked = sorted(sides.items(), key=lambda item: badge_order(item[0]))
    return tuple(
        OptionNames(sheet.piece("vote_badge", side), len(found), tuple(name_piece(sheet, one) for one in found))
        for side, found in ranked
    )


def votes_by_group(sheet: Sheet, decision: VoteEvent, ballots: Sequence[Ballot]) -> tuple[GroupVotes, ...]:
    """Return the votes by parliamentary group, the largest group first, members in seat order."""
    groups = grouped((group_of_voter(sheet, ballot.voter_id, ballot.vote, decision), ballot) for ballot in ballots)
    by_size = sorted(groups.items(), key=lambda item: (item[0] is None, -len(item[1])))
    return tuple(_group_votes(sheet, group_id, found) for group_id, found in by_size)


def groups_of_voters(sheet: Sheet, decision: VoteEvent) -> dict[PersonId, OrganizationId | None]:
    """Return the group of everybody who stands in a decision on its day, kept back or not."""
    kept_back = {one: group_of_voter(sheet, one, None, decision) for one in decision.withheld_voters}
    return kept_back | {one.voter_id: group_of_voter(sheet, one.voter_id, one, decision) for one in decision.votes}


def group_of_voter(sheet: Sheet, voter_id: PersonId, vote: Vote | None, decision: VoteEvent) -> OrganizationId | None:
    """Return the group of a voter on the day of the decision."""
    if vote and vote.group_id:
        return vote.group_id
    group = sheet.record.group_of(voter_id, decision.date) if decision.date else None
    return group.id if group else None


def _group_votes(sheet: Sheet, group_id: OrganizationId | None, ballots: Sequence[Ballot]) -> GroupVotes:
    group = sheet.record.council.organizations[group_id] if group_id else None
    return GroupVotes(
        name=group.name if group else sheet.t("group.none"),
        href=sheet.href(group_uri(group.id)) if group else "",
        figures=_group_figures(sheet, ballots),
        ballots=tuple(_piece(sheet, "ballot", ballot) for ballot in ballots),
    )


def _group_figures(sheet: Sheet, ballots: Sequence[Ballot]) -> str:
    votes = [ballot.vote for ballot in ballots if ballot.vote]
    return counted(sheet, tally(votes), len(ballots) - len(votes))


def _piece(sheet: Sheet, fragment: str, ballot: Ballot) -> Markup:
    vote = ballot.vote
    said = (vote.option, vote.role, vote.note) if vote else None
    key = (ballot.voter_id, ballot.seat, said, ballot.correction)
    return sheet.piece_of(fragment, key, lambda: _view(sheet, ballot))


def _view(sheet: Sheet, ballot: Ballot) -> BallotView:
    return BallotView(
        name=person_link(sheet, ballot.voter_id),
        seat=ballot.seat,
        badge=sheet.piece("vote_badge", ballot.shown),
        shown=ballot.shown,
        role=role_that_voted(sheet, ballot.vote) if ballot.vote else "",
        note=ballot.vote.note if ballot.vote else "",
        correction=sheet.href(f"{CORRECTIONS}#{ballot.correction}") if ballot.correction else "",
    )
