"""What is kept of a folder's sittings together, and what outputs read of the record from build to build."""

from __future__ import annotations

from pathlib import Path

import pytest

from council.build.readings import Readings
from council.build.together import TOGETHER, Together
from council.cache import Store
from council.pages.watch import Watch, WatchedMapping

KIND = "minutes"


def ask(store: Store, keys: str) -> list[str]:
    """Ask for some entries together and return those that had to be made."""
    made: list[str] = []
    kept = Together.of(store, KIND, keys)
    for key in keys:
        assert kept.value(key, lambda key=key: made.append(key) or (key, 1)) == (key, 1)
    kept.keep()
    store.complete(KIND, TOGETHER)
    store.tidy()
    return made


def entries(folder: Path, kind: str) -> list[Path]:
    return sorted((folder / kind).iterdir())


def test_what_is_kept_together_is_made_once_and_one_entry_is_opened(tmp_path):
    assert ask(Store(tmp_path), "abc") == ["a", "b", "c"]
    for path in entries(tmp_path, KIND):
        path.write_bytes(b"")
    store = Store(tmp_path)
    assert ask(store, "abc") == []
    assert store.damaged == 0
    assert len(entries(tmp_path, KIND)) == 3


def test_one_more_is_made_alone_and_what_was_kept_before_goes(tmp_path):
    ask(Store(tmp_path), "abc")
    before = entries(tmp_path, TOGETHER)
    assert ask(Store(tmp_path), "abcd") == ["d"]
    after = entries(tmp_path, TOGETHER)
    assert len(after) == 1
    assert after != before


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(path.read_bytes()[:-1])])
def test_without_what_is_kept_together_each_is_asked_for_by_itself(tmp_path, damage):
    ask(Store(tmp_path), "abc")
    damage(entries(tmp_path, TOGETHER)[0])
    assert ask(Store(tmp_path), "abc") == []
    assert len(entries(tmp_path, TOGETHER)) == 1


def readings(record: dict[str, str], before: Readings | None = None) -> Readings:
    watch = Watch()
    WatchedMapping(watch, "record", record)
    return Readings.since(watch, before.told() if before else {})


def test_numbers_stay_and_what_has_changed_is_seen():
    first = readings({"a": "1", "b": "2"})
    of_a, of_b = (first.note([("record", key)]).tobytes() for key in "ab")
    of_nothing = first.note([("record", "c")]).tobytes()
    second = readings({"a": "1", "b": "3"}, first)
    assert [second.stand(one) for one in (of_a, of_b, of_nothing)] == [True, False, True]
    assert second.note([("record", "b"), ("record", "a")]).tobytes() == of_b + of_a
    third = readings({"a": "1", "b": "3", "c": "4"}, second)
    assert [third.stand(one) for one in (of_a, of_b, of_nothing)] == [True, True, False]


def test_what_is_gone_has_changed():
    first = readings({"a": "1"})
    number = first.note([("record", "a")]).tobytes()
    assert not readings({}, first).stand(number)
