"""Lines that name the day of the decisions below them: 12月5日議決, 【令和7年12月19日 本会議】, 2025-12-19."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct, field

from council.location import Location
from council.parse.drafts import SessionName
from council.parse.votes.lines import Line
from council.text.dates import find_date
from council.text.numerals import fold_width
from council.text.patterns import regex

_LONGEST = 60
_DAY = (
    r"(?P<day>(?:(?:(?:令和|平成|昭和|[RHS])(?:[0-9]{1,2}|元)|[0-9]{4})(?:年|[./-]))?"
    r"(?P<month>[0-9]{1,2})(?:月|[./-])(?P<of_month>[0-9]{1,2})日?)"
)
_WEEKDAY = r"(?:\((?:[月火水木金土日]|祝)\)|[月火水木金土日]曜日?)?"
_SORT = r"(?:第[0-9]{1,3}[号日]|初日|最終日|開会日|閉会日)?"
_BEFORE = r"(?:議決日|議決年月日|採決日|表決日|本会議)?[:・]?"
_TOLD = r"(?P<told>(?:の|に|で)?(?:本会議)?(?:の|に|で)?(?:議決|採決|表決|可決|議了|開議|開催)?(?:した(?:議案等?|もの|案件))?(?:分|日|議案等?|案件|結果)?)"
_LINE = regex(rf"^[\[【〔<(■□●◆◇◎○・]*{_BEFORE}{_SORT}{_DAY}{_WEEKDAY}{_SORT}{_TOLD}{_SORT}[\]】〕>)]*$")


class DayLine(Struct, frozen=True):
    """A day that a line names; ``told`` where its words say that it is the day of decisions, not of the paper."""

    day: dt.date
    told: bool


def day_in(line: Line, session: SessionName | None) -> DayLine | None:
    """Return the day that a line of nothing else names; one without a year takes the session's year."""
    text = re.sub(r"\s+", "", fold_width(line.text))
    match = _LINE.match(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    told = bool(match["told"]) or "日" in text[: match.start("day")] or "本会議" in text
    day = find_date(match["day"]) or _of_year(match, session)
    return DayLine(day, told) if day else None


def _of_year(match: re.Match[str], session: SessionName | None) -> dt.date | None:
    if session is None or "年度" in session.printed or not match["day"].startswith(match["month"]):
        return None
    try:
        return dt.date(session.year, int(match["month"]), int(match["of_month"]))
    except ValueError:
        return None


class Days(Struct):
    """The day that holds for the rows met next.

    A bare date above the first row may be the day of the paper: it counts only if another day stands between rows.
    """

    bare: DayLine | None = None
    between: bool = False
    met_rows: bool = False
    counted: list[Location] = field(default_factory=list)
    _held: DayLine | None = None
    _at: Location | None = None

    def meet(self, line: Line, session: SessionName | None) -> None:
        """Take a line as the day of the rows below it if it names one."""
        if found := day_in(line, session):
            self._held, self._at = found, line.place
            if not self.met_rows:
                self.bare = None if found.told else found

    def take(self) -> DayLine | None:
        """Return the day that holds for a row; a line that no row follows is none."""
        if self._at:
            self.counted.append(self._at)
            self.between = self.between or self.met_rows
            self._at = None
        self.met_rows = True
        return self._held

    def settled(self, held: DayLine | None) -> dt.date | None:
        """Return the day of a row, once all lines have been met."""
        return held.day if held and (self.between or held is not self.bare) else None

    @property
    def understood(self) -> frozenset[Location]:
        """The places of the lines that counted."""
        return frozenset(
            place for place in self.counted if self.between or self.bare is None or place != self.counted[0]
        )
