"""The frame in a browser: over http below a path and from a folder, light and dark, nothing blocked, nothing fetched."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from small_pages import all_pages, files

from council.site.build_site import write_site

pytestmark = pytest.mark.browser
playwright = pytest.importorskip("playwright.sync_api")

ROOT = Path(__file__).parent.parent
URIS = ("index.html", "meetings/2026-03-03-honkaigi.html", "404.html")


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing; a page that is not there is 404.html."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page."""
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "gikai" / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("web")
    write_site(ROOT, ROOT / "mkdocs.yml", all_pages(), files(), root / "gikai", "public", "ja")
    return root


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=running.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/gikai/"
    running.shutdown()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("way", ["http", "file"])
def test_nothing_is_blocked_and_nothing_comes_from_elsewhere(
    chromium: playwright.Browser, server: str, folder: Path, way: str, scheme: str
) -> None:
    root = server if way == "http" else f"{(folder / 'gikai').as_uri()}/"
    context = chromium.new_context(color_scheme=scheme, viewport={"width": 390, "height": 844})
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    for uri in URIS:
        page.goto(root + uri)
        page.wait_for_timeout(200)
        assert said == [], uri
        assert [url for url in asked if not url.startswith(root)] == []
        assert [url for url in asked if "sitemap" in url or "search" in url] == []
        assert page.evaluate("document.body.dataset.mdColorScheme") == ("default" if scheme == "light" else "slate")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_a_page_that_is_not_there_finds_its_style_however_deep(chromium: playwright.Browser, server: str) -> None:
    page = chromium.new_page()
    page.goto(f"{server}members/nobody.html")
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert page.evaluate("document.querySelector('.md-tabs__link').href") == f"{server}sessions.html"
    assert page.evaluate("document.querySelector('.frame-search').action") == f"{server}search.html"
    page.close()


def test_the_keyboard_reaches_the_text_first_and_everything_after(chromium: playwright.Browser, server: str) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{server}meetings/2026-03-03-honkaigi.html")
    reached = []
    for _ in range(20):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.className + '|' + (document.activeElement.href || '')"))
    assert reached[0].startswith("md-skip")
    assert [step for step in reached if "md-tabs__link" in step and "bills.html" in step]
    assert [step for step in reached if "about.html" in step]
    page.close()


def test_injected_code_does_not_run(chromium: playwright.Browser, server: str, folder: Path) -> None:
    path = folder / "gikai" / "bills.html"
    hostile = (
        "<script>window.ran=1</script><img src=x onerror='window.ran=1'><a id=j href='javascript:window.ran=1'>x</a>"
    )
    before = path.read_text("utf-8")
    path.write_text(before.replace("</article>", f"{hostile}</article>"), "utf-8")
    page = chromium.new_page()
    page.goto(f"{server}bills.html")
    page.click("#j")
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None
    page.close()
    path.write_text(before, "utf-8")
