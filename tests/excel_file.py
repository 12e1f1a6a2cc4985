"""Workbooks put together by hand as Excel packs them: shared strings with their readings, numbers, days."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Iterable
from io import BytesIO
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FIRST_DAY = dt.date(1899, 12, 30)
_MONTH_AND_DAY = 56  # Excel's own format m月d日, which it gives what looks like a day
_READING = re.compile(r"(.*)（(.*)↑）")
_SHEETS = "<sheets><sheet name='Sheet1' sheetId='1' r:id='r1'/></sheets>"
_RELATIONS = (("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml"))


def workbook(rows: Iterable[Iterable[object]]) -> bytes:
    """Make a workbook of one sheet; ``山田（やまだ↑）`` is a cell 山田 that carries its reading in a phonetic run."""
    strings: list[str] = []
    sheet = "".join(f"<row>{''.join(_cell(value, strings) for value in row)}</row>" for row in rows)
    links = "".join(
        f"<Relationship Id='{key}' Type='{LINKS}/{kind}' Target='{target}'/>"
        for key, kind, target in (*_RELATIONS, ("r3", "styles", "styles.xml"))
    )
    return _zipped(
        {
            "xl/workbook.xml": f"<workbook xmlns='{MAIN}' xmlns:r='{LINKS}'>{_SHEETS}</workbook>",
            "xl/_rels/workbook.xml.rels": f"<Relationships>{links}</Relationships>",
            "xl/worksheets/sheet1.xml": f"<worksheet xmlns='{MAIN}'><sheetData>{sheet}</sheetData></worksheet>",
            "xl/sharedStrings.xml": f"<sst xmlns='{MAIN}'>{''.join(map(_string, strings))}</sst>",
            "xl/styles.xml": f"<styleSheet xmlns='{MAIN}'><cellXfs><xf numFmtId='0'/>"
            f"<xf numFmtId='{_MONTH_AND_DAY}'/></cellXfs></styleSheet>",
        }
    )


def _cell(value: object, strings: list[str]) -> str:
    match value:
        case None:
            return "<c/>"
        case dt.date():
            return f"<c s='1'><v>{(value - _FIRST_DAY).days}</v></c>"
        case int() | float():
            return f"<c><v>{value}</v></c>"
    strings.append(str(value))
    return f"<c t='s'><v>{len(strings) - 1}</v></c>"


def _string(text: str) -> str:
    read = _READING.fullmatch(text)
    base, reading = read.groups() if read else (text, "")
    phonetic = f"<rPh sb='0' eb='{len(base)}'><t>{escape(reading)}</t></rPh>" if reading else ""
    return f"<si><t>{escape(base)}</t>{phonetic}</si>"


def _zipped(parts: dict[str, str]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()
