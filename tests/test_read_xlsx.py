"""Excel workbooks: what the sheet shows is what is read; what is hidden or broken is said."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from case_files import told
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from council.diagnostics import Outcome
from council.read.documents import Grid
from council.read.paper import read_paper
from council.read.tables import read_tables
from council.read.xlsx_file import read_xlsx


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def sheet_with(fill: Callable[[Worksheet], None]) -> Outcome[tuple[Grid, ...]]:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "賛否"
    fill(sheet)
    return read_xlsx(saved(book), "votes/a.xlsx")


def shown(value: object, number_format: str = "General") -> str:
    def fill(sheet: Worksheet) -> None:
        cell = sheet.cell(1, 1, value)  # type: ignore[arg-type]
        cell.number_format = number_format

    return sheet_with(fill).value[0].rows[0].cells[0]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (3, "General", "3"),
        (3.0, "General", "3"),
        (-3, "General", "-3"),
        (1.5, "General", "1.5"),
        (0.1 + 0.2, "General", "0.3"),
        (True, "General", "TRUE"),
        ("　髙橋", "General", "　髙橋"),
        (dt.date(2025, 12, 5), "yyyy-mm-dd", "2025-12-05"),
        (dt.datetime(2025, 12, 5, 10, 30), "yyyy-mm-dd h:mm", "2025-12-05 10:30"),  # noqa: DTZ001 - a sheet knows no time zone
        (45996, '[$-411]ggge"年"m"月"d"日"', "2025-12-05"),
        (dt.time(10, 0), "h:mm", "10:00"),
        (dt.time(1, 2, 33), "h:mm:ss", "1:02:33"),
        (dt.timedelta(hours=26, minutes=5), "[h]:mm:ss", "26:05:00"),
        (32, '"議案第"0"号"', "議案第32号"),
        (5, "0番", "5"),  # 番 outside quotes: Excel itself asks for quotes, the plain figure stands
        (7, "000", "007"),
        (1234, "#,##0", "1234"),
        (0.5, "0%", "0.5"),
        (1, '"○";"×";"－"', "○"),
        (-1, '"○";"×";"－"', "×"),
        (0, '"○";"×";"－"', "－"),
    ],
)
def test_a_cell_reads_as_the_sheet_shows_it(value: object, number_format: str, text: str):
    assert shown(value, number_format) == text


def test_the_date_formats_of_japanese_excel_that_stand_in_no_file():
    data = _with_part(
        saved(_book_of([[45996]])), "xl/styles.xml", lambda xml: xml.replace(b'numFmtId="0"', b'numFmtId="58"')
    )
    assert read_xlsx(data, "a.xlsx").value[0].rows[0].cells == ("2025-12-05",)


def test_dates_that_count_from_1904():
    book = _book_of([[dt.date(2025, 12, 5)]])
    book.epoch = openpyxl.utils.datetime.MAC_EPOCH
    assert read_xlsx(saved(book), "a.xlsx").value[0].rows[0].cells == ("2025-12-05",)


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_furigana_are_no_part_of_a_name():
    entries = (
        "<si><t>山田</t><rPh sb='0' eb='2'><t>ヤマダ</t></rPh></si>"
        "<si><r><t>太</t></r><r><t>郎</t></r><rPh><t>タロウ</t></rPh></si>"
    )
    rows = "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>"
    assert _sheet_of(rows, entries.encode()) == [("山田", "太郎")]


def test_a_string_that_is_not_there_makes_the_workbook_damaged():
    assert _sheet_of("<row><c t='s'><v>9</v></c></row>") == ["R403@"]


def test_cells_without_an_address_stand_one_after_the_other():
    assert _sheet_of("<row><c><v>1</v></c><c t='str'><v>b</v></c></row><row><c t='d'><v>2025-12-05</v></c></row>") == [
        ("1", "b"),
        ("2025-12-05", ""),
    ]


def test_line_breaks_that_excel_escapes():
    assert _sheet_of("<row><c t='inlineStr'><is><t>一_x000D_\n二_x0007_</t></is></c></row>") == [("一\n二",)]


def test_rows_keep_their_numbers_and_one_width():
    def fill(sheet: Worksheet) -> None:
        sheet["B3"], sheet["D5"] = "氏名", "○"

    grid = sheet_with(fill).value[0]
    assert [(row.line, row.cells) for row in grid.rows] == [(3, ("", "氏名", "", "")), (5, ("", "", "", "○"))]
    assert (grid.sheet, grid.encoding, str(grid.at(5, 4))) == ("賛否", "xlsx", "votes/a.xlsx:5:4")


def test_of_merged_cells_the_first_holds_the_value():
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["C1"] = "市民の会", "創生"
        sheet.merge_cells("A1:B1")

    assert sheet_with(fill).value[0].rows[0].cells == ("市民の会", "", "創生")


def test_what_is_hidden_is_not_read_and_said():
    book = _book_of([["氏名", "非公開", "賛否"], ["山田", "住所", "○"], ["鈴木", "住所", "×"]])
    sheet = book["Sheet"]
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    other = book.create_sheet("控え")
    other["A1"], other.sheet_state = "控え", "hidden"
    outcome = read_xlsx(saved(book), "a.xlsx")
    assert [row.cells for row in outcome.value[0].rows] == [("氏名", "", "賛否"), ("山田", "", "○")]
    assert told(outcome.findings) == ["R406@", "R407@", "R405@"]
    assert "B" in outcome.findings[1].message("ja")


def test_hidden_rows_and_columns_without_a_word_are_not_worth_one():
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "氏名"
        sheet.row_dimensions[9].hidden = True
        sheet.column_dimensions["Z"].hidden = True

    assert sheet_with(fill).findings == ()


def test_formulas_that_were_never_calculated_and_those_in_error():
    outcome = read_xlsx(saved(_book_of([["氏名", "=1+1"], ["山田", "#REF!"]])), "a.xlsx")
    assert [row.cells for row in outcome.value[0].rows] == [("氏名", "#N/A"), ("山田", "#REF!")]
    assert told(outcome.findings) == ["R408@1:2", "R409@2:2"]


def test_a_formula_shows_its_result():
    data = _with_part(
        saved(_book_of([["=1+1"]])),
        "xl/worksheets/sheet1.xml",
        lambda xml: re.sub(rb"<v ?/>|<v></v>", b"<v>2</v>", xml),
    )
    assert read_xlsx(data, "a.xlsx").value[0].rows[0].cells == ("2",)


def test_each_visible_sheet_with_anything_on_it_is_a_grid():
    book = _book_of([["a"]])
    book.create_sheet("空")
    book.create_sheet("二")["A1"] = "b"
    assert [grid.sheet for grid in read_xlsx(saved(book), "a.xlsx").value] == ["Sheet", "二"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "R106"),
        (b"\0" * 500, "R403"),
        ("氏名,賛否\n".encode(), "R108"),
        (b"%PDF-1.4", "R108"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 120 + "EncryptedPackage\0".encode("utf-16-le"), "R401"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 120 + "Workbook\0".encode("utf-16-le"), "R402"),
        (b"PK\x03\x04 and then nothing", "R403"),
    ],
)
def test_what_is_no_workbook_is_refused_by_its_name(data: bytes, code: str, tmp_path: Path):
    (tmp_path / "a.xlsx").write_bytes(data)
    outcome = read_tables(tmp_path / "a.xlsx", "a.xlsx")
    assert outcome.value == ()
    assert told(outcome.findings) == [f"{code}@"]


def test_an_empty_workbook_is_said_to_be_empty():
    assert told(read_xlsx(saved(Workbook()), "a.xlsx").findings) == ["R106@"]


@pytest.mark.parametrize(
    ("part", "change", "code"),
    [
        (
            "xl/worksheets/sheet1.xml",
            lambda xml: xml.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY e "e">]><worksheet'),
            "R403",
        ),
        ("xl/worksheets/sheet1.xml", lambda xml: xml[: len(xml) // 2], "R403"),
        ("xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'r="A1"', b'r="nowhere"'), "R403"),
        (
            "xl/worksheets/sheet1.xml",
            lambda xml: xml.replace(
                b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
            ),
            "",
        ),
        ("xl/workbook.xml", lambda _: b"<workbook", "R403"),
        ("xl/_rels/workbook.xml.rels", lambda xml: xml.replace(b"sheet1.xml", b"sheet9.xml"), "R403"),
    ],
)
def test_tampered_workbooks_do_no_harm(part: str, change: Callable[[bytes], bytes], code: str):
    outcome = read_xlsx(_with_part(saved(_book_of([["氏名", "賛否"]])), part, change), "a.xlsx")
    assert [found.rule.code for found in outcome.findings] == ([code] if code else [])


def test_a_cell_far_away_costs_no_memory():
    outcome = read_xlsx(saved(_book_of([["氏名"]], far="XFD1048576")), "a.xlsx")
    assert [row.line for row in outcome.value[0].rows] == [1, 1048576]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.lists(st.text(alphabet="髙橋○×? 　=", min_size=1, max_size=4), min_size=1, max_size=4),
        min_size=1,
        max_size=4,
    )
)
def test_texts_come_back_as_they_were(rows: list[list[str]]):
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for line, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            sheet.cell(line, column).value = text
            sheet.cell(line, column).data_type = "s"
    outcome = read_xlsx(saved(book), "a.xlsx")
    read = {
        (row.line, column): text
        for grid in outcome.value
        for row in grid.rows
        for column, text in enumerate(row.cells, 1)
        if text
    }
    assert read == {
        (line, column): text for line, row in enumerate(rows, 1) for column, text in enumerate(row, 1) if text.strip()
    }


def _book_of(rows: list[list[object]], far: str = "") -> Workbook:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    if far:
        sheet[far] = "x"
    return book


def _sheet_of(rows: str, strings: bytes = b"") -> list[object]:
    """Return the rows and findings of a workbook put together by hand, as Excel packs it."""
    parts = {
        "xl/workbook.xml": f"<workbook xmlns='{MAIN}' xmlns:r='{LINKS}'><sheets><sheet name='a' r:id='r1'/></sheets></workbook>",
        "xl/_rels/workbook.xml.rels": "<Relationships>"
        f"<Relationship Id='r1' Type='{LINKS}/worksheet' Target='worksheets/sheet1.xml'/>"
        f"<Relationship Id='r2' Type='{LINKS}/sharedStrings' Target='/xl/sharedStrings.xml'/></Relationships>",
        "xl/worksheets/sheet1.xml": f"<worksheet xmlns='{MAIN}'><sheetData>{rows}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f"<sst xmlns='{MAIN}'>{strings.decode()}</sst>",
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    outcome = read_xlsx(stream.getvalue(), "a.xlsx")
    return [*(row.cells for grid in outcome.value for row in grid.rows), *told(outcome.findings)]


def _with_part(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return stream.getvalue()


@pytest.mark.parametrize("target", ["xl/book2.xml", "/xl/book2.xml", "xl/%62ook2.xml"])
def test_the_workbook_is_the_part_that_the_file_names_whatever_it_is_called(target: str, tmp_path: Path):
    book = Workbook()
    book.active["A1"] = "議案"  # type: ignore[index]
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(book))) as archive, zipfile.ZipFile(stream, "w") as changed:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "_rels/.rels":
                content = re.sub(rb"/?xl/workbook\.xml", target.encode(), content)
            changed.writestr(name.replace("workbook.xml", "book2.xml"), content)
    outcome = read_xlsx(stream.getvalue(), "votes/a.xlsx")
    assert ([row.cells for row in outcome.value[0].rows], outcome.findings) == ([("議案",)], ())
    (tmp_path / "a.xlsx").write_bytes(stream.getvalue())
    assert read_paper(tmp_path / "a.xlsx", "a.xlsx").findings == ()
