"""Hostile and broken files of every kind, from seeds: refused or read right, never an exception, never slow."""

from __future__ import annotations

import random
import time
import zlib
from pathlib import Path

import pytest
from hostile_text import TEXT_MAKERS, good_rows
from hostile_word import WORD_MAKERS
from independent.projects import CHAIR, minutes, write_word
from mistakes.folder import VOTES_HEADING, as_csv
from mistakes.word import changed, sound

from council.config import load_config
from council.diagnostics import Outcome, Severity
from council.model.events import Audience
from council.parse.corrections import parse_corrections
from council.parse.minutes import parse_minutes
from council.parse.roster import parse_roster
from council.parse.session_file import parse_session_file
from council.parse.streams import parse_streams
from council.parse.votes import parse_vote_table
from council.read.documents import Grid, WordDocument
from council.read.docx import read_word
from council.read.tables import read_tables
from council.read.yaml_file import read_yaml

SECONDS = 2
WORD_FILES = TEXT_FILES = 200
NAME = "minutes_src/令和8年第1回定例会/第1号.docx"
TABLE = "votes/令和8年第1回定例会.csv"


def chance(seed: int) -> random.Random:
    """Return chance that comes out the same each time."""
    return random.Random(seed)  # noqa: S311 - a test, nothing secret


def read_minutes_file(path: Path) -> Outcome[WordDocument | None]:
    """Read a Word file as the pipeline does, to the draft."""
    outcome = read_word(path, NAME)
    if outcome.value is not None:
        parse_minutes(outcome.value, folder="令和8年第1回定例会", audience=Audience.PUBLIC)
    return outcome


def test_hostile_word_files_are_refused_or_read(tmp_path: Path) -> None:
    path = tmp_path / "第1号.docx"
    for number in range(WORD_FILES):
        make = WORD_MAKERS[number % len(WORD_MAKERS)]
        path.write_bytes(make(chance(number)))
        began = time.process_time()
        outcome = read_minutes_file(path)
        assert time.process_time() - began < SECONDS, (number, make.__name__)
        assert outcome.value is not None or is_error(outcome), (number, make.__name__)
        words_are_whole(outcome)


def is_error(outcome: Outcome[object]) -> bool:
    return any(found.rule.severity is Severity.ERROR for found in outcome.findings)


def words_are_whole(outcome: Outcome[object]) -> None:
    """Every finding can be said in both languages."""
    for found in outcome.findings:
        assert all((found.message(language), found.help(language)) for language in ("ja", "en"))


def read_text_file(folder: Path, content: bytes) -> tuple[Outcome[object], ...]:
    """Read the bytes as every kind of table and YAML file that a council has."""
    (folder / "a.csv").write_bytes(content)
    (folder / "session.yml").write_bytes(content)
    (folder / "mkdocs.yml").write_bytes(content)
    grids = read_tables(folder / "a.csv", TABLE)
    node = read_yaml(folder / "session.yml", "minutes_src/x/session.yml")
    tree = (parse_session_file(node.value, "x"),) if node.value else ()
    return (grids, node, *tree, load_config(folder), *parsed(grids.value))


def parsed(grids: tuple[Grid, ...]) -> tuple[Outcome[object], ...]:
    tables = (parse_vote_table(grid, roster_names=frozenset(), columns={}, symbols={}) for grid in grids)
    return (*tables, parse_roster(grids), parse_streams(grids), parse_corrections(grids))


def test_bad_tables_and_settings_are_refused_or_read(tmp_path: Path) -> None:
    for number in range(TEXT_FILES):
        make = TEXT_MAKERS[number % len(TEXT_MAKERS)]
        content = make(chance(1000 + number))
        began = time.process_time()
        outcomes = read_text_file(tmp_path, content)
        assert time.process_time() - began < SECONDS, (number, make.__name__)
        for outcome in outcomes:
            words_are_whole(outcome)


def damage(data: bytes, seed: random.Random) -> bytes:
    """Cut a file short, or turn a bit of it."""
    if seed.random() < 0.5:
        return data[: seed.randrange(len(data))]
    bad = bytearray(data)
    bad[seed.randrange(len(bad))] ^= 1 << seed.randrange(8)
    return bytes(bad)


@pytest.fixture(scope="module")
def good_minutes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("good") / "a.docx"
    write_word(path, minutes(3, [(CHAIR, "会議を開きます。"), (CHAIR, "散会します。")]))
    return path.read_bytes()


def test_damaged_minutes_are_never_read_in_part(good_minutes: bytes, tmp_path: Path) -> None:
    path = tmp_path / "第1号.docx"
    path.write_bytes(good_minutes)
    whole = read_minutes_file(path).value
    assert whole is not None
    for number in range(300):
        path.write_bytes(damage(good_minutes, chance(2000 + number)))
        outcome = read_minutes_file(path)
        assert (outcome.value is None and is_error(outcome)) or (
            outcome.value and outcome.value.blocks == whole.blocks
        ), number


def what_is_told(path: Path) -> tuple[object, bool]:
    """Return the decisions of a vote table, and whether anything was said of it, beyond its encoding."""
    grids = read_tables(path, TABLE)
    tables = [parse_vote_table(grid, roster_names=frozenset(), columns={}, symbols={}) for grid in grids.value]
    events = [event for table in tables for event in table.value]
    said = [found for outcome in (grids, *tables) for found in outcome.findings]
    return events, any(found.rule.code != "R107" for found in said)


def test_vote_tables_with_torn_bytes_are_never_read_in_silence(tmp_path: Path) -> None:
    """A byte that no encoding has, a lost character, a symbol nobody knows: each is said; a turned letter may be a letter."""
    path = tmp_path / "a.csv"
    content = as_csv(good_rows())
    path.write_bytes(content)
    whole, _ = what_is_told(path)
    for number in range(200):
        bad = damage(content, chance(3000 + number))
        path.write_bytes(bad)
        events, said = what_is_told(path)
        assert said or events == whole or is_plain_text(bad), number


def is_plain_text(content: bytes) -> bool:
    """Say whether the damage left text that a person might have written: a row fewer, another digit, another kanji."""
    text = content.decode("utf-8-sig", "replace")
    return "\ufffd" not in text and all(line.count(",") == len(VOTES_HEADING) - 1 for line in text.splitlines())


def test_the_makers_make_what_they_say() -> None:
    """A sound file among them would prove nothing; packed sizes stay small."""
    assert zlib.crc32(sound()) == zlib.crc32(sound())
    assert changed() == sound()
    assert all(len(make(chance(number))) < 5 << 20 for number, make in enumerate((*WORD_MAKERS, *TEXT_MAKERS)))
