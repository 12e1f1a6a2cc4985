"""The small parts of the frame: addresses, contents, assets, templates, policy, what the system says."""

from __future__ import annotations

import errno
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.pages.page import TocEntry
from council.rules import ALL_RULES
from council.site import templates
from council.site.addresses import absolute, is_safe, relative
from council.site.assets import is_needed, is_ours, join_assets, lean
from council.site.contents import nest
from council.site.faults import fault
from council.site.fingerprint import frame_key
from council.site.navigation import FOOTER, HOME, LABELS, TABS
from council.site.policy import OPEN_POLICY, inline_scripts, seal
from council.site.sitemap import robots, sitemap
from council.site.tokens import cut, is_clean, slots, token


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("bills.html", "index.html", "bills.html"),
        ("bills.html", "members/a.html", "../bills.html"),
        ("members/b.html#s-1", "members/a.html", "b.html#s-1"),
        ("search.html?q=%E4%BA%88&kind=bill", "votes/x.html", "../search.html?q=%E4%BA%88&kind=bill"),
        ("#s-1", "members/a.html", "#s-1"),
        ("data/README.html", "data.html", "data/README.html"),
    ],
)
def test_one_page_leads_to_another(target: str, page: str, expected: str) -> None:
    assert relative(target, page) == expected


def test_the_public_address_only_where_it_is_known() -> None:
    assert absolute("a/b.html", "https://x.example/gikai") == "https://x.example/gikai/a/b.html"
    assert absolute("a/b.html", "https://x.example/gikai/") == "https://x.example/gikai/a/b.html"
    assert absolute("a/b.html", "") is None


@pytest.mark.parametrize(
    ("uri", "safe"),
    [
        ("members/yamada-taro.html", True),
        ("data/speeches.jsonl", True),
        ("_headers", True),
        ("../x.html", False),
        ("/x.html", False),
        ("a/../b.html", False),
        ("members/.html", False),
        ("members/山田.html", False),
        ("a\\b.html", False),
        ("c:x.html", False),
        ("aux.html", False),
        ("members/com1", False),
        ("x.", False),
        ("", False),
    ],
)
def test_which_addresses_may_be_files(uri: str, *, safe: bool) -> None:
    assert is_safe(uri) is safe


def test_headings_go_below_the_nearest_less_deep_one() -> None:
    entries = [TocEntry(str(number), "x", level) for number, level in enumerate((2, 3, 4, 3, 2, 4))]

    def shape(branches: tuple) -> list:  # type: ignore[type-arg]
        return [(branch.entry.id, shape(branch.below)) for branch in branches]

    assert shape(nest(entries)) == [("0", [("1", [("2", [])]), ("3", [])]), ("4", [("5", [])])]
    assert nest(()) == ()


@given(st.lists(st.integers(1, 6), max_size=30))
def test_no_heading_is_lost(levels: list[int]) -> None:
    entries = [TocEntry(str(number), "x", level) for number, level in enumerate(levels)]

    def flat(branches: tuple) -> list[TocEntry]:  # type: ignore[type-arg]
        return [entry for branch in branches for entry in (branch.entry, *flat(branch.below))]

    assert flat(nest(entries)) == entries


def test_tokens_come_through_or_are_seen_to_be_bent() -> None:
    parts = cut(f"<title>{token('title')}</title>{token('body')}{token('title')}")
    assert slots(parts) == ["title", "body", "title"]
    assert is_clean(parts)
    assert not is_clean(cut(token("title").upper()))
    assert not is_clean(cut(token("title")[:-1]))


SOURCES = {
    "assets/council/council.css": b'.a{background:url("paper.svg")}.b{background:url(data:image/png;base64,AA)}',
    "assets/council/print.css": b"@page{size:A4}",
    "assets/council/council.js": b"b()",
    "assets/council/paper.svg": b"<svg/>",
    "assets/council/icon.svg": b"<svg id='i'/>",
    "assets/frame/frame.css": b".frame{}",
}


