"""Filter bars: what a list can be narrowed by. The list is complete without them; a script makes them work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from council.pages.sheet import Sheet


class Choice(Struct, frozen=True):
    """One drop-down list: the name in the address, its label, its values with their words."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


class FilterBar(Struct, frozen=True):
    """A form that narrows the list whose id is ``target``; ``shown`` holds ``{n}`` and ``{total}`` for the script."""

    target: str
    choices: tuple[Choice, ...]
    switches: tuple[tuple[str, str], ...]
    shown: str


def choice(sheet: Sheet, name: str, pairs: Iterable[tuple[str, str]]) -> Choice:
    """Make a drop-down list of the values that occur, each once, in the order they occur."""
    options = {value: words for value, words in pairs if value}
    return Choice(name, sheet.t(f"filter.{name}"), tuple(options.items()))


def filter_bar(  # noqa: PLR0913 - what a bar is made of
    sheet: Sheet,
    target: str,
    choices: Sequence[Choice],
    switches: Sequence[str] = (),
    shown: str = "filter.shown",
    *,
    least: int = 2,
) -> FilterBar:
    """Make a bar of the drop-down lists with at least so many values: one is a choice where rows may have none."""
    return FilterBar(
        target,
        tuple(one for one in choices if len(one.options) >= least),
        tuple((name, sheet.t(f"filter.{name}")) for name in switches),
        sheet.t(shown, n="{n}", total="{total}"),
    )
