"""Words in the looks of a workbook that no page shows: headers not switched on, rules' formulas, names of styles."""

from __future__ import annotations

from lxml import etree

from council.papers.xml_parts import local, remove
from council.text.patterns import regex

# A formula of cells, functions and figures; anything else (a text in quotes, a defined name) may say something.
_WORDLESS = regex(
    r"(?:\$?[A-Z]{1,3}\$?[0-9]{1,7}(?![0-9A-Za-z_])|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}(?![0-9A-Za-z_])|[A-Z][A-Z0-9.]*(?=\()|TRUE|FALSE"
    r"|[0-9]{1,7}(?:\.[0-9]{1,7})?(?![0-9])|\"\"|[-+*/^&=<>(),:%\s])+"
)
_BY_SWITCH = {"even": "differentOddEven", "first": "differentFirst"}


def drop_unshown_words(root: etree._Element) -> None:
    """Take out of a sheet what no page shows: unused headers, rules and filters with words of their own."""
    for words in root.iterfind("{*}headerFooter"):
        for header in list(words):
            switch = next((key for kind, key in _BY_SWITCH.items() if local(header).startswith(kind)), "")
            if switch and words.get(switch) not in ("1", "true"):
                remove(header)
    for rule in list(root.iter("{*}cfRule")):
        formulas = [one.text or "" for one in rule.iter("{*}formula")]
        formulas += [one.get("val") or "" for one in rule.iter("{*}cfvo")]
        if rule.get("text") or not all(_WORDLESS.fullmatch(one) for one in formulas if one):
            remove(rule)
    for formats in list(root.iterfind("{*}conditionalFormatting")):
        if formats.find("{*}cfRule") is None:
            remove(formats)
    for criterion in list(root.iterfind("{*}autoFilter/*")):
        remove(criterion)
    for extension in list(root.iter("{*}extLst")):
        remove(extension)


def plain_styles(root: etree._Element) -> None:
    """Take the names that people gave to styles and the number formats that no cell has out of a style sheet."""
    own = (style for style in root.iterfind("{*}cellStyles/{*}cellStyle") if style.get("builtinId") is None)
    for number, style in enumerate(own, start=1):
        style.set("name", f"Style {number}")
    for styles in root.iterfind("{*}tableStyles"):
        for style in list(styles):
            remove(style)
        for key in list(styles.attrib):
            del styles.attrib[key]
        styles.set("count", "0")
    used = {xf.get("numFmtId") for xf in root.iter("{*}xf")}
    for formats in root.iterfind("{*}numFmts"):
        for one in list(formats):
            if one.get("numFmtId") not in used:
                remove(one)
        formats.set("count", str(len(formats)))
    for formats in list(root.iterfind("{*}numFmts")):
        if len(formats) == 0:
            remove(formats)
