"""A file that is no sound Word document is refused, each kind by its own name and remedy, and never with a traceback."""

from __future__ import annotations

import hashlib
import io
import random
import struct
import warnings
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from build_word import DECLARATION, NAMESPACES, build_word, word_parts, write_parts

from council.diagnostics import Severity, Withholds
from council.read.docx import read_word
from council.read.docx.source import is_placeholder
from council.rules import word_unread as rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.diagnostics import Outcome
    from council.read.documents import WordDocument

MINUTES = "# 会議録\n○議長（山田太郎君）　開会します。{footnote 脚注}{comment 覚え}\n| 議案 | 結果 |"
NAME = "minutes_src/令和7年第4回定例会/第1号.docx"


def refused(path: Path) -> str:
    """Return the name of the one rule that refuses the file."""
    outcome = read_word(path, NAME)
    assert outcome.value is None
    (finding,) = outcome.findings
    assert finding.rule.severity is Severity.ERROR
    assert finding.rule.withholds is Withholds.SITTING
    assert finding.location.path == NAME
    assert finding.message("ja")
    assert finding.message("en")
    assert finding.help("ja")
    return finding.rule.name


def word_bytes(**changes: str | bytes) -> bytes:
    """Return a Word file with some of its parts replaced."""
    buffer = io.BytesIO()
    parts: dict[str, str | bytes] = {**word_parts(MINUTES, header="ヘッダー"), **changes}
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def ole(*entries: str) -> bytes:
    """Return the head of a compound file with these names in its directory."""
    directory = b"".join((entry + "\0").encode("utf-16-le").ljust(128, b"\0") for entry in ("Root Entry", *entries))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + directory


