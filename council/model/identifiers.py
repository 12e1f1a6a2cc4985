"""The ids that make addresses (contract §4): built from the thing itself, so that other input never changes them."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata

from council.model.bill_numbers import BillNumber
from council.model.debate import SpeechId
from council.model.events import EventId, MaterialId, MotionId, SessionId, SessionKind
from council.model.people import OrganizationId, PersonId
from council.text.kana import romanise
from council.text.latin_names import is_latin, slug, without_titles

PLENARY = "本会議"

# Published: the addresses of committees. 常任 is left out of a name before it is looked up.
BODIES: dict[str, str] = {
    "本会議": "honkaigi",
    "council": "council",
    "議会運営委員会": "giun",
    "総務委員会": "soumu",
    "総務企画委員会": "soumu-kikaku",
    "総務文教委員会": "soumu-bunkyou",
    "企画総務委員会": "kikaku-soumu",
    "総務財政委員会": "soumu-zaisei",
    "文教委員会": "bunkyou",
    "文教厚生委員会": "bunkyou-kousei",
    "文教福祉委員会": "bunkyou-fukushi",
    "教育民生委員会": "kyouiku-minsei",
    "厚生委員会": "kousei",
    "民生委員会": "minsei",
    "福祉委員会": "fukushi",
    "教育福祉委員会": "kyouiku-fukushi",
    "市民福祉委員会": "shimin-fukushi",
    "健康福祉委員会": "kenkou-fukushi",
    "環境委員会": "kankyou",
    "建設委員会": "kensetsu",
    "建設産業委員会": "kensetsu-sangyou",
    "産業建設委員会": "sangyou-kensetsu",
    "経済建設委員会": "keizai-kensetsu",
    "都市建設委員会": "toshi-kensetsu",
    "経済委員会": "keizai",
    "産業委員会": "sangyou",
    "予算決算委員会": "yosan-kessan",
    "予算委員会": "yosan",
    "決算委員会": "kessan",
    "予算特別委員会": "yosan-tokubetsu",
    "決算特別委員会": "kessan-tokubetsu",
    "広報委員会": "kouhou",
    "議会改革特別委員会": "gikai-kaikaku",
    "全員協議会": "zenkyou",
}

_KIND_SLUGS = {SessionKind.REGULAR: "teirei", SessionKind.SPECIAL: "rinji"}


def short_hash(text: str) -> str:
    """Return 8 hexadecimal digits of the SHA-256 of the text in NFC."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:8]


def session_id(
    year: int,
    kind: SessionKind = SessionKind.REGULAR,
    number: int | None = None,
    month: int | None = None,
    *,
    named: bool = True,
) -> SessionId:
    """Return ``2025-4-teirei``, ``2025-m12-teirei`` without a number, ``2025`` for a calendar year."""
    if not named or (number is None and month is None):
        return SessionId(str(year))
    return SessionId(f"{year}-{number if number is not None else f'm{month}'}-{_KIND_SLUGS[kind]}")


def event_id(day: dt.date, body: str, repetition: int = 1) -> EventId:
    """Return ``2025-12-02-honkaigi``; the second sitting of a body on one day gets ``-2``."""
    name = BODIES.get(body.replace("常任", "")) or f"c-{short_hash(body)}"
    return EventId(f"{day.isoformat()}-{name}" + (f"-{repetition}" if repetition > 1 else ""))


def undated_event_id(path: str) -> EventId:
    """Return the id of a sitting whose day no input says: ``undated-`` + 8 hex of the file's path."""
    return EventId(f"undated-{short_hash(path)}")


def motion_id(first_part: str, number: BillNumber | None, title: str) -> MotionId:
    """Return ``2025-4-teirei-gian-32``; without a number ``…-x-`` + 8 hex of the title.

    ``first_part`` is the session's id, or the sitting's where numbers restart at each sitting.
    """
    return MotionId(f"{first_part}-{number.slug}" if number else f"{first_part}-x-{short_hash(title)}")


# Published: the kinds of English minutes whose numbers may begin anew at each sitting.
_OF_A_SITTING = frozenset({"item", "motion"})


def counts_by_sitting(number: BillNumber) -> bool:
    """Say whether a number of this kind may restart at each sitting (item, motion)."""
    return number.kind in _OF_A_SITTING


def group_id(name: str) -> OrganizationId:
    """Return the id of a parliamentary group, ``g-`` + 8 hex of its name."""
    return OrganizationId(f"g-{short_hash(name)}")


def committee_id(name: str) -> OrganizationId:
    """Return the id of a committee, the word its sittings' addresses end in."""
    return OrganizationId(BODIES.get(name.replace("常任", "")) or f"c-{short_hash(name)}")


def material_id(path: str) -> MaterialId:
    """Return ``m-`` + 8 hex of the input file's path."""
    return MaterialId(f"m-{short_hash(path)}")


def speech_id(attribution: str, text: str, repetition: int = 1) -> SpeechId:
    """Return ``s-`` + 8 hex of attribution and first thirty characters, ``-2`` on repetition in a sitting."""
    return SpeechId(f"s-{short_hash(attribution + text[:30])}" + (f"-{repetition}" if repetition > 1 else ""))


def person_id(name: str, declared: str = "", kana: str = "") -> PersonId:
    """Return 議員ID; else Hepburn of the reading; a Latin name's slug; else ``p-`` + 8 hex of the name.

    A 議員ID that is no address as it stands (spaces, kanji) is hashed like a name.
    """
    if declared:
        fit = re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}", declared)
        return PersonId(declared if fit else f"p-{short_hash(declared)}")
    if romanised := romanise(kana):
        return PersonId(romanised)
    if is_latin(name) and (plain := slug(without_titles(name))):
        return PersonId(plain)
    return PersonId("p-" + short_hash("".join(name.split())))
