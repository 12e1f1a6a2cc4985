"""Whatever happened to what builds keep in `.council`: the next one comes out as if it had never been there."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from independent.damage import WAYS, Case, damage, kinds
from trials.field import Field, codes
from trials.forked import build

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
UNREAD = ("cache/minutes",)
"""Kinds that nobody asks for where nothing has changed: sittings are fetched together."""
KINDS = ("outputs", "minutes", "paper", "speeches", "templates", "texts", "frame-public")


def pairs() -> list[tuple[str, str]]:
    """Return each way of damage once, and each kind at least once."""
    return [(f"cache/{KINDS[place % len(KINDS)]}", way) for place, way in enumerate(WAYS)]


@pytest.mark.parametrize(("kind", "way"), pairs())
def test_an_entry_of_the_cache(field: Field, tmp_path: Path, kind: str, way: str):
    root = field.copy(tmp_path / "minato")
    damage(root, Case(kind, way), random.Random(way))  # noqa: S311 - the same damage every time
    done = build(root)
    assert done.broken == ""
    assert field.unlike(root) == ""
    assert done.code == field.code


@pytest.mark.parametrize(
    "kind",
    [
        "cache/minutes",
        "cache/minutes-together",
        "cache/pieces",
        "cache/links",
        "cache/paper",
        "cache/copy",
        "cache/texts",
    ],
)
def test_every_two_entries_under_each_others_names(field: Field, tmp_path: Path, kind: str):
    """Each is whole, and none is what its name says: a checksum of the content alone would believe them."""
    root = field.copy(tmp_path / "minato", changed=False)
    entries = kinds(root)[kind]
    contents = [path.read_bytes() for path in entries]
    for path, content in zip(entries, [*contents[1:], contents[0]], strict=True):
        path.write_bytes(content)
    done = build(root)
    assert done.broken == ""
    assert field.unlike(root, changed=False) == ""
    assert "S313" in codes(done) or kind in UNREAD


@pytest.mark.parametrize("kind", ["published/manifest.json", "changes/public.json", "build.lock"])
def test_what_is_no_cache_either(field: Field, tmp_path: Path, kind: str):
    for way in ("emptied", "one bit flipped", "a folder in its place"):
        root = field.copy(tmp_path / way / "minato")
        damage(root, Case(kind, way), random.Random(way))  # noqa: S311 - the same damage every time
        done = build(root)
        assert (done.broken, field.unlike(root), done.code) == ("", "", field.code), way


def test_every_entry_of_the_cache_at_once(field: Field, tmp_path: Path):
    root = field.copy(tmp_path / "minato")
    for path in (root / ".council" / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-3])
    done = build(root)
    assert (done.broken, field.unlike(root), done.code) == ("", "", field.code)
    assert "S313" in codes(done)


def test_a_file_in_the_place_of_the_whole_cache_or_of_a_kind(field: Field, tmp_path: Path):
    for name in ("cache", "cache/copy", "cache/minutes"):
        root = field.copy(tmp_path / name / "minato")
        folder = root / ".council" / name
        folder.rename(root / "aside")
        folder.write_bytes(b"")
        done = build(root)
        assert (done.broken, field.unlike(root), done.code) == ("", "", field.code), name
