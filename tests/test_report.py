"""What a clerk reads of a run: the four formats word for word, the summary, the page, and no console that stops it."""

from __future__ import annotations

import io
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.diagnostics import Bilingual, Finding, Rule, Severity, Withholds, finding
from council.location import Location
from council.report import FORMATS, Progress, Published, Report, as_github, as_html, as_json, as_text
from council.report.console import show_progress, write_out
from council.report.folding import column_letters, place_words
from council.report.summary import summary
from council.report.words import KEPT_BACK, one_line
from council.rules import ALL_RULES

GOLDEN = Path(__file__).parent / "golden" / "report"
SUFFIX = {"text": "txt", "json": "json", "html": "html", "github": "github"}
KEYS = ["code", "severity", "path", "line", "column", "paragraph", "message", "help", "withholds"]


def rule(
    code: str, severity: Severity, withholds: Withholds = Withholds.NOTHING, *, strict_error: bool = False
) -> Rule:
    """Make a rule of our own, so that the words of the real ones may change."""
    message = Bilingual("名簿にない名前です：「{name}」", "nobody in the roster is called “{name}”")
    remedy = Bilingual("名簿か表の名前を直してください。", "Correct the name in the roster or in the table.")
    return Rule(code, "unknown-name", severity, message, remedy, withholds, strict_error)


VOTER = rule("V102", Severity.ERROR, Withholds.MEMBER_COLUMN)
SPEAKER = rule("M201", Severity.WARNING, strict_error=True)
SPARE = Rule(
    "R152",
    "unknown-file",
    Severity.NOTE,
    Bilingual("使われないファイルです", "not used"),
    Bilingual("消してかまいません。", "You may remove it."),
)
TABLE, MINUTES = "votes/令和8年3月.csv", "minutes_src/令和8年第1回定例会/第1号.docx"


def in_word(paragraph: int, words: str) -> Finding:
    place = Location(MINUTES, paragraph=paragraph, heading="日程第３　一般質問", words=words)
    return finding(SPEAKER, place, name="一二番（髙橋…")


FINDINGS = (
    in_word(143, "一般の橋について"),
    in_word(160, "再質問をいたします"),
    finding(SPARE, Location("minutes_src/メモ.txt")),
    *(finding(VOTER, Location(TABLE, row, 3), name="山崎一郎") for row in range(14, 27)),
    finding(VOTER, Location(TABLE, 20, 4), name="𠮷田花子"),
    finding(VOTER, Location("votes/100%,最終:版.csv", 2), name='<script>alert("&")</script>\n::error::\x1b[2J\u202e'),
    finding(VOTER, Location("votes/表.xlsx", 2, 5, sheet="3月"), name="佐藤"),
)
REPORT = Report(FINDINGS)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_word_for_word(form: str, language: str, request: pytest.FixtureRequest):
    path = GOLDEN / f"findings.{language}.{SUFFIX[form]}"
    made = FORMATS[form](REPORT, language) + "\n"
    if request.config.getoption("--update-golden"):
        path.write_bytes(made.encode())
    assert made == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_no_findings_are_an_empty_list_and_no_lines(form: str):
    made = FORMATS[form](Report(()), "ja")
    assert {"text": "", "json": "[]", "github": ""}.get(form, made) == made
    assert form != "html" or "直すところはありません。" in made


def test_repeats_are_folded_into_one_line_that_counts_them():
    lines = as_text(REPORT, "ja").splitlines()
    assert sum("山崎一郎" in line for line in lines) == 1
    assert "    ほか12か所：15:3、16:3、17:3、18:3、19:3、20:3、21:3、22:3 …" in lines
    assert (
        "    and 12 more places: 15:3, 16:3, 17:3, 18:3, 19:3, 20:3, 21:3, 22:3 …" in as_text(REPORT, "en").splitlines()
    )


def test_the_same_words_in_two_files_are_two_findings():
    both = Report(tuple(finding(VOTER, Location(name, 2, 3), name="佐藤") for name in ("votes/a.csv", "votes/b.csv")))
    assert [line.partition(" ")[0] for line in as_text(both, "ja").splitlines() if "V102" in line] == [
        "votes/a.csv:2:3:",
        "votes/b.csv:2:3:",
    ]


def test_a_place_in_word_comes_with_heading_and_words_to_search_for():
    lines = as_text(REPORT, "ja").splitlines()
    first = next(index for index, line in enumerate(lines) if "M201" in line)
    assert lines[first].startswith(f"{MINUTES}:¶143: warning[M201] ")
    assert lines[first + 1 : first + 4] == [
        "    見出し：日程第３　一般質問",
        "    Word で「一般の橋について」を検索すると見つかります",
        "    ほか1か所：¶160「再質問をいたします」",
    ]


def test_the_list_has_exactly_the_keys_of_the_contract():
    found = json.loads(as_json(REPORT, "en"))
    assert len(found) == len(FINDINGS)
    assert all(list(one) == KEYS for one in found)
    assert found[0] == {
        "code": "M201",
        "severity": "warning",
        "path": MINUTES,
        "line": None,
        "column": None,
        "paragraph": 143,
        "message": "nobody in the roster is called “一二番（髙橋…”",
        "help": "Correct the name in the roster or in the table.",
        "withholds": "",
    }
    assert (found[3]["line"], found[3]["column"], found[3]["withholds"]) == (14, 3, "member")
    assert found[-2]["column"] is None


