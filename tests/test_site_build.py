"""A site written into an empty folder: what MkDocs adds, what the council's own files change, what is refused."""

from __future__ import annotations

import sys
from hashlib import sha256
from importlib.metadata import EntryPoint
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from small_pages import all_pages, files

from council.diagnostics import Finding, Outcome
from council.pages.page import EncodedPage, OutputFile, Page, TocEntry
from council.site.build_site import WrittenSite, write_site
from council.site.links import check_site

CONFIG = "site_name: 汐路市議会\n"


def make(project: Path, config: str | bytes = CONFIG, **own: str | bytes) -> None:
    project.mkdir(parents=True, exist_ok=True)
    (project / "mkdocs.yml").write_bytes(config.encode() if isinstance(config, str) else config)
    for name, content in own.items():
        path = project / "site_templates" / name.replace("__", "/").replace("_md", ".md").replace("_html", ".html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def written(project: Path, pages: list[Page] | None = None, **options: object) -> Outcome[WrittenSite | None]:
    pages = all_pages() if pages is None else pages
    return write_site(  # type: ignore[misc]
        project, project / "mkdocs.yml", pages, files(), project / ".council" / "staging", "public", "ja", **options
    )


def text(project: Path, uri: str) -> str:
    return (project / ".council" / "staging" / uri).read_text("utf-8")


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [found.rule.code for found in findings]


def test_one_line_of_configuration_is_enough(tmp_path: Path) -> None:
    make(tmp_path)
    outcome = written(tmp_path)
    assert outcome.findings == ()
    assert outcome.value is not None
    assert set(outcome.value.pages) == {page.uri for page in all_pages()}
    assert "<title>汐路市議会</title>" in text(tmp_path, "index.html")
    assert check_site(tmp_path / ".council" / "staging").findings == ()


def test_no_configuration_at_all_is_enough_too(tmp_path: Path) -> None:
    outcome = written(tmp_path / "汐路市")
    assert outcome.findings == ()
    assert "<title>汐路市</title>" in text(tmp_path / "汐路市", "index.html")


def test_nothing_is_said_on_the_console(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    make(tmp_path, CONFIG + "nav: [missing.md]\n", pages__help_md="# ヘルプ\n\n[壊れた](nowhere.md)")
    outcome = written(tmp_path)
    assert capfd.readouterr() == ("", "")
    assert set(codes(outcome.findings)) == {"S203"}
    assert codes(check_site(tmp_path / ".council" / "staging").findings) == ["S101"]


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    make(tmp_path / "a")
    make(tmp_path / "b")
    for name in "ab":
        written(tmp_path / name)
    one, two = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / name / ".council" / "staging" for name in "ab")
    )
    assert one == two


def test_sitemap_and_addresses_with_a_known_address(tmp_path: Path) -> None:
    make(tmp_path, CONFIG + "site_url: https://gikai.example.jp/kiroku/\n")
    assert written(tmp_path).findings == ()
    assert "<loc>https://gikai.example.jp/kiroku/members/yamazaki-hana.html</loc>" in text(tmp_path, "sitemap.xml")
    assert "Sitemap: https://gikai.example.jp/kiroku/sitemap.xml" in text(tmp_path, "robots.txt")
    canonical = '<link rel="canonical" href="https://gikai.example.jp/kiroku/members/yamazaki-hana.html">'
    assert canonical in text(tmp_path, "members/yamazaki-hana.html")
    assert canonical in text(tmp_path, "members/p-0a1b2c3d.html")
    assert 'href="../bills.html"' in text(tmp_path, "members/yamazaki-hana.html")
    assert check_site(tmp_path / ".council" / "staging").findings == ()


