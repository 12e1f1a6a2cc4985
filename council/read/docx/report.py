"""Findings with places that lead a person to them in Word: paragraph number, heading above, words to search for."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct, field

from council.diagnostics import Finding, finding
from council.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.diagnostics import Rule

WORDS, _HEADING = 12, 40
_HEADING_SIGNS = ("△", "◎", "日程")
BLANK = " \t\n\u3000"
NOTHING_BEFORE = "―"


class Issue(Struct, frozen=True):
    """A rule met inside a paragraph that is still being read; ``once`` reports only the first of a kind."""

    rule: Rule
    values: dict[str, str] = field(default_factory=dict)
    once: str | None = None


class Reporter:
    """Gathers the findings of one file while its reader walks through it."""

    def __init__(self, path: str) -> None:
        """Begin at the top of the file ``path``."""
        self._path = path
        self._heading = ""
        self._before = ""
        self._unseen = False
        self._seen: set[tuple[str, str]] = set()
        self.findings: list[Finding] = []

    def before(self, text: str) -> str:
        """Return the last visible words before a place, ``text`` being what stands before it in its paragraph."""
        words = "" if self._unseen else text.strip(BLANK)[-WORDS:].strip(BLANK)
        words = words or self._before
        return _one_line(words) or NOTHING_BEFORE

    def report(self, issue: Issue, number: int | None = None, text: str = "") -> None:
        """Report an issue of paragraph ``number`` whose visible text is ``text``."""
        if issue.once is not None:
            if (issue.rule.code, issue.once) in self._seen:
                return
            self._seen.add((issue.rule.code, issue.once))
        words = "" if self._unseen else _one_line(text.strip(BLANK)[:WORDS])
        place = Location(self._path, paragraph=number, heading=self._heading if number is not None else "", words=words)
        self.findings.append(finding(issue.rule, place, **issue.values))

    def leave(self, text: str, level: int | None, origin: str) -> None:
        """Note that a paragraph has been read to its end."""
        visible = text.strip(BLANK)
        if not visible or self._unseen:
            return
        self._before = visible[-WORDS:].strip(BLANK)
        if origin == "body" and (level is not None or visible.startswith(_HEADING_SIGNS)):
            self._heading = _one_line(visible[:_HEADING])

    @contextmanager
    def unseen(self) -> Iterator[None]:
        """Read what Word does not show: findings there quote nothing of it."""
        outer, self._unseen = self._unseen, True
        yield
        self._unseen = outer


def _one_line(words: str) -> str:
    return " ".join(words.split("\n"))
