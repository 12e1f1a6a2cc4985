"""What several sources tell of one decision, bill or session, held against one another."""

from __future__ import annotations

import pytest
from drafts import bill, decision, member, resolved, row, sitting
from msgspec.structs import replace

from council.checks import check_record
from council.glossary.extents import extent_words
from council.location import Location
from council.model.debate import SpeechType
from council.model.events import AttendanceKind, AttendanceStatus, SessionKind
from council.model.votes import Option, Requirement, Role
from council.parse.drafts import DraftAgendaItem, DraftAttendance, DraftSpeech, DraftVote, SessionName
from council.parse.stances import Stances
from council.text.blocks import Paragraph

ROSTER = (
    member("髙橋 一郎", "たかはし いちろう", role="議長", seat="1"),
    member("鈴木 花子", "すずき はなこ", role="副議長", seat="2"),
    member("佐藤 健", "さとう けん", seat="3"),
    member("田中 実", "たなか みのる", seat="4"),
)
VOTES = {"髙橋一郎": "議", "鈴木花子": "×", "佐藤健": "○", "田中実": "○"}
ALL_FOR = {**VOTES, "鈴木花子": "○"}
SEPTEMBER = SessionName(2025, SessionKind.REGULAR, 3, printed="令和7年第3回定例会")


def found(outcome, seats=None) -> list[str]:
    council = outcome.value
    council = replace(council, facts=replace(council.facts, seats=seats))
    checked = [one.rule.code for one in check_record(council)]
    return [*(one.rule.code for one in outcome.findings if one.rule.code == "V311"), *checked]


def decided(votes=VOTES, number="議案第1号", table=(), result="可決", **more):
    """Return a record of one decision that the minutes declare and a table holds."""
    minutes = sitting("2025-12-19", decisions=(decision(number, result=result, **more),))
    return resolved(members=ROSTER, meetings=(minutes,), vote_events=(row(number, votes, **dict(table)),))


@pytest.mark.parametrize(
    ("words", "votes", "codes"),
    [
        ("起立全員", ALL_FOR, []),
        ("起立全員", VOTES, ["V310"]),
        ("起立多数", VOTES, []),
        ("起立多数", ALL_FOR, ["V310"]),
        ("起立少数", VOTES, ["V310"]),
    ],
)
def test_words_such_as_all_standing_must_fit_the_votes(words, votes, codes):
    assert found(decided(votes, extent=words)) == codes


def test_the_words_of_a_table_are_held_against_its_own_cells():
    told = row("議案第1号", VOTES, method="挙手全員", result="可決")
    assert found(resolved(members=ROSTER, vote_events=(told,))) == ["V310"]


def test_figures_in_the_table_other_than_in_the_minutes_are_found_at_their_cell():
    place = Location("votes/令和7年第4回定例会.csv", 2, 12)
    table = {"counts": ((Option.YES, 3), (Option.NO, 1)), "cells": (("yes", place),)}
    outcome = decided(declared_yes=2, declared_no=1, table=table)
    assert found(outcome) == ["V311"]
    assert [one.location for one in outcome.findings if one.rule.code == "V311"] == [place]


@pytest.mark.parametrize(
    ("number", "result", "more", "codes"),
    [
        ("議案第1号", "可決", {"extent": "起立少数"}, ["V313"]),
        ("議案第1号", "否決", {"extent": "起立多数"}, ["V313"]),
        ("議案第1号", "否決", {"extent": "起立少数"}, []),
        ("請願第1号", "採択", {"extent": "起立少数"}, []),
        ("議案第1号", "可決", {"extent": "起立少数", "aspect": "report"}, []),
        ("議案第1号", "可決", {"declared_yes": 2, "declared_no": 5}, ["V313"]),
        ("議案第1号", "可決", {"declared_yes": 5, "declared_no": 5}, []),
        ("議案第1号", "可決", {"declared_yes": 5, "declared_no": 4, "requirement": Requirement.TWO_THIRDS}, ["V313"]),
        ("議案第1号", "可決", {"declared_yes": 5}, []),
    ],
)
def test_a_result_without_names_must_fit_what_the_chair_declared(number, result, more, codes):
    minutes = sitting("2025-12-19", decisions=(decision(number, result=result, **more),))
    assert found(resolved(members=ROSTER, meetings=(minutes,))) == codes


def test_more_voters_than_seats_are_found():
    assert found(decided(), seats=4) == []
    assert found(decided(), seats=3) == ["V309"]


