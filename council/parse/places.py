"""What the folders in a path say: who may read a file, which papers are below 資料, which day a folder names."""

from __future__ import annotations

import unicodedata

from council.model.events import Audience
from council.parse.session_names import parse_session_name
from council.text.patterns import regex

MEMBERS_ONLY = frozenset({"議員限定", "members"})
EVERYONE = frozenset({"公開", "public"})
PAPERS = frozenset({"資料", "materials"})
# Whoever names a folder so means it for members; published by mistake it could not be taken back.
_NEARLY = regex(r"議員限定|秘密会|非公開|未公開|(?<![a-z0-9])members(?![a-z0-9])")


def plain(part: str) -> str:
    """Return a folder's name as it is compared: NFKC, lower case, without spaces around it."""
    return unicodedata.normalize("NFKC", part).strip().casefold()


def restricts(part: str) -> bool:
    """Say whether a folder of this name is for members only, be it called 議員限定 or nearly so."""
    return plain(part) in MEMBERS_ONLY or nearly_restricts(part)


def nearly_restricts(part: str) -> bool:
    """Say whether a folder's name only holds a word that means members only: 議員限定（秘密会）, 非公開, members only."""
    name = plain(part)
    return name not in MEMBERS_ONLY and _NEARLY.search(name) is not None


def audience(folders: tuple[str, ...]) -> Audience:
    """Return who may read minutes: members only if any folder in the path says so."""
    return Audience.MEMBERS if any(map(restricts, folders)) else Audience.PUBLIC


def below_papers(folders: tuple[str, ...]) -> int | None:
    """Return how many folders lead to below 資料 (materials), None for a file that does not lie below one."""
    return next((place for place, part in enumerate(folders, start=1) if plain(part) in PAPERS), None)


def paper_audience(folders: tuple[str, ...], below: int) -> Audience | None:
    """Return who may read a paper; None if neither 公開 nor 議員限定 says it. Both in one path: members.

    Below 資料 a folder that is only nearly called 議員限定 says nothing, so that its papers stay unpublished.
    """
    if _any(folders, MEMBERS_ONLY) or any(map(nearly_restricts, folders[:below])):
        return Audience.MEMBERS
    if any(map(nearly_restricts, folders[below:])):
        return None
    return Audience.PUBLIC if _any(folders[below:], EVERYONE) else None


def session_part(folders: tuple[str, ...]) -> tuple[str, ...]:
    """Return the folders that may name the session: all but 資料, 公開, 議員限定 and what is nearly called so."""
    return tuple(part for part in folders if not _says_who_reads(part))


def _says_who_reads(part: str) -> bool:
    if nearly_restricts(part):
        return parse_session_name(part) is None  # 令和8年第1回定例会（非公開） names its session as well
    return plain(part) in MEMBERS_ONLY | EVERYONE | PAPERS


def _any(folders: tuple[str, ...], words: frozenset[str]) -> bool:
    return any(plain(part) in words for part in folders)
