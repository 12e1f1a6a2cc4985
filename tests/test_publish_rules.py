"""What publishing touches, what it leaves alone, and which folders it never writes into."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from publishing import MARK, NEW, OLD, RETIRED, Project, page, read, write

from council.diagnostics import Outcome
from council.publish import Published, publish, standing

CNAME = {"CNAME": "gikai.example.jp", ".nojekyll": ""}


def codes(outcome: Outcome[object]) -> list[str]:
    return [found.rule.code for found in outcome.findings]


def test_counts_and_what_stays(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert project.publish(OLD).value == Published(new=8, changed=0, removed=0, unchanged=0, retired=0)
    assert project.publish(NEW).value == Published(new=3, changed=4, removed=1, unchanged=2, retired=1)
    assert read(project.site) == NEW | RETIRED
    assert not (project.site / "members" / "gone.html").exists()


def test_untouched_files_keep_their_time(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.publish(OLD)
    os.utime(project.site / "members.html", ns=(1, 1))
    assert project.publish(OLD).value == Published(new=0, changed=0, removed=0, unchanged=8, retired=0)
    assert (project.site / "members.html").stat().st_mtime_ns == 1
    before = (project.site / "index.html").stat().st_mtime_ns
    project.publish(OLD)
    assert (project.site / "index.html").stat().st_mtime_ns == before


def test_assets_of_the_last_build_stay_until_others_retire(tmp_path: Path) -> None:
    project = Project(tmp_path)
    third = {uri: text for uri, text in NEW.items() if uri != "assets/council.1b1b1b1b.css"}
    project.publish(OLD)
    project.publish(NEW)
    project.publish(NEW)
    assert "assets/council.0a0a0a0a.css" in read(project.site)
    project.publish(third | {"assets/council.2c2c2c2c.css": "third"})
    assert "assets/council.0a0a0a0a.css" not in read(project.site)
    assert "assets/council.1b1b1b1b.css" in read(project.site)


def test_a_file_edited_by_hand_in_the_output_is_restored(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.publish(OLD)
    (project.site / "members.html").write_text("edited")
    assert project.publish(OLD).value == Published(new=0, changed=1, removed=0, unchanged=7, retired=0)
    assert read(project.site) == OLD


def test_files_of_the_host_stay(tmp_path: Path) -> None:
    project = Project(tmp_path)
    write(project.site, CNAME)
    project.publish(OLD)
    write(project.site, {"reports/annual.pdf": "by hand"})
    project.publish(NEW)
    assert read(project.site) == NEW | RETIRED | CNAME | {"reports/annual.pdf": "by hand"}


def test_without_the_cache_old_pages_still_go(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.publish(OLD)
    shutil.rmtree(project.state)
    write(project.site, CNAME)
    outcome = project.publish(NEW)
    assert outcome.value is not None
    assert read(project.site) == NEW | CNAME


def test_a_page_that_mkdocs_alone_wrote_goes_with_its_minutes(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.publish(OLD)
    write(project.site, {"meetings/withdrawn.html": page("withdrawn", "../assets/plain.css")})
    project.publish(OLD)
    assert read(project.site) == OLD


def test_a_damaged_manifest_is_no_trouble(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.publish(OLD)
    for name in ("manifest.json", "journal.json"):
        for damaged in (b"", b"{", b"[]", b'{"version": 1, "entries": 3}', b"\0" * 40):
            next(project.state.glob("published/*")).joinpath(name).write_bytes(damaged)
            assert project.publish(OLD).value is not None
            assert read(project.site) == OLD


def test_a_project_may_move_between_builds(tmp_path: Path) -> None:
    project = Project(tmp_path / "here")
    project.publish(OLD)
    shutil.move(project.root, tmp_path / "there")
    assert Project(tmp_path / "there").publish(OLD).value == Published(0, 0, 0, 8, 0)


@pytest.mark.parametrize(
    "folder", [".", "..", "minutes_src", "minutes_src/site", "votes", "site_templates/x", ".council", ".git/x"]
)
def test_never_into_what_must_not_be_lost(tmp_path: Path, folder: str) -> None:
    project = Project(tmp_path / "city")
    write(project.root, {"minutes_src/a.docx": "x", "votes/a.csv": "x", ".git/x/y": "x", "site_templates/x/y": "x"})
    before = read(project.root)
    outcome = publish(project.stage({}), project.root / folder, project.state)
    assert outcome.value is None
    assert codes(outcome) == ["S301"]
    assert read(project.root) == before


def test_never_into_the_root_or_home_or_a_file(tmp_path: Path) -> None:
    project = Project(tmp_path / "city")
    write(project.root, {"site": "a file"})
    for folder in (Path(tmp_path.anchor), Path.home(), project.site):
        assert codes(publish(project.stage({}), folder, project.state)) == ["S301"]


def test_never_through_a_link_to_elsewhere(tmp_path: Path) -> None:
    project = Project(tmp_path / "city")
    write(tmp_path / "elsewhere", {"votes.csv": "not ours"})
    project.site.mkdir(parents=True)
    (project.site / "data").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert codes(project.publish(NEW)) == ["S301"]
    assert read(tmp_path / "elsewhere") == {"votes.csv": "not ours"}


def test_not_into_a_folder_with_other_things(tmp_path: Path) -> None:
    project = Project(tmp_path)
    write(project.site, {"holiday.jpg": "x", "index.html": "<html>somebody's</html>"})
    outcome = project.publish(OLD)
    assert codes(outcome) == ["S302"]
    assert "holiday.jpg" in outcome.findings[0].message("ja")
    assert read(project.site) == {"holiday.jpg": "x", "index.html": "<html>somebody's</html>"}


def test_not_into_a_folder_that_was_ours_but_is_no_longer(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.publish(OLD)
    shutil.rmtree(project.site)
    write(project.site, {"index.html": "<html>somebody's</html>"})
    assert codes(project.publish(NEW)) == ["S302"]


def test_the_members_edition_never_into_the_public_folder(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.publish(OLD)
    for folder in (project.site, project.site / "members-only"):
        outcome = publish(project.stage(NEW, "members"), folder, project.state, edition="members")
        assert codes(outcome) == ["S303"]
    assert read(project.site) == OLD
    shutil.rmtree(project.state)
    assert codes(publish(project.stage(NEW, "members"), project.site, project.state, edition="members")) == ["S303"]


def test_both_editions_side_by_side(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.publish(OLD)
    private = {"index.html": page("x", "a.css").replace(MARK, MARK.replace("public", "members")), "a.css": ""}
    members = tmp_path / "site-members"
    assert publish(project.stage(private, "members"), members, project.state, edition="members").value is not None
    assert read(members) == private
    assert read(project.site) == OLD


def test_pages_that_stand_need_not_be_written_again(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.publish(OLD)
    kept = standing(project.site, project.state)
    assert kept == set(OLD)
    changed = {"index.html": page("home, newer", "assets/council.0a0a0a0a.css")}
    outcome = publish(project.stage(changed), project.site, project.state, kept=kept - {"index.html"})
    assert outcome.value == Published(new=0, changed=1, removed=0, unchanged=7, retired=0)
    assert read(project.site) == OLD | changed


def test_a_kept_page_that_was_touched_stops_the_publication(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.publish(OLD)
    kept = standing(project.site, project.state)
    (project.site / "members.html").write_text("edited meanwhile")
    assert "members.html" not in standing(project.site, project.state)
    outcome = publish(project.stage({}), project.site, project.state, kept=kept)
    assert outcome.value is None
    assert codes(outcome) == ["S312"]


def test_nothing_of_the_state_is_in_the_site(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.publish(OLD)
    project.publish(NEW)
    assert not [uri for uri in read(project.site) if "manifest" in uri or "journal" in uri or "council-part" in uri]
    manifest = json.loads(next(project.state.glob("published/*/manifest.json")).read_text())
    assert set(manifest["entries"]) == set(NEW)
    assert not (project.state / "staging-public").exists()


@pytest.mark.skipif(os.name == "nt", reason="names of files are text there")
def test_a_page_whose_name_is_no_text_goes_as_others_do(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.publish(OLD)
    (project.site / os.fsdecode(b"\xb5\xc4.html")).write_text(page("an old page of ours", "assets/plain.css"))
    assert project.publish(OLD).value == Published(new=0, changed=0, removed=1, unchanged=8, retired=0)
    assert read(project.site) == OLD


def test_a_manifest_is_read_as_earlier_programs_wrote_it(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.publish(OLD | {"data/議案.csv": "c"})
    manifest = next(project.state.glob("published/*/manifest.json"))
    for written in (json.dumps(json.loads(manifest.read_bytes()), indent=1), "\ufeff{}", "{"):
        manifest.write_text(written, "utf-8")
        assert standing(project.site, project.state) == (set(read(project.site)) if len(written) > 3 else set())
