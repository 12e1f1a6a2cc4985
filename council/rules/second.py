"""V4: vote tables keyed again by another person (votes/second/) that differ from the first."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity, Withholds

SECOND_DIFFERS = Rule(
    "V401",
    "second-entry-differs",
    Severity.ERROR,
    Bilingual(
        "{bill}：「{person}」の賛否が、1回目の入力では「{first}」、2回目の入力（{second_place}）では「{second}」です。この採決の個人名は掲載しません",
        "{bill}: the vote of “{person}” is “{first}” here and “{second}” in the second entry ({second_place}); no names are published for this decision",
    ),
    Bilingual(
        "元の記録で正しい賛否を確かめて、誤っている方の表を直してください。",
        "Look the vote up in the record it was keyed from and correct the table that is wrong.",
    ),
    Withholds.NAMES,
)
SECOND_SAYS_OTHERWISE = Rule(
    "V402",
    "second-entry-says-otherwise",
    Severity.WARNING,
    Bilingual(
        "{bill}：1回目の入力では「{first}」、2回目の入力（{second_place}）では「{second}」です。1回目のとおりに掲載します",
        "{bill}: “{first}” stands here, “{second}” in the second entry ({second_place}); it is published as it stands here",
    ),
    Bilingual(
        "元の記録で確かめて、誤っている方の表を直してください。",
        "Look it up in the record and correct the table that is wrong.",
    ),
)
NOT_IN_SECOND = Rule(
    "V403",
    "decision-not-in-second-entry",
    Severity.WARNING,
    Bilingual(
        "{bill}の採決が2回目の入力（{second_table}）にないため、照合できません",
        "the decision on {bill} is not in the second entry ({second_table}) and cannot be compared",
    ),
    Bilingual(
        "2回目の表に入力し忘れていないか、議案番号と議決日が同じかを確かめてください。",
        "See whether it was left out of the second table, and whether number and date are the same in both.",
    ),
)
NOT_IN_FIRST = Rule(
    "V404",
    "decision-not-in-first-entry",
    Severity.WARNING,
    Bilingual(
        "2回目の入力にある{bill}の採決が、1回目の表にありません。この行は使いません",
        "the decision on {bill} stands in the second entry only; the row is not used",
    ),
    Bilingual(
        "1回目の表に入力し忘れていないか、議案番号と議決日が同じかを確かめてください。",
        "See whether it was left out of the first table, and whether number and date are the same in both.",
    ),
)
VOTER_NOT_IN_SECOND = Rule(
    "V405",
    "voter-not-in-second-entry",
    Severity.WARNING,
    Bilingual(
        "「{person}」の賛否が2回目の入力（{second_table}）に {count} 件ありません。照合できません",
        "{count} votes of “{person}” are not in the second entry ({second_table}) and cannot be compared",
    ),
    Bilingual(
        "2回目の表の氏名の列と空欄を確かめてください。",
        "Look at the names and the empty cells of the second table.",
    ),
)
VOTER_NOT_IN_FIRST = Rule(
    "V406",
    "voter-not-in-first-entry",
    Severity.WARNING,
    Bilingual(
        "2回目の入力にある「{person}」の賛否 {count} 件が、1回目の表（{first_table}）にありません。使いません{near:ja}",
        "{count} votes of “{person}” stand in the second entry only and not in {first_table}; they are not used{near:en}",
    ),
    Bilingual(
        "2回目の表の氏名の書き誤りと、1回目の表の氏名の列と空欄を確かめてください。",
        "Look for a misspelt name in the second table, and at the names and the empty cells of the first one.",
    ),
)
SECOND_CELL_UNREAD = Rule(
    "V407",
    "second-entry-cell-unread",
    Severity.WARNING,
    Bilingual(
        "2回目の入力の「{symbol}」を賛否として読めません。この欄は1回目の入力と照合できません",
        "“{symbol}” of the second entry cannot be read as a vote; this cell cannot be compared with the first entry",
    ),
    Bilingual(
        "2回目の表の記号を直してください。凡例や mkdocs.yml の extra.council.vote_symbols で説明した記号であれば読めます。",
        "Correct the symbol in the second table, or explain it in a legend or in extra.council.vote_symbols of mkdocs.yml.",
    ),
)
SECOND_ROW_UNREAD = Rule(
    "V408",
    "second-entry-row-unread",
    Severity.WARNING,
    Bilingual(
        "2回目の入力のこの行は、セルがずれているか、どの採決のものか分からないため、1回目の入力と照合できません",
        "this row of the second entry has moved cells, or does not tell its decision; it cannot be compared with the first entry",
    ),
    Bilingual(
        "2回目の表で、セルが抜けたり余分に入ったりしていないか、議案番号か件名、会期があるかを確かめてください。",
        "Look in the second table for a cell that is missing or was put in, and for number or title and session.",
    ),
)
SECOND_NAME_UNREAD = Rule(
    "V409",
    "second-entry-name-unread",
    Severity.WARNING,
    Bilingual(
        "2回目の入力のここの氏名は、空か、保存のときに壊れています。この人の賛否は1回目の入力と照合できません",
        "the name here in the second entry is empty or was damaged when the file was saved; this person's votes cannot be compared",
    ),
    Bilingual(
        "2回目の表に氏名を書いてください。壊れた字があれば、Excel で「CSV UTF-8（コンマ区切り）」で保存し直してください。",
        "Write the name in the second table; if it is damaged, save the original again as “CSV UTF-8 (comma delimited)”.",
    ),
)
SECOND_TABLE_UNREAD = Rule(
    "V410",
    "second-entry-table-unread",
    Severity.WARNING,
    Bilingual(
        "2回目の入力のこの表は、採決表の見出しが見つからないか、見出しと行が合わないため、1回目の入力と照合できません",
        "this table of the second entry has no headings of a vote table, or headings that fit no row; it cannot be compared with the first entry",
    ),
    Bilingual(
        "2回目の表の見出しの行を、1回目の表と見比べてください。",
        "Compare the headings of the second table with those of the first.",
    ),
)
