"""What a command loads, seen in a process of its own: only what it has to do, so that it starts and ends quickly."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from independent.building import command, environment, run
from independent.projects import write_project

from council.cli import SUMMARIES, app

# What reads papers, draws bars, serves, runs in parallel or makes PDFs; none of it has a part in a build without news.
NEVER = {
    "concurrent.futures.process",
    "council.ask",
    "council.init",
    "council.packets.typesetting",
    "council.papers.cleaning",
    "council.papers.reading",
    "council.serve",
    "docx",
    "http.server",
    "mkdocs.livereload",
    "multiprocessing",
    "openpyxl",
    "pikepdf",
    "PIL",
    "pydantic",
    "pypdf",
    "rich",
    "ssl",
    "typst",
    "watchdog",
    "whoosh",
    "xml.sax",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a council whose site stands as it would be made again."""
    root = write_project(tmp_path_factory.mktemp("started") / "港市", {3: "防災無線"})
    for _ in range(2):
        assert run("-m", "council", "build", "--project", str(root)).returncode == 0
    return root


def loaded(*words: str) -> set[str]:
    """Return the names of all modules that a command loads; it ends well."""
    done = run("-X", "importtime", "-m", "council", *words)
    assert done.returncode == 0, done.stderr[-600:]
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip() for line in lines}


@pytest.mark.parametrize("command_name", ["build", "check"])
def test_nothing_is_loaded_that_only_news_need(command_name: str, built: Path):
    assert loaded(command_name, "--project", str(built)) & NEVER == set()


@pytest.mark.parametrize("words", [("--help",), ("--version",)])
def test_help_loads_no_command(words: tuple[str, ...]):
    assert {name for name in loaded(*words) if name.startswith("council.")} <= {"council.cli"}


def test_the_list_of_commands_says_what_each_says_of_itself():
    context = app.make_context("council", ["build"])
    for name, summary in SUMMARIES.items():
        found = app.get_command(context, name)
        assert found is not None
        assert (found.help or "").splitlines()[0] == summary


# A process ends at once, and yet as a process should.


@pytest.mark.parametrize(
    ("words", "code"), [(("build", "--edition", "secret"), 2), (("check", "--project", "/nowhere"), 2)]
)
def test_the_exit_code_is_kept(words: tuple[str, ...], code: int):
    assert run("-m", "council", *words).returncode == code


def test_what_others_do_at_the_end_is_done(built: Path):
    code = """
import atexit, runpy, sys, tempfile
import council.cli.check
run, held = council.cli.check.check_project, []
def noted(*given, **more):
    held.append(tempfile.TemporaryDirectory())
    print(held[0].name, flush=True)
    atexit.register(lambda: print("said at the end", end=""))  # not flushed
    return run(*given, **more)
council.cli.check.check_project = noted
sys.argv = ["council", "check", "--project", sys.argv[1]]
runpy.run_module("council", run_name="__main__")
"""
    done = run("-c", code, str(built))
    assert done.returncode == 0, done.stderr
    folder, *_, last = done.stdout.splitlines()
    assert last == "said at the end"
    assert not Path(folder).exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device")
def test_a_command_whose_words_cannot_be_written_does_not_end_well(built: Path):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # noqa: S603 - our own command
            command("-m", "council", "check", "--project", str(built)), stdout=full, env=environment(), check=False
        )
    assert done.returncode != 0
