"""Pieces of long pages: made again when anything that was read for them has changed, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from council.build.page_parts import KeptParts
from council.cache import Store, key_of
from council.pages.parts import Parts
from council.pages.watch import Watch, WatchedMapping


def harm_a_bit(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-2] ^= 1
    path.write_bytes(data)


class Page:
    """A page that has one piece for each key, made of that key's value; ``made`` are the pieces that were made."""

    def __init__(self, record: dict[str, str], parts: Parts, uri: str = "page.html") -> None:
        """Put a record under watch."""
        self.uri = uri
        self.made: list[str] = []
        self.watch = Watch()
        self.record = WatchedMapping(self.watch, "record", record)
        self.parts = parts

    def compose(self, keys: str) -> tuple[str, ...]:
        """Return the pieces under some keys."""
        return tuple(self.parts.of(self.watch, self.uri, key, lambda key=key: self._piece(key)) for key in keys)

    def _piece(self, key: str) -> str:
        self.made.append(key)
        return f"<{self.record[key]}>"


def build(  # noqa: PLR0913 - what differs from build to build
    store: Store,
    record: dict[str, str],
    keys: str,
    basis: str = "b",
    *,
    uri: str = "page.html",
    planned: frozenset[str] | None = None,
    whole: bool = False,
) -> Page:
    kept, page = KeptParts(store, "public", basis, whole), Page(record, Parts(), uri)
    kept.lay_out(page.parts)
    assert page.compose(keys) == tuple(f"<{record[key]}>" for key in keys)
    kept.put_away(page.parts, planned)
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


def test_a_piece_is_made_again_when_what_it_was_given_has_changed():
    store = Store()

    def piece(given: tuple[str, ...]) -> str:
        kept, parts = KeptParts(store, "public", "b"), Parts()
        kept.lay_out(parts)
        made = parts.of(Watch(), "page.html", "key", lambda *words: made_of.append(words) or "".join(words), given)
        kept.put_away(parts)
        return made

    made_of: list[tuple[str, ...]] = []
    assert [piece(given) for given in (("a",), ("a",), ("a", "b"), ("ab",))] == ["a", "a", "ab", "ab"]
    assert made_of == [("a",), ("a", "b"), ("ab",)]


def test_pieces_of_one_page_are_not_those_of_another():
    store = Store()
    build(store, {"a": "1"}, "a", uri="one.html")
    assert build(store, {"a": "1"}, "a", uri="other.html").made == ["a"]
    assert build(store, {"a": "1"}, "a", uri="one.html").made == []


def test_pieces_of_a_page_that_is_gone_are_not_kept(tmp_path):
    build(Store(tmp_path), {"a": "1"}, "a", uri="one.html")
    build(Store(tmp_path), {"a": "1"}, "a", uri="other.html", planned=frozenset({"one.html", "other.html"}))
    build(Store(tmp_path), {"a": "1"}, "", planned=frozenset({"other.html", "page.html"}))
    assert build(Store(tmp_path), {"a": "1"}, "a", uri="other.html").made == []
    assert build(Store(tmp_path), {"a": "1"}, "a", uri="one.html").made == ["a"]


@pytest.mark.parametrize("damage", [harm_a_bit, Path.unlink, lambda path: path.write_bytes(b"")])
def test_damaged_pieces_are_made_again(tmp_path, damage):
    build(Store(tmp_path), {"a": "1"}, "a")
    damage(tmp_path / "parts-public" / key_of("b", "page.html"))
    assert build(Store(tmp_path), {"a": "1"}, "a").made == ["a"]


def test_pieces_are_found_though_it_is_not_known_which_pages_have_some(tmp_path):
    build(Store(tmp_path), {"a": "1"}, "a")
    (tmp_path / "parts-public" / key_of("b", "")).write_bytes(b"")
    assert build(Store(tmp_path), {"a": "1"}, "a").made == []
    assert build(Store(tmp_path), {"a": "1"}, "a").made == []


