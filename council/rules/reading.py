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

# R1xx: any file; text and CSV.

FILE_UNREADABLE = Rule(
    "R102",
    "file-unreadable",
    Severity.ERROR,
    Bilingual("ファイルを開けません（{reason}）", "cannot open the file ({reason})"),
    Bilingual(
        "ほかの人が開いていないか、読み取りの権限があるかを確かめてください。",
        "Check that nobody has it open and that you may read it.",
    ),
    Withholds.FILE,
)
FILE_CLOUD_ONLY = Rule(
    "R103",
    "file-cloud-only",
    Severity.ERROR,
    Bilingual(
        "ファイルがこの機械に置かれていません（クラウドにだけあります）", "the file is not on this machine (cloud only)"
    ),
    Bilingual(
        "エクスプローラーでファイルを右クリックし「このデバイス上に常に保持する」を選んでから、もう一度実行してください。",
        "Right-click the file, choose “Always keep on this device”, and run this again.",
    ),
    Withholds.FILE,
)
FILE_TOO_LARGE = Rule(
    "R104",
    "file-too-large",
    Severity.ERROR,
    Bilingual(
        "ファイルが大きすぎるため読みません（{size}、上限 {limit}）",
        "the file is too large to be read ({size}, limit {limit})",
    ),
    Bilingual(
        "ほかのファイルを置き間違えていないか確かめ、正しいファイルであれば分けて保存してください。",
        "Check that this is the right file; if it is, save it in several parts.",
    ),
    Withholds.FILE,
)
FILE_CHANGED_WHILE_READ = Rule(
    "R105",
    "file-changed-while-read",
    Severity.ERROR,
    Bilingual("読んでいる間にファイルが書き換えられました", "the file was changed while it was being read"),
    Bilingual(
        "保存や同期が終わってから、もう一度実行してください。", "Run this again when saving or syncing has finished."
    ),
    Withholds.FILE,
)
EMPTY_FILE = Rule(
    "R106",
    "empty-file",
    Severity.WARNING,
    Bilingual("ファイルの中身がありません", "the file is empty"),
    Bilingual(
        "使わないファイルであれば削除してください。中身があったはずなら、元のファイルをもう一度置いてください。",
        "Delete it if it is not used. If something was in it, put the original file here again.",
    ),
)
ENCODING_USED = Rule(
    "R107",
    "encoding-used",
    Severity.NOTE,
    Bilingual("文字コードは {encoding} として読みました", "read as {encoding}"),
    Bilingual(
        "文字化けがなければ、このままでかまいません。「CSV UTF-8」で保存すると、この知らせは出なくなります。",
        "Nothing to do if the words look right. Saved as “CSV UTF-8”, the file no longer needs this note.",
    ),
)
OTHER_FORMAT = Rule(
    "R108",
    "other-format",
    Severity.ERROR,
    Bilingual("名前と中身が合いません。中身は {kind} です", "the content does not fit the name: it is {kind}"),
    Bilingual(
        "元のファイルをソフトで開き、「名前を付けて保存」で必要な形式（CSV UTF-8、Excel ブック .xlsx など）を選んで保存し直してください。",
        "Open the original and save it in the form needed (CSV UTF-8, Excel workbook .xlsx …).",
    ),
    Withholds.FILE,
)
CONTROL_CHARACTER = Rule(
    "R109",
    "control-character",
    Severity.ERROR,
    Bilingual(
        "文字ではないデータ（{code}）が入っています。ファイルが壊れているようです",
        "there is data in it that is no text ({code}); the file seems damaged",
    ),
    Bilingual(
        "元のファイルをもう一度置くか、Excel で開いて「CSV UTF-8」で保存し直してください。",
        "Put the original file here again, or open it in Excel and save it as “CSV UTF-8”.",
    ),
    Withholds.FILE,
)
DAMAGED_TEXT = Rule(
    "R110",
    "damaged-text",
    Severity.ERROR,
    Bilingual(
        "「{text}」に、保存のときに失われた文字（? や �）があります",
        "“{text}” holds characters that were lost when the file was saved (? or �)",
    ),
    Bilingual(
        "元の表を Excel で開き、「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存し直してください。",
        "Open the original in Excel and save it as “CSV UTF-8 (comma delimited)”.",
    ),
    Withholds.CELL,
)
UNCLOSED_QUOTE = Rule(
    "R111",
    "unclosed-quote",
    Severity.ERROR,
    Bilingual(
        'この行から、引用符（"）の始まりと終わりが合いません。後ろの行が一つのセルに飲み込まれているおそれがあります',
        'from this row on, quotation marks (") do not pair; later rows may be swallowed into one cell',
    ),
    Bilingual(
        "この行とその前後の引用符を確かめるか、Excel で開いて「CSV UTF-8」で保存し直してください。",
        "Check the quotation marks around this row, or open the file in Excel and save it as “CSV UTF-8”.",
    ),
    Withholds.TABLE,
)
CELL_TOO_LONG = Rule(
    "R112",
    "cell-too-long",
    Severity.ERROR,
    Bilingual(
        "この行に、長すぎるセルがあります（13万字以上）", "a cell of this row is too long (over 130,000 characters)"
    ),
    Bilingual(
        '引用符（"）の閉じ忘れがないか確かめてください。',
        'Check whether a quotation mark (") was left open.',
    ),
    Withholds.TABLE,
)
DAMAGED_ROW = Rule(
    "R113",
    "damaged-row",
    Severity.ERROR,
    Bilingual(
        "「{column}」に、保存のときに失われた文字（? や �）があります。この行は使いません",
        "“{column}” holds characters that were lost when the file was saved (? or �); the row is not used",
    ),
    Bilingual(
        "元の表を Excel で開き、「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存し直してください。",
        "Open the original in Excel and save it as “CSV UTF-8 (comma delimited)”.",
    ),
    Withholds.ROW,
)
NO_HEADING_ROW = Rule(
    "R114",
    "no-heading-row",
    Severity.ERROR,
    Bilingual("見出しの行が見つかりません（必要な見出し：{columns}）", "there is no heading row (needed: {columns})"),
    Bilingual(
        "最初の行に見出しを書いてください。日本語でも英語でもかまいません。",
        "Write the headings in the first row, in Japanese or in English.",
    ),
    Withholds.TABLE,
)
DUPLICATE_COLUMN = Rule(
    "R115",
    "duplicate-column",
    Severity.ERROR,
    Bilingual("見出し「{column}」の列が2つあります", "there are two columns “{column}”"),
    Bilingual("一方を消すか、見出しを直してください。", "Remove one of them or correct its heading."),
    Withholds.TABLE,
)
UNKNOWN_COLUMN = Rule(
    "R116",
    "unknown-column",
    Severity.NOTE,
    Bilingual("列「{column}」は使いません", "the column “{column}” is not used"),
    Bilingual(
        "必要な列であれば、見出しを説明書のとおりに直してください。",
        "If it is needed, correct its heading as the guide says.",
    ),
)
ROW_TOO_LONG = Rule(
    "R117",
    "row-too-long",
    Severity.ERROR,
    Bilingual(
        "見出しより右にも値があります（見出しは {width} 列）。列がずれているかもしれないため、この行は使いません",
        "the row goes on to the right of the headings ({width} columns); it may have shifted and is not used",
    ),
    Bilingual(
        "値の中のコンマで列が分かれていないか確かめ、Excel で列をそろえて保存し直してください。",
        "Check whether a comma inside a value split it; put the values under their headings and save again.",
    ),
    Withholds.ROW,
)
NO_ROWS = Rule(
    "R118",
    "no-rows",
    Severity.NOTE,
    Bilingual("見出しだけで、まだ何も書かれていません", "there are headings only, nothing is filled in yet"),
    Bilingual("書き込むまで、このままでかまいません。", "Nothing to do until it is filled in."),
)
OTHER_SHEET = Rule(
    "R119",
    "other-sheet",
    Severity.NOTE,
    Bilingual(
        "このシートには必要な見出し（{columns}）がないため、使いません",
        "this sheet lacks the headings needed ({columns}) and is not used",
    ),
    Bilingual("別の目的のシートであれば、このままでかまいません。", "Nothing to do if it serves another purpose."),
)
REMARK_ROW = Rule(
    "R120",
    "remark-row",
    Severity.NOTE,
    Bilingual("注記の行として読み飛ばしました", "skipped as a remark"),
    Bilingual("注記であれば、このままでかまいません。", "Nothing to do if it is a remark."),
)

