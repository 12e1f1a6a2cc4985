"""Records kept as columns say what they said, share what is equal, and are resolved and swept as any others are."""

from __future__ import annotations

import datetime as dt

import pytest
from corrections_desk import errata
from corrections_desk import row as correction
from drafts import decision, member, resolved, row, sitting
from msgspec.structs import replace

from council.build.minutes import in_columns
from council.cache import pack, unpack
from council.corrections import sweep
from council.location import Location
from council.model.bill_numbers import BillNumber
from council.model.debate import SpeechType
from council.model.events import AttendanceKind, AttendanceStatus
from council.parse.columns import AttendanceColumns, Cells, Columns, Folded, Sharing, VoteColumns, column, places_of
from council.parse.drafts import DraftAttendance, DraftMeeting, Drafts, DraftSpeech, DraftVoteEvent
from council.text.blocks import Paragraph

MEMBERS = (
    member("山田 太郎", "やまだ たろう", role="議長", group="青風会"),
    member("鈴木 花子", "すずき はなこ", group="緑の会"),
    member("佐藤 一郎", "さとう いちろう", start_date=dt.date(2020, 1, 1), end_date=dt.date(2023, 1, 1)),
    member("佐藤 次郎", "さとう じろう", start_date=dt.date(2024, 1, 1)),
)
VOTES = {"山田太郎": "議", "鈴木花子": "○", "佐藤次郎": "×"}
DOUBTFUL = {"山田太郎": "○", "鈴木": "○", "佐藤": "欠", "田中三郎": "×"}

LEFT = correction(2, "minutes_src/a.docx", kind="withdrawn", was="鈴木花子さんの電話")


def in_table(*rows: DraftVoteEvent) -> tuple[DraftVoteEvent, ...]:
    sharing = Sharing()
    return tuple(replace(one, votes=sharing.columns(VoteColumns, one.votes)) for one in rows)


def minutes(date: str, *names: str, path: str) -> DraftMeeting:
    heading = DraftSpeech(
        SpeechType.HEADING,
        (Paragraph(8, "△日程第１　議案第1号"),),
        Location(path, paragraph=8),
        bills=(BillNumber("議案", "1"),),
    )
    held = sitting(
        date,
        present=names,
        speakers=(("議長", "山田太郎", "開会します。"), ("2番", "鈴木", "賛成です。"), ("3番", "佐々木", "反対です。")),
        decisions=(decision("議案第1号"),),
        path=path,
    )
    witness = DraftAttendance(
        "高橋部長",
        AttendanceKind.EXPLAINER,
        AttendanceStatus.PRESENT,
        Location(path, paragraph=7, words="説明員"),
        post="部長",
    )
    return replace(held, debate=(heading, *held.debate), attendance=(*held.attendance, witness))


SITTINGS = (
    minutes("2025-12-02", "山田太郎", "鈴木花子", path="minutes_src/令和7年第4回定例会/第1号.docx"),
    minutes("2025-12-19", "山田太郎", "鈴木花子", path="minutes_src/令和7年第4回定例会/第2号.docx"),
    minutes("2025-12-20", "山田太郎", "鈴木", "佐藤", "名無し", path="minutes_src/令和7年第4回定例会/第3号.docx"),
)
ROWS = (
    row("議案第1号", VOTES, result="可決"),
    row("議案第2号", VOTES | {"鈴木花子": "×"}, line=3),
    row("議案第3号", VOTES, line=4, date=""),
    row("議案第4号", DOUBTFUL, line=5),
)


@pytest.mark.parametrize("number", range(len(ROWS)))
def test_columns_hold_the_records(number: int):
    votes = in_table(*ROWS)[number].votes
    assert isinstance(votes, VoteColumns)
    assert tuple(votes) == ROWS[number].votes
    assert (len(votes), votes[1], votes[1:]) == (len(ROWS[number].votes), ROWS[number].votes[1], ROWS[number].votes[1:])
    assert list(column(votes, "raw")) == column(ROWS[number].votes, "raw")


def test_no_records_are_no_columns():
    assert Sharing().columns(VoteColumns, ()) == ()


