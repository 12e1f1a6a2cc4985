"""`council new session`: what a clerk fills in for the next session, and nothing touched that was there."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from council.build import BuildOptions, build_project, check_project
from council.cli import app
from council.diagnostics import Severity
from council.init import BadNameError, init_project, new_session
from council.init.session import members_in_office, vote_table
from council.init.sitting_texts import TEMPLATE_MARKS, Seated, minutes_lines
from council.init.word import word_file
from council.model.events import AttendanceKind, Audience
from council.model.votes import Option, Role
from council.parse.minutes import parse_minutes
from council.parse.roster import parse_roster
from council.parse.votes import parse_vote_table
from council.read.docx import read_word
from council.read.tables import read_tables
from council.text.names import comparable_name

NAME = "令和8年第4回定例会"
DAY = dt.date(2026, 11, 20)
ROSTER = """議員ID,氏名,ふりがな,議席,会派,役職,就任日,退任日
m1,山田 太郎,やまだ たろう,10,みなとの風,,令和5年5月1日,令和8年5月14日
m1,山田 太郎,やまだ たろう,10,みなとの風,議長,令和8年5月15日,
m2,佐藤 花子,さとう はなこ,2,しおじ創生会,,令和5年5月1日,
m3,長谷川 由紀,はせがわ ゆき,1,しおじ創生会,,令和5年5月1日,令和8年8月31日
"""
FILES = [f"minutes_src/{NAME}/session.yml", f"minutes_src/{NAME}/第1号.docx", f"votes/{NAME}.csv"]
FOLDERS = [f"minutes_src/{NAME}/{name}/" for name in ("資料/公開", "資料/議員限定", "議員限定")]


@pytest.fixture
def port(tmp_path: Path) -> Path:
    """Make a council's folder with a roster and nothing else."""
    init_project(tmp_path / "港市", "港市議会", "ja")
    (tmp_path / "港市" / "votes" / "members.csv").write_text(ROSTER, "utf-8")
    return tmp_path / "港市"


def new(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["new", "session", *map(str, words)])


def tree(folder: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")
    }


def test_it_lists_what_it_wrote(port: Path):
    before = tree(port)
    result = new(NAME, "--project", port)
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [str(port / path) for path in (*FILES, *FOLDERS)]
    assert set(FILES) == {path for path, content in tree(port).items() if content is not None} - set(before)
    assert all((port / folder).is_dir() for folder in FOLDERS)


def test_check_says_only_notes_and_the_site_builds(port: Path):
    new_session(port, NAME, "", DAY)
    report = check_project(port)
    assert {found.rule.code for found in report.findings} == {"M103", "V123"}
    assert {found.rule.severity for found in report.findings} == {Severity.NOTE}
    assert report.exit_code == 0
    built = build_project(port, BuildOptions())
    assert built.exit_code == 0
    assert NAME in (port / "site" / "sessions.html").read_text("utf-8")


def test_the_table_has_the_members_in_office_in_the_order_of_seats(port: Path):
    new_session(port, NAME, "", DAY)
    content = (port / FILES[2]).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in content.replace(b"\r\n", b"")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[0][0].startswith("凡例")
    assert rows[1] == ["", "", "", "", "", "しおじ創生会", "みなとの風"]
    assert rows[2] == ["議案番号", "件名", "議決日", "採決方法", "結果", "佐藤 花子", "山田 太郎"]


@pytest.mark.parametrize(
    ("language", "bill", "symbols"),
    [("ja", "議案第1号", "○×棄欠退除議"), ("en", "12/2025", ("Y", "N", "ABS", "A", "NV", "E", "C"))],
)
def test_a_row_written_below_the_headings_is_read(
    language: str, bill: str, symbols: str | tuple[str, ...], tmp_path: Path
):
    members = [Seated(f"議員{'一二三四五六七'[number]}", str(number + 1), "会派") for number in range(7)]
    row = [bill, "条例の制定について", "2026-12-18", "", "", *symbols]
    path = tmp_path / "table.csv"
    path.write_bytes(vote_table(members, language) + ",".join(row).encode() + b"\r\n")
    grid = read_tables(path, "votes/table.csv").value[0]
    names = frozenset(comparable_name(one.name) for one in members)
    read = parse_vote_table(grid, roster_names=names, columns={}, symbols={})
    (event,) = read.value
    assert [found for found in read.findings if found.rule.severity is not Severity.NOTE] == []
    assert [vote.name for vote in event.votes] == [one.name for one in members]
    assert [vote.option for vote in event.votes] == [
        *(Option.YES, Option.NO, Option.ABSTAIN, Option.ABSENT, Option.NOT_VOTING, Option.EXCUSED, Option.NOT_VOTING)
    ]
    assert event.votes[-1].role is Role.CHAIR
    assert event.date == dt.date(2026, 12, 18)


