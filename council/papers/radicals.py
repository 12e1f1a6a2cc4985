"""Kanji that a PDF font gives as radicals, made kanji again.

Many fonts use one shape for a kanji and for the radical that looks like it, and a PDF made with them says ⽇ (U+2F47)
where 日 was written. The radicals of the block U+2F00 have their kanji in Unicode's own tables; those of the block
U+2E80 mostly do not, and the ones that stand for a kanji in Japanese text are listed here.
"""

from __future__ import annotations

import unicodedata

_SUPPLEMENT = "⺁厂⺃乚⺄乙⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺎兀⺏尣⺒巳⺓幺⺔彑⺖忄⺗小⺙攵⺛旡⺞歺⺟母⺠民⺡氵⺣灬⺤爫⺦丬⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺰糸⺱罓⺲罒⺹耂⺻肀⺽臼⺾艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻌辶⻍辶⻎辶⻏阝⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀⻳龟"
_TABLE = str.maketrans(
    {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    | dict(zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True))
)


def as_kanji(text: str) -> str:
    """Return text with its radicals as the kanji they look like."""
    return text.translate(_TABLE)
