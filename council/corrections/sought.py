"""Which words must stand nowhere: those that rows name in clear or by their hash, and those that left a cell."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from council.corrections.astray import Astray
from council.corrections.cell_places import cell_place
from council.corrections.errata import Errata
from council.corrections.hashes import is_hash
from council.corrections.manuscript import is_numbered
from council.corrections.settle import is_silent, mark_kind
from council.corrections.withdrawn import Withdrawn, letters_of
from council.parse.drafts import DraftCorrection
from council.text.patterns import regex

_LABEL = regex(r"^[ \u3000]*[○〇◯◆◎△●□■][^ \u3000]{1,40}[ \u3000]+")
_LONG_LINE = 12  # letters; a shorter line of a dialogue says nothing by itself


def withdrawn_words(
    errata: Errata,
    hidden: Iterable[str],
    names: Iterable[str] = (),
    hashed: Iterable[tuple[Astray | DraftCorrection, str]] = (),
) -> tuple[Withdrawn, ...]:
    """Return what is to be looked for everywhere, the longest first.

    ``hidden`` are the words that left the files, ``hashed`` those found elsewhere by their hash. ``names`` are those of
    members, which are no secret: they only leave the file they were withdrawn from. Of words that run over several
    lines each long line counts as well.
    """
    taken = tuple(words for words in dict.fromkeys(hidden) if not (cell_place(words) or is_numbered(words)))
    rows = [row for of_file in errata.rows.values() for row in of_file if is_silent(row)]
    public = {letters_of(name) for name in names}
    found: dict[str, Withdrawn] = {}
    every: list[tuple[Astray | DraftCorrection, str]] = [*_of_rows(rows, taken)]
    every += [(one, words) for one in errata.astray for words in one.words]
    for row, words in (*every, *hashed):
        for piece in _pieces(words):
            letters = letters_of(piece)
            if letters and letters not in public:
                found.setdefault(letters, Withdrawn(piece, mark_kind(row.kind), row.location, row.id))
    return tuple(found[letters] for letters in sorted(found, key=lambda one: (-len(one), one)))


def _of_rows(rows: list[DraftCorrection], taken: tuple[str, ...]) -> Iterator[tuple[DraftCorrection, str]]:
    """Yield the words of rows that are carried out in a file, each with its row."""
    owners = [(row, words) for words in taken for row in rows if _names(row, words)]
    known = {letters_of(words) for _, words in owners}
    owners += [(row, row.was) for row in rows if row.was and not is_hash(row.was)]
    yield from owners
    places = {letters_of(row.place) for row in rows if row.was}  # words beside what is withdrawn
    emptied = [row for row in rows if not row.was and cell_place(row.place)]
    for words in taken:
        if emptied and letters_of(words) not in known | places:
            yield emptied[0], words


def _names(row: DraftCorrection, words: str) -> bool:
    """Say whether a row names these words: in clear, by their hash, or as its place where it has no 誤."""
    if is_hash(row.was):
        return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest() == row.was.partition(":")[2]
    named = row.was or ("" if cell_place(row.place) else row.place)
    return bool(named) and letters_of(named) == letters_of(words)


def _pieces(words: str) -> Iterator[str]:
    """Yield words whole and, where they run over several lines, each long line without the label of a speaker."""
    yield words
    lines = words.splitlines()
    if len(lines) > 1:
        bare = (_LABEL.sub("", line) for line in lines)
        yield from (line for line in bare if len(letters_of(line)) >= _LONG_LINE)
