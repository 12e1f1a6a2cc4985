"""Sessions, sittings, who was there, what was recorded and which papers lay on the table."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NewType

from msgspec import Struct

from council.model.people import OrganizationId, PersonId

SessionId = NewType("SessionId", str)
EventId = NewType("EventId", str)
MotionId = NewType("MotionId", str)
MaterialId = NewType("MaterialId", str)


class Audience(StrEnum):
    """Who may read a thing."""

    PUBLIC = "public"
    MEMBERS = "members"


class SessionKind(StrEnum):
    """定例会 or 臨時会."""

    REGULAR = "regular"
    SPECIAL = "special"


class Status(StrEnum):
    """The standing of published minutes: 速報版, 校正中, 確定版; UNSTATED where no input says it."""

    DRAFT = "draft"
    PROOF = "proof"
    FINAL = "final"
    UNSTATED = ""


class LegislativeSession(Struct, frozen=True):
    """A session (定例会・臨時会), with its announced period if known."""

    id: SessionId
    name: str
    classification: SessionKind
    start_date: dt.date | None = None
    end_date: dt.date | None = None
    source: str = ""


class AgendaItem(Struct, frozen=True):
    """One item of a sitting's agenda as printed, tied to the motions it names.

    ``label`` is the printed number (日程第１) or empty; ``speech_id`` the heading in the minutes where it was taken up.
    """

    position: int
    label: str
    title: str
    motion_ids: tuple[MotionId, ...] = ()
    referred_to: tuple[str, ...] = ()
    speech_id: str = ""
    audience: Audience = Audience.PUBLIC


class AttendanceKind(StrEnum):
    """In which list of the minutes a person stands."""

    MEMBER = "member"
    EXPLAINER = "explainer"  # 説明のため出席した者
    STAFF = "staff"  # 事務局職員


class AttendanceStatus(StrEnum):
    """Contract §4, `attendance.csv`."""

    PRESENT = "present"
    ABSENT = "absent"
    LATE = "late"
    LEFT = "left"
    ONLINE = "online"


class Attendance(Struct, frozen=True):
    """One line of an attendance list: the name as printed, and the person if it is exactly one member.

    ``arrived`` and ``departed`` are when a latecomer came and who left early went, where the minutes say so.
    """

    name: str
    person_id: PersonId | None
    kind: AttendanceKind
    status: AttendanceStatus
    seat: str = ""
    post: str = ""
    arrived: dt.time | None = None
    departed: dt.time | None = None


class Recess(Struct, frozen=True):
    """A break of a sitting (休憩): when it was adjourned and when it went on, None where the minutes do not say it."""

    start: dt.time | None = None
    end: dt.time | None = None


class RecordingKind(StrEnum):
    """ライブ or 録画."""

    LIVE = "live"
    RECORDING = "recording"


class RecordingScope(StrEnum):
    """What a link shows: the whole sitting, one member's part, one item."""

    MEETING = "meeting"
    MEMBER = "member"
    ITEM = "item"


class Recording(Struct, frozen=True):
    """A livestream or recording link; one row of `streams.csv`.

    ``start``/``end`` are seconds from the beginning of the recording; ``start_time``/``end_time`` a time of day instead.
    """

    date: dt.date
    body: str
    kind: RecordingKind
    scope: RecordingScope
    url: str
    event_id: EventId | None = None
    person_id: PersonId | None = None
    name: str = ""
    item: str = ""
    start: int | None = None
    end: int | None = None
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    until: dt.date | None = None
    source: str = ""


class Event(Struct, frozen=True):
    """A sitting of the council or of a committee on one day: held (it has minutes) or to come.

    ``body`` is the organisation's name (本会議, 総務委員会); ``number`` the printed number of the sitting (第1号);
    ``start_date`` is None where no input says the day: the words are published all the same;
    ``profile`` the layout the minutes were read by, empty for a sitting to come; ``withheld`` names why the minutes
    are not shown (a rule's code), then no debate exists and the page says 確認中.
    """

    id: EventId
    session_id: SessionId
    organization_id: OrganizationId
    body: str
    start_date: dt.date | None
    number: str = ""
    title: str = ""
    opened: dt.time | None = None
    closed: dt.time | None = None
    recesses: tuple[Recess, ...] = ()
    scheduled: dt.time | None = None
    profile: str = ""
    status: Status = Status.UNSTATED
    agenda: tuple[AgendaItem, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    signatures: tuple[str, ...] = ()
    live_url: str = ""
    online_url: str = ""  # members' edition only
    has_minutes: bool = False
    withheld: str = ""
    audience: Audience = Audience.PUBLIC
    source: str = ""

    @property
    def sort_key(self) -> tuple[str, str]:
        """Order sittings by day; one of an unknown day comes last."""
        return (self.start_date.isoformat() if self.start_date else "9999", self.id)


class Material(Struct, frozen=True):
    """A paper: a file under 資料/, tied to a sitting and to motions where its name or folder says so.

    ``path`` is the input file relative to the project; ``file_name`` the ASCII name of the published copy, whose hash
    and size ``sha256`` and ``size`` are; ``pages`` 0 where unknown; ``withheld`` names why it is not published (a
    rule's code): then only its place is shown, 確認中.
    """

    id: MaterialId
    session_id: SessionId
    title: str
    kind: str  # the suffix without dot: pdf, docx, xlsx, png, jpeg
    path: str
    sha256: str
    size: int
    event_id: EventId | None = None
    motion_ids: tuple[MotionId, ...] = ()
    agenda_label: str = ""
    order: int | None = None
    pages: int = 0
    withheld: str = ""
    audience: Audience = Audience.PUBLIC

    @property
    def file_name(self) -> str:
        """The published file's name, made of the id alone."""
        return f"{self.id}.{self.kind}"
