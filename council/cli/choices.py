"""What the options of several commands may be."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Language(StrEnum):
    """The two languages of findings."""

    JA = "ja"
    EN = "en"


class OneEdition(StrEnum):
    """Which edition to look at."""

    PUBLIC = "public"
    MEMBERS = "members"


class Edition(StrEnum):
    """Which editions to build."""

    PUBLIC = "public"
    MEMBERS = "members"
    ALL = "all"


class Format(StrEnum):
    """How `check` prints findings."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    GITHUB = "github"


Project = Annotated[
    Path, typer.Option("--project", help="議会のフォルダー / the council's folder", show_default="here")
]
Lang = Annotated[Language | None, typer.Option("--lang", help="表示の言語 / language of what is printed")]
Strict = Annotated[
    bool, typer.Option("--strict", help="誤りが1つでもあれば何も作らない / build nothing if there is any error")
]
Weigh = Annotated[
    bool, typer.Option("--strict", help="build --strict と同じ重さで数える / weigh findings as build --strict does")
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="控えを使わずすべて読み直す / read everything anew")]
Debug = Annotated[bool, typer.Option("--debug", hidden=True)]
