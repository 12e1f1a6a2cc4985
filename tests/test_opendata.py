from __future__ import annotations

import csv
import io
import json

from drafts import day, decision, member, resolved, row, sitting

from council.figures import agreement, attendance_figures, cohesion, contested_by_group
from council.model.identifiers import group_id
from council.opendata import TABLES, data_files, plan_extracts, vote_lines
from council.pages.record import make_record

ROSTER = (
    member("髙橋 一郎", "たかはし いちろう", role="議長", seat="1", group="うしお", start_date=day("2023-05-01")),
    member("鈴木 花子", "すずき はなこ", seat="2", group="みなと"),
    member("佐藤 健", "さとう けん", seat="3", group="みなと"),
)
CONTRACT_COLUMNS = {
    "sessions": "id, name, kind, start_date, end_date",
    "meetings": "id, session_id, date, body, number, opened, closed, profile, status, url",
    "members": "person_id, name, kana, seat, group, role, start_date, end_date, url",
    "memberships": "person_id, organization, classification, role, start_date, end_date",
    "attendance": "meeting_id, person_id, name, seat, status",
    "bills": "id, session_id, number, kind, title, proposer, referred_to, result, date, url",
    "vote_events": "id, bill_id, meeting_id, date, method, result, requirement, recorded, yes, no, abstain, absent, "
    "not_voting, excused, other, chair, withheld, declared_yes, declared_no, speech_id",
    "votes": "vote_event_id, date, session_id, meeting_id, bill_id, bill_number, title, method, result, person_id, "
    "member, group, option, role, raw, source",
    "agreement": "person_id, other_id, shared, agreed, from, to",
    "materials": "id, meeting_id, bill_id, title, kind, pages, sha256, url",
}


def sample():
    return resolved(
        members=ROSTER,
        meetings=(
            sitting(
                "2025-12-19",
                present=("髙橋一郎", "鈴木花子", "佐藤健"),
                speakers=(("議長", "髙橋一郎", "開議します。"),),
                decisions=(
                    decision("議案第1号", declared_yes=1, declared_no=1),
                    decision("議案第2号", method="簡易採決"),
                ),
            ),
        ),
        vote_events=(row("議案第1号", {"髙橋一郎": "議", "鈴木花子": "×", "佐藤健": "○"}, title="条例"),),
    ).value


def files():
    return {file.uri: b"".join(file.parts) for file in data_files(sample())}


def rows(name):
    return list(csv.DictReader(io.StringIO(files()[f"data/{name}.csv"].decode("utf-8-sig"), newline="")))


def test_every_file_has_the_contracts_columns_in_order():
    written = {table.name: ", ".join(column.name for column in table.columns) for table in TABLES}
    assert {name: written[name] for name in CONTRACT_COLUMNS} == CONTRACT_COLUMNS


