"""R1: any file, text and CSV; what lies in the folders."""

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
