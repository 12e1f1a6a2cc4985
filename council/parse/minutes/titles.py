"""What a title block says of a sitting: session, body, date, number; file and folder names are the second source."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from council.diagnostics import Finding, finding
from council.location import Location
from council.model.events import SessionKind
from council.model.identifiers import BODIES
from council.parse.drafts import SessionName
from council.parse.minutes.lines import Line, lines_of, place, squeeze
from council.parse.minutes.profile import load_titles
from council.parse.session_names import parse_session_name
from council.rules import minutes as rules
from council.text.dates import find_date
from council.text.numerals import any_number, fold_width
from council.text.patterns import regex

_WEEKDAYS = "月火水木金土日"
_WEEKDAY = regex(r"日[(]?(?P<day>[月火水木金土日])(?:曜|[)])")
_DATE = regex(
    r"(?:(?:明治|大正|昭和|平成|令和)(?:[0-9]{1,2}|元|[一二三四五六七八九十]+)|[0-9]{4})年度?(?:[(][0-9]{4}年?[)])?"
    r"(?:[0-9一二三四五六七八九十]+月)?(?:[0-9一二三四五六七八九十]+日)?(?:[(][月火水木金土日][^()]*[)]|[月火水木金土日]曜日)?"
)
_SESSION_PREFIX = regex(
    r"^.*(?:定例会|臨時会|定例議会|臨時議会|市議会|町議会|村議会|区議会|県議会|市会)(?!運営委員会)(?=.{2,}委員会)"
)
_ORDINAL = regex(r"第[0-9一二三四五六七八九十百]+[回号日]|[0-9]+日目")
_PLACE = regex(r"^[一-龠ぁ-んァ-ヶー]{1,8}?[市町村区](?=.{2,}委員会$)")
_LONGEST_TITLE = 80
_MOST_LINES = 60


class SittingFacts(Struct, frozen=True):
    """What is known of a sitting; None or empty where nothing says it. ``date_line`` is where the date stands."""

    title: str = ""
    session: SessionName | None = None
    body: str = ""
    date: dt.date | None = None
    number: str = ""
    date_line: Line | None = None


def facts_of_title(lines: Sequence[Line], further: Sequence[Line] = ()) -> SittingFacts:
    """Read a title block; tables in it count as their paragraphs.

    What the title block does not say, the rest of the preface may: 期日 令和…, 議事日程（第1号）.
    """
    printed = [line for line in flat_lines(lines) if line.squeezed and not line.is_rule][:_MOST_LINES]
    rest = [line for line in flat_lines(further) if line.squeezed]
    date_line = _date_line(printed) or _sure_date_line(rest)
    date = find_date(date_line.text) if date_line else None
    short = [line for line in printed if len(line.squeezed) <= _LONGEST_TITLE]
    return SittingFacts(
        title=_title(short),
        session=_session([line.squeezed for line in short], date),
        body=body_in([line.squeezed for line in short]),
        date=date,
        number=_number([line.squeezed for line in short]) or _agenda_number(rest),
        date_line=date_line,
    )


def flat_lines(lines: Iterable[Line]) -> Iterable[Line]:
    """Yield lines; of tables, the lines of their cells."""
    for line in lines:
        if line.table is None:
            yield line
        else:
            for row in line.table.rows:
                for cell in row.cells:
                    yield from flat_lines(lines_of(cell.blocks))


def facts_of_names(path: str, folder: str) -> SittingFacts:
    """Read what the names of file and folders say."""
    stem = squeeze(PurePosixPath(path).stem)
    parents = [part for part in PurePosixPath(path).parts[:-1] if part != folder]
    session = parse_session_name(folder) or parse_session_name(stem)
    body = body_in([re.sub(r"[0-9_.\-]+", " ", stem)]) or body_in(squeeze(part) for part in parents)
    return SittingFacts(session=session, body=body, date=find_date(stem.replace("_", " ")), number=_number([stem]))


def body_in(lines: Iterable[str]) -> str:
    """Return the body that the lines of a title name: a committee, 本会議, council; the first pattern that fits."""
    texts = [_without_session(_ORDINAL.sub(" ", _DATE.sub(" ", line))) for line in lines]
    for pattern in load_titles().bodies:
        for text in texts:
            for match in pattern.pattern.finditer(text):
                name = pattern.body or match["name"]
                if not (pattern.skip and pattern.skip.search(name)):
                    return _without_place(name)
    return ""


def _without_place(name: str) -> str:
    """Return 総務委員会 of 汐路市総務委員会, where only the shorter name is known (都市建設委員会 stays)."""
    shorter = _PLACE.sub("", name)
    return shorter if name not in BODIES and shorter in BODIES else name


def _without_session(squeezed: str) -> str:
    return _SESSION_PREFIX.sub("", squeezed)


def _session(lines: Sequence[str], date: dt.date | None) -> SessionName | None:
    joined = "".join(lines)
    found = next((name for line in (*lines, joined) if (name := parse_session_name(line)) and _names_it(name)), None)
    if found or date is None:
        return found or parse_session_name(joined)
    # 第４回 / 市会会議録 / 定例会 without a year: the year of the sitting.
    guessed = parse_session_name(f"{date.year}年{_DATE.sub('', joined)}")
    if guessed and guessed.number:
        kind = "臨時会" if guessed.kind is SessionKind.SPECIAL else "定例会"
        return replace(guessed, printed=f"第{guessed.number}回{kind}")
    return parse_session_name(joined)


def _names_it(name: SessionName) -> bool:
    return name.number is not None or name.month is not None


def _number(lines: Sequence[str]) -> str:
    """Return 第1号, else 第2日 where councils count days."""
    style = load_titles()
    for pattern, word in ((style.number, "号"), (style.day, "日")):
        for line in lines:
            match = pattern.search(line)
            if match and not style.number_not.search(line[: match.end()]):
                return f"第{any_number(match['number'])}{word}"
    return ""


def _date_line(lines: Sequence[Line]) -> Line | None:
    """Return the line with the day of the sitting: one that also tells an hour or weekday, else the first with a date."""
    return _sure_date_line(lines) or next(iter(_dated(lines)), None)


def _sure_date_line(lines: Sequence[Line]) -> Line | None:
    return next((line for line in _dated(lines) if load_titles().date_yes.search(line.squeezed)), None)


def _dated(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if find_date(line.text) and not load_titles().date_no.search(line.squeezed)]


def _agenda_number(lines: Sequence[Line]) -> str:
    number = r"第(?P<{}>[0-9]+|[一二三四五六七八九十]+)"
    pattern = re.compile(rf"議事日程[(]?{number.format('number')}号|{number.format('day')}日(?:目)?議事日程")
    match = next((match for line in lines if (match := pattern.search(line.squeezed))), None)
    if not match:
        return ""
    return f"第{any_number(match['number'])}号" if match["number"] else f"第{any_number(match['day'])}日"


def _title(lines: Sequence[Line]) -> str:
    """Return the line that names the document: with a session, a body or 会議録; else the first line."""
    for line in lines:
        if parse_session_name(line.text) or re.search(
            r"会議録|委員会|協議会|記録|MINUTES|MEETING", line.squeezed, re.IGNORECASE
        ):
            return " ".join(line.text.split())
    return " ".join(lines[0].text.split()) if lines else ""


def disagreements(
    printed: SittingFacts, named: SittingFacts, folder: str, at: Location, path: str
) -> tuple[Finding, ...]:
    """Compare the document with the names; findings M104-M107, and M108 for a weekday that is another day's."""
    found: list[Finding] = []
    if printed.date and named.date and printed.date != named.date:
        found.append(finding(rules.DATE_DISAGREES, at, document=printed.date, name=named.date))
    if printed.session and named.session and not _same_session(printed.session, named.session):
        found.append(
            finding(rules.SESSION_DISAGREES, at, document=printed.session.printed, name=folder or named.session.printed)
        )
    if _other_body(printed.body, named.body):
        found.append(finding(rules.BODY_DISAGREES, at, document=printed.body, name=named.body))
    if _other_number(printed.number, named.number):
        found.append(finding(rules.NUMBER_DISAGREES, at, document=printed.number, name=named.number))
    return (*found, *_weekday(printed, path))


def _other_body(one: str, other: str) -> bool:
    """Say whether two names are two bodies'; with the council's name before it a body is the same."""
    return bool(one and other) and not one.endswith(other) and not other.endswith(one)


def _other_number(one: str, other: str) -> bool:
    """Say whether two numbers of one kind differ; 第1号 and 第2日 are no contradiction."""
    return bool(one and other) and one[-1] == other[-1] and one != other


def _same_session(one: SessionName, other: SessionName) -> bool:
    agree = (one.year, one.kind) == (other.year, other.kind)
    numbers = one.number is None or other.number is None or one.number == other.number
    return agree and numbers and (one.month is None or other.month is None or one.month == other.month)


def _weekday(printed: SittingFacts, path: str) -> tuple[Finding, ...]:
    if not printed.date or not printed.date_line:
        return ()
    match = _WEEKDAY.search(squeeze(fold_width(printed.date_line.text)))
    right = _WEEKDAYS[printed.date.weekday()]
    if not match or match["day"] == right:
        return ()
    at = place(path, printed.date_line)
    return (finding(rules.WEEKDAY_DISAGREES, at, date=printed.date, right=right, printed=match["day"]),)
