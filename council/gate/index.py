"""Restricted words as they are looked for: long stretches of what was said, and shorter names and titles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from council.gate.grams import Grams, blocks
from council.gate.letters import is_wide, weight
from council.location import Location

# A name or title is looked for from 6 kanji (16 Latin letters), any other words from 12 kanji (24 Latin letters):
# shorter ones stand in public texts by chance. Sizes and strides are such that nothing so long is passed over.
NAME_WIDE, NAME_NARROW, PASSAGE = 12, 16, 24
_FEW = 48  # names that are sooner looked for one by one
_OCCURRENCES = 50  # of one stretch in the restricted words; the longest match among these is enough


@dataclass(frozen=True, slots=True)
class Hit:
    """Letters that stand in a text and in a restricted input; ``is_name`` where they are a whole name or title."""

    letters: str
    place: Location
    is_name: bool


@dataclass(slots=True)
class Index:
    """What is looked for, each with the place of a restricted input where it stands."""

    passages: dict[str, Location] = field(default_factory=dict)
    names: dict[str, Location] = field(default_factory=dict)
    _grams: tuple[Grams, Grams] = field(default_factory=lambda: (Grams(10, 3), Grams(20, 5)))
    _name_grams: tuple[Grams, Grams] = field(default_factory=lambda: (Grams(4, 3), Grams(8, 9)))
    _named: dict[int, set[str]] = field(default_factory=dict)
    _joined: str = ""

    def add(self, run: str, place: Location, *, is_name: bool) -> None:
        """Take in a run of letters if it is long enough to tell where it comes from."""
        if weight(run) >= PASSAGE:
            if run not in self.passages:
                self.passages[run] = place
                self._grams[not is_wide(run)].add(run)
                self._joined = ""
        elif is_name and weight(run) >= (NAME_WIDE if is_wide(run) else NAME_NARROW):
            self.names.setdefault(run, place)
            grams = self._name_grams[not is_wide(run)]
            grams.add(run)
            for at in range(len(run) - grams.size + 1):
                self._named.setdefault(hash(run[at : at + grams.size]), set()).add(run)

    def forget(self, letters: str) -> None:
        """Leave out what stands in a public text."""
        for grams in self._grams:
            grams.forget(letters)
        for block in blocks(letters):
            for name in self._names_in(block):
                del self.names[name]

    def hits(self, letters: str) -> Iterator[Hit]:
        """Yield what of a text stands in restricted inputs."""
        for block in blocks(letters):
            yield from (Hit(name, self.names[name], is_name=True) for name in self._names_in(block))
            for grams in self._grams:
                if met := grams.met(block):
                    yield from self._passages_in(block, grams, met)

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
            if at + grams.size > end:
                found = self._longest(block, at, grams.size)
                end = found[1] if found else end
                if found and weight(block[found[0] : found[1]]) >= PASSAGE:
                    yield Hit(block[found[0] : found[1]], found[2], is_name=False)

    def _longest(self, block: str, at: int, size: int) -> tuple[int, int, Location] | None:
        """Return the longest stretch around a place that a restricted passage has as well."""
        self._joined = self._joined or "\n".join(("", *self.passages, ""))
        places = _occurrences(self._joined, block[at : at + size])
        stretches = ((*_grown(block, at, self._joined, place, size), place) for place in places)
        best = max(stretches, key=lambda one: one[1] - one[0], default=None)
        if best is None:
            return None
        start = self._joined.rfind("\n", 0, best[2]) + 1
        passage = self._joined[start : self._joined.find("\n", start)]
        return best[0], best[1], self.passages[passage]


def _occurrences(text: str, words: str) -> list[int]:
    found: list[int] = []
    at = text.find(words)
    while at >= 0 and len(found) < _OCCURRENCES:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _grown(block: str, at: int, joined: str, place: int, size: int) -> tuple[int, int]:
    """Return how far a block and the passages agree around two places; a passage ends with its line."""
    start, other = at, place
    while start > 0 and block[start - 1] == joined[other - 1] != "\n":
        start, other = start - 1, other - 1
    end, other = at + size, place + size
    while end < len(block) and block[end] == joined[other] != "\n":
        end, other = end + 1, other + 1
    return start, end
