"""One mistake of each rule about tables: reading (R1, R4), roster (P), vote tables (V), links (L), corrections (K)."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

from independent.projects import CHAIR, NAMES, SESSION, minutes
from mistakes.folder import (
    CORRECTIONS,
    GOOD_VOTES,
    ROSTER,
    STREAMS,
    VOTES_HEADING,
    Folder,
    Place,
    Write,
    as_csv,
    ballot,
)
from mistakes.word import SECRET, ole, zipped
from openpyxl import Workbook

_DAY = "令和8年3月3日"
_PAST = ("平成27年5月1日", "平成31年4月30日")
_LINK = "https://video.example/1"
_MIN = f"minutes_src/{SESSION}"
_FIRST = f"{_MIN}/第1号.docx"


def votes(code: str) -> str:
    """Return the path of the vote table that holds a rule's mistake."""
    return f"votes/{SESSION}_{code}.csv"


def table(code: str, at: str, rows: Sequence[Sequence[str]], heading: Sequence[str] = VOTES_HEADING) -> Write:
    return lambda folder: (folder.csv(votes(code), [heading, *rows]), at)


def raw(code: str, content: bytes, at: str = "", suffix: str = "csv") -> Write:
    return lambda folder: (folder.data(f"votes/{code}.{suffix}", content), at)


def book(
    code: str, at: str, rows: Sequence[Sequence[object]], change: Callable[[Workbook], None] = lambda _: None
) -> Write:
    return lambda folder: (folder.book(f"votes/{code}.xlsx", rows, change), at)


def row(path: str, column: str, *cells: str, named: str = "") -> Write:
    """Add a row to a shared table; its mistake stands in ``column``, or is said of another file."""

    def write(folder: Folder) -> Place:
        line = folder.row(path, *cells)
        return (named, "") if named else (path, f"{line}:{column}" if column else str(line))

    return write


def same_row(path: str, *cells: str) -> Write:
    def write(folder: Folder) -> Place:
        folder.row(path, *cells)
        return path, str(folder.row(path, *cells))

    return write


def person(column: str, *cells: str) -> Write:
    """Add somebody of the past to the roster."""
    return row(ROSTER, column, *cells)


def correction(column: str, *cells: str, named: str = "") -> Write:
    return row(CORRECTIONS, column, *cells, named=named)


def hide_second(book: Workbook) -> None:
    sheet = book.create_sheet("控え")
    sheet["A1"], sheet.sheet_state = SECRET, "hidden"


def hide_row(book: Workbook) -> None:
    book.active.row_dimensions[3].hidden = True


def hide_column(book: Workbook) -> None:
    book.active.column_dimensions["B"].hidden = True


_BOOK = [list(VOTES_HEADING), ballot(900, title="帳簿の件")]
_MANY = [ballot(f"議案第{number}号") for number in (951, 952, 953)]

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
    "R405": book("R405", "", _BOOK, hide_second),
    "R406": book("R406", "", [*_BOOK, ballot(901, title=SECRET)], hide_row),
    "R407": book("R407", "", _BOOK, hide_column),
    "R408": book("R408", "2:2", [list(VOTES_HEADING), ["議案第902号", "=1+1", *ballot(902)[2:]]]),
    "R409": book("R409", "2:2", [list(VOTES_HEADING), ["議案第903号", "#REF!", *ballot(903)[2:]]]),
    "R113": person("2", "", "?橋一郎"),
    "R116": lambda _: (ROSTER, "1:10"),
    "R117": person("11", "", "山本　長", "", "", "", "", *_PAST, "", "囲碁", "将棋"),
    "R120": person("", "※議長は会派を離脱しています。"),
    "R121": lambda folder: folder.short_row(STREAMS, _DAY, "本会議", "録画"),
    "R122": lambda folder: folder.short_row(STREAMS, _DAY, "本会議", "録画", "", "", "", "https://video.example/short"),
    "R123": raw("R123", "議案番号|件名|結果\n議案第1号|一|可決\n議案第2号|二|可決\n".encode(), "1"),
}