MONTHS = "abcdefghijklmnop"


def months(**changed: str) -> dict[str, str]:
    return dict.fromkeys(MONTHS, "as it was") | changed


def test_a_new_month_of_many_is_kept_beside_the_others_which_are_not_written_again(tmp_path):
    build(Store(tmp_path), months(), MONTHS)
    others = (tmp_path / "parts-public" / key_of("b", "page.html")).read_bytes()
    assert build(Store(tmp_path), months(q="a new month"), f"{MONTHS}q").made == ["q"]
    assert build(Store(tmp_path), months(q="one more sitting", p="corrected"), f"{MONTHS}q").made == ["p", "q"]
    assert build(Store(tmp_path), months(q="one more sitting", p="corrected"), f"{MONTHS}q").made == []
    assert (tmp_path / "parts-public" / key_of("b", "page.html")).read_bytes() == others


def test_once_there_are_many_new_months_all_are_written_again(tmp_path):
    build(Store(tmp_path), months(), MONTHS)
    build(Store(tmp_path), months(a="corrected"), MONTHS)
    assert build(Store(tmp_path), months(a="corrected", b="too", c="too"), MONTHS).made == ["b", "c"]
    assert build(Store(tmp_path), months(a="corrected", b="too", c="too"), MONTHS).made == []
    assert not (tmp_path / "parts-public" / key_of("b", "page.html", "new")).exists()


def test_a_month_that_is_gone_does_not_come_back_with_the_others(tmp_path):
    build(Store(tmp_path), months(), MONTHS)
    build(Store(tmp_path), months(a="corrected"), MONTHS)
    assert build(Store(tmp_path), months(a="corrected"), MONTHS[:-1]).made == []
    assert build(Store(tmp_path), months(a="corrected"), MONTHS).made == ["p"]


def test_once_words_are_withdrawn_no_month_that_is_of_no_use_any_more_lies_anywhere(tmp_path):
    build(Store(tmp_path), months(a="words that are withdrawn later"), MONTHS)
    build(Store(tmp_path), months(a="other words"), MONTHS)
    assert holds(tmp_path, "withdrawn")
    assert build(Store(tmp_path), months(a="other words"), MONTHS, whole=True).made == []
    assert not holds(tmp_path, "withdrawn")
    assert build(Store(tmp_path), months(a="other words"), MONTHS).made == []


def test_nor_of_a_page_that_is_not_made_again(tmp_path):
    build(Store(tmp_path), months(a="words that are withdrawn later"), MONTHS)
    build(Store(tmp_path), months(a="other words"), MONTHS)
    build(Store(tmp_path), months(a="other words"), "", whole=True)
    assert not holds(tmp_path, "withdrawn")


def holds(folder: Path, words: str) -> bool:
    return any(words.encode() in path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("damage", [harm_a_bit, Path.unlink, lambda path: path.write_bytes(b"")])
@pytest.mark.parametrize(("which", "made"), [((), list(MONTHS[1:])), (("new",), ["a"])])
def test_damaged_old_or_new_months_are_made_again(tmp_path, damage, which, made):
    build(Store(tmp_path), months(), MONTHS)
    build(Store(tmp_path), months(a="corrected"), MONTHS)
    damage(tmp_path / "parts-public" / key_of("b", "page.html", *which))
    assert build(Store(tmp_path), months(a="corrected"), MONTHS).made == made
    assert build(Store(tmp_path), months(a="corrected"), MONTHS).made == []


def test_only_a_page_of_which_pieces_are_kept_need_not_be_kept_as_a_whole():
    kept, page = KeptParts(Store(), "public", "b"), Page({"a": "1"}, Parts())
    page.compose("a")
    assert not page.parts.make_up("page.html")  # there is nowhere to keep them
    kept.lay_out(page.parts)
    assert not page.parts.make_up("other.html")
    page.compose("a")
    assert page.parts.make_up("page.html")
    assert not page.parts.make_up("other.html")
