"""Nothing restricted is in any byte of the public edition; the members' edition shows what is meant for members."""

from __future__ import annotations

import gzip
import json
import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest
from docx import Document
from independent.projects import (
    CHAIR,
    MAYOR,
    NAMES,
    SESSION,
    minutes,
    pdf,
    write_csv,
    write_project,
    write_text,
    write_word,
)
from independent.restricted import found_in
from openpyxl import Workbook

from council.build import BuildOptions, build_project

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


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_project(tmp_path_factory.mktemp("canary") / "minato", {3: "道路", 17: "河川"})
    folder = root / "minutes_src" / SESSION
    restricted_minutes(folder)
    restricted_papers(folder / "資料")
    what_nobody_sees(root, folder)
    session_file(folder)
    corrections(root)
    report = build_project(root, BuildOptions(editions=("public", "members")))
    assert not report.cannot_run, [found.message("en") for found in report.findings]
    assert len(report.published) == 2
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


def test_the_public_edition_holds_no_byte_of_what_is_for_members(project: Path):
    words = {**SHOWN_TO_MEMBERS, **IN_FILES_OF_MEMBERS}
    assert found_in(project / "site", words.values()) == {}


def test_the_members_edition_shows_what_is_for_members(project: Path):
    wanted = {**SHOWN_TO_MEMBERS, **IN_FILES_OF_MEMBERS}
    found = found_in(project / "site-members", wanted.values())
    assert [what for what, words in wanted.items() if words not in found] == []


@pytest.mark.parametrize("edition", ["site", "site-members"])
def test_neither_edition_holds_what_nobody_may_see(project: Path, edition: str):
    assert found_in(project / edition, SHOWN_TO_NOBODY.values()) == {}


@pytest.mark.xfail(reason="withdrawals are listed, but not yet carried out; the place may quote the words", strict=True)
@pytest.mark.parametrize("edition", ["site", "site-members"])
def test_withdrawn_words_stand_nowhere(project: Path, edition: str):
    assert found_in(project / edition, [WITHDRAWN]) == {}


def test_the_public_edition_does_show_what_is_public(project: Path):
    """A site without anything would pass as well."""
    public = ("道路の4点目", "河川の1点目", NAMES[1].replace("\u3000", ""), "港市条例その1", "OPEN PAPER")
    assert [words for words in public if words not in found_in(project / "site", public)] == []


def test_words_are_found_in_whatever_form_they_stand(tmp_path: Path):
    """The search itself finds canaries that are packed, encoded, escaped or broken up by tags."""
    word = "鳥の声"
    (tmp_path / "a.gz").write_bytes(gzip.compress(word.encode()))
    (tmp_path / "b.json").write_text(json.dumps([word]), "ascii")
    (tmp_path / "c.txt").write_text(quote(word), "ascii")
    (tmp_path / "d.csv").write_bytes(word.encode("cp932"))
    (tmp_path / "e.html").write_text("鳥の<b>声</b>", "utf-8")
    (tmp_path / "f.html").write_text("".join(f"&#{ord(sign)};" for sign in word), "ascii")
    write_word(tmp_path / "g.docx", [f"前{word}後"])
    (tmp_path / word).mkdir()
    assert found_in(tmp_path, [word, "犬"]) == {
        word: {"a.gz", "b.json", "c.txt", "d.csv", "e.html", "f.html", "g.docx", word}
    }


def test_without_a_roster_restricted_lists_make_no_public_members(tmp_path: Path):
    """Names come from attendance lists then; a list in restricted minutes names nobody to the public."""
    root = write_project(tmp_path / "minato", {3: "道路"})
    (root / "votes" / "members.csv").unlink()
    lines = minutes(12, [(CHAIR, "開議します。")], body="第一特別委員会")
    place = next(number for number, line in enumerate(lines) if line.startswith("2.出席"))
    lines.insert(place + 1, "　 9番　翡翠　五郎")
    write_word(root / "minutes_src" / SESSION / "議員限定" / "a.docx", lines)
    report = build_project(root, BuildOptions(editions=("public", "members")))
    assert not report.cannot_run
    assert found_in(root / "site", ["翡翠"]) == {}
    assert found_in(root / "site-members", ["翡翠"]) != {}


def test_the_newest_day_of_restricted_minutes_dates_nothing_public(tmp_path: Path):
    """The date of the data and the session's last day are those of what the public may see."""
    root = write_project(tmp_path / "minato", {3: "道路"})
    write_word(
        root / "minutes_src" / SESSION / "議員限定" / "a.docx",
        minutes(29, [(CHAIR, "開議します。")], body="第一特別委員会"),
    )
    assert not build_project(root, BuildOptions(editions=("public", "members"))).cannot_run
    days = ("2026-03-29", "3月29日", "20260329", "３月２９日")
    assert found_in(root / "site", days) == {}
    assert found_in(root / "site-members", days) != {}


def test_a_recording_of_a_meeting_that_only_members_know_is_for_members(tmp_path: Path):
    """A row of streams.csv names the body of restricted minutes and their day: neither it nor its link is public."""
    root = write_project(tmp_path / "minato", {3: "道路"})
    told = minutes(10, [(CHAIR, "開議します。")], body="鳴禽協議委員会")
    write_word(root / "minutes_src" / SESSION / "議員限定" / "a.docx", told)
    rows = [
        ("日付", "会議", "種別", "対象", "URL"),
        ("令和8年3月10日", "鳴禽協議委員会", "録画", "会議", "https://video.example/?id=kanaria-5520"),
        ("令和8年3月3日", "本会議", "録画", "会議", "https://video.example/?id=open-1"),
    ]
    write_csv(root / "minutes_src" / "streams.csv", rows)
    assert not build_project(root, BuildOptions(editions=("public", "members"))).cannot_run
    wanted = ("鳴禽協議委員会", "kanaria-5520")
    assert found_in(root / "site-members", (*wanted, "open-1")).keys() == {*wanted, "open-1"}
    assert found_in(root / "site", ("open-1",)) != {}
    assert found_in(root / "site", wanted) == {}


def test_a_session_file_for_members_only_tells_the_public_nothing(tmp_path: Path):
    """What lies below 議員限定 is for members, whatever file it is."""
    root = write_project(tmp_path / "minato", {3: "道路"})
    text = f"name: {SESSION}\nsittings:\n  - date: 令和8年3月24日\n    body: 本会議\n    agenda: [翡翠区画の件]\n"
    write_text(root / "minutes_src" / SESSION / "議員限定" / "session.yml", text)
    assert not build_project(root, BuildOptions(editions=("public", "members"))).cannot_run
    assert found_in(root / "site", ("翡翠区画の件",)) == {}
