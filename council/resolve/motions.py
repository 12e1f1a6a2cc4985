"""Bills: every mention of a number, tied to one motion, carried-over ones across sessions included."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from council.diagnostics import Finding, Outcome, finding
from council.glossary import canonical_result
from council.location import Location
from council.model.bill_numbers import BillNumber, bill_numbers_in
from council.model.events import MotionId, SessionId
from council.model.identifiers import motion_id
from council.model.votes import Motion
from council.parse.drafts import DraftAgendaItem
from council.rules import record as rules
from council.text.numerals import fold_width

CARRIED_OVER = "継続審査"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names a bill: a heading, an agenda line, a decision, a row of a vote table."""

    session_id: SessionId
    number: BillNumber | None
    title: str
    location: Location
    date: dt.date | None = None
    result: str = ""
    creator: str = ""
    referred_to: tuple[str, ...] = ()
    from_table: bool = False
    title_at: Location | None = None


@dataclass(frozen=True)
class Motions:
    """The motions, and which one a session means by a number or a title."""

    by_id: dict[MotionId, Motion]
    by_number: dict[tuple[SessionId, BillNumber], MotionId]
    by_title: dict[tuple[SessionId, str], MotionId] = field(default_factory=dict)

    def of_bills(self, session: SessionId, numbers: Iterable[BillNumber]) -> tuple[MotionId, ...]:
        """Return the motions a session means by these numbers."""
        found = (self.by_number.get((session, number)) for number in numbers)
        return tuple(dict.fromkeys(identifier for identifier in found if identifier))

    def of_item(self, session: SessionId, item: DraftAgendaItem) -> tuple[MotionId, ...]:
        """Return the motions of an agenda item."""
        return self.of_bills(session, item.bills)

    def find(self, session: SessionId, number: BillNumber | None, title: str) -> MotionId | None:
        """Return the motion a session means by a number, or without one by a title."""
        return self.by_number.get((session, number)) if number else self.by_title.get((session, squeezed(title)))

    def titled(self, session: SessionId, titles: Iterable[str]) -> MotionId | None:
        """Return the one motion of a session that has one of these titles."""
        wanted = {_bare_title(title) for title in titles} - {""}
        found = [
            motion.id
            for motion in self.by_id.values()
            if session in motion.sessions
            and wanted & {_bare_title(known) for known in (motion.text, *motion.other_titles)}
        ]
        return found[0] if len(found) == 1 else None


def resolve_motions(mentions: Iterable[Mention], order: tuple[SessionId, ...]) -> Outcome[Motions]:
    """Make one motion of all mentions of it; ``order`` is the order of the sessions in time.

    A number that comes again in a later session is the same motion only if it was carried over (継続審査) or was not
    decided, and its titles agree. Findings: V206 (one number, two titles).
    """
    place = {session: position for position, session in enumerate(order)}
    by_id: dict[MotionId, Motion] = {}
    by_number: dict[tuple[SessionId, BillNumber], MotionId] = {}
    by_title: dict[tuple[SessionId, str], MotionId] = {}
    latest: dict[BillNumber, MotionId] = {}
    findings: list[Finding] = []
    for mention in sorted(mentions, key=lambda one: (place.get(one.session_id, len(place)), one.from_table)):
        known = _known(mention, by_number, by_title)
        if known is None and mention.number and (earlier := latest.get(mention.number)):
            known = earlier if _goes_on(by_id[earlier], mention) else None
        identifier = known or motion_id(mention.session_id, mention.number, squeezed(mention.title))
        if identifier in by_id:
            by_id[identifier], found = _with(by_id[identifier], mention)
            findings += found
        else:
            by_id[identifier] = _new(identifier, mention)
        if mention.number:
            by_number[mention.session_id, mention.number] = identifier
            latest[mention.number] = identifier
        else:
            by_title[mention.session_id, squeezed(mention.title)] = identifier
    return Outcome(Motions(by_id, by_number, by_title), tuple(findings))


