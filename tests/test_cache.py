"""What is kept from one build to the next is believed only as far as it can be proved."""

from __future__ import annotations

import datetime as dt
import pickle
from enum import Enum
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from council.cache import Kept, NotPackedError, Store, fingerprint, key_of, made_by, pack, unpack
from council.diagnostics import finding
from council.location import Location
from council.model.votes import Option
from council.parse.drafts import DraftSpeech, DraftVote, SpeechType
from council.rules.files import EMPTY_FILE
from council.text.blocks import Mark, MarkKind, Paragraph

SPEECH = DraftSpeech(
    SpeechType.QUESTION,
    (Paragraph(3, "市長に伺います。", (Mark(0, 2, MarkKind.RUBY, "しちょう"),), 2),),
    Location("minutes_src/第1号.docx", paragraph=3, heading="一般質問"),
    name="鈴木花子",
)
VOTE = DraftVote("鈴木花子", "○", Location("votes/a.csv", 2, 5), Option.YES)


@pytest.mark.parametrize(
    "value",
    [
        SPEECH,
        VOTE,
        (dt.date(2026, 3, 3), dt.time(10, 0), None, 7),
        {"a": (VOTE, VOTE)},
        finding(EMPTY_FILE, VOTE.location),
    ],
)
def test_a_record_comes_back_as_it_was_put_in(value):
    assert unpack(pack(value)) == value


def test_an_enum_comes_back_whatever_python_itself_would_make_of_it(monkeypatch):
    monkeypatch.setattr(Enum, "__reduce_ex__", lambda self, _: (getattr, (type(self), self.name)))  # Python 3.11.2
    assert unpack(pack((Option.YES, MarkKind.CORRECTED))) == (Option.YES, MarkKind.CORRECTED)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        pickle.dumps(print),
        pickle.dumps(pytest.raises),
        pack(VOTE)[:-3],
        pickle.dumps(Path()),
        b"cos\nsystem\n(S'true'\ntR.",
    ],
    ids=["nothing", "garbage", "a function", "another function", "half a record", "another class", "a command"],
)
def test_bytes_that_were_made_elsewhere_run_nothing(data):
    with pytest.raises(NotPackedError):
        unpack(data)


@given(st.binary(max_size=300))
def test_any_bytes_at_all_are_refused_or_are_plain_values(data):
    try:
        unpack(data)
    except NotPackedError:
        return


def test_equal_records_have_one_fingerprint_and_others_another():
    twin = replace(VOTE, name="鈴木花子".encode().decode(), location=replace(VOTE.location))
    assert fingerprint((VOTE, twin)) == fingerprint((twin, VOTE)) == fingerprint((VOTE, VOTE))
    others = [
        replace(VOTE, option=Option.NO),
        replace(VOTE, raw="〇"),
        replace(VOTE, location=Location("votes/a.csv", 2, 6)),
        SPEECH,
    ]
    assert len({fingerprint(one) for one in (VOTE, *others)}) == 5
    assert fingerprint(MappingProxyType({"a": 1})) == fingerprint(MappingProxyType({"a": 1}))


def test_a_key_tells_where_one_part_ends():
    assert key_of("ab", "c") != key_of("a", "bc")
    assert len(made_by()) == 32


@pytest.mark.parametrize(
    "damage",
    [lambda _: b"", lambda old: old[:-1], lambda old: old + b"x", lambda old: bytes([old[0] ^ 1]) + old[1:],
     lambda old: old[:40] + bytes([old[40] ^ 4]) + old[41:], lambda old: bytes(len(old))],
    ids=["emptied", "cut", "grown", "another mark", "one bit", "zeros"],
)  # fmt: skip
def test_a_damaged_entry_is_made_anew_and_counted(tmp_path, damage):
    Store(tmp_path).value("votes", "k", lambda: VOTE)
    path = tmp_path / "votes" / "k"
    path.write_bytes(damage(path.read_bytes()))
    store = Store(tmp_path)
    assert store.value("votes", "k", lambda: replace(VOTE, raw="×")).raw == "×"
    assert store.damaged == 1
    assert Store(tmp_path).value("votes", "k", lambda: VOTE).raw == "×"


def test_an_entry_under_another_s_name_is_not_believed(tmp_path):
    store = Store(tmp_path)
    store.put("votes", "one", b"1")
    store.put("votes", "other", b"2")
    one, other = tmp_path / "votes" / "one", tmp_path / "votes" / "other"
    swapped = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(swapped)
    assert [Store(tmp_path).get("votes", key) for key in ("one", "other")] == [None, None]


def test_what_is_whole_is_not_made_again(tmp_path):
    Store(tmp_path).value("votes", "k", lambda: VOTE)
    store = Store(tmp_path)
    assert store.has("votes", "k")
    assert store.value("votes", "k", lambda: pytest.fail("made again")) == VOTE
    assert store.damaged == 0


def test_without_the_cache_nothing_of_an_earlier_run_is_believed(tmp_path):
    Store(tmp_path).put("votes", "k", b"old")
    store = Store(tmp_path, fresh=True)
    assert not store.has("votes", "k")
    assert Store(tmp_path, fresh=True).get("votes", "k") is None
    store.put("votes", "k", b"new")
    assert store.get("votes", "k") == b"new"


def test_only_what_nobody_needs_any_more_is_thrown_away(tmp_path):
    earlier = Store(tmp_path)
    for kind in ("votes", "minutes"):
        earlier.put(kind, "used", b"1")
        earlier.put(kind, "gone", b"2")
    store = Store(tmp_path)
    store.get("votes", "used")
    store.complete("votes", "never-kept")
    store.tidy()
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()) == [
        "minutes/gone",
        "minutes/used",
        "votes/used",
    ]


def test_where_nothing_can_be_written_a_build_goes_on(tmp_path):
    (tmp_path / "cache").write_text("a file stands where the folder should be")
    assert Store(tmp_path / "cache").value("votes", "k", lambda: VOTE) == VOTE


def test_a_list_on_the_disk_is_fetched_whenever_it_is_walked():
    fetched: list[int] = []
    kept = Kept("key", lambda: fetched.append(1) or (1, 2, 3))
    assert (list(kept), len(kept), kept[1], kept[1:]) == ([1, 2, 3], 3, 2, (2, 3))
    assert len(fetched) > 3


def test_a_record_is_given_back_and_one_of_another_kind_is_as_good_as_damaged():
    store = Store()
    assert store.record("drafts", "a", tuple) is None
    store.put("drafts", "a", pack(("議案第1号",)))
    store.put("drafts", "b", b"PK")
    assert store.record("drafts", "a", tuple) == ("議案第1号",)
    assert store.damaged == 0
    assert store.record("drafts", "a", dict) is None
    assert store.record("drafts", "b", tuple) is None
    assert store.damaged == 2
