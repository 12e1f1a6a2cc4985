"""Findings as one page that a clerk can open, print and work through: no request leaves it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from html import escape

from council.diagnostics import Bilingual, Finding
from council.location import Location
from council.report.folding import Folded, fold, place_words
from council.report.report import Report
from council.report.summary import count_line
from council.report.words import HELP, KEEPS, KEPT_BACK, SEVERITIES, labelled, one_line, search_words, under

_TITLE = Bilingual("点検の結果", "Findings")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_STYLE = """
body{font:16px/1.8 "BIZ UDPGothic","Hiragino Sans","Noto Sans JP","Yu Gothic UI",Meiryo,system-ui,sans-serif;
color:#1b1f24;background:#fdfcfa;max-width:52rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h2{font-size:1.1rem;border-bottom:1px solid #d9d6cf;margin-top:2.5rem;break-after:avoid}
ul{padding:0}li{margin:0 0 1.2rem;padding-left:1.8rem;list-style:none;position:relative;break-inside:avoid}
li::before{content:"\\2610";content:"\\2610"/"";position:absolute;left:0}p{margin:0}
.severity{font-weight:600;border:1px solid;border-radius:4px;padding:0 .4em;margin-right:.4em}
.error .severity{background:#7a2e00;color:#fff}.place{color:#444;font-size:.9rem}
@media print{body{max-width:none;margin:0;background:#fff}.error .severity{background:#fff;color:#000}}
"""


def as_html(report: Report, language: str) -> str:
    """Return the whole page, findings by file, each with a box to tick."""
    title = _TITLE.in_language(language)
    by_file: dict[str, list[Folded]] = defaultdict(list)
    for folded in fold(report.findings):
        by_file[folded.first.location.path].append(folded)
    sections = (_section(report, path, findings, language) for path, findings in by_file.items())
    return "\n".join(
        (*_head(title, language), f"<p>{count_line(report, language)}</p>", *sections, "</body>", "</html>")
    )


def _head(title: str, language: str) -> Iterator[str]:
    yield f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">\n<link rel="icon" href="data:,">'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>"


def _section(report: Report, path: str, folded: list[Folded], language: str) -> str:
    items = "\n".join(_item(report, one, language) for one in folded)
    return f"<h2>{_text(path)}</h2>\n<ul>\n{items}\n</ul>"


def _item(report: Report, folded: Folded, language: str) -> str:
    found = folded.first
    severity = report.severity(found)
    label = f"{SEVERITIES[severity].in_language(language)} {found.rule.code}"
    lines = (
        f'<p><span class="severity">{label}</span>{_text(found.message(language))}</p>',
        *(f'<p class="place">{_text(line)}</p>' for line in _places(folded.places, language)),
        *(f"<p>{_text(line)}</p>" for line in _remedy(found, language)),
    )
    return f'<li class="{severity.value}">\n' + "\n".join(lines) + "\n</li>"


def _places(places: tuple[Location, ...], language: str) -> Iterator[str]:
    """Yield every place: those in a table on one line, each in a Word file with what leads there."""
    led = [place for place in places if place.heading or place.words]
    plain = (place_words(place, language) for place in places if place not in led)
    if stated := dict.fromkeys(words for words in plain if words):
        yield ("、" if language == "ja" else "; ").join(stated)
    for place in led:
        yield " — ".join(_way(place, language))


def _way(place: Location, language: str) -> Iterator[str]:
    if words := place_words(place, language):
        yield words
    if place.heading:
        yield under(place.heading, language)
    if place.words:
        yield search_words(place.words, language)


def _remedy(found: Finding, language: str) -> Iterator[str]:
    if kept := KEPT_BACK.get(found.rule.withholds):
        yield labelled(KEEPS, kept.in_language(language), language)
    yield labelled(HELP, found.help(language), language)


def _text(text: str) -> str:
    return escape(one_line(text))
