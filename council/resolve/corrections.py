"""Published corrections tied to the page, and the place on it, that shows what was corrected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from council.location import Location, location_of
from council.model.council import Correction, Council
from council.model.debate import Speech
from council.model.events import Audience, EventId
from council.parse.corrections import SILENT_KINDS
from council.parse.drafts import DraftCorrection, Drafts
from council.text.blocks import paragraphs


def resolve_corrections(drafts: Drafts, council: Council, meetings: Mapping[str, EventId]) -> tuple[Correction, ...]:
    """Make the published corrections; ``meetings`` are the sittings by their files.

    Words of a withdrawal or of personal data, and where they stood, go no further than here.
    """
    made = (_correction(draft, council, meetings.get(draft.target)) for draft in drafts.corrections)
    return tuple(sorted(made, key=lambda one: one.date))


def _correction(draft: DraftCorrection, council: Council, sitting: EventId | None) -> Correction:
    silent = draft.kind in SILENT_KINDS
    event = council.events.get(sitting) if sitting else None
    return Correction(
        date=draft.date,
        kind=draft.kind,
        target=draft.target,
        place="" if silent else draft.place,
        was="" if silent else draft.was,
        now="" if silent else draft.now,
        reason=draft.reason,
        decided_by=draft.decided_by,
        applied=draft.applied is not False,
        url=_page_of_minutes(draft, council, sitting) if sitting else _page_of_cell(draft, council),
        source=str(draft.location),
        audience=event.audience if event else Audience.PUBLIC,
        id=draft.id,
        at=str(draft.at) if draft.at and not silent else "",
    )


def _page_of_minutes(draft: DraftCorrection, council: Council, sitting: EventId) -> str:
    """Return the sitting's page and, where the place lies in the debate, the speech."""
    debate = council.debates.get(sitting)
    paragraph = draft.at.paragraph if draft.at else None
    speeches = debate.speeches if debate and paragraph is not None else ()
    speech = next((one for one in speeches if paragraph in _numbers(one)), None)
    return f"meetings/{sitting}.html" + (f"#{speech.id}" if speech else "")


def _numbers(speech: Speech) -> Iterator[int | None]:
    """Yield the numbers of a speech's paragraphs, that of its label included."""
    yield location_of(speech.source).paragraph
    yield from (paragraph.number for paragraph in paragraphs(speech.blocks))


def _page_of_cell(draft: DraftCorrection, council: Council) -> str:
    """Return the page that a cell is shown on: the decision's, the member's, the sitting's; empty if it is not one."""
    at = draft.at
    if at is None:
        return ""
    for pages in (_decisions, _members, _sittings):
        found = tuple(pages(council, at))
        nearest = min((distance for distance, _ in found), default=0)
        urls = {url for distance, url in found if distance == nearest}
        if len(urls) == 1:
            return urls.pop()
    return ""


def _decisions(council: Council, at: Location) -> Iterator[tuple[int, str]]:
    """Yield the decisions that a cell may be of, each with how far off it is: the cell itself, its row, its column."""
    for decision in council.vote_events.values():
        url = f"votes/{decision.id}.html"
        for source in (*decision.sources, *(vote.source for vote in decision.votes)):
            cell = location_of(source)
            if (cell.path, cell.sheet) != (at.path, at.sheet):
                continue
            near = ((cell.line, cell.column) == (at.line, at.column), cell.line == at.line, cell.column == at.column)
            yield from ((distance, url) for distance, is_so in enumerate(near) if is_so)


def _members(council: Council, at: Location) -> Iterator[tuple[int, str]]:
    told = [(person.id, person.source) for person in council.people.values()]
    told += [(membership.person_id, membership.source) for membership in council.memberships]
    for person, source in told:
        if _is_row(source, at):
            yield 0, f"members/{person}.html"


def _sittings(council: Council, at: Location) -> Iterator[tuple[int, str]]:
    for recording in council.recordings:
        if recording.event_id and _is_row(recording.source, at):
            yield 0, f"meetings/{recording.event_id}.html"


def _is_row(source: str, at: Location) -> bool:
    row = location_of(source)
    return (row.path, row.sheet, row.line) == (at.path, at.sheet, at.line)
