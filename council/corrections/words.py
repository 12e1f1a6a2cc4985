"""Words of minutes: where the row's place is, and whether it holds 誤 or 正."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from council.corrections.folding import Span
from council.corrections.holding import Held, held_by
from council.corrections.manuscript import Manuscript
from council.diagnostics import Rule
from council.parse.drafts import DraftCorrection
from council.rules import corrections as rules


class Settled(Struct, frozen=True):
    """Where a correction belongs: ``spans`` hold 誤 if it is to be carried out, else 正.

    Without ``spans`` the words are right and stand in several places, or nothing was to stand there.
    """

    place: Span
    spans: tuple[Span, ...]
    carried_out: bool


def settle_words(script: Manuscript, row: DraftCorrection) -> Settled | Rule:
    """Find where a correction of words belongs, or the rule that says why it belongs nowhere.

    The place is looked at from near to far: the words of 場所 themselves, their paragraph, their speech. 誤 outside the
    words of 場所 must stand there once.
    """
    spots = _spots(script, row)
    if not spots:
        return rules.PLACE_NOT_FOUND
    held = held_by(script.text, row.was, row.now)
    for scopes, is_named in _scopes(script, spots, row):
        for one in held:
            found = [(scope, one.within(scope)) for scope in scopes]
            if settled := _settle(found, is_named=is_named):
                return settled
    return rules.OTHER_WORDS if row.now else Settled(spots[0], (), carried_out=False)


def _spots(script: Manuscript, row: DraftCorrection) -> tuple[Span, ...]:
    """Find the place; it may have been written down before the file was put right, or after."""
    written = [row.place]
    written += [row.place.replace(row.was, row.now)] if row.was else []
    written += [row.place.replace(row.now, row.was)] if row.was and row.now else []
    return next((found for words in written if (found := script.find(words))), ())


def _scopes(
    script: Manuscript, spots: tuple[Span, ...], row: DraftCorrection
) -> Iterator[tuple[tuple[Span, ...], bool]]:
    yield spots, True
    yield tuple(dict.fromkeys(script.paragraph(spot) for spot in spots)), False
    if row.now:  # words that were to vanish may stand rightly elsewhere in the speech
        yield tuple(dict.fromkeys(speech for spot in spots if (speech := script.speech(spot)))), False


def _settle(found: list[tuple[Span, Held]], *, is_named: bool) -> Settled | Rule | None:
    wrong = [(scope, held.wrong) for scope, held in found if held.wrong]
    if len(wrong) > 1 or (not is_named and any(len(spans) > 1 for _, spans in wrong)):
        return rules.SEVERAL_PLACES
    if wrong:
        return Settled(*wrong[0], carried_out=True)
    right = [(scope, held.right) for scope, held in found if held.right]
    if not right:
        return None
    is_one = len(right) == 1 and len(right[0][1]) == 1
    return Settled(right[0][0], right[0][1] if is_one else (), carried_out=False)
