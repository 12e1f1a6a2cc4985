"""Hostile and broken files of every kind, from seeds: refused or read right, never an exception, never slow."""

from __future__ import annotations

import functools
import io
import random
import struct
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from build_word import word_parts
from independent.projects import CHAIR, SETTINGS, minutes, write_word
from mistakes.folder import VOTES_HEADING, as_csv, ballot
from mistakes.word import MARKED, REFUSED, changed, ole, sound, zipped

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
Make = Callable[[random.Random], bytes]


def chance(seed: int) -> random.Random:
    """Return chance that comes out the same each time."""
    return random.Random(seed)  # noqa: S311 - a test, nothing secret


# --- Word -----------------------------------------------------------------------------------------------------------


@functools.cache
def good_word() -> bytes:
    markup = "# 令和8年第1回港市議会定例会会議録\n○議長(高橋一郎議員)　開会します。{footnote 注}\n| 議案 | 結果 |\n○２番(鈴木花子議員)　質問します。"
    return zipped(*((name, text.encode()) for name, text in word_parts(markup).items()))


def replaced(part: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(good_word())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(*{**parts, part: content}.items())


def cut(seed: random.Random) -> bytes:
    return good_word()[: seed.randrange(len(good_word()))]


def turned(seed: random.Random) -> bytes:
    data = bytearray(good_word())
    for _ in range(seed.randrange(1, 40)):
        data[seed.randrange(len(data))] ^= 1 << seed.randrange(8)
    return bytes(data)


def bomb(seed: random.Random) -> bytes:
    return replaced(f"word/media/{seed.randrange(9)}.bin", b"\0" * (seed.randrange(2, 25) << 20))


def xml_bomb(seed: random.Random) -> bytes:
    fill = seed.choice((" ", "<w:p/>", "&#x20;", "<!-- -->", "<?x y?>"))
    return replaced("word/document.xml", f"<a>{fill * seed.randrange(10_000, 120_000)}</a>".encode())


def laughs(seed: random.Random) -> bytes:
    kinds = ('<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">', '<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;', "")
    text = f"<?xml version='1.0'?><!DOCTYPE a [{seed.choice(kinds)}]><a>&b;</a>"
    return replaced(seed.choice(tuple(word_parts("一"))), text.encode(seed.choice(("utf-8", "utf-16"))))


def deep(seed: random.Random) -> bytes:
    levels = seed.randrange(20, 4000)
    opening = seed.choice(
        (
            "<w:sdt><w:sdtContent>|</w:sdtContent></w:sdt>",
            "<w:tbl><w:tr><w:tc>|</w:tc></w:tr></w:tbl>",
            "<w:ins>|</w:ins>",
            "<x>|</x>",
        )
    )
    before, _, after = opening.partition("|")
    body = word_parts("一")["word/document.xml"].replace("<w:body>", f"<w:body>{before * levels}<w:p/>{after * levels}")
    return replaced("word/document.xml", body.encode())


def garbage_xml(seed: random.Random) -> bytes:
    """Shuffle the pieces of the body: tags in every wrong order, numbers that are none."""
    words = word_parts("".join(f"{text}\n" for text, _ in MARKED.values()))["word/document.xml"]
    pieces = words.split("<")
    for _ in range(seed.randrange(1, 30)):
        one, other = seed.randrange(3, len(pieces)), seed.randrange(3, len(pieces))
        pieces[one], pieces[other] = pieces[other], pieces[one]
    return replaced("word/document.xml", "<".join(pieces).encode())


def odd_values(seed: random.Random) -> bytes:
    values = ("", "-1", "99999999999999999999", "NaN", "０", "\u202e", "auto", "1.5", "a" * 5000)
    text = word_parts("".join(f"{text}\n" for text, _ in MARKED.values()))["word/document.xml"]
    pieces = text.split('w:val="')
    for place in seed.sample(range(1, len(pieces)), min(12, len(pieces) - 1)):
        pieces[place] = seed.choice(values) + pieces[place][pieces[place].index('"') :]
    return replaced("word/document.xml", 'w:val="'.join(pieces).encode())


def odd_part(seed: random.Random) -> bytes:
    return replaced(
        seed.choice(tuple(word_parts("一"))),
        seed.choice((b"", b"\0" * 99, b"<a/>", seed.randbytes(300), b"\xff\xfe<\0a\0")),
    )


def odd_names(seed: random.Random) -> bytes:
    names = (
        "../../etc/passwd",
        "/abs",
        "word/\0.xml",
        "word\\document.xml",
        "C:\\a",
        "word/" + "a" * 3000,
        "名前.xml",
        "word/document.xml/",
    )
    members = [(name, text.encode()) for name, text in word_parts("一").items()]
    return zipped(*members, (seed.choice(names), b"<a/>"))


def wrong_format(seed: random.Random) -> bytes:
    kinds = (
        b"%PDF-1.7\n",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"Rar!",
        b"7z\xbc\xaf\x27\x1c",
        b"\x1f\x8b",
        b"GIF8",
        b"{\\rtf",
        b"<html>",
        b"PK\3\4",
        b"PK\5\6",
    )
    return seed.choice(kinds) + seed.randbytes(seed.randrange(2000))


def compound(seed: random.Random) -> bytes:
    return ole(seed.choice(("WordDocument", "EncryptedPackage", "Workbook", "x" * 20))) + seed.randbytes(
        seed.randrange(600)
    )


def lying(seed: random.Random) -> bytes:
    """Let the central directory lie about sizes, methods and places."""
    data = bytearray(good_word())
    place = data.find(b"PK\1\2") if seed.random() < 0.7 else data.find(b"PK\5\6")
    at = place + seed.randrange(4, 22)
    data[at : at + 4] = struct.pack("<I", seed.choice((0, 1, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)))
    return bytes(data)


def refused_kinds(seed: random.Random) -> bytes:
    return REFUSED[seed.choice([code for code in REFUSED if code != "R213"])]()


WORD_MAKERS: tuple[Make, ...] = (
    *(cut, turned, turned, xml_bomb, laughs, deep, garbage_xml, garbage_xml, odd_values, odd_part),
    *(odd_part, odd_names, wrong_format, compound, lying, lying, refused_kinds, bomb, garbage_xml, odd_values),
)


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


# --- tables and YAML ------------------------------------------------------------------------------------------------

_ODD_CELLS = ("", '"', '""', "\0", "○\n×", "=1+1", "-", "議案第" + "9" * 400 + "号", "\u202e○", "\ufeff", "𠮟", "?", "\ufffd", "　", "○" * 3000, "令和99年99月99日", "0x10", "１２月３２日", "<b>", "'", "../..", "#REF!")  # fmt: skip
_ODD_YAML = ("a: &a 1", "b: *a", "c: !!python/name:os.system", "\td: 1", "e: [", "f: {", "g：1", "? [x]", "- 1", "---", "...", "h: |", "  i: 1", "name: x", "name: y", "sittings:", "  - date: 令和8年3月3日", "    agenda: [", "%YAML 9.9", "'", '"', "k: \0", "\ufeff", "l: \u2028m", "<<: *a", "n: 0x1F", "o: 2026-03-03", "p: ~", "q: " + "[" * 200, "r: " + "x" * 9000, "#")  # fmt: skip
_CODECS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp932", "euc_jp", "utf-32", "iso2022_jp")


def good_rows() -> list[list[str]]:
    return [list(VOTES_HEADING), *(ballot(number) for number in range(1, 9))]


def encoded(text: str, seed: random.Random) -> bytes:
    return text.encode(seed.choice(_CODECS), "replace")


def ragged(seed: random.Random) -> bytes:
    rows = good_rows()
    for _ in range(seed.randrange(1, 8)):
        row = seed.choice(rows)
        (
            row.pop
            if len(row) > 1 and seed.random() < 0.5
            else lambda row=row: row.insert(seed.randrange(len(row) + 1), "○")
        )()
    return as_csv(rows)


def odd_cells(seed: random.Random) -> bytes:
    rows = good_rows()
    for _ in range(seed.randrange(1, 20)):
        row = seed.choice(rows)
        row[seed.randrange(len(row))] = seed.choice(_ODD_CELLS)
    return encoded("\r\n".join(seed.choice((",", ",", "\t", ";")).join(row) for row in rows), seed)


def odd_quotes(seed: random.Random) -> bytes:
    text = list(as_csv(good_rows()).decode("utf-8-sig"))
    for _ in range(seed.randrange(1, 9)):
        text.insert(seed.randrange(len(text)), seed.choice('"\'"\r\n'))
    return encoded("".join(text), seed)


def broken_bytes(seed: random.Random) -> bytes:
    data = bytearray(as_csv(good_rows()).decode("utf-8-sig").encode(seed.choice(_CODECS), "replace"))
    for _ in range(seed.randrange(1, 30)):
        data[seed.randrange(len(data))] = seed.randrange(256)
    return bytes(data[: seed.randrange(1, len(data))])


def headings_only(seed: random.Random) -> bytes:
    keys = (
        "日付",
        "会議",
        "種別",
        "対象",
        "URL",
        "開始",
        "氏名",
        "ふりがな",
        "就任日",
        "場所",
        "誤",
        "正",
        "name",
        "from",
        "date",
        "kind",
        "path",
        "place",
        "was",
        "is",
    )
    width = seed.randrange(1, 12)
    rows = [
        [seed.choice(keys) for _ in range(width)],
        *([seed.choice(_ODD_CELLS) for _ in range(width)] for _ in range(9)),
    ]
    return as_csv(rows)


def noise(seed: random.Random) -> bytes:
    return seed.randbytes(seed.randrange(3000))


def wide(seed: random.Random) -> bytes:
    return ("," * seed.randrange(20_000, 200_000) + "\n").encode() * 3


def odd_yaml(seed: random.Random) -> bytes:
    return encoded("\n".join(seed.choice(_ODD_YAML) for _ in range(seed.randrange(1, 25))), seed)


def deep_yaml(seed: random.Random) -> bytes:
    levels = seed.randrange(50, 5000)
    return seed.choice(
        (
            "a: " + "[" * levels,
            "".join(f"{' ' * level}a:\n" for level in range(min(levels, 700))),
            "a: " + "{b: " * levels,
            "- " * levels,
        )
    ).encode()


def odd_settings(seed: random.Random) -> bytes:
    return (SETTINGS + "extra:\n  council:\n" + "\n".join(f"    {seed.choice(_ODD_YAML)}" for _ in range(3))).encode()


TEXT_MAKERS: tuple[Make, ...] = (
    *(ragged, odd_cells, odd_quotes, broken_bytes, headings_only, noise, wide, odd_yaml, deep_yaml, odd_settings),
    *(
        ragged,
        odd_cells,
        odd_quotes,
        broken_bytes,
        headings_only,
        headings_only,
        odd_cells,
        odd_yaml,
        odd_yaml,
        odd_settings,
    ),
)


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


# --- good files, cut and turned -------------------------------------------------------------------------------------


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
