"""Papers made ready, kept in the store: each is cleaned and read once, and no more than one is in memory.

What a source gave lies under the source's hash, a copy and its words under the copy's.
"""

from __future__ import annotations

import errno
import hashlib
import os
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from council.cache import Store, key_of, made_by, pack, unpack
from council.diagnostics import Finding, Outcome
from council.model.paper_content import PaperContent
from council.model.paper_text import PaperText

if TYPE_CHECKING:
    from council.papers.reading import PreparedPaper

PAPER, COPY, WORDS = "paper", "copy", "paper-words"
"""Kinds in the store: what a source gave, the published copy, and its words."""

SEEN, LISTED, PICTURE = "paper-seen", "paper-pictures", "paper-picture"
"""Kinds in the store, for Word files and workbooks: how the copy is seen, the names of its pictures, each of them."""

KINDS = (PAPER, COPY, WORDS, SEEN, LISTED, PICTURE)

OFFICE = frozenset({"docx", "xlsx"})
"""The kinds of papers that are shown as pages."""


class Shelved(Struct, frozen=True):
    """A paper on the shelf: hash and size of its published copy, its pages if it is a PDF (else 0)."""

    sha256: str
    size: int
    pages: int = 0


class Shelf(Struct, frozen=True):
    """Papers made ready."""

    store: Store

    def prepared(self, data: bytes, name: str, kind: str) -> Outcome[Shelved | None]:
        """Return a paper made ready, from the shelf if it lies there. Findings: as `prepare_paper`."""
        key = key_of(made_by(), data, kind)
        told = self.store.value(PAPER, key, lambda: self._made(data, name, kind))
        if not self._holds(told[0], kind):
            told = self._made(data, name, kind)
        shelved, findings = told
        return Outcome(shelved, tuple(replace(one, location=replace(one.location, path=name)) for one in findings))

    def content(self, sha256: str) -> bytes:
        """Return the published copy of this hash; FileNotFoundError if it is not there."""
        return self._there(COPY, sha256)

    def text(self, sha256: str) -> PaperText:
        """Return the words of the published copy of this hash; FileNotFoundError if they are not there."""
        text: PaperText = unpack(self._there(WORDS, sha256))
        return text

    def seen(self, sha256: str) -> PaperContent:
        """Return how the copy of a Word file or workbook is seen; FileNotFoundError if that is not there."""
        seen: PaperContent = unpack(self._there(SEEN, sha256))
        return seen

    def pictures(self, sha256: str) -> tuple[str, ...]:
        """Return the names of the pictures that the copy of a Word file or workbook shows."""
        names: tuple[str, ...] = unpack(self._there(LISTED, sha256))
        return names

    def picture(self, name: str) -> bytes:
        """Return a picture; FileNotFoundError if it is not there."""
        return self._there(PICTURE, _key(name))

    def _there(self, kind: str, sha256: str) -> bytes:
        content = self.store.get(kind, sha256)
        if content is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), f"{self.store.folder}/{kind}/{sha256}")
        return content

    def _holds(self, shelved: Shelved | None, kind: str) -> bool:
        if shelved is None:
            return True
        kinds = (COPY, WORDS, SEEN, LISTED) if kind in OFFICE else (COPY, WORDS)
        if any(self.store.get(one, shelved.sha256) is None for one in kinds):
            return False
        names = self.pictures(shelved.sha256) if kind in OFFICE else ()
        return all(self.store.get(PICTURE, _key(name)) is not None for name in names)

    def _made(self, data: bytes, name: str, kind: str) -> tuple[Shelved | None, tuple[Finding, ...]]:
        from council.papers.reading import prepare_paper  # noqa: PLC0415 - seldom is a paper new, and much is loaded for it

        made = prepare_paper(data, name, kind)
        return (self._put(made.value) if made.value else None), made.findings

    def _put(self, paper: PreparedPaper) -> Shelved:
        sha256 = hashlib.sha256(paper.content).hexdigest()
        self.store.put(COPY, sha256, paper.content)
        self.store.put(WORDS, sha256, pack(paper.text))
        if paper.seen is not None:
            self.store.put(SEEN, sha256, pack(paper.seen))
            self.store.put(LISTED, sha256, pack(tuple(sorted(paper.pictures))))
            for name, content in paper.pictures.items():
                self.store.put(PICTURE, _key(name), content)
        pages = len(paper.text.parts) if paper.text.kind == "pdf" else 0
        return Shelved(sha256, len(paper.content), pages)


def _key(name: str) -> str:
    return name.replace(".", "-")
