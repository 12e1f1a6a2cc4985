"""Rows of the roster (`votes/members.csv`, contract §2.3) to draft members."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable

from council.diagnostics import Finding, Outcome, finding
from council.parse.drafts import DraftMember
from council.parse.named_columns import Column, NamedRow, named_rows
from council.parse.web import web_address
from council.read.documents import Grid
from council.read.tables import looks_damaged
from council.rules import people as rules
from council.rules.files import DAMAGED_ROW
from council.text.dates import parse_date
from council.text.names import comparable_name
from council.text.numerals import fold_width
from council.text.patterns import regex

COLUMNS = (
    Column("id", ("議員ID", "id", "議員番号", "member_id", "person_id")),
    Column("name", ("氏名", "name", "議員氏名", "議員名", "名前"), required=True),
    Column("kana", ("ふりがな", "kana", "フリガナ", "よみがな", "読み", "読み仮名", "氏名かな", "氏名カナ")),
    Column("seat", ("議席", "seat", "議席番号", "席番")),
    Column("group", ("会派", "group", "会派名", "所属会派"), ditto=True),
    Column("role", ("役職", "role", "役職名", "職")),
    Column("committees", ("委員会", "committees", "所属委員会", "committee"), ditto=True),
    Column("from", ("就任日", "from", "任期開始", "就任年月日", "start_date"), ditto=True),
    Column("to", ("退任日", "to", "任期終了", "退任年月日", "end_date"), ditto=True),
    Column("other_names", ("別表記", "other_names", "別名", "旧姓", "other_name")),
    Column("photo", ("写真", "photo", "image")),
    Column("url", ("プロフィールURL", "url", "プロフィール", "profile_url")),
)
_HEADINGS = {column.key: column.headings[0] for column in COLUMNS}
_SEVERAL = regex(r"[;；、\n]+")
_VACANT = frozenset({"欠員", "(欠員)", "空席", "vacant"})
# What stands in a date's cell where there is no date yet.
_OPEN = frozenset(
    {"", "-", "－", "―", "ー", "現在", "現職", "在任中", "在職中", "なし", "未定", "n/a", "present", "current"}
)
_READING = regex(r"[ぁ-ゖァ-ヺー・ヽヾゝゞA-Za-zÀ-ž'’.\s\u3000-]+")
_HALF_WIDTH = regex(r"[\uff66-\uff9f]+")
_SCHEME = regex(r"^[A-Za-z][A-Za-z0-9+.-]*:")


def parse_roster(grids: Iterable[Grid]) -> Outcome[tuple[DraftMember, ...]]:
    """Read the roster's rows, each one stretch of one person's history.

    Findings: R113 (a name damaged in saving), R114-R122 (headings and rows), P101-P109.
    """
    named = named_rows(grids, COLUMNS)
    findings = list(named.findings)
    members: list[DraftMember] = []
    first: dict[tuple[tuple[str, str], ...], int] = {}
    for row in named.value:
        if row.values in first:
            findings.append(finding(rules.DUPLICATE_ROW, row.at(), name=row.text("name"), first=first[row.values]))
            continue
        first[row.values] = row.line
        member = _member(row)
        findings += member.findings
        members += [member.value] if member.value else []
    return Outcome(tuple(members), (*findings, *_names_of_ids(members), *_shared_seats(members)))


def _member(row: NamedRow) -> Outcome[DraftMember | None]:
    name = row.text("name")
    if fold_width(name).lower() in _VACANT:
        return Outcome(None, (finding(rules.VACANT_SEAT, row.at()),))
    if not name:
        return Outcome(None, (finding(rules.NAME_MISSING, row.at("name")),))
    for key in ("name", "kana", "other_names", "group"):
        if looks_damaged(row.text(key)):
            return Outcome(None, (finding(DAMAGED_ROW, row.at(key), column=_HEADINGS[key]),))
    findings: list[Finding] = []
    start, end = _date(row, "from", findings), _date(row, "to", findings)
    if start and end and end < start:
        values = {"name": name, "start": start.isoformat(), "end": end.isoformat()}
        return Outcome(None, (*findings, finding(rules.DATES_REVERSED, row.at("to"), **values)))
    member = DraftMember(
        name=name,
        location=row.at("name"),
        id=fold_width(row.text("id")),
        kana=_kana(row, findings),
        seat=_seat(row),
        group=row.text("group"),
        role=row.text("role"),
        committees=_list(row, "committees"),
        start_date=start,
        end_date=end,
        other_names=_list(row, "other_names"),
        photo=_address(row, "photo", findings),
        url=_address(row, "url", findings),
    )
    return Outcome(member, tuple(findings))


def _date(row: NamedRow, key: str, findings: list[Finding]) -> dt.date | None:
    text = row.text(key)
    if text.lower() in _OPEN:
        return None
    date = parse_date(text)
    if date is None:
        findings.append(finding(rules.BAD_DATE, row.at(key), column=_HEADINGS[key], text=text))
    return date


def _kana(row: NamedRow, findings: list[Finding]) -> str:
    text = _HALF_WIDTH.sub(lambda match: unicodedata.normalize("NFKC", match[0]), row.text("kana"))
    if text and not _READING.fullmatch(text):
        findings.append(finding(rules.NOT_KANA, row.at("kana"), text=text))
    return text


def _seat(row: NamedRow) -> str:
    """Return the seat's number without 番 around it."""
    return re.sub(r"^第?([0-9]+)番?(?:議員)?$", r"\1", fold_width(row.text("seat")))


