"""A paper as the data that the template sets: strings and numbers, every string with a shape for each letter."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from council.model.paper_content import (
    PLAIN_FACE,
    Align,
    Content,
    ContentPart,
    Frame,
    Inline,
    PageBreak,
    PaperContent,
    Passage,
    Picture,
    Run,
    Tabular,
    TabularCell,
    passages,
    pictures,
    placed,
)
from council.packets.typeset.shapes import Shapes
from council.packets.typeset.widths import Measures, measures, needed

Data = dict[str, Any]

_UPRIGHT, _ON_ITS_SIDE, _LARGE = (210, 297), (297, 210), (420, 297)  # mm: A4, A4 on its side, A3 on its side
_MARGINS, _LINE = 41.0, 8.0
_SMALLEST_SHARE = 0.6
_LARGE_ENOUGH = 1.2  # to stand out without being drawn heavier
_SHORT = 12  # lines; a row of cells that take no more is not cut by the end of a page
_DEEPEST = 6


class Leaves(Struct):
    """Makes the data of one paper; ``room`` and ``height`` are what the leaf being filled offers, in mm."""

    pictures: frozenset[str]
    word: str
    shapes: Shapes = field(default_factory=Shapes)
    room: float = 0
    height: float = 0
    starts: list[int | None] = field(default_factory=list)
    _depth: int = 0
    _in_gothic: bool = False  # where bold letters must be drawn heavier to stand out
    _places: Any = field(default_factory=count)

    def data(self, content: PaperContent, title: str, language: str) -> Data:
        """Return what is set; each block of the paper has its place as index."""
        leaves: list[Data] = []
        self._in_gothic = content.kind == "xlsx"
        for part in content.parts:
            leaves += self._part(part)
        return {
            "kind": content.kind,
            "title": self.shapes.text(title) or self.word,
            "language": language,
            "leaves": leaves,
        }

    def _part(self, part: ContentPart) -> list[Data]:
        """Return a part as leaves, a new one wherever the page is turned."""
        made = [self._leaf(_size(part, part.landscape))]
        self._depth = 0
        if part.title:
            made[-1]["blocks"].append(self._heading(part.title))
        for block in part.blocks:
            index = next(self._places)
            if isinstance(block, PageBreak) and _size(part, block.landscape) != tuple(made[-1]["size"]):
                made.append(self._leaf(_size(part, block.landscape)))
            else:
                made[-1]["blocks"].append(self._block(block, index))
        return made

    def _leaf(self, size: tuple[int, int]) -> Data:
        self.room, self.height = size[0] - _MARGINS, size[1] - _MARGINS - _LINE
        return {"size": list(size), "blocks": []}

    def _heading(self, title: str) -> Data:
        self._depth = 1
        return self._passage(Passage((Run(title),)), None, level=1)

    def _block(self, block: Content, index: int | None = None) -> Data:
        match block:
            case Passage():
                level = 0
                if block.level and index is not None and self.shapes.text(block.text).strip():
                    level = self._depth = min(block.level, self._depth + 1, _DEEPEST)
                return self._passage(block, index, level=level)
            case Tabular():
                return self._tabular(block, index)
            case Frame():
                return {"kind": "frame", "blocks": self._marked(block.blocks, index)}
            case PageBreak():
                return {"kind": "pagebreak"}

    def _marked(self, blocks: Iterable[Content], index: int | None) -> list[Data]:
        """Return the blocks within one; the first of them tells where it begins."""
        made = [self._block(block) for block in blocks] or [self._passage(Passage(), None)]
        _mark(made[0], index)
        return made

    def _passage(self, passage: Passage, index: int | None, *, level: int = 0) -> Data:
        return {
            "kind": "passage",
            "index": index,
            "label": self.shapes.text(passage.label),
            "align": passage.align.value,
            "first": passage.first,
            "left": min(passage.left, self.room / 8),
            "right": min(passage.right, self.room / 8),
            "level": level,
            "note": passage.origin == "note",
            "leader": passage.leader,
            "inlines": [one for inline in passage.inlines for one in self._inline(inline, passage)],
        }

    def _inline(self, inline: Inline, passage: Passage) -> list[Data]:
        if isinstance(inline, Picture):
            return [self._picture(inline)]
        made: list[Data] = []
        lines = inline.text.split("\n")
        for place, line in enumerate(lines):
            made += [{"kind": "break"}] if place else []
            pieces = line.split("\t")
            for at, piece in enumerate(pieces):
                is_last = at == len(pieces) - 1 and place == len(lines) - 1 and inline is passage.inlines[-1]
                made += [{"kind": "leader" if passage.leader and is_last else "tab"}] if at else []
                made += [self._letters(inline, piece)] if piece else []
        return made

    def _letters(self, run: Run, text: str) -> Data:
        face = run.face
        return {
            "kind": "letters",
            "text": self.shapes.text(text),
            "ruby": self.shapes.text(run.ruby),
            "bold": face.bold,
            "heavy": face.bold and self._in_gothic and face.scale < _LARGE_ENOUGH,
            "gothic": face.gothic,
            "underline": face.underline,
            "rise": face.rise.value,
            "scale": face.scale,
        }

    def _picture(self, picture: Picture) -> Data:
        width, height, most = picture.width, picture.height, self.room
        shrunk = min(1.0, most / width if width else 1.0, self.height / height if height else 1.0)
        known = bool(picture.name in self.pictures and ((width and height) or not any(picture.crop)))
        return {
            "kind": "picture",
            "name": picture.name if known else "",
            "alt": self.shapes.text(picture.alt) or self.word,
            "width": round(width * shrunk, 2) if height else 0,
            "height": round(height * shrunk, 2) if width else 0,
            "crop": list(picture.crop),
        }

    def _tabular(self, table: Tabular, index: int | None) -> Data:
        outer, in_gothic = self.room, self._in_gothic
        self._in_gothic = table.ruled or in_gothic
        measured = measures(table, outer)
        made: list[list[Data]] = [[] for _ in table.rows]
        cut: set[int] = set()
        tellers = _tellers(table)
        for place, at, cell in placed(table):
            self.room = measured.width(at, cell.columns)
            tells = index is not None and at == tellers[place] and (place == 0 or place >= table.heads)
            made[place].append({**self._cell(cell), "mark": [index, place] if tells else None})
            cut |= set() if _is_short(cell, measured, self.room) else {place}
        for place, cells in enumerate(made):
            for one in cells:
                one["whole"] = one["rows"] == 1 and place not in cut
        self.room, self._in_gothic = outer, in_gothic
        return {
            "kind": "tabular",
            "rows": made,
            "heads": table.heads,
            "ruled": table.ruled,
            "widths": list(measured.widths),
            "size": measured.size,
            "fills": measured.fills,
        }

    def _cell(self, cell: TabularCell) -> Data:
        place = {"columns": cell.columns, "rows": cell.rows, "stands": cell.stands or "top"}
        plain = _plain(cell)
        if plain is not None:
            text, align = self.shapes.text(plain[1].text), plain[0].align.value
            return {**place, "text": text, "heavy": plain[1].face.bold and self._in_gothic, "align": align}
        return {**place, "blocks": [self._block(block) for block in cell.blocks]}


def _plain(cell: TabularCell) -> tuple[Passage, Run] | None:
    """Return the only passage of a cell if it is one line of letters without looks of their own, but bold or not."""
    match cell.blocks:
        case (Passage(inlines=(Run(ruby="") as run,), label="", first=0, left=0, right=0) as only,):
            usual = replace(run.face, bold=False, gothic=False) == PLAIN_FACE
            one_line = not set(run.text) & {"\n", "\t"}
            return (only, run) if usual and one_line and only.align is not Align.SPREAD else None
    return None


def _tellers(table: Tabular) -> dict[int, int]:
    """Return for each row the column of the cell that tells where it stands; the middle of a tall one may be elsewhere."""
    found: dict[int, tuple[int, int]] = {}
    for place, at, cell in placed(table):
        found[place] = min(found.get(place, (cell.rows, at)), (cell.rows, at))
    return {place: at for place, (_, at) in found.items()}


def _is_short(cell: TabularCell, measured: Measures, width: float) -> bool:
    """Say whether a cell takes a few lines only, so that no page need end in it."""
    if not all(isinstance(one, Passage) for one in cell.blocks) or any(pictures(cell.blocks)):
        return False
    return sum(measured.lines(one.text, width) for one in passages(cell.blocks)) <= _SHORT


def _mark(block: Data, index: int | None) -> None:
    """Let the first passage within a block tell where it begins."""
    match block["kind"]:
        case "passage":
            block["index"] = index
        case "frame":
            _mark(block["blocks"][0], index)
        case "tabular":
            block["rows"][0][0]["mark"] = [index, 0]


def _size(part: ContentPart, landscape: bool) -> tuple[int, int]:  # noqa: FBT001 - as the file says it
    """Return the size of a part's pages in mm: as the file says, larger where a table would become too small."""
    widest = max((sum(needed(one)) for one in part.blocks if isinstance(one, Tabular)), default=0)
    if widest * _SMALLEST_SHARE > _ON_ITS_SIDE[0] - _MARGINS:
        return _LARGE
    return _ON_ITS_SIDE if landscape else _UPRIGHT


def work_of(content: PaperContent) -> int:
    """Return a measure of the memory that setting a paper takes: 1 for a cell with one text, about 22 KiB."""
    return sum(map(_work, content.blocks))


def _work(block: Content) -> int:
    match block:
        case Passage():
            return max(2, len(block.text) // 25)
        case Tabular():
            cells = [cell for row in block.rows for cell in row.cells]
            return sum(1 if not cell.blocks or _plain(cell) else 1 + sum(map(_work, cell.blocks)) for cell in cells)
        case Frame():
            return sum(map(_work, block.blocks))
    return 0
