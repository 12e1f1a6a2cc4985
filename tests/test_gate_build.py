"""A build that would let restricted words out publishes nothing of the public edition; the old site stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hiding_places import pdf_page, pdf_with, zipped
from independent.building import fingerprints
from independent.projects import CHAIR, MAYOR, SESSION, minutes, write_project, write_text, write_word

from council.build import BuildOptions, build_project
from council.report import ExitCode

SPOKEN = "用地の買収は仏法僧地区から先に始めるつもりであります"
TITLE = "鶺鴒地区の買収価格調書"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a council with restricted minutes and a restricted paper, published once."""
    root = write_project(tmp_path / "minato", {3: "道路"}, turns=1)
    folder = root / "minutes_src" / SESSION
    write_word(
        folder / "議員限定" / "協議.docx",
        minutes(10, [(CHAIR, "開議します。"), (MAYOR, f"{SPOKEN}。")], body="特別委員会"),
    )
    (folder / "資料" / "議員限定").mkdir(parents=True)
    (folder / "資料" / "議員限定" / f"{TITLE}.pdf").write_bytes(pdf_page(SPOKEN))
    assert build_project(root, BuildOptions()).exit_code is ExitCode.OK
    return root


def pages(root: Path) -> Path:
    return root / "site_templates" / "pages"


def gate_findings(report):
    return [(one.rule.code, one.location.path) for one in report.findings if one.rule.code.startswith("S40")]


def test_a_page_written_by_hand_that_repeats_restricted_words_is_not_published(project: Path):
    before = fingerprints(project / "site")
    write_text(pages(project) / "news.md", f"# お知らせ\n\n先日の会議では「{SPOKEN}」という話がありました。\n")
    report = build_project(project, BuildOptions())
    assert gate_findings(report) == [("S401", "news.html")]
    assert report.exit_code is ExitCode.CANNOT_RUN
    assert report.published == ()
    assert fingerprints(project / "site") == before
    assert not list((project / ".council").glob("staging-*"))


def test_the_members_edition_is_published_all_the_same(project: Path):
    write_text(pages(project) / "news.md", f"# お知らせ\n\n{TITLE}を配りました。\n")
    report = build_project(project, BuildOptions(editions=("public", "members")))
    assert [one.edition for one in report.published] == ["members"]
    assert report.exit_code is ExitCode.CANNOT_RUN


def test_a_restricted_name_in_the_configuration_is_found(project: Path):
    settings = (project / "mkdocs.yml").read_text("utf-8")
    write_text(project / "mkdocs.yml", f"{settings}site_description: {TITLE}\n")
    report = build_project(project, BuildOptions())
    assert {code for code, _ in gate_findings(report)} == {"S401"}


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("files.zip", zipped("a.txt", SPOKEN.encode("cp932")), "S401"),
        ("leaflet.pdf", pdf_with(lambda pdf: pdf.add_metadata({"/Subject": TITLE})), "S401"),
        ("locked.pdf", pdf_with(lambda _: None, password="secret"), "S402"),  # noqa: S106 - of a file made here
    ],
)
def test_a_file_beside_the_pages_is_looked_into(name: str, content: bytes, code: str, project: Path):
    write_text(pages(project) / "news.md", f"# お知らせ\n\n[書類]({name})\n")
    (pages(project) / name).write_bytes(content)
    report = build_project(project, BuildOptions())
    assert gate_findings(report) == [(code, name)]
    assert not (project / "site" / name).exists()


def test_a_fault_of_our_own_that_lets_restricted_minutes_through_is_caught(
    project: Path, monkeypatch: pytest.MonkeyPatch
):
    """What is restricted is told by the folders, not by the stage that leaves it out."""
    before = fingerprints(project / "site")
    for module in ("composing", "guarding"):
        monkeypatch.setattr(f"council.build.{module}.visible", lambda drafts, _: drafts)
    report = build_project(project, BuildOptions())
    assert report.exit_code is ExitCode.CANNOT_RUN
    assert {code for code, _ in gate_findings(report)} == {"S401"}
    assert fingerprints(project / "site") == before


def test_what_is_public_as_well_does_not_stop_anything(project: Path):
    """The same sentence in public minutes, the same title on a public paper: nothing is given away."""
    folder = project / "minutes_src" / SESSION
    write_word(folder / "第2号.docx", minutes(17, [(CHAIR, "開議します。"), (MAYOR, f"{SPOKEN}。")], number=2))
    (folder / "資料" / "公開").mkdir()
    (folder / "資料" / "公開" / f"{TITLE}.pdf").write_bytes(pdf_page("別の中身"))
    report = build_project(project, BuildOptions())
    assert gate_findings(report) == []
    assert report.exit_code is ExitCode.OK


def test_a_sentence_of_a_public_paper_may_be_quoted(project: Path):
    """Its words are in no draft; the paper is opened when they are met."""
    folder = project / "minutes_src" / SESSION / "資料" / "公開"
    folder.mkdir()
    (folder / "要約.pdf").write_bytes(pdf_page(f"要約　{SPOKEN}"))
    write_text(pages(project) / "news.md", f"# お知らせ\n\n{SPOKEN}。\n")
    assert gate_findings(build_project(project, BuildOptions())) == []


def test_the_same_file_on_both_sides_is_a_warning(project: Path):
    papers = project / "minutes_src" / SESSION / "資料"
    (papers / "公開").mkdir()
    content = (papers / "議員限定" / f"{TITLE}.pdf").read_bytes()
    (papers / "公開" / "写し.pdf").write_bytes(content)
    report = build_project(project, BuildOptions())
    assert gate_findings(report) == [("S404", f"minutes_src/{SESSION}/資料/公開/写し.pdf")]
    assert report.exit_code is ExitCode.OK


def test_a_restricted_file_without_words_is_told_of(project: Path):
    papers = project / "minutes_src" / SESSION / "資料" / "議員限定"
    (papers / "図面.pdf").write_bytes(pdf_page(""))
    assert gate_findings(build_project(project, BuildOptions())) == [
        ("S405", f"minutes_src/{SESSION}/資料/議員限定/図面.pdf")
    ]


def test_texts_that_are_slow_to_read_are_kept_and_a_damaged_cache_is_no_trouble(project: Path):
    kept = project / ".council" / "cache" / "texts"
    files = sorted(kept.iterdir())
    assert len(files) == 1
    files[0].write_text("{damaged", "ascii")
    write_text(pages(project) / "news.md", f"# お知らせ\n\n{SPOKEN}。\n")
    assert gate_findings(build_project(project, BuildOptions())) == [("S401", "news.html")]
    assert sorted(kept.iterdir()) == files
