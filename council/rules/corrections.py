"""K1xx: rows of votes/corrections.csv (contract §2.7). No message quotes a cell: withdrawn words appear nowhere."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity, Withholds

BAD_DATE = Rule(
    "K101",
    "correction-date",
    Severity.ERROR,
    Bilingual("日付を読めません。この訂正は使いません", "the date cannot be read; the correction is not used"),
    Bilingual("「令和7年12月2日」か「2025-12-02」のように書いてください。", "Write it as 2025-12-02."),
    Withholds.CORRECTION,
)
BAD_KIND = Rule(
    "K102",
    "correction-kind",
    Severity.ERROR,
    Bilingual("種別が分かりません。この訂正は使いません", "unknown kind; the correction is not used"),
    Bilingual(
        "転記誤り、校正、発言訂正、発言取消、個人情報 のどれかを書いてください。",
        "Write transcription, proof, speech, withdrawn or personal.",
    ),
    Withholds.CORRECTION,
)
BAD_TARGET = Rule(
    "K103",
    "correction-target",
    Severity.ERROR,
    Bilingual(
        "対象のファイルが書かれていないか、このフォルダーの外を指しています。この訂正は使いません",
        "the corrected file is not named, or lies outside the project; the correction is not used",
    ),
    Bilingual(
        "対象には「votes/令和7年第4回定例会.csv」のように、このフォルダーからの場所を書いてください。",
        "Write its path from the project's folder, such as votes/june.csv.",
    ),
    Withholds.CORRECTION,
)
NO_PLACE = Rule(
    "K104",
    "correction-place",
    Severity.ERROR,
    Bilingual("場所が空です。この訂正は使いません", "the place is empty; the correction is not used"),
    Bilingual(
        "「14:3」（行:列）か、近くの言葉を書いてください。",
        "Write row:column, such as 14:3, or words that stand there.",
    ),
    Withholds.CORRECTION,
)
NOTHING_CORRECTED = Rule(
    "K105",
    "nothing-corrected",
    Severity.ERROR,
    Bilingual(
        "誤と正がどちらも空です。この訂正は使いません", "both “was” and “is” are empty; the correction is not used"
    ),
    Bilingual("誤っていた書き方と正しい書き方を書いてください。", "Write what was wrong and what is right."),
    Withholds.CORRECTION,
)
SAME_WORDS = Rule(
    "K106",
    "same-words",
    Severity.ERROR,
    Bilingual("誤と正が同じです。この訂正は使いません", "“was” and “is” are the same; the correction is not used"),
    Bilingual("誤っていた書き方と正しい書き方を確かめてください。", "Check both."),
    Withholds.CORRECTION,
)
BAD_HASH = Rule(
    "K107",
    "bad-hash",
    Severity.ERROR,
    Bilingual(
        "誤の sha256 の形が正しくありません。この訂正は使いません",
        "the sha256 given as “was” is not well formed; the correction is not used",
    ),
    Bilingual("「sha256:」に続けて、16進数64桁を書いてください。", "Write “sha256:” and 64 hexadecimal digits."),
    Withholds.CORRECTION,
)
WORDS_IN_CLEAR = Rule(
    "K108",
    "words-in-clear",
    Severity.WARNING,
    Bilingual(
        "取り消した言葉がこの表にそのまま書かれています（サイトには出ません）",
        "the withdrawn words stand in this table as they are (they do not appear on the site)",
    ),
    Bilingual(
        "この表をほかの人に渡すことがあれば、誤を空にするか「sha256:…」にし、正も空にしてください。",
        "If the table is passed on, leave both cells empty or give “was” as sha256:…",
    ),
)
WITHDRAWAL_NOT_USED = Rule(
    "K109",
    "withdrawal-not-used",
    Severity.ERROR,
    Bilingual(
        "このファイルの発言取消・個人情報の訂正（{source}）を読めないため、この会議の会議録は掲載しません",
        "a withdrawal from this file ({source}) cannot be read, so the sitting is not published",
    ),
    Bilingual("votes/corrections.csv の示された行を直してください。", "Correct that row of votes/corrections.csv."),
    Withholds.SITTING,
)
