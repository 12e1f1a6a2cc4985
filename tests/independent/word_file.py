"""A Word file read with nothing but a zip and an XML reader: the text of its paragraphs, in order."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOT_SHOWN = {f"{_W}{name}" for name in ("del", "instrText", "rt", "delText", "pPr", "rPr", "sectPr")}
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}


def paragraphs(path: Path) -> list[str]:
    """Return the text of every paragraph of the body; line breaks and tabs as such, ruby as its base."""
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))[0]
    return ["".join(_shown(paragraph)) for paragraph in body.iter(f"{_W}p")]


def _shown(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in _NOT_SHOWN:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        else:
            yield from _shown(child)
