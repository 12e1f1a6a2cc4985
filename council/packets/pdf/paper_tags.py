"""The tags that a paper brings along: headings, lists and tables of it stay readable to a screen reader in the packet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from msgspec import Struct, field
from pikepdf import Array, Dictionary, Name

from council.packets.pdf.drawings import Drawings, Key

# The standard kinds (ISO 32000-1, 14.8.4); any other is what the paper says it stands for, else a plain division.
_KINDS = frozenset(
    f"/{one}"
    for one in (
        "Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody "
        "Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Ruby RB RT RP Warichu WT WP "
        "Figure Formula"
    ).split()
)
_KEPT = frozenset({"/Type", "/S", "/P", "/K", "/Pg", "/Alt", "/Lang", "/A"})
_ATTRIBUTES = frozenset({"/O", "/RowSpan", "/ColSpan", "/Scope", "/ListNumbering", "/Placement", "/BBox"})
_PAIRS = {"q": "Q", "BT": "ET", "BMC": "EMC", "BDC": "EMC"}
_DEEPEST = 64
_LONGEST = 400_000  # bytes of drawing as packed; more is a map or a plan, and costs seconds to read through
NUMBER = "/StructParents"
"""The key under which a page or form says which tags lead to it."""
_MOST = 150_000


class PaperTags(Struct):
    """The tags of one paper, brought over into the packet.

    ``pages`` are those pages of the packet whose content may keep its marks, ``drawn`` what they draw that may be
    marked as well; ``root`` is the copied tree.
    """

    root: Any
    pages: set[Key]
    drawn: set[Key]
    left: int = _MOST
    kept: set[Key] = field(default_factory=set)

    def top(self) -> list[Any]:
        """Return the tags at the top, each with what of it belongs to the pages; nothing else of the tree is left."""
        return [one for one in self._kids(self.root, None, 0) if isinstance(one, Dictionary)]

    def of_number(self, number: int) -> Array | None:
        """Return the tags of a page or drawing by the number that it bears in the paper, if there are any."""
        found = pikepdf.NumberTree(self.root.ParentTree).get(number) if "/ParentTree" in self.root else None
        if isinstance(found, Array):
            return Array([one if self._is_kept(one) else None for one in found])
        return None

    def _is_kept(self, one: Any) -> bool:  # noqa: ANN401 - any object of the file
        return isinstance(one, Dictionary) and one.objgen in self.kept

    def _kids(self, parent: Any, page: Any, depth: int) -> Iterator[Any]:  # noqa: ANN401 - any object of the file
        kids = parent.get("/K")
        for kid in list(kids) if isinstance(kids, Array) else [kids]:
            if isinstance(kid, int):
                if self._has(page):
                    yield kid
            elif isinstance(kid, Dictionary) and depth < _DEEPEST:
                yield from self._kid(kid, page, depth)

    def _kid(self, kid: Any, page: Any, depth: int) -> Iterator[Any]:  # noqa: ANN401 - any object of the file
        kind = kid.get("/Type")
        if kind == Name.MCR:
            if self._has(kid.get("/Pg", page)) and ("/Stm" not in kid or kid.Stm.objgen in self.drawn):
                yield kid
        elif kind != Name.OBJR and "/S" in kid and kid.objgen not in self.kept and self.left > 0:
            self.left -= 1
            self._lighten(kid)
            inner = list(self._kids(kid, kid.get("/Pg", page), depth + 1))
            if inner:
                kid.K = Array(inner)
                self.kept.add(kid.objgen)
                self._adopt(kid, inner)
                yield kid

    @staticmethod
    def _adopt(parent: Any, inner: list[Any]) -> None:  # noqa: ANN401 - any object of the file
        for one in inner:
            if isinstance(one, Dictionary) and "/S" in one:
                one.P = parent

    def _has(self, page: Any) -> bool:  # noqa: ANN401 - any object of the file
        return isinstance(page, Dictionary) and page.objgen in self.pages

    def _lighten(self, tag: Any) -> None:  # noqa: ANN401 - any object of the file
        """Leave of a tag what kind it is and how a table or list is made."""
        tag.S = Name(self._kind(str(tag.S)))
        for key in [one for one in tag.keys() if one not in _KEPT]:  # noqa: SIM118 - a PDF dictionary is no mapping
            del tag[key]
        told = tag.get("/A")
        owned = [one for one in (list(told) if isinstance(told, Array) else [told]) if isinstance(one, Dictionary)]
        if owned:
            tag.A = Array([_only(one) for one in owned])
        elif "/A" in tag:
            del tag["/A"]

    def _kind(self, kind: str) -> str:
        roles = self.root.get("/RoleMap")
        for _ in range(8):
            if kind in _KINDS:
                return kind
            if not isinstance(roles, Dictionary) or kind not in roles:
                break
            kind = str(roles[kind])
        return "/Div"


def _only(attributes: Any) -> Dictionary:  # noqa: ANN401 - any object of the file
    return Dictionary({key: value for key, value in attributes.items() if key in _ATTRIBUTES})


def is_marked(page: pikepdf.Page, drawings: Drawings) -> bool:
    """Say whether tags may lead to what a page shows, and more may be drawn on it."""
    told = [page.obj, *drawings.of(page.resources).values()]
    return any(NUMBER in one for one in told) and _packed_size(page) <= _LONGEST and ends_where_it_began(page)


def _packed_size(page: pikepdf.Page) -> int:
    contents: Any = page.obj.get("/Contents")
    listed = list(contents) if isinstance(contents, Array) else [contents]
    return sum(len(one.read_raw_bytes()) for one in listed if isinstance(one, pikepdf.Stream))


def is_tagged(pdf: pikepdf.Pdf) -> bool:
    """Say whether a paper says of its tags that they are meant."""
    marked = pdf.Root.get("/MarkInfo")
    tree = pdf.Root.get("/StructTreeRoot")
    return isinstance(tree, Dictionary) and isinstance(marked, Dictionary) and bool(marked.get("/Marked", False))


def ends_where_it_began(page: pikepdf.Page) -> bool:
    """Say whether a page's drawing leaves the state of things as it found it, so that more may be drawn after it."""
    depths = dict.fromkeys(_PAIRS.values(), 0)
    try:
        told: Any = pikepdf.parse_content_stream(page, " ".join((*_PAIRS, *depths)))
    except pikepdf.PdfError:
        return False
    for _, operator in told:
        word = str(operator)
        end = _PAIRS.get(word, word)
        depths[end] += 1 if word in _PAIRS else -1
        if depths[end] < 0:
            return False
    return not any(depths.values())
