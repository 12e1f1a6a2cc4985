"""Whatever is changed: a build over the old site gives the bytes of one where nothing stood, and writes only those."""

from __future__ import annotations

from pathlib import Path

import pytest
from independent.edits import EDITS
from independent.twins import SITES, Compared, files, inputs_only, shas, told
from rebuilding import built


def test_the_council_of_these_tests_has_something_of_everything(harbour: Path):
    """Else the cases would prove little."""
    for wanted in ("meetings", "bills", "votes", "members", "groups", "materials", "files", "packets", "data"):
        assert [path for path in (harbour / "site" / wanted).rglob("*") if path.is_file()], wanted
    assert "notice.html" in files(harbour / "site")


# One of each sort; `python benchmarks/reliability.py` tries all of them.
SORTS = (
    "one character of a speech",
    "the label of a speaker",
    "a member absent",
    "one vote",
    "one vote made unreadable",
    "the title of a bill",
    "the legend of a sign",
    "a table deleted",
    "one name in the roster",
    "a new group",
    "no roster",
    "one paper changed",
    "one paper moved to the members",
    "a correction of minutes",
    "a withdrawal",
    "one sitting deleted",
    "one more sitting",
    "a sitting announced",
    "a sitting no longer announced",
    "a recording",
    "a page by hand",
    "a template of a page",
    "a fragment of a template",
    "a part of the theme",
    "the council's name",
    "the site's name",
    "the language",
    "restricted minutes made public",
    "minutes made restricted",
    "nothing",
)


@pytest.mark.parametrize("change", SORTS)
def test_incremental_is_cold(here: Path, tmp_path: Path, change: str):
    before = {site: files(here / site) for site in SITES}
    EDITS[change](here)
    over = built(here)
    there = inputs_only(here, tmp_path / "elsewhere" / "minato")
    cold = built(there)
    assert [str(found) for found in over.findings] == [str(found) for found in cold.findings]
    assert [one.pages for one in over.published] == [one.pages for one in cold.published]
    for published, site in zip(over.published, SITES, strict=True):
        both = Compared(before[site], files(here / site), shas(files(there / site)), shas(before[site]))
        assert both.differing == [], told(both.differing)
        assert both.written_for_nothing == [], told(both.written_for_nothing)
        assert (published.new, published.changed, published.removed) == both.counts
        assert published.unchanged == len(both.cold) - published.new - published.changed


@pytest.mark.parametrize("change", ["a page by hand in the place of a record", "a sitting no longer announced"])
def test_what_was_found_is_found_again_where_nothing_has_changed(here: Path, change: str):
    EDITS[change](here)
    first, before = built(here), {site: files(here / site) for site in SITES}
    again = built(here)
    assert again.findings == first.findings
    assert [one.pages for one in again.published] == [one.pages for one in first.published]
    assert {site: files(here / site) for site in SITES} == before
