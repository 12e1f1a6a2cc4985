"""Drafts: what the inputs say, with names and numbers as printed. Resolving them is the next stage's work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from council.location import Location
from council.model.bill_numbers import BillNumber
from council.model.debate import SpeechType
from council.model.events import (
    AttendanceKind,
    AttendanceStatus,
    Audience,
    Recess,
    RecordingKind,
    RecordingScope,
    SessionKind,
    Status,
)
from council.model.votes import Option, Requirement, Role
from council.parse.draft_cells import DraftCell, Places
from council.parse.draft_handouts import DraftHandout
from council.parse.draft_interests import DraftInterest
from council.parse.draft_outlines import DraftOutline
from council.parse.draft_referrals import DraftReferral
from council.parse.draft_synonyms import DraftSynonyms
from council.text.blocks import Block


class SessionName(Struct, frozen=True):
    """A session as a document names it: 令和7年第4回定例会 → year 2025, kind regular, number 4.

    ``month`` serves where a council names its sessions by month (令和7年12月定例会); ``printed`` is the whole name.
    """

    year: int
    kind: SessionKind = SessionKind.REGULAR
    number: int | None = None
    month: int | None = None
    printed: str = ""


class DraftAttendance(Struct, frozen=True):
    """A line of an attendance list; ``arrived`` and ``departed`` where the minutes say when (遅参, 早退)."""

    name: str
    kind: AttendanceKind
    status: AttendanceStatus
    location: Location
    seat: str = ""
    post: str = ""
    arrived: dt.time | None = None
    departed: dt.time | None = None


class DraftAgendaItem(Struct, frozen=True):
    """An agenda item; ``bills`` are the numbers its title names, ranges expanded; ``proposer`` its movers as printed."""

    label: str
    title: str
    location: Location
    bills: tuple[BillNumber, ...] = ()
    referred_to: tuple[str, ...] = ()
    proposer: str = ""


class DraftSpeech(Struct, frozen=True):
    """One utterance or line. ``bills`` are those a heading names, ``answers`` the place of the question it answers."""

    type: SpeechType
    blocks: tuple[Block, ...]
    location: Location
    attribution: str = ""
    role: str = ""
    name: str = ""
    level: int = 0
    bills: tuple[BillNumber, ...] = ()
    answers: int | None = None


class DraftVote(Struct, frozen=True):
    """One voter's vote as printed; ``name_at`` is the place of the name where it is not the vote's own cell."""

    name: str
    raw: str
    location: Location
    option: Option
    role: Role = Role.MEMBER
    note: str = ""
    name_at: Location | None = None


class DraftDecision(Struct, frozen=True):
    """A decision the minutes tell of. ``speech`` is the index in `DraftMeeting.debate` of the declaring speech.

    ``aspect``: main, amend (an amendment's own vote), report (the committee's); ``votes``: where all are listed.
    """

    method: str
    result: str
    location: Location
    bills: tuple[BillNumber, ...] = ()
    title: str = ""
    aspect: str = "main"
    speech: int | None = None
    requirement: Requirement = Requirement.MAJORITY
    declared_yes: int | None = None
    declared_no: int | None = None
    opponents: tuple[str, ...] = ()
    votes: tuple[DraftVote, ...] = ()
    extent: str = ""  # how many were in favour, in words (起立多数)
    mover: str = ""  # who moved what has no number
    interests: tuple[DraftInterest, ...] = ()


class DraftMeeting(Struct, frozen=True):
    """A Word file of minutes as read: one sitting, or text that no profile knows (``profile`` empty).

    ``date``, ``body``, ``session`` are None/empty where neither the document nor a name says them; ``secret``: marked
    秘密会. ``preface``, ``debate``, ``epilogue`` may lie on the disk, fetched when walked; ``outline``: known without;
    ``attendance`` may be `council.parse.columns`.
    """

    path: str
    audience: Audience
    profile: str
    location: Location
    evidence: tuple[str, ...] = ()
    title: str = ""
    session: SessionName | None = None
    folder: str = ""  # the session's folder under minutes_src, as named
    body: str = ""
    date: dt.date | None = None
    number: str = ""
    opened: dt.time | None = None
    closed: dt.time | None = None
    recesses: tuple[Recess, ...] = ()
    agenda: tuple[DraftAgendaItem, ...] = ()
    attendance: Sequence[DraftAttendance] = ()
    preface: Sequence[Block] = ()
    debate: Sequence[DraftSpeech] = ()
    epilogue: Sequence[Block] = ()
    outline: DraftOutline | None = None
    decisions: tuple[DraftDecision, ...] = ()
    referrals: tuple[DraftReferral, ...] = ()
    signatures: tuple[str, ...] = ()
    secret: bool = False
    withheld: str = ""  # code of the finding that keeps this sitting back


class DraftVoteEvent(Struct, frozen=True):
    """One row (wide), column (transposed) or group of rows (long) of a vote table: one decision.

    ``counts`` are the table's own count columns by option; ``means_report`` and ``aspect`` come from the title,
    the result or a footnote (委員長報告のとおり, 修正案). ``order`` is its place in the table. ``withheld`` counts the
    cells kept back already while reading, ``unread`` are those of them that stand under a name. ``cells`` are the
    places of title, date, method, result and figures, as far as they are filled. ``moved`` where the row's cells stand under
    wrong headings: without a number it is a decision only if one of ``titles`` is that of a bill known elsewhere.
    ``votes`` may be `council.parse.columns`.
    """

    table: str
    order: int
    location: Location
    number: BillNumber | None = None
    title: str = ""
    proposer: str = ""
    referred_to: tuple[str, ...] = ()
    date: dt.date | None = None
    meeting: str = ""
    session: SessionName | None = None
    method: str = ""
    result: str = ""
    aspect: str = "main"
    means_report: bool = False
    requirement: Requirement = Requirement.MAJORITY
    counts: tuple[tuple[Option, int], ...] = ()
    votes: Sequence[DraftVote] = ()
    withheld: int = 0
    unread: tuple[DraftCell, ...] = ()
    cells: Places = ()
    moved: bool = False
    titles: tuple[str, ...] = ()


class DraftMember(Struct, frozen=True):
    """One row of the roster: one stretch of one person's history."""

    name: str
    location: Location
    id: str = ""
    kana: str = ""
    seat: str = ""
    group: str = ""
    role: str = ""
    committees: tuple[str, ...] = ()
    start_date: dt.date | None = None
    end_date: dt.date | None = None
    other_names: tuple[str, ...] = ()
    photo: str = ""
    url: str = ""


