"""The static files of the search: what stands in them, where one ends, what changes when a word changes."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from search_archive import Exported, blocks, changed, exported, scattered
from search_browser import SITE, JavaScript

from council.cache import Store
from council.search import merging
from council.search.bins import DamagedBinError, bin_bytes, cut, packed, read_bin
from council.search.export import export
from council.search.facets import facet_terms
from council.search.folding import fold
from council.search.grams import terms_of
from council.search.indexing import bring_up
from council.search.layers import sources
from council.search.lists import (
    DamagedListsError,
    facet_term,
    posting_list,
    read_entries,
    write_lists,
)
from council.search.merging import merged
from council.search.varints import from_bitmap, from_varints, gaps_of, numbers_of, to_bitmap, to_varints

SETTINGS = settings(max_examples=60, deadline=None, derandomize=True)
EDGES = [0, 1, 127, 128, 16383, 16384, (1 << 21) - 1, 1 << 21, (1 << 28) + 5]
NUMBERS = st.lists(st.integers(0, 1 << 18), min_size=1, max_size=80, unique=True).map(sorted)
TERM = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=3)
LISTS = st.dictionaries(TERM, NUMBERS, max_size=20)


@SETTINGS
@given(st.lists(st.sampled_from(EDGES) | st.integers(0, 1 << 30)))
def test_varints_come_back(values):
    assert from_varints(to_varints(values)) == values


@SETTINGS
@given(NUMBERS)
def test_both_forms_of_a_list_come_back(numbers):
    assert numbers_of(numbers[0], gaps_of(numbers)) == array("I", numbers)
    assert from_bitmap(to_bitmap(numbers, numbers[-1])) == array("I", numbers)


@pytest.mark.parametrize("first", EDGES[:-1])
@pytest.mark.parametrize("gap", [1, 2, 127, 128, 16384])
@pytest.mark.parametrize("count", [1, 2, 300])
def test_a_list_of_any_size_comes_back_out_of_a_bin(first, gap, count):
    numbers = list(range(first, first + gap * count, gap))
    one = packed(posting_list("予算", numbers))
    assert read_bin(bin_bytes([one])) == {"予算": numbers}
    assert len(one.payload) <= (numbers[-1] >> 3) + 1
    assert one.size == len(bin_bytes([one])) - 2


@SETTINGS
@given(LISTS)
def test_a_file_of_lists_comes_back_and_is_never_taken_for_whole(tmp_path_factory, found):
    path = tmp_path_factory.mktemp("lists") / "lists.bin"
    lists = [posting_list(term, found[term]) for term in sorted(found)]
    with path.open("wb") as stream:
        write_lists(stream, lists)
    assert list(read_entries(path)) == lists
    data = path.read_bytes()
    for length in {0, 7, len(data) // 2, len(data) - 1}:
        path.write_bytes(data[:length])
        with pytest.raises(DamagedListsError):
            list(read_entries(path))


@SETTINGS
@given(st.lists(LISTS, max_size=4))
def test_years_are_joined_as_if_they_were_one(tmp_path_factory, years):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(merging, "_AT_ONCE", 2)
        join_years(tmp_path_factory, years)


def join_years(tmp_path_factory, years):
    folder = tmp_path_factory.mktemp("years")
    base, placed, expected = 0, [], {}
    for number, found in enumerate(years):
        path = folder / f"{number}.bin"
        with path.open("wb") as stream:
            write_lists(stream, (posting_list(term, found[term]) for term in sorted(found)))
        placed.append((base, read_entries(path)))
        for term, numbers in found.items():
            expected.setdefault(term, []).extend(base + one for one in numbers)
        base += (1 << 18) + 1
    assert list(merged(placed)) == [posting_list(term, expected[term]) for term in sorted(expected)]


@SETTINGS
@given(LISTS, st.integers(20, 400))
def test_bins_hold_every_term_once_in_order(found, target):
    lists = [packed(posting_list(term, found[term])) for term in sorted(found)]
    bins = list(cut(lists, target))
    assert [one for some in bins for one in some] == lists
    assert all(len(some) == 1 or sum(one.size for one in some) <= 3 * target for some in bins)
    assert all(len(some) == 1 for some in bins if any(one.size >= target for one in some))
    assert {term: numbers for some in bins for term, numbers in read_bin(bin_bytes(some)).items()} == found


def test_bins_are_as_large_as_asked():
    lists = [packed(posting_list(f"{number:05}", range(number % 50 + 1))) for number in range(20_000)]
    sizes = [sum(one.size for one in some) for some in cut(lists, 4096)]
    assert 3500 < sum(sizes) / len(sizes) < 4700
    assert max(sizes) <= 3 * 4096


def test_a_longer_list_moves_no_other_bin():
    lists = {f"{number:05}": list(range(number % 50 + 1)) for number in range(20_000)}
    before = bins_of(lists)
    for term in ("00049", "07777", "12345", "19999"):
        after = bins_of({**lists, term: [*lists[term], 1000]})
        assert len(after - before) <= 2, term


def bins_of(lists: dict[str, list[int]]) -> set[bytes]:
    return {bin_bytes(some) for some in cut([packed(posting_list(*one)) for one in sorted(lists.items())], 4096)}


@pytest.mark.parametrize("damage", [slice(0, -1), slice(0, 0), slice(3, None)])
def test_a_damaged_bin_is_none(damage):
    data = bin_bytes([packed(("予算".encode(), 2, 3, 5, b"\2"))])
    with pytest.raises(DamagedBinError):
        read_bin(data[damage])
    with pytest.raises(DamagedBinError):
        read_bin(data + b"x")


def test_a_very_long_name_is_a_term_that_a_bin_can_hold():
    assert facet_term("@n:", "議員") == "@n:議員"
    assert len(facet_term("@n:", "長" * 300).encode()) < 200
    assert facet_term("@n:", "長" * 300) != facet_term("@n:", "長" * 301)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    return exported(tmp_path_factory.mktemp("shards"), blocks())


def lists_in(files: dict[str, bytes]) -> dict[str, list[int]]:
    """Return the lists of all layers, joined; those of the newest year stand in the last one."""
    layers = directory_in(files)["bins"]
    assert sum(map(len, layers)) == 3 * sum("/p/" in name for name in files)
    found: dict[str, list[int]] = {}
    for layer in layers:
        for first, name in zip(layer[::3], layer[1::3], strict=True):
            bin_of_layer = read_bin(gzip.decompress(files[f"assets/search/p/{ord(first[0]):x}.{name}.bin"]))
            for term, numbers in bin_of_layer.items():
                found[term] = found.get(term, []) + numbers
    return found


def directory_in(files: dict[str, bytes]) -> dict[str, Any]:
    name = json.loads(files["assets/search/index.json"])["directory"]
    return json.loads(gzip.decompress(files[f"assets/search/{name}"]))


def test_the_lists_are_those_of_the_texts(archive):
    expected: dict[str, list[int]] = {}
    for (base, *_), block in zip(directory_in(archive.files)["blocks"], archive.blocks, strict=True):
        for number, document in enumerate(block.documents(), base):
            folded = fold(document.text).text
            for term in {*terms_of(folded), *facet_terms(document)}:
                expected.setdefault(term, []).append(number)
    assert lists_in(archive.files) == expected


def test_every_name_tells_what_is_in_the_file(archive):
    for name, content in archive.files.items():
        if name != "assets/search/index.json":
            assert hashlib.sha256(content).hexdigest()[:16] == name.split(".")[1], name
    listed = json.loads(next(content for name, content in archive.files.items() if "/manifest." in name))
    told = {uri: (size, sha256) for uri, size, sha256 in listed["files"]}
    there = {
        uri: (len(content), hashlib.sha256(content).hexdigest())
        for uri, content in archive.files.items()
        if not re.search(r"/(index\.json|manifest\.)", uri)
    }
    assert told == there
    assert listed["documents"] == sum(len(block.documents()) for block in archive.blocks)


def test_texts_are_whole_and_in_their_blocks(archive):
    for row, block in zip(directory_in(archive.files)["blocks"], archive.blocks, strict=True):
        key, chunks = row[7], row[8]
        texts = []
        for first, name in zip(chunks[::2], chunks[1::2], strict=True):
            assert first == len(texts)
            texts += json.loads(gzip.decompress(archive.files[f"assets/search/t/{key}.{name}.pack"]))
        assert [(one[0], one[6]) for one in texts] == [(one.id, one.text) for one in block.documents()]


def test_two_exports_are_the_same_bytes(archive, tmp_path):
    assert exported(tmp_path, blocks()).files == archive.files


def test_an_archive_without_anything_has_its_files(tmp_path):
    files = exported(tmp_path, []).files
    assert sorted(name.split(".")[0] for name in files) == [
        f"assets/search/{stem}" for stem in ("directory", "index", "manifest", "suggest")
    ]


def test_one_changed_speech_changes_the_bins_of_its_terms_and_its_texts(archive, tmp_path):
    block = next(one for one in archive.blocks if one.heading.kind == "speech")
    before = block.documents()[3]
    after = exported(tmp_path, changed(blocks(), block.heading.key, 3, before.text + "丑"))
    gone, new = archive.files.keys() - after.files.keys(), after.files.keys() - archive.files.keys()
    kinds = sorted(re.sub(r"[./].*", "", name.removeprefix("assets/search/")) for name in new)
    # The last character is followed by another one: two new terms, of which one may be new in its bin.
    assert kinds == ["directory", "manifest", *["p"] * kinds.count("p"), "t"]
    assert 1 <= kinds.count("p") <= 2
    assert len(gone) == len(new)


def test_a_word_of_the_newest_year_leaves_the_bins_of_the_others(archive, tmp_path):
    block = archive.blocks[-1]
    said = block.documents()[0].text
    after = exported(tmp_path, changed(blocks(), block.heading.key, 0, said + "丑"))
    (old, new), (old_after, new_after) = (directory_in(one.files)["bins"] for one in (archive, after))
    assert old_after == old
    assert new_after != new


def test_bins_that_are_kept_are_not_made_again(tmp_path):
    store = Store()
    first = exported(tmp_path, blocks(), store)
    made = {one.uri: one.content for one in export(first.edition, store)}
    assert all(content is None for uri, content in made.items() if "/p/" in uri)
    assert list(made) == list(first.files)
    again = {one.uri: one.content for one in export(first.edition, store, anew=True)}
    assert again == first.files


def test_blocks_that_stay_are_not_read_again(tmp_path):
    store = Store()
    first = exported(tmp_path / "a", blocks(), store)
    edition = replace(first.edition, blocks=[unread(one) for one in blocks()])
    made = {one.uri: one.content for one in export(edition, store)}
    assert list(made) == list(first.files)
    assert all(content is None for uri, content in made.items() if "/t/" in uri)
    assert all(content == first.files[uri] for uri, content in made.items() if content is not None)


def test_of_a_year_only_the_block_that_changes_is_read_again(tmp_path):
    store = Store()
    first = exported(tmp_path / "a", blocks(), store)
    key = next(one.heading.key for one in first.blocks if one.heading.kind == "speech")
    found = changed(blocks(), key, 3, "まったく別の言葉になりました。")
    index = bring_up(tmp_path / "a" / "index", found)
    other = [one if one.heading.key == key else unread(one) for one in found]
    made = {one.uri: one.content for one in export(replace(first.edition, blocks=other, index=index), store)}
    texts = {uri for uri, content in made.items() if "/t/" in uri and content is not None}
    assert texts
    assert all(f"/t/{key}." in uri for uri in texts)


def test_days_are_joined_as_if_their_month_were_a_year(tmp_path):
    """One more day is added to the lists that are kept, which gives the same as all of them joined at once."""
    archive, store = scattered(60), Store()
    for count in (58, 59, 60):
        index = bring_up(tmp_path / "index", archive[:count])
        month = sources(index, store, "public")[-1]
    days = [one for one in zip(index.bases, index.years, strict=True) if one[1].year.startswith(f"{month.name}-")]
    assert len(days) > 2
    expected = list(merged((base - month.base, read_entries(day.lists)) for base, day in days))
    assert list(month.read()) == list(month.read()) == expected
    afresh = sources(index, Store(), "public")[-1]
    assert (list(afresh.read()), afresh.size, afresh.key) == (expected, month.size, month.key)


def test_a_day_whose_lists_are_damaged_is_told(tmp_path):
    first = exported(tmp_path, scattered(60))
    path = first.edition.index.years[-1].lists
    path.write_bytes(path.read_bytes()[:-9] + bytes(9))
    with pytest.raises(DamagedListsError):
        list(export(first.edition, Store()))


def unread(block):
    def refuse():
        raise AssertionError(block.heading.key)

    return type(block)(block.heading, block.made_of, refuse)


@dataclass(frozen=True)
class Damage:
    """What happens to files whose names match, and the reason that is told."""

    names: str
    do: Callable[[Path], object]
    reason: str


def other(path: Path) -> None:
    path.write_bytes(gzip.compress(b"\0\0"))


OTHER = bin_bytes([packed(posting_list("丑", [1]))])
DAMAGES = {
    "no index": Damage(r"index\.json", Path.unlink, "missing"),
    "index is a page": Damage(r"index\.json", lambda path: path.write_text("<!doctype html>"), "damaged"),
    "index of another form": Damage(r"index\.json", lambda path: path.write_text('{"format":99}'), "old"),
    "index of another folding": Damage(
        r"index\.json", lambda path: path.write_text('{"format":1,"folding":"0"}'), "old"
    ),
    "no directory": Damage(r"directory\.", Path.unlink, "missing"),
    "cut directory": Damage(r"directory\.", lambda path: path.write_bytes(path.read_bytes()[:-9]), "damaged"),
    "no bin": Damage(r"/p/", Path.unlink, "missing"),
    "cut bin": Damage(r"/p/", lambda path: path.write_bytes(path.read_bytes()[:-9]), "damaged"),
    "empty bin": Damage(r"/p/", lambda path: path.write_bytes(b""), "damaged"),
    "bin is a page": Damage(r"/p/", lambda path: path.write_text("<!doctype html><p>Not here"), "damaged"),
    "changed bin": Damage(r"/p/", lambda path: path.write_bytes(path.read_bytes()[:-12] + bytes(12)), "damaged"),
    "another bin": Damage(r"/p/", lambda path: path.write_bytes(gzip.compress(OTHER)), "damaged"),
    "no texts": Damage(r"/t/", Path.unlink, "missing"),
    "texts of something else": Damage(r"/t/", other, "damaged"),
    "cut texts": Damage(r"/t/", lambda path: path.write_bytes(path.read_bytes()[:-9]), "damaged"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_what_is_missing_or_damaged_is_said_and_never_an_empty_result(archive, tmp_path, javascript, damage):
    write(tmp_path, archive.files)
    for path in sorted(tmp_path.rglob("*")):
        if path.is_file() and re.search(damage.names, path.as_posix()):
            damage.do(path)
    javascript.serve(tmp_path)
    assert reason(javascript, "予算") == damage.reason
    write(tmp_path, archive.files)
    assert reason(javascript, "予算") == ""


def test_without_a_network_the_reason_is_told(archive, tmp_path, javascript):
    write(tmp_path, archive.files)
    javascript.serve(tmp_path)
    assert reason(javascript, "予算") == ""
    everything = SITE + "assets/search/*/**"
    javascript.page.route(everything, lambda route: route.abort())
    assert reason(javascript, "図書館は進んで") == "offline"
    javascript.page.unroute(everything)
    # What was asked for without a network may still be on its way to failing when the next search asks for the same.
    assert "" in (reason(javascript, "図書館は進んで") for _ in range(5))


def test_an_open_page_goes_on_with_a_newer_edition(archive, tmp_path, javascript):
    write(tmp_path, archive.files)
    javascript.serve(tmp_path)
    assert reason(javascript, "給食") == ""
    newer = exported(tmp_path / "newer", blocks(seed=8)).files
    for name in archive.files:
        (tmp_path / name).unlink()
    write(tmp_path, newer)
    assert reason(javascript, "図書館は進んで") == ""


def test_a_server_that_unpacks_what_it_sends_is_no_trouble(archive, tmp_path, javascript):
    write(tmp_path, {name: unzipped(content) for name, content in archive.files.items()})
    javascript.serve(tmp_path)
    assert reason(javascript, "予算") == ""


def unzipped(content: bytes) -> bytes:
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


def write(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def reason(javascript: JavaScript, words: str) -> str:
    """Return why a search fails; empty where it finds something."""
    return javascript.page.evaluate(
        """async ([module, words, base]) => {
            const { search, SearchError } = await import(module);
            try {
                return (await search(words, { base })).total > 0 ? "" : "nothing";
            } catch (error) {
                return error instanceof SearchError ? error.reason : String(error);
            }
        }""",
        [f"{SITE}assets/search/search.mjs", words, SITE],
    )
