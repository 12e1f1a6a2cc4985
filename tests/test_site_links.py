"""The walk over a finished site finds what leads nowhere, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from council.diagnostics import finding
from council.location import Location
from council.rules.site import BROKEN_ANCHOR, BROKEN_LINK, THIRD_PARTY
from council.site.links import check_site

HEAD = '<html lang="ja"><head><link rel="stylesheet" href="{root}a.css"></head><body>'


def page(body: str, root: str = "") -> str:
    return f"{HEAD.format(root=root)}<article><h1>x</h1>{body}</article></body></html>"


def sitemap(*uris: str, root: str = "") -> str:
    return "<urlset>" + "".join(f"<url><loc>{root}{uri}</loc></url>" for uri in uris) + "</urlset>"


def make(root: Path, **pages: str) -> None:
    files = {"index.html": page(""), "a.css": "", **{name.replace("__", "/"): text for name, text in pages.items()}}
    html = [uri for uri in files if uri.endswith(".html") and 'content="noindex"' not in files[uri]]
    for uri, text in {"sitemap.xml": sitemap(*html), **files}.items():
        (root / uri).parent.mkdir(parents=True, exist_ok=True)
        (root / uri).write_text(text, "utf-8")


def found(root: Path, **options: object) -> list[tuple[str, str]]:
    return [(str(one.location), one.rule.code) for one in check_site(root, **options).findings]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="members/a.html#s-1">x</a><a href="members/a.html?vote=no">x</a><a href="#here" id="here">x</a>',
        '<a href="https://example.jp/x">x</a><a href="mailto:a@example.jp">x</a><a href="tel:0">x</a>',
        '<a href="members/a.html#vote=no&amp;year=2026">x</a><a href="#top">x</a><a href="#:~:text=x">x</a>',
        '<img src="data:image/png;base64,AA" alt=""><form action="members/a.html"></form>',
        '<p>a href="nowhere.html" &lt;a href="javascript:x" onclick="x"&gt; style="x" id="here" id="here"</p>',
        '<svg><use xlink:href="#icon"/><symbol id="icon"/></svg>',
        '<script src="a.css" defer></script><script type="application/json">{"a": 1}</script>',
        '<a href="%61.css">x</a>',
    ],
)
def test_what_leads_somewhere(tmp_path: Path, body: str) -> None:
    make(tmp_path, index_html="", **{"index.html": page(body), "members__a.html": page('<p id="s-1">x</p>', "../")})
    (tmp_path / "index_html").unlink()
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<a href="members/b.html">x</a>', "S101"),
        ('<a href="/members/a.html">x</a>', "S101"),
        ('<a href="../out.html">x</a>', "S101"),
        ('<img src="photo.png" alt="">', "S101"),
        ('<a\n  href="nowhere.html">x</a>', "S101"),
        ('<form action="search.html"></form>', "S101"),
        ('<a href="members/a.html#s-2">x</a>', "S102"),
        ('<a href="#nowhere">x</a>', "S102"),
        ('<p id="a"></p><p id="a"></p>', "S103"),
        ("<article></article>", "S104"),
        ('<img src="https://example.jp/x.png" alt="">', "S107"),
        ('<script src="//cdn.example/x.js"></script>', "S107"),
        ('<iframe src="https://www.youtube.com/embed/x"></iframe>', "S107"),
        ("<script>x()</script>", "S108"),
        ("<style>p{}</style>", "S108"),
        ('<p style="color:red">x</p>', "S108"),
        ('<p onclick="x()">x</p>', "S108"),
        ('<a href="javascript:x()">x</a>', "S108"),
    ],
)
def test_what_does_not(tmp_path: Path, body: str, code: str) -> None:
    make(tmp_path, **{"index.html": page(body), "members__a.html": page('<p id="s-1">x</p>', "../")})
    assert found(tmp_path) == [("index.html", code)]


def test_a_moved_page_must_lead_somewhere(tmp_path: Path) -> None:
    moved = '<meta http-equiv="refresh" content="0; url={}"><article></article>'
    make(tmp_path, **{"members__old.html": moved.format("gone.html"), "sitemap.xml": sitemap("index.html")})
    assert found(tmp_path) == [("members/old.html", "S101")]
    make(tmp_path, **{"members__old.html": moved.format("../index.html"), "sitemap.xml": sitemap("index.html")})
    assert found(tmp_path) == []


def test_the_same_broken_link_is_told_once(tmp_path: Path) -> None:
    pages = {f"p{number}.html": page('<a href="gone.html">x</a>') for number in range(5)}
    make(tmp_path, **pages)
    assert found(tmp_path) == [("p0.html", "S101")]


def test_sitemap_and_pages_are_the_same(tmp_path: Path) -> None:
    make(tmp_path, **{"b.html": page(""), "sitemap.xml": sitemap("index.html", "c.html")})
    assert found(tmp_path) == [("sitemap.xml", "S106"), ("b.html", "S105")]
    make(tmp_path, **{"b.html": page(""), "sitemap.xml": sitemap("index.html", "b.html", root="https://x.example/y/")})
    assert found(tmp_path) == []


def test_pages_that_were_not_written_again_are_targets(tmp_path: Path) -> None:
    site, staging = tmp_path / "site", tmp_path / "staging"
    make(site, **{"members__a.html": page('<p id="s-1">x</p>', "../")})
    links = '<a href="members/a.html#s-1">x</a><a href="members/a.html#s-9">x</a>'
    make(staging, **{"index.html": page(links), "sitemap.xml": sitemap("index.html", "members/a.html")})
    assert found(staging, standing=site, kept={"members/a.html": ()}) == [("index.html", "S102")]


def test_a_page_that_stands_still_finds_what_it_leads_to_on_a_page_that_was_written_again(tmp_path: Path) -> None:
    site, staging = tmp_path / "site", tmp_path / "staging"
    make(site, **{"a.html": page('<a href="b.html#s-1">x</a><a href="b.html#s-2">x</a>')})
    there = {"b.html": page('<p id="s-2">x</p>'), "sitemap.xml": sitemap("index.html", "a.html", "b.html")}
    make(staging, **{"index.html": page(""), **there})
    assert found(staging, standing=site, kept={"a.html": ("b.html#s-1", "b.html#s-2")}) == [("a.html", "S102")]


def test_what_was_found_on_a_page_that_stands_is_told_as_long_as_it_holds(tmp_path: Path) -> None:
    site, staging = tmp_path / "site", tmp_path / "staging"
    links = '<a href="b.html">x</a><a href="c.html">x</a><a href="index.html#s-1">x</a>'
    make(site, **{"a.html": page(links)})
    there = {"b.html": page(""), "sitemap.xml": sitemap("index.html", "a.html", "b.html")}
    make(staging, **{"index.html": page('<p id="s-1">x</p>'), **there})
    before = [
        finding(BROKEN_LINK, Location("a.html"), target="b.html"),
        finding(BROKEN_LINK, Location("a.html"), target="c.html"),
        finding(BROKEN_ANCHOR, Location("a.html"), target="index.html#s-1"),
        finding(THIRD_PARTY, Location("a.html"), target="https://x.example/a.js"),
    ]
    told = check_site(staging, site, {"a.html": ()}, before).findings
    assert [(one.rule.code, dict(one.values)["target"]) for one in told] == [
        ("S101", "c.html"),
        (THIRD_PARTY.code, "https://x.example/a.js"),
    ]


def test_a_page_that_stands_is_read_again_where_its_links_may_be_others_than_the_record_s(tmp_path: Path) -> None:
    site, staging = tmp_path / "site", tmp_path / "staging"
    make(site, **{"a.html": page('<a href="gone.html">x</a>')})
    make(staging, **{"index.html": page(""), "sitemap.xml": sitemap("index.html", "a.html")})
    told = check_site(staging, site, {"a.html": ()}, again=("a.html",)).findings
    assert [one.rule.code for one in told] == ["S101"]


def test_what_was_found_is_listed(tmp_path: Path) -> None:
    make(tmp_path)
    index = check_site(tmp_path).value
    assert index.pages == ("index.html",)
    assert index.files == ("a.css", "sitemap.xml")
