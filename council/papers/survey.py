"""Every paper of a council made ready: what is published of it, and why it is held back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from council.cache.structs import CollectionMeta
from council.diagnostics import Finding, Outcome
from council.model.events import Audience, Material, MaterialId
from council.model.paper_content import PaperContent
from council.model.paper_text import PaperText
from council.papers.refusal import held_back
from council.papers.shelf import OFFICE, Shelf
from council.papers.whole import read_whole
from council.parse.drafts import DraftMaterial
from council.rules import papers as rules

T = TypeVar("T")


def prepare_papers(
    drafts: Iterable[DraftMaterial], files: Mapping[str, Path], shelf: Shelf
) -> Outcome[tuple[DraftMaterial, ...]]:
    """Make every paper ready on the shelf; hash, size and pages become those of the published copy.

    ``files`` are the papers' files by their paths in the project. A paper with an error keeps its place, held back.
    Findings: D103-D108, D301-D321.
    """
    made = [_prepared(draft, files, shelf) for draft in drafts]
    return Outcome(tuple(one.value for one in made), tuple(found for one in made for found in one.findings))


def _prepared(draft: DraftMaterial, files: Mapping[str, Path], shelf: Shelf) -> Outcome[DraftMaterial]:
    if draft.withheld:
        return Outcome(replace(draft, sha256="", size=0, pages=0))
    read = read_whole(files[draft.path], draft.path)
    if read.value is None:
        return Outcome(_held(draft, read.findings), read.findings)
    shelved = shelf.prepared(read.value, draft.path, draft.kind)
    findings = tuple(one for one in shelved.findings if _concerns(one, draft.audience))
    if shelved.value is None:
        return Outcome(_held(draft, findings), findings)
    copy = shelved.value
    return Outcome(replace(draft, sha256=copy.sha256, size=copy.size, pages=copy.pages), findings)


def _held(draft: DraftMaterial, findings: tuple[Finding, ...]) -> DraftMaterial:
    error = held_back(findings)
    return replace(draft, withheld=error.rule.code if error else "", sha256="", size=0, pages=0)


def _concerns(found: Finding, audience: Audience) -> bool:
    """Say whether a finding matters: a paper for members may well say that it is for members."""
    return found.rule is not rules.MARKED_RESTRICTED or audience is Audience.PUBLIC


class OnShelf(Struct, Mapping[MaterialId, T], metaclass=CollectionMeta, frozen=True):
    """What papers hold by their ids, fetched from the shelf when it is asked for and not kept."""

    fetch: Callable[[str], T]
    hashes: Mapping[MaterialId, str]

    def __getitem__(self, key: MaterialId) -> T:
        """Fetch one paper."""
        return self.fetch(self.hashes[key])

    def basis(self, key: MaterialId) -> str:
        """Return what tells one paper from others without fetching them."""
        return self.hashes[key]

    def __contains__(self, key: object) -> bool:
        """Say whether a paper is there without fetching it."""
        return key in self.hashes

    def __iter__(self) -> Iterator[MaterialId]:
        """Walk through the ids."""
        return iter(self.hashes)

    def __len__(self) -> int:
        """Count the papers."""
        return len(self.hashes)


def paper_contents(materials: Iterable[Material], shelf: Shelf) -> OnShelf[PaperContent]:
    """Return the Word files and workbooks that are published, as they are seen."""
    return OnShelf(shelf.seen, {one.id: one.sha256 for one in materials if one.kind in OFFICE and not one.withheld})


def paper_texts(materials: Iterable[Material], shelf: Shelf) -> OnShelf[PaperText]:
    """Return the words of the papers that are published."""
    return OnShelf(shelf.text, {one.id: one.sha256 for one in materials if not one.withheld})
