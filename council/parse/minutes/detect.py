"""Which layout a document has: every profile is tried, its evidence weighed and reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from council.parse.minutes.labels import read_label
from council.parse.minutes.lines import Line
from council.parse.minutes.motions import first_motion
from council.parse.minutes.names import KnownNames
from council.parse.minutes.profile import Profile
from council.parse.minutes.titles import flat_lines

_MOST = 20
_SHOWN = 40


class Detected(Struct, frozen=True):
    """A profile with what spoke for it: ``¶3 2.出席議員は次のとおりである(22名)``."""

    profile: Profile
    score: int
    evidence: tuple[str, ...]


def detect(lines: Sequence[Line], profiles: Iterable[Profile]) -> Detected | None:
    """Return the profile with the most evidence, or None if none reaches its threshold or nothing is dealt with."""
    weighed = [weigh(lines, profile, least=profile.threshold) for profile in profiles]
    fit = [
        one
        for one in weighed
        if one.score >= one.profile.threshold and (one.profile.tables or _deals(lines, one.profile))
    ]
    return max(fit, key=lambda one: (one.profile.priority, one.score), default=None)


def weigh(lines: Sequence[Line], profile: Profile, *, least: int = 0) -> Detected:
    """Sum the weights of a profile's signs, each counted once, and of its labels; these only if ``least`` is in reach."""
    lines = tuple(flat_lines(lines)) if profile.tables else lines
    score = 0
    evidence: list[str] = []
    for sign in profile.evidence:
        search = sign.pattern.search
        line = next((line for line in lines if search(line.squeezed)), None)
        if line:
            score += sign.weight
            evidence.append(f"¶{line.block.number} {' '.join(line.text.split())[:_SHOWN]}")
    label = None if evidence or profile.tables or score + 1 < least else first_label(lines, profile)
    if label:
        score += 1
        evidence.append(f"¶{label.block.number} {' '.join(label.text.split())[:_SHOWN]}")
    return Detected(profile, score, tuple(dict.fromkeys(evidence))[:_MOST])


def first_label(lines: Sequence[Line], profile: Profile) -> Line | None:
    """Return the first line that a profile reads as a label."""
    return next((line for line in lines if line.squeezed and read_label(line.text, profile, KnownNames())), None)


def _deals(lines: Sequence[Line], profile: Profile) -> bool:
    """Say whether somebody speaks or, in English minutes, something is moved and voted on."""
    return first_label(lines, profile) is not None or first_motion(lines, profile.spoken or {}) is not None
