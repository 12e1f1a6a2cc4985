"""Word files and workbooks from their folders to pages, pictures and packets of the two editions."""

from __future__ import annotations

import io
import json

import lxml.html
import pytest
from build_word import paragraph, run
from office_papers import HIDDEN, budget, docx, drawing, gradient, ledger, ordinance
from papers_files import parts_of
from pypdf import PdfReader

from council.build import BuildOptions, build_project
from council.model.identifiers import material_id

SESSION = "minutes_src/令和7年第4回定例会"
SITTINGS = """
name: 令和7年第4回定例会
period: {from: 令和7年12月2日, to: 令和7年12月19日}
sittings:
  - date: 令和7年12月2日
    body: 本会議
    agenda: [会議録署名議員の指名, 議案第32号 文化会館条例の一部を改正する条例]
"""
CLOSED = "非公開の予定地の名"
PAPERS = {
    f"{SESSION}/資料/公開/12月2日/01_議案第32号_条例案.docx": ordinance(),
    f"{SESSION}/資料/公開/12月2日/02_歳入予算.xlsx": budget(),
    f"{SESSION}/資料/公開/12月2日/04_明細.xlsx": ledger(),
    f"{SESSION}/資料/議員限定/12月2日/03_予定地.docx": docx(
        paragraph(run(CLOSED) + drawing(10, 10, f"{CLOSED}の図")), pictures={"rIdPic": gradient(40, 40)}
    ),
}
ORDINANCE, BUDGET, LEDGER, SITE = (material_id(path) for path in PAPERS)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    project = tmp_path_factory.mktemp("city")
    (project / "mkdocs.yml").write_text("site_name: 汐路市議会\nextra:\n  council:\n    name: 汐路市議会\n", "utf-8")
    for name, data in PAPERS.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(data)
    (project / SESSION / "session.yml").write_text(SITTINGS, "utf-8")
    report = build_project(project, BuildOptions(("public", "members")))
    assert len(report.published) == 2, [str(one.location) + one.message("en") for one in report.findings]
    return project


def page(project, uri: str, edition: str = "site"):
    return lxml.html.fromstring((project / edition / uri).read_text("utf-8")).find(".//article")


def test_a_word_file_is_shown_with_its_pictures(site):
    article = page(site, f"materials/{ORDINANCE}.html")
    assert [one.text_content() for one in article.find_class("c-label")] == ["第1条", "第2条", "２", "一", "二"]
    (image,) = (one for one in article.iter("img") if "c-pic" in (one.get("class") or ""))
    assert image.get("alt") == "会館の位置図"
    assert (site / "site/materials" / image.get("src")).resolve().read_bytes() == gradient()


def test_a_workbook_is_shown_as_displayed(site):
    article = page(site, f"materials/{BUDGET}.html")
    assert [one.text_content() for one in article.iter("h3")] == ["歳入", "日程"]
    assert "15,520,000" in article.text_content()
    assert [one.get("scope") for one in article.iter("th")][:2] == ["col", "colgroup"]


def test_how_pages_are_made_is_told(site):
    assert "このサイトの組版" in page(site, f"materials/{ORDINANCE}.html").text_content()
    (kept,) = (site / "site/packets").glob("2025-*.json")
    assert [one.get("made") for one in json.loads(kept.read_bytes())["papers"]] == ["own", "own", "own"]


def test_page_and_pdf_of_a_packet_agree_on_what_stands_where(site):
    pytest.importorskip("typst")
    (pdf,) = (site / "site/packets").glob("2025-*.pdf")
    pages = ["".join(one.extract_text().split()) for one in PdfReader(io.BytesIO(pdf.read_bytes())).pages]
    leaves = page(site, f"packets/{pdf.stem}.html").find_class("packet-leaf")
    numbered = {leaf.get("data-page"): leaf for leaf in leaves}
    found = 0
    for number, printed in enumerate(pages, start=1):
        leaf = numbered.get(str(number))
        for line in () if leaf is None else leaf.xpath(".//div[contains(@class, 'packet-text')]//p[not(ruby)]"):
            words = "".join(line.text_content().split())
            assert words[:12] in printed
            found += bool(words)
    assert found > 3 * 120


def test_a_long_table_stands_page_by_page(site):
    pytest.importorskip("typst")
    (name,) = (one.stem for one in (site / "site/packets").glob("2025-*.pdf"))
    paper = page(site, f"packets/{name}.html").xpath(f"//section[@data-paper='{LEDGER}']")[0]
    leaves = paper.find_class("packet-leaf")
    assert len(leaves) > 2
    assert all([one.text_content() for one in leaf.iter("th")] == ["番号", "事業", "金額"] for leaf in leaves)
    numbers = [row[0].text_content() for leaf in leaves for row in leaf.iter("tr") if row[0].tag == "td"]
    assert numbers == [str(one) for one in range(1, 121)]


def test_papers_for_members_are_shown_to_them_alone(site):
    assert CLOSED in page(site, f"materials/{SITE}.html", "site-members").text_content()
    assert list((site / "site-members/files").glob(f"{SITE}-*.png"))
    assert not list((site / "site/files").glob(f"{SITE}*"))
    for path in (site / "site").rglob("*"):
        assert not path.is_file() or CLOSED.encode() not in path.read_bytes(), path


def test_nothing_that_nobody_sees_is_in_either_edition(site):
    for edition in ("site", "site-members"):
        for path in (site / edition).rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                packed = "".join(parts_of(content).values()) if path.suffix in (".docx", ".xlsx") else ""
                words = "".join(one.extract_text() for one in PdfReader(path).pages) if path.suffix == ".pdf" else ""
                assert HIDDEN.encode() not in content, path
                assert HIDDEN not in packed + words, path


def test_a_second_build_gives_the_same_bytes(site):
    before = {path: path.read_bytes() for path in (site / "site").rglob("*") if path.is_file()}
    build_project(site, BuildOptions(("public",)))
    assert {path: path.read_bytes() for path in (site / "site").rglob("*") if path.is_file()} == before
