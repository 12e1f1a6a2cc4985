"""What was recognised in a file, in words: one line for the overview, and a list of terms below the file's name."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from council.diagnostics import Bilingual
from council.pages.dates import clock, long_day
from council.report.recognised import (
    ListKind,
    Recognised,
    RecognisedDecision,
    RecognisedList,
    RecognisedMinutes,
    RecognisedVotes,
    TableLayout,
)
from council.report.words import one_line

_UNREAD = Bilingual("読み取れません", "not found")
_LAYOUTS = {
    TableLayout.WIDE: Bilingual("横長（1行に1議案、1列に1人）", "wide (a row a bill, a column a member)"),
    TableLayout.TRANSPOSED: Bilingual("縦長（1行に1人、1列に1議案）", "transposed (a row a member, a column a bill)"),
    TableLayout.LONG: Bilingual("1行に1人の1票", "long (a row a vote)"),
}
# English counts hold two forms: the first is taken for 1.
_LISTS = {
    ListKind.ROSTER: (Bilingual("名簿", "roster"), Bilingual("{} 行", "{} row|{} rows")),
    ListKind.STREAMS: (Bilingual("中継・録画", "recordings"), Bilingual("{} 件", "{} link|{} links")),
    ListKind.CORRECTIONS: (Bilingual("訂正", "corrections"), Bilingual("{} 件", "{} row|{} rows")),
    ListKind.SYNONYMS: (Bilingual("検索の同義語", "synonyms for the search"), Bilingual("{} 行", "{} row|{} rows")),
    ListKind.HANDOUTS: (Bilingual("配付資料の控え", "packets handed out"), Bilingual("{} 行", "{} row|{} rows")),
    ListKind.SITTINGS: (
        Bilingual("会期の予定", "announced session"),
        Bilingual("会議 {} 回", "{} sitting|{} sittings"),
    ),
    ListKind.PUBLIC_MATERIALS: (Bilingual("資料（公開）", "papers for everyone"), Bilingual("{} 件", "{}")),
    ListKind.MEMBERS_MATERIALS: (Bilingual("資料（議員限定）", "papers for members"), Bilingual("{} 件", "{}")),
}
_DECISIONS = Bilingual("採決 {} 件", "{} decision|{} decisions")
_MEMBERS = Bilingual("{} 人", "{} member|{} members")
_DECIDED = Bilingual("議決 {} 件", "{} decision|{} decisions")
_ASPECTS = {"amend": Bilingual("（修正案）", " (amendment)"), "report": Bilingual("（委員長報告）", " (report)")}
_NO_ASPECT = Bilingual("", "")
_PEOPLE = Bilingual("{} 人", "{}")
_ITEMS = Bilingual("{} 件", "{}")


def in_short(one: Recognised, language: str) -> str:
    """Return a line for the overview."""
    match one:
        case RecognisedMinutes():
            sitting = _gap(language).join(part for part in (long_day(one.date, language), one.body, one.number) if part)
            return sitting or _UNREAD.in_language(language)
        case RecognisedVotes():
            counts = (_number(_DECISIONS, one.decisions, language), _number(_MEMBERS, len(one.members), language))
            return ("、" if language == "ja" else ", ").join(counts)
        case RecognisedList():
            return _list_words(one, language)


def terms(one: Recognised, language: str) -> Iterator[tuple[str, str]]:
    """Yield what is told of a file, each a name and an escaped text."""
    match one:
        case RecognisedMinutes():
            pairs = _minutes(one, language)
        case RecognisedVotes():
            pairs = _votes(one, language)
        case RecognisedList():
            label, _ = _LISTS[one.kind]
            pairs = iter(((label, _number(_LISTS[one.kind][1], one.count, language)),))
    for name, text in pairs:
        yield name.in_language(language), _text(text or _UNREAD.in_language(language))


def decisions_table(one: Recognised, language: str) -> str:
    """Return the decisions of minutes as a table; nothing where there are none."""
    if not isinstance(one, RecognisedMinutes) or not one.decisions:
        return ""
    names = (Bilingual("案件", "matter"), Bilingual("採決方法", "method"), Bilingual("結果", "result"))
    head = "".join(f'<th scope="col">{name.in_language(language)}</th>' for name in names)
    rows = "\n".join(
        "<tr>" + "".join(f"<td>{_text(cell)}</td>" for cell in _cells(row, language)) + "</tr>" for row in one.decisions
    )
    caption = _number(_DECIDED, len(one.decisions), language)
    return f"<table>\n<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _cells(row: RecognisedDecision, language: str) -> tuple[str, str, str]:
    aspect = _ASPECTS.get(row.aspect, _NO_ASPECT).in_language(language)
    return (row.bill + aspect, row.method, row.result)


def _minutes(one: RecognisedMinutes, language: str) -> Iterator[tuple[Bilingual, str]]:
    gap = _gap(language)
    yield Bilingual("会議", "sitting"), gap.join(part for part in (one.session, one.body, one.number) if part)
    yield Bilingual("日時", "when"), _when(one, language)
    yield Bilingual("様式", "layout"), one.profile
    if one.is_withheld:
        yield Bilingual("掲載", "publication"), Bilingual("控えています", "kept back").in_language(language)
    yield Bilingual("出席・欠席", "present, absent"), _attendance(one, language)
    yield Bilingual("議事日程", "agenda"), _number(_ITEMS, one.agenda, language) if one.agenda else ""
    yield Bilingual("発言", "speeches"), _speakers(one, language)


def _when(one: RecognisedMinutes, language: str) -> str:
    day = long_day(one.date, language)
    unread = _UNREAD.in_language(language)
    times = [clock(time, language) or unread for time in (one.opened, one.closed)]
    span = ("～" if language == "ja" else "–").join(times) if one.opened or one.closed else ""
    return _gap(language).join(part for part in (day, span) if part)


def _attendance(one: RecognisedMinutes, language: str) -> str:
    if not one.present and not one.absent:
        return ""
    return Bilingual(f"{one.present} 人・{one.absent} 人", f"{one.present}, {one.absent}").in_language(language)


def _speakers(one: RecognisedMinutes, language: str) -> str:
    if not one.speakers:
        return ""
    total = sum(count for _, count in one.speakers)
    head = Bilingual(f"{total} 回：", f"{total}: ").in_language(language)
    return head + ("、" if language == "ja" else ", ").join(f"{name} {count}" for name, count in one.speakers)


def _votes(one: RecognisedVotes, language: str) -> Iterator[tuple[Bilingual, str]]:
    if one.second:
        yield Bilingual("使いみち", "use"), Bilingual("照合だけに使います", "compared only").in_language(language)
    yield Bilingual("表の形", "layout"), _LAYOUTS[one.layout].in_language(language)
    yield Bilingual("文字コード", "encoding"), one.encoding
    yield Bilingual("採決", "decisions"), _number(_ITEMS, one.decisions, language)
    yield Bilingual("賛否の欄", "cells"), _number(_ITEMS, one.votes, language)
    names = ("、" if language == "ja" else ", ").join(one.members)
    yield (
        Bilingual("議員", "members"),
        f"{_number(_PEOPLE, len(one.members), language)}{'：' if language == 'ja' else ': '}{names}",
    )
    if one.readings:
        told = (f"{printed} → {person} [{code}]" for printed, person, code in one.readings)
        yield Bilingual("読み替えた氏名", "names read as"), ("、" if language == "ja" else ", ").join(told)


def _list_words(one: RecognisedList, language: str) -> str:
    label, unit = _LISTS[one.kind]
    gap = " " if language == "ja" else ": "
    return f"{label.in_language(language)}{gap}{_number(unit, one.count, language)}"


def _number(words: Bilingual, number: int, language: str) -> str:
    one, _, many = words.in_language(language).partition("|")
    return (many if many and number != 1 else one).format(number)


def _gap(language: str) -> str:
    return "\u3000" if language == "ja" else ", "


def _text(text: str) -> str:
    return escape(one_line(text))
