"""R23–R24: unsettled, hidden or struck-out text in a Word file."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity, Withholds

TRACKED_INSERTION = Rule(
    "R230",
    "tracked-insertion",
    Severity.ERROR,
    Bilingual(
        "確定していない挿入があります（変更者: {author}、「{before}」のあと）",
        "there is an insertion that nobody has settled (by {author}, after “{before}”)",
    ),
    Bilingual(
        "Word の「校閲」で変更を承諾するか元に戻し、変更履歴をなくしてから保存してください。",
        "In Word accept or reject the change under Review, and save.",
    ),
    Withholds.SITTING,
)
TRACKED_DELETION = Rule(
    "R231",
    "tracked-deletion",
    Severity.ERROR,
    Bilingual(
        "確定していない削除があります（変更者: {author}、「{before}」のあと）",
        "there is a deletion that nobody has settled (by {author}, after “{before}”)",
    ),
    Bilingual(
        "Word の「校閲」で変更を承諾するか元に戻し、変更履歴をなくしてから保存してください。",
        "In Word accept or reject the change under Review, and save.",
    ),
    Withholds.SITTING,
)
TRACKED_MOVE = Rule(
    "R232",
    "tracked-move",
    Severity.ERROR,
    Bilingual(
        "確定していない移動があります（変更者: {author}、「{before}」のあと）",
        "there is a move that nobody has settled (by {author}, after “{before}”)",
    ),
    Bilingual(
        "Word の「校閲」で変更を承諾するか元に戻し、変更履歴をなくしてから保存してください。",
        "In Word accept or reject the change under Review, and save.",
    ),
    Withholds.SITTING,
)
TRACKED_PARAGRAPH_MARK = Rule(
    "R233",
    "tracked-paragraph-mark",
    Severity.ERROR,
    Bilingual(
        "確定していない段落の区切り（改行）の変更があります（変更者: {author}、「{before}」のあと）",
        "there is a paragraph break whose change nobody has settled (by {author}, after “{before}”)",
    ),
    Bilingual(
        "Word の「校閲」で変更を承諾するか元に戻し、変更履歴をなくしてから保存してください。",
        "In Word accept or reject the change under Review, and save.",
    ),
    Withholds.SITTING,
)
TRACKED_TABLE = Rule(
    "R234",
    "tracked-table",
    Severity.ERROR,
    Bilingual(
        "確定していない表の行またはセルの変更があります（変更者: {author}）",
        "there is a table row or cell whose change nobody has settled (by {author})",
    ),
    Bilingual(
        "Word の「校閲」で変更を承諾するか元に戻し、変更履歴をなくしてから保存してください。",
        "In Word accept or reject the change under Review, and save.",
    ),
    Withholds.SITTING,
)
TRACKED_FORMATTING = Rule(
    "R235",
    "tracked-formatting",
    Severity.NOTE,
    Bilingual(
        "書式の変更履歴が残っています（承諾しても元に戻しても、見える文字は変わりません）",
        "a tracked change of formatting is left (accepted or rejected, the same words are seen)",
    ),
    Bilingual(
        "公開には差し支えありません。確定版にするときは Word の「校閲」で承諾してください。",
        "Nothing is held back. Accept it under Review when the minutes are made final.",
    ),
)
TRACKED_VISIBILITY = Rule(
    "R236",
    "tracked-visibility",
    Severity.ERROR,
    Bilingual(
        "書式の変更履歴を承諾するか元に戻すかで、見える文字が変わります（隠し文字・取消線・白い文字・4 ポイント以下。変更者: {author}、「{before}」のあと）",
        "a tracked change of formatting decides whether words are seen (hidden, struck out, white, 4 pt or less; by {author}, after “{before}”)",
    ),
    Bilingual(
        "Word の「校閲」で書式の変更を承諾するか元に戻し、変更履歴をなくしてから保存してください。",
        "In Word accept or reject the change of formatting under Review, and save.",
    ),
    Withholds.SITTING,
)
TRACKED_NUMBER = Rule(
    "R237",
    "tracked-number",
    Severity.ERROR,
    Bilingual(
        "この段落の番号に、確定していない変更があります（変更者: {author}）",
        "the number of this paragraph has a change that nobody has settled (by {author})",
    ),
    Bilingual(
        "Word の「校閲」で変更を承諾するか元に戻し、変更履歴をなくしてから保存してください。",
        "In Word accept or reject the change under Review, and save.",
    ),
    Withholds.SITTING,
)
HIDDEN_TEXT = Rule(
    "R240",
    "hidden-text",
    Severity.ERROR,
    Bilingual(
        "隠し文字が {count} 文字あります（「{before}」のあと）", "{count} characters are hidden (after “{before}”)"
    ),
    Bilingual(
        "Word の「ホーム」で編集記号（¶）を表示して確かめ、不要なら削除、必要なら「フォント」の「隠し文字」を外してください。",
        "Show formatting marks (¶) in Word, then delete the words or clear “Hidden” under Font.",
    ),
    Withholds.SITTING,
)
INVISIBLE_COLOUR = Rule(
    "R241",
    "invisible-colour",
    Severity.ERROR,
    Bilingual(
        "背景と同じ色（白など）で見えない文字が {count} 文字あります（「{before}」のあと）",
        "{count} characters have the colour of their background and cannot be seen (after “{before}”)",
    ),
    Bilingual(
        "不要なら削除し、必要なら「フォントの色」を「自動」にしてください。色を塗って隠しても文字は残ります。",
        "Delete them, or set the font colour to Automatic. Covering words with a colour does not remove them.",
    ),
    Withholds.SITTING,
)
TINY_TEXT = Rule(
    "R242",
    "tiny-text",
    Severity.ERROR,
    Bilingual(
        "読めないほど小さい文字（4 ポイント以下）が {count} 文字あります（「{before}」のあと）",
        "{count} characters are too small to read (4 pt or less; after “{before}”)",
    ),
    Bilingual(
        "不要なら削除し、必要なら読める大きさにしてください。", "Delete them, or give them a size that can be read."
    ),
    Withholds.SITTING,
)
STRUCK_TEXT = Rule(
    "R243",
    "struck-text",
    Severity.ERROR,
    Bilingual(
        "取消線の付いた言葉が {count} 文字あります（「{before}」のあと）",
        "{count} characters are struck out (after “{before}”)",
    ),
    Bilingual(
        "発言の取消しは議長が決めます。取り消すなら言葉を削除して corrections.csv に記し、残すなら取消線を外してください。",
        "Withdrawing words is for the chair. Delete them and enter it in corrections.csv, or remove the strike-through.",
    ),
    Withholds.WORDS,
)
WORD_COMMENT = Rule(
    "R244",
    "word-comment",
    Severity.WARNING,
    Bilingual(
        "コメントが付いています（{author}、「{before}」のあと）。コメントは公開されません",
        "there is a comment (by {author}, after “{before}”); comments are not published",
    ),
    Bilingual(
        "確認が済んだコメントは Word の「校閲」で削除してください。",
        "Delete comments that are dealt with, under Review in Word.",
    ),
)
HIDDEN_PARAGRAPH_MARK = Rule(
    "R245",
    "hidden-paragraph-mark",
    Severity.NOTE,
    Bilingual(
        "段落の区切りが隠し文字になっています。画面では次の段落と続いて見えますが、二つの段落として読みました",
        "the end of the paragraph is hidden: Word shows it as one with the next, it was read as two",
    ),
    Bilingual(
        "続けて読むべき文であれば、Word で改行を削除してください。",
        "Delete the paragraph break in Word if the two belong together.",
    ),
)
COVERED_CELL = Rule(
    "R246",
    "covered-cell",
    Severity.WARNING,
    Bilingual(
        "結合された表のセルの下に、Word に表示されない文字が {count} 文字あります。公開されません",
        "{count} characters stand under a merged table cell where Word does not show them; they are not published",
    ),
    Bilingual(
        "Word でセルの結合を解いて確かめ、必要な文字を見えるセルに移してください。",
        "Split the cell in Word and move what is wanted into a cell that shows.",
    ),
)
