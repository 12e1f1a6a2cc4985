"""A Word paper as it may be published: what is seen, in the file's own looks, and nothing of who wrote it.

The file must hold no unsettled or hidden text (`word_findings` says so first); what is taken off here is never shown.
"""

from __future__ import annotations

from lxml import etree

from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.papers import office_parts as kinds
from council.papers.office import Gathered, Package, Part, cleaned_xml, gather, packed
from council.papers.office_pictures import clean_picture
from council.papers.properties import property_names
from council.papers.refusal import RefusedPaperError
from council.papers.word_branches import keep_one_branch
from council.papers.word_fields import unlink_fields
from council.papers.xml_parts import forget_paths, local, remove, serialized
from council.read.docx.names import W_SPACE, w
from council.rules import papers as rules

# Elements that show nothing: marks of comments, permissions, tracked formats, bindings to data behind the text.
_UNSEEN = frozenset(
    "rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange tblGridChange tblPrExChange numberingChange "
    "proofErr permStart permEnd commentRangeStart commentRangeEnd commentReference annotationRef dataBinding "
    "smartTagPr customXmlPr placeholder docVars rsid rsids tag alias externalData svgBlip webExtensionRef "
    "hlinkMouseOver autoUpdate listItem helpText statusText entryMacro exitMacro".split()
)
# Of the settings, those that decide how the pages look.
_SETTINGS = frozenset(
    "zoom mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop "
    "defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps evenAndOddHeaders "
    "bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing "
    "displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery characterSpacingControl noLineBreaksAfter "
    "noLineBreaksBefore footnotePr endnotePr compat mathPr themeFontLang clrSchemeMapping displayBackgroundShape "
    "decimalSymbol listSeparator strictFirstAndLastChars noPunctuationKerning".split()
)
_HISTORY = frozenset({"paraId", "textId", "durableId", "Guid", "lastValue"})
_PEOPLE = frozenset({"author", "initials"})  # what carries them is taken out above; anything else nobody taught us
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}


def clean_word(data: bytes, name: str) -> Outcome[bytes]:
    """Return the Word file anew. Findings: D311, D318, D321; raises RefusedPaperError (D103-D105, D108, D304, D305)."""
    package = Package(data, name)
    shown = _Shown(_notes_shown(package))
    gathered = gather(package, shown.clean)
    return Outcome(packed(package, gathered), (*_findings(package, gathered, name), *shown.findings(name)))


class _Shown:
    """Cleans parts one by one and notes whether a picture is cropped."""

    def __init__(self, notes: dict[str, frozenset[str]]) -> None:
        self.notes = notes
        self.cropped = 0

    def clean(self, part: Part) -> bytes:
        if part.kind == "image":
            return clean_picture(part.content, part.name)
        if part.kind == "font":
            return part.content
        root = cleaned_xml(part)
        if part.kind == "settings":
            _keep_only(root, _SETTINGS)
        if part.kind in _NOTES:
            _drop_unshown_notes(root, _NOTES[part.kind], self.notes[part.kind])
        keep_one_branch(root)
        if part.kind in kinds.STORIES:
            unlink_fields(root)
        self.cropped += sum(1 for one in root.iter("{*}srcRect") if any(value != "0" for value in one.attrib.values()))
        _forget_history(root)
        forget_paths(root)
        return serialized(root)

    def findings(self, name: str) -> tuple[Finding, ...]:
        return (finding(rules.CROPPED, Location(name), count=self.cropped),) if self.cropped else ()


def _findings(package: Package, gathered: Gathered, name: str) -> list[Finding]:
    found: list[Finding] = []
    comments = sum(
        1
        for kind, part in gathered.left_out
        if kind in kinds.COMMENTS and part in package.contents
        for one in cleaned_xml(Part(part, kind, package.contents[part]))
        if local(one) in ("comment", "threadedComment")
    )
    if comments:
        found.append(finding(rules.COMMENTS, Location(name), count=comments))
    names = property_names(package, gathered)
    if names:
        found.append(finding(rules.PROPERTIES, Location(name), names=", ".join(names)))
    return found


def _keep_only(root: etree._Element, names: frozenset[str]) -> None:
    for child in list(root):
        if local(child) not in names:
            remove(child)


def _notes_shown(package: Package) -> dict[str, frozenset[str]]:
    """Return the ids of the notes that the text refers to, by the kind of part they lie in."""
    main = next((package.target("", one) for one in package.relations("") if one.kind == "officeDocument"), "")
    content = package.contents.get(main)
    root = cleaned_xml(Part(main, "", content)) if content else etree.Element("none")
    return {
        kind: frozenset(one.get(w("id")) or "" for one in root.iter(w(f"{note}Reference")))
        for kind, note in _NOTES.items()
    }


def _drop_unshown_notes(root: etree._Element, note: str, shown: frozenset[str]) -> None:
    for one in list(root.iterchildren(w(note))):
        if one.get(w("type")) in (None, "normal") and one.get(w("id")) not in shown:
            remove(one)


def _forget_history(root: etree._Element) -> None:
    """Take out unseen elements, and the attributes that tell in which sitting of whom a run was typed."""
    for element in list(root.iter(etree.Element)):
        if local(element) in _UNSEEN:
            _remove_unseen(element)
            continue
        for key in list(element.attrib):
            name = etree.QName(key)
            if (name.namespace == W_SPACE and name.localname.startswith("rsid")) or name.localname in _HISTORY:
                del element.attrib[key]
            elif name.namespace == W_SPACE and name.localname in _PEOPLE:
                raise RefusedPaperError(rules.NOT_CLEANED, part=local(element))


def _remove_unseen(element: etree._Element) -> None:
    """Take an element out, and the extension around it, which may not be empty."""
    parent = element.getparent()
    remove(parent if parent is not None and local(parent) == "ext" and len(parent) == 1 else element)