def test_without_one_no_address_is_made_up(tmp_path: Path) -> None:
    make(tmp_path)
    written(tmp_path)
    assert "canonical" not in text(tmp_path, "index.html")
    assert "<loc>index.html</loc>" in text(tmp_path, "sitemap.xml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_hand_written_pages_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    markdown = "# 議会だより\r\n\r\n| 号 | 月 |\r\n|---|:-:|\r\n| 1 | 4 |\r\n\r\n[議員](members.html)\r\n\r\n## 傍聴の御案内\r\n"
    make(tmp_path, pages__dayori_md=markdown.encode(encoding))
    assert written(tmp_path).findings == ()
    page = text(tmp_path, "dayori.html")
    assert "<h1" in page
    assert "議会だより - 汐路市議会</title>" in page
    assert "style=" not in page
    assert 'id="傍聴の御案内"' in page
    assert page.count("<article") == 1
    assert ">議会だより</a>" in text(tmp_path, "members/yamazaki-hana.html")
    assert "<loc>dayori.html</loc>" in text(tmp_path, "sitemap.xml")
    assert check_site(tmp_path / ".council" / "staging").findings == ()


def test_a_page_in_no_encoding_is_named(tmp_path: Path) -> None:
    make(tmp_path, pages__broken_md=b"# \x81\x00\x82\n")
    outcome = written(tmp_path)
    assert codes(outcome.findings) == ["S208"]
    assert str(outcome.findings[0].location) == "site_templates/pages/broken.md"


def test_a_hand_written_page_comes_before_the_generated_one(tmp_path: Path) -> None:
    make(tmp_path, pages__about_md="# 手書き")
    outcome = written(tmp_path)
    assert codes(outcome.findings) == ["S204"]
    assert "手書き" in text(tmp_path, "about.html")
    assert text(tmp_path, "sitemap.xml").count("about.html") == 1


def test_scripts_in_a_hand_written_page_do_not_run_and_are_named(tmp_path: Path) -> None:
    make(tmp_path, pages__x_md='# x\n\n<script>alert(1)</script>\n<p style="color:red" onclick="x()">x</p>\n')
    written(tmp_path)
    findings = check_site(tmp_path / ".council" / "staging").findings
    assert codes(findings) == ["S108"] * 3
    assert "alert" in text(tmp_path, "x.html")


def test_one_template_of_the_councils_own_is_enough(tmp_path: Path) -> None:
    make(tmp_path, theme__partials__copyright_html="<p>汐路市議会事務局 電話 0000</p>")
    assert written(tmp_path).findings == ()
    page = text(tmp_path, "members/yamazaki-hana.html")
    assert "電話 0000" in page
    assert "frame-more" in page


def test_a_template_that_looks_into_the_content_takes_the_slow_way(tmp_path: Path) -> None:
    own = '{% extends "council.html" %}{% block announce %}{% if "議席" in page.content %}<p>議員</p>{% endif %}{% endblock %}'
    make(tmp_path, theme__main_html=own)
    outcome = written(tmp_path)
    assert set(codes(outcome.findings)) == {"S205"}
    assert "<p>議員</p>" in text(tmp_path, "members/yamazaki-hana.html")
    assert "<p>議員</p>" not in text(tmp_path, "bills.html")


def test_a_template_that_cannot_be_read_is_named_with_its_line(tmp_path: Path) -> None:
    make(tmp_path, theme__main_html='{% extends "council.html" %}\n\n{% block announce %}{% if %}{% endblock %}')
    outcome = written(tmp_path)
    assert outcome.value is None
    assert codes(outcome.findings) == ["S209"]
    assert str(outcome.findings[0].location) == "site_templates/theme/main.html:3"


def test_a_template_that_fails_on_the_way_is_named_with_its_line(tmp_path: Path) -> None:
    make(tmp_path, theme__partials__copyright_html="<p>\n{{ nothing.at.all }}</p>")
    outcome = written(tmp_path)
    assert outcome.value is None
    assert codes(outcome.findings) == ["S209"]
    assert str(outcome.findings[0].location) == "site_templates/theme/partials/copyright.html:2"


def test_other_themes_and_plugins_are_left_out_and_named(tmp_path: Path) -> None:
    make(
        tmp_path,
        CONFIG + "theme: readthedocs\nplugins: [search, council, {social: {cards: true}}, privacy]\nstrict: true\n",
    )
    outcome = written(tmp_path)
    assert codes(outcome.findings) == ["S202", "S202", "S202"]
    assert outcome.value is not None
    assert "md-header" in text(tmp_path, "index.html")


def test_fonts_from_elsewhere_and_search_are_off_whatever_is_said(tmp_path: Path) -> None:
    make(
        tmp_path, CONFIG + "theme: {name: material, font: {text: Roboto}, features: [navigation.instant, toc.follow]}\n"
    )
    assert written(tmp_path).findings == ()
    assert "fonts.googleapis" not in text(tmp_path, "index.html")
    assert '"features": ["toc.follow"]' in text(tmp_path, "index.html")


@pytest.mark.parametrize(
    "config",
    [
        "site_name: [\n",
        "- a\n- b\n",
        "42\n",
        "site_name: x\nsite_url: 5\n",
        "site_name: x\nmarkdown_extensions: [no_such_thing]\n",
        "site_name: 汐路\n".encode("cp932"),
        "INHERIT: nowhere.yml\n",
        b"\0\0\0",
    ],
)
def test_a_configuration_that_mkdocs_refuses_is_a_finding(
    tmp_path: Path, config: str | bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path, config)
    outcome = written(tmp_path)
    assert outcome.value is None
    assert set(codes(outcome.findings)) == {"S201"}
    assert outcome.findings[0].location.path == "mkdocs.yml"
    assert capfd.readouterr() == ("", "")


def test_addresses_that_clash_or_climb_out_are_not_written(tmp_path: Path) -> None:
    make(tmp_path)
    more = [
        Page(uri, "x", "x", "<h1>x</h1>")
        for uri in ("Bills.html", "../out.html", "a//b.html", "con.html", "議員.html", "C:/x.html", "x" * 300 + ".html")
    ]
    outcome = written(tmp_path, all_pages() + more)
    assert codes(outcome.findings) == ["S206"] + ["S207"] * 6
    assert not (tmp_path / ".council" / "out.html").exists()


def test_pages_are_taken_one_at_a_time(tmp_path: Path) -> None:
    make(tmp_path)
    seen: list[bool] = []

    def pages() -> object:
        for page in all_pages():
            yield page
            seen.append((tmp_path / ".council" / "staging" / page.uri).is_file())

    written(tmp_path, pages())  # type: ignore[arg-type]
    assert all(seen)


def test_pages_that_stand_are_listed_though_not_written(tmp_path: Path) -> None:
    make(tmp_path)
    outcome = written(tmp_path, kept={"members/sato-jiro.html": True, "members/p-1.html": False})
    assert outcome.value is not None
    assert "<loc>members/sato-jiro.html</loc>" in text(tmp_path, "sitemap.xml")
    assert "members/p-1.html" not in text(tmp_path, "sitemap.xml")
    assert not (tmp_path / ".council" / "staging" / "members" / "sato-jiro.html").exists()


def test_a_disk_that_is_full_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path)
    true = open

    def full(path: Any, *given: Any, **named: Any) -> Any:
        if str(path).endswith("/yamazaki-hana.html"):
            raise OSError(28, "No space left on device", str(path))
        return true(path, *given, **named)

    monkeypatch.setattr("builtins.open", full)
    outcome = written(tmp_path)
    assert outcome.value is None
    assert codes(outcome.findings) == ["S304"]


