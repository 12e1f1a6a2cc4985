"""Every text field of every draft holds a word of its own: none of a restricted draft is public, every other is shown.

Fields are found by reflection, so a field added later is looked at without anybody thinking of it.
"""

from __future__ import annotations

import collections.abc
import datetime as dt
import enum
import itertools
import types
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from council.build.composing import dictionary
from council.editions import visible
from council.location import Location
from council.model.council import CouncilFacts
from council.model.events import Audience
from council.model.handouts import PartKind
from council.opendata import data_files
from council.pages.compose import compose_pages
from council.pages.templates import environment
from council.parse import drafts as drafts_module
from council.parse.drafts import (
    DraftCorrection,
    DraftHandout,
    DraftMaterial,
    DraftMeeting,
    DraftRecording,
    Drafts,
)
from council.resolve import resolve
from council.site.templates import template_roots

FOLDER = "minutes_src/令和8年第1回定例会"
OPEN_DAY, CLOSED_DAY = dt.date(2026, 3, 3), dt.date(2026, 3, 10)

# A field's value where not any word will do: what the parser itself can give.
FIXED: dict[str, Any] = {
    "SessionName.year": 2026,
    "SessionName.number": 1,
    "SessionName.month": None,
    "DraftMeeting.withheld": "",
    "DraftMeeting.secret": False,
    "DraftMeeting.outline": None,  # made of the debate itself
    "DraftDecision.aspect": "main",
    "DraftDecision.speech": 0,
    "DraftSpeech.answers": None,
    "DraftVoteEvent.aspect": "main",
    "DraftVoteEvent.meeting": "",
    "DraftVoteEvent.withheld": 0,
    "DraftVoteEvent.table": "votes/a.csv",
    "DraftVote.name": "港　渚",  # a voter has to be the member
    "DraftVote.name_at": None,
    "DraftVote.option": "option",
    "DraftMember.name": "港　渚",
    "DraftMember.start_date": dt.date(2023, 5, 1),
    "DraftMember.end_date": None,
    "DraftMaterial.kind": "pdf",
    "DraftMaterial.withheld": "",
    "DraftMaterial.sha256": "0" * 64,
    "DraftCorrection.kind": "proof",
    "DraftCorrection.at": None,
    "DraftHandout.meeting": f"{OPEN_DAY}-honkaigi",
    "DraftHandout.part": PartKind.PAPER,
    "DraftHandout.numbers": (),  # a paper that was taken back is told by its title
    "DraftSession.folder": "令和8年第1回定例会",
    "Paragraph.origin": "body",
    "Mark.start": 0,
    "Mark.end": 13,
    "Drafts.has_roster": True,
    "Drafts.unsettled_papers": ("令和8年第1回定例会",),
}
OF_THE_DEBATE = {"DraftOutline"}
FOR_MEMBERS = {"DraftSitting.online"}
URLS = {"DraftMember.url", "DraftRecording.url", "DraftSitting.live", "DraftSitting.online"}


class Nest:
    """Makes drafts in which every text is a word of its own; ``laid`` knows which field each word is in."""

    def __init__(self) -> None:
        """Begin with no word laid."""
        self.laid: dict[str, str] = {}
        self.kinds: set[str] = set()
        self.numbers = itertools.count(1)

    def word(self, where: str, mark: str) -> str:
        """Lay a word for a field."""
        mark = RESTRICTED if where in FOR_MEMBERS else mark
        word = f"{mark}{next(self.numbers):04d}"
        self.laid[word] = where
        return f"https://v.example/{word}" if where in URLS else word

    def draft(self, kind: type, mark: str, **given: object) -> Any:
        """Return an object of a dataclass with every field filled that is not given."""
        self.kinds.add(kind.__name__)
        hints = typing.get_type_hints(kind)
        values = {
            name: given[name] if name in given else self.value(hints[name], f"{kind.__name__}.{name}", mark)
            for name in kind.__struct_fields__
        }
        return kind(**values)

    def value(self, hint: Any, where: str, mark: str) -> Any:
        """Return a filled value of a type."""
        if where in FIXED:
            return FIXED[where] if where != "DraftVote.option" else hint("yes")
        origin, inner = typing.get_origin(hint), [one for one in typing.get_args(hint) if one is not type(None)]
        if origin in (tuple, collections.abc.Sequence):
            made = [one for one in inner if one is not Ellipsis]
            return (
                (self.value(made[0], where, mark),)
                if Ellipsis in inner or origin is not tuple
                else tuple(self.value(one, where, mark) for one in made)
            )
        if origin in (types.UnionType, typing.Union):
            return self.value(inner[0], where, mark)
        if isinstance(hint, type) and issubclass(hint, Struct):
            return self.draft(typing.cast("type", hint), mark)
        return self.plain(hint, where, mark)

    def plain(self, hint: Any, where: str, mark: str) -> Any:
        """Return a value of a type that holds no other."""
        if hint is str:
            return self.word(where, mark)
        if isinstance(hint, type) and issubclass(hint, enum.Enum):
            return next(iter(hint))
        numbers = {int: 7, bool: False, dt.date: OPEN_DAY, dt.time: dt.time(10, 0)}
        return numbers[hint]


# Of one length, so that a mark over a whole text breaks up neither.
RESTRICTED, PUBLIC = "zqsecretz", "zqpublicz"


def in_file(nest: Nest, kind: type, mark: str, path: str, **given: object) -> Any:
    reader = Audience.PUBLIC if mark == PUBLIC else Audience.MEMBERS
    return nest.draft(kind, mark, path=path, audience=reader, folder="令和8年第1回定例会", **given)


