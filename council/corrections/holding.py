"""Whether a place holds 誤 or 正: what the contract asks before a correction is carried out or shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from council.corrections.folding import Folded, Span, find_exactly, fold, folded

Find = Callable[[str], tuple[Span, ...]]


class Held(Struct, frozen=True):
    """Where a text holds 誤; where it holds 正, if it nowhere holds 誤."""

    wrong: tuple[Span, ...] = ()
    right: tuple[Span, ...] = ()

    def within(self, scope: Span) -> Held:
        """Return what lies within a stretch."""
        return Held(_within(self.wrong, scope), _within(self.right, scope))


def held_by(text: str, was: str, now: str) -> tuple[Held, ...]:
    """Return what a text holds as it is printed, then in another width or spacing.

    誤 that is part of 正 (議員 in 市議員) is not wrong any more; 5人 is not held by 15人. Where the two differ only in
    width or form, only the printed form counts.
    """
    exact = _held(text, was, now, lambda words: find_exactly(text, words))
    if fold(was) == fold(now):
        return (exact,)
    compared: Folded = folded(text)
    return (exact, _held(text, was, now, compared.find))


def _held(text: str, was: str, now: str, find: Find) -> Held:
    wrong = [span for span in find(was) if not _splits_number(text, span)]
    right = [span for span in find(now) if not _splits_number(text, span)]
    longer = [span for span in right if len(fold(now)) > len(fold(was))]
    wrong = [span for span in wrong if not any(other.holds(span) for other in longer)]
    right = [span for span in right if not any(other.holds(span) for other in wrong)]
    return Held(tuple(wrong), tuple(right))


def _splits_number(text: str, span: Span) -> bool:
    return _within_number(text, span.start) or _within_number(text, span.end)


def _within_number(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isdigit() and text[place].isdigit()


def _within(spans: Iterable[Span], scope: Span) -> tuple[Span, ...]:
    return tuple(span for span in spans if scope.holds(span))
