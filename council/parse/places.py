"""What the folders in a path say: who may read a file, which papers are below 資料, which day a folder names."""

from __future__ import annotations

import unicodedata

from council.model.events import Audience

MEMBERS_ONLY = frozenset({"議員限定", "members"})
EVERYONE = frozenset({"公開", "public"})
PAPERS = frozenset({"資料", "materials"})


def plain(part: str) -> str:
    """Return a folder's name as it is compared: NFKC, lower case, without spaces around it."""
    return unicodedata.normalize("NFKC", part).strip().casefold()


def restricts(part: str) -> bool:
    """Say whether a folder of this name is for members only."""
    return plain(part) in MEMBERS_ONLY


def audience(folders: tuple[str, ...]) -> Audience:
    """Return who may read minutes: members only if any folder in the path says so."""
    return Audience.MEMBERS if _any(folders, MEMBERS_ONLY) else Audience.PUBLIC


def below_papers(folders: tuple[str, ...]) -> int | None:
    """Return how many folders lead to below 資料 (materials), None for a file that does not lie below one."""
    return next((place for place, part in enumerate(folders, start=1) if plain(part) in PAPERS), None)


def paper_audience(folders: tuple[str, ...], below: int) -> Audience | None:
    """Return who may read a paper; None if neither 公開 nor 議員限定 says it. Both in one path: members."""
    if _any(folders, MEMBERS_ONLY):
        return Audience.MEMBERS
    return Audience.PUBLIC if _any(folders[below:], EVERYONE) else None


def session_part(folders: tuple[str, ...]) -> tuple[str, ...]:
    """Return the folders that may name the session: all but 資料, 公開 and 議員限定."""
    return tuple(part for part in folders if plain(part) not in MEMBERS_ONLY | EVERYONE | PAPERS)


def _any(folders: tuple[str, ...], words: frozenset[str]) -> bool:
    return any(plain(part) in words for part in folders)
