"""The vote tables and the roster, each in a form that offices really use: CP932 and UTF-8, wide and long, CSV and xlsx."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from city import SESSIONS, Decision, decisions, options
from openpyxl.utils import get_column_letter
from people import HERE, Member, chair_on, members_on
from workbook import write_workbook

LEADING = ("議案番号", "件名", "提出者", "付託委員会", "議決日", "採決方法", "結果")
LONG = ("議決日", "会議", "議案番号", "件名", "採決方法", "結果", "議員名", "賛否", "備考")
LEGEND = (
    "凡例　○：賛成　×：反対　欠：欠席　退：退席　除：除斥　議：議長（表決に加わらない）　空欄：個人別の記録のない採決"
)
METHODS = {"起立全員": "起立採決", "起立多数": "起立採決", "起立少数": "起立採決"}
Row = Sequence[str]


def write_tables(into: Path) -> None:
    """Write the roster and one table a session."""
    into.mkdir(parents=True, exist_ok=True)
    _write(into / "members.csv", (row for row in _rows(HERE / "people.csv")), "utf-8-sig")
    _write(into / "令和8年第1回定例会.csv", march(), "cp932")
    write_workbook(into / "令和8年第1回臨時会.xlsx", "賛否一覧", may(), merged())
    _write(into / "令和8年第2回定例会.csv", june(), "utf-8-sig")
    _write(into / "令和8年第3回定例会.csv", september(), "utf-8-sig")


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def _write(path: Path, rows: Iterable[Row], encoding: str) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))


def taken(key: str) -> list[Decision]:
    """Return a session's decisions."""
    session = SESSIONS[key]
    return [one for one in decisions() if session.start <= one.date <= session.end]


def columns(key: str) -> list[Member]:
    """Return the members who have a column: by group, as the last day has it, then by seat."""
    office = members_on(SESSIONS[key].end)
    order: dict[str, list[Member]] = {}
    for member in sorted(office.values(), key=lambda one: one.seat):
        order.setdefault(member.group, []).append(member)
    return [one for group in sorted(order.values(), key=len, reverse=True) for one in group]


def groups(members: Sequence[Member]) -> list[str]:
    """Return the heading row of groups: the name over its first column, blanks over the others, as merged cells are."""
    return [
        name if place == 0 else ""
        for name, run in groupby(members, key=lambda one: one.group)
        for place, _ in enumerate(run)
    ]


def leading(one: Decision) -> list[str]:
    """Return the columns before the members'."""
    title = one.bill.title + ("に対する修正案" if one.aspect == "amend" else "")
    committee = f"{one.bill.referred}委員会" if one.bill.referred else ""
    return [
        one.bill.number,
        title,
        one.bill.proposer,
        committee,
        _day(one),
        METHODS.get(one.method, one.method),
        result(one),
    ]


def result(one: Decision) -> str:
    """Return the result as tables word it."""
    return {"可決": "原案可決"}.get(one.result, one.result)


def _day(one: Decision) -> str:
    return f"令和8年{one.date.month}月{one.date.day}日"


def cells(one: Decision, members: Sequence[Member]) -> list[str]:
    """Return the members' cells, empty where nobody's vote was recorded; a chair who voted is marked in a note."""
    if not one.recorded:
        return ["" for _ in members]
    found = {member.seat: symbol for member, symbol in options(one)}
    return [found[member.seat] for member in members]


def sums(one: Decision) -> list[str]:
    """Return the count columns; the chair's casting vote is not among them."""
    found = [symbol for member, symbol in options(one) if one.note != "tie" or member.seat != chair_on(one.date)]
    return [str(found.count("○")), str(found.count("×"))] if one.recorded else ["", ""]


def march() -> Iterable[Row]:
    """Yield the table of the first regular session: title, three heading rows, legend and notes below."""
    members = columns("1t")
    yield ["令和8年第1回汐路市議会定例会　議案等に対する賛否一覧"]
    yield [""] * len(LEADING) + groups(members) + ["", ""]
    yield [""] * len(LEADING) + [f"{one.seat}番" for one in members] + ["", ""]
    yield [*LEADING, *(one.name.replace(" ", "　") for one in members), "賛成", "反対"]
    for one in taken("1t"):
        yield [*leading(one), *cells(one, members), *sums(one)]
    yield [LEGEND]
    yield [
        "※1　議案第16号は、出席議員の3分の2以上の同意を必要とする特別多数議決のため、議長（高橋一郎）も表決に加わりました。"
    ]
    yield ["※2　陳情第1号は、委員長の報告（不採択）についての賛否です。○は、不採択とすることに賛成したことを示します。"]


def june() -> Iterable[Row]:
    """Yield the table of the second regular session: two heading rows, one name in its common spelling."""
    members = columns("2t")
    yield [*LEADING, *groups(members), "計", ""]
    yield [""] * len(LEADING) + [one.plain.replace("﨑", "崎") for one in members] + ["賛成", "反対"]
    for one in taken("2t"):
        yield [*leading(one), *cells(one, members), *sums(one)]
    yield ["○＝賛成、×＝反対、欠＝欠席、議＝議長、空欄＝個人別の記録なし（異議なし又は起立全員）"]
    yield ["（注1）請願第1号の○は、委員長の報告（採択）に賛成したことを示します。"]
    yield [
        "（注2）意見書案第3号は可否同数となり、議長（坂本茂）が可と裁決しました（地方自治法第116条第1項）。議長の○は、この裁決です。"
    ]


def september() -> Iterable[Row]:
    """Yield the table of the third regular session: one row a vote, one row alone where names were not recorded."""
    yield list(LONG)
    for one in taken("3t"):
        _, title, _, _, day, method, outcome = leading(one)
        front = [day, "本会議", one.bill.number, title, method, outcome]
        note = "委員長報告（不採択）に対する賛否" if one.note == "report" and one.result == "不採択" else ""
        if not one.recorded:
            yield [*front, "", "", note]
        for member, symbol in options(one) if one.recorded else ():
            yield [*front, member.name, _word(symbol), note]


def _word(symbol: str) -> str:
    return {"○": "賛成", "×": "反対", "欠": "欠席", "退": "退席", "議": "議長"}[symbol]


def may() -> Iterable[Row]:
    """Yield the table of the special session: a title, and two heading rows that are merged in Excel."""
    members = columns("1r")
    yield ["令和8年第1回汐路市議会臨時会　賛否一覧（令和8年5月15日）"]
    yield [*LEADING, *groups(members), "賛成", "反対"]
    yield [""] * len(LEADING) + [one.name for one in members]
    for one in taken("1r"):
        yield [*leading(one), *cells(one, members), *sums(one)]
    yield ["○：賛成　×：反対　除：除斥　議：議長"]
    yield ["同意第3号では、松浦和彦議員が地方自治法第117条の規定により除斥されました。"]


def merged() -> list[str]:
    """Return the merged cells of that table's heading: every leading column over two rows, every group over its members."""
    ranges = [f"{get_column_letter(place)}2:{get_column_letter(place)}3" for place in range(1, len(LEADING) + 1)]
    start = len(LEADING) + 1
    for _, run in groupby(columns("1r"), key=lambda one: one.group):
        end = start + len(list(run)) - 1
        ranges.append(f"{get_column_letter(start)}2:{get_column_letter(end)}2")
        start = end + 1
    return ranges
