"""Run the search's JavaScript in the Chromium that the browser tests need anyway: no other engine has to be installed."""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

MODULES = Path(__file__).parent.parent / "site_templates" / "theme" / "assets" / "search"
SITE = "http://council.test/"

# What goes in and out is JSON: many times quicker than the browser's own way to pass a large value.
_CALL = """async ([module, name, calls]) => {
    const loaded = await import(module);
    const results = [];
    for (const given of JSON.parse(calls)) results.push((await loaded[name](...given)) ?? null);
    return JSON.stringify(results);
}"""


class JavaScript:
    """A page of a site that is no more than a folder: `SITE` is `root`, its `assets/search/` the modules as shipped."""

    def __init__(self, browser: Browser) -> None:
        """Open an empty page."""
        self.root = MODULES
        self.asked: list[str] = []
        self.page = browser.new_page()
        self.page.route(SITE + "**", self._answer)
        self.page.goto(SITE + "blank")

    def call(self, name: str, *given: object, module: str = "words.mjs") -> Any:
        """Return what an exported function returns."""
        return self.calls(name, [given], module=module)[0]

    def calls(self, name: str, given: Iterable[Iterable[object]], *, module: str = "words.mjs") -> list[Any]:
        """Return what an exported function returns for each list of arguments, in one go."""
        address = f"{SITE}assets/search/{module}"
        results: list[Any] = json.loads(
            self.page.evaluate(_CALL, [address, name, json.dumps([[*one] for one in given])])
        )
        return results

    def serve(self, root: Path) -> None:
        """Take a site's folder, or another one; what it has in `assets/search/` comes before the modules as shipped."""
        self.root = root
        self.asked.clear()
        self.page.goto(SITE + "blank")

    def _answer(self, route: Route) -> None:
        path = unquote(urlsplit(route.request.url).path).lstrip("/")
        self.asked.append(path)
        if path == "blank":
            route.fulfill(body="<!doctype html><title>search</title>", content_type="text/html")
            return
        places = (self.root / path, MODULES / path.removeprefix("assets/search/"))
        found = next((place for place in places if place.is_file()), None)
        if found is None:
            route.fulfill(status=404)
            return
        kind = "text/javascript" if found.suffix == ".mjs" else mimetypes.guess_type(found.name)[0]
        route.fulfill(body=found.read_bytes(), content_type=kind or "application/octet-stream")
