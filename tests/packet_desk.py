"""A council with one sitting to come, whose papers are put down, replaced and taken back as a clerk does it."""

from __future__ import annotations

from pathlib import Path

import papers_files as files
from click.testing import CliRunner, Result

from council.build.composing import make_record, open_store, packet_studio, printer_of
from council.build.inputs import read_inputs
from council.build.reading import Reading
from council.cli import app
from council.config import load_config
from council.model.events import Audience
from council.packets.book import Book
from council.pages.book import book_of
from council.papers import Shelf

MEETING = "2025-12-02-honkaigi"
SESSION = "minutes_src/令和7年第4回定例会"
LEDGER, MEMBERS_LEDGER = f"{SESSION}/packets.csv", f"{SESSION}/議員限定/packets.csv"
OPEN, CLOSED = f"{SESSION}/資料/公開/12月2日", f"{SESSION}/資料/議員限定/12月2日"
SETTINGS = "site_name: 架空市議会\ndocs_dir: site_templates/pages\ntheme: {name: material}\nplugins: [council]\n"
AGENDA = """name: 令和7年第4回定例会
sittings:
  - date: 令和7年12月2日
    body: 本会議
    agenda:
      - 会期の決定
      - 議案第32号 令和7年度一般会計補正予算（第4号）
      - 議案第33号 職員の給与に関する条例の一部改正
"""


class Desk:
    """The council's folder and what its clerk does there."""

    def __init__(self, root: Path) -> None:
        """Make the folder; no paper is there yet."""
        self.root = root
        self.write("mkdocs.yml", SETTINGS)
        self.write("site_templates/pages/.gitkeep", "")
        self.write(f"{SESSION}/session.yml", AGENDA)

    def write(self, name: str, text: str) -> None:
        """Write a text file."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def put(self, name: str, *pages: str, folder: str = OPEN) -> None:
        """Put a paper down, or another in its place; each page is given by its words."""
        path = self.root / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files.pdf(*(files.text_at(72, 700, words) for words in pages)))

    def take(self, name: str, folder: str = OPEN) -> None:
        """Take a paper back."""
        (self.root / folder / name).unlink()

    def run(self, *words: str) -> Result:
        """Run a command in the folder."""
        return CliRunner().invoke(app, [*words, "--project", str(self.root)], prog_name="council")

    def issue(self, day: str, *words: str) -> Result:
        """Hand the packet out."""
        return self.run("packet", MEETING, "--issue", "--on", day, *words)

    def book(self, edition: str = "public") -> Book:
        """Return the packet as it stands now."""
        config = load_config(self.root).value
        store = open_store(self.root)
        drafts = read_inputs(config, Reading(store)).value.drafts
        record = make_record(drafts, config, Audience(edition)).value
        studio = packet_studio(record, config, printer_of(config, Shelf(store)))
        return book_of(studio, studio.record.council.events[MEETING])


def told(book: Book) -> list[str]:
    """Return a packet's pages in short lines: number, what it is, what changed."""
    lines = []
    for leaf in book.leaves:
        paper = f" {book.papers[leaf.paper].number} {leaf.page}" if leaf.paper >= 0 else ""
        lines.append(f"{leaf.number} {leaf.kind}{paper}" + (f" {leaf.changed}" if leaf.changed else ""))
    return lines