# R15x: what lies in the folders.

OPEN_ELSEWHERE = Rule(
    "R150",
    "open-elsewhere",
    Severity.NOTE,
    Bilingual(
        "Word や Excel で開いている間だけできるファイルなので、読み飛ばしました",
        "skipped: Word or Excel keeps this file while a document is open",
    ),
    Bilingual(
        "元の文書を閉じてから、もう一度実行すると確実です。",
        "To be sure, close the document and run this again.",
    ),
)
SYSTEM_FILE = Rule(
    "R151",
    "system-file",
    Severity.NOTE,
    Bilingual("隠しファイルや一時ファイルなので、読み飛ばしました", "skipped: a hidden, temporary or system file"),
    Bilingual("このままでかまいません。", "Nothing to do."),
)
UNKNOWN_FILE = Rule(
    "R152",
    "unknown-file",
    Severity.NOTE,
    Bilingual(
        "この場所では使わない種類のファイルなので、読み飛ばしました", "skipped: no file of this kind is used here"
    ),
    Bilingual(
        "使うはずのファイルであれば、名前と置き場所を確かめてください。",
        "If it should be used, check its name and place.",
    ),
)
MISPLACED_FILE = Rule(
    "R153",
    "misplaced-file",
    Severity.WARNING,
    Bilingual("この場所に置かれた {kind} は掲載されません", "a {kind} in this place is not published"),
    Bilingual(
        "資料であれば、会期のフォルダーの 資料/公開 か 資料/議員限定 に移してください。採決表や名簿であれば votes の直下に置いてください。",
        "Move a paper to materials/public or materials/members of the session's folder, a vote table or roster to votes.",
    ),
)
LINK_NOT_FOLLOWED = Rule(
    "R154",
    "link-not-followed",
    Severity.WARNING,
    Bilingual(
        "リンクの先がこのフォルダーの外にあるか、たどれないため、読みません",
        "the link leads out of the project, or nowhere, and is not followed",
    ),
    Bilingual(
        "リンクではなく、ファイルそのものをここに置いてください。",
        "Put the file itself here instead of a link.",
    ),
)
FOLDER_UNREADABLE = Rule(
    "R155",
    "folder-unreadable",
    Severity.ERROR,
    Bilingual("フォルダーの中を見られません（{reason}）", "cannot look into the folder ({reason})"),
    Bilingual("読み取りの権限があるかを確かめてください。", "Check that you may read it."),
    Withholds.FILE,
)
SPARE_FILE = Rule(
    "R156",
    "spare-file",
    Severity.WARNING,
    Bilingual("「{used}」があるため、このファイルは使いません", "not used because there is “{used}”"),
    Bilingual("どちらか一方だけを残してください。", "Keep only one of them."),
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

# R3xx: YAML (session.yml, mkdocs.yml).

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

# R32x: session.yml.

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

# R4xx: Excel workbooks.

BOOK_ENCRYPTED = Rule(
    "R401",
    "workbook-encrypted",
    Severity.ERROR,
    Bilingual("パスワードで保護されているため開けません", "the workbook is protected by a password"),
    Bilingual(
        "Excel で開き、「ファイル」→「情報」→「ブックの保護」→「パスワードを使用して暗号化」でパスワードを空にして保存してください。",
        "In Excel choose File, Info, Protect Workbook, Encrypt with Password, clear the password and save.",
    ),
    Withholds.FILE,
)
BOOK_OLD = Rule(
    "R402",
    "workbook-old",
    Severity.ERROR,
    Bilingual("{kind} のファイルです", "this is a file of the kind {kind}"),
    Bilingual(
        "開いて「名前を付けて保存」で「Excel ブック (*.xlsx)」を選んで保存し直してください。",
        "Open it and save it as “Excel Workbook (*.xlsx)”.",
    ),
    Withholds.FILE,
)
BOOK_DAMAGED = Rule(
    "R403",
    "workbook-damaged",
    Severity.ERROR,
    Bilingual(
        "ブックが壊れています（部品「{part}」を読めません）",
        "the workbook is damaged (its part “{part}” cannot be read)",
    ),
    Bilingual(
        "Excel で開いて修復し保存し直すか、元のファイルをもう一度置いてください。",
        "Let Excel repair and save it, or put the original file here again.",
    ),
    Withholds.FILE,
)
BOOK_TOO_LARGE = Rule(
    "R404",
    "workbook-too-large",
    Severity.ERROR,
    Bilingual("表が大きすぎます（「{part}」）", "the table is too large (“{part}”)"),
    Bilingual(
        "表から遠く離れたセルに値が残っていないか確かめ、表だけのブックにして保存し直してください。",
        "Check for values far away from the table, and save a workbook with the table alone.",
    ),
    Withholds.FILE,
)
HIDDEN_SHEET = Rule(
    "R405",
    "hidden-sheet",
    Severity.WARNING,
    Bilingual("非表示のシートは読みません", "a hidden sheet is not read"),
    Bilingual("必要なシートであれば、再表示して保存してください。", "If it is needed, unhide it and save."),
)
HIDDEN_ROWS = Rule(
    "R406",
    "hidden-rows",
    Severity.WARNING,
    Bilingual("非表示の行（{rows}）は読みません", "hidden rows ({rows}) are not read"),
    Bilingual(
        "フィルターや非表示を解除して保存してください。不要な行であれば削除してください。",
        "Clear the filter or unhide them and save; delete rows that are not needed.",
    ),
)
HIDDEN_COLUMNS = Rule(
    "R407",
    "hidden-columns",
    Severity.WARNING,
    Bilingual("非表示の列（{columns}）は読みません", "hidden columns ({columns}) are not read"),
    Bilingual(
        "必要な列であれば再表示して保存し、不要な列であれば削除してください。",
        "Unhide and save columns that are needed; delete those that are not.",
    ),
)
NOT_CALCULATED = Rule(
    "R408",
    "not-calculated",
    Severity.ERROR,
    Bilingual("数式の結果が保存されていません", "the result of the formula is not in the file"),
    Bilingual(
        "Excel で開いて保存し直すか、値として貼り付けてください。",
        "Open and save the file in Excel, or paste the value itself.",
    ),
    Withholds.CELL,
)
FORMULA_ERROR = Rule(
    "R409",
    "formula-error",
    Severity.ERROR,
    Bilingual("数式が {text} になっています", "the formula gives {text}"),
    Bilingual("数式を直すか、値を書いてください。", "Correct the formula or write the value."),
    Withholds.CELL,
)
