"""What stops `council packet` and what it advises, in both languages."""

from __future__ import annotations

from council.diagnostics import Bilingual

NO_EXTRA = Bilingual(
    '会議資料のPDFを作る部品が入っていません。pip install "council-toolkit[packet]" を実行してください。',
    'What makes PDFs is not installed; run: pip install "council-toolkit[packet]".',
)
TAKEN = Bilingual(
    "{folder}：サイトや入力のフォルダーの中には書けません。--out で別のフォルダーを指定してください。",
    "{folder} lies in a folder of the site or of inputs; name another one with --out.",
)
SEVERAL = Bilingual("「{meeting}」に当たる会議が{n}つあります：{names}", "“{meeting}” means {n} sittings: {names}")
NO_SITTING = Bilingual("「{meeting}」に当たる会議がありません。", "There is no sitting “{meeting}”.")
NO_PAPERS = Bilingual("資料のある会議がありません。", "There is no sitting with papers.")
TOO_EARLY = Bilingual(
    "{day}：改訂{revision}の配付日（{issued}）より前の日です。",
    "{day} is before revision {revision} was handed out ({issued}).",
)
WORKBOOK = Bilingual(
    "{name}：Excel のままでは書き足せません。「CSV UTF-8（コンマ区切り）」で保存し直してください。",
    "{name}: nothing can be added to a workbook; save it as CSV UTF-8.",
)
UNREAD_ROWS = Bilingual(
    "{name}：読めない行があります。council check が示すところを直してから、もう一度実行してください。",
    "{name}: some rows cannot be read; mend what council check names and run this again.",
)
NOT_ISSUED = Bilingual(
    "配付したときは --issue を付けて実行してください。通しページの番号が控えられ、その後動きません。",
    "Run it with --issue when this is handed out: its page numbers are written down and stay.",
)


class PacketError(Exception):
    """The packets cannot be made as asked; ``reason`` says why in both languages."""

    def __init__(self, words: Bilingual, **values: object) -> None:
        """Take the reason and what fills it."""
        self.reason = Bilingual(words.ja.format(**values), words.en.format(**values))
        super().__init__(self.reason.en)