def test_mkdocs_build_alone_gives_the_same_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(
        tmp_path,
        CONFIG + "theme: {name: material, language: ja}\ndocs_dir: site_templates/pages\nplugins: [council]\n",
        pages__help_md="# ヘルプ",
    )
    asked = []

    def compose(project: Path, edition: str) -> SimpleNamespace:
        asked.append((project, edition))
        return SimpleNamespace(pages=iter(all_pages()), files=iter(files()), closing=lambda _: (), findings=())

    known = {"council": EntryPoint("council", "council.site.plugin:CouncilPlugin", "mkdocs.plugins")}
    option = dict(MkDocsConfig._schema)["plugins"]
    monkeypatch.setattr(option, "installed_plugins", known)
    monkeypatch.setitem(sys.modules, "council.build", SimpleNamespace(compose=compose))
    build(load_config(str(tmp_path / "mkdocs.yml")))
    written(tmp_path)
    assert asked == [(tmp_path, "public")]
    for page in all_pages():
        assert (tmp_path / "site" / page.uri).read_bytes() == text(tmp_path, page.uri).encode(), page.uri
    assert sorted(path.relative_to(tmp_path / "site") for path in (tmp_path / "site").rglob("*")) == sorted(
        path.relative_to(tmp_path / ".council" / "staging") for path in (tmp_path / ".council" / "staging").rglob("*")
    )


def test_a_file_is_written_as_it_is(tmp_path: Path) -> None:
    make(tmp_path)
    content = "\ufeff議案番号\r\n".encode()
    write_site(
        tmp_path, tmp_path / "mkdocs.yml", [], [OutputFile("data/bills.csv", content)], tmp_path / "s", "public", "en"
    )
    assert (tmp_path / "s" / "data" / "bills.csv").read_bytes() == content
    assert '<html lang="en"' in (tmp_path / "s" / "404.html").read_text("utf-8")


def test_every_file_is_told_with_its_hash(tmp_path: Path) -> None:
    make(tmp_path)
    outcome = written(tmp_path)
    assert outcome.value is not None
    staging = tmp_path / ".council" / "staging"
    there = {path.relative_to(staging).as_posix(): path for path in staging.rglob("*") if path.is_file()}
    assert outcome.value.shas == {uri: sha256(path.read_bytes()).hexdigest() for uri, path in there.items()}


def test_a_page_whose_body_is_encoded_already_is_the_same_page(tmp_path: Path) -> None:
    odd = Page("votes/odd.html", "vote", "\ud800 題　名", "<h1>\ud800</h1>", (TocEntry("a", "b　c"),), section="votes")
    make(tmp_path)
    for folder, pages in (("a", [*all_pages(), odd]), ("b", [EncodedPage.of(page) for page in (*all_pages(), odd)])):
        outcome = write_site(tmp_path, tmp_path / "mkdocs.yml", pages, (), tmp_path / folder, "public", "ja")
        assert codes(outcome.findings) == []
    for page in (*all_pages(), odd):
        assert (tmp_path / "a" / page.uri).read_bytes() == (tmp_path / "b" / page.uri).read_bytes(), page.uri
    assert "<h1>&#55296;</h1>" in (tmp_path / "b" / odd.uri).read_text("utf-8")
