"""Words on a paper that say it is not for everyone."""

from __future__ import annotations

from council.model.paper_text import PaperText
from council.text.blocks import paragraphs
from council.text.patterns import regex

_MARKS = frozenset(
    "取扱注意 取扱厳重注意 取扱い注意 部外秘 関係者限り 議員限り 議員限定 非公開 秘密会 厳秘 極秘 秘 ㊙ マル秘 丸秘 "
    "confidential restricted membersonly".split()
)
_FRAMES = regex(r"[\s\u3000【】〔〕\uff3b\uff3d\[\]（）()「」『』<>＜＞《》*＊・:：]+")
_LINES = 12


def restricted_mark(text: PaperText) -> str:
    """Return the mark that stands as a line of its own at the beginning of a paper; empty if there is none."""
    for part in text.parts[:2]:
        lines = [line for one in paragraphs(part.blocks) for line in one.text.split("\n")][:_LINES]
        for line in lines:
            if _is_mark(line):
                return _FRAMES.sub("", line)
    return ""


def mark_among(words: str) -> str:
    """Return the mark that is one of the words of a header; empty if there is none."""
    return next((_FRAMES.sub("", word) for word in words.split() if _is_mark(word)), "")


def _is_mark(words: str) -> bool:
    return _FRAMES.sub("", words).lower() in _MARKS
