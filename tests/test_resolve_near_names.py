"""The name that may be meant: offered where one thing differs, never a match."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from council.model.people import Person, PersonId
from council.resolve.near_names import near_names
from council.resolve.roster import Matched, make_roster

WORDS = (Path(__file__).parent / "cases" / "near_names" / "offered.yml").read_text("utf-8")
CASE: dict[str, Any] = yaml.load(WORDS, yaml.BaseLoader)  # noqa: S506 - makes texts only
OFFERED = [
    (name, meant) for kind, names in CASE.items() if kind not in ("about", "roster") for name, meant in names.items()
]


def person(line: str) -> Person:
    match = re.fullmatch(r"(?P<name>.*?)(?:（(?P<kana>.*)）)?", line)
    assert match
    return Person(PersonId(match["name"]), match["name"], match["kana"] or "")


PEOPLE = [person(line) for line in CASE["roster"]]


@pytest.mark.parametrize(("name", "meant"), OFFERED)
def test_a_misspelt_name_is_shown_with_the_members_who_may_be_meant(name: str, meant: str):
    assert near_names(name, PEOPLE) == meant


@pytest.mark.parametrize(("name", "meant"), OFFERED)
def test_what_is_offered_is_never_taken_for_the_member(name: str, meant: str):
    """A surname of somebody in office may be; here nobody's term is known."""
    found = make_roster(PEOPLE, ()).find(name, (None, None))
    assert found.rule in (Matched.NOBODY, Matched.SEVERAL), meant


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("B. Adam McGough", "Adam McGough"),
        ("Lee M. Kleinman", "Lee Kleinman"),
        ("Casey Thomas II", "Casey Thomas"),
        ("Jennifer S.  Gates", "Jennifer Staubach Gates"),
        ("Councillor Jennifer Gates", "Jennifer Staubach Gates"),
        ("Ann Gates", ""),
        ("L. Kleinman", ""),
    ],
)
def test_a_latin_name_with_other_initials_is_shown_with_the_member_who_may_be_meant(printed: str, meant: str):
    names = ("Adam McGough", "Lee Kleinman", "Casey Thomas", "Jennifer Staubach Gates")
    assert near_names(printed, [Person(PersonId(name), name, "") for name in names]) == meant