def _known(
    mention: Mention,
    by_number: dict[tuple[SessionId, BillNumber], MotionId],
    by_title: dict[tuple[SessionId, str], MotionId],
) -> MotionId | None:
    if mention.number:
        return by_number.get((mention.session_id, mention.number))
    return by_title.get((mention.session_id, squeezed(mention.title)))


def _goes_on(motion: Motion, mention: Mention) -> bool:
    undecided = motion.result in ("", CARRIED_OVER)
    same_title = not mention.title or not motion.text or _same_title(mention.title, motion.text)
    return undecided and same_title and (motion.result == CARRIED_OVER or bool(mention.title and motion.text))


def _new(identifier: MotionId, mention: Mention) -> Motion:
    return Motion(
        id=identifier,
        session_id=mention.session_id,
        identifier=mention.number.printed if mention.number else "",
        kind=mention.number.kind if mention.number else "",
        text=mention.title,
        creator=mention.creator,
        referred_to=mention.referred_to,
        result=canonical_result(mention.result),
        date=mention.date if mention.result else None,
        sessions=(mention.session_id,),
        source=str(mention.location),
    )


def _with(motion: Motion, mention: Mention) -> tuple[Motion, tuple[Finding, ...]]:
    """Add what one more mention says; a later session's result stands over the earlier one's."""
    findings: tuple[Finding, ...] = ()
    others = motion.other_titles
    known = [title for title in (motion.text, *others) if title]
    if mention.title and known and not any(_same_title(mention.title, title) for title in known):
        others = (*others, mention.title)
        values = {"bill": motion.identifier, "first": motion.text, "second": mention.title}
        findings = (finding(rules.OTHER_TITLE, mention.title_at or mention.location, **values),)
    result, date = motion.result, motion.date
    if mention.result and (not result or mention.session_id not in motion.sessions or result == CARRIED_OVER):
        result, date = canonical_result(mention.result), mention.date or date
    elif mention.result and canonical_result(mention.result) == result:
        date = date or mention.date
    return replace(
        motion,
        text=motion.text or mention.title,
        creator=motion.creator or mention.creator,
        referred_to=_committees((*motion.referred_to, *mention.referred_to)),
        result=result,
        date=date,
        other_titles=others,
        sessions=tuple(dict.fromkeys((*motion.sessions, mention.session_id))),
    ), findings


def _committees(printed: tuple[str, ...]) -> tuple[str, ...]:
    """Return each committee once: 文教厚生 of an agenda's narrow column is 文教厚生委員会 where that is named too."""
    names = dict.fromkeys(printed)
    return tuple(name for name in names if not {f"{name}委員会", f"{name}常任委員会"} & set(names))


def _same_title(one: str, other: str) -> bool:
    return _bare_title(one) == _bare_title(other)


def _bare_title(title: str) -> str:
    return re.sub(r"(?:について|の件|に関する件)$", "", re.sub(r"[()「」『』、。,.・]", "", squeezed(title)))


def squeezed(title: str) -> str:
    """Return a title as it is compared: NFKC, no spaces."""
    return "".join(unicodedata.normalize("NFKC", title).split())


_NUMBER_AHEAD = re.compile(
    r"^[\s\u3000]*(?:[一-龠々]{1,14}[ \u3000]*第[ \u3000]*[0-9〇一二三四五六七八九十百\-]+[ \u3000]*号(?:議案)?"
    r"|第[ \u3000]*[0-9]+[ \u3000]*号[ \u3000]*[一-龠々]{2,8}?)(?=[\s\u3000「『（(]|$)[\s\u3000]*"
)


def title_of(printed: str, numbers: tuple[BillNumber, ...]) -> str:
    """Return the title that follows a single bill number at the head of a line; empty if it names several bills."""
    if len(numbers) != 1:
        return ""
    match = _NUMBER_AHEAD.match(fold_width(printed))
    rest = printed[match.end() :].strip() if match else ""
    return "" if bill_numbers_in(rest) else rest
