"""Every speech of the sample city's minutes is in the data, character by character, and on its page, word by word.

Published corrections are carried out on both sides before texts are compared; that the site carries them out itself is
`test_sample_corrections.py`'s to prove.
"""

from __future__ import annotations

import ast
import csv
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest
from conftest import SampleSite
from independent.city import Sitting, corrected, public_sittings
from independent.minutes import Spoken, cut, name_in, office_in
from independent.projects import CHAIR, MAYOR, minutes, write_word
from independent.site_walk import PageFile, of_class, read_page
from independent.word_file import paragraphs

SPOKEN = {"speech", "question", "answer"}
ADDED = ("c-card", "c-permalink", "c-chip", "c-turn", "c-play", "c-corrected", "c-thread")
"""What a page adds to the words of the minutes: cards, links, groups, kinds of speeches, recordings, readings, marks of corrections."""


@pytest.fixture(scope="module")
def sittings(sample_site: SampleSite) -> list[Sitting]:
    found = [put_right(one, sample_site.project) for one in public_sittings(sample_site.project)]
    assert len(found) >= 14
    return found


def put_right(sitting: Sitting, project: Path) -> Sitting:
    texts = [corrected(project, text) for text in sitting.paragraphs]
    return replace(sitting, paragraphs=texts, minutes=cut(texts))


@pytest.fixture(scope="module")
def lines(sample_site: SampleSite) -> list[dict[str, str]]:
    text = (sample_site.public / "data" / "speeches.jsonl").read_text("utf-8")
    return [json.loads(corrected(sample_site.project, line)) for line in text.splitlines()]


@pytest.fixture(scope="module")
def meeting_ids(sample_site: SampleSite) -> dict[tuple[str, str], str]:
    with (sample_site.public / "data" / "meetings.csv").open(encoding="utf-8-sig", newline="") as file:
        return {(row["date"], row["body"]): row["id"] for row in csv.DictReader(file)}


def of_meeting(lines: list[dict[str, str]], meeting_id: str) -> list[dict[str, str]]:
    return [line for line in lines if line["meeting_id"] == meeting_id]


def test_every_speech_is_there_in_order_with_its_label_and_every_character(
    sittings: list[Sitting], lines: list[dict[str, str]], meeting_ids: dict[tuple[str, str], str]
):
    for sitting in sittings:
        given = of_meeting(lines, meeting_ids[sitting.date, sitting.body])
        spoken = [(line["attribution"], line["text"]) for line in given if line["type"] in SPOKEN]
        wanted = [(speech.label, speech.text) for speech in sitting.minutes.speeches]
        assert [label for label, _ in spoken] == [label for label, _ in wanted], sitting.path
        for (label, text), (_, expected) in zip(spoken, wanted, strict=True):
            assert text == expected, (sitting.path, label)


def test_the_characters_of_all_speeches_are_those_of_the_word_files(
    sittings: list[Sitting], lines: list[dict[str, str]]
):
    written = Counter(sign for sitting in sittings for speech in sitting.minutes.speeches for sign in speech.text)
    given = Counter(sign for line in lines if line["type"] in SPOKEN for sign in line["text"])
    assert given == written
    assert sum(given.values()) > 15_000 * 12


def test_headings_and_what_stands_outside_speeches_keep_their_place(
    sittings: list[Sitting], lines: list[dict[str, str]], meeting_ids: dict[tuple[str, str], str]
):
    for sitting in sittings:
        given = of_meeting(lines, meeting_ids[sitting.date, sitting.body])
        kinds = ["speech" if line["type"] in SPOKEN else line["type"] for line in given]
        assert [kind for kind in kinds if kind in ("speech", "heading")] == [
            one.kind for one in sitting.minutes.debate if one.kind != "outside"
        ]
        headings = [line["text"] for line in given if line["type"] == "heading"]
        printed = [one.text for one in sitting.minutes.debate if one.kind == "heading"]
        assert [squeezed(text).lstrip("△") for text in headings] == [squeezed(text).lstrip("△") for text in printed]


def test_office_and_name_are_those_of_the_label(lines: list[dict[str, str]]):
    for line in lines:
        if line["type"] in SPOKEN:
            assert line["name"] == name_in(line["attribution"])
            assert folded(line["role"]) == folded(office_in(line["attribution"]))


def test_no_meeting_has_minutes_that_no_word_file_holds(
    sittings: list[Sitting], lines: list[dict[str, str]], meeting_ids: dict[tuple[str, str], str]
):
    assert {line["meeting_id"] for line in lines} == {meeting_ids[one.date, one.body] for one in sittings}


