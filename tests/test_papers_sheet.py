"""A published workbook holds the values of its visible cells and nothing that stands behind them."""

from __future__ import annotations

import io

import openpyxl
import pytest
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Color, Font, NamedStyle, PatternFill
from openpyxl.worksheet.table import Table
from papers_files import CORE, HIDDEN, R, S, book, parts_of, png, relation, relations, row, rows

from council.papers.cleaning import clean_paper
from council.papers.reading import prepare_paper

PLAIN = rows(row(1, "区分", "金額"), row(2, "市税", "155"))
CORE_RELS = relations(
    relation("rId1", "officeDocument", "xl/workbook.xml"),
    relation("rId2", "metadata/core-properties", "docProps/core.xml"),
)


def cleaned(data: bytes):
    return clean_paper(data, "a.xlsx", "xlsx")


def codes(data: bytes) -> list[str]:
    return sorted({one.rule.code for one in cleaned(data).findings})


def published(data: bytes) -> dict[str, str]:
    value = cleaned(data).value
    assert value is not None, cleaned(data).findings
    parts = parts_of(value)
    assert HIDDEN not in "".join(parts.values())
    return parts


def values(data: bytes) -> dict[str, list[list[object]]]:
    opened = openpyxl.load_workbook(io.BytesIO(cleaned(data).value or b""))
    return {sheet.title: [[cell.value for cell in line] for line in sheet.rows] for sheet in opened.worksheets}


def test_a_plain_table_stays_a_table():
    data = book({"予算": PLAIN})
    assert codes(data) == []
    assert values(data) == {"予算": [["区分", "金額"], ["市税", 155]]}
    assert cleaned(data).value == cleaned(data).value
    assert cleaned(cleaned(data).value).value == cleaned(data).value


def test_makers_are_forgotten():
    data = book({"予算": PLAIN}, extra={"_rels/.rels": CORE_RELS, "docProps/core.xml": CORE})
    assert codes(data) == ["D318"]
    assert "<dc:creator/>" in published(data)["docProps/core.xml"]


