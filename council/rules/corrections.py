"""K: rows of votes/corrections.csv (K1xx) and whether they apply (K2xx). No message quotes their words (contract §2.7)."""

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
PLACE_NOT_FOUND = Rule(
    "K201",
    "correction-place-not-found",
    Severity.ERROR,
    Bilingual(
        "{target} にこの場所が見つかりません。この訂正は使いません",
        "this place is not found in {target}; the correction is not used",
    ),
    Bilingual(
        "場所には、ファイルにそのとおり書かれている言葉、段落（¶143）、表では「14:3」（行:列）を書いてください。",
        "Write words as they stand in the file, a paragraph (¶143), or row:column of a table.",
    ),
    Withholds.CORRECTION,
)
SEVERAL_PLACES = Rule(
    "K202",
    "correction-several-places",
    Severity.ERROR,
    Bilingual(
        "誤の言葉が、この場所に当たるところに二つ以上あります（{target}）。どれを直すか決められないので、この訂正は使いません",
        "“was” stands more than once where this place leads in {target}; the correction is not used",
    ),
    Bilingual(
        "場所に、誤の言葉とその前後を続けて書くか、段落の番号（¶143）を書いてください。",
        "Let the place hold the wrong words with those around them, or give the paragraph's number (¶143).",
    ),
    Withholds.CORRECTION,
)
OTHER_WORDS = Rule(
    "K203",
    "correction-other-words",
    Severity.ERROR,
    Bilingual(
        "この場所（{target}）には、誤の言葉も正の言葉もありません。この訂正は使いません",
        "this place in {target} holds neither “was” nor “is”; the correction is not used",
    ),
    Bilingual(
        "ファイルのその場所を開き、場所・誤・正を確かめてください。",
        "Open the file at that place and check the three cells.",
    ),
    Withholds.CORRECTION,
)
NO_SUCH_TARGET = Rule(
    "K204",
    "correction-no-such-file",
    Severity.ERROR,
    Bilingual(
        "対象のファイル（{target}）が一つに決まらないか、訂正を当てられるファイルではありません。この訂正は使いません",
        "{target} is not one file that can be corrected; the correction is not used",
    ),
    Bilingual(
        "対象には、会議録（Word）、表決表、名簿、配信の表、session.yml のどれかを、このフォルダーからの場所で書いてください。資料は、ファイルそのものを差し替えてください。",
        "Name minutes, a vote table, the roster, the links or a session.yml by its path; replace a paper by a new file.",
    ),
    Withholds.CORRECTION,
)
WITHDRAWAL_NOT_FOUND = Rule(
    "K205",
    "withdrawal-not-found",
    Severity.ERROR,
    Bilingual(
        "発言取消・個人情報の訂正（{source}）の示す言葉が、この会議録に見つからず、空白にもなっていません。この会議の会議録は掲載しません",
        "what {source} withdraws is neither found in these minutes nor blank there; the sitting is not published",
    ),
    Bilingual(
        "示された行の場所と誤を確かめてください。言葉をすでに除いたときは、その跡（空白や「（　　部分後日発言取消あり）」）を場所に書いてください。",
        "Check place and “was” of that row; where the words were removed already, name the gap or the note that stands there.",
    ),
    Withholds.SITTING,
)
WITHDRAWN_CELL_NOT_FOUND = Rule(
    "K206",
    "withdrawn-cell-not-found",
    Severity.ERROR,
    Bilingual(
        "発言取消・個人情報の訂正（{source}）の示すものが、このファイルに見つかりません。このファイルは使いません",
        "what {source} withdraws is not found in this file; the file is not used",
    ),
    Bilingual(
        "示された行の場所（14:3 など）と誤を確かめてください。すでに除いたときは、空になったセルを場所に書いてください。",
        "Check place (such as 14:3) and “was” of that row; where it was removed already, name the empty cell.",
    ),
    Withholds.FILE,
)
TABLE_KEPT_BACK = Rule(
    "K207",
    "table-withdrawal-not-used",
    Severity.ERROR,
    Bilingual(
        "このファイルの発言取消・個人情報の訂正（{source}）を使えないため、このファイルは使いません",
        "a withdrawal from this file ({source}) cannot be used, so the file is not used",
    ),
    Bilingual("votes/corrections.csv の示された行を直してください。", "Correct that row of votes/corrections.csv."),
    Withholds.FILE,
)
MATERIAL_KEPT_BACK = Rule(
    "K208",
    "material-withdrawal",
    Severity.ERROR,
    Bilingual(
        "発言取消・個人情報の訂正（{source}）は資料には当てられません。この資料は掲載しません",
        "a withdrawal ({source}) cannot be carried out in a paper; the paper is not published",
    ),
    Bilingual(
        "その部分を除いた資料に差し替え、votes/corrections.csv の行を除いてください。",
        "Replace the paper by one without that part, and remove the row from votes/corrections.csv.",
    ),
    Withholds.MATERIAL,
)
NOT_CHECKED = Rule(
    "K209",
    "correction-not-checked",
    Severity.NOTE,
    Bilingual(
        "{target} を掲載していないため、この訂正も掲載しません",
        "{target} is not published, so neither is this correction",
    ),
    Bilingual("そのファイルの指摘を直すと、訂正も掲載されます。", "It is published once that file is put right."),
)
WITHDRAWAL_WITHOUT_FILE = Rule(
    "K210",
    "withdrawal-without-file",
    Severity.ERROR,
    Bilingual(
        "この発言取消・個人情報の行は、対象がどのファイルか分からないので当てられません。この行の言葉があるファイル（見つからなければ"
        "すべての会議録）は掲載しません",
        "the file of this withdrawal cannot be told; whatever holds its words, or all minutes if nothing does, is not "
        "published",
    ),
    Bilingual(
        "対象に「minutes_src/令和7年第4回定例会/第1号.docx」のように書き、日付・種別・対象・場所・誤の欄がずれていないか確かめてください。",
        "Name the file by its path, such as minutes_src/june/1.docx, and check that no cell of the row has been shifted.",
    ),
    Withholds.CORRECTION,
)
WITHDRAWN_WORDS_ELSEWHERE = Rule(
    "K211",
    "withdrawn-words-elsewhere",
    Severity.WARNING,
    Bilingual(
        "発言取消・個人情報の訂正（{source}）で取り消した言葉がここにもあったので、除いて掲載します",
        "words that {source} withdraws stood here as well; they were taken out",
    ),
    Bilingual(
        "このファイルからも除いてください。取り消したのとは別の言葉でしたら、訂正の誤を、前後の言葉を含めて長く書いてください。",
        "Take them out of this file too. If other words are meant here, give a longer “was”, with the words around it.",
    ),
)
MATERIAL_HOLDS_WITHDRAWN = Rule(
    "K212",
    "material-holds-withdrawn-words",
    Severity.ERROR,
    Bilingual(
        "発言取消・個人情報の訂正で取り消した言葉が、この資料の中か名前にあります。この資料は掲載しません",
        "this paper, or its name, holds words that a correction withdraws; it is not published",
    ),
    Bilingual(
        "その言葉を除いた資料に差し替えるか、名前を変えてください。",
        "Replace the paper by one without those words, or rename it.",
    ),
    Withholds.MATERIAL,
)
WITHDRAWN_WORDS_IN_NAME = Rule(
    "K213",
    "withdrawn-words-in-name",
    Severity.WARNING,
    Bilingual(
        "このフォルダーにあるファイルかフォルダーの名前に、発言取消・個人情報の訂正で取り消した言葉があります。名前は掲載しません",
        "the name of this file or folder holds words that a correction withdraws; the name is not told",
    ),
    Bilingual(
        "ファイルかフォルダーの名前を変え、votes/corrections.csv の対象も同じ名前にしてください。",
        "Rename it, and write the same name into the corrections' target.",
    ),
)
