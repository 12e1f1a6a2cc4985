"""Writing to any console: no character stops a run, findings go to stdout, progress to stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from types import MappingProxyType

from council.report.report import Progress
from council.text.patterns import regex

_STAGES = MappingProxyType(
    {
        "read": "読み込み / reading",
        "resolve": "照合 / joining",
        "index": "検索用の索引 / search index",
        "write-public": "公開版の作成 / public edition",
        "write-members": "議員版の作成 / members' edition",
        "verify": "リンクの点検 / checking links",
        "publish": "公開 / publishing",
        "packets": "会議資料のPDF / packets",
    }
)
_FOREIGN = regex(r"[^\x00-\x7f]")


def _json_codes(text: str) -> str:
    return _FOREIGN.sub(lambda match: json.dumps(match[0])[1:-1], text)


def _html_codes(text: str) -> str:
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


# JSON is UTF-8 by its standard and the page says that it is; where the console's encoding is another one, they go out
# in ASCII with their own codes and stay right wherever they are saved.
_CODES = MappingProxyType({"json": _json_codes, "html": _html_codes})


def write_out(text: str, *, form: str = "text", error: bool = False) -> None:
    """Write a line; what the console cannot show is shown as its code (a CP932 console has no 𠮷)."""
    stream = sys.stderr if error else sys.stdout
    encoding = stream.encoding or "utf-8"
    if form in _CODES and not encoding.lower().replace("_", "-").startswith("utf"):
        text = _CODES[form](text)
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    stream.flush()


@contextmanager
def show_progress(stages: list[str] | None = None) -> Iterator[Callable[[Progress], None]]:
    """Yield what takes the steps of a run: a bar on a terminal, a plain line a stage otherwise.

    ``stages`` is given every stage that was begun, also for who looks after a run was stopped.
    """
    begun: list[str] = [] if stages is None else stages
    with _bars(begun) or nullcontext(_on_lines(begun)) as step:
        yield step


def _bars(begun: list[str]) -> AbstractContextManager[Callable[[Progress], None]] | None:
    if not sys.stderr.isatty():
        return None
    from council.report.bars import bars  # noqa: PLC0415 - what draws is slow to import, and seldom is there a terminal

    return bars(_STAGES, begun)


def _on_lines(begun: list[str]) -> Callable[[Progress], None]:
    def step(progress: Progress) -> None:
        if progress.stage not in begun:
            begun.append(progress.stage)
            write_out(_STAGES.get(progress.stage, progress.stage), error=True)

    return step
