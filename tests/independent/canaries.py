"""A council whose every restricted place holds words that stand nowhere else: birds, so that they are easy to see."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from docx import Document
from openpyxl import Workbook

from independent.projects import CHAIR, MAYOR, SESSION, minutes, pdf, write_csv, write_project, write_text, write_word

SHOWN_TO_MEMBERS = {
    "title of restricted minutes": "鳴禽協議委員会",
    "agenda of restricted minutes": "鶺鴒対策の件",
    "heading of restricted minutes": "鷦鷯区画の件",
    "speech in restricted minutes": "仏法僧を用地とする案であります",
    "name in restricted minutes": "鷹司鵜之助",
    "bill only in restricted minutes": "鴛鴦基金条例",
    "speech in the English alias": "三光鳥の額は伏せております",
    "title of restricted paper": "黄鶲買収価格調書",
    "title of restricted Word paper": "雷鳥見積書",
    "title of restricted workbook": "尾長単価表",
    "title of restricted paper in the English alias": "カケス覚書",
    "paper in a folder that says both": "啄木鳥内覧図",
    "online room": "https://meeting.example/kanaria-room-7731",
    "correction of restricted minutes": "瑠璃鶲の誤記を改めた",
    "minutes deeper below, the folder's name as a Mac writes it": "四十雀の配置を決めた",
    "minutes in the English alias in capitals": "五位鷺の見取図",
    "paper deeper below": "菊戴積算書",
}
IN_FILES_OF_MEMBERS = {
    "text of a restricted PDF": "KANARIA PRICE 48210",
    "text of a restricted Word paper": "雲雀の単価は内密",
    "text of a restricted workbook": "目白の内訳",
}
SHOWN_TO_NOBODY = {
    "paper in no audience folder": "郭公草案",
    "text of a paper in no audience folder": "KANARIA DRAFT 90417",
    "hidden text": "不如帰は削る",
    "sitting with hidden text": "椋鳥の審議",
    "secret sitting in a public folder": "百舌の処分",
    "comment in a Word file": "鶯の覚え書き",
    "author of a Word file": "岩燕職員",
    "words in a hidden file": "河烏の控え",
    "lock file": "懸巣の錠",
    "private notes in the project": "千鳥の秘密",
}
WITHDRAWN = "山雀と申しました"


def write_canaries(root: Path) -> Path:
    """Write the council with two public sittings, and every restricted thing beside them."""
    write_project(root, {3: "道路", 17: "河川"})
    folder = root / "minutes_src" / SESSION
    restricted_minutes(folder)
    restricted_papers(folder / "資料")
    what_nobody_sees(root, folder)
    session_file(folder)
    corrections(root)
    return root


def restricted_minutes(folder: Path) -> None:
    said = [
        (CHAIR, "開議します。"),
        (
            f"◎{SHOWN_TO_MEMBERS['name in restricted minutes'].join(('参考人(', '君)'))}",
            SHOWN_TO_MEMBERS["speech in restricted minutes"],
        ),
        (
            CHAIR,
            f"議案第77号{SHOWN_TO_MEMBERS['bill only in restricted minutes']}を採決します。本案に賛成の議員の起立を求めます。",
        ),
        (CHAIR, "起立全員であります。よって、議案第77号は、原案のとおり可決されました。"),
    ]
    items = (
        SHOWN_TO_MEMBERS["agenda of restricted minutes"],
        f"議案第77号　{SHOWN_TO_MEMBERS['bill only in restricted minutes']}",
    )
    lines = minutes(10, said, items=items, body=SHOWN_TO_MEMBERS["title of restricted minutes"])
    lines.insert(
        lines.index(f"{CHAIR}　開議します。") + 1, f"△日程第１　{SHOWN_TO_MEMBERS['heading of restricted minutes']}"
    )
    write_word(folder / "議員限定" / "協議.docx", lines)
    others = {
        "members": "speech in the English alias",
        unicodedata.normalize("NFD", "議員限定/がが"): "minutes deeper below, the folder's name as a Mac writes it",
        "MEMBERS": "minutes in the English alias in capitals",
    }
    for number, (name, what) in enumerate(others.items(), start=11):
        told = minutes(number, [(CHAIR, "開議します。"), (MAYOR, SHOWN_TO_MEMBERS[what])], body=f"第{number}特別委員会")
        write_word(folder / name / f"{number}.docx", told)


def restricted_papers(papers: Path) -> None:
    write_bytes(
        papers / "議員限定" / f"01_{SHOWN_TO_MEMBERS['title of restricted paper']}.pdf", pdf("KANARIA PRICE 48210")
    )
    write_word(
        papers / "議員限定" / f"{SHOWN_TO_MEMBERS['title of restricted Word paper']}.docx",
        [IN_FILES_OF_MEMBERS["text of a restricted Word paper"]],
    )
    book = Workbook()
    book.active.append([IN_FILES_OF_MEMBERS["text of a restricted workbook"], 1])
    book.save(papers / "議員限定" / f"{SHOWN_TO_MEMBERS['title of restricted workbook']}.xlsx")
    alias = papers.parent / "materials" / "members"
    write_bytes(alias / f"{SHOWN_TO_MEMBERS['title of restricted paper in the English alias']}.pdf", pdf("ALIAS"))
    deeper = papers / "議員限定" / "3月3日" / "別冊"
    write_bytes(deeper / f"{SHOWN_TO_MEMBERS['paper deeper below']}.pdf", pdf("DEEPER"))
    both = papers / "公開" / "議員限定"
    write_bytes(both / f"{SHOWN_TO_MEMBERS['paper in a folder that says both']}.pdf", pdf("BOTH"))
    write_bytes(papers / "公開" / "01_議案第1号_概要.pdf", pdf("OPEN PAPER"))
    write_bytes(papers / "素案" / f"{SHOWN_TO_NOBODY['paper in no audience folder']}.pdf", pdf("KANARIA DRAFT 90417"))


def what_nobody_sees(root: Path, folder: Path) -> None:
    hidden = Document()
    for line in minutes(18, [(CHAIR, SHOWN_TO_NOBODY["sitting with hidden text"])], number=3):
        hidden.add_paragraph(line)
    hidden.add_paragraph().add_run(SHOWN_TO_NOBODY["hidden text"]).font.hidden = True
    hidden.save(str(folder / "第3号.docx"))
    secret = minutes(19, [(CHAIR, SHOWN_TO_NOBODY["secret sitting in a public folder"])], number=4)
    write_word(folder / "第4号.docx", [*secret[:1], "（秘密会）", *secret[1:]])
    with_author(folder / "第1号.docx")
    write_text(folder / ".控え.txt", SHOWN_TO_NOBODY["words in a hidden file"])
    write_text(folder / "~$第1号.docx", SHOWN_TO_NOBODY["lock file"])
    write_text(root / "メモ" / "内部.txt", SHOWN_TO_NOBODY["private notes in the project"])


def with_author(path: Path) -> None:
    """Give a public file a comment, an author, and words that were withdrawn later."""
    document = Document(str(path))
    paragraph = document.paragraphs[-4]
    paragraph.add_run(f"なお、{WITHDRAWN}が、取り消します。")
    document.add_comment(paragraph.runs, text=SHOWN_TO_NOBODY["comment in a Word file"])
    document.core_properties.author = SHOWN_TO_NOBODY["author of a Word file"]
    document.core_properties.last_modified_by = SHOWN_TO_NOBODY["author of a Word file"]
    document.save(str(path))


def session_file(folder: Path) -> None:
    write_text(
        folder / "session.yml",
        f"name: {SESSION}\nsittings:\n  - date: 令和8年3月24日\n    body: 本会議\n    time: 午前10時\n"
        f"    online: {SHOWN_TO_MEMBERS['online room']}\n    agenda: [議案第1号 港市条例その1]\n",
    )


def corrections(root: Path) -> None:
    place = f"minutes_src/{SESSION}/"
    write_csv(
        root / "votes" / "corrections.csv",
        [
            ("日付", "種別", "対象", "場所", "誤", "正", "理由", "決定者"),
            (
                "令和8年4月1日",
                "校正",
                f"{place}議員限定/協議.docx",
                "開議します",
                "開議します",
                "開議いたします",
                SHOWN_TO_MEMBERS["correction of restricted minutes"],
                "議長",
            ),
            (
                "令和8年4月2日",
                "発言取消",
                f"{place}第1号.docx",
                WITHDRAWN,
                WITHDRAWN,
                "",
                "本人の申出を許可したため",
                "議長",
            ),
        ],
    )


def write_bytes(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
