"""Table files as clerks save them: any encoding, any separator, any damage, and the row numbers that Excel shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_files import told
from hypothesis import given
from hypothesis import strategies as st

from council.read.csv_file import read_csv
from council.read.encoding import DecodedText, decode
from council.read.tables import looks_damaged, read_tables

ROSTER = "氏名,議席\r\n髙橋 一郎,1\r\n山﨑 花子,2\r\n"
CELLS = [("氏名", "議席"), ("髙橋 一郎", "1"), ("山﨑 花子", "2")]


def read(data: bytes, folder: Path, name: str = "members.csv"):
    (folder / name).write_bytes(data)
    return read_tables(folder / name, f"votes/{name}")


def cells(data: bytes, folder: Path) -> list[tuple[str, ...]]:
    return [row.cells for row in read(data, folder).value[0].rows]


@pytest.mark.parametrize(
    ("codec", "encoding", "notes"),
    [
        ("utf-8", "utf-8", []),
        ("utf-8-sig", "utf-8-sig", []),
        ("utf-16", "utf-16", ["R107@"]),
        ("cp932", "cp932", ["R107@"]),
    ],
)
def test_the_encodings_that_excel_writes(codec: str, encoding: str, notes: list[str], tmp_path: Path):
    outcome = read(ROSTER.encode(codec), tmp_path)
    assert [row.cells for row in outcome.value[0].rows] == CELLS
    assert (outcome.value[0].encoding, told(outcome.findings)) == (encoding, notes)


def test_utf_16_of_either_byte_order(tmp_path: Path):
    assert cells(b"\xfe\xff" + ROSTER.encode("utf-16-be"), tmp_path) == CELLS


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separators_that_excel_writes(separator: str, tmp_path: Path):
    assert cells(ROSTER.replace(",", separator).encode(), tmp_path) == CELLS


def test_lists_with_semicolons_do_not_make_the_semicolon_the_separator(tmp_path: Path):
    text = "氏名,委員会\n髙橋,総務;厚生;建設\n山﨑,総務;厚生;議運\n"
    assert cells(text.encode(), tmp_path)[1] == ("髙橋", "総務;厚生;建設")


def test_the_separator_line_of_excel_is_no_row(tmp_path: Path):
    assert cells(b"sep=;\na;b\n1;2\n", tmp_path) == [("a", "b"), ("1", "2")]


def test_row_numbers_are_those_of_excel(tmp_path: Path):
    text = '件名,結果\n"汐路市条例の\n一部改正",可決\n\n"次の""議案""",否決\n'
    grid = read(text.encode(), tmp_path).value[0]
    assert [(row.line, row.cells) for row in grid.rows] == [
        (1, ("件名", "結果")),
        (2, ("汐路市条例の\n一部改正", "可決")),
        (3, ()),
        (4, ('次の"議案"', "否決")),
    ]


def test_the_end_mark_of_old_programs_is_no_text(tmp_path: Path):
    assert cells("氏名\r\n山田\r\n\x1a".encode("cp932"), tmp_path) == [("氏名",), ("山田",)]


def test_columns_that_are_empty_in_all_rows_are_left_out_at_the_right_only(tmp_path: Path):
    assert cells(b"a,,b,,\n1,,2,,\n", tmp_path) == [("a", "", "b"), ("1", "", "2")]


def test_numbers_kept_as_text_are_the_text(tmp_path: Path):
    assert cells(b'id,x\n="001",2\n', tmp_path)[1] == ("001", "2")


