"""The same work for many things, in several processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def at_once(work: Callable[[T], R], tasks: Iterable[T], jobs: int, chunk: int) -> Iterator[R]:
    """Yield what comes of each task, in order; no more where there is no memory or no process left for the rest.

    ``jobs`` processes take ``chunk`` tasks at a time; ``work`` stands in a module, and it and the tasks can be pickled.
    """
    with suppress(BrokenExecutor, OSError), ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        yield from pool.map(work, tasks, chunksize=chunk)
