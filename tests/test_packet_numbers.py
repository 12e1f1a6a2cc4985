"""Through numbers that stay: properties over packets that are handed out, changed and handed out again."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from council.model.events import Audience, EventId
from council.model.handouts import Handout, PageNumber, PartKind
from council.packets.issuing import Issue, Issued, hand_out, has_changed
from council.packets.numbering import Part, number_parts, successors
from council.parse.handout_columns import (
    read_label,
    read_moves,
    read_numbers,
    written_moves,
    written_numbers,
)

EVENT = EventId("2025-12-02-honkaigi")
COVER, CONTENTS = Part(PartKind.COVER, ""), Part(PartKind.CONTENTS, "")


def issue(parts, handouts, revision):
    numbering = number_parts(parts, handouts)
    rows = hand_out(
        Issue(EVENT, Audience.PUBLIC, revision, dt.date(2025, 12, revision)),
        [Issued(part) for part in parts],
        numbering,
    )
    return numbering, (*handouts, *rows)


def paper(key, *prints, held=False):
    return Part(PartKind.PAPER, key, ("",) if held else tuple(f"a{one}" for one in prints), f"hash of {prints}", held)


def numbers(numbering):
    return [" ".join(map(str, one.numbers)) for one in numbering.parts]


def after(first, second):
    _, handouts = issue(first, (), 1)
    return number_parts(second, handouts), handouts


def item(key):
    return Part(PartKind.ITEM, key)


FIRST = [COVER, CONTENTS, item("x"), paper("a", 1, 2, 3), item("y"), paper("b", 4)]


def test_pages_are_counted_from_the_cover():
    assert numbers(number_parts(FIRST, ())) == ["1", "2", "3", "4 5 6", "7", "8"]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (FIRST, ["1", "2", "3", "4 5 6", "7", "8"]),
        # a changed page, a longer paper, a page put in, a page taken out
        ([*FIRST[:3], paper("a", 1, 9, 3), *FIRST[4:]], ["1", "2", "3", "4 5-2 6", "7", "8"]),
        ([*FIRST[:3], paper("a", 1, 2, 3, 9), *FIRST[4:]], ["1", "2", "3", "4 5 6 6-2", "7", "8"]),
        ([*FIRST[:3], paper("a", 1, 9, 2, 3), *FIRST[4:]], ["1", "2", "3", "4 4-2 5 6", "7", "8"]),
        ([*FIRST[:3], paper("a", 9, 1, 2, 3), *FIRST[4:]], ["1", "2", "3", "3-2 4 5 6", "7", "8"]),
        ([*FIRST[:3], paper("a", 1, 3), *FIRST[4:]], ["1", "2", "3", "4 6", "7", "8"]),
        ([*FIRST[:3], paper("a", 7, 8, 9, 10), *FIRST[4:]], ["1", "2", "3", "4-2 5-2 6-2 6-3", "7", "8"]),
        # a supplement, a new item, a paper taken back, more contents, a new name for the same paper
        ([*FIRST[:4], paper("s", 9, 10), *FIRST[4:]], ["1", "2", "3", "4 5 6", "6-2 6-3", "7", "8"]),
        ([*FIRST, item("z"), paper("s", 9)], ["1", "2", "3", "4 5 6", "7", "8", "8-2", "8-3"]),
        ([*FIRST[:2], *FIRST[4:]], ["1", "2", "7", "8"]),
        ([COVER, replace(CONTENTS, prints=("", "")), *FIRST[2:]], ["1", "2 2-2", "3", "4 5 6", "7", "8"]),
        ([*FIRST[:3], paper("renamed", 1, 2, 3), *FIRST[4:]], ["1", "2", "3", "4 5 6", "7", "8"]),
        # held back: one page stands for it
        ([*FIRST[:3], paper("a", held=True), *FIRST[4:]], ["1", "2", "3", "4", "7", "8"]),
    ],
)
def test_what_stays_keeps_its_number(second, expected):
    numbering, _ = after(FIRST, second)
    assert numbers(numbering) == expected


def test_a_paper_that_was_held_back_comes_back_as_it_was():
    held = [*FIRST[:3], paper("a", held=True), *FIRST[4:]]
    _, handouts = issue(FIRST, (), 1)
    numbering, handouts = issue(held, handouts, 2)
    assert successors(numbering, handouts) == {PageNumber(5): PageNumber(4), PageNumber(6): PageNumber(4)}
    assert numbers(number_parts(FIRST, handouts)) == ["1", "2", "3", "4 5 6", "7", "8"]


def test_a_paper_held_back_from_the_first_takes_its_place():
    held = [*FIRST[:3], paper("a", held=True), *FIRST[4:]]
    numbering, _ = after(held, FIRST)
    assert numbers(numbering) == ["1", "2", "3", "4 4-2 4-3", "5", "6"]


def test_numbers_lead_through_all_revisions():
    _, handouts = issue(FIRST, (), 1)
    _, handouts = issue([*FIRST[:3], paper("a", 1, 9, 3), *FIRST[4:]], handouts, 2)
    _, handouts = issue([*FIRST[:3], paper("a", 1, 10, 3), *FIRST[4:]], handouts, 3)
    last = [*FIRST[:3], paper("a", 1, 11), *FIRST[4:]]
    numbering = number_parts(last, handouts)
    assert numbers(numbering)[3] == "4 5-4"
    led = {str(old): str(now) for old, now in successors(numbering, handouts).items()}
    assert led == {"5": "5-4", "5-2": "5-4", "5-3": "5-4", "6": "5-4"}


def test_numbers_of_a_paper_that_is_gone_are_never_used_again():
    _, handouts = issue(FIRST, (), 1)
    without = [*FIRST[:3], *FIRST[4:]]
    numbering, handouts = issue(without, handouts, 2)
    assert {str(now) for now in successors(numbering, handouts).values()} == {"3"}
    numbering, handouts = issue(FIRST, handouts, 3)
    assert numbers(numbering)[3] == "3-2 3-3 3-4"


def test_another_way_of_taking_prints_moves_no_page():
    now = [replace(part, prints=tuple(f"b{one[1:]}" for one in part.prints)) if part.sha256 else part for part in FIRST]
    numbering, _ = after(FIRST, [replace(part, sha256=f"{part.sha256}!") if part.sha256 else part for part in now])
    assert numbers(numbering) == ["1", "2", "3", "4 5 6", "7", "8"]


def test_nothing_is_handed_out_twice_unchanged():
    numbering, _ = after(FIRST, FIRST)
    assert not has_changed(numbering)
    assert has_changed(after(FIRST, FIRST[:-1])[0])
    assert has_changed(number_parts(FIRST, ()))


@dataclass
class Desk:
    """A packet that is changed as clerks do it; every page has content of its own."""

    papers: list[tuple[str, list[int], bool]] = field(default_factory=list)
    count: int = 0

    def pages(self, number):
        """Return new pages."""
        self.count += number
        return list(range(self.count - number, self.count))

    def change(self, draw):
        """Do one thing to one paper."""
        what = draw(st.sampled_from(["new", "gone", "page", "more", "less", "held", "whole"]))
        place = draw(st.integers(0, len(self.papers)))
        if what == "new" or place == len(self.papers):
            self.papers.insert(place, (f"paper{self.count}", self.pages(draw(st.integers(1, 4))), False))
            return
        key, pages, held = self.papers[place]
        at = draw(st.integers(0, len(pages) - 1))
        if what == "gone":
            del self.papers[place]
        elif what == "page":
            pages = [*pages[:at], *self.pages(1), *pages[at + 1 :]]
        elif what == "more":
            pages = [*pages[:at], *self.pages(draw(st.integers(1, 3))), *pages[at:]]
        elif what == "less" and len(pages) > 1:
            pages = [*pages[:at], *pages[at + 1 :]]
        elif what == "whole":
            pages = self.pages(draw(st.integers(1, 5)))
        if what != "gone":
            self.papers[place] = (key, pages, held != (what == "held"))

    def parts(self):
        """Return the packet as it stands."""
        contents = replace(CONTENTS, prints=("",) * (1 + len(self.papers) // 3))
        found = [COVER, contents]
        for key, pages, held in self.papers:
            found += [item(f"item of {key}"), paper(key, *pages, held=held)]
        return found


@st.composite
def histories(draw):
    desk = Desk()
    states = []
    for _ in range(draw(st.integers(2, 5))):
        for _ in range(draw(st.integers(1, 4))):
            desk.change(draw)
        states.append(desk.parts())
    return states


def pages_of(parts, numbering):
    """Yield the content and the number of every page that shows something of its own."""
    for part, one in zip(parts, numbering.parts, strict=True):
        if part.kind is PartKind.PAPER and not part.held:
            yield from zip(part.prints, one.numbers, strict=True)


@given(histories())
def test_no_number_ever_stands_for_two_pages(states):
    handouts: tuple[Handout, ...] = ()
    content_of: dict[PageNumber, str] = {}
    number_of: dict[str, PageNumber] = {}
    for revision, parts in enumerate(states, start=1):
        numbering, handouts = issue(parts, handouts, revision)
        borne = [number for one in numbering.parts for number in one.numbers]
        assert len(borne) == len(set(borne))
        shown = dict(pages_of(parts, numbering))
        for content, number in shown.items():
            assert content_of.setdefault(number, content) == content
            # a page that stood in the packet before, or was held back in between, bears the number that it bore
            assert number_of.setdefault(content, number) == number
        gone = {part.key for part in states[revision - 2] if revision > 1} - {part.key for part in parts}
        if gone:  # a paper that was taken back and comes again is a new one
            number_of = {content: number for content, number in number_of.items() if content in shown}


@given(histories())
def test_every_number_that_was_handed_out_leads_to_a_page(states):
    handouts: tuple[Handout, ...] = ()
    ever: set[PageNumber] = set()
    for revision, parts in enumerate(states, start=1):
        numbering, handouts = issue(parts, handouts, revision)
        borne = {number for one in numbering.parts for number in one.numbers}
        ever |= borne
        led = successors(numbering, handouts)
        assert set(led) >= ever - borne
        assert set(led.values()) <= borne
        assert not set(led) & borne


@given(histories())
def test_numbers_stand_in_order_after_one_change(states):
    numbering, _ = after(states[0], states[1])
    kept = [number for one in numbering.parts for number in one.numbers]
    assert kept == sorted(kept)


@given(st.lists(st.tuples(st.integers(1, 400), st.integers(0, 9)), unique=True))
def test_what_is_written_is_read_again(found):
    numbers_ = tuple(PageNumber(base, branch if branch > 1 else 0) for base, branch in found)
    assert read_numbers(written_numbers(numbers_)) == numbers_
    moves = tuple(pairwise(numbers_))
    assert read_moves(written_moves(moves)) == moves


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("p37-p40;p40-2", "37 38 39 40 40-2"),
        ("", ""),
        ("\uff50\uff13\uff17", "37"),  # full-width
        ("37-40", None),
        ("p40-p37", None),
        ("12月2日", None),
        ("p0", None),
        ("p1-p99999999", None),
    ],
)
def test_page_numbers_are_read_strictly(text, expected):
    found = read_numbers(text)
    assert found is None if expected is None else " ".join(map(str, found)) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("資料2", "2"), ("資料２－２", "2-2"), ("Paper 3-2", "3-2"), ("参考", None)]
)
def test_paper_numbers_are_read(text, expected):
    assert read_label(text) == (PageNumber(*map(int, f"{expected}-0".split("-")[:2])) if expected else None)
