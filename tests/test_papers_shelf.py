"""Papers are made ready once and kept on disk; whatever lies there damaged is made anew."""

from __future__ import annotations

import hashlib

import pytest
from papers_files import HIDDEN, pdf, text_at, word

from council.cache import Store, key_of, made_by
from council.papers import Shelf, reading
from council.papers import shelf as shelf_module

DATA = pdf(text_at(72, 700, "Budget"), info={"/Author": "somebody"})


@pytest.fixture
def made(monkeypatch):
    """Count how often a paper is made ready."""
    times = []
    real = reading.prepare_paper
    monkeypatch.setattr(reading, "prepare_paper", lambda *given: times.append(1) or real(*given))
    return times


def test_a_paper_is_made_ready_once(tmp_path, made):
    first = Shelf(Store(tmp_path / "papers")).prepared(DATA, "資料/公開/a.pdf", "pdf")
    second = Shelf(Store(tmp_path / "papers")).prepared(DATA, "資料/公開/b.pdf", "pdf")
    assert len(made) == 1
    assert first.value == second.value
    assert [(one.rule.code, one.location.path) for one in (*first.findings, *second.findings)] == [
        ("D318", "資料/公開/a.pdf"),
        ("D318", "資料/公開/b.pdf"),
    ]


def test_the_copy_and_its_words_lie_under_the_copy_s_hash(tmp_path):
    shelf = Shelf(Store(tmp_path / "papers"))
    found = shelf.prepared(DATA, "a.pdf", "pdf").value
    content = shelf.content(found.sha256)
    assert (found.sha256, found.size) == (hashlib.sha256(content).hexdigest(), len(content))
    assert shelf.text(found.sha256).text == "Budget"


def test_what_is_held_back_is_known_the_next_time(tmp_path, made):
    data = word("歳入{hidden の総額}です。")
    found = [Shelf(Store(tmp_path)).prepared(data, "a.docx", "docx") for _ in range(2)]
    assert [(one.value, one.findings[0].rule.code, str(one.findings[0].location)) for one in found] == [
        (None, "D302", "a.docx:¶1")
    ] * 2
    assert len(made) == 1


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff", b"council-cache-4\n"])
@pytest.mark.parametrize("kind", ["copy", "paper", "paper-words"])
def test_what_is_damaged_is_made_anew(tmp_path, made, damage, kind):
    whole = Shelf(Store(tmp_path)).prepared(DATA, "a.pdf", "pdf")
    (hurt,) = (tmp_path / kind).iterdir()
    hurt.write_bytes(damage)
    shelf = Shelf(Store(tmp_path))
    assert shelf.prepared(DATA, "a.pdf", "pdf") == whole
    assert hashlib.sha256(shelf.content(whole.value.sha256)).hexdigest() == whole.value.sha256
    assert shelf.text(whole.value.sha256).text == "Budget"
    assert len(made) == 2


def test_a_fresh_shelf_believes_nothing_that_lies_there(tmp_path, made):
    Shelf(Store(tmp_path)).prepared(DATA, "a.pdf", "pdf")
    shelf = Shelf(Store(tmp_path, fresh=True))
    shelf.prepared(DATA, "a.pdf", "pdf")
    shelf.prepared(DATA, "b.pdf", "pdf")
    assert len(made) == 2


def test_a_withdrawn_paper_does_not_stay_on_the_shelf(tmp_path):
    Shelf(Store(tmp_path)).prepared(word(HIDDEN), "a.docx", "docx")
    store = Store(tmp_path)
    kept = Shelf(store).prepared(DATA, "b.pdf", "pdf").value
    store.complete(*shelf_module.KINDS)
    store.tidy()
    assert {path.parent.name: path.name for path in tmp_path.rglob("*") if path.is_file()} == {
        "copy": kept.sha256,
        "paper": key_of(made_by(), DATA, "pdf"),
        "paper-words": kept.sha256,
    }


def test_where_nothing_can_be_written_a_paper_is_made_ready_for_this_run(tmp_path):
    (tmp_path / "papers").write_text("a file stands where the folder should be")
    shelf = Shelf(Store(tmp_path / "papers"))
    found = shelf.prepared(DATA, "a.pdf", "pdf")
    assert [one.rule.code for one in found.findings] == ["D318"]
    assert hashlib.sha256(shelf.content(found.value.sha256)).hexdigest() == found.value.sha256