def test_every_speech_has_an_address_of_its_own_where_it_stands(sample_site: SampleSite, lines: list[dict[str, str]]):
    assert len({line["url"] for line in lines}) == len(lines)
    for meeting_id in {line["meeting_id"] for line in lines}:
        page = read_page(sample_site.public, f"meetings/{meeting_id}.html")
        order = {anchor: place for place, anchor in enumerate(page.ids)}
        given = of_meeting(lines, meeting_id)
        assert [line["url"] for line in given] == [f"{page.uri}#{line['id']}" for line in given]
        places = [order[line["id"]] for line in given]
        assert places == sorted(places)
        assert [int(line["position"]) for line in given] == sorted(int(line["position"]) for line in given)


def test_the_page_shows_every_visible_word_of_the_file_in_order(
    sample_site: SampleSite, sittings: list[Sitting], meeting_ids: dict[tuple[str, str], str]
):
    for sitting in sittings:
        page = read_page(sample_site.public, f"meetings/{meeting_ids[sitting.date, sitting.body]}.html")
        there = corrected(sample_site.project, "".join(shown(page)))
        parts = sitting.minutes
        words = (*map(squeezed, parts.before), *printed(parts.debate), *map(squeezed, parts.after))
        assert there == "".join(words), sitting.path


def test_agenda_attendance_and_signatures_stand_in_sections_of_their_own(
    sample_site: SampleSite, sittings: list[Sitting], meeting_ids: dict[tuple[str, str], str]
):
    for sitting in sittings:
        page = read_page(sample_site.public, f"meetings/{meeting_ids[sitting.date, sitting.body]}.html")
        for element in minutes_of(page):
            element.drop_tree()
        there = folded(page.articles[0].text_content())
        assert [word for word in front_words(sitting) if word not in there] == [], sitting.path


def minutes_of(page: PageFile) -> list[lxml.html.HtmlElement]:
    """Return what stands below the heading of the minutes, to the next heading of its level or the end."""
    following = page.tree.xpath("//h2[@id='minutes']/following-sibling::*")
    ends = (place for place, one in enumerate(following) if one.tag in ("h2", "nav") or "c-source" in one.classes)
    return following[: next(ends, None)]


def shown(page: PageFile) -> Iterator[str]:
    for element in minutes_of(page):
        for added in (*of_class(element, *ADDED), *element.xpath(".//rt | .//rp | .//summary")):
            added.drop_tree()
        yield squeezed(element.text_content())


def printed(debate: list[Spoken]) -> Iterator[str]:
    for one in debate:
        who = (folded(office_in(one.label)) + name_in(one.label)) if one.label else ""
        yield squeezed(who + one.text)


def front_words(sitting: Sitting) -> Iterator[str]:
    """Yield the words outside the debate that a reader looks for: agenda, names, offices, hours; not the layout's."""
    for text in (*sitting.minutes.before[2:-1], *sitting.minutes.after[1:]):
        for word in re.split(r"[\s|（）()]+", unicodedata.normalize("NFKC", text)):
            if word and not _FRAME.fullmatch(word):
                yield squeezed(word)


_FRAME = re.compile(
    r"\d+\.?.*|.*次のとおりである|日程第\d+|追加日程第\d+|名|なし|欠員|.曜日|令和.*|午[前後].*開[議会]|.*に同じ|付託委員会"
)


def folded(text: str) -> str:
    return squeezed(unicodedata.normalize("NFKC", text))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_the_second_reader_shares_nothing_with_the_toolkit():
    for module in sorted((Path(__file__).parent / "independent").glob("*.py")):
        names = {
            (node.module or "") if isinstance(node, ast.ImportFrom) else alias.name
            for node in ast.walk(ast.parse(module.read_text("utf-8")))
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        }
        assert [name for name in names if name.split(".")[0] == "council"] == [], module.name


def test_the_second_reader_reads_what_is_written(tmp_path: Path):
    """A reader that reads nothing would prove nothing."""
    said = [(CHAIR, "開議します。"), (MAYOR, "説明します。\u3000\u3000空白も"), (CHAIR, "終わります。")]
    write_word(tmp_path / "a.docx", minutes(3, said))
    found = cut(paragraphs(tmp_path / "a.docx"))
    assert [speech.label for speech in found.speeches] == [CHAIR, MAYOR, CHAIR]
    assert found.speeches[1].text == "説明します。\u3000\u3000空白も"
    assert found.speeches[2].text.split("\n")[1].strip() == "午後３時05分散会"
    assert len(found.after) == 2
