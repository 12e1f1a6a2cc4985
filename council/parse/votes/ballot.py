"""The cells of one decision: votes, cells kept back, and who presided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from council.diagnostics import Finding, finding
from council.location import Location
from council.model.votes import Option, Role
from council.parse.drafts import DraftVote
from council.parse.votes.symbols import Symbols
from council.read.encoding import looks_damaged
from council.rules import votes as rules

_SHOWN = 20
SIDES = (Option.YES, Option.NO)


@dataclass(frozen=True, slots=True)
class VoteCell:
    """A cell of one voter; ``name_at`` is the place of the name."""

    text: str
    at: Location
    name: str
    name_at: Location
    note: str = ""


@dataclass(slots=True)
class Ballot:
    """The cells of one decision as read: votes, cells kept back, and whether anything was in them."""

    votes: list[DraftVote] = field(default_factory=list)
    withheld: int = 0
    findings: list[Finding] = field(default_factory=list)

    def read(self, cell: VoteCell, symbols: Symbols) -> None:
        """Read one cell. Findings: V104 (nobody explained the symbol), V105 (it was damaged)."""
        if looks_damaged(cell.text):
            self.keep_back(finding(rules.DAMAGED_SYMBOL, cell.at, symbol=cell.text[:_SHOWN]))
            return
        meaning = symbols.read(cell.text)
        if meaning is None:
            self.keep_back(finding(rules.UNEXPLAINED_SYMBOL, cell.at, symbol=cell.text[:_SHOWN]))
        elif meaning.option is not None:
            note = cell.note or meaning.words
            vote = DraftVote(cell.name, cell.text, cell.at, meaning.option, meaning.role, note, cell.name_at)
            self.votes.append(vote)

    def keep_back(self, found: Finding) -> None:
        """Keep back one cell, with what was found."""
        self.withheld += 1
        self.findings.append(found)

    def preside(self, names: Iterable[str]) -> None:
        """Give those named as chair the role where they voted, unless a cell is marked as the presiding officer's."""
        if any(vote.role is not Role.MEMBER for vote in self.votes):
            return
        chairs = set(names)
        self.votes = [
            replace(vote, role=Role.CHAIR) if vote.name in chairs and vote.option in SIDES else vote
            for vote in self.votes
        ]
