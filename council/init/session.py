"""What `council new session` writes: a session's folder, its session.yml, a vote table and a Word template."""

from __future__ import annotations

import csv
import datetime as dt
import io
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from council.config import load_config
from council.init.sitting_texts import Seated, minutes_lines, session_text
from council.init.word import word_file
from council.init.yaml_text import quoted
from council.parse import places
from council.parse.drafts import DraftMember
from council.parse.find import MINUTES, VOTES, find_inputs
from council.parse.roster import parse_roster
from council.parse.session_names import parse_session_name
from council.read.tables import read_tables
from council.text.names import comparable_name
from council.text.patterns import regex

_FOLDERS = {
    "ja": ("資料/公開", "資料/議員限定", "議員限定"),
    "en": ("materials/public", "materials/members", "members"),
}
_WORD = {"ja": "第1号.docx", "en": "sitting-1.docx"}
_COLUMNS = {
    "ja": ("議案番号", "件名", "議決日", "採決方法", "結果"),
    "en": ("number", "title", "date", "method", "result"),
}
_LEGEND = {
    "ja": "凡例 ○：賛成 ×：反対 棄：棄権 欠：欠席 退：退席 除：除斥 議：議長（表決に加わらない）",
    "en": "Legend Y: yes; N: no; ABS: abstain; A: absent; NV: not voting; E: excused; C: chair",
}
# What no file system of an office computer takes, and names that mean something else in these folders.
_NOT_IN_NAMES = regex(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]')
_DEVICES = regex(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
_RESERVED = (
    places.MEMBERS_ONLY | places.EVERYONE | places.PAPERS | {"members", "corrections", "second", "streams", "synonyms"}
)
_LONGEST = 200  # bytes; file systems take 255 with the suffix


class BadNameError(ValueError):
    """A name that cannot be a session's folder."""


def new_session(project: Path, name: str, language: str, today: dt.date) -> tuple[str, ...]:
    """Write a new session's folder and files and return what was written, by relative path.

    The members are those of the roster in office: ``today`` for a session of this year or of no known year, else at
    the end of the session's year. ``language`` empty: the project's own. Raises `BadNameError`, FileExistsError with
    the path of what is there already, and any other OSError; nothing that was there is touched.
    """
    session = _folder_name(name)
    config = load_config(project).value
    words = "ja" if (language or config.facts.language) == "ja" else "en"
    members = members_in_office(_roster(project), _day(session, today))
    files = {
        f"{MINUTES}/{session}/session.yml": session_text(_name_line(session), words).encode(),
        f"{MINUTES}/{session}/{_WORD[words]}": word_file(
            minutes_lines(session, config.facts.name, members, words), words
        ),
        f"{VOTES}/{session}.csv": vote_table(members, words),
    }
    folders = tuple(f"{MINUTES}/{session}/{folder}" for folder in _FOLDERS[words])
    _must_be_new(project, files)
    _write(project, files, folders)
    return (*files, *(f"{folder}/" for folder in folders))


def members_in_office(members: Iterable[DraftMember], day: dt.date) -> tuple[Seated, ...]:
    """Return who is in office on a day, in the order of seats; without any, the roster as it stood last."""
    rows = tuple(members)
    started = [row.start_date for row in rows if row.start_date]
    serving = _serving(rows, day) or _serving(rows, max(started, default=day))
    return tuple(
        Seated(row.name, row.seat, row.group, row.role)
        for row in sorted(serving, key=lambda row: _seat_order(row.seat))
    )


def vote_table(members: Sequence[Seated], language: str) -> bytes:
    """Return an empty vote table as Excel opens it: a legend, the groups, the headings with the members' names."""
    columns = _COLUMNS[language]
    groups = (
        [["", *[""] * (len(columns) - 1), *(one.group for one in members)]] if any(one.group for one in members) else []
    )
    headings = [*columns, *(one.name for one in members)]
    legend = [_LEGEND[language], *[""] * (len(headings) - 1)]
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([legend, *groups, headings])
    return text.getvalue().encode("utf-8-sig")


def _serving(rows: Iterable[DraftMember], day: dt.date) -> list[DraftMember]:
    """Return the row of each person that covers a day; the last one where several do."""
    serving = {
        row.id or comparable_name(row.name): row
        for row in rows
        if (row.start_date or dt.date.min) <= day <= (row.end_date or dt.date.max)
    }
    return list(serving.values())


def _seat_order(seat: str) -> tuple[bool, int, str]:
    return (not seat.isdecimal(), int(seat) if seat.isdecimal() else 0, seat)


def _day(session: str, today: dt.date) -> dt.date:
    known = parse_session_name(session)
    return today if known is None or known.year == today.year else dt.date(known.year, 12, 31)


def _roster(project: Path) -> tuple[DraftMember, ...]:
    file = find_inputs(project).value.roster
    return parse_roster(read_tables(file.path, file.name).value).value if file else ()


def _name_line(session: str) -> str:
    """Return the line with the key, as a comment where the name says no year: the folder names the session then."""
    line = f"name: {session if session.isalnum() else quoted(session)}"
    return line if parse_session_name(session) else f"# {line}"


def _folder_name(name: str) -> str:
    """Return the name as a folder's; raises BadNameError for one that is no plain name of a folder."""
    plain = unicodedata.normalize("NFC", name).strip()
    if not plain or plain[0] in ".~" or plain[-1] == "." or _NOT_IN_NAMES.search(plain):
        raise BadNameError(name)
    if places.plain(plain) in _RESERVED or _DEVICES.fullmatch(plain.casefold()):
        raise BadNameError(name)
    if len(plain.encode()) > _LONGEST:
        raise BadNameError(name)
    return plain


def _must_be_new(project: Path, files: Iterable[str]) -> None:
    for path in files:
        target = project / path
        here = _names(target.parent)
        # A name may be there in the other form of its voiced kana, or in capitals.
        if target.exists() or target.is_symlink() or places.plain(target.name) in here:
            raise FileExistsError(path)
        if not target.parent.is_dir() and places.plain(target.parent.name) in _names(target.parent.parent):
            raise FileExistsError(target.parent.relative_to(project).as_posix())


def _names(folder: Path) -> frozenset[str]:
    return frozenset(places.plain(path.name) for path in folder.iterdir()) if folder.is_dir() else frozenset()


def _write(project: Path, files: dict[str, bytes], folders: Iterable[str]) -> None:
    """Write all files or none of them."""
    written: list[Path] = []
    try:
        for path, content in files.items():
            target = project / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                written.append(target)
                file.write(content)
        for folder in folders:
            (project / folder).mkdir(parents=True, exist_ok=True)
    except OSError:
        for target in written:
            target.unlink(missing_ok=True)
        raise
