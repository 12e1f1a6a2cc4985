"""V3, M5, P3: facts that were read and tied, and contradict one another. All warnings: both are shown."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity

DECLARED_COUNT = Rule(
    "V301",
    "declared-count-differs",
    Severity.WARNING,
    Bilingual(
        "{bill}：{option}は宣告では{declared}人、表では{counted}人です",
        "{bill}: {option} declared {declared}, counted {counted} in the table",
    ),
    Bilingual(
        "会議録の人数と採決表の記号を見比べて、誤っている方を直してください。",
        "Compare the figures in the minutes with the table and correct the one that is wrong.",
    ),
    strict_error=True,
)
RESULT_AGAINST_COUNT = Rule(
    "V302",
    "result-against-count",
    Severity.WARNING,
    Bilingual(
        "{bill}：結果は「{result}」ですが、表では賛成{yes}・反対{no}です（必要な多数：{requirement}）",
        "{bill}: the result is “{result}”, the table counts {yes} yes and {no} no (needed: {requirement})",
    ),
    Bilingual(
        "結果の書き方か、賛否の記号を確かめてください。特別多数や、委員長報告についての表決であれば、その旨を表の注に書いてください。",
        "Check the result or the symbols. If a special majority was needed, or the vote was on a committee's report, say so in a note of the table.",
    ),
    strict_error=True,
)
OTHER_CHAIR = Rule(
    "V303",
    "other-chair",
    Severity.WARNING,
    Bilingual(
        "{bill}：表では「{table}」が議長ですが、この日の議長は「{chair}」です。列がずれていないか確かめてください",
        "{bill}: the table has “{table}” in the chair, the chair of that day was “{chair}”; a column may have shifted",
    ),
    Bilingual(
        "採決表の氏名の列と記号の列が合っているか確かめてください。副議長が議長を務めた場合は「副」と書いてください。",
        "Check that names and symbols stand in the same columns. If the vice-chair presided, write 副.",
    ),
    strict_error=True,
)
CHAIR_VOTED = Rule(
    "V304",
    "chair-voted",
    Severity.WARNING,
    Bilingual(
        "{bill}：議長の「{chair}」に賛否が記録されていますが、可否同数でも特別多数でもありません",
        "{bill}: the chair “{chair}” has a vote, though there was neither a tie nor a special majority",
    ),
    Bilingual(
        "議長は通常、表決に加わりません（地方自治法第116条）。列がずれていないか、議長が交代していないか確かめてください。",
        "By law the chair does not vote on ordinary matters. Check for a shifted column or a change of the chair.",
    ),
    strict_error=True,
)
ABSENT_BUT_VOTED = Rule(
    "V305",
    "attendance-differs",
    Severity.WARNING,
    Bilingual(
        "{bill}：「{person}」は会議録では「{minutes}」、表では「{table}」です",
        "{bill}: “{person}” is “{minutes}” in the minutes and “{table}” in the table",
    ),
    Bilingual(
        "会議録の出欠と採決表を見比べて、誤っている方を直してください。",
        "Compare the attendance list with the table and correct the one that is wrong.",
    ),
    strict_error=True,
)
NOT_IN_OFFICE = Rule(
    "V306",
    "voter-not-in-office",
    Severity.WARNING,
    Bilingual(
        "{bill}：「{person}」は{day}には在任していません",
        "{bill}: “{person}” was not in office on {day}",
    ),
    Bilingual(
        "名簿の就任日・退任日か、議決日を確かめてください。",
        "Check the terms of office in the roster, or the day of the decision.",
    ),
    strict_error=True,
)
MISSING_VOTER = Rule(
    "V307",
    "missing-voter",
    Severity.WARNING,
    Bilingual(
        "{bill}：在任中の議員 {names} の欄がありません",
        "{bill}: no cell for {names}, in office that day",
    ),
    Bilingual(
        "空欄の議員がいれば、記号（欠・退・議など）を書いてください。",
        "Write a symbol (absent, left, chair …) for members whose cells are empty.",
    ),
    strict_error=True,
)
OPPOSED_WITHOUT_OBJECTION = Rule(
    "V308",
    "opposed-without-objection",
    Severity.WARNING,
    Bilingual(
        "{bill}：採決方法は「簡易採決（異議なし）」ですが、表に反対が{no}人います",
        "{bill}: decided without objection, but the table has {no} against",
    ),
    Bilingual("採決方法か記号を確かめてください。", "Check the method or the symbols."),
    strict_error=True,
)
NO_QUORUM = Rule(
    "M501",
    "no-quorum",
    Severity.WARNING,
    Bilingual(
        "出席議員が{present}人で、定数{seats}の半数に足りません",
        "{present} members present, fewer than half of the {seats} seats",
    ),
    Bilingual(
        "出席議員の一覧が全部読めているか、定数の設定が正しいか確かめてください（地方自治法第113条）。",
        "Check that the attendance list was read whole and that the number of seats is right.",
    ),
    strict_error=True,
)
OVERLAPPING_MEMBERSHIP = Rule(
    "P301",
    "overlapping-membership",
    Severity.WARNING,
    Bilingual(
        "「{name}」の「{organization}」の期間が重なっています",
        "the periods of “{name}” in “{organization}” overlap",
    ),
    Bilingual("名簿の就任日・退任日を確かめてください。", "Check the dates in the roster."),
    strict_error=True,
)
