"""What holds for every page, in both languages."""

from __future__ import annotations

import itertools
import posixpath
import re
from urllib.parse import urlsplit

import pytest
from pages_council import ANNOUNCED, HELD_BACK, KEN, MINUTES, SESSION, USHIO, small_council
from pages_site import TEMPLATES, composed, pages, said, tree

from council.model.council import Council, CouncilFacts
from council.site.navigation import FOOTER, HOME, TABS

LANGUAGES = ("ja", "en")
KINDS = {
    "moved",
    "index", "sessions", "session", "meeting", "bills", "bill", "votes", "vote", "members", "member", "group",
    "materials", "material", "packets", "packet", "live", "corrections", "data", "about", "accessibility",
    "search", "compare", "offline",
}  # fmt: skip
MADE_ELSEWHERE = re.compile(
    r"calendar\.ics|feed\.xml|files/m-[0-9a-f]{8}\.[a-z]+|data/[a-z_]+\.(csv|json|jsonl)|data/(members|bills|sessions)/[a-z0-9-]+\.csv"
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_page_of_every_kind(language):
    assert {page.kind for page in pages(language).values()} == KINDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_begins_with_its_only_h1_and_says_its_title(language):
    for page in pages(language).values():
        assert page.body.startswith("<h1>"), page.uri
        assert page.body.count("<h1") == 1, page.uri
        assert page.title, page.uri
        assert "<article" not in page.body, page.uri


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_go_down_one_step_at_a_time(language):
    for page in pages(language).values():
        levels = [int(element.tag[1]) for element in tree(page).iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), (page.uri, levels)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_on_a_page_runs_or_styles_by_itself(language):
    for page in pages(language).values():
        elements = list(tree(page).iter())
        assert not [one.tag for one in elements if one.tag in ("script", "style", "iframe", "object", "link")], page.uri
        assert not [name for one in elements for name in one.attrib if name == "style" or name.startswith("on")], (
            page.uri
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_id_is_there_once_and_every_heading_of_the_contents_too(language):
    for page in pages(language).values():
        ids = [one.get("id") for one in tree(page).iter() if one.get("id")]
        assert len(ids) == len(set(ids)), page.uri
        assert {entry.id for entry in page.toc} <= set(ids), page.uri


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_somewhere(language):
    site = pages(language)
    anchors = {uri: {one.get("id") for one in tree(page).iter() if one.get("id")} for uri, page in site.items()}
    for page in site.values():
        for _, _, href, _ in tree(page).iterlinks():
            target = urlsplit(href)
            if target.scheme:
                assert target.scheme == "https", (page.uri, href)
                continue
            path = (
                posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), target.path))
                if target.path
                else page.uri
            )
            if MADE_ELSEWHERE.fullmatch(path):
                continue
            assert path in site, (page.uri, href)
            assert not target.fragment or target.fragment in anchors[path], (page.uri, href)


@pytest.mark.parametrize("language", LANGUAGES)
def test_paths_lead_to_pages_and_sections_are_known(language):
    site = pages(language)
    known = {section.key for section in (HOME, *TABS, *FOOTER)}
    for page in site.values():
        assert page.section in known, page.uri
        assert all(uri in site for _, uri in page.breadcrumbs), page.uri


def test_the_frame_s_own_links_lead_to_pages():
    assert {section.uri for section in (HOME, *TABS, *FOOTER)} <= set(pages())


def test_every_page_stands_where_the_contract_says():
    assert {
        "index.html", "sessions.html", f"sessions/{SESSION}.html", f"meetings/{MINUTES}.html", "bills.html",
        f"bills/{SESSION}-gian-3.html", "votes.html", f"votes/{SESSION}-gian-4-amend-1.html", "members.html",
        f"members/{KEN}.html", f"groups/{USHIO}.html", "materials.html", "packets.html", f"packets/{MINUTES}.html",
        "compare.html", "votes-divided.html", "votes-close.html", "live.html", "corrections.html", "data.html", "data/README.html", "about.html", "accessibility.html",
        f"meetings/{HELD_BACK}.html", f"meetings/{ANNOUNCED}.html", "meetings/undated-0a1b2c3d.html",
    } <= set(pages())  # fmt: skip


def test_a_table_has_a_caption_and_heads_with_scope():
    for page in pages().values():
        for table in tree(page).iter("table"):
            if "c-table--minutes" in table.get("class", ""):
                continue
            assert table.find("caption") is not None, page.uri
            assert all(head.get("scope") for head in table.iter("th")), page.uri


def test_every_field_of_a_form_has_its_label():
    for page in pages().values():
        for field in tree(page).iter("input", "select"):
            assert any(parent.tag == "label" for parent in field.iterancestors()), page.uri


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_council_without_any_input_has_a_friendly_site(language):
    site = composed(Council(CouncilFacts("潮市議会", language)))
    assert ("まだ記録がありません" if language == "ja" else "no record yet") in said(site["index.html"])
    assert {section.uri for section in (HOME, *TABS, *FOOTER)} <= set(site)


def test_templates_hold_no_visible_words_of_their_own():
    for path in TEMPLATES.glob("*/*.html.j2"):
        text = re.sub(r"\{[#{%].*?[#}%]\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        shown = re.sub(r"<[^>]*>", "", text)
        assert not re.search(r"[A-Za-zぁ-んァ-ヶ一-龠]{2,}", shown), (path.name, shown)


def test_no_template_trusts_a_text():
    for path in TEMPLATES.glob("*/*.html.j2"):
        assert not re.search(r"\|\s*safe|autoescape", path.read_text(encoding="utf-8")), path.name


def test_the_same_record_gives_the_same_pages():
    assert composed(small_council()) == pages()
