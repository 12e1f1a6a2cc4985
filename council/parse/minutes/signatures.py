"""Who signed: the names at the end of the minutes, with the office each signs in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from council.parse.minutes.columns import unpadded
from council.parse.minutes.lines import Line, squeeze
from council.parse.minutes.names import looks_like_name
from council.parse.minutes.profile import Profile
from council.parse.minutes.titles import flat_lines
from council.text.names import strip_honorific
from council.text.patterns import regex

_GAP = regex(r"[ \t\u3000]+")
_SEAL = regex(r"[ \t\u3000]*(?:[㊞印]|[(（]?(?:署名|自署|押印)[)）]?)$")
_DITTO = ("同", "〃", "仝")


def read_signatures(lines: Iterable[Line], profile: Profile) -> tuple[str, ...]:
    """Return ``議長 山田太郎`` … in order; 同 repeats the office above."""
    signatures: list[str] = []
    office = ""
    for line in flat_lines(lines):
        signed = _signed(line.text, profile)
        if signed:
            office = office if signed[0] in _DITTO and office else signed[0]
            signatures.append(f"{office} {signed[1]}")
    return tuple(signatures)


def _signed(text: str, profile: Profile) -> tuple[str, str] | None:
    tokens = [token for token in _GAP.split(_SEAL.sub("", text).strip()) if token]
    for count in range(min(len(tokens) - 1, 8), 0, -1):
        office = squeeze("".join(tokens[:count]))
        match = re.search(rf"(?:{profile.signers.pattern})$", office)
        seat = re.fullmatch(r"[0-9]{1,3}番", office)
        name = unpadded(strip_honorific(" ".join(tokens[count:])))
        if (match or seat) and len(office) <= 20 and looks_like_name(squeeze(name)) and len(squeeze(name)) <= 8:  # noqa: PLR2004 - a name, not a sentence
            return office, name
    return None
