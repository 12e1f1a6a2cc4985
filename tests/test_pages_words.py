"""The interface's words and the way days are said."""

from __future__ import annotations

import datetime as dt
import re
import string
from pathlib import Path

import pytest
from markupsafe import Markup
from pages_council import small_council
from pages_site import DICTIONARY, ROOT, TEMPLATES

from council.glossary import interface
from council.glossary.interface import TEXTS, Words
from council.pages import compose, dates
from council.pages.decisions import source_words
from council.pages.record import make_record
from council.pages.recordings import url_at
from council.pages.sheet import Studio
from council.pages.templates import environment


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_key_speaks_both_languages_with_the_same_values():
    for key, (ja, en) in TEXTS.items():
        assert ja, key
        assert en, key
        assert placeholders(ja) == placeholders(en), key
        assert not re.search(r"[ぁ-んァ-ヶ一-龠]", en), key


def test_no_key_stands_in_two_tables():
    tables = [value for name, value in vars(interface).items() if name.isupper() and value is not TEXTS]
    assert len(tables) > 5
    assert len(TEXTS) == sum(map(len, tables))


def test_no_key_is_left_over():
    code = "".join(path.read_text(encoding="utf-8") for path in Path(compose.__file__).parent.glob("*.py"))
    for room in ("ask", "packets"):
        code += "".join(path.read_text(encoding="utf-8") for path in (ROOT / "council" / room).glob("*.py"))
    code += "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*/*.html.j2"))
    fixed = set(re.findall(r"\"([a-z_]+(?:\.[a-z_]+)+)\"", code))
    made = re.findall(r"f\"([a-z_]*)\.\{|f\"\{[a-z]+\}\.([a-z_]+)\"|\"([a-z_.]+)\" ~", code)
    families = tuple(f"{before}." for before, _, _ in made if before) + tuple(part for _, _, part in made if part)
    endings = tuple(f".{after}" for _, after, _ in made if after)
    beginnings = re.findall(r"^_[A-Z]+ = \"([a-z_]+\.)\"$", code, re.MULTILINE)  # the rest of the key stands in a list
    listed = {key for key in TEXTS for start in beginnings if f'"{key.removeprefix(start)}"' in code}
    left = [
        key for key in TEXTS if key not in fixed | listed and not key.startswith(families) and not key.endswith(endings)
    ]
    assert left == []


def test_one_and_many_are_told_apart_in_english_only():
    assert (Words("en")("people.count", n=1), Words("en")("people.count", n=2)) == ("1 member", "2 members")
    assert (Words("ja")("people.count", n=1), Words("ja")("people.count", n=2)) == ("1人", "2人")


def test_a_finished_piece_stays_whole_and_a_text_beside_it_is_escaped():
    said = Words("ja")("source.line", path="a<b", line=Markup("<b>3</b>"))
    assert said == "a&lt;b <b>3</b>行目"


@pytest.mark.parametrize(
    ("day", "ja", "en"),
    [
        (dt.date(2026, 3, 3), "令和8年3月3日（火）", "Tue 3 March 2026"),
        (dt.date(2019, 5, 1), "令和元年5月1日（水）", "Wed 1 May 2019"),
        (dt.date(2019, 4, 30), "平成31年4月30日（火）", "Tue 30 April 2019"),
        (dt.date(1989, 1, 7), "昭和64年1月7日（土）", "Sat 7 January 1989"),
        (None, "", ""),
    ],
)
def test_days_are_said_by_era_or_in_english(day, ja, en):
    assert (dates.long_day(day, "ja"), dates.long_day(day, "en")) == (ja, en)


def test_periods_leave_open_what_is_not_known():
    first, last = dt.date(2026, 2, 24), dt.date(2026, 3, 19)
    assert dates.period(first, last, "ja") == "令和8年2月24日〜3月19日"
    assert dates.period(first, None, "ja") == "令和8年2月24日〜"
    assert dates.period(None, last, "ja") == "〜令和8年3月19日"
    assert dates.period(dt.date(2018, 12, 25), dt.date(2019, 5, 7), "ja") == "平成30年12月25日〜令和元年5月7日"
    assert dates.period(dt.date(2019, 4, 1), dt.date(2019, 5, 7), "ja") == "平成31年4月1日〜令和元年5月7日"
    assert dates.period(None, None, "ja") == ""


def test_times_are_said_as_the_minutes_say_them():
    assert [dates.clock(time, "ja") for time in (dt.time(10), dt.time(15, 32), dt.time(12), None)] == [
        "午前10時",
        "午後3時32分",
        "午後0時",
        "",
    ]
    assert dates.clock(dt.time(9, 5), "en") == "09:05"
    assert (dates.timecode(3753), dates.timecode(62)) == ("1:02:33", "1:02")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("votes/a.csv:14:3", "votes/a.csv 14行目 C列"),
        ("votes/a.csv:14:28", "votes/a.csv 14行目 AB列"),
        ("votes/a.xlsx[第1回]:14", "votes/a.xlsx[第1回] 14行目"),
        ("minutes_src/第4号.docx:¶143", "minutes_src/第4号.docx 段落143"),
        ("minutes_src/第4号.docx", "minutes_src/第4号.docx"),
    ],
)
def test_a_source_is_said_as_excel_and_word_show_it(source, said):
    council = small_council()
    studio = Studio(make_record(council), Words("ja"), environment([TEMPLATES]))
    assert source_words(studio.sheet("index.html"), source) == said


@pytest.mark.parametrize(
    ("url", "seconds", "at"),
    [
        ("https://www.youtube.com/watch?v=abc", 330, "https://www.youtube.com/watch?v=abc&t=330"),
        ("https://youtu.be/abc?t=5", 330, "https://youtu.be/abc?t=330"),
        ("https://video.example/a", 330, "https://video.example/a"),
        ("https://youtu.be/abc", None, "https://youtu.be/abc"),
        ("https://[broken", 5, "https://[broken"),
    ],
)
def test_a_recording_opens_at_its_second_where_the_host_s_way_is_known(url, seconds, at):
    assert url_at(url, seconds) == at


def test_without_a_dictionary_there_is_no_page_and_no_link_to_it():
    site = {page.uri: page for page in compose.compose_pages(small_council(), environment([TEMPLATES]))}
    assert "data/README.html" not in site
    assert "README" not in site["data.html"].body
    assert DICTIONARY
