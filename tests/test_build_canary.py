"""Nothing restricted is in any byte of the public edition; the members' edition shows what is meant for members."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from urllib.parse import quote

import pytest
from independent.canaries import IN_FILES_OF_MEMBERS, SHOWN_TO_MEMBERS, SHOWN_TO_NOBODY, WITHDRAWN, write_canaries
from independent.projects import (
    CHAIR,
    NAMES,
    SESSION,
    minutes,
    write_csv,
    write_project,
    write_text,
    write_word,
)
from independent.restricted import found_in

from council.build import BuildOptions, build_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_canaries(tmp_path_factory.mktemp("canary") / "minato")
    report = build_project(root, BuildOptions(editions=("public", "members")))
    assert not report.cannot_run, [found.message("en") for found in report.findings]
    assert len(report.published) == 2
    return root


def test_the_public_edition_holds_no_byte_of_what_is_for_members(project: Path):
    words = {**SHOWN_TO_MEMBERS, **IN_FILES_OF_MEMBERS}
    assert found_in(project / "site", words.values()) == {}


def test_the_members_edition_shows_what_is_for_members(project: Path):
    wanted = {**SHOWN_TO_MEMBERS, **IN_FILES_OF_MEMBERS}
    found = found_in(project / "site-members", wanted.values())
    assert [what for what, words in wanted.items() if words not in found] == []


@pytest.mark.parametrize("edition", ["site", "site-members"])
def test_neither_edition_holds_what_nobody_may_see(project: Path, edition: str):
    assert found_in(project / edition, SHOWN_TO_NOBODY.values()) == {}


@pytest.mark.parametrize("edition", ["site", "site-members"])
def test_withdrawn_words_stand_nowhere(project: Path, edition: str):
    assert found_in(project / edition, [WITHDRAWN]) == {}


def test_the_public_edition_does_show_what_is_public(project: Path):
    """A site without anything would pass as well."""
    public = ("道路の4点目", "河川の1点目", NAMES[1].replace("\u3000", ""), "港市条例その1", "OPEN PAPER")
    assert [words for words in public if words not in found_in(project / "site", public)] == []


def test_words_are_found_in_whatever_form_they_stand(tmp_path: Path):
    """The search itself finds canaries that are packed, encoded, escaped or broken up by tags."""
    word = "鳥の声"
    (tmp_path / "a.gz").write_bytes(gzip.compress(word.encode()))
    (tmp_path / "b.json").write_text(json.dumps([word]), "ascii")
    (tmp_path / "c.txt").write_text(quote(word), "ascii")
    (tmp_path / "d.csv").write_bytes(word.encode("cp932"))
    (tmp_path / "e.html").write_text("鳥の<b>声</b>", "utf-8")
    (tmp_path / "f.html").write_text("".join(f"&#{ord(sign)};" for sign in word), "ascii")
    write_word(tmp_path / "g.docx", [f"前{word}後"])
    (tmp_path / word).mkdir()
    assert found_in(tmp_path, [word, "犬"]) == {
        word: {"a.gz", "b.json", "c.txt", "d.csv", "e.html", "f.html", "g.docx", word}
    }


def test_without_a_roster_restricted_lists_make_no_public_members(tmp_path: Path):
    """Names come from attendance lists then; a list in restricted minutes names nobody to the public."""
    root = write_project(tmp_path / "minato", {3: "道路"})
    (root / "votes" / "members.csv").unlink()
    lines = minutes(12, [(CHAIR, "開議します。")], body="第一特別委員会")
    place = next(number for number, line in enumerate(lines) if line.startswith("2.出席"))
    lines.insert(place + 1, "　 9番　翡翠　五郎")
    write_word(root / "minutes_src" / SESSION / "議員限定" / "a.docx", lines)
    report = build_project(root, BuildOptions(editions=("public", "members")))
    assert not report.cannot_run
    assert found_in(root / "site", ["翡翠"]) == {}
    assert found_in(root / "site-members", ["翡翠"]) != {}


def test_the_newest_day_of_restricted_minutes_dates_nothing_public(tmp_path: Path):
    """The date of the data and the session's last day are those of what the public may see."""
    root = write_project(tmp_path / "minato", {3: "道路"})
    write_word(
        root / "minutes_src" / SESSION / "議員限定" / "a.docx",
        minutes(29, [(CHAIR, "開議します。")], body="第一特別委員会"),
    )
    assert not build_project(root, BuildOptions(editions=("public", "members"))).cannot_run
    days = ("2026-03-29", "3月29日", "20260329", "３月２９日")
    assert found_in(root / "site", days) == {}
    assert found_in(root / "site-members", days) != {}


def test_a_recording_of_a_meeting_that_only_members_know_is_for_members(tmp_path: Path):
    """A row of streams.csv names the body of restricted minutes and their day: neither it nor its link is public."""
    root = write_project(tmp_path / "minato", {3: "道路"})
    told = minutes(10, [(CHAIR, "開議します。")], body="鳴禽協議委員会")
    write_word(root / "minutes_src" / SESSION / "議員限定" / "a.docx", told)
    rows = [
        ("日付", "会議", "種別", "対象", "URL"),
        ("令和8年3月10日", "鳴禽協議委員会", "録画", "会議", "https://video.example/?id=kanaria-5520"),
        ("令和8年3月3日", "本会議", "録画", "会議", "https://video.example/?id=open-1"),
    ]
    write_csv(root / "minutes_src" / "streams.csv", rows)
    assert not build_project(root, BuildOptions(editions=("public", "members"))).cannot_run
    wanted = ("鳴禽協議委員会", "kanaria-5520")
    assert found_in(root / "site-members", (*wanted, "open-1")).keys() == {*wanted, "open-1"}
    assert found_in(root / "site", ("open-1",)) != {}
    assert found_in(root / "site", wanted) == {}


def test_a_session_file_for_members_only_tells_the_public_nothing(tmp_path: Path):
    """What lies below 議員限定 is for members, whatever file it is."""
    root = write_project(tmp_path / "minato", {3: "道路"})
    text = f"name: {SESSION}\nsittings:\n  - date: 令和8年3月24日\n    body: 本会議\n    agenda: [翡翠区画の件]\n"
    write_text(root / "minutes_src" / SESSION / "議員限定" / "session.yml", text)
    assert not build_project(root, BuildOptions(editions=("public", "members"))).cannot_run
    assert found_in(root / "site", ("翡翠区画の件",)) == {}


def test_packets_are_bound_in_both_editions_each_with_its_own_papers(project: Path):
    """The packet of the public edition is there, shows the public paper, and has no page of those for members."""
    title = SHOWN_TO_MEMBERS["paper deeper below"]
    public = found_in(project / "site" / "packets", ["OPEN PAPER", "DEEPER", title])
    members = found_in(project / "site-members" / "packets", ["DEEPER", title])
    assert [name for name in public.get("OPEN PAPER", ()) if name.endswith(".pdf")]
    assert public.keys() == {"OPEN PAPER"}
    assert {name for name in members.get("DEEPER", ()) if name.endswith(".pdf")}
    assert {name for name in members.get(title, ()) if name.endswith(".pdf")}