def test_without_a_roster_the_attendance_list_tells_how_many_votes_there_must_be():
    def listed(*names):
        lines = tuple(
            DraftAttendance(name, AttendanceKind.MEMBER, AttendanceStatus.PRESENT, Location("a.docx", paragraph=place))
            for place, name in enumerate(names, start=2)
        )
        minutes = sitting("2025-12-19", decisions=(decision("議案第1号"),))
        return resolved(meetings=(replace(minutes, attendance=lines),), vote_events=(row("議案第1号", VOTES),))

    assert "V309" not in found(listed(*VOTES))
    assert "V309" in found(listed(*VOTES, "伊藤次郎"))


def test_fewer_than_half_in_the_chamber_for_a_vote_is_no_quorum_unless_somebody_is_excused():
    away = {"髙橋一郎": "議", "鈴木花子": "欠", "佐藤健": "欠", "田中実": "欠"}
    told = row("議案第1号", away)
    assert "M502" in found(resolved(members=ROSTER, vote_events=(told,)), seats=4)
    assert "M502" not in found(resolved(members=ROSTER, vote_events=(told,)), seats=2)
    excused = tuple(replace(vote, option=Option.EXCUSED, raw="除") if vote.raw == "欠" else vote for vote in told.votes)
    kept = resolved(members=ROSTER, vote_events=(replace(told, votes=excused),))
    assert "M502" not in found(kept, seats=4)


def presiding(event, name):
    def vote(one: DraftVote) -> DraftVote:
        taken = one.name == name
        return replace(one, option=Option.NOT_VOTING, role=Role.VICE_CHAIR, raw="副") if taken else one

    return replace(event, votes=tuple(vote(one) for one in event.votes))


def test_somebody_else_presiding_as_vice_chair_than_the_roster_says_is_found():
    away = row("議案第1号", {**VOTES, "髙橋一郎": "欠"})
    assert "V314" not in found(resolved(members=ROSTER, vote_events=(presiding(away, "鈴木花子"),)))
    assert "V314" in found(resolved(members=ROSTER, vote_events=(presiding(away, "佐藤健"),)))


def test_a_decision_nobody_presided_over_is_found_where_the_rest_of_the_table_marks_the_chair():
    rows = [row(f"議案第{number}号", VOTES, line=number + 1) for number in (1, 2)]
    bare = row("議案第3号", {**VOTES, "髙橋一郎": "欠"}, line=4)
    assert found(resolved(members=ROSTER, vote_events=(*rows, bare))) == ["V315"]
    assert found(resolved(members=ROSTER, vote_events=(bare,))) == []


def agenda(*numbers):
    return tuple(
        DraftAgendaItem(str(place), f"{number}　条例", Location("a.docx", paragraph=place), bills=(bill(number),))
        for place, number in enumerate(numbers, start=3)
    )


def test_a_bill_of_an_agenda_without_a_result_is_found_once_another_session_has_sat():
    first = sitting(
        "2025-09-19",
        session=SEPTEMBER,
        agenda=agenda("議案第1号", "議案第2号", "報告第1号", "陳情第1号"),
        decisions=(decision("議案第1号"),),
        path="minutes_src/令和7年第3回定例会/第1号.docx",
    )
    later = sitting("2025-12-19", agenda=agenda("議案第5号"))
    assert "V321" not in found(resolved(members=ROSTER, meetings=(first,)))
    outcome = resolved(members=ROSTER, meetings=(first, later))
    assert found(outcome) == ["V321"]
    (told,) = check_record(outcome.value)
    assert dict(told.values)["bill"] == "議案第2号"


def test_a_row_whose_bill_stands_in_no_minutes_and_on_no_agenda_is_found():
    minutes = sitting("2025-12-19", agenda=agenda("議案第51号"), decisions=(decision("議案第51号"),))
    rows = (row("議案第51号", VOTES), row("議案第15号", VOTES, line=3))
    assert found(resolved(members=ROSTER, meetings=(minutes,), vote_events=rows)) == ["V322"]
    without = sitting("2025-12-19", decisions=(decision("議案第51号"),))
    assert found(resolved(members=ROSTER, meetings=(without,), vote_events=rows)) == []


