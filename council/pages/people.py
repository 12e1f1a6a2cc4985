"""Members as pages show them, and their votes on one decision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from council.glossary import OPTION_TERMS, option_term, term
from council.model.people import OrganizationId, PersonId
from council.model.votes import Option, Role, Vote, VoteEvent, tally
from council.pages.addresses import group_uri, member_uri
from council.pages.decisions import counted
from council.pages.record import grouped
from council.pages.sheet import Link, Sheet


@dataclass(frozen=True, slots=True)
class VoteBadge:
    """How one vote looks: a name for the style sheet, the symbol, the word."""

    look: str
    symbol: str
    word: str


@dataclass(frozen=True, slots=True)
class NamedVote:
    """One member's vote beside the name; ``role`` only where a presiding officer voted."""

    name: Link
    seat: str
    badge: Markup
    look: str
    symbol: str
    word: str
    role: str
    note: str


@dataclass(frozen=True, slots=True)
class GroupVotes:
    """The votes of one parliamentary group, as it stood on the day of the decision."""

    name: str
    href: str
    figures: str
    votes: tuple[NamedVote, ...]


@dataclass(frozen=True, slots=True)
class OptionNames:
    """Everybody who took one side: the badge, how many, who."""

    badge: Markup
    number: int
    names: tuple[Link, ...]


def person_link(sheet: Sheet, person_id: PersonId) -> Link:
    """Return a link to a member's page in the roster's spelling."""
    return sheet.link(member_uri(person_id), sheet.record.council.people[person_id].name)


def group_link(sheet: Sheet, person_id: PersonId, day: dt.date | None) -> Link | None:
    """Return a link to the parliamentary group of a member on that day."""
    group = sheet.record.group_of(person_id, day)
    return sheet.link(group_uri(group.id), group.name) if group else None


def badge_of(sheet: Sheet, vote: Vote) -> VoteBadge:
    """Return the look, symbol and word of a vote: a presiding officer who did not vote is no one who left."""
    words = option_term(vote)
    presiding = vote.option is Option.NOT_VOTING and vote.role is not Role.MEMBER
    look = "chair" if presiding else look_of(vote.option)
    return VoteBadge(look, words.symbol, words.in_language(sheet.language))


def badge_order(badge: VoteBadge) -> int:
    """Order badges as the glossary orders the options, presiding officers last."""
    symbols = [words.symbol for words in OPTION_TERMS.values()]
    return symbols.index(badge.symbol) if badge.symbol in symbols else len(symbols)


def look_of(option: Option) -> str:
    """Return the style sheet's name of an option."""
    return option.value.replace(" ", "-")


def vote_mark(sheet: Sheet, vote: Vote) -> Markup:
    """Return the mark of a vote for narrow places: the symbol to see, the word to hear."""
    return sheet.piece("vote_mark", badge_of(sheet, vote))


def role_that_voted(sheet: Sheet, vote: Vote) -> str:
    """Return 議長 for a presiding officer who took a side, else nothing."""
    if vote.role is Role.MEMBER or vote.option is Option.NOT_VOTING:
        return ""
    return term(vote.role).in_language(sheet.language)


def named_vote(sheet: Sheet, decision: VoteEvent, vote: Vote) -> NamedVote:
    """Return one member's vote beside the name."""
    shown = badge_of(sheet, vote)
    return NamedVote(
        name=person_link(sheet, vote.voter_id),
        seat=sheet.record.seat_of(vote.voter_id, decision.date),
        badge=sheet.piece("vote_badge", shown),
        look=shown.look,
        symbol=shown.symbol,
        word=shown.word,
        role=role_that_voted(sheet, vote),
        note=vote.note,
    )


def votes_by_group(sheet: Sheet, decision: VoteEvent) -> tuple[GroupVotes, ...]:
    """Return the votes by parliamentary group, the largest group first, members in seat order."""
    ordered = in_seat_order(sheet, decision)
    groups = grouped((vote.group_id or group_id_on_day(sheet, vote, decision), vote) for vote in ordered)
    by_size = sorted(groups.items(), key=lambda item: (item[0] is None, -len(item[1])))
    return tuple(_group_votes(sheet, decision, group_id, votes) for group_id, votes in by_size)


def group_id_on_day(sheet: Sheet, vote: Vote, decision: VoteEvent) -> OrganizationId | None:
    """Return the group of a voter on the day of the decision."""
    group = sheet.record.group_of(vote.voter_id, decision.date) if decision.date else None
    return group.id if group else None


def _group_votes(
    sheet: Sheet, decision: VoteEvent, group_id: OrganizationId | None, votes: tuple[Vote, ...]
) -> GroupVotes:
    group = sheet.record.council.organizations[group_id] if group_id else None
    return GroupVotes(
        name=group.name if group else sheet.t("group.none"),
        href=sheet.href(group_uri(group.id)) if group else "",
        figures=counted(sheet, tally(votes)),
        votes=tuple(named_vote(sheet, decision, vote) for vote in votes),
    )


def in_seat_order(sheet: Sheet, decision: VoteEvent) -> list[Vote]:
    """Return the votes in the order of the seats on that day."""
    return sorted(decision.votes, key=lambda vote: sheet.record.seat_key(vote.voter_id, decision.date))


def names_by_option(sheet: Sheet, decision: VoteEvent) -> tuple[OptionNames, ...]:
    """Return who took which side, sides in the glossary's order, the chair last."""
    sides = grouped((badge_of(sheet, vote), vote) for vote in in_seat_order(sheet, decision))
    ranked = sorted(sides.items(), key=lambda item: badge_order(item[0]))
    return tuple(
        OptionNames(sheet.piece("vote_badge", side), len(votes), _names(sheet, votes)) for side, votes in ranked
    )


def _names(sheet: Sheet, votes: Iterable[Vote]) -> tuple[Link, ...]:
    return tuple(person_link(sheet, vote.voter_id) for vote in votes)
