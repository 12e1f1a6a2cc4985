"""The last lines of a run, in words."""

from __future__ import annotations

from collections.abc import Iterator

from council.diagnostics import Bilingual, Finding, Withholds
from council.report.changes import change_lines
from council.report.report import Published, Report
from council.report.words import KEPT_BACK, NONE, SEVERITIES, counted

_EDITIONS = {
    "public": Bilingual("公開版", "public edition"),
    "members": Bilingual("議員版", "members' edition"),
}
_UNTOUCHED = Bilingual("サイトは書き換えていません。", "No site was changed.")
_OTHER_UNTOUCHED = Bilingual("ほかの版は書き換えていません。", "The other edition was not changed.")
_STRICT = Bilingual(
    "--strict を付けたときは、誤りが一つでもあれば何も作りません。", "With --strict, any error stops the build."
)
_WHOLE = (Withholds.FILE, Withholds.SITTING, Withholds.TABLE, Withholds.MATERIAL)


def summary(report: Report, language: str) -> str:
    """Return what was published where, how much was found, what is kept back, and what changed."""
    lines = (
        *_publication(report, language),
        count_line(report, language),
        *_kept_back(report, language),
        *change_lines(report.changes, language),
    )
    return "\n".join(lines)


def count_line(report: Report, language: str) -> str:
    """Return how much was found."""
    if not report.findings:
        return NONE.in_language(language)
    counts = (counted(words, report.count(severity), language) for severity, words in SEVERITIES.items())
    return ("、" if language == "ja" else ", ").join(counts)


def _publication(report: Report, language: str) -> Iterator[str]:
    for one in report.published:
        yield _published(one, language)
    if not report.published:
        yield _UNTOUCHED.in_language(language)
    elif report.is_stopped:
        yield _OTHER_UNTOUCHED.in_language(language)
    if report.strict and report.errors and not report.is_stopped and not report.published:
        yield _STRICT.in_language(language)


def _published(one: Published, language: str) -> str:
    edition = _EDITIONS[one.edition].in_language(language)
    if language == "ja":
        return (
            f"{edition}：{one.site_dir} に {one.pages} ページ"
            f"（新しいファイル {one.new}、変わったもの {one.changed}、除いたもの {one.removed}、そのまま {one.unchanged}）"
        )
    return (
        f"{edition}: {one.pages} page{'' if one.pages == 1 else 's'} in {one.site_dir} "
        f"(files: {one.new} new, {one.changed} changed, {one.removed} removed, {one.unchanged} as they were)"
    )


def _kept_back(report: Report, language: str) -> Iterator[str]:
    places = {(found.rule.withholds, _extent(found)) for found in report.findings}
    counts = {kind: sum(one is kind for one, _ in places) for kind in KEPT_BACK if kind is not Withholds.EVERYTHING}
    words = [f"{KEPT_BACK[kind].in_language(language)} × {count}" for kind, count in counts.items() if count]
    if words and report.published:
        head = "確認中として掲載を控えたもの：" if language == "ja" else "Kept back for confirmation: "
        yield head + ("、" if language == "ja" else ", ").join(words)


def _extent(found: Finding) -> tuple[object, ...]:
    """Return what two findings share if they keep back the same thing."""
    place = found.location
    if found.rule.withholds in _WHOLE:
        return (place.path,)
    if found.rule.withholds is Withholds.ROW:
        return (place.path, place.sheet, place.line)
    return (str(place), found.values)
