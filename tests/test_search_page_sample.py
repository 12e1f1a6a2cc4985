"""The search page of the sample city with the real search behind it: what it counts is what is there."""

from __future__ import annotations

import json
import threading
import unicodedata
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote

import pytest
from conftest import SampleSite
from playwright.sync_api import Browser, Page, expect
from test_browser_pages import AXE, LEVELS, VIOLATIONS

pytestmark = pytest.mark.browser

SPEECHES = ("speech", "question", "answer")
VARIANTS = str.maketrans("髙﨑濵邉齋廣澤", "高崎浜辺斎広沢")
WORDS = (
    *(
        "予算",
        "給食",
        "港湾",
        "令和8年",
        "議案第32号",
        "税",
        "の",
        "一般会計補正予算",
        "学校給食費",
        "防災",
        "\uff21\uff29",
        "高齢者",
    ),
    *("子育て", "道路", "橋", "髙橋", "3億", "質問", "お答えいたします", "ぬるぽがっ"),
)
"""Twenty things that people look for: one character and many, full width, a variant, nothing."""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server(sample_site: SampleSite) -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(sample_site.project)))
    threading.Thread(target=running.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/"
    running.shutdown()
    running.server_close()


@pytest.fixture(scope="module")
def speeches(sample_site: SampleSite) -> list[dict[str, str]]:
    lines = (sample_site.public / "data" / "speeches.jsonl").read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    return [{**one, "plain": plain(one["text"])} for one in found if one["type"] in SPEECHES]


def plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower().translate(VARIANTS)


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Open a page in a fresh profile."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP")
    context.add_init_script(VIOLATIONS)
    made = context.new_page()
    yield made
    context.close()


def total(page: Page) -> int:
    page.wait_for_selector("#search-count[data-count]")
    return int(page.locator("#search-count").get_attribute("data-count") or -1)


@pytest.mark.parametrize("words", WORDS)
def test_a_fresh_visitor_finds_exactly_what_is_there(
    page: Page, server: str, speeches: list[dict[str, str]], words: str
):
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{server}site/search.html?q={quote(words)}&kind=speech")
    holding = {one["id"] for one in speeches if plain(words) in one["plain"]}
    found = [(one["meeting_id"], one["id"]) for one in speeches if plain(words) in one["plain"]]
    assert total(page) == len(found)
    assert "約" not in page.locator("#search-count").inner_text()
    shown = [one.get_attribute("data-id") for one in page.locator("#search-results > li").all()]
    assert len(shown) == min(20, len(found))
    assert set(shown) <= holding
    assert said == []
    assert page.evaluate("window.refused") == []


def test_the_pages_of_results_hold_every_hit_once(page: Page, server: str, speeches: list[dict[str, str]]):
    page.goto(f"{server}site/search.html?q={quote('給食')}&kind=speech")
    wanted = sorted(f"meetings/{one['meeting_id']}.html#{one['id']}" for one in speeches if "給食" in one["plain"])
    seen = []
    for number in range(1, (total(page) + 19) // 20 + 1):
        expect(page.locator(".c-pages")).to_contain_text(f"{number}／")
        links = page.locator("#search-results > li a").evaluate_all("all => all.map(one => one.getAttribute(`href`))")
        seen += [link.replace(f"?q={quote('給食')}", "") for link in links]
        if page.get_by_role("link", name="次の20件").count():
            page.get_by_role("link", name="次の20件").click()
    assert sorted(seen) == wanted


def test_a_hit_opens_at_its_speech_with_the_words_marked(page: Page, server: str):
    page.goto(f"{server}site/search.html?q={quote('給食費')}&kind=speech")
    total(page)
    first = page.locator("#search-results > li").first
    name, speech = first.get_attribute("data-id"), first.locator(".c-hit__name").inner_text()
    first.locator("a").click()
    place = page.locator(f"#{name}")
    expect(place.locator("mark.c-found").first).to_have_text("給食費")
    assert place.evaluate("one => one.matches(':target')")
    assert speech in place.inner_text()


def test_narrowing_leaves_as_many_as_it_said(page: Page, server: str):
    page.goto(f"{server}site/search.html?q={quote('予算')}")
    total(page)
    page.locator("#search-filters summary").click()
    for name in ("kind", "body", "session", "speaker", "group"):
        field = page.locator(f"select[name={name}]")
        expect(field.locator("option").nth(1)).to_contain_text("（")
        words = field.locator("option").nth(1).text_content() or ""
        field.select_option(index=1)
        expect(page.locator("#search-count")).to_have_text(f"{words.rpartition('（')[2].rstrip('）')}件")
        page.go_back()
        expect(page.locator("#search-chosen button")).to_have_count(0)


def test_readings_and_numbers_stand_apart_and_suggestions_know_names(page: Page, server: str):
    page.goto(f"{server}site/search.html?q={quote('議案32')}")
    assert total(page) == 0
    expect(page.locator("#search-nearest a").first).to_have_text("議案第32号")
    assert page.locator("#search-more li").count() > 0
    page.locator("#search-words").fill("")
    page.locator("#search-words").press_sequentially("ふじた")
    expect(page.locator("#search-suggestions [role=option]").first).to_contain_text("藤田")


def test_days_in_any_form_narrow_and_what_is_none_is_said(page: Page, server: str):
    page.goto(f"{server}site/search.html?q={quote('予算')}&from=2026-03-01&to=2026-03-31")
    wanted = total(page)
    page.goto(f"{server}site/search.html?q={quote('予算')}&from={quote('令和8年3月')}&to={quote('R8.3.31')}")
    assert total(page) == wanted > 0
    page.goto(f"{server}site/search.html?q={quote('予算')}&from={quote('去年')}")
    expect(page.get_by_role("alert")).to_contain_text("「去年」は日付として読めません")
    assert page.locator("#search-count").get_attribute("data-count") is None
    page.get_by_role("button", name="絞り込みをすべてやめる").click()
    assert total(page) > wanted


@pytest.mark.parametrize("part", ["p", "t", "directory"])
@pytest.mark.parametrize("way", ["gone", "damaged"])
def test_a_broken_file_is_said_and_never_passed_off_as_nothing_found(page: Page, server: str, part: str, way: str):
    def answer(route) -> None:
        route.fulfill(status=404 if way == "gone" else 200, body="x" * 400)

    page.route(f"**/assets/search/{part}/**" if len(part) == 1 else f"**/assets/search/{part}.*", answer)
    page.goto(f"{server}site/search.html?q={quote('給食費')}")
    expect(page.get_by_role("alert")).to_contain_text("見つかりません" if way == "gone" else "壊れて")
    assert page.locator("#search-count").get_attribute("data-count") is None
    page.evaluate(AXE)
    options = {"runOnly": {"type": "tag", "values": LEVELS}, "resultTypes": ["violations"], "preload": False}
    assert page.evaluate("options => axe.run(document, options)", options)["violations"] == []


def test_the_members_edition_searches_what_only_members_may_read(page: Page, server: str):
    counts = []
    for site in ("site", "site-members"):
        page.goto(f"{server}{site}/search.html?q={quote('の')}")
        counts.append(total(page))
    assert counts[0] < counts[1]
