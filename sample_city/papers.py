"""The council papers: small PDFs written by hand, a Word file, a workbook; a draft of minutes for members only."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import committees
import listing
from city import SESSIONS, bills, bills_of
from debate import address, explanations, unit
from minutes import SPACE, Line, wide
from pdf import write_pdf
from people import COMMITTEES, HERE, members_on, rows, speakers
from record import n
from word import write_word
from workbook import write_workbook

WIDTH = 72  # half-width columns of a printed line
DRAFT = ("3t", dt.date(2026, 8, 25), "members/2026-08-25-giun")


def write_papers(into: Path) -> None:
    """Write every paper of `papers.csv`, what was handed out of them, and the draft minutes."""
    for row in rows("papers"):
        path = into / SESSIONS[row["session"]].folder / "資料" / row["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        title = path.stem.split("_")[-1]
        lines = CONTENTS[row["kind"]](row["source"])
        if path.suffix == ".pdf":
            write_pdf(path, title, [piece for line in lines for piece in wrapped(line)])
        elif path.suffix == ".docx":
            write_word(path, [Line(title, "title"), *(Line(SPACE + line) for line in lines)], title)
        else:
            write_workbook(path, title, [[title], *(line.split("\t") for line in lines)])
    shutil.copyfile(HERE / "handouts.csv", into / SESSIONS["4t"].folder / "packets.csv")
    key, date, name = DRAFT
    session = SESSIONS[key]
    path = into / session.folder / "議員限定" / "議会運営委員会（8月25日・未定稿）.docx"
    draft = committees.minutes_of(committees.tell("議会運営", date, name), session.folder)
    write_word(path, draft, "議会運営委員会会議録（未定稿）")


def wrapped(text: str) -> Iterator[str]:
    """Cut a line at the width of the page."""
    line = ""
    for character in text:
        if wide(line + character) > WIDTH:
            yield line
            line = ""
        line += character
    yield line


def _bill(number: str) -> Iterator[str]:
    bill = bills()[number]
    yield f"{bill.number}{SPACE}{bill.title}"
    yield f"提出者{SPACE}{bill.proposer}{SPACE * 2}付託委員会{SPACE}{bill.referred or 'なし'}"
    yield ""
    for text in explanations()[number]:
        yield SPACE + text
        yield ""
    yield "この資料は、提案理由の説明を要約したものです。金額は予算書及び議案書によります。"


def _speech(name: str) -> Iterator[str]:
    yield from address(name)


def _referral(_: str) -> Iterator[str]:
    brought = bills_of("1t", "議案", "請願", "陳情")
    for committee in COMMITTEES:
        yield f"【{committee}委員会】"
        yield from (f"{SPACE}{one.number}{SPACE}{one.title}" for one in brought if one.referred == committee)
        yield ""


def _notices(day: str) -> Iterator[str]:
    members = members_on(dt.date.fromisoformat(day))
    for place in range(1, 6):
        seat = speakers(f"questions/{day}-{place}")[0]
        yield f"{n(place)}{SPACE}{n(seat)}番{SPACE}{members[seat].plain}議員（{members[seat].group}）"
        yield from (f"{SPACE * 2}・{title}" for title in unit(f"questions/{day}-{place}").titles)
        yield ""


def _calendar(_: str) -> Iterator[str]:
    for date, agenda in listing.TO_COME.items():
        yield f"{listing.era(date)}{SPACE}本会議{SPACE}午前10時"
        yield from (f"{SPACE * 2}・{title}" for title in agenda)
        yield ""


def _text(name: str) -> Callable[[str], Iterator[str]]:
    def lines(_: str) -> Iterator[str]:
        yield from (HERE / "debate" / "papers" / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")

    return lines


CONTENTS: dict[str, Callable[[str], Iterator[str]]] = {
    "bill": _bill,
    "speech": _speech,
    "referral": _referral,
    "notices": _notices,
    "calendar": _calendar,
    **{name: _text(name) for name in ("sites", "members", "manager", "plan", "budget", "lunch")},
}
