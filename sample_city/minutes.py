"""The text of minutes around the debate, as Handa prints it: titles, agenda with a committee column, lists, signatures."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from city import SESSIONS, Sitting
from people import COUNCIL, Member, members_on, officers_on, rows
from record import STAGE, Item, Record, clock, n

WEEKDAYS = "月火水木金土日"
COLUMN = 56  # half-width columns of the agenda before its separator
SPACE = "\u3000"
STAFF = ("議会事務局長", "議会事務局次長", "議事係長", "書記")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the file; ``style`` is title, plain or heading."""

    text: str
    style: str = "plain"


def minutes_of(rec: Record, sitting: Sitting) -> Iterator[Line]:
    """Yield the paragraphs of a plenary sitting's minutes."""
    session = SESSIONS[sitting.session]
    yield Line(f"令和 8年 {session.month:>2}月 {session.kind}(第{session.number}回)", "title")
    yield Line(f"令和８年第{n(session.number)}回{COUNCIL}{session.kind}会議録（第{n(sitting.number)}号）", "title")
    yield Line(f"{SPACE}{day(sitting.date)}{SPACE}{clock(dt.datetime.combine(rec.date, rec.opened))}開議")
    yield from agenda(rec.items, sitting.number)
    yield from business(rec.items)
    yield from attendance(rec.date, sitting)
    yield from explainers(rec.date, 5)
    yield Line(SPACE * 14 + f"{clock(dt.datetime.combine(rec.date, rec.opened))}開議")
    yield from debate(rec)
    yield from signatures(rec, sitting)


def day(date: dt.date) -> str:
    """Return 令和８年２月24日(火曜日)."""
    return f"令和{n(date.year - 2018)}年{n(date.month)}月{n(date.day)}日({WEEKDAYS[date.weekday()]}曜日)"


def wide(text: str) -> int:
    """Return a text's width in half-width columns."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def padded(text: str, columns: int) -> str:
    """Return a text filled with spaces to a width."""
    missing = max(columns - wide(text), 0)
    return text + " " * (missing % 2) + SPACE * (missing // 2)


def agenda(items: Sequence[Item], number: int) -> Iterator[Line]:
    """Yield the agenda as a table drawn in text; a title that fills its line leaves no room for the separator."""
    yield Line(padded(f"1.議事日程(第{number}号)", COLUMN) + "|付託委員会")
    for item in items:
        if item.label.startswith("追加"):
            continue
        pieces = list(wrapped(f"{item.label}{SPACE}{item.title}"))
        for piece in pieces[:-1]:
            yield Line(padded(piece, COLUMN) + "|")
        full = wide(pieces[-1]) >= COLUMN
        yield Line(pieces[-1] + item.referred if full else padded(pieces[-1], COLUMN) + "|" + item.referred)


def wrapped(text: str) -> Iterator[str]:
    """Cut an agenda item into lines; those after the first begin under the title."""
    line = f" {text[:1]}"
    for character in text[1:]:
        if wide(line + character) > COLUMN:
            yield line
            line = SPACE * 5
        line += character
    yield line


def business(items: Sequence[Item]) -> Iterator[Line]:
    """Yield the matters dealt with: the agenda's own, or all of them where some were added."""
    yield Line("2.本日の会議に付した事件")
    if not any(item.label.startswith("追加") for item in items):
        yield Line(f"{SPACE}議事日程に同じ")
        return
    for item in items:
        yield Line(f"{SPACE}{item.label}{SPACE}{item.title}")


def attendance(date: dt.date, sitting: Sitting) -> Iterator[Line]:
    """Yield the lists of members present and absent, in two columns."""
    office = members_on(date)
    present = [member for seat, member in office.items() if seat not in sitting.absent]
    yield Line(f"3.出席議員は次のとおりである({len(present)}名)")
    remarks = dict.fromkeys(sitting.late, "(遅参)") | dict.fromkeys(sitting.left, "(早退)")
    yield from two_columns([f"{one.seat:>2}番{SPACE}{spaced(one.name)}{remarks.get(one.seat, '')}" for one in present])
    absent = [office[seat] for seat in sitting.absent]
    yield Line(f"4.欠席議員は次のとおりである({f'{len(absent)}名' if absent else 'なし'})")
    yield from two_columns([f"{one.seat:>2}番{SPACE}{spaced(one.name)}" for one in absent])
    if vacant := [seat for seat in range(1, 23) if seat not in office]:
        yield Line(f"{SPACE}欠員({len(vacant)}名){SPACE}" + SPACE.join(f"{seat}番" for seat in vacant))


def two_columns(cells: Sequence[str]) -> Iterator[Line]:
    """Yield cells two to a line."""
    for place in range(0, len(cells), 2):
        yield Line(SPACE + SPACE.join(padded(cell, 32) for cell in cells[place : place + 2]).rstrip())


def spaced(name: str) -> str:
    """Return a name set to five characters, as lists print it (森　　康平, 長谷川由紀)."""
    family, given = name.split(" ")
    return family + SPACE * max(5 - len(family) - len(given), 0) + given


def explainers(date: dt.date, number: int, offices: Sequence[str] = ()) -> Iterator[Line]:
    """Yield the lists of officers and of the secretariat."""
    names = {
        row: name for row, name in full_names(date).items() if row not in STAFF and (not offices or row in offices)
    }
    yield Line(f"{number}.地方自治法第121条により説明のため出席した者の職氏名({len(names)}名)")
    yield from two_columns([padded(office, 18) + spaced(name) for office, name in names.items()])
    staff = {row: name for row, name in full_names(date).items() if row in STAFF}
    yield Line(f"{number + 1}.職務のため出席した事務局職員の職氏名({len(staff)}名)")
    yield from two_columns([padded(office, 18) + spaced(name) for office, name in staff.items()])


def full_names(date: dt.date) -> dict[str, str]:
    """Return the officers' names with the space between their parts."""
    whole = {row["氏名"].replace(" ", ""): row["氏名"] for row in rows("officers")}
    return {office: whole[name] for office, name in officers_on(date).items()}


def debate(rec: Record) -> Iterator[Line]:
    """Yield headings and speeches: label, a space, the text; further paragraphs begin with a space."""
    for entry in rec.entries:
        if entry.kind == "heading":
            yield Line(entry.label, "heading")
            continue
        for place, text in enumerate(entry.paragraphs):
            if place == 0:
                yield Line(f"{entry.label}{SPACE}{text}")
            elif STAGE.match(text):
                yield Line(SPACE * (4 if text[0] in "〔（" else 14) + text)
            else:
                yield Line(SPACE + text)


def signatures(rec: Record, sitting: Sitting) -> Iterator[Line]:
    """Yield what stands at the end, with the chair's and two members' names."""
    office = members_on(rec.date)
    yield Line(f"{SPACE}地方自治法第123条第２項の規定により、ここに署名する。")
    former = [("前議長", office[20])] if str(rec.date) == "2026-05-15" else []
    chairs: list[tuple[str, Member]] = [("議長", office[rec.chair_seat]), *former]
    for post, one in (*chairs, *(("署名議員", office[seat]) for seat in sitting.signers)):
        yield Line(SPACE * 8 + padded(f"{COUNCIL}{post}", 28) + spaced(one.name))
