"""Where nothing of MkDocs' part of a site has changed, MkDocs is not run, and nobody can tell from the site."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from independent.building import run
from independent.editing import Edit, told
from independent.harbour import COUNCIL, FIRST, NOTICE, in_text, in_word, write_harbour
from independent.projects import write_text
from independent.twins import SITES, files, inputs_only, shas
from rebuilding import BOTH, built
from small_pages import all_pages

from council.build import BuildOptions
from council.cache import Store, pack
from council.diagnostics import Finding, finding
from council.location import Location
from council.pages.page import EncodedPage, OutputFile, Page
from council.report import Report
from council.rules.site import MKDOCS_SAID
from council.site import framing, running
from council.site.build_site import WrittenSite, write_site
from council.site.frame import Frame
from council.site.stated import is_known, stated_in

MKDOCS = ("mkdocs", "markdown", "material", "babel", "pathspec", "pymdownx")
PART = "site_templates/theme/partials/copyright.html"


class Counted:
    """MkDocs, and how often it was run."""

    def __init__(self) -> None:
        """Begin to count."""
        self.times = 0
        self.meanwhile: Callable[[], object] = lambda: None
        self._run = running.run_mkdocs

    def __call__(self, *arguments: object) -> object:
        """Run it."""
        self.times += 1
        self.meanwhile()
        return self._run(*arguments)  # type: ignore[arg-type]


@pytest.fixture
def mkdocs(monkeypatch: pytest.MonkeyPatch) -> Counted:
    counted = Counted()
    monkeypatch.setattr(running, "run_mkdocs", counted)
    return counted


def told_by(report: Report, *but: str) -> list[str]:
    return [f"{found} {found.message('ja')}" for found in report.findings if found.rule.code not in but]


def is_as_built_elsewhere(root: Path, report: Report, elsewhere: Path, *but: str) -> bool:
    """Hold a site and what was told of it against a build where nothing stood; assets of the build before may stay."""
    there = inputs_only(root, elsewhere / root.name)
    cold = built(there)
    assert told_by(report, *but) == told_by(cold)
    assert [one.pages for one in report.published] == [one.pages for one in cold.published]
    for site in SITES:
        expected, found = shas(files(there / site)), shas(files(root / site))
        assert {uri: sha for uri, sha in found.items() if uri in expected or not uri.startswith("assets/")} == expected
    return True


def test_a_speech_is_changed(here: Path, tmp_path: Path, mkdocs: Counted):
    in_word(here / FIRST, "道路の1点目について伺います", "道路の1点目について問います")
    report = built(here)
    assert mkdocs.times == 0
    assert is_as_built_elsewhere(here, report, tmp_path / "cold")


def test_nothing_is_changed(here: Path, mkdocs: Counted):
    before = {site: files(here / site) for site in SITES}
    report = built(here)
    assert mkdocs.times == 0
    assert {site: files(here / site) for site in SITES} == before
    assert [(one.new, one.changed, one.removed) for one in report.published] == [(0, 0, 0), (0, 0, 0)]


CHANGES: dict[str, Edit] = {
    "a page by hand": told(NOTICE, "手で書いた", "心を込めて書いた"),
    "one more page by hand": lambda root: write_text(root / "site_templates/pages/map.md", "# 地図\n"),
    "a label in mkdocs.yml": told("mkdocs.yml", "    name: 港市議会", "    name: 港湾市議会"),
    "the name of the site, in a file that mkdocs.yml inherits": told("base.yml", "港市議会", "港市議会の記録"),
    "a part of the theme of their own": lambda root: write_text(root / PART, "<p>議会事務局</p>\n"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_mkdocs_reads_is_changed(here: Path, tmp_path: Path, mkdocs: Counted, change: str):
    CHANGES[change](here)
    report = built(here)
    assert mkdocs.times == len(SITES)
    assert is_as_built_elsewhere(here, report, tmp_path / "cold")
    mkdocs.times = 0
    assert told_by(built(here)) == told_by(report)
    assert mkdocs.times == 0


def style_sheet(root: Path) -> Path:
    return next((root / "site" / "assets").glob("council.*.css"))


def longer(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


LOSSES: dict[str, Callable[[Path], object]] = {
    "a style sheet deleted": lambda root: style_sheet(root).unlink(),
    "a style sheet damaged": lambda root: longer(style_sheet(root)),
    "the page by hand deleted": lambda root: (root / "site" / "notice.html").unlink(),
    "the page for what is not found damaged": lambda root: longer(root / "site" / "404.html"),
    "a folder in the place of a font or script of Material": lambda root: shutil.rmtree(
        root / "site" / "assets" / "javascripts"
    ),
}


@pytest.mark.parametrize("loss", LOSSES)
def test_a_file_of_mkdocs_that_is_lost_comes_back(here: Path, harbour: Path, mkdocs: Counted, loss: str):
    LOSSES[loss](here)
    built(here)
    assert mkdocs.times == 1
    for site in SITES:
        assert shas(files(here / site)) == shas(files(harbour / site))
    in_word(here / FIRST, "道路の1点目について伺います", "道路の1点目について問います")
    built(here)
    assert mkdocs.times == 1


def kept_frame(root: Path) -> Path:
    (kept,) = (root / ".council" / "cache" / "frame-public").iterdir()
    return kept


@pytest.mark.parametrize("way", ["cut", "of another sort", "gone"])
def test_a_kept_frame_that_is_damaged_is_made_anew(here: Path, harbour: Path, mkdocs: Counted, way: str):
    kept, whole = kept_frame(here), kept_frame(here).read_bytes()
    match way:
        case "cut":
            kept.write_bytes(whole[:-3])
        case "of another sort":
            Store(here / ".council" / "cache").put("frame-public", kept.name, pack(("something", "else")))
        case _:
            kept.unlink()
    report = built(here)
    assert mkdocs.times == 1
    assert [found.rule.code for found in report.findings].count("S313") == (way != "gone")
    for site in SITES:
        assert shas(files(here / site)) == shas(files(harbour / site))
    assert told_by(built(here)) == told_by(report, "S313")
    assert mkdocs.times == 1


def test_a_page_by_hand_is_saved_while_the_site_is_written(here: Path, tmp_path: Path, mkdocs: Counted):
    """What MkDocs makes of it then must not be taken for what it made of the page before."""
    before = (here / NOTICE).read_text("utf-8")
    in_text(here / "mkdocs.yml", "    seats: 4", "    seats: 5")
    mkdocs.meanwhile = lambda: write_text(here / NOTICE, "# お知らせ\n\n書きかけ\n")
    built(here)
    mkdocs.meanwhile = lambda: None
    write_text(here / NOTICE, before)
    assert is_as_built_elsewhere(here, built(here), tmp_path / "cold")


def test_without_the_cache_mkdocs_is_run(here: Path, mkdocs: Counted):
    built(here, BuildOptions(editions=BOTH.editions, use_cache=False))
    assert mkdocs.times == len(SITES)


def test_a_frame_that_is_no_longer_of_use_is_thrown_away(here: Path):
    before = kept_frame(here).name
    in_text(here / NOTICE, "手で書いた", "心を込めて書いた")
    built(here)
    assert kept_frame(here).name != before


def test_what_mkdocs_said_is_said_again(here: Path, tmp_path: Path, mkdocs: Counted):
    write_text(here / "site_templates/pages/bills.md", "# 議案\n\n[壊れた](nowhere.md)\n")
    (here / "site_templates/pages/map.md").write_bytes(b"\x81")
    in_text(here / "mkdocs.yml", "use_directory_urls", "nav: [missing.md]\nuse_directory_urls")
    first = built(here)
    assert {"S203", "S204", "S208"} <= {found.rule.code for found in first.findings}
    mkdocs.times = 0
    in_word(here / FIRST, "道路の1点目について伺います", "道路の1点目について問います")
    again = built(here)
    assert mkdocs.times == 0
    assert is_as_built_elsewhere(here, again, tmp_path / "cold")


@pytest.mark.parametrize(
    "setting",
    [
        "plugins: [council, minify]\n",
        "hooks: [hook.py]\n",
        "markdown_extensions: [pymdownx.snippets]\n",
        "markdown_extensions:\n  - pymdownx.superfences\n",
        "extra_templates: [told.txt]\n",
        "extra_css: [!!python/name:os.getcwd '']\n",
        "site_author: !ENV [NOBODY_SETS_THIS, 議会事務局]\nhooks: [hook.py]\n",
    ],
)
def test_a_configuration_that_sets_going_what_nobody_here_knows(tmp_path: Path, setting: str):
    (tmp_path / "mkdocs.yml").write_text(f"site_name: 港市議会\n{setting}", encoding="utf-8")
    assert not is_known(stated_in(tmp_path / "mkdocs.yml"))


def test_a_configuration_of_which_everything_is_known(tmp_path: Path):
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: !ENV [NOBODY_SETS_THIS, 港市議会]\nplugins: [council, search]\n"
        "markdown_extensions: [tables, markdown.extensions.attr_list, {toc: {permalink: true}}]\n"
        "extra: {council: {seats: 22, since: 2025-04-01}}\n",
        encoding="utf-8",
    )
    assert is_known(stated_in(tmp_path / "mkdocs.yml"))
    assert stated_in(tmp_path / "mkdocs.yml")["site_name"] == "港市議会"


@pytest.mark.parametrize("setting", ["plugins: [council, minify]\n", "hooks: [hook.py]\n"])
def test_mkdocs_is_run_where_a_plugin_or_a_hook_is_named(here: Path, tmp_path: Path, mkdocs: Counted, setting: str):
    write_text(here / "hook.py", "def on_page_markdown(markdown, **_):\n    return markdown + '\\n\\n追記'\n")
    text = (here / "mkdocs.yml").read_text("utf-8").replace("plugins: [council]\n", "")
    write_text(here / "mkdocs.yml", text + setting)
    built(here)
    mkdocs.times = 0
    report = built(here)
    assert mkdocs.times == len(SITES)
    assert is_as_built_elsewhere(here, report, tmp_path / "cold")


def test_mkdocs_is_run_where_a_template_tells_the_day(here: Path, mkdocs: Counted):
    write_text(here / PART, "<p>{{ build_date_utc.year }}</p>\n")
    built(here)
    mkdocs.times = 0
    built(here)
    assert mkdocs.times == len(SITES)


def test_a_folder_of_pages_that_is_reached_by_a_link(here: Path, tmp_path: Path):
    """MkDocs follows it, so a page behind it is seen as any other."""
    elsewhere = tmp_path / "elsewhere"
    write_text(elsewhere / "map.md", "# 地図\n")
    (here / "site_templates" / "pages" / "maps").symlink_to(elsewhere)
    built(here)
    assert "地図" in (here / "site/maps/map.html").read_text("utf-8")
    write_text(elsewhere / "map.md", "# 案内図\n")
    built(here)
    assert "案内図" in (here / "site/maps/map.html").read_text("utf-8")


def written(project: Path, to: str, pages: list[Page], frame: Frame | None = None) -> WrittenSite:
    """Write a site as the pipeline does; MkDocs' own files are left out with a frame."""
    some = [OutputFile("data/bills.csv", b"x\r\n")]
    outcome = write_site(project, project / "mkdocs.yml", pages, some, project / to, "public", "ja", frame=frame)
    assert outcome.value is not None
    return outcome.value


