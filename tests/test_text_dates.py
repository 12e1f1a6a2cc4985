"""Dates and times as minutes, file names and tables print them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.text.dates import find_date, find_time, find_year_and_month, parse_date, parse_time

DECEMBER_5 = dt.date(2025, 12, 5)


@pytest.mark.parametrize(
    "printed",
    [
        "令和7年12月5日",
        "令和７年１２月５日",
        "令和　７年１２月　５日",
        "令 和 ７ 年 １２ 月 ５ 日",
        "令和七年十二月五日",
        "令和7年12月5日（金曜日）",
        "令和７年１２月５日（金）",
        "令和７（２０２５）年１２月５日",
        "令和7年（2025年）12月5日",
        "㋿7年12月5日",
        "R7.12.5",
        "Ｒ７．１２．５",
        "R07.12.05",
        "R7/12/5",
        "r7-12-5",
        "R071205",
        "2025-12-05",
        "2025/12/5",
        "2025.12.5",
        "２０２５／１２／５",
        "2025年12月5日",
        "20251205",
        "2025-12-05 00:00:00",
        "FRIDAY, DECEMBER 5, 2025",
        "December 5th, 2025",
        "5 December 2025",
        "Dec. 5, 2025",
        "5th day of December, 2025",
        "  令和7年12月5日　",
    ],
)
def test_every_way_to_print_the_fifth_of_december(printed: str):
    assert parse_date(printed) == DECEMBER_5


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("令和元年5月1日", dt.date(2019, 5, 1)),
        ("平成31年4月30日", dt.date(2019, 4, 30)),
        ("昭和六十三年十月二十一日", dt.date(1988, 10, 21)),
        ("H28.2.29", dt.date(2016, 2, 29)),
        ("S63.1.7", dt.date(1988, 1, 7)),
    ],
)
def test_eras(printed: str, date: dt.date):
    assert parse_date(printed) == date


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "令和7年2月30日",
        "12/5/2025",
        "12月5日",
        "令和7年12月",
        "令和7年12月5日から",
        "R7",
        "2025-13-01",
        "March",
        "5,2025",
    ],
)
def test_what_is_no_date_or_ambiguous_is_none(printed: str):
    assert parse_date(printed) is None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("令和8年2月24日 午前10時00分開議", dt.date(2026, 2, 24)),
        ("開催日：令和８年２月２４日（火曜日）", dt.date(2026, 2, 24)),
        ("会期は令和8年2月24日から令和8年3月19日まで", dt.date(2026, 2, 24)),
        ("20260224_第1号.docx", dt.date(2026, 2, 24)),
        ("補助金は20260224円", None),
        ("令和８年度予算", None),
        ("WEDNESDAY, DECEMBER 9, 2015", dt.date(2015, 12, 9)),
        ("Minutes of the meeting held on the 9th day of December, 2015 at 9:30 a.m.", dt.date(2015, 12, 9)),
    ],
)
def test_first_date_inside_a_line(line: str, date: dt.date | None):
    assert find_date(line) == date


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("令和 8年  3月 定例会(第1回)", (2026, 3)),
        ("令和８年第１回汐路市議会定例会会議録", (2026, None)),
        ("令和６（２０２４）年度", (2024, None)),
        ("2025年12月定例会", (2025, 12)),
        ("総務委員会会議録", None),
    ],
)
def test_year_and_month_of_a_title(line: str, expected: tuple[int, int | None] | None):
    assert find_year_and_month(line) == expected


@pytest.mark.parametrize(
    ("printed", "time"),
    [
        ("午前10時", dt.time(10)),
        ("午前１０時００分", dt.time(10)),
        ("午後3時05分", dt.time(15, 5)),
        ("午後　４時１０分", dt.time(16, 10)),
        ("午後三時五分", dt.time(15, 5)),
        ("午後０時３０分", dt.time(12, 30)),
        ("午前零時五分", dt.time(0, 5)),
        ("午後12時30分", dt.time(12, 30)),
        ("午後１時半", dt.time(13, 30)),
        ("正午", dt.time(12)),
        ("13時30分", dt.time(13, 30)),
        ("10:00", dt.time(10)),
        ("１０：００", dt.time(10)),
        ("9:35 a.m.", dt.time(9, 35)),
        ("1:30 PM", dt.time(13, 30)),
        ("10 a.m.", dt.time(10)),
        ("午後12時", None),
        ("午前12時", None),
        ("午前13時", None),
        ("25:00", None),
        ("3時間", None),
        ("2026.5", None),
        ("", None),
    ],
)
def test_times(printed: str, time: dt.time | None):
    assert parse_time(printed) == time


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("午前11時02分休憩", dt.time(11, 2)),
        ("令和8年2月24日 午前10時00分開議", dt.time(10)),
        ("　　　午後３時０５分　散会", dt.time(15, 5)),
        ("所要時間は3時間30分", None),
    ],
)
def test_first_time_inside_a_line(line: str, time: dt.time | None):
    assert find_time(line) == time


@given(st.text() | st.text("令和平成元年月日時分午前後正0123456789０１２/-.:：（） 　一二十百RHS"))
def test_no_text_makes_them_stumble(text: str):
    for read in (parse_date, find_date, parse_time, find_time, find_year_and_month):
        read(text)


@given(st.dates(dt.date(1989, 1, 8), dt.date(2087, 1, 1)))
def test_a_date_printed_is_the_date_read(date: dt.date):
    assert parse_date(date.isoformat()) == date
    assert parse_date(f"平成{date.year - 1988}年{date.month}月{date.day}日") == date
