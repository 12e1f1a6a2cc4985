"""Three hundred spoilt vote tables: each is told at its place with its values and a remedy, and nothing false is kept."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import bad_tables_joined
import bad_tables_read
import pytest
from bad_tables import AGAIN, OTHER, PATH, WAYS, BadTable, Expected, chance_of, sound_table

from council.checks import check_record
from council.diagnostics import Finding
from council.model.council import Council, CouncilFacts
from council.model.events import Audience
from council.parse.drafts import Drafts, DraftVoteEvent
from council.parse.votes import parse_vote_table
from council.read.tables import read_tables
from council.resolve import resolve
from council.text.names import comparable_name

NUMBER = 10
READ = {name for name, spoil in WAYS.items() if spoil.__module__ == bad_tables_read.__name__}
TRANSLATED = ("V305",)
"""Rules whose values are words of ours, not of the table."""

OPTION_WORDS = ("賛成", "反対", "欠席")
Vote = tuple[int, str, str]
"""The line of a table, the member, option and role."""


def checked(table: BadTable, folder: Path) -> tuple[Council, tuple[Finding, ...]]:
    """Read the tables from files, join them and check the record, as a build does."""
    findings: list[Finding] = []
    read: dict[str, tuple[DraftVoteEvent, ...]] = {}
    for path, rows in ((PATH, table.rows), (AGAIN, table.again), (OTHER, table.other)):
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\r\n").writerows(rows)
        file = folder / Path(path).name
        file.write_bytes(text.getvalue().encode("utf-8-sig"))
        grids = read_tables(file, path)
        findings += grids.findings if rows else ()
        names = frozenset(comparable_name(one.name) for one in table.members)
        told = [parse_vote_table(grid, roster_names=names, columns={}, symbols={}) for grid in grids.value]
        findings += [found for one in told for found in one.findings]
        read[path] = tuple(event for one in told for event in one.value)
    drafts = Drafts(
        members=table.members,
        has_roster=True,
        meetings=(table.meeting,),
        vote_events=(*read[PATH], *read[OTHER]),
        second=read[AGAIN],
    )
    record = resolve(drafts, CouncilFacts("汐路市議会", seats=len(table.members)), Audience.PUBLIC)
    return record.value, (*findings, *record.findings, *check_record(record.value))


def votes(record: Council) -> set[Vote]:
    """Return who voted how in which line of the table."""
    return {
        (int(vote.source.split(":")[1]), record.people[vote.voter_id].name, f"{vote.option} {vote.role}")
        for event in record.vote_events.values()
        for vote in event.votes
    }


@pytest.mark.parametrize("name", WAYS)
def test_what_is_wrong_is_told_at_its_place_with_its_values_and_a_remedy(name: str, tmp_path: Path):
    for number in range(NUMBER):
        chance = chance_of(f"{name} {number}")
        table = sound_table(chance)
        expected = WAYS[name](table, chance)
        _, findings = checked(table, tmp_path)
        assert_told(findings, expected, table)


def assert_told(findings: tuple[Finding, ...], expected: Expected, table: BadTable) -> None:
    at = (expected.path, expected.line, expected.column)
    there = [
        found
        for found in findings
        if found.rule.code == expected.code and (found.location.path, found.location.line, found.location.column) == at
    ]
    assert there, (expected, [(found.rule.code, str(found.location)) for found in findings], table.rows)
    for language in ("ja", "en"):
        message, remedy = there[0].message(language), there[0].help(language)
        assert remedy
        assert "{" not in message + remedy
        translated = language == "en" and expected.code in TRANSLATED
        for value in expected.values:
            assert value in message or (translated and value in OPTION_WORDS), (value, message)


def test_a_table_that_is_not_spoilt_says_nothing(tmp_path: Path):
    for number in range(NUMBER):
        _, findings = checked(sound_table(chance_of(f"sound {number}")), tmp_path)
        assert [(found.rule.code, str(found.location)) for found in findings] == []


@pytest.mark.parametrize("name", sorted(READ))
def test_what_cannot_be_read_makes_no_vote_that_the_sound_table_has_not(name: str, tmp_path: Path):
    for number in range(NUMBER):
        chance = chance_of(f"{name} {number}")
        table = sound_table(chance)
        sound, _ = checked(table, tmp_path)
        WAYS[name](table, chance)
        spoilt, _ = checked(table, tmp_path)
        assert votes(spoilt) <= votes(sound), name


def test_there_are_three_hundred():
    assert bad_tables_joined.__name__ in {spoil.__module__ for spoil in WAYS.values()}
    assert len(WAYS) * NUMBER >= 300
