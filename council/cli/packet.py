"""`council packet`: the packets as PDF files, and what is handed out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from council.build.packet_errors import PacketError
from council.build.packet_run import PacketOptions, write_packets
from council.cli import choices
from council.cli.running import finished, must_exist, stop
from council.config import load_config
from council.diagnostics import Bilingual
from council.model.events import Audience
from council.report import FORMATS, Progress, Report
from council.report.console import write_out
from council.report.words import one_line
from council.text.dates import parse_date


@click.command("packet")
@click.argument("meeting", metavar="[MEETING]", default="")
@choices.edition
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="PDF を置くフォルダー（なければ packets、議員版は packets-members） / folder for the PDFs",
)
@click.option(
    "--issue", "is_issued", is_flag=True, help="配付したことを packets.csv に控える / write down that it is handed out"
)
@click.option("--on", default="", help="配付した日（なければきょう） / day of the handout")
@choices.project
@choices.lang
@choices.debug
@click.pass_context
def command(  # noqa: PLR0913 - each option of the command is a parameter
    context: click.Context,
    *,
    meeting: str,
    edition: str,
    out: Path | None,
    is_issued: bool,
    on: str,
    project: Path,
    lang: str | None,
    debug: bool,
) -> None:
    """会議資料を1つの PDF にする / write the packets as PDF.

    MEETING：会議のID、その初め、または日付。なければ資料のある会議すべて / id, its beginning, or a day; else all with papers

    --issue を付けると、通しページの番号が packets.csv に控えられ、あとで資料が差し替わっても変わりません。
    With --issue the page numbers are written down and stay whatever is replaced or added later.
    """
    must_exist(project)
    day = _day(project, meeting, on, is_issued=is_issued)
    options = PacketOptions(meeting, Audience(edition), out, day)
    told: list[Bilingual] = []
    stopped: list[PacketError] = []

    def run(step: Callable[[Progress], None]) -> Report:
        try:
            return write_packets(project, options, told.append, step)
        except PacketError as problem:
            stopped.append(problem)
            return Report((), cannot_run=True)

    report = finished(run, debug=debug)
    language = lang or report.language
    for one in told:
        write_out(one_line(one.in_language(language)))
    if stopped:
        stop(stopped[0].reason.ja, stopped[0].reason.en)
    if text := FORMATS["text"](report, language):
        write_out(text)
    context.exit(report.exit_code)


def _day(project: Path, meeting: str, on: str, *, is_issued: bool) -> dt.date | None:
    """Return the day of the handout; None where nothing is handed out."""
    if not is_issued:
        if on:
            stop("--on は --issue といっしょに使います。", "--on goes with --issue.")
        return None
    if not meeting:
        stop(
            "--issue には会議を1つ指定してください（council packet 2025-12-02-honkaigi --issue）。",
            "Name one sitting with --issue (council packet 2025-12-02-honkaigi --issue).",
        )
    day = parse_date(on) if on else dt.datetime.now(ZoneInfo(load_config(project).value.facts.timezone)).date()
    if day is None:
        stop(f"「{on}」は日付として読めません。", f"“{on}” is no day.")
    return day
