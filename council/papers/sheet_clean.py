"""A workbook as it may be published: what its visible sheets show, as values, in their looks.

Formulas, hidden sheets, rows and columns, pivot caches, links to other workbooks and printers stay behind.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from lxml import etree
from msgspec import Struct, field

from council.diagnostics import Finding, Outcome, Severity, finding
from council.location import Location
from council.papers import office_parts as kinds
from council.papers.office import Gathered, Package, Part, Relation, cleaned_xml, gather, packed
from council.papers.office_pictures import clean_picture
from council.papers.properties import property_names
from council.papers.refusal import RefusedPaperError
from council.papers.sheet_cells import CleanSheet, clean_sheet, finished_sheet, sheet_of
from council.papers.sheet_findings import hidden_and_missing, unseen
from council.papers.sheet_looks import plain_styles
from council.papers.xml_parts import RELATION_SPACE, forget_paths, local, parsed, remove, serialized
from council.rules import papers as rules

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION_ID = f"{{{RELATION_SPACE}}}id"
_SHEETS = frozenset({"worksheet", "chartsheet"})
_UNSEEN = frozenset("externalData svgBlip hlinkMouseOver autoUpdate extLst".split())
_UNSEEN_NOTES = ("textlink", "macro", "codeName")
_PRINTED = ("_xlnm.Print_Area", "_xlnm.Print_Titles")


class _Sheet(Struct, frozen=True):
    name: str
    part: str
    relation: str
    hidden: bool
    kind: str


class _Book(Struct):
    """What the parts of a workbook need to know of one another."""

    sheets: list[_Sheet]
    since_1904: bool
    names: str
    cleaned: dict[str, CleanSheet] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    cropped: int = 0

    @property
    def shown(self) -> list[_Sheet]:
        """The sheets that are published."""
        return [sheet for sheet in self.sheets if not sheet.hidden]


def clean_workbook(data: bytes, name: str) -> Outcome[bytes | None]:
    """Return the workbook anew.

    Findings: D310, D322 (held back), D311-D313, D318, D319, D321; raises RefusedPaperError (D103-D105, D108, D304, D305).
    """
    package = Package(data, name)
    book = _read_book(package)
    if not book.shown:
        raise RefusedPaperError(rules.NOT_CLEANED, part="workbook")
    for sheet in book.shown:
        if sheet.kind == "worksheet":
            book.cleaned[sheet.part] = clean_sheet(package.contents[sheet.part])
            book.used |= book.cleaned[sheet.part].strings
    hidden = frozenset(sheet.part for sheet in book.sheets if sheet.hidden)
    gathered = gather(package, lambda part: _clean(book, part), skip=hidden)
    cells = [sheet for sheet in book.shown if sheet.part in book.cleaned]
    findings = (
        *hidden_and_missing(data, name),
        *unseen(package, [(one.name, one.part, book.cleaned[one.part].root) for one in cells], name),
        *_taken_off(package, gathered, book, name),
    )
    lost = any(found.rule.severity is Severity.ERROR for found in findings)
    return Outcome(None if lost else packed(package, gathered), findings)


def _read_book(package: Package) -> _Book:
    main = next((package.target("", one) for one in package.relations("") if one.kind == "officeDocument"), "")
    if main not in package.contents:
        raise RefusedPaperError(rules.NOT_CLEANED, part="workbook")
    root = parsed(package.contents[main], main)
    related = {one.id: one for one in package.relations(main)}
    sheets = [
        _sheet(package, main, node, related[identifier])
        for node in root.iterfind("{*}sheets/{*}sheet")
        if (identifier := node.get(_RELATION_ID, "")) in related
    ]
    properties = root.find("{*}workbookPr")
    since_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    return _Book(sheets, since_1904, _printed_names(root, sheets))


def _sheet(package: Package, main: str, node: etree._Element, relation: Relation) -> _Sheet:
    hidden = node.get("state", "visible") != "visible" or relation.kind not in _SHEETS
    return _Sheet(node.get("name", ""), package.target(main, relation), relation.id, hidden, relation.kind)


def _printed_names(root: etree._Element, sheets: list[_Sheet]) -> str:
    """Return the print areas and titles of visible sheets, counted anew; other names may hide values."""
    places = [place for place, sheet in enumerate(sheets) if not sheet.hidden]
    lines = []
    for node in root.iterfind("{*}definedNames/{*}definedName"):
        place = node.get("localSheetId", "")
        known = place.isdecimal() and int(place) in places
        if node.get("name") in _PRINTED and known and "[" not in (node.text or ""):
            name, number = quoteattr(node.get("name", "")), places.index(int(place))
            lines.append(f'<definedName name={name} localSheetId="{number}">{escape(node.text or "")}</definedName>')
    return f"<definedNames>{''.join(lines)}</definedNames>" if lines else ""


def _clean(book: _Book, part: Part) -> bytes:
    match part.kind:
        case "officeDocument":
            return _workbook(book)
        case "worksheet":
            return finished_sheet(book.cleaned[part.name], part.gone, frozenset(one.name for one in book.shown))
        case "sharedStrings":
            return _strings(cleaned_xml(part), book.used)
        case "image":
            return clean_picture(part.content, part.name)
    root = cleaned_xml(part)
    for element in list(root.iter(etree.Element)):
        if local(element) in _UNSEEN:
            remove(element)
        for key in _UNSEEN_NOTES:
            element.attrib.pop(key, "")
    if part.kind == "styles":
        plain_styles(root)
    if part.kind == "chart":
        _check_chart(root, book)
    book.cropped += sum(1 for one in root.iter("{*}srcRect") if any(value != "0" for value in one.attrib.values()))
    forget_paths(root)
    return serialized(root)


def _workbook(book: _Book) -> bytes:
    sheets = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{number}" r:id={quoteattr(sheet.relation)}/>'
        for number, sheet in enumerate(book.shown, start=1)
    )
    since = '<workbookPr date1904="1"/>' if book.since_1904 else "<workbookPr/>"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<workbook xmlns="{_MAIN}" xmlns:r="{RELATION_SPACE}">{since}'
        f"<bookViews><workbookView/></bookViews><sheets>{sheets}</sheets>{book.names}</workbook>"
    ).encode()


def _strings(root: etree._Element, used: set[int]) -> bytes:
    """Empty the strings that no visible cell shows, and drop the readings that typing left behind."""
    for place, entry in enumerate(root.iterfind("{*}si")):
        if place not in used:
            for child in list(entry):
                entry.remove(child)
            etree.SubElement(entry, f"{{{_MAIN}}}t")
        for reading in list(entry.iter("{*}rPh", "{*}phoneticPr")):
            remove(reading)
    for name in ("count", "uniqueCount"):
        root.attrib.pop(name, "")
    for extension in list(root.iterfind("{*}extLst")):
        remove(extension)
    return serialized(root)


def _check_chart(root: etree._Element, book: _Book) -> None:
    """Refuse a chart that draws on a sheet which is not published: its name and figures would come along."""
    names = {sheet.name for sheet in book.shown}
    for formula in root.iter("{*}f"):
        sheet = sheet_of(formula.text or "")
        if sheet and sheet not in names:
            raise RefusedPaperError(rules.NOT_CLEANED, part="chart")


def _taken_off(package: Package, gathered: Gathered, book: _Book, name: str) -> list[Finding]:
    place = Location(name)
    comments = sum(
        1
        for kind, part in gathered.left_out
        if kind in kinds.COMMENTS and part in package.contents
        for _ in parsed(package.contents[part], part).iter("{*}comment", "{*}threadedComment")
    )
    formulas = sum(sheet.formulas for sheet in book.cleaned.values())
    names = property_names(package, gathered)
    return [
        *([finding(rules.COMMENTS, place, count=comments)] if comments else ()),
        *([finding(rules.FORMULAS, place, count=formulas)] if formulas else ()),
        *([finding(rules.PROPERTIES, place, names=", ".join(names))] if names else ()),
        *([finding(rules.CROPPED, place, count=book.cropped)] if book.cropped else ()),
    ]
