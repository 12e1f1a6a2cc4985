"""The small files: streams.csv, corrections.csv, and a session.yml for each session."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import tables
from city import SESSIONS, Session, sittings
from people import members_on
from record import Record

LIVE = "https://www.youtube.com/@shioji-council-example/live"
RECORDED = "https://video.example/watch?id=shioji-{date}"
OLD_RECORDED = "https://www.youtube.com/watch?v=EXAMPLE-{date}"
STREAM_COLUMNS = ("日付", "会議", "種別", "対象", "議員名", "議題", "URL", "開始", "終了", "公開終了日")
CORRECTION_COLUMNS = ("日付", "種別", "対象", "場所", "誤", "正", "理由", "決定者")
TO_COME = {
    dt.date(2026, 12, 1): (
        "会議録署名議員の指名",
        "会期の決定",
        "諸般の報告",
        "議案第36号 令和8年度汐路市一般会計補正予算（第4号）",
        "議案第37号 令和8年度汐路市下水道事業会計補正予算（第1号）",
        "議案第38号 汐路市職員の給与に関する条例の一部を改正する条例",
        "議案第39号 指定管理者の指定（汐路市民文化会館）",
        "議案第40号 汐路市学校給食費の管理に関する条例の制定",
        "報告第6号 新庁舎整備基本計画の素案",
    ),
    dt.date(2026, 12, 8): ("会議録署名議員の指名", "一般質問"),
    dt.date(2026, 12, 9): ("会議録署名議員の指名", "一般質問"),
    dt.date(2026, 12, 18): ("会議録署名議員の指名", "議案第36号から議案第40号まで（委員長報告、質疑、討論、採決）"),
}


def write_lists(into: Path, told: Mapping[dt.date, Record]) -> None:
    """Write the lists below a project's folder."""
    _write(into / "minutes_src" / "streams.csv", [STREAM_COLUMNS, *streams(told)])
    _write(into / "votes" / "corrections.csv", [CORRECTION_COLUMNS, *corrections()])
    for session in SESSIONS.values():
        path = into / "minutes_src" / session.folder / "session.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(session_file(session)) + "\n", encoding="utf-8", newline="\n")


def _write(path: Path, rows: Sequence[Sequence[str]]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode("utf-8-sig"))


def streams(told: Mapping[dt.date, Record]) -> Iterator[Sequence[str]]:
    """Yield the links: one recording a sitting with its members' chapters, the live stream of the sittings to come."""
    for sitting in sittings():
        rec = told[sitting.date]
        day, early = era(sitting.date), sitting.session == "1t"
        url = (OLD_RECORDED if early else RECORDED).format(date=f"{sitting.date:%m%d}")
        until = "令和9年3月31日" if early else ""
        yield (day, "本会議", "録画", "会議", "", "", url, "", "", until)
        for seat, start, end in rec.marks:
            name = members_on(sitting.date)[seat].name
            times = (_after(rec, start), _after(rec, end))
            yield (day, "本会議", "録画", "議員", name, "一般質問", url, *times, until)
    yield ("2026-09-15", "総務委員会", "録画", "会議", "", "", RECORDED.format(date="0915-soumu"), "", "", "")
    yield (
        "2026-09-25",
        "本会議",
        "録画",
        "議題",
        "",
        "議案第31号",
        RECORDED.format(date="0925"),
        "午前11時20分",
        "",
        "",
    )
    for date in TO_COME:
        yield (era(date), "本会議", "ライブ", "会議", "", "", LIVE, "午前10時", "", "")


def era(date: dt.date) -> str:
    """Return 令和8年3月3日."""
    return f"令和{date.year - 2018}年{date.month}月{date.day}日"


def _after(rec: Record, time: dt.datetime) -> str:
    """Return how long after the opening a time is: 1:02:33."""
    seconds = int((time - dt.datetime.combine(rec.date, rec.opened)).total_seconds())
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def corrections() -> Iterator[Sequence[str]]:
    """Yield the published corrections: a cell copied wrongly, a word of the minutes, a remark taken back."""
    yield (
        "令和8年3月4日", "発言取消", "minutes_src/令和8年第1回定例会/第2号.docx", "部分後日発言取消あり", "", "",
        "本人からの申出を議会が許可したため（3月4日の会議）", "議長",
    )  # fmt: skip
    row, column = place_of("議案第11号", "小林 千尋")
    yield (
        "令和8年4月10日", "転記誤り", "votes/令和8年第1回定例会.csv", f"{row}:{column}", "○", "×",
        "議場の記録と照合し、転記の誤りを改めました", "議会事務局長",
    )  # fmt: skip
    yield (
        "令和8年10月5日", "校正", "minutes_src/令和8年第3回定例会/第3号.docx", TYPO[0], TYPO[1], TYPO[2],
        "校正により、誤字を改めました", "議会事務局長",
    )  # fmt: skip


# Where in the minutes the misprint stands that a correction mends, the misprint, and what is meant.
TYPO = ("駅前と中町、２つの項目に分けて伺います", "新庁者の移転", "新庁舎の移転")


def place_of(number: str, name: str) -> tuple[int, int]:
    """Return row and column of a vote in the table of the first regular session, as Excel counts them."""
    rows = list(tables.march())
    row = next(place for place, cells in enumerate(rows, 1) if cells[0] == number)
    heading = next(cells for cells in rows if cells[0] == "議案番号")
    return row, heading.index(name.replace(" ", "\u3000")) + 1


def session_file(session: Session) -> Iterator[str]:
    """Yield the lines of a session.yml."""
    yield f"name: {session.folder}"
    yield f"period: {{from: {era(session.start)}, to: {era(session.end)}}}"
    if session.status:
        yield f"status: {session.status}"
        return
    yield "sittings:"
    for date, agenda in TO_COME.items():
        yield f"  - date: {era(date)}"
        yield "    body: 本会議"
        yield "    time: 午前10時"
        yield f"    live: {LIVE}"
        yield f"    online: https://meeting.example/shioji/{date:%m%d}"
        yield "    agenda:"
        yield from (f"      - {title}" for title in agenda)
