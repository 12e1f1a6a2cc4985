"""Pages are made fast enough for an archive: measured in processor time, with room for a slow machine."""

from __future__ import annotations

import dataclasses
import time

from pages_council import CHAIR, HANAKO, KEN, MINUTES, MISAKI, SESSION, small_council
from pages_site import TEMPLATES

from council.glossary.interface import Words
from council.model.debate import Debate, Speech, SpeechId, SpeechType
from council.model.votes import VoteEventId
from council.pages import meeting, member
from council.pages.record import make_record
from council.pages.sheet import Studio
from council.pages.templates import environment, in_language
from council.pages.traces import gather
from council.text.blocks import Paragraph


def studio_of(council):
    words = Words("ja")
    return Studio(make_record(council), words, in_language(environment([TEMPLATES]), words))


def seconds(work):
    work()
    start = time.process_time()
    work()
    return time.process_time() - start


def long_debate():
    text = "　" + "ただいまの御質問にお答えいたします。" * 12
    speeches = tuple(
        Speech(
            SpeechId(f"s-{number:08}"),
            number,
            SpeechType.ANSWER,
            (Paragraph(number, text),),
            "◎市長（浜田　宏君）",
            "市長",
            "浜田　宏",
        )
        for number in range(400)
    )
    assert sum(len(speech.text) for speech in speeches) > 80_000
    return Debate(MINUTES, (), speeches)


def test_a_sitting_of_80_000_characters_takes_well_under_100_ms():
    council = small_council()
    studio, debate = studio_of(council), long_debate()
    assert seconds(lambda: meeting.compose_meeting(studio, council.events[MINUTES], debate, None, None)) < 0.05


def test_a_member_among_50_000_votes_is_made_without_searching_them():
    council = small_council()
    (model,) = (one for one in council.vote_events.values() if one.id == f"{SESSION}-gian-3-main")
    many = {
        VoteEventId(f"{model.id}-{number}"): dataclasses.replace(
            model, id=VoteEventId(f"{model.id}-{number}"), order=number
        )
        for number in range(12_500)
    }
    studio = studio_of(dataclasses.replace(council, vote_events=many))
    assert len(studio.record.votes_cast[KEN]) == 12_500
    traces = gather(())
    for person in (CHAIR, HANAKO, KEN):
        member.compose_member(studio, council.people[person], traces, None, None)
    assert seconds(lambda: member.compose_member(studio, council.people[MISAKI], traces, None, None)) < 1.5
