"""Papers: what folder and name say, and that a paper which does not open is not published."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import pytest
import yaml
from case_files import CASES
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from council.diagnostics import Outcome
from council.model.events import Audience
from council.parse.drafts import DraftMaterial
from council.parse.find import find_inputs
from council.parse.materials import parse_materials
from council.read.paper import read_paper

NAMES = yaml.safe_load((CASES / "materials" / "names.yml").read_text("utf-8"))
SESSION = "minutes_src/令和7年第4回定例会"


def pdf(pages: int = 2, password: str | None = None, owner: str | None = None) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=200, height=200)
    if password is not None:
        writer.encrypt(password, owner, algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def package(part: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(part, "<x/>")
    return stream.getvalue()


PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20 + b"IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 20 + b"\xff\xd9"
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 120 + "EncryptedPackage\0".encode("utf-16-le")


def papers(project: Path, files: dict[str, bytes]) -> Outcome[tuple[DraftMaterial, ...]]:
    for name, data in files.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(data)
    return parse_materials(find_inputs(project).value.materials)


@pytest.mark.parametrize("case", NAMES, ids=lambda case: case[0])
def test_names(case: list[object], tmp_path: Path):
    made = papers(tmp_path, {f"{SESSION}/{case[0]}": PNG if str(case[0]).endswith("png") else pdf()}).value[0]
    day = made.day.isoformat() if made.day else None
    assert [made.order, [bill.printed for bill in made.bills], made.agenda_number, day, made.title] == case[1:]


def test_a_paper_knows_its_file(tmp_path: Path):
    data = pdf(3)
    made = papers(tmp_path, {f"{SESSION}/資料/議員限定/01_案.pdf": data}).value[0]
    assert (made.kind, made.pages, made.size, made.sha256) == ("pdf", 3, len(data), hashlib.sha256(data).hexdigest())
    assert (made.audience, made.folder) == (Audience.MEMBERS, "令和7年第4回定例会")
    assert made.path == f"{SESSION}/資料/議員限定/01_案.pdf"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.PDF", pdf(1), "pdf"),
        ("a.docx", package("word/document.xml"), "docx"),
        ("a.xlsx", package("xl/workbook.xml"), "xlsx"),
        ("a.png", PNG, "png"),
        ("a.jpg", JPEG, "jpeg"),
        ("a.jpeg", JPEG, "jpeg"),
        ("open-to-all.pdf", pdf(1, "", "owner"), "pdf"),
    ],
)
def test_the_kinds_that_are_published(name: str, data: bytes, kind: str, tmp_path: Path):
    outcome = papers(tmp_path, {f"{SESSION}/資料/公開/{name}": data})
    assert ([made.kind for made in outcome.value], outcome.findings) == ([kind], ())


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("資料/a.pdf", pdf(), "D101"),
        ("資料/その他/a.pdf", pdf(), "D101"),
        ("資料/公開/a.pptx", b"x", "D102"),
        ("資料/公開/a.svg", b"<svg/>", "D102"),
        ("資料/公開/a", b"x", "D102"),
        ("資料/公開/a.pdf", b"", "D103"),
        ("資料/公開/a.pdf", b"\0" * 500, "D103"),
        ("資料/公開/a.pdf", b"%PDF-1.7\nand then nothing", "D103"),
        ("資料/公開/a.pdf", pdf(0), "D103"),
        ("資料/公開/a.png", PNG[:20], "D103"),
        ("資料/公開/a.docx", b"PK\x03\x04 and then nothing", "D103"),
        ("資料/公開/a.pdf", pdf(1, "secret"), "D104"),
        ("資料/公開/a.docx", LOCKED, "D104"),
        ("資料/公開/a.pdf", package("word/document.xml"), "D105"),
        ("資料/公開/a.pdf", b"<html>", "D105"),
        ("資料/公開/a.xlsx", package("word/document.xml"), "D105"),
        ("資料/公開/a.jpg", PNG, "D105"),
    ],
)
def test_what_is_not_published(name: str, data: bytes, code: str, tmp_path: Path):
    outcome = papers(tmp_path, {f"{SESSION}/{name}": data})
    assert [(one.withheld, one.sha256, one.size, one.pages) for one in outcome.value] == (
        [] if code == "D101" else [(code, "", 0, 0)]
    )
    assert [f"{found.rule.code} {found.location}" for found in outcome.findings] == [f"{code} {SESSION}/{name}"]


def test_a_missing_paper_and_one_in_the_cloud(tmp_path: Path):
    assert [found.rule.code for found in read_paper(tmp_path / "a.pdf", "a.pdf").findings] == ["D103"]
    (tmp_path / ".b.pdf.icloud").write_bytes(b"")
    assert [found.rule.code for found in read_paper(tmp_path / "b.pdf", "b.pdf").findings] == ["D106"]


def test_a_damaged_pdf_prints_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    (tmp_path / "a.pdf").write_bytes(pdf()[:-120])
    read_paper(tmp_path / "a.pdf", "a.pdf")
    assert capfd.readouterr() == ("", "")


@given(st.binary(max_size=200), st.integers(0, 400))
def test_no_bytes_make_it_stumble(tmp_path_factory: pytest.TempPathFactory, data: bytes, place: int):
    path = tmp_path_factory.getbasetemp() / "any.pdf"
    path.write_bytes(pdf(1)[:place] + data)
    outcome = read_paper(path, "any.pdf")
    assert (outcome.value is None) == bool(outcome.findings)
