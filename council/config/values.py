"""What each setting may say, as functions from its text to its value."""

from __future__ import annotations

import re
import zoneinfo
from types import MappingProxyType

from council.config.settings import RefusedError
from council.model.votes import Option
from council.read.documents import YamlNode, YamlScalar
from council.rules import configuration as rules
from council.text.numerals import any_number
from council.text.patterns import regex

LANGUAGES = ("ja", "en")
OFFICES = ("libreoffice", "word")
MAX_SEATS = 1000

# The columns of a vote table (contract §2.2) by their first names; the values are the names used everywhere else.
VOTE_COLUMNS = MappingProxyType(
    {
        "議案番号": "number",
        "件名": "title",
        "提出者": "proposer",
        "付託委員会": "referred_to",
        "議決日": "date",
        "採決方法": "method",
        "結果": "result",
        "会議": "meeting",
        "議員名": "member",
        "賛否": "vote",
        "備考": "note",
    }
)
# What a symbol may mean. A bare YAML yes/no/true/false comes here as it was written.
VOTE_OPTIONS = MappingProxyType(
    {option.value: option for option in Option}
    | {"true": Option.YES, "false": Option.NO, "not_voting": Option.NOT_VOTING, "not-voting": Option.NOT_VOTING}
    | {"賛成": Option.YES, "反対": Option.NO, "棄権": Option.ABSTAIN, "欠席": Option.ABSENT}
    | {"退席": Option.NOT_VOTING, "除斥": Option.EXCUSED, "その他": Option.OTHER}
)
_PLACEHOLDER = regex(r"\{([^{}]*)\}")
_WEB = regex(r"https?://[^\s/?#<>\"'\\]+[^\s<>\"\\]*", re.IGNORECASE)


def plain(node: YamlNode | None) -> str:
    """Return a text that MkDocs reads for itself, empty where it is none (a tag such as !ENV is not followed)."""
    return " ".join(node.text.split()) if isinstance(node, YamlScalar) else ""


def web_address(text: str) -> str:
    """Return an http(s) address as it is, anything else as empty."""
    return text if _WEB.fullmatch(text) else ""


def language(text: str) -> str:
    """Return ja or en (C105)."""
    if text.lower() not in LANGUAGES:
        raise RefusedError(rules.UNKNOWN_LANGUAGE, text=text)
    return text.lower()


def office(text: str) -> str:
    """Return libreoffice or word (C111)."""
    if text.lower() not in OFFICES:
        raise RefusedError(rules.UNKNOWN_OFFICE, text=text)
    return text.lower()


def timezone(text: str) -> str:
    """Return the name of an existing time zone (C106)."""
    try:
        return zoneinfo.ZoneInfo(text).key
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise RefusedError(rules.UNKNOWN_TIMEZONE, text=text) from error


def seats(text: str) -> int | None:
    """Return the number of seats, digits of any width (C107)."""
    try:
        number = any_number(text.removesuffix("人").removesuffix("名").strip())
    except ValueError:
        number = 0
    if not 0 < number <= MAX_SEATS:
        raise RefusedError(rules.BAD_SEATS, text=text)
    return number


def vote_column(text: str) -> str:
    """Return a column's English name, given that or the Japanese one (C108)."""
    known = {**VOTE_COLUMNS, **{name: name for name in VOTE_COLUMNS.values()}}
    if text.lower() not in known:
        raise RefusedError(rules.UNKNOWN_VOTE_COLUMN, text=text, known=", ".join(VOTE_COLUMNS.values()))
    return known[text.lower()]


def vote_option(text: str) -> Option:
    """Return what a symbol means (C109)."""
    if text.lower() not in VOTE_OPTIONS:
        raise RefusedError(rules.UNKNOWN_OPTION, text=text, known=", ".join(Option))
    return VOTE_OPTIONS[text.lower()]


def video_address(text: str) -> str:
    """Return an address with no placeholders but ``{id}`` and ``{sec}`` (C110)."""
    if not _WEB.fullmatch(_PLACEHOLDER.sub("0", text)) or set(_PLACEHOLDER.findall(text)) - {"id", "sec"}:
        raise RefusedError(rules.BAD_VIDEO_ADDRESS, text=text)
    return text
