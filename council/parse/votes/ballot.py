"""The cells of one decision: votes, cells kept back, and who presided."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from council.diagnostics import Finding, Rule, finding
from council.location import Location
from council.model.votes import Option, Role
from council.parse.draft_cells import DraftCell
from council.parse.drafts import DraftVote
from council.parse.votes.symbols import Symbols
from council.read.encoding import looks_damaged
from council.rules import votes as rules

_SHOWN = 20
SIDES = (Option.YES, Option.NO)


class VoteCell(Struct, frozen=True):
    """A cell of one voter; ``name_at`` is the place of the name."""

    text: str
    at: Location
    name: str
    name_at: Location
    note: str = ""


class Ballot(Struct):
    """The cells of one decision as read: votes, and cells kept back, ``unread`` those of them under a name."""

    votes: list[DraftVote] = field(default_factory=list)
    withheld: int = 0
    unread: list[DraftCell] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def read(self, cell: VoteCell, symbols: Symbols) -> None:
        """Read one cell. Findings: V104 (nobody explained the symbol), V105 (it was damaged)."""
        if looks_damaged(cell.text):
            self._keep_back_cell(cell, rules.DAMAGED_SYMBOL)
            return
        meaning = symbols.read(cell.text)
        if meaning is None:
            self._keep_back_cell(cell, rules.UNEXPLAINED_SYMBOL)
        elif meaning.option is not None:
            note = cell.note or meaning.words
            vote = DraftVote(cell.name, cell.text, cell.at, meaning.option, meaning.role, note, cell.name_at)
            self.votes.append(vote)

    def _keep_back_cell(self, cell: VoteCell, rule: Rule) -> None:
        self.unread.append(DraftCell(cell.name, cell.text, cell.at))
        self.keep_back(finding(rule, cell.at, symbol=cell.text[:_SHOWN]))

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
