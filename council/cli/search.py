"""`council search`: words found as of the last build."""

from __future__ import annotations

from pathlib import Path

import click

from council.ask.command import Answer, Filters, Request, ask
from council.cli import choices
from council.cli.running import finished, must_be_sound, must_exist, show
from council.config import load_config
from council.report import ExitCode
from council.search.filters import BY_DATE, BY_SCORE, as_day

_KINDS = ("speech", "bill", "decision", "material")


def _words(_context: click.Context, _parameter: click.Parameter, words: tuple[str, ...]) -> str:
    """Refuse what looks like an option and is none: a word that must not stand there has one minus."""
    for word in words:
        if word.startswith("--"):
            message = f"{word} という指定はありません / there is no such option"
            raise click.BadParameter(message)
    return " ".join(words)


def _day(_context: click.Context, _parameter: click.Parameter, text: str) -> str:
    """Return an ISO day, month or year of what was written."""
    day = as_day(text)
    if day is None:
        message = f"「{text}」は日付として読めません / no day, month or year"
        raise click.BadParameter(message)
    return day


@click.command("search", context_settings={"ignore_unknown_options": True})  # -保育 is a word that must not stand there
@click.argument("words", metavar="WORDS...", nargs=-1, required=True, callback=_words)
@click.option("--exact", is_flag=True, help="入れた言葉そのものだけ / only the very words, nothing by other readings")
@click.option("--speaker", default="", help="発言者（氏名かID） / who spoke: name or id")
@click.option("--group", default="", help="会派 / parliamentary group")
@click.option("--session", default="", help="会期 / session")
@click.option("--body", default="", help="会議（本会議、委員会） / the council or a committee")
@click.option("--kind", type=click.Choice(_KINDS), default=None, help="発言・議案・採決・資料 / what is found")
@click.option("--bill", default="", help="議案番号かID / a bill's number or id")
@click.option(
    "--from",
    "since",
    default="",
    callback=_day,
    help="この日から（2025-12-05、2025-12、令和7年） / from that day, month, year",
)
@click.option("--to", "until", default="", callback=_day, help="この日まで / until that day, month or year")
@click.option(
    "--sort",
    type=click.Choice((BY_DATE, BY_SCORE)),
    default=BY_DATE,
    show_default=True,
    help="新しい順・関連の高い順 / newest or best first",
)
@click.option("--limit", type=click.IntRange(min=0), default=20, show_default=True, help="示す件数 / how many to show")
@choices.edition
@click.option("--json", "as_json", is_flag=True, help="JSON で出力 / as JSON")
@choices.project
@choices.debug
@click.pass_context
def command(  # noqa: PLR0913 - each option of the command is a parameter
    context: click.Context,
    *,
    words: str,
    exact: bool,
    speaker: str,
    group: str,
    session: str,
    body: str,
    kind: str | None,
    bill: str,
    since: str,
    until: str,
    sort: str,
    limit: int,
    edition: str,
    as_json: bool,
    project: Path,
    debug: bool,
) -> None:
    """会議録・議案・採決・資料から言葉を探す / find words as of the last build.

    WORDS：空白はすべて、|はどれか、-は除く、"…"はそのまま / space: all, |: any, -: not, "…": as it stands
    """
    must_exist(project)
    config = load_config(project)
    must_be_sound(config, None)
    filters = Filters(speaker, group, session, body, kind or "", bill, since, until)
    request = Request(words, filters, sort, limit, exact=exact)
    answers: list[Answer] = []
    report = finished(lambda step: ask(config.value, edition, request, answers.append, step), debug=debug)
    if not answers:
        show(report, report.language)
        context.exit(ExitCode.CANNOT_RUN)
    answers[0].show(report.language, as_json=as_json)