@pytest.mark.parametrize(
    ("data", "findings"),
    [
        (b"", ["R106@"]),
        (b"\xef\xbb\xbf", ["R106@"]),
        (b",,\r\n,,\r\n", ["R106@"]),
        (b"\0" * 4096, ["R109@1:1"]),
        ("氏名,議席\n山\0田,1\n".encode(), ["R109@2:1"]),
        ("id,x\n".encode("utf-16-le"), ["R109@1:1"]),  # UTF-16 without BOM
        ("氏名,議席\n山田,1\n".encode("iso2022_jp"), ["R109@1:1"]),
        ("氏名,議席\n山田,1\n".encode("euc_jp"), ["R101@1:1"]),
        ("氏名,議席\n高橋一郎,1\n".encode() + b"\xe5\xb1,2\n", ["R101@3:1"]),  # UTF-8 with a torn character
        (b"\xef\xbb\xbf" + "氏名,議席\n".encode("cp932"), ["R101@1:1"]),
        ("氏名,議席\n山田,1\n".encode("cp932") + b"\x81", ["R101@3:1"]),
        ('氏名,賛否\n"山田,○\n鈴木,×\n'.encode(), ["R111@2"]),
        (b'a,b,c\n"x,1,2\ny,3,4\nz,5,6",7,8\n', ["R111@2"]),
        (b'a,b\n"x"y,2\n', ["R111@2"]),
        (b"a,b\n" + b"x" * 140_000 + b",1\n", ["R112@2"]),
        (b"PK\x03\x04" + b"x" * 50, ["R108@"]),
        (b"%PDF-1.7\n", ["R108@"]),
        (b"<html><body><table>", ["R108@"]),
    ],
)
def test_what_cannot_be_trusted_is_refused_at_its_row(data: bytes, findings: list[str], tmp_path: Path):
    outcome = read(data, tmp_path)
    assert (outcome.value, told(outcome.findings)) == ((), findings)


HEADING = "議案番号,件名,議決日,採決方法,結果,高橋,鈴木,佐藤"
BILL_2 = "議案第2号,港の条例,令和8年3月3日,起立採決,原案可決,議,○,×"
BILL_3 = "議案第3号,山の条例,令和8年3月3日,起立採決,否決,議,×,×"
ONE_LINE_SWALLOWED = {
    "a title opens it, the next row's title closes it": (
        *(HEADING, BILL_2.replace("港", '"港')),
        BILL_3.replace("条例", '条例"'),
    ),
    "it stands around two whole rows": (HEADING, f'"{BILL_2}', f'{BILL_3}"'),
    "the row that closes it ends early": (HEADING, BILL_2.replace("起立", '"起立'), '議案第3号,山の条例"'),
    "a roster": ("氏名,ふりがな,会派", '山田,やまだ,"潮風会', '鈴木,すずき,港の会"'),
    "a roster, read on": ("氏名,会派,役職", '山田,"潮風会,議長', '鈴木,港の会",', "田中,港の会,"),
    "a long table": (
        *("議案番号,議員名,賛否,備考", "議案第1号,高橋,○,"),
        *('議案第1号,鈴木,○,"覚え', '議案第1号,佐藤,×,覚え"', "議案第1号,田中,○,"),
    ),
    "two columns": ("氏名,議席", '"山田,1', '鈴木",2'),
}


@pytest.mark.parametrize("rows", ONE_LINE_SWALLOWED.values(), ids=ONE_LINE_SWALLOWED)
def test_a_stray_quotation_mark_that_makes_two_rows_one_keeps_the_table_back(rows: tuple[str, ...], tmp_path: Path):
    outcome = read("\r\n".join(rows).encode(), tmp_path)
    opened = next(line for line, row in enumerate(rows, start=1) if '"' in row)
    assert (outcome.value, told(outcome.findings)) == ((), [f"R111@{opened}"])