def test_the_template_is_read_as_minutes_once_its_mark_is_gone(tmp_path: Path):
    members = (Seated("佐藤 花子", "2", "", ""), Seated("山田 太郎", "10", "", "議長"))
    lines = [line for line in minutes_lines(NAME, "港市議会", members, "ja") if line != TEMPLATE_MARKS["ja"]]
    lines = [line.replace("令和\u3000年\u3000月\u3000日(\u3000曜日)", "令和８年12月１日(火曜日)") for line in lines]
    (tmp_path / "a.docx").write_bytes(word_file(lines, "ja"))
    document = read_word(tmp_path / "a.docx", f"minutes_src/{NAME}/第1号.docx")
    assert document.value is not None
    assert document.findings == ()
    meeting = parse_minutes(document.value, folder=NAME, audience=Audience.PUBLIC).value
    assert (meeting.profile, meeting.date, meeting.number) == ("handa", dt.date(2026, 12, 1), "第1号")
    present = [one for one in meeting.attendance if one.kind is AttendanceKind.MEMBER]
    assert [(one.seat, comparable_name(one.name)) for one in present] == [("2", "佐藤花子"), ("10", "山田太郎")]
    assert {speech.name for speech in meeting.debate if speech.name} == {"山田太郎"}
    assert [item.title for item in meeting.agenda] == ["会議録署名議員の指名", "会期の決定"]


ENGLISH_ROSTER = """name,seat,group,role,from
Councillor Jane Smith,1,,,2023-01-01
Mayor Bob Jones,2,,Mayor,2023-01-01
Sean O'Neil,3,,,2023-01-01
"""


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """Make an English council's folder with a roster and nothing else."""
    init_project(tmp_path / "harbour", "Harbour Council", "en")
    (tmp_path / "harbour" / "votes" / "members.csv").write_text(ENGLISH_ROSTER, "utf-8")
    return tmp_path / "harbour"


def fill_in(project: Path, session: str) -> None:
    """Write minutes into the English template, as a clerk does."""
    members = [Seated("Councillor Jane Smith"), Seated("Mayor Bob Jones", role="Mayor"), Seated("Sean O'Neil")]
    lines = [line for line in minutes_lines(session, "Harbour Council", members, "en") if line != TEMPLATE_MARKS["en"]]
    place = lines.index("2. Adoption of the minutes", lines.index("Called to order at (time)"))
    said = [
        "Councillor Jane Smith: I move that the agenda be adopted.",
        "It has been circulated.",
        "SEAN O'NEIL: Seconded.",
    ]
    lines[place:place] = said
    text = "\n".join(lines).replace("(date) at (time)", "March 3, 2027 at 10:00 a.m.")
    text = text.replace("order at (time)", "order at 10:00 a.m.").replace(
        "Adjourned at (time)", "Adjourned at 4:15 p.m."
    )
    target = project / "minutes_src" / session / "sitting-1.docx"
    target.write_bytes(word_file(text.split("\n"), "en"))


def test_the_english_template_is_a_note_in_english_until_it_is_filled_in(harbour: Path):
    new_session(harbour, "2027", "", DAY)
    report = check_project(harbour)
    (note,) = [found for found in report.findings if found.rule.code == "M103"]
    assert note.help("en") == "When the minutes are written, delete the line [TEMPLATE]."
    assert report.exit_code == 0


def test_the_english_template_filled_in_is_a_sitting_whose_speakers_are_people(harbour: Path):
    new_session(harbour, "2027", "", DAY)
    fill_in(harbour, "2027")
    drafts = read_word(harbour / "minutes_src" / "2027" / "sitting-1.docx", "minutes_src/2027/sitting-1.docx").value
    assert drafts is not None
    meeting = parse_minutes(drafts, folder="2027", audience=Audience.PUBLIC).value
    assert (meeting.profile, meeting.body, meeting.date) == ("generic-en", "council", dt.date(2027, 3, 3))
    assert (meeting.opened, meeting.closed) == (dt.time(10), dt.time(16, 15))
    assert [one.name for one in meeting.attendance] == ["Jane Smith", "Bob Jones", "Sean O'Neil"]
    assert [item.title for item in meeting.agenda] == ["Adoption of the agenda", "Adoption of the minutes"]
    assert [(one.type.value, one.role, one.name) for one in meeting.debate if one.attribution] == [
        ("speech", "Mayor", "Bob Jones"),
        ("speech", "Mayor", "Bob Jones"),
        ("speech", "Councillor", "Jane Smith"),
        ("speech", "", "SEAN O'NEIL"),
        ("speech", "Mayor", "Bob Jones"),
    ]
    assert meeting.debate[1].attribution == "Mayor (Bob Jones):"


def test_an_english_council_s_sitting_has_its_own_address_and_speakers_in_the_site(harbour: Path):
    new_session(harbour, "2027", "", DAY)
    fill_in(harbour, "2027")
    report = build_project(harbour, BuildOptions())
    assert {found.rule.severity for found in report.findings} == {Severity.NOTE}
    page = (harbour / "site" / "meetings" / "2027-03-03-council.html").read_text("utf-8")
    assert "../members/jane-smith.html" in page
    assert "I move that the agenda be adopted." in page


