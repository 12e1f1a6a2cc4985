"""`council new`: what is prepared for something new."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from council.cli import choices
from council.cli.running import must_be_sound, must_exist, stop
from council.config import load_config
from council.init import BadNameError, new_session
from council.report.console import write_out


@click.group("new")
def command() -> None:
    """新しいものを用意する / prepare something new."""


@command.command("session")
@click.argument("name", metavar="NAME")
@choices.project
@click.option("--lang", type=click.Choice(choices.LANGUAGES), help="ファイルの言語 / language of the files")
def session(name: str, project: Path, lang: str | None) -> None:
    """会期のフォルダー、採決表、会議録のひな形を作る / make a session's folder, vote table and minutes template.

    NAME：会期の名前（令和7年第4回定例会） / the session

    すでにあるファイルには書き込みません。 No file that is there already is touched.
    """
    must_exist(project)
    config = load_config(project)
    must_be_sound(config, lang)
    today = dt.datetime.now(ZoneInfo(config.value.facts.timezone)).date()
    try:
        written = new_session(project, name, lang or "", today)
    except BadNameError:
        stop(
            f"「{name}」はフォルダーの名前に使えません。「令和7年第4回定例会」のように書いてください。",
            f"“{name}” cannot be a folder's name; write it like 2025 or 令和7年第4回定例会.",
        )
    except FileExistsError as problem:
        stop(f"{problem}：すでにあります。何も変えていません。", f"{problem} is there already; nothing was touched.")
    except OSError as problem:
        stop(f"{project}：作れませんでした（{problem.strerror}）。", f"It cannot be made ({problem.strerror}).")
    write_out("\n".join(str(project / path) for path in written))
