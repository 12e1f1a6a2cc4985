"""Layouts read with another layout's profile: a word may be left without a speaker, but never given to another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from minutes_outline import outline, read

from council.parse.minutes import load_profiles

CASES = sorted((Path(__file__).parent / "cases" / "minutes").glob("layout-*.yml"))
JAPANESE = sorted(name for name in load_profiles() if not name.endswith("-en"))
SPOKEN = ("speech", "question", "answer")


@pytest.mark.parametrize("profile", JAPANESE)
def test_no_word_gets_another_speaker(profile: str):
    unattributed = 0
    for path in CASES:
        case: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
        options = {key: case[key] for key in ("path", "folder") if key in case}
        found = outline(read(case["lines"].rstrip("\n"), profile=profile, **options))
        assert isinstance(found["debate"], list)
        right = set(_spoken(case["expect"]["debate"]))
        told = set(_spoken(found["debate"]))
        assert {one for one in told - right if one[1]} == set(), path.stem
        unattributed += len(right - told)
    print(f"{profile}: {unattributed} lines without their speaker in {len(CASES)} layouts")  # noqa: T201


def _spoken(debate: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield every line of a debate with the label it stands under, lines of rules and times alone left out."""
    for entry in debate:
        kind, *rest = entry.split(" / ")
        label = rest[0].strip() if kind in SPOKEN else ""
        for line in rest[-1].split("↵"):
            if "。" in line:
                yield line.strip(), label
