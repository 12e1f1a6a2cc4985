"""Bytes to text: BOM, strict UTF-8, strict CP932, and never a guess beyond these (contract §2)."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from msgspec import Struct

from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.rules import files as rules
from council.text.patterns import regex

# Checked in this order; a file with a BOM must be what the BOM says.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
_SHOWN = {"utf-16": "UTF-16", "cp932": "CP932 (Shift_JIS)"}
# Line ends, tabs and the line break inside a cell that Word leaves behind (VT) are text; the rest is not.
_CONTROL = regex(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
_LINE_END = regex(r"\r\n|\r|\n")
_HALF_KANA = regex(r"[\uff61-\uff9f]")
_JAPANESE = regex(r"[\u3000-\u9fff\uff00-\uff60]")


class DecodedText(Struct, frozen=True):
    """A file's text without its BOM; ``encoding`` is utf-8, utf-8-sig, utf-16 or cp932."""

    text: str
    encoding: str


class _BrokenText(Struct, frozen=True):
    """A file that an encoding does not fit, and the text before the byte at which it breaks."""

    before: str
    size: int


def line_after(before: str, name: str) -> Location:
    """Return the line of what follows ``before``, the beginning of a text."""
    return Location(name, line=len(_LINE_END.findall(before)) + 1)


def decode(
    data: bytes, name: str, place_after: Callable[[str, str], Location] = line_after
) -> Outcome[DecodedText | None]:
    """Turn a file's bytes into text; ``place_after`` says where in the file the text after a beginning stands.

    Findings: R101 (no encoding fits, at the place where it breaks), R107 (read as UTF-16 or CP932, a note),
    R109 (data that is no text).
    """
    decoded = _decoded(data)
    if isinstance(decoded, _BrokenText):
        return Outcome(None, (finding(rules.UNDECODABLE, place_after(decoded.before, name)),))
    if control := _CONTROL.search(decoded.text):
        place = place_after(decoded.text[: control.start()], name)
        return Outcome(None, (finding(rules.CONTROL_CHARACTER, place, code=f"U+{ord(control[0]):04X}"),))
    return Outcome(decoded, _note(decoded.encoding, name))


def looks_damaged(text: str) -> bool:
    """Say whether a name or a symbol lost characters when it was saved: ``?`` or U+FFFD stands in it."""
    return "?" in text or "\ufffd" in text


def _note(encoding: str, name: str) -> tuple[Finding, ...]:
    shown = _SHOWN.get(encoding)
    return (finding(rules.ENCODING_USED, Location(name), encoding=shown),) if shown else ()


def _decoded(data: bytes) -> DecodedText | _BrokenText:
    for bom, codec, label in _BOMS:
        if data.startswith(bom):
            return _strictly(data[len(bom) :], codec, label)
    utf8 = _strictly(data, "utf-8", "utf-8")
    if isinstance(utf8, DecodedText) or _is_torn_utf8(data):
        return utf8
    cp932 = _strictly(data, "cp932", "cp932")
    if isinstance(cp932, DecodedText):
        return _BrokenText("", 0) if _is_euc(data, cp932.text) else cp932
    return max(utf8, cp932, key=lambda broken: broken.size)


def _strictly(data: bytes, codec: str, label: str) -> DecodedText | _BrokenText:
    try:
        # A second BOM and the end mark of old DOS programs are no text.
        return DecodedText(data.decode(codec).lstrip("\ufeff").rstrip("\x1a"), label)
    except UnicodeDecodeError as error:
        return _BrokenText(data[: error.start].decode(codec, "replace"), error.start)


def _is_torn_utf8(data: bytes) -> bool:
    """Say whether the file is UTF-8 in which some bytes are broken: CP932 would read it as other kanji."""
    text = data.decode("utf-8", errors="replace")
    return len(_JAPANESE.findall(text)) > text.count("\ufffd")


def _is_euc(data: bytes, as_cp932: str) -> bool:
    """Say whether the file is EUC-JP, which CP932 reads as half-width kana without complaint."""
    beyond = sum(not character.isascii() for character in as_cp932)
    if 2 * len(_HALF_KANA.findall(as_cp932)) <= beyond:
        return False
    try:
        text = data.decode("euc_jp")
    except UnicodeDecodeError:
        return False
    return bool(_JAPANESE.search(text))
