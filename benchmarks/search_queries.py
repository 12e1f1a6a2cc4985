"""What is asked, what grep finds, and how near to that another search comes.

``search_queries.py CORPUS`` prints what is asked of an archive, for `search_bytes.mjs`.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from search_corpus import texts_of

from council.search.folding import fold, fold_word

TYPED = tuple(
    """
    給食 予算 橋 税 道路 保育 学校 防災 観光 図書館 公園 高齢者 子育て 子育て支援 一般会計 補正予算 財政調整基金 給食調理場
    国民健康保険 議案第 第3号 第３号 令和 平成 2年 100万円 １０人 ％ の について 検討してまいります 賛成の諸君 起立多数
    市長 総務委員会 デジタル ﾃﾞｼﾞﾀﾙ システム センター リサイクル プール 児童 水道 空き家 条例 地域 住民 説明 市民 予算|条例
    """.replace("予算|条例", "").split()
)
"""Words that people type; each is one word, since others take a space for something else."""

TOGETHER = ("予算 市民", "学校 道路 住民", "公園\u3000地域")
"""Several words that must all be there."""

EACH = 8
"""Pieces of each length, unless something else is asked for."""

_LENGTHS = range(1, 9)
_PLAIN = re.compile(r"[^\s\"”“＂|｜\-－\u2212*+:^~<>&]+")


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed; ``drawn`` out of the texts at random, or one of a fixed list."""

    words: str
    drawn: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """Queries answered: the mean share of what there is that was found, of what was found that is right, how many exactly."""

    recall: float
    precision: float
    exact: int
    asked: int


def queries(corpus: Path, each: int) -> tuple[Query, ...]:
    """Return the fixed list, and pieces of one to eight characters out of the texts, so many of each length."""
    dice = random.Random(f"queries {each}")
    drawn = dict.fromkeys(_piece(dice, text, length) for text, length in _places(dice, corpus, each))
    typed = (*TYPED, *TOGETHER)
    return (*(Query(words, drawn=False) for words in typed), *(Query(words, drawn=True) for words in drawn if words))


def _places(dice: random.Random, corpus: Path, each: int) -> Iterable[tuple[str, int]]:
    """Return some texts with the length that is wanted of each; any text is as likely as any other."""
    wanted = [length for length in _LENGTHS for _ in range(each)]
    held: list[str] = []
    for place, (_, speech) in enumerate(texts_of(corpus)):
        at = place if place < len(wanted) else dice.randrange(place + 1)
        if at < len(held):
            held[at] = speech.text
        elif at < len(wanted):
            held.append(speech.text)
    return zip(held, wanted, strict=False)


def _piece(dice: random.Random, text: str, length: int) -> str:
    """Return a piece of a text in which nothing means anything to any search; empty if there is none."""
    stretches = [found[0] for found in _PLAIN.finditer(text) if len(found[0]) >= length]
    if not stretches:
        return ""
    stretch = dice.choice(stretches)
    start = dice.randrange(len(stretch) - length + 1)
    return stretch[start : start + length]


def truth(corpus: Path, asked: Sequence[Query]) -> dict[Query, list[str]]:
    """Return the addresses of the speeches that hold every word of each query, in order of time: what grep finds."""
    wanted = {query: [fold_word(word) for word in query.words.split()] for query in asked}
    found: dict[Query, list[str]] = {query: [] for query in asked}
    for day, speech in texts_of(corpus):
        text, url = fold(speech.text).text, day.url(speech)
        for query, words in wanted.items():
            if all(word in text for word in words):
                found[query].append(url)
    return found


def judged(right: Mapping[Query, Collection[str]], found: Mapping[Query, Collection[str]]) -> Judged:
    """Compare what was found with what there is; a query that finds nothing counts for precision only if it should."""
    pairs = [(set(right[query]), set(found[query])) for query in found]
    return Judged(
        recall=_mean(len(there & here) / len(there) for there, here in pairs if there),
        precision=_mean(len(there & here) / len(here) for there, here in pairs if here),
        exact=sum(there == here for there, here in pairs),
        asked=len(pairs),
    )


def _mean(values: Iterable[float]) -> float:
    held = list(values)
    return fmean(held) if held else 1.0


if __name__ == "__main__":
    json.dump([query.words for query in queries(Path(sys.argv[1]), EACH)], sys.stdout, ensure_ascii=False)
