"""Papers from their folders to the two editions: what is published, where it stands, what is held back."""

from __future__ import annotations

import csv
import hashlib
import json

import lxml.html
import pytest
from papers_files import HIDDEN, LATIN_HIDDEN, book, exif, jpeg, parts_of, pdf, row, rows, text_at, word

from council.build import BuildOptions, build_project, check_project
from council.model.identifiers import material_id

SESSION = "minutes_src/令和7年第4回定例会"
SITTINGS = """
name: 令和7年第4回定例会
period: {from: 令和7年12月2日, to: 令和7年12月19日}
sittings:
  - date: 令和7年12月2日
    body: 本会議
    agenda: [会議録署名議員の指名, 議案第32号 令和7年度一般会計補正予算（第4号）]
"""
PUBLIC = f"{SESSION}/資料/公開"
PAPERS = {
    f"{PUBLIC}/12月2日/日程第2_補正予算の説明.docx": word("# 補正の概要\n| 歳入 | 155 |", header="第4号"),
    f"{PUBLIC}/02_議案第32号_工事の概要.pdf": pdf(
        text_at(72, 700, "Works on the harbour"), info={"/Author": LATIN_HIDDEN}
    ),
    f"{PUBLIC}/03_年表.xlsx": book({"年表": rows(row(1, "年", "出来事")), HIDDEN: rows(row(1, HIDDEN))}, (HIDDEN,)),
    f"{PUBLIC}/04_写真.jpg": jpeg(exif(gps=True)),
    f"{PUBLIC}/05_黒塗りの名簿.pdf": pdf(text_at(72, 700, LATIN_HIDDEN) + "q 0 g 60 690 300 30 re f Q\n"),
    f"{SESSION}/資料/議員限定/取扱注意の内訳.pdf": pdf(text_at(72, 700, "Closed figures of the harbour budget")),
    f"{SESSION}/資料/未定/読める人の決まらない資料の題名.pdf": pdf(text_at(72, 700, "Nobody knows who may read")),
}


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
    return project, report


def of(name: str) -> str:
    return material_id(next(path for path in PAPERS if path.endswith(name)))


def article(project, uri: str, edition: str = "site") -> str:
    page = lxml.html.fromstring((project / edition / uri).read_text("utf-8"))
    return " ".join(page.find(".//article").text_content().split())


