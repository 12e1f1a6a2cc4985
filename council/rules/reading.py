"""R: a file that cannot be read, or not wholly."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity, Withholds

UNDECODABLE = Rule(
    "R101",
    "undecodable-file",
    Severity.ERROR,
    Bilingual(
        "文字コードを判定できません（UTF-8、UTF-16、CP932 を試しました）",
        "cannot decode the file (tried UTF-8, UTF-16, CP932)",
    ),
    Bilingual(
        "Excel の「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存し直してください。",
        "In Excel choose “Save As” and “CSV UTF-8 (comma delimited)”.",
    ),
    Withholds.FILE,
)

# R2xx: Word minutes. R201-R222 refuse the file, R230-R249 are unsettled or hidden text, R250 on what could not be read whole.

WORD_UNREADABLE = Rule(
    "R201",
    "word-unreadable",
    Severity.ERROR,
    Bilingual("ファイルを開けません（{reason}）", "cannot open the file ({reason})"),
    Bilingual(
        "ほかの人が開いていないか、読み取りの権限があるかを確かめてください。",
        "Check that nobody has it open and that you may read it.",
    ),
    Withholds.SITTING,
)
WORD_EMPTY = Rule(
    "R202",
    "word-empty",
    Severity.ERROR,
    Bilingual("ファイルの中身がありません（0 バイト）", "the file is empty (0 bytes)"),
    Bilingual(
        "コピーや同期が途中で終わったようです。元のファイルをもう一度置いてください。",
        "The copy or sync seems to have stopped half-way. Put the original file here again.",
    ),
    Withholds.SITTING,
)
WORD_ALL_ZERO = Rule(
    "R203",
    "word-all-zero",
    Severity.ERROR,
    Bilingual(
        "ファイルの大きさはありますが、中身がすべて空（ゼロ）です",
        "the file has a size but holds nothing but zero bytes",
    ),
    Bilingual(
        "同期に失敗したときに起こります。元のファイルをもう一度置くか、OneDrive などの以前の版に戻してください。",
        "A failed sync does this. Put the original file here again, or restore an earlier version.",
    ),
    Withholds.SITTING,
)
WORD_CLOUD_ONLY = Rule(
    "R204",
    "word-cloud-only",
    Severity.ERROR,
    Bilingual(
        "ファイルがこの機械に置かれていません（クラウドにだけあります）", "the file is not on this machine (cloud only)"
    ),
    Bilingual(
        "エクスプローラーでファイルを右クリックし「このデバイス上に常に保持する」を選んでから、もう一度実行してください。",
        "Right-click the file, choose “Always keep on this device”, and run this again.",
    ),
    Withholds.SITTING,
)
WORD_LEGACY_DOC = Rule(
    "R205",
    "word-legacy-doc",
    Severity.ERROR,
    Bilingual("古い Word 形式（.doc）のファイルです", "this is an old Word file (.doc)"),
    Bilingual(
        "Word で開き、「名前を付けて保存」で「Word 文書 (*.docx)」を選んで保存し直してください。",
        "Open it in Word and save it as “Word Document (*.docx)”.",
    ),
    Withholds.SITTING,
)
WORD_ENCRYPTED = Rule(
    "R206",
    "word-encrypted",
    Severity.ERROR,
    Bilingual("パスワードで保護されているため開けません", "the file is protected by a password"),
    Bilingual(
        "Word で開き、「ファイル」→「情報」→「文書の保護」→「パスワードを使用して暗号化」でパスワードを空にして保存してください。",
        "In Word choose File, Info, Protect Document, Encrypt with Password, clear the password and save.",
    ),
    Withholds.SITTING,
)
WORD_HTML = Rule(
    "R207",
    "word-html",
    Severity.ERROR,
    Bilingual(
        "中身が Web ページ（HTML）で、Word 文書ではありません", "the content is a web page (HTML), not a Word document"
    ),
    Bilingual(
        "Word で開き、「名前を付けて保存」で「Word 文書 (*.docx)」を選んで保存し直してください。",
        "Open it in Word and save it as “Word Document (*.docx)”.",
    ),
    Withholds.SITTING,
)
WORD_RTF = Rule(
    "R208",
    "word-rtf",
    Severity.ERROR,
    Bilingual(
        "中身がリッチテキスト（RTF）で、Word 文書（.docx）ではありません",
        "the content is Rich Text (RTF), not a Word document (.docx)",
    ),
    Bilingual(
        "Word で開き、「名前を付けて保存」で「Word 文書 (*.docx)」を選んで保存し直してください。",
        "Open it in Word and save it as “Word Document (*.docx)”.",
    ),
    Withholds.SITTING,
)
WORD_OTHER_FORMAT = Rule(
    "R209",
    "word-other-format",
    Severity.ERROR,
    Bilingual("名前は .docx ですが、中身は {kind} です", "the name ends in .docx but the content is {kind}"),
    Bilingual(
        "会議録の Word 文書を置いてください。資料であれば 資料/公開 か 資料/議員限定 に元の拡張子で置いてください。",
        "Put the Word minutes here. A material belongs in materials/public or materials/members, under its own suffix.",
    ),
    Withholds.SITTING,
)
WORD_UNKNOWN_FORMAT = Rule(
    "R210",
    "word-unknown-format",
    Severity.ERROR,
    Bilingual("Word 文書として読めない中身です", "the content is no Word document"),
    Bilingual(
        "Word で開けるかを確かめてください。開けないときは元のファイルをもう一度置いてください。",
        "Check that Word opens it. If it does not, put the original file here again.",
    ),
    Withholds.SITTING,
)
WORD_TRUNCATED = Rule(
    "R211",
    "word-truncated",
    Severity.ERROR,
    Bilingual("ファイルが途中で切れています", "the end of the file is missing"),
    Bilingual(
        "コピーやダウンロードが途中で終わったようです。元のファイルをもう一度置いてください。",
        "The copy or download seems to have stopped half-way. Put the original file here again.",
    ),
    Withholds.SITTING,
)
WORD_DAMAGED = Rule(
    "R212",
    "word-damaged",
    Severity.ERROR,
    Bilingual(
        "ファイルが壊れています（中の部品「{part}」が正しく読めません）",
        "the file is damaged (its part “{part}” does not read correctly)",
    ),
    Bilingual(
        "Word で開いて修復し保存し直すか、元のファイルをもう一度置いてください。",
        "Let Word repair and save it, or put the original file here again.",
    ),
    Withholds.SITTING,
)
WORD_TOO_LARGE = Rule(
    "R213",
    "word-too-large",
    Severity.ERROR,
    Bilingual(
        "広げると大きくなりすぎるため開きません（「{part}」: {size}、上限 {limit}）",
        "not opened because it unpacks too large (“{part}”: {size}, limit {limit})",
    ),
    Bilingual(
        "心当たりのないファイルであれば削除してください。本物の会議録であれば、画像を圧縮するか、日ごとに分けて保存してください。",
        "Delete the file if you do not know it. If it is real, compress its pictures or save each day by itself.",
    ),
    Withholds.SITTING,
)
WORD_DUPLICATE_PART = Rule(
    "R214",
    "word-duplicate-part",
    Severity.ERROR,
    Bilingual(
        "同じ名前の部品「{part}」が二つあり、どちらが本物か決められません",
        "the part “{part}” is in the file twice; which one counts cannot be known",
    ),
    Bilingual(
        "Word で開き、内容を確かめてから「名前を付けて保存」で新しいファイルにしてください。",
        "Open it in Word, check the content, and save it as a new file.",
    ),
    Withholds.SITTING,
)
WORD_EXTRA_DATA = Rule(
    "R215",
    "word-extra-data",
    Severity.ERROR,
    Bilingual("Word 文書の前後に余分なデータが付いています", "there is other data before or after the Word document"),
    Bilingual(
        "Word で開き、内容を確かめてから「名前を付けて保存」で新しいファイルにしてください。",
        "Open it in Word, check the content, and save it as a new file.",
    ),
    Withholds.SITTING,
)
WORD_DOCTYPE = Rule(
    "R216",
    "word-doctype",
    Severity.ERROR,
    Bilingual(
        "部品「{part}」に、Word が書かない宣言（DOCTYPE）があります",
        "the part “{part}” holds a declaration that Word never writes (DOCTYPE)",
    ),
    Bilingual(
        "細工されたファイルのおそれがあります。出所を確かめ、Word で保存し直したものを置いてください。",
        "The file may have been tampered with. Check where it came from and put one here that Word saved.",
    ),
    Withholds.SITTING,
)
WORD_BROKEN_XML = Rule(
    "R217",
    "word-broken-xml",
    Severity.ERROR,
    Bilingual("部品「{part}」の書き方が壊れています", "the part “{part}” is not well formed"),
    Bilingual(
        "Word で開いて修復し保存し直すか、元のファイルをもう一度置いてください。",
        "Let Word repair and save it, or put the original file here again.",
    ),
    Withholds.SITTING,
)
WORD_TOO_DEEP = Rule(
    "R218",
    "word-too-deep",
    Severity.ERROR,
    Bilingual(
        "部品「{part}」の入れ子が深すぎます（上限 {limit} 段）",
        "the part “{part}” is nested too deep (limit {limit} levels)",
    ),
    Bilingual(
        "表の中の表などを減らして保存し直してください。心当たりのないファイルであれば削除してください。",
        "Reduce tables within tables and save again. Delete the file if you do not know it.",
    ),
    Withholds.SITTING,
)
WORD_MACRO = Rule(
    "R219",
    "word-macro",
    Severity.ERROR,
    Bilingual("マクロ付きの Word 文書です", "this Word document carries macros"),
    Bilingual(
        "Word で開き、「名前を付けて保存」で「Word 文書 (*.docx)」（マクロなし）を選んで保存し直してください。",
        "Open it in Word and save it as “Word Document (*.docx)”, which keeps no macros.",
    ),
    Withholds.SITTING,
)
WORD_STRICT = Rule(
    "R220",
    "word-strict",
    Severity.ERROR,
    Bilingual(
        "「完全 Open XML 文書」（Strict）形式で保存されています", "the file is saved as “Strict Open XML Document”"
    ),
    Bilingual(
        "Word で開き、「名前を付けて保存」で「完全 Open XML 文書」ではなく「Word 文書 (*.docx)」を選んでください。",
        "Open it in Word and save it as “Word Document (*.docx)”, not “Strict Open XML Document”.",
    ),
    Withholds.SITTING,
)
WORD_MISSING_PART = Rule(
    "R221",
    "word-missing-part",
    Severity.ERROR,
    Bilingual(
        "Word 文書に必要な部品「{part}」がありません", "the part “{part}”, which a Word document needs, is missing"
    ),
    Bilingual(
        "Word で開いて修復し保存し直すか、元のファイルをもう一度置いてください。",
        "Let Word repair and save it, or put the original file here again.",
    ),
    Withholds.SITTING,
)
WORD_CHANGED_WHILE_READ = Rule(
    "R222",
    "word-changed-while-read",
    Severity.ERROR,
    Bilingual("読んでいる間にファイルが書き換えられました", "the file was changed while it was being read"),
    Bilingual(
        "保存や同期が終わってから、もう一度実行してください。", "Run this again when saving or syncing has finished."
    ),
    Withholds.SITTING,
)

TRACKED_INSERTION = Rule(
    "R230",
    "tracked-insertion",
    Severity.ERROR,
    Bilingual(
        "確定していない挿入があります（変更者: {author}、「{before}」のあと）",
        "there is an insertion that nobody has settled (by {author}, after “{before}”)",
    ),
    Bilingual(
        "Word の「校閲」で変更を承諾するか元に戻し、変更履歴をなくしてから保存してください。",
        "In Word accept or reject the change under Review, and save.",
    ),
    Withholds.SITTING,
)
TRACKED_DELETION = Rule(
    "R231",
    "tracked-deletion",
    Severity.ERROR,
    Bilingual(
        "確定していない削除があります（変更者: {author}、「{before}」のあと）",
        "there is a deletion that nobody has settled (by {author}, after “{before}”)",
    ),
    Bilingual(
        "Word の「校閲」で変更を承諾するか元に戻し、変更履歴をなくしてから保存してください。",
        "In Word accept or reject the change under Review, and save.",
    ),
    Withholds.SITTING,
)
TRACKED_MOVE = Rule(
    "R232",
    "tracked-move",
    Severity.ERROR,
    Bilingual(
        "確定していない移動があります（変更者: {author}、「{before}」のあと）",
        "there is a move that nobody has settled (by {author}, after “{before}”)",
    ),
    Bilingual(
        "Word の「校閲」で変更を承諾するか元に戻し、変更履歴をなくしてから保存してください。",
        "In Word accept or reject the change under Review, and save.",
    ),
    Withholds.SITTING,
)
TRACKED_PARAGRAPH_MARK = Rule(
    "R233",
    "tracked-paragraph-mark",
    Severity.ERROR,
    Bilingual(
        "確定していない段落の区切り（改行）の変更があります（変更者: {author}、「{before}」のあと）",
        "there is a paragraph break whose change nobody has settled (by {author}, after “{before}”)",
    ),
    Bilingual(
        "Word の「校閲」で変更を承諾するか元に戻し、変更履歴をなくしてから保存してください。",
        "In Word accept or reject the change under Review, and save.",
    ),
    Withholds.SITTING,
)
TRACKED_TABLE = Rule(
    "R234",
    "tracked-table",
    Severity.ERROR,
    Bilingual(
        "確定していない表の行またはセルの変更があります（変更者: {author}）",
        "there is a table row or cell whose change nobody has settled (by {author})",
    ),
    Bilingual(
        "Word の「校閲」で変更を承諾するか元に戻し、変更履歴をなくしてから保存してください。",
        "In Word accept or reject the change under Review, and save.",
    ),
    Withholds.SITTING,
)
TRACKED_FORMATTING = Rule(
    "R235",
    "tracked-formatting",
    Severity.NOTE,
    Bilingual(
        "書式だけの変更履歴が残っています（文字は変わりません）",
        "a tracked change of formatting is left (no words change)",
    ),
    Bilingual(
        "公開には差し支えありません。確定版にするときは Word の「校閲」で承諾してください。",
        "Nothing is held back. Accept it under Review when the minutes are made final.",
    ),
)
HIDDEN_TEXT = Rule(
    "R240",
    "hidden-text",
    Severity.ERROR,
    Bilingual(
        "隠し文字が {count} 文字あります（「{before}」のあと）", "{count} characters are hidden (after “{before}”)"
    ),
    Bilingual(
        "Word の「ホーム」で編集記号（¶）を表示して確かめ、不要なら削除、必要なら「フォント」の「隠し文字」を外してください。",
        "Show formatting marks (¶) in Word, then delete the words or clear “Hidden” under Font.",
    ),
    Withholds.SITTING,
)
INVISIBLE_COLOUR = Rule(
    "R241",
    "invisible-colour",
    Severity.ERROR,
    Bilingual(
        "背景と同じ色（白など）で見えない文字が {count} 文字あります（「{before}」のあと）",
        "{count} characters have the colour of their background and cannot be seen (after “{before}”)",
    ),
    Bilingual(
        "不要なら削除し、必要なら「フォントの色」を「自動」にしてください。色を塗って隠しても文字は残ります。",
        "Delete them, or set the font colour to Automatic. Covering words with a colour does not remove them.",
    ),
    Withholds.SITTING,
)
TINY_TEXT = Rule(
    "R242",
    "tiny-text",
    Severity.ERROR,
    Bilingual(
        "読めないほど小さい文字（4 ポイント以下）が {count} 文字あります（「{before}」のあと）",
        "{count} characters are too small to read (4 pt or less; after “{before}”)",
    ),
    Bilingual(
        "不要なら削除し、必要なら読める大きさにしてください。", "Delete them, or give them a size that can be read."
    ),
    Withholds.SITTING,
)
STRUCK_TEXT = Rule(
    "R243",
    "struck-text",
    Severity.ERROR,
    Bilingual(
        "取消線の付いた言葉が {count} 文字あります（「{before}」のあと）",
        "{count} characters are struck out (after “{before}”)",
    ),
    Bilingual(
        "発言の取消しは議長が決めます。取り消すなら言葉を削除して corrections.csv に記し、残すなら取消線を外してください。",
        "Withdrawing words is for the chair. Delete them and enter it in corrections.csv, or remove the strike-through.",
    ),
    Withholds.WORDS,
)
WORD_COMMENT = Rule(
    "R244",
    "word-comment",
    Severity.WARNING,
    Bilingual(
        "コメントが付いています（{author}、「{before}」のあと）。コメントは公開されません",
        "there is a comment (by {author}, after “{before}”); comments are not published",
    ),
    Bilingual(
        "確認が済んだコメントは Word の「校閲」で削除してください。",
        "Delete comments that are dealt with, under Review in Word.",
    ),
)
HIDDEN_PARAGRAPH_MARK = Rule(
    "R245",
    "hidden-paragraph-mark",
    Severity.NOTE,
    Bilingual(
        "段落の区切りが隠し文字になっています。画面では次の段落と続いて見えますが、二つの段落として読みました",
        "the end of the paragraph is hidden: Word shows it as one with the next, it was read as two",
    ),
    Bilingual(
        "続けて読むべき文であれば、Word で改行を削除してください。",
        "Delete the paragraph break in Word if the two belong together.",
    ),
)
COVERED_CELL = Rule(
    "R246",
    "covered-cell",
    Severity.WARNING,
    Bilingual(
        "結合された表のセルの下に、Word に表示されない文字が {count} 文字あります。公開されません",
        "{count} characters stand under a merged table cell where Word does not show them; they are not published",
    ),
    Bilingual(
        "Word でセルの結合を解いて確かめ、必要な文字を見えるセルに移してください。",
        "Split the cell in Word and move what is wanted into a cell that shows.",
    ),
)

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
