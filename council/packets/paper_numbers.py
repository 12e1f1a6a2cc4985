"""資料番号: the numbers that papers bear, in order of the agenda, and kept once they were handed out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from council.model.handouts import PageNumber


def paper_numbers(
    papers: Iterable[tuple[int, PageNumber | None]], handed_out: Iterable[PageNumber]
) -> tuple[PageNumber, ...]:
    """Return the papers' numbers; each paper is given by its item and by the number it was handed out with.

    A paper that came later has a branch of the one before it at its item (2-2); the first paper of an item that had
    none has the next number that was never used.
    """
    used = [*handed_out]
    branches = bool(used)
    numbers: list[PageNumber] = []
    last = -1
    for item, known in papers:
        before = numbers[-1] if branches and numbers and item == last else None
        number = known if known and known not in numbers else _next(before, used)
        numbers.append(number)
        used.append(number)
        last = item
    return tuple(numbers)


def _next(before: PageNumber | None, used: Sequence[PageNumber]) -> PageNumber:
    """Return a number that was not used: a branch of the one before, else the next of all."""
    if before is None:
        return PageNumber(1 + max((one.base for one in used), default=0))
    return PageNumber(before.base, max(2, 1 + max(one.branch for one in used if one.base == before.base)))
