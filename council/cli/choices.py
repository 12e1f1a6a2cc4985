"""The options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

LANGUAGES = ("ja", "en")
"""The two languages of findings."""

EDITIONS = ("public", "members")
"""Which edition to look at."""

project = click.option(
    "--project",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default="here",
    help="議会のフォルダー / the council's folder",
)
lang = click.option("--lang", type=click.Choice(LANGUAGES), help="表示の言語 / language of what is printed")
edition = click.option(
    "--edition", type=click.Choice(EDITIONS), default="public", show_default=True, help="公開版・議員版 / which edition"
)
debug = click.option("--debug", is_flag=True, hidden=True)
