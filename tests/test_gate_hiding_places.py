"""Restricted words are found wherever they hide in a published file, and every finding leads to the input."""

from __future__ import annotations

import base64
import io
import zipfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest
from hiding_places import PLACES, page, pdf_page, pdf_with, picture, word_file, workbook, zipped
from hypothesis import given, settings
from hypothesis import strategies as st
from independent.projects import CHAIR, MAYOR, SESSION, minutes, write_project, write_text, write_word

from council.build.composing import open_store
from council.build.inputs import read_drafts
from council.build.reading import Reading
from council.config import load_config
from council.editions import visible
from council.gate import KeptTexts, Restricted, restricted_words, scan
from council.gate.containers import texts
from council.gate.refusal import UnreadableError
from council.model.events import Audience

SPOKEN = "用地の買収は仏法僧地区から先に始めるつもりであります"
SHORT = "仏法僧の件は48210千円です"
TITLE = "がんこ鶺鴒買収価格調書"
PAPER_LINE = "雲雀地区の単価は坪当たり百万円とする"
ROOM = "https://meeting.example/room-7731?pwd=abc&key=SECRETKEY1"
LATIN = "The purchase price of the harbour site stays undisclosed"
CODES = "合言葉はカナリア7f3a9b2cと zebraquokka88 とし、CANARY-SPEECH-0A1B2C に8,765万4,321円を払います"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a council with restricted minutes, two restricted papers, a picture and an online meeting."""
    root = write_project(tmp_path_factory.mktemp("gate") / "minato", {3: "道路", 17: "河川"})
    folder = root / "minutes_src" / SESSION
    said = [(CHAIR, "開議します。"), (MAYOR, f"{SPOKEN}。{SHORT}。"), (CHAIR, f"{LATIN}."), (MAYOR, f"{CODES}。")]
    write_word(folder / "議員限定" / "協議.docx", minutes(10, said, body="鳴禽協議委員会"))
    papers = folder / "資料" / "議員限定"
    papers.mkdir(parents=True)
    (papers / f"01_{TITLE}.pdf").write_bytes(pdf_page(PAPER_LINE))
    (papers / "06_極秘.xlsx").write_bytes(workbook("98,765,432"))
    (papers / "写真.png").write_bytes(picture(b"tEXt", b"Title\0x"))
    write_text(
        folder / "session.yml",
        f"name: {SESSION}\nsittings:\n  - date: 令和8年3月24日\n    body: 本会議\n    online: {ROOM}\n",
    )
    return root


@pytest.fixture(scope="module")
def restricted(project: Path) -> Restricted:
    drafts = read_drafts(load_config(project).value, Reading(open_store(project))).value
    gathered = restricted_words(project, drafts, visible(drafts, Audience.PUBLIC), KeptTexts())
    assert gathered.findings == ()
    return gathered.value


def sources(site: Path, restricted: Restricted) -> set[str]:
    """Return the inputs that findings name; every finding is an error that withholds everything."""
    found = scan(site, restricted, KeptTexts())
    assert {one.rule.code for one in found} <= {"S401"}
    return {dict(one.values)["source"] for one in found}


def plant(site: Path, name: str, content: bytes) -> None:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_bytes(content)


@pytest.mark.parametrize("place", PLACES)
def test_what_was_said_behind_closed_doors_is_found(place: str, tmp_path: Path, restricted: Restricted):
    plant(tmp_path, *PLACES[place](SPOKEN))
    assert {one.partition(":")[0] for one in sources(tmp_path, restricted)} == {
        f"minutes_src/{SESSION}/議員限定/協議.docx"
    }


@pytest.mark.parametrize("place", sorted(set(PLACES) - {"a file's name in percent signs"}))
def test_the_title_of_a_restricted_paper_is_found(place: str, tmp_path: Path, restricted: Restricted):
    plant(tmp_path, *PLACES[place](TITLE))
    assert sources(tmp_path, restricted) == {f"minutes_src/{SESSION}/資料/議員限定/01_{TITLE}.pdf"}


@pytest.mark.parametrize("place", PLACES)
def test_other_words_in_the_same_places_are_no_leak(place: str, tmp_path: Path, restricted: Restricted):
    plant(tmp_path, *PLACES[place]("道路の点目について伺います市の考えをお示しください"))
    assert scan(tmp_path, restricted, KeptTexts()) == ()


@pytest.mark.parametrize(
    ("words", "source"),
    [
        (SPOKEN[6:18], "協議.docx"),  # 12 characters of it
        (SHORT, "協議.docx"),  # a short sentence, if it is whole
        (LATIN.upper(), "協議.docx"),
        (LATIN[4:40], "協議.docx"),
        (PAPER_LINE, "調書.pdf[p.1]"),
        ("鳴禽協議委員会", "協議.docx"),  # the body's name
        (ROOM, "session.yml"),
        (ROOM.removeprefix("https://"), "session.yml"),
        (ROOM.partition("?")[0], "session.yml"),
        ("SECRETKEY1", "session.yml"),
        ("7f3a9b2c", "協議.docx"),
        ("zebraquokka88", "協議.docx"),
        ("CANARY-SPEECH-0A1B2C", "協議.docx"),
        ("総額8765万4321円です", "協議.docx"),
        ("98765432", "極秘.xlsx"),
        ("06_極秘.xlsx", "極秘.xlsx"),
        ("写真.png", "写真.png"),
        (ROOM.replace("/", "\\/"), "session.yml"),
    ],
)
def test_each_kind_of_restricted_words_is_found(words: str, source: str, tmp_path: Path, restricted: Restricted):
    plant(tmp_path, "a.html", page(f"<p>（{words}）</p>"))
    assert any(source in one for one in sources(tmp_path, restricted))


@pytest.mark.parametrize(
    "words",
    [
        SPOKEN[:11],
        "開議します。",
        "仏法僧の件は99999千円です",
        "https://meeting.example/other",
        "1987654321",
        "大写真.png",
    ],
)
def test_what_is_short_or_common_or_different_is_no_leak(words: str, tmp_path: Path, restricted: Restricted):
    plant(tmp_path, "a.html", page(f"<p>{words}</p>"))
    assert scan(tmp_path, restricted, KeptTexts()) == ()


def test_a_copy_of_a_restricted_file_is_found_by_its_bytes_and_by_its_hash(
    tmp_path: Path, project: Path, restricted: Restricted
):
    content = (project / "minutes_src" / SESSION / "資料" / "議員限定" / "写真.png").read_bytes()
    digest = sha256(content)
    told = {
        "a.png": content,
        "b.zip": zipped("x.png", content),
        "c.json": f'{{"sha256": "{digest.hexdigest().upper()}"}}'.encode(),
        "d.html": page(f'<img integrity="sha256-{base64.b64encode(digest.digest()).decode()}">'),
        "e.pdf": pdf_with(lambda pdf: pdf.add_attachment("x.png", content)),
    }
    for name, planted in told.items():
        plant(tmp_path, name, planted)
    assert {one.location.path for one in scan(tmp_path, restricted, KeptTexts())} == set(told)


def test_the_id_of_a_restricted_paper_is_found(tmp_path: Path, restricted: Restricted):
    identifier = next(iter(restricted.ids))
    plant(tmp_path, "packets/list.json", f'["files/{identifier}.pdf"]'.encode())
    assert len(sources(tmp_path, restricted)) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", pdf_with(lambda _: None, password="secret")),  # noqa: S106 - of a file made here
        ("a.pdf", pdf_page("x")[:200]),
        ("a.pdf", b"no PDF at all"),
        ("a.zip", zipped("b.txt", b"words " * 99)[:-30]),
        ("a.docx", word_file("x")[:-99]),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),  # locked by Office
        ("a.gz", b"\x1f\x8b\x08\x00damaged"),
        ("data.bin", b"7z\xbc\xaf\x27\x1c" + bytes(60)),
        ("a.js.br", b"\x0b\x02\x80words\x03"),
        ("a.Z", b"\x1f\x9d\x90words"),
        ("data.bin", b"MSCF" + bytes(60)),
        ("data.bin", b"\x04\x22\x4d\x18words"),
        ("a.lzh", b"\x20\x00-lh5-words"),
        ("a.lzma", b"words"),
    ],
)
@pytest.mark.parametrize("looking", [True, False])
def test_what_cannot_be_looked_into_is_an_error(
    name: str, content: bytes, tmp_path: Path, restricted: Restricted, *, looking: bool
):
    """Also in a council that has nothing restricted: it may have some tomorrow, and the file will still be there."""
    plant(tmp_path, name, content)
    without = Restricted(type(restricted.index)(), restricted.public)
    found = scan(tmp_path, restricted if looking else without, KeptTexts())
    assert [(one.rule.code, one.location.path) for one in found] == [("S402", name)]


def test_a_locked_file_in_a_zip_is_an_error(tmp_path: Path, restricted: Restricted):
    content = bytearray(zipped("b.txt", b"words"))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        assert archive.infolist()[0].header_offset == 0
    content[6] |= 1
    content[content.find(b"PK\x01\x02") + 8] |= 1
    plant(tmp_path, "a.zip", bytes(content))
    assert [one.rule.code for one in scan(tmp_path, restricted, KeptTexts())] == ["S402"]


def test_no_finding_quotes_what_it_found(tmp_path: Path, restricted: Restricted):
    plant(tmp_path, "a.html", page(f"<p>{SPOKEN}{PAPER_LINE}{ROOM}</p>"))
    told = [
        one.message(language) + str(one.location.words)
        for one in scan(tmp_path, restricted, KeptTexts())
        for language in ("ja", "en")
    ]
    assert len(told) == 6
    assert not any(words in text for text in told for words in (SPOKEN[:8], PAPER_LINE[:8], "room-7731"))


@pytest.mark.parametrize("shift", [0, 1, 5, 20, 77])
def test_a_long_file_is_read_part_by_part_and_nothing_on_a_seam_is_lost(
    shift: int, tmp_path: Path, restricted: Restricted
):
    line = '{"text": "' + "道路" * 200 + '"}\n'
    lines = [line] * ((4 << 20) // len(line.encode()))
    seam = "".join(lines).encode()[: (4 << 20) - 40 + shift].decode(errors="ignore")
    plant(tmp_path, "speeches.jsonl", f"{seam}{SPOKEN}{''.join(lines)}{TITLE}".encode())
    assert len(sources(tmp_path, restricted)) == 2


@pytest.mark.parametrize("place", PLACES)
@given(st.data())
@settings(max_examples=8, deadline=None)
def test_a_damaged_file_is_read_or_refused_and_stops_nothing(place: str, data: st.DataObject):
    name, content = PLACES[place](SPOKEN)
    at = data.draw(st.integers(0, max(len(content) - 1, 0)))
    changed = content[:at] + data.draw(st.binary(max_size=9)) + content[at + data.draw(st.integers(0, 40)) :]
    with suppress(UnreadableError):
        list(texts(changed, name))
