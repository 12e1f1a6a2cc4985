"""Pieces of long pages: made again when anything that was read for them has changed, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from council.build.page_parts import KeptParts
from council.cache import Store
from council.pages.parts import Parts
from council.pages.watch import Watch, WatchedMapping


def harm_a_bit(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-2] ^= 1
    path.write_bytes(data)


class Page:
    """A page that has one piece for each key, made of that key's value; ``made`` are the pieces that were made."""

    def __init__(self, record: dict[str, str], parts: Parts) -> None:
        """Put a record under watch."""
        self.made: list[str] = []
        self.watch = Watch()
        self.record = WatchedMapping(self.watch, "record", record)
        self.parts = parts

    def compose(self, keys: str) -> tuple[str, ...]:
        """Return the pieces under some keys."""
        return tuple(self.parts.of(self.watch, "page.html", key, lambda key=key: self._piece(key)) for key in keys)

    def _piece(self, key: str) -> str:
        self.made.append(key)
        return f"<{self.record[key]}>"


def build(store: Store, record: dict[str, str], keys: str, basis: str = "b") -> Page:
    kept, page = KeptParts(store, "public", basis), Page(record, Parts())
    kept.lay_out(page.parts)
    assert page.compose(keys) == tuple(f"<{record[key]}>" for key in keys)
    kept.put_away(page.parts)
    store.tidy()
    return page


def test_only_the_piece_whose_record_has_changed_is_made_again():
    store = Store()
    assert build(store, {"a": "1", "b": "2"}, "ab").made == ["a", "b"]
    assert build(store, {"a": "1", "b": "2"}, "ab").made == []
    assert build(store, {"a": "1", "b": "3", "c": "4"}, "abc").made == ["b", "c"]


def test_a_page_has_read_what_its_pieces_read_made_or_not():
    store = Store()
    build(store, {"a": "1", "b": "2"}, "ab")
    kept, page = KeptParts(store, "public", "b"), Page({"a": "1", "b": "3"}, Parts())
    kept.lay_out(page.parts)
    _, reads = page.watch.reading(lambda: page.compose("ab"))
    assert set(reads) == {("record", "a"), ("record", "b")}


def test_pieces_of_a_page_that_was_not_made_again_stay_and_others_go():
    store = Store()
    build(store, {"a": "1", "b": "2"}, "ab")
    build(store, {"a": "1", "b": "2"}, "")
    assert build(store, {"a": "1", "b": "2"}, "a").made == []
    assert build(store, {"a": "1", "b": "2"}, "ab").made == ["b"]


def test_what_was_made_with_something_else_is_not_used():
    store = Store()
    build(store, {"a": "1"}, "a")
    assert build(store, {"a": "1"}, "a", basis="another").made == ["a"]


@pytest.mark.parametrize("damage", [harm_a_bit, Path.unlink, lambda path: path.write_bytes(b"")])
def test_damaged_pieces_are_made_again(tmp_path, damage):
    build(Store(tmp_path), {"a": "1"}, "a")
    damage(next((tmp_path / "parts-public").iterdir()))
    assert build(Store(tmp_path), {"a": "1"}, "a").made == ["a"]
