"""The index: a plain Whoosh index whose every list is right, made anew where anything is doubtful and nowhere else."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
from array import array
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace
from pages_council import small_council
from search_archive import blocks, changed
from whoosh import index as whoosh_index
from whoosh import query as whoosh_query

from council.model.events import EventId
from council.model.outline import outline
from council.model.people import Membership, OrganizationKind, PersonId
from council.search.blocks import blocks_of
from council.search.bulk_field import BulkFieldWriter
from council.search.current import Current, read_current, write_current
from council.search.documents import KINDS, SPEECH, capacity
from council.search.engine import SearchEngine
from council.search.filters import BY_SCORE, Filters, Request, as_day
from council.search.folding import BREAKS, fold
from council.search.groups import GroupTerms
from council.search.indexing import bring_up
from council.search.knowledge import Knowledge
from council.search.lists import read_entries
from council.search.naming import names_of
from council.search.readings import widening_tables
from council.search.varints import numbers_of

NOTHING_KNOWN = Knowledge(names_of(small_council()), widening_tables((), ()))


def terms_of(text: str) -> set[str]:
    """Return the terms of a text, counted in another way than the index does it."""
    folded = fold(text).text
    white = {" ", "\n", "\t"}
    pairs = {one + other for one, other in pairwise(folded) if not BREAKS & {one, other}}
    return pairs | (set(folded) - white)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("index")
    found = blocks()
    current = Current(bring_up(folder, found), NOTHING_KNOWN)
    write_current(folder, current)
    return folder, found, current.index


def by_year(archive):
    _, found, index = archive
    return {
        year.year: (year, [block for block in found if (block.heading.date or "0000").startswith(year.year)])
        for year in index.years
    }


def test_any_whoosh_opens_a_year_and_counts_every_term_right(archive):
    for year, held in by_year(archive).values():
        expected = defaultdict(list)
        documents = [document for block in held for document in block.documents()]
        for number, document in enumerate(documents):
            for term in terms_of(document.text):
                expected[term].append(number)
        with whoosh_index.open_dir(str(year.folder), readonly=True).reader() as reader:
            assert reader.doc_count() == len(documents)
            assert [text.decode() for text in reader.lexicon("body")] == sorted(expected)
            for term, numbers in expected.items():
                assert reader.doc_frequency("body", term) == len(numbers), term
                assert list(reader.postings("body", term).all_ids()) == numbers, term
            assert reader.stored_fields(0)["text"] == documents[0].text


def test_no_class_of_ours_is_in_a_years_files(archive):
    """A program that has never heard of this one opens the index and asks it."""
    year = archive[2].years[-1]
    asked = (
        "import sys; from whoosh import index, query\n"
        "with index.open_dir(sys.argv[1], readonly=True).searcher() as searcher:\n"
        "    print(len(list(searcher.docs_for_query(query.Term('body', '予算')))))\n"
        "assert not [name for name in sys.modules if name.startswith('council')]\n"
    )
    ran = subprocess.run(  # noqa: S603 - Python itself
        [sys.executable, "-I", "-c", asked, str(year.folder)], capture_output=True, check=True, text=True
    )
    with whoosh_index.open_dir(str(year.folder), readonly=True).reader() as reader:
        assert int(ran.stdout) == reader.doc_frequency("body", "予算") > 0


def test_the_lists_beside_it_are_those_of_the_index(archive):
    for year, _ in by_year(archive).values():
        places = array("I", (row.base + place for row in year.rows for place in range(row.count)))
        with whoosh_index.open_dir(str(year.folder), readonly=True).reader() as reader:
            stored = {}
            for field in ("body", "speaker", "group", "bill"):
                for term in reader.lexicon(field):
                    numbers = reader.postings(field, term).all_ids()
                    stored[term.decode()] = [places[number] for number in numbers]
        lists = list(read_entries(year.lists))
        assert [term.decode() for term, *_ in lists] == sorted(stored)
        for term, count, first, last, gaps in lists:
            numbers = stored[term.decode()]
            assert list(numbers_of(first, gaps)) == numbers, term
            assert (count, first, last) == (len(numbers), numbers[0], numbers[-1])


def test_fields_narrow_a_query_as_whoosh_users_expect(archive):
    year, held = by_year(archive)["2021"]
    spoken = [document for block in held if block.heading.kind == SPEECH for document in block.documents()]
    with whoosh_index.open_dir(str(year.folder), readonly=True).searcher() as searcher:
        found = list(searcher.docs_for_query(whoosh_query.Term("kind", SPEECH)))
        assert len(found) == len(spoken)
        person = next(one.person_id for one in spoken if one.person_id)
        found = list(searcher.docs_for_query(whoosh_query.Term("speaker", f"@p:{person}")))
        assert len(found) == sum(one.person_id == person for one in spoken)


def test_numbers_leave_room_so_that_one_more_speech_moves_nothing(archive):
    assert [capacity(SPEECH, count) for count in (0, 1, 64, 65)] == [0, 64, 64, 128]
    assert [capacity("bill", count) for count in (1, 16, 17)] == [16, 16, 32]
    for year in archive[2].years:
        ends = [row.base + capacity(row.heading.kind, row.count) for row in year.rows]
        assert [row.base for row in year.rows] == [0, *ends[:-1]]
        assert year.size == ends[-1]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_only_the_year_of_a_changed_sitting_is_made_again(archive, tmp_path):
    folder = tmp_path / "index"
    shutil.copytree(archive[0], folder)
    before = files(folder)
    key = next(block.heading.key for block in archive[1] if block.heading.year == "2022")
    found = changed(archive[1], key, 1, "まったく別の言葉になりました。")
    write_current(folder, Current(bring_up(folder, found), NOTHING_KNOWN))
    after = files(folder)
    years = {name.partition("-")[0] for name in {*before, *after} if before.get(name) != after.get(name)}
    assert years == {"2022", "current.json"}
    assert {name.partition("/")[0] for name in after if name.startswith("2022")} == {
        year.folder.name for year in read_current(folder).index.years if year.year == "2022"
    }


def test_nothing_is_written_where_nothing_has_changed(archive, tmp_path):
    folder = tmp_path / "index"
    shutil.copytree(archive[0], folder)
    times = {path: path.stat().st_mtime_ns for path in folder.rglob("*.*") if path.parent != folder}
    bring_up(folder, archive[1])
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*.*") if path.parent != folder} == times


def harm_a_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


HARMS = {
    "a bit": harm_a_bit,
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "empty": lambda path: path.write_bytes(b""),
    "gone": Path.unlink,
}


@pytest.mark.parametrize("harm", HARMS)
def test_an_index_that_is_not_whole_is_not_believed(archive, tmp_path, harm):
    names = sorted(name for name in files(archive[0]) if files(archive[0])[name])
    chosen = [name for name in names if "/" not in name or name.startswith("2021")]
    assert {"lists.bin", "blocks.json", "complete.json"} <= {name.rpartition("/")[2] for name in chosen}
    for name in chosen:
        folder = tmp_path / "index"
        shutil.copytree(archive[0], folder)
        HARMS[harm](folder / name)
        assert SearchEngine.open(folder) is None, name
        shutil.rmtree(folder)


def test_a_strange_file_or_another_program_makes_it_doubtful(archive, tmp_path, monkeypatch):
    folder = tmp_path / "index"
    shutil.copytree(archive[0], folder)
    assert read_current(folder)
    monkeypatch.setattr("council.search.current.made_by", lambda: "another program")
    assert read_current(folder) is None
    monkeypatch.undo()
    (read_current(folder).index.years[0].folder / "strange.txt").write_text("x")
    assert read_current(folder) is None


def test_a_year_that_is_damaged_is_made_again_from_the_record(archive, tmp_path):
    folder = tmp_path / "index"
    shutil.copytree(archive[0], folder)
    lists = archive[2].years[2].lists
    harm_a_bit(folder / lists.parent.name / lists.name)
    bring_up(folder, archive[1])
    assert files(folder)[f"{lists.parent.name}/{lists.name}"] == lists.read_bytes()


def test_what_a_killed_run_left_is_cleared_away(archive, tmp_path):
    folder = tmp_path / "index"
    shutil.copytree(archive[0], folder)
    (folder / "2021-0123.77.part").mkdir()
    (folder / "2021-0123.77.part" / "half").write_text("x")
    write_current(folder, Current(bring_up(folder, archive[1]), NOTHING_KNOWN))
    assert not list(folder.glob("*.part"))
    assert read_current(folder)


def test_whoosh_may_not_add_postings_of_its_own():
    """What is written beside the lists would be lost without a word."""
    writer = object.__new__(BulkFieldWriter)
    with pytest.raises(ValueError, match="beside the lists"):
        writer.add_postings({}, None, iter([object()]))


def test_documents_of_a_record_are_its_speeches_bills_decisions_and_papers():
    council = small_council()
    found = blocks_of(council)
    by_kind = {kind: [] for kind in KINDS}
    for block in found:
        by_kind[block.heading.kind] += block.documents()
    spoken = [
        speech
        for debate in council.debates.values()
        for speech in debate.speeches
        if speech.type.value in ("speech", "question", "answer")
    ]
    assert {one.id for one in by_kind["speech"]} == {one.id for one in spoken}
    assert sorted(one.text for one in by_kind["speech"]) == sorted(one.text for one in spoken)
    assert {one.id for one in by_kind["bill"]} == set(council.motions)
    assert {one.id for one in by_kind["decision"]} == set(council.vote_events)
    assert {one.id for one in by_kind["material"]} == {one.id for one in council.materials if not one.withheld}
    assert [block.heading.order for block in found] == sorted(block.heading.order for block in found)
    assert len({block.heading.key for block in found}) == len(found)


def test_a_speech_is_of_the_bills_of_the_heading_above_it():
    council = small_council()
    for block in blocks_of(council):
        if block.heading.kind == SPEECH:
            debate = council.debates[EventId(block.heading.key)]
            bills, expected = (), {}
            for speech in debate.speeches:
                bills = speech.motion_ids if speech.type.value == "heading" else bills
                expected[speech.id] = speech.motion_ids or bills
            assert {one.id: one.bill_ids for one in block.documents()} == {
                one.id: expected[one.id] for one in block.documents()
            }


def test_everybody_is_of_the_group_of_the_day_from_its_first_day_to_the_last():
    council = small_council()
    group = next(key for key, one in council.organizations.items() if one.classification is OrganizationKind.GROUP)
    first, last = dt.date(2025, 4, 1), dt.date(2025, 12, 2)
    terms = GroupTerms.of(replace(council, memberships=(Membership(PersonId("a"), group, "", first, last),)))
    day = dt.timedelta(days=1)
    found = [terms.on(one).of for one in (first - day, first, last, last + day)]
    assert found == [{}, {"a": group}, {"a": group}, {}]
    assert terms.on(first).made_of == terms.on(last).made_of != terms.on(None).made_of
    assert terms.on(None).of == {}


class Unreadable(dict):
    """Debates or papers that say what they are made of and must not be fetched."""

    def __getitem__(self, key: object) -> object:
        """Refuse."""
        raise AssertionError(key)

    def get(self, key: object, default: object = None) -> object:  # noqa: ARG002 - as dict.get
        """Refuse."""
        raise AssertionError(key)

    def basis(self, key: object) -> str:
        """Tell what is held."""
        return repr(super().__getitem__(key))


def test_nothing_is_fetched_to_tell_that_nothing_has_changed():
    council = small_council()
    outlines = {key: outline(debate) for key, debate in council.debates.items()}
    bare = replace(council, debates=Unreadable(council.debates), papers=Unreadable(council.papers), outlines=outlines)
    found = blocks_of(bare)
    assert [block.made_of for block in found] == [block.made_of for block in blocks_of(bare)]
    other = replace(bare, debates=Unreadable(dict.fromkeys(council.debates, "other words")))
    speeches = [block.heading.kind == SPEECH for block in found]
    assert [one.made_of == two.made_of for one, two in zip(found, blocks_of(other), strict=True)] == [
        not is_speech for is_speech in speeches
    ]


@pytest.fixture(scope="module")
def engine(archive):
    with SearchEngine.open(archive[0]) as opened:
        yield opened


def test_the_newest_come_first_and_within_a_day_in_the_order_of_the_record(archive, engine):
    found = engine.search(Request("予算", limit=10_000))
    expected = []
    for block in reversed(archive[1]):
        expected += [one.url for one in block.documents() if "予算" in fold(one.text).text]
    assert [one.url for one in found.items] == expected
    assert found.total == len(expected) > 100
    pages = [engine.search(Request("予算", limit=7, offset=offset)).items for offset in (0, 7, 14)]
    assert [one.url for page in pages for one in page] == expected[:21]


def test_by_score_the_three_hundred_newest_are_ranked(engine):
    by_date = [one.url for one in engine.search(Request("の", limit=10_000)).items]
    by_score = [one.url for one in engine.search(Request("の", sort=BY_SCORE, limit=10_000)).items]
    assert len(by_date) > 300
    assert by_score[300:] == by_date[300:]
    assert sorted(by_score) == sorted(by_date)
    assert by_score[:300] != by_date[:300]


def test_marks_are_the_words_in_the_snippet(engine):
    for item in engine.search(Request("学校給食費|学校", limit=50)).items:
        assert item.marks
        for start, end in item.marks:
            assert fold(item.snippet[start:end]).text in ("学校給食費", "学校")


@pytest.mark.parametrize(
    ("filters", "allows"),
    [
        (Filters(kind="bill"), lambda heading: heading.kind == "bill"),
        (Filters(body="総務委員会"), lambda heading: heading.body == "総務委員会"),
        (Filters(since="2021"), lambda heading: heading.date[:4] >= "2021"),
        (Filters(until="2021-03"), lambda heading: heading.date > "" and heading.date[:7] <= "2021-03"),
        (Filters(since="2020-05-10", until="2020-05-10"), lambda heading: heading.date == "2020-05-10"),
        (Filters(session="no such session"), lambda _: False),
        (Filters(speaker="no such person"), lambda _: False),
    ],
)
def test_filters_leave_out_everything_else(archive, engine, filters, allows):
    expected = {
        one.url
        for block in archive[1]
        for one in block.documents()
        if allows(block.heading) and "予算" in fold(one.text).text
    }
    found = engine.search(Request("予算", filters, limit=10_000))
    assert {one.url for one in found.items} == expected
    assert found.total == len(expected)


def test_a_query_of_nothing_finds_nothing(engine):
    for words in ("", "　", "-予算", '""', "|", "-"):
        found = engine.search(Request(words))
        assert (found.total, found.items, found.expanded) == (0, [], [])


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("", ""),
        ("2025", "2025"),
        ("2025-12", "2025-12"),
        ("2025/12/5", "2025-12-05"),
        ("令和7年", "2025"),
        ("令和７年12月", "2025-12"),
        ("R7.12.5", "2025-12-05"),
        ("2025-13", None),
        ("2025-02-30", None),
        ("令和8年13月", None),
        ("去年", None),
    ],
)
def test_days_months_and_years_are_read_as_people_write_them(written, day):
    assert as_day(written) == day
