"""R20–R22: a Word file that is refused as a whole."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity, Withholds

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
    Bilingual(
        "名前の終わりは {suffix} で、中身は {kind} です。Word 文書（.docx）ではありません",
        "the name ends in {suffix} and the content is {kind}: this is no Word document (.docx)",
    ),
    Bilingual(
        "会議録であれば、作ったソフトで開いて「Word 文書 (*.docx)」で保存し直してください。資料であれば 資料/公開 か 資料/議員限定 に元の拡張子で置いてください。",
        "Save minutes as “Word Document (*.docx)”. A material belongs in materials/public or materials/members, under its own suffix.",
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
        "部品「{part}」の入れ子が深すぎます",
        "the part “{part}” is nested too deep",
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
