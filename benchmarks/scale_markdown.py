"""Turns a built site into the Markdown that plain MkDocs makes the same pages of: ``scale_markdown.py SITE FOLDER``.

What a page's ``<article>`` says comes along: headings, paragraphs, lists, tables, links, emphasis. Controls (forms,
permanent links) stay behind, and so do the places within a page that links lead to: plain MkDocs has less to do.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from lxml.html import HtmlElement as Node
from scale_articles import pages_of

_BLOCKS = frozenset(
    "address article aside blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr "
    "li main nav ol p pre section summary table tbody td th thead tr ul".split()
)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_SPECIAL = re.compile(r"[\\`*_\[\]<&|]")
_AT_START = re.compile(r"^(#|[-+](?= )|\d+(?=\. )|>|:|=+$|-+$)")
_INDENT = "    "
_SETTINGS = """\
site_name: 碧野市議会
use_directory_urls: false
theme:
  name: material
  language: ja
  font: false
  features: [toc.follow, navigation.top]
plugins: []
nav:
  - index.md
not_in_nav: "*"
validation:
  anchors: ignore
  links:
    not_found: ignore
"""


def markdown_of(article: Node) -> str:
    """Return an article as Markdown."""
    return "\n\n".join(_blocks(article)) + "\n"


def _blocks(node: Node) -> Iterator[str]:
    """Yield the blocks within a node; text that stands beside blocks is a paragraph."""
    line: list[str] = []
    for piece in _pieces(node):
        if isinstance(piece, str):
            line.append(_escaped(piece))
        elif piece.tag not in _BLOCKS and not any(one.tag in _BLOCKS for one in piece.iter()):
            line.append(_inline(piece))
        else:
            yield from _paragraph(line)
            line = []
            yield from _WAYS.get(piece.tag, _blocks)(piece)
    yield from _paragraph(line)


def _pieces(node: Node) -> Iterator[str | Node]:
    if node.text:
        yield node.text
    for child in node:
        yield child
        if child.tail:
            yield child.tail


def _paragraph(pieces: Sequence[str]) -> Iterator[str]:
    text = _tidy("".join(pieces))
    if text:
        yield _AT_START.sub(r"\\\1" if not text[0].isdigit() else r"\1\\", text)


def _tidy(text: str) -> str:
    return "  \n".join(_SPACE.sub(" ", line).strip(" ") for line in text.split("\0")).strip(" \n")


def _heading(node: Node) -> Iterator[str]:
    yield f"{'#' * int(node.tag[1])} {_flat(node)}"


def _list(node: Node) -> Iterator[str]:
    mark = "1." if node.tag == "ol" else "-"
    items = [_item(mark, list(_blocks(item))) for item in node.iterchildren("li")]
    yield ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)


def _item(mark: str, blocks: Sequence[str]) -> str:
    lines = "\n\n".join(blocks).split("\n")
    rest = [f"{_INDENT}{line}" if line else "" for line in lines[1:]]
    return "\n".join([f"{mark}{' ' * (4 - len(mark))}{lines[0]}", *rest])


def _definitions(node: Node) -> Iterator[str]:
    """Yield a list of terms: each term strong, what is said of it below."""
    for one in node.iter("dt", "dd"):
        if one.tag == "dt":
            yield f"**{_flat(one)}**"
        else:
            yield from _blocks(one)


def _table(node: Node) -> Iterator[str]:
    """Yield a table with pipes, cells that span several standing once."""
    for caption in node.iterchildren("caption"):
        yield from _paragraph([_flat(caption)])
    rows = [[_flat(cell) for cell in row.iterchildren("td", "th")] for row in node.iter("tr")]
    width = max(map(len, rows), default=0)
    if node.find("thead") is None:
        rows.insert(0, [])
    lines = [f"| {' | '.join([*cells, *[''] * (width - len(cells))])} |" for cells in rows]
    yield "\n".join([*lines[:1], "|" + " --- |" * width, *lines[1:]])


def _flat(node: Node) -> str:
    """Return a node as one line, whatever is in it."""
    return _tidy(_within(node)).replace("  \n", " ")


def _within(node: Node) -> str:
    return "".join(_escaped(piece) if isinstance(piece, str) else _inline(piece) for piece in _pieces(node))


def _inline(node: Node) -> str:
    if node.tag == "br":
        return "\0"
    text = _within(node)
    if node.tag in _BLOCKS:
        return f" {text} "
    words = _tidy(text)
    if not words:
        return text
    before, after = (" " if text[place] in " \n" else "" for place in (0, -1))
    match node.tag:
        case "a" if node.get("href"):
            words = f"[{words}]({_target(node.get('href', ''))})"
        case "strong" | "b":
            words = f"**{words}**"
        case "em" | "i":
            words = f"*{words}*"
        case "code":
            words = f"`{node.text_content()}`"
        case _:
            return text
    return f"{before}{words}{after}"


def _target(address: str) -> str:
    """Return where a link leads: to the Markdown file of a page of this site, else where it leads anyway."""
    page, _, _ = address.partition("#")
    if "://" in address or page.startswith("mailto:"):
        return address
    return f"{page.removesuffix('.html')}.md" if page.endswith(".html") else page or "#"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


_WAYS: dict[str, Callable[[Node], Iterator[str]]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("ul", "ol"), _list),
    "dl": _definitions,
    "table": _table,
}


def main(arguments: Sequence[str]) -> int:
    """Write the pages of a site as Markdown below a folder, with the settings to build them."""
    site, folder = map(Path, arguments)
    for address, article in pages_of(site):
        path = folder / "docs" / f"{address.removesuffix('.html')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(markdown_of(article), encoding="utf-8", newline="\n")
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
