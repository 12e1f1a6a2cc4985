"""A small council whose packets are saved, and a web host for it that counts what it hands out and can be cut off."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from papers_files import pdf, text_at

from council.build import BuildOptions, build_project

SESSION = "令和8年第4回定例会"
DAY = "2026-12-02"
ID = f"{DAY}-honkaigi"
OTHER = "2026-12-03-honkaigi"
SITTINGS = """\
sittings:
  - date: 令和8年12月2日
    body: 本会議
    agenda: [会期の決定, 議案第1号 一般会計補正予算]
  - date: 令和8年12月3日
    body: 本会議
    agenda: [一般質問]
"""
BIG = 60  # pages, so that a paper weighs something


def paper(words: str, pages: int = 1) -> bytes:
    """Return a PDF that says some words."""
    return pdf(*(text_at(72, 700, f"{words} {number}") for number in range(1, pages + 1)))


@dataclass
class Council:
    """A project in a folder, and its site."""

    folder: Path
    edition: str = "public"

    @property
    def site(self) -> Path:
        """The folder of the site."""
        return self.folder / ("site" if self.edition == "public" else "site-members")

    @property
    def papers(self) -> Path:
        """The folder of papers that everyone may read."""
        return self.folder / "minutes_src" / SESSION / "資料" / "公開"

    def start(self) -> None:
        """Write the project: two sittings, the first with two papers, and build it."""
        session = self.papers.parent.parent
        self.papers.mkdir(parents=True)
        (self.folder / "mkdocs.yml").write_text(
            "site_name: 試験市議会\nextra:\n  council:\n    name: 試験市議会\n", "utf-8"
        )
        (session / "session.yml").write_text(f"name: {SESSION}\n{SITTINGS}", "utf-8")
        self.put("12月2日/01_議案第1号_概要.pdf", paper("Budget", BIG))
        self.put("12月2日/02_議案第1号_内訳.pdf", paper("Details", 3))
        self.put("12月3日/01_一般質問.pdf", paper("Questions"))
        self.build()

    def put(self, name: str, content: bytes, folder: str = "公開") -> None:
        """Lay a paper down."""
        place = self.papers.with_name(folder) / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)

    def build(self) -> None:
        """Bring the site up to date."""
        report = build_project(self.folder, BuildOptions(editions=(self.edition,)))
        assert not report.cannot_run, [found.message("en") for found in report.findings]


@dataclass
class Host:
    """What a web host did: bytes by path; ``cut`` breaks every connection, ``portal`` answers all with one page."""

    address: str = ""
    sent: dict[str, int] = field(default_factory=dict)
    cut: bool = False
    portal: bytes = b""

    def weight(self, *parts: str) -> int:
        """Return the bytes of all paths that hold one of some words."""
        return sum(size for path, size in self.sent.items() if any(part in path for part in parts or ("",)))


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *given: object, host: Host, **more: object) -> None:
        self.host = host
        super().__init__(*given, **more)

    def do_GET(self) -> None:
        if self.host.cut:
            self.close_connection = True
            return
        if self.host.portal:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(self.host.portal)
            return
        super().do_GET()

    def copyfile(self, source, outputfile) -> None:
        content = source.read()
        path = self.path.partition("?")[0]
        self.host.sent[path] = self.host.sent.get(path, 0) + len(content)
        outputfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """Serve a site below a path: ``folder`` is that of the site itself."""
    host = Host()
    root = folder.parent
    handler = partial(_Handler, directory=str(root), host=host)
    running = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=running.serve_forever, args=(0.05,), daemon=True).start()
    host.address = f"http://127.0.0.1:{running.server_port}/{folder.name}/"
    try:
        yield host
    finally:
        running.shutdown()
        running.server_close()
