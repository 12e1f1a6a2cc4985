"""Names of people made comparable. Nothing here is ever shown: a name is shown as printed or as the roster spells it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from council.text.latin_names import is_latin, without_titles
from council.text.patterns import regex
from council.text.variants import VARIANTS

HONORIFICS = ("議員", "委員", "さん", "君", "様", "氏")

_MANY = 1 << 15  # the same few hundred names stand in every list
_LONGEST = 200  # no name is; garbage is not searched
_SPACES = regex(r"[\s\u200b-\u200d\u2060\ufeff]+")
_SELECTORS = regex(r"[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_SUFFIX = regex(rf"(?<=..)(?:{'|'.join(map(re.escape, HONORIFICS))})$", re.DOTALL)


def strip_honorific(name: str) -> str:
    """Return the name without 君, さん, 様, 氏, 議員, 委員 at its end; a Latin one without titles (Councillor).

    Two characters at least remain, so that a name that is itself such a word stays; inner spaces are kept.
    """
    if len(name) > _LONGEST:
        return name
    if is_latin(name):
        return without_titles(name)
    bare = name.strip()
    while (shorter := _without_suffix(bare).strip()) != bare:
        bare = shorter
    return bare


def _without_suffix(name: str) -> str:
    spaceless = _SPACES.sub("", name)
    match = _SUFFIX.search(spaceless)
    if not match:
        return name
    kept = len(spaceless) - len(match[0])
    places = [place for place, character in enumerate(name) if not _SPACES.match(character)]
    return name[: places[kept - 1] + 1]


@lru_cache(maxsize=_MANY)
def comparable_name(name: str) -> str:
    """Return the name as it is compared first: NFC, without any space, without honorifics."""
    spaceless = _SPACES.sub("", unicodedata.normalize("NFC", strip_honorific(name)))
    return unicodedata.normalize("NFC", strip_honorific(spaceless))


@lru_cache(maxsize=_MANY)
def folded_name(name: str) -> str:
    """Return the name as it is compared on a second try: NFKC, variant kanji united, variation selectors removed.

    Two people may share it: a match counts only where it is unique, and it is reported.
    """
    plain = _SELECTORS.sub("", unicodedata.normalize("NFKC", name))
    united = "".join(VARIANTS.get(character, character) for character in plain)
    return unicodedata.normalize("NFKC", comparable_name(united).casefold())
