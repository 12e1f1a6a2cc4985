"""When a roster comes, a member's page has another address, and the old one leads there."""

from __future__ import annotations

from pathlib import Path

from independent.projects import write_project
from msgspec.structs import replace
from pages_council import CHAIR, HANAKO, KEN, LEAVER, MINUTES, small_council

from council.build import BuildOptions, build_project
from council.model.events import Attendance, AttendanceKind, AttendanceStatus
from council.model.identifiers import person_id
from council.pages.record import make_record
from council.pages.redirects import redirects


def of(council):
    return {page.uri: page for page in redirects(make_record(council))}


def test_the_address_made_of_the_name_leads_to_the_member_s_page():
    page = of(small_council())[f"members/{person_id('佐藤健')}.html"]
    assert page.redirect == f"members/{KEN}.html"
    assert page.body == (
        '<h1>佐藤 健のページは移りました</h1>\n<p>新しいページ： <a href="../members/sato-ken.html">佐藤 健</a></p>'
    )
    assert page.noindex


def test_in_english_it_says_so_in_english():
    assert of(small_council("en"))[f"members/{person_id('佐藤健')}.html"].title == "The page of 佐藤 健 has moved"


def test_every_spelling_of_lists_and_of_other_names_leads_there():
    council = small_council()
    line = Attendance("鈴木はな子", HANAKO, AttendanceKind.MEMBER, AttendanceStatus.PRESENT)
    event = replace(council.events[MINUTES], attendance=(line,))
    chair = replace(council.people[CHAIR], other_names=("高橋一郎",))
    council = replace(council, events={MINUTES: event}, people={**council.people, CHAIR: chair})
    leads = {uri: page.redirect for uri, page in of(council).items()}
    assert leads[f"members/{person_id('鈴木はな子')}.html"] == f"members/{HANAKO}.html"
    assert leads[f"members/{person_id('高橋一郎')}.html"] == f"members/{CHAIR}.html"


def test_a_member_of_no_roster_has_no_former_address():
    assert f"members/{LEAVER}.html" not in {page.redirect for page in of(small_council()).values()}


def test_an_address_that_is_taken_or_could_be_two_people_s_leads_nowhere():
    council = small_council()
    taken = person_id("佐藤健")
    people = {**council.people, taken: replace(council.people[LEAVER], id=taken, name="佐藤健")}
    assert f"members/{taken}.html" not in of(replace(council, people=people))
    namesake = replace(council.people[HANAKO], name="佐藤 健")
    assert f"members/{taken}.html" not in of(replace(council, people={**council.people, HANAKO: namesake}))


def test_every_page_without_a_roster_has_a_page_when_the_roster_came(tmp_path: Path):
    project = write_project(tmp_path / "minato", {3: "道路"}, votes=("○", "×"), turns=1)
    roster = project / "votes" / "members.csv"
    kept = roster.read_bytes()
    roster.unlink()
    build_project(project, BuildOptions())
    before = {path.name for path in (project / "site" / "members").iterdir()}
    roster.write_bytes(kept)
    build_project(project, BuildOptions())
    after = {path.name for path in (project / "site" / "members").iterdir()}
    assert before <= after
