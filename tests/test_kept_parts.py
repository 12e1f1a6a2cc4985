"""What is counted or kept in a quicker way says the same as the slow way: agreement, rows by session, the calendar."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from hashlib import sha256
from itertools import permutations
from pathlib import Path

import pages_council
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from council.build.data_parts import kept_entries, row_parts
from council.build.patchwork import Patchwork
from council.cache import Store, fingerprint
from council.figures import Agreement, agreement
from council.model.council import Council, CouncilFacts
from council.model.events import MotionId, SessionId
from council.model.people import PersonId
from council.model.votes import Option, Requirement, Role, Vote, VoteEvent, VoteEventId
from council.opendata.calendar import calendar, calendar_entries
from council.opendata.files import csv_head, csv_line, table_files, whole_table
from council.opendata.pieces import Gather, Piece, RowPart, Spacing, Wanted, all_made
from council.opendata.schema import TABLES, TableSchema
from council.pages.record import make_record, under_watch
from council.pages.watch import Watch
from council.publish.disk import digest, stamp
from council.publish.manifest import Entry, Manifest

_PEOPLE = tuple(map(PersonId, ("abe", "baba", "chiba", "doi")))
_MARKS = st.sampled_from([*Option, None])
_DAYS = st.one_of(st.none(), st.dates(dt.date(2025, 1, 1), dt.date(2025, 1, 5)))
_DECISIONS = st.lists(st.tuples(_DAYS, st.lists(_MARKS, min_size=len(_PEOPLE), max_size=len(_PEOPLE))), max_size=8)


def _decision(number: int, day: dt.date | None, marks: Sequence[Option | None]) -> VoteEvent:
    votes = tuple(
        Vote(person, mark, Role.MEMBER, "") for person, mark in zip(_PEOPLE, marks, strict=True) if mark is not None
    )
    decision = pages_council.decision("2025-4-gian-1")
    return replace(decision, id=VoteEventId(f"d{number}"), date=day, votes=votes, requirement=Requirement.MAJORITY)


def _counted(decisions: Sequence[VoteEvent], one: PersonId, other: PersonId) -> Agreement | None:
    """Count two people's decisions one by one, as contract §5.4 says."""
    sides = (Option.YES, Option.NO)
    shared: list[tuple[dt.date | None, bool]] = []
    for decision in decisions:
        cast = {vote.voter_id: vote.option for vote in decision.votes}
        contested = set(sides) <= set(cast.values())
        if contested and cast.get(one) in sides and cast.get(other) in sides:
            shared.append((decision.date, cast[one] is cast[other]))
    days = [day for day, _ in shared if day]
    agreed = sum(alike for _, alike in shared)
    start, end = min(days, default=None), max(days, default=None)
    return Agreement(one, other, len(shared), agreed, start, end) if shared else None


@given(_DECISIONS)
def test_agreement_is_what_counting_one_by_one_gives(told: list[tuple[dt.date | None, list[Option | None]]]) -> None:
    decisions = [_decision(number, day, marks) for number, (day, marks) in enumerate(told)]
    council = Council(CouncilFacts("市議会"), vote_events={one.id: one for one in decisions})
    expected = [found for pair in permutations(_PEOPLE, 2) if (found := _counted(decisions, *pair))]
    assert list(agreement(council)) == expected


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_rows_kept_by_session_are_those_made_at_once(table: TableSchema, tmp_path: Path) -> None:
    council, store, watch = pages_council.small_council(), Store(), Watch()
    watched = under_watch(make_record(council), watch).council
    whole = _written(table, whole_table(table, council), all_made, tmp_path / "whole")
    for _ in range(2):  # made, then kept
        patchwork = Patchwork(store, "public", "site", tmp_path / "site", _manifest(tmp_path / "site"))
        written = _written(table, row_parts(watch, table, watched), patchwork.gather, tmp_path / "site")
        patchwork.remember(_shas(tmp_path / "site"), ())
        assert written == whole


