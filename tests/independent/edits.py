"""What people change between two builds, one thing at a time; each is named in words and done to the small council."""

from __future__ import annotations

from pathlib import Path

from independent.editing import Edit, both, cell, column, gone, moved, own_template, row, said, told
from independent.harbour import (
    BEFORE,
    EARLIER,
    EARLIER_TABLE,
    FIRST,
    LIST,
    NOTICE,
    OF_MEMBERS,
    OWN_PART,
    PAPER,
    PAPERS,
    ROSTER,
    SECOND_DAY,
    SESSION_FILE,
    STREAMS,
    TABLE,
    THIRD,
    read_rows,
    write_paper,
    write_rows,
)
from independent.projects import CHAIR, MAYOR, SESSION, minutes, speeches, write_text, write_word


def second_entry(root: Path) -> None:
    """Key the table a second time, with one vote otherwise."""
    rows = read_rows(root / TABLE)
    rows[2][6] = "○"
    write_rows(root / f"votes/second/{SESSION}.csv", rows)


def legend(root: Path) -> None:
    """Say below the table what another sign means, and use it."""
    rows = read_rows(root / TABLE)
    rows[1][8] = "△"
    width = len(rows[0])
    write_rows(root / TABLE, [*rows, ["△：退席", *[""] * (width - 1)]])


def next_day(root: Path) -> None:
    """Bring the minutes of one more sitting."""
    write_word(root / f"minutes_src/{SESSION}/第4号.docx", minutes(24, speeches("公園", 2), number=4))


def restricted_draft(root: Path) -> None:
    """Bring minutes that only members may read."""
    talk = minutes(13, [(CHAIR, "開議します。"), (MAYOR, "翡翠の案であります。")], body="翡翠委員会")
    write_word(root / f"minutes_src/{SESSION}/議員限定/翡翠.docx", talk)


