"""A folder with a mistake of every rule: each is found in its place and said in both languages; the rest is published.

A rule that is in neither the table of mistakes nor the list of excluded ones fails here, so none can be forgotten.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from independent.projects import NAMES, SESSION, SETTINGS, write_project
from independent.restricted import found_in
from mistakes import alone
from mistakes.excluded import EXCLUDED
from mistakes.folder import Folder, Place
from mistakes.papers import PAPERS
from mistakes.reconciled import RECONCILED
from mistakes.rest import BUILT, REST
from mistakes.tables import TABLES
from mistakes.word import SECRET, WORD

from council.build import BuildOptions, build_project, check_project
from council.diagnostics import Finding
from council.report import Report
from council.rules import ALL_RULES

ROOT = Path(__file__).parent.parent
CHECKED = {**WORD, **TABLES, **RECONCILED, **REST, **PAPERS}
TOGETHER = {**CHECKED, **BUILT}


@dataclass(frozen=True)
class Spoilt:
    """The folder of mistakes, where each mistake is, and what `check` and `build` say."""

    root: Path
    places: dict[str, Place]
    checked: Report
    built: Report


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Spoilt:
    folder = Folder(tmp_path_factory.mktemp("mistakes") / "minato")
    places = {code: write(folder) for code, write in TOGETHER.items()}
    settings = SETTINGS.replace("[council]", "[council, tags]") + "extra: {council: {seats: 4}}\n"
    folder.text("mkdocs.yml", settings)
    return Spoilt(folder.root, places, check_project(folder.root), build_project(folder.root, BuildOptions()))


def place_of(found: Finding) -> Place:
    at = found.location
    numbers = [str(number) for number in (at.line, at.column) if number is not None]
    return at.path, f"¶{at.paragraph}" if at.paragraph is not None else ":".join(numbers)


def places_of(report: Report, code: str) -> list[Place]:
    return [place_of(found) for found in report.findings if found.rule.code == code]


def test_every_rule_has_its_mistake_or_its_reason() -> None:
    known = {*TOGETHER, *alone.CHECKED, *alone.BUILT, *alone.PUBLISHED}
    assert set(ALL_RULES) - known == set(EXCLUDED), "write the mistake into tests/mistakes/, or say why none can be"
    assert not known - set(ALL_RULES)
    assert all(len(reason) > 10 for reason in EXCLUDED.values())
    assert len(CHECKED) >= 60


@pytest.mark.parametrize("code", CHECKED)
def test_check_finds_the_mistake_in_its_place(code: str, spoilt: Spoilt) -> None:
    assert spoilt.places[code] in places_of(spoilt.checked, code)


@pytest.mark.parametrize("code", BUILT)
def test_build_finds_what_shows_on_the_site_only(code: str, spoilt: Spoilt) -> None:
    assert spoilt.places[code] in places_of(spoilt.built, code)


def test_check_and_build_say_the_same_of_the_inputs(spoilt: Spoilt) -> None:
    built = {found for found in spoilt.built.findings if not found.rule.code.startswith("S")}
    assert not built - set(spoilt.checked.findings)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_finding_says_what_is_wrong_and_what_to_do(language: str, spoilt: Spoilt) -> None:
    for found in (*spoilt.checked.findings, *spoilt.built.findings):
        for words in (found.message(language), found.help(language)):
            assert words.strip(), found
            assert "{" not in words.replace("{id}", "").replace("{sec}", ""), words
            assert SECRET not in words, found.rule.code


def test_the_command_prints_the_same_as_json_and_stops_with_one(spoilt: Spoilt) -> None:
    command = (sys.executable, "-m", "council", "check", "--project", str(spoilt.root), "--format", "json")
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)  # noqa: S603 - our own command
    printed = json.loads(ran.stdout)
    assert ran.returncode == 1
    assert b"Traceback" not in ran.stderr
    assert [(one["code"], one["path"]) for one in printed] == [
        (found.rule.code, found.location.path) for found in spoilt.checked.findings
    ]
    assert all(one["message"] and one["help"] and "withholds" in one for one in printed)


def test_files_without_a_mistake_have_no_finding(spoilt: Spoilt) -> None:
    good = {f"minutes_src/{SESSION}/第1号.docx", f"minutes_src/{SESSION}/第2号.docx", f"votes/{SESSION}.csv"}
    assert [place_of(found) for found in spoilt.checked.findings if found.location.path in good] == []


def read(root: Path, *names: str) -> str:
    return "".join((root / "site" / name).read_text("utf-8") for name in names)


def data(root: Path) -> Iterator[Path]:
    return (path for path in (root / "site").rglob("*") if path.suffix in {".csv", ".json", ".jsonl"})


def test_what_no_mistake_touches_is_published(spoilt: Spoilt) -> None:
    assert [one.edition for one in spoilt.built.published] == ["public"]
    assert spoilt.built.exit_code == 1
    said = ("道路の4点目について伺います", "河川の1点目にお答えいたします", "議案第1号のための条例", NAMES[3])
    published = "".join(path.read_text("utf-8") for path in data(spoilt.root))
    for words in said:
        assert found_in(spoilt.root / "site", [words]), words
        assert words in published, words
    page = read(spoilt.root, "votes/2026-1-teirei-gian-1-main.html")
    assert "確認中" not in page[page.index("<article") : page.index("</article>")]


def test_what_is_withheld_stands_nowhere(spoilt: Spoilt) -> None:
    assert found_in(spoilt.root / "site", [SECRET, "PEONY"]) == {}


@pytest.mark.parametrize(
    "page",
    [
        "votes/2026-1-teirei-gian-1104-main.html",  # a symbol nobody explained
        "votes/2026-1-teirei-gian-1201-main.html",  # a voter nobody knows
        "votes/2026-1-teirei-gian-1204-main.html",  # two sources that disagree
        "votes/2026-1-teirei-gian-961-main.html",  # a row too short
        "meetings/2026-06-19-honkaigi.html",  # a secret sitting
    ],
)
def test_what_is_withheld_has_its_place_and_is_marked(page: str, spoilt: Spoilt) -> None:
    article = read(spoilt.root, page).partition("<article")[2].partition("</article>")[0]
    assert "確認中" in article


@pytest.mark.parametrize("code", [*alone.CHECKED, *alone.BUILT])
def test_a_mistake_that_stands_alone_is_found(code: str, tmp_path: Path) -> None:
    write = {**alone.CHECKED, **alone.BUILT}[code]
    place = write(tmp_path)
    report = check_project(tmp_path) if code in alone.CHECKED else build_project(tmp_path, BuildOptions())
    assert place in places_of(report, code)
    rule = ALL_RULES[code]
    stopped = rule.withholds.value == "everything"
    assert report.exit_code == (2 if stopped else int(rule.severity.value == "error"))
    assert all(
        found.message(language) and found.help(language) for found in report.findings for language in ("ja", "en")
    )


def test_a_folder_that_must_not_be_written_to_is_left_as_it_was(tmp_path: Path) -> None:
    root = write_project(tmp_path / "minato", {3: "道路"}, turns=1)
    assert places_of(build_project(root, BuildOptions(site_dir=root)), "S301")
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "thesis.html").write_text("私の論文", "utf-8")
    assert places_of(build_project(root, BuildOptions(site_dir=foreign)), "S302")
    assert [path.name for path in foreign.iterdir()] == ["thesis.html"]
    assert build_project(root, BuildOptions(("members",), site_dir=tmp_path / "a")).published
    assert places_of(build_project(root, BuildOptions(site_dir=tmp_path / "a-members")), "S303")
