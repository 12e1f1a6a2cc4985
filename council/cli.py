"""The commands: options and exit codes only; the work is done in the rooms below."""

from __future__ import annotations

import datetime as dt
import traceback
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn
from zoneinfo import ZoneInfo

import typer

from council import __version__
from council.ask import options
from council.build import BuildOptions, build_project, check_project
from council.config import Config, load_config
from council.diagnostics import Outcome
from council.init import BadNameError, init_project, new_session
from council.report import FORMATS, ExitCode, Progress, Report
from council.report.console import show_progress, write_out
from council.report.summary import count_line, summary
from council.report.words import one_line
from council.serve import PortTakenError, ServeOptions, serve_project

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: no boxes to read around, nothing cut off
    help="会議録（Word）と採決表から議会のサイトを作ります。 Word minutes and vote tables in, a council's site out.",
)


new = typer.Typer(no_args_is_help=True, help="新しいものを用意する / prepare something new")
app.add_typer(new, name="new")


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


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer's callback
    if wanted:
        write_out(__version__)
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="版 / version")] = False,  # noqa: FBT002 - typer's way
) -> None:
    pass


@app.command()
def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="新しいフォルダー / the new folder", show_default=False)
    ],
    name: Annotated[
        str, typer.Option(help="議会の名前（なければフォルダーの名前） / the council's name", show_default=False)
    ] = "",
    lang: Annotated[Language, typer.Option("--lang", help="サイトの言語 / the site's language")] = Language.JA,
) -> None:
    """新しい議会のフォルダーを作る / make a new council's folder.

    すぐに council build が動きます。見本のデータは入りません。 It builds at once and holds no sample data.
    """
    try:
        written = init_project(folder, name, lang)
    except FileExistsError:
        _stop(
            f"{folder}：空のフォルダーではないので作れません。何も変えていません。",
            f"{folder} is not an empty folder; nothing was touched.",
        )
    except OSError as problem:
        _stop(f"{folder}：作れませんでした（{problem.strerror}）。", f"{folder} cannot be made ({problem.strerror}).")
    write_out("\n".join(str(folder / path) for path in written))


@new.command("session")
def session(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="会期の名前（令和7年第4回定例会） / the session", show_default=False)
    ],
    project: Project = Path(),
    lang: Annotated[Language | None, typer.Option("--lang", help="ファイルの言語 / language of the files")] = None,
) -> None:
    """会期のフォルダー、採決表、会議録のひな形を作る / make a session's folder, vote table and minutes template.

    すでにあるファイルには書き込みません。 No file that is there already is touched.
    """
    _must_exist(project)
    config = load_config(project)
    _must_be_sound(config, lang)
    today = dt.datetime.now(ZoneInfo(config.value.facts.timezone)).date()
    try:
        written = new_session(project, name, lang or "", today)
    except BadNameError:
        _stop(
            f"「{name}」はフォルダーの名前に使えません。「令和7年第4回定例会」のように書いてください。",
            f"“{name}” cannot be a folder's name; write it like 2025 or 令和7年第4回定例会.",
        )
    except FileExistsError as problem:
        _stop(f"{problem}：すでにあります。何も変えていません。", f"{problem} is there already; nothing was touched.")
    except OSError as problem:
        _stop(f"{project}：作れませんでした（{problem.strerror}）。", f"It cannot be made ({problem.strerror}).")
    write_out("\n".join(str(project / path) for path in written))


@app.command()
def check(
    project: Project = Path(),
    form: Annotated[Format, typer.Option("--format", help="出力の形 / format")] = Format.TEXT,
    lang: Lang = None,
    strict: Weigh = False,  # noqa: FBT002 - typer's way
    debug: Debug = False,  # noqa: FBT002 - typer's way
) -> None:
    """すべて読んで点検する / read and check everything.

    サイトは書き換えません。 No site is written.
    """
    _must_exist(project)
    report = _finished(lambda _: check_project(project, strict=strict), debug=debug)
    language = lang or report.language
    if text := FORMATS[form](report, language):
        write_out(text, form=form)
    if form is Format.TEXT:
        write_out(count_line(report, language))
    raise typer.Exit(report.exit_code)


@app.command()
def build(  # noqa: PLR0913, PLR0917 - each option of the command is a parameter, as typer wants it
    project: Project = Path(),
    edition: Annotated[Edition, typer.Option(help="公開版・議員版・両方 / which edition")] = Edition.PUBLIC,
    site_dir: Annotated[
        Path | None,
        typer.Option("--site-dir", help="出力先（議員版は DIR-members） / output folder (members: DIR-members)"),
    ] = None,
    strict: Strict = False,  # noqa: FBT002 - typer's way
    no_cache: NoCache = False,  # noqa: FBT002 - typer's way
    jobs: Annotated[int, typer.Option(min=0, help="並行して読む数（0：自動） / how many files to read at once")] = 0,
    lang: Lang = None,
    debug: Debug = False,  # noqa: FBT002 - typer's way
) -> None:
    """点検してサイトを作る / check everything and build the site.

    誤りのあるところだけを控えて、ほかは掲載します。 What is in error is kept back, the rest is published.
    """
    _must_exist(project)
    options = BuildOptions(
        editions=("public", "members") if edition is Edition.ALL else (edition.value,),
        site_dir=site_dir,
        strict=strict,
        use_cache=not no_cache,
        jobs=jobs,
    )
    report = _finished(lambda step: build_project(project, options, step), debug=debug)
    _show(report, lang or report.language)
    raise typer.Exit(report.exit_code)