def test_csv_is_what_excel_opens_and_json_says_the_same():
    content = files()["data/votes.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == 4
    as_json = json.loads(files()["data/votes.json"])
    assert [{key: value or "" for key, value in one.items()} for one in as_json] == rows("votes")


def test_a_vote_row_tells_option_and_role_as_two_facts_and_its_source():
    assert [(one["person_id"], one["option"], one["role"], one["raw"]) for one in rows("votes")] == [
        ("takahashi-ichiro", "not voting", "chair", "議"),
        ("suzuki-hanako", "no", "member", "×"),
        ("sato-ken", "yes", "member", "○"),
    ]
    assert rows("votes")[1]["source"] == "votes/令和7年第4回定例会.csv:2:6"


def test_counts_are_empty_not_zero_where_nothing_was_recorded():
    recorded, simple = rows("vote_events")
    eight = ("yes", "no", "abstain", "absent", "not_voting", "excused", "other", "chair")
    assert sum(int(recorded[name]) for name in eight) == 3
    assert {simple[name] for name in (*eight, "withheld")} == {""}
    assert json.loads(files()["data/vote_events.json"])[1]["yes"] is None


def test_a_speech_line_holds_the_words_as_printed():
    (line,) = files()["data/speeches.jsonl"].decode().splitlines()
    speech = json.loads(line)
    assert (speech["attribution"], speech["name"], speech["text"]) == (
        "○議長（髙橋一郎君）",
        "髙橋一郎",
        "開議します。",
    )
    assert speech["url"] == f"meetings/2025-12-19-honkaigi.html#{speech['id']}"


def test_files_are_the_same_bytes_each_time():
    assert files() == files()


def test_agreement_counts_only_contested_decisions_on_which_both_said_yes_or_no():
    (one, other) = agreement(sample())
    assert (one.person_id, one.other_id, one.shared, one.agreed) == ("sato-ken", "suzuki-hanako", 1, 0)
    assert (other.person_id, other.shared) == ("suzuki-hanako", 1)


def test_attendance_tells_its_denominator():
    figure = attendance_figures(sample())["suzuki-hanako"]
    assert (figure.attended, figure.held, figure.left_out) == (1, 1, 0)


def test_a_group_that_split_is_not_united():
    figure = cohesion(group_id("みなと"), contested_by_group(sample())[group_id("みなと")])
    assert (figure.united, figure.decisions) == (0, 1)


def test_the_calendar_and_the_feed_name_the_sitting():
    assert b"UID:2025-12-19-honkaigi@council" in files()["calendar.ics"]
    assert "meetings/2025-12-19-honkaigi.html" in files()["feed.xml"].decode()


def extracts():
    record = make_record(sample())
    planned = plan_extracts(record.council, record.votes_cast, record.decisions_by_motion, record.decisions_by_session)
    return {file.uri: file.content.decode("utf-8-sig") for one in planned for file in one.make()[0]}


def test_members_bills_and_sessions_have_their_own_rows_of_the_votes():
    heading, *lines = files()["data/votes.csv"].decode("utf-8-sig").splitlines()
    found = extracts()
    assert found.keys() == {
        "data/members/takahashi-ichiro.csv", "data/members/suzuki-hanako.csv", "data/members/sato-ken.csv",
        "data/bills/2025-4-teirei-gian-1.csv", "data/sessions/2025-4-teirei.csv",
    }  # fmt: skip
    assert {text.splitlines()[0] for text in found.values()} == {heading}
    for folder in ("members", "bills", "sessions"):
        rows = [
            line for uri, text in found.items() if uri.startswith(f"data/{folder}/") for line in text.splitlines()[1:]
        ]
        assert sorted(rows) == sorted(lines), folder


def test_the_package_names_the_files_of_a_part():
    package = json.loads(files()["data/datapackage.json"])
    assert {one["of"] for one in package["extracts"]} == {"votes"}
    assert [one["path"] for one in package["extracts"]] == [
        "members/{person_id}.csv",
        "bills/{bill_id}.csv",
        "sessions/{session_id}.csv",
    ]


def test_extracts_hold_the_very_lines_of_the_whole_table_commas_and_quotes_within():
    record = make_record(
        resolved(
            members=ROSTER,
            vote_events=(
                row("議案第1号", {"髙橋一郎": "議", "鈴木花子": "×", "佐藤健": "○"}, title='条例, "改正"\n附則'),
                row("議案第2号", {"鈴木花子": "○", "佐藤健": "○"}, title="予算"),
            ),
        ).value
    )
    whole = next(one for one in data_files(record.council) if one.uri == "data/votes.csv")
    head, *told = csv_lines(b"".join(whole.parts))
    planned = plan_extracts(record.council, record.votes_cast, record.decisions_by_motion, record.decisions_by_session)
    made = {file.uri: csv_lines(file.content) for one in planned for file in one.make()[0]}
    assert {lines[0] for lines in made.values()} == {head}
    of_members = [line for uri, lines in made.items() if uri.startswith("data/members/") for line in lines[1:]]
    assert sorted(of_members) == sorted(told)


def csv_lines(content):
    return [line for line in content.split(b"\r\n") if line]


def test_a_place_with_a_comma_in_its_name_is_quoted_in_an_extract_and_none_is_nothing():
    assert list(vote_lines.sources(["votes/a,b.csv:2:3", ""])) == ['"votes/a,b.csv:2:3"', ""]
    assert list(vote_lines.sources(["votes/a.csv:2:3", ""])) == ["votes/a.csv:2:3", ""]
