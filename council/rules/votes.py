"""V1: vote tables that cannot be read, or not wholly."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity, Withholds

UNRECOGNISED_TABLE = Rule(
    "V101",
    "unrecognised-table",
    Severity.ERROR,
    Bilingual(
        "採決表の見出し（「議案番号」か「件名」、または「議員名」と「賛否」）が見つかりません。この表は掲載しません",
        "no headings of a vote table were found (number or title, or member and vote); this table is not published",
    ),
    Bilingual(
        "見出しの行に「議案番号」「件名」と議員の氏名を書いてください。別の見出しを使うときは、mkdocs.yml の extra.council.vote_columns に「見出し: number」のように書いてください。",
        "Write the headings “number” and “title” and the members' names in one row, or map your own headings in extra.council.vote_columns of mkdocs.yml.",
    ),
    Withholds.TABLE,
)
ROW_WIDTH = Rule(
    "V102",
    "row-width",
    Severity.ERROR,
    Bilingual(
        "この行は {cells} 列ありますが、見出しは {width} 列です。どの欄がだれの賛否か決められないため、この行の賛否は掲載しません",
        "this row has {cells} cells, the headings have {width}; whose votes they are cannot be told, so this row's votes are not published",
    ),
    Bilingual(
        "セルが抜けていないか、余分に入っていないかを確かめてください。空欄にもコンマ（セル）が必要です。",
        "Look for a cell that is missing or was put in. An empty cell needs its comma too.",
    ),
    Withholds.ROW,
)
UNSOUND_HEADING = Rule(
    "V103",
    "unsound-heading",
    Severity.ERROR,
    Bilingual(
        "見出しは {width} 列ありますが、どの行とも合いません（行は {cells} 列）。この表の賛否は掲載しません",
        "the headings have {width} cells and fit no row (the rows have {cells}); this table's votes are not published",
    ),
    Bilingual(
        "見出しの行で氏名が抜けたり余分に入ったりしていないかを確かめてください。",
        "Look for a name that is missing or was put in among the headings.",
    ),
    Withholds.TABLE,
)
UNEXPLAINED_SYMBOL = Rule(
    "V104",
    "unexplained-symbol",
    Severity.ERROR,
    Bilingual(
        "記号「{symbol}」の意味が分かりません。この欄は掲載しません",
        "nothing explains the symbol “{symbol}”; this cell is not published",
    ),
    Bilingual(
        "書き誤りなら直してください。正しい記号なら、表の下に「{symbol}：退席」のように凡例を書くか、mkdocs.yml の extra.council.vote_symbols に加えてください。",
        "Correct it if it is a slip. If it is meant, add a legend below the table (“{symbol}: absent”) or an entry in extra.council.vote_symbols of mkdocs.yml.",
    ),
    Withholds.CELL,
)
DAMAGED_SYMBOL = Rule(
    "V105",
    "damaged-symbol",
    Severity.ERROR,
    Bilingual(
        "「{symbol}」は、保存のときに壊れた文字のようです。この欄は掲載しません",
        "“{symbol}” looks like a character that was lost when the file was saved; this cell is not published",
    ),
    Bilingual(
        "元の表を Excel で開き、「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存し直してください。",
        "Open the original in Excel and save it as “CSV UTF-8 (comma delimited)”.",
    ),
    Withholds.CELL,
)
DAMAGED_NAME = Rule(
    "V106",
    "damaged-name",
    Severity.ERROR,
    Bilingual(
        "氏名「{name}」に、保存のときに壊れた文字があります。この人の賛否は掲載しません",
        "the name “{name}” lost a character when the file was saved; this person's votes are not published",
    ),
    Bilingual(
        "元の表を Excel で開き、「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存し直してください。髙・﨑などの字はこの形式でないと失われることがあります。",
        "Open the original in Excel and save it as “CSV UTF-8 (comma delimited)”; characters such as 髙 and 﨑 are lost in other forms.",
    ),
    Withholds.MEMBER_COLUMN,
)
NAMELESS_MEMBER = Rule(
    "V107",
    "nameless-member",
    Severity.ERROR,
    Bilingual(
        "賛否の記号がありますが、議員の氏名がありません。これらの賛否は掲載しません",
        "there are votes here, but no member's name; these votes are not published",
    ),
    Bilingual("議員の氏名を書いてください。", "Write the member's name."),
    Withholds.MEMBER_COLUMN,
)
UNIDENTIFIED_DECISION = Rule(
    "V108",
    "unidentified-decision",
    Severity.ERROR,
    Bilingual(
        "賛否が {cells} 人分ありますが、議案番号も件名もないため、何の採決か分かりません。掲載しません",
        "there are {cells} votes, but neither number nor title says on what; they are not published",
    ),
    Bilingual(
        "議案番号か件名を書いてください。上の行と結合されたセルは、結合を解いて各行に書いてください。",
        "Write the number or the title. Where cells are merged with the row above, unmerge them and write it in each row.",
    ),
    Withholds.ROW,
)
SHIFTED_ROW = Rule(
    "V109",
    "shifted-row",
    Severity.ERROR,
    Bilingual(
        "「{heading}」の欄に「{cell}」があり、この行のセルは左右にずれています。この行の賛否は掲載しません",
        "“{cell}” stands under “{heading}”: the cells of this row have moved; its votes are not published",
    ),
    Bilingual(
        "セルの削除や挿入で行がずれていないかを、見出しと見比べてください。",
        "Compare the row with the headings; a cell was probably deleted or put in.",
    ),
    Withholds.ROW,
)
NUMBER_BECAME_DATE = Rule(
    "V110",
    "number-became-date",
    Severity.WARNING,
    Bilingual(
        "議案番号の「{number}」は、Excel が日付などに変えたもののようです。番号としては使いません",
        "the number “{number}” seems to be one that Excel turned into a date; it is not used as a number",
    ),
    Bilingual(
        "列の表示形式を「文字列」にしてから、「7-1」のような元の番号を入れ直してください。",
        "Set the column's format to Text and enter the number (7-1) again.",
    ),
)
UNREADABLE_NUMBER = Rule(
    "V111",
    "unreadable-number",
    Severity.WARNING,
    Bilingual(
        "議案番号の欄の「{number}」を番号として読めません",
        "“{number}” in the column of numbers cannot be read as a number",
    ),
    Bilingual(
        "「議案第32号」のように種別と番号を書いてください。番号のない案件は、この欄を空けて件名に書いてください。",
        "Write kind and number as in “議案第32号”. Leave the cell empty for a matter without a number and write it as the title.",
    ),
)
UNREADABLE_DATE = Rule(
    "V112",
    "unreadable-date",
    Severity.WARNING,
    Bilingual(
        "議決日「{date}」を日付として読めません。議決日なしとして扱います",
        "the date “{date}” cannot be read; the row is taken as one without a date",
    ),
    Bilingual(
        "「令和7年12月19日」「R7.12.19」「2025-12-19」のように年から書いてください。",
        "Write it with its year: “2025-12-19”.",
    ),
)
UNREADABLE_COUNT = Rule(
    "V113",
    "unreadable-count",
    Severity.WARNING,
    Bilingual("人数「{count}」を数として読めません", "the figure “{count}” cannot be read as a number"),
    Bilingual("「20」のように数だけを書いてください。", "Write the number alone, as in “20”."),
)
CONFLICTING_COLUMNS = Rule(
    "V114",
    "conflicting-columns",
    Severity.WARNING,
    Bilingual(
        "同じ見出しの列が2つ以上あり、書かれていることが違います（{values}）。どちらも使いません",
        "two columns have the same heading and differ ({values}); neither is used",
    ),
    Bilingual(
        "見出しを「委員会の結果」「結果」のように書き分けてください。",
        "Give the columns different headings, such as “committee result” and “result”.",
    ),
)
CONFLICTING_LEGEND = Rule(
    "V115",
    "conflicting-legend",
    Severity.WARNING,
    Bilingual(
        "凡例で「{symbol}」の意味が2通りに書かれています（{words}）。この記号は説明のない記号として扱います",
        "the legend explains “{symbol}” in two ways ({words}); it counts as unexplained",
    ),
    Bilingual("凡例を1つにそろえてください。", "Let the legend explain each symbol once."),
)
NUMBER_WITHOUT_KIND = Rule(
    "V116",
    "number-without-kind",
    Severity.NOTE,
    Bilingual(
        "番号「{number}」に種別（議案・請願など）がありません。会議録の同じ番号の議案とは結び付けません",
        "the number “{number}” has no kind (議案, 請願 …); it is not tied to a bill of that number in the minutes",
    ),
    Bilingual("「議案第32号」のように種別から書いてください。", "Write kind and number, as in “議案第32号”."),
)
NUMBER_REMARK = Rule(
    "V117",
    "number-remark",
    Severity.NOTE,
    Bilingual(
        "議案番号の欄の「{words}」は番号にも件名にも含めません",
        "“{words}” in the column of numbers is made part neither of the number nor of the title",
    ),
    Bilingual("必要な言葉であれば件名に書いてください。", "Write it in the title if it belongs there."),
)
COLUMN_LEFT_OUT = Rule(
    "V120",
    "column-left-out",
    Severity.NOTE,
    Bilingual("「{heading}」の列は使いません", "the column “{heading}” is not used"),
    Bilingual(
        "議員の列であれば名簿の氏名と見出しをそろえてください。ほかの項目であれば mkdocs.yml の extra.council.vote_columns に対応を書けます。",
        "If it is a member's, let the heading agree with the roster. If it is something else, extra.council.vote_columns in mkdocs.yml can map it.",
    ),
)
ROW_LEFT_OUT = Rule(
    "V121",
    "row-left-out",
    Severity.NOTE,
    Bilingual("「{words}」の行は採決として読みません", "the row “{words}” is not read as a decision"),
    Bilingual(
        "題名、合計、説明の行であればこのままでかまいません。",
        "Nothing to do if it is a title, a sum or a remark.",
    ),
)
ROWS_WITHOUT_VOTES = Rule(
    "V122",
    "rows-without-votes",
    Severity.NOTE,
    Bilingual(
        "個人の賛否が書かれていない議案が {count} 件あります（{rows}）。採決としては掲載しません（人数は、会議録に採決があればそこに示します）",
        "{count} bills have no member's vote ({rows}); they are no decisions (figures are shown where the minutes have the decision)",
    ),
    Bilingual(
        "簡易採決や起立採決で個人の賛否を記録していないものは、このままでかまいません。全員が賛成したと見なすことはしません。",
        "Nothing to do where no votes were recorded by name. No yes is ever assumed.",
    ),
)
NO_DECISIONS = Rule(
    "V123",
    "no-decisions",
    Severity.NOTE,
    Bilingual("この表には個人の賛否がまだありません", "there is no vote by name in this table yet"),
    Bilingual(
        "賛否を書き入れると掲載されます。まだ使わない表であれば、このままでかまいません。",
        "Fill in the votes to have them published. Nothing to do if the table is not in use yet.",
    ),
)
OTHER_IN_LEGEND = Rule(
    "V124",
    "other-in-legend",
    Severity.NOTE,
    Bilingual(
        "凡例の「{symbol}：{words}」は「その他」として数えます",
        "“{symbol}: {words}” of the legend counts as “other”",
    ),
    Bilingual(
        "賛成・反対・棄権・欠席・退席・除斥のどれか1つであれば、凡例にその言葉を書いてください。",
        "If it is one of yes, no, abstain, absent, not voting or excused, say so in the legend.",
    ),
)
NO_VOTE_TABLE = Rule(
    "V125",
    "no-vote-table",
    Severity.WARNING,
    Bilingual(
        "採決表の見出しも賛否の記号も見つかりません。この表は使いません",
        "neither headings of a vote table nor any vote was found; this table is not used",
    ),
    Bilingual(
        "採決表でないファイルは votes/ の外に置いてください。",
        "Keep files that are no vote tables outside votes/.",
    ),
)
GROUP_COLUMNS = Rule(
    "V126",
    "group-columns",
    Severity.NOTE,
    Bilingual(
        "会派ごとの賛否（{groups}）は、所属する議員の賛否としては掲載しません",
        "what is written for a group ({groups}) is never published as the vote of its members",
    ),
    Bilingual(
        "議員ごとの賛否を載せるには、議員の氏名の列を作ってください。議員の列であれば、名簿の氏名と見出しをそろえてください。",
        "To publish votes by name, give each member a column. If this is a member's column, let its heading agree with the roster.",
    ),
)
