"""The command `council` in a process of its own, with something put into its way; quick, for nothing is loaded anew.

The processes are children of one that has loaded everything and done nothing: what ran before in this one (a typesetter
with threads) would not be whole in a child of it.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from council.cli import main

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext

CRASHED = 70


def nothing() -> None:
    """Put nothing into the way."""


@dataclass(frozen=True)
class Done:
    """How a command ended: its exit code, negative for the signal that killed it, and what it said."""

    code: int
    said: str

    @property
    def killed(self) -> bool:
        """Whether it was killed."""
        return self.code < 0

    @property
    def broken(self) -> str:
        """A traceback or a sentence about a fault of the program, if it said one."""
        for sign in ("Traceback", "プログラムの不具合"):
            if sign in self.said:
                return self.said[self.said.index(sign) :][:600]
        return "" if self.code != CRASHED else self.said[-600:]


def council(*arguments: str, before: Callable[[], object] = nothing) -> Done:
    """Run a command to its end; ``before``, which can be pickled, is called in the child first."""
    with tempfile.NamedTemporaryFile() as output:
        child = _server().Process(target=_run, args=(output.name, arguments, before))
        child.start()
        child.join()
        return Done(child.exitcode or 0, output.read().decode("utf-8", "replace"))


@lru_cache(maxsize=1)
def _server() -> ForkServerContext:
    """Start the process that has everything loaded; it finds modules where this one does."""
    from multiprocessing import forkserver  # noqa: PLC0415 - not everywhere

    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(["trials.loaded"])
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
        forkserver.ensure_running()
    return server


def build(root: Path, *more: str, before: Callable[[], object] = nothing) -> Done:
    """Build both editions of a council's folder."""
    return council("build", "--edition", "all", "--jobs", "1", "--project", str(root), *more, before=before)


def _run(output: str, arguments: tuple[str, ...], before: Callable[[], object]) -> None:
    """Be the child: never return. What ``before`` returns is called at the end, if it can be."""
    code, after = CRASHED, None
    try:
        stream = os.open(output, os.O_WRONLY)
        os.dup2(stream, 1)
        os.dup2(stream, 2)
        for number, name in ((1, "stdout"), (2, "stderr")):
            setattr(sys, name, os.fdopen(number, "w", encoding="utf-8", errors="replace", closefd=False))
        sys.argv = ["council", *arguments]
        after = before()
        main()
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else CRASHED
    except BaseException:  # noqa: BLE001 - whatever it is, the parent is to see it
        traceback.print_exc()
    finally:
        if callable(after):
            after()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
