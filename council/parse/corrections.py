"""Rows of `votes/corrections.csv` (contract §2.7) to draft corrections. No finding quotes a cell of this table."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable

from council.diagnostics import Finding, Outcome, Rule, finding
from council.location import Location
from council.parse.drafts import DraftCorrection
from council.parse.named_columns import Column, NamedRow, heading_key, named_rows
from council.read.documents import Grid
from council.rules import corrections as rules
from council.text.dates import parse_date
from council.text.patterns import regex

COLUMNS = (
    Column("date", ("日付", "date", "年月日"), required=True),
    Column("kind", ("種別", "kind"), required=True),
    Column("target", ("対象", "target", "path"), required=True),
    Column("place", ("場所", "place")),
    Column("was", ("誤", "was", "誤り")),
    Column("is", ("正", "is")),
    Column("reason", ("理由", "why", "reason")),
    Column("decided_by", ("決定者", "decided_by")),
)
KINDS = {
    **dict.fromkeys(("転記誤り", "転記誤", "転記", "transcription"), "transcription"),
    **dict.fromkeys(("校正", "proof"), "proof"),
    **dict.fromkeys(("発言訂正", "発言の訂正", "speech"), "speech"),
    **dict.fromkeys(("発言取消", "発言取消し", "発言の取消し", "取消", "取消し", "withdrawn"), "withdrawn"),
    **dict.fromkeys(("個人情報", "personal"), "personal"),
}
SILENT_KINDS = frozenset({"withdrawn", "personal"})  # whose words must stand nowhere
_HASH = regex(r"sha256[:：]\s*(?P<digits>[0-9a-f]{64})", re.IGNORECASE)
_DRIVE = regex(r"^[A-Za-z]:|^/|^[A-Za-z][A-Za-z0-9+.-]+://")


def parse_corrections(grids: Iterable[Grid]) -> Outcome[tuple[DraftCorrection, ...]]:
    """Read published corrections; ``was`` may be ``sha256:`` and 64 digits in lower case.

    A withdrawal (発言取消, 個人情報) that cannot be used also keeps back the minutes it names (K109), so that words
    that should be gone are not published. Findings: R114-R122 (headings and rows), K101-K109.
    """
    named = named_rows(grids, COLUMNS)
    findings: list[Finding] = [*named.findings]
    corrections: list[DraftCorrection] = []
    for row in named.value:
        wrong = _wrong(row)
        findings += wrong
        if wrong:
            findings += _kept_back(row)
        else:
            findings += _in_clear(row)
            corrections.append(_correction(row))
    return Outcome(tuple(corrections), tuple(findings))


def _correction(row: NamedRow) -> DraftCorrection:
    date = parse_date(row.text("date"))
    if date is None:
        msg = "a row without a date is refused before"
        raise AssertionError(msg)
    hashed = _HASH.fullmatch(row.lines("was"))
    return DraftCorrection(
        date=date,
        kind=_kind(row),
        target=_target(row),
        place=row.text("place"),
        was=f"sha256:{hashed['digits'].lower()}" if hashed else row.lines("was"),
        now=row.lines("is"),
        reason=row.text("reason"),
        decided_by=row.text("decided_by"),
        location=row.at(),
    )


def _kind(row: NamedRow) -> str:
    return KINDS.get(heading_key(row.text("kind")), "")


def _target(row: NamedRow) -> str:
    """Return the corrected file's path in the project, empty if it is none."""
    written = unicodedata.normalize("NFC", row.text("target")).replace("\\", "/").replace("¥", "/")
    path = posixpath.normpath(written) if written else ""
    return "" if _DRIVE.match(path) or path.split("/")[0] in ("", ".", "..") else path


def _wrong(row: NamedRow) -> list[Finding]:
    """Return what makes a row useless."""
    silent = _kind(row) in SILENT_KINDS
    was, now = row.lines("was"), row.lines("is")
    hashed = heading_key(was).startswith("sha256")
    wrong: tuple[tuple[bool, Rule, str], ...] = (
        (parse_date(row.text("date")) is None, rules.BAD_DATE, "date"),
        (not _kind(row), rules.BAD_KIND, "kind"),
        (not _target(row), rules.BAD_TARGET, "target"),
        (not row.text("place") and not silent, rules.NO_PLACE, "place"),
        (not was and not now and not silent, rules.NOTHING_CORRECTED, "was"),
        (bool(was) and was == now, rules.SAME_WORDS, "is"),
        (hashed and not _HASH.fullmatch(was), rules.BAD_HASH, "was"),
    )
    return [finding(rule, row.at(key)) for is_wrong, rule, key in wrong if is_wrong]


def _in_clear(row: NamedRow) -> list[Finding]:
    clear = bool(row.lines("is")) or (bool(row.lines("was")) and not _HASH.fullmatch(row.lines("was")))
    return [finding(rules.WORDS_IN_CLEAR, row.at("was"))] if _kind(row) in SILENT_KINDS and clear else []


def _kept_back(row: NamedRow) -> list[Finding]:
    """Return the finding that keeps back the minutes of a withdrawal that cannot be carried out."""
    if _kind(row) in SILENT_KINDS and _target(row).casefold().endswith(".docx"):
        return [finding(rules.WITHDRAWAL_NOT_USED, Location(_target(row)), source=str(row.at()))]
    return []
