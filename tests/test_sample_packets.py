"""The sample city's packets as PDF: sound, numbered on every page, and the public ones without a word for members."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pikepdf
import pytest
from conftest import SampleSite
from pypdf import PdfReader

PAPERS = "minutes_src/*/資料/議員限定/**/*.pdf"
ROOT = Path(__file__).parent.parent
_PIECE = 14


def packets(site: Path) -> dict[str, PdfReader]:
    found = {path.name: PdfReader(path) for path in sorted((site / "packets").glob("*.pdf"))}
    assert len(found) > 8
    return found


def letters(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def said_for_members() -> dict[str, set[str]]:
    """Return pieces of what stands in each restricted paper, and its title."""
    found = {}
    for path in sorted(ROOT.glob(PAPERS)):
        text = letters("".join(page.extract_text() for page in PdfReader(path).pages))
        title = letters(path.stem.rpartition("_")[2])
        found[path.name] = {title} | {text[at : at + _PIECE] for at in range(0, len(text) - _PIECE, _PIECE)}
    assert found
    return found


@pytest.mark.parametrize("edition", ["public", "members"])
def test_every_packet_is_sound_and_every_page_bears_its_number(sample_site: SampleSite, edition: str):
    site = getattr(sample_site, edition)
    for name, packet in packets(site).items():
        with pikepdf.open(site / "packets" / name) as opened:
            assert opened.check_pdf_syntax() == [], name
        assert packet.outline, name
        assert packet.metadata.keys() == {"/Title", "/CreationDate", "/ModDate"}
        for label, page in zip(packet.page_labels, packet.pages, strict=True):
            assert label in [line.strip() for line in page.extract_text().splitlines()], (name, label)
            assert f"p{label}" in packet.named_destinations


def test_papers_for_members_stand_in_their_packets_only(sample_site: SampleSite):
    texts = {
        edition: letters("".join(page.extract_text() for one in packets(site).values() for page in one.pages))
        for edition, site in (("public", sample_site.public), ("members", sample_site.members))
    }
    raw = [path.read_bytes() for path in sorted((sample_site.public / "packets").glob("*.pdf"))]
    public = texts["public"] + letters(json.dumps([outline(one) for one in packets(sample_site.public).values()]))
    ours = letters("".join(path.read_text("utf-8") for path in sample_site.public.glob("meetings/*.html")))
    for name, pieces in said_for_members().items():
        telling = {piece for piece in pieces if piece not in ours}
        assert len(telling) > 3, name
        assert {piece for piece in telling if piece in texts["members"]} == telling, name
        assert {piece for piece in telling if piece in public} == set(), name
        assert not any(piece.encode("utf-16-be") in content for piece in telling for content in raw)


def outline(packet: PdfReader) -> list[str]:
    waiting, found = list(packet.outline), []
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += one
        else:
            found.append(str(one.title))
    return found
