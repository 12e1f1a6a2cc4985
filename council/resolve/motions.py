"""Bills: every mention of a number, tied to one motion, carried-over ones across sessions included."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct, field

from council.diagnostics import Finding, Outcome, finding
from council.glossary import canonical_result
from council.location import Location
from council.model.bill_numbers import BillNumber, bill_numbers_in
from council.model.events import MotionId, SessionId
from council.model.identifiers import counts_by_sitting, motion_id
from council.model.votes import Motion
from council.parse.drafts import DraftAgendaItem
from council.rules import record as rules
from council.text.numerals import fold_width
from council.text.patterns import regex

CARRIED_OVER = "継続審査"


class Mention(Struct, frozen=True):
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
    sitting: str = ""  # the id of the sitting that numbers its items anew
    of_sitting: bool = False  # without a number it is a thing of this sitting, whatever has its title on another day
    table: str = ""
    voted: bool = False  # a row with votes on the thing itself, whether or not the table tells results


Numbered = dict[tuple[str, BillNumber], MotionId]
"""Motions by their numbers in a session, or in a sitting where numbers restart at each."""


class Motions(Struct, frozen=True):
    """The motions, and which one a session or a sitting means by a number or a title."""

    by_id: dict[MotionId, Motion]
    by_number: Numbered
    by_title: dict[tuple[str, str], MotionId] = field(default_factory=dict)  # in a session, or a sitting of its own
    restarting: frozenset[SessionId] = frozenset()

    def of_bills(self, session: SessionId, numbers: Iterable[BillNumber], sitting: str = "") -> tuple[MotionId, ...]:
        """Return the motions a session means by these numbers; ``sitting`` where they stand, if that is known."""
        found = [self._of_number(session, number, sitting) for number in numbers]
        return tuple(dict.fromkeys([identifier for identifier in found if identifier])) if found else ()

    def of_item(self, session: SessionId, item: DraftAgendaItem, sitting: str = "") -> tuple[MotionId, ...]:
        """Return the motions of an agenda item."""
        return self.of_bills(session, item.bills, sitting)

    def find(self, session: SessionId, number: BillNumber | None, title: str, sitting: str = "") -> MotionId | None:
        """Return the motion a session means by a number, or without one by a title."""
        if number:
            return self._of_number(session, number, sitting)
        bare = squeezed(title)
        return self.by_title.get((sitting, bare)) or self.by_title.get((session, bare))

    def _of_number(self, session: SessionId, number: BillNumber, sitting: str) -> MotionId | None:
        return self.by_number.get((_scope(session, number, sitting, self.restarting), number))

    def titled(self, session: SessionId, titles: Iterable[str], sitting: str = "") -> MotionId | None:
        """Return the one motion of a session, or of a sitting if it is known, that has one of these titles."""
        wanted = {_bare_title(title) for title in titles} - {""}
        found = [
            motion.id
            for motion in self.by_id.values()
            if session in motion.sessions
            and wanted & {_bare_title(known) for known in (motion.text, *motion.other_titles)}
        ]
        if sitting and session in self.restarting:
            found = [one for one in found if one.startswith((f"{sitting}-", f"{session}-"))]
        return found[0] if len(found) == 1 else None


def resolve_motions(mentions: Iterable[Mention], order: tuple[SessionId, ...]) -> Outcome[Motions]:
    """Make one motion of all mentions of it; ``order`` is the order of the sessions in time.

    A number that comes again in a later session is the same motion only if its titles agree and it was carried over
    (継続審査), or was not voted on and the year is the same. Where items are numbered anew at each sitting, every sitting has its own. Findings:
    V206 (one number, two titles), V211 (a row without a number joined by its title).
    """
    told = list(mentions)
    gathering = _Gathering(_restarting(told))
    place = {session: position for position, session in enumerate(order)}
    last = len(place)

    def turn(one: Mention) -> tuple[int, bool, bool]:
        # A row without a number may have the title of a bill that stands below it.
        return place.get(one.session_id, last), one.from_table, one.from_table and one.number is None

    for mention in sorted(told, key=turn):
        gathering.add(mention)
    motions = Motions(gathering.by_id, gathering.by_number, gathering.by_title, gathering.restarting)
    return Outcome(motions, tuple(gathering.findings))


class _Gathering(Struct):
    """The motions as far as they are known; ``tabled`` are those of which a table has a row of its own."""

    restarting: frozenset[SessionId]
    by_id: dict[MotionId, Motion] = field(default_factory=dict)
    by_number: Numbered = field(default_factory=dict)
    by_title: dict[tuple[str, str], MotionId] = field(default_factory=dict)
    latest: dict[BillNumber, MotionId] = field(default_factory=dict)
    tabled: set[tuple[str, MotionId]] = field(default_factory=set)
    numbered: dict[tuple[SessionId, str], dict[MotionId, None]] = field(default_factory=dict)
    voted: set[MotionId] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def add(self, mention: Mention) -> None:
        """Add one mention to the motion it means, or make a new one."""
        if mention.number:
            scope = _scope(mention.session_id, mention.number, mention.sitting, self.restarting)
            identifier = self._of_number(mention, mention.number, scope)
            self.by_number[scope, mention.number] = identifier
            if scope == mention.session_id:
                self.latest[mention.number] = identifier
                self._know_title(mention, identifier)
        else:
            place = self._title_place(mention)
            identifier = self._of_title(mention, place)
            self.by_title[place] = identifier
        if mention.voted:
            self.voted.add(identifier)
        if identifier in self.by_id:
            self.by_id[identifier], found = _with(self.by_id[identifier], mention)
            self.findings += found
        else:
            self.by_id[identifier] = _new(identifier, mention)

    def _know_title(self, mention: Mention, identifier: MotionId) -> None:
        if mention.table:
            self.tabled.add((mention.table, identifier))
        if bare := _bare_title(mention.title) if mention.title else "":
            self.numbered.setdefault((mention.session_id, bare), {})[identifier] = None

    def _of_number(self, mention: Mention, number: BillNumber, scope: str) -> MotionId:
        known = self.by_number.get((scope, number))
        if known is None and scope == mention.session_id and (earlier := self.latest.get(number)):
            known = earlier if _goes_on(self.by_id[earlier], mention, voted=earlier in self.voted) else None
        return known or motion_id(scope, number, "")

    def _title_place(self, mention: Mention) -> tuple[str, str]:
        """Return within what a title is one thing, the sitting or the session, and the title as it is compared."""
        bare = squeezed(mention.title)
        of_sitting = mention.of_sitting or (mention.sitting, bare) in self.by_title
        return (mention.sitting if of_sitting else mention.session_id), bare

    def _of_title(self, mention: Mention, place: tuple[str, str]) -> MotionId:
        if known := self.by_title.get(place):
            return known
        if mention.from_table and (numbered := self._one_numbered(mention)):
            values = {"bill": self.by_id[numbered].identifier, "title": mention.title}
            self.findings.append(finding(rules.JOINED_BY_TITLE, mention.title_at or mention.location, **values))
            return numbered
        return motion_id(place[0], None, place[1])

    def _one_numbered(self, mention: Mention) -> MotionId | None:
        """Return the one numbered bill of that title, unless the row's table has a row of it already."""
        found = list(self.numbered.get((mention.session_id, _bare_title(mention.title)), ()))
        return found[0] if len(found) == 1 and (mention.table, found[0]) not in self.tabled else None


