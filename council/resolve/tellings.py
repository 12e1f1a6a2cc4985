"""What minutes and tables tell of bills and decisions, each tied to its session: mentions of bills, tellings of votes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from council.glossary.extents import extent_words
from council.model.debate import SpeechId
from council.model.events import MotionId, SessionId
from council.model.identifiers import event_id
from council.model.votes import Motion, Option
from council.parse.columns import column, places_of
from council.parse.draft_cells import place_of
from council.parse.drafts import DraftDecision, DraftMeeting, Drafts, DraftSitting, DraftVoteEvent
from council.parse.outlines import outline_of
from council.resolve.meetings import Placed
from council.resolve.motions import Mention, Motions, title_of
from council.resolve.placing import PlacedRow, is_english, is_lost, is_plenary
from council.resolve.recall import Origins
from council.resolve.sessions import Sessions
from council.resolve.voters import Told, Traced
from council.text.patterns import regex

# Motions about the order of the day (休憩, 延会, 質疑終結の動議) are procedure; these ask for something that stays.
_NAMED_MOTION = regex(
    r"^(?!.*(?:日程|追加|先議|休憩|延期|省略|質疑|討論|採決|修正|組替))"
    r".*(?:信任|辞職勧告|問責|懲罰|特別委員会の?設置|決議).{0,30}動議(?:について|の件)?$"
)
# So do these, which a chair puts to the vote without a number.
_NAMED_MATTER = regex(
    r"^(?!.*(?:日程|追加|先議|延期|省略|動議|第[0-9０-９一二三四五六七八九十百]+号))"
    r".*(?:特別委員会の?(?:設置|廃止)|議員の?派遣|(?:議員|議長|委員長?)の?辞職(?:の?許可)?|懲罰)(?:について|の件|に関する件)?$"
)


def mentions(
    placed: tuple[Placed, ...], rows: tuple[PlacedRow, ...], drafts: Drafts, sessions: Sessions
) -> Iterator[Mention]:
    """Yield every place that names a bill, headings and agendas before decisions before tables."""
    readable = [one for one in placed if not one.draft.withheld]
    return chain(
        chain.from_iterable(_of_agenda(one) for one in readable),
        chain.from_iterable(_of_headings(one) for one in readable),
        chain.from_iterable(_of_referrals(one) for one in readable if is_plenary(one)),
        chain.from_iterable(_of_decisions(one) for one in readable if is_plenary(one)),
        _of_announced(drafts, sessions),
        (_of_row(row) for row in rows if not is_lost(row.draft)),
    )


def _of_agenda(one: Placed) -> Iterator[Mention]:
    for item in one.draft.agenda:
        for number in item.bills:
            title = title_of(item.title, item.bills)
            yield Mention(
                one.session_id,
                number,
                title,
                item.location,
                creator=item.proposer,
                referred_to=item.referred_to,
                sitting=one.id,
            )


def _of_headings(one: Placed) -> Iterator[Mention]:
    # what the agenda lists already, its heading need not tell again
    listed = {number for item in one.draft.agenda for number in item.bills}
    headings = outline_of(one.draft).headings
    named = ((place, number) for place, bills in enumerate(column(headings, "bills")) for number in bills)
    if new := [(place, number) for place, number in named if number not in listed]:
        places = tuple(places_of(headings))
        for place, number in new:
            yield Mention(one.session_id, number, "", places[place], sitting=one.id)


def _of_referrals(one: Placed) -> Iterator[Mention]:
    for referral in one.draft.referrals:
        for number in referral.bills:
            yield Mention(
                one.session_id, number, "", referral.location, referred_to=referral.committees, sitting=one.id
            )


def _of_decisions(one: Placed) -> Iterator[Mention]:
    movers = {item.location: item.proposer for item in one.draft.agenda if item.proposer}
    for decision in one.draft.decisions:
        result = decision.result if decision.aspect != "amend" else ""
        for number in decision.bills:
            yield Mention(
                one.session_id, number, "", decision.location, date=one.draft.date, result=result, sitting=one.id
            )
        if _is_known_by_title(one, decision):
            yield Mention(
                one.session_id,
                None,
                decision.title,
                decision.location,
                date=one.draft.date,
                result=result,
                creator=movers.get(decision.location) or decision.mover,
                sitting=one.id,
                of_sitting=is_english(one),
            )


def _is_known_by_title(one: Placed, decision: DraftDecision) -> bool:
    """Say whether a decision without a number is one of its own.

    In Japanese minutes: names are recorded, somebody was elected, or a motion (動議) or a title (特別委員会の設置) names
    what stays. The rest of what a chair asks (会議時間の延長) is procedure. In English ones whatever was put to a vote is
    an item or a motion.
    """
    if decision.bills or not decision.title:
        return False
    lasting = _NAMED_MOTION.search(decision.title) or _NAMED_MATTER.search(decision.title)
    named = bool(decision.votes or lasting) or decision.result == "当選"
    return named or (is_english(one) and bool(decision.result))


def _of_announced(drafts: Drafts, sessions: Sessions) -> Iterator[Mention]:
    for file in drafts.sessions:
        if session := sessions.by_folder.get(file.folder):
            for sitting in file.sittings:
                yield from _of_sitting(sitting, session)


def _of_sitting(sitting: DraftSitting, session: SessionId) -> Iterator[Mention]:
    held = event_id(sitting.date, sitting.body)
    for item in sitting.agenda:
        for number in item.bills:
            yield Mention(session, number, title_of(item.title, item.bills), item.location, sitting=held)


def _of_row(row: PlacedRow) -> Mention:
    draft = row.draft
    return Mention(
        row.session_id,
        draft.number,
        draft.title,
        draft.location,
        date=draft.date,
        result=draft.result if draft.aspect != "amend" else "",
        creator=draft.proposer,
        referred_to=draft.referred_to,
        from_table=True,
        title_at=place_of(draft.cells, "title", draft.location),
        sitting=row.sitting,
        table=draft.table,
        voted=bool(draft.votes or draft.withheld) and draft.aspect != "amend",
    )


def tellings(
    placed: tuple[Placed, ...], rows: tuple[PlacedRow, ...], motions: Motions, origins: Origins
) -> Iterator[Traced]:
    """Yield what each source tells of each decision."""
    for one in placed:
        if not one.draft.withheld and is_plenary(one):
            declared = outline_of(one.draft).declared
            read = origins.of(one.draft)
            for order, (decision, speech) in enumerate(zip(one.draft.decisions, declared, strict=True)):
                origin = read and f"{read}:{order}"
                yield from (Traced(told, origin) for told in _told_by_minutes(one, decision, order, motions, speech))
    for row in rows:
        identifier = _motion_of_row(row, motions)
        if identifier and (row.draft.votes or row.draft.withheld or _has_figures(row.draft)):
            yield Traced(_told_by_row(row, motions.by_id[identifier]), origins.of(row.draft))


def _has_figures(draft: DraftVoteEvent) -> bool:
    """Say whether a row without any vote cell, which is no decision, counts for a decision that the minutes tell of."""
    return any(option in (Option.YES, Option.NO) for option, _ in draft.counts)


def _motion_of_row(row: PlacedRow, motions: Motions) -> MotionId | None:
    if is_lost(row.draft):
        return motions.titled(row.session_id, row.draft.titles, row.sitting)
    return motions.find(row.session_id, row.draft.number, row.draft.title, row.sitting)


def _told_by_minutes(
    one: Placed, decision: DraftDecision, order: int, motions: Motions, speech: SpeechId
) -> Iterator[Told]:
    draft: DraftMeeting = one.draft
    found = motions.of_bills(one.session_id, decision.bills, one.id)
    if not found and _is_known_by_title(one, decision):
        named = motions.find(one.session_id, None, decision.title, one.id)
        found = (named,) if named else ()
    for motion in found:
        yield Told(
            session_id=one.session_id,
            motion_id=motion,
            bill=motions.by_id[motion].identifier or motions.by_id[motion].text,
            aspect=decision.aspect,
            location=decision.location,
            table="",
            order=order,
            date=draft.date,
            event_id=one.id,
            method=decision.method,
            result=decision.result,
            requirement=decision.requirement,
            means_report=decision.aspect == "report",
            declared_yes=decision.declared_yes,
            declared_no=decision.declared_no,
            votes=decision.votes,
            withheld=0,
            speech_id=speech,
            extent=decision.extent or extent_words(decision.result),
            interests=decision.interests,
        )


def _told_by_row(row: PlacedRow, motion: Motion) -> Told:
    draft = row.draft
    counts = dict(draft.counts)
    return Told(
        session_id=row.session_id,
        motion_id=motion.id,
        bill=motion.identifier or motion.text,
        aspect=draft.aspect,
        location=draft.location,
        table=draft.table,
        order=draft.order,
        date=draft.date,
        event_id=row.event_id,
        method=draft.method,
        result=draft.result,
        requirement=draft.requirement,
        means_report=draft.means_report,
        declared_yes=counts.get(Option.YES),
        declared_no=counts.get(Option.NO),
        votes=draft.votes,
        withheld=draft.withheld,
        extent=extent_words(draft.method) or extent_words(draft.result),
        unread=draft.unread,
        title=draft.title,
        cells=draft.cells,
        moved=draft.moved,
    )
