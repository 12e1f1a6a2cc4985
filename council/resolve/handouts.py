"""What was handed out of packets, tied to its sittings."""

from __future__ import annotations

from collections.abc import Mapping

from council.diagnostics import Finding, Outcome, finding
from council.model.events import Audience, Event, EventId
from council.model.handouts import Handout
from council.parse.draft_handouts import DraftHandout
from council.parse.drafts import Drafts
from council.rules import handouts as rules


def resolve_handouts(
    drafts: Drafts, events: Mapping[EventId, Event], edition: Audience
) -> Outcome[tuple[Handout, ...]]:
    """Return what was handed out of this edition's packets, in order of the revisions.

    Findings: D602 (a part or a number given twice in a revision), D603 (no such sitting).
    """
    borne: set[object] = set()
    findings: list[Finding] = []
    handouts: list[Handout] = []
    for one in drafts.handouts:
        if one.meeting not in events:
            findings.append(finding(rules.HANDOUT_WITHOUT_SITTING, one.location, meeting=one.meeting))
        elif twice := _twice(one, borne):
            findings.append(finding(rules.HANDED_OUT_TWICE, one.location, what=twice))
        else:
            handouts.append(_handout(one))
    mine = (one for one in handouts if one.edition is edition)
    return Outcome(tuple(sorted(mine, key=lambda one: (one.event_id, one.revision))), tuple(findings))


def _twice(one: DraftHandout, borne: set[object]) -> str:
    """Note what a row says of its revision; return what an earlier row said already, empty if nothing."""
    revision = (one.meeting, one.edition, one.revision)
    part = (*revision, one.part, one.path, one.item)
    if part in borne:
        return one.path or one.title or one.item or ", ".join(map(str, one.numbers)) or str(one.part)
    numbers = {(*revision, number) for number in one.numbers}
    if again := numbers & borne:
        return str(min(number for *_, number in again))
    borne.add(part)
    borne.update(numbers)
    return ""


def _handout(one: DraftHandout) -> Handout:
    return Handout(
        event_id=EventId(one.meeting),
        edition=one.edition,
        revision=one.revision,
        issued=one.issued,
        part=one.part,
        key=one.path or one.item,
        numbers=one.numbers,
        prints=one.prints,
        moves=one.moves,
        label=one.label,
        sha256=one.sha256,
        title=one.title,
        source=str(one.location),
    )
