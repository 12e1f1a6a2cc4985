"""Addresses as inputs give them: http and https, nothing else."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from council.text.patterns import regex

_WEB = regex(r"https?://[^\s/?#<>\"'\\]+[^\s<>\"\\]*", re.IGNORECASE)
_SPAN = regex(r"(?:(?P<hours>[0-9]+)h)?(?:(?P<minutes>[0-9]+)m)?(?:(?P<seconds>[0-9]+)s?)?", re.IGNORECASE)
_START_KEYS = ("t", "start", "time_continue")


def web_address(text: str) -> str:
    """Return an http(s) address with a host as it is, anything else as empty."""
    if not _WEB.fullmatch(text):
        return ""
    try:
        return text if urlsplit(text).hostname else ""
    except ValueError:
        return ""


def start_in(url: str) -> int | None:
    """Return the seconds at which an address begins to play: ``?t=3753``, ``&t=1h2m3s``, ``#t=90``."""
    parts = urlsplit(url)
    for key, value in (*parse_qsl(parts.query), *parse_qsl(parts.fragment)):
        if key in _START_KEYS and (seconds := span_in_seconds(value)) is not None:
            return seconds
    return None


def span_in_seconds(text: str) -> int | None:
    """Return the seconds of ``1h2m3s``, ``90s`` or ``90``."""
    match = _SPAN.fullmatch(text)
    if not match or not text:
        return None
    return sum(int(match[name] or 0) * factor for name, factor in (("hours", 3600), ("minutes", 60), ("seconds", 1)))