def test_a_gap_in_the_numbers_of_a_session_is_a_note_that_names_the_missing_ones():
    rows = tuple(row(f"議案第{number}号", VOTES, line=number) for number in (31, 32, 33, 36))
    outcome = resolved(members=ROSTER, vote_events=rows)
    (told,) = check_record(outcome.value)
    assert told.rule.code == "V323"
    assert "34、35" in told.message("ja")
    assert found(resolved(members=ROSTER, vote_events=rows[:3])) == []


def debate(*turns: str, heading: str = "日程第1　議案第1号　補正予算") -> tuple[DraftSpeech, ...]:
    """Return speeches from lines ``role|name|words`` under one heading."""

    def speech(number: int, kind: SpeechType, role: str, name: str, words: str, **more: object) -> DraftSpeech:
        at = Location("minutes_src/令和7年第4回定例会/第1号.docx", paragraph=number)
        label = f"○{role}（{name}君）" if role else ""
        blocks = (Paragraph(number, words),)
        return DraftSpeech(kind, blocks, at, attribution=label, role=role, name=name, **more)  # type: ignore[arg-type]

    first = speech(10, SpeechType.HEADING, "", "", heading, level=1, bills=(bill("議案第1号"),))
    spoken = (speech(number, SpeechType.SPEECH, *turn.split("|")) for number, turn in enumerate(turns, start=11))
    return (first, *spoken)


OPEN = "議長|髙橋一郎|これより討論に入ります。"


@pytest.mark.parametrize(
    ("turns", "sides"),
    [
        ((OPEN, "2番|鈴木花子|反対の立場で討論いたします。"), [("鈴木花子", "no")]),
        ((OPEN, "2番|鈴木花子|議案第1号に賛成の立場から意見を申し上げます。"), [("鈴木花子", "yes")]),
        (
            (OPEN, "議長|髙橋一郎|まず、反対者の発言を許します。", "2番|鈴木花子|理由を三つ述べます。"),
            [("鈴木花子", "no")],
        ),
        ((OPEN, "2番|鈴木花子|反対の御意見を伺いました。"), []),
        ((OPEN, "2番|鈴木花子|賛成の立場から、柱の話がありました。"), []),
        ((OPEN, "2番|鈴木花子|修正案に反対の立場で討論いたします。"), []),
        ((OPEN, "2番|鈴木花子|委員長報告に反対の立場で討論いたします。"), []),
        ((OPEN, "2番|鈴木花子|議案第1号に反対、議案第2号に賛成の立場で討論します。"), []),
        ((OPEN, "議長|髙橋一郎|反対討論を許します。", "2番|鈴木花子|賛成の立場で討論します。"), []),
        (("2番|鈴木花子|反対の立場で討論いたします。",), []),
        ((OPEN, "議長|髙橋一郎|討論を終結します。", "2番|鈴木花子|反対の立場で討論いたします。"), []),
    ],
)
def test_a_side_is_taken_only_from_plain_words_on_the_bill_itself(turns, sides):
    stances = Stances()
    for speech in debate(*turns):
        stances.hear(speech, speech.blocks[0].text)
    assert [(one.name, one.side.value) for one in stances.found] == sides


def test_a_member_who_spoke_against_and_has_a_yes_is_found_in_the_table():
    told = debate(OPEN, "2番|鈴木花子|議案第1号に反対の立場で討論いたします。")
    minutes = replace(sitting("2025-12-19", decisions=(decision("議案第1号"),)), debate=told)
    swapped = {**VOTES, "鈴木花子": "○", "佐藤健": "×"}

    def checked(votes, *more):
        events = (row("議案第1号", votes, result="可決"), *more)
        return check_record(resolved(members=ROSTER, meetings=(minutes,), vote_events=events).value)

    assert checked(VOTES) == ()
    amended = row("議案第1号", VOTES, line=3, aspect="amend", withheld=1)
    assert "V312" not in [found.rule.code for found in checked(swapped, amended)]
    (one,) = checked(swapped)
    assert one.rule.code == "V312"
    assert str(one.location) == "votes/令和7年第4回定例会.csv:2:6"
    assert "¶12" in one.message("ja")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("起立多数であります。", "起立多数"),
        ("挙手　全員です。", "挙手全員"),
        ("賛成者少数。", "賛成者少数"),
        ("満場一致で可決しました。", "満場一致"),
        ("Carried unanimously", "unanimously"),
        ("起立を求めます。", ""),
        ("賛成多数、いや、起立全員であります。", ""),
    ],
)
def test_words_that_tell_how_many_were_in_favour_are_kept_as_they_were_said(text, words):
    assert extent_words(text) == words
