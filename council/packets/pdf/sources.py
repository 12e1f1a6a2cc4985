"""The papers that are bound: each opened once, judged, and stripped of everything but its pages."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import pikepdf
from msgspec import Struct, field

from council.diagnostics import Bilingual
from council.glossary import words_binding as words
from council.packets.book import Book, LeafKind

# pikepdf tells its troubles to a logger; without a handler they would be printed.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())

_PICTURES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}


class Sources(Struct, frozen=True):
    """What the papers of a book are: a PDF, a picture, or nothing for a reason, by their places in ``Book.papers``."""

    pdfs: dict[int, pikepdf.Pdf] = field(default_factory=dict)
    pictures: dict[int, tuple[str, bytes]] = field(default_factory=dict)
    refused: dict[int, Bilingual] = field(default_factory=dict)

    def pages_of(self, paper: int) -> int:
        """Return how many pages a paper has."""
        return len(self.pdfs[paper].pages) if paper in self.pdfs else int(paper in self.pictures)

    def take(self, paper: int, data: bytes | None) -> None:
        """Open a paper."""
        if data is None:
            self.refused[paper] = words.WHY_ABSENT
        elif kind := next((kind for mark, kind in _PICTURES.items() if data.startswith(mark)), ""):
            self.pictures[paper] = (f"picture-{paper}.{kind}", data)
        else:
            self._open(paper, data)

    def _open(self, paper: int, data: bytes) -> None:
        try:
            pdf = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
            pages = len(pdf.pages)
        except pikepdf.PasswordError:
            self.refused[paper] = words.WHY_LOCKED
        except Exception:  # noqa: BLE001 - a damaged PDF may raise anything
            self.refused[paper] = words.WHY_UNREADABLE
        else:
            if pages:
                self.pdfs[paper] = pdf
            else:
                self.refused[paper] = words.WHY_UNREADABLE


class UnboundError(Exception):
    """A paper cannot be bound, whatever it is made of; ``paper`` is its place in ``Book.papers``."""

    def __init__(self, paper: int) -> None:
        """Keep which one."""
        super().__init__(str(paper))
        self.paper = paper


@contextmanager
def binding_of(paper: int) -> Iterator[None]:
    """Blame whatever goes wrong on a paper: its file may hold anything."""
    try:
        yield
    except Exception as error:
        raise UnboundError(paper) from error


def opened(book: Book, paper: Callable[[int], bytes | None], refused: Mapping[int, Bilingual]) -> Sources:
    """Open every paper that a leaf shows, but those that are refused already."""
    sources = Sources(refused=dict(refused))
    for place in sorted({leaf.paper for leaf in book.leaves if leaf.kind is LeafKind.PAPER} - refused.keys()):
        sources.take(place, paper(place))
    return sources


def missing_leaves(book: Book, sources: Sources) -> Mapping[int, Bilingual]:
    """Return why the page of a paper is not there, by places in ``Book.leaves``."""
    found = {}
    for place, leaf in enumerate(book.leaves):
        if leaf.kind is not LeafKind.PAPER or 1 <= leaf.page <= sources.pages_of(leaf.paper):
            continue
        found[place] = sources.refused.get(leaf.paper, words.WHY_SHORT)
    return found
