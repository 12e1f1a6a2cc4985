"""Keeps MkDocs from speaking on the console: what it has to say becomes findings."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

_SPEAKERS = ("mkdocs", "MARKDOWN", "pymdownx")


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(" ".join(record.getMessage().split()))


@contextmanager
def listening() -> Iterator[list[str]]:
    """Collect what MkDocs and its libraries log as warnings or errors; nothing of it reaches the console."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice of its end of life
    listener = _Listener()
    loggers = [logging.getLogger(name) for name in _SPEAKERS]
    before = [(logger.handlers, logger.propagate) for logger in loggers]
    for logger in loggers:
        logger.handlers, logger.propagate = [listener], False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield listener.heard
    finally:
        for logger, (handlers, propagate) in zip(loggers, before, strict=True):
            logger.handlers, logger.propagate = handlers, propagate