def _list(row: NamedRow, key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in _SEVERAL.split(row.lines(key)) if part.strip()))


def _address(row: NamedRow, key: str, findings: list[Finding]) -> str:
    text = row.text(key)
    if not text or web_address(text) or (key == "photo" and _is_inside(text)):
        return text
    findings.append(finding(rules.BAD_ADDRESS, row.at(key), column=_HEADINGS[key], text=text))
    return ""


def _is_inside(path: str) -> bool:
    """Say whether a path is relative and stays inside the project."""
    plain = path.replace("\\", "/")
    return not plain.startswith("/") and not _SCHEME.match(plain) and ".." not in plain.split("/")


def _names_of_ids(members: list[DraftMember]) -> list[Finding]:
    first: dict[str, DraftMember] = {}
    found: dict[tuple[str, str], Finding] = {}
    for member in members:
        earlier = first.setdefault(member.id, member)
        other = comparable_name(member.name)
        if member.id and comparable_name(earlier.name) != other and (member.id, other) not in found:
            values = {"id": member.id, "first": earlier.name, "second": member.name}
            found[member.id, other] = finding(rules.ONE_ID_TWO_NAMES, member.location, **values)
    return list(found.values())


def _shared_seats(members: list[DraftMember]) -> list[Finding]:
    """Report seats that two people hold at one time; an open end overlaps with everything."""
    holders: dict[str, list[DraftMember]] = {}
    findings: list[Finding] = []
    for member in members:
        for other in holders.get(member.seat, ()) if member.seat else ():
            if not _is_same(member, other) and _overlap(member, other):
                values = {"seat": member.seat, "first": other.name, "second": member.name}
                findings.append(finding(rules.SEAT_SHARED, member.location, **values))
                break
        holders.setdefault(member.seat, []).append(member)
    return findings


def _is_same(member: DraftMember, other: DraftMember) -> bool:
    if member.id or other.id:
        return member.id == other.id
    return comparable_name(member.name) == comparable_name(other.name)


def _overlap(member: DraftMember, other: DraftMember) -> bool:
    return (member.start_date or dt.date.min) <= (other.end_date or dt.date.max) and (
        other.start_date or dt.date.min
    ) <= (member.end_date or dt.date.max)
