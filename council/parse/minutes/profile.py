"""Layouts of minutes as data: what a council's marks, labels, lists and phrases look like (`profiles/*.yml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml
from msgspec import Struct

from council.model.events import AttendanceStatus
from council.model.identifiers import PLENARY
from council.text.patterns import regex

Pattern = re.Pattern[str]
BASE_PROFILE = "generic-ja"
TABLES_PROFILE = "tables-en"
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C where it is installed
_LONGEST_TIME = 80
_CLOCK = r"(?:午[前後])?(?:[0-9]{1,2}|[零一二三四五六七八九十]{1,3})時(?:(?:[0-9]{1,2}|[零一二三四五六七八九十]{1,3})分|半)?|正午"

_SPAN = (
    r"^[○◯〇〔\[(【]*(?:{recess})?(?:の?時間)?[、:(〔]?(?i:自|from)?(?P<start>{clock})(?i:から|より|至|[-~〜ー\u2010-\u2015\u2212]|to|until)"
    r"(?P<end>{clock})(?:まで)?(?:の間)?[、,]?(?:{recess})?[〕\])】]*。?$"
)


class Weighted(Struct, frozen=True):
    """A line that speaks for a profile, and how loudly."""

    pattern: Pattern
    weight: int


class Named(Struct, frozen=True):
    """A pattern and the canonical word it stands for."""

    name: str
    pattern: Pattern


class Roles(Struct, frozen=True):
    """The words for offices; ``*_endings`` are ends of longer titles, ``after_names`` may follow a surname."""

    presiding: tuple[str, ...]
    committee_chairs: tuple[str, ...]
    members: frozenset[str]
    after_names: tuple[str, ...]
    executive: tuple[str, ...]
    executive_endings: tuple[str, ...]
    not_roles: Pattern
    not_names: Pattern
    committee_words: Pattern


class AgendaStyle(Struct, frozen=True):
    """How agenda items begin, how the committee column is parted, and which committees may stand in it."""

    item: Pattern
    separators: Pattern
    referral_heading: Pattern
    committees: Pattern
    same_as: Pattern


class Times(Struct, frozen=True):
    """The words beside a time of day: 開議 …, 散会 …, 休憩 …; ``line`` is a line of nothing else, ``clock`` the time.

    ``span`` is a line that tells a whole break (休憩 午前10時～午前10時15分).
    """

    opened: Pattern
    closed: Pattern
    recess: Pattern
    resumed: Pattern
    line: Pattern
    clock: Pattern
    span: Pattern

    def stand_in(self, squeezed: str) -> bool:
        """Say whether a line is a time alone (午前11時02分休憩)."""
        return len(squeezed) <= _LONGEST_TIME and bool(self.line.match(squeezed) or self.pause_in(squeezed))

    def pause_in(self, squeezed: str) -> tuple[str, str] | None:
        """Return from when to when a line that tells nothing else says that the sitting was adjourned."""
        told = self.span.match(squeezed) if self.recess.search(squeezed) else None
        return (told["start"], told["end"]) if told else None


class Movements(Struct, frozen=True):
    """A line that tells when somebody came or went: its parts ``who``, ``verb``, ``before`` or ``after`` (the time).

    ``arrived`` and ``departed`` are verbs of coming late and leaving early, ``entered`` and ``went`` those that mean it
    only of somebody whom a list calls so.
    """

    line: Pattern
    arrived: Pattern
    departed: Pattern
    entered: Pattern
    went: Pattern


class Questions(Struct, frozen=True):
    """What opens and ends a part in which members ask and officers answer; what calls a proposer, and the next item.

    ``asks`` are words that ask, ``thanks`` those by which a member ends what he asked.
    """

    begin: Pattern
    end: Pattern
    headings: Pattern
    explains: Pattern
    next: Pattern
    asks: Pattern
    thanks: Pattern


class Secret(Struct, frozen=True):
    """What marks a secret sitting (秘密会): in the title, or decided by the chair."""

    title: Pattern
    line: Pattern
    decided: Pattern
    refused: Pattern


class DecisionPhrases(Struct, frozen=True):
    """The chair's words for decisions (T1-T8), in the order in which they are tried."""

    methods: tuple[Named, ...]
    results: tuple[Named, ...]
    patterns: Mapping[str, Pattern]


