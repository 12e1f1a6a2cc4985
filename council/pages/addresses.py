"""Addresses of pages and files below the site's root (contract §4): made of ids alone, so that they never change."""

from __future__ import annotations

from council.model.debate import SpeechId
from council.model.events import EventId, Material, MaterialId, MotionId, SessionId
from council.model.people import OrganizationId, PersonId
from council.model.votes import VoteEventId

CORRECTIONS = "corrections.html"
SEARCH = "search.html"
COMPARE = "compare.html"
DIVIDED = "votes-divided.html"
CLOSE = "votes-close.html"


def session_uri(session_id: SessionId) -> str:
    """Return the address of a session's page."""
    return f"sessions/{session_id}.html"


def meeting_uri(event_id: EventId) -> str:
    """Return the address of a sitting's minutes."""
    return f"meetings/{event_id}.html"


def speech_uri(event_id: EventId, speech_id: SpeechId | str) -> str:
    """Return the address of one speech within a sitting's minutes."""
    return f"{meeting_uri(event_id)}#{speech_id}"


def bill_uri(motion_id: MotionId) -> str:
    """Return the address of a bill's page."""
    return f"bills/{motion_id}.html"


def vote_uri(vote_event_id: VoteEventId) -> str:
    """Return the address of a decision's page."""
    return f"votes/{vote_event_id}.html"


def member_uri(person_id: PersonId) -> str:
    """Return the address of a member's page."""
    return f"members/{person_id}.html"


def member_votes_uri(person_id: PersonId) -> str:
    """Return the address of a member's votes as data."""
    return f"data/members/{person_id}.csv"


def bill_votes_uri(motion_id: MotionId) -> str:
    """Return the address of the votes on a bill as data."""
    return f"data/bills/{motion_id}.csv"


def session_votes_uri(session_id: SessionId) -> str:
    """Return the address of a session's votes as data."""
    return f"data/sessions/{session_id}.csv"


def compare_uri(*person_ids: PersonId) -> str:
    """Return the address of the page where members stand side by side, with these chosen."""
    return f"{COMPARE}?" + "&".join(f"m={person_id}" for person_id in person_ids)


def group_uri(organization_id: OrganizationId) -> str:
    """Return the address of a parliamentary group's page."""
    return f"groups/{organization_id}.html"


def material_uri(material: Material) -> str:
    """Return the address of a paper's published file."""
    return f"files/{material.file_name}"


def picture_uri(material_id: MaterialId, name: str) -> str:
    """Return the address of a picture that a Word file or workbook shows."""
    return f"files/{material_id}-{name}"


def material_page_uri(material_id: MaterialId) -> str:
    """Return the address of a paper's page."""
    return f"materials/{material_id}.html"


def packet_pdf_uri(event_id: EventId) -> str:
    """Return the address of a sitting's packet as one PDF."""
    return f"packets/{event_id}.pdf"


def packet_uri(event_id: EventId) -> str:
    """Return the address of a sitting's packet."""
    return f"packets/{event_id}.html"
