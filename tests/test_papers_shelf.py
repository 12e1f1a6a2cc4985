"""Papers are made ready once and kept on disk; whatever lies there damaged is made anew."""

from __future__ import annotations

import hashlib

import pytest
from papers_files import HIDDEN, pdf, text_at, word

from council.papers import Shelf, reading
from council.papers import shelf as shelf_module

DATA = pdf(text_at(72, 700, "Budget"), info={"/Author": "somebody"})


@pytest.fixture
def made(monkeypatch):
    """Count how often a paper is made ready."""
    times = []
    real = reading.prepare_paper
    monkeypatch.setattr(shelf_module, "prepare_paper", lambda *given: times.append(1) or real(*given))
    return times


def test_a_paper_is_made_ready_once(tmp_path, made):
    first = Shelf(tmp_path / "papers").prepared(DATA, "資料/公開/a.pdf", "pdf")
    second = Shelf(tmp_path / "papers").prepared(DATA, "資料/公開/b.pdf", "pdf")
    assert len(made) == 1
    assert first.value == second.value
    assert [(one.rule.code, one.location.path) for one in (*first.findings, *second.findings)] == [
        ("D318", "資料/公開/a.pdf"),
        ("D318", "資料/公開/b.pdf"),
    ]


def test_the_copy_and_its_words_lie_under_the_copy_s_hash(tmp_path):
    shelf = Shelf(tmp_path / "papers")
    found = shelf.prepared(DATA, "a.pdf", "pdf").value
    content = shelf.content(found.sha256)
    assert (found.sha256, found.size) == (hashlib.sha256(content).hexdigest(), len(content))
    assert shelf.text(found.sha256).text == "Budget"


def test_what_is_held_back_is_known_the_next_time(tmp_path, made):
    data = word("歳入{hidden の総額}です。")
    found = [Shelf(tmp_path).prepared(data, "a.docx", "docx") for _ in range(2)]
    assert [(one.value, one.findings[0].rule.code, str(one.findings[0].location)) for one in found] == [
        (None, "D302", "a.docx:¶1")
    ] * 2
    assert len(made) == 1


@pytest.mark.parametrize("damage", [b"", b"{}", b"[1]", b"\xff", b'{"maker":"another"}'])
@pytest.mark.parametrize("suffix", [".bin", "-pdf.json", ".json"])
def test_what_is_damaged_is_made_anew(tmp_path, made, damage, suffix):
    whole = Shelf(tmp_path).prepared(DATA, "a.pdf", "pdf")
    hurt = [path for path in tmp_path.iterdir() if path.name.endswith(suffix)]
    for path in hurt:
        path.write_bytes(damage)
    again = Shelf(tmp_path).prepared(DATA, "a.pdf", "pdf")
    assert again == whole
    assert hurt
    assert len(made) == 2
    assert hashlib.sha256(Shelf(tmp_path).content(again.value.sha256)).hexdigest() == again.value.sha256


def test_a_fresh_shelf_believes_nothing_that_lies_there(tmp_path, made):
    Shelf(tmp_path).prepared(DATA, "a.pdf", "pdf")
    shelf = Shelf(tmp_path, fresh=True)
    shelf.prepared(DATA, "a.pdf", "pdf")
    shelf.prepared(DATA, "b.pdf", "pdf")
    assert len(made) == 2


def test_a_withdrawn_paper_does_not_stay_on_the_shelf(tmp_path):
    Shelf(tmp_path).prepared(word(HIDDEN), "a.docx", "docx")
    shelf = Shelf(tmp_path)
    kept = shelf.prepared(DATA, "b.pdf", "pdf").value
    shelf.tidy()
    assert {path.name for path in tmp_path.iterdir()} == {
        f"{hashlib.sha256(DATA).hexdigest()}-pdf.json",
        f"{kept.sha256}.bin",
        f"{kept.sha256}.json",
    }


def test_where_nothing_can_be_written_the_findings_are_still_told(tmp_path):
    (tmp_path / "papers").write_text("a file stands where the folder should be")
    shelf = Shelf(tmp_path / "papers")
    found = shelf.prepared(DATA, "a.pdf", "pdf")
    assert [one.rule.code for one in found.findings] == ["D318"]
    with pytest.raises(OSError, match="papers"):
        shelf.content(found.value.sha256)
