"""The commands as a clerk types them: what is printed where, and the three exit codes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from independent.projects import CHAIR, minutes, write_csv, write_project, write_word

from council import __version__
from council.build import BuildOptions
from council.cli import app
from council.report import Progress, Report

KEYS = {"code", "severity", "path", "line", "column", "paragraph", "message", "help", "withholds"}
COMMANDS = ("init", "check", "build", "serve")
UNREADABLE = b"\xff\xfe\x00 this is no Word file"


def council_(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], prog_name="council")


def in_a_process(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - the toolkit itself
        [sys.executable, "-m", "council", *map(str, words)],
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, **environment},
    )


def tree(folder: Path) -> dict[str, str]:
    """Return every file below a folder with the hash of its bytes and its time."""
    return {
        path.relative_to(folder).as_posix(): f"{sha256(path.read_bytes()).hexdigest()} {path.stat().st_mtime_ns}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Make a council of four members with one sitting and two decisions."""
    return write_project(tmp_path / "港市", {3: "防災無線"})


def break_a_table(project: Path) -> Path:
    """Put a vote table with a symbol nobody explained."""
    path = project / "votes" / "追加.csv"
    names = ("高橋　一郎", "鈴木　花子", "佐藤　健", "田中　実")
    row = ["議案第9号", "港市手数料条例", "令和8年3月3日", "起立採決", "原案可決", "議", "☆", "○", "○"]
    write_csv(path, [("議案番号", "件名", "議決日", "採決方法", "結果", *names), row])
    return path


# Help and usage.