@pytest.mark.parametrize(
    "title",
    [
        "汐路市条例の\n一部改正",
        "汐路市条例,規則の\n一部改正",  # a comma makes no row of it
        "予算\n（1,000円、\n2,000円）",
        "一\n\n二",
    ],
)
def test_a_line_break_inside_a_title_is_no_stray_quotation_mark(title: str, tmp_path: Path):
    text = "\r\n".join((HEADING, BILL_2.replace("港の条例", f'"{title}"'), BILL_3))
    outcome = read(text.encode(), tmp_path)
    assert outcome.findings == ()
    assert [row.cells[1] for row in outcome.value[0].rows] == ["件名", title, "山の条例"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
def test_a_damaged_cell_is_named_by_excels_row_and_column_below_titles_of_several_lines(codec: str, tmp_path: Path):
    text = "\r\n".join((HEADING, BILL_2.replace("港の条例", '"港の\n条例\nその1"'), BILL_3.replace("山の", "山\0の")))
    assert told(read(text.encode(codec), tmp_path).findings) == ["R109@3:2"]


def test_a_byte_that_no_encoding_has_is_named_by_excels_row_and_column(tmp_path: Path):
    text = "\r\n".join((HEADING, BILL_2.replace("港の条例", '"港の\n条例\nその1"'), BILL_3))
    torn = text.encode().replace("否決".encode(), b"\xff\xfe\xfd")
    assert told(read(torn, tmp_path).findings) == ["R101@3:5"]


@pytest.mark.parametrize("character", ["|", "｜", "，", "､"])
def test_columns_parted_by_what_is_no_separator_are_an_error_that_names_it(character: str, tmp_path: Path):
    text = f"{HEADING}\n{BILL_2}\n{BILL_3}".replace(",", character)
    outcome = read(text.encode(), tmp_path)
    assert (outcome.value, told(outcome.findings)) == ((), ["R123@1"])
    assert f"「{character}」" in outcome.findings[0].message("ja")
    assert "コンマ" in outcome.findings[0].help("ja")


def test_words_with_such_characters_in_them_are_no_columns(tmp_path: Path):
    text = "メモ\n第1号，第2号，第3号の議案\n表決は，三月\n以上\n"
    assert read(text.encode(), tmp_path).findings == ()
    assert read("件名,結果\n一|二|三,可決\n四|五|六,可決\n".encode(), tmp_path).findings == ()


def test_a_remedy_names_csv_utf_8(tmp_path: Path):
    found = read(b"\x81", tmp_path).findings[0]
    assert "CSV UTF-8" in found.help("ja")
    assert "CSV UTF-8" in found.help("en")


def test_a_missing_file_and_a_folder_are_findings(tmp_path: Path):
    (tmp_path / "folder.csv").mkdir()
    assert told(read_tables(tmp_path / "none.csv", "none.csv").findings) == ["R102@"]
    assert told(read_tables(tmp_path / "folder.csv", "folder.csv").findings) == ["R102@"]


@pytest.mark.parametrize("suffix", ["xls", "XLS", "xlsm", "ods", "tsv"])
def test_other_kinds_of_tables_are_refused_with_what_to_do(suffix: str, tmp_path: Path):
    outcome = read(b"anything", tmp_path, f"table.{suffix}")
    assert told(outcome.findings) == ["R402@"]
    assert ".xlsx" in outcome.findings[0].help("ja")


@pytest.mark.parametrize("text", ["?橋一郎", "山\ufffd", "?"])
def test_lost_characters_are_seen(text: str):
    assert looks_damaged(text)


def test_whole_names_are_not_damaged():
    assert not looks_damaged("髙橋　一郎")
    assert not looks_damaged("だれか？")


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_one_error(data: bytes):
    outcome = decode(data, "a.csv")
    assert (outcome.value is None) == any(found.rule.severity == "error" for found in outcome.findings)


@given(st.text(alphabet='a○,;\t"\n\r =?', max_size=80))
def test_any_text_is_read_without_stumbling(text: str):
    for grid in read_csv(DecodedText(text, "utf-8"), "a.csv").value:
        assert [row.line for row in grid.rows] == list(range(1, len(grid.rows) + 1))


@given(st.lists(st.text(alphabet="髙橋﨑辻一郎①㈱～－ｱ", min_size=1, max_size=6), min_size=2, max_size=5))
def test_names_come_through_cp932_unchanged(names: list[str]):
    data = ",".join(["氏名", *names]).encode("cp932")
    decoded = decode(data, "a.csv").value
    assert decoded is not None
    assert decoded.text == ",".join(["氏名", *names])
