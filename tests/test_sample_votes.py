"""Every vote of the sample city's tables is in the data and on three kinds of pages, cell by cell, and no other."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter

import lxml.html
import pytest
from conftest import SampleSite
from independent import city
from independent.site_walk import PageFile, by_id, of_class, read_page, read_pages, target, words
from independent.tables import VoteCell, plain_name

PAGE_WORDS = {
    ("yes", "member"): "賛成",
    ("yes", "chair"): "賛成",
    ("no", "member"): "反対",
    ("no", "chair"): "反対",
    ("abstain", "member"): "棄権",
    ("absent", "member"): "欠席",
    ("absent", "chair"): "欠席",
    ("not voting", "member"): "退席",
    ("not voting", "chair"): "議長",
    ("not voting", "vice-chair"): "副議長",
    ("excused", "member"): "除斥",
}
"""How pages word a vote: the reader's words for option and role."""


Key = tuple[str, str, bool, str]
"""A vote by what is printed: day, number of the bill, whether on an amendment, name of the member."""


@pytest.fixture(scope="module")
def cells(sample_site: SampleSite) -> dict[Key, VoteCell]:
    found = city.votes(sample_site.project)
    assert len(found) > 350
    assert all(cell.meaning for cell in found)
    by_key = {(cell.date, cell.number, "修正案" in cell.title, plain_name(cell.member)): cell for cell in found}
    assert len(by_key) == len(found)
    return by_key


@pytest.fixture(scope="module")
def rows(sample_site: SampleSite) -> list[dict[str, str]]:
    return read_csv(sample_site, "votes")


@pytest.fixture(scope="module")
def expected(cells: dict[Key, VoteCell], rows: list[dict[str, str]]) -> dict[tuple[str, str], tuple[str, str]]:
    """Return what each person chose in each decision, by the tables; the data only tell the ids."""
    return {(row["vote_event_id"], row["person_id"]): meaning(cells[key(row)]) for row in rows}


def key(row: dict[str, str]) -> Key:
    return row["date"], row["bill_number"], "-amend-" in row["vote_event_id"], plain_name(row["member"])


def meaning(cell: VoteCell) -> tuple[str, str]:
    assert cell.meaning
    return cell.meaning


