"""V3, M5: what several sources tell of one decision, one bill or one session, held against one another."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity

SEATS_DIFFER = Rule(
    "V309",
    "seats-differ",
    Severity.WARNING,
    Bilingual(
        "{count}件の採決（はじめは{bill}）で、表に{rows}人の欄がありますが、{seats}人のはずです（定数、または会議録の出席・欠席議員の数）",
        "decisions with cells of {rows} members where there should be {seats} (the seats, or the attendance list of the minutes): {count}, the first on {bill}",
    ),
    Bilingual(
        "表の氏名の列（同じ人が2列になっていないか、退任した人が残っていないか）と、名簿、定数の設定を確かめてください。",
        "Check the names of the table (a member twice, somebody who has left), the roster and the number of seats.",
    ),
    strict_error=True,
)
EXTENT_AGAINST_VOTES = Rule(
    "V310",
    "declared-words-differ",
    Severity.WARNING,
    Bilingual(
        "{bill}：宣告は「{words}」ですが、表では賛成{yes}・反対{no}です",
        "{bill}: declared “{words}”, but the table counts {yes} yes and {no} no",
    ),
    Bilingual(
        "会議録の宣告と採決表の記号を見比べて、誤っている方を直してください。",
        "Compare what was declared with the symbols of the table and correct the one that is wrong.",
    ),
    strict_error=True,
)
COUNTS_DIFFER = Rule(
    "V311",
    "two-counts-differ",
    Severity.WARNING,
    Bilingual(
        "{bill}：{symbol}の人数が会議録では{minutes}人、採決表の人数の欄では{table}人です",
        "{bill}: {symbol} is {minutes} in the minutes and {table} in the column of figures of the table",
    ),
    Bilingual(
        "会議録の宣告と採決表の人数の欄を見比べて、誤っている方を直してください。宣告の人数を表示します。",
        "Compare the minutes with the figures of the table and correct the one that is wrong. The declared ones are shown.",
    ),
    strict_error=True,
)
SPOKE_OTHERWISE = Rule(
    "V312",
    "spoke-otherwise",
    Severity.WARNING,
    Bilingual(
        "{bill}：「{person}」は会議録では「{spoke}」の立場で討論しています（{minutes}）が、表では「{voted}」です",
        "{bill}: “{person}” spoke for “{spoke}” in the minutes ({minutes}), the table has “{voted}”",
    ),
    Bilingual(
        "氏名の列を取り違えていないか、討論と採決が同じもの（原案・修正案・委員長報告）についてかを確かめてください。考えを変えた場合は、そのままでかまいません。",
        "See whether two members' columns were mixed up, and whether speech and vote were on the same question. Somebody may also have changed their mind.",
    ),
)
RESULT_AGAINST_DECLARED = Rule(
    "V313",
    "result-against-declared",
    Severity.WARNING,
    Bilingual(
        "{bill}：結果は「{result}」ですが、宣告は「{declared}」です",
        "{bill}: the result is “{result}”, but “{declared}” was declared",
    ),
    Bilingual(
        "結果と宣告のどちらが正しいかを会議録で確かめてください。特別多数や、委員長報告についての表決であれば、その旨を書いてください。",
        "See in the minutes which is right. If a special majority was needed, or the vote was on a committee's report, say so.",
    ),
    strict_error=True,
)
OTHER_VICE_CHAIR = Rule(
    "V314",
    "other-vice-chair",
    Severity.WARNING,
    Bilingual(
        "{bill}：表では「{table}」が副議長として議長の職務を行っていますが、この日の副議長は「{vice}」です。列がずれていないか確かめてください",
        "{bill}: the table has “{table}” presiding as vice-chair, the vice-chair of that day was “{vice}”; a column may have shifted",
    ),
    Bilingual(
        "採決表の氏名の列と記号の列が合っているか、名簿の副議長の期間が正しいか確かめてください。",
        "Check that names and symbols stand in the same columns, and the vice-chair's term in the roster.",
    ),
    strict_error=True,
)
NOBODY_PRESIDES = Rule(
    "V315",
    "nobody-presides",
    Severity.WARNING,
    Bilingual(
        "{bill}：この表のほかの採決には「議」「副」の印がありますが、この採決にはありません。議長の「{chair}」は「{symbol}」です",
        "{bill}: the other decisions of this table mark who presided, this one does not; the chair “{chair}” has “{symbol}”",
    ),
    Bilingual(
        "議長の欄には「議」を、副議長が議長の職務を行ったときは副議長の欄に「副」を書いてください。行や列がずれていないかも確かめてください。",
        "Write 議 for the chair, or 副 for the vice-chair who presided; see also whether cells have moved.",
    ),
    strict_error=True,
)
NO_QUORUM_IN_VOTE = Rule(
    "M502",
    "no-quorum-in-vote",
    Severity.WARNING,
    Bilingual(
        "{bill}：表決のとき議場にいた議員が{present}人で、定数{seats}の半数に足りません",
        "{bill}: {present} members were present for the vote, fewer than half of the {seats} seats",
    ),
    Bilingual(
        "欠席・退席の記号と、定数の設定が正しいか確かめてください（地方自治法第113条）。",
        "Check the symbols for absent and left, and the number of seats.",
    ),
    strict_error=True,
)
BILL_WITHOUT_RESULT = Rule(
    "V321",
    "bill-without-result",
    Severity.WARNING,
    Bilingual(
        "{bill}「{title}」は議事日程にありますが、会期が終わっても結果がありません",
        "{bill} “{title}” stands on an agenda, but has no result though the session is over",
    ),
    Bilingual(
        "採決の箇所が会議録から読めているか、採決表に行があるかを確かめてください。継続審査・撤回であれば、その結果を採決表に書いてください。",
        "See whether the decision was read from the minutes and has a row in the table. If it was carried over or withdrawn, write that as its result.",
    ),
)
RESULT_WITHOUT_BILL = Rule(
    "V322",
    "result-without-bill",
    Severity.WARNING,
    Bilingual(
        "{bill}は採決表にありますが、この日の会議録と、この会期の議事日程のどこにもありません",
        "{bill} stands in the vote table, but neither in the minutes of that day nor on any agenda of the session",
    ),
    Bilingual(
        "議案番号の打ち間違いか、別の会期の行ではないか確かめてください。",
        "The number may be mistyped, or the row may belong to another session.",
    ),
)
GAP_IN_NUMBERS = Rule(
    "V323",
    "gap-in-numbers",
    Severity.NOTE,
    Bilingual(
        "{session}の{kind}の番号が続いていません（第{first}号から第{last}号まで、ないもの：{missing}）",
        "the numbers of {kind} in {session} have gaps (from {first} to {last}, missing: {missing})",
    ),
    Bilingual(
        "会議録や採決表に漏れがないか確かめてください。欠番や撤回であれば、そのままでかまいません。",
        "See whether minutes or tables are missing. Numbers that were never used, or bills withdrawn before, need nothing.",
    ),
)
