"""R25–R26: what of a Word file could not be read whole, or is not published."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity

UNKNOWN_ELEMENT = Rule(
    "R250",
    "unknown-element",
    Severity.NOTE,
    Bilingual(
        "このプログラムの知らない要素 {element} があります。文字の読み落としはありません",
        "there is an element this program does not know, {element}; no words are lost by it",
    ),
    Bilingual("公開したページを Word の表示と見比べてください。", "Compare the published page with what Word shows."),
)
UNREAD_CONTENT = Rule(
    "R251",
    "unread-content",
    Severity.WARNING,
    Bilingual(
        "読めない部分（{element}）があります。その中の文字は公開されません",
        "there is a part that cannot be read ({element}); words in it are not published",
    ),
    Bilingual(
        "中に必要な文字があれば、Word で本文の文字として書き写してください。",
        "If it holds words that matter, type them as ordinary text in Word.",
    ),
)
PICTURE = Rule(
    "R252",
    "picture",
    Severity.NOTE,
    Bilingual("画像があります。画像は公開されません", "there is a picture; pictures are not published"),
    Bilingual(
        "画像の中に必要な文字があれば本文に書き、画像そのものは資料として置いてください。",
        "Type words that matter as text, and put the picture itself among the materials.",
    ),
)
HEADER_FOOTER = Rule(
    "R253",
    "header-footer",
    Severity.NOTE,
    Bilingual(
        "ヘッダーまたはフッターの文字は公開されません: 「{text}」", "header or footer text is not published: “{text}”"
    ),
    Bilingual(
        "会議録の本文に当たる文字であれば、本文に書いてください。",
        "Move it into the body if it is part of the minutes.",
    ),
)
PRIVATE_USE = Rule(
    "R254",
    "private-use-character",
    Severity.WARNING,
    Bilingual(
        "外字など、ほかの機械では表示できない文字があります（{codes}）",
        "there are characters that other machines cannot show ({codes})",
    ),
    Bilingual(
        "Unicode にある文字に置き換えてください。人名の外字は、通用する字体に置き換えるか議会で取り扱いを決めてください。",
        "Replace them by characters that Unicode has.",
    ),
)
UNKNOWN_SYMBOL = Rule(
    "R255",
    "unknown-symbol",
    Severity.WARNING,
    Bilingual(
        "記号用フォント {font} の文字 {code} が分からないため、〓 としました",
        "the character {code} of the symbol font {font} is not known and stands as 〓",
    ),
    Bilingual(
        "Word の「記号と特殊文字」で、同じ形のふつうの文字を選び直してください。",
        "Choose an ordinary character of the same shape under Insert, Symbol.",
    ),
)
UNKNOWN_NUMBERING = Rule(
    "R256",
    "unknown-numbering",
    Severity.WARNING,
    Bilingual(
        "段落番号の形式 {format} が分からないため、番号を付けずに読みました",
        "the list number format {format} is not known; the paragraph was read without its number",
    ),
    Bilingual("Word で番号をふつうの文字として書いてください。", "Type the number as ordinary text in Word."),
)
COMPUTED_FIELD = Rule(
    "R257",
    "computed-field",
    Severity.WARNING,
    Bilingual(
        "自動で変わる欄（{field}）があります。保存されたときの値を読みました",
        "there is a field that changes by itself ({field}); its value as last saved was read",
    ),
    Bilingual(
        "値を確かめ、欄を選んで Ctrl+Shift+F9 でふつうの文字にしてください。",
        "Check the value, select the field and press Ctrl+Shift+F9 to make it ordinary text.",
    ),
)
FIELD_NOT_READ = Rule(
    "R258",
    "field-not-read",
    Severity.WARNING,
    Bilingual(
        "欄（{field}）の値がファイルに保存されていないため、読めません",
        "the value of a field ({field}) is not stored in the file and cannot be read",
    ),
    Bilingual(
        "Word で見える文字を、ふつうの文字として書いてください。", "Type what Word shows there as ordinary text."
    ),
)
BROKEN_FIELD = Rule(
    "R259",
    "broken-field",
    Severity.WARNING,
    Bilingual(
        "欄（フィールド）の始まりと終わりが合いません。見える文字として読みました",
        "the beginning and end of a field do not match; it was read as plain text",
    ),
    Bilingual(
        "Word で開き直し、その欄を削除して書き直してください。", "Open it in Word, delete the field and write it again."
    ),
)
ENCLOSED_CHARACTER = Rule(
    "R260",
    "enclosed-character",
    Severity.NOTE,
    Bilingual(
        "囲い文字「{character}」を、囲みなしで読みました",
        "the enclosed character “{character}” was read without its frame",
    ),
    Bilingual(
        "囲みが要るときは、㊞ や ① のように一文字になっている文字を使ってください。",
        "Use a character that has the frame in itself, such as ㊞ or ①, if the frame matters.",
    ),
)
EQUATION = Rule(
    "R261",
    "equation",
    Severity.WARNING,
    Bilingual(
        "数式があります。並んだ文字としてだけ読みました",
        "there is an equation; it was read as a line of characters only",
    ),
    Bilingual("分数などの形が要るときは、本文に言葉で書いてください。", "Write it out in words if its shape matters."),
)
NOTE_MISSING = Rule(
    "R262",
    "note-missing",
    Severity.WARNING,
    Bilingual(
        "脚注または文末脚注の番号がありますが、その本文がありません",
        "there is a mark of a footnote or endnote that has no text",
    ),
    Bilingual("Word で開き、その脚注を付け直してください。", "Open it in Word and make the note again."),
)
NOTE_NUMBERS = Rule(
    "R263",
    "note-numbers",
    Severity.NOTE,
    Bilingual(
        "脚注の番号がページまたはセクションごとに振り直される設定ですが、通し番号で読みました",
        "note numbers restart on each page or section in Word; they were counted through",
    ),
    Bilingual(
        "公開には差し支えありません。番号を本文で引くときは通し番号にしてください。",
        "Nothing is held back. Number notes continuously if the text refers to them by number.",
    ),
)
LINK_TARGETS = Rule(
    "R264",
    "link-targets",
    Severity.NOTE,
    Bilingual(
        "リンクの付いた文字があります。文字は公開し、リンク先は公開しません",
        "some words carry a link; the words are published, the address is not",
    ),
    Bilingual(
        "リンク先が要るときは、アドレスを文字として書いてください。", "Write the address as text if it is needed."
    ),
)
EXTERNAL_CONTENT = Rule(
    "R265",
    "external-content",
    Severity.NOTE,
    Bilingual(
        "ファイルの外を指す参照（{kind}）があります。読みに行きません",
        "the file refers to something outside itself ({kind}); it is not fetched",
    ),
    Bilingual(
        "心当たりがなければ、Word の「開発」→「文書テンプレート」や「リンクの編集」で外してください。",
        "Remove it in Word under Document Template or Edit Links if you do not know it.",
    ),
)
