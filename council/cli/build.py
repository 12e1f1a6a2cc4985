"""`council build`: everything checked, and the site."""

from __future__ import annotations

from pathlib import Path

import click

from council.build import BuildOptions, build_project
from council.cli import choices
from council.cli.running import finished, must_exist, show


@click.command("build")
@choices.project
@click.option(
    "--edition",
    type=click.Choice((*choices.EDITIONS, "all")),
    default="public",
    show_default=True,
    help="公開版・議員版・両方 / which edition",
)
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    help="出力先（議員版は DIR-members） / output folder (members: DIR-members)",
)
@click.option("--strict", is_flag=True, help="誤りが1つでもあれば何も作らない / build nothing if there is any error")
@click.option("--no-cache", is_flag=True, help="控えを使わずすべて読み直す / read everything anew")
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="並行して読む数（0：自動） / how many files to read at once",
)
@choices.lang
@choices.debug
@click.pass_context
def command(  # noqa: PLR0913 - each option of the command is a parameter
    context: click.Context,
    *,
    project: Path,
    edition: str,
    site_dir: Path | None,
    strict: bool,
    no_cache: bool,
    jobs: int,
    lang: str | None,
    debug: bool,
) -> None:
    """点検してサイトを作る / check everything and build the site.

    誤りのあるところだけを控えて、ほかは掲載します。 What is in error is kept back, the rest is published.
    """
    must_exist(project)
    options = BuildOptions(
        editions=choices.EDITIONS if edition == "all" else (edition,),
        site_dir=site_dir,
        strict=strict,
        use_cache=not no_cache,
        jobs=jobs,
    )
    report = finished(lambda step: build_project(project, options, step), debug=debug)
    show(report, lang or report.language)
    context.exit(report.exit_code)
