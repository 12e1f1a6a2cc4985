"""The built sample city holds together: every link and anchor, one article a page, a policy, nothing from elsewhere."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from conftest import SampleSite
from independent.site_walk import PageFile, is_elsewhere, read_pages, target

EDITIONS = ("public", "members")


@pytest.fixture(scope="module", params=EDITIONS)
def site(request: pytest.FixtureRequest, sample_site: SampleSite) -> Path:
    return getattr(sample_site, request.param)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, PageFile]:
    found = {page.uri: page for page in read_pages(site)}
    assert len(found) > 150
    return found


def files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def test_every_link_leads_to_a_file_and_every_anchor_to_a_place(site: Path, pages: dict[str, PageFile]):
    there = files(site)
    anchors = {uri: page.anchors for uri, page in pages.items()}
    broken = set()
    for page in pages.values():
        for address in {*page.leads_to(), *page.loads()}:
            if is_elsewhere(address):
                continue
            where, place = target(page.uri, address)
            if where not in there or place not in anchors.get(where, {place}):
                broken.add((page.uri, address))
    assert sorted(broken)[:10] == []


def test_every_page_has_one_article_one_title_one_first_heading_and_no_id_twice(pages: dict[str, PageFile]):
    for page in pages.values():
        assert len(page.articles) == 1, page.uri
        assert len(page.tree.xpath("//h1")) == 1, page.uri
        assert page.tree.xpath("count(//article//h1)") == 1, page.uri
        assert len(page.tree.xpath("//head/title")) == 1, page.uri
        assert [one for one, number in Counter(page.ids).items() if number > 1] == [], page.uri
        assert page.tree.get("lang") == "ja", page.uri


APART = ("404.html", "packets/offline.html")
"""Pages that stand for others: in no edition's sitemap."""


def test_the_sitemap_lists_the_pages(site: Path, pages: dict[str, PageFile]):
    text = (site / "sitemap.xml").read_text("utf-8")
    listed = [unquote(found) for found in re.findall(r"<loc>(?:https?://[^/]+/)?([^<]*)</loc>", text)]
    open_to_all = {uri for uri, page in pages.items() if uri not in APART and not page.redirects and not unlisted(page)}
    assert len(listed) == len(set(listed))
    assert set(listed) == open_to_all


def unlisted(page: PageFile) -> bool:
    return page.meta("council-edition") == "public" and "noindex" in page.meta("robots")


def test_no_page_loads_anything_from_elsewhere(pages: dict[str, PageFile]):
    assert [(page.uri, one) for page in pages.values() for one in page.loads() if leaves(one)] == []


def leaves(address: str) -> bool:
    return is_elsewhere(address) and not address.startswith("data:image/")


def test_style_sheets_load_nothing_from_elsewhere(site: Path):
    for sheet in site.rglob("*.css"):
        text = sheet.read_text("utf-8")
        assert re.findall(r"url\(\s*['\"]?(?:https?:)?//[^)]*\)|@import[^;]*//[^;]*;", text) == [], sheet.name


def test_every_page_stands_under_a_policy_that_lets_nothing_run_but_its_own(pages: dict[str, PageFile]):
    for page in pages.values():
        rules = dict(part.strip().partition(" ")[::2] for part in page.policy.split(";"))
        assert rules["default-src"] == "'none'", page.uri
        for name, value in rules.items():
            assert not set(value.split()) & {"*", "http:", "https:", "'unsafe-inline'", "'unsafe-eval'"}, (
                page.uri,
                name,
            )
            assert not any(part.startswith(("http", "//")) for part in value.split()), (page.uri, name)
        assert list(inline_code(page)) == [], page.uri


def inline_code(page: PageFile) -> Iterator[str]:
    for element in page.tree.iter():
        if isinstance(element.tag, str):
            yield from (f"{element.tag} {name}" for name in element.attrib if name.startswith("on") or name == "style")
    yield from map(str, page.tree.xpath("//@href[starts-with(normalize-space(.), 'javascript:')]"))
    yield from map(str, page.tree.xpath("//article//script[not(@src) and not(@type='application/json')]/text()"))


WANTED = (
    *"404 about accessibility bills compare corrections data index live materials members".split(),
    *"packets search sessions votes bills/* groups/* meetings/* members/* packets/* sessions/* votes/*".split(),
)


@pytest.mark.parametrize("name", WANTED)
def test_every_page_of_the_contract_is_there(name: str, site: Path):
    assert list(site.glob(f"{name}.html"))


def test_the_other_files_of_the_contract_are_there(site: Path):
    assert [name for name in ("calendar.ics", "feed.xml", "sitemap.xml") if not (site / name).is_file()] == []
    assert list(site.rglob("*.gz")) == []


def test_rows_of_data_stand_in_order_of_date(site: Path):
    for table in sorted((site / "data").glob("*.csv")):
        with table.open(encoding="utf-8-sig", newline="") as file:
            days = [row.get("date") or row.get("start_date") for row in csv.DictReader(file)]
        if table.stem not in ("members", "memberships", "bills"):
            known = [day for day in days if day]
            assert known == sorted(known), table.name
    lines = (site / "data" / "speeches.jsonl").read_text("utf-8").splitlines()
    days = [json.loads(line)["date"] for line in lines]
    assert days == sorted(days)


def test_addresses_are_ascii_and_end_in_html(site: Path):
    assert [name for name in files(site) if not re.fullmatch(r"[A-Za-z0-9._/~-]+", name)] == []


def test_only_the_members_edition_keeps_robots_out(site: Path, pages: dict[str, PageFile]):
    edition = "members" if site.name.endswith("members") else "public"
    assert {page.meta("council-edition") for page in pages.values()} == {edition}
    assert ("Disallow: /\n" in (site / "robots.txt").read_text("utf-8")) == (edition == "members")