EDITS: dict[str, Edit] = {
    "one character of a speech": said(FIRST, "道路の1点目について伺います", "道路の1点目について問います"),
    "one character of the opening words": said(SECOND_DAY, "これより本日の会議を開きます", "これより本日の会議を始めます"),
    "a character of restricted minutes": said(OF_MEMBERS, "用地の案", "宅地の案"),
    "the label of a speaker": said(SECOND_DAY, "◎市長(山本太郎君)", "◎副市長(西川次郎君)"),
    "a speaker nobody knows": said(SECOND_DAY, "◆２番(鈴木花子議員)", "◆９番(未知太郎議員)"),
    "a member absent": both(
        said(SECOND_DAY, "出席議員は次のとおりである(4名)", "出席議員は次のとおりである(3名)"),
        said(SECOND_DAY, "　 4番　田中　実", ""),
        said(SECOND_DAY, "欠席議員は次のとおりである(なし)", "欠席議員は次のとおりである(1名)　4番　田中　実"),
    ),
    "the agenda of a sitting": said(FIRST, "会議録署名議員の指名", "会期の決定"),
    "the wording of a decision": said(THIRD, "起立多数であります", "起立全員であります"),
    "the day of a sitting": said(SECOND_DAY, "３月10日(火曜日)", "３月11日(水曜日)"),
    "one vote": cell(TABLE, 3, 7, "○"),
    "one vote made unreadable": cell(TABLE, 3, 7, "？？"),
    "a result": cell(TABLE, 3, 5, "否決"),
    "the title of a bill": cell(TABLE, 4, 2, "港市条例その三"),
    "the number of a bill": cell(TABLE, 4, 1, "議案第9号"),
    "the legend of a sign": legend,
    "one bill more": row(TABLE, "議案第4号", "港市条例その4", "令和8年3月17日", "簡易採決", "原案可決", "", "", "", ""),
    "a second entry that differs": second_entry,
    "a table deleted": gone(EARLIER_TABLE),
    "one name in the roster": cell(ROSTER, 3, 1, "鈴木　華子"),
    "one reading in the roster": cell(ROSTER, 3, 2, "あずき はなこ"),
    "a new group": cell(ROSTER, 4, 4, "新しい会"),
    "a new term": both(
        column(ROSTER, "退任日", ["", "令和7年12月31日", "", ""]),
        row(ROSTER, "鈴木　花子", "すずき はなこ", "2", "無会派", "", "令和8年1月1日", ""),
    ),
    "another name": both(
        column(ROSTER, "別表記", ["", "鈴木　はな子", "", ""]),
        cell(TABLE, 1, 7, "鈴木　はな子"),
    ),
    "a member gone from the roster": lambda root: write_rows(root / ROSTER, read_rows(root / ROSTER)[:-1]),
    "no roster": gone(ROSTER),
    "one paper more": lambda root: write_paper(root / PAPERS / "公開" / "05_議案第3号_図.pdf", "ONE MORE"),
    "one paper changed": lambda root: write_paper(root / PAPER, "ANOTHER OUTLINE"),
    "one paper withdrawn": gone(PAPER),
    "one paper moved to the members": moved(PAPER, f"{PAPERS}/議員限定/01_議案第1号_概要.pdf"),
    "a paper of the members made public": moved(
        f"{PAPERS}/議員限定/03_議案第2号_買収価格.pdf", f"{PAPERS}/公開/03_議案第2号_買収価格.pdf"
    ),
    "a paper under another name": moved(PAPER, f"{PAPERS}/公開/01_議案第2号_概要.pdf"),
    "a correction of a table": row(
        LIST, "令和8年4月5日", "転記誤り", EARLIER_TABLE, "2:7", "○", "×", "議場の記録と照合したため", "議会事務局長"
    ),
    "a correction of minutes": row(
        LIST, "令和8年4月5日", "校正", SECOND_DAY, "港湾の1点目にお答え", "関係課と協議", "担当課と協議", "校正により", "議会事務局長"
    ),
    "a withdrawal": row(
        LIST, "令和8年4月5日", "発言取消", SECOND_DAY, "", "市の考えをお示しください", "", "許可したため", "議長"
    ),
    "corrections taken back": gone(LIST),
    "one sitting deleted": gone(SECOND_DAY),
    "a session deleted": gone(f"minutes_src/{BEFORE}"),
    "one file renamed": moved(SECOND_DAY, f"minutes_src/{SESSION}/二日目.docx"),
    "a folder renamed": moved(f"minutes_src/{BEFORE}", "minutes_src/前の定例会"),
    "one more sitting": next_day,
    "a sitting announced": told(
        SESSION_FILE, "sittings:\n", "sittings:\n  - date: 令和8年3月20日\n    body: 本会議\n    time: 午後1時\n"
    ),
    "the address of a room": told(SESSION_FILE, "room-1", "room-2"),
    "a status": told(SESSION_FILE, "校正中", "確定版"),
    "a recording": row(STREAMS, "令和8年3月10日", "本会議", "録画", "会議", "", "", "https://video.example/10", "", "", ""),
    "the start of a recording": cell(STREAMS, 3, 8, "0:02:00"),
    "no recordings": gone(STREAMS),
    "a page by hand": told(NOTICE, "手で書いた", "心を込めて書いた"),
    "one more page by hand": lambda root: write_text(root / "site_templates/pages/help.md", "# 傍聴\n\n傍聴の手引き。\n"),
    "no page by hand": gone(NOTICE),
    "a page by hand in the place of a record": lambda root: write_text(
        root / "site_templates/pages/about.md", "# この議会について\n\n手で書いたものが先に立ちます。\n"
    ),
    "a template of a page": own_template("record/about.html.j2", "</h1>", "</h1>\n<p>港市より</p>"),
    "a fragment of a template": own_template("fragments/result_badge.html.j2", "<span", "<span data-own"),
    "a style sheet": own_template("theme/assets/council/council.css", "{", "{ --own: 1;"),
    "a part of the theme": own_template("theme/partials/footer.html", "<footer", "<footer data-own"),
    "the council's name": told("mkdocs.yml", "    name: 港市議会", "    name: 港湾市議会"),
    "the site's name": told("mkdocs.yml", "docs_dir", "site_name: 港市議会の記録\ndocs_dir"),
    "a setting in a file that mkdocs.yml inherits": told("base.yml", "港市議会", "港市議会の記録"),
    "a part that a template of the council's own takes in": told(OWN_PART, "港市", "港湾市"),
    "a sitting no longer announced": told(SESSION_FILE, "令和8年3月24日\n    body", "令和8年3月23日\n    body"),
    "the site's address": told("mkdocs.yml", "use_directory_urls", "site_url: https://gikai.example/\nuse_directory_urls"),
    "the licence": told("mkdocs.yml", "CC BY 4.0", "CC0 1.0"),
    "the number of seats": told("mkdocs.yml", "seats: 4", "seats: 5"),
    "the language": told("mkdocs.yml", "    seats: 4", "    seats: 4\n    language: en"),
    "a draft for members only": restricted_draft,
    "restricted minutes deleted": gone(OF_MEMBERS),
    "restricted minutes made public": moved(OF_MEMBERS, f"minutes_src/{SESSION}/協議.docx"),
    "minutes made restricted": moved(SECOND_DAY, f"minutes_src/{SESSION}/議員限定/第2号.docx"),
    "minutes that nobody can read": lambda root: (root / EARLIER).write_bytes(b"PK no Word file"),
    "nothing": lambda _: None,
    "a file saved again without a change": lambda root: (root / FIRST).write_bytes((root / FIRST).read_bytes()),
}  # fmt: skip
