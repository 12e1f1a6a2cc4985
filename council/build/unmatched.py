"""`.council/unmatched.csv`: every printed name that is nobody's, for whoever mends the roster or the tables in Excel."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from council.diagnostics import Bilingual, Finding, Rule, finding
from council.location import Location
from council.parse.drafts import Drafts
from council.publish.disk import write_whole
from council.rules import record, votes
from council.rules.publication import UNMATCHED_NOT_WRITTEN

FILE = "unmatched.csv"
_CELLS = (record.UNKNOWN_VOTER, record.AMBIGUOUS_VOTER, votes.DAMAGED_NAME, votes.NAMELESS_MEMBER)
_PLACES = (
    record.UNKNOWN_SPEAKER,
    record.AMBIGUOUS_SPEAKER,
    record.UNKNOWN_ATTENDEE,
    record.AMBIGUOUS_ATTENDEE,
    record.UNKNOWN_RECORDING_MEMBER,
)
_HEADINGS = (
    Bilingual("ファイル", "file"),
    Bilingual("シート", "sheet"),
    Bilingual("行", "row"),
    Bilingual("列", "column"),
    Bilingual("段落", "paragraph"),
    Bilingual("氏名", "name"),
    Bilingual("候補", "may be"),
    Bilingual("件数", "number"),
    Bilingual("規則", "rule"),
    Bilingual("内容", "what is wrong"),
    Bilingual("直し方", "what to do"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def list_unmatched(findings: Iterable[Finding], drafts: Drafts, language: str) -> bytes:
    """Return the list: one row a name, file and rule, at its first place.

    ``number`` counts the votes kept back, for speakers, attendance and links the places. UTF-8 with BOM and CRLF.
    """
    findings = list(findings)
    cells = _cells_by_name(drafts, {one.location for one in findings if one.rule in _CELLS})
    rows = (_row(places, cells, language) for places in _by_name(findings).values())
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(([heading.in_language(language) for heading in _HEADINGS], *rows))
    return text.getvalue().encode("utf-8-sig")


def keep_unmatched(state: Path, content: bytes) -> tuple[Finding, ...]:
    """Write the list; where that fails, as while it is open in Excel, it is a note (S314)."""
    try:
        if not _stands(state / FILE, content):
            write_whole(state / FILE, content)
    except OSError as error:
        words = error.strerror or type(error).__name__
        return (finding(UNMATCHED_NOT_WRITTEN, Location(f"{state.name}/{FILE}"), words=words),)
    return ()


def _stands(file: Path, content: bytes) -> bool:
    return file.is_file() and file.read_bytes() == content


def _by_name(findings: Iterable[Finding]) -> dict[tuple[str, str, str, str], list[Finding]]:
    found: dict[tuple[str, str, str, str], list[Finding]] = defaultdict(list)
    for one in sorted(findings, key=lambda each: each.location.sort_key):
        if one.rule in (*_CELLS, *_PLACES):
            name = dict(one.values).get("name", "")
            # Two columns without a name are two people.
            place = "" if name else str(one.location)
            found[one.location.path, one.rule.code, name, place].append(one)
    return found


def _row(found: list[Finding], cells: Counter[Location], language: str) -> Iterator[str]:
    first, values = found[0], dict(found[0].values)
    at = first.location
    yield from (_plain(at.path), _plain(at.sheet), *(_number(one) for one in (at.line, at.column, at.paragraph)))
    yield _plain(values.get("name", ""))
    yield _plain(values.get("near") or values.get("candidates", ""))
    yield _number(_votes(found, cells, first.rule))
    yield from (first.rule.code, _plain(first.message(language)), _plain(first.help(language)))


def _votes(found: list[Finding], cells: Counter[Location], rule: Rule) -> int | None:
    places = {one.location for one in found}
    if rule in _PLACES:
        return len(places)
    return sum(cells[place] for place in places) or None


def _cells_by_name(drafts: Drafts, names: set[Location]) -> Counter[Location]:
    """Count the votes that stand under each of some places of names."""
    paths = {place.path for place in names}
    rows = (row for row in chain(drafts.vote_events, drafts.second) if row.location.path in paths)
    places = (vote.name_at or vote.location for row in rows for vote in row.votes)
    return Counter(place for place in places if place in names)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _plain(text: str) -> str:
    """Return words that a spreadsheet never takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
