"""A few pages of the small council as somebody last read them; `pytest --update-golden` writes them anew."""

from __future__ import annotations

from pathlib import Path

import golden
import pytest
from pages_council import KEN, MINUTES, SESSION
from pages_site import pages

FOLDER = Path(__file__).parent / "cases" / "pages"
GOLDEN = {
    "vote": f"votes/{SESSION}-gian-3-main.html",
    "vote-without-names": f"votes/{SESSION}-gian-5-main.html",
    "meeting": f"meetings/{MINUTES}.html",
    "member": f"members/{KEN}.html",
    "session": f"sessions/{SESSION}.html",
}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", GOLDEN)
def test_a_page_reads_as_it_did(name, language, pytestconfig):
    path = FOLDER / f"{name}.{language}.html"
    shown = golden.article_of(f"<article>{pages(language)[GOLDEN[name]].body}</article>")
    if pytestconfig.getoption("--update-golden"):
        FOLDER.mkdir(exist_ok=True)
        path.write_text(shown, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == shown


def test_no_golden_page_is_left_over():
    assert {path.name for path in FOLDER.glob("*")} == {
        f"{name}.{language}.html" for name in GOLDEN for language in ("ja", "en")
    }
