"""The invented city of `minutes_src/` and `votes/`: large enough, at one with itself, and made again by its script."""

import csv
import io
import re
import subprocess
import sys
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).parent.parent
MINUTES = ROOT / "minutes_src"
VOTES = ROOT / "votes"
SITTINGS = sorted(MINUTES.glob("令和8年*/第*号.docx"))
LABEL = re.compile(r"^[○◆◎][^()]{1,14}\([^()]{2,10}(?:議員|君)\)\u3000")
DECLARED = re.compile(
    r"賛成(\d+)[人票]、反対(\d+)[人票](?:であります)?。(?:賛成の票は、[^。]+。)?よって、(.+?第\d+号)(に対する修正案)?は、"
)
TIE = re.compile(
    r"賛成(\d+)人、反対(\d+)人であります。\n.*可否同数であります。.*\n.*よって、(.+?第\d+号)(に対する修正案)?は、"
)


def paragraphs(path: Path):
    with zipfile.ZipFile(path) as package:
        body = package.read("word/document.xml").decode("utf-8")
    return [
        "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", one))
        for one in re.findall(r"<w:p[ >].*?</w:p>", body, re.DOTALL)
    ]


def speech_characters(path: Path):
    """Count what is said: from the first label to the signatures, headings left out, labels not counted."""
    lines = paragraphs(path)
    start = next(place for place, line in enumerate(lines) if LABEL.match(line))
    end = next(place for place, line in enumerate(lines) if "ここに署名する" in line)
    said = [line for line in lines[start:end] if not line.startswith("△")]
    return sum(len(LABEL.sub("", line).strip("\u3000 ")) for line in said)


def wide_rows(rows: list[list[str]]):
    """Yield bill and symbols of each row of a table with a column a member."""
    heading = next(row for row in rows if "議案番号" in row)
    last = max(place for place, row in enumerate(rows) if row and row[-2:] in (["賛成", "反対"], ["計", ""]))
    start, end = heading.index("結果") + 1, len(heading) - 2
    for row in rows[last + 1 :]:
        if len(row) == len(heading) and row[0]:
            yield (row[0], row[1], row[start:end])


def votes_of_tables():
    """Return the symbols of every decision recorded by name: (table, number, is it an amendment) → Counter."""
    found = {}
    for name, encoding in (("令和8年第1回定例会", "cp932"), ("令和8年第2回定例会", "utf-8-sig")):
        rows = list(csv.reader(io.StringIO((VOTES / f"{name}.csv").read_bytes().decode(encoding))))
        found |= {(name, number, False): Counter(cells) for number, _, cells in wide_rows(rows) if any(cells)}
    sheet = openpyxl.load_workbook(VOTES / "令和8年第1回臨時会.xlsx").worksheets[0]
    rows = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    found |= {
        ("令和8年第1回臨時会", number, False): Counter(cells) for number, _, cells in wide_rows(rows) if any(cells)
    }
    long = csv.DictReader(io.StringIO((VOTES / "令和8年第3回定例会.csv").read_bytes().decode("utf-8-sig")))
    words = {"賛成": "○", "反対": "×", "議長": "議", "欠席": "欠", "退席": "退"}
    for row in long:
        if row["議員名"]:
            key = ("令和8年第3回定例会", row["議案番号"], "修正案" in row["件名"])
            found.setdefault(key, Counter())[words[row["賛否"]]] += 1
    return found


def declarations():
    """Return the numbers the chair declared: (session, number, is it an amendment) → (yes, no)."""
    found = {}
    for path in SITTINGS:
        text = unicodedata.normalize("NFKC", "\n".join(paragraphs(path)))
        for yes, no, number, amendment in (*DECLARED.findall(text), *TIE.findall(text)):
            found[path.parent.name, number, bool(amendment)] = (int(yes), int(no))
    return found


def test_there_are_twelve_sittings_and_two_committee_meetings():
    assert len(SITTINGS) == 12
    assert {path.name for path in MINUTES.glob("*/*委員会.docx")} == {"文教厚生委員会.docx", "総務委員会.docx"}


@pytest.mark.parametrize("path", SITTINGS, ids=lambda path: f"{path.parent.name}{path.stem}")
def test_a_sitting_has_fifteen_thousand_characters_of_speech(path: Path):
    assert speech_characters(path) >= 15_000


def test_there_are_sixty_bills_and_twelve_contested_decisions():
    with (ROOT / "sample_city" / "bills.csv").open(encoding="utf-8") as file:
        assert len(list(csv.DictReader(file))) >= 60
    contested = [one for one in votes_of_tables().values() if one["○"] and one["×"]]
    assert len(contested) >= 12


def test_what_the_chair_declared_is_what_the_tables_hold():
    tables = votes_of_tables()
    declared = declarations()
    assert len(declared) >= 14
    for (session, number, amendment), (yes, no) in declared.items():
        counted = tables[session, number, amendment]
        chair = 1 if number == "意見書案第3号" else 0  # the casting vote comes after the count
        assert (counted["○"] - chair, counted["×"]) == (yes, no), (session, number)


def test_every_recorded_decision_lists_everybody_in_office():
    for (session, number, _), symbols in votes_of_tables().items():
        assert symbols.total() == (21 if session.endswith("臨時会") else 22), (session, number)
        assert "" not in symbols


def test_the_difficult_cases_are_there():
    tables = votes_of_tables()
    assert tables["令和8年第1回臨時会", "同意第3号", False]["除"] == 1
    assert tables["令和8年第1回定例会", "意見書案第1号", False]["退"] == 1
    assert tables["令和8年第1回定例会", "議案第16号", False]["議"] == 0
    assert tables["令和8年第2回定例会", "意見書案第3号", False] == {"○": 11, "×": 10, "欠": 1}
    withdrawn = "\n".join(paragraphs(MINUTES / "令和8年第1回定例会" / "第2号.docx"))
    assert re.search(r"\u3000{12,}.*（\u3000+部分後日発言取消あり）", withdrawn)


def contents(path: Path):
    """Return a file's bytes; of Word and Excel files each part's, since zlib may pack the same bytes otherwise elsewhere."""
    if path.suffix not in (".docx", ".xlsx"):
        return path.read_bytes()
    with zipfile.ZipFile(path) as package:
        return [(one.filename, one.date_time, package.read(one)) for one in package.infolist()]


def files(root: Path):
    return {
        path.relative_to(root)
        for part in ("minutes_src", "votes")
        for path in (root / part).rglob("*")
        if path.is_file()
    }


@pytest.mark.slow
def test_the_script_makes_the_committed_files_again(tmp_path: Path):
    script = ROOT / "sample_city" / "make_city.py"
    subprocess.run([sys.executable, str(script), "--into", str(tmp_path)], check=True, cwd=tmp_path)  # noqa: S603 - our own script
    assert files(tmp_path) == files(ROOT)
    changed = [str(name) for name in sorted(files(ROOT)) if contents(ROOT / name) != contents(tmp_path / name)]
    assert changed == []
