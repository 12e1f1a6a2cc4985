"""Papers under 資料/ (contract §2.6): what folder and name say of audience, order, bill, agenda item and day."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable

from msgspec.structs import replace

from council.diagnostics import Outcome, finding
from council.location import Location
from council.model.bill_numbers import KINDS, BillNumber, bill_numbers_in, parse_bill_number
from council.model.events import Audience
from council.parse.drafts import DraftMaterial
from council.parse.find import MaterialFile
from council.parse.session_names import parse_session_name
from council.read.paper import KINDS as PAPER_KINDS
from council.read.paper import Paper, read_paper
from council.rules import materials as rules
from council.text.dates import find_date
from council.text.numerals import any_number
from council.text.patterns import regex

# A leading number that is a year, a date, a 第N号 or a quantity says nothing of the order.
_NO_ORDER = r"[年月号回時分番円期次歳%]|日(?!程)|件(?!名)|人(?!事)|名(?!簿)|か年|ヶ年|[0-9]|[./-][0-9]"
_ORDER = regex(rf"^\s*[(\[]?(?P<number>[0-9]{{1,4}})(?!{_NO_ORDER})[)\]]?[\s_.,:、。・-]*(?P<rest>.*)$", re.DOTALL)
_SUB_ORDER = regex(r"^\s*(?P<number>[0-9]{1,3})-(?P<sub>[0-9]{1,2})(?![0-9-])[\s_.,:、。・-]*(?P<rest>.*)$", re.DOTALL)
_PAPER_NUMBER = regex(
    r"^\s*(?:参考|添付|説明)?資料\s*(?:No\.?\s*)?(?P<number>[0-9]{1,3})(?![0-9年月日号回])", re.IGNORECASE
)
_AGENDA = regex(r"日程\s*第?\s*([0-9]{1,3}|[一二三四五六七八九十]{1,3})(?![0-9年月日])")
_MONTH_DAY = regex(r"(?<![0-9年])(?P<month>[0-9]{1,2})\s*月\s*(?P<day>[0-9]{1,2})\s*日")
_YEARS = range(1900, 2100)
_NEW_FISCAL_YEAR = 4  # April


def parse_materials(files: Iterable[MaterialFile]) -> Outcome[tuple[DraftMaterial, ...]]:
    """Read the papers; one that does not open keeps its place, held back, one whose folder names no audience has none.

    Findings: D101 (no audience), D102-D108 (kinds, locked and broken files).
    """
    made = [_material(file) for file in files]
    return Outcome(
        tuple(one.value for one in made if one.value), tuple(found for one in made for found in one.findings)
    )


def _material(file: MaterialFile) -> Outcome[DraftMaterial | None]:
    if file.audience is None:
        return Outcome(None, (finding(rules.NO_AUDIENCE, Location(file.name)),))
    paper = read_paper(file.path, file.name)
    if paper.value:
        return Outcome(_draft(file, file.audience, paper.value), paper.findings)
    suffix = file.path.suffix.casefold()
    unopened = _draft(file, file.audience, Paper(PAPER_KINDS.get(suffix, suffix.lstrip(".")), "", 0))
    return Outcome(replace(unopened, withheld=paper.findings[0].rule.code), paper.findings)


def _draft(file: MaterialFile, audience: Audience, paper: Paper) -> DraftMaterial:
    *folders, own = file.name.split("/")
    stem = own.rpartition(".")[0]
    plain = unicodedata.normalize("NFKC", stem)
    return DraftMaterial(
        path=file.name,
        folder=file.folder,
        title=_title(stem),
        kind=paper.kind,
        sha256=paper.sha256,
        size=paper.size,
        audience=audience,
        location=Location(file.name),
        day=_day([*reversed(folders), plain], file.folder),
        bills=_bills(plain),
        agenda_number=_agenda_number(plain),
        order=_order(plain),
        pages=paper.pages,
    )


def _order(plain: str) -> int | None:
    """Return the leading number of the name; 資料3 counts as one."""
    match = _SUB_ORDER.match(plain) or _ORDER.match(plain) or _PAPER_NUMBER.match(plain)
    number = int(match["number"]) if match else None
    return None if number in _YEARS else number


def _title(stem: str) -> str:
    """Return the name without the number that orders it, underlines as spaces; never empty."""
    plain = unicodedata.normalize("NFKC", stem)
    match = None if _SUB_ORDER.match(plain) else _ORDER.match(plain)
    numbered = match is not None and int(match["number"]) not in _YEARS
    kept = stem[len(stem) - len(match["rest"]) :] if match and numbered and len(plain) == len(stem) else stem
    return " ".join(kept.replace("_", " ").split(" ")).strip() or stem


def _bills(plain: str) -> tuple[BillNumber, ...]:
    named = bill_numbers_in(plain)
    if named:
        return named
    parts = (parse_bill_number(part) for part in re.split(r"[\s_、,()「」]+", plain))
    return tuple(dict.fromkeys(number for number in parts if number and (number.kind in KINDS or not number.form)))


def _agenda_number(plain: str) -> int | None:
    match = _AGENDA.search(plain)
    return any_number(match[1]) if match else None


def _day(parts: list[str], session_folder: str) -> dt.date | None:
    """Return the day that the nearest folder names, else the file's name; a day without a year is the session's."""
    *folders, stem = parts
    for part in (*folders, stem):
        plain = unicodedata.normalize("NFKC", part)
        day = find_date(plain) or _day_of_session(plain, session_folder)
        if day:
            return day
    return None


def _day_of_session(plain: str, session_folder: str) -> dt.date | None:
    match = _MONTH_DAY.search(plain)
    session = parse_session_name(session_folder)
    if not match or not session:
        return None
    month = int(match["month"])
    late = "年度" in session.printed and month < _NEW_FISCAL_YEAR
    try:
        return dt.date(session.year + late, month, int(match["day"]))
    except ValueError:
        return None
