"""`council serve`: the site on this computer, made again whenever an input changes."""

from __future__ import annotations

from pathlib import Path

import click

from council.build import BuildOptions, build_project
from council.cli import choices
from council.cli.running import guarded, must_exist, show, stop
from council.report import Report
from council.report.console import write_out
from council.serve import PortTakenError, ServeOptions, serve_project


@click.command("serve")
@choices.project
@choices.edition
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0：空いている番号 / 0: any free one"
)
@choices.lang
@choices.debug
def command(project: Path, edition: str, port: int, lang: str | None, *, debug: bool) -> None:
    """手元で見る。変わったら作り直す / show the site, rebuild on change.

    このパソコンの中だけで見られます。 It can be seen on this computer only (127.0.0.1).
    """
    must_exist(project)
    options = BuildOptions(editions=(edition,))
    last = Report(())

    def rebuild() -> Report:
        nonlocal last
        report = guarded(lambda step: build_project(project, options, step), debug=debug)
        if report and report != last:  # what is tried again and comes out the same is said once
            show(report, lang or report.language)
        last = report or Report((), cannot_run=True)
        return last

    try:
        serve_project(project, ServeOptions(edition, port, lang or ""), rebuild, write_out)
    except PortTakenError as problem:
        stop(
            f"ポート {port} を使えません（{problem.strerror}）。--port で別の番号を指定してください。",
            f"Port {port} cannot be used ({problem.strerror}); name another one with --port.",
        )
