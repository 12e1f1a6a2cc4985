"""The XML names of WordprocessingML that the reader looks for."""

from __future__ import annotations

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml offers its element class under this name only

W_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W_SPACE = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC_SPACE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/math"
A_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
WPS_SPACE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
W14_SPACE = "http://schemas.microsoft.com/office/word/2010/wordml"
V_SPACE = "urn:schemas-microsoft-com:vml"
O_SPACE = "urn:schemas-microsoft-com:office:office"
WP_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/picture"

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
R_ID = f"{{{R_SPACE}}}id"


def w(name: str) -> str:
    """Return the qualified name of an element or attribute of WordprocessingML."""
    return f"{{{W_SPACE}}}{name}"


def local(tag: str) -> str:
    """Return a qualified name without its namespace, as a clerk's report shows it."""
    return tag.rpartition("}")[2]


VAL, AUTHOR = w("val"), w("author")
P, TBL, TR, TC, R, T = w("p"), w("tbl"), w("tr"), w("tc"), w("r"), w("t")
P_PR, R_PR, SDT, SDT_CONTENT = w("pPr"), w("rPr"), w("sdt"), w("sdtContent")
INS, DEL, MOVE_FROM, MOVE_TO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
FLD_CHAR, TXBX_CONTENT = w("fldChar"), w("txbxContent")
ALTERNATE, CHOICE, FALLBACK = f"{{{MC_SPACE}}}AlternateContent", f"{{{MC_SPACE}}}Choice", f"{{{MC_SPACE}}}Fallback"

# What Word itself understands: it takes the first Choice whose requirements all lie here.
_UNDERSTOOD = (
    "http://schemas.microsoft.com/office/",
    "http://schemas.openxmlformats.org/",
    "urn:schemas-microsoft-com:",
)


def chosen(alternate: Element) -> Element | None:
    """Return the branch of an mc:AlternateContent that Word shows; the same text stands in the others again."""
    for choice in alternate.iterchildren(CHOICE):
        spaces = [choice.nsmap.get(prefix) or "" for prefix in (choice.get("Requires") or "").split()]
        if spaces and all(space.startswith(_UNDERSTOOD) for space in spaces):
            return choice
    return alternate.find(FALLBACK)


def children(element: Element | None) -> dict[str, Element]:
    """Return the children of a properties element by their names; nothing for None."""
    return {} if element is None else {child.tag: child for child in element}


def child(element: Element, tag: str) -> Element | None:
    """Return the first child of that name (quicker than ``find``, which parses a path)."""
    return next(element.iterchildren(tag), None)


def switch(element: Element | None) -> bool | None:
    """Return what an on/off property says; None where it is not there."""
    if element is None:
        return None
    return is_on(element.get(VAL))


def is_on(value: str | None) -> bool:
    """Return what the value of an on/off property says; a property without a value is on."""
    return value not in {"0", "false", "off", "none"}


def integer(text: str | None) -> int | None:
    """Return a whole number of an attribute, or None for anything else (damaged files hold anything)."""
    try:
        return int(text or "")
    except ValueError:
        return None
