"""The options of `council search`, as typer takes them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Kind(StrEnum):
    """What is found."""

    SPEECH = "speech"
    BILL = "bill"
    DECISION = "decision"
    MATERIAL = "material"


class Sort(StrEnum):
    """The order of hits."""

    DATE = "date"
    SCORE = "score"


def _words(words: list[str]) -> list[str]:
    """Refuse what looks like an option and is none: a word that must not stand there has one minus."""
    for word in words:
        if word.startswith("--"):
            message = f"{word} という指定はありません / there is no such option"
            raise typer.BadParameter(message)
    return words


def _day(text: str) -> str:
    """Return an ISO day, month or year of what was written."""
    from council.search.filters import as_day  # noqa: PLC0415 - other commands do without the search's tables

    day = as_day(text)
    if day is None:
        message = f"「{text}」は日付として読めません / no day, month or year"
        raise typer.BadParameter(message)
    return day


AskedFor = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS",
        help='空白：すべて、|：どれか、-：除く、"…"：そのまま / space: all, |: any, -: not, "…": as it stands',
        show_default=False,
        callback=_words,
    ),
]
Exact = Annotated[
    bool, typer.Option("--exact", help="入れた言葉そのものだけ / only the very words, nothing by other readings")
]
OfSpeaker = Annotated[str, typer.Option("--speaker", help="発言者（氏名かID） / who spoke: name or id")]
OfGroup = Annotated[str, typer.Option("--group", help="会派 / parliamentary group")]
OfSession = Annotated[str, typer.Option("--session", help="会期 / session")]
OfBody = Annotated[str, typer.Option("--body", help="会議（本会議、委員会） / the council or a committee")]
OfKind = Annotated[Kind | None, typer.Option("--kind", help="発言・議案・採決・資料 / what is found")]
OfBill = Annotated[str, typer.Option("--bill", help="議案番号かID / a bill's number or id")]
Since = Annotated[
    str,
    typer.Option(
        "--from", callback=_day, help="この日から（2025-12-05、2025-12、令和7年） / from that day, month, year"
    ),
]
Until = Annotated[str, typer.Option("--to", callback=_day, help="この日まで / until that day, month or year")]
InOrder = Annotated[Sort, typer.Option("--sort", help="新しい順・関連の高い順 / newest or best first")]
Limit = Annotated[int, typer.Option("--limit", min=0, help="示す件数 / how many to show")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON で出力 / as JSON")]
