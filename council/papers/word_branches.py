"""Drawings that a Word file holds twice, for new and for old programs: what one program shows another must not add to."""

from __future__ import annotations

from lxml import etree

from council.papers.xml_parts import remove
from council.read.docx.names import ALTERNATE, CHOICE, FALLBACK, chosen


def keep_one_branch(root: etree._Element) -> None:
    """Take out every branch that says other words than the one that Word shows.

    Branches of the same words stay, so that older programs show the drawing too.
    """
    for alternate in list(root.iter(ALTERNATE)):
        shown = chosen(alternate)
        for branch in list(alternate):
            if branch is not shown and (shown is None or _words(branch) != _words(shown)):
                remove(branch)
        if alternate.find(CHOICE) is None:
            _unwrap(alternate)


def _words(branch: etree._Element) -> str:
    return "".join("".join((one.text or "").split()) for one in branch.iter("{*}t", "{*}delText", "{*}instrText"))


def _unwrap(alternate: etree._Element) -> None:
    """Leave what the fallback holds in place of both: an alternative without a choice is none."""
    for child in list(alternate.iterfind(f"{FALLBACK}/*")):
        alternate.addprevious(child)
    remove(alternate)
