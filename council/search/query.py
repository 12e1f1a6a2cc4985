"""What was asked (contract §4): words, a space for and, `|` for or, `-` before a word for not, quotes for as it stands."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from council.search.folding import TABLE, fold_word
from council.search.grams import WHITE
from council.text.patterns import regex

_QUOTES = '"”“＂'
_MINUSES = "\\-－\u2212"
_BARS = "|｜"
_SPACES = re.escape(WHITE + "".join(chr(code) for code, to in TABLE.characters.items() if to == " "))
_TOKEN = regex(
    rf"(?P<bar>[{_BARS}])|[{_MINUSES}](?=[{_BARS}{_SPACES}]|\Z)"
    rf"|(?P<minus>[{_MINUSES}])?(?:[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?:[{_QUOTES}]|\Z)"
    rf"|(?P<plain>[^{_BARS}{_QUOTES}{_SPACES}]+))"
)


class Word(Struct, frozen=True):
    """Folded text to find; ``exact`` where nothing may be added to it, since it stood in quotes.

    ``apart`` where no digit or Latin letter may stand beside one of its own: r7 is not found in r70. No typed word is.
    """

    text: str
    exact: bool = False
    apart: bool = False


class Group(Struct, frozen=True):
    """Words of which one must stand in the text; none of them where ``negative``."""

    words: tuple[Word, ...]
    negative: bool = False


class Query(Struct, frozen=True):
    """Groups that must all be met."""

    groups: tuple[Group, ...] = ()

    @property
    def positive(self) -> tuple[Group, ...]:
        """The groups that must stand in the text."""
        return tuple(group for group in self.groups if not group.negative)

    @property
    def negative(self) -> tuple[Group, ...]:
        """The groups that must not."""
        return tuple(group for group in self.groups if group.negative)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is asked for: no word at all, or only words that must not stand there."""
        return not self.positive

    def exactly(self) -> Query:
        """Return the same query, each word as if it stood in quotes."""
        return Query(tuple(replace(group, words=_exactly(group.words)) for group in self.groups))


def _exactly(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(dict.fromkeys(Word(word.text, exact=True) for word in words))


def parse(text: str) -> Query:
    """Return the query that a text means; whatever it is, it means something.

    A bar joins the words beside it, spaces around it or not; behind a bar a minus is a plain character. A bar, minus
    or pair of quotes without a word is passed over.
    """
    groups: list[Group] = []
    joins = False
    for token in _TOKEN.finditer(text):
        if token["bar"]:
            joins = bool(groups)
            continue
        quoted = token["quoted"]
        minus = token["minus"] or ""
        typed = quoted if quoted is not None else (minus if joins else "") + (token["plain"] or "")
        word = Word(fold_word(typed), exact=quoted is not None)
        if not word.text:
            continue
        if joins:
            words = (*groups[-1].words, word)
            groups[-1] = replace(groups[-1], words=tuple(dict.fromkeys(words)))
        else:
            groups.append(Group((word,), negative=bool(minus)))
        joins = False
    return Query(tuple(groups))