def _scope(session: SessionId, number: BillNumber, sitting: str, restarting: frozenset[SessionId]) -> str:
    """Return within what a number is one thing: the sitting where it restarts, else the session."""
    return sitting if sitting and session in restarting and counts_by_sitting(number) else session


def _restarting(mentions: Iterable[Mention]) -> frozenset[SessionId]:
    """Return the sessions whose items are numbered anew at each sitting.

    A calendar year is one for certain; of a named session it is seen where one number has two titles at two sittings.
    """
    found: set[SessionId] = set()
    titles: dict[tuple[SessionId, BillNumber], dict[str, str]] = {}
    for one in mentions:
        if one.number and one.sitting and counts_by_sitting(one.number) and one.session_id not in found:
            if one.session_id.isdecimal():
                found.add(one.session_id)
            elif one.title:
                titles.setdefault((one.session_id, one.number), {}).setdefault(one.sitting, _bare_title(one.title))
    found |= {session for (session, _), told in titles.items() if len(set(told.values())) > 1}
    return frozenset(found)


def _goes_on(motion: Motion, mention: Mention, *, voted: bool) -> bool:
    same_title = not mention.title or not motion.text or _same_title(mention.title, motion.text)
    if motion.result == CARRIED_OVER:
        return same_title
    # Numbers begin anew with the year, and many titles return with them: 諮問第1号 人権擁護委員の候補者の推薦.
    same_year = motion.session_id[:4] == mention.session_id[:4]
    return not motion.result and not voted and same_year and same_title and bool(mention.title and motion.text)


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
    later = mention.session_id not in motion.sessions or result == CARRIED_OVER or _is_voted_again(motion, mention)
    if mention.result and (not result or later):
        result, date = canonical_result(mention.result), mention.date or date
    elif mention.result and canonical_result(mention.result) == result:
        date = date or mention.date
    if (
        result is motion.result
        and date is motion.date
        and others is motion.other_titles
        and _adds_nothing(motion, mention)
    ):
        return motion, findings
    return Motion(
        id=motion.id,
        session_id=motion.session_id,
        identifier=motion.identifier,
        kind=motion.kind,
        text=motion.text or mention.title,
        creator=motion.creator or mention.creator,
        referred_to=_committees((*motion.referred_to, *mention.referred_to)),
        result=result,
        date=date,
        other_titles=others,
        sessions=tuple(dict.fromkeys((*motion.sessions, mention.session_id))),
        source=motion.source,
    ), findings


