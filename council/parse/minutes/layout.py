"""Preface, debate, epilogue: which line is a label, a heading, a stage line; where the talking begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from msgspec import Struct

from council.parse.minutes.labels import Label, read_label
from council.parse.minutes.lines import Line
from council.parse.minutes.motions import first_motion
from council.parse.minutes.names import KnownNames
from council.parse.minutes.profile import Profile
from council.parse.minutes.sections import read_section_heading
from council.parse.minutes.unread import is_unread_label
from council.text.patterns import regex

_LONGEST_HEADING = 160
_LONGEST_STAGE = 400
_SENTENCE = regex(r"[ぁ-ん]{2,}.*。|。.*[ぁ-ん]{2,}|[a-z]{3,}[.?!]$")
_LATIN_WORD = regex(r"\b[A-Za-z]{2,}")
_BILL = regex(r"[一-龠]{1,8}第[0-9一二三四五六七八九十百]+号")
_FEW = 3


class LineKind(Enum):
    """What a line of a debate is."""

    LABEL = auto()
    HEADING = auto()
    STAGE = auto()  # a stage direction or a time, alone on its line
    UNREAD = auto()  # somebody's label in a form that the layout does not have
    OTHER = auto()


class Marked(Struct, frozen=True):
    """A line with what it is."""

    line: Line
    kind: LineKind
    label: Label | None = None


class Layout(Struct, frozen=True):
    """The three parts of minutes."""

    preface: tuple[Line, ...]
    debate: tuple[Marked, ...]
    epilogue: tuple[Line, ...]


def mark(line: Line, profile: Profile, known: KnownNames, *, in_speech: bool) -> Marked:
    """Say what a line of a debate is. Inside a speech a bullet is no heading."""
    if line.table is not None or not line.squeezed:
        return Marked(line, LineKind.OTHER)
    if label := read_label(line.text, profile, known):
        return Marked(line, LineKind.LABEL, label)
    if is_heading(line, profile, in_speech=in_speech):
        return Marked(line, LineKind.HEADING)
    if is_stage(line, profile):
        return Marked(line, LineKind.STAGE)
    unread = is_unread_label(line.text, profile, known)
    return Marked(line, LineKind.UNREAD if unread else LineKind.OTHER)


def is_stage(line: Line, profile: Profile) -> bool:
    """Say whether a line is a stage direction (〔…〕, （…）) or a time (午前11時02分休憩) alone."""
    if len(line.squeezed) > _LONGEST_STAGE:
        return False
    return bool(profile.stages.match(line.squeezed) or profile.times.stand_in(line.squeezed))


def is_heading(line: Line, profile: Profile, *, in_speech: bool) -> bool:
    """Say whether a line that is no label is a heading: by its mark, by 日程第…, or by Word's outline level."""
    squeezed = line.squeezed
    if line.is_rule or len(squeezed) > _LONGEST_HEADING or profile.times.stand_in(squeezed):
        return False
    if squeezed[0] in profile.heading_marks:
        return _marked_heading(squeezed, profile, in_speech=in_speech)
    if line.paragraph and line.paragraph.level is not None and not squeezed.endswith("。"):
        return True
    return bool(profile.headings.match(squeezed)) and "。" not in squeezed


def _marked_heading(squeezed: str, profile: Profile, *, in_speech: bool) -> bool:
    body = squeezed[1:]
    # △５％ is a minus sign, not a heading.
    if not body or "。" in body or re.match(r"[0-9¥%+\-.(]", body):
        return False
    sure = profile.markers.get(squeezed[0]) == "heading"
    return sure or not in_speech or bool(profile.heading_words.search(body))


def debate_start(lines: Sequence[Line], profile: Profile) -> int | None:
    """Return where the debate begins: its first label or, in English minutes, the first motion that is put to a vote.

    What opens the sitting before it belongs to it; None if nobody speaks and nothing is moved.
    """
    label, motion = _first_label(lines, profile), first_motion(lines, profile.spoken or {})
    starts = [place for place in (label, motion) if place is not None]
    if not starts:
        return None
    start = min(starts)
    return _opening(lines, _called_to_order(lines, start, profile) if profile.spoken else start, profile)


def _called_to_order(lines: Sequence[Line], first: int, profile: Profile) -> int:
    """Return the line “called to order at 7 p.m.” before a place, if no list of the preface stands between them."""
    for place in range(first - 1, -1, -1):
        line = lines[place]
        if profile.times.stand_in(line.squeezed) and profile.times.opened.search(line.squeezed):
            return place
        if read_section_heading(line, profile):
            break
    return first


