"""Mistakes in links, corrections and materials: what is published beside minutes and votes."""

from __future__ import annotations

import functools

from independent.projects import CHAIR, minutes
from mistakes.folder import (
    CORRECTIONS,
    GOOD_VOTES,
    STREAMS,
    VOTES_HEADING,
    Folder,
    Place,
    Write,
    ballot,
)
from mistakes.rows import (
    DAY,
    LINK,
    MIN,
    correction,
    row,
    same_row,
    votes,
)
from mistakes.word import SECRET


def link(column: str, *cells: str, day: str = DAY) -> Write:
    return row(STREAMS, column, day, "本会議", *cells)


LINKS: dict[str, Write] = {
    "L101": link("1", "録画", "会議", "", "", LINK, day="春ごろ"),
    "L102": link("7", "録画", "会議", "", "", "javascript:alert(1)"),
    "L103": link("3", "写真", "会議", "", "", LINK),
    "L104": link("4", "録画", "全部", "", "", LINK),
    "L105": link("5", "録画", "議員", "", "", LINK),
    "L106": link("6", "録画", "議題", "", "", LINK),
    "L107": link("8", "録画", "会議", "", "", LINK, "はじめ"),
    "L108": link("9", "録画", "会議", "", "", LINK, "1:00:00", "0:30:00"),
    "L109": link("10", "録画", "会議", "", "", LINK, "", "", "一年後"),
    "L110": link("10", "録画", "会議", "", "", LINK, "", "", "令和8年3月1日"),
    "L111": same_row(STREAMS, DAY, "本会議", "録画", "会議", "", "", "https://video.example/twice"),
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
        f"{MIN}/第{number}号.docx", minutes(number, [(CHAIR, f"{SECRET}を申し上げます。")], number=number)
    )
    folder.row(CORRECTIONS, day, "発言取消", path, "どこにもない言葉です", "", "", "許可", "議長")
    return path, ""


def paper(folder: Folder) -> Place:
    from independent.projects import pdf  # noqa: PLC0415 - a small test need not make papers

    path = folder.data(f"{MIN}/資料/公開/K208.pdf", pdf("PEONY 48"))
    folder.row(CORRECTIONS, "令和8年4月2日", "個人情報", path, "PEONY", "", "", "申出", "議長")
    return path, ""


def unpublished(folder: Folder) -> Place:
    """Correct words of minutes that are kept back."""
    path = folder.word(f"{MIN}/K209.docx", f"開議します。\n{{hidden {SECRET}}}")
    line = folder.row(CORRECTIONS, "令和8年4月2日", "校正", path, "開議", "開議", "開会", "誤字", "議長")
    return CORRECTIONS, str(line)


def in_clear(folder: Folder) -> Place:
    """Withdraw words and write them into the list as they are."""
    said = [(CHAIR, f"これより{SECRET}と申しましたので、散会します。")]
    path = folder.lines(f"{MIN}/第11号.docx", minutes(11, said, number=11))
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
