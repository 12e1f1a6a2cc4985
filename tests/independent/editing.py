"""Ways to change a council's files: words, cells, rows, columns, templates; what becomes of it is for the tests."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from independent.harbour import SHIPPED, in_text, in_word, read_rows, write_rows
from independent.projects import write_text

Edit = Callable[[Path], object]


def said(file: str, was: str, now: str) -> Edit:
    """Change words in minutes."""
    return lambda root: in_word(root / file, was, now)


def told(file: str, was: str, now: str) -> Edit:
    """Change words in a text file."""
    return lambda root: in_text(root / file, was, now)


def cell(file: str, line: int, column: int, now: str) -> Edit:
    """Change one cell of a table; lines and columns as Excel counts them."""

    def edit(root: Path) -> None:
        rows = read_rows(root / file)
        rows[line - 1][column - 1] = now
        write_rows(root / file, rows)

    return edit


def row(file: str, *cells: str) -> Edit:
    """Add a row to a table."""
    return lambda root: write_rows(root / file, [*read_rows(root / file), cells])


def column(file: str, heading: str, cells: Sequence[str]) -> Edit:
    """Add a column to a table."""

    def edit(root: Path) -> None:
        rows = read_rows(root / file)
        write_rows(root / file, [[*one, more] for one, more in zip(rows, (heading, *cells), strict=True)])

    return edit


def gone(file: str) -> Edit:
    """Delete a file or a folder."""

    def edit(root: Path) -> None:
        shutil.rmtree(root / file) if (root / file).is_dir() else (root / file).unlink()

    return edit


def moved(file: str, to: str) -> Edit:
    """Give a file another name or place."""

    def edit(root: Path) -> None:
        (root / to).parent.mkdir(parents=True, exist_ok=True)
        (root / file).rename(root / to)

    return edit


def own_template(name: str, was: str, now: str) -> Edit:
    """Take over one of the toolkit's templates and change it."""

    def edit(root: Path) -> None:
        text = (SHIPPED / name).read_text("utf-8")
        if was not in text:
            msg = f"{name} does not say {was}"
            raise ValueError(msg)
        write_text(root / "site_templates" / name, text.replace(was, now, 1))

    return edit


def both(*edits: Edit) -> Edit:
    """Do several things at once."""

    def edit(root: Path) -> None:
        for one in edits:
            one(root)

    return edit
