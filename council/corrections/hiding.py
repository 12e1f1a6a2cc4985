"""Withdrawn words kept out of what is said: findings of every stage, reasons of other corrections, changes told of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from council.corrections.file_names import FileNames
from council.corrections.folding import Span, fold, folded
from council.corrections.withdrawn import Withdrawn, letters_of, replaced, tells
from council.diagnostics import Finding
from council.location import Location
from council.parse.drafts import DraftCorrection

Runs = dict[int, set[str]]

INSTEAD = "〔発言取消〕"
_RUN = 3
_FAR_RUN = 6  # so few characters in a row tell nothing of words from another file
_FEW = 2  # one character says nothing


class Silence(Struct, frozen=True):
    """What must not be said, and what files are called whose names hold it.

    ``near`` are the files in which words stood, where less of a quotation tells them.
    """

    withdrawn: tuple[Withdrawn, ...] = ()
    near: frozenset[str] = frozenset()
    names: FileNames = field(default_factory=lambda: FileNames((), ()))

    def findings(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings, whatever stage they are of, that neither quote the words nor tell a name that holds them.

        A quotation may be cut off, so that the words as a whole are not looked for.
        """
        if not self.withdrawn:
            return tuple(findings)
        near = _runs((one.words for one in self.withdrawn), _RUN)
        far = _runs((one.words for one in self.withdrawn if tells(one.words)), _FAR_RUN)
        return tuple(self._quiet(found, near if found.location.path in self.near else far) for found in findings)

    def text(self, text: str) -> str:
        """Return a text with 〔発言取消〕 in the place of the words."""
        letters = letters_of(text) if self.withdrawn else ""
        for one in self.withdrawn:
            if one.letters in letters and tells(one.words):
                text = replaced(one, text)
        return text

    def _quiet(self, found: Finding, runs: Runs) -> Finding:
        path = self.names.of(found.location.path)
        values = tuple((name, self.names.in_text(value)) for name, value in found.values)
        return _hushed(replace(found, location=replace(found.location, path=path), values=values), runs)


def without_words(row: DraftCorrection, hidden: Iterable[str]) -> DraftCorrection:
    """Return a correction whose own words do not repeat withdrawn ones."""
    for words in hidden:
        row = replace(
            row,
            place=_without(row.place, words),
            was=_without(row.was, words),
            now=_without(row.now, words),
            reason=_without(row.reason, words),
            decided_by=_without(row.decided_by, words),
        )
    return row


def without_words_in_findings(findings: Iterable[Finding], hidden: Sequence[str]) -> tuple[Finding, ...]:
    """Return the findings of a file without any quotation that shares three characters in a row with withdrawn words.

    A quotation may be cut off, so that the words as a whole are not looked for.
    """
    runs = _runs(hidden, _RUN)
    return tuple(_hushed(found, runs) for found in findings) if runs else tuple(findings)


def _without(text: str, words: str) -> str:
    if not text:
        return text
    for span in sorted(_spans(text, words), reverse=True):
        text = text[: span.start] + INSTEAD + text[span.end :]
    return text


def _spans(text: str, words: str) -> tuple[Span, ...]:
    return folded(text).find(words) if len(fold(words)) >= _FEW else ()


def _runs(every: Iterable[str], length: int) -> Runs:
    """Return all runs of so many characters, and shorter words whole, by their length."""
    runs: dict[int, set[str]] = {}
    for text in filter(None, map(fold, every)):
        size = min(length, len(text))
        runs.setdefault(size, set()).update(_cut(text, size))
    return runs


def _cut(text: str, length: int) -> Iterator[str]:
    return (text[at : at + length] for at in range(len(text) - length + 1))


def _hushed(found: Finding, runs: Runs) -> Finding:
    values = tuple((name, INSTEAD if _quotes(value, runs) else value) for name, value in found.values)
    return Finding(found.rule, _without_quotations(found.location, runs), values)


def _without_quotations(place: Location, runs: Runs) -> Location:
    heading = "" if _quotes(place.heading, runs) else place.heading
    words = "" if _quotes(place.words, runs) else place.words
    sheet = "" if _quotes(place.sheet, runs) else place.sheet
    return replace(place, heading=heading, words=words, sheet=sheet)


def _quotes(text: str, runs: Runs) -> bool:
    squeezed = fold(text)
    return any(run in told for length, told in runs.items() for run in _cut(squeezed, length))