def _written(table: TableSchema, parts: Sequence[RowPart], gather: Gather, root: Path) -> tuple[object, ...]:
    """Return what the files of a table say, written where a site would be."""
    files, resource = table_files(table, parts, gather)
    contents = {one.uri: b"".join(one.parts) for one in files}
    for uri, content in contents.items():
        (root / uri).parent.mkdir(parents=True, exist_ok=True)
        (root / uri).write_bytes(content)
    return resource, contents


def _shas(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): digest(path) for path in root.rglob("*.*")}


def _manifest(root: Path) -> Manifest:
    stamps = {uri: Entry(sha, *(stamp(root / uri) or (0, 0))) for uri, sha in _shas(root).items()}
    return Manifest("public", "site", stamps)


def test_agreement_taken_from_the_members_pages_is_that_counted_for_its_table() -> None:
    council, watch = pages_council.small_council(), Watch()
    record = under_watch(make_record(council), watch)
    table = next(one for one in TABLES if one.name == "agreement")
    (part,) = row_parts(watch, table, record.council, agreed=record.agreement)
    assert list(part.rows()) == list(whole_table(table, council)[0].rows())


def test_a_table_s_sha256_is_that_of_the_bytes_that_are_written() -> None:
    council = pages_council.small_council()
    for table in TABLES:
        files, resource = table_files(table, whole_table(table, council))
        content = b"".join(files[0].parts)
        assert files[0].sha == resource.sha256 == sha256(content).hexdigest()
        assert resource.size == len(content)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_nothing_numbers_and_days_stand_in_csv_as_everywhere_else(table: TableSchema) -> None:
    samples = {"string": ("第1号", None), "integer": (30, None), "date": (dt.date(2025, 12, 2), None)}
    times = {"time": (dt.time(10, 5), None)}
    rows = [tuple((samples | times)[column.type][at] for column in table.columns) for at in (0, 1)]
    shown = {"string": "第1号", "integer": "30", "date": "2025-12-02", "time": "10:05"}
    assert csv_head(table).decode("utf-8-sig").rstrip() == ",".join(column.name for column in table.columns)
    full, empty = map(csv_line, rows)
    assert full == ",".join(shown[column.type] for column in table.columns)
    assert empty == "," * (len(table.columns) - 1)


def _nothing() -> Piece:
    raise AssertionError


_A, _B, _C = (Wanted(partial(Piece, letter * 5, 5), letter.decode()) for letter in (b"a", b"b", b"c"))


def _patched(root: Path, store: Store, *wanted: Wanted, manifest: Manifest | None = None) -> bytes:
    patchwork = Patchwork(store, "public", "site", root, manifest or _manifest(root))
    pieces = list(patchwork.gather("a.txt", Spacing(1, 2), wanted))
    (root / "a.txt").write_bytes(b"<" + b", ".join(piece.data for piece in pieces if piece.data) + b">")
    patchwork.remember(_shas(root), ())
    assert all(piece.rows == len(piece.data) for piece in pieces)
    return (root / "a.txt").read_bytes()


def test_pieces_that_stand_are_not_made_again(tmp_path: Path) -> None:
    store = Store()
    assert _patched(tmp_path, store, _A, _C) == b"<aaaaa, ccccc>"
    empty = Wanted(partial(Piece, b""), "empty")
    stand = [replace(one, make=_nothing) for one in (_A, _C)]
    assert _patched(tmp_path, store, stand[0], empty, _B, stand[1]) == b"<aaaaa, bbbbb, ccccc>"
    assert _patched(tmp_path, store, replace(_B, make=_nothing), stand[1]) == b"<bbbbb, ccccc>"


