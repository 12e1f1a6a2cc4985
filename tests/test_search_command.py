"""`council search` as it is typed: what is found, told in words and as JSON, and what ends it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from independent.projects import CHAIR, MAYOR, SESSION, minutes, write_project, write_text, write_word
from rich.text import Text

from council.ask.answer import answer
from council.ask.opening import open_search
from council.build import BuildOptions, build_project
from council.cli import app
from council.config import load_config
from council.glossary.interface import Words
from council.publish.lock import build_lock
from council.search.engine import Item, Results
from council.search.filters import Request

KEYS = {"query", "total", "exact", "items", "expanded"}
ITEM = {"id", "kind", "url", "date", "name", "role", "title", "snippet", "marks"}


def search(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["search", *map(str, words)], prog_name="council")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_project(tmp_path_factory.mktemp("asked") / "minato", {3: "道路", 4: "河川"}, turns=2)
    folder = root / "minutes_src" / SESSION / "議員限定"
    said = [(CHAIR, "開議します。"), (MAYOR, "用地の買収は仏法僧地区からです。")]
    write_word(folder / "協議.docx", minutes(10, said, body="特別委員会"))
    return root


@pytest.fixture
def project(original: Path, tmp_path: Path) -> Path:
    """Return a council that nobody has built yet."""
    return shutil.copytree(original, tmp_path / "minato")


@pytest.fixture(scope="module")
def indexed(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = shutil.copytree(original, tmp_path_factory.mktemp("indexed") / "minato")
    assert search("道路", "--project", root).exit_code == 0
    return root


def found(root: Path, *words: str) -> dict:
    ran = search(*words, "--json", "--project", root)
    assert ran.exit_code == 0, ran.output
    return json.loads(ran.stdout)


def test_the_index_is_made_if_there_is_none_and_no_site_is_needed(project: Path):
    ran = search("道路", "--project", project)
    assert ran.exit_code == 0
    assert not (project / "site").exists()
    assert (project / ".council" / "search" / "public" / "current.json").is_file()
    assert ran.stdout.startswith("4件\n")
    assert "令和8年3月3日 令和8年第1回港市議会定例会 本会議 第1号  2番 鈴木花子" in ran.stdout
    assert "道路の1点目について伺います。" in ran.stdout
    assert "meetings/2026-03-03-honkaigi.html#s-" in ran.stdout


def test_json_is_the_object_of_the_contract(indexed: Path):
    told = found(indexed, "道路", "--limit", "3")
    assert set(told) == KEYS
    assert (told["query"], told["total"], told["exact"], told["expanded"]) == ("道路", 4, True, [])
    assert len(told["items"]) == 3
    for item in told["items"]:
        assert set(item) == ITEM
        assert (item["kind"], item["date"]) == ("speech", "2026-03-03")
        assert [item["snippet"][start:end] for start, end in item["marks"]] == ["道路"]
        assert item["url"] == f"meetings/2026-03-03-honkaigi.html#{item['id']}"
    assert told["items"][0] == {
        **told["items"][0],
        "name": "鈴木花子",
        "role": "2番",
        "title": "令和8年第1回港市議会定例会 本会議 第1号",
        "snippet": "道路の1点目について伺います。市の考えをお示しください。",
        "marks": [[0, 2]],
    }


@pytest.mark.parametrize(
    ("words", "total"),
    [
        (("道路|河川",), 8),
        (("道路", "市の考え"), 2),
        (("道路", "-市の考え"), 2),
        (("道路　－市の考え",), 2),
        (('"1点目"',), 4),
        (("１点目",), 4),
        (("道路", "--speaker", "鈴木花子"), 2),
        (("道路", "--speaker", "suzuki-hanako"), 2),
        (("道路", "--speaker", "市長"), 2),
        (("点目", "--from", "令和8年3月4日"), 4),
        (("点目", "--to", "2026-03-03"), 4),
        (("点目", "--from", "2027"), 0),
        (("点目", "--session", "2026-1-teirei"), 8),
        (("点目", "--session", "令和８年第1回 港市議会定例会"), 8),
        (("点目", "--body", "本会議"), 8),
        (("点目", "--body", "総務委員会"), 0),
        (("港市条例", "--kind", "bill"), 2),
        (("港市条例", "--kind", "decision"), 2),
        (("港市条例", "--bill", "議案第１号"), 2),
        (("点目", "--group", "みなと会"), 4),
        (("仏法僧",), 0),
        (("仏法僧", "--edition", "members"), 1),
    ],
)
def test_words_and_options_narrow_what_is_found(indexed: Path, words: tuple[str, ...], total: int):
    told = found(indexed, *words)
    assert told["total"] == total
    assert len(told["items"]) == total


def test_other_readings_are_a_group_of_their_own(indexed: Path):
    told = found(indexed, "議案1")
    assert told["total"] == 0
    assert {item["kind"] for item in told["expanded"]} == {"bill", "decision"}
    assert found(indexed, "議案1", "--exact")["expanded"] == []
    assert "読み・年号・同義語でさらに" in search("議案1", "--project", indexed).stdout


def test_no_hit_is_no_error_and_the_nearest_are_told(indexed: Path):
    ran = search("道路", "気球", "--project", indexed)
    assert ran.exit_code == 0
    assert ran.stdout == "「道路 気球」が見つかる記録はありませんでした。\n\n近い検索\n  道路（4件）\n"
    ran = search("道路", "--kind", "bill", "--project", indexed)
    assert "道路（4件） 絞り込みをすべてやめる" in ran.stdout
    ran = search("気球", "--project", indexed)
    assert ran.stdout == "「気球」が見つかる記録はありませんでした。\n"


def test_a_name_that_differs_in_one_character_is_offered(project: Path):
    said = [(CHAIR, "開きます。"), (MAYOR, "鈴木花子議員にお答えします。")]
    write_word(project / "minutes_src" / SESSION / "第3号.docx", minutes(5, said, number=3))
    assert "鈴木花子（1件）" in search("鈴木化子", "--project", project).stdout


def test_only_words_to_leave_out_find_nothing_and_it_is_said_why(indexed: Path):
    ran = search("-道路", "--project", indexed)
    assert (ran.exit_code, ran.stdout) == (
        0,
        "除く言葉だけでは検索できません。探す言葉も入れてください。\n",
    )
    assert found(indexed, "-道路")["total"] == 0


@pytest.mark.parametrize("typed", ["", "　", '""', "|", "- |", "\u200b"])
def test_where_no_word_is_given_one_is_asked_for(indexed: Path, typed: str):
    ran = search(typed, "--project", indexed)
    assert (ran.exit_code, ran.stdout) == (0, "探す言葉を入れてください。\n")


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("道路", "--speker", "山田"),
        ("道路", "--kind", "speeches"),
        ("道路", "--sort", "best"),
        ("道路", "--limit", "-1"),
        ("道路", "--from", "去年"),
        ("道路", "--to", "2026-13"),
    ],
)
def test_what_cannot_be_understood_ends_with_two(indexed: Path, words: tuple[str, ...]):
    ran = search(*words, "--project", indexed)
    assert ran.exit_code == 2
    assert ran.stdout == ""


def test_a_folder_that_is_not_there_or_a_broken_configuration_ends_with_two(project: Path, tmp_path: Path):
    assert search("道路", "--project", tmp_path / "nowhere").exit_code == 2
    write_text(project / "mkdocs.yml", "site_name: [")
    assert search("道路", "--project", project).exit_code == 2


def test_while_a_build_is_running_the_index_is_not_made(project: Path):
    with build_lock(project / ".council") as running:
        assert not running
        ran = search("道路", "--project", project)
    assert ran.exit_code == 2
    assert "S308" in ran.stdout


@pytest.mark.parametrize("name", ["current.json", "lists.bin", "blocks.json"])
def test_a_damaged_index_is_made_anew(project: Path, name: str):
    assert search("道路", "--project", project).exit_code == 0
    folder = project / ".council" / "search" / "public"
    for path in folder.rglob(name):
        path.write_bytes(path.read_bytes()[:-3])
    assert found(project, "道路")["total"] == 4
    assert open_search(load_config(project).value, "public").value is not None


def test_the_index_of_a_build_is_the_one_that_is_asked(project: Path):
    assert not build_project(project, BuildOptions()).cannot_run
    before = {path: path.stat().st_mtime_ns for path in (project / ".council" / "search").rglob("*")}
    assert found(project, "道路")["total"] == 4
    assert {path: path.stat().st_mtime_ns for path in (project / ".council" / "search").rglob("*")} == before


def test_in_english_the_answer_is_in_english(project: Path):
    text = (project / "mkdocs.yml").read_text("utf-8")
    write_text(project / "mkdocs.yml", text + "extra: {council: {language: en}}\n")
    ran = search("道路", "--limit", "1", "--project", project)
    assert ran.stdout.startswith("4 hits\n")
    assert "3 more hits (show more with --limit)." in ran.stdout


def test_on_a_terminal_the_words_stand_out():
    item = Item(
        "s-1", "speech", "meetings/x.html#s-1", "2026-03-03", "鈴木\x1b[31m", "２番", "題", "前道路\x07後", [[1, 3]]
    )
    results = Results("道路", 1, exact=True, items=[item], expanded=[])
    lines = list(answer(results, (), Request("道路"), Words("ja")))
    marked = next(line for line in lines if "道路" in line.plain)
    assert [(marked.plain[one.start : one.end], one.style) for one in marked.spans] == [("道路", "bold yellow")]
    assert "\x1b" not in Text("\n").join(lines).plain
    assert "\x07" not in marked.plain
