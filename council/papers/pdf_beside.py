"""Words that a drawing of a PDF carries and does not show: for copying, for screen readers, as comments.

See ISO 32000-1, 7.2.4 and 14.9.
"""

from __future__ import annotations

import re

from council.text.patterns import regex

_KEY = regex(rb"/(?:ActualText|Alt|E)\s*(?=[(<])")
_HEX = regex(rb"<(?!<)[0-9A-Fa-f\s]*>")
_STRING_OR_COMMENT = regex(rb"(\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|<[0-9A-Fa-f\s]*>)|%[^\r\n]*", re.DOTALL)
_PICTURE = regex(rb"\bBI\b")  # within it any byte may stand
_LONGEST = 3  # characters: a space, a hyphen, a ligature put right
_UTF16 = b"\xfe\xff"


def without_words_beside(drawing: bytes) -> bytes:
    """Return a drawing without comments and the words that stand in for what is drawn, single characters apart."""
    if b"%" in drawing and not _PICTURE.search(drawing):
        drawing = _STRING_OR_COMMENT.sub(lambda match: match[1] or b"", drawing)
    kept: list[bytes] = []
    end = 0
    for match in _KEY.finditer(drawing):
        if match.start() < end:
            continue
        after = _end_of_string(drawing, match.end())
        if after is None or _is_short(drawing[match.end() : after]):
            continue
        kept.append(drawing[end : match.start()])
        end = after
    return b"".join((*kept, drawing[end:]))


def _end_of_string(drawing: bytes, start: int) -> int | None:
    """Return where the string ends that begins here; None where none does."""
    if drawing[start : start + 1] == b"<":
        found = _HEX.match(drawing, start)
        return found.end() if found else None
    depth, at = 0, start
    while at < len(drawing):
        character = drawing[at : at + 1]
        if character == b"\\":
            at += 1
        depth += (character == b"(") - (character == b")")
        at += 1
        if depth == 0:
            return at
    return None


def _is_short(string: bytes) -> bool:
    inner = string[1:-1]
    if string.startswith(b"<"):
        inner = bytes.fromhex(inner.decode("ascii").ljust(len(inner) + len(inner) % 2, "0"))
    elif b"\\" in inner:
        return False
    return len(inner.removeprefix(_UTF16)) <= _LONGEST * (2 if inner.startswith(_UTF16) else 1)