PEOPLE: dict[str, Write] = {
    "P101": person("2", "p1", "", "やまだ"),
    "P102": person("7", "p2", "日付　誤子", "ひづけ ごこ", "", "", "", "春ごろ", _PAST[1]),
    "P103": person("8", "p3", "逆　順子", "", "", "", "", _PAST[1], _PAST[0]),
    "P104": same_row(ROSTER, "p4", "二度　書子", "にど かくこ", "", "", "", *_PAST),
    "P105": lambda folder: two_rows(folder, ("p5", "一名　太郎"), ("p5", "二名　次郎"), "2"),
    "P106": lambda folder: two_rows(folder, ("p6", "席　一", "", "31"), ("p7", "席　二", "", "31"), "2"),
    "P107": person("3", "p8", "読み　漢字", "読 かんじ", "", "", "", *_PAST),
    "P108": person("9", "p9", "住所　誤", "", "", "", "", *_PAST, "javascript:alert(1)"),
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


def two_rows(
    folder: Folder, first: Sequence[str], then: Sequence[str], column: str, second: tuple[str, str] = _PAST
) -> Place:
    """Write two rows of the roster; the mistake is seen in the second."""
    for cells, days in ((first, _PAST), (then, second)):
        line = folder.row(ROSTER, *cells, *[""] * (6 - len(cells)), *days)
    return ROSTER, f"{line}:{column}"


def sparse(folder: Folder, path: str) -> Place:
    """Write a file of a size that nobody reads, of nothing but a hole."""
    folder.data(path, b"")
    with (folder.root / path).open("r+b") as file:
        file.truncate(2 << 30)
    return path, ""


def two_sources(folder: Folder) -> Place:
    folder.csv(votes("V204a"), [VOTES_HEADING, ballot("議案第1204号", title="食い違う条例")])
    rows = [ballot("議案第1204号", "議", "×", "○", "×", title="食い違う条例")]
    return folder.csv(votes("V204b"), [VOTES_HEADING, *rows]), "2:7"


def two_titles(folder: Folder) -> Place:
    folder.csv(votes("V206a"), [VOTES_HEADING, ballot("議案第1206号", title="港の条例")])
    return folder.csv(votes("V206b"), [VOTES_HEADING, ballot("議案第1206号", title="山の規則")]), "2:2"


def other_result(folder: Folder) -> Place:
    said = [
        (CHAIR, "議案第1207号川の条例を採決します。本案に賛成の議員の起立を求めます。"),
        (CHAIR, "起立多数であります。よって、議案第1207号は、原案のとおり可決されました。"),
    ]
    folder.lines(f"{_MIN}/第7号.docx", minutes(24, said, number=7, items=("議案第1207号　川の条例",)))
    lost = ballot("議案第1207号", "議", "×", "×", "○", title="川の条例", result="否決", date="令和8年3月24日")
    return folder.csv(votes("V207"), [VOTES_HEADING, lost]), "2:5"


def decided(number: int, times: int = 1) -> list[tuple[str, str]]:
    """Return what the chair says where a bill is voted on once or more."""
    bill = f"議案第{number}号"
    asked = (CHAIR, f"{bill}を採決します。本案に賛成の議員の起立を求めます。")
    told = "起立多数であります。よって、{bill}は、原案のとおり可決されました。"
    return [line for _ in range(times) for line in (asked, (CHAIR, told.format(bill=bill)))]


def several_decisions(folder: Folder) -> Place:
    said = decided(1209, 2)
    folder.lines(f"{_MIN}/第25号.docx", minutes(25, said, number=25, items=("議案第1209号　谷の条例",)))
    one = ballot("議案第1209号", title="谷の条例", result="可決", date="令和8年3月25日")
    return folder.csv(votes("V209"), [VOTES_HEADING, one]), "2:1"


def other_day(folder: Folder) -> Place:
    said = decided(1210)
    folder.lines(f"{_MIN}/第26号.docx", minutes(26, said, number=26, items=("議案第1210号　林の条例",)))
    one = ballot("議案第1210号", title="林の条例", result="可決", date="令和8年3月29日")
    return folder.csv(votes("V210"), [VOTES_HEADING, one]), "2:3"


def no_number(folder: Folder) -> Place:
    said = decided(1211)
    folder.lines(f"{_MIN}/第27号.docx", minutes(27, said, number=27, items=("議案第1211号　浜の条例",)))
    one = ballot("", title="浜の条例", result="可決", date="令和8年3月27日")
    return folder.csv(votes("V211"), [VOTES_HEADING, one]), "2:2"


def two_of_a_name(folder: Folder) -> Place:
    for number in ("p20", "p21"):
        folder.row(ROSTER, number, "山本　明", "", "", "", "", "平成20年5月1日", "平成24年4月30日")
    rows = [["議案第1202号", "昔の条例", "平成22年3月17日", "起立採決", "可決", "○"]]
    return folder.csv("votes/平成22年第1回定例会_V202.csv", [(*VOTES_HEADING[:5], "山本　明"), *rows]), "1:6"


def left_office(folder: Folder) -> Place:
    folder.row(ROSTER, "p22", "退任　次郎", "たいにん じろう", "", "", "", *_PAST)
    return folder.csv(votes("V306"), [(*VOTES_HEADING, "退任　次郎"), [*ballot("議案第1306号"), "○"]]), "2:10"


_PLAIN_HEADING = ("議案番号", "件名", "採決方法", "結果", *NAMES)


def undated(code: str) -> list[str]:
    line = ballot(f"議案第1{code[1:]}号")
    return [*line[:2], *line[3:]]


VOTE_TABLES: dict[str, Write] = {
    "V101": raw("V101", as_csv([("高橋一郎", "○", "×"), ("鈴木花子", "○", "○")]), "1"),
    "V102": table("V102", "3:8", [_MANY[0], ballot("議案第961号")[:-1], _MANY[1]]),
    "V103": table("V103", "1:9", [[*ballot(f"議案第{n}号"), "○"] for n in (971, 972)]),
    "V104": table("V104", "2:7", [ballot("議案第1104号", "議", "◎", "○", "×")]),
    "V105": table("V105", "2:7", [ballot("議案第1105号", "議", "?", "○", "×")]),
    "V106": table("V106", "1:7", [ballot("議案第1106号")], (*VOTES_HEADING[:6], "鈴?花子", *VOTES_HEADING[7:])),
    "V107": table("V107", "1:7", [ballot("議案第1107号")], (*VOTES_HEADING[:6], "", *VOTES_HEADING[7:])),
    "V108": table("V108", "3:1", [ballot("議案第1108号"), ["", "", *ballot(0)[2:]]]),
    "V109": table("V109", "3:5", [ballot("議案第1109号"), [*ballot("議案第1119号")[:3], *ballot(0)[4:], ""]]),
    "V110": table("V110", "2:1", [ballot("1月7日", title="日付になった番号の件")]),
    "V111": table("V111", "2:1", [ballot("番外", title="番号のない動議")]),
    "V112": table("V112", "2:3", [ballot("議案第1112号", date="年度末")]),
    "V113": table("V113", "2:10", [[*ballot("議案第1113号"), "多数"]], (*VOTES_HEADING, "賛成")),
    "V114": table("V114", "2:10", [[*ballot("議案第1114号"), "可決すべき"]], (*VOTES_HEADING, "結果")),
    "V115": table(
        "V115",
        "4:1",
        [
            ballot("議案第1115号", "議", "△", "○", "×"),
            ["○：賛成　×：反対　△：退席", *[""] * 8],
            ["※　△は欠席を表す", *[""] * 8],
        ],
    ),
    "V116": table("V116", "2:1", [ballot("7-10", title="種別のない番号の件")]),
    "V117": table("V117", "2:1", [ballot("議案第1117号（先議）", title="先議の条例")]),
    "V120": table("V120", "1:10", [[*ballot("議案第1120号"), "所管は総務課"]], (*VOTES_HEADING, "所管課")),
    "V121": table("V121", "3:1", [ballot("議案第1121号"), ["以下余白", *[""] * 8]]),
    "V122": table("V122", "3", [ballot("議案第1122号"), ballot("議案第1123号", "", "", "", "")]),
    "V123": table("V123", "", [ballot("議案第1124号")[:5]], VOTES_HEADING[:5]),
    "V124": table(
        "V124",
        "3:1",
        [ballot("議案第1125号", "議", "△", "○", "×"), ["○・・・賛成、×・・・反対、△・・・賛否双方", *[""] * 8]],
    ),
    "V125": raw("V125", as_csv([("日付", "行事"), ("2025-12-19", "視察")]), "1"),
    "V126": table("V126", "1:10", [[*ballot("議案第1126号"), "○"]], (*VOTES_HEADING, "みなと会")),
    "V201": table("V201", "1:10", [[*ballot("議案第1201号"), "○"]], (*VOTES_HEADING, "渡辺　知蔵")),
    "V202": two_of_a_name,
    "V203": table("V203", "2:10", [[*ballot("議案第1203号"), "×"]], (*VOTES_HEADING, "鈴木花子")),
    "V204": two_sources,
    "V205": lambda folder: (folder.csv("votes/V205.csv", [_PLAIN_HEADING, undated("V205")]), "2:1"),
    "V206": two_titles,
    "V207": other_result,
    "V208": table("V208", "2:1", [undated("V208")], _PLAIN_HEADING),
    "V209": several_decisions,
    "V210": other_day,
    "V211": no_number,
    "V301": table("V301", "2:1", [[*ballot("議案第1301号"), "3", "1"]], (*VOTES_HEADING, "賛成", "反対")),
    "V302": table("V302", "2:1", [ballot("議案第1302号", result="否決")]),
    "V303": table("V303", "2:1", [ballot("議案第1303号", "○", "議", "○", "×")]),
    "V304": table("V304", "2:1", [ballot("議案第1304号", "○", "○", "○", "×")]),
    "V305": table("V305", "2:9", [ballot("議案第1305号", "議", "○", "○", "欠")]),
    "V306": left_office,
    "V307": table("V307", "2:1", [ballot("議案第1307号")[:-1]], VOTES_HEADING[:-1]),
    "V308": table("V308", "2:1", [ballot("議案第1308号", method="簡易採決")]),
}


def twice(  # noqa: PLR0913 - each table and its heading
    code: str,
    at: str,
    first: Sequence[Sequence[str]],
    second: Sequence[Sequence[str]],
    *,
    heading: Sequence[str] = VOTES_HEADING,
    again: Sequence[str] = VOTES_HEADING,
    said_of_second: bool = False,
) -> Write:
    """Write a table and the same one keyed again by another person."""

    def write(folder: Folder) -> Place:
        one = folder.csv(votes(code), [heading, *first])
        other = folder.csv(votes(code).replace("votes/", "votes/second/"), [again, *second])
        return (other if said_of_second else one), at

    return write


KEYED_TWICE: dict[str, Write] = {
    "V401": twice("V401", "2:7", [ballot("議案第1501号")], [ballot("議案第1501号", "議", "×", "○", "×")]),
    "V402": twice("V402", "2:5", [ballot("議案第1502号")], [ballot("議案第1502号", result="継続審査")]),
    "V403": twice("V403", "2:1", [ballot("議案第1503号"), ballot("議案第1513号")], [ballot("議案第1513号")]),
    "V404": twice(
        "V404", "3:1", [ballot("議案第1504号")], [ballot("議案第1504号"), ballot("議案第1514号")], said_of_second=True
    ),
    "V405": twice("V405", "2:9", [ballot("議案第1505号")], [ballot("議案第1505号")[:-1]], again=VOTES_HEADING[:-1]),
    "V406": twice(
        "V406",
        "2:9",
        [ballot("議案第1506号")[:-1]],
        [ballot("議案第1506号")],
        heading=VOTES_HEADING[:-1],
        said_of_second=True,
    ),
    "V407": twice(
        "V407", "2:7", [ballot("議案第1507号")], [ballot("議案第1507号", "議", "◎", "○", "×")], said_of_second=True
    ),
    "V408": twice("V408", "2:8", [ballot("議案第1508号")], [ballot("議案第1508号")[:-1]], said_of_second=True),
    "V409": twice(
        "V409",
        "1:7",
        [ballot("議案第1509号")],
        [ballot("議案第1509号")],
        again=(*VOTES_HEADING[:6], "鈴?花子", *VOTES_HEADING[7:]),
        said_of_second=True,
    ),
    "V410": twice(
        "V410",
        "1:8",
        [ballot("議案第1510号"), ballot("議案第1520号")],
        [ballot("議案第1510号"), ballot("議案第1520号")],
        again=VOTES_HEADING[:-1],
        said_of_second=True,
    ),
}


def link(column: str, *cells: str, day: str = _DAY) -> Write:
    return row(STREAMS, column, day, "本会議", *cells)


LINKS: dict[str, Write] = {
    "L101": link("1", "録画", "会議", "", "", _LINK, day="春ごろ"),
    "L102": link("7", "録画", "会議", "", "", "javascript:alert(1)"),
    "L103": link("3", "写真", "会議", "", "", _LINK),
    "L104": link("4", "録画", "全部", "", "", _LINK),
    "L105": link("5", "録画", "議員", "", "", _LINK),
    "L106": link("6", "録画", "議題", "", "", _LINK),
    "L107": link("8", "録画", "会議", "", "", _LINK, "はじめ"),
    "L108": link("9", "録画", "会議", "", "", _LINK, "1:00:00", "0:30:00"),
    "L109": link("10", "録画", "会議", "", "", _LINK, "", "", "一年後"),
    "L110": link("10", "録画", "会議", "", "", _LINK, "", "", "令和8年3月1日"),
    "L111": same_row(STREAMS, _DAY, "本会議", "録画", "会議", "", "", "https://video.example/twice"),
    "L112": link("8", "録画", "会議", "", "", "https://video.example/late", "10:00:00"),
    "L113": link("8", "録画", "会議", "", "", "https://video.example/other?t=60", "0:02:00"),
    "L201": link("7", "録画", "議員", "渡辺知蔵", "", "https://video.example/nobody"),
    "L202": link("7", "録画", "会議", "", "", "https://video.example/nowhere", day="令和8年2月1日"),
}


def blank_cell(folder: Folder) -> Place:
    """Withdraw words that the table does not hold."""
    path = folder.csv(votes("K206"), [VOTES_HEADING, ballot("議案第1406号", title=f"{SECRET}の条例")])
    folder.row(CORRECTIONS, "令和8年4月2日", "個人情報", path, "どこにもない言葉", "", "", "申出", "議長")
    return path, ""


def lost_table(folder: Folder) -> Place:
    path = folder.csv(votes("K207"), [VOTES_HEADING, ballot("議案第1407号", title=f"{SECRET}の条例")])
    folder.row(CORRECTIONS, "いつか", "個人情報", path, "2:2", "", "", "申出", "議長")
    return path, ""


def lost_minutes(number: int, day: str, folder: Folder) -> Place:
    """Withdraw words of minutes on a day that cannot be read, or words that are not there."""
    path = folder.lines(
        f"{_MIN}/第{number}号.docx", minutes(number, [(CHAIR, f"{SECRET}を申し上げます。")], number=number)
    )
    folder.row(CORRECTIONS, day, "発言取消", path, "どこにもない言葉です", "", "", "許可", "議長")
    return path, ""


def paper(folder: Folder) -> Place:
    from independent.projects import pdf  # noqa: PLC0415 - a small test need not make papers

    path = folder.data(f"{_MIN}/資料/公開/K208.pdf", pdf("PEONY 48"))
    folder.row(CORRECTIONS, "令和8年4月2日", "個人情報", path, "PEONY", "", "", "申出", "議長")
    return path, ""


def unpublished(folder: Folder) -> Place:
    """Correct words of minutes that are kept back."""
    path = folder.word(f"{_MIN}/K209.docx", f"開議します。\n{{hidden {SECRET}}}")
    line = folder.row(CORRECTIONS, "令和8年4月2日", "校正", path, "開議", "開議", "開会", "誤字", "議長")
    return CORRECTIONS, str(line)


def in_clear(folder: Folder) -> Place:
    """Withdraw words and write them into the list as they are."""
    said = [(CHAIR, f"これより{SECRET}と申しましたので、散会します。")]
    path = folder.lines(f"{_MIN}/第11号.docx", minutes(11, said, number=11))
    line = folder.row(CORRECTIONS, "令和8年4月2日", "発言取消", path, "¶9", SECRET, "", "許可", "議長")
    return CORRECTIONS, f"{line}:5"


_ROW = ("令和8年4月1日", "校正", GOOD_VOTES)
PUBLISHED: dict[str, Write] = {
    "K101": correction("1", "いつか", "校正", GOOD_VOTES, "2:2", "a", "b"),
    "K102": correction("2", "令和8年4月1日", "修正", GOOD_VOTES, "2:2", "a", "b"),
    "K103": correction("3", "令和8年4月1日", "校正", "../外/a.csv", "2:2", "a", "b"),
    "K104": correction("4", *_ROW, "", "a", "b"),
    "K105": correction("5", *_ROW, "2:2", "", ""),
    "K106": correction("6", *_ROW, "2:2", "a", "a"),
    "K109": functools.partial(lost_minutes, 9, "いつか"),
    "K201": correction("", *_ROW, "99:99", "a", "b"),
    "K202": correction("", *_ROW, "のための条例", "条例", "規則"),
    "K203": correction("", *_ROW, "2:2", "山の規則", "川の規則"),
    "K204": correction("", "令和8年4月1日", "校正", "votes/無い.csv", "2:2", "a", "b"),
    "K205": functools.partial(lost_minutes, 10, "令和8年4月2日"),
    "K206": blank_cell,
    "K207": lost_table,
    "K208": paper,
    "K209": unpublished,
    "K108": in_clear,
}


TABLES: dict[str, Write] = {**READING, **PEOPLE, **VOTE_TABLES, **KEYED_TWICE, **LINKS, **PUBLISHED}