def test_without_a_command_the_help_is_shown_in_both_languages():
    shown = council_()
    assert shown.exit_code in (0, 2)
    assert shown.exception is None or isinstance(shown.exception, SystemExit)
    assert "会議録" in shown.output
    assert "minutes" in shown.output
    assert all(f"\n  {command} " in shown.output for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_both_languages(command: str):
    shown = council_(command, "--help")
    assert shown.exit_code == 0
    assert not shown.output.isascii()
    assert " / " in shown.output
    if command != "init":
        assert "--project" in shown.output


@pytest.mark.parametrize(
    "words",
    [
        ["nothing"],
        ["check", "--format", "xml"],
        ["check", "--lang", "de"],
        ["build", "--edition", "secret"],
        ["build", "--jobs", "-1"],
        ["build", "--jobs", "many"],
        ["serve", "--edition", "all"],
        ["serve", "--port", "70000"],
        ["init"],
        ["check", "extra"],
    ],
)
def test_wrong_usage_is_exit_2(words: list[str]):
    result = council_(*words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.output


def test_the_version_is_printed():
    assert council_("--version").output == f"{__version__}\n"


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_a_folder_that_is_not_there_is_exit_2(command: str, tmp_path: Path):
    result = council_(command, "--project", tmp_path / "𠮷野町")
    assert result.exit_code == 2
    assert "フォルダーがありません" in result.stderr
    assert result.stdout == ""
    assert list(tmp_path.iterdir()) == []


# check


def test_check_of_a_sound_council_is_exit_0_and_names_what_it_noted(small: Path):
    result = council_("check", "--project", small)
    assert result.exit_code == 0, result.output
    assert "error[" not in result.stdout


def test_check_writes_nothing_but_the_cache(small: Path):
    break_a_table(small)
    before = tree(small)
    for form in ("text", "json", "html", "github"):
        council_("check", "--project", small, "--format", form)
    after = tree(small)
    assert {name: content for name, content in after.items() if not name.startswith(".council/")} == before
    assert not (small / "site").exists()


def test_check_names_a_broken_cell_and_is_exit_1(small: Path):
    break_a_table(small)
    result = council_("check", "--project", small)
    assert result.exit_code == 1
    assert "\nvotes/追加.csv:2:7: error[V" in f"\n{result.stdout}"
    assert result.stdout.splitlines()[-1].startswith("誤り 1 件")


def test_the_json_stands_alone_on_stdout(small: Path):
    break_a_table(small)
    done = in_a_process("check", "--project", small, "--format", "json")
    found = json.loads(done.stdout)
    assert done.returncode == 1
    assert all(set(one) == KEYS for one in found)
    errors = [one for one in found if one["severity"] == "error"]
    assert [(one["path"], one["line"], one["column"], one["withholds"]) for one in errors] == [
        ("votes/追加.csv", 2, 7, "cell")
    ]


def test_nothing_found_is_an_empty_list(tmp_path: Path):
    result = council_("check", "--project", tmp_path, "--format", "json")
    assert (result.exit_code, result.stdout) == (0, "[]\n")
    assert council_("check", "--project", tmp_path).stdout == "直すところはありません。\n"
    assert council_("check", "--project", tmp_path, "--format", "github").stdout == ""


def test_the_language_is_the_settings_one_unless_another_is_asked_for(tmp_path: Path):
    assert council_("check", "--project", tmp_path, "--lang", "en").stdout == "Nothing to put right.\n"
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nextra: {council: {language: en}}\n", "utf-8")
    assert council_("check", "--project", tmp_path).stdout == "Nothing to put right.\n"
    assert council_("check", "--project", tmp_path, "--lang", "ja").stdout == "直すところはありません。\n"


def test_the_page_of_findings_is_whole(small: Path):
    break_a_table(small)
    page = council_("check", "--project", small, "--format", "html").stdout
    assert page.startswith("<!doctype html>")
    assert page.endswith("</html>\n")
    assert "2行目・G列" in page


@pytest.mark.parametrize("settings", ["site_name: [\n", "extra: {council: {colour: blue}}\n", "extra: {council: 5}\n"])
def test_a_broken_configuration_is_exit_2_and_is_named(settings: str, small: Path):
    (small / "mkdocs.yml").write_text(settings, "utf-8")
    found = council_("check", "--project", small, "--format", "json")
    assert found.exit_code == 2
    assert next(one["path"] for one in json.loads(found.stdout) if one["severity"] == "error") == "mkdocs.yml"
    built = council_("build", "--project", small)
    assert built.exit_code == 2
    assert "サイトは書き換えていません。" in built.stdout
    assert not (small / "site").exists()


# build


def test_build_says_in_words_what_was_published_where(small: Path):
    result = council_("build", "--project", small, "--edition", "all")
    assert result.exit_code == 0, result.output
    said = [line for line in result.stdout.splitlines() if " ページ" in line]
    assert said[0].startswith("公開版：site に ")
    assert said[1].startswith("議員版：site-members に ")
    assert "読み込み / reading" in result.stderr
    again = council_("build", "--project", small, "--lang", "en").stdout.splitlines()
    assert any(line.startswith("public edition: ") and "0 new, 0 changed, 0 removed" in line for line in again)
    assert again[-1] == "  Nothing changed since the last build."


def test_one_bad_file_is_kept_back_and_named_and_the_rest_is_published(small: Path):
    bad = small / "minutes_src" / "令和8年第1回定例会" / "第2号.docx"
    bad.write_bytes(UNREADABLE)
    result = council_("build", "--project", small)
    assert result.exit_code == 1
    assert "minutes_src/令和8年第1回定例会/第2号.docx" in result.stdout
    assert "確認中として掲載を控えたもの：" in result.stdout
    assert (small / "site" / "meetings" / "2026-03-03-honkaigi.html").is_file()


def test_every_bad_file_is_named_in_one_run(small: Path):
    folder = small / "minutes_src" / "令和8年第1回定例会"
    for number in range(2, 8):
        (folder / f"第{number}号.docx").write_bytes(UNREADABLE)
    found = json.loads(council_("check", "--project", small, "--format", "json").stdout)
    paths = [one["path"] for one in found if one["severity"] == "error"]
    assert paths == [f"minutes_src/令和8年第1回定例会/第{number}号.docx" for number in range(2, 8)]


def test_strict_builds_nothing_when_there_is_any_error(small: Path):
    assert council_("build", "--project", small).exit_code == 0
    before = tree(small / "site")
    break_a_table(small)
    result = council_("build", "--project", small, "--strict")
    assert result.exit_code == 1
    assert tree(small / "site") == before
    assert "サイトは書き換えていません。" in result.stdout


def test_the_output_folder_can_be_named(small: Path, tmp_path: Path):
    result = council_("build", "--project", small, "--site-dir", tmp_path / "out", "--edition", "all")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "out" / "index.html").is_file()
    assert (tmp_path / "out-members" / "index.html").is_file()
    assert not (small / "site").exists()


def test_a_dangerous_output_folder_is_exit_2(small: Path):
    before = tree(small)
    result = council_("build", "--project", small, "--site-dir", small / "votes")
    assert result.exit_code == 2
    assert "S301" in result.stdout
    assert {name: value for name, value in tree(small).items() if not name.startswith(".council/")} == before


# What goes wrong on our side.


def stop_with(problem: BaseException) -> Callable[..., Report]:
    def build_project(project: Path, options: BuildOptions, step: Callable[[Progress], None]) -> Report:
        del project, options
        step(Progress("read", 1, 9))
        raise problem

    return build_project


def test_a_fault_of_our_own_is_one_sentence_without_a_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("council.cli.build.build_project", stop_with(KeyError("議案第3号\n2")))
    result = council_("build", "--project", tmp_path)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    said = result.stderr.splitlines()[-1]
    assert "プログラムの不具合で止まりました（KeyError:" in said
    assert f"council {__version__}" in said
    assert "--debug" in said
    assert "send us" in said


def test_the_traceback_comes_with_debug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("council.cli.build.build_project", stop_with(KeyError("x")))
    result = council_("build", "--project", tmp_path, "--debug")
    assert result.exit_code == 2
    assert "Traceback (most recent call last)" in result.stderr


def test_a_fault_while_checking_leaves_stdout_to_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def check_project(project: Path, *, strict: bool) -> Report:
        raise RecursionError(project, strict)

    monkeypatch.setattr("council.cli.check.check_project", check_project)
    result = council_("check", "--project", tmp_path, "--format", "json")
    assert (result.exit_code, result.stdout) == (2, "")


def test_ctrl_c_ends_with_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("council.cli.build.build_project", stop_with(KeyboardInterrupt()))
    result = council_("build", "--project", tmp_path)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == "途中で止めました。サイトは前のままです。 Stopped; the site is as it was."


def test_ctrl_c_while_publishing_says_that_the_next_build_finishes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def build_project(project: Path, options: BuildOptions, step: Callable[[Progress], None]) -> Report:
        del project, options
        step(Progress("publish"))
        raise KeyboardInterrupt

    monkeypatch.setattr("council.cli.build.build_project", build_project)
    result = council_("build", "--project", tmp_path)
    assert result.exit_code == 2
    assert "次の council build が続きから仕上げます。" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl+C to a whole console only")
def test_ctrl_c_in_a_running_build_leaves_the_site_as_it_was(small: Path):
    assert council_("build", "--project", small).exit_code == 0
    before = tree(small / "site")
    for number in range(4, 24):
        lines = minutes(number, [(CHAIR, "防災無線について。" * 40)] * 60, number=number)
        write_word(small / "minutes_src" / "令和8年第1回定例会" / f"第{number}号.docx", lines)
    process = subprocess.Popen(  # noqa: S603 - the toolkit itself
        [sys.executable, "-m", "council", "build", "--project", str(small)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert process.stderr is not None
    assert "reading" in process.stderr.readline().decode()
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "Traceback" not in err.decode()
    assert err.decode().splitlines()[-1].startswith("途中で止めました。")
    assert out == b""
    assert tree(small / "site") == before


# Consoles.


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_cp932_console_stops_nothing(form: str, small: Path):
    names = ("高橋　一郎", "鈴木　花子", "佐藤　健", "田中　実", "髙﨑　𠮷男")
    row = ["議案第9号", "𠮷野町との協定", "令和8年3月3日", "起立採決", "原案可決", "議", "☆", "○", "○", "○"]
    heading = ("議案番号", "件名", "議決日", "採決方法", "結果", *names)
    write_csv(small / "votes" / "髙﨑と𠮷田.csv", [heading, row])
    done = in_a_process("check", "--project", small, "--format", form, PYTHONIOENCODING="cp932", PYTHONUTF8="0")
    assert done.returncode == 1, done.stderr.decode("cp932")
    assert b"Traceback" not in done.stderr
    shown = done.stdout.decode("cp932")
    if form == "json":
        assert any(one["path"] == "votes/髙﨑と𠮷田.csv" for one in json.loads(done.stdout))
    else:
        assert r"髙﨑と\U00020bb7田.csv" in shown


def test_a_build_on_a_cp932_console(small: Path):
    (small / "mkdocs.yml").write_text('site_name: "𠮷野町議会"\n', "utf-8")
    done = in_a_process("build", "--project", small, PYTHONIOENCODING="cp932", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr.decode("cp932")
    assert "公開版：site に" in done.stdout.decode("cp932")


def test_the_help_on_a_cp932_console():
    for words in ((), ("check", "--format", "髙𠮷"), ("check", "--project", "髙𠮷")):
        done = in_a_process(*words, PYTHONIOENCODING="cp932", PYTHONUTF8="0")
        assert done.returncode in (0, 2)
        assert b"Traceback" not in done.stderr
        assert (done.stdout + done.stderr).decode("cp932")


def test_a_reader_that_closes_early_sees_no_traceback(small: Path):
    process = subprocess.Popen(  # noqa: S603 - the toolkit itself
        [sys.executable, "-m", "council", "check", "--project", str(small)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    process.wait(timeout=60)
    assert b"Traceback" not in said
