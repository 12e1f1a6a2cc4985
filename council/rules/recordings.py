"""L1xx: rows of minutes_src/streams.csv (contract §2.4)."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity, Withholds

BAD_DATE = Rule(
    "L101",
    "link-date",
    Severity.ERROR,
    Bilingual(
        "日付「{text}」を読めません。このリンクは掲載しません",
        "cannot read the date “{text}”; the link is not published",
    ),
    Bilingual("「令和7年12月2日」か「2025-12-02」のように書いてください。", "Write it as 2025-12-02."),
    Withholds.RECORDING,
)
BAD_ADDRESS = Rule(
    "L102",
    "link-address",
    Severity.ERROR,
    Bilingual(
        "URL「{text}」は使えません。このリンクは掲載しません",
        "the address “{text}” cannot be used; the link is not published",
    ),
    Bilingual(
        "http:// か https:// で始まるアドレスを、空白を入れずに書いてください。",
        "Write an address that begins with http:// or https://, without spaces.",
    ),
    Withholds.RECORDING,
)
BAD_KIND = Rule(
    "L103",
    "link-kind",
    Severity.ERROR,
    Bilingual(
        "種別「{text}」が分かりません。このリンクは掲載しません", "unknown kind “{text}”; the link is not published"
    ),
    Bilingual("「ライブ」か「録画」と書いてください。", "Write “live” or “recording”."),
    Withholds.RECORDING,
)
BAD_SCOPE = Rule(
    "L104",
    "link-scope",
    Severity.ERROR,
    Bilingual(
        "対象「{text}」が分かりません。このリンクは掲載しません", "unknown scope “{text}”; the link is not published"
    ),
    Bilingual("「会議」「議員」「議題」のどれかを書いてください。", "Write “meeting”, “member” or “item”."),
    Withholds.RECORDING,
)
NO_MEMBER = Rule(
    "L105",
    "link-without-member",
    Severity.ERROR,
    Bilingual(
        "対象が「議員」ですが、議員名がありません。このリンクは掲載しません",
        "the scope is “member” but no member is named; the link is not published",
    ),
    Bilingual("議員名を書くか、対象を「会議」にしてください。", "Name the member, or make the scope “meeting”."),
    Withholds.RECORDING,
)
NO_ITEM = Rule(
    "L106",
    "link-without-item",
    Severity.ERROR,
    Bilingual(
        "対象が「議題」ですが、議題がありません。このリンクは掲載しません",
        "the scope is “item” but no item is named; the link is not published",
    ),
    Bilingual("議題を書くか、対象を「会議」にしてください。", "Name the item, or make the scope “meeting”."),
    Withholds.RECORDING,
)
BAD_TIME = Rule(
    "L107",
    "link-time",
    Severity.ERROR,
    Bilingual(
        "「{column}」の「{text}」を時間として読めません。このリンクは掲載しません",
        "cannot read “{text}” of “{column}” as a time; the link is not published",
    ),
    Bilingual(
        "録画の初めからの時間は「1:02:33」か秒数、時刻は「午前10時」か「10:00」と書いてください。",
        "Write the time from the beginning as 1:02:33 or in seconds, a time of day as 10:00.",
    ),
    Withholds.RECORDING,
)
END_BEFORE_START = Rule(
    "L108",
    "link-end-before-start",
    Severity.ERROR,
    Bilingual(
        "終了が開始より前です。このリンクは掲載しません", "the end lies before the start; the link is not published"
    ),
    Bilingual("開始と終了を確かめてください。", "Check both."),
    Withholds.RECORDING,
)
BAD_UNTIL = Rule(
    "L109",
    "link-until",
    Severity.ERROR,
    Bilingual(
        "公開終了日「{text}」を読めません。このリンクは掲載しません",
        "cannot read the last day “{text}”; the link is not published",
    ),
    Bilingual(
        "「令和8年12月2日」か「2026-12-02」のように書き、決まっていなければ空にしてください。",
        "Write it as 2026-12-02, or leave it empty if it is open.",
    ),
    Withholds.RECORDING,
)
UNTIL_BEFORE_DATE = Rule(
    "L110",
    "link-until-before-date",
    Severity.ERROR,
    Bilingual(
        "公開終了日が会議の日より前です。このリンクは掲載しません",
        "the last day lies before the sitting; the link is not published",
    ),
    Bilingual("日付と公開終了日を確かめてください。", "Check both dates."),
    Withholds.RECORDING,
)
DUPLICATE_ROW = Rule(
    "L111",
    "duplicate-link",
    Severity.WARNING,
    Bilingual("同じ行が {first} 行目にもあります", "the same row stands in row {first} already"),
    Bilingual("一方を削除してください。", "Delete one of them."),
)
LATE_START = Rule(
    "L112",
    "late-start",
    Severity.WARNING,
    Bilingual(
        "開始「{text}」は、録画の初めから {hours} 時間あとになります",
        "the start “{text}” lies {hours} hours from the beginning of the recording",
    ),
    Bilingual(
        "時刻のつもりであれば「午前10時」か「10:00」と書いてください。", "If a time of day is meant, write it as 10:00."
    ),
)
OTHER_START = Rule(
    "L113",
    "other-start",
    Severity.WARNING,
    Bilingual(
        "開始の欄（{text}）とURLの中の開始位置（{seconds} 秒）が違います。開始の欄を使います",
        "the start ({text}) differs from the one in the address ({seconds} s); the former is used",
    ),
    Bilingual(
        "どちらが正しいか確かめて、そろえてください。", "Find out which one is right and write the same in both."
    ),
)
