"""XML parts of Office files: parsed without reaching out, cleaned of what names people and paths, written alike."""

from __future__ import annotations

import re

from lxml import etree

from council.papers.refusal import RefusedPaperError
from council.read.docx.package import has_doctype
from council.rules import materials
from council.text.patterns import regex

RELATION_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATION = f"{{{RELATION_SPACE}}}"
_WEB = ("http://", "https://", "mailto:")
_PATH = regex(r"(?<![A-Za-z])[A-Za-z]:[\\/]|\\\\|^file:|^/(?:Users|home|Volumes)/", re.IGNORECASE)
_PICTURE_NAME = regex(r"\.[A-Za-z0-9]{2,5}$")
# Kept without what they refer to: a link whose target is gone is still its words.
_WORDS_STAY = frozenset({"hyperlink", "blip", "pageSetup"})
_DESCRIPTIONS = ("descr", "title", "alt", "{urn:schemas-microsoft-com:office:office}title")
_CACHED = "{urn:schemas-microsoft-com:office:office}gfxdata"


def parsed(content: bytes, part: str) -> etree._Element:
    """Return a part's root, its comments and instructions left out. Raises RefusedPaperError (D103)."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        if has_doctype(content):
            raise RefusedPaperError(materials.UNREADABLE, reason=part)
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise RefusedPaperError(materials.UNREADABLE, reason=part) from error


def serialized(root: etree._Element) -> bytes:
    """Return XML the same way every time."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace; empty for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def remove(element: etree._Element) -> None:
    """Take an element out; what follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def has_web_target(target: str) -> bool:
    """Say whether a link leads to the web or to a mailbox."""
    return target.lower().startswith(_WEB)


def names_a_path(text: str) -> bool:
    """Say whether words hold the path of a file on somebody's machine."""
    return _PATH.search(text) is not None


def drop_dangling(root: etree._Element, gone: frozenset[str]) -> None:
    """Take out the elements whose relation is gone; links and pictures only lose the reference."""
    if not gone:
        return
    for element in list(root.iter(etree.Element)):
        keys = [key for key, value in element.attrib.items() if str(key).startswith(_RELATION) and value in gone]
        if keys and local(element) in _WORDS_STAY:
            for key in keys:
                del element.attrib[key]
        elif keys:
            remove(element)


def forget_paths(root: etree._Element) -> None:
    """Take the paths and file names of pictures out of their names and descriptions."""
    for element in root.iter(etree.Element):
        for key in (_CACHED, *_DESCRIPTIONS):
            if (key == _CACHED and key in element.attrib) or names_a_path(element.get(key) or ""):
                del element.attrib[key]
        if local(element) in ("cNvPr", "docPr") and (name := element.get("name")):
            element.set("name", "" if names_a_path(name) or _PICTURE_NAME.search(name) else name)