def test_hidden_sheets_are_not_in_it_nor_their_words_nor_their_names():
    names = f'<definedNames><definedName name="内緒">{HIDDEN}!$A$1</definedName></definedNames>'
    strings = f"<si><t>見える言葉</t></si><si><t>{HIDDEN}</t></si>"
    shown = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
    unseen = '<sheetData><row r="1"><c r="A1" t="s"><v>1</v></c></row></sheetData>'
    data = book({"表": shown, HIDDEN: unseen}, (HIDDEN,), names=names, strings=strings)
    assert codes(data) == ["D312"]
    assert set(published(data)) >= {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"}
    assert values(data) == {"表": [["見える言葉"]]}


@pytest.mark.parametrize(
    ("inner", "cells"),
    [
        (rows(row(1, "a", "b"), row(2, HIDDEN, "9", more=' hidden="1"'), row(3, "c", "d")), "2"),
        (rows(row(1, "a", "b"), row(2, HIDDEN, "9", more=' ht="0"'), row(3, "c", "d")), "2"),
        ('<cols><col min="2" max="3" hidden="1"/></cols>' + rows(row(1, "a", HIDDEN), row(2, "b", HIDDEN)), "B"),
    ],
)
def test_hidden_rows_and_columns_lose_their_values(inner, cells):
    data = book({"表": inner})
    assert [(one.rule.code, dict(one.values)["cells"]) for one in cleaned(data).findings] == [("D313", cells)]
    published(data)


def test_what_a_merged_cell_covers_is_not_seen_and_not_published():
    data = book({"表": rows(row(1, "a", HIDDEN)) + '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'})
    published(data)
    assert values(data) == {"表": [["a", None]]}


def test_formulas_become_the_values_they_gave():
    data = book({"表": rows(row(1, "2", f"=A1*{HIDDEN}=84"))})
    assert [(one.rule.code, dict(one.values)["count"]) for one in cleaned(data).findings] == [("D319", "1")]
    published(data)
    assert values(data) == {"表": [[2, 84]]}


def test_a_formula_without_its_result_holds_it_back():
    found = cleaned(book({"表": rows(row(1, "2", "=A1*2="))}))
    assert (found.value, [str(one.location) for one in found.findings if one.rule.code == "D310"]) == (
        None,
        ["a.xlsx[表]:1:2"],
    )


def with_sheet_part(kind: str, target: str, content: str | bytes, inner: str = "") -> bytes:
    extra = {
        f"xl/{target}": content,
        "xl/worksheets/_rels/sheet1.xml.rels": relations(relation("rId1", kind, f"../{target}")),
    }
    return book({"表": PLAIN + inner}, extra=extra)


@pytest.mark.parametrize(
    ("kind", "target", "inner"),
    [
        ("vmlDrawing", "drawings/v.vml", '<legacyDrawing r:id="rId1"/>'),
        ("printerSettings", "printerSettings/p.bin", '<pageSetup r:id="rId1"/>'),
        ("pivotTable", "pivotTables/p.xml", ""),
        ("table", "tables/table1.xml", '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>'),
        ("queryTable", "queryTables/q.xml", ""),
        ("person", "persons/p.xml", ""),
    ],
)
def test_what_stands_behind_a_sheet_goes(kind, target, inner):
    parts = published(with_sheet_part(kind, target, f"<x>{HIDDEN}</x>", inner))
    assert f"xl/{target}" not in parts
    assert 'r:id="rId1"' not in parts["xl/worksheets/sheet1.xml"]


def test_comments_go_and_are_counted():
    comments = f'<comments xmlns="{S}"><authors><author>{HIDDEN}</author></authors><commentList><comment ref="A1"/></commentList></comments>'
    data = with_sheet_part("comments", "comments1.xml", comments)
    assert [(one.rule.code, dict(one.values)["count"]) for one in cleaned(data).findings] == [("D311", "1")]
    published(data)


@pytest.mark.parametrize("kind", ["oleObject", "control", "package"])
def test_embedded_files_and_controls_hold_it_back(kind):
    assert codes(with_sheet_part(kind, "embeddings/x.bin", b"x")) == ["D304"]


@pytest.mark.parametrize(
    "inner",
    [
        f'<dataValidations count="1"><dataValidation sqref="A1"><formula1>"{HIDDEN}"</formula1></dataValidation></dataValidations>',
        f'<scenarios><scenario name="a" user="{HIDDEN}"/></scenarios>',
        f'<protectedRanges><protectedRange name="{HIDDEN}" sqref="A1"/></protectedRanges>',
        f'<autoFilter ref="A1:B2"><filterColumn colId="0"><filters><filter val="{HIDDEN}"/></filters></filterColumn></autoFilter>',
        f'<conditionalFormatting sqref="A1"><cfRule type="expression"><formula>{HIDDEN}!A1=1</formula></cfRule></conditionalFormatting>',
        f'<hyperlinks><hyperlink ref="A1" location="{HIDDEN}!A1"/></hyperlinks>',
        f"<extLst><ext>{HIDDEN}</ext></extLst>",
        f'<customProperties><customPr name="{HIDDEN}" r:id="rId1"/></customProperties>',
    ],
)
def test_rules_lists_and_filters_that_are_not_seen_go(inner):
    published(book({"表": PLAIN + inner}))


def drawing(chart: str) -> dict[str, str | bytes]:
    space = "http://schemas.openxmlformats.org/drawingml/2006/"
    return {
        "xl/drawings/drawing1.xml": (
            f'<xdr:wsDr xmlns:xdr="{space}spreadsheetDrawing" xmlns:c="{space}chart" xmlns:r="{R}">'
            f'<xdr:sp macro="{HIDDEN}" textlink="{HIDDEN}!A1"/><c:chart r:id="rId1"/></xdr:wsDr>'
        ),
        "xl/drawings/_rels/drawing1.xml.rels": relations(
            relation("rId1", "chart", "../charts/chart1.xml"), relation("rId2", "image", "../media/image1.png")
        ),
        "xl/charts/chart1.xml": f'<c:chartSpace xmlns:c="{space}chart"><c:f>{chart}</c:f></c:chartSpace>',
        "xl/media/image1.png": png(),
        "xl/worksheets/_rels/sheet1.xml.rels": relations(relation("rId1", "drawing", "../drawings/drawing1.xml")),
    }


def test_charts_and_pictures_of_visible_sheets_stay():
    parts = published(book({"表 1": PLAIN + '<drawing r:id="rId1"/>'}, extra=drawing("'表 1'!$B$1:$B$2")))
    assert {"xl/charts/chart1.xml", "xl/media/image1.png", "xl/drawings/drawing1.xml"} <= set(parts)


def test_a_chart_of_a_hidden_sheet_holds_it_back():
    data = book({"表": PLAIN + '<drawing r:id="rId1"/>', HIDDEN: PLAIN}, (HIDDEN,), extra=drawing(f"{HIDDEN}!$A$1"))
    assert "D305" in codes(data)
    assert cleaned(data).value is None


def test_the_print_area_of_a_visible_sheet_stays_with_it():
    names = (
        '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">隠し!$A$1</definedName>'
        '<definedName name="_xlnm.Print_Area" localSheetId="1">表!$A$1:$B$2</definedName></definedNames>'
    )
    parts = published(book({"隠し": PLAIN, "表": PLAIN}, ("隠し",), names=names))
    assert (
        '<definedName name="_xlnm.Print_Area" localSheetId="0">表!$A$1:$B$2</definedName>' in parts["xl/workbook.xml"]
    )
    assert "隠し" not in parts["xl/workbook.xml"]


def test_a_workbook_without_a_visible_sheet_is_held_back():
    assert codes(book({"表": PLAIN}, ("表",))) == ["D305"]


def test_words_are_read_sheet_by_sheet_without_empty_columns():
    inner = '<sheetData><row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row></sheetData>'
    text = prepare_paper(book({"表": PLAIN, "別": inner}), "a.xlsx", "xlsx").value.text
    assert [
        (part.title, [[cell.text for cell in line.cells] for line in part.blocks[0].rows]) for part in text.parts
    ] == [
        ("表", [["区分", "金額"], ["市税", "155"]]),
        ("別", [["1", "2"]]),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04",
        book({"表": "<sheetData><row"}),
        book({"表": rows('<row r="x"><c r="A1"/></row>')}),
        book({"表": rows(row(1, "a")) + '<mergeCells><mergeCell ref="?"/></mergeCells>'}),
        book({"表": '<sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData>'}),
    ],
)
def test_a_damaged_workbook_is_held_back(data):
    found = cleaned(data)
    assert (found.value, {one.rule.code for one in found.findings}) == (None, {"D103"})