def test_what_is_equal_is_one_object_and_stays_one_on_the_disk():
    first, second, *_ = (one.votes for one in unpack(pack(in_table(*ROWS))))
    assert first.column("name") is second.column("name")
    assert first.places.columns is second.places.columns
    assert tuple(first) == ROWS[0].votes


def test_columns_are_shared_again():
    alone = [in_columns(one, Sharing()) for one in SITTINGS]
    sharing = Sharing()
    first, second, third = (unpack(pack(in_columns(one, sharing))) for one in alone)
    assert isinstance(first.attendance, AttendanceColumns)
    for told, printed in zip((first, second, third), SITTINGS, strict=True):
        assert tuple(told.attendance) == printed.attendance
        assert [one.location.words for one in told.attendance] == [one.location.words for one in printed.attendance]
    together = [in_columns(one, sharing) for one in alone]
    assert together[0].attendance.columns is together[1].attendance.columns


def test_places_of_cells_are_told_as_every_place_is():
    for sheet in ("", "12月"):
        places = Cells("votes/賛否.xlsx", sheet, (3, 3, 4), (5, 6, 1))
        assert places.sources() == [str(one) for one in places]
        assert places.is_in_order
        assert places[2] == Location("votes/賛否.xlsx", 4, 1, sheet=sheet)
        assert places[:1] == (Location("votes/賛否.xlsx", 3, 5, sheet=sheet),)


@pytest.mark.parametrize("cells", [((3, 3), (6, 5)), ((3, 3), (5, 5)), ((3, None), (5, 6))])
def test_cells_that_do_not_follow_one_another_are_not_in_order(cells: tuple[tuple[int, ...], tuple[int, ...]]):
    assert not Cells("votes/a.csv", "", *cells).is_in_order


def test_places_in_minutes_are_folded():
    places = tuple(Location("a.docx", paragraph=number, heading="議案", words="賛成") for number in range(3))
    folded = Folded.of(places)
    assert (len(folded), tuple(folded), folded[1], folded[1:]) == (3, places, places[1], places[1:])
    assert list(places_of(SITTINGS[0].attendance)) == list(in_columns(SITTINGS[0], Sharing()).attendance.places)


@pytest.mark.parametrize("members", [MEMBERS, ()])
def test_columns_are_resolved_as_records_are(members):
    sharing = Sharing()
    kept = tuple(in_columns(one, sharing) for one in SITTINGS)
    assert isinstance(kept[0].outline.headings, Columns)
    plain = resolved(members=members, meetings=SITTINGS, vote_events=ROWS)
    columns = resolved(members=members, meetings=kept, vote_events=in_table(*ROWS))
    assert columns.findings == plain.findings
    for part in ("people", "events", "motions", "vote_events", "outlines", "sessions"):
        assert getattr(columns.value, part) == getattr(plain.value, part)
    assert dict(columns.value.debates) == dict(plain.value.debates)


def test_a_second_entry_in_columns_is_compared_as_records_are():
    again = tuple(
        replace(one, table="votes/second/a.csv") for one in (row("議案第1号", VOTES | {"佐藤次郎": "○"}), *ROWS[1:])
    )
    plain = resolved(members=MEMBERS, vote_events=ROWS, second=again)
    columns = resolved(members=MEMBERS, vote_events=in_table(*ROWS), second=in_table(*again))
    assert (columns.findings, columns.value.vote_events) == (plain.findings, plain.value.vote_events)


def test_withdrawn_words_leave_columns_as_they_leave_records():
    words = "鈴木花子さんの電話"
    noted = tuple(replace(one, note=words) for one in ROWS[0].votes)
    rows = (replace(ROWS[0], votes=noted), *ROWS[1:])
    told = [
        sweep(Drafts(vote_events=events), errata([LEFT], "minutes_src/a.docx"), (words,))
        for events in (rows, in_table(*rows))
    ]
    plain, columns = told
    assert columns.findings == plain.findings
    assert [tuple(one.votes) for one in columns.value.drafts.vote_events] == [
        one.votes for one in plain.value.drafts.vote_events
    ]
    assert isinstance(columns.value.drafts.vote_events[1].votes, VoteColumns)
    assert words not in repr(columns.value.drafts)