def read_csv(site: SampleSite, name: str) -> list[dict[str, str]]:
    with (site.public / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_data_hold_every_cell_and_no_row_more(cells: dict[Key, VoteCell], rows: list[dict[str, str]]):
    assert Counter(key(row) for row in rows) == Counter(cells.keys())


def test_each_row_says_what_its_cell_says(cells: dict[Key, VoteCell], rows: list[dict[str, str]]):
    for row in rows:
        cell = cells[key(row)]
        assert (row["option"], row["role"]) == cell.meaning, cell
        assert unicodedata.normalize("NFKC", cell.title).startswith(unicodedata.normalize("NFKC", row["title"])), cell


def test_each_row_leads_to_where_it_is_written(
    sample_site: SampleSite, cells: dict[Key, VoteCell], rows: list[dict[str, str]]
):
    """That is its cell; or, where the minutes list the names of a vote, the paragraph that has this one."""
    listed = {one.path: one.paragraphs for one in city.public_sittings(sample_site.project)}
    for row in rows:
        path, _, paragraph = row["source"].partition(":¶")
        if paragraph:
            text = listed[path][int(paragraph) - 1]
            assert plain_name(row["member"]) in plain_name(text), row
            assert row["raw"] in ("賛成", "反対")
        else:
            source = re.sub(r"\[[^\]]*\]", "", row["source"])  # a workbook's sheet is named as well
            assert (source, row["raw"]) == (cells[key(row)].source, cells[key(row)].raw)


def test_the_rows_of_one_line_are_one_decision(cells: dict[Key, VoteCell], rows: list[dict[str, str]]):
    decisions: dict[tuple[str, str, bool], set[str]] = {}
    for row in rows:
        decisions.setdefault(key(row)[:3], set()).add(row["vote_event_id"])
    assert decisions.keys() == {one[:3] for one in cells}
    assert all(len(ids) == 1 for ids in decisions.values())
    assert len({next(iter(ids)) for ids in decisions.values()}) == len(decisions)


def test_counts_are_those_of_the_rows(sample_site: SampleSite, rows: list[dict[str, str]]):
    for event in read_csv(sample_site, "vote_events"):
        cast = [row for row in rows if row["vote_event_id"] == event["id"]]
        names = ("yes", "no", "abstain", "absent", "not_voting", "excused", "other", "chair")
        if not cast:
            assert {event[name] for name in names} <= {"", "0"}
            continue
        presiding = [row for row in cast if row["role"] != "member" and row["option"] == "not voting"]
        counted = Counter(row["option"].replace(" ", "_") for row in cast if row not in presiding)
        counted["chair"] = len(presiding)
        assert {name: int(event[name]) for name in names} == {name: counted[name] for name in names}, event["id"]


def test_the_page_of_a_decision_shows_each_vote(
    sample_site: SampleSite, cells: dict[Key, VoteCell], rows: list[dict[str, str]]
):
    by_event: dict[str, dict[str, str]] = {}
    for row in rows:
        cell = cells[key(row)]
        by_event.setdefault(row["vote_event_id"], {})[plain_name(cell.member)] = PAGE_WORDS[meaning(cell)]
    for event_id, wanted in by_event.items():
        page = read_page(sample_site.public, f"votes/{event_id}.html")
        assert shown_by_groups(page) == wanted, event_id
        assert shown_by_sides(page) == wanted, event_id


def shown_by_groups(page: PageFile) -> dict[str, str]:
    return {
        plain_name(next(ballot.iter("a")).text_content()): vote_word(of_class(ballot, "c-vote")[0])
        for ballot in of_class(page.tree, "c-ballot")
    }


def shown_by_sides(page: PageFile) -> dict[str, str]:
    return {
        plain_name(name.text_content()): word
        for side in of_class(page.tree, "c-side")
        for word in [vote_word(of_class(side, "c-vote")[0])]
        for name in side.xpath(".//li//a")
    }


def vote_word(badge: lxml.html.HtmlElement) -> str:
    """Return a badge's word without the symbol, which is hidden from those who hear it."""
    for symbol in badge.xpath(".//*[@aria-hidden='true']"):
        symbol.drop_tree()
    return words(badge)


def test_the_page_of_a_member_shows_each_vote_and_no_other(
    sample_site: SampleSite, expected: dict[tuple[str, str], tuple[str, str]]
):
    found: dict[tuple[str, str], str] = {}
    for page in read_pages(sample_site.public):
        if page.uri.startswith("members/") and not page.redirects:
            person = page.uri.removeprefix("members/").removesuffix(".html")
            for row in page.tree.xpath("//*[@id='member-votes']//li"):
                uri, _ = target(page.uri, of_class(row, "c-row__title")[0].get("href"))
                event = uri.removeprefix("votes/").removesuffix(".html")
                assert (event, person) not in found
                found[event, person] = vote_word(of_class(of_class(row, "c-row__badge")[0], "c-vote")[0])
    assert found == {key: PAGE_WORDS[value] for key, value in expected.items()}


def test_the_matrix_of_a_session_shows_each_vote_and_no_other(
    sample_site: SampleSite, expected: dict[tuple[str, str], tuple[str, str]]
):
    found: dict[tuple[str, str], str] = {}
    for page in read_pages(sample_site.public):
        for table in by_id(page, "matrix-table"):
            heads = table.xpath("./thead/tr[last()]/th")
            people = [target(page.uri, next(head.iter("a")).get("href"))[0] for head in heads]
            for row in table.xpath("./tbody/tr"):
                event, _ = target(page.uri, row.xpath("./th//a")[0].get("href"))
                marks = row.xpath("./td")
                if len(marks) == 1 and marks[0].get("colspan") == str(len(people)):
                    continue
                for person, mark in zip(people, marks, strict=True):
                    if mark.get("class") != "c-none":
                        found[bare(event), bare(person)] = words(mark)
    assert found == {key: PAGE_WORDS[value] for key, value in expected.items()}


def bare(uri: str) -> str:
    return uri.rpartition("/")[2].removesuffix(".html")


def test_a_decision_without_names_gives_nobody_a_vote(sample_site: SampleSite, rows: list[dict[str, str]]):
    named = {row["vote_event_id"] for row in rows}
    unnamed = [event for event in read_csv(sample_site, "vote_events") if event["id"] not in named]
    assert len(unnamed) > 30
    for event in unnamed:
        assert event["recorded"] in ("not recorded", "not published"), event["id"]
        page = read_page(sample_site.public, f"votes/{event['id']}.html")
        assert of_class(page.tree, "c-ballot", "c-side") == []
