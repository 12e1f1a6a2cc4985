"""Stamps laid over pages, so that nothing a page draws can move or hide them."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from council.packets.pdf.sheets import Seen

_STAMP = "/PacketStamp"


class Overlay:
    """Lays stamps over the pages of a file."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        """Begin with no drawing in use."""
        self._pdf = pdf
        self._used: set[tuple[int, int]] = set()

    def beside(self, place: int, shape: Seen, stamp: pikepdf.Page) -> None:
        """Lay a stamp over a page whose drawing stays as it is: ours, or one that ends where it began."""
        page = self._pdf.pages[place]
        resources = dict(page.resources.items())
        drawings = dict(resources.get("/XObject", Dictionary()).items())
        drawings[_STAMP] = self._stamp(stamp)
        self._used |= {one.objgen for one in _contents(page)}
        page.obj.Resources = Dictionary({**resources, "/XObject": Dictionary(drawings)})
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(b"\nQ\n" + _laid(shape), prepend=False)

    def around(self, place: int, shape: Seen, stamp: pikepdf.Page) -> None:
        """Make of all that a page draws one piece, whatever state that ends in, and lay a stamp over it."""
        page = self._pdf.pages[place]
        contents = self._own(page)
        box = Array([round(one, 3) for one in shape.box])
        paper = _as_form(contents, page.obj.get("/Resources"), box)
        page.obj.Resources = Dictionary({"/XObject": Dictionary({"/Paper": paper, _STAMP: self._stamp(stamp)})})
        page.obj.Contents = self._pdf.make_stream(b"/P <</MCID 0>> BDC q /Paper Do Q EMC\n" + _laid(shape))

    def _stamp(self, stamp: pikepdf.Page) -> Any:  # noqa: ANN401 - pikepdf's objects have no common type
        form = _as_form(stamp.obj.Contents, stamp.obj.get("/Resources"), stamp.obj.MediaBox)
        return self._pdf.copy_foreign(form)

    def _own(self, page: pikepdf.Page) -> Any:  # noqa: ANN401 - as above
        """Return a page's drawing as one stream that no other page uses."""
        streams = _contents(page)
        if len(streams) == 1 and streams[0].objgen not in self._used:
            self._used.add(streams[0].objgen)
            return streams[0]
        return self._pdf.make_stream(b"\n".join(one.read_bytes() for one in streams))


def _contents(page: pikepdf.Page) -> list[Any]:
    contents = page.obj.get("/Contents")
    listed = list(contents) if isinstance(contents, Array) else [contents]
    return [one for one in listed if isinstance(one, pikepdf.Stream)]


def _laid(shape: Seen) -> bytes:
    matrix = " ".join(f"{one:.4f}" for one in shape.matrix)
    return f"/Artifact <</Type /Pagination>> BDC q {matrix} cm {_STAMP} Do Q EMC\n".encode()


def _as_form(contents: Any, resources: Any, box: Any) -> Any:  # noqa: ANN401 - as above
    contents.Type, contents.Subtype, contents.BBox = Name.XObject, Name.Form, box
    contents.Resources = Dictionary() if resources is None else resources
    return contents