def test_a_new_kind_of_page_for_which_no_frame_is_kept(tmp_path: Path, mkdocs: Counted):
    write_text(tmp_path / "mkdocs.yml", "site_name: 汐路市議会\n")
    write_text(tmp_path / "site_templates/pages/map.md", "# 地図\n")
    whole = written(tmp_path, "whole", all_pages())
    before = written(tmp_path, "before", [page for page in all_pages() if page.kind != "member"]).frame
    assert before is not None
    mkdocs.times = 0
    after = written(tmp_path, "after", all_pages(), before)
    assert mkdocs.times == 1
    assert {uri: after.shas.get(uri) or before.files[uri][0] for uri in whole.shas} == whole.shas
    assert sorted(path.name for path in (tmp_path / "after").iterdir()) == sorted(
        {uri.partition("/")[0] for uri in after.shas}
    )
    again = written(tmp_path, "again", all_pages(), after.frame)
    assert mkdocs.times == 1
    assert again.shas == after.shas
    assert again.frame is after.frame


def test_pages_that_need_the_slow_way_take_it(tmp_path: Path, mkdocs: Counted, monkeypatch: pytest.MonkeyPatch):
    """A frame did not give what Material gives: such pages are rendered whole in every build, and that is said."""
    write_text(tmp_path / "mkdocs.yml", "site_name: 汐路市議会\n")
    monkeypatch.setattr("council.site.theme._is_sound", lambda *given: given[-1].kind != "member")
    members = [page for page in all_pages() if page.kind == "member"]
    first = written(tmp_path, "first", all_pages())
    mkdocs.times = 0
    again = write_site(
        tmp_path,
        tmp_path / "mkdocs.yml",
        map(EncodedPage.of, members),
        (),
        tmp_path / "again",
        "public",
        "ja",
        frame=first.frame,
    )
    assert [found.rule.code for found in again.findings] == ["S205"]
    assert mkdocs.times == 1
    assert again.value is not None
    assert {page.uri: again.value.shas[page.uri] for page in members} == {
        page.uri: first.shas[page.uri] for page in members
    }