def test_the_published_file_is_the_one_whose_hash_the_data_gives(site):
    project, _ = site
    listed = list(csv.DictReader((project / "site/data/materials.csv").read_text("utf-8-sig").splitlines()))
    assert [one["title"] for one in listed] == ["議案第32号 工事の概要", "年表", "写真", "日程第2 補正予算の説明"]
    for one in listed:
        content = (project / "site" / one["url"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == one["sha256"]
        assert one["sha256"] in article(project, f"materials/{one['id']}.html")
    assert json.loads((project / "site/data/materials.json").read_bytes())[0]["pages"] == 1


def test_nothing_of_what_papers_hide_is_in_either_edition(site):
    project, _ = site
    for edition in ("site", "site-members"):
        for path in (project / edition).rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                packed = "".join(parts_of(content).values()) if path.suffix in (".docx", ".xlsx") else ""
                assert HIDDEN.encode() not in content, path
                assert LATIN_HIDDEN.encode() not in content, path
                assert HIDDEN not in packed, path


def test_a_paper_has_its_page_with_its_words_and_where_it_was_used(site):
    project, _ = site
    shown = article(project, f"materials/{of('日程第2_補正予算の説明.docx')}.html")
    assert "令和7年第4回定例会の資料 日程第2 補正予算の説明" in shown
    assert "会議令和7年12月2日 本会議" in shown
    assert "議案第32号 令和7年度一般会計補正予算（第4号）" in shown
    assert "補正の概要 歳入155" in shown.replace("155 ", "155")
    assert "Works on the harbour" in article(project, f"materials/{of('02_議案第32号_工事の概要.pdf')}.html")
    assert "年表年出来事" in article(project, f"materials/{of('03_年表.xlsx')}.html")


def test_a_photo_is_seen_on_its_page(site):
    project, _ = site
    page = (project / f"site/materials/{of('04_写真.jpg')}.html").read_text("utf-8")
    assert f'<img src="../files/{of("04_写真.jpg")}.jpeg" alt="写真">' in page


def test_a_paper_that_is_held_back_keeps_its_place(site):
    project, report = site
    held = of("05_黒塗りの名簿.pdf")
    assert [(one.rule.code, one.location.path) for one in report.findings if one.rule.code == "D309"] == [
        ("D309", f"{PUBLIC}/05_黒塗りの名簿.pdf")
    ]
    assert report.exit_code == 1
    assert "黒塗りの名簿 確認中" in article(project, "materials.html")
    assert "確認中 この資料は、" in article(project, f"materials/{held}.html")
    assert not list((project / "site/files").glob(f"{held}*"))


def test_of_a_paper_whose_audience_nobody_stated_only_a_place_is_shown(site):
    project, report = site
    assert "D101" in {one.rule.code for one in report.findings}
    for edition in ("site", "site-members"):
        for uri in ("materials.html", "sessions/2025-4-teirei.html"):
            shown = article(project, uri, edition)
            assert "確認中 だれが読める資料かを確かめているため" in shown
            assert "読める人の決まらない" not in shown
        assert not list((project / edition).rglob(f"{of('読める人の決まらない資料の題名.pdf')}*"))


def test_papers_for_members_are_in_their_edition_alone(site):
    project, _ = site
    own = of("議員限定/取扱注意の内訳.pdf")
    assert "Closed figures of the harbour budget" in article(project, f"materials/{own}.html", "site-members")
    assert not list((project / "site").rglob(f"{own}*"))
    assert "取扱注意の内訳" not in article(project, "materials.html")


def test_papers_lead_to_their_pages_wherever_they_are_listed(site):
    project, _ = site
    own = f"materials/{of('日程第2_補正予算の説明.docx')}.html"
    for uri in ("materials.html", "sessions/2025-4-teirei.html", "bills/2025-4-teirei-gian-32.html",
                "meetings/2025-12-02-honkaigi.html", "packets/2025-12-02-honkaigi.html"):  # fmt: skip
        page = (project / "site" / uri).read_text("utf-8")
        assert f'href="{"../" * uri.count("/")}{own}"' in page, uri


def test_the_list_can_be_narrowed_by_year_session_body_bill_and_kind(site):
    project, _ = site
    page = lxml.html.fromstring((project / "site/materials.html").read_text("utf-8"))
    form = page.find(".//form[@data-council-filter='materials-list']")
    assert [one.get("name") for one in form.iter("select")] == ["year", "session", "body", "bill", "kind"]
    bills = [option.get("value") for option in form.findall(".//select[@name='bill']/option")]
    assert bills == ["", "2025-4-teirei-gian-32"]
    tied = page.findall(".//li[@data-bill='2025-4-teirei-gian-32']")
    assert len(tied) == 2


def test_a_second_check_finds_the_same_and_a_second_build_gives_the_same_bytes(site):
    project, report = site
    of_papers = {one for one in report.findings if one.rule.code.startswith("D")}
    assert {one for one in check_project(project).findings if one.rule.code.startswith("D")} == of_papers
    before = {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()}
    build_project(project, BuildOptions(("public", "members"), use_cache=False))
    assert {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()} == before


def test_a_paper_without_a_session_builds_too(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: 汐路市議会\n", "utf-8")
    for name in ("minutes_src/資料/公開/a.pdf", "minutes_src/古い資料/資料/公開/b.pdf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(pdf())
    report = build_project(tmp_path, BuildOptions())
    assert [one.edition for one in report.published] == ["public"], [one.message("en") for one in report.findings]
    assert article(tmp_path, "materials.html").count("PDF") >= 2
