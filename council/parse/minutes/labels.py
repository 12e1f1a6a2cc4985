"""Speakers' labels: ○議長（山田太郎君）, ◆12番（…議員）, ○（…議長）, ○山田議長, ● 町長 …, ◯議長, 【議長：…】.

A mark opens a label only at the start of a line and only if what follows is an office, a seat or a listed name.
"""

from __future__ import annotations

import re

from msgspec import Struct

from council.parse.minutes.label_forms import EITHER, FORMS, WITHOUT_MARK
from council.parse.minutes.label_parts import SPACES, Head
from council.parse.minutes.lines import squeeze
from council.parse.minutes.names import KnownNames
from council.parse.minutes.profile import Profile
from council.text.latin_names import is_latin
from council.text.numerals import fold_width

_LONGEST_LABEL = 240  # no form reads further


class Label(Struct, frozen=True):
    """A label as printed and what it says; the speech begins at ``text_start``, after one separating space."""

    attribution: str
    role: str
    name: str
    meaning: str
    text_start: int


def read_label(line: str, profile: Profile, known: KnownNames) -> Label | None:
    """Return the label a line begins with, or None."""
    start = len(line) - len(line.lstrip(" \t\u3000\u00a0"))
    meaning = profile.markers.get(line[start : start + 1], "")
    if meaning == "heading":
        return None
    unmarked = not meaning
    after = start if unmarked else start + 1
    body = fold_width(line[after : after + _LONGEST_LABEL])
    for form in profile.forms:
        if (form in EITHER or (form in WITHOUT_MARK) == unmarked) and (head := FORMS[form](body, profile, known)):
            return _label(line, start, after, head, meaning)
    return None


def _label(line: str, start: int, after: int, head: Head, meaning: str) -> Label:
    end = after + head.end
    separator = 1 if line[end : end + 1] in (" ", "\u3000", "\t", "\u00a0") and end < len(line) else 0
    name = _printed_name(line[start:end], head.name)
    return Label(line[start:end], _office(head.role, line[start:end]), name, meaning, end + separator)


def _office(folded: str, attribution: str) -> str:
    """Return the office without spaces (a Latin one with them), digits in half-width, brackets as wide as printed."""
    if is_latin(folded):
        return " ".join(folded.split())
    squeezed = squeeze(folded)
    return squeezed.replace("(", "（").replace(")", "）") if "（" in attribution else squeezed


def _printed_name(attribution: str, folded: str) -> str:
    """Return the name as the line prints it; the fold is one character for one, so places agree."""
    plain = fold_width(attribution)
    place = plain.rfind(folded)
    if place >= 0 and folded:
        return attribution[place : place + len(folded)]
    spaced = re.search(SPACES.join(map(re.escape, folded)), plain) if folded else None
    return attribution[spaced.start() : spaced.end()] if spaced else folded
