"""Restricted words as they are looked for: stretches of what was said, whole sentences, names, titles and codes."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from council.gate.grams import Grams, blocks
from council.gate.letters import is_wide, runs, sentences, telling_weight, weight
from council.gate.tokens import LONGEST, is_number, tokens
from council.location import Location
from council.text.patterns import regex

# Shorter words stand in public texts by chance. Sizes and strides below are such that nothing so long is passed over.
PASSAGE = 24  # weight of a stretch within one run: 12 kanji, 24 Latin letters
SENTENCE = 12  # characters of a whole sentence
NAME = 12  # weight of a whole name or title: 6 kanji, 12 Latin letters
SHORT = 10  # weight of what is a leak only where it stands by itself: 5 kanji or more, hiragana not counted
# Days, times and counts.
_COMMON = regex("[0-9年月日時分秒令和平成昭大正元午前後第回号条項頁名人件円千百万億曜火水木金土]+")
_FEW = 128  # names that are sooner looked for one by one
_OCCURRENCES = 50  # of one stretch in the restricted words that are compared


class Hit(Struct, frozen=True):
    """Characters that stand in a text and in a restricted input; ``is_whole`` where they are all of a name or sentence.

    ``alone``: a leak only if they stand by themselves; ``is_token``: a number or code, which common words do not explain.
    """

    letters: str
    place: Location
    is_whole: bool
    alone: bool = False
    is_token: bool = False


class Index(Struct):
    """What is looked for, each with the place of a restricted input where it stands.

    ``passages`` are long runs, any stretch of which tells, and sentences without such a run, which tell as a whole
    (``whole``); ``names`` are shorter and tell as a whole too, those of ``alone`` only where they stand by themselves;
    ``tokens`` are the names that are numbers and codes.
    """

    passages: dict[str, Location] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    names: dict[str, Location] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)
    tokens: set[str] = field(default_factory=set)
    _grams: tuple[Grams, Grams] = field(default_factory=lambda: (Grams(10, 3), Grams(20, 5)))
    _name_grams: tuple[Grams, Grams] = field(default_factory=lambda: (Grams(3, 3), Grams(4, 5)))
    _named: dict[int, set[str]] = field(default_factory=dict)
    _forgot: bool = False
    _joined: str = ""

    def add(self, text: str, place: Location, *, is_name: bool) -> None:
        """Take in what of a text is long enough to tell where it comes from."""
        telling = [run for run in runs(text) if weight(run) >= PASSAGE]
        for run in telling:
            self._add_passage(run, place, is_whole=False)
        if is_name:
            for run in runs(text):
                if weight(run) >= NAME:
                    self._add_name(run, place)
        for sentence in sentences(text):
            if not any(run in sentence for run in telling):
                self._add_whole(sentence, place, is_name=is_name)
        for token in tokens(text):
            self._add_token(token, place)

    def _add_whole(self, sentence: str, place: Location, *, is_name: bool) -> None:
        if len(sentence) >= SENTENCE and (is_wide(sentence) or len(sentence) >= PASSAGE):
            self._add_passage(sentence, place, is_whole=True)
        elif weight(sentence) >= NAME and (is_name or len(sentence) >= SENTENCE):
            self._add_name(sentence, place)
        elif is_wide(sentence) and telling_weight(sentence) >= SHORT and not _COMMON.fullmatch(sentence):
            self._add_name(sentence, place, alone=True)

    def _add_token(self, token: str, place: Location) -> None:
        self._add_name(token, place, alone=is_number(token))
        self.tokens.add(token)

    def _add_passage(self, words: str, place: Location, *, is_whole: bool) -> None:
        if words in self.passages:
            return
        self.passages[words] = place
        self._grams[not is_wide(words)].add(words)
        self._joined = ""
        if is_whole:
            self.whole.add(words)

    def _add_name(self, name: str, place: Location, *, alone: bool = False) -> None:
        if len(name) > LONGEST or name in self.passages:
            return
        if not alone:
            self.alone.discard(name)
        elif name not in self.names:
            self.alone.add(name)
        if name not in self.names:
            self.names[name] = place
            self._add_grams(name)

    def _add_grams(self, name: str) -> None:
        grams = self._name_grams[not is_wide(name)]
        grams.add(name)
        for at in range(len(name) - grams.size + 1):
            self._named.setdefault(hash(name[at : at + grams.size]), set()).add(name)

    def forget(self, letters: str) -> None:
        """Leave out what stands in a public text."""
        for grams in self._grams:
            grams.forget(letters)
        for block in blocks(letters):
            for name in self._names_in(block):
                del self.names[name]
                self._forgot = True

    def hits(self, letters: str) -> Iterator[Hit]:
        """Yield what of a text stands in restricted inputs."""
        if self._forgot:
            self._settle()
        for block in blocks(letters):
            yield from map(self._hit, self._names_in(block))
            for grams in self._grams:
                if met := grams.met(block):
                    yield from self._passages_in(block, grams, met)

    def _hit(self, name: str) -> Hit:
        alone, is_token = name in self.alone, name in self.tokens
        return Hit(name, self.names[name], is_whole=True, alone=alone, is_token=is_token)

    def _settle(self) -> None:
        """Look for the names that are left only."""
        self._forgot = False
        self._named.clear()
        for grams in self._name_grams:
            grams.hashes.clear()
        for name in self.names:
            self._add_grams(name)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for."""
        return not self.names and not any(grams.hashes for grams in self._grams)

    def _names_in(self, block: str) -> list[str]:
        if len(self.names) <= _FEW:
            return [name for name in self.names if name in block]
        met = set().union(*(grams.met(block) for grams in self._name_grams))
        candidates = sorted({name for one in met for name in self._named.get(one, ()) if name in self.names})
        return [name for name in candidates if name in block]

    def _passages_in(self, block: str, grams: Grams, met: set[int]) -> Iterator[Hit]:
        end = 0
        for at in grams.places(block, met):
            found = self._longest(block, at, grams.size) if at + grams.size > end else None
            if found:
                start, end, passage = found
                yield Hit(block[start:end], self.passages[passage], is_whole=passage in self.whole)

    def _longest(self, block: str, at: int, size: int) -> tuple[int, int, str] | None:
        """Return the longest telling stretch around a place that a restricted passage has as well, and that passage."""
        self._joined = self._joined or "\n".join(("", *self.passages, ""))
        found = (self._grown(block, at, place, size) for place in _occurrences(self._joined, block[at : at + size]))
        telling = [one for one in found if self._tells(block[one[0] : one[1]], one[2])]
        return max(telling, key=lambda one: one[1] - one[0], default=None)

    def _tells(self, stretch: str, passage: str) -> bool:
        return stretch == passage if passage in self.whole else weight(stretch) >= PASSAGE

    def _grown(self, block: str, at: int, place: int, size: int) -> tuple[int, int, str]:
        """Return how far a block and a passage agree around two places; a passage ends with its line."""
        joined = self._joined
        start, other = at, place
        while start > 0 and block[start - 1] == joined[other - 1]:
            start, other = start - 1, other - 1
        end, other = at + size, place + size
        while end < len(block) and block[end] == joined[other]:
            end, other = end + 1, other + 1
        first = joined.rfind("\n", 0, place) + 1
        return start, end, joined[first : joined.find("\n", place)]


def _occurrences(text: str, words: str) -> list[int]:
    found: list[int] = []
    at = text.find(words)
    while at >= 0 and len(found) < _OCCURRENCES:
        found.append(at)
        at = text.find(words, at + 1)
    return found
