"""D6xx: the list of what was handed out of meeting packets, `packets.csv`."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity, Withholds

UNREADABLE_HANDOUT = Rule(
    "D601",
    "handout-unreadable",
    Severity.ERROR,
    Bilingual(
        "「{column}」の「{text}」を読めません。この行の通しページは使いません",
        "cannot read “{text}” under {column}; the page numbers of this row are not used",
    ),
    Bilingual(
        "packets.csv は council packet --issue が書く控えです。手で直したときは、控えのもとの形（p37-p40;p40-2 など）に戻してください。",
        "packets.csv is written by council packet --issue; bring the cell back to its form (as p37-p40;p40-2).",
    ),
    Withholds.ROW,
)
HANDED_OUT_TWICE = Rule(
    "D602",
    "handout-twice",
    Severity.ERROR,
    Bilingual(
        "同じ改訂に「{what}」が2回あります。あとの行は使いません",
        "“{what}” stands twice in one revision; the later row is not used",
    ),
    Bilingual(
        "どちらかの行を消してください。1つの通しページは、1つのページだけのものです。",
        "Delete one of the rows: a page number belongs to one page.",
    ),
    Withholds.ROW,
)
HANDOUT_WITHOUT_SITTING = Rule(
    "D603",
    "handout-without-sitting",
    Severity.WARNING,
    Bilingual(
        "配付した会議「{meeting}」が見つかりません。その資料の通しページは、どこにも使われません",
        "there is no sitting “{meeting}”; what was handed out there is used nowhere",
    ),
    Bilingual(
        "会議録か session.yml の日付が変わっていないか、確かめてください。",
        "Look whether its day changed in the minutes or in session.yml.",
    ),
)
MEMBERS_IN_THE_OPEN = Rule(
    "D604",
    "handout-of-members",
    Severity.WARNING,
    Bilingual(
        "議員版の控えが、議員限定でないフォルダーにあります",
        "a row of the members’ edition lies in a folder that is not for members only",
    ),
    Bilingual(
        "この行を、会期のフォルダーのなかの「議員限定」フォルダーの packets.csv に移してください。",
        "Move the row to packets.csv in the session’s folder 議員限定 (members).",
    ),
)
