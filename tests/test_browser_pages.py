"""Every kind of page in Chromium: phone, tablet, desk, light and dark, from a folder and over http, with and without scripts."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path

import pytest
from conftest import SampleSite
from independent.kinds import ONE_OF_EACH, address
from playwright.sync_api import Browser, BrowserContext, Page
from waiting import wait_until

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
TABLET = {"width": 1180, "height": 820}
DESK = {"width": 1440, "height": 900}
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
BIG_MATRIX = "sessions/2026-1-teirei.html"
READING = (Path(__file__).parent / "independent" / "reading.js").read_text("utf-8")
VIOLATIONS = """
window.refused = [];
document.addEventListener("securitypolicyviolation", one => window.refused.push(one.violatedDirective + " " + one.blockedURI));
"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server(sample_site: SampleSite) -> Iterator[str]:
    """Serve the project's folder, so that the site lies below a path."""
    running = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(sample_site.project)))
    threading.Thread(target=running.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/{sample_site.public.name}/"
    running.shutdown()
    running.server_close()


@pytest.fixture(scope="module")
def from_folder(sample_site: SampleSite) -> str:
    return f"{sample_site.public.as_uri()}/"


@pytest.fixture(scope="module")
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport=PHONE, color_scheme="light", locale="ja-JP", reduced_motion="reduce")
    made.add_init_script(VIOLATIONS)
    made.set_default_timeout(8000)
    yield made
    made.close()


class Visit:
    """A page with everything it said and asked for."""

    def __init__(self, context: BrowserContext, root: str) -> None:
        """Open a tab and listen."""
        self.root = root
        self.page = context.new_page()
        self.said: list[str] = []
        self.foreign: list[str] = []
        self.page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self._note(request.url))

    def _note(self, url: str) -> None:
        if not url.startswith((self.root, "data:")):
            self.foreign.append(url)

    def open(self, uri: str) -> None:
        """Go to a page of the site."""
        self.page.goto(self.root + uri, wait_until="load")

    def trouble(self) -> list[str]:
        """Return everything that should not have been."""
        return [*self.said, *self.foreign, *self.page.evaluate("window.refused")]


