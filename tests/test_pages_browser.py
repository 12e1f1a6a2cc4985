"""The pages' own script, on pages opened from a folder: today and next, what split the council, sorting, paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from pages_council import ANNOUNCED, HANAKO, KEN, MISAKI, SESSION, small_council
from pages_site import TEMPLATES, composed, pages
from playwright.sync_api import Browser, Page
from test_pages_compared import city
from test_pages_meaning import plain_agreement
from waiting import wait_until

from council.model.votes import VoteEventId

pytestmark = pytest.mark.browser

ASSETS = TEMPLATES / "theme" / "assets" / "council"
FRAME = """<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>-</title>
<link rel="stylesheet" href="{assets}/council.css"><link rel="stylesheet" href="{assets}/matrix.css">
<link rel="stylesheet" href="{assets}/compare.css"><link rel="stylesheet" href="{assets}/print.css" media="print">
<script src="{assets}/compare.js" defer></script><script src="{assets}/council.js" defer></script></head>
<body data-md-color-scheme="default"><article class="md-content__inner md-typeset" data-kind="{kind}">{body}</article></body></html>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the small council's pages into a folder, in a bare frame."""
    root = tmp_path_factory.mktemp("pages")
    for page in pages().values():
        path = root / page.uri
        path.parent.mkdir(exist_ok=True)
        path.write_text(FRAME.format(assets=ASSETS.as_uri(), kind=page.kind, body=page.body), encoding="utf-8")
    return root


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(
        timezone_id="America/Los_Angeles", locale="en-US", viewport={"width": 1180, "height": 900}
    )
    opened = context.new_page()
    yield opened
    context.close()


def at(page: Page, moment: str) -> None:
    page.clock.set_fixed_time(dt.datetime.fromisoformat(moment))


def marks(page: Page) -> list[tuple[str, str]]:
    """Return the day and the word of every sitting that is marked."""
    found = []
    for sitting in page.locator(".c-sitting").all():
        words = [one.inner_text() for one in sitting.locator(".c-when").all() if one.is_visible()]
        found += [(sitting.get_attribute("data-date") or "", word) for word in words]
    return found


@pytest.mark.parametrize(
    ("moment", "marked"),
    [
        ("2026-06-01T00:00:00+09:00", [("2026-06-09", "次の会議")]),
        ("2026-06-08T23:59:00+09:00", [("2026-06-09", "次の会議")]),
        ("2026-06-09T00:01:00+09:00", [("2026-06-09", "今日")]),
        ("2026-06-09T10:00:00+09:00", [("2026-06-09", "開催予定時間中")]),
        ("2026-06-10T00:01:00+09:00", []),
        ("2026-03-03T15:00:00+09:00", [("2026-03-03", "開催予定時間中"), ("2026-03-10", "次の会議")]),
        ("2026-03-03T16:05:00+09:00", [("2026-03-10", "次の会議")]),
    ],
)
def test_today_now_and_next_follow_the_council_s_clock_wherever_the_reader_is(page, folder, moment, marked):
    at(page, moment)
    page.goto((folder / "live.html").as_uri())
    assert marks(page) == marked


def test_papers_are_narrowed_by_bill_and_kind_with_the_choice_in_the_address(page, folder):
    page.goto((folder / "materials.html").as_uri())
    assert page.locator(".c-paper:visible").count() == 4
    page.locator("select[name=bill]").select_option(f"{SESSION}-gian-3")
    assert page.locator(".c-paper:visible").all_inner_texts()[0].startswith("予算の概要")
    assert page.locator(".c-paper:visible").count() == 1
    assert f"bill={SESSION}-gian-3" in page.url
    page.locator("select[name=kind]").select_option("XLSX")
    assert page.locator(".c-paper:visible").count() == 0


def test_the_first_page_shows_only_what_is_still_to_come_and_says_when_nothing_is(page, folder):
    at(page, "2026-06-01T12:00:00+09:00")
    page.goto((folder / "index.html").as_uri())
    assert [one.get_attribute("data-date") for one in page.locator(".c-sitting").all() if one.is_visible()] == [
        "2026-06-09"
    ]
    at(page, "2027-01-01T12:00:00+09:00")
    page.reload()
    assert not [one for one in page.locator(".c-sitting").all() if one.is_visible()]
    assert page.get_by_text("まだ登録されていません").is_visible()


@pytest.mark.parametrize("uri", ["index.html", "packets.html"])
def test_the_packet_of_today_s_sitting_is_one_tap_away(page, folder, uri):
    at(page, "2026-06-01T12:00:00+09:00")
    page.goto((folder / uri).as_uri())
    assert not page.get_by_role("link", name="今日の会議の資料を開く").is_visible()
    at(page, "2026-06-09T09:00:00+09:00")
    page.reload()
    page.get_by_role("link", name="今日の会議の資料を開く：本会議").click()
    assert page.url.endswith(f"packets/{ANNOUNCED}.html")


def test_the_matrix_can_be_narrowed_to_what_split_the_council(page, folder):
    page.goto((folder / f"sessions/{SESSION}.html").as_uri())
    rows = page.locator("#matrix-table tbody tr")
    before = rows.count()
    page.get_by_label("割れた議案だけ").check()
    shown = [row for row in rows.all() if row.is_visible()]
    assert 0 < len(shown) < before
    assert all(row.get_attribute("data-divided") == "1" for row in shown)
    assert "divided=1" in page.url
    page.reload()
    assert page.get_by_label("割れた議案だけ").is_checked()


