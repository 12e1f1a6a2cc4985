"""The texts of a new session's folder: session.yml and the template of a sitting's minutes, in both languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from council.text.latin_names import without_titles

SPACE = "\u3000"
TEMPLATE_MARKS = {"ja": "【ひな形】", "en": "[TEMPLATE]"}
_COLUMN = 56  # half-width columns of the agenda before its separator
_NAME_COLUMN = 32
_ENGLISH_CHAIRS = ("Chair", "Mayor", "Speaker", "Reeve", "Warden")

SESSION = {
    "ja": """# 会期のことを書くファイルです。# で始まる行は、必要なときに # を消して使ってください。
{name}
# period: {{from: 令和7年12月2日, to: 令和7年12月19日}}
# status: 速報版            # 速報版・校正中・確定版
# sittings:
#   - date: 令和7年12月2日
#     body: 本会議
#     time: 午前10時
#     live: https://www.youtube.com/@example/live
#     online: https://meeting.example/      # 議員版だけに載ります
#     agenda:
#       - 会議録署名議員の指名
#       - 会期の決定
#       - 議案第32号 令和7年度一般会計補正予算（第4号）
""",
    "en": """# What is known of the session. Remove the # of a line to use it.
{name}
# period: {{from: 2025-12-02, to: 2025-12-19}}
# status: draft             # draft, proof, final
# sittings:
#   - date: 2025-12-02
#     body: council
#     time: "10:00"
#     live: https://www.youtube.com/@example/live
#     online: https://meeting.example/      # members' edition only
#     agenda:
#       - Adoption of the agenda
#       - By-law 12/2025 Budget
""",
}


class Seated(Struct, frozen=True):
    """A member in office as the new files name them."""

    name: str
    seat: str = ""
    group: str = ""
    role: str = ""


def session_text(name: str, language: str) -> str:
    """Return a session.yml; ``name`` is its line with the key, or a comment."""
    return SESSION[language].format(name=name)


def minutes_lines(session: str, council: str, members: Sequence[Seated], language: str) -> Iterator[str]:
    """Yield the paragraphs of the template; its line 【ひな形】, [TEMPLATE] says that nobody has filled it in."""
    yield TEMPLATE_MARKS[language]
    yield from (_japanese if language == "ja" else _english)(session, council, members)


def _japanese(session: str, council: str, members: Sequence[Seated]) -> Iterator[str]:
    chair = _label(_chair(members, ("議長",)) or "氏名")
    yield session
    yield f"{council}会議録（第１号）"
    yield f"{SPACE}令和{SPACE}年{SPACE}月{SPACE}日({SPACE}曜日){SPACE}午前{SPACE}時{SPACE}分開議"
    yield f"{_padded('1.議事日程(第1号)', _COLUMN)}|付託委員会"
    for number, title in enumerate(("会議録署名議員の指名", "会期の決定"), start=1):
        yield f"{_padded(f' 日程第{number}{SPACE}{title}', _COLUMN)}|"
    yield "2.本日の会議に付した事件"
    yield f"{SPACE}議事日程に同じ"
    yield f"3.出席議員は次のとおりである({len(members)}名)"
    yield from _two_columns([f"{one.seat:>2}番{SPACE}{_spaced(one.name)}" if one.seat else one.name for one in members])
    yield "4.欠席議員は次のとおりである(なし)"
    yield f"5.地方自治法第121条により説明のため出席した者の職氏名({SPACE}名)"
    yield f"{SPACE}市長{SPACE * 4}"
    yield f"6.職務のため出席した事務局職員の職氏名({SPACE}名)"
    yield f"{SPACE}議会事務局長{SPACE * 4}"
    yield f"{SPACE * 14}午前{SPACE}時{SPACE}分開議"
    yield f"○議長({chair}議員){SPACE}ただいまから本日の会議を開きます。"
    yield f"△日程第1{SPACE}会議録署名議員の指名"
    yield f"○議長({chair}議員){SPACE}"
    yield f"△日程第2{SPACE}会期の決定"
    yield f"○議長({chair}議員){SPACE}"
    yield f"{SPACE * 14}午後{SPACE}時{SPACE}分散会"
    yield f"{SPACE}以上、会議の経過を記載し、その相違ないことを証するため、ここに署名する。"
    for office in ("議長", "署名議員", "署名議員"):
        yield f"{SPACE * 4}{office}{SPACE * 10}"


def _english(session: str, council: str, members: Sequence[Seated]) -> Iterator[str]:
    chair = _english_label(members)
    yield f"{council}: {session}"
    yield "MINUTES OF THE MEETING OF COUNCIL"
    yield "held on (date) at (time)"
    yield "PRESENT"
    yield from (one.name for one in members)
    yield "ABSENT"
    yield "None"
    yield "AGENDA"
    yield "1. Adoption of the agenda"
    yield "2. Adoption of the minutes"
    yield ""
    yield "Called to order at (time)"
    yield f"{chair} The meeting will come to order."
    yield "1. Adoption of the agenda"
    yield f"{chair} "
    yield "2. Adoption of the minutes"
    yield f"{chair} "
    yield "Adjourned at (time)"


def _english_label(members: Iterable[Seated]) -> str:
    """Return ``Mayor (Jane Smith):``, how every speech begins: an office, a name, a colon."""
    chair = next((one for one in members if one.role in _ENGLISH_CHAIRS), None)
    return f"{chair.role} ({without_titles(chair.name)}):" if chair else "Chair (name):"


def _chair(members: Iterable[Seated], roles: tuple[str, ...]) -> str:
    return next((one.name for one in members if one.role in roles), "")


def _label(name: str) -> str:
    return name.replace(" ", "").replace(SPACE, "")


def _two_columns(cells: Sequence[str]) -> Iterator[str]:
    for place in range(0, len(cells), 2):
        yield SPACE + SPACE.join(_padded(cell, _NAME_COLUMN) for cell in cells[place : place + 2]).rstrip()


def _spaced(name: str) -> str:
    """Return a name set to five characters, as lists print it (森　　康平)."""
    family, _, given = name.replace(SPACE, " ").partition(" ")
    return family + SPACE * max(5 - len(family) - len(given), 0) + given if given else family


def _padded(text: str, columns: int) -> str:
    missing = max(columns - sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in text), 0)
    return text + " " * (missing % 2) + SPACE * (missing // 2)
