"""The lines of `votes.csv` for many small files: what lines begin with is written once for all files of a build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from council.model.council import Council
from council.model.people import OrganizationId, PersonId
from council.model.votes import Option, Role, Vote, VoteEvent, VoteEventId
from council.opendata.files import csv_head, csv_line
from council.opendata.rows import decision_cells, vote_cells
from council.opendata.schema import TableSchema

Cast = tuple[VoteEvent, Vote]
_Said = tuple[PersonId, OrganizationId | None, Option, Role, str]


class VoteLines(Struct, frozen=True):
    """Writes files with some rows of the table of votes; each file reads all that it holds of the record."""

    table: TableSchema
    _decisions: dict[VoteEventId, str] = field(default_factory=dict)

    def file(self, council: Council, cast: Sequence[Cast]) -> bytes:
        """Return the whole of a file."""
        begins, ends = self._begins(council, cast), _ends(council, cast)
        places = sources([vote.source for _, vote in cast])
        lines = [f"{begin},{end},{source}\r\n" for begin, end, source in zip(begins, ends, places, strict=True)]
        return csv_head(self.table) + "".join(lines).encode()

    def _begins(self, council: Council, cast: Sequence[Cast]) -> Iterator[str]:
        """Yield what is said of the decision; its matter is read whether or not another file has said it already."""
        known, motions = self._decisions, council.motions
        for event, _ in cast:
            motion = motions[event.motion_id]
            yield known.get(event.id) or known.setdefault(event.id, csv_line(decision_cells(event, motion)))


def _ends(council: Council, cast: Sequence[Cast]) -> Iterator[str]:
    """Yield what is said of the vote up to its source; few members, groups and sides give few of these."""
    known: dict[_Said, str] = {}
    for _, vote in cast:
        said = vote.voter_id, vote.group_id, vote.option, vote.role, vote.raw
        yield known.get(said) or known.setdefault(said, csv_line(vote_cells(council, vote)))


def sources(told: list[str]) -> Iterable[str]:
    """Return where votes stand as cells; hardly ever is there anything in them that has to be quoted."""
    joined = "".join(told)
    if not any(sign in joined for sign in ',"\r\n'):
        return told
    return [csv_line(("", one))[1:] for one in told]  # an empty cell is quoted where it is alone, but only there
