"""What a publication changed, as it is told at the end of a run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from council.diagnostics import Bilingual
from council.report.words import one_line


class ChangeKind(StrEnum):
    """What a change is about; FIRST and NOTHING stand alone."""

    FIRST = "first"
    NOTHING = "nothing"
    VOTE = "vote"
    RESULT = "result"
    TITLE = "title"
    NAME = "name"
    PEOPLE = "people"
    DECISIONS = "decisions"
    MINUTES = "minutes"
    SPEECHES = "speeches"
    MATERIALS = "materials"
    PACKET = "packet"
    PAGES = "pages"


_SINGLE = (ChangeKind.VOTE, ChangeKind.RESULT, ChangeKind.TITLE, ChangeKind.NAME, ChangeKind.PACKET)
_BLOCKS = (ChangeKind.MATERIALS, ChangeKind.PEOPLE)


class Change(Struct, frozen=True):
    """One difference between an edition and the one published before it, in words.

    A vote, a result, a title, a name or a packet is told by itself; of everything else ``text`` says how many (``count``), and
    ``details`` which ones, a line each.
    """

    edition: str
    kind: ChangeKind
    text: Bilingual
    count: int = 1
    details: tuple[Bilingual, ...] = ()

    @property
    def is_single(self) -> bool:
        """Whether it has a line of its own."""
        return self.kind in _SINGLE

    def __str__(self) -> str:
        """Return the Japanese words."""
        return self.text.ja


_EDITIONS = {
    "public": Bilingual("公開版の前回との違い", "Changes in the public edition since the last build"),
    "members": Bilingual("議員版の前回との違い", "Changes in the members' edition since the last build"),
}
_BOTH = Bilingual("前回との違い（公開版・議員版とも）", "Changes since the last build, in both editions")
_INDENT = "  "


def change_lines(changes: Sequence[Change], language: str) -> Iterator[str]:
    """Yield the changes of each edition under its name; two editions that changed alike are told of once."""
    told: dict[tuple[str, ...], list[str]] = {}
    for edition in dict.fromkeys(one.edition for one in changes):
        lines = _lines([one for one in changes if one.edition == edition], language)
        told.setdefault(tuple(lines), []).append(edition)
    for lines_of, alike in told.items():
        head = _BOTH if len(alike) > 1 else _EDITIONS[alike[0]]
        yield head.in_language(language) + ("：" if language == "ja" else ":")
        yield from (_INDENT + line for line in lines_of)


def _lines(changes: Sequence[Change], language: str) -> Iterator[str]:
    """Yield what has a line of its own, what is counted together on one line, the pages; details below their line."""
    for one in changes:
        if one.is_single or one.kind in _BLOCKS:
            yield from _with_details(one, language)
    pages = [one for one in changes if one.kind is ChangeKind.PAGES]
    apart = (*_SINGLE, *_BLOCKS, ChangeKind.PAGES)
    if counted := [one.text.in_language(language) for one in changes if one.kind not in apart]:
        yield ("、" if language == "ja" else ", ").join(counted)
    for one in pages:
        yield from _with_details(one, language)


def _with_details(one: Change, language: str) -> Iterator[str]:
    yield one_line(one.text.in_language(language))
    yield from (_INDENT + one_line(line.in_language(language)) for line in one.details)
