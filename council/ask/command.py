"""Asks an edition's index once and shows the answer, as words or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable

from msgspec import Struct

from council.ask.answer import show_answer
from council.ask.opening import open_search
from council.config import Config
from council.glossary.interface import Words
from council.report import Progress, Report
from council.report.console import write_out
from council.search.engine import Results
from council.search.filters import Filters, Request
from council.search.nearest import Near, nearest

__all__ = ["Answer", "Filters", "Request", "ask"]


class Answer(Struct, frozen=True):
    """What was asked and found; ``near`` is what finds something where this found nothing."""

    request: Request
    results: Results
    near: tuple[Near, ...] = ()

    def show(self, language: str, *, as_json: bool) -> None:
        """Write the answer to the terminal."""
        if as_json:
            write_out(json.dumps(self.results.as_json(), ensure_ascii=False, indent=2), form="json")
        else:
            show_answer(self.results, self.near, self.request, Words(language))


def ask(
    config: Config, edition: str, request: Request, tell: Callable[[Answer], None], step: Callable[[Progress], None]
) -> Report:
    """Ask the index of an edition, which is made first if there is none, and ``tell`` the answer.

    The report says why there is none. Findings: as `open_search`.
    """
    opened = open_search(config, edition, step)
    if opened.value is None:
        return Report(opened.findings, config.facts.language, cannot_run=True)
    with opened.value as engine:
        results = engine.search(request)
        tell(Answer(request, results, () if results.total else nearest(engine, request)))
    return Report((), config.facts.language)
