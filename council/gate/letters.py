"""Text as it is compared: letters and digits alone, one form of each, so that neither mark-up nor width hides words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from council.gate.old_forms import OLD_FORMS
from council.text.patterns import regex

_OTHERS = regex(r"[\W_]+")
_ASCII_OTHERS = bytes(code for code in range(128) if not chr(code).isalnum())
_OLD = str.maketrans(dict(OLD_FORMS))


def _kanji_but_old_forms() -> str:
    """Return the ranges of common kanji without the old forms, as a regular expression has them."""
    edges = ["\u3400"]
    for old in sorted(old for old in OLD_FORMS if "\u3400" < old <= "\u9fff"):
        edges += [chr(ord(old) - 1), chr(ord(old) + 1)]
    edges.append("\u9fff")
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return "".join(f"{first}-{last}" for first, last in pairs if first <= last)


# ASCII letters, kana and common kanji are as they are compared; only stretches of anything else are looked at.
_OTHER_FORMS = regex(f"[^0-9A-Za-z\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc{_kanji_but_old_forms()}]+")
_APART = regex("[\u3099\u309a]")  # the voicing mark as a character of its own, as a Mac writes file names
# Words of Latin script run on over spaces; digits, punctuation and every other space end a run.
_RUN = regex(r"[^\W\d_]+(?:(?<=[a-z])[ '\u2019-]+(?=[a-z])[^\W\d_]+)*")
_SENTENCE_END = regex(r"[。．！？!?\r\n\t]+|\.(?=\s|$)")
_DOT = "\u0307"  # what is left of İ in lower case
_HIRAGANA = regex("[\u3041-\u3096\u30fc]")
_FIRST_WIDE = "\u2e80"  # kanji, kana and all that says as much with one character


def letters(text: str) -> str:
    """Return the text's letters and digits in NFKC, lower case and one form of each kanji, without signs and spaces."""
    joined = unicodedata.normalize("NFC", text) if _APART.search(text) else text
    bare = joined.encode("utf-8", "surrogatepass").translate(None, _ASCII_OTHERS).decode("utf-8", "surrogatepass")
    if not bare.isascii():
        bare = _OTHER_FORMS.sub(lambda match: _plain(match[0]), bare)
    return bare.lower().replace(_DOT, "")


@lru_cache(maxsize=1 << 16)
def _plain(text: str) -> str:
    return _OTHERS.sub("", unicodedata.normalize("NFKC", text)).translate(_OLD)


def same_forms(text: str) -> str:
    """Return a text with each kanji in the form by which it is compared."""
    return text.translate(_OLD) if not text.isascii() else text


def runs(text: str) -> list[str]:
    """Return the stretches of letters that no digit, punctuation or space interrupts, as `letters` would have them.

    What a page puts together out of parts (a date, a number, a name behind an office) crosses such places; what was
    said or written does not need to.
    """
    plain = unicodedata.normalize("NFKC", text).lower()
    return [letters(found) for found in _RUN.findall(plain)]


def sentences(text: str) -> Iterator[str]:
    """Yield each whole sentence (a title, a cell) as `letters` would have it."""
    return (bare for part in _SENTENCE_END.split(text) if (bare := letters(part)))


def is_wide(run: str) -> bool:
    """Say whether kanji or kana stand in it."""
    return any(character >= _FIRST_WIDE for character in run)


def weight(run: str) -> int:
    """Return how much a run tells: a kanji or kana counts 2, anything else 1."""
    return len(run) + sum(character >= _FIRST_WIDE for character in run)


def telling_weight(run: str) -> int:
    """Return the weight without hiragana, which all sentences share."""
    return weight(_HIRAGANA.sub("", run))
