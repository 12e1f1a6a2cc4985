"""R11, R12: tables whose columns are known by name: roster, links, corrections."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity, Withholds

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
ROW_TOO_SHORT = Rule(
    "R121",
    "row-too-short",
    Severity.ERROR,
    Bilingual(
        "行が短く、必要な列（{columns}）がありません（見出しは {width} 列、この行は {cells} 列）。この行は使いません",
        "the row ends before the columns {columns}, which it must have ({cells} cells under {width} headings); it is not used",
    ),
    Bilingual(
        "抜けている値を書き足すか、Excel で開いて列をそろえ、「CSV UTF-8」で保存し直してください。",
        "Write what is missing, or put the values under their headings in Excel and save it as “CSV UTF-8”.",
    ),
    Withholds.ROW,
)
ROW_ENDS_EARLY = Rule(
    "R122",
    "row-ends-early",
    Severity.WARNING,
    Bilingual(
        "行が短く、{columns} がありません（見出しは {width} 列、この行は {cells} 列）。空欄として読みました",
        "the row ends before {columns} ({cells} cells under {width} headings); they were read as empty",
    ),
    Bilingual(
        "途中の区切りが抜けて、値が左にずれていないかを確かめてください。Excel で開いて保存し直すと、列がそろいます。",
        "Check whether a separator is missing and values moved to the left. Saved in Excel, every row has all its cells.",
    ),
)
