"""The commands: options and exit codes only; the work is done in the rooms below."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from council import __version__
from council.ask import options
from council.build import BuildOptions, build_project, check_project
from council.cli.choices import Debug, Edition, Format, Lang, Language, NoCache, OneEdition, Project, Strict, Weigh
from council.cli.packet import packet
from council.cli.running import finished, guarded, must_be_sound, must_exist, show, stop
from council.config import load_config
from council.init import BadNameError, init_project, new_session
from council.report import FORMATS, ExitCode, Report
from council.report.console import write_out
from council.report.summary import count_line
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
        stop(
            f"{folder}：空のフォルダーではないので作れません。何も変えていません。",
            f"{folder} is not an empty folder; nothing was touched.",
        )
    except OSError as problem:
        stop(f"{folder}：作れませんでした（{problem.strerror}）。", f"{folder} cannot be made ({problem.strerror}).")
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
    must_exist(project)
    report = finished(lambda _: check_project(project, strict=strict), debug=debug)
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
    must_exist(project)
    options = BuildOptions(
        editions=("public", "members") if edition is Edition.ALL else (edition.value,),
        site_dir=site_dir,
        strict=strict,
        use_cache=not no_cache,
        jobs=jobs,
    )
    report = finished(lambda step: build_project(project, options, step), debug=debug)
    show(report, lang or report.language)
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
    must_exist(project)
    options = BuildOptions(editions=(edition.value,))
    last = Report(())

    def rebuild() -> Report:
        nonlocal last
        report = guarded(lambda step: build_project(project, options, step), debug=debug)
        if report and report != last:  # what is tried again and comes out the same is said once
            show(report, lang or report.language)
        last = report or Report((), cannot_run=True)
        return last

    try:
        serve_project(project, ServeOptions(edition.value, port, lang or ""), rebuild, write_out)
    except PortTakenError as problem:
        stop(
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

    must_exist(project)
    config = load_config(project)
    must_be_sound(config, None)
    filters = Filters(speaker, group, session, body, kind or "", bill, since, until)
    request = Request(" ".join(words), filters, sort, limit, exact=exact)
    answers: list[Answer] = []
    report = finished(lambda step: ask(config.value, edition, request, answers.append, step), debug=debug)
    if not answers:
        show(report, report.language)
        raise typer.Exit(ExitCode.CANNOT_RUN)
    answers[0].show(report.language, as_json=as_json)


app.command()(packet)


def main() -> None:
    """Run the command line."""
    app(prog_name="council")
