"""What saves a packet, as files: right hashes of everything, the same bytes for the same record, nothing that is not public."""

from __future__ import annotations

import datetime as dt
import hashlib
import http.client
import io
import json
import re
import struct
from pathlib import Path

import pytest
from conftest import SampleSite
from mkdocs.commands.build import build
from mkdocs.config import load_config
from msgspec.structs import replace
from offline_site import DAY, ID, OTHER, Council, paper
from PIL import Image

from council.build import BuildOptions, build_project
from council.build.offline import redactions_of
from council.model.council import Correction, CouncilFacts
from council.model.council import Council as Record
from council.packets.icon import icon
from council.packets.offline import Kept, KeptPaper, manifest, packet_list, worker
from council.serve.board import Board
from council.serve.server import PreviewServer

FINISHED = {
    "packets/p.html": ("a" * 64, 10),
    "packets/p.pdf": ("b" * 64, 20),
    "packets/offline.html": ("c" * 64, 5),
    "files/m-00000001.pdf": ("d" * 64, 30),
    "files/m-00000001-1.png": ("e" * 64, 31),
    "files/m-00000002.pdf": ("f" * 64, 32),
    "files/m-00000003.pdf": ("0" * 64, 33),
    "assets/council.0123456789ab.css": ("1" * 64, 40),
    "assets/search/words.mjs": ("2" * 64, 41),
    "assets/search.0123456789ab/words.mjs": ("2" * 64, 41),
    "index.html": ("3" * 64, 50),
}
PAPERS = (
    KeptPaper("m-00000001", "資料1", "概要", "4", 2, "files/m-00000001.pdf", "d" * 64),
    KeptPaper("m-00000002", "資料2", "内訳", "6", 1, "", ""),
)
KEPT = Kept("p", "配付資料", "2026-12-02", "ja", "public", 1, "2026-12-01", ("1", "2", "37", "37-2"), PAPERS)


@pytest.fixture
def council(tmp_path: Path) -> Council:
    council = Council(tmp_path / "shi")
    council.folder.mkdir()
    council.start()
    return council


def told(council: Council, name: str) -> dict:
    return json.loads((council.site / "packets" / name).read_text("utf-8"))


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_manifest_names_what_is_needed_and_nothing_else() -> None:
    made = json.loads(manifest(KEPT, FINISHED, "x"))
    assert [one["url"] for one in made["files"]] == [
        "packets/p.html",
        "packets/p.pdf",
        "files/m-00000001-1.png",
        "files/m-00000001.pdf",
        "assets/council.0123456789ab.css",
    ]
    assert [one["url"] for one in made["files"] if one.get("whole")] == ["packets/p.pdf"]
    assert made["files"][3] == {
        "url": "files/m-00000001.pdf",
        "size": 30,
        "sha256": "d" * 64,
        "label": "資料1",
        "paper": "m-00000001",
        "page": "4",
    }
    assert made["pages"] == ["1", "2", "37", "37-2"]
    assert made["withdrawn"] == ["m-00000002"]
    assert manifest(KEPT, dict(reversed(FINISHED.items())), "x") == manifest(KEPT, FINISHED, "x")


def test_a_worker_is_another_when_its_page_is() -> None:
    first, again = worker("public", FINISHED), worker("public", dict(FINISHED))
    assert first == again
    other = worker("public", {**FINISHED, "packets/offline.html": ("9" * 64, 5)})
    versions = {re.search(rb'"version":"([0-9a-f]{12})"', one)[1] for one in (first, other)}
    assert len(versions) == 2
    assert worker("public", {**FINISHED, "index.html": ("9" * 64, 5)}) == first


def test_every_file_of_a_site_is_as_its_manifest_says(council: Council) -> None:
    made = told(council, f"{ID}.json")
    assert made["date"] == DAY
    assert [one["number"] for one in made["papers"]] == ["資料1", "資料2"]
    for one in made["files"]:
        path = council.site / one["url"]
        assert (one["size"], one["sha256"]) == (path.stat().st_size, sha(path)), one["url"]
    for one in made["papers"]:
        assert one["sha256"] == sha(council.site / one["url"])
    packets = told(council, "list.json")["packets"]
    assert packets == {name: sha(council.site / "packets" / f"{name}.json") for name in (ID, OTHER)}
    listed = re.match(rb"const TOLD = (\{.*\});", (council.site / "packets" / "sw.js").read_bytes())
    for uri, digest in json.loads(listed[1])["shell"]:
        assert digest == sha(council.site / uri)


def test_every_file_that_a_packet_shows_or_leads_to_is_kept(sample_site: SampleSite) -> None:
    for edition in (sample_site.public, sample_site.members):
        names = json.loads((edition / "packets" / "list.json").read_text("utf-8"))["packets"]
        assert len(names) > 10
        for name in names:
            kept = {
                one["url"] for one in json.loads((edition / "packets" / f"{name}.json").read_text("utf-8"))["files"]
            }
            page = (edition / "packets" / f"{name}.html").read_text("utf-8")
            shown = {f"files/{one}" for one in re.findall(r'(?:src|href)="\.\./files/([^"#]+)', page)}
            loaded = {f"assets/{one}" for one in re.findall(r'(?:src|href)="\.\./assets/([^"#]+)', page)}
            assert shown | loaded <= kept, name


