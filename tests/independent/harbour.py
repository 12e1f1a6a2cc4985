"""A small council with one of everything that a build reads: two sessions, papers, recordings, corrections, own pages."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from independent.projects import (
    CHAIR,
    MAYOR,
    NAMES,
    SECOND,
    SESSION,
    SETTINGS,
    minutes,
    pdf,
    speeches,
    write_csv,
    write_project,
    write_text,
    write_word,
)

BEFORE = "令和7年第4回定例会"
FIRST = f"minutes_src/{SESSION}/第1号.docx"
SECOND_DAY = f"minutes_src/{SESSION}/第2号.docx"
THIRD = f"minutes_src/{SESSION}/第3号.docx"
EARLIER = f"minutes_src/{BEFORE}/第1号.docx"
OF_MEMBERS = f"minutes_src/{SESSION}/議員限定/協議.docx"
PAPERS = f"minutes_src/{SESSION}/資料"
PAPER = f"{PAPERS}/公開/01_議案第1号_概要.pdf"
TABLE = f"votes/{SESSION}.csv"
EARLIER_TABLE = f"votes/{BEFORE}.csv"
ROSTER = "votes/members.csv"
LIST = "votes/corrections.csv"
STREAMS = "minutes_src/streams.csv"
SESSION_FILE = f"minutes_src/{SESSION}/session.yml"
NOTICE = "site_templates/pages/notice.md"
WITHDRAWN = "山雀の巣は無駄"
SHIPPED = Path(__file__).resolve().parents[2] / "site_templates"
OWN_PART = "site_templates/own/part.html"
COUNCIL = "INHERIT: base.yml\n" + SETTINGS.removeprefix("site_name: 港市議会\n")
COUNCIL += "extra:\n  council:\n    name: 港市議会\n    seats: 4\n    licence_data: CC BY 4.0\n"
LISTED = ("日付", "種別", "対象", "場所", "誤", "正", "理由", "決定者")
SHOWN = ("日付", "会議", "種別", "対象", "議員名", "議題", "URL", "開始", "終了", "公開終了日")


def write_harbour(root: Path) -> Path:
    """Write the council."""
    write_project(root, {3: "道路", 10: "港湾", 17: "河川"}, votes=("○", "×", "棄"))
    write_text(root / "mkdocs.yml", COUNCIL)
    write_text(root / "base.yml", "site_name: 港市議会\n")
    _minutes(root)
    _tables(root)
    _papers(root)
    _own_pages(root)
    return root


def _own_pages(root: Path) -> None:
    """Write a page by hand, and a template that takes in a part and leads to sittings that come and go."""
    write_text(root / NOTICE, "# お知らせ\n\n手で書いたページです。\n")
    write_text(root / OWN_PART, "<p>港市より</p>\n")
    links = "".join(f'<a href="meetings/2026-03-{day}-honkaigi.html">{day}</a>' for day in (20, 24))
    shipped = (SHIPPED / "record/data.html.j2").read_text("utf-8")
    taken_in = f'</h1>\n{{% include "own/part.html" %}}\n<p>{links}</p>'
    write_text(root / "site_templates/record/data.html.j2", shipped.replace("</h1>", taken_in, 1))


def _minutes(root: Path) -> None:
    said = speeches("道路", 2)
    said.insert(2, (SECOND, f"市長は{WITHDRAWN}だと申しました。訂正を求めます。"))
    write_word(root / FIRST, minutes(3, said))
    write_word(root / THIRD, deciding())
    talk = minutes(12, [(CHAIR, "開議します。"), (MAYOR, "用地の案であります。")], body="協議委員会")
    write_word(root / OF_MEMBERS, talk)
    told = [line.replace("令和８年", "令和７年").replace("３月", "12月") for line in minutes(9, speeches("学校", 2))]
    told[0] = "令和７年第４回港市議会定例会会議録（第１号）"
    write_word(root / EARLIER, told)
    write_text(
        root / SESSION_FILE,
        f"name: {SESSION}\nperiod: {{from: 令和8年3月3日, to: 令和8年3月24日}}\nstatus: 校正中\nsittings:\n"
        "  - date: 令和8年3月24日\n    body: 本会議\n    time: 午前10時\n    live: https://video.example/live\n"
        "    online: https://meeting.example/room-1\n    agenda: [議案第2号 港市条例その2, 一般質問]\n",
    )


def deciding() -> list[str]:
    """Return the minutes of the sitting that decides the first bill."""
    said = [
        (CHAIR, "これより本日の会議を開きます。日程第１、議案第1号港市条例その1を議題といたします。"),
        (SECOND, "議案第1号に賛成の立場から討論いたします。"),
        (CHAIR, "これより採決いたします。議案第1号は、原案のとおり決することに賛成の議員の起立を求めます。"),
        (CHAIR, "起立多数であります。よって、議案第1号は原案のとおり可決されました。"),
        (CHAIR, "本日はこれにて散会いたします。"),
    ]
    lines = minutes(17, said, number=3, items=("議案第1号　港市条例その1", "一般質問"))
    place = next(
        number
        for number, line in enumerate(lines)
        if line.endswith("会議を開きます。日程第１、議案第1号港市条例その1を議題といたします。")
    )
    return [*lines[:place], "△日程第１　議案第1号　港市条例その1", *lines[place:]]


def _tables(root: Path) -> None:
    heading = ("議案番号", "件名", "議決日", "採決方法", "結果", *NAMES)
    decided = ("議案第40号", "学校の件", "令和7年12月9日", "起立採決", "原案可決", "議", "○", "×", "○")
    write_csv(root / EARLIER_TABLE, [heading, decided])
    write_csv(
        root / STREAMS,
        [
            SHOWN,
            ("令和8年3月3日", "本会議", "録画", "会議", "", "", "https://video.example/3", "", "", "令和9年3月31日"),
            ("令和8年3月3日", "本会議", "録画", "議員", "鈴木 花子", "", "https://video.example/3", "0:01:00", "0:20:00", ""),
        ],
    )  # fmt: skip
    write_csv(
        root / LIST,
        [
            LISTED,
            ("令和8年4月2日", "発言取消", FIRST, "", WITHDRAWN, "", "本人の申出を許可したため", "議長"),
            ("令和8年4月3日", "転記誤り", TABLE, "2:8", "○", "×", "議場の記録と照合したため", "議会事務局長"),
        ],
    )


def _papers(root: Path) -> None:
    write_paper(root / PAPER, "OUTLINE OF BILL 1")
    write_paper(root / PAPERS / "公開" / "3月3日" / "02_道路の図.pdf", "MAP OF ROADS")
    write_paper(root / PAPERS / "議員限定" / "03_議案第2号_買収価格.pdf", "PRICE 48210")
    write_word(root / PAPERS / "公開" / "04_議案第2号_説明.docx", ["議案第2号の説明です。", "港の使用料を改めます。"])


def write_paper(path: Path, text: str) -> None:
    """Write a PDF with a line of ASCII text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pdf(text))


def read_rows(path: Path) -> list[list[str]]:
    """Return the cells of a table as it lies there."""
    return [line.split(",") for line in path.read_bytes().decode("utf-8-sig").splitlines()]


def write_rows(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write a table anew."""
    write_csv(path, rows)


def in_word(path: Path, was: str, now: str) -> None:
    """Replace words in a Word file and leave all else of it, to the byte, as it is."""
    with zipfile.ZipFile(path) as archive:
        parts = [(one, archive.read(one)) for one in archive.infolist()]
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, content in parts:
            if one.filename == "word/document.xml":
                if was.encode() not in content:
                    msg = f"{path.name} does not say {was}"
                    raise ValueError(msg)
                content = content.replace(was.encode(), now.encode())  # noqa: PLW2901 - the part as it will be
            archive.writestr(one, content)
    path.write_bytes(written.getvalue())


def in_text(path: Path, was: str, now: str) -> None:
    """Replace words in a text file."""
    text = path.read_bytes().decode("utf-8")
    if was not in text:
        msg = f"{path.name} does not say {was}"
        raise ValueError(msg)
    path.write_bytes(text.replace(was, now).encode("utf-8"))
