"""`council serve`: the site on 127.0.0.1, built again through the same path when an input changes, reloaded in the browser."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from council.build import default_site_dir
from council.report import Report

_QUIET_SECONDS = 0.5  # Word saves in several steps; the build waits until they are over
_WATCHED = ("minutes_src", "votes", "site_templates")
_SCRIPT = "/.council-reload.js"
_VERSION = "/.council-version"
_RELOADER = b"""(function () {
  var seen = null;
  setInterval(function () {
    fetch("/.council-version").then(function (answer) { return answer.text(); }).then(function (now) {
      if (seen !== null && seen !== now) { location.reload(); }
      seen = now;
    }).catch(function () {});
  }, 1000);
}());
"""


class _Changes(FileSystemEventHandler):
    """Notes that something changed; what is only read, or only a lock file of Word, changes nothing."""

    def __init__(self, changed: threading.Event) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        name = Path(str(event.src_path)).name
        if event.event_type not in ("opened", "closed_no_write") and not name.startswith(("~$", ".")):
            self._changed.set()


class _State:
    """How often the site was built; what the browser asks for."""

    def __init__(self) -> None:
        self.version = 0


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the folder; pages get the reloading script, which stands in no published file."""

    def __init__(self, *args: object, state: _State, directory: str) -> None:
        self._state = state
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        if self.path == _VERSION:
            self._answer(str(self._state.version).encode(), "text/plain")
        elif self.path == _SCRIPT:
            self._answer(_RELOADER, "text/javascript")
        elif (page := self._page()) is not None:
            script = f'<script src="{_SCRIPT}" defer></script></body>'.encode()
            self._answer(page.replace(b"</body>", script), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _page(self) -> bytes | None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if path.suffix != ".html" or not path.is_file():
            return None
        return path.read_bytes()

    def _answer(self, content: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing of single requests."""


def serve_project(
    project: Path, edition: str, port: int, rebuild: Callable[[], Report], say: Callable[[str], None]
) -> None:
    """Build, serve and rebuild until interrupted; a broken file being saved leaves the last good site standing."""
    state, changed = _State(), threading.Event()
    rebuild()
    site_dir = default_site_dir(project, edition)
    site_dir.mkdir(parents=True, exist_ok=True)
    handler = functools.partial(_Handler, state=state, directory=str(site_dir))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"http://127.0.0.1:{server.server_port}/  （Ctrl+C で終わります / Ctrl+C to stop）")
        observer = _watching(project, changed)
        try:
            while True:
                _rebuild_when(changed, rebuild, state)
        except KeyboardInterrupt:
            server.shutdown()
        finally:
            observer.stop()
            observer.join()


def _watching(project: Path, changed: threading.Event) -> Observer:  # type: ignore[valid-type]
    observer = Observer()
    for folder in (project / name for name in _WATCHED):
        if folder.is_dir():
            observer.schedule(_Changes(changed), str(folder), recursive=True)
    observer.schedule(_ConfigOnly(changed), str(project), recursive=False)
    observer.start()
    return observer


class _ConfigOnly(_Changes):
    """The project's own folder is watched for mkdocs.yml alone: the output lies in it too."""

    def on_any_event(self, event: FileSystemEvent) -> None:
        if Path(str(event.src_path)).name == "mkdocs.yml":
            super().on_any_event(event)


def _rebuild_when(changed: threading.Event, rebuild: Callable[[], Report], state: _State) -> None:
    if not changed.wait(timeout=1):
        return
    while changed.is_set():
        changed.clear()
        changed.wait(timeout=_QUIET_SECONDS)
    rebuild()
    state.version += 1
