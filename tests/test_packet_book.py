"""The plan of a packet: which pages it has, and what stands on the sheets before the papers."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from packet_desk import MEETING, SESSION, Desk, told

from council.build.composing import make_record, packet_studio, printer_of
from council.build.inputs import read_inputs
from council.build.reading import Reading
from council.cache import Store
from council.config import load_config
from council.model.events import Audience
from council.packets import layout
from council.packets.book import LeafKind
from council.packets.layout import contents_pages
from council.pages.book import book_of
from council.papers import Shelf

ROOT = Path(__file__).parent.parent


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def with_agenda(desk, *items):
    lines = "".join(f"      - {item}\n" for item in items)
    head = f"name: {SESSION.rpartition('/')[2]}\nsittings:\n  - date: 令和7年12月2日\n    body: 本会議\n    agenda:\n"
    desk.write(f"{SESSION}/session.yml", head + lines)


def test_an_item_without_papers_and_of_which_nothing_is_to_be_told_stands_in_the_contents_only(desk):
    book = desk.book()
    assert [leaf.item for leaf in book.leaves if leaf.kind is LeafKind.ITEM] == []
    (page,) = contents_pages(book)
    assert [(line.item, line.leaf) for line in page] == [(0, -1), (1, -1), (2, -1)]
    assert book.pdf_uri == ""


def test_papers_stand_at_their_items_in_the_order_of_their_names(desk):
    desk.put("02_議案第32号_内訳.pdf", "b")
    desk.put("01_議案第32号_概要.pdf", "a")
    desk.put("席次.pdf", "c")
    desk.put(
        "議案第33号_要点.pdf", "d", folder=f"{SESSION}/資料/公開"
    )  # of no day: of the bill, whenever it is dealt with
    book = desk.book()
    assert [(paper.number, paper.title) for paper in book.papers] == [
        ("資料1", "議案第32号 概要"),
        ("資料2", "議案第32号 内訳"),
        ("資料3", "議案第33号 要点"),
        ("資料4", "席次"),
    ]
    assert [item.papers for item in book.items] == [(), (0, 1), (2,)]
    assert book.rest == (3,)
    assert told(book)[-1] == "8 paper 資料4 1"
    (page,) = contents_pages(book)
    assert [(line.item, line.paper) for line in page[-2:]] == [(-1, -1), (-1, 3)]
    assert book.pdf_uri == f"packets/{MEETING}.pdf"


def test_a_paper_of_two_items_is_bound_once(desk):
    desk.put("議案第32号、議案第33号_説明.pdf", "both")
    book = desk.book()
    assert [(item.papers, item.also) for item in book.items] == [((), ()), ((0,), ()), ((), (0,))]
    assert Counter(leaf.paper for leaf in book.leaves)[0] == 1


@pytest.mark.parametrize(("items", "pages"), [(1, 1), (24, 1), (25, 2), (60, 3)])
def test_the_contents_take_as_many_pages_as_are_planned(desk, items, pages):
    with_agenda(desk, *(f"報告{number}" for number in range(items)))
    book = desk.book()
    found = contents_pages(book)
    assert len(found) == pages == sum(leaf.kind is LeafKind.CONTENTS for leaf in book.leaves)
    assert all(len(page) <= layout.CONTENTS_LINES for page in found)
    assert sum(map(len, found)) == items


def test_a_sheet_is_one_page_however_many_bills_there_are(desk):
    with_agenda(desk, "議案第1号から議案第30号まで " + "長い題名" * 60)
    book = desk.book()
    assert [leaf.kind for leaf in book.leaves] == [LeafKind.COVER, LeafKind.CONTENTS, LeafKind.ITEM]
    bills = book.items[0].bills
    assert len(bills) == layout.SHEET_BILLS + 1
    assert bills[-1].text == "ほか24件"
    assert bills[-1].href == ""
    assert all(len(line.text) * 2 <= layout.SHEET_WIDTH + 2 for line in bills)


def test_every_number_leads_to_one_page(desk):
    for number in range(3):
        desk.put(f"議案第32号_資料{number}.pdf", "a", "b")
    book = desk.book()
    assert [str(leaf.number) for leaf in book.leaves] == [str(count) for count in range(1, len(book.leaves) + 1)]
    pages = Counter((leaf.paper, leaf.page) for leaf in book.leaves if leaf.paper >= 0)
    assert pages == {(paper, page): 1 for paper in range(3) for page in (1, 2)}


@pytest.fixture(scope="module")
def city():
    """Return the sample city's plan of packets."""
    config = load_config(ROOT).value
    store = Store()
    drafts = read_inputs(config, Reading(store)).value.drafts
    record = make_record(drafts, config, Audience.PUBLIC).value
    studio = packet_studio(record, config, printer_of(config, Shelf(store)))
    return {event.id: book_of(studio, event) for event in record.events.values()}


def test_sheets_tell_what_was_said_and_decided_on_earlier_days_only(city):
    found = 0
    for name, book in city.items():
        for item in book.items:
            lines = (*item.debates, *item.decisions)
            found += len(lines)
            assert all(line.href.partition("/")[2][:10] < name[:10] for line in item.debates if line.href)
            assert len(item.debates) <= layout.SHEET_DEBATES + 1
            assert len(item.decisions) <= layout.SHEET_DECISIONS + 1
    assert found > 30
    last = city["2026-03-19-honkaigi"]
    debates = [line for item in last.items for line in item.debates]
    assert any(line.href.startswith("meetings/2026-03-10-bunkyou-kousei.html#s-") for line in debates)
    assert not any("2026-03-19" in line.href for line in debates)


def test_a_packet_of_the_past_does_not_change_with_what_comes(city):
    first = city["2026-02-24-honkaigi"]
    assert (first.date, first.revision, first.heading[0]) == ("2026-02-24", 0, "汐路市議会")
    assert [line.text for item in first.items for line in item.decisions] == []
