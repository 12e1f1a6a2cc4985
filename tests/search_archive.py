"""An invented archive for tests of the search: texts with every kind of letter, indexed and exported to a folder."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import random
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from msgspec.structs import replace

from council.cache import Store
from council.model.people import Person, PersonId
from council.search.current import Current, write_current
from council.search.documents import Block, Document, Heading
from council.search.export import Edition, export
from council.search.folding import fold
from council.search.indexing import bring_up
from council.search.knowledge import Knowledge
from council.search.naming import Names
from council.search.readings import widening_tables

WORDS = json.loads((Path(__file__).parent / "cases" / "search_archive" / "words.json").read_text(encoding="utf-8"))
"""What texts are made of, and a fixed list of queries that people might type."""

FIRST_YEAR, LAST_YEAR = 2019, 2024
SITTINGS = int(os.environ.get("SEARCH_SITTINGS", "24"))
"""0.2 MB of text; with 1,200 of them, the most that fit into these years, ten."""


def text(random_: random.Random) -> str:
    """Return the text of one speech."""
    length = int(min(60, max(1, random_.lognormvariate(1.6, 0.9))))
    parts = (random_.choice(WORDS[part]) for _ in range(length) for part in ("nouns", "verbs", "links"))
    return "".join(parts) + (chr(random_.randrange(0x4E00, 0x9000)) if random_.random() < 0.3 else "")


def blocks(seed: int = 7, sittings: int = SITTINGS) -> list[Block]:
    """Return sittings over some years, and a few bills, papers and something without a day."""
    random_ = random.Random(seed)  # noqa: S311 - the same archive every time
    step = dt.timedelta(days=LAST_YEAR * 365 - FIRST_YEAR * 365) / sittings
    start = dt.date(FIRST_YEAR, 1, 10)
    found = [_sitting(random_, number, start + number * step) for number in range(sittings)]
    found += [_bills(random_, year) for year in range(FIRST_YEAR, LAST_YEAR + 1)]
    found.append(_block(Heading("undated-1-material", "material", "", "", "", ""), [_paper(random_, 99)]))
    return sorted(found, key=lambda block: block.heading.order)


def scattered(sittings: int) -> list[Block]:
    """Return short sittings of three speeches each; only the first speech has 予算案件, the others its pairs of letters."""
    days = [dt.date(FIRST_YEAR, 1, 10) + number * dt.timedelta(days=7) for number in range(sittings)]
    return [_short_sitting(day.isoformat()) for day in days]


def _short_sitting(day: str) -> Block:
    said = ("予算案件です。", "予算案、案件です。", "案件と予算案です。")
    key = f"{day}-honkaigi"
    held = [
        Document("speech", f"s-{place}", f"meetings/{key}.html#s-{place}", "", text) for place, text in enumerate(said)
    ]
    return _block(Heading(key, "speech", day, "", "本会議", key), held)


def changed(archive: list[Block], block_key: str, place: int, words: str) -> list[Block]:
    """Return an archive in which one document has other words."""
    found = []
    for block in archive:
        documents = list(block.documents())
        if block.heading.key == block_key:
            documents[place] = replace(documents[place], text=words)
            found.append(_block(block.heading, documents))
        else:
            found.append(block)
    return found


def _sitting(random_: random.Random, number: int, day: dt.date) -> Block:
    body = ("本会議", "総務委員会")[number % 2]
    date = day.isoformat()
    key = f"{date}-{('honkaigi', 'soumu')[number % 2]}"
    heading = Heading(key, "speech", date, f"{day.year}-1-teirei", body, f"{day.year}年第1回定例会 {body}")
    return _block(heading, [_speech(random_, key, place) for place in range(random_.randrange(20, 50))])


def _speech(random_: random.Random, key: str, place: int) -> Document:
    who = random_.randrange(10)
    id_ = f"s-{hashlib.sha256(f'{key}{place}'.encode()).hexdigest()[:8]}"
    return Document(
        kind="speech",
        id=id_,
        url=f"meetings/{key}.html#{id_}",
        title=key,
        text=text(random_),
        name=f"議員{who}" if who else "",
        role=("市長", "議員")[who % 2] if who else "",
        person_id=f"giin-{who}" if 0 < who < 7 else "",
        group_id=f"g-{who % 2}" if 0 < who < 7 else "",
        bill_ids=(f"b-{place % 5}",) if place % 3 else (),
    )


def _bills(random_: random.Random, year: int) -> Block:
    heading = Heading(f"{year}-1-teirei-{year}-03-01-bill", "bill", f"{year}-03-01", f"{year}-1-teirei", "", "")
    titles = [(f"b-{number}-{year}", f"議案第{number}号 {text(random_)[:30]}") for number in range(1, 8)]
    return _block(
        heading, [Document("bill", one, f"bills/{one}.html", title, title, bill_ids=(one,)) for one, title in titles]
    )


def _paper(random_: random.Random, number: int) -> Document:
    return Document("material", f"m-{number}", f"materials/m-{number}.html", f"資料{number}", text(random_))


def _block(heading: Heading, documents: list[Document]) -> Block:
    held = tuple(replace(one, title=heading.title) if one.kind == "speech" else one for one in documents)
    return Block(heading, hashlib.sha256(repr((heading, held)).encode()).digest(), lambda: held)


NAMES = Names(
    sessions=tuple((f"{year}-1-teirei", f"{year}年第1回定例会") for year in range(FIRST_YEAR, LAST_YEAR + 1)),
    bodies=(("honkaigi", "本会議"), ("soumu", "総務委員会")),
    groups=(("g-0", "みらい"), ("g-1", "市民の会")),
    people=(
        *(Person(PersonId(f"giin-{who}"), f"議員{who}", f"ぎいん{who}") for who in range(1, 7)),
        Person(PersonId("giin-7"), "邊見 橋", "へんみ はし"),
    ),
)


@dataclass(frozen=True)
class Exported:
    """An archive as it was indexed and as it was published."""

    blocks: list[Block]
    index: Path
    site: Path
    files: dict[str, bytes]
    edition: Edition

    @cached_property
    def documents(self) -> list[tuple[Heading, Document, str]]:
        """Every document with its block's heading and its folded text, in the order of results: newest block first."""
        return [
            (block.heading, one, fold(one.text).text) for block in reversed(self.blocks) for one in block.documents()
        ]


def exported(folder: Path, archive: list[Block], store: Store | None = None) -> Exported:
    """Index an archive below a folder and write its files there as a site."""
    tables = widening_tables(NAMES.people, ())
    index = bring_up(folder / "index", archive)
    write_current(folder / "index", Current(index, Knowledge(NAMES, tables)))
    files = {}
    edition = Edition(archive, index, NAMES, tables.as_json())
    for made in export(edition, store or Store()):
        assert made.content is not None
        files[made.uri] = made.content
        path = folder / "site" / made.uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.content)
    return Exported(archive, folder / "index", folder / "site", files, edition)
