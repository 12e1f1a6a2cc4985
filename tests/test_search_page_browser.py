"""The search page in Chromium: typing, choosing, going back, suggestions, what went wrong, and arriving at a hit.

The search itself is the stand-in of `search_stand_in.mjs`, so that every state of the page can be brought about.
"""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from pages_council import HANAKO, KEN, MINUTES, SESSION, USHIO, small_council
from pages_site import DICTIONARY, ROOT, TEMPLATES
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from test_browser_pages import AXE, LEVELS, VIOLATIONS
from waiting import wait_until

from council.pages.compose import compose_pages
from council.pages.dates import words_for_scripts
from council.pages.templates import environment
from council.site.build_site import write_site

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
TABLET = {"width": 1180, "height": 820}
DESK = {"width": 1440, "height": 900}
QUESTION = f"meetings/{MINUTES}.html#s-00000005"
BILL = f"{SESSION}-gian-3"


def document(number: int, text: str, **more: str) -> dict[str, str]:
    return {
        "id": f"s-{number:08x}", "kind": "speech", "url": QUESTION, "date": "2026-03-03", "name": "佐藤　健",
        "role": "３番", "title": "令和8年第1回定例会 本会議 第2号", "text": text, "person_id": KEN, "group_id": "g-2",
        "session_id": SESSION, "body": "本会議", "bill_id": "", **more,
    }  # fmt: skip


def documents() -> list[dict[str, str]]:
    mayor = {"name": "浜田　宏", "role": "市長", "person_id": "", "group_id": "", "date": "2025-12-02"}
    nobody = {"name": "", "role": "", "person_id": "", "group_id": ""}
    title = "議案第3号 令和8年度一般会計予算"
    return [
        *(document(number, f"　通学路について\n{number}回目の質問です。") for number in range(45)),
        document(100, "　予算の<b>内訳</b>&amp;𠮷田橋の橋りょう。", person_id=HANAKO, name="鈴木花子", group_id=USHIO),
        document(101, "　山田議員にお答えします。予算の件です。", **mayor),
        document(200, f"{title}", id=BILL, kind="bill", url=f"bills/{BILL}.html", title=title, **nobody),
        document(201, "予算の概要\n歳入は", id="m-00000001", kind="material", url="materials/m-00000001.html", title="予算の概要", **nobody),
    ]  # fmt: skip


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the small council's site with the stand-in for the search, below a path."""
    site = tmp_path_factory.mktemp("web") / "gikai"
    made = compose_pages(small_council(), environment([TEMPLATES]), DICTIONARY)
    write_site(ROOT, ROOT / "mkdocs.yml", made, [], site, "public", "ja")
    shutil.copy(ROOT / "tests" / "search_stand_in.mjs", modules_in(site) / "search.mjs")
    (site / "assets" / "search" / "documents.json").write_text(json.dumps(documents()), "utf-8")
    return site


