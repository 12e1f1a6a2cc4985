"""How the reader gives a file up: one finding that leaves its value empty."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from council.diagnostics import Finding, finding
from council.location import Location
from council.rules.word_refused import WORD_OTHER_FORMAT

if TYPE_CHECKING:
    from council.diagnostics import Rule


class RefusedError(Exception):
    """The file is refused; ``finding`` says why. Never leaves `read_word`."""

    def __init__(self, found: Finding) -> None:
        """Keep the one finding."""
        super().__init__(found.rule.name)
        self.finding = found


def refuse(rule: Rule, name: str, **values: object) -> RefusedError:
    """Return the exception to raise for the file ``name``."""
    return RefusedError(finding(rule, Location(name), **values))


def other_format(name: str, kind: str) -> RefusedError:
    """Return the exception to raise for a file that is of another ``kind``, whatever its name says."""
    return refuse(WORD_OTHER_FORMAT, name, kind=kind, suffix=posixpath.splitext(name)[1] or "―")
