"""What is put into a build's way: its end before a chosen step, or a step that the system refuses once."""

from __future__ import annotations

import builtins
import io
import json
import os
import signal
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Self

CALLS = ("replace", "rename", "link", "unlink", "remove", "mkdir", "rmdir", "fsync", "utime", "truncate")
"""Calls that change the disk, besides opening a file to write and writing to it."""


class Steps:
    """Counts the steps of a build and calls ``at`` before each, with its kind and the path it is about."""

    def __init__(self, at: Callable[[int, str, str], None]) -> None:
        """Count from 1."""
        self.number, self.at, self.kinds = 0, at, Counter[str]()

    def step(self, kind: str, path: object) -> None:
        """Take a step."""
        self.number += 1
        self.kinds[kind] += 1
        self.at(self.number, kind, os.fspath(path) if isinstance(path, (str, os.PathLike)) else "")

    def lay(self) -> None:
        """Stand before every such call of this process; there is no way back, for it is a child's."""
        for name in CALLS:
            setattr(os, name, self._counted(name, getattr(os, name)))
        io.open = builtins.open = self._opened(builtins.open)  # type: ignore[assignment]

    def _counted(self, name: str, true: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            self.step(name, arguments[-1] if name in ("replace", "rename", "link") else arguments[0])
            return true(*arguments, **options)

        return call

    def _opened(self, true: Callable[..., Any]) -> Callable[..., Any]:
        def call(file: Any, mode: str = "r", *more: Any, **options: Any) -> Any:
            if not set(mode) & set("wax+"):
                self.step("read", file)
                return true(file, mode, *more, **options)
            self.step("open", file)
            return Written(true(file, mode, *more, **options), self, file)

        return call


class Written:
    """A file open to be written; each write is a step."""

    def __init__(self, stream: Any, steps: Steps, path: object) -> None:
        """Stand before a stream."""
        self._stream, self._steps, self._path = stream, steps, path

    def write(self, content: Any) -> Any:
        """Write, half of it first, so that an end in between leaves half a file."""
        self._steps.step("write", self._path)
        if len(content) < 2:
            return self._stream.write(content)
        half = len(content) // 2
        self._stream.write(content[:half])
        self._stream.flush()
        self._steps.step("write", self._path)
        self._stream.write(content[half:])
        return len(content)

    def writelines(self, lines: Any) -> None:
        """Write piece by piece."""
        for line in lines:
            self.write(line)

    def __enter__(self) -> Self:
        """Enter the stream."""
        self._stream.__enter__()
        return self

    def __exit__(self, *problem: object) -> None:
        """Leave the stream."""
        self._stream.__exit__(*problem)

    def __iter__(self) -> Any:
        """Read what is there."""
        return iter(self._stream)

    def __getattr__(self, name: str) -> Any:
        """Be the stream in all else."""
        return getattr(self._stream, name)


def killed_at(wanted: int) -> Callable[[], object]:
    """Return what kills this process before its step of that number."""
    return partial(_lay_kill, wanted)


def _lay_kill(wanted: int) -> None:
    def at(number: int, _: str, __: str) -> None:
        if number == wanted:
            os.kill(os.getpid(), signal.SIGKILL)

    Steps(at).lay()


def refused(kind: str, wanted: int, code: int) -> Callable[[], object]:
    """Return what has the system refuse the step of that number of a kind, once."""
    return partial(_lay_refusal, kind, wanted, code)


def _lay_refusal(kind: str, wanted: int, code: int) -> None:
    seen = Counter[str]()

    def at(_: int, this: str, path: str) -> None:
        seen[this] += 1
        if this == kind and seen[this] == wanted:
            raise OSError(code, os.strerror(code), path)

    Steps(at).lay()


def counted(report: Path) -> Callable[[], object]:
    """Return what counts the steps of this process, and writes at its end how many there were of each kind."""
    return partial(_lay_count, report)


def _lay_count(report: Path) -> Callable[[], object]:
    steps = Steps(lambda *_: None)
    steps.lay()
    return lambda: os.write(os.open(report, os.O_WRONLY | os.O_CREAT), json.dumps(steps.kinds).encode())
