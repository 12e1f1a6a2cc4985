"""One mistake of each rule about tables: reading (R1, R4), roster (P), vote tables (V), links (L), corrections (K)."""

from __future__ import annotations

from collections.abc import Sequence

from mistakes.folder import (
    ROSTER,
    STREAMS,
    VOTES_HEADING,
    Folder,
    Place,
    Write,
    ballot,
)
from mistakes.published import LINKS, PUBLISHED
from mistakes.rows import (
    BOOK,
    DAY,
    PAST,
    book,
    hide_column,
    hide_row,
    hide_second,
    person,
    raw,
    same_row,
    table,
)
from mistakes.vote_tables import KEYED_TWICE, VOTE_TABLES
from mistakes.word import SECRET, ole, zipped


def two_rows(
    folder: Folder, first: Sequence[str], then: Sequence[str], column: str, second: tuple[str, str] = PAST
) -> Place:
    """Write two rows of the roster; the mistake is seen in the second."""
    for cells, days in ((first, PAST), (then, second)):
        line = folder.row(ROSTER, *cells, *[""] * (6 - len(cells)), *days)
    return ROSTER, f"{line}:{column}"


def sparse(folder: Folder, path: str) -> Place:
    """Write a file of a size that nobody reads, of nothing but a hole."""
    folder.data(path, b"")
    with (folder.root / path).open("r+b") as file:
        file.truncate(2 << 30)
    return path, ""


READING: dict[str, Write] = {
    "R101": raw("R101", "議案番号,件名\n議案第1号,一".encode() + b"\xff\xff\xfe\n", "2:2"),
    "R104": lambda folder: sparse(folder, "votes/R104.csv"),
    "R106": raw("R106", b""),
    "R107": raw("R107", "議案番号,件名,結果\n議案第1号,一,可決\n".encode("cp932")),
    "R108": raw("R108", b"%PDF-1.4\n"),
    "R109": raw("R109", "議案番号,件名\n議案第1号,\0一\n".encode(), "2:2"),
    "R111": raw("R111", '議案番号,件名,結果\n議案第1号,"一,可決\n議案第2号,二,可決\n'.encode(), "2"),
    "R112": raw("R112", ("議案番号,件名\n議案第1号," + "長" * 140_000 + "\n").encode(), "2"),
    "R401": raw("R401", ole("EncryptedPackage"), suffix="xlsx"),
    "R402": raw("R402", ole("Workbook"), suffix="xls"),
    "R403": raw("R403", b"PK\x03\x04 and then nothing", suffix="xlsx"),
    "R404": raw("R404", zipped(("[Content_Types].xml", b"<a/>"), ("xl/a.bin", b"\0" * (30 << 20))), suffix="xlsx"),
    "R405": book("R405", "", BOOK, hide_second),
    "R406": book("R406", "", [*BOOK, ballot(901, title=SECRET)], hide_row),
    "R407": book("R407", "", BOOK, hide_column),
    "R408": book("R408", "2:2", [list(VOTES_HEADING), ["議案第902号", "=1+1", *ballot(902)[2:]]]),
    "R409": book("R409", "2:2", [list(VOTES_HEADING), ["議案第903号", "#REF!", *ballot(903)[2:]]]),
    "R113": person("2", "", "?橋一郎"),
    "R116": lambda _: (ROSTER, "1:10"),
    "R117": person("11", "", "山本　長", "", "", "", "", *PAST, "", "囲碁", "将棋"),
    "R120": person("", "※議長は会派を離脱しています。"),
    "R121": lambda folder: folder.short_row(STREAMS, DAY, "本会議", "録画"),
    "R122": lambda folder: folder.short_row(STREAMS, DAY, "本会議", "録画", "", "", "", "https://video.example/short"),
    "R123": raw("R123", "議案番号|件名|結果\n議案第1号|一|可決\n議案第2号|二|可決\n".encode(), "1"),
}

PEOPLE: dict[str, Write] = {
    "P101": person("2", "p1", "", "やまだ"),
    "P102": person("7", "p2", "日付　誤子", "ひづけ ごこ", "", "", "", "春ごろ", PAST[1]),
    "P103": person("8", "p3", "逆　順子", "", "", "", "", PAST[1], PAST[0]),
    "P104": same_row(ROSTER, "p4", "二度　書子", "にど かくこ", "", "", "", *PAST),
    "P105": lambda folder: two_rows(folder, ("p5", "一名　太郎"), ("p5", "二名　次郎"), "2"),
    "P106": lambda folder: two_rows(folder, ("p6", "席　一", "", "31"), ("p7", "席　二", "", "31"), "2"),
    "P107": person("3", "p8", "読み　漢字", "読 かんじ", "", "", "", *PAST),
    "P108": person("9", "p9", "住所　誤", "", "", "", "", *PAST, "javascript:alert(1)"),
    "P109": person("", "", "欠員"),
    "P201": lambda folder: two_rows(
        folder, ("", "同名　人"), ("", "同名　人"), "2", second=("平成30年1月1日", "令和2年1月1日")
    ),
    "P203": table("P203", "1:6", [ballot("議案第203号")], (*VOTES_HEADING[:5], "髙橋　一郎", *VOTES_HEADING[6:])),
    "P204": table("P204", "1:7", [ballot("議案第204号")], (*VOTES_HEADING[:6], "鈴木", *VOTES_HEADING[7:])),
    "P301": lambda folder: two_rows(
        folder,
        ("p10", "重　期", "", "", "甲会"),
        ("p10", "重　期", "", "", "甲会"),
        "2",
        second=("平成30年1月1日", "令和2年1月1日"),
    ),
}

TABLES: dict[str, Write] = {**READING, **PEOPLE, **VOTE_TABLES, **KEYED_TWICE, **LINKS, **PUBLISHED}