@pytest.mark.parametrize(("width", "shown"), [(390, "matrix-list"), (1180, "matrix-table")])
def test_of_the_matrix_and_its_list_one_is_shown_as_the_screen_has_room(page, folder, width, shown):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((folder / "sessions" / f"{SESSION}.html").as_uri())
    page.add_style_tag(content=".md-typeset ul { display: flow-root }")  # as Material has it
    seen = {name for name in ("matrix-list", "matrix-table") if page.locator(f"#{name}").is_visible()}
    assert seen == {shown}


def test_agreement_is_sorted_by_a_click_and_says_so(page, folder):
    page.goto((folder / f"members/{HANAKO}.html").as_uri())
    head = page.locator(".c-agreement thead th").nth(2)
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    values = [
        int(cell.get_attribute("data-value")) for cell in page.locator(".c-agreement tbody tr td:last-child").all()
    ]
    assert values == sorted(values)


def test_a_state_the_page_does_not_know_is_left_alone(page, folder):
    page.goto((folder / "votes.html").as_uri() + "?kind=無い種類&option=<b>&x=1#y")
    assert page.locator("#votes-list li:visible").count() == page.locator("#votes-list li").count()


def test_on_paper_everything_is_unfolded_and_the_matrix_lies_across(page, folder):
    page.goto((folder / f"sessions/{SESSION}.html").as_uri())
    page.emulate_media(media="print")
    assert page.locator("#matrix-table").is_visible()
    assert not page.locator(".c-filter").first.is_visible()
    assert b"/MediaBox [0 0 841" in page.pdf(prefer_css_page_size=True)


def test_the_matrix_is_put_in_order_of_closeness_and_back(page, folder):
    page.goto((folder / f"sessions/{SESSION}.html").as_uri())
    rows = page.locator("#matrix-table tbody tr")
    before = rows.all_inner_texts()
    page.locator("select[name=order]").select_option("margin")
    margins = [row.get_attribute("data-margin") for row in rows.all()]
    measured = [int(one) for one in margins if one is not None]
    assert len(measured) > 2
    assert margins == [*map(str, sorted(measured)), *[None] * (len(margins) - len(measured))]
    assert "order=margin" in page.url
    page.locator("select[name=order]").select_option("")
    assert rows.all_inner_texts() == before


def test_members_stand_side_by_side_with_the_choice_in_the_address(page, folder):
    page.goto((folder / "compare.html").as_uri() + f"?m={HANAKO}&m={KEN}&m=nobody&m={MISAKI}")
    assert page.locator(".c-compare__votes thead th").all_inner_texts()[1:] == ["鈴木 花子", "佐藤 健", "山﨑 美咲"]
    pairs = [row.inner_text().split("\t") for row in page.locator(".c-compare__pairs tbody tr").all()]
    for names, figure, share in pairs:
        one, other = names.split(" ・ ")
        assert figure == plain_agreement({"鈴木 花子": HANAKO, "佐藤 健": KEN, "山﨑 美咲": MISAKI}[one])[other]
        assert share == "10件未満"
    page.get_by_label("違いがあった採決だけ").check()
    for row in page.locator(".c-compare__votes tbody tr").all():
        marks = row.locator("td b").all_text_contents()
        assert {"賛成", "反対"} <= set(marks)
    assert f"m={HANAKO}&m={KEN}&m={MISAKI}&differ=1" in page.url
    page.reload()
    assert page.get_by_label("違いがあった採決だけ").is_checked()
    assert page.get_by_label("3人目").input_value() == MISAKI
    page.get_by_label("1人目").select_option("")
    page.get_by_label("2人目").select_option("")
    assert page.locator(".c-compare__votes").count() == 0
    assert page.get_by_text("2人以上を選ぶと").is_visible()


def test_unanimous_decisions_are_counted_only_if_asked_for(page, folder):
    page.goto((folder / "compare.html").as_uri() + f"?m={HANAKO}&m={KEN}")
    few = page.locator(".c-compare__votes tbody tr").count()
    page.get_by_label("全員一致の採決も含める").check()
    assert page.locator(".c-compare__votes tbody tr").count() >= few


def test_a_filter_opens_the_year_that_holds_what_it_finds(page, tmp_path):
    council = small_council()
    key = VoteEventId(f"{SESSION}-gian-3-main")
    older = replace(council.vote_events[key], date=dt.date(2025, 3, 3))
    made = composed(replace(council, vote_events={**council.vote_events, key: older}))[f"members/{KEN}.html"]
    (tmp_path / "member.html").write_text(FRAME.format(assets=ASSETS.as_uri(), kind=made.kind, body=made.body), "utf-8")
    page.goto((tmp_path / "member.html").as_uri())
    folds = page.locator("#member-votes > details")
    page.locator("select[name=year]").select_option("2025")
    assert [fold.is_visible() for fold in folds.all()] == [False, True]
    assert folds.nth(1).locator("li").is_visible()
    page.locator("button[type=reset]").click()
    wait_until(page, "!document.querySelectorAll('#member-votes > details')[1].open")


def test_thirty_members_have_room_on_a_sheet_that_lies_across(page, tmp_path):
    made = composed(city(30, 12))["sessions/2026-1-teirei.html"]
    (tmp_path / "session.html").write_text(
        FRAME.format(assets=ASSETS.as_uri(), kind=made.kind, body=made.body), "utf-8"
    )
    page.set_viewport_size({"width": 1032, "height": 720})  # A4 across without its margins
    page.goto((tmp_path / "session.html").as_uri())
    page.emulate_media(media="print")
    edges = page.locator("#matrix-table td").evaluate_all(
        "cells => cells.map(one => one.getBoundingClientRect().right)"
    )
    assert len(edges) == 30 * 12
    assert max(edges) <= 1032
