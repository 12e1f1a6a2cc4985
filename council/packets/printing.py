"""Word files and workbooks as PDF, each made once and kept; how many pages it has and where its blocks begin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Protocol

from msgspec import Struct

from council.cache import key_of, made_by
from council.cache.structs import CollectionMeta
from council.diagnostics import Finding, Outcome
from council.model.events import Material, MaterialId
from council.model.paper_content import PaperPages
from council.packets.office import Office
from council.packets.pdf.fonts import is_installed, versions
from council.papers import Shelf
from council.papers.shelf import OFFICE

SET, SET_PDF = "typeset", "typeset-pdf"
"""Kinds in the store: what is known of a paper's pages, and the pages themselves."""

Told = tuple[PaperPages | None, tuple[Finding, ...]]


class AnyPaper(Protocol):
    """A paper of a record or on the way to it."""

    @property
    def kind(self) -> str:
        """The suffix without dot."""

    @property
    def sha256(self) -> str:
        """The hash of the published copy."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def path(self) -> str:
        """Its path in the project."""

    @property
    def withheld(self) -> str:
        """Why it is not published."""


class Printer(Struct, frozen=True):
    """Makes pages of Word files and workbooks; ``office`` converts them where the council asks for it."""

    shelf: Shelf
    language: str
    office: Office | None = None

    @property
    def identity(self) -> str:
        """What pages depend on besides the paper: engines, language, office program."""
        return f"{_engines()} {self.language} {self.office.identity if self.office else ''}"

    def keep(self, paper: AnyPaper) -> None:
        """Say that what was made of a paper is still of use."""
        if paper.kind in OFFICE and not paper.withheld:
            for kind in (SET, SET_PDF):
                self.shelf.store.use(kind, self._key(paper))

    def pages(self, paper: Material) -> Outcome[PaperPages | None]:
        """Return what is known of a paper's pages; None for other papers and where none can be made.

        Findings: D401-D404.
        """
        if paper.kind not in OFFICE or paper.withheld or not is_installed():
            return Outcome(None)
        key = self._key(paper)
        told: Told = self.shelf.store.value(SET, key, lambda: self._make(paper, key))
        if told[0] is not None and not self.shelf.store.has(SET_PDF, key):
            told = self._make(paper, key)
        return Outcome(told[0], told[1])

    def pdf(self, paper: Material) -> bytes | None:
        """Return a paper's pages as PDF."""
        if self.pages(paper).value is None:
            return None
        key = self._key(paper)
        content = self.shelf.store.get(SET_PDF, key)
        if content is None:
            self._make(paper, key)
            content = self.shelf.store.get(SET_PDF, key)
        return content

    def _key(self, paper: AnyPaper) -> str:
        return key_of(made_by(), self.identity, paper.sha256, paper.title, paper.path)

    def _make(self, paper: Material, key: str) -> Told:
        from council.packets.paper_pages import paper_pages  # noqa: PLC0415 - seldom is a paper new, and much is loaded for it

        made = paper_pages(paper, self.shelf, self.language, self.office)
        if made.value is None:
            return None, made.findings
        self.shelf.store.put(SET_PDF, key, made.value.pdf)
        return made.value.pages, made.findings


@cache
def _engines() -> str:
    return versions()


class PrintedPapers(Struct, Mapping[MaterialId, PaperPages], metaclass=CollectionMeta, frozen=True):
    """The pages of Word files and workbooks by their ids, made when they are asked for and not held."""

    printer: Printer
    papers: Mapping[MaterialId, Material]

    def __getitem__(self, key: MaterialId) -> PaperPages:
        """Return one paper's pages; KeyError where it has none."""
        found = self.printer.pages(self.papers[key]).value
        if found is None:
            raise KeyError(key)
        return found

    def basis(self, key: MaterialId) -> str:
        """Return what tells one paper's pages from others without making them."""
        return f"{self.printer.identity} {self.papers[key].sha256} {self.papers[key].title}"

    def __contains__(self, key: object) -> bool:
        """Say whether a paper may have pages."""
        return key in self.papers

    def __iter__(self) -> Iterator[MaterialId]:
        """Walk through the ids."""
        return iter(self.papers)

    def __len__(self) -> int:
        """Count the papers."""
        return len(self.papers)


def printed_papers(materials: Iterable[Material], printer: Printer) -> PrintedPapers:
    """Return the pages of the Word files and workbooks that are published."""
    return PrintedPapers(printer, {one.id: one for one in materials if one.kind in OFFICE and not one.withheld})
