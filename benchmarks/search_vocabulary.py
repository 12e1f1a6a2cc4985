"""Invented words in the proportions in which minutes have them: few stand everywhere, most only here and there.

The patterns of ``words/`` alone would be too poor for a search: ten sittings would hold every pair of neighbouring
characters that twenty years hold.
"""

from __future__ import annotations

import random
from functools import cache
from itertools import accumulate

_FORMS = (
    "{0}につきましては、{1}の{2}とあわせて検討してまいります。",
    "特に{0}{1}の観点から、{2}を進めるべきと考えます。",
    "昨年度の{0}では、{1}が{2}を上回りました。",
    "{0}や{1}、{2}などの声も届いております。",
    "次に、{0}と{1}との関係でありますが、{2}に基づき対応しております。",
    "{0}が{1}となった場合、{2}はどうなるのか伺います。",
    "これは{0}というより{1}の問題であり、{2}も同じであります。",
    "担当の{0}からは、{1}を{2}へ移す案が示されました。",
    "なお、{0}は{1}により、既に{2}しております。",
    "{0}をもっと{1}に生かせないか、{2}の考えを聞かせてください。",
    "県の{0}に対しても、{1}と{2}を要望いたしました。",
    "地元では、{0}よりも{1}を、という{2}が多いのも事実です。",
)
_LEVEL = range(16, 48)  # rows of JIS X 0208 with the kanji of the first level
_CELLS = range(1, 95)
_WORDS = 200_000
_KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワガギグゲゴザジズゼゾダデドバビブベボパピプペポーンッ"
_TOPIC = 40  # characters to a word that is new in a speech
_KANJI_SHARE = 0.88
_LENGTHS, _OF_LENGTH = (1, 2, 3, 4), (12, 62, 14, 12)


def invented(dice: random.Random, characters: int) -> str:
    """Return invented sentences, at least so many characters, whose words come again and again."""
    found: list[str] = []
    written = 0
    words, weights = _vocabulary()
    topic = dice.choices(words, cum_weights=weights, k=3 + characters // _TOPIC)
    while written < characters:
        found.append(dice.choice(_FORMS).format(*dice.choices(topic, k=3)))
        written += len(found[-1])
    return "".join(found)


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    """Return words, the frequent ones first, and the running sum of how frequent they are."""
    dice = random.Random("words")
    kanji = _kanji()
    dice.shuffle(kanji)
    by_rank = list(accumulate((rank + 20) ** -1.2 for rank in range(len(kanji))))
    words = dict.fromkeys(_word(dice, kanji, by_rank) for _ in range(_WORDS))
    return list(words), list(accumulate((rank + 15) ** -1.05 for rank in range(len(words))))


def _word(dice: random.Random, kanji: list[str], by_rank: list[float]) -> str:
    if dice.random() > _KANJI_SHARE:
        return "".join(dice.choices(_KATAKANA, k=dice.randint(3, 6)))
    (length,) = dice.choices(_LENGTHS, _OF_LENGTH)
    return "".join(dice.choices(kanji, cum_weights=by_rank, k=length))


def _kanji() -> list[str]:
    found = []
    for row in _LEVEL:
        for cell in _CELLS:
            character = bytes((0xA0 + row, 0xA0 + cell)).decode("euc_jp", "ignore")
            found += [character] if character else []
    return found