def lay_out(lines: Sequence[Line], start: int, profile: Profile, known: KnownNames) -> Layout:
    """Cut minutes into preface, debate and epilogue."""
    marked = _marked(lines[start:], profile, known)
    end = _end(marked, profile)
    return Layout(tuple(lines[:start]), tuple(marked[:end]), tuple(one.line for one in marked[end:]))


def _marked(lines: Sequence[Line], profile: Profile, known: KnownNames) -> list[Marked]:
    marked: list[Marked] = []
    in_speech = False
    for line in lines:
        one = mark(line, profile, known, in_speech=in_speech)
        if marked and marked[-1].kind is LineKind.HEADING and _BILL.match(line.squeezed) and "。" not in line.squeezed:
            one = Marked(line, LineKind.HEADING)
        if one.kind in (LineKind.LABEL, LineKind.HEADING):
            in_speech = one.kind is LineKind.LABEL
        marked.append(one)
    return marked


def _first_label(lines: Sequence[Line], profile: Profile) -> int | None:
    """Return the place of the first label that words follow: in a list of names nobody speaks."""
    known = KnownNames()
    for place, line in enumerate(lines):
        label = read_label(line.text, profile, known) if line.squeezed and line.table is None else None
        if label and (_speaks(line.text[label.text_start :]) or _words_follow(lines[place + 1 :], profile, known)):
            return place
    return None


def _speaks(text: str) -> bool:
    return "。" in text or len(re.findall(r"[ぁ-ん]", text)) >= _FEW or len(_LATIN_WORD.findall(text)) >= _FEW


def _words_follow(lines: Sequence[Line], profile: Profile, known: KnownNames) -> bool:
    following = next((line for line in lines if line.squeezed), None)
    return bool(
        following
        and following.table is None
        and not read_label(following.text, profile, known)
        and _SENTENCE.search(following.squeezed)
    )


def _opening(lines: Sequence[Line], first: int, profile: Profile) -> int:
    """Walk back from the first label over headings with a mark, times and stage lines that belong to the debate.

    A heading without a mark, which may be the last line of an agenda, does if a time stands above it or it is printed
    once more above.
    """
    start = place = first - 1 if _is_first_heading(lines, first - 1, profile) else first
    while place > 0:
        line = lines[place - 1]
        opens = bool(line.squeezed) and (
            profile.times.stand_in(line.squeezed)
            or line.squeezed[0] in "〔["
            or (line.squeezed[0] in profile.heading_marks and is_heading(line, profile, in_speech=False))
        )
        if opens and read_section_heading(line, profile):
            break
        if not opens and not line.is_blank and not line.is_rule:
            break
        place -= 1
        start = place if opens else start
    return start


def _is_first_heading(lines: Sequence[Line], place: int, profile: Profile) -> bool:
    if (
        not profile.spoken
        or place < 1
        or not lines[place].squeezed
        or lines[place].squeezed[0] in profile.heading_marks
    ):
        return False
    above = (line.squeezed for line in lines[:place])
    return is_heading(lines[place], profile, in_speech=False) and (
        profile.times.stand_in(lines[place - 1].squeezed) or lines[place].squeezed in above
    )


def _end(marked: Sequence[Marked], profile: Profile) -> int:
    """Return where the debate ends: after the closing time, if no label follows it, or where the signatures begin."""
    last = max((place for place, one in enumerate(marked) if one.label), default=0)
    notes = next((place for place, one in enumerate(marked) if place > last and _is_note(one)), len(marked))
    marked = marked[:notes]
    closed = next((place for place in range(len(marked) - 1, last, -1) if _closes(marked[place], profile)), None)
    if closed is not None:
        return _after_stage(marked, closed + 1)
    signed = next(
        (place for place in range(last + 1, len(marked)) if profile.signatures.search(marked[place].line.squeezed)),
        None,
    )
    return len(marked) if signed is None else _before_blanks(marked, signed, last)


def _is_note(one: Marked) -> bool:
    """Say whether a line is one of the notes that the reader puts after the text."""
    return bool(one.line.paragraph and one.line.paragraph.origin == "note")


def _closes(one: Marked, profile: Profile) -> bool:
    return bool(profile.times.stand_in(one.line.squeezed) and profile.times.closed.search(one.line.squeezed))


def _after_stage(marked: Sequence[Marked], place: int) -> int:
    end = place
    while place < len(marked) and (marked[place].kind is LineKind.STAGE or marked[place].line.is_blank):
        place += 1
        end = place if marked[place - 1].kind is LineKind.STAGE else end
    return end


def _before_blanks(marked: Sequence[Marked], place: int, last: int) -> int:
    while place - 1 > last and (marked[place - 1].line.is_blank or marked[place - 1].line.is_rule):
        place -= 1
    return place
