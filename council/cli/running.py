"""How every command runs: to the end or to one sentence, never to a traceback."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import click

from council import __version__
from council.config import Config
from council.diagnostics import Outcome
from council.report import FORMATS, ExitCode, Progress, Report
from council.report.console import show_progress, write_out
from council.report.summary import summary
from council.report.words import one_line


def show(report: Report, language: str) -> None:
    """Print findings and the summary."""
    if text := FORMATS["text"](report, language):
        write_out(text)
    write_out(summary(report, language))


def must_exist(project: Path) -> None:
    """Stop where there is no such folder."""
    if not project.is_dir():
        stop(f"{project}：フォルダーがありません。", f"There is no folder {project}.")


def must_be_sound(config: Outcome[Config], lang: str | None) -> None:
    """Stop where the configuration cannot be read: in which language, of which council would be guessed."""
    report = Report(config.findings, config.value.facts.language)
    if report.is_stopped:
        write_out(FORMATS["text"](report, lang or report.language))
        stop(
            "設定（mkdocs.yml）を直してから、もう一度実行してください。何も書いていません。",
            "Correct the configuration (mkdocs.yml) and run it again; nothing was written.",
        )


Run = Callable[[Callable[[Progress], None]], Report]


def finished(run: Run, *, debug: bool) -> Report:
    """Run to the end; what stops it, a fault of ours or Ctrl+C, ends the command with one sentence."""
    stages: list[str] = []
    try:
        report = guarded(run, debug=debug, stages=stages)
    except KeyboardInterrupt:
        _interrupted(is_publishing="publish" in stages)
    if report is None:
        raise click.exceptions.Exit(ExitCode.CANNOT_RUN)
    return report


def guarded(run: Run, *, debug: bool, stages: list[str] | None = None) -> Report | None:
    """Run and show the steps; a fault of our own is told in one sentence with what to send us, and gives None."""
    try:
        with show_progress(stages) as step:
            return run(step)
    except Exception as problem:  # noqa: BLE001 - the one place where no traceback may pass
        if debug:
            traceback.print_exc()
        what = one_line(f"{type(problem).__name__}: {problem}")[:300]
        say(
            f"プログラムの不具合で止まりました（{what}、council {__version__}）。"
            "--debug を付けてもう一度実行し、表示された文をお知らせください。",
            f"Stopped by a fault of the program ({what}, council {__version__}); "
            "run it again with --debug and send us what it prints.",
        )
        return None


def _interrupted(*, is_publishing: bool) -> NoReturn:
    if is_publishing:
        stop(
            "公開の途中で止めました。次の council build が続きから仕上げます。",
            "Stopped while publishing; the next council build finishes it.",
        )
    stop("途中で止めました。サイトは前のままです。", "Stopped; the site is as it was.")


def say(ja: str, en: str) -> None:
    """Print a sentence in both languages."""
    write_out(f"{ja} {en}", error=True)


def stop(ja: str, en: str) -> NoReturn:
    """End the command with a sentence."""
    say(one_line(ja), one_line(en))
    raise click.exceptions.Exit(ExitCode.CANNOT_RUN)