def test_style_sheets_are_joined_and_named_by_content() -> None:
    assets = join_assets(SOURCES)
    (screen, _), (paper, medium) = assets.common.styles
    assert re.fullmatch(r"assets/council\.[0-9a-f]{12}\.css", screen)
    assert medium == "print"
    assert assets.files[paper] == b"@page{size:A4}\n"
    assert assets.files[screen].startswith(b".frame{}\n.a{")
    assert re.search(rb'url\("paper\.[0-9a-f]{12}\.svg"\)', assets.files[screen])
    assert b"url(data:image/png;base64,AA)" in assets.files[screen]
    assert assets.files[assets.common.scripts[0]] == b"b()\n"
    assert assets.files[assets.icon] == b"<svg id='i'/>"
    changed = join_assets({**SOURCES, "assets/council/council.css": b".a{}"})
    assert changed.common.styles[0] != assets.common.styles[0]
    assert changed.common.styles[1] == assets.common.styles[1]
    assert join_assets({}).common.styles == ()


@pytest.mark.parametrize(
    ("script", "sent"),
    [
        (b"/* a */\n  f();\n\n// b\n    g(); // c\n", b"f();g();"),
        (b"  x = `\n  // kept\n`;\n", b"x=`\n  // kept\n`;"),
        (b"  x = 'a\\\n  // kept';\n", b"x='a\\\n  // kept';"),
        (b"  x = /[/]  a/u;\n  // gone\n", b"x=/[/]  a/u;"),
    ],
)
def test_a_script_is_sent_without_comments_and_indentation(script: bytes, sent: bytes) -> None:
    assert lean(script) == sent


def test_what_one_section_needs_is_joined_apart() -> None:
    assets = join_assets({**SOURCES, "assets/packets/packet.js": b"p()", "assets/packets/packet.css": b".p{}"})
    own = assets.sections["packets"]
    assert [re.sub(r"[0-9a-f]{12}", "", uri) for uri in own.scripts] == ["assets/packets..js"]
    assert assets.files[own.scripts[0]] == b"p()\n"
    assert assets.common == join_assets(SOURCES).common
    assert is_ours("assets/packets/packet.js")


def test_what_of_the_theme_is_written() -> None:
    assert is_ours("assets/council/council.css")
    assert not is_ours("assets/council/search/engine.js")
    assert not is_ours("assets/stylesheets/main.57a0d79d.min.css")
    assert is_needed("assets/javascripts/bundle.a5f9d56c.min.js")
    assert not is_needed("assets/javascripts/bundle.a5f9d56c.min.js.map")
    assert not is_needed("assets/javascripts/lunr/tinyseg.js")


def test_a_councils_own_templates_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout = Path(__file__).parent.parent / "site_templates"
    assert templates.template_roots(tmp_path) == (checkout,)
    assert templates.template_roots(checkout.parent) == (checkout,)
    (tmp_path / "site_templates" / "theme").mkdir(parents=True)
    assert templates.template_roots(tmp_path) == (tmp_path / "site_templates", checkout)
    assert templates.theme_dirs(tmp_path) == (tmp_path / "site_templates" / "theme", checkout / "theme")
    installed = tmp_path / "lib" / "council"
    (installed / "site_templates").mkdir(parents=True)
    monkeypatch.setattr(templates, "_PACKAGE", installed)
    assert templates.shipped_root() == installed / "site_templates"


def test_the_policy_counts_the_frame_only() -> None:
    page = f"<head>{OPEN_POLICY}<script>a()</script></head><article><script>evil()</script></article>"
    sealed = seal(page)
    assert sealed.count("sha256-") == 1
    assert inline_scripts("<script src='x.js'></script><script type=application/json>{}</script>") == []
    assert inline_scripts('<script type="module">x</script>') == ["x"]


def test_a_template_without_a_place_for_the_policy_gets_one() -> None:
    assert seal('<html><head lang="ja"><title>x</title></head></html>').startswith(
        '<html><head lang="ja"><meta http-equiv="Content-Security-Policy"'
    )


def test_sitemap_and_robots() -> None:
    assert b"<loc>a.html</loc></url>\n<url><loc>b/c.html</loc>" in sitemap(["b/c.html", "a.html", "a.html"], None)
    assert b"<loc>https://x.example/a.html</loc>" in sitemap(["a.html"], "https://x.example")
    assert b"Disallow: /" in robots("members", "https://x.example")
    assert b"Sitemap" not in robots("public", None)


