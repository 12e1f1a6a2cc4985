"""`council check`: every finding, and no site."""

from __future__ import annotations

from pathlib import Path

import click

from council.build import check_project
from council.cli import choices
from council.cli.running import finished, must_exist
from council.report import FORMATS
from council.report.console import write_out
from council.report.summary import count_line


@click.command("check")
@choices.project
@click.option(
    "--format", "form", type=click.Choice(tuple(FORMATS)), default="text", show_default=True, help="出力の形 / format"
)
@choices.lang
@click.option(
    "--strict", is_flag=True, help="build --strict と同じ重さで数える / weigh findings as build --strict does"
)
@choices.debug
@click.pass_context
def command(  # noqa: PLR0913 - each option of the command is a parameter
    context: click.Context, project: Path, form: str, lang: str | None, *, strict: bool, debug: bool
) -> None:
    """すべて読んで点検する / read and check everything.

    サイトは書き換えません。 No site is written.
    """
    must_exist(project)
    report = finished(lambda _: check_project(project, strict=strict), debug=debug)
    language = lang or report.language
    if text := FORMATS[form](report, language):
        write_out(text, form=form)
    if form == "text":
        write_out(count_line(report, language))
    context.exit(report.exit_code)
