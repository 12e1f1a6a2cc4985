"""Drafts to what a clerk is told of each file: which sitting, who spoke, which decisions, how many rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from council.diagnostics import Finding
from council.model.debate import SpeechType
from council.model.events import AttendanceKind, AttendanceStatus, Audience
from council.parse.columns import column, places_of
from council.parse.drafts import DraftDecision, DraftMeeting, Drafts, DraftVoteEvent
from council.parse.outlines import outline_of
from council.report.recognised import (
    ListKind,
    Recognised,
    RecognisedDecision,
    RecognisedList,
    RecognisedMinutes,
    RecognisedVotes,
    TableLayout,
)
from council.rules.files import ENCODING_USED
from council.rules.record import SURNAME_ONLY, VARIANT_NAME

_SPOKEN = (SpeechType.SPEECH, SpeechType.QUESTION, SpeechType.ANSWER)
_MEMBER = AttendanceKind.MEMBER
_MATERIALS = {Audience.PUBLIC: ListKind.PUBLIC_MATERIALS, Audience.MEMBERS: ListKind.MEMBERS_MATERIALS}


def recognised(drafts: Drafts, findings: Collection[Finding]) -> tuple[Recognised, ...]:
    """Return what was read, in the order of paths; ``findings`` of the reading name the encodings."""
    encodings = {
        found.location.path: dict(found.values)["encoding"] for found in findings if found.rule is ENCODING_USED
    }
    readings = _readings(findings)
    read: tuple[Recognised, ...] = (
        *(_minutes(meeting) for meeting in drafts.meetings),
        *(
            replace(one, readings=readings.get(one.path, ()))
            for one in _tables(drafts.vote_events, encodings, second=False)
        ),
        *_tables(drafts.second, encodings, second=True),
        *_lists(drafts),
    )
    return tuple(sorted(read, key=lambda one: one.path))


def _readings(findings: Iterable[Finding]) -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Return by table which printed names were taken to be whose, each once."""
    found: dict[str, dict[tuple[str, str, str], None]] = defaultdict(dict)
    for one in findings:
        if one.rule in (VARIANT_NAME, SURNAME_ONLY):
            values = dict(one.values)
            found[one.location.path][values["name"], values["person"], one.rule.code] = None
    return {path: tuple(readings) for path, readings in found.items()}


def _minutes(draft: DraftMeeting) -> RecognisedMinutes:
    told = outline_of(draft)
    speakers: Counter[str] = Counter()
    turns = (column(told.turns, field) for field in ("type", "name", "role"))
    for kind, name, role, number in zip(*turns, told.numbers, strict=True):
        if kind in _SPOKEN:
            speakers[name or role] += number
    listed = zip(column(draft.attendance, "kind"), column(draft.attendance, "status"), strict=True)
    members = [status for kind, status in listed if kind is _MEMBER]
    absent = members.count(AttendanceStatus.ABSENT)
    return RecognisedMinutes(
        path=draft.path,
        profile=draft.profile,
        session=draft.session.printed if draft.session else "",
        date=draft.date,
        body=draft.body,
        number=draft.number,
        opened=draft.opened,
        closed=draft.closed,
        speakers=tuple(speakers.most_common()),
        agenda=len(draft.agenda),
        decisions=tuple(_decision(one) for one in draft.decisions),
        present=len(members) - absent,
        absent=absent,
        is_withheld=bool(draft.withheld),
    )


def _decision(draft: DraftDecision) -> RecognisedDecision:
    bills = "、".join(bill.printed for bill in draft.bills)
    return RecognisedDecision(bills or draft.title, draft.method, draft.result, draft.aspect)


def _tables(events: Iterable[DraftVoteEvent], encodings: dict[str, str], *, second: bool) -> Iterator[RecognisedVotes]:
    by_file: dict[str, list[DraftVoteEvent]] = defaultdict(list)
    for event in events:
        by_file[event.location.path].append(event)
    for path, rows in by_file.items():
        decisions = [row for row in rows if row.votes or row.withheld]
        names = [name for row in decisions for name in column(row.votes, "name")]
        if names:
            yield RecognisedVotes(
                path=path,
                layout=_layout(decisions),
                encoding=encodings.get(path, "Excel" if path.casefold().endswith(".xlsx") else "UTF-8"),
                decisions=len(decisions),
                members=tuple(dict.fromkeys(names)),
                votes=len(names),
                second=second,
            )


def _layout(rows: Iterable[DraftVoteEvent]) -> TableLayout:
    """Tell the layout by where the cells of the fullest decision stand: side by side, or one below the other."""
    fullest = max(rows, key=lambda row: len(row.votes))
    lines = {place.line for place in places_of(fullest.votes)}
    if len(lines) == 1 and len(fullest.votes) > 1:
        return TableLayout.WIDE
    # In a long table the decision begins in the row of its first vote, in a transposed one above all of them.
    first = min((line for line in lines if line), default=0)
    if (fullest.location.line or 0) < first:
        return TableLayout.TRANSPOSED
    return TableLayout.LONG if any(vote.name_at for vote in fullest.votes) or len(lines) > 1 else TableLayout.WIDE


def _lists(drafts: Drafts) -> Iterator[RecognisedList]:
    for kind, rows in (
        (ListKind.ROSTER, drafts.members),
        (ListKind.STREAMS, drafts.recordings),
        (ListKind.CORRECTIONS, drafts.corrections),
        (ListKind.SYNONYMS, drafts.synonyms),
        (ListKind.HANDOUTS, drafts.handouts),
    ):
        for path, count in Counter(row.location.path for row in rows).items():
            yield RecognisedList(path, kind, count)
    for session in drafts.sessions:
        yield RecognisedList(session.location.path, ListKind.SITTINGS, len(session.sittings))
    materials = Counter(
        (f"minutes_src/{one.folder}".rstrip("/") + "/", one.audience) for one in drafts.materials if not one.withheld
    )
    for (folder, audience), count in materials.items():
        yield RecognisedList(folder, _MATERIALS[audience], count)
