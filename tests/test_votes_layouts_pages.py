"""Every layout of vote tables that has a case, read again from the pages of its decisions: the cells, and no other vote.

What a case expects was written by hand; the pages are read with lxml alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from drafts import member
from lxml.html import HtmlElement
from pages_site import TEMPLATES, tree
from vote_outline import read

from council.location import Location
from council.model.council import Council, CouncilFacts
from council.model.events import Audience
from council.pages.compose import open_studio, plan_pages
from council.pages.templates import environment
from council.parse.drafts import Drafts
from council.resolve import resolve

CASES = sorted((Path(__file__).parent / "cases" / "votes").glob("*.yml"))
NAMED = "votes/令和7年第4回定例会.csv"
WORDS = {
    "yes": "賛成",
    "yes chair": "賛成",
    "yes vice-chair": "賛成",
    "no": "反対",
    "no chair": "反対",
    "no vice-chair": "反対",
    "abstain": "棄権",
    "absent": "欠席",
    "not voting": "退席",
    "not voting chair": "議長",
    "not voting vice-chair": "副議長",
    "excused": "除斥",
    "other": "その他",
}
CHECKING = "確認中"
FRAMES = environment([TEMPLATES])
_VOTE = re.compile(
    rf"^(?P<name>.+) (?P<raw>\S*) (?P<said>{'|'.join(sorted(WORDS, key=len, reverse=True))})(?: \(.*\))?$"
)
_SOURCE = re.compile(r"(?P<line>\d+)行目(?: (?P<column>[A-Z]+)列)?")


@dataclass(frozen=True)
class Case:
    """A case that has votes: its roster, the place of each decision with who said what."""

    name: str
    table: str
    settings: dict[str, Any]
    decisions: dict[str, list[tuple[str, str]]]

    @property
    def roster(self) -> list[str]:
        """The names of the roster."""
        roster = self.settings.get("roster") or ""
        return roster.split() if isinstance(roster, str) else roster


def cases() -> Iterator[Case]:
    for path in CASES:
        told = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - makes texts only
        decisions = {one["at"]: votes_in(one["votes"]) for one in told["decisions"] if "votes" in one}
        if decisions and "second" not in path.stem:
            settings = {key: told[key] for key in ("roster", "columns", "symbols", "path", "groups") if key in told}
            yield Case(path.stem, told["table"], settings, decisions)


def votes_in(text: str) -> list[tuple[str, str]]:
    """Return who said what, as a case writes it down: 山田太郎 ○ yes, 佐藤花子 議 not voting chair."""
    found = []
    for part in re.split(r", (?=[^()]*(?:\(|$))", text):
        match = _VOTE.match(part)
        assert match, part
        found.append((plain(match["name"]), WORDS[match["said"]]))
    return found


def plain(name: str) -> str:
    return re.sub(r"[\s\u3000]|(?<=..)(?:議員|君|氏)$", "", name)


def record_of(case: Case) -> Council:
    rows = read(case.table, **({"path": NAMED} | case.settings)).value
    people = tuple(
        member(name, location=Location("votes/members.csv", place, 1))
        for place, name in enumerate(case.roster, start=2)
    )
    drafts = Drafts(members=people, has_roster=bool(people), vote_events=rows)
    return resolve(drafts, CouncilFacts("汐路市議会"), Audience.PUBLIC).value


def shown(case: Case) -> dict[str, dict[str, str]]:
    """Return who is said to have voted how by the page of each decision; by the cell where the decision stands."""
    planned = plan_pages(open_studio(record_of(case), FRAMES))
    pages = [tree(one.make()) for one in planned if one.uri.startswith("votes/")]
    return {source(page): dict(ballots(page)) for page in pages}


def source(page: HtmlElement) -> str:
    told = _SOURCE.search(page.xpath("string(.//*[contains(@class, 'c-source')])"))
    assert told, page.text_content()[-300:]
    column = 0
    for letter in told["column"] or "":
        column = 26 * column + ord(letter) - ord("A") + 1
    return f"{told['line']}:{column}" if column else told["line"]


def ballots(page: HtmlElement) -> Iterator[tuple[str, str]]:
    for side in page.xpath(".//*[contains(concat(' ', @class, ' '), ' c-side ')]"):
        badge = side.xpath(".//*[contains(concat(' ', @class, ' '), ' c-vote ')]")[0]
        word = "".join(badge.xpath(".//text()[not(ancestor::*[@aria-hidden='true'])]")).strip()
        if word != CHECKING:
            yield from ((plain(name.text_content()), word) for name in side.xpath(".//li//a"))


@pytest.mark.parametrize("case", tuple(cases()), ids=lambda case: case.name)
def test_the_pages_of_its_decisions_say_what_the_table_says(case: Case):
    pages = shown(case)
    known = {plain(name) for name in case.roster}
    for at, votes in case.decisions.items():
        wanted = {name: word for name, word in votes if not known or name in known}
        others = {name for name, _ in votes} - known
        there = pages.get(at, {})
        assert {name: word for name, word in there.items() if name in wanted} == wanted, at
        extra = there.keys() - wanted.keys()
        assert all(any(name.startswith(other) for other in others) for name in extra), (at, extra)