def laid_drafts(nest: Nest) -> Drafts:
    """Return drafts with a public and a restricted object of each kind that an audience is said of."""
    meetings, materials, recordings, corrections = [], [], [], []
    for mark, day in ((PUBLIC, OPEN_DAY), (RESTRICTED, CLOSED_DAY)):
        body = "本会議" if mark == PUBLIC else nest.word("DraftMeeting.body", mark)
        path = f"{FOLDER}/{nest.word('DraftMeeting.path', mark)}.docx"
        meetings.append(in_file(nest, DraftMeeting, mark, path, body=body, date=day))
        paper = f"{FOLDER}/資料/{nest.word('DraftMaterial.path', mark)}.pdf"
        materials.append(in_file(nest, DraftMaterial, mark, paper, day=day))
        recordings.append(nest.draft(DraftRecording, mark, date=day, body=body))
        corrections += [nest.draft(DraftCorrection, mark, target=target) for target in (path, paper)]
    handouts = tuple(
        nest.draft(DraftHandout, mark, edition=Audience.PUBLIC if mark == PUBLIC else Audience.MEMBERS)
        for mark in (PUBLIC, RESTRICTED)
    )
    rest = {
        name: nest.value(typing.get_type_hints(Drafts)[name], f"Drafts.{name}", PUBLIC)
        for name in Drafts.__struct_fields__
        if name not in {"meetings", "materials", "recordings", "corrections", "handouts"}
    }
    return Drafts(
        meetings=tuple(meetings),
        materials=tuple(materials),
        recordings=tuple(recordings),
        corrections=tuple(corrections),
        handouts=handouts,
        **rest,
    )


# Public words that no page and no data file needs to show, each with its reason.
NOT_SHOWN = {
    "DraftDecision.title": "a decision that names bills is shown under theirs",
    "DraftMeeting.evidence": "why the layout was chosen is for findings",
    "DraftMeeting.title": "the page has a title of its own; the printed one stands among the words before the debate",
    "DraftCell.name": "whose cell was not read is told by the person's name",
    "DraftCell.raw": "a cell that was not read is not published",
    "DraftVoteEvent.cells": "where the cells of a row stand is for findings",
    "DraftVoteEvent.titles": "what may be the title of a row whose cells have moved is compared only",
    "DraftHandout.path": "which paper it was; papers are shown by their titles",
    "DraftHandout.item": "which item it was; items are shown as the agenda has them",
    "DraftHandout.sha256": "compared only",
    "DraftHandout.prints": "compared only",
    "DraftDecision.extent": "the chair's words (起立多数) are held against the votes; the speech that says them is shown",
    "DraftDecision.mover": "whose motion it is; what has a proposer of its own shows that one",
    "DraftDecision.opponents": "the speech that names them is shown",
    "DraftSynonyms.words": "they widen what is searched; no page lists them",
    "DraftMember.photo": "no page shows pictures of members yet",
    "Location.heading": "leads a clerk to the place in Word",
    "Location.words": "leads a clerk to the place in Word",
}


def written(drafts: Drafts, edition: Audience) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every page and file of an edition."""
    council = resolve(visible(drafts, edition), CouncilFacts("港市議会"), edition).value
    templates = environment(template_roots(Path(__file__).parent))
    for page in compose_pages(council, templates, dictionary("ja")):
        yield page.uri, repr(page)
    for file in data_files(council):
        yield file.uri, b"".join(file.parts).decode("utf-8-sig")


@pytest.fixture(scope="module")
def laid() -> tuple[Nest, Drafts]:
    nest = Nest()
    return nest, laid_drafts(nest)


@pytest.fixture(scope="module")
def public(laid: tuple[Nest, Drafts]) -> dict[str, str]:
    return dict(written(laid[1], Audience.PUBLIC))


def test_every_kind_of_draft_is_laid(laid: tuple[Nest, Drafts]) -> None:
    kinds = {
        name for name, kind in vars(drafts_module).items() if name.startswith("Draft") and issubclass(kind, Struct)
    }
    assert kinds == {kind for kind in laid[0].kinds if kind.startswith("Draft")} | {"Drafts", *OF_THE_DEBATE}


def test_no_restricted_word_is_public(laid: tuple[Nest, Drafts], public: dict[str, str]) -> None:
    told = {
        (laid[0].laid[word], name)
        for name, text in public.items()
        for word in laid[0].laid
        if word.startswith(RESTRICTED) and word in text.casefold()
    }
    assert told == set()
    assert not any(RESTRICTED in name or CLOSED_DAY.isoformat() in name for name in public)
    assert not any(CLOSED_DAY.isoformat() in text for text in public.values())


def test_every_public_word_is_shown_or_has_its_reason(laid: tuple[Nest, Drafts], public: dict[str, str]) -> None:
    everything = "".join((*public, *public.values())).casefold()
    hidden = {where for word, where in laid[0].laid.items() if word.startswith(PUBLIC) and word not in everything}
    shown = {where for word, where in laid[0].laid.items() if word.startswith(PUBLIC) and word in everything}
    assert hidden - shown == set(NOT_SHOWN)


def test_the_members_edition_shows_the_restricted_objects(laid: tuple[Nest, Drafts]) -> None:
    everything = "".join(text for _, text in written(laid[1], Audience.MEMBERS)).casefold()
    shown = {where for word, where in laid[0].laid.items() if word.startswith(RESTRICTED) and word in everything}
    wanted = {"DraftMeeting.body", "DraftMeeting.path", "DraftSpeech.name", "Paragraph.text", "DraftMaterial.title"}
    assert wanted | {"DraftRecording.url", "DraftSitting.online", "DraftCorrection.reason"} <= shown


def test_locations_are_filled_too() -> None:
    nest = Nest()
    nest.draft(Location, PUBLIC)
    assert {"Location.path", "Location.heading", "Location.words", "Location.sheet"} == set(nest.laid.values())
