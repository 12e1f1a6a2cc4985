"""Papers made ready, kept in the store: each is cleaned and read once, and no more than one is in memory.

What a source gave lies under the source's hash, a copy and its words under the copy's.
"""

from __future__ import annotations

import errno
import hashlib
import os
from dataclasses import dataclass, replace

from council.cache import Store, key_of, made_by, pack, unpack
from council.diagnostics import Finding, Outcome
from council.model.paper_text import PaperText
from council.papers.reading import PreparedPaper, prepare_paper

PAPER, COPY, WORDS = "paper", "copy", "paper-words"
"""Kinds in the store: what a source gave, the published copy, and its words."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A paper on the shelf: hash and size of its published copy."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """Papers made ready."""

    store: Store

    def prepared(self, data: bytes, name: str, kind: str) -> Outcome[Shelved | None]:
        """Return a paper made ready, from the shelf if it lies there. Findings: as `prepare_paper`."""
        key = key_of(made_by(), data, kind)
        told = self.store.value(PAPER, key, lambda: self._made(data, name, kind))
        if not self._holds(told[0]):
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

    def _there(self, kind: str, sha256: str) -> bytes:
        content = self.store.get(kind, sha256)
        if content is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), f"{self.store.folder}/{kind}/{sha256}")
        return content

    def _holds(self, shelved: Shelved | None) -> bool:
        return shelved is None or all(self.store.get(kind, shelved.sha256) is not None for kind in (COPY, WORDS))

    def _made(self, data: bytes, name: str, kind: str) -> tuple[Shelved | None, tuple[Finding, ...]]:
        made = prepare_paper(data, name, kind)
        return (self._put(made.value) if made.value else None), made.findings

    def _put(self, paper: PreparedPaper) -> Shelved:
        sha256 = hashlib.sha256(paper.content).hexdigest()
        self.store.put(COPY, sha256, paper.content)
        self.store.put(WORDS, sha256, pack(paper.text))
        return Shelved(sha256, len(paper.content))
