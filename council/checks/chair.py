"""The chair as an anchor: the one column that shows a table shifted by one (every sum still agrees then)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from council.checks.events import bill_of, complete, place_of, with_names
from council.diagnostics import Finding, finding
from council.location import location_of
from council.model.council import COUNCIL_ID, Council
from council.model.people import Membership, PersonId
from council.model.votes import Option, Requirement, Role, VoteEvent, casting_vote
from council.rules import checks as rules
from council.rules import reconciliation as more

_CHAIR, _VICE_CHAIR = "議長", "副議長"
_MEMBER, _PRESIDING, _IN_PLACE = Role.MEMBER, Role.CHAIR, Role.VICE_CHAIR
_SIDES = (Option.YES, Option.NO)


def other_chair(council: Council) -> Iterator[Finding]:
    """Report a table that marks somebody else as chair than the roster."""
    terms = [one for one in council.memberships if one.organization_id == COUNCIL_ID and one.role == _CHAIR]
    for event in with_names(council):
        marked = {vote.voter_id for vote in event.votes if vote.role is _PRESIDING and vote.option not in _SIDES}
        # two on the day the office changed hands
        known = {one.person_id for one in terms if event.date is not None and one.covers(event.date)}
        if marked and known and not marked & known:
            yield finding(
                rules.OTHER_CHAIR,
                place_of(event),
                bill=bill_of(council, event),
                table=_names(council, marked),
                chair=_names(council, known),
            )


def chair_voted(council: Council) -> Iterator[Finding]:
    """Report a chair who votes on an ordinary matter though the others are not tied (地方自治法116条2項)."""
    for event in complete(council):
        voting = {vote.voter_id for vote in event.votes if vote.role is _PRESIDING and vote.option in _SIDES}
        if voting and event.requirement is Requirement.MAJORITY and casting_vote(event) is None:
            yield finding(
                rules.CHAIR_VOTED, place_of(event), bill=bill_of(council, event), chair=_names(council, voting)
            )


def other_vice_chair(council: Council) -> Iterator[Finding]:
    """Report a table that marks somebody else as presiding vice-chair than the roster."""
    terms = [one for one in council.memberships if one.organization_id == COUNCIL_ID and one.role == _VICE_CHAIR]
    for event in with_names(council):
        marked = {vote.voter_id for vote in event.votes if vote.role is _IN_PLACE}
        known = {one.person_id for one in terms if event.date is not None and one.covers(event.date)}
        if marked and known and not marked & known:
            values = {"table": _names(council, marked), "vice": _names(council, known)}
            yield finding(more.OTHER_VICE_CHAIR, place_of(event), bill=bill_of(council, event), **values)


def nobody_presides(council: Council) -> Iterator[Finding]:
    """Report a decision without a presiding officer in a table whose other decisions all mark one."""
    terms = [one for one in council.memberships if one.organization_id == COUNCIL_ID and one.role == _CHAIR]
    tables: dict[str, list[VoteEvent]] = defaultdict(list)
    for event in complete(council) if terms else ():
        tables[place_of(event).path].append(event)
    for events in tables.values():
        bare = [event for event in events if not any(vote.role is not _MEMBER for vote in event.votes)]
        # as many rows without as with: then the table does not mark who presides
        if 2 * len(bare) < len(events):
            yield from (found for event in bare for found in _unpresided(council, event, terms))


def _unpresided(council: Council, event: VoteEvent, terms: list[Membership]) -> Iterator[Finding]:
    chairs = {one.person_id for one in terms if event.date and one.covers(event.date)}
    vote = next((vote for vote in event.votes if vote.voter_id in chairs), None)
    if vote:
        values = {"chair": council.people[vote.voter_id].name, "symbol": vote.raw}
        yield finding(more.NOBODY_PRESIDES, location_of(vote.source), bill=bill_of(council, event), **values)


def _names(council: Council, people: set[PersonId]) -> str:
    return "、".join(sorted(council.people[person].name for person in people))
