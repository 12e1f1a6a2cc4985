"""The walk over a finished site finds what leads nowhere, and nothing else."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from council.cache import pack, unpack
from council.diagnostics import Finding
from council.site.links import SiteFacts, check_site

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
    pages["p4.html"] = page('<a href="gone.html#x">x</a>')
    make(tmp_path, **pages)
    assert found(tmp_path) == [("p0.html", "S101")]


def test_sitemap_and_pages_are_the_same(tmp_path: Path) -> None:
    make(tmp_path, **{"b.html": page(""), "sitemap.xml": sitemap("index.html", "c.html")})
    assert found(tmp_path) == [("sitemap.xml", "S106"), ("b.html", "S105")]
    make(tmp_path, **{"b.html": page(""), "sitemap.xml": sitemap("index.html", "b.html", root="https://x.example/y/")})
    assert found(tmp_path) == []


def sha(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_pages_that_were_not_written_again_are_targets_and_are_read_if_nothing_is_known(tmp_path: Path) -> None:
    site, staging = tmp_path / "site", tmp_path / "staging"
    make(site, **{"members__a.html": page('<p id="s-1">x</p><a href="../gone.html">x</a>', "../")})
    links = '<a href="members/a.html#s-1">x</a><a href="members/a.html#s-9">x</a>'
    make(staging, **{"index.html": page(links), "sitemap.xml": sitemap("index.html", "members/a.html")})
    kept = {"members/a.html": sha(site / "members" / "a.html")}
    assert found(staging, standing=site, kept=kept) == [("index.html", "S102"), ("members/a.html", "S101")]


def test_a_page_that_stands_is_told_of_as_if_it_were_written_again(tmp_path: Path) -> None:
    site, staging = tmp_path / "site", tmp_path / "staging"
    links = '<a href="b.html#s-1">x</a><a href="b.html#s-2">x</a><a href="c.html">x</a><img src="https://x.example/a">'
    make(site, **{"a.html": page(links), "b.html": page('<p id="s-1">x</p>')})
    before = check_site(site)
    assert [told(one) for one in before.findings] == [
        ("S107", "https://x.example/a"),
        ("S101", "c.html"),
        ("S102", "b.html#s-2"),
    ]
    listed = sitemap("index.html", "a.html", "b.html", "c.html")
    make(staging, **{"b.html": page('<p id="s-2">x</p>'), "c.html": page(""), "sitemap.xml": listed})
    kept = {"a.html": sha(site / "a.html")}
    again = check_site(staging, {}, site, kept, before.value.facts)
    assert [told(one) for one in again.findings] == [("S107", "https://x.example/a"), ("S102", "b.html#s-1")]
    (staging / "a.html").write_bytes((site / "a.html").read_bytes())
    assert check_site(staging).findings == again.findings


def told(one: Finding) -> tuple[str, str]:
    return one.rule.code, dict(one.values)["target"]


def test_what_is_known_is_believed_of_the_same_bytes_only(tmp_path: Path) -> None:
    make(tmp_path, **{"a.html": page('<a href="gone.html">x</a>')})
    before = check_site(tmp_path).value.facts
    same = {"a.html": sha(tmp_path / "a.html")}
    (tmp_path / "a.html").write_text(page(""), "utf-8")
    assert [one.rule.code for one in check_site(tmp_path, same, before=before).findings] == ["S101"]
    assert check_site(tmp_path, {"a.html": sha(tmp_path / "a.html")}, before=before).findings == ()
    assert check_site(tmp_path, before=before).findings == ()


def test_a_place_that_is_gone_and_that_no_page_leads_to_any_more_is_forgotten(tmp_path: Path) -> None:
    both = '<a href="b.html">x</a><a href="b.html#x">x</a><a href="b.html#y">x</a>'
    make(tmp_path, **{"a.html": page(both), "b.html": page('<p id="x"></p><p id="y"></p>')})
    before = check_site(tmp_path).value.facts
    make(tmp_path, **{"a.html": page('<a href="b.html#x">x</a>'), "b.html": page('<p id="x"></p>')})
    after = check_site(tmp_path, before=before)
    assert after.findings == ()
    assert set(before.places) - set(after.value.facts.places) == {("b.html", ""), ("b.html", "y")}
    assert check_site(tmp_path, before=after.value.facts).value.facts == after.value.facts


def test_what_is_known_is_kept_in_plain_values(tmp_path: Path) -> None:
    make(tmp_path, **{"a.html": page('<a href="gone.html">x</a>')})
    facts = check_site(tmp_path).value.facts
    assert SiteFacts.of(unpack(pack(facts.plain))) == facts


def test_what_was_found_is_listed(tmp_path: Path) -> None:
    make(tmp_path)
    index = check_site(tmp_path).value
    assert index.pages == ("index.html",)
    assert index.files == ("a.css", "sitemap.xml")
