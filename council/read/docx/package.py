"""The parts of a Word file and how they refer to each other (ECMA-376 part 2, open packaging)."""

from __future__ import annotations

import posixpath
from typing import Any, cast

from lxml import etree
from msgspec import Struct

from council.read.docx.archive import LIMITS, Limits, part_key, target_part, unpack
from council.read.docx.names import STRICT_W_SPACE, Element, w
from council.read.docx.refusal import RefusedError, other_format, refuse
from council.rules import word_refused as rules

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/"
_TOO_DEEP = "Excessive depth"
_KINDS = (
    ("spreadsheetml.", "Excel (.xlsx)"),
    ("ms-excel.", "Excel (.xlsm)"),
    ("presentationml.", "PowerPoint (.pptx)"),
    ("wordprocessingml.template", "Word (.dotx)"),
)


class Relation(Struct, frozen=True):
    """What one part says about another: ``kind`` is the last word of the relation's type."""

    kind: str
    target: str
    external: bool


class Package:
    """An opened Word file: its parts as parsed XML, each parsed once and only when asked for."""

    def __init__(self, data: bytes, name: str, limits: Limits = LIMITS) -> None:
        """Unpack and check ``data``; raise `RefusedError` for anything that is no sound Word document."""
        self._name = name
        self._contents = unpack(data, name, limits)
        self._roots: dict[str, Element] = {}
        self._refuse_doctypes()
        self.main_part = self._find_main()
        self.relations = self._relations(self.main_part)
        self.main, self.body = self._document()

    def related(self, kind: str) -> Element | None:
        """Return the part that the main part names as its ``kind`` (``styles``, ``numbering``, ``footnotes`` …)."""
        for relation in self.relations.values():
            if relation.kind == kind and not relation.external and relation.target in self._contents:
                return self._parse(relation.target)
        return None

    def by_id(self, relation_id: str) -> Element | None:
        """Return the part behind a relation of the main part."""
        relation = self.relations.get(relation_id)
        if relation is None or relation.external or relation.target not in self._contents:
            return None
        return self._parse(relation.target)

    @property
    def externals(self) -> list[str]:
        """The kinds of everything outside the file that its XML parts refer to, links of the text left out."""
        parts = [part for part in self._contents if part.endswith(".rels")]
        found = {
            _kind(relation.get("Type"))
            for part in parts
            for relation in self._parse(part).iter(_RELATION)
            if relation.get("TargetMode") == "External"
        }
        return sorted(found - {"hyperlink"})

    def _refuse_doctypes(self) -> None:
        for part, content in self._contents.items():
            if has_doctype(content):
                raise refuse(rules.WORD_DOCTYPE, self._name, part=part)

    def _find_main(self) -> str:
        """Return the main part's name; refuse other kinds of Office files and macros by their content types."""
        types = self._content_types()
        if any("vbaproject" in kind.lower() for kind in types.values()):
            raise refuse(rules.WORD_MACRO, self._name)
        relation = next((one for one in self._relations("").values() if one.kind == "officeDocument"), None)
        if relation is None or relation.target not in self._contents:
            raise refuse(rules.WORD_MISSING_PART, self._name, part=relation.target if relation else "_rels/.rels")
        self._refuse_kind(types.get(relation.target, _MAIN))
        return relation.target

    def _content_types(self) -> dict[str, str]:
        if "[content_types].xml" not in self._contents:
            raise self._no_office_file()
        root = self._parse("[content_types].xml")
        overrides = root.iter(f"{_TYPES}Override")
        defaults = root.iter(f"{_TYPES}Default")
        named = {part_key(one.get("PartName") or ""): one.get("ContentType") or "" for one in overrides}
        return named | {f".{one.get('Extension')}": one.get("ContentType") or "" for one in defaults}

    def _no_office_file(self) -> Exception:
        if "content.xml" in self._contents and "meta-inf/manifest.xml" in self._contents:
            return other_format(self._name, "OpenDocument (.odt)")
        if any(part.startswith("word/") for part in self._contents):
            return refuse(rules.WORD_MISSING_PART, self._name, part="[Content_Types].xml")
        return other_format(self._name, "zip")

    def _refuse_kind(self, kind: str) -> None:
        if "macroenabled" in kind.lower() and "word" in kind:
            raise refuse(rules.WORD_MACRO, self._name)
        other = next((words for mark, words in _KINDS if mark in kind), None)
        if other:
            raise other_format(self._name, other)

    def _relations(self, part: str) -> dict[str, Relation]:
        folder, base = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{base}.rels").lower()
        if rels not in self._contents:
            return {}
        found = self._parse(rels).iter(_RELATION)
        return {one.get("Id") or "": self._relation(one, folder) for one in found}

    def _relation(self, element: Element, folder: str) -> Relation:
        kind = element.get("Type") or ""
        if kind.startswith(_STRICT_RELATION):
            raise refuse(rules.WORD_STRICT, self._name)
        target = element.get("Target") or ""
        if element.get("TargetMode") == "External":
            return Relation(_kind(kind), target, external=True)
        return Relation(_kind(kind), target_part(self._contents, folder, target), external=False)

    def _document(self) -> tuple[Element, Element]:
        root = self._parse(self.main_part)
        if root.tag == f"{{{STRICT_W_SPACE}}}document":
            raise refuse(rules.WORD_STRICT, self._name)
        body = root.find(w("body"))
        if root.tag != w("document") or body is None:
            raise refuse(rules.WORD_MISSING_PART, self._name, part="w:body")
        return root, body

    def _parse(self, part: str) -> Element:
        if part not in self._roots:
            self._roots[part] = self._parsed(part)
        return self._roots[part]

    def _parsed(self, part: str) -> Element:
        try:
            return etree.fromstring(self._contents[part], _parser())
        except etree.XMLSyntaxError as error:
            if _TOO_DEEP in str(error):
                raise self.too_deep(part) from error
            raise refuse(rules.WORD_BROKEN_XML, self._name, part=part) from error

    def too_deep(self, part: str = "") -> RefusedError:
        """Return the refusal of a part (default: the main one) that nests deeper than any real document."""
        return refuse(rules.WORD_TOO_DEEP, self._name, part=part or self.main_part)


def _kind(relation_type: str | None) -> str:
    return (relation_type or "").rpartition("/")[2]


def _parser() -> etree.XMLParser:
    """Return a parser that fetches nothing, expands nothing and leaves comments out of the text."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


class _FirstTagError(Exception):
    """The first tag was reached; what follows is of no interest here."""


class _Prologue:
    """A parser target that stops at the first tag and knows whether a DOCTYPE stood before it."""

    def __init__(self) -> None:
        self.doctype_seen = False

    def doctype(self, _name: str | None, _public_id: str | None, _system: str | None) -> None:
        self.doctype_seen = True
        raise _FirstTagError

    def start(self, _tag: object, _attributes: object) -> None:
        raise _FirstTagError

    def close(self) -> None:
        return None


def has_doctype(content: bytes) -> bool:
    """Return whether the parser itself meets a DOCTYPE; a search in the bytes would miss one in UTF-16."""
    target = _Prologue()
    parser = etree.XMLParser(target=cast("Any", target), resolve_entities=False, no_network=True, load_dtd=False)
    try:
        for place in range(0, len(content), 4096):
            parser.feed(content[place : place + 4096])
    except (_FirstTagError, etree.XMLSyntaxError):
        pass
    return target.doctype_seen
