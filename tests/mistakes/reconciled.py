"""One mistake of each rule that holds what is told of one decision, bill or session against one another (V309–V323)."""

from __future__ import annotations

from collections.abc import Sequence

from independent.projects import CHAIR, SECOND, minutes
from mistakes.folder import ROSTER, VOTES_HEADING, Folder, Place, Write, ballot
from mistakes.rows import table, votes

_MIN = "minutes_src/令和8年第1回定例会"
_PAST = ("平成20年5月1日", "平成24年4月30日")


def sitting(folder: Folder, day: int, bill: str, said: Sequence[tuple[str, str]]) -> str:
    """Write minutes of a day of March with one bill on the agenda; the first speech is paragraph 12."""
    return folder.lines(f"{_MIN}/第{day}号.docx", minutes(day, said, number=day, items=(bill,)))


def decided(number: int, how: str) -> list[tuple[str, str]]:
    bill = f"議案第{number}号"
    return [
        (CHAIR, f"{bill}を採決します。本案に賛成の議員の起立を求めます。"),
        (CHAIR, f"{how}よって、{bill}は、原案のとおり可決されました。"),
    ]


def more_than_seats(folder: Folder) -> Place:
    folder.row(ROSTER, "p23", "退任　三郎", "たいにん さぶろう", "", "", "", "平成27年5月1日", "平成31年4月30日")
    return folder.csv(votes("V309"), [(*VOTES_HEADING, "退任　三郎"), [*ballot("議案第1309号"), "○"]]), "2:1"


def two_counts(folder: Folder) -> Place:
    sitting(folder, 28, "議案第1311号　岬の条例", decided(1311, "起立多数であります。賛成者2人、反対者1人。"))
    row = [*ballot("議案第1311号", title="岬の条例", result="可決", date="令和8年3月28日"), "3", "1"]
    return folder.csv(votes("V311"), [(*VOTES_HEADING, "賛成", "反対"), row]), "2:10"


def changed_sides(folder: Folder) -> Place:
    said = [
        (CHAIR, "これより議案第1312号について討論に入ります。反対の立場から、２番、鈴木花子議員。"),
        (SECOND, "議案第1312号に反対の立場で討論いたします。"),
        (CHAIR, "以上で討論を終結いたします。"),
        *decided(1312, "起立多数であります。"),
    ]
    sitting(folder, 30, "議案第1312号　峠の条例", said)
    row = ballot("議案第1312号", title="峠の条例", result="可決", date="令和8年3月30日")
    return folder.csv(votes("V312"), [VOTES_HEADING, row]), "2:7"


def carried_by_few(folder: Folder) -> Place:
    path = sitting(folder, 31, "議案第1313号　丘の条例", decided(1313, "起立少数であります。"))
    return path, "¶13"


def other_vice_chair(folder: Folder) -> Place:
    for number, name, office in (("p24", "先達　一郎", "副議長"), ("p25", "先達　二郎", "")):
        folder.row(ROSTER, number, name, "", "", "", office, *_PAST)
    row = ["議案第1314号", "昔の規則", "平成22年3月17日", "起立採決", "可決", "○", "副"]
    heading = (*VOTES_HEADING[:5], "先達　一郎", "先達　二郎")
    return folder.csv("votes/平成22年第1回定例会_V314.csv", [heading, row]), "2:1"


def without_result(folder: Folder) -> Place:
    return sitting(folder, 20, "議案第1321号　滝の条例", [(CHAIR, "議案第1321号を議題とします。")]), "¶4"


def without_bill(folder: Folder) -> Place:
    sitting(folder, 21, "議案第1342号　沢の条例", decided(1342, "起立多数であります。"))
    row = ballot("議案第1324号", title="沢の規則", date="令和8年3月21日")
    return folder.csv(votes("V322"), [VOTES_HEADING, row]), "2:1"


_PRESIDED = [ballot(f"議案第13{number}号") for number in (25, 26)]
RECONCILED: dict[str, Write] = {
    "V309": more_than_seats,
    "V310": table("V310", "2:1", [ballot("議案第1310号", method="起立全員")]),
    "V311": two_counts,
    "V312": changed_sides,
    "V313": carried_by_few,
    "V314": other_vice_chair,
    "V315": table("V315", "4:6", [*_PRESIDED, ballot("議案第1327号", "退", "○", "○", "×")]),
    "M502": table("M502", "2:1", [ballot("議案第1350号", "議", "欠", "欠", "欠")]),
    "V321": without_result,
    "V322": without_bill,
    "V323": lambda folder: (
        folder.csv(
            "votes/令和9年第1回定例会.csv",
            [VOTES_HEADING, *(ballot(number, date="令和9年3月17日") for number in (1, 2, 4))],
        ),
        "3:1",
    ),
}
