"""Which properties of a Word file or workbook tell of people: their names, never their values."""

from __future__ import annotations

from council.papers.office import Gathered, Package, Part, cleaned_xml
from council.papers.office_parts import PROPERTIES
from council.papers.xml_parts import local

_TELLING = frozenset(
    "creator lastModifiedBy subject description keywords category contentStatus Company Manager Template HyperlinkBase".split()
)
_USUAL = frozenset({"Normal", "Normal.dotm", "Microsoft Office User"})


def property_names(package: Package, gathered: Gathered) -> tuple[str, ...]:
    """Return the names of the properties that are filled and were left out, each once."""
    names: set[str] = set()
    for kind, part in gathered.left_out:
        if kind not in PROPERTIES or part not in package.contents:
            continue
        root = cleaned_xml(Part(part, kind, package.contents[part]))
        if kind == "custom-properties":
            names |= {one.get("name") or "custom" for one in root}
        else:
            names |= {local(one) for one in root if local(one) in _TELLING and _says(one.text)}
    return tuple(sorted(names))


def _says(text: str | None) -> bool:
    return bool((text or "").strip()) and text not in _USUAL
