"""The cells of a row by field: the first filled column counts, 〃 repeats the row above, two columns must not disagree."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct, field

from council.diagnostics import Finding, finding
from council.location import Location
from council.model.votes import Option
from council.parse.drafts import SessionName
from council.parse.votes.columns import Plan
from council.parse.votes.headings import Field
from council.parse.votes.lines import flat, session_of_file
from council.parse.votes.table import Spot, Table, TableRow
from council.rules import votes as rules
from council.text.dates import parse_date
from council.text.numerals import fold_width
from council.text.patterns import regex

_DITTO = ("〃", "仝", "同上", "同", "″", "々")
_NOTHING = regex(r"^[-－―—–ー/／\s\u3000]*$")
_MONTH_AND_DAY = regex(r"^(?P<month>[0-9]{1,2})\s*(?:/|月|\.)\s*(?P<day>[0-9]{1,2})\s*日?(?:\s*\([月火水木金土日]\))?$")
_FIGURE = regex(r"^(?P<figure>[0-9]{1,4})\s*[人名票]?$")
_NO_REFERRAL = regex(r"付託(?:を|の)?(?:省略|なし|せず)|^省略$|^即決$")
_LONGEST = 60


_Spots = list[tuple[int, Spot]]


class Values(Struct):
    """The fields of a table's rows. Findings: V114 at once, V112 and V113 when a date or a figure is asked for.

    ``has_worded_numbers``: bills' numbers are written with words or parts, so that a bare one of five digits is none.
    """

    table: Table
    plan: Plan
    findings: list[Finding] = field(default_factory=list)
    has_worded_numbers: bool = False
    _texts: dict[Location, dict[Field, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read all texts from the top down, as 〃 needs."""
        above: dict[Field, str] = {}
        for row in self.table.rows:
            texts = {kind: self._told(self._spots(row, kind)) for kind in self.plan.fields}
            texts = {kind: above.get(kind, "") if text in _DITTO else text for kind, text in texts.items()}
            above |= {} if row.spoilt else {kind: text for kind, text in texts.items() if text}
            self._texts[row.place] = texts
        numbers = (fold_width(texts.get(Field.NUMBER, "")).strip() for texts in self._texts.values())
        self.has_worded_numbers = any(not number.isdecimal() for number in numbers if number)

    def text(self, row: TableRow, kind: Field) -> str:
        """Return a field's text in one line; empty where it is not stated."""
        return self._texts[row.place].get(kind, "")

    def _told(self, spots: _Spots) -> str:
        told = dict.fromkeys(flat(spot.text) for rank, spot in spots if rank == spots[0][0])
        if len(told) > 1 and spots[0][0]:
            values = "、".join(text[:_LONGEST] for text in told)
            self.findings.append(finding(rules.CONFLICTING_COLUMNS, self.at(spots[1][1]), values=values))
            return ""
        return next(iter(told), "")

    def _spots(self, row: TableRow, kind: Field) -> _Spots:
        held = [(rank, row.cells[place]) for rank, place in self.plan.fields.get(kind, ()) if place < len(row.cells)]
        return [(rank, spot) for rank, spot in held if not _NOTHING.match(spot.text)]

    def at(self, spot: Spot) -> Location:
        """Return the place of a cell."""
        return self.table.grid.at(spot.line, spot.column)

    def place(self, row: TableRow, *kinds: Field) -> Location:
        """Return the place of the first of these fields that is filled, else of the row."""
        return next((place for kind in kinds if (place := self.filled_at(row, kind))), row.place)

    def filled_at(self, row: TableRow, kind: Field) -> Location | None:
        """Return the place of a field's first filled cell."""
        spots = self._spots(row, kind)
        return self.at(spots[0][1]) if spots else None

    def field_at(self, row: TableRow, *kinds: Field) -> Location:
        """Return the place where the first of these fields would stand, filled or not, else of the row."""
        held = [self.plan.fields[kind][0][1] for kind in kinds if self.plan.fields.get(kind)]
        return self.at(row.cells[held[0]]) if held and held[0] < len(row.cells) else row.place

    def stands_before(self, row: TableRow, first: Field, second: Field) -> bool:
        """Say whether one field's cell stands left of another's."""
        spots = [self._spots(row, kind) for kind in (first, second)]
        return all(spots) and spots[0][0][1].column < spots[1][0][1].column

    def day(self, row: TableRow) -> dt.date | None:
        """Return the day of the decision, or None: its own, else that of the line above; one without a year takes the session's."""
        text = self.text(row, Field.DATE)
        if not text or len(text) > _LONGEST:
            return None if text else row.day
        return parse_date(text) or _in_session(text, row.session or session_of_file(self.table.grid))

    def date(self, row: TableRow) -> dt.date | None:
        """Return the day of the decision. Findings: V112."""
        text, date = self.text(row, Field.DATE), self.day(row)
        if text and date is None:
            self.findings.append(finding(rules.UNREADABLE_DATE, self.place(row, Field.DATE), date=text[:_LONGEST]))
        return date

    def counts(self, row: TableRow) -> tuple[tuple[Option, int], ...]:
        """Return the table's own figures. Findings: V113."""
        counts: list[tuple[Option, int]] = []
        listed = {column.place for column in self.plan.lists}
        for place, option in self.plan.counts.items():
            spot = row.cells[place] if place < len(row.cells) else None
            if spot is None or _NOTHING.match(spot.text):
                continue
            if match := _FIGURE.match(fold_width(spot.text)):
                counts.append((option, int(match["figure"])))
            elif place not in listed:
                self.findings.append(finding(rules.UNREADABLE_COUNT, self.at(spot), count=flat(spot.text)[:_LONGEST]))
        return tuple(counts)

    def referred_to(self, row: TableRow) -> tuple[str, ...]:
        """Return the committees; none where the referral was left out."""
        text = self.text(row, Field.REFERRED_TO)
        if not text or _NO_REFERRAL.search(text):
            return ()
        return tuple(part for part in re.split(r"[、，,;；\s\u3000]+|(?<=委員会)[・･及び]+", text) if part)


def _in_session(text: str, session: SessionName | None) -> dt.date | None:
    match = _MONTH_AND_DAY.match(fold_width(text).strip())
    if not match or session is None or "年度" in session.printed:
        return None
    try:
        return dt.date(session.year, int(match["month"]), int(match["day"]))
    except ValueError:
        return None
