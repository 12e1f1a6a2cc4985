"""Findings as text: one line a finding, below it how to find the place and what to do, repeats folded."""

from __future__ import annotations

from collections.abc import Iterator

from council.diagnostics import Finding
from council.location import Location
from council.report.folding import Folded, fold
from council.report.report import Report
from council.report.words import HELP, KEEPS, KEPT_BACK, labelled, one_line, search_words, under

_SPELT = 8  # places of one repeated finding that are spelt out
_INDENT = "    "


def as_text(report: Report, language: str) -> str:
    """Return the findings as lines, in the order of the files; nothing for no findings."""
    return "\n".join(line for folded in fold(report.findings) for line in _lines(report, folded, language))


def _lines(report: Report, folded: Folded, language: str) -> Iterator[str]:
    found = folded.first
    yield one_line(f"{found.location}: {report.severity(found).value}[{found.rule.code}] {found.message(language)}")
    for line in (*_where(found.location, language), *_rest(found, folded.places[1:], language)):
        yield _INDENT + one_line(line)


def _where(place: Location, language: str) -> Iterator[str]:
    if place.heading:
        yield under(place.heading, language)
    if place.words:
        yield search_words(place.words, language)


def _rest(found: Finding, others: tuple[Location, ...], language: str) -> Iterator[str]:
    if others:
        yield _more(others, language)
    if kept := KEPT_BACK.get(found.rule.withholds):
        yield labelled(KEEPS, kept.in_language(language), language)
    yield labelled(HELP, found.help(language), language)


def _more(others: tuple[Location, ...], language: str) -> str:
    """Return ``ほか12か所：15:3、16:3`` and so on; in a Word file with the words to search for."""
    japanese, count = language == "ja", len(others)
    head = f"ほか{count}か所" if japanese else f"and {count} more place{'' if count == 1 else 's'}"
    spelt = list(dict.fromkeys(short for place in others if (short := _short(place, language))))
    if not spelt:
        return head
    shown = ("、" if japanese else ", ").join(spelt[:_SPELT])
    return f"{head}{'：' if japanese else ': '}{shown}{' …' if len(spelt) > _SPELT else ''}"


def _short(place: Location, language: str) -> str:
    """Return a place without its file."""
    words = (f"「{place.words}」" if language == "ja" else f" “{place.words}”") if place.words else ""
    return str(place).removeprefix(place.path).lstrip(":") + words
