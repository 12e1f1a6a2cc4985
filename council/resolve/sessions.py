"""Sessions: every name a session goes by, tied to one id."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from council.model.events import LegislativeSession, SessionId, SessionKind, Status
from council.model.identifiers import session_id
from council.parse.drafts import DraftMeeting, Drafts, DraftSession, SessionName
from council.parse.session_names import parse_session_name


class Sessions(Struct, frozen=True):
    """The sessions, and which one a folder, a name or a day belongs to."""

    by_id: dict[SessionId, LegislativeSession]
    by_folder: dict[str, SessionId]
    status: dict[SessionId, Status]
    days: dict[SessionId, tuple[dt.date, ...]]
    _sat: dict[dt.date, list[SessionId]] = field(default_factory=dict)

    def on(self, day: dt.date) -> SessionId | None:
        """Return the session that sat on a day, else the one whose announced period holds it, if just one does."""
        if not self._sat:
            for identifier, days in self.days.items():
                for one in set(days):
                    self._sat.setdefault(one, []).append(identifier)
        sat = self._sat.get(day, ())
        if len(sat) == 1:
            return sat[0]
        holds = [identifier for identifier, session in self.by_id.items() if _holds(session, day)]
        return holds[0] if len(holds) == 1 else None

    def with_extra(self, names: Iterable[SessionName]) -> Sessions:
        """Return the sessions with those added that only a vote table or a folder names."""
        added = {name_id(name): _session(name_id(name), (name,), (), ()) for name in names}
        return replace(self, by_id=_ordered({**added, **self.by_id}))


def resolve_sessions(drafts: Drafts) -> Sessions:
    """Gather the sessions that minutes, folders and `session.yml` name, with their periods and days."""
    names: dict[SessionId, list[SessionName]] = defaultdict(list)
    days: dict[SessionId, list[dt.date]] = defaultdict(list)
    files: dict[SessionId, list[DraftSession]] = defaultdict(list)
    by_folder: dict[str, SessionId] = {}
    for file in drafts.sessions:
        name = file.name or parse_session_name(file.folder) or _year_of(file.start_date or _first_day(file))
        if name:
            by_folder[file.folder] = name_id(name)
            names[name_id(name)].append(name)
            files[name_id(name)].append(file)
            days[name_id(name)] += [sitting.date for sitting in file.sittings]
    for meeting in drafts.meetings:
        if name := session_of_meeting(meeting):
            names[name_id(name)].append(name)
            by_folder.setdefault(meeting.folder, name_id(name))
            days[name_id(name)] += [meeting.date] if meeting.date else []
    for material in drafts.materials:
        if material.folder not in by_folder and (name := parse_session_name(material.folder)):
            by_folder[material.folder] = name_id(name)
            names[name_id(name)].append(name)
    sessions = {
        identifier: _session(identifier, tuple(printed), tuple(files[identifier]), tuple(days[identifier]))
        for identifier, printed in names.items()
    }
    status = {identifier: found for identifier, of in files.items() if of and (found := of[0].status)}
    return Sessions(_ordered(sessions), by_folder, status, {key: tuple(found) for key, found in days.items()})


def session_of_meeting(meeting: DraftMeeting) -> SessionName | None:
    """Return the session named in the document, else by the folder, else the calendar year.

    A document that names its session by month alone (令和8年3月定例会) is of the numbered session its folder names,
    if year and kind agree.
    """
    printed, folder = meeting.session, parse_session_name(meeting.folder)
    if printed and folder and printed.number is None and (printed.year, printed.kind) == (folder.year, folder.kind):
        return folder
    return printed or folder or _year_of(meeting.date)


def _year_of(day: dt.date | None) -> SessionName | None:
    return SessionName(day.year) if day else None


def _first_day(file: DraftSession) -> dt.date | None:
    return min((sitting.date for sitting in file.sittings), default=None)


def name_id(name: SessionName) -> SessionId:
    """Return the id of a session by its name; where the name gives only a year, the calendar year's."""
    return session_id(name.year, name.kind, name.number, name.month)


def _session(
    identifier: SessionId, names: tuple[SessionName, ...], files: tuple[DraftSession, ...], days: tuple[dt.date, ...]
) -> LegislativeSession:
    start = next((file.start_date for file in files if file.start_date), None)
    end = next((file.end_date for file in files if file.end_date), None)
    return LegislativeSession(
        id=identifier,
        name=_display_name(names),
        classification=names[0].kind,
        start_date=start or min(days, default=None),
        end_date=end,
        source=str(files[0].location) if files else "",
    )


_KIND_WORDS = {SessionKind.REGULAR: "定例会", SessionKind.SPECIAL: "臨時会"}


def _display_name(names: tuple[SessionName, ...]) -> str:
    """Return the shortest printed name: of 令和8年第1回汐路市議会定例会会議録 and 令和8年第1回定例会 the second."""
    printed = sorted((name.printed for name in names if name.printed), key=lambda text: (len(text), text))
    return printed[0] if printed else str(names[0].year)


def _holds(session: LegislativeSession, day: dt.date) -> bool:
    return bool(session.start_date and session.end_date and session.start_date <= day <= session.end_date)


def _ordered(sessions: dict[SessionId, LegislativeSession]) -> dict[SessionId, LegislativeSession]:
    return dict(sorted(sessions.items(), key=lambda item: (item[1].start_date or dt.date.max, item[0])))
