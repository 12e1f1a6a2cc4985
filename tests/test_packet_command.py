"""`council packet`: PDFs of packets, and page numbers that stay once a packet was handed out."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import sys
from pathlib import Path

import papers_files as files
import pytest
from packet_desk import CLOSED, LEDGER, MEETING, MEMBERS_LEDGER, OPEN, Desk, told
from pypdf import PdfReader

from council.diagnostics import Outcome, finding
from council.location import Location
from council.packets import pdf as binding
from council.packets.book import PageNumber, leaf_of
from council.rules.binding import TOO_LONG
from council.rules.gate import RESTRICTED_WORDS

SAMPLE = "minutes_src/令和8年第4回定例会/packets.csv"
FIRST, SECOND = "議案第32号_補正予算の概要.pdf", "議案第33号_給与改定の要点.pdf"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.put(FIRST, "Budget one", "Budget two", "Budget three")
    made.put(SECOND, "Pay one")
    return made


def rows(desk, name=LEDGER):
    return list(csv.DictReader(io.StringIO((desk.root / name).read_text("utf-8-sig"))))


def test_a_packet_is_written_to_a_folder_of_its_own(desk):
    done = desk.run("packet")
    assert done.exit_code == 0, done.output
    reader = PdfReader(desk.root / "packets" / f"{MEETING}.pdf")
    assert len(reader.pages) == 8
    assert not (desk.root / LEDGER).exists()
    assert not (desk.root / "site").exists()


@pytest.mark.parametrize("meeting", [MEETING, "2025-12-02", "令和7年12月2日", "2025"])
def test_a_sitting_is_named_by_id_day_or_beginning(desk, meeting):
    done = desk.run("packet", meeting, "--out", str(desk.root / "out"))
    assert done.exit_code == 0, done.output
    assert [path.name for path in (desk.root / "out").iterdir()] == [f"{MEETING}.pdf"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["2024"], "ありません"),
        (["--issue"], "会議を1つ"),
        ([MEETING, "--on", "2025-11-25"], "--issue"),
        ([MEETING, "--issue", "--on", "きのう"], "読めません"),
        ([MEETING, "--out", "{root}/site/packets"], "--out"),
        ([MEETING, "--out", "{root}/minutes_src"], "--out"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(desk, words, said):
    done = desk.run("packet", *(word.format(root=desk.root) for word in words))
    assert done.exit_code == 2
    assert said in done.output
    assert "Traceback" not in done.output
    assert not (desk.root / LEDGER).exists()


def test_without_the_extra_the_command_says_how_to_install_it(desk, monkeypatch):
    monkeypatch.setattr("council.build.packet_run.is_installed", lambda: False)
    done = desk.run("packet")
    assert done.exit_code == 2
    assert 'pip install "council-toolkit[packet]"' in done.output
    assert binding.is_installed()


def test_two_sittings_of_a_day_must_be_told_apart(desk):
    path = desk.root / LEDGER.replace("packets.csv", "session.yml")
    path.write_text(path.read_text("utf-8") + "  - date: 令和7年12月2日\n    body: 総務委員会\n", "utf-8")
    done = desk.run("packet", "2025-12-02")
    assert done.exit_code == 2
    assert "2025-12-02-soumu" in done.output


def test_what_is_handed_out_is_written_down(desk):
    done = desk.issue("令和7年11月25日")
    assert done.exit_code == 0, done.output
    found = rows(desk)
    assert [(row["種類"], row["資料番号"], row["通しページ"]) for row in found] == [
        ("表紙", "", "p1"),
        ("目次", "", "p2"),
        ("日程", "", "p3"),
        ("資料", "資料1", "p4-p6"),
        ("日程", "", "p7"),
        ("資料", "資料2", "p8"),
    ]
    assert {(row["会議"], row["版"], row["改訂"], row["配付日"]) for row in found} == {
        (MEETING, "公開版", "1", "2025-11-25")
    }
    assert (desk.root / LEDGER).read_bytes().startswith(b"\xef\xbb\xbf")
    book = desk.book()
    assert (book.revision, book.issued, book.date) == (1, "2025-11-25", "2025-11-25")
    assert all(leaf.changed == "" for leaf in book.leaves)


def test_nothing_is_written_down_twice(desk):
    desk.issue("2025-11-25")
    before = (desk.root / LEDGER).read_bytes()
    done = desk.issue("2025-11-26")
    assert done.exit_code == 0
    assert "変わっていない" in done.output
    assert (desk.root / LEDGER).read_bytes() == before


def test_replacements_supplements_and_withdrawals_keep_all_other_numbers(desk):
    desk.issue("2025-11-25")
    desk.put(FIRST, "Budget one", "Budget two, corrected", "Budget three", "Budget four")
    desk.put("議案第32号_補足.pdf", "More on the budget")
    assert told(desk.book()) == [
        "1 cover",
        "2 contents",
        "3 item",
        "4 paper 資料1 1",
        "5-2 paper 資料1 2 差し替え（配付前）",
        "6 paper 資料1 3",
        "6-2 paper 資料1 4 追加（配付前）",
        "6-3 paper 資料1-2 1 追加（配付前）",
        "7 item",
        "8 paper 資料2 1",
    ]
    assert desk.issue("2025-12-01").exit_code == 0
    desk.take(SECOND)
    assert desk.issue("2025-12-02").exit_code == 0
    book = desk.book()
    assert told(book) == [
        "1 cover",
        "2 contents",
        "3 item",
        "4 paper 資料1 1",
        "5-2 paper 資料1 2 12月1日 差し替え",
        "6 paper 資料1 3",
        "6-2 paper 資料1 4 12月1日 追加",
        "6-3 paper 資料1-2 1 12月1日 追加",
        "7 item",
    ]
    assert book.notes == ("12月2日 取り下げ：資料2 議案第33号 給与改定の要点（8ページ。この番号はもう使いません）",)
    assert book.papers[0].notes == ("12月1日 差し替え：5-2ページ", "12月1日 追加：6-2ページ")
    led = [(str(one.number), str(one.now), one.words) for one in book.retired]
    assert led == [
        ("5", "5-2", "5ページは、5-2ページに差し替わりました。"),
        ("8", "7", "8ページは、なくなりました。"),
    ]
    assert str(leaf_of(book, PageNumber(5)).number) == "5-2"
    assert leaf_of(book, PageNumber(99)) is None
    labels = PdfReader(desk.root / "packets" / f"{MEETING}.pdf").page_labels
    assert labels == [line.split()[0] for line in told(book)]


def test_a_file_saved_anew_moves_no_page(desk):
    desk.issue("2025-11-25")
    path = next((desk.root / LEDGER).parent.rglob(FIRST))
    before = told(desk.book())
    path.write_bytes(path.read_bytes().replace(b"%%EOF", b"%%EOF\n% saved again"))
    assert told(desk.book()) == before
    path.rename(path.with_name("議案第32号_補正予算の概要（再掲）.pdf"))
    assert told(desk.book()) == before


def test_a_paper_held_back_keeps_its_place_and_its_numbers(desk):
    desk.issue("2025-11-25")
    path = next((desk.root / LEDGER).parent.rglob(FIRST))
    whole = path.read_bytes()
    path.write_bytes(b"%PDF-1.7\nbroken")
    assert told(desk.book())[3:5] == ["4 missing 資料1 1", "7 item"]
    assert str(leaf_of(desk.book(), PageNumber(6)).number) == "4"
    done = desk.issue("2025-11-26")
    assert done.exit_code == 1, done.output  # the broken file is an error
    path.write_bytes(whole)
    assert told(desk.book())[3:7] == ["4 paper 資料1 1", "5 paper 資料1 2", "6 paper 資料1 3", "7 item"]


def test_members_numbers_lie_among_what_is_for_members_only(desk):
    desk.put("議案第32号_事前配付.pdf", "For members", folder=CLOSED)
    assert desk.issue("2025-11-25", "--edition", "members").exit_code == 0
    assert not (desk.root / LEDGER).exists()
    assert "事前配付" in (desk.root / MEMBERS_LEDGER).read_text("utf-8-sig")
    assert (desk.root / "packets-members" / f"{MEETING}.pdf").exists()
    assert [one.number for one in desk.book("members").papers] == ["資料1", "資料2", "資料3"]
    assert desk.book("members").revision == 1
    public = desk.book()
    assert (public.revision, [one.number for one in public.papers]) == (0, ["資料1", "資料2"])
    assert "事前配付" not in repr(public)
    done = desk.run("build", "--edition", "all")
    assert done.exit_code == 0, done.output
    site = b"".join(path.read_bytes() for path in (desk.root / "site").rglob("*") if path.is_file())
    assert "事前配付".encode() not in site
    assert not list((desk.root / "site").rglob("packets.csv"))
    assert not list((desk.root / "site-members").rglob("packets.csv"))


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        ("p4-p6", "4～6", "D601"),
        ("公開版", "会派版", "D601"),
        ("2025-11-25", "先週", "D601"),
        ("資料,-", "写真,-", "D601"),
        ("p8", "p4", "D602"),
        (f"{MEETING},", "2025-12-03-honkaigi,", "D603"),
        ("公開版", "議員版", "D604"),
    ],
)
def test_a_list_that_was_damaged_is_told_of(desk, was, now, code):
    desk.issue("2025-11-25")
    path = desk.root / LEDGER
    text = path.read_text("utf-8-sig")
    path.write_text(text.replace(was, now) if was in text else text.replace(",資料,", ",写真,"), "utf-8-sig")
    done = desk.run("check")
    assert code in done.output
    if code in ("D601", "D602"):
        assert done.exit_code == 1
        again = desk.issue("2025-12-01")
        if code == "D601":
            assert again.exit_code == 2
            assert "council check" in again.output


def test_a_list_as_excel_saves_it_is_read(desk):
    desk.issue("2025-11-25")
    desk.put(FIRST, "Budget one", "Budget two, corrected", "Budget three")
    before = told(desk.book())
    path = desk.root / LEDGER
    path.write_bytes(path.read_text("utf-8-sig").replace("2025-11-25", "2025/11/25").encode("cp932"))
    assert told(desk.book()) == before
    assert desk.issue("2025-12-01").exit_code == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_english_councils_have_english_words(desk):
    desk.write("mkdocs.yml", (desk.root / "mkdocs.yml").read_text("utf-8") + "extra: {council: {language: en}}\n")
    assert desk.issue("2025-11-25").exit_code == 0
    found = rows(desk)
    assert [(row["part"], row["number"], row["pages"]) for row in found][3] == ("paper", "Paper 1", "p4-p6")
    desk.put(FIRST, "Budget one", "Budget two, corrected", "Budget three")
    assert desk.issue("2025-12-01").exit_code == 0
    assert told(desk.book())[4] == "5-2 paper Paper 1 2 Replaced 1 December"


def test_a_build_says_that_numbers_moved_while_nothing_is_handed_out(desk):
    assert desk.run("build").exit_code == 0
    assert "--issue" not in desk.run("build").output
    desk.put(FIRST, "Budget one", "Budget two", "Budget three", "Budget four")
    said = desk.run("build").output
    assert f"council packet {MEETING} --issue" in said
    desk.issue("2025-11-25")
    desk.put(FIRST, "Budget one", "Budget two", "Budget three", "Budget four", "Budget five")
    assert "--issue" not in desk.run("build").output


def test_a_build_binds_what_changed_and_tells_again_what_was_found(desk, monkeypatch):
    desk.put("議案第32号_地図.pdf", "Map")
    first = desk.run("build")
    assert first.exit_code == 0, first.output
    whole = (desk.root / "site" / "packets" / f"{MEETING}.pdf").read_bytes()

    def never(*_):
        raise AssertionError

    monkeypatch.setattr("council.build.packets.bind", never)
    assert desk.run("build").exit_code == 0
    monkeypatch.undo()
    path = desk.root / "site" / "packets" / f"{MEETING}.pdf"
    path.unlink()
    monkeypatch.setattr("council.build.packets.bind", never)
    assert desk.run("build").exit_code == 0
    assert path.read_bytes() == whole


def test_the_sample_city_handed_out_what_it_has(tmp_path):
    root = Path(__file__).parent.parent
    for name in ("minutes_src", "votes"):
        shutil.copytree(root / name, tmp_path / name)
    desk = Desk.__new__(Desk)
    desk.root = tmp_path
    desk.write("mkdocs.yml", (root / "mkdocs.yml").read_text("utf-8"))
    before = (tmp_path / SAMPLE).read_bytes()
    done = desk.run("packet", "2026-12-01", "--issue", "--on", "2026-11-30")
    assert done.exit_code == 0, done.output
    assert "変わっていない" in done.output
    assert (tmp_path / SAMPLE).read_bytes() == before
    labels = PdfReader(tmp_path / "packets" / "2026-12-01-honkaigi.pdf").page_labels
    assert labels == ["1", "2", "3", "4", "5-2", "5-3", "5-4", "6", "7"]


def test_a_word_file_takes_the_pages_that_it_is_set_on(desk):
    path = desk.root / OPEN / "議案第33号_説明.docx"
    path.write_bytes(files.word("".join(f"<w:p><w:r><w:t>Paragraph {n}</w:t></w:r></w:p>" for n in range(150))))
    done = desk.run("packet", MEETING)
    assert done.exit_code == 0, done.output
    assert "D50" not in done.output
    lines = [line for line in told(desk.book()) if "資料3" in line]
    assert len(lines) > 2
    text = "".join(page.extract_text() for page in PdfReader(desk.root / "packets" / f"{MEETING}.pdf").pages)
    assert "Paragraph 149" in text


def test_mkdocs_alone_binds_packets_too(desk):
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=desk.root, check=True, timeout=300)
    assert len(PdfReader(desk.root / "site" / "packets" / f"{MEETING}.pdf").pages) == 8


def test_a_packet_that_cannot_be_bound_leaves_no_dead_link(desk, monkeypatch):
    told_so = finding(TOO_LONG, Location(f"packets/{MEETING}.pdf"), reason="x")
    monkeypatch.setattr("council.build.packets.bind", lambda *_: Outcome(None, (told_so,)))
    done = desk.run("build")
    assert done.exit_code == 0, done.output
    assert "D504" in done.output
    page = PdfReader(desk.root / "site" / "packets" / f"{MEETING}.pdf").pages[0]
    assert "could not be made" in page.extract_text()


def test_what_paper_would_take_is_told_with_its_denominator(desk):
    desk.write("votes/members.csv", "氏名,就任日\n山田太郎,2023-05-01\n鈴木花子,2023-05-01\n佐藤次郎,2026-01-01\n")
    desk.run("build")
    page = (desk.root / "site" / "sessions" / "2025-4-teirei.html").read_text("utf-8")
    assert "8ページ×その日に在職の議員2人＝16枚（片面）" in page


def test_a_paper_at_an_item_without_papers_has_the_next_number(desk):
    desk.take(FIRST)
    desk.issue("2025-11-25")
    desk.put(FIRST, "Budget one")
    assert [paper.number for paper in desk.book().papers] == ["資料2", "資料1"]


def test_what_must_not_be_handed_out_is_not_written_down(desk, monkeypatch):
    desk.issue("2025-11-25")
    before = (desk.root / LEDGER).read_bytes()
    desk.put(SECOND, "Pay two")
    barred = (finding(RESTRICTED_WORDS, Location("packets/x.pdf"), source="a.docx"),)

    def refuse(_, staging, *__):
        shutil.rmtree(staging)
        return barred

    monkeypatch.setattr("council.build.guarding.Gate.refuse", refuse)
    done = desk.issue("2025-12-01")
    assert done.exit_code == 2
    assert "S401" in done.output
    assert (desk.root / LEDGER).read_bytes() == before


def test_withdrawn_words_stand_in_no_note_of_what_was_taken_back(desk):
    desk.put("秘められた鶺鴒の件.pdf", "Wagtail")
    desk.issue("2025-11-25")
    desk.take("秘められた鶺鴒の件.pdf")
    desk.issue("2025-11-26")
    assert "鶺鴒" in desk.book().notes[0]
    words = "日付,種別,対象,場所,誤,正,理由,決定者\n"
    desk.write("votes/corrections.csv", f"{words}2025-12-05,発言取消,{LEDGER},,秘められた鶺鴒の件,,,議長\n")
    assert desk.book().notes == ("11月26日 取り下げ：資料3（9ページ。この番号はもう使いません）",)
    assert desk.run("build").exit_code == 0
    assert not any("鶺鴒".encode() in path.read_bytes() for path in (desk.root / "site").rglob("*") if path.is_file())
