"""C: the configuration, `extra.council` in mkdocs.yml (contract §2.8)."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity, Withholds

CONFIG_UNREADABLE = Rule(
    "C101",
    "configuration-unreadable",
    Severity.ERROR,
    Bilingual("設定ファイルを読めないため、続けられません", "the configuration cannot be read, so nothing can be done"),
    Bilingual("mkdocs.yml の別に示した箇所を直してください。", "Correct the place in mkdocs.yml that is named apart."),
    Withholds.EVERYTHING,
)
UNKNOWN_SETTING = Rule(
    "C102",
    "unknown-setting",
    Severity.ERROR,
    Bilingual("「{key}」という設定はありません（使えるのは {known}）", "there is no setting “{key}” (known: {known})"),
    Bilingual("設定の名前を直すか、その行を消してください。", "Correct the name of the setting or remove the line."),
    Withholds.EVERYTHING,
)
NOT_TEXT = Rule(
    "C103",
    "setting-not-text",
    Severity.ERROR,
    Bilingual("「{key}」には値を一つだけ書いてください", "“{key}” takes one value"),
    Bilingual(
        "値の中に「: 」や「[」があるときは、値の全体を引用符で囲んでください。",
        "If the value holds “: ” or “[”, put the whole of it in quotes.",
    ),
    Withholds.EVERYTHING,
)
NOT_MAP = Rule(
    "C104",
    "setting-not-map",
    Severity.ERROR,
    Bilingual("「{key}」には「項目: 値」の形で書いてください", "“{key}” takes entries of the form “key: value”"),
    Bilingual(
        "コロンが半角で、そのあとに半角の空白があるか、字下げがそろっているかを確かめてください。",
        "Check the indentation, and that each colon is a plain one followed by a plain space.",
    ),
    Withholds.EVERYTHING,
)
UNKNOWN_LANGUAGE = Rule(
    "C105",
    "unknown-language",
    Severity.ERROR,
    Bilingual("言語「{text}」は使えません", "there is no language “{text}”"),
    Bilingual("ja（日本語）か en（英語）と書いてください。", "Write ja (Japanese) or en (English)."),
    Withholds.EVERYTHING,
)
UNKNOWN_TIMEZONE = Rule(
    "C106",
    "unknown-timezone",
    Severity.ERROR,
    Bilingual("「{text}」という時間帯はありません", "there is no time zone “{text}”"),
    Bilingual(
        "Asia/Tokyo のように、地域と都市の英語の名前で書いてください。",
        "Write the region and city, such as Asia/Tokyo or America/Winnipeg.",
    ),
    Withholds.EVERYTHING,
)
BAD_SEATS = Rule(
    "C107",
    "bad-seats",
    Severity.ERROR,
    Bilingual("定数「{text}」は正の整数ではありません", "“{text}” is no number of seats"),
    Bilingual("議員定数を 22 のように書いてください。", "Write the number of seats, such as 22."),
    Withholds.EVERYTHING,
)
UNKNOWN_VOTE_COLUMN = Rule(
    "C108",
    "unknown-vote-column",
    Severity.ERROR,
    Bilingual("「{text}」という列はありません（使えるのは {known}）", "there is no column “{text}” (known: {known})"),
    Bilingual(
        "vote_columns には「表の見出し: 列の名前」の順に書いてください。",
        "vote_columns takes “heading in the table: name of the column”.",
    ),
    Withholds.EVERYTHING,
)
UNKNOWN_OPTION = Rule(
    "C109",
    "unknown-option",
    Severity.ERROR,
    Bilingual("「{text}」という賛否はありません（使えるのは {known}）", "there is no option “{text}” (known: {known})"),
    Bilingual(
        "vote_symbols には「表の記号: 意味」の順に書いてください。",
        "vote_symbols takes “symbol in the table: meaning”.",
    ),
    Withholds.EVERYTHING,
)
BAD_VIDEO_ADDRESS = Rule(
    "C110",
    "bad-video-address",
    Severity.ERROR,
    Bilingual("動画のアドレス「{text}」が正しくありません", "“{text}” is no address of a video"),
    Bilingual(
        "https:// で始め、動画の番号を入れる所を {{id}}、秒数を入れる所を {{sec}} と書いてください。",
        "Begin with https://; write {{id}} where the video's id goes and {{sec}} where the seconds go.",
    ),
    Withholds.EVERYTHING,
)
UNKNOWN_OFFICE = Rule(
    "C111",
    "unknown-office",
    Severity.ERROR,
    Bilingual("「{text}」というソフトは使えません", "there is no office program “{text}”"),
    Bilingual(
        "libreoffice か word と書くか、この行を消してください（消すと、このサイトの組版で作ります）。",
        "Write libreoffice or word, or take the line out: papers are typeset here then.",
    ),
    Withholds.EVERYTHING,
)