def test_pieces_of_a_file_that_is_gone_come_from_the_store(tmp_path: Path) -> None:
    store = Store()
    _patched(tmp_path, store, _A, _B)
    (tmp_path / "a.txt").unlink()
    stand = [replace(one, make=_nothing) for one in (_A, _B)]
    assert _patched(tmp_path, store, *stand) == b"<aaaaa, bbbbb>"


def test_no_piece_is_taken_from_a_file_that_somebody_touched_or_that_another_build_wrote(tmp_path: Path) -> None:
    store = Store()
    _patched(tmp_path, store, _A, _B)
    stands = _manifest(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"<xxxxx, bbbbb >")
    assert _patched(tmp_path, store, _A, _B, manifest=stands) == b"<aaaaa, bbbbb>"
    (tmp_path / "a.txt").write_bytes(b"<xxxxx, bbbbb>")
    assert _patched(tmp_path, store, _A, _B) == b"<aaaaa, bbbbb>"
    assert _patched(tmp_path, Store(), _A, _B) == b"<aaaaa, bbbbb>"


def test_a_damaged_piece_is_made_again(tmp_path: Path) -> None:
    store = Store()
    _patched(tmp_path, store, _A, _B)
    path, (entry,) = tmp_path / "a.txt", _manifest(tmp_path).entries.values()
    path.write_bytes(b"<aaaaX, bbbbb>")
    os.utime(path, ns=(entry.time, entry.time))
    assert _manifest(tmp_path).entries["a.txt"][1:] == entry[1:]
    seen = Manifest("public", "site", {"a.txt": entry})
    assert _patched(tmp_path, store, _A, replace(_B, make=_nothing), manifest=seen) == b"<aaaaa, bbbbb>"


def test_a_changed_record_has_other_rows(tmp_path: Path) -> None:
    council, store = pages_council.small_council(), Store()
    table = next(one for one in TABLES if one.name == "bills")
    patchwork = Patchwork(store, "public", "site", tmp_path, Manifest())
    _written(table, row_parts(Watch(), table, council), patchwork.gather, tmp_path)
    patchwork.remember(_shas(tmp_path), ())
    key, motion = next(iter(council.motions.items()))
    changed = replace(council, motions={**council.motions, key: replace(motion, text="別の件名")})
    again = Patchwork(store, "public", "site", tmp_path, _manifest(tmp_path))
    expected = _written(table, whole_table(table, changed), all_made, tmp_path / "whole")
    assert _written(table, row_parts(Watch(), table, changed), again.gather, tmp_path) == expected


def test_a_kept_calendar_has_the_stamp_of_today_s_data() -> None:
    council, store = pages_council.small_council(), Store()
    first = calendar(council, kept_entries(store, Watch(), council))
    assert first == calendar(council, calendar_entries(council))
    later = {key: replace(one, date=dt.date(2031, 2, 3)) for key, one in council.vote_events.items()}
    changed = replace(council, vote_events=later)
    again = calendar(changed, kept_entries(store, Watch(), changed))
    assert again == calendar(changed, calendar_entries(changed))
    assert again.count(b"DTSTAMP:20310203T000000Z\r\n") == again.count(b"BEGIN:VEVENT") > 0


class _One(StrEnum):
    SAME = "same"


class _Other(StrEnum):
    SAME = "same"


def test_equal_words_of_two_sorts_have_two_fingerprints() -> None:
    told = [fingerprint(one) for one in (_One.SAME, _Other.SAME, "same")]
    assert len(set(told)) == len(told)


def test_a_record_is_seen_as_its_equal_and_as_no_other() -> None:
    first = pages_council.decision("2025-4-gian-1")
    equal = replace(first, session_id=SessionId(str(first.session_id)))
    other = replace(first, motion_id=MotionId("2025-4-gian-2"))
    watch = Watch()
    told = [[watch.seen(one), watch.seen((one,)), watch.seen((1, (one, "x")))] for one in (first, equal, other)]
    assert told[0] == told[1]
    assert not set(told[0]) & set(told[2])
