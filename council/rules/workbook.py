"""R4: Excel workbooks."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity, Withholds

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
