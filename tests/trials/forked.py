"""The command `council` in a child of this process, with something put into its way; quick, for nothing is loaded anew."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from council.cli import main

CRASHED = 70


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


def council(*arguments: str, before: Callable[[], object] = lambda: None) -> Done:
    """Run a command to its end; ``before`` is called in the child first."""
    with tempfile.TemporaryFile() as output:
        child = os.fork()
        if child == 0:
            _run(output.fileno(), arguments, before)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        output.seek(0)
        return Done(code, output.read().decode("utf-8", "replace"))


def build(root: Path, *more: str, before: Callable[[], object] = lambda: None) -> Done:
    """Build both editions of a council's folder."""
    return council("build", "--edition", "all", "--jobs", "1", "--project", str(root), *more, before=before)


def _run(output: int, arguments: tuple[str, ...], before: Callable[[], object]) -> None:
    """Be the child: never return. What ``before`` returns is called at the end, if it can be."""
    code, after = CRASHED, None
    try:
        os.dup2(output, 1)
        os.dup2(output, 2)
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
