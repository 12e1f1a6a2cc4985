"""Japanese text in bytes that all look like ASCII: ISO-2022-JP, as mail has it, and UTF-7."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator

from council.text.patterns import regex

_TO_KANJI = b"\x1b$"
_JAPANESE = "iso2022_jp_3"
# A stretch of UTF-7 is base64 between + and -, at least two characters of UTF-16 here.
_STRETCH = regex(rb"\+([A-Za-z0-9+/]{6,})-?")
_FIRST_WIDE = "\u2e80"


def seven_bit_texts(data: bytes) -> Iterator[str]:
    """Yield what bytes say besides their ASCII, if they say anything."""
    if _TO_KANJI in data:
        yield data.decode(_JAPANESE, "ignore")
    if b"+" in data and any(max(_said(match), default="") >= _FIRST_WIDE for match in _STRETCH.finditer(data)):
        yield _STRETCH.sub(lambda match: _said(match).encode("utf-8", "ignore"), data).decode("utf-8", "ignore")


def _said(match: re.Match[bytes]) -> str:
    coded = match[1]
    try:
        plain = binascii.a2b_base64(coded[: len(coded) - (len(coded) % 4 == 1)] + b"=" * (-len(coded) % 4))
    except binascii.Error:
        return ""
    return plain[: len(plain) // 2 * 2].decode("utf-16-be", "ignore")
