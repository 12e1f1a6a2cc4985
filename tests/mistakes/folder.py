"""The folder that gathers the mistakes: files are collected first, shared tables row by row, and then written."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

from build_word import build_word, word_parts, write_parts
from independent.projects import NAMES, SESSION, write_project, write_text, write_word
from openpyxl import Workbook

Place = tuple[str, str]
"""A path and the place in it: ``line:column``, ``line``, ``¶paragraph``, or nothing for the file as a whole."""
Write = Callable[["Folder"], Place]

VOTES_HEADING = ("議案番号", "件名", "議決日", "採決方法", "結果", *NAMES)
ROSTER, STREAMS, CORRECTIONS = "votes/members.csv", "minutes_src/streams.csv", "votes/corrections.csv"
_HEADINGS = {
    ROSTER: ("議員ID", "氏名", "ふりがな", "議席", "会派", "役職", "就任日", "退任日", "プロフィールURL", "趣味"),
    STREAMS: ("日付", "会議", "種別", "対象", "議員名", "議題", "URL", "開始", "終了", "公開終了日"),
    CORRECTIONS: ("日付", "種別", "対象", "場所", "誤", "正", "理由", "決定者"),
}
_READINGS = ("たかはし いちろう", "すずき はなこ", "さとう けん", "たなか みのる")
GOOD_VOTES = f"votes/{SESSION}.csv"


class Folder:
    """A council's folder being written."""

    def __init__(self, root: Path) -> None:
        """Write a council of four members without a mistake; the tables that a folder has once are kept open."""
        self.root = write_project(root, {3: "道路", 17: "河川"})
        self.tables = {path: [heading] for path, heading in _HEADINGS.items()}
        self.short: set[tuple[str, ...]] = set()
        for seat, (name, reading) in enumerate(zip(NAMES, _READINGS, strict=True), start=1):
            self.row(ROSTER, f"m{seat}", name, reading, str(seat), "みなと会", "議長" * (seat == 1), "令和5年5月1日")
        self.csv(GOOD_VOTES, [VOTES_HEADING, *(ballot(number) for number in (1, 2))])
        self.row(STREAMS, "令和8年3月3日", "本会議", "録画", "会議", "", "", "https://video.example/good")

    def data(self, path: str, content: bytes) -> str:
        """Write bytes."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        return path

    def text(self, path: str, text: str) -> str:
        """Write a text file."""
        write_text(self.root / path, text)
        return path

    def csv(self, path: str, rows: Sequence[Sequence[str]]) -> str:
        """Write a table as Excel's “CSV UTF-8”."""
        return self.data(path, as_csv(rows))

    def row(self, path: str, *cells: str) -> int:
        """Add a row to one of the tables that a folder has once; return its line."""
        self.tables[path].append(cells)
        width = len(_HEADINGS[path])
        rows = self.tables[path]
        self.csv(path, [[*row, *[""] * (0 if row in self.short else width - len(row))] for row in rows])
        return len(rows)

    def short_row(self, path: str, *cells: str) -> Place:
        """Add a row that ends early; return the place of its first missing cell."""
        self.short.add(cells)
        return path, f"{self.row(path, *cells)}:{len(cells) + 1}"

    def word(self, path: str, markup: str, **frames: str) -> str:
        """Write a Word file from marked-up lines."""
        build_word(self.root / path, markup, **frames)
        return path

    def parts(self, path: str, change: Callable[[dict[str, str]], dict[str, str]], text: str = "○議長　開会。") -> str:
        """Write a Word file whose parts were tampered with."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        write_parts(self.root / path, change(word_parts(text)))
        return path

    def lines(self, path: str, lines: Sequence[str]) -> str:
        """Write plain paragraphs as a Word file."""
        write_word(self.root / path, lines)
        return path

    def book(
        self, path: str, rows: Sequence[Sequence[object]], change: Callable[[Workbook], None] = lambda _: None
    ) -> str:
        """Write a workbook."""
        return self.data(path, workbook(rows, change))


def workbook(rows: Sequence[Sequence[object]], change: Callable[[Workbook], None] = lambda _: None) -> bytes:
    """Return a workbook of one sheet, changed."""
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Return a table as UTF-8 with BOM and CRLF."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def ballot(number: int | str, *votes: str, title: str = "", result: str = "原案可決", **cells: str) -> list[str]:
    """Return a row of a vote table: the chair, two for and one against, where nothing else is said."""
    printed = number if isinstance(number, str) else f"議案第{number}号"
    given = {"date": "令和8年3月17日", "method": "起立採決", **cells}
    return [
        printed,
        title or f"{printed}のための条例",
        given["date"],
        given["method"],
        result,
        *(votes or ("議", "○", "○", "×")),
    ]
