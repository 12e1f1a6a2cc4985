"""Words that were withdrawn before the file was made: （　　部分後日発言取消あり） and, in their place, a run of blanks."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from council.parse.drafts import DraftSpeech
from council.text.blocks import Block, Mark, MarkKind, Paragraph
from council.text.patterns import regex

_OPEN, _CLOSE = r"（(〔\[【", r"）)〕\]】"
_NOTE = regex(rf"[{_OPEN}][^{_OPEN}{_CLOSE}\n]{{0,60}}(?:発言)?取り?消[^{_OPEN}{_CLOSE}\n]{{0,40}}[{_CLOSE}]")
# Within a sentence; at the beginning of a line blanks are centring.
_GAP = regex(r"(?<=[^\s\u3000])\u3000{2,}(?=[^\s\u3000])")


def with_gaps_told(speech: DraftSpeech) -> DraftSpeech:
    """Mark the blanks that stand for withdrawn words, where the speech itself notes so.

    They are the runs of the paragraph that has the note, else the only run of the speech; other blanks stay as they are.
    """
    notes = [place for place, block in enumerate(speech.blocks) if isinstance(block, Paragraph) and _has_note(block)]
    if not notes:
        return speech
    gaps = {place: _gaps(block) for place, block in enumerate(speech.blocks)}
    near = [place for place in notes if gaps[place]]
    only = [place for place, found in gaps.items() if found]
    meant = near or (only if len(only) == 1 and len(gaps[only[0]]) == 1 else [])
    blocks = (_marked(block, gaps[place]) if place in meant else block for place, block in enumerate(speech.blocks))
    return replace(speech, blocks=tuple(blocks))


def _has_note(paragraph: Paragraph) -> bool:
    return "消" in paragraph.text and bool(_NOTE.search(paragraph.text))


def _gaps(block: Block) -> list[tuple[int, int]]:
    """Return the runs of blanks of a paragraph outside its notes and where no mark lies yet."""
    if not isinstance(block, Paragraph):
        return []
    taken = [note.span() for note in _NOTE.finditer(block.text)]
    taken += [(mark.start, mark.end) for mark in block.marks if mark.kind in (MarkKind.REDACTED, MarkKind.PERSONAL)]
    runs = [gap.span() for gap in _GAP.finditer(block.text)]
    return [(start, end) for start, end in runs if not any(one < end and start < other for one, other in taken)]


def _marked(block: Block, gaps: Sequence[tuple[int, int]]) -> Block:
    if not isinstance(block, Paragraph):
        return block
    marks = (*block.marks, *(Mark(start, end, MarkKind.REDACTED) for start, end in gaps))
    return replace(block, marks=tuple(sorted(marks, key=lambda mark: (mark.start, mark.end))))