def _is_voted_again(motion: Motion, mention: Mention) -> bool:
    """Say whether a decision is of a later day (再議); a table's day alone does not set the minutes' result aside."""
    apart = mention.from_table and not motion.source.startswith(mention.location.path)
    return bool(mention.date and motion.date and motion.date < mention.date) and not apart


def _adds_nothing(motion: Motion, mention: Mention) -> bool:
    """Say whether a motion has all that a mention says besides result and day: most of them repeat a number only."""
    return (
        bool(motion.text or not mention.title)
        and bool(motion.creator or not mention.creator)
        and not mention.referred_to
        and mention.session_id in motion.sessions
    )


def _committees(printed: tuple[str, ...]) -> tuple[str, ...]:
    """Return each committee once: 文教厚生 of an agenda's narrow column is 文教厚生委員会 where that is named too."""
    names = dict.fromkeys(printed)
    return tuple(name for name in names if not {f"{name}委員会", f"{name}常任委員会"} & set(names))


def _same_title(one: str, other: str) -> bool:
    return _bare_title(one) == _bare_title(other)


@lru_cache(maxsize=1 << 13)
def _bare_title(title: str) -> str:
    return re.sub(r"(?:について|の件|に関する件)$", "", re.sub(r"[()「」『』、。,.・]", "", squeezed(title)))


def squeezed(title: str) -> str:
    """Return a title as it is compared: NFKC, no spaces."""
    return "".join(unicodedata.normalize("NFKC", title).split())


_NUMBER_AHEAD = regex(
    r"^[\s\u3000]*(?:[一-龠々]{1,14}[ \u3000]*第[ \u3000]*[0-9〇一二三四五六七八九十百\-]+[ \u3000]*号(?:議案)?"
    r"|第[ \u3000]*[0-9]+[ \u3000]*号[ \u3000]*[一-龠々]{2,8}?)(?=[\s\u3000「『（(]|$)[\s\u3000]*"
)


@lru_cache(maxsize=1 << 12)
def title_of(printed: str, numbers: tuple[BillNumber, ...]) -> str:
    """Return the title that follows a single bill number at the head of a line; empty if it names several bills."""
    if len(numbers) != 1:
        return ""
    match = _NUMBER_AHEAD.match(fold_width(printed))
    beside = printed if numbers[0].kind.isascii() else ""  # By-law 24/2026 stands in a column of its own
    rest = printed[match.end() :].strip() if match else beside
    return "" if bill_numbers_in(rest) else rest
