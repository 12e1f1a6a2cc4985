"""How well the names of a decision are founded: two sources of their own (照合済), or one (単独典拠)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from council.model.votes import VoteEvent
from council.pages.decisions import source_words
from council.pages.sheet import Link, Sheet

_EXPLAINED = "about.html#term-"


class Confirmation(Struct, frozen=True):
    """What is said of one decision: the word with its explanation's address, the sentence, the second sources."""

    word: Link
    said: str
    sources: tuple[str, ...]


class ConfirmedCount(Struct, frozen=True):
    """How many decisions have two sources or one: the word with its explanation's address, the number."""

    word: Link
    number: str


def confirmation(sheet: Sheet, decision: VoteEvent) -> Confirmation | None:
    """Return how well the names of a decision are founded; none where there are no names."""
    if not decision.votes:
        return None
    sources = tuple(source_words(sheet, source) for source in decision.confirmed_by)
    return Confirmation(_word(sheet, decision.is_confirmed), sheet.t(_sentence(decision)), sources)


def _sentence(decision: VoteEvent) -> str:
    if not decision.is_confirmed:
        return "confirm.single_said"
    keyed_again = any("¶" not in source for source in decision.confirmed_by)
    return "confirm.again_said" if keyed_again else "confirm.minutes_said"


def confirmed_counts(sheet: Sheet, decisions: Iterable[VoteEvent]) -> tuple[ConfirmedCount, ...]:
    """Return how many decisions with names have two sources and how many have one; a sort that is missing is left out."""
    return counts_in_words(sheet, Counter(decision.is_confirmed for decision in decisions if decision.votes))


def counts_in_words(sheet: Sheet, numbers: Mapping[bool, int]) -> tuple[ConfirmedCount, ...]:
    """Return how many have two sources (True) and how many have one (False) in words; none of a sort is left out."""
    return tuple(
        ConfirmedCount(_word(sheet, sort), sheet.t("confirm.decisions", n=numbers[sort]))
        for sort in (True, False)
        if numbers.get(sort)
    )


def _word(sheet: Sheet, is_confirmed: bool) -> Link:  # noqa: FBT001 - the fact itself
    name = "confirmed" if is_confirmed else "single"
    return sheet.link(f"{_EXPLAINED}{name}", sheet.t(f"confirm.{name}"))