def test_a_sheet_is_named_where_the_list_has_no_key_for_it():
    assert json.loads(as_json(REPORT, "ja"))[-1]["message"].endswith("（シート「3月」）")
    assert json.loads(as_json(REPORT, "en"))[-1]["path"] == "votes/表.xlsx"


def test_annotations_are_one_line_each_with_their_own_codes():
    lines = as_github(REPORT, "en").split("\n")
    assert len(lines) == len(FINDINGS)
    assert (
        lines[2]
        == "::notice file=minutes_src/メモ.txt,title=R152 unknown-file::minutes_src/メモ.txt: not used You may remove it."
    )
    assert lines[-2].startswith("::error file=votes/100%25%2C最終%3A版.csv,line=2,title=V102 unknown-name::")
    assert all(re.fullmatch(r"::(error|warning|notice) file=[^,:]+(,[a-z]+=[^,:]*)*::[^\r\n]+", line) for line in lines)


class Elements(HTMLParser):
    """Collects the elements of a page and every attribute that could lead out of it."""

    def __init__(self) -> None:
        """Start with nothing."""
        super().__init__()
        self.names: list[str] = []
        self.leading: list[str | None] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.names.append(tag)
        self.leading += [
            value for name, value in attrs if name in ("src", "href", "action", "data", "style", "onclick")
        ]

    def handle_data(self, data: str) -> None:
        """Note what a reader sees."""
        self.text += data


def test_the_page_asks_for_nothing_and_runs_nothing():
    page = as_html(REPORT, "ja")
    read = Elements()
    read.feed(page)
    assert set(read.names) <= {
        "html",
        "head",
        "meta",
        "link",
        "title",
        "style",
        "body",
        "h1",
        "h2",
        "p",
        "ul",
        "li",
        "span",
        "section",
        "label",
        "input",
    }
    assert read.leading == ["data:,"]
    assert "default-src 'none'" in page
    assert not re.search(r"url\(|@import|https?:", page)
    assert '<script>alert("&")</script>' in read.text
    assert "\x1b" not in page


def test_the_page_goes_file_by_file():
    page = as_html(REPORT, "ja")
    assert re.findall(r"<h2>(.*?)</h2>", page) == [
        MINUTES,
        "minutes_src/メモ.txt",
        TABLE,
        "votes/100%,最終:版.csv",
        "votes/表.xlsx",
    ]
    assert page.count("<li ") == 6
    assert '<html lang="en">' in as_html(REPORT, "en")


def test_the_page_names_every_place_as_word_and_excel_do():
    rows = "、".join(f"{row}行目・C列" for row in range(14, 27))
    assert f'<p class="place">{rows}</p>' in as_html(REPORT, "ja")
    assert "シート「3月」・2行目・E列" in as_html(REPORT, "ja")
    assert "paragraph 160 — under: 日程第３　一般質問 — search Word for “再質問をいたします”" in as_html(REPORT, "en")
    assert place_words(Location("mkdocs.yml", 4, 9), "en") == "line 4, character 9"
    assert place_words(Location("mkdocs.yml"), "ja") == ""


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_columns_are_called_as_in_excel(number: int, letters: str):
    assert column_letters(number) == letters


def test_strict_lifts_the_warnings_that_say_so():
    strict = Report((in_word(143, "橋"),), strict=True)
    assert "error[M201]" in as_text(strict, "ja")
    assert json.loads(as_json(strict, "ja"))[0]["severity"] == "error"
    assert as_github(strict, "ja").startswith("::error ")
    assert (strict.exit_code, Report((in_word(143, "橋"),)).exit_code) == (1, 0)


def test_exit_codes_tell_errors_from_what_cannot_run():
    everything = rule("C102", Severity.ERROR, Withholds.EVERYTHING)
    note = finding(SPARE, Location("a"))
    assert Report(()).exit_code == 0
    assert Report((note,)).exit_code == 0
    assert Report(FINDINGS).exit_code == 1
    assert Report((note,), cannot_run=True).exit_code == 2
    assert Report((finding(everything, Location("mkdocs.yml", 4), name="x"),)).exit_code == 2


def test_everything_that_can_be_kept_back_has_words():
    assert set(KEPT_BACK) == set(Withholds) - {Withholds.NOTHING}


PUBLISHED = Published("public", "site", pages=120, new=3, changed=5, removed=0, unchanged=130)


def test_the_summary_says_what_is_where_how_much_was_found_and_what_is_kept_back():
    report = Report(FINDINGS, published=(PUBLISHED,))
    assert summary(report, "ja").splitlines() == [
        "公開版：site に 120 ページ（新しいファイル 3、変わったもの 5、除いたもの 0、そのまま 130）",
        "誤り 16 件、要確認 2 件、お知らせ 1 件",
        "確認中として掲載を控えたもの：その人の欄（この表） × 16",
    ]
    assert summary(report, "en").splitlines() == [
        "public edition: 120 pages in site (files: 3 new, 5 changed, 0 removed, 130 as they were)",
        "16 errors, 2 warnings, 1 note",
        "Kept back for confirmation: that person's cells in this table × 16",
    ]