class TableWords(Struct, frozen=True):
    """The words of minutes that stand in tables: headings of columns, rows of one cell, subjects of votes."""

    columns: tuple[Named, ...]
    patterns: Mapping[str, Pattern]


class Profile(Struct, frozen=True):
    """One layout. Patterns are matched against lines without spaces in half-width ASCII."""

    name: str
    priority: int
    threshold: int
    evidence: tuple[Weighted, ...]
    markers: Mapping[str, str]
    heading_marks: str
    heading_words: Pattern
    forms: tuple[str, ...]
    honorifics: tuple[str, ...]
    roles: Roles
    sections: tuple[Named, ...]
    agenda: AgendaStyle
    remarks: tuple[tuple[AttendanceStatus, Pattern], ...]
    stages: Pattern
    times: Times
    movements: Movements
    headings: Pattern
    top_level: Pattern
    questions: Questions
    debate: Pattern
    signatures: Pattern
    signers: Pattern
    secret: Secret
    template: str
    plenary: str
    decisions: DecisionPhrases
    ballots: tuple[Named, ...]
    spoken: Mapping[str, Pattern] | None = None  # decisions of English minutes
    tables: TableWords | None = None


class BodyPattern(Struct, frozen=True):
    """A pattern of a title block that names a body: by its group ``name``, or as ``body`` says."""

    pattern: Pattern
    body: str = ""
    skip: Pattern | None = None


class TitleStyle(Struct, frozen=True):
    """What title blocks say, whatever the layout (`titles.yml`)."""

    bodies: tuple[BodyPattern, ...]
    number: Pattern
    number_not: Pattern
    day: Pattern
    date_yes: Pattern
    date_no: Pattern


@cache
def load_profiles() -> Mapping[str, Profile]:
    """Return the shipped profiles by name."""
    return {name: make_profile(data) for name, data in raw_profiles().items()}


@cache
def raw_profiles() -> Mapping[str, dict[str, Any]]:
    """Return what the files of the shipped profiles say, each with what it extends, by name."""
    folder = files(__package__) / "profiles"
    read = [_read(entry) for entry in folder.iterdir() if entry.name.endswith(".yml")]
    raw = {data["name"]: data for data in read}
    return {name: _extended(data, raw) for name, data in sorted(raw.items())}


def _read(file: Traversable) -> Any:  # noqa: ANN401 - data of ours, as it stands in the file
    return yaml.load(file.read_text("utf-8"), _LOADER)  # noqa: S506 - a safe one


@cache
def load_titles() -> TitleStyle:
    """Return the patterns of title blocks."""
    data = _read(files(__package__) / "titles.yml")
    bodies = tuple(
        BodyPattern(regex(one["pattern"]), one.get("body", ""), regex(one["skip"]) if "skip" in one else None)
        for one in data["bodies"]
    )
    return TitleStyle(bodies, *(regex(data[key]) for key in ("number", "number_not", "day", "date_yes", "date_no")))


def _extended(data: dict[str, Any], raw: dict[str, dict[str, Any]]) -> dict[str, Any]:
    base = data.get("extends")
    return {**_extended(raw[base], raw), **data} if base else data


