"""What `votes/corrections.csv` publishes is carried out wherever the words or the cell appear, and shown as a correction."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import SampleSite
from independent import city
from independent.restricted import found_in
from independent.site_walk import read_page, words


@pytest.fixture(scope="module")
def published(sample_site: SampleSite) -> list[city.Published]:
    found = city.corrections(sample_site.project)
    assert {one.kind for one in found} >= {"発言取消", "転記誤り", "校正"}
    return found


@pytest.mark.parametrize("edition", ["public", "members"])
def test_wrong_words_of_minutes_stand_nowhere_but_in_the_list_of_corrections(
    edition: str, sample_site: SampleSite, published: list[city.Published]
):
    wrong = [one.was for one in published if one.target.endswith(".docx") and one.kind not in city.WITHDRAWN]
    assert wrong
    site = getattr(sample_site, edition)
    listed = {"data/corrections.csv", "data/corrections.json"}
    standing = {
        word: [uri for uri in sorted(places - listed) if not is_struck(site, uri, word)]
        for word, places in found_in(site, wrong).items()
    }
    assert {word: places for word, places in standing.items() if places} == {}


def is_struck(site: Path, uri: str, word: str) -> bool:
    """Say whether a page quotes the words only where it tells of the correction, as <del>."""
    if not uri.endswith(".html"):
        return False
    page = read_page(site, uri)
    for struck in list(page.tree.iter("del")):
        struck.drop_tree()
    return word not in page.tree.text_content()


def test_every_correction_is_shown_with_its_reason(sample_site: SampleSite, published: list[city.Published]):
    rows = city.grid(sample_site.project / "votes" / "corrections.csv")
    (article,) = read_page(sample_site.public, "corrections.html").articles
    there = words(article)
    assert [row[rows[0].index("理由")] for row in rows[1:] if row[rows[0].index("理由")] not in there] == []
    assert len(published) == len(rows) - 1


def test_a_withdrawn_remark_is_named_but_not_repeated(sample_site: SampleSite, published: list[city.Published]):
    silent = [one for one in published if one.kind in city.WITHDRAWN]
    rows = city.grid(sample_site.public / "data" / "corrections.csv")
    kinds = [row[rows[0].index("kind")] for row in rows[1:]]
    assert kinds.count("withdrawn") + kinds.count("personal") == len(silent)
    for row in rows[1:]:
        if row[rows[0].index("kind")] in ("withdrawn", "personal"):
            assert row[rows[0].index("was")] == row[rows[0].index("is")] == ""
