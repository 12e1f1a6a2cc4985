"""The last lines of a build, in words."""

from __future__ import annotations

from collections.abc import Iterator

from council.diagnostics import Severity, Withholds
from council.report.report import Published, Report

_EDITIONS = {"public": ("公開版", "public edition"), "members": ("議員版", "members' edition")}


def summary(report: Report, language: str) -> str:
    """Return what was published where, what was found, and what is kept back."""
    return "\n".join(_lines(report, language))


def _lines(report: Report, language: str) -> Iterator[str]:
    japanese = language == "ja"
    for one in report.published:
        yield _published(one, japanese=japanese)
    if not report.published:
        yield "何も書き換えていません。" if japanese else "Nothing was changed."
    warnings = sum(report.severity(found) is Severity.WARNING for found in report.findings)
    yield f"誤り {report.errors} 件、確認 {warnings} 件" if japanese else f"{report.errors} errors, {warnings} warnings"
    withheld = sum(found.rule.withholds is not Withholds.NOTHING for found in report.findings)
    if withheld:
        yield (
            f"確認中として掲載を控えたところ {withheld} か所（council check で場所と対処が分かります）"
            if japanese
            else f"{withheld} places kept back for confirmation (council check names each)"
        )


def _published(one: Published, *, japanese: bool) -> str:
    ja, en = _EDITIONS[one.edition]
    if japanese:
        return (
            f"{ja}：{one.site_dir} に {one.pages} ページ"
            f"（新しいファイル {one.new}、変わったもの {one.changed}、除いたもの {one.removed}、そのまま {one.unchanged}）"
        )
    return (
        f"{en}: {one.pages} pages in {one.site_dir} "
        f"({one.new} new files, {one.changed} changed, {one.removed} removed, {one.unchanged} as they were)"
    )