def make_profile(data: dict[str, Any]) -> Profile:
    """Make a profile of what its file says, its patterns not yet tried; raises `KeyError`, `TypeError` or `ValueError`."""
    return Profile(
        name=data["name"],
        priority=int(data["priority"]),
        threshold=int(data["threshold"]),
        evidence=tuple(Weighted(regex(one["pattern"]), int(one["weight"])) for one in data["evidence"]),
        markers=data["markers"],
        heading_marks=data["heading_marks"],
        heading_words=regex(data["heading_words"]),
        forms=tuple(data["forms"]),
        honorifics=tuple(data["honorifics"]),
        roles=_roles(data["roles"]),
        sections=tuple(Named(one["kind"], regex(one["pattern"])) for one in data["sections"]),
        agenda=_agenda(data["agenda"]),
        remarks=tuple((AttendanceStatus(one["status"]), regex(one["pattern"])) for one in data["remarks"]),
        stages=regex(data["stages"]),
        times=_times(data["times"]),
        movements=_movements(data["movements"], data["times"].get("clock", _CLOCK)),
        headings=regex(data["headings"]),
        top_level=regex(data["top_level"]),
        questions=Questions(**{key: regex(pattern) for key, pattern in data["questions"].items()}),
        debate=regex(data["debate"]),
        signatures=regex(data["signatures"]),
        signers=regex(data["signers"]),
        secret=Secret(**{key: regex(pattern) for key, pattern in data["secret"].items()}),
        template=data["template"],
        plenary=data.get("plenary", PLENARY),
        decisions=_decisions(data["decisions"]),
        ballots=tuple(Named(option, regex(pattern)) for option, pattern in data["ballots"].items()),
        spoken={key: regex(one) for key, one in data["spoken"].items()} if "spoken" in data else None,
        tables=_tables(data["tables"]) if "tables" in data else None,
    )


def _roles(data: dict[str, Any]) -> Roles:
    return Roles(
        presiding=_longest_first(data["presiding"]),
        committee_chairs=tuple(data["committee_chairs"]),
        members=frozenset(data["members"]),
        after_names=_longest_first(data["after_names"]),
        executive=_longest_first(data["executive"]),
        executive_endings=_longest_first(data["executive_endings"]),
        not_roles=regex(data["not_roles"]),
        not_names=regex(data["not_names"]),
        committee_words=regex(data["committee_words"]),
    )


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))


def _agenda(data: dict[str, str]) -> AgendaStyle:
    return AgendaStyle(
        item=regex(data["item"]),
        separators=regex(data["separators"]),
        referral_heading=regex(data["referral_heading"]),
        committees=regex(data["committees"]),
        same_as=regex(data["same_as"]),
    )


def _times(data: dict[str, str]) -> Times:
    words = "|".join(pattern for name, pattern in data.items() if name != "clock")
    clock = data.get("clock", _CLOCK)
    line = rf"^[○◯〇〔\[(【]*(?:{words})?[、:(〔]?(?:[^。]{{0,24}}?[日)])?(?:(?:{clock}),?(?:and)?(?:{words})?、?)+[〕\])】]*。?$"
    opened, closed, recess, resumed = (regex(data[name]) for name in ("opened", "closed", "recess", "resumed"))
    span = _SPAN.replace("{recess}", data["recess"]).replace("{clock}", clock)
    return Times(opened, closed, recess, resumed, regex(line), regex(clock), regex(span))


def _movements(data: dict[str, str], clock: str) -> Movements:
    """Make patterns in which ``{clock}`` stands for a time of day."""
    return Movements(**{name: regex(pattern.replace("{clock}", clock)) for name, pattern in data.items()})


def _tables(data: dict[str, Any]) -> TableWords:
    columns = tuple(Named(name, regex(pattern)) for name, pattern in data["columns"].items())
    return TableWords(columns, {key: regex(pattern) for key, pattern in data.items() if key != "columns"})


def _decisions(data: dict[str, Any]) -> DecisionPhrases:
    return DecisionPhrases(
        methods=tuple(Named(one["method"], regex(one["pattern"])) for one in data["methods"]),
        results=tuple(Named(one["result"], regex(one["pattern"])) for one in data["results"]),
        patterns={key: regex(pattern) for key, pattern in data.items() if isinstance(pattern, str)},
    )