def test_mkdocs_refuses_what_it_accepted_a_moment_ago(tmp_path: Path):
    """Somebody is editing mkdocs.yml while the site is written."""
    write_text(tmp_path / "mkdocs.yml", "site_name: 汐路市議会\n")
    frame = written(tmp_path, "before", []).frame
    write_text(tmp_path / "mkdocs.yml", "site_name: [\n")
    outcome = write_site(
        tmp_path, tmp_path / "mkdocs.yml", all_pages(), (), tmp_path / "after", "public", "ja", frame=frame
    )
    assert outcome.value is None
    assert [found.rule.code for found in outcome.findings] == ["S201"]


def test_a_warning_that_names_the_folder_of_the_project_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The folder may be moved, and the key would not tell."""
    write_text(tmp_path / "mkdocs.yml", "site_name: 汐路市議会\n")
    assert written(tmp_path, "before", []).frame is not None
    monkeypatch.setattr(framing.Framing, "said", lambda self, heard: _named(self.project_dir, heard))
    assert written(tmp_path, "after", []).frame is None


def _named(folder: Path, _: object) -> tuple[Finding, ...]:
    return (finding(MKDOCS_SAID, Location("mkdocs.yml"), words=f"see {folder.resolve()}"),)


def test_a_build_in_a_kept_frame_does_not_load_mkdocs(tmp_path: Path):
    here = write_harbour(tmp_path / "minato")
    write_text(here / "mkdocs.yml", COUNCIL.replace("INHERIT: base.yml", "site_name: 港市議会"))
    build = (
        "import sys; from pathlib import Path; from council.build import build_project, BuildOptions as O;"
        f"build_project(Path({str(here)!r}), O(('public', 'members')));"
        f"print(sorted({{name.partition('.')[0] for name in sys.modules}} & set({MKDOCS!r})))"
    )
    assert "mkdocs" in run("-c", build).stdout
    in_word(here / FIRST, "道路の1点目について伺います", "道路の1点目について問います")
    assert run("-c", build).stdout == "[]\n"
