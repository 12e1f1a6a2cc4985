"""An Excel workbook (`.xlsx`): guarded like a Word file, then each visible sheet to a grid.

The parts are walked here and not by openpyxl's objects: those spend memory on every cell of a merged range,
know neither which rows are hidden nor which formulas were never calculated, and miss the date formats of Excel's
Japanese edition. openpyxl's tables of formats and its reckoning of dates are used.
"""

from __future__ import annotations

import posixpath

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from council.diagnostics import Finding, Outcome, Rule, finding
from council.location import Location
from council.read.documents import Grid
from council.read.docx.archive import target_part, unpack
from council.read.docx.refusal import RefusedError
from council.read.office_main import main_kind, main_part
from council.read.signatures import Content, content_of
from council.read.xlsx_sheet import SheetError, read_sheet
from council.read.xlsx_values import Styles, read_styles, rich_text
from council.rules import files, word_refused, workbook

_OTHER_KINDS = {"document": "Word (.docx)", "presentation": "PowerPoint (.pptx)"}
_USUAL_MAIN = "xl/workbook.xml"
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


class _BookError(Exception):
    def __init__(self, rule: Rule, **values: object) -> None:
        super().__init__(rule.name)
        self.rule = rule
        self.values = values


class _Sheet(Struct, frozen=True):
    name: str
    part: str
    hidden: bool


def read_xlsx(data: bytes, name: str) -> Outcome[tuple[Grid, ...]]:
    """Read a workbook's visible sheets, empty ones left out.

    Findings: R106 (nothing in it), R108, R401-R404 (refused), R405-R407 (hidden, not read), R408, R409 (formulas).
    """
    try:
        return _read(data, name)
    except _BookError as error:
        return Outcome((), (finding(error.rule, Location(name), **error.values),))


def _read(data: bytes, name: str) -> Outcome[tuple[Grid, ...]]:
    _refuse_foreign(data)
    parts = _unpack(data, name)
    main = _book_name(parts)
    book = _part(parts, main)
    relations = _relations(parts, main)
    properties = book.find("{*}workbookPr")
    since_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    styles = read_styles(_optional(parts, _related(relations, "/styles")), since_1904=since_1904)
    shared = _optional(parts, _related(relations, "/sharedStrings"))
    strings = tuple(rich_text(node) for node in shared.iterfind("{*}si")) if shared is not None else ()
    grids: list[Grid] = []
    findings: list[Finding] = []
    for sheet in _sheets(relations, book):
        made = _sheet(parts, sheet, Location(name, sheet=sheet.name), strings, styles)
        grids += [made.value] if made.value else []
        findings += made.findings
    if not grids and not findings:
        findings.append(finding(files.EMPTY_FILE, Location(name)))
    return Outcome(_named_where_several(grids), tuple(findings))


def _named_where_several(grids: list[Grid]) -> tuple[Grid, ...]:
    """Mark a workbook's only sheet: its places are those of the file."""
    return (replace(grids[0], alone=True),) if len(grids) == 1 else tuple(grids)


def _sheet(
    parts: dict[str, bytes], sheet: _Sheet, place: Location, strings: tuple[str, ...], styles: Styles
) -> Outcome[Grid | None]:
    try:
        made = read_sheet(_bytes(parts, sheet.part), place, strings, styles)
    except SheetError as error:
        raise _BookError(error.rule, part=sheet.name) from error
    if not sheet.hidden:
        return made
    return Outcome(None, (finding(workbook.HIDDEN_SHEET, place),) if made.value else ())


def _refuse_foreign(data: bytes) -> None:
    content = content_of(data)
    if content is Content.ZIP:
        return
    if content is Content.LOCKED:
        raise _BookError(workbook.BOOK_ENCRYPTED)
    if content is Content.OLD_EXCEL:
        raise _BookError(workbook.BOOK_OLD, kind=content.value)
    if content is Content.EMPTY:
        raise _BookError(files.EMPTY_FILE)
    if content is Content.ZEROS:
        raise _BookError(workbook.BOOK_DAMAGED, part="zip")
    raise _BookError(files.OTHER_FORMAT, kind=content.value)


def _unpack(data: bytes, name: str) -> dict[str, bytes]:
    """Unpack within the limits that hold for Word files, and say what they find in words for workbooks."""
    try:
        parts = unpack(data, name)
    except RefusedError as refusal:
        part = dict(refusal.finding.values).get("part", "zip")
        code = refusal.finding.rule.code
        if code == word_refused.WORD_ENCRYPTED.code:
            raise _BookError(workbook.BOOK_ENCRYPTED) from refusal
        large = code == word_refused.WORD_TOO_LARGE.code
        raise _BookError(workbook.BOOK_TOO_LARGE if large else workbook.BOOK_DAMAGED, part=part) from refusal
    for part, content in parts.items():
        if any(mark in content for mark in _DOCTYPES):
            raise _BookError(workbook.BOOK_DAMAGED, part=part)
    return parts


def _book_name(parts: dict[str, bytes]) -> str:
    """Return the main part: the one that the file's relations name, else the one of the usual name."""
    kind = main_kind(parts)
    main = main_part(parts)
    if main and kind in {"workbook", ""}:
        return main
    if kind in _OTHER_KINDS:
        raise _BookError(files.OTHER_FORMAT, kind=_OTHER_KINDS[kind])
    if _USUAL_MAIN in parts:
        return _USUAL_MAIN
    if "content.xml" in parts:
        raise _BookError(files.OTHER_FORMAT, kind="OpenDocument (.ods)")
    if "xl/_rels/workbook.bin.rels" in parts:
        raise _BookError(workbook.BOOK_OLD, kind="Excel (.xlsb)")
    raise _BookError(files.OTHER_FORMAT, kind="zip")


def _bytes(parts: dict[str, bytes], part: str) -> bytes:
    if part not in parts:
        raise _BookError(workbook.BOOK_DAMAGED, part=part)
    return parts[part]


def _part(parts: dict[str, bytes], part: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(_bytes(parts, part), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _BookError(workbook.BOOK_DAMAGED, part=part) from error


def _optional(parts: dict[str, bytes], part: str | None) -> etree._Element | None:
    return _part(parts, part) if part and part in parts else None


def _relations(parts: dict[str, bytes], main: str) -> list[tuple[str, str, str]]:
    """Return id, type and part of everything the workbook names."""
    folder, base = posixpath.split(main)
    relations = _part(parts, posixpath.join(folder, "_rels", f"{base}.rels"))
    return [
        (
            node.get("Id", ""),
            node.get("Type", ""),
            target_part(parts, folder, node.get("Target", "")),
        )
        for node in relations.iterfind("{*}Relationship")
        if node.get("TargetMode") != "External"
    ]


def _related(relations: list[tuple[str, str, str]], ending: str) -> str | None:
    return next((part for _, kind, part in relations if kind.endswith(ending)), None)


def _sheets(relations: list[tuple[str, str, str]], book: etree._Element) -> list[_Sheet]:
    """Return the work sheets in their order; charts and dialogues hold no table."""
    found = {number: part for number, kind, part in relations if kind.endswith("/worksheet")}
    named = [(node, _relation_of(node)) for node in book.iterfind("{*}sheets/{*}sheet")]
    return [
        _Sheet(node.get("name", ""), found[number], node.get("state", "visible") != "visible")
        for node, number in named
        if number in found
    ]


def _relation_of(node: etree._Element) -> str:
    return next((str(value) for key, value in node.attrib.items() if etree.QName(key).localname == "id"), "")
