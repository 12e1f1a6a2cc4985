"""Findings as one page that a clerk can open, print and work through: no request leaves it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from html import escape

from msgspec import Struct

from council.diagnostics import Bilingual, Finding, Severity
from council.location import Location
from council.report.folding import Folded, fold, place_words
from council.report.page_recognised import decisions_table, in_short, terms
from council.report.page_style import STYLE
from council.report.recognised import Recognised, RecognisedList
from council.report.report import Report
from council.report.summary import count_line
from council.report.words import HELP, KEEPS, KEPT_BACK, SEVERITIES, labelled, one_line, search_words, under

_TITLE = Bilingual("点検の結果", "Findings")
_OVERVIEW = Bilingual("読んだファイル", "Files read")
_COLUMNS = (
    Bilingual("ファイル", "file"),
    Bilingual("読み取ったもの", "recognised"),
    *(SEVERITIES[severity] for severity in Severity),
)
_HOW = Bilingual(
    "直したものに印を付けられます（印は保存されません。紙に残すときは印刷してください）。",
    "Tick what is put right. Ticks are not saved; print the page to keep them.",
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def as_html(report: Report, language: str) -> str:
    """Return the whole page: an overview, then file by file what was recognised and each finding with a box to tick."""
    files = _files(report)
    parts = [*_head(_TITLE.in_language(language), language), f"<p>{count_line(report, language)}</p>"]
    if report.findings:
        parts.append(f'<p class="how">{_HOW.in_language(language)}</p>')
    if report.recognised:
        parts.append(_overview(report, files, language))
    parts += [_section(report, number, file, language) for number, file in enumerate(files, start=1) if file.has_more]
    return "\n".join((*parts, "</body>", "</html>"))


class _File(Struct, frozen=True):
    """What there is to say of one file."""

    path: str
    recognised: tuple[Recognised, ...]
    findings: tuple[Folded, ...]

    @property
    def has_more(self) -> bool:
        """Whether there is more to say than its line in the overview."""
        return bool(self.findings) or any(not isinstance(one, RecognisedList) for one in self.recognised)


def _files(report: Report) -> list[_File]:
    read: dict[str, list[Recognised]] = defaultdict(list)
    found: dict[str, list[Folded]] = defaultdict(list)
    for one in report.recognised:
        read[one.path].append(one)
    for folded in fold(report.findings):
        found[folded.first.location.path].append(folded)
    paths = sorted({*read, *found}) if read else list(found)
    return [_File(path, tuple(read[path]), tuple(found[path])) for path in paths]


def _head(title: str, language: str) -> Iterator[str]:
    yield f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">\n<link rel="icon" href="data:,">'
    yield f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>"


def _overview(report: Report, files: list[_File], language: str) -> str:
    head = "".join(f'<th scope="col">{name.in_language(language)}</th>' for name in _COLUMNS)
    rows = "\n".join(_row(report, number, file, language) for number, file in enumerate(files, start=1))
    caption = _OVERVIEW.in_language(language)
    return (
        f'<table class="overview">\n<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>"
    )


def _row(report: Report, number: int, file: _File, language: str) -> str:
    short = "<br>".join(_text(in_short(one, language)) for one in file.recognised)
    counts = Counter(report.severity(one.first) for one in file.findings)
    cells = "".join(_count(severity, counts[severity], language) for severity in Severity)
    name = f'<a href="#f{number}">{_text(file.path)}</a>' if file.has_more else _text(file.path)
    return f'<tr><th scope="row">{name}</th><td>{short}</td>{cells}</tr>'


def _count(severity: Severity, number: int, language: str) -> str:
    """Return a cell with a count; ``data-name`` says of what where a narrow screen has no head of columns."""
    name = SEVERITIES[severity].in_language(language)
    return f'<td class="{severity.value} n" data-name="{name}">{number or ""}</td>'


def _section(report: Report, number: int, file: _File, language: str) -> str:
    lines = [f'<section id="f{number}">', f"<h2>{_text(file.path)}</h2>"]
    for one in file.recognised:
        told = "\n".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in terms(one, language))
        lines += [f"<dl>\n{told}\n</dl>", decisions_table(one, language)]
    if file.findings:
        lines += ["<ul>", *(_item(report, one, language) for one in file.findings), "</ul>"]
    return "\n".join(line for line in (*lines, "</section>") if line)


def _item(report: Report, folded: Folded, language: str) -> str:
    found = folded.first
    severity = report.severity(found)
    label = f"{SEVERITIES[severity].in_language(language)} {found.rule.code}"
    box = f'<input type="checkbox"><span class="severity">{label}</span>{_text(found.message(language))}'
    lines = (
        f"<p><label>{box}</label></p>",
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
