"""Fields of a Word file: those that only look something up in the paper stay, the others become their words.

A field's code is not shown; AUTHOR, FILENAME or INCLUDEPICTURE carry names and paths in it, XE and TC whole entries.
"""

from __future__ import annotations

from lxml import etree
from msgspec import Struct, field

from council.papers.refusal import RefusedPaperError
from council.papers.xml_parts import names_a_path, remove
from council.read.docx.names import w
from council.rules import papers as rules

_SAFE = frozenset(
    "PAGE NUMPAGES SECTION SECTIONPAGES TOC TOA INDEX REF PAGEREF NOTEREF STYLEREF HYPERLINK SEQ EQ = "
    "SYMBOL ADVANCE LISTNUM AUTONUM AUTONUMLGL AUTONUMOUT DATE TIME QUOTE FORMTEXT FORMCHECKBOX FORMDROPDOWN".split()
)
_MARK, _CODE, _SIMPLE = w("fldChar"), w("instrText"), w("fldSimple")


class _Field(Struct):
    marks: list[etree._Element] = field(default_factory=list)
    code: str = ""
    nested: bool = False
    in_result: bool = False


def unlink_fields(root: etree._Element) -> None:
    """Turn fields that are not safe into the words they show. Raises RefusedPaperError (D305)."""
    for simple in list(root.iter(_SIMPLE)):
        if not _is_safe(simple.get(w("instr")) or ""):
            _unwrap(simple)
    opened: list[_Field] = []
    for element in list(root.iter(_MARK, _CODE)):
        if element.tag == _CODE:
            _take_code(opened, element)
        elif element.get(w("fldCharType")) == "begin":
            if opened and not opened[-1].in_result:
                opened[-1].nested = True
            opened.append(_Field([element]))
        elif opened:
            _go_on(opened, element)


def _take_code(opened: list[_Field], element: etree._Element) -> None:
    if opened:
        opened[-1].code += element.text or ""
        opened[-1].marks.append(element)
    else:
        remove(element)  # a code outside any field is shown nowhere


def _go_on(opened: list[_Field], element: etree._Element) -> None:
    opened[-1].marks.append(element)
    if element.get(w("fldCharType")) == "separate":
        opened[-1].in_result = True
        return
    ended = opened.pop()
    if _is_safe(ended.code):
        return
    if ended.nested:  # what stands in its code would begin to show
        raise RefusedPaperError(rules.NOT_CLEANED, part=(ended.code.split() or ["?"])[0])
    for mark in ended.marks:
        remove(mark)


def _is_safe(code: str) -> bool:
    words = code.split()
    return not words or ((words[0].upper() in _SAFE or words[0].startswith("=")) and not names_a_path(code))


def _unwrap(element: etree._Element) -> None:
    for child in list(element):
        element.addprevious(child)
    remove(element)
