"""`council init`: a folder that builds at once."""

from __future__ import annotations

from pathlib import Path

import click

from council.cli import choices
from council.cli.running import stop
from council.init import init_project
from council.report.console import write_out


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", default="", help="議会の名前（なければフォルダーの名前） / the council's name")
@click.option(
    "--lang",
    type=click.Choice(choices.LANGUAGES),
    default="ja",
    show_default=True,
    help="サイトの言語 / the site's language",
)
def command(folder: Path, name: str, lang: str) -> None:
    """新しい議会のフォルダーを作る / make a new council's folder.

    DIR：新しいフォルダー / the new folder

    すぐに council build が動きます。見本のデータは入りません。 It builds at once and holds no sample data.
    """
    try:
        written = init_project(folder, name, lang)
    except FileExistsError:
        stop(
            f"{folder}：空のフォルダーではないので作れません。何も変えていません。",
            f"{folder} is not an empty folder; nothing was touched.",
        )
    except OSError as problem:
        stop(f"{folder}：作れませんでした（{problem.strerror}）。", f"{folder} cannot be made ({problem.strerror}).")
    write_out("\n".join(str(folder / path) for path in written))
