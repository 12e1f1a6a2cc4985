"""Tables of referrals set in lines with the committee in the last column, titles and committees wrapped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from council.parse.minutes.lines import squeeze
from council.parse.minutes.referral_words import BARS, RULE, bills_at_head, is_committee, joined
from council.text.patterns import regex

_HEADING = regex(r"(?:議案)?付託(?:委員会|先)?(?:名)?")
_WIDE = regex(r"[ \t]{2,}|\u3000{2,}|[ \t]\u3000|\u3000[ \t]|\t")


class ReferredRow(Struct):
    """A row over one or more lines: what stands in the column of numbers, and in that of committees."""

    paragraph: int
    numbers: list[str] = field(default_factory=list)
    committees: list[str] = field(default_factory=list)

    @property
    def number(self) -> str:
        """The numbers without the breaks between their lines."""
        return "".join(self.numbers)

    @property
    def committee(self) -> str:
        """The committees without spaces."""
        return joined("\n".join(self.committees))


def heading_place(lines: Sequence[tuple[str, int]]) -> int | None:
    """Return which line is a heading whose last column is 付託委員会, the bills standing before it."""
    for place, (line, _) in enumerate(lines):
        cells = [squeeze(cell) for cell in _cells(line) if cell.strip()]
        if len(cells) > 1 and _HEADING.fullmatch(cells[-1]) and not _HEADING.fullmatch(cells[0]):
            return place
    return None


def referred_rows(lines: Sequence[tuple[str, int]]) -> Iterator[ReferredRow]:
    """Yield the rows below such a heading; a row begins with a bill's number."""
    row: ReferredRow | None = None
    for line, paragraph in lines:
        cells = _cells(line)
        first = next((cell for cell in cells if cell.strip()), "")
        if RULE.match(squeeze(line)) or bills_at_head(first):
            yield from (row,) if row else ()
            row = ReferredRow(paragraph) if not RULE.match(squeeze(line)) else None
        if row:
            _add(row, cells, drawn=bool(BARS.search(line)))
    yield from (row,) if row else ()


def _add(row: ReferredRow, cells: Sequence[str], *, drawn: bool) -> None:
    """Add a line; without lines drawn only a whole committee's name tells that the last column begins."""
    last = cells[-1].strip() if cells else ""
    if drawn:
        row.numbers.append(cells[0].strip())
    elif not row.numbers:
        row.numbers.append(next((cell for cell in cells if cell.strip()), "").strip())
    if last and len(cells) > 1 and (drawn or is_committee(squeeze(last))):
        row.committees.append(last)


def _cells(line: str) -> list[str]:
    if BARS.search(line):
        cells = BARS.split(line.strip())
        return cells[1:-1] if len(cells) > 2 and not cells[0].strip() and not cells[-1].strip() else cells  # noqa: PLR2004 - the box has an outside at both ends
    return [cell for cell in _WIDE.split(line.strip()) if cell.strip()]
