"""A cell's stored value as Excel displays it: thousands, decimals, percent, words around a figure, Japanese dates."""

from __future__ import annotations

import datetime as dt
import operator
import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import partial
from itertools import pairwise

from msgspec import Struct
from openpyxl.styles.numbers import is_date_format

from council.read.xlsx_moments import moment_shown
from council.text.patterns import regex

_PIECE = regex(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|G/標準|標準)|(?P<figure>[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+)(?P<power>E[+-][0#?]+)?"
    r"|(?P<percent>%)|(?P<text>@)|(?P<plain>.)",
    re.DOTALL | re.IGNORECASE,
)
_QUOTED = regex(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_CONDITION = regex(r"(<=|>=|<>|<|>|=)(-?[0-9.]{1,30})")
_TESTS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
_WIDE = str.maketrans("0123456789.,-", "０１２３４５６７８９．，－")
_JAPANESE_DATE = regex("aaa|gg", re.IGNORECASE)
_TEXT_SECTION = 3
_THOUSAND, _HUNDRED = 1000, 100
_GENERAL_DIGITS, _WHOLE_DIGITS = 10, 15
_MOST_DIGITS = 60


class _Figure(Struct, frozen=True):
    """What a section says of its figure: the places of its digits, how often it is divided, in percent or not."""

    whole: str
    decimals: str
    grouped: bool
    thousands: int
    percents: int


def displayed(stored: str, number_format: str, epoch: dt.datetime) -> str:
    """Return a stored number as its format shows it; as General shows it where the format is not understood."""
    try:
        value = Decimal(stored)
    except InvalidOperation:
        return stored
    try:
        if is_date_format(number_format) or _JAPANESE_DATE.search(_QUOTED.sub("", number_format)):
            return moment_shown(float(value), _sections(number_format)[0], epoch)
        return _number(value, number_format)
    except (ValueError, OverflowError, InvalidOperation, IndexError):
        return _general(value)


def text_displayed(text: str, number_format: str) -> str:
    """Return a text as the fourth section of its format shows it."""
    sections = _sections(number_format)
    if len(sections) > _TEXT_SECTION:
        section = sections[_TEXT_SECTION]
    elif len(sections) == 1 and "@" in _QUOTED.sub("", number_format):
        section = number_format
    else:
        return text
    made = [text if match["text"] else _literal(match) for match in _PIECE.finditer(section)]
    return "".join(made)


def _sections(number_format: str) -> list[str]:
    masked = _QUOTED.sub(lambda match: "x" * len(match[0]), number_format)
    cuts = [-1, *(place for place, character in enumerate(masked) if character == ";"), len(masked)]
    return [number_format[start + 1 : end] for start, end in pairwise(cuts)]


def _number(value: Decimal, number_format: str) -> str:
    section, is_signed = _section_of(value, _sections(number_format)[:_TEXT_SECTION])
    made = _in_section(abs(value), section)
    shown = any(character.isdigit() and character != "0" for character in made)
    sign = "-" if value < 0 and is_signed and (shown or made.strip("0. ")) else ""
    return (sign + made).strip()


def _section_of(value: Decimal, sections: list[str]) -> tuple[str, bool]:
    """Return the section that shows a value, and whether a minus stands before it."""
    tests = [_condition(section) for section in sections]
    if any(tests):
        for section, test in zip(sections, tests, strict=True):
            if test is None or test(value):
                return section, True
        return sections[-1], True
    if value < 0 and len(sections) > 1:
        return sections[1], False
    if value == 0 and len(sections) > 2:  # noqa: PLR2004 - the third section is for zero
        return sections[2], False
    return sections[0], True


def _condition(section: str) -> Callable[[Decimal], bool] | None:
    for match in re.finditer(r"\[([^\]]*)\]", section):
        condition = _CONDITION.fullmatch(match[1])
        if condition:
            return partial(_holds, _TESTS[condition[1]], Decimal(condition[2]))
    return None


def _holds(test: Callable[[Decimal, Decimal], bool], bound: Decimal, value: Decimal) -> bool:
    return test(value, bound)


def _in_section(value: Decimal, section: str) -> str:
    pieces = list(_PIECE.finditer(section))
    if not any(match["figure"] or match["general"] for match in pieces):
        return "".join(_literal(match) for match in pieces)
    if any(match["plain"] == "/" for match in pieces):
        return _general(value)
    wide = any((match["bracket"] or "").upper() == "DBNUM3" for match in pieces)
    figures = [match for match in pieces if match["figure"]]
    digits = iter(_digits(value, figures, sum(1 for match in pieces if match["percent"])))
    made = "".join(
        next(digits) if match["figure"] else _general(value) if match["general"] else _literal(match)
        for match in pieces
    )
    return made.translate(_WIDE) if wide else made


def _literal(match: re.Match[str]) -> str:
    return match["quoted"] or match["escaped"] or match["percent"] or match["plain"] or ""


def _digits(value: Decimal, figures: list[re.Match[str]], percents: int) -> list[str]:
    """Return the digits for each group of places; of several groups, the last ones are filled first (123-4567)."""
    if not figures:
        return []
    if figures[0]["power"]:
        places, power = len(figures[0]["figure"].partition(".")[2]), len(figures[0]["power"]) - 2
        digits, _, exponent = f"{value:.{places}E}".partition("E")
        return [f"{digits}E{exponent[0]}{exponent[1:].rjust(power, '0')}"]
    if len(figures) == 1:
        return [_one_figure(value, _figure(figures[0]["figure"], percents))]
    whole = _one_figure(value, _Figure("".join(one["figure"] for one in figures), "", False, 0, percents))  # noqa: FBT003
    made: list[str] = []
    for one in reversed(figures[1:]):
        count = len(one["figure"])
        made.append(whole[-count:])
        whole = whole[:-count]
    return [whole, *reversed(made)]


def _figure(pattern: str, percents: int) -> _Figure:
    whole, _, decimals = pattern.partition(".")
    kept = whole.rstrip(",")
    return _Figure(kept.replace(",", ""), decimals, "," in kept, len(whole) - len(kept), percents)


def _one_figure(value: Decimal, figure: _Figure) -> str:
    scaled = value * _HUNDRED**figure.percents / _THOUSAND**figure.thousands
    if scaled.adjusted() > _MOST_DIGITS:
        return _general(value)
    rounded = scaled.quantize(Decimal(1).scaleb(-len(figure.decimals)), ROUND_HALF_UP)
    whole, _, decimals = f"{rounded:f}".partition(".")
    whole = whole.lstrip("0").rjust(figure.whole.count("0"), "0")
    if figure.grouped:
        whole = _grouped(whole)
    needed = len(figure.decimals.rstrip("#?"))
    decimals = decimals[:needed] + decimals[needed:].rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def _grouped(digits: str) -> str:
    first = len(digits) % 3 or 3
    return ",".join((digits[:first], *(digits[place : place + 3] for place in range(first, len(digits), 3))))


def _general(value: Decimal) -> str:
    if value == value.to_integral_value() and value.adjusted() < _WHOLE_DIGITS:
        return str(int(value))
    return f"{float(value):.{_GENERAL_DIGITS}g}"
