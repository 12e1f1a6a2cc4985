"""The roster, the vote tables (wide, one a session), the list of recordings and the settings."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from archive_bills import NO, YES, Decision, Sitting
from archive_calendar import PLENARY, Session, era_date
from archive_people import GROUPS, House, Person, Stretch
from archive_shape import COUNCIL, Shape

ROSTER = ("議員ID", "氏名", "ふりがな", "議席", "会派", "役職", "委員会", "就任日", "退任日")
LEADING = ("議案番号", "件名", "提出者", "付託委員会", "議決日", "採決方法", "結果")
STREAMS = ("日付", "会議", "種別", "対象", "議員名", "議題", "URL", "開始", "終了", "公開終了日")
Row = Sequence[str]


def write_table(path: Path, rows: Iterable[Row]) -> None:
    """Write a CSV file as Excel saves it as “CSV UTF-8”."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_text(rows).encode("utf-8-sig"))


def append_rows(path: Path, rows: Iterable[Row]) -> None:
    """Add rows to a CSV file."""
    with path.open("ab") as file:
        file.write(_text(rows).encode())


def _text(rows: Iterable[Row]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def roster(house: House) -> Iterator[Row]:
    """Yield the roster: a row for each time in which a member's seat, offices and committees stay the same."""
    yield ROSTER
    rows: list[list[str]] = []
    open_rows: dict[Person, list[str]] = {}
    for stretch in house.stretches:
        until = era_date(stretch.end) if stretch.end else ""
        for seat, person in stretch.seats.items():
            facts = [str(seat), person.group, stretch.role(seat), ";".join(stretch.committees(seat))]
            known = open_rows.get(person)
            if known and known[3:7] == facts:
                known[8] = until
                continue
            name = f"{person.family} {person.given}"
            open_rows[person] = ["", name, person.reading, *facts, era_date(stretch.start), until]
            rows.append(open_rows[person])
    yield from rows


def in_columns(stretch: Stretch) -> list[int]:
    """Return the seats in the order of the table's columns: by group, then by seat."""
    return sorted(stretch.seats, key=lambda seat: (GROUPS.index(stretch.seats[seat].group), seat))


def votes_of(sittings: Iterable[Sitting], stretch: Stretch) -> Iterator[Row]:
    """Yield a session's vote table: two heading rows, then a row for each decision."""
    seats = in_columns(stretch)
    groups = [stretch.seats[seat].group for seat in seats]
    firsts = [group if group not in groups[:place] else "" for place, group in enumerate(groups)]
    yield (*[""] * len(LEADING), *firsts, "", "")
    yield (*LEADING, *(stretch.seats[seat].name for seat in seats), "賛成", "反対")
    for sitting in sittings:
        yield from decision_rows(sitting.decisions, seats)


def decision_rows(decisions: Iterable[Decision], seats: Sequence[int]) -> Iterator[Row]:
    """Yield the rows of decisions; those without names have no symbols."""
    for one in decisions:
        bill = one.bill
        title = f"{bill.title}に対する修正案" if one.on_amendment else bill.title
        result = "原案可決" if one.result == "可決" else one.result
        counts = (str(one.count(YES)), str(one.count(NO))) if one.options else ("", "")
        yield (
            bill.identifier, title, bill.proposer, bill.referred, era_date(one.date), one.method, result,
            *(one.options.get(seat, "") for seat in seats), *counts,
        )  # fmt: skip


def streams(sittings: Iterable[Sitting]) -> Iterator[Row]:
    """Yield a recording for each plenary sitting."""
    yield STREAMS
    for sitting in sittings:
        if sitting.day.body == PLENARY:
            url = f"https://video.example/watch?id=aono-{sitting.day.date:%Y%m%d}"
            yield (era_date(sitting.day.date), PLENARY, "録画", "会議", "", "", url, "", "", "")


def session_file(session: Session) -> str:
    """Return the text of a session.yml."""
    period = f"{{from: {era_date(session.start)}, to: {era_date(session.end)}}}"
    return f"name: {session.name}\nperiod: {period}\nstatus: 確定版\n"


def settings(shape: Shape) -> str:
    """Return the text of mkdocs.yml."""
    return f"""\
site_name: {COUNCIL}
docs_dir: site_templates/pages
use_directory_urls: false

theme:
  name: material
  custom_dir: site_templates/theme
  language: ja
  font: false
  features: [toc.follow, navigation.top]

plugins:
  - council

extra:
  council:
    name: {COUNCIL}
    language: ja
    timezone: Asia/Tokyo
    seats: {shape.members}
    licence_data: CC BY 4.0
"""