def zipped(*members: tuple[str, bytes]) -> bytes:
    """Return an archive; the same name may come twice."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # zipfile does not like twins either
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def parts_and(*members: tuple[str, bytes]) -> bytes:
    """Return a Word file with more members in its archive."""
    return zipped(*((name, text.encode()) for name, text in word_parts(MINUTES).items()), *members)


def content_types(main: str, more: str = "") -> str:
    """Return content types that call the main part ``main``."""
    types = word_parts(MINUTES)["[Content_Types].xml"]
    return types.replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", main
    ).replace("</Types>", f"{more}</Types>")


FOREIGN: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "word-empty"),
    "zeros": (lambda: b"\0" * 12288, "word-all-zero"),
    "zeros in front": (lambda: b"\0" * 512 + b"abc", "word-unknown-format"),
    "an old .doc": (lambda: ole("WordDocument", "1Table"), "word-legacy-doc"),
    "a password": (lambda: ole("EncryptionInfo", "EncryptedPackage"), "word-encrypted"),
    "an old .xls": (lambda: ole("Workbook"), "word-other-format"),
    "an old file of another kind": (lambda: ole("PowerPoint Document"), "word-other-format"),
    "a web page": ("<!DOCTYPE html><html><body>会議録</body></html>".encode, "word-html"),
    "a web page in UTF-16": (lambda: "<html xmlns:w='urn:x'>会議録</html>".encode("utf-16"), "word-html"),
    "a web archive": (lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related", "word-html"),
    "rich text": (lambda: rb"{\rtf1\ansi\deff0 {\fonttbl}}", "word-rtf"),
    "a PDF": (lambda: b"%PDF-1.7\n", "word-other-format"),
    "flat XML": (
        lambda: b'<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
        "word-other-format",
    ),
    "plain text": (lambda: "○議長　開会します。".encode("cp932"), "word-unknown-format"),
    "only a zip's first letters": (lambda: b"PK", "word-truncated"),
    "an empty zip": (zipped, "word-other-format"),
    "a zip of pictures": (lambda: zipped(("写真.png", b"\x89PNG")), "word-other-format"),
    "an .odt": (
        lambda: zipped(("mimetype", b"x"), ("content.xml", b"<a/>"), ("META-INF/manifest.xml", b"<a/>")),
        "word-other-format",
    ),
    "an .xlsx": (
        lambda: word_bytes(
            **{
                "[Content_Types].xml": content_types(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
                )
            }
        ),
        "word-other-format",
    ),
    "a template": (
        lambda: word_bytes(
            **{
                "[Content_Types].xml": content_types(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
                )
            }
        ),
        "word-other-format",
    ),
    "a .docm": (
        lambda: word_bytes(
            **{"[Content_Types].xml": content_types("application/vnd.ms-word.document.macroEnabled.main+xml")}
        ),
        "word-macro",
    ),
    "a .docm under another type": (
        lambda: word_bytes(
            **{
                "[Content_Types].xml": content_types(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    '<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
                )
            }
        ),
        "word-macro",
    ),
    "Strict Open XML by its relations": (
        lambda: word_bytes(
            **{
                "_rels/.rels": word_parts(MINUTES)["_rels/.rels"].replace(
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    "http://purl.oclc.org/ooxml/officeDocument/relationships",
                )
            }
        ),
        "word-strict",
    ),
    "Strict Open XML by its root": (
        lambda: word_bytes(
            **{
                "word/document.xml": '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>'
            }
        ),
        "word-strict",
    ),
    "no content types": (lambda: zipped(("word/document.xml", b"<a/>")), "word-missing-part"),
    "no relations": (
        lambda: zipped(("[Content_Types].xml", word_parts("")["[Content_Types].xml"].encode())),
        "word-missing-part",
    ),
    "no main part": (
        lambda: word_bytes(
            **{"_rels/.rels": word_parts("")["_rels/.rels"].replace("word/document.xml", "word/elsewhere.xml")}
        ),
        "word-missing-part",
    ),
    "a main part outside the file": (
        lambda: word_bytes(
            **{
                "_rels/.rels": word_parts("")["_rels/.rels"].replace(
                    'Target="word/document.xml"', 'Target="http://evil.example/a.xml" TargetMode="External"'
                )
            }
        ),
        "word-missing-part",
    ),
    "no body": (
        lambda: word_bytes(**{"word/document.xml": f"{DECLARATION}<w:document {NAMESPACES}/>"}),
        "word-missing-part",
    ),
    "another root": (
        lambda: word_bytes(**{"word/document.xml": f"{DECLARATION}<w:styles {NAMESPACES}><w:body/></w:styles>"}),
        "word-missing-part",
    ),
    "broken XML": (lambda: word_bytes(**{"word/document.xml": "<w:document><w:body>"}), "word-broken-xml"),
    "an empty main part": (lambda: word_bytes(**{"word/document.xml": ""}), "word-broken-xml"),
    "an undefined entity": (lambda: word_bytes(**{"word/styles.xml": "<a>&nbsp;</a>"}), "word-broken-xml"),
    "the same part twice": (lambda: parts_and(("word/document.xml", b"<a/>")), "word-duplicate-part"),
    "the same part in capitals": (lambda: parts_and(("WORD/Document.XML", b"<a/>")), "word-duplicate-part"),
    "the same part with a backslash": (lambda: parts_and(("word\\document.xml", b"<a/>")), "word-duplicate-part"),
    "two archives in one": (lambda: word_bytes() + word_bytes(), "word-extra-data"),
    "something in front": (lambda: b"PK\0\0" + word_bytes(), "word-extra-data"),
    "something behind": (lambda: word_bytes() + b"\0" * 40, "word-extra-data"),
    "one large part": (lambda: parts_and(("word/media/a.bmp", b"\0" * (65 << 20))), "word-too-large"),
    "large parts together": (
        lambda: parts_and(*((f"word/media/{n}.bmp", b"\0" * (30 << 20)) for n in range(8))),
        "word-too-large",
    ),
    "much from little": (lambda: parts_and(("word/media/a.bmp", b"\0" * (30 << 20))), "word-too-large"),
    "XML of blanks": (lambda: word_bytes(**{"word/document.xml": "<a>" + " " * (5 << 20) + "</a>"}), "word-too-large"),
    "too many tags": (
        lambda: word_bytes(**{"word/styles.xml": "<a>" + "".join(f"<b{n % 977}/>" for n in range(1_000_001)) + "</a>"}),
        "word-too-large",
    ),
    "too many parts": (lambda: zipped(*((f"customXml/{n}.bin", b"") for n in range(4001))), "word-too-large"),
    "600 levels": (lambda: word_bytes(**{"word/document.xml": "<a>" * 600 + "</a>" * 600}), "word-too-deep"),
}


@pytest.mark.parametrize(("content", "rule"), FOREIGN.values(), ids=FOREIGN)
def test_a_foreign_or_hostile_file_is_refused_by_name(content: Callable[[], bytes], rule: str, tmp_path: Path):
    path = tmp_path / "第1号.docx"
    path.write_bytes(content())
    assert refused(path) == rule


def test_a_sound_file_is_read_and_known_by_its_hash(tmp_path: Path):
    path = build_word(tmp_path / "第1号.docx", MINUTES)
    outcome = read_word(path, NAME)
    assert outcome.value is not None
    assert outcome.value.path == NAME
    assert outcome.value.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


DOCTYPES = {
    "external entity": '<!DOCTYPE a [<!ENTITY x SYSTEM "BAIT">]>',
    "parameter entity": '<!DOCTYPE a [<!ENTITY % x SYSTEM "BAIT"> %x;]>',
    "external subset": '<!DOCTYPE a SYSTEM "BAIT">',
    "public subset": '<!DOCTYPE a PUBLIC "-//W3C//DTD" "BAIT">',
    "laughs": '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
    "empty": "<!DOCTYPE a>",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("doctype", DOCTYPES.values(), ids=DOCTYPES)
def test_a_doctype_in_any_part_in_any_encoding_is_refused(doctype: str, encoding: str, tmp_path: Path):
    bait = tmp_path / "bait.txt"
    bait.write_text("おとり", encoding="utf-8")
    sound = word_parts(MINUTES, header="ヘッダー")
    for part, text in sound.items():
        root = text.removeprefix(DECLARATION)
        hostile = f'<?xml version="1.0" encoding="{encoding}"?>\n{doctype.replace("BAIT", bait.as_uri())}{root}'
        path = write_parts(tmp_path / "a.docx", {**sound, part: hostile.encode(encoding)})
        assert refused(path) == "word-doctype", part


def test_a_part_in_utf_16_without_a_doctype_is_read(tmp_path: Path):
    sound = word_parts("○議長　開会します。")
    text = sound["word/document.xml"].replace('encoding="UTF-8"', 'encoding="UTF-16"')
    path = write_parts(tmp_path / "a.docx", {**sound, "word/document.xml": text.encode("utf-16")})
    assert document(read_word(path, NAME)).blocks[0].text == "○議長　開会します。"  # type: ignore[union-attr]


def document(outcome: Outcome[WordDocument | None]) -> WordDocument:
    """Return the document of a file that was read."""
    assert outcome.value is not None
    return outcome.value


def chance(seed: int) -> random.Random:
    """Return chance that comes out the same each time."""
    return random.Random(seed)  # noqa: S311 - a test, nothing secret


def central(data: bytes, name: str) -> int:
    """Return where the central directory speaks of a member."""
    place = data.find(b"PK\x01\x02")
    while data[place + 46 : place + 46 + len(name)] != name.encode():
        place = data.find(b"PK\x01\x02", place + 1)
    return place


def patched(offset: int, value: int, length: int = 4) -> Callable[[], bytes]:
    """Return a Word file whose directory lies about its main part at ``offset``."""

    def change() -> bytes:
        data = bytearray(word_bytes())
        place = central(bytes(data), "word/document.xml") + offset
        data[place : place + length] = struct.pack("<I", value)[:length]
        return bytes(data)

    return change


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (patched(24, 100), "word-damaged"),  # says it unpacks to 100 bytes
        (patched(24, 900_000), "word-damaged"),  # says it unpacks to more than it does
        (patched(24, 0x7FFFFFFF), "word-too-large"),
        (patched(16, 12345), "word-damaged"),  # another CRC
        (patched(10, 99, 2), "word-damaged"),  # a method of packing Word never uses
        (patched(8, 1, 2), "word-encrypted"),
    ],
)
def test_an_archive_that_lies_is_refused(change: Callable[[], bytes], rule: str, tmp_path: Path):
    path = tmp_path / "a.docx"
    path.write_bytes(change())
    assert refused(path) == rule


def test_two_parts_over_the_same_bytes_are_refused(tmp_path: Path):
    data = bytearray(parts_and(("word/media/1.bin", b"a" * 500), ("word/media/2.bin", b"b" * 500)))
    first, second = (central(bytes(data), f"word/media/{n}.bin") for n in (1, 2))
    data[second + 42 : second + 46] = struct.pack("<I", struct.unpack("<I", data[first + 42 : first + 46])[0] + 3)
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    assert refused(path) == "word-damaged"


def test_a_file_cut_anywhere_is_refused(tmp_path: Path):
    data = word_bytes()
    path = tmp_path / "a.docx"
    for length in chance(1).sample(range(1, len(data)), 100):
        path.write_bytes(data[:length])
        assert refused(path) in {"word-truncated", "word-unknown-format"}


def test_a_file_with_a_turned_bit_is_refused_or_reads_the_same(tmp_path: Path):
    data = word_bytes()
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    whole = document(read_word(path, NAME)).blocks
    turns = chance(2)
    for _ in range(200):
        turned = bytearray(data)
        turned[turns.randrange(len(data))] ^= 1 << turns.randrange(8)
        path.write_bytes(turned)
        outcome = read_word(path, NAME)
        assert outcome.value is None or outcome.value.blocks == whole


@pytest.mark.parametrize(
    "nested",
    [
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
        "<w:ins>{}</w:ins>",
    ],
)
def test_nesting_without_an_end_is_refused(nested: str, tmp_path: Path):
    inner = "<w:p/>"
    for _ in range(70):
        inner = nested.format(inner)
    assert refused(build_word(tmp_path / "a.docx", inner)) == "word-too-deep"


def test_tables_in_tables_as_people_make_them_are_read(tmp_path: Path):
    inner = "<w:p><w:r><w:t>奥</w:t></w:r></w:p>"
    for _ in range(6):
        inner = f"<w:tbl><w:tr><w:tc><w:p/>{inner}</w:tc></w:tr></w:tbl>"
    assert "奥" in repr(document(read_word(build_word(tmp_path / "a.docx", inner), NAME)))


@pytest.mark.parametrize(
    "status",
    [
        SimpleNamespace(st_file_attributes=0x400000),
        SimpleNamespace(st_file_attributes=0x1000),
        SimpleNamespace(st_flags=0x40000000),
    ],
)
def test_a_file_that_is_only_in_the_cloud_is_known_by_its_attributes(status: SimpleNamespace):
    assert is_placeholder(status)  # type: ignore[arg-type]


def test_a_file_in_the_cloud_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("council.read.docx.source.is_placeholder", lambda _status: True)
    monkeypatch.setattr(Path, "read_bytes", lambda _path: pytest.fail("was opened"))
    assert refused(build_word(tmp_path / "a.docx", MINUTES)) == "word-cloud-only"


def test_an_icloud_stub_in_the_place_of_the_file_is_known(tmp_path: Path):
    (tmp_path / ".a.docx.icloud").write_bytes(b"bplist00")
    assert refused(tmp_path / "a.docx") == "word-cloud-only"


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path):
    assert refused(tmp_path / "ない.docx") == "word-unreadable"
    assert refused(tmp_path) == "word-unreadable"


def test_a_file_that_is_saved_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = build_word(tmp_path / "a.docx", MINUTES)
    read = Path.read_bytes

    def saved_meanwhile(this: Path) -> bytes:
        data = read(this)
        this.write_bytes(data + b"more")
        return data

    monkeypatch.setattr(Path, "read_bytes", saved_meanwhile)
    assert refused(path) == "word-changed-while-read"


def test_references_to_elsewhere_are_noted_and_never_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    parts = word_parts(MINUTES)
    more = '<Relationship Id="t" Type="http://x/attachedTemplate" Target="\\\\host\\share\\a.dotm" TargetMode="External"/><Relationship Id="i" Type="http://x/image" Target="http://evil.example/a.png" TargetMode="External"/></Relationships>'
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace("</Relationships>", more)
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("connected"))
    outcome = read_word(write_parts(tmp_path / "a.docx", parts), NAME)
    kinds = [dict(one.values)["kind"] for one in outcome.findings if one.rule is rules.EXTERNAL_CONTENT]
    assert kinds == ["attachedTemplate", "image"]
    assert "evil" not in repr(outcome)


@pytest.mark.parametrize("target", ["word/%64ocument.xml", "/word/document%2Exml", "word/document.xml"])
def test_the_name_of_a_part_may_be_percent_encoded(target: str, tmp_path: Path):
    parts = word_parts("本文")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace('"word/document.xml"', f'"{target}"')
    outcome = read_word(write_parts(tmp_path / "a.docx", parts), "a.docx")
    assert outcome.value is not None
    assert outcome.findings == ()


@pytest.mark.parametrize("suffix", [".odt", ".doc", ".docx"])
def test_a_file_of_another_kind_is_called_by_its_own_suffix(suffix: str, tmp_path: Path):
    path = tmp_path / f"第1号{suffix}"
    path.write_bytes(b"%PDF-1.7\n")
    (found,) = read_word(path, path.name).findings
    assert (found.rule.code, dict(found.values)) == ("R209", {"kind": "PDF", "suffix": suffix})
    assert f" {suffix} " in found.message("ja")
