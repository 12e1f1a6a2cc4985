"""Bars of the stages of a run, on a terminal that can draw them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn
from rich.progress import Progress as Bars

from council.report.report import Progress


def bars(names: Mapping[str, str], begun: list[str]) -> AbstractContextManager[Callable[[Progress], None]] | None:
    """Return what draws the steps of a run while it is open; None on a terminal that cannot draw.

    ``names`` are those of the stages; ``begun`` is given every stage that was begun.
    """
    console = Console(stderr=True)
    return None if console.is_dumb_terminal else _drawn(console, names, begun)


@contextmanager
def _drawn(console: Console, names: Mapping[str, str], begun: list[str]) -> Iterator[Callable[[Progress], None]]:
    with Bars(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=console) as drawn:
        tasks: dict[str, TaskID] = {}

        def step(progress: Progress) -> None:
            if progress.stage not in tasks:
                begun.append(progress.stage)
                tasks[progress.stage] = drawn.add_task(names.get(progress.stage, progress.stage), total=None)
            drawn.update(tasks[progress.stage], completed=progress.done, total=progress.total or None)

        yield step
