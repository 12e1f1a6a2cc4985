"""Packets of a small council as pages in a folder: any papers, any words, opened in a bare frame."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace
from pages_council import MINUTES, SESSION, small_council
from pages_site import TEMPLATES

from council.model.council import Council
from council.model.events import EventId, Material, MaterialId
from council.model.identifiers import material_id
from council.model.paper_text import PaperPart, PaperText
from council.pages.compose import open_studio
from council.pages.packet import compose_packet
from council.pages.templates import environment
from council.text.blocks import Paragraph

ID = str(MINUTES)
ASSETS = TEMPLATES / "theme" / "assets"
FRAME = """<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>-</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>html{{font-size:125%}}a{{color:var(--md-typeset-a-color)}}</style>{styles}{scripts}</head>
<body data-md-color-scheme="default"><article class="md-content__inner md-typeset" data-kind="{kind}">{body}</article></body></html>"""
_WORDS = (
    "予算 歳入 歳出 市民 文化 会館 指定 管理 補正 下水道 給食 公園 道路 防災 福祉 計画 素案 事業費 財源 起債 評価 委員会 "
    "協議 説明 工事 契約 条例 施行 市債 基金 繰入 住民 意見 公募 審査 点検 修繕 保守 委託 料金 改定 推計 人口 世帯 保育 児童"
).split()


def page_of_words(seed: object, length: int = 120) -> str:
    """Return the words of an invented page, the same for the same seed."""
    drawn = random.Random(str(seed))  # noqa: S311 - invented words
    return "".join(drawn.choice(_WORDS) + drawn.choice("のとをはが、。") for _ in range(length))


def packet_council(papers: Mapping[str, Sequence[str]], language: str = "ja") -> Council:
    """Return the small council with these papers, by title, of bill 3: the words of each page."""
    council = small_council(language)
    materials = tuple(_material(title, pages) for title, pages in papers.items())
    texts = {one.id: _text(pages) for one, pages in zip(materials, papers.values(), strict=True)}
    return replace(council, materials=materials, papers=texts)


def _material(title: str, pages: Sequence[str]) -> Material:
    path = f"minutes_src/{title}.pdf"
    motions = council_motions()
    return Material(
        MaterialId(material_id(path)), SESSION, title, "pdf", path, hash_of(pages), 1000, MINUTES,
        motions, "日程第２", pages=len(pages),
    )  # fmt: skip


def council_motions() -> tuple:  # type: ignore[type-arg]
    """Return the bill that all papers are of."""
    return (next(one for one in small_council().motions if one.endswith("gian-3")),)


def hash_of(pages: Sequence[str]) -> str:
    """Return the hash of a file with these pages."""
    return sha256("\f".join(pages).encode()).hexdigest()


def _text(pages: Sequence[str]) -> PaperText:
    parts = (
        PaperPart(
            number, tuple(Paragraph(place, line) for place, line in enumerate(words.split("\n"))) if words else ()
        )
        for number, words in enumerate(pages, start=1)
    )
    return PaperText("pdf", tuple(parts))


def write(folder: Path, council: Council, event: EventId = MINUTES) -> Path:
    """Write a packet's page; return where."""
    studio = open_studio(council, environment([TEMPLATES]))
    page = compose_packet(studio, council.events[event])
    path = folder / page.uri
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(FRAME.format(styles=_styles(), scripts=_scripts(), kind=page.kind, body=page.body), "utf-8")
    return path


def _styles() -> str:
    sheets = [*sorted((ASSETS / "council").glob("*.css")), *sorted((ASSETS / "packets").glob("packet*.css"))]
    return "".join(
        f'<link rel="stylesheet" href="{sheet.as_uri()}"{" media=print" if sheet.name == "print.css" else ""}>'
        for sheet in sheets
    )


def _scripts() -> str:
    return "".join(
        f'<script src="{one.as_uri()}" defer></script>' for one in sorted((ASSETS / "packets").glob("packet*.js"))
    )