class DraftRecording(Struct, frozen=True):
    """One row of `streams.csv`."""

    date: dt.date
    body: str
    kind: RecordingKind
    scope: RecordingScope
    url: str
    location: Location
    name: str = ""
    item: str = ""
    start: int | None = None
    end: int | None = None
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    until: dt.date | None = None


class DraftSitting(Struct, frozen=True):
    """A sitting announced in `session.yml`."""

    date: dt.date
    body: str
    location: Location
    time: dt.time | None = None
    live: str = ""
    online: str = ""
    agenda: tuple[DraftAgendaItem, ...] = ()


class DraftSession(Struct, frozen=True):
    """A `session.yml`."""

    folder: str
    location: Location
    name: SessionName | None = None
    start_date: dt.date | None = None
    end_date: dt.date | None = None
    status: Status = Status.UNSTATED
    sittings: tuple[DraftSitting, ...] = ()


class DraftMaterial(Struct, frozen=True):
    """A file under 資料/ of a session's folder; ``day`` and ``bills`` are what its folder and name say.

    ``sha256`` and ``size`` are the file's, and the published copy's once it has been made ready; ``withheld`` is the
    code of the rule that keeps it back, empty if it is published.
    """

    path: str
    folder: str
    title: str
    kind: str
    sha256: str
    size: int
    audience: Audience
    location: Location
    day: dt.date | None = None
    bills: tuple[BillNumber, ...] = ()
    agenda_number: int | None = None
    order: int | None = None
    pages: int = 0
    withheld: str = ""


class DraftCorrection(Struct, frozen=True):
    """One row of `corrections.csv`; ``id``, ``at`` and ``applied`` are known once it is carried out.

    ``at`` is the paragraph or cell; ``applied`` is False where the file held 正 already, so that it is only shown.
    """

    date: dt.date
    kind: str
    target: str
    place: str
    was: str
    now: str
    reason: str
    decided_by: str
    location: Location
    id: str = ""
    at: Location | None = None
    applied: bool | None = None


class Drafts(Struct, frozen=True):
    """Everything read, before any name is tied to a person."""

    meetings: tuple[DraftMeeting, ...] = ()
    vote_events: tuple[DraftVoteEvent, ...] = ()
    second: tuple[DraftVoteEvent, ...] = ()  # the same tables keyed again, only compared
    members: tuple[DraftMember, ...] = ()
    has_roster: bool = False
    recordings: tuple[DraftRecording, ...] = ()
    sessions: tuple[DraftSession, ...] = ()
    materials: tuple[DraftMaterial, ...] = ()
    unsettled_papers: tuple[str, ...] = ()  # folders of sessions with papers of which nothing says who may read them
    corrections: tuple[DraftCorrection, ...] = ()
    synonyms: tuple[DraftSynonyms, ...] = ()
    handouts: tuple[DraftHandout, ...] = ()