@pytest.mark.parametrize(
    ("code", "rule"),
    [(errno.ENOSPC, "S304"), (errno.EACCES, "S305"), (errno.EROFS, "S305"), (errno.EBUSY, "S306"), (errno.EIO, "S307")],
)
def test_what_the_system_says_in_a_clerks_words(tmp_path: Path, code: int, rule: str) -> None:
    found = fault(OSError(code, "x", str(tmp_path / "site" / "index.html")), tmp_path)
    assert found.rule.code == rule
    assert str(found.location) == "site/index.html"
    assert found.message("ja")
    assert found.message("en")


def test_windows_codes_come_first(tmp_path: Path) -> None:
    error = PermissionError(errno.EACCES, "in use", str(tmp_path / "a"))
    error.winerror = 32  # type: ignore[attr-defined]
    assert fault(error, tmp_path).rule.code == "S306"


def test_every_label_stands_in_both_languages() -> None:
    words = [*LABELS.values(), *(section.label for section in (HOME, *TABS, *FOOTER))]
    assert all(label.ja and label.en for label in words)
    assert len({section.uri for section in (HOME, *TABS, *FOOTER)}) == 1 + len(TABS) + len(FOOTER)


def test_every_rule_of_the_site_is_documented_and_says_the_same_in_both_languages() -> None:
    folder = Path(__file__).parent.parent / "docs"
    docs = "".join(
        path.read_text("utf-8") for path in (folder / "errors.md", *folder.glob("errors/S.md")) if path.is_file()
    )
    rules = [rule for code, rule in ALL_RULES.items() if code.startswith("S")]
    assert rules
    for rule in rules:
        assert f"## {rule.code} {rule.name}\n" in docs
        for words in (rule.message, rule.help):
            assert set(re.findall(r"\{(\w+)\}", words.ja)) == set(re.findall(r"\{(\w+)\}", words.en)), rule.code


def test_the_fingerprint_changes_with_what_the_frame_is_made_of(tmp_path: Path) -> None:
    config, own = tmp_path / "mkdocs.yml", tmp_path / "site_templates" / "theme" / "partials" / "copyright.html"
    seen = {frame_key(tmp_path, config, edition, language) for edition in "pm" for language in ("ja", "en")}
    config.write_text("site_name: x")
    seen.add(frame_key(tmp_path, config, "p", "ja"))
    own.parent.mkdir(parents=True)
    own.write_text("x")
    seen.add(frame_key(tmp_path, config, "p", "ja"))
    assert len(seen) == 6
    assert frame_key(tmp_path, config, "p", "ja") in seen


def _key(root: Path) -> str:
    return frame_key(root, root / "mkdocs.yml", "public", "ja")


def test_the_key_tells_apart_where_a_file_lies(tmp_path: Path):
    _write(tmp_path / "mkdocs.yml", "site_name: x\ndocs_dir: pages\ntheme: {name: material, custom_dir: theme}\n")
    _write(tmp_path / "pages" / "main.html", "x")
    seen = {_key(tmp_path)}
    (tmp_path / "theme").mkdir()
    seen.add(_key(tmp_path))
    (tmp_path / "pages" / "main.html").rename(tmp_path / "theme" / "main.html")
    seen.add(_key(tmp_path))
    (tmp_path / "site_templates" / "pages").mkdir(parents=True)
    seen.add(_key(tmp_path))
    assert len(seen) == 4


def test_a_site_without_a_name_is_called_like_its_folder(tmp_path: Path):
    for name in ("港市", "港湾市"):
        _write(tmp_path / name / "mkdocs.yml", "use_directory_urls: false\n")
    assert _key(tmp_path / "港市") != _key(tmp_path / "港湾市")
    for name in ("港市", "港湾市"):
        _write(tmp_path / name / "mkdocs.yml", "site_name: 港市議会\n")
    assert _key(tmp_path / "港市") == _key(tmp_path / "港湾市")


def test_a_link_to_a_folder_above_it_ends_somewhere(tmp_path: Path):
    _write(tmp_path / "site_templates" / "pages" / "map.md", "# 地図\n")
    before = _key(tmp_path)
    (tmp_path / "site_templates" / "pages" / "again").symlink_to(tmp_path / "site_templates")
    assert _key(tmp_path) != before


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
