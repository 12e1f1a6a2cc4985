"""Links of the pages: those of ours lead to leaves, those of a paper to its own pages and to the web; no others stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf
from msgspec import Struct
from pikepdf import Array, Dictionary, Name, String

from council.packets.pdf.sheets import box_of, seen

LEAF = "packet:"
_WEB = ("http://", "https://", "mailto:")
_PRINTED = 4  # the flag Print (ISO 32000-1, table 165)
_MOST = 500  # on one page
_LONGEST = 2000  # characters of an address


class PaperLink(Struct, frozen=True):
    """A link of a paper: where it lies, and the page of the paper (from 0) or the address it leads to."""

    rectangle: tuple[float, float, float, float]
    page: int = -1
    address: str = ""


def destination(page: pikepdf.Page) -> Array:
    """Return the place at the top of a page, at whatever size the reader has chosen."""
    left, high = seen(page).top
    return Array([page.obj, Name.XYZ, round(left, 2), round(high, 2), None])


class Places:
    """Finds out which page of a paper a destination of it means."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        """Note the pages and the named destinations."""
        self._pages = {page.obj.objgen: place for place, page in enumerate(pdf.pages)}
        self._names = dict(_named(pdf))

    def page_of(self, target: Any) -> int:  # noqa: ANN401 - whatever stands in the file
        """Return the page, counted from 0; -1 for a place that is none of the paper."""
        for _ in range(3):
            if isinstance(target, (String, Name)):
                target = self._names.get(str(target))
            elif isinstance(target, Dictionary):
                target = target.get("/D")
        if not isinstance(target, Array) or not len(target):
            return -1
        page: Any = target[0]
        if isinstance(page, Dictionary):
            return self._pages.get(page.objgen, -1)
        return page if isinstance(page, int) and 0 <= page < len(self._pages) else -1


def links_of(page: pikepdf.Page, places: Places) -> tuple[PaperLink, ...]:
    """Return the links of a paper's page that may stay."""
    listed = page.obj.get("/Annots")
    found = list(listed) if isinstance(listed, Array) else []
    links = (_link(one, places) for one in found[:_MOST] if isinstance(one, Dictionary))
    return tuple(link for link in links if link is not None)


def _link(annotation: Dictionary, places: Places) -> PaperLink | None:
    if annotation.get("/Subtype") != Name.Link:
        return None
    rectangle = box_of(annotation.get("/Rect"), (0, 0, 0, 0))
    action = annotation.get("/A")
    if isinstance(action, Dictionary) and action.get("/S") == Name.URI:
        address = str(action.get("/URI", ""))
        return PaperLink(rectangle, address=address) if _is_web(address) else None
    if isinstance(action, Dictionary):
        target = action.get("/D") if action.get("/S") == Name.GoTo else None
    else:
        target = annotation.get("/Dest")
    page = places.page_of(target)
    return PaperLink(rectangle, page=page) if page >= 0 else None


def _is_web(address: str) -> bool:
    return address.lower().startswith(_WEB) and len(address) <= _LONGEST and address.isprintable()


def annotation(link: PaperLink, target: Array | None, said: str) -> Dictionary:
    """Return a link as it is written; ``said`` is what a screen reader says of it."""
    made = Dictionary(Type=Name.Annot, Subtype=Name.Link, Border=[0, 0, 0], F=_PRINTED, Contents=String(said))
    made.Rect = Array([round(one, 2) for one in link.rectangle])
    if target is not None:
        made.Dest = target
    else:
        made.A = Dictionary(S=Name.URI, URI=String(link.address))
    return made


def lead_to_leaves(page: pikepdf.Page, leaves: Mapping[int, tuple[Array, str]]) -> None:
    """Let the links of a page of ours lead to the pages that they mean; each says where it leads."""
    for one in page.obj.get("/Annots", []):
        address = str(one.A.URI) if "/A" in one and "/URI" in one.A else ""
        if address.startswith(LEAF):
            one.Dest, said = leaves[int(address.removeprefix(LEAF))]
            one.Contents = String(said)
            del one["/A"]


def _named(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Any]]:
    """Yield the named destinations of a file, old form and new."""
    old = pdf.Root.get("/Dests")
    if isinstance(old, Dictionary):
        yield from old.items()
    names = pdf.Root.get("/Names")
    tree = names.get("/Dests") if isinstance(names, Dictionary) else None
    if isinstance(tree, Dictionary):
        yield from _branch(tree, 0)


def _branch(tree: Dictionary, depth: int) -> Iterator[tuple[str, Any]]:
    listed = tree.get("/Names")
    pairs = list(listed) if isinstance(listed, Array) else []
    yield from ((str(key), value) for key, value in zip(pairs[::2], pairs[1::2], strict=False))
    kids = tree.get("/Kids")
    for kid in list(kids) if isinstance(kids, Array) and depth < 8 else []:  # noqa: PLR2004 - deeper than any real tree
        if isinstance(kid, Dictionary):
            yield from _branch(kid, depth + 1)
