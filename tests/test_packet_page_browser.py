# ruff: noqa: RUF001 - full-width letters are what is looked for
"""A packet's page in the hand: pages by number, words found, settings kept, opened from a folder as well."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from packet_pages import ASSETS, ID, packet_council, page_of_words, write
from pages_council import ANNOUNCED
from playwright.sync_api import Browser, BrowserContext, Page, expect

import council.packets
from council.search.folding import TABLE, fold_word
from council.site.assets import lean

pytestmark = pytest.mark.browser
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
TABLET = {"width": 1180, "height": 820}
PHONE = {"width": 390, "height": 844}
PAPERS = {
    "予算の概要": [page_of_words(number, 400) for number in range(12)],
    "図面": ["", ""],
    "議員名簿": ["髙橋 一郎\nﾌﾞﾛｯｸ塀の点検\nＡＢＣ計画 as was and is", page_of_words("last")],
}


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport=TABLET, locale="ja-JP", accept_downloads=True)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    assert not faults


@pytest.fixture
def packet(page: Page, tmp_path: Path) -> Page:
    page.goto(write(tmp_path, packet_council(PAPERS)).as_uri())
    expect(page.locator("[data-packet][data-notes]")).to_be_attached()
    return page


def box(page: Page) -> str:
    return page.get_by_label("通しページ", exact=True).first.input_value()


def jump(page: Page, typed: str) -> None:
    page.locator(".packet-box input").click()
    page.keyboard.type(typed)
    page.keyboard.press("Enter")


def at_top(page: Page, number: str) -> bool:
    """Say whether a page stands at the top of the screen."""
    top: float = page.locator(f'[id="p{number}"]').evaluate("one => one.getBoundingClientRect().top")
    return -2 <= top <= 20


def settled(page: Page, test: Callable[[], bool]) -> None:
    for _ in range(40):
        if test():
            return
        page.wait_for_timeout(50)
    pytest.fail("it did not come about")


@pytest.mark.parametrize("typed", ["9", "９", "p9", " 9 "])
def test_a_page_is_opened_by_its_number_in_any_width(packet: Page, typed: str):
    jump(packet, typed)
    settled(packet, lambda: at_top(packet, "9"))
    assert packet.evaluate("document.activeElement.textContent.trim().split(/\\s+/).pop()") == "9"
    packet.evaluate("document.activeElement.blur()")
    settled(packet, lambda: box(packet) == "9")


def test_the_key_pad_needs_no_keyboard_and_covers_no_more_than_the_bar_s_panel(packet: Page):
    packet.locator(".packet-box input").click()
    assert packet.locator(".packet-box input").get_attribute("inputmode") == "none"
    for key in ("1", "2", "⌫", "1"):
        packet.locator(".packet-pad").get_by_text(key, exact=True).click()
    packet.get_by_role("button", name="開く", exact=True).click()
    settled(packet, lambda: at_top(packet, "11"))
    assert packet.locator(".packet-panel:visible").count() == 0


def test_a_number_that_never_was_is_said_plainly_and_nothing_moves(packet: Page):
    before = packet.evaluate("scrollY")
    jump(packet, "99")
    assert "通しページ99はありません。最後は19です。" in packet.locator(".packet-said").inner_text()
    assert packet.evaluate("scrollY") == before


def test_after_a_jump_there_is_a_way_back_to_the_very_place(packet: Page):
    jump(packet, "6")
    packet.mouse.wheel(0, 300)
    packet.wait_for_timeout(300)
    before = packet.evaluate("scrollY")
    jump(packet, "14")
    settled(packet, lambda: at_top(packet, "14"))
    packet.get_by_role("button", name="元の6ページへ戻る").click()
    settled(packet, lambda: abs(packet.evaluate("scrollY") - before) < 3)


def test_steps_lead_page_by_page_and_the_agenda_shows_where_one_is(packet: Page):
    shown = packet.locator(".packet-items [aria-current=true]")
    jump(packet, "15")
    packet.get_by_role("button", name="次のページ").click()
    settled(packet, lambda: at_top(packet, "16"))
    settled(packet, lambda: "図面" in shown.inner_text())
    packet.get_by_role("button", name="前のページ").click()
    settled(packet, lambda: at_top(packet, "15"))
    settled(packet, lambda: "予算の概要" in shown.inner_text())


def test_a_short_page_that_one_jumped_to_is_the_page_one_is_on(packet: Page):
    for number in ("3", "16", "17", "19"):
        jump(packet, number)
        settled(packet, lambda number=number: at_top(packet, number))
        packet.evaluate("document.activeElement.blur()")
        settled(packet, lambda number=number: box(packet) == number)


def test_the_agenda_stands_beside_the_paper_on_a_tablet_and_above_it_on_a_phone(packet: Page):
    jump(packet, "12")
    settled(packet, lambda: at_top(packet, "12"))
    packet.get_by_role("button", name="目次").click()
    packet.wait_for_timeout(200)
    assert at_top(packet, "12")
    assert packet.locator("#agenda").is_visible()
    packet.set_viewport_size(PHONE)  # type: ignore[arg-type]
    packet.get_by_role("button", name="目次").click()
    settled(packet, lambda: -2 <= packet.locator("#agenda").evaluate("one => one.getBoundingClientRect().top") <= 20)
    assert packet.evaluate("document.activeElement.id") == "agenda"


@pytest.mark.parametrize("anchor", ["#p9", "#9", "#p=9"])
def test_an_address_leads_to_a_page(packet: Page, anchor: str):
    packet.goto("about:blank")
    packet.go_back()
    packet.evaluate("anchor => { location.hash = anchor }", anchor)
    settled(packet, lambda: at_top(packet, "9"))


def test_the_last_place_is_offered_and_nothing_jumps_by_itself(packet: Page):
    address = packet.url.partition("#")[0]
    packet.wait_for_timeout(200)
    jump(packet, "9")
    packet.wait_for_timeout(800)
    packet.goto("about:blank")
    packet.goto(address)
    offer = packet.get_by_role("button", name="前回の続き（9ページ）")
    expect(offer).to_be_visible()
    assert packet.evaluate("scrollY") == 0
    offer.click()
    settled(packet, lambda: at_top(packet, "9"))


def find(page: Page, words: str) -> list[str]:
    if not page.locator("#packet-find").is_visible():
        page.get_by_role("button", name="検索", exact=True).last.click()
    page.get_by_label("さがす言葉").fill(words)
    page.keyboard.press("Enter")
    return page.locator(".packet-hit").all_inner_texts()


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        ("高橋", ["18"]),
        ("ブロック塀", ["18"]),
        ("ｂｌｏｃｋ", []),
        ("abc", ["18"]),
        ("ＡＢＣ　計画", ["18", "18"]),
        ("計画as was", ["18", "18"]),
        ("sand", []),
        ("とほうもない", []),
    ],
)
def test_words_are_found_whatever_their_width_case_and_form(packet: Page, words: str, pages: list[str]):
    hits = find(packet, words)
    assert [hit.split()[0] for hit in hits] == pages
    said = packet.locator(".packet-find__said").inner_text()
    assert (f"{len(pages)}か所見つかりました" if pages else f"「{words}」は、この資料の文字の中にはありません") in said
    assert "文字を取り出せない2ページは検索できません" in said


def test_every_place_is_found_and_a_hit_leads_to_it(packet: Page):
    words = PAPERS["予算の概要"][7][60:66]
    assert len(find(packet, words)) >= 1
    packet.locator(".packet-hit", has_text="資料1 8/12").first.click()
    packet.wait_for_timeout(300)
    shown = packet.evaluate("[...CSS.highlights.get('packet-here')][0].getBoundingClientRect().top")
    assert 0 <= shown < TABLET["height"] * 0.7
    assert packet.evaluate("[...CSS.highlights.get('packet-here')][0].toString()") == words
    assert "1番目" in packet.locator(".packet-said").inner_text()


def test_all_that_the_site_s_search_unites_is_united_here(packet: Page):
    """Every character of the table of the site's search folds to the same, in the packet's own few lines."""
    characters = [chr(code) for code in TABLE.characters if not 0xD800 <= code < 0xE000]
    folded = packet.evaluate("all => all.map((one) => councilPacket.fold(one))", characters)
    apart = [
        one
        for one, mine in zip(characters, folded, strict=True)
        if mine != fold_word(one).replace(" ", "").replace("\n", "")
    ]
    assert [f"{ord(one):x}" for one in apart if mine_differs(one)] == []


def mine_differs(character: str) -> bool:
    """Say whether a character is more than white space, which is not looked for in a packet."""
    return bool(fold_word(character).strip()) and " " not in fold_word(character)


def test_the_size_of_letters_stays_on_the_device(packet: Page):
    def size() -> float:
        return float(
            packet.locator(".packet-text p").first.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
        )

    usual = size()
    packet.get_by_role("button", name="表示", exact=True).click()
    packet.get_by_role("button", name="特大").click()
    assert size() > 1.3 * usual
    packet.reload()
    assert size() > 1.3 * usual


def test_the_screen_stays_on_when_asked_and_says_when_it_cannot(context: BrowserContext, tmp_path: Path):
    path = write(tmp_path, packet_council(PAPERS)).as_uri()
    context.add_init_script(
        "Object.defineProperty(navigator, 'wakeLock', {value: {request: async () => ({release: async () => {}})}})"
    )
    page = context.new_page()
    page.goto(path)
    page.get_by_role("button", name="表示", exact=True).click()
    page.get_by_role("button", name="画面を消さない").click()
    expect(page.locator(".packet-awake")).to_have_text("画面は消えません。")
    page.reload()
    expect(page.locator("[data-awake]")).to_have_attribute("aria-pressed", "true")
    context.add_init_script("Object.defineProperty(navigator, 'wakeLock', {value: undefined})")
    page = context.new_page()
    page.add_init_script("delete navigator.wakeLock")
    page.goto(path)


def test_the_original_is_shown_at_its_page_in_place_of_the_words(packet: Page):
    leaf = packet.locator("#p6")
    leaf.get_by_role("button", name="原本を見る").click()
    source = leaf.locator("iframe").get_attribute("src") or ""
    assert "#page=3" in source
    assert not leaf.locator(".packet-text").is_visible()
    leaf.get_by_role("button", name="文字を見る").click()
    assert leaf.locator("iframe").count() == 0
    assert leaf.locator(".packet-text").is_visible()
    packet.get_by_role("button", name="表示", exact=True).click()
    packet.get_by_role("button", name="原本（PDF）を表示する").click()
    settled(packet, lambda: 0 < packet.locator("iframe").count() < 6)


def test_everything_is_reached_by_keyboard_alone(packet: Page):
    packet.locator(".packet-box input").focus()
    packet.keyboard.type("12")
    packet.keyboard.press("Enter")
    settled(packet, lambda: at_top(packet, "12"))
    packet.locator("[data-key=notes]").focus()
    packet.keyboard.press("Enter")
    packet.keyboard.press("Tab")  # 閉じる
    packet.keyboard.press("Tab")
    packet.keyboard.press("Enter")
    expect(packet.locator("#p12 .packet-memo")).to_have_count(1)
    packet.keyboard.press("Escape")
    assert packet.evaluate("document.activeElement.dataset.key") == "notes"
    packet.keyboard.press("Shift+Tab")
    packet.keyboard.press("Enter")
    assert packet.evaluate("document.activeElement.type") == "search"
    packet.keyboard.press("Escape")
    assert packet.evaluate("document.activeElement.dataset.key") == "find"


@pytest.mark.parametrize("size", [TABLET, PHONE], ids=["tablet", "phone"])
def test_what_is_touched_is_large_enough_and_nothing_hangs_over_the_edge(packet: Page, size: dict[str, int]):
    packet.set_viewport_size(size)  # type: ignore[arg-type]
    for panel in ("", "find", "notes", "view"):
        if panel:
            packet.locator(f"[data-key={panel}]").click()
        small = packet.evaluate(
            """() => [...document.querySelectorAll('.packet-bar button, .packet-bar input, .packet-items a, .packet-mark a, .packet-mark button')]
                .filter((one) => one.offsetParent && !one.matches('[type=file], .packet-no'))
                .map((one) => [one.textContent || one.value, one.getBoundingClientRect()])
                .filter(([, {width, height, right}]) => width < 43.9 || height < 43.9 || right > innerWidth + 1)
                .map(([text, {width, height, right}]) => `${text.trim()} ${width}x${height} ${right}`)"""
        )
        assert small == []
    assert packet.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_the_bar_does_not_cover_the_end_of_the_page(packet: Page):
    jump(packet, "19")
    settled(packet, lambda: at_top(packet, "19"))


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("size", [TABLET, PHONE], ids=["tablet", "phone"])
def test_everybody_can_use_the_page_and_each_of_its_panels(packet: Page, size: dict[str, int], scheme: str):
    packet.set_viewport_size(size)  # type: ignore[arg-type]
    packet.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
    packet.evaluate("document.body.style.background = getComputedStyle(document.body).getPropertyValue('--c-paper')")
    packet.add_script_tag(content=AXE)
    jump(packet, "5")
    for panel in ("", "pad", "find", "notes", "view", "write"):
        packet.evaluate("name => councilPacket.open(name)", panel)
        if panel == "find":
            find(packet, "計画")
        if panel == "notes":
            packet.get_by_role("button", name="このページに付箋をはる").click()
        found = packet.evaluate("only => axe.run(document, {runOnly: only, preload: false})", LEVELS)["violations"]
        assert [(panel, one["id"], one["nodes"][0]["html"][:200]) for one in found] == []


def test_a_packet_of_an_agenda_alone_can_be_read_too(page: Page, tmp_path: Path):
    page.goto(write(tmp_path, packet_council({}), ANNOUNCED).as_uri())
    expect(page.locator("[data-packet][data-notes]")).to_be_attached()
    jump(page, "2")
    assert find(page, "一般質問") == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="次のページ").click()
    page.get_by_role("button", name="次の議題").first.click()


def test_the_page_s_own_code_is_small():
    """What is sent for a packet's page, the worker and what saves it without a network included."""
    scripts = [*(ASSETS / "packets").glob("*.js"), Path(council.packets.__file__).parent / "sw.js"]
    assert sum(len(lean(one.read_bytes())) for one in scripts) <= 40_000


def test_what_is_kept_is_told_apart_by_the_folder_of_the_site(packet: Page, tmp_path: Path):
    other = write(tmp_path / "other", packet_council(PAPERS)).as_uri()
    packet.get_by_role("button", name="メモ", exact=True).click()
    packet.get_by_role("button", name="このページに付箋をはる").click()
    expect(packet.locator(".packet-said")).to_have_text("保存しました。")
    packet.goto(other)
    expect(packet.locator("[data-packet]")).to_have_attribute("data-notes", "0")
    assert json.loads(packet.locator("[data-packet]").get_attribute("data-retired") or "") == {}
    assert packet.locator("[data-packet]").get_attribute("data-packet") == ID
