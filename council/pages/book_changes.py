"""What changed in a packet since it was handed out first, and when, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from council.model.handouts import Handout, Move, PageNumber, runs_of
from council.packets.book import Change, Retired
from council.packets.numbering import Numbered, Numbering, successors
from council.pages.dates import short_day
from council.pages.sheet import Sheet


class Changes(Struct, frozen=True):
    """Tells of each page how it came to bear its number; ``handouts`` are all revisions in order."""

    sheet: Sheet
    handouts: tuple[Handout, ...]
    numbering: Numbering

    def of(self, number: PageNumber, part: Numbered) -> tuple[Change, str]:
        """Return how a page differs from what was handed out first, and since when in words."""
        first = next((one for one in self.handouts if number in one.numbers), None)
        if not self.handouts or (first and first.revision == self.handouts[0].revision):
            return Change.NONE, ""
        moves = first.moves if first else part.moves
        change = Change.REPLACED if any(now == number for _, now in moves) else Change.ADDED
        return change, self._words(change, first)

    def of_paper(self, part: Numbered) -> Change:
        """Return how a paper differs from what was handed out first."""
        found = {self.of(number, part)[0] for number in part.numbers}
        if found == {Change.ADDED}:
            return Change.ADDED
        return Change.REPLACED if found - {Change.NONE} or part.moves else Change.NONE

    def notes_of(self, part: Numbered) -> tuple[str, ...]:
        """Return what changed of a paper and when, a line for each day."""
        pages: dict[str, list[PageNumber]] = {}
        for number in part.numbers:
            if words := self.of(number, part)[1]:
                pages.setdefault(words, []).append(number)
        return tuple(
            self.sheet.t("book.paper_changed", changed=changed, pages=self._list(numbers))
            for changed, numbers in pages.items()
        )

    def notes(self) -> tuple[str, ...]:
        """Return which papers are gone, and since when."""
        return tuple(self._notes())

    def retired(self) -> tuple[Retired, ...]:
        """Return the numbers that no page bears any more, with the page in their place."""
        replaced = {*self._replaced()}
        held = {number for part in self.numbering.parts for number in part.kept}
        led = successors(self.numbering, self.handouts)
        return tuple(
            Retired(number, now, self._led(number, now, replaced, held)) for number, now in sorted(led.items())
        )

    def _notes(self) -> Iterator[str]:
        for one in self.handouts:
            if one.moves and not one.numbers:
                yield self._removed(one, tuple(number for number, _ in one.moves), issued=True)
        for one, _ in self.numbering.removed:
            yield self._removed(one, one.numbers, issued=False)

    def _removed(self, one: Handout, numbers: tuple[PageNumber, ...], *, issued: bool) -> str:
        label = self.sheet.t("book.paper_number", number=one.label) if one.label else ""
        paper = " ".join(part for part in (label, one.title) if part)
        values = {"paper": paper, "pages": self._list(numbers)}
        if issued:
            return self.sheet.t("book.paper_removed", day=short_day(one.issued, self.sheet.language), **values)
        return self.sheet.t("book.paper_removed_yet", **values)

    def _replaced(self) -> Iterable[PageNumber]:
        """Yield the numbers that another page took the place of; what was removed only leads to its neighbour."""
        parts: list[tuple[tuple[PageNumber, ...], tuple[Move, ...]]] = [
            *((one.numbers, one.moves) for one in self.handouts),
            *((one.numbers, one.moves) for one in self.numbering.parts),
        ]
        for numbers, moves in parts:
            old = {number for number, _ in moves}
            yield from (
                number for number, now in moves if now in numbers and now.base == number.base and now not in old
            )

    def _led(self, number: PageNumber, now: PageNumber, replaced: set[PageNumber], held: set[PageNumber]) -> str:
        key = "held" if number in held else "moved" if number in replaced else "removed"
        return self.sheet.t(f"book_page.{key}", number=number, now=now)

    def _words(self, change: Change, first: Handout | None) -> str:
        if first is None:
            return self.sheet.t(f"book_unissued.{change}")
        return self.sheet.t(f"book_changed.{change}", day=short_day(first.issued, self.sheet.language))

    def _list(self, numbers: Iterable[PageNumber]) -> str:
        return self.sheet.t("list.separator").join(_ranges(tuple(numbers)))


def _ranges(numbers: tuple[PageNumber, ...]) -> Iterator[str]:
    """Yield runs of numbers as ``37–40``, others alone."""
    for run in runs_of(numbers):
        yield str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}"
