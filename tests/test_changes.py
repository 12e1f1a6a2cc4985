"""`council build` ends with what it changed since the last build, in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hiding_places import pdf_page
from independent.projects import CHAIR, MAYOR, SESSION, minutes, speeches, write_csv, write_project, write_word

from council.build import BuildOptions, build_project
from council.changes.compare import compare
from council.changes.snapshot import Ballot, Decision, Minutes, Snapshot
from council.model.votes import Option, Role
from council.report import ChangeKind, Report
from council.report.summary import summary

TABLE = f"votes/{SESSION}.csv"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "minato", {3: "道路"}, votes=("○", "×"), turns=1)


def built(root: Path, *editions: str) -> Report:
    report = build_project(root, BuildOptions(editions=editions or ("public",)))
    assert not report.cannot_run, [found.message("en") for found in report.findings]
    return report


def told(report: Report, *kinds: ChangeKind) -> list[str]:
    return [str(one) for one in report.changes if not kinds or one.kind in kinds]


def replace_in(path: Path, before: str, after: str) -> None:
    text = path.read_bytes().decode("utf-8-sig")
    assert before in text
    path.write_bytes(text.replace(before, after).encode("utf-8-sig"))


def test_the_first_build_says_that_it_is_the_first(project: Path):
    report = built(project)
    assert [one.kind for one in report.changes] == [ChangeKind.FIRST]
    assert "公開版の前回との違い：\n  はじめての作成です。" in summary(report, "ja")


def test_a_build_of_the_same_inputs_changed_nothing(project: Path):
    built(project)
    report = built(project)
    assert [one.kind for one in report.changes] == [ChangeKind.NOTHING]
    assert "Nothing changed since the last build." in summary(report, "en")


def test_a_vote_that_was_put_right_is_told_by_bill_and_name(project: Path):
    built(project)
    replace_in(project / TABLE, "議,○,○,欠", "議,×,○,欠")
    report = built(project)
    assert told(report, ChangeKind.VOTE) == ["議案第1号 鈴木　花子: 賛成→反対"]
    assert [one.text.en for one in report.changes if one.kind is ChangeKind.VOTE] == ["議案第1号 鈴木　花子: Yes → No"]
    assert any("採決 1" in line for line in told(report, ChangeKind.PAGES))


def test_a_vote_that_is_no_longer_there_and_one_of_the_chair(project: Path):
    built(project)
    replace_in(project / TABLE, "議,○,○,欠", "○,○,○,／")
    assert told(built(project), ChangeKind.VOTE) == [
        "議案第1号 高橋　一郎: 議長→賛成（議長）",
        "議案第1号 田中　実: 欠席→なし",
    ]


def test_a_result_is_told_by_bill(project: Path):
    built(project)
    replace_in(
        project / TABLE, "港市条例その2,令和8年3月3日,起立採決,原案可決", "港市条例その2,令和8年3月3日,起立採決,否決"
    )
    assert told(built(project), ChangeKind.RESULT) == ["議案第2号 結果: 可決→否決"]


def test_new_minutes_changed_speeches_and_papers_are_counted(project: Path):
    built(project)
    folder = project / "minutes_src" / SESSION
    write_word(folder / "第2号.docx", minutes(17, speeches("河川", 1), number=2))
    changed = [(label, words.replace("協議してまいります", "協議を始めました")) for label, words in speeches("道路", 1)]
    write_word(folder / "第1号.docx", minutes(3, [*changed[:-1], (MAYOR, "申し添えます。"), changed[-1]]))
    (folder / "資料" / "公開").mkdir(parents=True)
    (folder / "資料" / "公開" / "概要.pdf").write_bytes(pdf_page("概要"))
    report = built(project)
    counted = told(report, ChangeKind.MINUTES, ChangeKind.SPEECHES, ChangeKind.MATERIALS)
    assert counted == ["新しい会議録 1", "変わった会議録 1", "加わった発言 1", "変わった発言 1", "新しく公開した資料 1"]
    assert told(report, ChangeKind.PAGES)[0].startswith("新しいページ：会議 1")
    assert "  新しい会議録 1、変わった会議録 1、加わった発言 1、変わった発言 1、新しく公開した資料 1\n" in summary(
        report, "ja"
    )


def test_what_was_withdrawn_is_counted(project: Path):
    folder = project / "minutes_src" / SESSION
    write_word(folder / "第2号.docx", minutes(17, speeches("河川", 1), number=2))
    built(project)
    (folder / "第2号.docx").unlink()
    report = built(project)
    assert told(report, ChangeKind.MINUTES) == ["なくなった会議録 1"]
    assert any(line.startswith("なくなったページ：会議 1") for line in told(report, ChangeKind.PAGES))


def test_restricted_minutes_change_the_members_edition_alone(project: Path):
    built(project, "public", "members")
    said = [(CHAIR, "開議します。"), (MAYOR, "用地の件を御説明いたします。")]
    write_word(project / "minutes_src" / SESSION / "議員限定" / "a.docx", minutes(10, said, body="特別委員会"))
    report = built(project, "public", "members")
    assert {one.edition for one in report.changes if one.kind is ChangeKind.MINUTES} == {"members"}
    assert [one.kind for one in report.changes if one.edition == "public"] == [ChangeKind.NOTHING]
    assert "特別委員会" not in (project / ".council" / "changes" / "public.json").read_text("utf-8")


def test_two_editions_that_changed_alike_are_told_of_once(project: Path):
    built(project, "public", "members")
    assert summary(built(project, "public", "members"), "ja").count("前回から変わったところはありません。") == 1


def test_names_that_came_are_counted_and_not_listed_one_by_one(project: Path):
    replace_in(project / TABLE, "議,○,○,欠", "／,／,／,／")
    built(project)
    replace_in(project / TABLE, "／,／,／,／", "議,○,○,欠")
    report = built(project)
    assert told(report, ChangeKind.VOTE) == []
    assert any(line.endswith("採決 1") for line in told(report, ChangeKind.DECISIONS))


def test_nothing_is_kept_of_a_build_that_was_not_published(project: Path):
    built(project)
    kept = project / ".council" / "changes" / "public.json"
    before = kept.read_bytes()
    replace_in(project / TABLE, "議,○,○,欠", "議,？,○,欠")
    report = build_project(project, BuildOptions(strict=True))
    assert (report.published, report.changes) == ((), ())
    assert kept.read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{damaged",
        b"[]",
        b"null",
        b'{"version": 1}',
        b'{"version": 99, "edition": "public"}',
        b'{"version": 1, "edition": "members", "decisions": {}, "minutes": {}, "materials": {}, "pages": {}}',
        (
            b'{"version": 1, "edition": "public", "decisions": {"x": {"label": "a", "result": "b", "votes": {"p": {"name":'
            b' "n", "option": "perhaps", "role": "member"}}}}, "minutes": {}, "materials": {}, "pages": {}}'
        ),
        b'{"version": 1, "edition": "public", "decisions": [], "minutes": {}, "materials": {}, "pages": {}}',
        b'{"version": 1, "edition": "public", "decisions": {}, "minutes": {}, "materials": {"m": 1}, "pages": {}}',
    ],
)
def test_a_damaged_or_foreign_snapshot_is_a_note(content: bytes, tmp_path: Path):
    from council.changes.snapshot import read_snapshot  # noqa: PLC0415 - of one test

    (tmp_path / "changes").mkdir()
    (tmp_path / "changes" / "public.json").write_bytes(content)
    read = read_snapshot(tmp_path, "public")
    assert read.value is None
    assert [(found.rule.code, found.rule.severity.value) for found in read.findings] == [("S421", "note")]


def test_after_a_damaged_snapshot_the_next_build_tells_again(project: Path):
    built(project)
    kept = project / ".council" / "changes" / "public.json"
    kept.write_bytes(b"{")
    report = built(project)
    assert report.changes == ()
    assert [found.location.path for found in report.findings if found.rule.code == "S421"] == [
        ".council/changes/public.json"
    ]
    assert [one.kind for one in built(project).changes] == [ChangeKind.NOTHING]


def test_a_state_that_cannot_be_kept_is_a_note(project: Path):
    built(project)
    kept = project / ".council" / "changes"
    (kept / "public.json").unlink()
    kept.rmdir()
    kept.write_text("no folder", "ascii")
    report = built(project)
    assert {"S422"} <= {found.rule.code for found in report.findings}
    assert report.exit_code == 0


def snapshot(option: Option, people: int, **more) -> Snapshot:
    votes = {f"p-{number}": Ballot(f"議員{number}", option, Role.MEMBER) for number in range(people)}
    return Snapshot("public", {"x-main": Decision("議案第1号", "原案可決", votes)}, **more)


def test_more_than_fifty_changed_votes_are_counted():
    changes = compare(snapshot(Option.YES, 60), snapshot(Option.NO, 60))
    assert len([one for one in changes if one.kind is ChangeKind.VOTE]) == 50
    assert [str(one) for one in changes if one.kind is not ChangeKind.VOTE] == ["ほかに変わった賛否 10"]


def test_pages_are_counted_by_what_they_are_about():
    before = snapshot(Option.YES, 1, pages={"bills/a.html": "1", "news.html": "1", "odd/a.html": "1"})
    now = snapshot(
        Option.YES, 1, pages={"bills/a.html": "2", "bills/b.html": "1", "members/c.html": "1", "news.html": "2"}
    )
    texts = [(one.text.ja, one.text.en, one.count) for one in compare(before, now)]
    assert texts == [
        ("新しいページ：議案 1、議員 1", "new pages: bills 1, members 1", 2),
        ("変わったページ：議案 1、そのほか 1", "changed pages: bills 1, others 1", 2),
        ("なくなったページ：そのほか 1", "removed pages: others 1", 1),
    ]


def test_a_speech_that_only_moved_is_no_changed_speech():
    before = snapshot(Option.YES, 0, minutes={"m": Minutes("1", {"s-a": "x", "s-b": "y"})})
    now = snapshot(Option.YES, 0, minutes={"m": Minutes("2", {"s-b": "y", "s-a": "x"})})
    assert [str(one) for one in compare(before, now)] == ["変わった会議録 1"]


def test_what_is_kept_is_small_and_holds_no_words_of_the_minutes(project: Path):
    built(project)
    stored = json.loads((project / ".council" / "changes" / "public.json").read_bytes())
    assert set(stored) == {"version", "edition", "decisions", "minutes", "materials", "pages"}
    assert "協議" not in json.dumps(stored, ensure_ascii=False)


def test_the_same_number_in_two_sessions_is_told_with_the_session(project: Path):
    other = "令和8年第2回定例会"
    rows = [
        ("議案番号", "件名", "議決日", "結果", "高橋　一郎", "鈴木　花子"),
        ("議案第1号", "別の条例", "令和8年6月9日", "可決", "議", "○"),
    ]
    write_csv(project / "votes" / f"{other}.csv", rows)
    built(project)
    replace_in(project / "votes" / f"{other}.csv", "議,○", "議,×")
    assert told(built(project), ChangeKind.VOTE) == [f"{other} 議案第1号 鈴木　花子: 賛成→反対"]
