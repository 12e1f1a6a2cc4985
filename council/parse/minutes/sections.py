"""The parts of a preface: title block, agenda, matters dealt with, lists of those present, by their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from council.parse.minutes.lines import Line
from council.parse.minutes.profile import Profile
from council.text.patterns import regex

_ORNAMENT = r"[○◯〇◎●■□◆◇▽▼【〔\[(<《「『]*"
_ENUMERATOR = r"(?:[(]?[0-9]{1,2}[)]?[.、,)]?(?![番号0-9時年月日])|[一二三四五六七八九十]{1,3}[、.])?"
_FOLLOW = (
    r"(?:は?、?次の(?:とおり|通り|者)(?:である|です|であります|で)?|の?職?氏名|は?[(]?(?:なし|ありません|[0-9]+[名人])[)]?"
    r"|[(][^()]*[)]|第[0-9]+号|[:。】〕\]>》」』])*"
)
# What may stand beside a heading: the committee column, a date or time, the first name of the list.
_REST = regex(
    r"^(?:[|│┃].*|(?:明治|大正|昭和|平成|令和|[0-9]{4}年|[0-9]+月|午[前後]).*|[0-9]{1,3}番.*|副?議長.*|副?委員長.*|)$"
)
_LONGEST = 120
_NUMBERED = regex(r"[0-9]{1,2}[.、,)]")
_LISTS = ("business", "present", "absent", "late", "left", "online", "explainer", "staff")
_COUNT = regex(r"(?P<number>[0-9]+)[名人]|(?P<none>なし)")


class Section(Struct, frozen=True):
    """A part of the preface; ``count`` is the number of people its heading states, ``rest`` what stands beside it."""

    kind: str
    heading: Line | None
    lines: tuple[Line, ...]
    count: int | None = None
    rest: str = ""


class SectionHeading(Struct, frozen=True):
    """A heading of a part of the preface."""

    kind: str
    count: int | None
    rest: str


@cache
def _heading_pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"^{_ORNAMENT}{_ENUMERATOR}{_ORNAMENT}(?:{pattern}){_FOLLOW}(?P<rest>.*)$")


def read_section_heading(line: Line, profile: Profile) -> SectionHeading | None:
    """Return what part of the preface a line opens, or None."""
    if line.table is not None or not 0 < len(line.squeezed) <= _LONGEST:
        return None
    for section in profile.sections:
        match = _heading_pattern(section.pattern.pattern).match(line.squeezed)
        if match and (_REST.match(match["rest"]) or (section.name in _LISTS and _stands_apart(line, match))):
            rest = line.text[_place(line.text, match.start("rest")) :] if match["rest"] else ""
            return SectionHeading(section.name, _count(line.squeezed), rest)
    return None


def _stands_apart(line: Line, match: re.Match[str]) -> bool:
    """Say whether names stand beside a numbered heading: after a gap, and no sentence."""
    gap = line.text[: _place(line.text, match.start("rest"))]
    return bool(_NUMBERED.match(line.squeezed)) and gap != gap.rstrip() and "。" not in match["rest"]


def _place(text: str, count: int) -> int:
    """Return the place in a printed text after ``count`` characters that are no spaces, and the spaces there."""
    seen = 0
    for place, character in enumerate(text):
        if seen == count and not character.isspace():
            return place
        seen += 0 if character.isspace() else 1
    return len(text)


def _count(squeezed: str) -> int | None:
    match = _COUNT.search(squeezed)
    if not match:
        return None
    return 0 if match["none"] else int(match["number"])


def read_sections(lines: Sequence[Line], profile: Profile) -> tuple[Section, ...]:
    """Cut the preface at its headings; the part before the first heading is the title block (kind ``title``)."""
    starts = [(place, heading) for place, line in enumerate(lines) if (heading := read_section_heading(line, profile))]
    ends = [*(place for place, _ in starts[1:]), len(lines)] if starts else []
    title = Section("title", None, tuple(lines[: starts[0][0]] if starts else lines))
    return (
        title,
        *(
            Section(heading.kind, lines[place], tuple(lines[place + 1 : end]), heading.count, heading.rest)
            for (place, heading), end in zip(starts, ends, strict=True)
        ),
    )
