"""Pages of Word files and workbooks are made once and kept; an office program makes them where the council asks for it."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest
from office_papers import budget, ordinance
from papers_files import HIDDEN, pdf, text_at, word

from council.cache import Store
from council.model.events import Material, MaterialId, SessionId
from council.model.paper_content import ContentPart, PaperContent, Passage, Run
from council.packets import paper_pages, printing
from council.packets.office import NotConvertedError, Office, find_office
from council.packets.printing import SET, SET_PDF, Printer, printed_papers
from council.packets.typeset.places import begins_on
from council.papers import Shelf

pytest.importorskip("typst")

MADE = pdf(text_at(72, 700, "Converted"), text_at(72, 700, "Page two"), info={"/Author": HIDDEN})


@pytest.fixture
def made(monkeypatch):
    """Count how often a paper is set."""
    times = []
    real = paper_pages.typeset_paper
    monkeypatch.setattr(paper_pages, "typeset_paper", lambda *given: times.append(1) or real(*given))
    return times


def shelved(folder: Path, data: bytes, kind: str = "docx") -> tuple[Shelf, Material]:
    shelf = Shelf(Store(folder))
    found = shelf.prepared(data, f"資料/公開/a.{kind}", kind).value
    paper = Material(MaterialId("m-1"), SessionId("s"), "条例案", kind, f"資料/公開/a.{kind}", found.sha256, found.size)
    return shelf, paper


def program(folder: Path, body: str) -> str:
    """Write a program that can be called like an office program."""
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\nimport pathlib, sys\n{body}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IEXEC)
    return str(path)


CONVERTS = (
    "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
    "given = pathlib.Path(sys.argv[-1]).read_bytes()\n"
    "(pathlib.Path(__file__).parent / 'given').write_bytes(given)\n"
    "(out / 'paper.pdf').write_bytes((pathlib.Path(__file__).parent / 'made.pdf').read_bytes())"
)


@pytest.fixture
def libreoffice(tmp_path):
    (tmp_path / "made.pdf").write_bytes(MADE)
    return Office("libreoffice", program(tmp_path, CONVERTS))


def test_pages_are_made_once(tmp_path, made):
    shelf, paper = shelved(tmp_path, ordinance())
    first = Printer(shelf, "ja").pages(paper)
    again = Printer(Shelf(Store(tmp_path)), "ja")
    assert again.pages(paper) == first
    assert (first.value.count, first.value.way) == (2, "own")
    assert again.pdf(paper).startswith(b"%PDF-")
    assert len(made) == 1


def test_what_is_lost_is_made_again(tmp_path, made):
    shelf, paper = shelved(tmp_path, ordinance())
    content = Printer(shelf, "ja").pdf(paper)
    for kind in (SET, SET_PDF):
        (lost,) = (tmp_path / kind).iterdir()
        lost.unlink()
    assert Printer(Shelf(Store(tmp_path)), "ja").pdf(paper) == content
    (hurt,) = (tmp_path / SET_PDF).iterdir()
    hurt.write_bytes(b"?")
    assert Printer(Shelf(Store(tmp_path)), "ja").pdf(paper) == content
    assert len(made) == 3


def test_what_is_kept_stays_and_the_rest_goes(tmp_path):
    shelf, paper = shelved(tmp_path, ordinance())
    Printer(shelf, "ja").pages(paper)
    store = Store(tmp_path)
    Printer(Shelf(store), "ja").keep(paper)
    store.complete(SET, SET_PDF)
    store.tidy()
    assert len(list((tmp_path / SET_PDF).iterdir())) == 1
    store = Store(tmp_path)
    store.complete(SET, SET_PDF)
    store.tidy()
    assert [list((tmp_path / kind).iterdir()) for kind in (SET, SET_PDF)] == [[], []]


def test_other_papers_have_no_pages_of_ours(tmp_path):
    shelf, paper = shelved(tmp_path, pdf(text_at(72, 700, "a")), "pdf")
    assert (Printer(shelf, "ja").pages(paper).value, Printer(shelf, "ja").pdf(paper)) == (None, None)


def test_without_the_extra_there_are_no_pages_and_nothing_breaks(tmp_path, monkeypatch):
    monkeypatch.setattr(printing, "is_installed", lambda: False)
    shelf, paper = shelved(tmp_path, budget(), "xlsx")
    assert Printer(shelf, "ja").pages(paper).value is None
    assert printed_papers([paper], Printer(shelf, "ja")).get(paper.id) is None


def test_pages_of_a_record_are_told_apart_by_what_they_are_made_of(tmp_path):
    shelf, paper = shelved(tmp_path, budget(), "xlsx")
    own, other = (printed_papers([paper], Printer(shelf, language)) for language in ("ja", "en"))
    assert own.basis(paper.id) != other.basis(paper.id)
    assert own[paper.id].count == 2


# ---- office programs


def test_an_office_program_converts_the_published_copy(tmp_path, libreoffice):
    shelf, paper = shelved(tmp_path / "store", word("本文"))
    printer = Printer(shelf, "ja", libreoffice)
    found = printer.pages(paper)
    assert (found.value.count, found.value.way, found.findings) == (2, "libreoffice", ())
    assert (tmp_path / "given").read_bytes() == shelf.content(paper.sha256)
    assert HIDDEN.encode() not in printer.pdf(paper)
    assert b"Converted" in printer.pdf(paper) or printer.pdf(paper).startswith(b"%PDF-")


def test_where_blocks_begin_on_pages_of_others_is_told_by_their_words():
    blocks = (
        Passage((Run("Title"),)),
        Passage(),
        Passage((Run("First  words of it"),)),
        Passage((Run("Second"),), label="2"),
        Passage((Run("Last"),)),
    )
    content = PaperContent("docx", (ContentPart(1, blocks),))
    assert begins_on(content, ["Title\nFirst words of it", "2 Second", "Last"]) == (1, 1, 1, 2, 3)
    assert begins_on(content, ["quite", "other"]) == ()


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("sys.exit(3)", "exit 3"),
        ("pass", "no PDF"),
        (CONVERTS.replace("(pathlib.Path(__file__).parent / 'made.pdf').read_bytes()", "b'PK'"), "no PDF"),
        (CONVERTS.replace("(pathlib.Path(__file__).parent / 'made.pdf').read_bytes()", "b'%PDF-1.7 broken'"), "PDF"),
    ],
)
def test_where_it_fails_we_set_the_paper_and_say_so(tmp_path, body, reason):
    shelf, paper = shelved(tmp_path / "store", word("本文"))
    found = Printer(shelf, "ja", Office("libreoffice", program(tmp_path, body))).pages(paper)
    assert found.value.way == "own"
    (told,) = found.findings
    assert (told.rule.code, str(told.location)) == ("D404", "資料/公開/a.docx")
    assert f"（{reason}）" in told.message("ja")
    assert str(tmp_path) not in told.message("en")


def test_one_that_is_not_there(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("council.packets.office._USUAL_PLACES", ())
    office = find_office("libreoffice")
    assert (office.program, find_office("")) == ("", None)
    with pytest.raises(NotConvertedError, match="no LibreOffice"):
        office.convert(b"", "docx")


@pytest.mark.skipif(os.name == "nt", reason="looks for a script on PATH")
def test_one_is_found_on_the_path_and_another_version_makes_pages_anew(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    path = program(tmp_path, "pass")
    office = find_office("libreoffice")
    before = office.identity
    assert office.program == path
    program(tmp_path, "pass # newer")
    assert office.identity != before


@pytest.mark.skipif(sys.platform == "win32", reason="Word may be there")
def test_word_is_on_windows_only():
    assert find_office("word").program == ""


def test_one_that_hangs_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr("council.packets.office._SECONDS", 0.5)
    office = Office("libreoffice", program(tmp_path, "import time; time.sleep(30)"))
    with pytest.raises(NotConvertedError, match=r"0\.5 s"):
        office.convert(b"", "docx")
