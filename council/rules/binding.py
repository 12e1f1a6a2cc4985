"""D5xx: what was found when a packet was bound into one PDF (`council/packets/pdf`)."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity

NOT_BOUND = Rule(
    "D501",
    "packet-paper-not-bound",
    Severity.WARNING,
    Bilingual(
        "{paper}を会議資料のPDFに綴じられません（{reason}）。その場所に、断りを書いた紙を入れました",
        "{paper} cannot be bound into the packet's PDF ({reason}); a page that says so stands in its place",
    ),
    Bilingual(
        "資料が開けるかどうかを確かめ、PDF で保存し直して置いてください。",
        "Check that the paper opens, save it as PDF anew and put it here again.",
    ),
)
OTHER_PAGES = Rule(
    "D502",
    "packet-pages-differ",
    Severity.WARNING,
    Bilingual(
        "{paper}のページ数が、会議資料の予定（{planned}）と違います（{found}）",
        "{paper} has {found} pages where the packet planned {planned}",
    ),
    Bilingual(
        "もう一度作り直してください。続くときは、資料を PDF で保存し直してください。",
        "Build again. If it persists, save the paper as PDF anew.",
    ),
)
NO_GLYPH = Rule(
    "D503",
    "packet-character-without-shape",
    Severity.WARNING,
    Bilingual(
        "会議資料の文字「{character}」の字形がフォントにありません（「{words}」）。〓か基本の字形で印刷しました",
        "no font has a shape for the character {character} (in “{words}”); 〓 or its usual form is printed",
    ),
    Bilingual(
        "人名などで大切な字なら、字形のある異体字か、かなに直してください。",
        "If the character matters, as in a name, write another form of it, or kana.",
    ),
)
TOO_LONG = Rule(
    "D504",
    "packet-page-too-long",
    Severity.WARNING,
    Bilingual(
        "会議資料の表紙・目次・日程の紙が予定の枚数に収まりません（{reason}）。PDF を作れませんでした",
        "the packet's cover, contents or sheets cannot be set as planned ({reason}); no PDF was made",
    ),
    Bilingual(
        "議案や資料の名前が極端に長くないかを確かめてください。",
        "Look for names of bills or papers that are extremely long.",
    ),
)
NO_EXTRA = Rule(
    "D505",
    "packet-without-pdf",
    Severity.NOTE,
    Bilingual(
        "会議資料のPDFは作りませんでした。必要な部品が入っていません",
        "no packet was made as PDF: the parts that this needs are not installed",
    ),
    Bilingual(
        'pip install "council-toolkit[packet]" を実行してください。ページと保存用の控えは、なくても作れます。',
        'Run: pip install "council-toolkit[packet]". Pages and saved copies are made without it.',
    ),
)
