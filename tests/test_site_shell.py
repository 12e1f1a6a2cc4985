"""A record in the frame that was rendered once is the page that Material itself would have rendered."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import lxml.html
import pytest
from small_pages import all_pages, files

from council.pages.page import Page
from council.site import plugin
from council.site.build_site import write_site
from council.site.theme import Theme

ROOT = Path(__file__).parent.parent
PAGES = all_pages()


@pytest.fixture(scope="module", params=[("public", "ja"), ("members", "en")], ids="-".join)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Theme]:
    edition, language = request.param
    staging, themes = tmp_path_factory.mktemp("site"), []

    def kept(*arguments: object, **options: object) -> Theme:
        themes.append(Theme(*arguments, **options))  # type: ignore[arg-type]
        return themes[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plugin, "Theme", kept)
        outcome = write_site(ROOT, ROOT / "mkdocs.yml", PAGES, files(), staging, edition, language)
    assert outcome.findings == ()  # among them would be that a page needs the slow way
    assert outcome.value is not None
    return staging, themes[0]


def html(site: tuple[Path, Theme], page: Page) -> str:
    return (site[0] / page.uri).read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.uri)
def test_as_material_renders_it(site: tuple[Path, Theme], page: Page) -> None:
    assert html(site, page).split() == site[1].render_whole(page).split()


@pytest.mark.parametrize("uri", [*(page.uri for page in PAGES), "404.html"])
def test_every_page_has_one_article_one_h1_a_language_and_a_way_past_the_navigation(
    site: tuple[Path, Theme], uri: str
) -> None:
    tree = lxml.html.fromstring((site[0] / uri).read_bytes())
    assert len(tree.xpath("//article")) == 1
    assert len(tree.xpath("//article//h1")) == len(tree.xpath("//h1")) == 1
    assert tree.get("lang") == ("ja" if '<html lang="ja"' in (site[0] / uri).read_text("utf-8") else "en")
    if uri != "404.html":
        skip = tree.xpath("//a[contains(@class, 'md-skip')]/@href")
        assert tree.xpath(f"//article[@id='{skip[0].lstrip('#')}']")


@pytest.mark.parametrize("uri", [*(page.uri for page in PAGES), "404.html"])
def test_the_policy_lets_run_what_the_frame_holds_and_nothing_else(site: tuple[Path, Theme], uri: str) -> None:
    tree = lxml.html.fromstring((site[0] / uri).read_bytes())
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src "))
    inline = tree.xpath("//script[not(@src) and not(@type)]/text()")
    hashes = {f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in inline}
    assert set(re.findall(r"'sha256-[^']*'", scripts)) == hashes
    assert "unsafe" not in policy
    assert "http:" not in policy
    assert "https:" not in policy
    assert not tree.xpath("//@style")
    assert not tree.xpath("//style")


def test_hostile_words_stay_words(site: tuple[Path, Theme]) -> None:
    page = next(page for page in PAGES if page.uri == "members/yamazaki-hana.html")
    tree = lxml.html.fromstring(html(site, page))
    assert tree.xpath("//title/text()")[0].startswith(page.title)
    assert tree.xpath("//meta[@name='description']/@content") == [page.description]
    assert not [text for text in tree.xpath("//script/text()") if "alert" in text]


def test_contents_and_path_of_a_sitting(site: tuple[Path, Theme]) -> None:
    page = next(page for page in PAGES if page.kind == "meeting")
    tree = lxml.html.fromstring(html(site, page))
    entries = tree.xpath("//nav[contains(@class, 'md-nav--secondary')]//a")
    assert [(entry.get("href"), " ".join(entry.text_content().split())) for entry in entries] == [
        (f"#{entry.id}", " ".join(entry.title.split())) for entry in page.toc
    ]
    assert tree.xpath("//nav[contains(@class, 'md-path')]//a/@href") == [
        "../sessions.html",
        "../sessions/2026-1-teirei.html",
    ]
    lit = tree.xpath("//nav[contains(@class, 'md-tabs')]//a[@aria-current]/@href")
    assert lit == ["../sessions.html"]


def test_a_moved_page_leads_on_and_is_not_listed(site: tuple[Path, Theme]) -> None:
    tree = lxml.html.fromstring((site[0] / "members/p-0a1b2c3d.html").read_bytes())
    assert tree.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=yamazaki-hana.html"]
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert "p-0a1b2c3d" not in (site[0] / "sitemap.xml").read_text("utf-8")


def test_nothing_comes_from_elsewhere_and_nobody_is_named(site: tuple[Path, Theme]) -> None:
    for path in site[0].rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r'(?:src|href|action)="(?:https?:)?//', text)
        assert "generator" not in text
        assert str(ROOT) not in text
    assert not list(site[0].rglob("*.gz"))
    assert not list(site[0].rglob("*.map"))
    assert not (site[0] / "search").exists()


def test_the_members_edition_says_so(site: tuple[Path, Theme]) -> None:
    for page in PAGES:
        tree = lxml.html.fromstring(html(site, page))
        edition = tree.xpath("//meta[@name='council-edition']/@content")[0]
        banner = tree.xpath("//p[@class='frame-edition']/text()")
        assert banner == (
            ["This is the members’ edition. Please do not publish or forward it."] if edition == "members" else []
        )
        assert bool(tree.xpath("//meta[@name='robots']")) == (edition == "members" or page.noindex)
