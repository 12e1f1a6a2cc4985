"""What a command costs, measured in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_MIB = 2**20 if sys.platform == "darwin" else 2**10
_SHOWN = 2000  # of what a command that failed has said
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "council-scale" / "compiled"),
}
"""An installed program is compiled once; so is the one measured, without a trace in the checkout."""


class FailedError(Exception):
    """A command that was to be measured did not end well."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the processor (user and system, with all child processes), of the clock; MiB of the largest process."""

    cpu: float
    wall: float
    memory: float


def cost_of(command: Sequence[str], folder: Path, log: Path) -> Cost:
    """Run a command in a folder, what it says going into a file, and return what it cost.

    This process must stay small: the memory of a new process counts from that of the one that started it.
    """
    with log.open("wb") as said:
        began = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - our own commands
            command, cwd=folder, env=_ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        words = log.read_text("utf-8", "replace")[-_SHOWN:]
        message = f"exit code {process.returncode}: {' '.join(command)}\n{words}"
        raise FailedError(message)
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / _MIB)


def least(runs: int, prepare: Callable[[int], object], measure: Callable[[], Cost]) -> Cost:
    """Return the least of each figure over some runs, each prepared anew (told its number, from 0)."""
    costs = []
    for number in range(runs):
        prepare(number)
        costs.append(measure())
    return Cost(min(one.cpu for one in costs), min(one.wall for one in costs), min(one.memory for one in costs))


def python(*arguments: str | Path) -> list[str]:
    """Return a command that runs this Python."""
    return [sys.executable, *map(str, arguments)]


def said_by(command: Sequence[str], folder: Path | None = None) -> str:
    """Run a command that is not measured and return what it prints."""
    done = subprocess.run(  # noqa: S603 - our own commands
        command, cwd=folder, env=_ENVIRONMENT, check=False, capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode:
        message = f"exit code {done.returncode}: {' '.join(command)}\n{done.stderr[-_SHOWN:]}"
        raise FailedError(message)
    return done.stdout