def violations(page: Page, *, without: tuple[str, ...] = ()) -> list[str]:
    """Return what axe-core finds wrong: rule and first place."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(AXE)
    options = {
        "runOnly": {"type": "tag", "values": LEVELS},
        "rules": {rule: {"enabled": False} for rule in without},
        "resultTypes": ["violations"],
        "preload": False,  # it would fetch the style sheets again, which a page opened from a folder may not
    }
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [f"{one['id']} {len(one['nodes'])}: {one['nodes'][0]['html'][:160]}" for one in found]


@pytest.mark.parametrize("kind", ONE_OF_EACH)
def test_a_page_opens_in_silence_and_can_be_used_by_everybody(
    kind: str, context: BrowserContext, from_folder: str, server: str, sample_site: SampleSite
):
    uri = address(sample_site.public, kind)
    trouble: dict[str, list[str]] = {}
    visit = Visit(context, from_folder)
    visit.page.emulate_media(color_scheme="light")
    visit.open(uri)
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], "scrolls sideways on a phone"
    trouble["phone, light"] = violations(visit.page)
    visit.page.set_viewport_size(DESK)
    trouble["desk, light"] = violations(visit.page, without=("color-contrast",))
    trouble["folder"] = visit.trouble()
    visit.page.close()
    visit = Visit(context, server)
    visit.page.emulate_media(color_scheme="dark")
    visit.page.set_viewport_size(TABLET)
    visit.open(uri)
    assert visit.page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    trouble["tablet, dark"] = violations(visit.page)
    trouble["http"] = visit.trouble()
    visit.page.close()
    assert {where: what for where, what in trouble.items() if what} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_big_matrix_can_be_read_in_both_schemes(scheme: str, context: BrowserContext, from_folder: str):
    visit = Visit(context, from_folder)
    visit.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # one of two words
    visit.page.set_viewport_size(DESK)
    visit.open(BIG_MATRIX)
    assert visit.page.locator("#matrix-table").is_visible()
    assert violations(visit.page) == []
    assert visit.trouble() == []
    visit.page.set_viewport_size(PHONE)
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert visit.page.locator("#matrix-list").is_visible()
    visit.page.close()


@pytest.mark.parametrize("kind", ONE_OF_EACH)
def test_everything_can_be_read_without_scripts(
    kind: str, scriptless: BrowserContext, from_folder: str, sample_site: SampleSite
):
    page = scriptless.new_page()
    page.goto(from_folder + address(sample_site.public, kind))
    assert page.evaluate(READING) == []
    page.set_viewport_size(DESK)
    assert page.evaluate(READING) == []
    assert len(page.locator("article").inner_text()) > 20
    page.close()


@pytest.fixture(scope="module")
def scriptless(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport=PHONE, java_script_enabled=False)
    yield made
    made.close()


@pytest.mark.parametrize("way", ["folder", "http"])
def test_a_members_votes_are_narrowed_and_the_address_remembers_it(
    way: str, context: BrowserContext, from_folder: str, server: str
):
    visit = Visit(context, from_folder if way == "folder" else server)
    page = visit.page
    visit.open("members/fujita-mayumi.html")
    every = shown(page, "#member-votes li")
    form = page.locator("form[data-council-filter='member-votes']")
    form.locator("select[name=option]").select_option("no")
    against = shown(page, "#member-votes li")
    assert 0 < len(against) < len(every)
    assert all("反対" in text for text in against)
    assert "option=no" in page.url
    page.reload()
    assert form.locator("select[name=option]").input_value() == "no"
    assert shown(page, "#member-votes li") == against
    form.locator("button[type=reset]").click()
    wait_until(page, "!location.href.includes('option=no')")
    assert shown(page, "#member-votes li") == every
    assert visit.trouble() == []
    page.close()


@pytest.mark.parametrize("way", ["folder", "http"])
def test_bills_are_narrowed_by_kind_and_words_and_the_address_remembers_it(
    way: str, context: BrowserContext, from_folder: str, server: str
):
    visit = Visit(context, from_folder if way == "folder" else server)
    page = visit.page
    visit.open("bills.html")
    every = shown(page, "#bills-list li")
    form = page.locator("form[data-council-filter='bills-list']")
    form.locator("select[name=kind]").select_option("陳情")
    petitions = shown(page, "#bills-list li")
    assert 0 < len(petitions) < len(every)
    form.locator("input[name=q]").fill("夜間　照明")
    wait_until(page, "document.querySelector('[data-council-count]').textContent.startsWith('1')")
    (found,) = shown(page, "#bills-list li")
    assert "汐路港の夜間照明の全面撤去を求める陳情" in found
    address_then = page.url
    page.reload()
    assert page.url == address_then
    assert form.locator("input[name=q]").input_value() == "夜間　照明"
    assert shown(page, "#bills-list li") == [found]
    assert visit.trouble() == []
    page.close()


def shown(page: Page, selector: str) -> list[str]:
    """Return the words of the rows that can be seen."""
    return page.locator(selector).filter(visible=True).all_inner_texts()


def test_a_link_into_a_folded_place_opens_it(context: BrowserContext, from_folder: str, sample_site: SampleSite):
    page = context.new_page()
    uri = address(sample_site.public, "meeting")
    page.goto(from_folder + uri)
    first = page.locator(".c-speech").first.get_attribute("id")
    page.goto(f"{from_folder}{uri}#{first}")
    assert page.locator(f"#{first}").is_visible()
    page.close()


def test_trouble_is_noticed(
    context: BrowserContext, scriptless: BrowserContext, sample_site: SampleSite, tmp_path: Path
):
    """A page with everything wrong: else the silence of the others would prove nothing."""
    wrong = (
        "<p hidden>隠れた文</p><img src='https://elsewhere.example/x.png'><script>window.ran = 1</script>"
        "<p style='color: #aaa; background: #fff'>薄い文字</p></article>"
    )
    site = tmp_path / "site"
    shutil.copytree(sample_site.public / "assets", site / "assets")
    about = (sample_site.public / "about.html").read_text("utf-8").replace("</article>", wrong)
    (site / "about.html").write_text(about, "utf-8")
    visit = Visit(context, f"{site.as_uri()}/")
    visit.open("about.html")
    assert visit.foreign == ["https://elsewhere.example/x.png"]
    assert any("script-src" in one for one in visit.trouble())
    assert visit.page.evaluate("window.ran") is None
    assert any(one.startswith("image-alt") for one in violations(visit.page))
    visit.page.close()
    page = scriptless.new_page()
    page.goto(f"{site.as_uri()}/about.html")
    assert page.evaluate(READING) == ["隠れた文"]
    page.close()
