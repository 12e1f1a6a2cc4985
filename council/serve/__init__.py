"""`council serve`: the site on 127.0.0.1, built again through the same path when an input changes."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from council.build import default_site_dir
from council.report import Report
from council.serve.inputs import Inputs, inputs_of
from council.serve.server import PortTakenError, PreviewServer

_EVERY = 1.0  # seconds between two looks at the inputs
_QUIET = 0.5  # Word saves in several steps; the build waits until they are over
_IDLE = 20  # a slow disk is looked at for one part of the time in twenty

__all__ = ["PortTakenError", "serve_project"]


def serve_project(
    project: Path, edition: str, port: int, rebuild: Callable[[], Report], say: Callable[[str], None]
) -> None:
    """Build, serve and rebuild until interrupted; a broken file being saved leaves the last good site standing.

    ``port`` 0 takes any free one; ``say`` is given the address. Raises PortTakenError.
    """
    site_dir = default_site_dir(project, edition)
    with PreviewServer(port, site_dir) as server, suppress(KeyboardInterrupt), server.serving():
        _keep_building(project, server, rebuild, say)


def _keep_building(
    project: Path, server: PreviewServer, rebuild: Callable[[], Report], say: Callable[[str], None]
) -> NoReturn:
    built = inputs_of(project)
    rebuild()
    say(f"{server.address}  （Ctrl+C で終わります / Ctrl+C to stop）")
    while True:
        built = _wait_for_change(project, built)
        if rebuild().published:
            server.renew()


def _wait_for_change(project: Path, built: Inputs) -> Inputs:
    """Return the inputs once they differ from those that were built and have come to rest."""
    while True:
        began = time.monotonic()
        now = inputs_of(project)
        if now != built:
            return _at_rest(project, now)
        time.sleep(max(_EVERY, _IDLE * (time.monotonic() - began)))


def _at_rest(project: Path, seen: Inputs) -> Inputs:
    while True:
        time.sleep(_QUIET)
        now = inputs_of(project)
        if now == seen:
            return now
        seen = now