def made(change) -> bytes:
    """Return a workbook as Excel would write it, changed."""
    workbook = openpyxl.Workbook()
    workbook.active.title = "表"
    workbook.active.append(["区分", 155])
    change(workbook.active)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def coloured(letters, ground=None):
    def change(sheet):
        sheet["C3"] = HIDDEN
        sheet["C3"].font = Font(color=letters)
        if ground:
            sheet["C3"].fill = PatternFill("solid", fgColor=ground)

    return change


def formatted(value, code):
    def change(sheet):
        sheet["C3"] = value
        sheet["C3"].number_format = code

    return change


def sized(*, width=None, height=None, value: object = HIDDEN):
    def change(sheet):
        sheet["C3"] = value
        if width is not None:
            sheet.column_dimensions["C"].width = width
        if height is not None:
            sheet.row_dimensions[3].height = height

    return change


@pytest.mark.parametrize(
    "change",
    [
        coloured("FFFFFF"),
        coloured("FFFDFDFD"),
        coloured(Color(theme=0)),
        coloured(Color(indexed=9)),
        coloured("FFFFFF", "FFFFFF"),
        coloured("00FF0000", "00FF0000"),
        formatted(HIDDEN, ";;;"),
        formatted(98765432, ";;;"),
        formatted(-98765432, "0;;0"),
        sized(width=0.1),
        sized(height=0.5),
    ],
)
def test_a_cell_whose_words_nobody_sees_holds_the_workbook_back(change):
    found = cleaned(made(change))
    assert (found.value, [one.rule.code for one in found.findings if one.rule.code != "D318"]) == (None, ["D322"])
    assert str(next(one for one in found.findings if one.rule.code == "D322").location) == "a.xlsx[表]:3:3"


@pytest.mark.parametrize(
    "change",
    [
        coloured("FFFFFF", "00000080"),  # a white heading on blue
        coloured("00FFFFFF", Color(theme=4)),
        coloured(Color(theme=0, tint=-0.5)),
        coloured("000000"),
        coloured("FF000000", "FF333399"),
        formatted(98765432, "#,##0;▲#,##0;"),  # zeros are not shown, which tells nothing
        formatted(0, "#,##0;▲#,##0;"),
        formatted("言葉", "0;0;0;@"),
        formatted("言葉", "@"),
        formatted(5, '"第"0"号"'),
        sized(width=1.2),
        sized(width=0.1, value=None),  # a narrow column to part two tables
        sized(height=0.5, value=None),
    ],
)
def test_light_colours_and_usual_formats_and_narrow_gaps_stay_published(change):
    assert cleaned(made(change)).value is not None


def test_a_white_heading_on_the_colour_of_a_table_of_excel_stays_published():
    def change(sheet):
        sheet["A1"].font = Font(color="FFFFFF")
        sheet["B1"] = "金額"
        sheet.append(["市税", 1])
        sheet.add_table(Table(displayName="表1", ref="A1:B2"))

    assert "D322" not in codes(made(change))


def test_headers_that_are_not_switched_on_go_and_the_others_stay():
    def change(sheet):
        sheet.oddHeader.center.text = "市議会"
        sheet.evenHeader.center.text = HIDDEN
        sheet.firstFooter.left.text = HIDDEN

    assert "市議会" in published(made(change))["xl/worksheets/sheet1.xml"]

    def switched(sheet):
        sheet.HeaderFooter.differentOddEven = True
        sheet.evenHeader.center.text = "見開き"

    assert "見開き" in published(made(switched))["xl/worksheets/sheet1.xml"]


def test_a_rule_with_words_in_its_formula_goes_and_one_of_cells_and_figures_stays():
    def change(sheet):
        red = Font(color="FF0000")
        sheet.conditional_formatting.add("A1:A3", FormulaRule(formula=[f'$A$1="{HIDDEN}"'], font=red))
        sheet.conditional_formatting.add("B1:B3", FormulaRule(formula=["AND($B1>100,MOD(ROW(),2)=0)"], font=red))

    sheet = published(made(change))["xl/worksheets/sheet1.xml"]
    assert sheet.count("<cfRule") == 1
    assert "MOD(ROW(),2)" in sheet


def test_the_names_that_people_gave_to_styles_go():
    def change(sheet):
        style = NamedStyle(name=HIDDEN)
        sheet.parent.add_named_style(style)
        sheet["A1"].style = style

    assert 'name="Style 1"' in published(made(change))["xl/styles.xml"]
