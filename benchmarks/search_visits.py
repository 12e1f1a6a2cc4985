"""A site's folder in Chromium, without any network: what a page asks for is answered from the folder, and noted."""

from __future__ import annotations

import importlib
import mimetypes
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserType, Page, Route

SITE = "http://search.test/"
"""Where a visited site seems to be; a served one has an address of its own."""

_TESTS = Path(__file__).parent.parent / "tests"
_BLANK = "<!doctype html><title>search</title>"
_OURS = {".mjs": "text/javascript", ".wasm": "application/wasm"}


@dataclass(frozen=True, slots=True)
class Visit:
    """A page with a profile of its own; ``loaded`` has the bytes of every file it asked for."""

    page: Page
    loaded: dict[str, int]

    def run(self, script: str, given: object) -> Any:  # noqa: ANN401 - what the script says
        """Run an asynchronous function in the page."""
        return self.page.evaluate(script, given)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser that the tests of pages use."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the processes that build need no browser

    with sync_playwright() as started, _launched(started.chromium) as browser:
        yield browser


def another(browser: Browser) -> AbstractContextManager[Browser]:
    """Start one more browser: if it breaks down, the first one goes on."""
    return _launched(browser.browser_type)


@contextmanager
def _launched(chromium: BrowserType) -> Iterator[Browser]:
    if str(_TESTS) not in sys.path:
        sys.path.append(str(_TESTS))
    found = importlib.import_module("install_browser")
    path = found.find_chromium()
    if path is None:
        raise SystemExit(found.REMEDY)
    browser = chromium.launch(executable_path=path, args=["--no-sandbox"])
    try:
        yield browser
    finally:
        browser.close()


@contextmanager
def visit(browser: Browser, site: Path) -> Iterator[Visit]:
    """Open an empty page of a site in a fresh profile."""
    loaded: dict[str, int] = {}
    context = browser.new_context()
    try:
        page = context.new_page()
        page.set_default_timeout(0)
        page.route(f"{SITE}**", _answer(site, loaded))
        page.goto(SITE)
        yield Visit(page, loaded)
    finally:
        context.close()


def memory_of_tabs() -> float:
    """Return the peak in MiB of the largest tab of browsers that this process started; 0 where Linux does not tell it."""
    running = (int(one.name) for one in Path("/proc").glob("[0-9]*"))
    return max((_peak(one) for one in running if _is_tab_of_ours(one)), default=0.0)


def _is_tab_of_ours(process: int) -> bool:
    if b"--type=renderer" not in _read(process, "cmdline"):
        return False
    while process > 1 and process != os.getpid():
        process = int(_field(process, b"PPid:") or 0)
    return process == os.getpid()


def _peak(process: int) -> float:
    return int(_field(process, b"VmHWM:") or 0) / 2**10


def _field(process: int, name: bytes) -> bytes:
    lines = _read(process, "status").splitlines()
    return next((line.split()[1] for line in lines if line.startswith(name)), b"")


def _read(process: int, name: str) -> bytes:
    try:
        return Path(f"/proc/{process}/{name}").read_bytes()
    except OSError:  # it has ended meanwhile
        return b""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder on this machine and yield its address: files too large to be handed to the browser as messages."""
    handler = partial(_Silent, directory=site)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that `http.server` gives it
        """Say nothing."""


def _answer(site: Path, loaded: dict[str, int]) -> Callable[[Route], None]:
    def answer(route: Route) -> None:
        path = unquote(urlsplit(route.request.url).path).lstrip("/")
        if not path:
            route.fulfill(body=_BLANK, content_type="text/html")
        elif not (site / path).is_file():
            route.fulfill(status=404)
        else:
            content = (site / path).read_bytes()
            loaded[path] = len(content)
            suffix = Path(path).suffix
            kind = _OURS.get(suffix) or mimetypes.guess_type(f"file{suffix}")[0]
            route.fulfill(body=content, content_type=kind or "application/octet-stream")

    return answer
