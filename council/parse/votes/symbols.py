"""What a cell says: the file's own legend, else the built-in table, else ``extra.council.vote_symbols`` (contract §2.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from council.model.votes import Option, Role
from council.parse.votes.meanings import CHAIR, NO_VOTE, VICE_CHAIR, Meaning
from council.text.numerals import fold_width
from council.text.patterns import regex

# Drawings of one sign: what a legend says of one holds for all of them, unless it names them apart.
_FAMILIES = ("○〇◯⭕", "×✕✖❌", "-－\u2212―—–‐ーｰ─", "/／")
_SAME = {drawing: family[0] for family in _FAMILIES for drawing in family}

_BUILT_IN: dict[str, Meaning] = {
    **dict.fromkeys(("○", "賛", "賛成", "yes", "yea", "aye", "for"), Meaning(Option.YES)),
    **dict.fromkeys(("×", "●", "反", "反対", "no", "nay", "against"), Meaning(Option.NO)),
    **dict.fromkeys(("棄", "棄権", "abstain"), Meaning(Option.ABSTAIN)),
    **dict.fromkeys(("欠", "欠席", "absent"), Meaning(Option.ABSENT)),
    **dict.fromkeys(("退", "退席", "not voting"), Meaning(Option.NOT_VOTING)),
    **dict.fromkeys(("除", "除斥", "excused"), Meaning(Option.EXCUSED)),
    **dict.fromkeys(("議", "議長", "chair"), CHAIR),
    **dict.fromkeys(("副", "副議長", "vice-chair", "vice chair"), VICE_CHAIR),
    **dict.fromkeys(("継", "other"), Meaning(Option.OTHER)),
    **dict.fromkeys(("", "/", "-"), NO_VOTE),
}
_LONGEST = 40
_PRESIDING = regex(
    r"^(?:(?P<before>副?議長?)[・,、(\[]*(?P<after_sign>[^副議)\]]{1,3})[)\]]*"
    r"|(?P<before_sign>[^副議(\[]{1,3})[・,、(\[]*(?P<after>副?議長?)[)\]]*)$"
)
_MARK = regex(r"^(?P<sign>.{1,6}?)[(\[]?(?P<mark>(?:[※*]|注釈?)[0-9]{0,2})[)\]]?$")


def symbol_key(cell: str) -> str:
    """Return a symbol as it is compared: half-width, lower case, without variation selectors; one drawing for a family."""
    plain = re.sub(r"[\ufe0e\ufe0f\u200b-\u200d]", "", fold_width(cell)).casefold()
    words = " ".join(plain.split())
    squeezed = words if words.isascii() else words.replace(" ", "")
    return _SAME.get(squeezed, squeezed)


def exact_key(cell: str) -> str:
    """Return a symbol as it is drawn, for a legend that tells two drawings of one family apart."""
    return re.sub(r"[\ufe0e\ufe0f\s]", "", cell)


def mark_key(text: str) -> str:
    """Return a footnote's mark as it is compared: ※1, 注2."""
    return re.sub(r"[\s()\[\]【】釈]", "", fold_width(text)).replace("*", "※")


@dataclass(frozen=True)
class Symbols:
    """Reads cells. ``legend`` (None: told in two ways) is by `exact_key` and by `symbol_key`; ``marks`` are the footnotes by their marks."""

    legend: Mapping[str, Meaning | None] = field(default_factory=dict)
    configured: Mapping[str, Meaning] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    _memo: dict[str, Meaning | None] = field(default_factory=dict, init=False)

    def read(self, cell: str) -> Meaning | None:
        """Return what a cell says, or None for a symbol that nobody explained."""
        if len(cell) > _LONGEST:
            return None
        if cell not in self._memo:
            self._memo[cell] = self._plain(cell) or self._presiding(cell) or self._marked(cell)
        return self._memo[cell]

    def is_vote(self, cell: str) -> bool:
        """Say whether a cell holds an explained symbol that is a vote."""
        meaning = self.read(cell)
        return meaning is not None and meaning.option is not None

    def _plain(self, cell: str) -> Meaning | None:
        key, drawn = symbol_key(cell), exact_key(cell)
        if drawn in self.legend or key in self.legend:
            return self.legend[drawn if drawn in self.legend else key]
        return _BUILT_IN.get(key) or self.configured.get(key)

    def _presiding(self, cell: str) -> Meaning | None:
        """Read 議○, ○（議長）: the chair votes."""
        match = _PRESIDING.match(symbol_key(cell))
        if not match:
            return None
        vote = self._plain(match["after_sign"] or match["before_sign"])
        office = match["before"] or match["after"]
        if vote is None or vote.option is None or vote.role is not Role.MEMBER:
            return None
        return Meaning(vote.option, Role.VICE_CHAIR if office.startswith("副") else Role.CHAIR, vote.words)

    def _marked(self, cell: str) -> Meaning | None:
        """Read ○※1 where the file has a footnote ※1."""
        match = _MARK.match(fold_width(cell))
        words = self.marks.get(mark_key(match["mark"])) if match else None
        vote = self._plain(match["sign"]) or self._presiding(match["sign"]) if match and words else None
        return Meaning(vote.option, vote.role, words or "") if vote and vote.option else None


def configured(symbols: Mapping[str, Option]) -> dict[str, Meaning]:
    """Return ``extra.council.vote_symbols`` as meanings."""
    return {symbol_key(symbol): Meaning(option) for symbol, option in symbols.items()}
