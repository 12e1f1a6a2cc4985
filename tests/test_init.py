"""`council init`: a folder that builds at once, by our command and by MkDocs alone, and nothing touched that was there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given
from hypothesis import strategies as st

from council.build import BuildOptions, build_project
from council.cli import app
from council.config import load_config
from council.init import init_project, starter_files
from council.site.links import check_site

WRITTEN = ["mkdocs.yml", "minutes_src/README.md", "votes/README.md", "site_templates/pages/.gitkeep", ".gitignore"]
# What an empty site says on its first page.
FRIENDLY = {"ja": "まだ", "en": "yet"}


def init(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["init", *map(str, words)])


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_lists_what_it_wrote(tmp_path: Path):
    folder = tmp_path / "汐路市議会"
    result = init(folder)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [str(folder / name) for name in WRITTEN]
    assert sorted(files(folder)) == sorted(WRITTEN)


def test_an_empty_folder_may_be_there_already(tmp_path: Path):
    assert init(tmp_path).exit_code == 0
    assert sorted(files(tmp_path)) == sorted(WRITTEN)


@pytest.mark.parametrize("name", ["議事録.docx", ".gitkeep", "minutes_src"])
def test_a_folder_that_is_not_empty_is_exit_2_and_stays_as_it_was(name: str, tmp_path: Path):
    if name == "minutes_src":
        (tmp_path / name).mkdir()
    else:
        (tmp_path / name).write_text("大切なもの", "utf-8")
    before = files(tmp_path)
    result = init(tmp_path)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "何も変えていません" in result.stderr
    assert "nothing was touched" in result.stderr
    assert files(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_of_that_name_is_exit_2(tmp_path: Path):
    (tmp_path / "council").write_text("x", "utf-8")
    assert init(tmp_path / "council").exit_code == 2
    assert (tmp_path / "council").read_text("utf-8") == "x"


def test_a_place_that_cannot_be_written_is_exit_2(tmp_path: Path):
    (tmp_path / "file").write_text("x", "utf-8")
    result = init(tmp_path / "file" / "council")
    assert result.exit_code == 2
    assert "Traceback" not in result.output


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_new_folder_builds_at_once_and_gives_a_friendly_site(language: str, tmp_path: Path):
    init_project(tmp_path / "c", "", language)
    report = build_project(tmp_path / "c", BuildOptions(editions=("public", "members")))
    assert report.findings == ()
    assert report.exit_code == 0
    for site in ("site", "site-members"):
        page = (tmp_path / "c" / site / "index.html").read_text("utf-8")
        assert f'<html lang="{language}"' in page
        assert FRIENDLY[language] in page.partition("<article")[2].partition("</article>")[0]
        assert check_site(tmp_path / "c" / site).findings == ()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_mkdocs_alone_builds_it_too_and_gives_the_same_pages(language: str, tmp_path: Path):
    init_project(tmp_path / "c", "", language)
    build_project(tmp_path / "c", BuildOptions(site_dir=tmp_path / "ours"))
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=tmp_path / "c",
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert files(tmp_path / "c" / "site") == files(tmp_path / "ours")


def test_the_language_is_the_sites_and_the_themes(tmp_path: Path):
    init_project(tmp_path / "c", "Port Council", "en")
    text = (tmp_path / "c" / "mkdocs.yml").read_text("utf-8")
    assert text.count("language: en") == 2
    assert "custom_dir" not in text
    assert load_config(tmp_path / "c").value.facts.language == "en"


def test_without_a_name_it_is_called_like_its_folder(tmp_path: Path):
    init(tmp_path / "港市議会")
    config = load_config(tmp_path / "港市議会")
    assert (config.value.facts.name, config.findings) == ("港市議会", ())


@given(st.text(min_size=1).filter(lambda text: text.strip().isprintable() and text.strip()))
@example("It's “the” council: a 'test' # no comment")
@example('"')
@example("\\n{name} %(x)s")
@example("- [港市]: {a: *b} &c !d |e >f")
@example("汐路市　議会")
@example("yes")
@example("2026-03-03")
@example("髙﨑𠮷町葛󠄀")
def test_any_name_comes_back_as_it_was_given(tmp_path_factory: pytest.TempPathFactory, name: str):
    folder = tmp_path_factory.mktemp("council") / "c"
    init_project(folder, name, "ja")
    config = load_config(folder)
    assert config.findings == ()
    assert config.value.facts.name.split() == name.split()


@given(st.text())
def test_no_name_breaks_the_settings(tmp_path_factory: pytest.TempPathFactory, name: str):
    folder = tmp_path_factory.mktemp("council") / "c"
    init_project(folder, name, "en")
    assert load_config(folder).findings == ()


@pytest.mark.parametrize("name", ['It\'s "quoted": 港市 # x', "- {a: [b", "<b>港</b> & 市"])
def test_an_odd_name_builds(name: str, tmp_path: Path):
    result = init(tmp_path / "c", "--name", name)
    assert result.exit_code == 0
    report = build_project(tmp_path / "c", BuildOptions())
    assert report.findings == ()
    assert "<b>港</b>" not in (tmp_path / "c" / "site" / "index.html").read_text("utf-8")


def test_the_output_and_the_cache_are_not_kept_in_git(tmp_path: Path):
    git = ["git", "-C", str(tmp_path)]
    init_project(tmp_path, "", "ja")
    build_project(tmp_path, BuildOptions(editions=("public", "members")))
    subprocess.run([*git, "init", "--quiet"], check=True)  # noqa: S603 - git as a person would start it
    shown = subprocess.run(  # noqa: S603 - git as a person would start it
        [*git, "status", "--porcelain", "--untracked-files=all"], check=True, capture_output=True
    ).stdout.decode()
    assert sorted(line[3:] for line in shown.splitlines()) == sorted(WRITTEN)


def test_both_languages_have_the_same_files():
    assert list(starter_files("x", "ja")) == list(starter_files("x", "en")) == WRITTEN