@pytest.mark.parametrize("name", ["2027 Regular Session", "Spring Session 2027"])
def test_an_english_name_with_a_year_names_the_session(name: str, harbour: Path):
    new_session(harbour, name, "", DAY)
    assert f'\nname: "{name}"\n' in (harbour / "minutes_src" / name / "session.yml").read_text("utf-8")
    report = check_project(harbour)
    assert {found.rule.code for found in report.findings} == {"M103", "V123"}
    build_project(harbour, BuildOptions())
    assert name in (harbour / "site" / "sessions" / "2027.html").read_text("utf-8")


def test_the_word_file_is_the_same_bytes_each_time_and_holds_any_name(tmp_path: Path):
    lines = ["a & <b>", "𠮷野\x0b葛󠄀城", ""]
    assert word_file(lines, "ja") == word_file(lines, "ja")
    (tmp_path / "a.docx").write_bytes(word_file(lines, "ja"))
    read = read_word(tmp_path / "a.docx", "a.docx")
    assert read.findings == ()
    assert read.value is not None


def test_in_english(tmp_path: Path):
    init_project(tmp_path / "c", "Port Council", "en")
    written = new_session(tmp_path / "c", "2026", "", DAY)
    assert written == (
        *("minutes_src/2026/session.yml", "minutes_src/2026/sitting-1.docx", "votes/2026.csv"),
        *(f"minutes_src/2026/{name}/" for name in ("materials/public", "materials/members", "members")),
    )
    assert (tmp_path / "c" / "votes" / "2026.csv").read_text("utf-8-sig").splitlines()[1] == (
        "number,title,date,method,result"
    )
    report = check_project(tmp_path / "c")
    assert {found.rule.severity for found in report.findings} == {Severity.NOTE}


def test_without_a_roster_there_are_no_names(tmp_path: Path):
    init_project(tmp_path / "c", "港市議会", "ja")
    new_session(tmp_path / "c", NAME, "", DAY)
    assert {found.rule.severity for found in check_project(tmp_path / "c").findings} == {Severity.NOTE}


@pytest.mark.parametrize("existing", FILES)
def test_a_file_that_is_there_is_exit_2_and_nothing_is_touched(existing: str, port: Path):
    (port / existing).parent.mkdir(parents=True, exist_ok=True)
    (port / existing).write_bytes("大切なもの".encode())
    before = tree(port)
    result = new(NAME, "--project", port)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert existing in result.stderr
    assert tree(port) == before


@pytest.mark.parametrize("config", ["site_name: [", "site_name: x\nextra: {council: {langauge: ja}}\n"])
def test_with_a_broken_configuration_it_shows_what_is_wrong_and_writes_nothing(config: str, port: Path):
    (port / "mkdocs.yml").write_text(config, "utf-8")
    before = tree(port)
    result = new(NAME, "--project", port)
    assert result.exit_code == 2
    assert "mkdocs.yml:" in result.stdout
    assert "何も書いていません" in result.stderr
    assert tree(port) == before


def test_a_folder_with_its_own_files_is_filled_up(port: Path):
    own = port / "minutes_src" / NAME / "0302.docx"
    own.parent.mkdir()
    own.write_bytes(b"x")
    assert new(NAME, "--project", port).exit_code == 0
    assert own.read_bytes() == b"x"


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "..",
        ".x",
        "a/b",
        "a\\b",
        "/elsewhere/x",
        "C:x",
        "a\nb",
        "議員限定",
        "資料",
        "Members",
        "corrections",
        "con",
        "x" * 300,
    ],
)
def test_a_name_that_is_no_folders_is_exit_2(name: str, port: Path):
    before = tree(port)
    result = new("--project", port, "--", name)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert tree(port) == before


@pytest.mark.parametrize("name", ["12月の会議", 'A "B" # c', "June session: part 1", "yes", "O'Brien & <b>"])
def test_an_odd_name_gives_notes_only_or_is_refused(name: str, port: Path):
    try:
        new_session(port, name, "", DAY)
    except BadNameError:
        return
    assert {found.rule.severity for found in check_project(port).findings} <= {Severity.NOTE}


@given(name=st.text(max_size=30))
def test_no_name_leads_outside(tmp_path_factory: pytest.TempPathFactory, name: str):
    folder = tmp_path_factory.mktemp("council") / "in" / "c"
    folder.mkdir(parents=True)
    try:
        written = new_session(folder, name, "ja", DAY)
    except BadNameError:
        return
    assert all((folder / path).exists() for path in written)
    assert sorted(path.name for path in folder.iterdir()) == ["minutes_src", "votes"]
    assert [path.name for path in folder.parent.iterdir()] == ["c"]


@pytest.mark.parametrize(
    ("day", "seated"),
    [
        (dt.date(2026, 3, 1), ["長谷川 由紀", "佐藤 花子", "山田 太郎"]),
        (DAY, ["佐藤 花子", "山田 太郎"]),
        (dt.date(2020, 1, 1), ["長谷川 由紀", "佐藤 花子", "山田 太郎"]),
    ],
)
def test_who_is_in_office(day: dt.date, seated: list[str], tmp_path: Path):
    (tmp_path / "members.csv").write_text(ROSTER, "utf-8")
    rows = parse_roster(read_tables(tmp_path / "members.csv", "votes/members.csv").value).value
    assert [one.name for one in members_in_office(rows, day)] == seated