def test_two_findings_about_one_sitting_keep_back_one_sitting():
    hidden = rule("R203", Severity.ERROR, Withholds.SITTING)
    found = tuple(finding(hidden, Location(MINUTES, paragraph=number), name="x") for number in (3, 9))
    assert summary(Report(found, published=(PUBLISHED,)), "ja").endswith("その日の会議録 × 1")


def test_the_summary_of_a_build_that_changed_nothing_says_so():
    assert summary(Report((), cannot_run=True), "ja").splitlines()[0] == "サイトは書き換えていません。"
    assert "--strict" in summary(Report(FINDINGS, strict=True), "en")
    half = Report((), published=(PUBLISHED,), cannot_run=True)
    assert "The other edition was not changed." in summary(half, "en")


@given(st.text(), st.text(), st.sampled_from(["ja", "en"]))
def test_no_text_from_a_file_breaks_a_line_or_a_page(name: str, path: str, language: str):
    report = Report((finding(VOTER, Location(path, 1, 2, heading=name, words=name), name=name),))
    assert len(as_text(report, language).splitlines()) == 3 + 2 * bool(name)
    assert len(as_github(report, language).splitlines()) == 1
    assert json.loads(as_json(report, language))[0]["path"] == path
    read = Elements()
    read.feed(as_html(report, language))
    assert "script" not in read.names


@given(st.text())
def test_a_line_stays_a_line(text: str):
    assert len(one_line(text).splitlines()) <= 1
    assert one_line(one_line(text)) == one_line(text)


class Console(io.TextIOWrapper):
    """A console of one encoding."""

    def __init__(self, encoding: str) -> None:
        """Open it."""
        super().__init__(io.BytesIO(), encoding=encoding)

    def shown(self) -> str:
        """Return what stands on it."""
        self.flush()
        return self.buffer.getvalue().decode(self.encoding)  # type: ignore[attr-defined]


@pytest.mark.parametrize("encoding", ["cp932", "ascii", "utf-8", "latin-1"])
def test_what_a_console_cannot_show_stops_nothing(encoding: str, monkeypatch: pytest.MonkeyPatch):
    console = Console(encoding)
    monkeypatch.setattr(sys, "stdout", console)
    write_out("髙橋と𠮷田、é、\udc81")
    assert "\\udc81" in console.shown()
    assert encoding == "utf-8" or "\\U00020bb7" in console.shown()
    assert encoding != "cp932" or console.shown().startswith("髙橋と")


@pytest.mark.parametrize("encoding", ["cp932", "utf-8", "ascii"])
def test_the_list_is_right_in_any_encoding(encoding: str, monkeypatch: pytest.MonkeyPatch):
    console = Console(encoding)
    monkeypatch.setattr(sys, "stdout", console)
    write_out(as_json(REPORT, "ja"), form="json")
    assert json.loads(console.shown()) == json.loads(as_json(REPORT, "ja"))


def test_the_page_is_right_when_it_is_saved_in_another_encoding(monkeypatch: pytest.MonkeyPatch):
    console = Console("cp932")
    monkeypatch.setattr(sys, "stdout", console)
    write_out(as_html(REPORT, "ja"), form="html")
    saved, read, wanted = console.shown(), Elements(), Elements()
    assert saved.isascii()
    read.feed(saved)
    wanted.feed(as_html(REPORT, "ja") + "\n")
    assert read.text == wanted.text


def test_without_a_terminal_each_stage_is_one_plain_line(capsys: pytest.CaptureFixture[str]):
    stages: list[str] = []
    with show_progress(stages) as step:
        for done in range(3):
            step(Progress("read", done, 3))
        step(Progress("publish"))
    assert capsys.readouterr() == ("", "読み込み / reading\n公開 / publishing\n")
    assert stages == ["read", "publish"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
def test_on_a_terminal_there_is_a_bar(encoding: str, monkeypatch: pytest.MonkeyPatch):
    console = Console(encoding)
    monkeypatch.setattr(console, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", console)
    monkeypatch.setenv("TERM", "xterm")
    stages: list[str] = []
    with show_progress(stages) as step:
        step(Progress("read", 1, 3))
        step(Progress("read", 3, 3))
    assert "読み込み / reading" in console.shown()
    assert "3/3" in console.shown()
    assert stages == ["read"]


def test_every_real_rule_can_be_shown_in_every_format():
    import string  # noqa: PLC0415 - for this test alone

    found = []
    for one in ALL_RULES.values():
        names = {name for _, name, _, _ in string.Formatter().parse(one.message.ja + one.help.ja) if name}
        found.append(finding(one, Location("votes/a.csv", 2, 3), **dict.fromkeys(names, "x")))
    for language in ("ja", "en"):
        assert all(make(Report(tuple(found)), language) for make in FORMATS.values())
