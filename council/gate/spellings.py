"""The ways in which a text may be spelt out: mark-up, entities, escapes, percent signs, base64, hexadecimal."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from council.text.patterns import regex

_TAG = regex(r"(<[^<>]*>)")
_READING = regex(r"<r[tp]\b[^<>]*>[^<>]*(?:</r[tp]>)?")
_ESCAPE = regex(
    r"(?P<utf16>(?:\\u[0-9a-fA-F]{4})+)|\\(?:u\{(?P<braced>[0-9a-fA-F]{1,6})\}|x(?P<two>[0-9a-fA-F]{2})"
    r"|(?P<css>[0-9a-fA-F]{4,6})[ ]?|(?P<one>.))",
    re.DOTALL,
)
_BREAKS = frozenset("nrtbfv")
_PERCENT = regex(r"%[0-9a-fA-F]{2}")
_CODED = regex(r"[A-Za-z0-9+/_-]{24,}")
_STANDARD_CODED = regex(r"[A-Za-z0-9+/]{24,}")
_HEX = regex(r"[0-9a-fA-F]+")
_ROUNDS = 3
_LAST_CHARACTER = 0x10FFFF
_KNOWN = 1 << 15


class Speller:
    """Spells texts out; mark-up that it has seen before is passed over, as every page has the same frame."""

    def __init__(self) -> None:
        """Begin with no mark-up seen."""
        self._seen: set[str] = set()

    def spellings(self, text: str) -> Iterator[str]:
        """Yield everything that a text says, with mark-up apart: what stands between tags is joined."""
        for part in self._parts(text):
            yield from self._plain(part, _ROUNDS)

    def _parts(self, text: str) -> Iterator[str]:
        if "<" not in text:
            yield text
            return
        pieces = _TAG.split(text)
        yield "".join(pieces[::2])
        if "<rt" in text or "<rp" in text:
            yield _TAG.sub("", _READING.sub("", text))
        tags = set(pieces[1::2]) - self._seen
        if len(self._seen) < _KNOWN:
            self._seen |= tags
        if tags:
            yield "\n".join(sorted(tags))

    def _plain(self, part: str, rounds: int) -> Iterator[str]:
        decoded = _decoded(part)
        yield decoded
        if decoded != part and rounds:
            for again in self._parts(decoded):
                if again != decoded or _is_escaped(again):
                    yield from self._plain(again, rounds - 1)


def coded(text: str) -> Iterator[bytes]:
    """Yield the bytes that stand in a text as hexadecimal digits, base64, or base64 as addresses have it."""
    for match in _CODED.finditer(text):
        run = match[0]
        yield from map(_bytes_of, _STANDARD_CODED.findall(run))
        if not _STANDARD_CODED.fullmatch(run):
            yield _bytes_of(run)


def _bytes_of(run: str) -> bytes:
    if _HEX.fullmatch(run):
        return bytes.fromhex(run[: len(run) // 2 * 2])
    whole = run[: len(run) - (len(run) % 4 == 1)]
    return base64.b64decode(whole.translate(_STANDARD) + "=" * (-len(whole) % 4))


_STANDARD = str.maketrans("-_", "+/")


def _is_escaped(text: str) -> bool:
    return "&" in text or "\\" in text or bool(_PERCENT.search(text))


def _decoded(text: str) -> str:
    if "\\" in text:
        text = _ESCAPE.sub(_character, text)
    if "&" in text:
        text = html.unescape(text)
    if "%" in text and _PERCENT.search(text):
        text = _unquoted(text)
    return text


def _unquoted(text: str) -> str:
    plain = unquote(text)
    return plain + "\n" + unquote(text, "cp932", "ignore") if "\ufffd" in plain else plain


def _character(match: re.Match[str]) -> str:
    if match["utf16"]:
        return bytes.fromhex(match["utf16"].replace("\\u", "")).decode("utf-16-be", "replace")
    code = match["braced"] or match["two"] or match["css"]
    if code:
        number = int(code, 16)
        return chr(number) if number <= _LAST_CHARACTER else ""
    return " " if match["one"] in _BREAKS else match["one"]
