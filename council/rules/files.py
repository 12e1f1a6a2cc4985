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
FOREIGN_SEPARATOR = Rule(
    "R123",
    "foreign-separator",
    Severity.ERROR,
    Bilingual(
        "列が「{character}」で区切られていて、表として読めません。この表は使いません",
        "the columns are parted by “{character}” and cannot be told apart; the table is not used",
    ),
    Bilingual(
        "区切りは半角のコンマ（,）、タブ、セミコロン（;）のどれかです。Excel で列に分けて「CSV UTF-8」で保存し直してください。",
        "Columns are parted by commas, tabs or semicolons. Split them into columns in Excel and save as “CSV UTF-8”.",
    ),
    Withholds.TABLE,
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
NEARLY_RESTRICTED = Rule(
    "R157",
    "folder-nearly-restricted",
    Severity.WARNING,
    Bilingual(
        "フォルダー「{folder}」の中は、議員限定として扱いました（公開版には入りません）",
        "what lies in the folder “{folder}” is taken as for members only and is not in the public edition",
    ),
    Bilingual(
        "議員限定のものなら、フォルダーの名前を「議員限定」にしてください。公開するものなら、議員限定・秘密会・非公開・"
        "未公開・members を名前に使わないでください。",
        "If it is for members, call the folder 議員限定 or members. If it is public, do not use 議員限定, 秘密会, 非公開, "
        "未公開 or members in its name.",
    ),
)
SESSION_FILE_PLACE = Rule(
    "R158",
    "session-file-place",
    Severity.WARNING,
    Bilingual("この場所に置かれた session.yml は使いません", "session.yml is not used in this place"),
    Bilingual(
        "minutes_src の会期のフォルダーの直下に置いてください。議員限定のフォルダーの中には置けません。",
        "Put it into the session's own folder below minutes_src, not into a folder for members.",
    ),
)
