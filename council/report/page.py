"""Findings as one page that a clerk can open, print and work through: no request leaves it."""

from __future__ import annotations

from collections import defaultdict
from html import escape

from council.diagnostics import Finding, Severity
from council.report.report import Report

_WORDS = {
    "ja": {
        "title": "点検の結果",
        "none": "直すところはありません。",
        "error": "誤り",
        "warning": "確認",
        "note": "お知らせ",
        "help": "対処",
        "search": "Word で検索する言葉",
    },
    "en": {
        "title": "Findings",
        "none": "Nothing to put right.",
        "error": "error",
        "warning": "warning",
        "note": "note",
        "help": "What to do",
        "search": "Search Word for",
    },
}
_STYLE = """
body{font:16px/1.8 "BIZ UDPGothic","Hiragino Sans","Noto Sans JP","Yu Gothic UI",Meiryo,system-ui,sans-serif;
color:#1b1f24;background:#fdfcfa;max-width:52rem;margin:2rem auto;padding:0 1rem}
h2{font-size:1.1rem;border-bottom:1px solid #d9d6cf;margin-top:2.5rem;overflow-wrap:anywhere}
li{margin:0 0 1.2rem;padding-left:1.8rem;list-style:none;position:relative;break-inside:avoid}
li::before{content:"\\2610";position:absolute;left:0}ul{padding:0}
.s{font-weight:600;border:1px solid;border-radius:4px;padding:0 .4em;margin-right:.4em}
.error .s{background:#7a2e00;color:#fff}.place{color:#444;font-size:.9rem}
@media print{body{max-width:none;margin:0;background:#fff}}
"""


def as_html(report: Report, language: str) -> str:
    """Return the whole page, findings by file."""
    words = _WORDS["ja" if language == "ja" else "en"]
    by_file: dict[str, list[Finding]] = defaultdict(list)
    for found in report.findings:
        by_file[found.location.path].append(found)
    sections = "".join(_section(report, path, findings, language) for path, findings in by_file.items())
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>{words["title"]}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{words['title']}</h1>\n"
        f"<p>{_summary(report, language)}</p>\n{sections}</body>\n</html>\n"
    )


def _summary(report: Report, language: str) -> str:
    words = _WORDS["ja" if language == "ja" else "en"]
    if not report.findings:
        return words["none"]
    counts = [sum(report.severity(found) is severity for found in report.findings) for severity in Severity]
    return " · ".join(f"{words[severity.value]} {count}" for severity, count in zip(Severity, counts, strict=True))


def _section(report: Report, path: str, findings: list[Finding], language: str) -> str:
    items = "".join(_item(report, found, language) for found in findings)
    return f"<h2>{escape(path)}</h2>\n<ul>\n{items}</ul>\n"


def _item(report: Report, found: Finding, language: str) -> str:
    words = _WORDS["ja" if language == "ja" else "en"]
    severity = report.severity(found).value
    place = escape(str(found.location))
    search = f"<br>{words['search']}：「{escape(found.location.words)}」" if found.location.words else ""
    return (
        f'<li class="{severity}"><span class="s">{words[severity]} {found.rule.code}</span>{escape(found.message(language))}'
        f'<br><span class="place">{place}{search}</span><br>{words["help"]}：{escape(found.help(language))}</li>\n'
    )
