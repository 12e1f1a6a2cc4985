"""Golden pages: what stands in a page's article, laid out so that a difference reads like a difference."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import lxml.html

FOLDER = Path(__file__).parent / "golden"
_INLINE = {
    "a",
    "abbr",
    "b",
    "br",
    "del",
    "em",
    "i",
    "ins",
    "rp",
    "rt",
    "ruby",
    "span",
    "strong",
    "time",
    "wbr",
    "meter",
}
_MOST_LINES = 60


def article_of(page: str) -> str:
    """Return the article of a page, a block element a line, indented by its depth."""
    (article,) = lxml.html.document_fromstring(page).iter("article")
    return "\n".join(_lines(article, 0)) + "\n"


def _lines(element: lxml.html.HtmlElement, depth: int) -> list[str]:
    if all(child.tag in _INLINE for child in element.iterdescendants() if isinstance(child.tag, str)):
        return ["  " * depth + _on_one_line(element)]
    opening, _, closing = _on_one_line(_bare(element)).partition("\0")
    lines = ["  " * depth + opening, *_text(element.text, depth + 1)]
    for child in element:
        if isinstance(child.tag, str):
            lines += _lines(child, depth + 1)
        lines += _text(child.tail, depth + 1)
    return [*lines, "  " * depth + closing]


def _bare(element: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    bare = lxml.html.Element(element.tag, dict(element.attrib))
    bare.text = "\ufffc"
    return bare


def _on_one_line(element: lxml.html.HtmlElement) -> str:
    text = lxml.html.tostring(element, encoding="unicode", with_tail=False)
    return re.sub(r"[ \n]+", " ", text).replace("\ufffc", "\0").strip()


def _text(text: str | None, depth: int) -> list[str]:
    return ["  " * depth + " ".join(text.split(" ")).strip()] if text and text.strip() else []


def check(name: str, page: str, *, update: bool) -> None:
    """Compare a page with its golden file, or write the golden file anew."""
    path = FOLDER / f"{name}.html"
    found = article_of(page)
    if update:
        FOLDER.mkdir(exist_ok=True)
        path.write_text(found, "utf-8", newline="\n")
        return
    assert path.is_file(), f"no golden page {path.name}: run `make golden`, read it, commit it"
    wanted = path.read_text("utf-8")
    assert found == wanted, "\n".join(_difference(wanted, found, path.name))


def _difference(wanted: str, found: str, name: str) -> list[str]:
    lines = list(difflib.unified_diff(wanted.split("\n"), found.split("\n"), f"golden/{name}", "this build", "", "", 1))
    more = [f"… and {len(lines) - _MOST_LINES} more lines"] if len(lines) > _MOST_LINES else []
    return ["if this is meant, run `make golden` and commit", *lines[:_MOST_LINES], *more]
