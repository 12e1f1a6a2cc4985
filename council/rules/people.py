"""P1xx: rows of the roster (votes/members.csv, contract §2.3)."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity, Withholds

NAME_MISSING = Rule(
    "P101",
    "roster-name-missing",
    Severity.ERROR,
    Bilingual("氏名が空です。この行は使いません", "the name is empty; the row is not used"),
    Bilingual(
        "氏名を書くか、不要な行であれば削除してください。", "Write the name, or delete the row if it is not needed."
    ),
    Withholds.ROW,
)
BAD_DATE = Rule(
    "P102",
    "roster-date-unreadable",
    Severity.ERROR,
    Bilingual(
        "「{column}」の「{text}」を日付として読めません。日付のないものとして扱います",
        "cannot read “{text}” of “{column}” as a date; the date is left open",
    ),
    Bilingual(
        "「令和7年5月1日」「R7.5.1」「2025-05-01」のように書いてください。在任中であれば退任日は空にしてください。",
        "Write it as 2025-05-01; leave the last day empty for somebody in office.",
    ),
    Withholds.CELL,
)
DATES_REVERSED = Rule(
    "P103",
    "roster-dates-reversed",
    Severity.ERROR,
    Bilingual(
        "「{name}」の退任日（{end}）が就任日（{start}）より前です。この行は使いません",
        "“{name}” left office ({end}) before taking it ({start}); the row is not used",
    ),
    Bilingual("就任日と退任日を確かめてください。", "Check both dates."),
    Withholds.ROW,
)
DUPLICATE_ROW = Rule(
    "P104",
    "duplicate-roster-row",
    Severity.WARNING,
    Bilingual(
        "「{name}」の同じ行が {first} 行目にもあります", "the same row of “{name}” stands in row {first} already"
    ),
    Bilingual("一方を削除してください。", "Delete one of them."),
)
ONE_ID_TWO_NAMES = Rule(
    "P105",
    "one-id-two-names",
    Severity.WARNING,
    Bilingual(
        "議員ID「{id}」に2つの氏名があります（「{first}」と「{second}」）。同じ人として扱います",
        "the id “{id}” has two names (“{first}” and “{second}”); they are taken to be one person",
    ),
    Bilingual(
        "同じ人であれば、このままでかまいません。別の人であれば、別の議員IDを書いてください。",
        "Nothing to do if it is one person; give different people different ids.",
    ),
)
SEAT_SHARED = Rule(
    "P106",
    "seat-shared",
    Severity.WARNING,
    Bilingual(
        "議席 {seat} に、同じ時期に2人がいます（「{first}」と「{second}」）",
        "two people hold seat {seat} at the same time (“{first}” and “{second}”)",
    ),
    Bilingual("議席の番号か、就任日・退任日を確かめてください。", "Check the seats or the dates."),
)
NOT_KANA = Rule(
    "P107",
    "reading-not-kana",
    Severity.WARNING,
    Bilingual(
        "ふりがな「{text}」に、かなではない文字があります", "the reading “{text}” holds characters that are no kana"
    ),
    Bilingual(
        "姓と名のあいだに空白を置き、ひらがなかカタカナで書いてください。ページのアドレスに使います。",
        "Write it in kana, family name first, with a space between; it makes the page's address.",
    ),
)
BAD_ADDRESS = Rule(
    "P108",
    "roster-address",
    Severity.ERROR,
    Bilingual(
        "「{column}」の「{text}」はアドレスとして使えません", "“{text}” of “{column}” cannot be used as an address"
    ),
    Bilingual(
        "https:// で始まるアドレスを書いてください。写真は、このフォルダーの中のファイルの場所でもかまいません。",
        "Write an address that begins with https://; a photo may also be a file inside the project.",
    ),
    Withholds.CELL,
)
VACANT_SEAT = Rule(
    "P109",
    "vacant-seat",
    Severity.NOTE,
    Bilingual("欠員の行として読み飛ばしました", "skipped: a vacant seat"),
    Bilingual("このままでかまいません。", "Nothing to do."),
)
