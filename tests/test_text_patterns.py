"""Patterns are compiled when they are first asked, and answer as Python's own."""

from __future__ import annotations

import copy
import pickle
import re

import pytest
from msgspec import Struct

from council.text.patterns import compile_all, regex

DAY = r"(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日"
LINE = "会期は12月5日から12月19日まで"


class Words(Struct, frozen=True):
    """A layout's words, as records and mappings hold them."""

    day: re.Pattern[str]
    others: dict[str, tuple[re.Pattern[str], ...]]


def test_a_pattern_answers_as_python_s_own():
    ours, pythons = regex(DAY), re.compile(DAY)
    for _ in range(2):  # the first time, and when it is compiled
        assert ours.findall(LINE) == pythons.findall(LINE) == [("12", "5"), ("12", "19")]
        assert ours.sub("某日", LINE) == pythons.sub("某日", LINE)
        assert ours.split(LINE) == pythons.split(LINE)
        assert [one.span() for one in ours.finditer(LINE)] == [one.span() for one in pythons.finditer(LINE)]
        assert (ours.match(LINE), ours.fullmatch("12月5日") is None) == (None, False)
    found = ours.search(LINE)
    assert found is not None
    assert found["day"] == "5"
    assert (ours.pattern, ours.flags, ours.groups) == (pythons.pattern, pythons.flags, pythons.groups)
    assert regex("pdf|資料", re.IGNORECASE).match("PDF")
    assert regex(rb"%%EOF").search(b"%PDF %%EOF")


def test_a_wrong_pattern_is_found_when_it_is_asked_or_tried():
    wrong = regex("議案(")
    assert wrong.pattern == "議案("
    with pytest.raises(re.error):
        wrong.match("議案第1号")
    words = Words(regex(DAY), {"numbers": (regex("第[0-9]+号"),)})
    compile_all(words)
    words.others["marks"] = (regex("["),)
    with pytest.raises(re.error) as told:
        compile_all(words)
    assert told.value.pattern == "["


@pytest.mark.parametrize("times", [0, 1], ids=["not asked yet", "asked before"])
def test_a_copied_pattern_answers_alike(times: int):
    pattern = regex("a", re.IGNORECASE)
    assert len([pattern.match("A") for _ in range(times)]) == times
    kept = pickle.dumps(pattern)
    for one in (copy.copy(pattern), copy.deepcopy(pattern), pickle.loads(kept)):  # noqa: S301 - our own
        assert one.match("A")
        assert one.pattern == "a"
