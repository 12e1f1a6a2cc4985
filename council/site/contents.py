"""A page's table of contents, nested by level, in Material's own markup."""

from __future__ import annotations

from collections.abc import Sequence
from msgspec import Struct

from markupsafe import escape

from council.pages.page import TocEntry

ARTICLE_ID = "content"


class Branch(Struct, frozen=True):
    """A heading and the deeper headings below it."""

    entry: TocEntry
    below: tuple[Branch, ...]


def nest(entries: Sequence[TocEntry]) -> tuple[Branch, ...]:
    """Put each heading under the nearest one before it that is less deep."""
    branches: list[Branch] = []
    start = 0
    for end in range(1, len(entries) + 1):
        if end == len(entries) or entries[end].level <= entries[start].level:
            branches.append(Branch(entries[start], nest(entries[start + 1 : end])))
            start = end
    return tuple(branches)


class ItemMarkup(Struct, frozen=True):
    """Material's markup of one heading, cut at its tokens: alone, and with a list below it."""

    alone: tuple[str, ...]
    with_list: tuple[str, ...]

    def render(self, branches: tuple[Branch, ...]) -> str:
        """Return the list items of these headings as HTML."""
        return "\n".join(self._item(branch) for branch in branches)

    def _item(self, branch: Branch) -> str:
        values = {
            "id": str(escape(branch.entry.id)),
            "title": str(escape(branch.entry.title)),
            "label": str(escape(" ".join(branch.entry.title.split()))),
            "below": self.render(branch.below),
        }
        parts = self.with_list if branch.below else self.alone
        return "".join(values[part] if position % 2 else part for position, part in enumerate(parts))