@app.command()
def serve(
    project: Project = Path(),
    edition: Annotated[OneEdition, typer.Option(help="公開版・議員版 / which edition")] = OneEdition.PUBLIC,
    port: Annotated[int, typer.Option(min=0, max=65535, help="0：空いている番号 / 0: any free one")] = 8000,
    lang: Lang = None,
    debug: Debug = False,  # noqa: FBT002 - typer's way
) -> None:
    """手元で見る。変わったら作り直す / show the site, rebuild on change.

    このパソコンの中だけで見られます。 It can be seen on this computer only (127.0.0.1).
    """
    _must_exist(project)
    options = BuildOptions(editions=(edition.value,))
    last = Report(())

    def rebuild() -> Report:
        nonlocal last
        report = _guarded(lambda step: build_project(project, options, step), debug=debug)
        if report and report != last:  # what is tried again and comes out the same is said once
            _show(report, lang or report.language)
        last = report or Report((), cannot_run=True)
        return last

    try:
        serve_project(project, ServeOptions(edition.value, port, lang or ""), rebuild, write_out)
    except PortTakenError as problem:
        _stop(
            f"ポート {port} を使えません（{problem.strerror}）。--port で別の番号を指定してください。",
            f"Port {port} cannot be used ({problem.strerror}); name another one with --port.",
        )


@app.command(context_settings={"ignore_unknown_options": True})  # -保育 is a word that must not stand there
def search(  # noqa: PLR0913, PLR0917 - each option of the command is a parameter, as typer wants it
    words: options.AskedFor,
    exact: options.Exact = False,  # noqa: FBT002 - typer's way
    speaker: options.OfSpeaker = "",
    group: options.OfGroup = "",
    session: options.OfSession = "",
    body: options.OfBody = "",
    kind: options.OfKind = None,
    bill: options.OfBill = "",
    since: options.Since = "",
    until: options.Until = "",
    sort: options.InOrder = options.Sort.DATE,
    limit: options.Limit = 20,
    edition: Annotated[OneEdition, typer.Option(help="公開版・議員版 / which edition")] = OneEdition.PUBLIC,
    as_json: options.AsJson = False,  # noqa: FBT002 - typer's way
    project: Project = Path(),
    debug: Debug = False,  # noqa: FBT002 - typer's way
) -> None:
    """会議録・議案・採決・資料から言葉を探す / find words as of the last build."""
    from council.ask.command import Answer, Filters, Request, ask  # noqa: PLC0415 - Whoosh is slow to import

    _must_exist(project)
    config = load_config(project)
    _must_be_sound(config, None)
    filters = Filters(speaker, group, session, body, kind or "", bill, since, until)
    request = Request(" ".join(words), filters, sort, limit, exact=exact)
    answers: list[Answer] = []
    report = _finished(lambda step: ask(config.value, edition, request, answers.append, step), debug=debug)
    if not answers:
        _show(report, report.language)
        raise typer.Exit(ExitCode.CANNOT_RUN)
    answers[0].show(report.language, as_json=as_json)


def main() -> None:
    """Run the command line."""
    app(prog_name="council")


def _show(report: Report, language: str) -> None:
    if text := FORMATS["text"](report, language):
        write_out(text)
    write_out(summary(report, language))


def _must_exist(project: Path) -> None:
    if not project.is_dir():
        _stop(f"{project}：フォルダーがありません。", f"There is no folder {project}.")


def _must_be_sound(config: Outcome[Config], lang: Language | None) -> None:
    """Stop where the configuration cannot be read: in which language, of which council would be guessed."""
    report = Report(config.findings, config.value.facts.language)
    if report.is_stopped:
        write_out(FORMATS["text"](report, lang or report.language))
        _stop(
            "設定（mkdocs.yml）を直してから、もう一度実行してください。何も書いていません。",
            "Correct the configuration (mkdocs.yml) and run it again; nothing was written.",
        )


Run = Callable[[Callable[[Progress], None]], Report]


def _finished(run: Run, *, debug: bool) -> Report:
    """Run to the end; what stops it, a fault of ours or Ctrl+C, ends the command with one sentence."""
    stages: list[str] = []
    try:
        report = _guarded(run, debug=debug, stages=stages)
    except KeyboardInterrupt:
        _interrupted(is_publishing="publish" in stages)
    if report is None:
        raise typer.Exit(ExitCode.CANNOT_RUN)
    return report


def _guarded(run: Run, *, debug: bool, stages: list[str] | None = None) -> Report | None:
    """Run and show the steps; a fault of our own is told in one sentence with what to send us, and gives None."""
    try:
        with show_progress(stages) as step:
            return run(step)
    except Exception as problem:  # noqa: BLE001 - the one place where no traceback may pass
        if debug:
            traceback.print_exc()
        what = one_line(f"{type(problem).__name__}: {problem}")[:300]
        _say(
            f"プログラムの不具合で止まりました（{what}、council {__version__}）。"
            "--debug を付けてもう一度実行し、表示された文をお知らせください。",
            f"Stopped by a fault of the program ({what}, council {__version__}); "
            "run it again with --debug and send us what it prints.",
        )
        return None


def _interrupted(*, is_publishing: bool) -> NoReturn:
    if is_publishing:
        _stop(
            "公開の途中で止めました。次の council build が続きから仕上げます。",
            "Stopped while publishing; the next council build finishes it.",
        )
    _stop("途中で止めました。サイトは前のままです。", "Stopped; the site is as it was.")


def _say(ja: str, en: str) -> None:
    write_out(f"{ja} {en}", error=True)


def _stop(ja: str, en: str) -> NoReturn:
    _say(one_line(ja), one_line(en))
    raise typer.Exit(ExitCode.CANNOT_RUN)