def modules_in(site: Path) -> Path:
    """Return the folder of the site's modules, whose name tells all of them."""
    (found,) = (site / "assets").glob("search.*")
    return found


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder.parent)))
    threading.Thread(target=running.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/gikai/"
    running.shutdown()
    running.server_close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """Open a fresh profile."""
    made = chromium.new_context(viewport=DESK, locale="ja-JP", reduced_motion="reduce")
    made.add_init_script(VIOLATIONS)
    made.set_default_timeout(8000)
    yield made
    made.close()


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def page(context: BrowserContext, said: list[str]) -> Page:
    made = context.new_page()
    made.on("console", lambda message: said.append(message.text))
    made.on("pageerror", lambda error: said.append(str(error)))
    return made


def search(page: Page, server: str, query: str = "") -> None:
    page.goto(f"{server}search.html{query}")


def count(page: Page, number: int) -> None:
    expect(page.locator("#search-count")).to_have_attribute("data-count", str(number))


def state(page: Page) -> dict[str, str]:
    """Return what the address says."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def ids(page: Page) -> list[str]:
    return [one.get_attribute("data-id") or "" for one in page.locator("#search-results > li").all()]


def violations(page: Page) -> list[str]:
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(AXE)
    options = {"runOnly": {"type": "tag", "values": LEVELS}, "resultTypes": ["violations"], "preload": False}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]


def test_hits_name_sitting_day_and_speaker_and_mark_the_words(page: Page, server: str, said: list[str]):
    search(page, server, "?q=予算")
    count(page, 4)
    assert page.locator("#search-count").inner_text() == "4件"
    assert [one.get_attribute("data-kind") for one in page.locator("#search-results > li").all()] == [
        "speech", "speech", "bill", "material",
    ]  # fmt: skip
    first = page.locator("#search-results > li").first
    assert first.locator("time").inner_text() == "令和8年3月3日（火）"
    assert first.locator("a").inner_text() == "３番 鈴木花子 令和8年第1回定例会 本会議 第2号"
    assert first.locator(".c-hit__words").inner_text() == "　予算の<b>内訳</b>&amp;𠮷田橋の橋りょう。"
    assert first.locator("mark").all_inner_texts() == ["予算"]
    page.fill("#search-words", "りょう")
    count(page, 1)
    assert page.locator("#search-results mark").all_inner_texts() == ["りょう"]
    assert said == []
    assert page.evaluate("window.refused") == []


def test_typing_replaces_the_address_and_sending_makes_a_step_to_go_back_to(page: Page, server: str):
    search(page, server, "?q=予算")
    count(page, 4)
    steps = page.evaluate("history.length")
    page.fill("#search-words", "通学路")
    count(page, 45)
    assert state(page) == {"q": "通学路"}
    assert page.evaluate("history.length") == steps
    page.press("#search-words", "Enter")
    wait_until(page, "steps => history.length === steps + 1", arg=steps)
    page.go_back()
    count(page, 4)
    assert page.input_value("#search-words") == "予算"
    page.go_forward()
    count(page, 45)


def test_an_answer_that_comes_late_is_dropped(page: Page, server: str):
    search(page, server)
    page.fill("#search-words", "予算 | 待900")
    page.wait_for_timeout(350)
    page.fill("#search-words", "通学路")
    count(page, 45)
    page.wait_for_timeout(900)
    count(page, 45)


def test_results_come_in_pages_of_twenty_kept_in_the_address(page: Page, server: str):
    search(page, server, "?q=通学路")
    count(page, 45)
    assert len(ids(page)) == 20
    page.get_by_role("link", name="次の20件").click()
    expect(page.locator("#search-place")).to_have_text("21〜40件目を表示")
    assert state(page) == {"q": "通学路", "page": "2"}
    assert page.evaluate("document.activeElement.id") == "search-count"
    second = ids(page)
    page.reload()
    count(page, 45)
    assert ids(page) == second
    page.go_back()
    expect(page.locator("#search-place")).to_have_text("1〜20件目を表示")


def test_a_page_that_there_is_not_is_the_last_and_does_not_hold_who_goes_back(page: Page, server: str):
    search(page, server)
    search(page, server, "?q=通学路&page=99")
    expect(page.locator("#search-place")).to_have_text("41〜45件目を表示")
    assert state(page) == {"q": "通学路", "page": "3"}
    page.go_back()
    expect(page.locator("#search-words")).to_have_value("")


def test_filters_by_keyboard_have_counts_and_are_kept_in_the_address(page: Page, server: str):
    search(page, server, "?q=予算")
    count(page, 4)
    kind = page.locator("select[name=kind]")
    expect(kind.locator("option")).to_have_text(["すべて", "発言（2）", "議案（1）", "資料（1）"])
    page.focus("#search-words")
    for _ in range(2):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "kind"
    page.keyboard.press("ArrowDown")
    count(page, 2)
    assert state(page) == {"q": "予算", "kind": "speech"}
    page.locator("select#search-year").select_option("2025")
    count(page, 1)
    assert state(page) == {"q": "予算", "kind": "speech", "from": "2025-01-01", "to": "2025-12-31"}
    page.reload()
    count(page, 1)
    assert (kind.input_value(), page.locator("#search-year").input_value()) == ("speech", "2025")
    page.locator("select[name=speaker]").select_option("市長 浜田　宏")
    count(page, 1)
    assert [one.split("\n")[0] for one in page.locator("#search-chosen button").all_inner_texts()] == [
        "発言者：市長 浜田　宏", "種類：発言", "年：2025",
    ]  # fmt: skip
    page.get_by_role("button", name="年：2025").click()
    assert state(page) == {"q": "予算", "kind": "speech", "speaker": "市長 浜田　宏"}
    page.get_by_role("button", name="発言者：市長").click()
    assert "speaker" not in state(page)
    page.go_back()
    expect(page.locator("select[name=speaker]")).to_have_value("市長 浜田　宏")


def test_a_deep_link_shows_all_that_it_names(page: Page, server: str):
    search(
        page,
        server,
        f"?q=予算&speaker={HANAKO}&group={USHIO}&session={SESSION}&body=本会議&kind=speech&from=2026&to=2026-03&sort=score",
    )
    count(page, 1)
    assert page.locator("#search-chosen button").count() == 7
    assert page.locator("#search-chosen").inner_text().startswith("発言者：鈴木 花子")
    assert page.input_value("input[name=from]") == "2026-01-01"
    assert page.input_value("input[name=to]") == "2026-03-31"
    assert page.input_value("select[name=sort]") == "score"
    search(page, server, f"?q=予算&bill={BILL}&kind=無い")
    count(page, 0)
    assert "議案：" in page.locator("#search-chosen").inner_text()
    page.get_by_role("button", name="絞り込みをすべてやめる").click()
    count(page, 4)
    assert state(page) == {"q": "予算"}


def test_more_by_readings_stands_apart_and_is_not_counted(page: Page, server: str):
    search(page, server, "?q=やまだ")
    count(page, 0)
    more = page.locator("#search-more")
    assert more.get_by_role("heading", name="読み・年号・同義語でさらに").is_visible()
    assert more.locator("li").count() == 1
    assert ids(page) == []
    assert parse_qs(urlsplit(more.locator("a").get_attribute("href") or "").query)["q"] == ['"山田"']


def test_a_number_that_is_not_sure_says_so_and_can_be_made_sure(page: Page, server: str):
    search(page, server, "?q=予算|約")
    count(page, 4)
    assert page.locator("#search-count").inner_text() == "約4件"
    expect(page.locator("select[name=kind] option").nth(1)).to_have_text("発言（約2）")
    page.get_by_role("button", name="正確に数える").click()
    expect(page.locator("#search-count")).to_have_text("4件")
    assert not page.get_by_role("button", name="正確に数える").count()


def test_nothing_found_offers_the_nearest_and_nothing_asked_says_so(page: Page, server: str):
    search(page, server, "?q=予算 ぬるぽ")
    count(page, 0)
    page.locator("#search-nearest").get_by_role("link", name="予算").click()
    count(page, 4)
    assert state(page) == {"q": "予算"}
    search(page, server, "?q=-予算")
    expect(page.locator("#search-place")).to_contain_text("除く言葉だけ")
    assert page.locator("#search-count").get_attribute("data-count") is None
    search(page, server, f"?q=&speaker={KEN}")
    expect(page.locator("#search-place")).to_contain_text("探す言葉を入れて")


def test_suggestions_are_reached_by_the_keyboard(page: Page, server: str):
    search(page, server)
    box = page.get_by_role("combobox", name="探す言葉")
    box.press_sequentially("委")
    expect(page.locator("#search-suggestions [role=option]")).to_have_text(["総務委員会 会議"])
    assert box.get_attribute("aria-expanded") == "true"
    assert violations(page) == []
    box.press("Escape")
    expect(page.locator("#search-suggestions [role=option]")).to_have_count(0)
    page.fill("#search-words", "通学路 委員")
    expect(page.locator("#search-suggestions [role=option]")).to_have_count(1)
    box.press("ArrowDown")
    assert page.locator("#search-suggestions [role=option]").get_attribute("id") == box.get_attribute(
        "aria-activedescendant"
    )
    box.press("Enter")
    count(page, 0)
    assert state(page) == {"q": "通学路", "body": "総務委員会"}
    page.fill("#search-words", "予算")
    expect(page.locator("#search-suggestions [role=option]")).to_have_count(1)
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url(f"**/bills/{BILL}.html")


def test_recent_searches_stay_on_the_device_and_can_be_forgotten(page: Page, server: str, context: BrowserContext):
    search(page, server, "?q=予算")
    count(page, 4)
    page.fill("#search-words", "通学")
    count(page, 45)
    page.press("#search-words", "Enter")
    search(page, server)
    assert page.locator("#search-recent a").all_inner_texts() == ["通学", "予算"]
    page.locator("#search-recent a").last.click()
    count(page, 4)
    assert page.locator("#search-recent a").count() == 0
    search(page, server)
    page.get_by_role("button", name="消す").click()
    assert page.locator("#search-recent").inner_text() == ""
    assert page.evaluate("Object.keys(localStorage).filter(one => one.startsWith('council-search'))") == []
    assert context.cookies() == []


@pytest.mark.parametrize(
    ("reason", "words"), [("missing", "見つかりません"), ("damaged", "壊れて"), ("offline", "つながっていない")]
)
def test_what_went_wrong_is_said_plainly_and_never_as_nothing_found(page: Page, server: str, reason: str, words: str):
    def answer(route: Route) -> None:
        if reason == "offline":
            route.abort()
        else:
            route.fulfill(status=404 if reason == "missing" else 200, body="[{")

    page.route("**/documents.json", answer)
    search(page, server, "?q=予算")
    expect(page.get_by_role("alert")).to_contain_text(words)
    assert page.locator("#search-count").get_attribute("data-count") is None
    assert page.locator("#search-count").inner_text() == ""
    assert violations(page) == []
    page.unroute("**/documents.json")
    page.get_by_role("button", name="もう一度試す").click()
    count(page, 4)
    expect(page.get_by_role("alert")).to_be_empty()


def test_a_module_that_does_not_come_is_said_as_well(page: Page, server: str):
    page.route("**/search.mjs", lambda route: route.fulfill(status=404, body=""))
    search(page, server, "?q=予算")
    expect(page.get_by_role("alert")).to_contain_text("見つかりません")


def test_modules_that_do_not_fit_together_are_said_as_well(page: Page, server: str):
    page.route("**/page/recent.mjs", lambda route: route.fulfill(body="", content_type="text/javascript"))
    search(page, server, "?q=予算")
    expect(page.get_by_role("alert")).to_contain_text("検索できませんでした")


def test_programs_find_the_search_at_the_address_that_stays(page: Page, server: str):
    search(page, server)
    ask = "async (base) => (await (await import(`${base}assets/search/search.mjs`)).search('予算', { base })).total"
    assert page.evaluate(ask, server) == 4


def test_a_day_in_any_form_fills_the_fields(page: Page, server: str):
    search(page, server, "?q=予算&from=令和8年3月&to=2026年")
    expect(page.locator("#search-filters input[name=from]")).to_have_value("2026-03-01")
    expect(page.locator("#search-filters input[name=to]")).to_have_value("2026-12-31")


def test_who_comes_back_from_a_hit_is_where_it_stood(page: Page, server: str):
    search(page, server, "?q=通学路")
    count(page, 45)
    page.locator("#search-results > li").nth(15).scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    assert place > 500
    page.locator("#search-results a").nth(15).click()
    page.wait_for_url("**/meetings/**")
    page.go_back()
    count(page, 45)
    wait_until(page, "place => Math.abs(scrollY - place) < 60", arg=place)


def test_from_a_folder_the_page_says_what_it_needs_and_leads_on(page: Page, folder: Path, said: list[str]):
    page.goto(f"{(folder / 'search.html').as_uri()}?q=予算")
    expect(page.get_by_role("alert")).to_contain_text("ウェブサーバーが要ります")
    assert page.get_by_role("link", name="採決の一覧").first.is_visible()
    assert said == []
    assert violations(page) == []


def test_every_page_has_a_box_that_leads_to_the_search(page: Page, server: str):
    for uri in ("index.html", f"members/{KEN}.html", "404.html"):
        page.goto(server + uri)
        box = page.locator(".frame-search input")
        box.fill("予算")
        box.press("Enter")
        page.wait_for_url("**/gikai/search.html?q=*")
        count(page, 4)
    search(page, server)
    assert page.get_by_role("search").count() == 1


def test_a_member_s_box_and_a_sitting_s_box_search_within(page: Page, server: str):
    page.goto(f"{server}members/{HANAKO}.html")
    page.locator(".c-search-in input[type=search]").fill("予算")
    page.get_by_role("search", name="この議員の発言を探す").get_by_role("button").click()
    count(page, 1)
    assert page.locator("#search-chosen").inner_text().startswith("発言者：鈴木 花子")
    page.goto(f"{server}meetings/{MINUTES}.html")
    page.locator(".c-search-in input[type=search]").fill("予算")
    page.locator(".c-search-in button").click()
    count(page, 1)
    assert state(page) == {"q": "予算", "kind": "speech", "body": "本会議", "from": "2026-03-03", "to": "2026-03-03"}


def test_a_hit_leads_to_the_very_speech_and_marks_the_words_there(page: Page, server: str, said: list[str]):
    search(page, server, "?q=ツウガクロ|通学路 -橋")
    count(page, 45)
    page.locator("#search-results a").first.click()
    page.wait_for_url("**/meetings/**")
    speech = page.locator("#s-00000005")
    expect(speech.locator("mark.c-found")).to_have_text(["通学路"])
    assert page.locator("mark.c-found").count() == 1
    assert speech.evaluate("one => one.matches(':target')")
    assert speech.locator(".c-arrival").inner_text().startswith("検索した言葉：1か所")
    assert violations(page) == []
    words = speech.locator(".c-words").inner_text()
    page.get_by_role("button", name="次の箇所へ").click()
    assert page.locator("mark.is-here").count() == 1
    page.get_by_role("button", name="印を消す").click()
    assert page.locator("mark.c-found, .c-arrival").count() == 0
    assert speech.locator(".c-words").inner_text() == words
    assert said == []


@pytest.mark.parametrize(
    ("uri", "marked"),
    [
        (f"bills/{BILL}.html?q=一般会計 無い", ["一般会計"]),
        (f"votes/{BILL}-main.html?q=第３号", ["第3号"]),
        (f"votes/{BILL}-main.html?q=可決|採決", ["可決", "採決"]),
        ("materials/m-00000001.html?q=歳入|概要", ["概要", "概要", "歳入"]),
        (f"meetings/{MINUTES}.html?q=漢字の読み#s-00000007", ["漢字", "の読み"]),
        (f"meetings/{MINUTES}.html?q=通学路", []),
        (f"meetings/{MINUTES}.html?q=通学路#s-nowhere", []),
        ("members.html?q=鈴木", []),
    ],
)
def test_words_are_marked_where_they_were_found_and_nowhere_else(
    page: Page, server: str, said: list[str], uri: str, marked: list[str]
):
    page.goto(server + uri)
    page.wait_for_load_state("networkidle")
    if marked:
        page.wait_for_selector("mark.c-found")
    found = page.evaluate("[...document.querySelectorAll('mark.c-found')].map(one => one.textContent)")
    assert [text for text in found if text] == marked
    assert said == []


@pytest.mark.parametrize(
    ("size", "scheme"),
    [(PHONE, "light"), (PHONE, "dark"), (TABLET, "light"), (TABLET, "dark"), (DESK, "dark")],
    ids=["phone-light", "phone-dark", "tablet-light", "tablet-dark", "desk-dark"],
)
def test_everybody_can_use_the_page(chromium: Browser, server: str, size: dict[str, int], scheme: str):
    context = chromium.new_context(viewport=size, color_scheme=scheme, has_touch=size is not DESK, locale="ja-JP")  # type: ignore[arg-type]
    context.add_init_script(VIOLATIONS)
    page = context.new_page()
    for query in ("", "?q=予算", f"?q=通学路&page=2&speaker={KEN}", "?q=やまだ"):
        search(page, server, query)
        if query:
            page.wait_for_selector("#search-count[data-count]")
        if size is PHONE and "speaker" in query:
            page.locator("#search-filters summary").click()
        assert violations(page) == [], query
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], query
        assert page.evaluate("window.refused") == []
        if size is not DESK:
            assert small_targets(page) == [], query
    context.close()


def small_targets(page: Page) -> list[str]:
    """Return what a finger would miss: controls of the page and the frame's box less than 44 px high."""
    return page.evaluate(
        """[...document.querySelectorAll(".c-search :is(a, button, select, input, summary), .frame-search :is(input, button)")]
        .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 43.9).map(one => one.outerHTML.slice(0, 120))"""
    )


def test_counts_for_filters_are_asked_for_where_they_are_seen(page: Page, server: str):
    page.set_viewport_size(PHONE)  # type: ignore[arg-type] # width and height
    search(page, server, "?q=予算")
    count(page, 4)
    page.wait_for_timeout(900)
    kinds = page.locator("select[name=kind] option")
    assert kinds.all_text_contents()[1] == "発言"
    page.locator("#search-filters summary").click()
    expect(kinds).to_have_text(["すべて", "発言（2）", "議案（1）", "資料（1）"])
    assert page.title().startswith("予算 - 検索")


@pytest.mark.parametrize(
    ("language", "iso", "said_as"),
    [
        ("ja", "2019-05-01", "令和元年5月1日（水）"),
        ("ja", "2019-04-30", "平成31年4月30日（火）"),
        ("ja", "1860-01-02", "1860年1月2日（月）"),
        ("en", "2026-03-03", "Tue 3 March 2026"),
        ("ja", "いつか", "いつか"),
    ],
)
def test_days_are_said_as_on_every_page(  # noqa: PLR0913, PLR0917 - three of a case
    page: Page, server: str, folder: Path, language: str, iso: str, said_as: str
):
    search(page, server)
    say = """async ([module, days, iso]) => (await import(new URL(module, document.baseURI))).sayingDays(days)(iso)"""
    module = f"assets/{modules_in(folder).name}/page/words.mjs"
    assert page.evaluate(say, [module, words_for_scripts(language), iso]) == said_as


@pytest.mark.parametrize(
    ("value", "side", "day"),
    [
        ("2024", "from", "2024-01-01"),
        ("2024", "to", "2024-12-31"),
        ("2024-02", "to", "2024-02-29"),
        ("2024-02", "from", "2024-02-01"),
        ("2024-02-03", "to", "2024-02-03"),
        ("いつか", "to", "いつか"),
    ],
)
def test_a_year_or_month_is_its_first_or_last_day(  # noqa: PLR0913, PLR0917 - three of a case
    page: Page, server: str, folder: Path, value: str, side: str, day: str
):
    search(page, server)
    whole = (
        """async ([module, value, side]) => (await import(new URL(module, document.baseURI))).wholeDay(value, side)"""
    )
    module = f"assets/{modules_in(folder).name}/page/address.mjs"
    assert page.evaluate(whole, [module, value, side]) == day
