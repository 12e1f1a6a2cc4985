"""What the browser is told of the builds: one line for the bar, and the page of findings of the last one."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from council.diagnostics import Bilingual, Severity
from council.report import Report, as_html
from council.report.page_style import STYLE
from council.report.words import NONE, SEVERITIES

BASE = "/_council/"
FINDINGS = f"{BASE}findings.html"

_FIRST = Bilingual("サイトを作っています…", "Building the site…")
_AGAIN = Bilingual("作り直しています…", "Building again…")
_TO_CORRECT = Bilingual("直すところ", "To put right:")
_KEPT = Bilingual("作り直せませんでした。前のサイトのままです。", "Not built again; the last good site stands.")
_NONE_YET = Bilingual("まだサイトを作れません。", "No site can be built yet.")
_FAULT = Bilingual(
    "プログラムの不具合で止まりました。council serve を実行した画面に出ている文をお知らせください。",
    "Stopped by a fault of the program; please send us what stands on the screen of council serve.",
)
_STOPPED = Bilingual("council serve が止まっています。", "council serve has stopped.")
_SEE_FINDINGS = Bilingual("点検の結果", "Findings")
_SEE_SITE = Bilingual("サイトを見る", "See the site")
# The report's own policy lets nothing run; here the bar and its style may.
_SEALED = "style-src 'unsafe-inline'"
_OPENED = "script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'"


class Told(Struct, frozen=True):
    """All that open pages are told at one moment.

    ``site`` and ``findings`` are other ones whenever a page that shows the site, or the findings, must load again.
    """

    site: str
    findings: str
    language: str
    tone: str
    text: str
    page: str
    has_report: bool = False
    has_site: bool = False


class Board:
    """Written by the one that builds, read by every request: what is told is replaced as a whole."""

    def __init__(self, site_dir: Path, language: str, *, fixed: bool = False) -> None:
        """Begin with a first build; ``language`` stays where ``fixed``, else it is the last report's that knew it."""
        self._site_dir = site_dir
        self._fixed = fixed
        stamp, text = _stamp(), _FIRST.in_language(language)
        page = _plain(text, language)
        # Numbers are other ones after a restart too, so that open pages load again.
        self.told = Told(stamp, stamp, language, "busy", text, page, has_site=self._has_site())

    def begin(self) -> None:
        """Say that a build is under way; the findings of the last one stand meanwhile."""
        words = _AGAIN if self.told.has_report else _FIRST
        self.told = replace(self.told, tone="busy", text=words.in_language(self.told.language))

    def end(self, report: Report) -> None:
        """Say what came of a build; pages load again only if what they show is another one."""
        language, has_site = self._language(report), self._has_site()
        tone, text = _line(report, language, has_site=has_site)
        page = _findings(report, text, language)
        site = _stamp() if _differs(report) else self.told.site
        known = site == self.told.site and page == self.told.page
        findings = self.told.findings if known else _stamp()
        self.told = Told(site, findings, language, tone, text, page, has_report=True, has_site=has_site)

    def _has_site(self) -> bool:
        return (self._site_dir / "index.html").is_file()

    def _language(self, report: Report) -> str:
        """Return the report's language, or the last one known where the configuration could not be read."""
        return self.told.language if self._fixed or report.is_stopped else report.language


def as_state(told: Told) -> str:
    """Return what the bar asks for again and again."""
    state = {
        "site": told.site,
        "findings": told.findings,
        "language": told.language,
        "tone": told.tone,
        "text": told.text,
        "stopped": _STOPPED.in_language(told.language),
        "links": dict(_links(told)),
    }
    return json.dumps(state, ensure_ascii=False)


def _links(told: Told) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield where the bar leads from a page of the site, and from the findings."""
    if told.has_report:
        yield "site", {"href": FINDINGS, "text": _SEE_FINDINGS.in_language(told.language)}
    if told.has_site:
        yield "findings", {"href": "/", "text": _SEE_SITE.in_language(told.language)}


def _line(report: Report, language: str, *, has_site: bool) -> tuple[str, str]:
    """Return how the bar looks, and its words."""
    found = _counts(report, language)
    if not report.published:
        failed = (_KEPT if has_site else _NONE_YET).in_language(language)
        return "error", _joined(language, failed, found)
    if not found:
        return "quiet", NONE.in_language(language)
    tone = "error" if report.errors else "warning"
    return tone, _joined(language, _TO_CORRECT.in_language(language), found)


def _counts(report: Report, language: str) -> str:
    """Return ``誤り3・要確認2``; notes are nothing to put right."""
    counts = {SEVERITIES[one]: report.count(one) for one in (Severity.ERROR, Severity.WARNING)}
    if language == "ja":
        return "・".join(f"{words.ja}{count}" for words, count in counts.items() if count)
    return ", ".join(f"{count} {words.en}{'' if count == 1 else 's'}" for words, count in counts.items() if count)


def _joined(language: str, *parts: str) -> str:
    return ("　" if language == "ja" else " ").join(part for part in parts if part)


def _findings(report: Report, line: str, language: str) -> str:
    """Return the page of `council check --format html`; a fault of our own has no findings to show."""
    if report.findings or report.published:
        return as_html(report, language).replace(_SEALED, _OPENED, 1)
    return _plain(_joined(language, line, _FAULT.in_language(language)), language)


def _plain(text: str, language: str) -> str:
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n<link rel="icon" href="data:,">\n'
        f"<title>council serve</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n<h1>council serve</h1>\n<p>{escape(text)}</p>\n</body>\n</html>"
    )


def _differs(report: Report) -> bool:
    """Say whether a build changed any file of the site."""
    return any(one.new or one.changed or one.removed for one in report.published)


def _stamp() -> str:
    return str(time.time_ns())
