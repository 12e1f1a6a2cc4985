"""Findings: what a stage could not read or believe, as data that is worded only when it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct, field

from council.location import Location

T_co = TypeVar("T_co", covariant=True)


class Severity(StrEnum):
    """How much a finding weighs: an error withholds something, a warning and a note withhold nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Withholds(StrEnum):
    """What a rule keeps back from publication, the smallest thing it touches (`docs/errors.md`)."""

    NOTHING = ""
    FILE = "file"
    SITTING = "sitting"
    WORDS = "words"
    TABLE = "table"
    ROW = "row"
    MEMBER_COLUMN = "member"
    CELL = "cell"
    NAMES = "names"
    MATERIAL = "material"
    CORRECTION = "correction"
    RECORDING = "recording"
    EVERYTHING = "everything"


class Bilingual(Struct, frozen=True):
    """One text in the two languages the toolkit speaks."""

    ja: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the text for ``ja`` or ``en``; any other language reads English."""
        return self.ja if language == "ja" else self.en


class Rule(Struct, frozen=True):
    """One thing that can be wrong: its code, its weight, its words, its remedy, and what it withholds.

    ``message`` and ``help`` hold ``{placeholders}`` that a finding's values fill, the same in both
    languages. ``strict_error`` lifts a warning to an error under ``--strict``.
    """

    code: str
    name: str
    severity: Severity
    message: Bilingual
    help: Bilingual
    withholds: Withholds = Withholds.NOTHING
    strict_error: bool = False


class _Shown(str):
    """A value in a message; ``{near:ja}`` and ``{near:en}`` offer it as what may be meant, an empty one as nothing."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        offer = _OFFERS.get(spec)
        if offer is None:
            return format(str(self), spec)
        return offer.format(self) if self else ""


# Between the two languages of a value: no text that was read holds it.
_BETWEEN = "\x1f"
_OFFERS = {"ja": "（「{}」では？）", "en": " (did you mean “{}”?)"}


class Finding(Struct, frozen=True):
    """One rule met at one place, with the values that fill its words."""

    rule: Rule
    location: Location
    values: tuple[tuple[str, str], ...] = ()

    def message(self, language: str) -> str:
        """Return what is wrong, in ``ja`` or ``en``."""
        return self.rule.message.in_language(language).format_map(self._shown(language))

    def help(self, language: str) -> str:
        """Return what to do about it, in ``ja`` or ``en``."""
        return self.rule.help.in_language(language).format_map(self._shown(language))

    def _shown(self, language: str) -> dict[str, str]:
        return {name: _Shown(_in_language(value, language)) for name, value in self.values}


def finding(rule: Rule, location: Location, **values: object) -> Finding:
    """Make a finding; every placeholder of the rule must be given. A `Bilingual` is shown in the reader's language."""
    return Finding(rule, location, tuple((name, _told(value)) for name, value in values.items()))


def _told(value: object) -> str:
    return f"{value.ja}{_BETWEEN}{value.en}" if isinstance(value, Bilingual) else str(value)


def _in_language(value: str, language: str) -> str:
    japanese, between, english = value.partition(_BETWEEN)
    return Bilingual(japanese, english).in_language(language) if between else value


class Outcome(Struct, Generic[T_co], frozen=True):
    """What a stage returns: its value and its findings."""

    value: T_co
    findings: tuple[Finding, ...] = field(default=())


def collect(outcomes: Iterable[Outcome[T_co]]) -> Outcome[tuple[T_co, ...]]:
    """Turn many outcomes into one: all values, all findings, in order."""
    gathered = tuple(outcomes)
    return Outcome(
        tuple(outcome.value for outcome in gathered),
        tuple(finding for outcome in gathered for finding in outcome.findings),
    )
