"""D4xx: what was found when a Word file or workbook was made into pages (`council/packets/typeset`)."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity

NO_SHAPE = Rule(
    "D401",
    "paper-character-without-shape",
    Severity.WARNING,
    Bilingual(
        "印刷用のページに字形がない文字があります（{characters}）。〓か基本の字形で印刷しました",
        "no font has a shape for these characters ({characters}); the printed pages show 〓 or the usual form",
    ),
    Bilingual(
        "人名などで大切な字なら、字形のある異体字か、かなに直してください。画面のページには元の字が出ます。",
        "If they matter, as in a name, write another form of them, or kana. On the screen they stay as they are.",
    ),
)
NOT_SET = Rule(
    "D402",
    "paper-not-typeset",
    Severity.WARNING,
    Bilingual(
        "印刷用のページを作れませんでした（{reason}）。会議資料の PDF では、断りを書いた紙に替えます",
        "no pages for printing could be made ({reason}); a page that says so stands in the packet's PDF",
    ),
    Bilingual(
        "Word や Excel から PDF で保存し、その PDF を置いてください。",
        "Save it as PDF from Word or Excel and put that PDF here.",
    ),
)
TOO_LONG_TO_SET = Rule(
    "D403",
    "paper-too-long-to-typeset",
    Severity.WARNING,
    Bilingual(
        "表や段落が多すぎて（{count}）、印刷用のページを作りません。会議資料の PDF では、断りを書いた紙に替えます",
        "it has too many cells and paragraphs ({count}) to be made into pages; a page that says so stands in the packet's PDF",
    ),
    Bilingual(
        "会議で使うところだけのファイルにするか、PDF で保存して置いてください。",
        "Keep only what the sitting needs in the file, or save it as PDF.",
    ),
)
NOT_CONVERTED = Rule(
    "D404",
    "paper-not-converted",
    Severity.NOTE,
    Bilingual(
        "{office} で PDF に変換できませんでした（{reason}）。このサイトの組版で作りました",
        "{office} could not convert it to PDF ({reason}); it was typeset here instead",
    ),
    Bilingual(
        "設定 extra.council.office のソフトがこのパソコンで使えるかどうかを確かめてください。",
        "Check that the program named in extra.council.office works on this computer.",
    ),
)
