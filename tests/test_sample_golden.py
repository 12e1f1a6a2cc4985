"""The pages of the sample city say what they said when somebody last read them: one golden page a kind."""

from __future__ import annotations

import golden
import pytest
from conftest import SampleSite
from independent.kinds import GOLDEN, address


@pytest.mark.parametrize("kind", GOLDEN)
def test_a_page_of_each_kind_is_as_it_was(kind: str, sample_site: SampleSite, pytestconfig: pytest.Config):
    page = (sample_site.public / address(sample_site.public, kind)).read_text("utf-8")
    golden.check(kind, page, update=pytestconfig.getoption("--update-golden"))


def test_no_golden_page_is_left_over():
    assert {path.stem for path in golden.FOLDER.glob("*.html")} <= set(GOLDEN)


def test_layout_of_golden_pages():
    """Blocks stand on lines of their own, words and full-width spaces as they are."""
    page = "<html><body><article id=a><h1>題 <b>太</b></h1><ul>\n <li>一\u3000二</li>\n\n<li>三</li></ul></article></body></html>"
    assert golden.article_of(page) == (
        '<article id="a">\n  <h1>題 <b>太</b></h1>\n  <ul>\n    <li>一\u3000二</li>\n    <li>三</li>\n  </ul>\n</article>\n'
    )
