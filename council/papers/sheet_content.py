"""A workbook as it is seen: each visible sheet as tables of its cells as displayed, with its pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from council.model.paper_content import Content, ContentPart, PaperContent, Passage, Picture, Tabular
from council.model.paper_text import PaperPart, PaperText
from council.papers.office import Package
from council.papers.picture_files import PictureFiles
from council.papers.refusal import RefusedPaperError
from council.papers.sheet_faces import read_faces
from council.papers.sheet_seen import Book, see_sheet
from council.papers.sheet_tables import TooLargeError, tables_of
from council.papers.sheet_text import sheet_part
from council.papers.word_pictures import EMU_A_MM, cropped, described, embedded
from council.papers.xml_parts import RELATION_SPACE, local, parsed
from council.read.xlsx_values import read_styles, rich_text
from council.rules import materials
from council.text.patterns import regex

_RELATION_ID = f"{{{RELATION_SPACE}}}id"
_UPRIGHT_MM, _SHRUNK_MM = 190, 280  # what an upright page takes, and what it takes where the file wants it upright
_ANCHORS = frozenset({"twoCellAnchor", "oneCellAnchor", "absoluteAnchor"})
_UNNAMED = regex(r"(?:work)?sheet ?[0-9]*|シート ?[0-9]*", re.IGNORECASE)
_SHAPES = frozenset({"pic", "graphicFrame", "sp", "grpSp"})


def sheet_content(data: bytes, name: str) -> tuple[PaperContent, dict[str, bytes], PaperText]:
    """Return what a cleaned workbook shows, its pictures by their names, and its words. Raises RefusedPaperError (D103).

    One with a sheet that is too large to be laid out cell by cell has words only.
    """
    package = Package(data, name)
    main = next((package.target("", one) for one in package.relations("") if one.kind == "officeDocument"), "")
    root = parsed(package.contents.get(main, b""), main)
    related = {one.id: package.target(main, one) for one in package.relations(main)}
    book = _book(package, main, root)
    pictures: dict[str, bytes] = {}
    parts: list[ContentPart] = []
    words: list[PaperPart] = []
    is_whole = True
    sheets = list(root.iterfind("{*}sheets/{*}sheet"))
    for place, node in enumerate(sheets):
        part = related.get(node.get(_RELATION_ID, ""), "")
        titles = _titles(root, place)
        made, cells = _part(package, part, book, titles, pictures)
        name_of_sheet = node.get("name", "")
        if made.blocks:
            title = "" if len(sheets) == 1 and _says_nothing(name_of_sheet, made.blocks[0]) else name_of_sheet
            parts.append(ContentPart(len(parts) + 1, made.blocks, title, made.landscape))
        is_whole = is_whole and bool(made.blocks or not cells)
        if cells:
            words.append(sheet_part(len(words) + 1, name_of_sheet, cells))
    seen = PaperContent("xlsx", tuple(parts) if is_whole else ())
    return seen, pictures, PaperText("xlsx", tuple(words))


def _says_nothing(name: str, first: Content) -> bool:
    """Say whether the name of the only sheet is no title, or the title that stands on it anyway."""
    is_title = isinstance(first, Passage) and first.text.split() == name.split()
    return is_title or _UNNAMED.fullmatch(name) is not None


def _book(package: Package, main: str, root: etree._Element) -> Book:
    kinds = {one.kind: package.target(main, one) for one in package.relations(main)}
    styles, strings = (
        parsed(package.contents[part], part) if (part := kinds.get(kind, "")) in package.contents else None
        for kind in ("styles", "sharedStrings")
    )
    properties = root.find("{*}workbookPr")
    since_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    words = () if strings is None else tuple(rich_text(node) for node in strings.iterfind("{*}si"))
    return Book(words, read_styles(styles, since_1904=since_1904), read_faces(styles))


def _titles(root: etree._Element, place: int) -> str:
    """Return what a sheet repeats on every printed page."""
    for node in root.iterfind("{*}definedNames/{*}definedName"):
        if node.get("name") == "_xlnm.Print_Titles" and node.get("localSheetId") == str(place):
            return node.text or ""
    return ""


def _part(
    package: Package, part: str, book: Book, titles: str, pictures: dict[str, bytes]
) -> tuple[ContentPart, dict[tuple[int, int], str]]:
    """Return a sheet as it is seen, nothing of one that is too large; and the words of its cells by row and column."""
    root = parsed(package.contents.get(part, b""), part)
    if local(root) != "worksheet":
        return ContentPart(0, (Passage((Picture(""),)),), landscape=True), {}  # a sheet that is one chart
    try:
        seen = see_sheet(root, book, titles)
    except (ValueError, IndexError, TypeError) as error:
        raise RefusedPaperError(materials.UNREADABLE, reason="worksheet") from error
    cells = {place: cell.text for place, cell in seen.cells.items() if cell.text.strip()}
    try:
        blocks = [*tables_of(seen), *_drawn(package, part, pictures)]
    except TooLargeError:
        return ContentPart(0, ()), cells
    widest = max((sum(block.widths) for block in blocks if isinstance(block, Tabular)), default=0)
    return ContentPart(0, tuple(blocks), landscape=_lies(seen.orientation, widest)), cells


def _lies(orientation: str, widest: float) -> bool:
    """Say whether a sheet's pages lie on their side: as the file says, else as it needs."""
    if orientation == "landscape":
        return True
    return widest > (_SHRUNK_MM if orientation == "portrait" else _UPRIGHT_MM)


def _drawn(package: Package, sheet: str, pictures: dict[str, bytes]) -> Iterator[Content]:
    """Yield the pictures that lie on a sheet, from above to below; what is no picture file has its place only."""
    for relation in package.relations(sheet):
        drawing = package.target(sheet, relation)
        if relation.kind != "drawing" or drawing not in package.contents:
            continue
        targets = {one.id: package.target(drawing, one) for one in package.relations(drawing)}
        files = PictureFiles(package.contents, targets, pictures)
        anchors = [one for one in parsed(package.contents[drawing], drawing) if local(one) in _ANCHORS]
        for anchor in sorted(anchors, key=_row):
            yield from (Passage((_picture(shape, anchor, files),)) for shape in anchor if _is_shown(shape))


def _row(anchor: etree._Element) -> int:
    return int(anchor.findtext("{*}from/{*}row") or 0)


def _is_shown(shape: etree._Element) -> bool:
    named = next(shape.iter("{*}cNvPr"), None)
    return local(shape) in _SHAPES and (named is None or named.get("hidden") not in {"1", "true"})


def _picture(shape: etree._Element, anchor: etree._Element, files: PictureFiles) -> Picture:
    named = next(shape.iter("{*}cNvPr"), None)
    size = anchor.find("{*}ext")
    size = (
        next(shape.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}ext"), None) if size is None else size
    )
    width, height = (round(int(size.get(key) or 0) / EMU_A_MM, 1) if size is not None else 0 for key in ("cx", "cy"))
    name = files.name_of(embedded(shape)) if local(shape) == "pic" else ""
    return Picture(name, width, height, described(named), cropped(shape))
