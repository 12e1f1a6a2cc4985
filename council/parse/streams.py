"""Rows of `minutes_src/streams.csv` (contract §2.4) to draft recordings."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import NoReturn

from msgspec import Struct

from council.diagnostics import Finding, Outcome, Rule, finding
from council.model.events import RecordingKind, RecordingScope
from council.parse.drafts import DraftRecording
from council.parse.named_columns import Column, NamedRow, heading_key, named_rows
from council.parse.web import span_in_seconds, start_in, web_address
from council.read.documents import Grid
from council.read.tables import looks_damaged
from council.rules import recordings as rules
from council.rules.files import DAMAGED_ROW
from council.text.dates import parse_date, parse_time
from council.text.numerals import fold_width
from council.text.patterns import regex

COLUMNS = (
    Column("date", ("日付", "date", "開催日", "年月日"), required=True),
    Column("body", ("会議", "body", "会議名")),
    Column("kind", ("種別", "kind")),
    Column("scope", ("対象", "scope")),
    Column("member", ("議員名", "member", "議員", "氏名", "発言者")),
    Column("item", ("議題", "item", "件名")),
    Column("url", ("URL", "url", "アドレス", "リンク", "link"), required=True),
    Column("start", ("開始", "start", "開始位置", "開始時間")),
    Column("end", ("終了", "end", "終了位置", "終了時間")),
    Column("until", ("公開終了日", "until", "公開期限")),
)
_KINDS = {
    **dict.fromkeys(("ライブ", "live", "生中継", "中継", "ライブ配信", "ライブ中継", "生配信"), RecordingKind.LIVE),
    **dict.fromkeys(("録画", "recording", "録画配信", "録画中継", "アーカイブ", "vod"), RecordingKind.RECORDING),
}
_SCOPES = {
    **dict.fromkeys(("会議", "meeting", "会議全体", "全体"), RecordingScope.MEETING),
    **dict.fromkeys(("議員", "member", "発言者", "質問者"), RecordingScope.MEMBER),
    **dict.fromkeys(("議題", "item", "議案", "件名"), RecordingScope.ITEM),
}
_OPEN = frozenset({"", "-", "－", "―", "なし", "未定", "無期限"})
_CLOCKED = regex(r"([0-9]{1,3}):([0-5]?[0-9]):([0-5]?[0-9])(?:\.[0-9]+)?")
_SECONDS = regex(r"([0-9]{1,6})(?:\.[0-9]+)?(?:秒|s|sec)?", re.IGNORECASE)
_JAPANESE_SPAN = regex(r"(?:([0-9]+)時間)?(?:([0-9]+)分)?(?:([0-9]+)秒)?")
_LATE_HOURS = 8  # no recording is that long; a time of day is


class Moment(Struct, frozen=True):
    """A place in a recording: seconds from its beginning, or a time of day."""

    seconds: int | None = None
    time: dt.time | None = None


class _RowError(Exception):
    """The row is withheld; ``finding`` says why. Never leaves this module."""

    def __init__(self, found: Finding) -> None:
        super().__init__(found.rule.name)
        self.finding = found


def parse_streams(grids: Iterable[Grid]) -> Outcome[tuple[DraftRecording, ...]]:
    """Read links to livestreams and recordings; a row in error is not published.

    Without 対象 a row with 議員名 is a member's part, one with 議題 an item's, any other the whole sitting.
    Findings: R113-R122 (headings and rows), L101-L113.
    """
    named = named_rows(grids, COLUMNS)
    findings = list(named.findings)
    recordings: list[DraftRecording] = []
    first: dict[tuple[tuple[str, str], ...], int] = {}
    for row in named.value:
        if row.values in first:
            findings.append(finding(rules.DUPLICATE_ROW, row.at(), first=first[row.values]))
            continue
        first[row.values] = row.line
        try:
            recordings.append(_recording(row, findings))
        except _RowError as error:
            findings.append(error.finding)
    return Outcome(tuple(recordings), tuple(findings))


def parse_moment(text: str) -> Moment | None:
    """Read ``1:02:33``, seconds, ``1h2m3s`` or 1時間2分3秒 from the beginning, or 午前10時 / ``10:00`` as time of day."""
    folded = re.sub(r"\s+", "", fold_width(text))
    if clocked := _CLOCKED.fullmatch(folded):
        return Moment(int(clocked[1]) * 3600 + int(clocked[2]) * 60 + int(clocked[3]))
    if seconds := _SECONDS.fullmatch(folded):
        return Moment(int(seconds[1]))
    span = span_in_seconds(folded)
    if span is not None:
        return Moment(span)
    japanese = _JAPANESE_SPAN.fullmatch(folded)
    if japanese and folded:
        hours, minutes, rest = (int(part or 0) for part in japanese.groups())
        return Moment(hours * 3600 + minutes * 60 + rest)
    time = parse_time(text)
    return Moment(time=time) if time else None


def _recording(row: NamedRow, findings: list[Finding]) -> DraftRecording:
    for key in ("member", "body"):
        if looks_damaged(row.text(key)):
            raise _RowError(finding(DAMAGED_ROW, row.at(key), column=_heading(key)))
    date = parse_date(row.text("date")) or _refuse(rules.BAD_DATE, row, "date")
    url = web_address(row.text("url")) or _refuse(rules.BAD_ADDRESS, row, "url")
    start, end = _start(row, url, findings), _moment(row, "end")
    if _is_before(end, start):
        _refuse(rules.END_BEFORE_START, row, "end")
    return DraftRecording(
        date=date,
        body=row.text("body"),
        kind=_KINDS.get(heading_key(row.text("kind"))) or _refuse(rules.BAD_KIND, row, "kind"),
        scope=_scope(row),
        url=url,
        location=row.at("url"),
        name=row.text("member"),
        item=row.text("item"),
        start=start.seconds,
        end=end.seconds,
        start_time=start.time,
        end_time=end.time,
        until=_until(row, date),
    )


def _refuse(rule: Rule, row: NamedRow, key: str) -> NoReturn:
    raise _RowError(finding(rule, row.at(key), text=row.text(key), column=_heading(key)))


def _heading(key: str) -> str:
    return next(column.headings[0] for column in COLUMNS if column.key == key)


def _scope(row: NamedRow) -> RecordingScope:
    member, item = row.text("member"), row.text("item")
    if not row.text("scope"):
        return RecordingScope.MEMBER if member else RecordingScope.ITEM if item else RecordingScope.MEETING
    scope = _SCOPES.get(heading_key(row.text("scope"))) or _refuse(rules.BAD_SCOPE, row, "scope")
    if scope is RecordingScope.MEMBER and not member:
        _refuse(rules.NO_MEMBER, row, "member")
    if scope is RecordingScope.ITEM and not item:
        _refuse(rules.NO_ITEM, row, "item")
    return scope


def _start(row: NamedRow, url: str, findings: list[Finding]) -> Moment:
    """Return the start: what 開始 says, else what the address says."""
    start, linked = _moment(row, "start"), start_in(url)
    if start == Moment():
        return Moment(linked)
    if start.seconds is not None and start.seconds >= _LATE_HOURS * 3600:
        values = {"text": row.text("start"), "hours": start.seconds // 3600}
        findings.append(finding(rules.LATE_START, row.at("start"), **values))
    if start.seconds is not None and linked is not None and linked != start.seconds:
        values = {"text": row.text("start"), "seconds": linked}
        findings.append(finding(rules.OTHER_START, row.at("start"), **values))
    return start


def _moment(row: NamedRow, key: str) -> Moment:
    text = row.text(key)
    return Moment() if text in _OPEN else parse_moment(text) or _refuse(rules.BAD_TIME, row, key)


def _is_before(end: Moment, start: Moment) -> bool:
    if end.seconds is not None and start.seconds is not None:
        return end.seconds < start.seconds
    return end.time is not None and start.time is not None and end.time < start.time


def _until(row: NamedRow, date: dt.date) -> dt.date | None:
    if row.text("until") in _OPEN:
        return None
    until = parse_date(row.text("until")) or _refuse(rules.BAD_UNTIL, row, "until")
    if until < date:
        _refuse(rules.UNTIL_BEFORE_DATE, row, "until")
    return until
