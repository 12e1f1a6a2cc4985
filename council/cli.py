"""The commands: options and exit codes only; the work is done in the rooms below."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from council import __version__
from council.build import BuildOptions, build_project, check_project
from council.init import init_project
from council.report import FORMATS, ExitCode, Report
from council.report.console import show_progress, write_out
from council.report.summary import summary
from council.serve import serve_project

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="会議録（Word）と採決表から議会のサイトを作ります。 Word minutes and vote tables in, a council's site out.",
)


class Language(StrEnum):
    """The two languages of findings."""

    JA = "ja"
    EN = "en"


class Edition(StrEnum):
    """Which edition to build."""

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
Debug = Annotated[bool, typer.Option("--debug", hidden=True)]


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer's callback
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="版 / version")] = False,  # noqa: FBT002 - typer's way
) -> None:
    pass


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR")],
    name: Annotated[str, typer.Option(help="議会の名前 / the council's name")] = "",
    lang: Annotated[Language, typer.Option("--lang", help="サイトの言語 / the site's language")] = Language.JA,
) -> None:
    """新しい議会のフォルダーを作る / make a new council's folder that builds at once."""
    try:
        written = init_project(folder, name, lang)
    except OSError as problem:
        taken = isinstance(problem, FileExistsError)
        message = (
            f"{folder}：空でないフォルダーには作れません。何も変えていません / not empty; nothing was touched"
            if taken
            else f"{folder}：作れませんでした（{problem.strerror}） / could not be made"
        )
        _stop(message)
    write_out("\n".join(str(folder / path) for path in written))


@app.command()
def check(
    project: Project = Path(),
    form: Annotated[Format, typer.Option("--format", help="出力の形 / format")] = Format.TEXT,
    lang: Lang = None,
    strict: Strict = False,  # noqa: FBT002 - typer's way
    debug: Debug = False,  # noqa: FBT002 - typer's way
) -> None:
    """すべて読んで点検する。サイトは書き換えない / read everything, print every finding, write nothing."""
    report = _guarded(lambda: check_project(_existing(project), strict=strict), debug=debug)
    text = FORMATS[form](report, lang or report.language)
    if text:
        write_out(text)
    if form is Format.TEXT and not report.findings:
        write_out("直すところはありません。" if (lang or report.language) == "ja" else "Nothing to put right.")
    raise typer.Exit(report.exit_code)


@app.command()
def build(
    project: Project = Path(),
    edition: Annotated[Edition, typer.Option(help="公開版・議員版・両方 / which edition")] = Edition.PUBLIC,
    site_dir: Annotated[
        Path | None,
        typer.Option("--site-dir", help="出力先（議員版は DIR-members） / output folder (members: DIR-members)"),
    ] = None,
    strict: Strict = False,  # noqa: FBT002 - typer's way
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="控えを使わずすべて読み直す / read everything anew")
    ] = False,
    jobs: Annotated[int, typer.Option(min=0, help="並行して読む数（0：自動） / how many files to read at once")] = 0,
    lang: Lang = None,
    debug: Debug = False,  # noqa: FBT002 - typer's way
) -> None:
    """点検してサイトを作る / check everything and build the site."""
    options = BuildOptions(
        editions=("public", "members") if edition is Edition.ALL else (edition.value,),
        site_dir=site_dir,
        strict=strict,
        use_cache=not no_cache,
        jobs=jobs,
    )
    with show_progress() as progress:
        report = _guarded(lambda: build_project(_existing(project), options, progress), debug=debug)
    _show(report, lang or report.language)
    raise typer.Exit(report.exit_code)


@app.command()
def serve(
    project: Project = Path(),
    edition: Annotated[Edition, typer.Option(help="公開版・議員版 / which edition")] = Edition.PUBLIC,
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8000,
    debug: Debug = False,  # noqa: FBT002 - typer's way
) -> None:
    """作って手元で見せ、変わったら作り直す / build, serve on 127.0.0.1, rebuild and reload on change."""
    chosen = "members" if edition is Edition.MEMBERS else "public"

    def rebuild() -> Report:
        report = _guarded(
            lambda: build_project(_existing(project), BuildOptions(editions=(chosen,))), debug=debug, stop=False
        )
        _show(report, report.language)
        return report

    serve_project(_existing(project), chosen, port, rebuild, lambda line: write_out(line))


def _show(report: Report, language: str) -> None:
    if text := FORMATS["text"](report, language):
        write_out(text)
    write_out(summary(report, language))


def _existing(project: Path) -> Path:
    if not project.is_dir():
        _stop(f"{project}：フォルダーがありません / no such folder")
    return project


def _guarded(run: Callable[[], Report], *, debug: bool, stop: bool = True) -> Report:
    """Run; a fault of our own ends with one sentence and what to send us, not with a traceback."""
    try:
        return run()
    except Exception as problem:
        if debug:
            traceback.print_exc()
        message = (
            f"プログラムの不具合で止まりました（{type(problem).__name__}: {problem}）。出力フォルダーは壊していません。"
            f"--debug を付けてもう一度実行し、表示された文をお知らせください（council {__version__}） / "
            "stopped by a fault of the program; run again with --debug and send us what it prints"
        )
        if stop:
            _stop(message)
        write_out(message, error=True)
        return Report((), cannot_run=True)


def _stop(message: str) -> NoReturn:
    write_out(message, error=True)
    raise typer.Exit(ExitCode.CANNOT_RUN)


def main() -> None:
    """Run the command line."""
    app(prog_name="council" if sys.argv[0].endswith("__main__.py") else None)
