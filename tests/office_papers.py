"""Word files and workbooks as secretariats write them, built by code: an ordinance with a form, budget tables."""

from __future__ import annotations

import io
import struct
import zlib

from build_word import paragraph, run, word_parts
from openpyxl import Workbook
from openpyxl.drawing.image import Image
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from papers_files import chunk, relation, zipped

HIDDEN = "カクシタコトバ"
"""Stands wherever nobody sees it."""

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def gradient(width: int = 120, height: int = 80) -> bytes:
    """Return a PNG that can be looked at."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    lines = b"".join(
        b"\0" + b"".join(bytes((255 * x // width, 160, 255 * y // height)) for x in range(width)) for y in range(height)
    )
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


def drawing(width_mm: int, height_mm: int, alt: str = "", crop: str = "", identifier: str = "rIdPic") -> str:
    """Return a run with a picture in line with the words; ``crop`` are attributes of a:srcRect."""
    size = f'cx="{width_mm * 36000}" cy="{height_mm * 36000}"'
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent {size}/><wp:docPr id="1" name="Picture 1" descr="{alt}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="1" name="x.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{identifier}"/>{f"<a:srcRect {crop}/>" if crop else ""}</pic:blipFill>'
        f"<pic:spPr><a:xfrm><a:ext {size}/></a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r>"
    )


def table(rows: list[str], widths: tuple[int, ...], *, ruled: bool = True) -> str:
    """Return a w:tbl; widths in twentieths of a point."""
    sides = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH"))
    borders = f"<w:tblBorders>{sides}</w:tblBorders>" if ruled else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{borders}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(*cells: str, header: bool = False) -> str:
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if header else ''}{''.join(cells)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    """Return a w:tc; ``content`` is text or block markup."""
    inner = content if content.startswith("<w:") else paragraph(run(content))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def docx(body: str, *, numbering: str = "", styles: str = "", pictures: dict[str, bytes] | None = None) -> bytes:
    """Return a Word file with this body; ``numbering`` and ``styles`` come before what is there."""
    parts: dict[str, str | bytes] = dict(word_parts("*"))
    document = str(parts["word/document.xml"])
    start, end = document.index("<w:body>") + 8, document.index("<w:sectPr>")
    parts["word/document.xml"] = document[:start] + body + document[end:]
    for part, mark, more in (("styles", "<w:style ", styles), ("numbering", "<w:abstractNum ", numbering)):
        name = f"word/{part}.xml"
        parts[name] = str(parts[name]).replace(mark, more + mark, 1)
    if numbering:
        lists = str(parts["word/numbering.xml"])
        parts["word/numbering.xml"] = lists.replace("</w:numbering>", f"{NUMBERED}</w:numbering>")
    for identifier, content in (pictures or {}).items():
        parts[f"word/media/{identifier}.png"] = content
        rels = str(parts["word/_rels/document.xml.rels"])
        one = relation(identifier, "image", f"media/{identifier}.png")
        parts["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", f"{one}</Relationships>")
    types = str(parts["[Content_Types].xml"])
    parts["[Content_Types].xml"] = types.replace(
        "<Override", '<Default Extension="png" ContentType="image/png"/><Override', 1
    )
    return zipped(parts)


ARTICLES = (
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val="第%1条"/>'
    '<w:pPr><w:ind w:left="210" w:hanging="210"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="2"/><w:numFmt w:val="decimalFullWidth"/><w:suff w:val="space"/><w:lvlText w:val="%2"/>'
    '<w:pPr><w:ind w:left="420" w:hanging="210"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:suff w:val="space"/><w:lvlText w:val="%3"/>'
    '<w:pPr><w:ind w:leftChars="200" w:left="420" w:hangingChars="100" w:hanging="210"/></w:pPr></w:lvl>'
    "</w:abstractNum>"
)
NUMBERED = '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="MS Mincho"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/><w:pPr><w:jc w:val="center"/></w:pPr>'
    '<w:rPr><w:rFonts w:eastAsia="MS Gothic"/><w:sz w:val="28"/></w:rPr></w:style>'
)


def item(text: str, level: int) -> str:
    """Return a paragraph of the list of articles."""
    return paragraph(run(text), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>')


def ordinance() -> bytes:
    """Return an ordinance: numbered articles, readings, a form with merged and nested cells, a cropped picture, notes."""
    reading = run("しおじ", '<w:sz w:val="8"/>')
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{reading}</w:rt><w:rubyBase>{run('汐路')}</w:rubyBase></w:ruby></w:r>"
    header = row(cell("区分"), cell("単位"), cell("使用料（円）"), header=True)
    rows = [
        header,
        row(
            cell("大ホール", '<w:vMerge w:val="restart"/>'),
            cell("午前"),
            cell(paragraph(run("12,000"), '<w:jc w:val="right"/>')),
        ),
        row(cell("", "<w:vMerge/>"), cell("午後"), cell(paragraph(run("18,500"), '<w:jc w:val="right"/>'))),
        row(cell("備考　使用料には消費税を含む。", '<w:gridSpan w:val="3"/>')),
    ]
    nested = table([row(cell("氏名"), cell("　"))], (1500, 3000))
    form = table([row(cell("申請者"), cell(nested + paragraph("")))], (2000, 6000))
    body = "".join(
        (
            paragraph(run("汐路市文化会館条例の一部を改正する条例（案）"), '<w:pStyle w:val="t"/>'),
            paragraph(run("令和８年９月１日"), '<w:jc w:val="right"/>'),
            paragraph(
                ruby + run("市文化会館条例（昭和58年条例第12号）の一部を次のように改正する。"),
                '<w:ind w:firstLineChars="100" w:firstLine="210"/>',
            ),
            paragraph(run("第１章　総則", "<w:b/>"), '<w:pStyle w:val="1"/>'),
            item(
                "この条例は、市民の文化の振興及び福祉の増進を図るため、文化会館の設置及び管理に関し必要な事項を定めるものとする。",
                0,
            ),
            item("会館の名称及び位置は、別表のとおりとする。", 0),
            item("市長は、特に必要があると認めるときは、前項の規定にかかわらず、開館時間を変更することができる。", 1),
            item("災害その他避けることができない事由のあるとき。", 2),
            item("市長が管理上必要と認めるとき。", 2),
            paragraph(
                run("別表", '<w:u w:val="single"/>')
                + run("（第２条関係）m")
                + run("2", '<w:vertAlign w:val="superscript"/>')
            ),
            table(rows, (3000, 2000, 3000)),
            paragraph(run("様式第１号")),
            form,
            paragraph(run("位置図　") + drawing(60, 40, "会館の位置図") + drawing(30, 20, crop='l="25000" r="25000"')),
            paragraph('<w:r><w:br w:type="page"/></w:r>' + run("附則")),
            paragraph(run("この条例は、公布の日から施行する。"), '<w:ind w:firstLineChars="100" w:firstLine="210"/>'),
        )
    )
    return docx(body, numbering=ARTICLES, styles=DEFAULTS, pictures={"rIdPic": gradient()})


def budget() -> bytes:
    """Return a workbook: a title, a unit at the right, merged headings, formats, hidden rows, columns and sheets."""
    book = Workbook()
    sheet = book.active
    sheet.title = "歳入"
    line = Side(style="thin")
    box = Border(left=line, right=line, top=line, bottom=line)
    sheet["A1"] = "令和８年度　歳入予算の概要"
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["E2"] = "（単位：千円）"
    sheet["E2"].alignment = Alignment(horizontal="right")
    lines = [
        ("款", "本年度", None, "増減率", "備考"),
        (None, "予算額", "前年度比", None, None),
        ("市税", 15520000, 240000, 0.0157, "個人市民税の増"),
        ("地方交付税", 9800000, -125000, -0.0126, None),
        (HIDDEN, 1, 1, 1, HIDDEN),
        ("合計", 43000000, 115000, 0.0027, None),
    ]
    for at, values in enumerate(lines, start=3):
        for place, value in enumerate(values, start=1):
            one = sheet.cell(at, place, value)
            one.border = box
    for row_ in sheet["B5:C8"]:
        for one in row_:
            one.number_format = "#,##0;△#,##0"
    for row_ in sheet["D5:D8"]:
        row_[0].number_format = "0.0%"
    for one in (*sheet[3], *sheet[4]):
        one.fill = PatternFill("solid", fgColor="DDDDDD")
        one.alignment = Alignment(horizontal="center", vertical="center")
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("B3:C3")
    sheet.merge_cells("D3:D4")
    sheet.merge_cells("E3:E4")
    sheet["F5"] = HIDDEN
    sheet.column_dimensions["F"].hidden = True
    sheet.row_dimensions[7].hidden = True
    for name, width in zip("ABCDE", (16, 14, 12, 9, 22), strict=True):
        sheet.column_dimensions[name].width = width
    sheet["A10"] = "※　前年度比は当初予算との比較である。端数を四捨五入したため、計が合わないことがある。"
    sheet.print_title_rows = "3:4"
    dates = book.create_sheet("日程")
    dates.append(("日付", "会議"))
    dates.append((46000, "本会議"))
    dates["A2"].number_format = 'ggge"年"m"月"d"日"(aaa)'
    dates.add_image(Image(io.BytesIO(gradient())), "A5")
    secret = book.create_sheet("作業")
    secret["A1"] = HIDDEN
    secret.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ledger(lines: int = 120) -> bytes:
    """Return a workbook whose only table goes on over pages."""
    book = Workbook()
    book.active.append(("番号", "事業", "金額"))
    for number in range(1, lines + 1):
        book.active.append((number, f"第{number}事業の費用", number * 1250))
    book.active.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
