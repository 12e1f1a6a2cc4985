"""Words that tell where they come from though they are short: numbers, amounts, and codes of letters and digits."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from council.text.patterns import regex

TOKEN = 8  # characters of a code, digits of a number
LONGEST = 200  # of what is found as a whole; nothing that anybody writes as one word is longer
_CODE = regex(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_NUMBER = regex(r"(?<![a-z0-9.,])[0-9](?:[0-9,-]*[0-9])?(?![a-z0-9])")
_AMOUNT = regex(r"[0-9][0-9,]*(?:[千百万億兆][0-9][0-9,]*)+[千百万億兆]?円?")
_SIGNIFICANT = 6  # digits of an amount that nobody meets by chance
_DATE = regex(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:[0-9]{4}(?:[0-9]{2})?)?")
_JOINED = str.maketrans("", "", "-_,")


def tokens(text: str) -> Iterator[str]:
    """Yield the codes, numbers and amounts of a text as `letters` would have them."""
    plain = unicodedata.normalize("NFKC", text).lower()
    if not any(map(str.isdigit, plain)):
        return
    for pattern, tells in ((_CODE, _is_code), (_NUMBER, _is_telling), (_AMOUNT, _is_exact)):
        for match in pattern.finditer(plain):
            joined = match[0].translate(_JOINED)
            if TOKEN <= len(joined) <= LONGEST and tells(joined):
                yield joined


def is_number(token: str) -> bool:
    """Say whether a token begins or ends with a number, of which a part would be another one."""
    return not token.isascii() or token.isdigit()


def _is_code(joined: str) -> bool:
    return not joined.isdigit() and not joined.isalpha()


def _is_telling(joined: str) -> bool:
    """Say whether a number is neither a day nor a round one."""
    return not _DATE.fullmatch(joined) and len(joined.rstrip("0")) >= _SIGNIFICANT


def _is_exact(joined: str) -> bool:
    digits = "".join(character for character in joined if character.isdigit())
    return len(digits.rstrip("0")) >= _SIGNIFICANT
