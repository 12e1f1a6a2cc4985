"""Minutes in which every speaker has a row of a table: the label in one cell, the words beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from council.parse.minutes.labels import read_label
from council.parse.minutes.names import KnownNames
from council.parse.minutes.profile import Profile
from council.text.blocks import Block, Cell, Paragraph, Row, Table, paragraphs
from council.text.patterns import regex

_SENTENCE = regex(r"[ぁ-ん]{2,}.*。|[a-z]{3,}[.?!](?:\s|$)")
_HEADING = regex(r"(?:発言者|発言者名|氏名)(?:発言|発言内容|内容|議事|議事の経過|会議の経過)", re.DOTALL)
_FEWEST = 2


def outside_tables(blocks: Sequence[Block], profiles: Iterable[Profile]) -> Sequence[Block]:
    """Return a document with the rows of speakers' tables as paragraphs, label before words; other tables stay."""
    spoken = [profile for profile in profiles if not profile.tables]
    tables = {id(block) for block in blocks if isinstance(block, Table) and _is_of_speakers(block, spoken)}
    return tuple(piece for block in blocks for piece in _pieces(block, tables)) if tables else blocks


def _is_of_speakers(table: Table, profiles: Sequence[Profile]) -> bool:
    """Say whether some rows are a label beside a sentence, and all others words without a label."""
    rows = table.rows[1:] if table.rows and _is_heading(table.rows[0]) else table.rows
    labelled = [row for row in rows if len(row.cells) == 2 and _is_label(row.cells[0], profiles)]  # noqa: PLR2004 - label and words
    others = [row for row in rows if row not in labelled]
    spoken = sum(bool(_SENTENCE.search(row.cells[1].text)) for row in labelled)
    return len(labelled) >= _FEWEST and 2 * spoken >= len(labelled) and all(map(_goes_on, others))


def _is_heading(row: Row) -> bool:
    return bool(_HEADING.fullmatch(re.sub(r"\s+", "", "".join(cell.text for cell in row.cells))))


def _is_label(cell: Cell, profiles: Sequence[Profile]) -> bool:
    text = cell.text.rstrip()
    if not text or "\n" in text or not all(isinstance(block, Paragraph) for block in cell.blocks):
        return False
    labels = (read_label(text, profile, KnownNames()) for profile in profiles)
    return any(label and label.text_start >= len(text) for label in labels)


def _goes_on(row: Row) -> bool:
    return len(row.cells) == 1 or not row.cells[0].text.strip()


def _pieces(block: Block, tables: set[int]) -> Iterator[Block]:
    if not isinstance(block, Table) or id(block) not in tables:
        yield block
        return
    for row in block.rows:
        for cell in row.cells:
            yield from (one for one in cell.blocks if isinstance(one, Table) or _says(one, cell))


def _says(paragraph: Paragraph, cell: Cell) -> bool:
    """Say whether a paragraph is worth a line: an empty cell's is not."""
    return bool(paragraph.text or paragraph.marks or any(one.text.strip() for one in paragraphs(cell.blocks)))
