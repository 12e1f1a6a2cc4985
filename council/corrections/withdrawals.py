"""What was withdrawn (発言取消) or is personal data (個人情報): found in the minutes and taken out, or already blank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from council.corrections.folding import Span, fold
from council.corrections.hashes import find_hashed, is_hash
from council.corrections.manuscript import Manuscript, is_numbered
from council.corrections.settle import mark_kind
from council.parse.drafts import DraftCorrection
from council.text.blocks import Mark
from council.text.patterns import regex

_FEW = 4  # fewer characters may stand elsewhere by chance
# （　　部分後日発言取消あり）, 〔発言取消〕, (この部分取り消し)
_BRACKETS = r"（(〔\uff3b\[【）)〕\uff3d\]】"
_NOTED = regex(rf"[{_BRACKETS}][^{_BRACKETS}\n]{{0,60}}取り?消[^{_BRACKETS}\n]{{0,40}}[{_BRACKETS}]")
_BLANK = regex(r"(?<=[^\s\u3000])(?:\u3000{2,}|[―─—━\uff3f■□●＊*×]{3,})(?=[^\s\u3000])")


class Taken(Struct, frozen=True):
    """The minutes without the words; ``words`` are those taken out, empty where the file had left them out before."""

    script: Manuscript
    place: Span
    words: tuple[str, ...] = ()


def take_out(script: Manuscript, row: DraftCorrection, mark: Mark) -> Taken | None:
    """Take out what a row withdraws; None where neither the words nor their gap is found.

    誤 (in clear or by its hash) names the words: they go wherever they stand in the file, very short ones only from the
    speech of 場所. Without 誤, 場所 is the words themselves (no ¶143, which names none), unless the file left them blank
    there already: a run of full-width blanks with （…取消…） in the paragraph, or beside the words of 場所. Such a run is
    only marked.
    """
    spots = script.find(row.place)
    words = _words(script, row, spots)
    if words and (spans := _where(script, words, spots)):
        return _taken(script, spans, spots, mark)
    if row.was:
        return _left_blank(
            script, [gap for spot in spots for gap in _gaps(script, spot)] or _noted(script, spots), mark
        )
    gaps = [gap for spot in spots for gap in _told_gaps(script, spot)]
    if gaps or not spots:
        return _left_blank(script, gaps or ([] if row.place else _noted(script, ())), mark)
    is_chance = len(spots) > 1 and len(fold(row.place)) < _FEW
    return None if is_chance or is_numbered(row.place) else _taken(script, spots, spots, mark)


def mark_of(row: DraftCorrection) -> Mark:
    """Return what stands in the place of the words."""
    return Mark(0, 0, mark_kind(row.kind), row.id)


def _words(script: Manuscript, row: DraftCorrection, spots: Sequence[Span]) -> str:
    """Return the words of 誤; a hash is looked for thoroughly where 場所 lies, and elsewhere unless a gap lies there."""
    if not is_hash(row.was):
        return row.was
    near = [_spoken(script, speech) for spot in spots if (speech := script.speech(spot) or script.paragraph(spot))]
    gap = any(_gaps(script, spot) for spot in spots)
    everywhere = [_spoken(script, span) for span in _speeches(script)]
    return find_hashed(near, row.was) or find_hashed(everywhere, row.was, thorough=not gap)


def _speeches(script: Manuscript) -> Iterable[Span]:
    """Return every speech and, between them, what stands outside."""
    edges = sorted({0, len(script.paragraphs), *(edge for one in script.speeches for edge in (one.start, one.stop))})
    for start, stop in pairwise(edges):
        yield script.span_of(range(start, stop))


def _spoken(script: Manuscript, span: Span) -> str:
    return script.text[span.start : span.end]


def _where(script: Manuscript, words: str, spots: Sequence[Span]) -> tuple[Span, ...]:
    found = script.find(words)
    near = [speech for spot in spots if (speech := script.speech(spot) or script.paragraph(spot))]
    close = tuple(span for span in found if any(scope.holds(span) for scope in near))
    return close if close and len(fold(words)) < _FEW else found


def _taken(script: Manuscript, spans: Iterable[Span], spots: Sequence[Span], mark: Mark) -> Taken:
    """Take the words out; the place that is shown is the one that is meant, else the first in a speech."""
    ordered = sorted(spans)
    words = tuple(dict.fromkeys(script.text[span.start : span.end] for span in ordered))
    meant = [speech for spot in spots if (speech := script.speech(spot))]
    shown = min(
        ordered, key=lambda span: (not any(one.holds(span) for one in meant), script.speech(span) is None, span)
    )
    return Taken(script.replaced(ordered, "", mark), Span(shown.start, shown.start), words)


def _left_blank(script: Manuscript, gaps: Sequence[Span], mark: Mark) -> Taken | None:
    return Taken(script.marked(gaps, mark), gaps[0]) if gaps else None


def _told_gaps(script: Manuscript, spot: Span) -> list[Span]:
    """Return the gaps that are surely meant: 場所 is the note itself, the paragraph has one, or 場所 touches a gap."""
    paragraph = script.paragraph(spot)
    notes = _found(_NOTED, script, paragraph)
    if any(note.holds(spot) for note in notes):
        return _gaps(script, spot)
    gaps = _blanks(script, paragraph, notes)
    return gaps if notes else [gap for gap in gaps if gap.touches(spot)]


def _gaps(script: Manuscript, spot: Span) -> list[Span]:
    """Return the gaps of the paragraph, else the only one of the speech, else the place before a note."""
    paragraph = script.paragraph(spot)
    if gaps := _blanks(script, paragraph, _found(_NOTED, script, paragraph)):
        return gaps
    speech = script.speech(spot) or paragraph
    notes = _found(_NOTED, script, speech)
    gaps = _blanks(script, speech, notes)
    return gaps if len(gaps) == 1 else [Span(note.start, note.start) for note in notes[:1]]


def _noted(script: Manuscript, spots: Sequence[Span]) -> list[Span]:
    """Return the gaps beside the only note of the file, for a row whose place is nowhere else."""
    notes = _found(_NOTED, script, Span(0, len(script.text))) if not spots else []
    return _gaps(script, notes[0]) if len(notes) == 1 else []


def _blanks(script: Manuscript, scope: Span, notes: Sequence[Span]) -> list[Span]:
    return [gap for gap in _found(_BLANK, script, scope) if not any(note.holds(gap) for note in notes)]


def _found(pattern: re.Pattern[str], script: Manuscript, scope: Span) -> list[Span]:
    return [Span(match.start(), match.end()) for match in pattern.finditer(script.text, scope.start, scope.end)]
