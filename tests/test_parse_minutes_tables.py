"""Minutes in tables: nested and cut tables, spans, nobody; whatever the tables say, no word of them is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council.model.events import Audience
from council.parse.drafts import DraftMeeting
from council.parse.minutes import parse_minutes
from council.read.documents import WordDocument
from council.text.blocks import Block, Cell, Paragraph, Row, Table, paragraphs

TITLE = "MINUTES OF THE COUNCIL MEETING\nMARCH 4, 2026"
HEADING = ["SUBJECT", "YEAS", "NAYS", "DISPOSITION"]
PRESENT = [["MEMBERS PRESENT"], ["Mayor Harbour"], ["Councillor Keelson"]]


@dataclass
class Page:
    """Blocks with running numbers."""

    blocks: list[Block] = field(default_factory=list)
    number: int = 0

    def paragraph(self, text: str) -> Paragraph:
        """Make the next paragraph."""
        self.number += 1
        return Paragraph(self.number, text)

    def table(self, rows: list[list[Any]]) -> Table:
        """Make a table; a list in the place of a text is a table in the cell."""
        first = self.number + 1
        return Table(first, tuple(Row(tuple(self._cells(row))) for row in rows))

    def _cells(self, row: list[Any]) -> list[Cell]:
        return [Cell((self.paragraph(cell) if isinstance(cell, str) else self.table(list(cell)),)) for cell in row]


def parsed(*blocks: Block) -> DraftMeeting:
    document = WordDocument("minutes_src/2026/x.docx", "0" * 64, tuple(blocks))
    return parse_minutes(document, folder="2026", audience=Audience.PUBLIC).value


def votes(meeting: DraftMeeting) -> list[str]:
    return [
        f"{one.title} {one.result} {' '.join(f'{vote.name}={vote.option.value}' for vote in one.votes)}"
        for one in meeting.decisions
        if one.votes
    ]


def test_a_table_cut_in_two_goes_on():
    page = Page()
    meeting = parsed(
        page.paragraph(TITLE),
        page.table([["RECORDED VOTES"], HEADING, ["Motion A", "Mayor Harbour", "Councillor Keelson", "LOST"]]),
        page.paragraph(""),
        page.table([["Motion B", "Councillor Keelson", "Mayor Harbour", "CARRIED"]]),
        page.paragraph(""),
        page.table([HEADING, ["Motion C", "Mayor Harbour", "NIL", "CARRIED"], ["", "Councillor Keelson", "", ""]]),
    )
    assert votes(meeting) == [
        "Motion A LOST Harbour=yes Keelson=no",
        "Motion B CARRIED Keelson=yes Harbour=no",
        "Motion C CARRIED Harbour=yes Keelson=yes",
    ]


@pytest.mark.parametrize("where", ["the whole table in a cell", "names in a cell"])
def test_tables_in_tables(where: str):
    page = Page()
    row: list[Any] = ["Motion A", "Mayor Harbour", "Councillor Keelson", "LOST"]
    if where == "names in a cell":
        row = ["Motion A", [["Mayor Harbour"], ["Councillor Reefman"]], "Councillor Keelson", "LOST"]
        table = page.table([["RECORDED VOTES"], list(HEADING), row])
    else:
        table = page.table([[[["RECORDED VOTES"], HEADING, row]]])
    meeting = parsed(page.paragraph(TITLE), table)
    also = " Reefman=yes" if where == "names in a cell" else ""
    assert votes(meeting) == [f"Motion A LOST Harbour=yes{also} Keelson=no"]


def test_ayes_noes_and_other_words():
    page = Page()
    heading = ["ITEM", "AYES", "NOES", "ABSTAINED", "ABSENT", "RESULT"]
    row = ["4", "Council Member Harbour\nCouncil Member Keelson", "None", "Mayor Reefman", "N/A", "Carried"]
    meeting = parsed(page.paragraph(TITLE), page.table([["RECORDED VOTES"], ["MATTER", *heading[1:]], row]))
    assert votes(meeting) == ["4 Carried Harbour=yes Keelson=yes Reefman=abstain"]


def test_headings_with_counts_and_names_in_one_line():
    page = Page()
    heading = ["MATTER", "IN FAVOUR (4)", "OPPOSED (1)", "REMARKS", "OUTCOME"]
    row = ["Levies", "Mayor Ford, Councillors Lee, Diaz and Kim", "The Speaker, Councillor Reef", "by voice", "Carried"]
    meeting = parsed(page.paragraph(TITLE), page.table([heading, row]))
    assert votes(meeting) == ["Levies Carried Ford=yes Lee=yes Diaz=yes Kim=yes Reef=no"]


def test_a_table_of_votes_is_not_enough_without_a_decision():
    page = Page()
    meeting = parsed(page.paragraph(TITLE), page.table([["RECORDED VOTES"], HEADING]), page.paragraph("None."))
    assert (meeting.profile, meeting.decisions) == ("", ())


CELLS = st.sampled_from(
    [
        "",
        "1",
        "Motion 1",
        "SUBJECT",
        "YEAS",
        "NAYS",
        "DISPOSITION",
        "MOVER & SECONDER",
        "MEMBERS PRESENT",
        "Mayor Harbour\nCouncillor Keelson",
        "NIL",
        "CARRIED",
        "REPORT OF THE HARBOUR COMMITTEE dated March 4, 2026",
        "COUNCIL MOTIONS",
        "议 議案第1号",
    ]
) | st.text(max_size=20)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=5)


@settings(max_examples=150, deadline=None)
@given(st.lists(ROWS | CELLS, max_size=8))
def test_whatever_the_tables_say_no_word_is_lost(parts: list[list[list[str]] | str]):
    page = Page()
    blocks: list[Block] = [page.table(PRESENT), page.table([["RECORDED VOTES"], HEADING, ["A", "B", "C", "LOST"]])]
    blocks += [page.paragraph(part) if isinstance(part, str) else page.table(list(part)) for part in parts]
    meeting = parsed(*blocks)
    shown = [*paragraphs(meeting.preface)]
    shown += [one for speech in meeting.debate for one in paragraphs(speech.blocks)]
    shown += [*paragraphs(meeting.epilogue)]
    assert [one.text for one in shown if one.text.strip()] == [
        one.text for one in paragraphs(blocks) if one.text.strip()
    ]
