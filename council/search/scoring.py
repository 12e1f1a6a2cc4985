"""How well a text fits: how often the words stand in it, against its length. The browser reckons the same doubles."""

from __future__ import annotations

from collections.abc import Iterable

RANKED = 300
"""Hits that are put in the order of their score, the newest ones; older ones follow by date."""

_SATURATION, _SHORT, _LONG, _USUAL = 1.2, 0.25, 0.75, 400


def score(counts: Iterable[int], length: int) -> float:
    """Return the sum over the positive groups; ``length`` is that of the folded text in code points."""
    allowance = _SATURATION * (_SHORT + _LONG * length / _USUAL)
    total = 0.0
    for count in counts:
        total += count / (count + allowance)
    return total
