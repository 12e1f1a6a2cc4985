"""R3: YAML files: mkdocs.yml and session.yml."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity, Withholds

YAML_SYNTAX = Rule(
    "R301",
    "yaml-syntax",
    Severity.ERROR,
    Bilingual("YAML の書き方に誤りがあり、ここから先を読めません", "the YAML is not well formed from here on"),
    Bilingual(
        "字下げを半角の空白でそろえ、「項目:」のコロンのあとに半角の空白を置き、引用符や括弧が閉じているか確かめてください。",
        "Indent with plain spaces, put a space after each colon, and check that quotes and brackets are closed.",
    ),
    Withholds.FILE,
)
YAML_LOOK_ALIKE = Rule(
    "R302",
    "yaml-look-alike",
    Severity.ERROR,
    Bilingual(
        "全角などの「{character}」が使われています。YAML では半角の「{ascii}」でなければなりません",
        "“{character}” stands where YAML needs the plain “{ascii}”",
    ),
    Bilingual(
        "「{character}」を半角の「{ascii}」に直してください。コロンのあとには半角の空白を1つ置いてください。",
        "Replace “{character}” by “{ascii}”; a colon is followed by a plain space.",
    ),
    Withholds.FILE,
)
YAML_DUPLICATE_KEY = Rule(
    "R303",
    "yaml-duplicate-key",
    Severity.ERROR,
    Bilingual(
        "項目「{key}」が2回書かれています（1回目は {first} 行目）", "“{key}” is written twice (first in line {first})"
    ),
    Bilingual("一方を消してください。", "Remove one of them."),
    Withholds.FILE,
)
YAML_ANCHOR = Rule(
    "R304",
    "yaml-anchor",
    Severity.ERROR,
    Bilingual("「&」や「*」による参照は使えません", "anchors and aliases (& and *) cannot be used"),
    Bilingual(
        "値をそのまま書いてください。「*」や「&」で始まる値は引用符で囲んでください。",
        "Write the value itself; put a value that begins with * or & in quotes.",
    ),
    Withholds.FILE,
)
YAML_TAG = Rule(
    "R305",
    "yaml-tag",
    Severity.ERROR,
    Bilingual("「{tag}」のような型の指定は使えません", "tags such as “{tag}” cannot be used"),
    Bilingual(
        "指定を消してください。「!」で始まる値は引用符で囲んでください。",
        "Remove it; put a value that begins with ! in quotes.",
    ),
    Withholds.FILE,
)
YAML_SEVERAL_DOCUMENTS = Rule(
    "R306",
    "yaml-several-documents",
    Severity.ERROR,
    Bilingual("「---」で区切られた文書が2つ以上あります", "there is more than one document (separated by ---)"),
    Bilingual("一つのファイルには一つだけ書いてください。", "Write one document in one file."),
    Withholds.FILE,
)
YAML_TOO_DEEP = Rule(
    "R307",
    "yaml-too-deep",
    Severity.ERROR,
    Bilingual("入れ子が深すぎます（上限 {limit} 段）", "nested too deep (limit {limit} levels)"),
    Bilingual("字下げや括弧を確かめてください。", "Check the indentation and the brackets."),
    Withholds.FILE,
)
YAML_TAB = Rule(
    "R308",
    "yaml-tab",
    Severity.ERROR,
    Bilingual("字下げにタブが使われています", "a tab is used for indentation"),
    Bilingual("タブを半角の空白に置き換えてください。", "Replace it by plain spaces."),
    Withholds.FILE,
)
YAML_KEY_NOT_TEXT = Rule(
    "R309",
    "yaml-key-not-text",
    Severity.ERROR,
    Bilingual(
        "項目の名前が文字ではありません（一覧や入れ子になっています）", "a key is no text but a list or a mapping"
    ),
    Bilingual("項目の名前は文字で書いてください。", "Write plain text as the key."),
    Withholds.FILE,
)
YAML_UNFILLED = Rule(
    "R310",
    "yaml-unfilled",
    Severity.NOTE,
    Bilingual("まだ何も書かれていません（注釈だけです）", "nothing is filled in yet (there are comments only)"),
    Bilingual("書き込むまで、このままでかまいません。", "Nothing to do until it is filled in."),
)
SESSION_UNKNOWN_KEY = Rule(
    "R321",
    "session-unknown-key",
    Severity.ERROR,
    Bilingual("「{key}」という項目はありません（使えるのは {known}）", "there is no “{key}” (known: {known})"),
    Bilingual("項目の名前を直してください。", "Correct the name of the key."),
    Withholds.CELL,
)
SESSION_NOT_TEXT = Rule(
    "R322",
    "session-not-text",
    Severity.ERROR,
    Bilingual("「{key}」には文字を一つだけ書いてください", "“{key}” takes one piece of text"),
    Bilingual(
        "値の中に「: 」や「[」があるときは、値の全体を引用符で囲んでください。",
        "If the value holds “: ” or “[”, put the whole of it in quotes.",
    ),
    Withholds.CELL,
)
SESSION_NOT_MAP = Rule(
    "R323",
    "session-not-map",
    Severity.ERROR,
    Bilingual("「{key}」には「項目: 値」の形で書いてください", "“{key}” takes entries of the form “key: value”"),
    Bilingual(
        "コロンが半角で、そのあとに半角の空白があるか確かめてください。",
        "Check that each colon is a plain one, followed by a plain space.",
    ),
    Withholds.CELL,
)
SESSION_NOT_LIST = Rule(
    "R324",
    "session-not-list",
    Severity.ERROR,
    Bilingual(
        "「{key}」には一覧（行の初めに「- 」）を書いてください", "“{key}” takes a list (lines beginning with “- ”)"
    ),
    Bilingual("項目が一つだけのときも「- 」で始めてください。", "Begin with “- ” even if there is only one entry."),
    Withholds.CELL,
)
SESSION_BAD_VALUE = Rule(
    "R325",
    "session-bad-value",
    Severity.ERROR,
    Bilingual("「{key}」の「{text}」を読めません", "cannot read “{text}” of “{key}”"),
    Bilingual(
        "日付は「令和7年12月2日」か「2025-12-02」、時刻は「午前10時」か「10:00」、status は 速報版・校正中・確定版、リンクは https:// で書いてください。",
        "Write a date as 2025-12-02, a time as 10:00, status as draft, proof or final, a link with https://.",
    ),
    Withholds.CELL,
)
SITTING_WITHOUT_DATE = Rule(
    "R326",
    "sitting-without-date",
    Severity.ERROR,
    Bilingual("この会議には日付がありません", "this sitting has no date"),
    Bilingual("「date: 令和7年12月2日」のように日付を書いてください。", "Write its date: “date: 2025-12-02”."),
    Withholds.ROW,
)
PERIOD_REVERSED = Rule(
    "R327",
    "period-reversed",
    Severity.ERROR,
    Bilingual("会期の終わりの日が初めの日より前です", "the session ends before it begins"),
    Bilingual("period の from と to を確かめてください。", "Check “from” and “to” of “period”."),
    Withholds.CELL,
)
SITTING_OUTSIDE_PERIOD = Rule(
    "R328",
    "sitting-outside-period",
    Severity.WARNING,
    Bilingual("会議の日（{date}）が会期の外です", "the sitting ({date}) lies outside the session"),
    Bilingual("会議の日付か会期を確かめてください。", "Check the date or the period."),
)
UNKNOWN_SESSION_NAME = Rule(
    "R329",
    "unknown-session-name",
    Severity.WARNING,
    Bilingual("会期の名前「{text}」から年と種別を読み取れません", "cannot tell year and kind from the name “{text}”"),
    Bilingual(
        "「令和7年第4回定例会」のように、年と定例会・臨時会の別を書いてください。",
        "Name the year, as in “2025”, or 令和7年第4回定例会.",
    ),
)
