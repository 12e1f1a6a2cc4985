"""Names in Latin letters: the name without offices and titles, and its slug."""

from __future__ import annotations

import re
import unicodedata

# Words that tell an office or a courtesy, never a part of a name here.
TITLES = frozenset(
    """the his her worship mayor mayors councillor councilor councillors councilmember councilman councilwoman council
    member alderman alderwoman speaker deputy acting pro tem chair chairman chairwoman chairperson vice president mr mrs
    ms miss mx dr hon honourable honorable rev sir dame commissioner supervisor trustee reeve warden""".split()
)

_PARTICLES = frozenset(
    "de da do dos das di del della der den du van von vander la le y e zu ter ten bin ibn al el af av and".split()
)


def without_titles(name: str) -> str:
    """Return the name alone: ``His Worship Mayor Bowman`` → ``Bowman``; the name itself if nothing would remain."""
    words = re.findall(r"[^\s,]+", name)
    kept = [word for word in words if word.strip(".").lower() not in TITLES]
    return " ".join(kept or words)


def is_latin(name: str) -> bool:
    """Say whether a name is written in Latin letters."""
    letters = [character for character in name if character.isalpha()]
    return bool(letters) and all("LATIN" in unicodedata.name(character, "") for character in letters)


def is_latin_name(text: str) -> bool:
    """Say whether a text reads like a name in Latin letters: no word begins small but 'de', 'van' and their like."""
    words = [word for word in re.findall(r"[^\s,]+", text) if word[0].isalpha()]
    return not any(
        word[0].islower() and word.lower() not in _PARTICLES and word.lower() not in TITLES for word in words
    )


def slug(text: str) -> str:
    """Return lower-case ASCII words joined by hyphens: ``O'Neill, Jr.`` → ``oneill-jr``."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", plain)).strip("-")
