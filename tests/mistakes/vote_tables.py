"""Mistakes in vote tables, and in those that were keyed twice."""

from __future__ import annotations

from collections.abc import Sequence

from independent.projects import CHAIR, NAMES, minutes
from mistakes.folder import (
    ROSTER,
    VOTES_HEADING,
    Folder,
    Place,
    Write,
    as_csv,
    ballot,
)
from mistakes.rows import (
    MANY,
    MIN,
    PAST,
    raw,
    table,
    votes,
)


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
    folder.lines(f"{MIN}/第7号.docx", minutes(24, said, number=7, items=("議案第1207号　川の条例",)))
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
    folder.lines(f"{MIN}/第25号.docx", minutes(25, said, number=25, items=("議案第1209号　谷の条例",)))
    one = ballot("議案第1209号", title="谷の条例", result="可決", date="令和8年3月25日")
    return folder.csv(votes("V209"), [VOTES_HEADING, one]), "2:1"


def other_day(folder: Folder) -> Place:
    said = decided(1210)
    folder.lines(f"{MIN}/第26号.docx", minutes(26, said, number=26, items=("議案第1210号　林の条例",)))
    one = ballot("議案第1210号", title="林の条例", result="可決", date="令和8年3月29日")
    return folder.csv(votes("V210"), [VOTES_HEADING, one]), "2:3"


def no_number(folder: Folder) -> Place:
    said = decided(1211)
    folder.lines(f"{MIN}/第27号.docx", minutes(27, said, number=27, items=("議案第1211号　浜の条例",)))
    one = ballot("", title="浜の条例", result="可決", date="令和8年3月27日")
    return folder.csv(votes("V211"), [VOTES_HEADING, one]), "2:2"


def two_of_a_name(folder: Folder) -> Place:
    for number in ("p20", "p21"):
        folder.row(ROSTER, number, "山本　明", "", "", "", "", "平成20年5月1日", "平成24年4月30日")
    rows = [["議案第1202号", "昔の条例", "平成22年3月17日", "起立採決", "可決", "○"]]
    return folder.csv("votes/平成22年第1回定例会_V202.csv", [(*VOTES_HEADING[:5], "山本　明"), *rows]), "1:6"


def left_office(folder: Folder) -> Place:
    folder.row(ROSTER, "p22", "退任　次郎", "たいにん じろう", "", "", "", *PAST)
    return folder.csv(votes("V306"), [(*VOTES_HEADING, "退任　次郎"), [*ballot("議案第1306号"), "○"]]), "2:10"


_PLAIN_HEADING = ("議案番号", "件名", "採決方法", "結果", *NAMES)


def undated(code: str) -> list[str]:
    line = ballot(f"議案第1{code[1:]}号")
    return [*line[:2], *line[3:]]


VOTE_TABLES: dict[str, Write] = {
    "V101": raw("V101", as_csv([("高橋一郎", "○", "×"), ("鈴木花子", "○", "○")]), "1"),
    "V102": table("V102", "3:8", [MANY[0], ballot("議案第961号")[:-1], MANY[1]]),
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
