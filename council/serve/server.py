"""A small web server for the clerk's own browser: the output folder, and on each page a bar that no file holds."""

from __future__ import annotations

import http.server
import io
import os
import socket
import socketserver
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO

from council.serve.board import BASE, FINDINGS, Board, Told, as_state

HOST = "127.0.0.1"
_NAMES = (HOST, "localhost")
_OWN = Path(__file__).parent
_BAR = {
    f"{BASE}bar.js": ((_OWN / "bar.js").read_bytes(), "text/javascript"),
    f"{BASE}bar.css": ((_OWN / "bar.css").read_bytes(), "text/css"),
}
_HTML = "text/html; charset=utf-8"


class PortTakenError(OSError):
    """The port is in use or may not be used."""


class PreviewServer(http.server.ThreadingHTTPServer):
    """Serves one output folder on this computer only, and what the board tells of it."""

    # Windows takes the option to mean that two programs may share a port.
    allow_reuse_address = os.name == "posix"

    def __init__(self, port: int, site_dir: Path, board: Board) -> None:
        """Take the port; raises PortTakenError if it cannot be had."""
        self.site_dir = site_dir
        self.board = board
        try:
            super().__init__((HOST, port), _Handler)
        except OSError as error:
            raise PortTakenError(*error.args) from error

    def server_bind(self) -> None:
        """Take the port without asking the network what this computer is called, which may take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, int(self.server_address[1])

    @property
    def address(self) -> str:
        """Where the site is."""
        return f"http://{HOST}:{self.server_port}/"

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Answer in the background."""
        threading.Thread(target=self.serve_forever, args=(0.1,), daemon=True).start()
        try:
            yield
        finally:
            self.shutdown()

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over a browser that has gone away."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Answers as a plain web host does; pages get the bar, which stands in no published file."""

    server: PreviewServer
    # Windows asks its registry, where other programs may have called a script plain text.
    extensions_map = {  # noqa: RUF012 - the library's own form
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".css": "text/css",
        ".js": "text/javascript",
        ".json": "application/json",
        ".ics": "text/calendar",
        ".webmanifest": "application/manifest+json",
        ".svg": "image/svg+xml",
        ".pdf": "application/pdf",
    }

    def __init__(self, request: socket.socket, client_address: tuple[str, int], server: PreviewServer) -> None:
        super().__init__(request, client_address, server, directory=str(server.site_dir))

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        if not self._is_asked_by_its_name():
            self.send_error(HTTPStatus.FORBIDDEN)
            return None
        told = self.server.board.told  # before the page is read: one that is replaced meanwhile is loaded again
        asked = self.path.partition("?")[0]
        if own := _BAR.get(asked):
            return self._answer(*own)
        if asked == f"{BASE}state.json":
            return self._answer(as_state(told).encode(), "application/json")
        if asked == FINDINGS:
            return self._answer(_findings(told), _HTML)
        try:
            return self._file(Path(self.translate_path(self.path)), told)
        except OSError:  # held by another program, just being replaced, or a name no disk can hold
            return self._missing(told)

    def _is_asked_by_its_name(self) -> bool:
        """Say whether this computer was meant: a page elsewhere may lead its own name here to read along."""
        return self.headers.get("Host", HOST).partition(":")[0].lower() in _NAMES

    def _file(self, path: Path, told: Told) -> io.BytesIO | BinaryIO | None:
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        is_kept = self.headers.get("Sec-Fetch-Dest") == "empty"  # by a script, which compares it with its hash
        if path.is_file() and path.suffix == ".html" and not is_kept:
            return self._answer(_with_bar(path.read_bytes(), "site", told.site), _HTML)
        return super().send_head() if path.exists() else self._missing(told)

    def _missing(self, told: Told) -> io.BytesIO:
        """Show the site's own page for an address that leads nowhere, as a web host does; the findings without a site."""
        page = _findings(told)
        if (self.server.site_dir / "index.html").is_file():
            with suppress(OSError):
                page = _with_bar((self.server.site_dir / "404.html").read_bytes(), "site", told.site)
        return self._answer(page, _HTML, HTTPStatus.NOT_FOUND)

    def _answer(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> io.BytesIO:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing of single requests."""


def _findings(told: Told) -> bytes:
    return _with_bar(told.page.encode(), "findings", told.findings)


def _with_bar(page: bytes, watch: str, seen: str) -> bytes:
    """Return the page with the bar's style and script; ``watch`` and ``seen`` say when it must load again."""
    before, end, after = page.rpartition(b"</body>")
    tags = (
        f'<link rel="stylesheet" href="{BASE}bar.css">'
        f'<script src="{BASE}bar.js" data-watch="{watch}" data-seen="{seen}" defer></script>'
    ).encode()
    return before + tags + end + after if end else page + tags
