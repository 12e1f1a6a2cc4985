"""What several sources declare of one decision, held against one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from council.diagnostics import Finding, finding
from council.resolve.voters import Told
from council.rules import reconciliation as rules


def differing_counts(sources: Sequence[Told]) -> Iterator[Finding]:
    """Yield where the figures of a table are not those of the minutes, at the table's cell; finding V311."""
    minutes = next((one for one in sources if not one.table), None)
    for table in (one for one in sources if one.table and minutes):
        for cell, symbol, said, written in _pairs(minutes, table):
            if said is not None and written is not None and said != written:
                values = {"bill": table.bill, "symbol": symbol, "minutes": said, "table": written}
                yield finding(rules.COUNTS_DIFFER, table.place_of(cell), **values)


def _pairs(minutes: Told | None, table: Told) -> Iterator[tuple[str, str, int | None, int | None]]:
    if minutes:
        yield "yes", "○", minutes.declared_yes, table.declared_yes
        yield "no", "×", minutes.declared_no, table.declared_no
