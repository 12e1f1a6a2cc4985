"""`council build` ends with what it changed since the last build, in words."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hiding_places import pdf_page
from independent.projects import CHAIR, MAYOR, SESSION, minutes, speeches, write_csv, write_project, write_word
from msgspec.structs import replace

from council.build import BuildOptions, build_project
from council.changes.compare import compare
from council.changes.keep import read_kept
from council.changes.snapshot import Ballot, Bill, Decision, Minutes, PageState, Paper, Snapshot
from council.model.votes import Option
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
    assert counted == ["新しく公開した資料 1", "新しい会議録 1", "変わった会議録 1", "加わった発言 1", "変わった発言 1"]
    assert told(report, ChangeKind.PAGES)[0].startswith("新しいページ：会議 1")
    assert "公開版の前回との違い：\n  新しく公開した資料 1\n    「概要」\n" in summary(report, "ja")
    assert "\n  新しい会議録 1、変わった会議録 1、加わった発言 1、変わった発言 1\n" in summary(report, "ja")
    assert "\n    会議：「令和8年3月17日（火） 本会議」\n" in summary(report, "ja")


def test_what_was_withdrawn_is_told_by_title(project: Path):
    folder = project / "minutes_src" / SESSION
    write_word(folder / "第2号.docx", minutes(17, speeches("河川", 1), number=2))
    built(project)
    (folder / "第2号.docx").unlink()
    report = built(project)
    assert told(report, ChangeKind.MINUTES) == ["なくなった会議録 1"]
    assert any(line.startswith("なくなったページ：会議 1") for line in told(report, ChangeKind.PAGES))
    assert "\n    会議：「令和8年3月17日（火） 本会議」" in summary(report, "ja")


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
        (
            b'{"version": 2, "edition": "public", "decisions": {}, "minutes": {}, "materials": {"m": 1}, "pages": {}, '
            b'"people": {}, "bills": {}, "withdrawals": 0}'
        ),
        b'{"version": 1, "edition": "public", "decisions": [], "minutes": {}, "materials": {}, "pages": {}}',
        b'{"version": 1, "edition": "public", "decisions": {}, "minutes": {}, "materials": {"m": 1}, "pages": {}}',
    ],
)
def test_a_damaged_or_foreign_snapshot_is_a_note(content: bytes, tmp_path: Path):
    (tmp_path / "changes").mkdir()
    (tmp_path / "changes" / "public.json").write_bytes(content)
    read = read_kept(tmp_path, "public")
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


def snapshot(option: Option | None, people: int, **more) -> Snapshot:
    votes = {f"p-{number}": Ballot(option) for number in range(people)}
    names = {f"p-{number}": (f"議員{number}",) for number in range(people)}
    return Snapshot("public", {"x-main": Decision("議案第1号", "原案可決", votes)}, people=names, **more)


def words(before: Snapshot, now: Snapshot) -> list[str]:
    return [str(one) for one in compare(before, now)]


def test_more_than_fifty_changed_votes_are_counted():
    changes = compare(snapshot(Option.YES, 60), snapshot(Option.NO, 60))
    assert len([one for one in changes if one.kind is ChangeKind.VOTE]) == 50
    assert [str(one) for one in changes if one.kind is not ChangeKind.VOTE] == ["ほかに変わった賛否 10"]


def test_a_vote_that_is_now_kept_back_is_being_checked_and_not_gone():
    before, now = snapshot(Option.NO, 1), snapshot(None, 1)
    assert words(before, now) == ["議案第1号 議員0: 反対→確認中"]
    assert words(now, before) == ["議案第1号 議員0: 確認中→反対"]


def test_a_vote_that_may_be_one_of_those_kept_back_is_being_checked_and_not_gone():
    before = snapshot(Option.NO, 2)
    now = replace(
        before, decisions={"x-main": Decision("議案第1号", "原案可決", {"p-0": Ballot(Option.NO)}, unplaced=1)}
    )
    assert words(before, now) == ["議案第1号 議員1: 反対→確認中"]


def test_a_decision_whose_names_are_all_kept_back_is_told_as_being_checked():
    before = snapshot(Option.NO, 2)
    now = replace(before, decisions={"x-main": Decision("議案第1号", "原案可決", {}, unplaced=2)})
    assert words(before, now) == ["議員ごとの賛否が確認中になった採決 1"]


def test_a_bill_that_is_called_otherwise_is_told_with_both_titles():
    before = snapshot(Option.YES, 1, bills={"b": Bill("議案第3号", "市道の認定"), "c": Bill("議案第4号", "同じ")})
    now = replace(before, bills={"b": Bill("議案第3号", "市道路線の認定"), "c": Bill("議案第4号", "同じ")})
    assert words(before, now) == ["議案第3号の題名：市道の認定→市道路線の認定"]


def test_a_title_from_which_words_may_have_been_withdrawn_is_not_told_again():
    before = snapshot(
        Option.YES,
        1,
        bills={"b": Bill("請願第1号", "山田太郎氏の件")},
        materials={"m": Paper("1", "山田太郎氏の資料")},
        pages={"materials/m.html": PageState("1", "山田太郎氏の資料"), "bills/c.html": PageState("1", "山田太郎氏")},
    )
    now = replace(before, bills={"b": Bill("請願第1号", "ある件")}, materials={}, pages={}, withdrawals=1)
    changes = compare(before, now)
    assert "山田太郎" not in repr(changes)
    assert str(changes[0]) == "取り下げた資料 1"
    assert str(changes[1]) == "請願第1号の題名が変わりました：ある件"


def test_votes_are_not_told_again_when_a_roster_gives_members_another_id():
    before = replace(snapshot(Option.YES, 2), pages={"members/p-0.html": PageState("1", "議員0")})
    now = replace(
        before,
        decisions={
            "x-main": Decision("議案第1号", "原案可決", {"giin-rei": Ballot(Option.YES), "p-1": Ballot(Option.NO)})
        },
        people={"giin-rei": ("議員 0",), "p-1": ("議員1",)},
        pages={"members/giin-rei.html": PageState("2", "議員 0"), "members/p-0.html": PageState("3", "議員 0")},
    )
    changes = compare(before, now)
    assert [str(one) for one in changes] == ["議案第1号 議員1: 賛成→反対", "ページのアドレスが変わった議員 1人"]
    assert [str(line.ja) for line in changes[1].details] == ["議員 0：p-0→giin-rei"]


def test_two_new_members_of_one_name_are_not_paired_with_the_one_who_is_gone():
    before = snapshot(Option.YES, 1)
    now = replace(before, decisions={}, people={"a": ("議員0",), "b": ("議員0",)})
    assert ChangeKind.PEOPLE not in {one.kind for one in compare(before, now)}


def test_a_member_who_was_renamed_and_has_another_id_is_known_by_votes_that_are_nobody_else_s():
    before = snapshot(Option.YES, 2)
    before = replace(
        before,
        decisions={"x-main": Decision("議案第1号", "可決", {"p-0": Ballot(Option.NO), "p-1": Ballot(Option.YES)})},
    )
    now = replace(
        before,
        decisions={"x-main": Decision("議案第1号", "可決", {"rei": Ballot(Option.NO), "p-1": Ballot(Option.YES)})},
        people={"rei": ("議員零",), "p-1": ("議員1",)},
    )
    assert words(before, now) == ["ページのアドレスが変わった議員 1人", "議員の氏名：議員0→議員零"]


def test_a_member_who_is_called_otherwise_is_told_once():
    before = snapshot(Option.YES, 1)
    now = replace(before, people={"p-0": ("議員零", "議員0")})
    assert words(before, now) == ["議員の氏名：議員0→議員零"]


def test_papers_that_became_public_are_told_by_title_before_anything_else():
    before = snapshot(Option.YES, 1, materials={"h": Paper("1", "控え", withheld=True), "g": Paper("1", "旧資料")})
    now = snapshot(
        Option.NO,
        1,
        materials={
            "h": Paper("1", "控え"),
            "m": Paper("2", "用地交渉の経過"),
            "g": Paper("1", "旧資料", withheld=True),
        },
    )
    changes = compare(before, now)
    told_papers = [(str(one), [line.ja for line in one.details]) for one in changes[:2]]
    assert told_papers == [
        ("新しく公開した資料 2", ["「控え」", "「用地交渉の経過」"]),
        ("確認中になった資料 1", ["「旧資料」"]),
    ]
    assert changes[0].details[1].en == "“用地交渉の経過”"


def pages(*uris: str, sha: str = "1") -> dict[str, PageState]:
    return {uri: PageState(sha, uri.rpartition("/")[2].removesuffix(".html")) for uri in uris}


def test_pages_are_told_by_what_they_are_about_and_by_title():
    before = snapshot(Option.YES, 1, pages=pages("bills/a.html", "news.html", "odd/a.html"))
    now = snapshot(
        Option.YES, 1, pages=pages("bills/a.html", "news.html", sha="2") | pages("bills/b.html", "members/c.html")
    )
    changes = compare(before, now)
    assert [(one.text.ja, one.text.en, one.count) for one in changes] == [
        ("新しいページ：議案 1、議員 1", "new pages: bills 1, members 1", 2),
        ("変わったページ：議案 1、そのほか 1", "changed pages: bills 1, others 1", 2),
        ("なくなったページ：そのほか 1", "removed pages: others 1", 1),
    ]
    assert [[line.ja for line in one.details] for one in changes] == [
        ["議案：「b」", "議員：「c」"],
        [],
        ["そのほか：「a」"],
    ]


def test_of_many_new_pages_five_of_each_sort_are_named():
    now = snapshot(Option.YES, 1, pages=pages(*(f"bills/{number}.html" for number in range(8))))
    details = compare(snapshot(Option.YES, 1), now)[0].details
    assert [line.ja for line in details] == ["議案：「0」「1」「2」「3」「4」、ほか3"]
    assert [line.en for line in details] == ["bills: “0”, “1”, “2”, “3”, “4”, and 3 more"]


def test_what_an_older_version_kept_is_still_compared_with(tmp_path: Path):
    (tmp_path / "changes").mkdir()
    (tmp_path / "changes" / "public.json").write_text(
        '{"version": 1, "edition": "public", "decisions": {"x-main": {"label": "議案第1号", "result": "原案可決", "votes":'
        ' {"p-0": {"name": "議員0", "option": "yes", "role": "member"}}}}, "minutes": {}, "materials": {"m": "1"},'
        ' "pages": {"bills/a.html": "1", "odd.html": "1"}}',
        "utf-8",
    )
    before = read_kept(tmp_path, "public").value
    assert before is not None
    now = snapshot(Option.NO, 1, materials={"m": Paper("1", "概要")}, pages=pages("bills/a.html"))
    changes = compare(before.only(()), now)
    assert [str(one) for one in changes] == ["議案第1号 議員0: 賛成→反対", "なくなったページ：そのほか 1"]
    assert [line.ja for line in changes[1].details] == ["そのほか：「odd.html」"]


def test_a_hundred_members_and_ten_thousand_pages_are_compared_in_a_moment():
    people = {f"p-{number}": (f"議員{number}",) for number in range(100)}
    ballots = {key: Ballot(Option.YES) for key in people}
    before = Snapshot(
        "public",
        {f"d-{number}": Decision(f"議案第{number}号", "可決", ballots) for number in range(500)},
        pages=pages(*(f"votes/{number}.html" for number in range(10_000))),
        people=people,
    )
    moved = {f"id-{number}": names for number, names in enumerate(people.values())}
    now = replace(
        before,
        decisions={
            key: replace(one, votes=dict.fromkeys(moved, Ballot(Option.YES))) for key, one in before.decisions.items()
        },
        people=moved,
        pages=pages(*(f"votes/{number}.html" for number in range(10_000)), sha="2"),
    )
    started = time.perf_counter()
    changes = compare(before, now)
    assert time.perf_counter() - started < 2
    assert [one.kind for one in changes] == [ChangeKind.PEOPLE, ChangeKind.PAGES]


def test_a_speech_that_only_moved_is_no_changed_speech():
    before = snapshot(Option.YES, 0, minutes={"m": Minutes("1", {"s-a": "x", "s-b": "y"})})
    now = snapshot(Option.YES, 0, minutes={"m": Minutes("2", {"s-b": "y", "s-a": "x"})})
    assert words(before, now) == ["変わった会議録 1"]


def test_a_roster_that_comes_is_told_once_in_a_whole_build(project: Path):
    (project / "votes" / "members.csv").rename(project / "members.kept")
    built(project)
    (project / "members.kept").rename(project / "votes" / "members.csv")
    report = built(project)
    assert told(report, ChangeKind.VOTE) == []
    assert len(told(report, ChangeKind.PEOPLE)) == 1
    assert "鈴木　花子" not in "".join(
        str(one) + repr(one.details) for one in report.changes if one.kind is ChangeKind.PAGES
    )


def test_a_paper_that_moved_to_the_public_folder_is_told_by_title(project: Path):
    folder = project / "minutes_src" / SESSION / "資料"
    (folder / "議員限定").mkdir(parents=True)
    (folder / "公開").mkdir()
    (folder / "議員限定" / "用地交渉.pdf").write_bytes(pdf_page("経過"))
    built(project)
    (folder / "議員限定" / "用地交渉.pdf").rename(folder / "公開" / "用地交渉.pdf")
    assert "\n  新しく公開した資料 1\n    「用地交渉」\n" in summary(built(project), "ja")


def test_what_is_kept_is_small_and_holds_no_words_of_the_minutes(project: Path):
    built(project)
    lines = (project / ".council" / "changes" / "public.json").read_bytes().split(b"\n")
    head, people, pages, packets, *parts = map(json.loads, lines)
    assert set(head) == {"version", "edition", "withdrawals", "parts"}
    assert {name.partition("/")[0] for name in head["parts"]} == {"decisions", "minutes", "materials", "bills"}
    assert "協議" not in json.dumps([people, pages, packets, parts], ensure_ascii=False)


def test_a_part_is_read_only_if_it_is_not_as_it_was(project: Path):
    built(project)
    kept = project / ".council" / "changes" / "public.json"
    whole = kept.read_bytes()
    replace_in(project / TABLE, "議,○,○,欠", "議,×,○,欠")
    assert len(told(built(project), ChangeKind.VOTE)) == 1
    kept.write_bytes(whole.replace(b'["\xe8\xad\xb0', b'[1,"\xe8\xad\xb0', 1))
    report = built(project)
    assert report.changes == ()
    assert {"S421"} <= {found.rule.code for found in report.findings}


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
