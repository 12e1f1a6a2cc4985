"""Small councils made for a test: a few Word files, a table, a roster; python-docx, `csv` and nothing of the toolkit."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from docx import Document

NAMES = ("高橋　一郎", "鈴木　花子", "佐藤　健", "田中　実")
SESSION = "令和8年第1回定例会"
SETTINGS = """site_name: 港市議会
docs_dir: site_templates/pages
use_directory_urls: false
theme: {name: material, language: ja, font: false}
plugins: [council]
"""
HEADING = ("議案番号", "件名", "議決日", "採決方法", "結果", *NAMES)


def write_word(path: Path, lines: Iterable[str]) -> None:
    """Write paragraphs as a Word file."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))


def write_csv(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """Write a table as Excel's “CSV UTF-8”."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.getvalue().encode("utf-8-sig"))


def write_text(path: Path, text: str) -> None:
    """Write a text file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def minutes(
    day: int,
    speeches: Iterable[tuple[str, str]],
    *,
    number: int = 1,
    items: Sequence[str] = ("会議録署名議員の指名",),
    body: str = "",
) -> list[str]:
    """Return the minutes of a sitting on a day of March 2026, as Handa prints them."""
    what = f"{body}会議録" if body else f"港市議会定例会会議録（第{number}号）"
    return [
        f"{SESSION}{what}" if body else f"令和８年第１回{what}",
        f"　令和８年３月{day}日(火曜日)　午前10時00分開議",
        f"1.議事日程(第{number}号)",
        *(f"　日程第{place}　{item}" for place, item in enumerate(items, start=1)),
        f"2.出席議員は次のとおりである({len(NAMES)}名)",
        *(f"　 {seat}番　{name}" for seat, name in enumerate(NAMES, start=1)),
        "3.欠席議員は次のとおりである(なし)",
        "　　　　　　　　午前10時00分開議",
        *(f"{label}　{words}" for label, words in speeches),
        "　　　　　　　　午後３時05分散会",
        "　地方自治法第123条第２項の規定により、ここに署名する。",
        f"　　　　港市議会議長　　　{NAMES[0]}",
    ]


CHAIR = f"○議長({NAMES[0].replace('　', '')}議員)"
SECOND = f"◆２番({NAMES[1].replace('　', '')}議員)"
MAYOR = "◎市長(山本太郎君)"


def speeches(topic: str, turns: int = 4) -> list[tuple[str, str]]:
    """Return a short debate about something."""
    said = [(CHAIR, "これより本日の会議を開きます。")]
    for turn in range(1, turns + 1):
        said += [
            (SECOND, f"{topic}の{turn}点目について伺います。市の考えをお示しください。"),
            (MAYOR, f"{topic}の{turn}点目にお答えいたします。関係課と協議してまいります。"),
        ]
    return [*said, (CHAIR, "本日はこれにて散会いたします。")]


def write_project(root: Path, days: Mapping[int, str], *, votes: Sequence[str] = ("○", "×"), turns: int = 4) -> Path:
    """Write a council of four members with a sitting on each of these days of March 2026, about these topics."""
    write_text(root / "mkdocs.yml", SETTINGS)
    (root / "site_templates" / "pages").mkdir(parents=True, exist_ok=True)
    folder = root / "minutes_src" / SESSION
    for number, (day, topic) in enumerate(sorted(days.items()), start=1):
        lines = minutes(day, speeches(topic, turns), number=number)
        write_word(folder / f"第{number}号.docx", lines)
    last = max(days, default=3)
    rows = [
        [
            f"議案第{number}号",
            f"港市条例その{number}",
            f"令和8年3月{last}日",
            "起立採決",
            "原案可決",
            "議",
            vote,
            "○",
            "欠",
        ]
        for number, vote in enumerate(votes, start=1)
    ]
    write_csv(root / "votes" / f"{SESSION}.csv", [HEADING, *rows])
    roster = [("氏名", "ふりがな", "議席", "会派", "役職", "就任日")]
    readings = ("たかはし いちろう", "すずき はなこ", "さとう けん", "たなか みのる")
    for seat, (name, reading) in enumerate(zip(NAMES, readings, strict=True), start=1):
        roster.append(
            (
                name,
                reading,
                str(seat),
                "みなと会" if seat < 3 else "港の風",
                "議長" if seat == 1 else "",
                "令和5年5月1日",
            )
        )
    write_csv(root / "votes" / "members.csv", roster)
    return root


def pdf(text: str) -> bytes:
    """Return a PDF of one page with a line of ASCII text, by hand."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, text_of in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, text_of)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(content))
    return content + head + table + tail
