"""`council serve`: the site on 127.0.0.1, built again through the same path when an input changes."""

from __future__ import annotations

import gc
import itertools
import math
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from msgspec import Struct

from council.build import default_site_dir
from council.config import load_config
from council.report import Report
from council.serve.board import Board
from council.serve.inputs import Inputs, inputs_of
from council.serve.passing import may_pass
from council.serve.server import PortTakenError, PreviewServer

_EVERY = 1.0  # seconds between two looks at the inputs
_QUIET = 0.5  # Word saves in several steps; the build waits until they are over
_IDLE = 20  # a slow disk is looked at for one part of the time in twenty
_RETRY, _SELDOM = 5.0, 300.0  # seconds until what may pass by itself is tried again: first, and in the end

__all__ = ["PortTakenError", "ServeOptions", "serve_project"]


class ServeOptions(Struct, frozen=True):
    """What `council serve` was asked for; ``port`` 0 takes any free one, no ``language`` is the project's own."""

    edition: str = "public"
    port: int = 8000
    language: str = ""


def serve_project(
    project: Path, options: ServeOptions, rebuild: Callable[[], Report], say: Callable[[str], None]
) -> None:
    """Build, serve and rebuild until interrupted; a broken file being saved leaves the last good site standing.

    ``say`` is given the address. Raises PortTakenError.
    """
    site_dir = default_site_dir(project, options.edition)
    language = options.language or load_config(project).value.facts.language
    board = Board(site_dir, language, fixed=bool(options.language))
    with PreviewServer(options.port, site_dir, board) as server, suppress(KeyboardInterrupt), server.serving():
        _keep_building(project, server, rebuild, say)


def _keep_building(
    project: Path, server: PreviewServer, rebuild: Callable[[], Report], say: Callable[[str], None]
) -> NoReturn:
    built, pauses = inputs_of(project), _pauses()
    is_passing = _build(server.board, rebuild)
    say(f"{server.address}  （Ctrl+C で終わります / Ctrl+C to stop）")
    while True:
        now = _wait_for_change(project, built, next(pauses) if is_passing else math.inf)
        if now != built:
            built, pauses = now, _pauses()
        is_passing = _build(server.board, rebuild)


def _build(board: Board, rebuild: Callable[[], Report]) -> bool:
    """Build and tell the browser; return whether what was found may pass by itself."""
    board.begin()
    report = rebuild()
    board.end(report)
    gc.collect()  # a whole record is let go at once; the next build is not to find it still in memory
    return may_pass(report)


def _pauses() -> Iterator[float]:
    return (min(_RETRY * 2**number, _SELDOM) for number in itertools.count())


def _wait_for_change(project: Path, built: Inputs, seconds: float = math.inf) -> Inputs:
    """Return the inputs once they differ from those that were built and have come to rest, or the time is over.

    A folder that is gone as a whole, as when a network drive is cut off, is waited for.
    """
    end = time.monotonic() + seconds
    while True:
        began = time.monotonic()
        now = inputs_of(project)
        if now != built and project.is_dir():
            return _at_rest(project, now)
        if began >= end:
            return built
        time.sleep(max(_EVERY, _IDLE * (time.monotonic() - began)))


def _at_rest(project: Path, seen: Inputs) -> Inputs:
    while True:
        time.sleep(_QUIET)
        now = inputs_of(project)
        if now == seen:
            return now
        seen = now
