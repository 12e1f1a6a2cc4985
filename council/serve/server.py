"""A small web server for the clerk's own browser: the output folder, and a script that reloads a page."""

from __future__ import annotations

import http.server
import io
import os
import socket
import socketserver
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO

HOST = "127.0.0.1"
_NAMES = (HOST, "localhost")
_SCRIPT = "/.council-reload.js"
_VERSION = "/.council-version"
_RELOADER = f"""(function () {{
  var seen = null;
  setInterval(function () {{
    fetch("{_VERSION}", {{ cache: "no-store" }}).then(function (answer) {{ return answer.text(); }}).then(function (now) {{
      if (seen !== null && seen !== now) {{ location.reload(); }}
      seen = now;
    }}).catch(function () {{}});
  }}, 1000);
}}());
"""
_NOTHING_YET = """<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>council serve</title></head><body>
<p>まだサイトがありません。council serve を実行した画面に出ている指摘を直すと、自動で作り直します。</p>
<p lang="en">There is no site yet. Put right what stands on the screen of council serve; it is built again by itself.</p>
</body></html>"""


class PortTakenError(OSError):
    """The port is in use or may not be used."""


class PreviewServer(http.server.ThreadingHTTPServer):
    """Serves one output folder on this computer only; ``renew`` makes open pages load again."""

    # Windows takes the option to mean that two programs may share a port.
    allow_reuse_address = os.name == "posix"

    def __init__(self, port: int, site_dir: Path) -> None:
        """Take the port; raises PortTakenError if it cannot be had."""
        self.site_dir = site_dir
        self.version = str(time.time_ns())  # another one after a restart, so that open pages load again
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

    def renew(self) -> None:
        """Say that the site is another one now."""
        self.version = str(time.time_ns())

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over a browser that has gone away."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Answers as a plain web host does; pages get the reloading script, which stands in no published file."""

    server: PreviewServer
    # Windows asks its registry, where other programs may have called a script plain text.
    extensions_map = {  # noqa: RUF012 - the library's own form
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".css": "text/css",
        ".js": "text/javascript",
        ".json": "application/json",
        ".ics": "text/calendar",
        ".svg": "image/svg+xml",
        ".pdf": "application/pdf",
    }

    def __init__(self, request: socket.socket, client_address: tuple[str, int], server: PreviewServer) -> None:
        super().__init__(request, client_address, server, directory=str(server.site_dir))

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        if not self._is_asked_by_its_name():
            self.send_error(HTTPStatus.FORBIDDEN)
            return None
        made = {_VERSION: (self.server.version, "text/plain"), _SCRIPT: (_RELOADER, "text/javascript")}
        if said := made.get(self.path.partition("?")[0]):
            return self._answer(said[0].encode(), said[1])
        return self._file(Path(self.translate_path(self.path)))

    def _is_asked_by_its_name(self) -> bool:
        """Say whether this computer was meant: a page elsewhere may lead its own name here to read along."""
        return self.headers.get("Host", HOST).partition(":")[0].lower() in _NAMES

    def _file(self, path: Path) -> io.BytesIO | BinaryIO | None:
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        if path.is_file() and path.suffix == ".html":
            return self._answer(_with_reloader(path.read_bytes()), "text/html; charset=utf-8")
        return super().send_head() if path.exists() else self._missing()

    def _missing(self) -> io.BytesIO:
        """Show the site's own page for an address that leads nowhere, as a web host does."""
        site = self.server.site_dir
        own = site / ("404.html" if (site / "index.html").is_file() else "")
        page = own.read_bytes() if own.is_file() else _NOTHING_YET.encode()
        return self._answer(_with_reloader(page), "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)

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


def _with_reloader(page: bytes) -> bytes:
    before, end, after = page.rpartition(b"</body>")
    script = f'<script src="{_SCRIPT}" defer></script>'.encode()
    return before + script + end + after if end else page + script
