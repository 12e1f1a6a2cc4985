"""The only place where visibility is decided: what one audience may see of the drafts.

The public record is resolved from drafts that never held anything restricted, so that nothing derived from it (an
id, a title, a period, a joined name) can carry a trace.
"""

from __future__ import annotations

import datetime as dt
import unicodedata

from msgspec.structs import replace

from council.model.events import Audience
from council.model.identifiers import PLENARY
from council.parse.drafts import DraftRecording, Drafts, DraftSession
from council.parse.places import restricts


def visible(drafts: Drafts, edition: Audience) -> Drafts:
    """Return the drafts an audience may see; the members' edition sees everything.

    For the public: no restricted minutes, no restricted material, no address of an online meeting room, no link to a
    sitting that only restricted minutes tell of, no correction of a restricted file, no packet handed out to members.
    """
    if edition is Audience.MEMBERS:
        return drafts
    restricted = {meeting.path for meeting in drafts.meetings if meeting.audience is not Audience.PUBLIC}
    restricted |= {material.path for material in drafts.materials if material.audience is not Audience.PUBLIC}
    return replace(
        drafts,
        meetings=tuple(meeting for meeting in drafts.meetings if meeting.audience is Audience.PUBLIC),
        materials=tuple(material for material in drafts.materials if material.audience is Audience.PUBLIC),
        recordings=_public_recordings(drafts),
        sessions=tuple(_public_session(session) for session in drafts.sessions),
        handouts=tuple(
            one for one in drafts.handouts if one.edition is Audience.PUBLIC and not _marked(one.location.path)
        ),
        corrections=tuple(
            one for one in drafts.corrections if one.target not in restricted and not _marked(one.target)
        ),
    )


def _public_recordings(drafts: Drafts) -> tuple[DraftRecording, ...]:
    """Leave out links to a sitting that only restricted minutes tell of."""
    restricted = {_sitting(one.date, one.body) for one in drafts.meetings if one.audience is not Audience.PUBLIC}
    known = {_sitting(one.date, one.body) for one in drafts.meetings if one.audience is Audience.PUBLIC}
    known |= {_sitting(sitting.date, sitting.body) for session in drafts.sessions for sitting in session.sittings}
    return tuple(one for one in drafts.recordings if _sitting(one.date, one.body) not in restricted - known)


def _sitting(day: dt.date | None, body: str) -> tuple[dt.date | None, str]:
    """Return a sitting as it is compared, however its body is spelt."""
    return day, "".join(unicodedata.normalize("NFKC", body or PLENARY).split()).replace("常任", "")


def _public_session(session: DraftSession) -> DraftSession:
    return replace(session, sittings=tuple(replace(sitting, online="") for sitting in session.sittings))


def _marked(path: str) -> bool:
    """Say whether a path lies in a members' folder, though no such file was read."""
    return any(restricts(part) for part in path.split("/")[:-1])
