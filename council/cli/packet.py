"""`council packet`: the packets as PDF files, and what is handed out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from council.cli.choices import Debug, Lang, OneEdition, Project
from council.cli.running import finished, must_exist, stop
from council.config import load_config
from council.diagnostics import Bilingual
from council.model.events import Audience
from council.report import FORMATS, Progress, Report
from council.report.console import write_out
from council.report.words import one_line
from council.text.dates import parse_date

Meeting = Annotated[
    str,
    typer.Argument(
        metavar="MEETING",
        help="会議のID、その初め、または日付。なければ資料のある会議すべて / id, its beginning, or a day; else all with papers",
        show_default=False,
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out", help="PDF を置くフォルダー（なければ packets、議員版は packets-members） / folder for the PDFs"
    ),
]
IsIssued = Annotated[
    bool, typer.Option("--issue", help="配付したことを packets.csv に控える / write down that it is handed out")
]
On = Annotated[str, typer.Option("--on", help="配付した日（なければきょう） / day of the handout", show_default=False)]


def packet(  # noqa: PLR0913, PLR0917 - each option of the command is a parameter, as typer wants it
    meeting: Meeting = "",
    edition: Annotated[OneEdition, typer.Option(help="公開版・議員版 / which edition")] = OneEdition.PUBLIC,
    out: Out = None,
    is_issued: IsIssued = False,  # noqa: FBT002 - typer's way
    on: On = "",
    project: Project = Path(),
    lang: Lang = None,
    debug: Debug = False,  # noqa: FBT002 - typer's way
) -> None:
    """会議資料を1つの PDF にする / write the packets as PDF.

    --issue を付けると、通しページの番号が packets.csv に控えられ、あとで資料が差し替わっても変わりません。
    With --issue the page numbers are written down and stay whatever is replaced or added later.
    """
    from council.build.packet_errors import PacketError  # noqa: PLC0415 - other commands do without what makes PDFs
    from council.build.packet_run import PacketOptions, write_packets  # noqa: PLC0415 - as above

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
    raise typer.Exit(report.exit_code)


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
