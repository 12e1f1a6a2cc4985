"""Notes on a packet: kept on the device, out to a file and in again, printed, found again when papers were replaced."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from packet_pages import packet_council, page_of_words, write
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser
TABLET = {"width": 1180, "height": 820}
PAGES = [page_of_words(number) for number in range(40)]
PAPERS = {"予算の概要": PAGES, "図面": ["", ""]}
FIRST = 4  # cover, contents, sheet


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


class Desk:
    """A packet in a folder that is read, and built anew with other papers."""

    def __init__(self, page: Page, folder: Path, papers: Mapping[str, Sequence[str]]) -> None:
        """Open it."""
        self.page, self.folder = page, folder
        self.build(papers)

    def build(self, papers: Mapping[str, Sequence[str]]) -> None:
        """Put other papers in its place and open it again."""
        self.page.goto("about:blank")
        self.page.goto(write(self.folder, packet_council(papers)).as_uri())
        self.ready()

    def ready(self) -> None:
        """Wait until the notes are there."""
        expect(self.page.locator("[data-packet][data-notes]")).to_be_attached()

    def panel(self) -> None:
        """Open the list of notes."""
        if not self.page.locator("#packet-notes").is_visible():
            self.page.locator("[data-key=notes]").click()

    def bookmark(self, number: int) -> None:
        """Put a bookmark on a page."""
        self.page.evaluate("number => councilPacket.go(councilPacket.places.get(String(number)))", number)
        self.panel()
        self.page.get_by_role("button", name="このページに付箋をはる").click()
        expect(self.page.locator(".packet-said")).to_contain_text("保存しました。")

    def choose(self, number: int, start: int, end: int) -> str:
        """Choose words of a page as a finger does; return them."""
        chosen: str = self.page.evaluate(
            """([number, start, end]) => {
                const node = document.querySelector(`[id="p${number}"] .packet-text p`).firstChild;
                const range = document.createRange();
                range.setStart(node, start);
                range.setEnd(node, end);
                getSelection().removeAllRanges();
                getSelection().addRange(range);
                return range.toString();
            }""",
            [number, start, end],
        )
        expect(self.page.locator("#packet-chosen")).to_be_visible()
        return chosen

    def painted(self) -> list[str]:
        """Return the words that are painted as noted."""
        found: list[str] = self.page.evaluate("[...(CSS.highlights.get('packet-note') || [])].map(String)")
        return found

    def kept(self) -> list[dict[str, Any]]:
        """Return every note on the device."""
        found: list[dict[str, Any]] = self.page.evaluate("councilPacket.kept.read()")
        return found


@pytest.fixture
def desk(page: Page, tmp_path: Path) -> Desk:
    return Desk(page, tmp_path, PAPERS)


def test_bookmarks_highlights_and_notes_are_there_again_after_a_reload(desk: Desk):
    page = desk.page
    desk.bookmark(7)
    page.get_by_role("button", name="このページにメモを書く").click()
    page.locator(".packet-write textarea").fill("繰入金の根拠をたずねる <b>")
    page.get_by_role("button", name="保存", exact=True).click()
    words = desk.choose(9, 20, 40)
    page.get_by_role("button", name="マーカーを引く").click()
    expect(page.locator(".packet-said")).to_have_text("保存しました。")
    assert desk.painted() == [words]
    page.reload()
    desk.ready()
    assert page.locator("#p7 .packet-memo").count() == 2
    assert "繰入金の根拠をたずねる <b>" in page.locator("#p7").inner_text()
    assert desk.painted() == [words]
    desk.panel()
    listed = page.locator("[data-memos=placed] .packet-memo").all_inner_texts()
    assert [one.split()[0] for one in listed] == ["付箋", "メモ", "マーカー"]
    assert "7｜資料1 4/40" in listed[0]
    assert words in listed[2]
    assert page.locator("[data-key=notes]").get_attribute("data-count") == "3"


def test_a_note_on_chosen_words_is_changed_deleted_and_brought_back(desk: Desk):
    page = desk.page
    words = desk.choose(5, 0, 12)
    page.locator("#packet-chosen").get_by_role("button", name="メモを書く").click()
    assert page.locator("#packet-write .packet-quote").inner_text() == words
    page.locator(".packet-write textarea").fill("一つ目")
    page.get_by_role("button", name="保存", exact=True).click()
    page.locator("#p5").get_by_role("button", name="直す").click()
    page.locator(".packet-write textarea").fill("二つ目")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator("#p5 .packet-memo__text")).to_have_text("二つ目")
    page.locator("#p5").get_by_role("button", name="消す").click()
    expect(page.locator("#p5 .packet-memo")).to_have_count(0)
    page.locator(".packet-said").get_by_role("button", name="元に戻す").click()
    expect(page.locator("#p5 .packet-memo__text")).to_have_text("二つ目")
    page.reload()
    desk.ready()
    expect(page.locator("#p5 .packet-memo__text")).to_have_text("二つ目")


def test_a_note_that_was_closed_before_it_was_saved_is_still_there(desk: Desk):
    page = desk.page
    desk.panel()
    page.get_by_role("button", name="このページにメモを書く").click()
    page.locator(".packet-write textarea").fill("書きかけ")
    page.keyboard.press("Escape")
    desk.panel()
    page.get_by_role("button", name="このページにメモを書く").click()
    assert page.locator(".packet-write textarea").input_value() == "書きかけ"
    page.get_by_role("button", name="やめる").click()
    desk.panel()
    page.get_by_role("button", name="このページにメモを書く").click()
    assert page.locator(".packet-write textarea").input_value() == ""


def saved(desk: Desk, name: str) -> Path:
    """Export the notes; return the file."""
    desk.panel()
    with desk.page.expect_download() as download:
        desk.page.get_by_role("button", name=name).click()
    path = desk.folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def take(desk: Desk, path: Path) -> str:
    """Import a file; return what is said."""
    desk.page.locator(".packet-said").evaluate("one => { one.textContent = '' }")
    desk.page.locator("#packet-notes input[type=file]").set_input_files(path)
    expect(desk.page.locator(".packet-said")).not_to_be_empty()
    return desk.page.locator(".packet-said").inner_text()


def test_notes_go_to_another_device_and_come_in_without_taking_any_away(desk: Desk, chromium: Browser):
    desk.bookmark(7)
    desk.bookmark(8)
    path = saved(desk, "この会議のメモを書き出す")
    assert path.name == "notes-2026-03-03-honkaigi.json"
    told = json.loads(path.read_text("utf-8"))
    assert (told["format"], told["version"], len(told["notes"])) == ("council-notes", 1, 2)
    other = chromium.new_context(viewport=TABLET)
    there = Desk(other.new_page(), desk.folder, PAPERS)
    there.bookmark(30)
    assert "メモ2件を取り込みました（この会議は2件）" in take(there, path)
    assert there.page.locator(".packet-leaf .packet-memo").count() == 3
    take(there, path)
    assert len(there.kept()) == 3
    seventh = next(one for one in told["notes"] if one["page"] == "7")
    seventh |= {"note": "古い", "changed": 1}
    path.write_text(json.dumps(told), "utf-8")
    take(there, path)
    assert "古い" not in there.page.locator(".packet-papers").inner_text()
    seventh |= {"note": "新しい", "kind": "note", "changed": 9_000_000_000_000}
    path.write_text(json.dumps(told), "utf-8")
    take(there, path)
    assert "新しい" in there.page.locator("#p7").inner_text()
    other.close()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "no json",
        "[]",
        '{"format": "council-notes"}',
        '{"format": "council-notes", "notes": [{"id": "a"}]}',
        '{"format": "council-notes", "notes": [null]}',
        '{"format": "other", "notes": []}',
    ],
)
def test_a_file_that_holds_no_notes_changes_nothing(desk: Desk, content: str):
    desk.bookmark(7)
    path = desk.folder / "bad.json"
    path.write_text(content, "utf-8")
    assert "メモのファイルではありません" in take(desk, path)
    assert len(desk.kept()) == 1


def test_the_list_of_notes_is_printed_with_page_numbers(desk: Desk):
    desk.bookmark(7)
    desk.bookmark(31)
    page = desk.page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    shown = page.locator(".packet-printed").inner_text()
    assert "7｜資料1 4/40" in shown
    assert "31｜資料1 28/40" in shown
    assert not page.locator(".packet-printed button").first.is_visible()
    assert not page.locator(".packet-bar").is_visible()
    assert page.locator("#p9 .packet-text").is_visible()
    page.evaluate("document.querySelector('.packet').classList.add('prints-notes')")
    assert not page.locator("#p9 .packet-text").is_visible()
    assert page.locator(".packet-printed").is_visible()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not page.locator(".packet-printed").is_visible()


def places(desk: Desk) -> dict[str, str]:
    """Return on which page each note stands, by its own words."""
    found: dict[str, str] = desk.page.evaluate(
        """Object.fromEntries([...document.querySelectorAll('.packet-leaf .packet-memo__text')]
            .map((one) => [one.textContent, one.closest('.packet-leaf').dataset.page]))"""
    )
    return found


def note_every_page(desk: Desk) -> None:
    """Write a note that names its page on every page of the first paper, some on words, some on the page."""
    desk.page.evaluate(
        """async ([first, count]) => {
            const { places, anchorOf, kept, root } = councilPacket;
            for (let page = 0; page < count; page++) {
                const leaf = places.get(String(first + page));
                const anchor = page % 2 ? anchorOf(leaf, 30, 50) : anchorOf(leaf);
                await kept.write([{ id: `n${page}`, packet: root.dataset.packet, kind: "note", note: `note ${page}`, quote: anchor.words, changed: page, ...anchor }]);
            }
        }""",
        [FIRST, len(PAGES)],
    )


def test_notes_find_their_pages_after_two_insertions_and_a_deletion(desk: Desk):
    note_every_page(desk)
    now = [page_of_words("new one"), *PAGES[:9], page_of_words("new two"), *PAGES[9:25], *PAGES[26:]]
    desk.build({"予算の概要": now, "図面": ["", ""]})
    expected = {f"note {PAGES.index(words)}": str(FIRST + place) for place, words in enumerate(now) if words in PAGES}
    assert places(desk) == expected
    assert len(expected) == len(PAGES) - 1
    desk.panel()
    tray = desk.page.locator(".packet-tray")
    assert "note 25" in tray.inner_text()
    assert tray.locator(".packet-memo").count() == 1
    assert len(desk.kept()) == len(PAGES)


def reworded(words: str, seed: int) -> str:
    """Return a page of which some passages were written anew."""
    other = page_of_words(f"other {seed}", 40)
    return words[:60] + other[:50] + words[110:230] + other[50:90] + words[270:]


def test_notes_find_pages_that_were_reworded_and_moved(desk: Desk):
    note_every_page(desk)
    now = [page_of_words("new"), *(reworded(words, place) for place, words in enumerate(PAGES))]
    desk.build({"予算の概要": now, "図面": ["", ""]})
    right = [
        f"note {place}" for place in range(len(PAGES)) if places(desk).get(f"note {place}") == str(FIRST + 1 + place)
    ]
    assert len(right) >= 0.98 * len(PAGES)
    assert all(int(name.split()[1]) + FIRST + 1 == int(number) for name, number in places(desk).items())


def test_a_note_in_the_tray_is_put_on_a_page_by_hand_and_nothing_is_lost(desk: Desk):
    desk.bookmark(10)
    desk.build({"予算の概要": [page_of_words(f"anew {number}") for number in range(5)], "図面": [""]})
    said = desk.page.locator(".packet-said")
    assert "位置が見つからないメモが1件あります" in said.inner_text()
    said.get_by_role("button", name="一覧").click()
    tray = desk.page.locator(".packet-tray")
    assert "元は10ページ" in tray.inner_text()
    desk.page.locator("[data-close]:visible").click()
    desk.page.evaluate("councilPacket.go(councilPacket.places.get('6'))")
    desk.panel()
    tray.get_by_role("button", name="6ページへ移す").click()
    expect(tray).to_be_hidden()
    expect(said).to_have_text("保存しました。")
    desk.page.reload()
    desk.ready()
    assert desk.page.locator("#p6 .packet-memo").count() == 1
    desk.build(PAPERS)
    assert len(desk.kept()) == 1


def test_words_that_moved_to_another_paper_are_found_there(desk: Desk):
    words = desk.choose(12, 10, 40)
    desk.page.get_by_role("button", name="マーカーを引く").click()
    expect(desk.page.locator(".packet-said")).to_have_text("保存しました。")
    desk.build({"予算の概要": PAGES[:3], "予算の詳細": PAGES[3:]})
    assert desk.painted() == [words]


def test_a_page_without_words_keeps_its_note_while_its_file_is_the_same(desk: Desk):
    desk.bookmark(45)
    desk.build({"予算の概要": [page_of_words("one more"), *PAGES], "図面": ["", ""]})
    assert desk.page.locator("#p46 .packet-memo").count() == 1
    desk.build({"予算の概要": PAGES, "図面": ["", "", ""]})
    assert desk.page.locator("#p45 .packet-memo").count() == 0
    assert desk.page.locator("[data-memos=tray] .packet-memo").count() == 1


def test_the_cover_and_the_sheet_of_an_item_keep_their_bookmarks(desk: Desk):
    desk.bookmark(1)
    desk.bookmark(3)
    desk.build({"予算の概要": [page_of_words("new"), *PAGES]})
    assert desk.page.locator("#p1 .packet-memo").count() == 1
    assert desk.page.locator("#p3 .packet-memo").count() == 1


@pytest.mark.parametrize("fault", ["open", "write"])
def test_when_nothing_can_be_kept_it_is_said_and_the_notes_can_still_be_exported(
    context: BrowserContext, tmp_path: Path, fault: str
):
    context.add_init_script(
        "indexedDB.open = undefined; IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }"
        if fault == "open"
        else "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }"
    )
    desk = Desk(context.new_page(), tmp_path, PAPERS)
    desk.page.evaluate("councilPacket.go(councilPacket.places.get('7'))")
    desk.panel()
    desk.page.get_by_role("button", name="このページに付箋をはる").click()
    expect(desk.page.locator(".packet-said")).to_contain_text("この端末にはメモを保存できません")
    assert desk.page.locator("#p7 .packet-memo").count() == 1
    path = saved(desk, "この会議のメモを書き出す")
    assert len(json.loads(path.read_text("utf-8"))["notes"]) == 1
