"""The main part of an Office file: what the file's own relations name as its document, whatever it is called."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from council.read.docx.archive import target_part
from council.read.docx.names import Element, local

_RELATIONS = "_rels/.rels"
_USUAL = {"word/document.xml": "document", "xl/workbook.xml": "workbook", "ppt/presentation.xml": "presentation"}
_HEAD = 200_000  # bytes: a document's first tag and a file's few relations stand well within


def main_part(parts: Mapping[str, bytes]) -> str | None:
    """Return the name of the main part among the XML parts of an Office file; None where there is none."""
    for node in _elements(parts.get(_RELATIONS, b"")):
        if node.get("Type", "").endswith("/officeDocument") and node.get("TargetMode") != "External":
            part = target_part(parts, "", node.get("Target", ""))
            if part in parts:
                return part
    return None


def main_kind(parts: Mapping[str, bytes]) -> str:
    """Return what the main part is by its first tag: ``document``, ``workbook``, ``presentation``; nothing if unknown.

    Where no relation names a main part, the usual names are looked for.
    """
    part = main_part(parts)
    if part is None:
        return next((kind for usual, kind in _USUAL.items() if usual in parts), "")
    first = next(iter(_elements(parts[part])), None)
    return "" if first is None else local(first.tag)


def _elements(content: bytes) -> list[Element]:
    """Return the tags at the beginning of a part, as far as it can be read."""
    parser = etree.XMLPullParser(("start",), resolve_entities=False, no_network=True, load_dtd=False)
    try:
        parser.feed(content[:_HEAD])
        return [node for _, node in parser.read_events() if isinstance(node, Element)]
    except (etree.XMLSyntaxError, ValueError):
        return []