def test_only_what_changed_is_told_anew(council: Council) -> None:
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in (council.site / "packets").iterdir()}
    council.build()
    after = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in (council.site / "packets").iterdir()}
    assert before == after
    council.put("12月2日/02_議案第1号_内訳.pdf", paper("Details again", 3))
    council.build()
    assert {
        name for name, (content, _) in before.items() if (council.site / "packets" / name).read_bytes() != content
    } == {
        f"{ID}.html",
        f"{ID}.json",
        f"{ID}.pdf",
        "list.json",
    }
    fresh = Path(council.folder / "fresh")
    build_project(council.folder, BuildOptions(site_dir=fresh, use_cache=False))
    for path in sorted((council.site / "packets").iterdir()):
        assert path.read_bytes() == (fresh / "packets" / path.name).read_bytes(), path.name


def test_mkdocs_alone_writes_the_same(council: Council, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = council.folder / "mkdocs.yml"
    more = "theme: {name: material, language: ja}\nplugins: [council]\nsite_dir: alone\n"
    pages = council.folder / "site_templates" / "pages"
    pages.mkdir(parents=True)
    settings.write_text(f"{settings.read_text('utf-8')}{more}docs_dir: site_templates/pages\n", "utf-8")
    council.build()
    monkeypatch.chdir(council.folder)
    build(load_config(str(settings)))
    for path in sorted((council.site / "packets").iterdir()):
        assert path.read_bytes() == (council.folder / "alone" / "packets" / path.name).read_bytes(), path.name


def test_a_packet_without_papers_has_no_manifest(council: Council) -> None:
    for path in (council.papers / "12月3日").iterdir():
        path.unlink()
    council.build()
    assert (council.site / "packets" / f"{OTHER}.html").is_file()
    assert not (council.site / "packets" / f"{OTHER}.json").exists()
    assert "data-packet-offline" not in (council.site / "packets" / f"{OTHER}.html").read_text("utf-8")
    assert list(told(council, "list.json")["packets"]) == [ID]


def test_what_is_for_members_is_in_their_manifest_only(council: Council) -> None:
    council.put("12月2日/03_議案第1号_非公開.pdf", paper("Secret", 2), "議員限定")
    report = build_project(council.folder, BuildOptions(editions=("public", "members")))
    assert not report.cannot_run
    members = Council(council.folder, "members")
    secret = told(members, f"{ID}.json")["papers"][-1]
    assert secret["number"] == "資料3"
    assert told(members, "list.json")["edition"] == "members"
    for path in (council.site / "packets").iterdir():
        content = path.read_bytes()
        assert secret["id"].encode() not in content
        assert secret["sha256"].encode() not in content


def test_withdrawn_words_are_told_and_nothing_of_them() -> None:
    day = dt.date(2026, 12, 5)
    withdrawn = Correction(
        day, "withdrawn", "minutes_src/a.docx", "", "", "", "", "議長", source="votes/corrections.csv:2"
    )
    mended = replace(withdrawn, kind="proof", was="誤", now="正")
    facts = CouncilFacts("試験市議会")
    nothing = redactions_of(Record(facts))
    assert redactions_of(Record(facts, corrections=(mended,))) == nothing
    assert redactions_of(Record(facts, corrections=(withdrawn, mended))) != nothing


@pytest.mark.parametrize("side", [192, 512])
def test_pictures_are_pictures(side: int) -> None:
    for masked in (False, True):
        made = icon(side, masked=masked)
        assert struct.unpack(">II", made[16:24]) == (side, side)
        picture = Image.open(io.BytesIO(made)).convert("RGB")
        assert picture.getpixel((0, 0)) == (0x1F, 0x3A, 0x5F)
        assert len(picture.getcolors()) == 5
        edge = side // 10
        crop = picture.crop((0, 0, edge, side))
        assert not masked or len(crop.getcolors()) == 1


def test_a_preview_hands_a_page_to_a_script_as_it_is(council: Council) -> None:
    page = council.site / "packets" / f"{ID}.html"
    with PreviewServer(0, council.site, Board(council.site, "ja")) as server, server.serving():
        assert asked(server.server_port, {}) != page.read_bytes()
        assert asked(server.server_port, {"Sec-Fetch-Dest": "empty"}) == page.read_bytes()


def asked(port: int, headers: dict[str, str]) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", f"/packets/{ID}.html", headers=headers)
    return connection.getresponse().read()


def test_lists_of_editions_are_told_apart() -> None:
    assert packet_list("public", {}) != packet_list("members", {})
