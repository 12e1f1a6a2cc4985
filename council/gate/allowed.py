"""The public side: what everyone may read anyway, so that it gives nothing away."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from itertools import chain
from pathlib import Path

from msgspec import Struct, field

from council.gate.kept_texts import KeptTexts
from council.gate.letters import is_wide, letters, runs
from council.gate.said import said
from council.gate.words_of_files import words_of
from council.glossary.explanations import EXPLANATIONS
from council.glossary.interface import TEXTS
from council.glossary.terms import OPTION_TERMS
from council.location import Location
from council.opendata.schema import SPEECHES, TABLES
from council.parse.drafts import Drafts
from council.parse.places import restricts
from council.site.templates import shipped_root
from council.text.patterns import regex

_BATCH = 1 << 16
_ROOM = regex(r"[\s-]*online\s*:")  # in a session.yml: the public file's one line for members
_TEMPLATES = frozenset({".j2", ".html"})
_LONGEST_PIECE = 24
_WORD = 4  # letters of a word that a number may follow (minutes2025)
_TORN = 3  # letters at either end of a match that may belong to what stands beside it


class PublicWords(Struct, frozen=True, dict=True):
    """Everything that is public: drafts, input files, the council's name, the toolkit's own words and templates.

    A council's own pages and templates are not: whoever writes them may copy what is restricted. ``files`` are the
    public input files with their names; they are opened only when words of a page are in doubt.
    """

    drafts: Drafts
    council: str = ""
    files: tuple[tuple[Path, str], ...] = ()
    kept: KeptTexts = field(default_factory=KeptTexts)

    def texts(self) -> Iterator[str]:
        """Yield every text of the drafts, the glossary and the shipped templates, and the council's name."""
        yield from (one.text for one in said(self.drafts, Location("")) if not is_restricted_path(one.place.path))
        yield from (one.text for one in said(_toolkit_words(), Location("")))
        yield from chain.from_iterable(TEXTS.values())
        yield from _template_texts(shipped_root())
        yield self.council

    def batches(self) -> Iterator[str]:
        """Yield all texts, many joined at a time."""
        held: list[str] = []
        size = 0
        for text in self.texts():
            held.append(text)
            size += len(text)
            if size > _BATCH:
                yield "\n".join(held)
                held, size = [], 0
        yield "\n".join(held)

    def explains(self, found: str, *, is_whole: bool, is_token: bool = False) -> bool:
        """Say whether letters stand in a public file as well, or are put together out of public names and words.

        A number explains itself within a date or title, but not where it is what was restricted (``is_token``).
        """
        if any(found in text for text in self._file_letters):
            return True
        if is_token:
            return not _is_figure(found) and _is_made_of(found, self._long_pieces, 0)
        return _is_made_of(found, self._pieces, 0 if is_whole else _TORN)

    @cached_property
    def _file_letters(self) -> tuple[str, ...]:
        return tuple(letters("".join(_words_of_file(path, name, self.kept))) for path, name in self.files)

    @cached_property
    def _pieces(self) -> frozenset[str]:
        found = (run for text in self.texts() for run in runs(text))
        return frozenset(run for run in found if len(run) <= _LONGEST_PIECE)

    @cached_property
    def _long_pieces(self) -> frozenset[str]:
        return frozenset(piece for piece in self._pieces if len(piece) >= _WORD)


def is_restricted_path(path: str) -> bool:
    """Say whether a path lies in a folder for members only; the roster votes/members.csv does not."""
    return any(restricts(part) for part in path.split("/")[:-1])


def _toolkit_words() -> tuple[object, ...]:
    return (EXPLANATIONS, tuple(OPTION_TERMS.values()), TABLES, SPEECHES)


def _template_texts(root: Path) -> Iterator[str]:
    """Yield the templates that come with the toolkit; `pages/` is a council's own even in a checkout."""
    for path in sorted(root.rglob("*")):
        if path.suffix in _TEMPLATES and path.relative_to(root).parts[0] != "pages" and path.is_file():
            yield path.read_text("utf-8", "replace")


def _words_of_file(path: Path, name: str, kept: KeptTexts) -> Iterator[str]:
    try:
        found = words_of(path, name, path.read_bytes(), kept)
    except OSError:
        return
    yield from (one.text for one in found or () if not _ROOM.match(one.text))


def _is_made_of(found: str, pieces: Collection[str], torn: int) -> bool:
    """Say whether characters are whole public words set side by side, and numbers, all but the torn ends."""
    reached = set(range(torn + 1))
    for end in range(1, len(found) + 1):
        starts = (start for start in range(max(0, end - _LONGEST_PIECE), end) if start in reached)
        if any(_is_piece(found, start, end, pieces) for start in starts):
            reached.add(end)
    return any(end in reached for end in range(max(len(found) - torn, torn + 1), len(found) + 1))


def _is_piece(found: str, start: int, end: int, pieces: Collection[str]) -> bool:
    """Say whether a stretch is a number or a public word; a single letter only beside a number (年, 号)."""
    if end - start > 1:
        return found[start:end] in pieces
    beside = found[max(0, start - 1) : end + 1]
    counted = is_wide(found[start]) and found[start] in pieces and any(map(str.isdigit, beside))
    return found[start].isdigit() or counted


def _is_figure(found: str) -> bool:
    return found.isdigit() or not found.isascii()
