"""D3xx: what a paper carries besides its words, and what of it is taken off or holds it back."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity, Withholds

TRACKED_CHANGE = Rule(
    "D301",
    "paper-tracked-change",
    Severity.ERROR,
    Bilingual(
        "確定していない変更があります（変更者: {author}、「{before}」のあと）。掲載しません",
        "there is a change that nobody has settled (by {author}, after “{before}”); not published",
    ),
    Bilingual(
        "Word の「校閲」で変更を承諾するか元に戻し、変更履歴をなくしてから保存してください。",
        "In Word accept or reject the change under Review, and save.",
    ),
    Withholds.MATERIAL,
)
HIDDEN_TEXT = Rule(
    "D302",
    "paper-hidden-text",
    Severity.ERROR,
    Bilingual(
        "画面で見えない文字が {count} 文字あります（「{before}」のあと）。掲載しません",
        "{count} characters cannot be seen (after “{before}”); not published",
    ),
    Bilingual(
        "Word で編集記号（¶）を表示して確かめ、不要なら削除、必要なら見える書式にしてください。",
        "Show formatting marks (¶) in Word, then delete the words or make them visible.",
    ),
    Withholds.MATERIAL,
)
STRUCK_TEXT = Rule(
    "D303",
    "paper-struck-text",
    Severity.ERROR,
    Bilingual(
        "取消線の付いた言葉が {count} 文字あります（「{before}」のあと）。掲載しません",
        "{count} characters are struck out (after “{before}”); not published",
    ),
    Bilingual(
        "消す言葉なら削除してください。取消線のまま見せる資料なら、PDF で保存して置いてください。",
        "Delete them if they are to go. If the strike-through is part of the paper, save it as PDF.",
    ),
    Withholds.MATERIAL,
)
EMBEDDED = Rule(
    "D304",
    "paper-embedded",
    Severity.ERROR,
    Bilingual(
        "別のファイルや操作部品が埋め込まれています（{part}）。掲載しません",
        "another file or a control is embedded ({part}); not published",
    ),
    Bilingual(
        "埋め込みを図に変えるか削除するか、PDF で保存して置いてください。",
        "Turn it into a picture or delete it, or save the paper as PDF.",
    ),
    Withholds.MATERIAL,
)
NOT_CLEANED = Rule(
    "D305",
    "paper-not-cleaned",
    Severity.ERROR,
    Bilingual(
        "作成者などの情報を確実に取り除けません（{part}）。掲載しません",
        "what it says of its makers cannot be taken off with certainty ({part}); not published",
    ),
    Bilingual(
        "元のソフトで開いて PDF で保存し直してください。PDF なら、印刷から PDF を作り直してください。",
        "Save it as PDF from the program it was made with; if it is a PDF, print it to a new PDF.",
    ),
    Withholds.MATERIAL,
)
MARKED_UP = Rule(
    "D306",
    "paper-marked-up",
    Severity.ERROR,
    Bilingual(
        "{page}ページに、文字を隠したり直したりする注釈（{kind}）があります。掲載しません",
        "page {page} has an annotation that may cover or change words ({kind}); not published",
    ),
    Bilingual(
        "注釈で隠した文字は PDF の中に残ります。元の文書で言葉を削除し、PDF を作り直してください。",
        "What an annotation covers stays in the PDF. Delete the words in the original and make the PDF anew.",
    ),
    Withholds.MATERIAL,
)
FILLED_FORM = Rule(
    "D307",
    "paper-form",
    Severity.ERROR,
    Bilingual(
        "{page}ページに、記入された入力欄か電子署名があります。掲載しません",
        "page {page} has a form field that is filled in, or a signature; not published",
    ),
    Bilingual(
        "印刷から PDF を作り直すと、入力欄は紙面の文字になります。",
        "Print it to a new PDF: fields become part of the page.",
    ),
    Withholds.MATERIAL,
)
HIDDEN_LAYER = Rule(
    "D308",
    "paper-hidden-layer",
    Severity.ERROR,
    Bilingual("表示されないレイヤーがあります。掲載しません", "there is a layer that is not shown; not published"),
    Bilingual(
        "不要なレイヤーを削除し、印刷から PDF を作り直してください。",
        "Delete the layers that are not wanted and print it to a new PDF.",
    ),
    Withholds.MATERIAL,
)
COVERED_WORDS = Rule(
    "D309",
    "paper-covered-words",
    Severity.ERROR,
    Bilingual(
        "{page}ページに、黒く塗った下に残っている文字があります。掲載しません",
        "page {page} has words that stand under a dark area; not published",
    ),
    Bilingual(
        "塗っただけでは文字は消えません。元の文書で言葉を削除し、PDF を作り直してください。",
        "Covering words does not remove them. Delete them in the original and make the PDF anew.",
    ),
    Withholds.MATERIAL,
)
NO_RESULT = Rule(
    "D310",
    "paper-formula-without-result",
    Severity.ERROR,
    Bilingual(
        "数式の結果が保存されていません。掲載用のファイルでは空欄になるため、掲載しません",
        "the result of a formula is not in the file; the published copy would show nothing, so it is held back",
    ),
    Bilingual("Excel で開いて保存し直してください。", "Open it in Excel and save it again."),
    Withholds.MATERIAL,
)
COMMENTS = Rule(
    "D311",
    "paper-comments",
    Severity.WARNING,
    Bilingual(
        "コメントや注釈が {count} 件あります。掲載するファイルからは除きました",
        "there are {count} comments or notes; they are not in the published file",
    ),
    Bilingual(
        "ほかに未確認のことが残っていないか確かめ、元のファイルから削除してください。",
        "Check that nothing is left to settle, and delete them in the original.",
    ),
)
HIDDEN_SHEET = Rule(
    "D312",
    "paper-hidden-sheet",
    Severity.WARNING,
    Bilingual(
        "非表示のシートがあります。掲載するファイルからは除きました",
        "a sheet is hidden; it is not in the published file",
    ),
    Bilingual(
        "見せるシートなら再表示して保存し、不要なら削除してください。", "Unhide it if it is to be seen, else delete it."
    ),
)
HIDDEN_CELLS = Rule(
    "D313",
    "paper-hidden-cells",
    Severity.WARNING,
    Bilingual(
        "非表示の行または列（{cells}）があります。その値は掲載するファイルから除きました",
        "rows or columns are hidden ({cells}); their values are not in the published file",
    ),
    Bilingual("見せる行や列なら再表示して保存してください。", "Unhide them if they are to be seen."),
)
EXTRAS = Rule(
    "D314",
    "paper-extras",
    Severity.WARNING,
    Bilingual(
        "紙面にない部分（{what}）があります。掲載するファイルからは除きました",
        "it carries more than its pages ({what}); that is not in the published file",
    ),
    Bilingual(
        "見せるものなら、別の資料として置いてください。", "If it is to be seen, put it here as a paper of its own."
    ),
)
NO_WORDS = Rule(
    "D315",
    "paper-without-words",
    Severity.NOTE,
    Bilingual(
        "文字のデータがありません（紙を読み取った画像など）。検索と読み上げができません",
        "it holds no text (a scan, perhaps): it can be neither searched nor read aloud",
    ),
    Bilingual(
        "できれば、元の文書から直接 PDF を作ってください。", "If possible, make the PDF from the original document."
    ),
)
WORDS_NOT_READ = Rule(
    "D316",
    "paper-words-not-read",
    Severity.NOTE,
    Bilingual("{pages}ページの文字は取り出せませんでした", "the words of page {pages} could not be taken out"),
    Bilingual(
        "ファイルはそのまま掲載されます。元の文書から PDF を作り直すと読めることがあります。",
        "The file is published all the same. A PDF made anew from the original may help.",
    ),
)
BEYOND_WORDS = Rule(
    "D317",
    "paper-beyond-words",
    Severity.NOTE,
    Bilingual(
        "数式や記号など、ページの文字には入らない部分があります。ファイルには入っています",
        "formulas, symbols or the like are in the file but not in the words on its page",
    ),
    Bilingual("このままでかまいません。", "Nothing to do."),
)
PROPERTIES = Rule(
    "D318",
    "paper-properties",
    Severity.NOTE,
    Bilingual(
        "作成者などの情報（{names}）は、掲載するファイルから除きました",
        "what it says of its makers ({names}) is not in the published file",
    ),
    Bilingual("このままでかまいません。", "Nothing to do."),
)
FORMULAS = Rule(
    "D319",
    "paper-formulas",
    Severity.NOTE,
    Bilingual(
        "数式 {count} 個は、掲載するファイルでは結果の値だけになります",
        "{count} formulas are published as the values they give",
    ),
    Bilingual("このままでかまいません。", "Nothing to do."),
)
MARKED_RESTRICTED = Rule(
    "D320",
    "paper-marked-restricted",
    Severity.WARNING,
    Bilingual(
        "だれでも読める資料に「{text}」と書かれています",
        "a paper that everyone may read says “{text}”",
    ),
    Bilingual(
        "公開してよいかを確かめ、議員だけの資料なら 資料/議員限定 に移してください。",
        "Check that it may be public; a paper for members belongs in materials/members.",
    ),
)
CROPPED = Rule(
    "D321",
    "paper-cropped-picture",
    Severity.WARNING,
    Bilingual(
        "切り抜いた図が {count} 点あります。切り抜いて見えない部分も、ファイルには残っています",
        "{count} pictures are cropped; what was cut away is still in the file",
    ),
    Bilingual(
        "Word や Excel の「図の圧縮」で「図のトリミング部分を削除する」を選んで保存するか、PDF で保存して置いてください。",
        "Use Compress Pictures with “Delete cropped areas”, or save the paper as PDF.",
    ),
)
UNSEEN_CELLS = Rule(
    "D322",
    "paper-unseen-cells",
    Severity.ERROR,
    Bilingual(
        "画面で見えない値のあるセル（{cells}）があります（地と同じ色の文字、「;;;」の表示形式、0に近い幅や高さ）。掲載しません",
        "cells hold values that cannot be seen ({cells}): letters in the colour of their ground, the format ;;;, "
        "a width or height near 0; not published",
    ),
    Bilingual(
        "不要な値なら削除し、必要なら見える色・表示形式・幅にして保存してください。",
        "Delete the values or make them visible, and save.",
    ),
    Withholds.MATERIAL,
)
UNSEEN_WORDS = Rule(
    "D323",
    "paper-unseen-words",
    Severity.ERROR,
    Bilingual(
        "{page}ページに、画面で見えない文字が {count} 文字あります（白い文字、4ポイント未満の文字、ページの外の文字など）。"
        "掲載しません",
        "page {page} has {count} characters that cannot be seen (white, below 4 points, outside the page …); "
        "not published",
    ),
    Bilingual(
        "見えない文字も PDF から写し取れます。元の文書で削除し、PDF を作り直してください。",
        "They can be copied out of the PDF. Delete them in the original and make the PDF anew.",
    ),
    Withholds.MATERIAL,
)
MENDED = Rule(
    "D331",
    "paper-mended",
    Severity.NOTE,
    Bilingual(
        "ファイルの終わりが壊れていましたが、すべてのページを修復して読みました",
        "the end of its file was damaged; all its pages could be restored and read",
    ),
    Bilingual(
        "ページがそろっているかを確かめ、できれば PDF を作り直してください。",
        "Check that all pages are there; if possible make the PDF anew.",
    ),
)
RESTRICTIONS = Rule(
    "D332",
    "paper-restrictions",
    Severity.NOTE,
    Bilingual(
        "編集や印刷を制限する設定が付いていました。掲載するファイルには付きません",
        "it was locked against changes or printing; the published file is not",
    ),
    Bilingual(
        "このままでかまいません。制限の理由があるなら、掲載してよいかを確かめてください。",
        "Nothing to do, unless there was a reason for the lock.",
    ),
)
