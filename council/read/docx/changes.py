"""Tracked changes of formatting: where they stand, and whether rejecting one would show, hide or strike words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.read.docx.names import AUTHOR, DEL, INS, MOVE_FROM, MOVE_TO, P_PR, R_PR, Element, P, child, local, w
from council.read.docx.visible import Concealment
from council.rules import word_hidden as rules

if TYPE_CHECKING:
    from council.diagnostics import Rule
    from council.read.docx.visible import Ground

CHANGES: dict[str, Rule] = {
    INS: rules.TRACKED_INSERTION,
    DEL: rules.TRACKED_DELETION,
    MOVE_FROM: rules.TRACKED_MOVE,
    MOVE_TO: rules.TRACKED_MOVE,
}
R_PR_CHANGE, P_PR_CHANGE = w("rPrChange"), w("pPrChange")
TBL_PR_CHANGE, TR_PR_CHANGE, TC_PR_CHANGE = w("tblPrChange"), w("trPrChange"), w("tcPrChange")
_NUMBERING_CHANGE, _NUM_PR = w("numberingChange"), w("numPr")
_FORMATTING = (
    *(R_PR_CHANGE, P_PR_CHANGE, TBL_PR_CHANGE, TR_PR_CHANGE, TC_PR_CHANGE, _NUMBERING_CHANGE),
    *(w("sectPrChange"), w("tblGridChange"), w("tblPrExChange")),
)
_RUN_MARKS = {"rPr", "ctrlPr"}  # of a run or an equation; the paragraph's own mark is read with the paragraph
_AFTER = None

Changes = dict[Element | None, list[Element]]


def changes_in(root: Element) -> Changes:
    """Return the changes that hang on properties by the paragraph they stand in, else by the next; None: after the last."""
    found: Changes = {}
    if next(root.iter(*_FORMATTING, *CHANGES), None) is None:
        return found
    waiting: list[Element] = []
    for one in root.iter(P, *_FORMATTING, *CHANGES):
        if one.tag == P:
            found.setdefault(one, []).extend(waiting)
            waiting = []
        elif _is_of_properties(one):
            paragraph = next(one.iterancestors(P), None)
            (waiting if paragraph is None else found.setdefault(paragraph, [])).append(one)
    return {place: changes for place, changes in found.items() if changes} | ({_AFTER: waiting} if waiting else {})


def rule_of(change: Element) -> Rule | None:
    """Return the rule of a change that is more than formatting: of a run's or equation's words, of a list number."""
    parent = change.getparent()
    if change.tag == _NUMBERING_CHANGE or (parent is not None and parent.tag == _NUM_PR):
        return rules.TRACKED_NUMBER
    return CHANGES.get(change.tag)


def former(element: Element | None, change: str) -> Element | None:
    """Return the properties that a w:…Pr had before its tracked change; itself where there is none."""
    changed = None if element is None else child(element, change)
    if changed is None:
        return element
    return next(iter(changed), changed)


def author_of(changes: list[Element]) -> str | None:
    """Return who made the first of the changes that says so."""
    return next((author for one in changes if (author := one.get(AUTHOR))), None)


class Former:
    """What a paragraph's runs stand on now and stood on before the changes, each with whether all of it is hidden."""

    def __init__(self, now: tuple[Ground, bool], then: tuple[Ground, bool], changes: list[Element]) -> None:
        """Take both, and the paragraph's changes."""
        self._changes = changes
        self._grounds = (now, then) if now != then else (now,)

    def looks(self, properties: Element | None) -> set[Concealment | None]:
        """Return how a run with this w:rPr comes out, whichever of the changes are accepted."""
        kinds = (properties, former(properties, R_PR_CHANGE))
        return {
            Concealment.HIDDEN if hidden else ground.look(kind).concealment
            for ground, hidden in self._grounds
            for kind in kinds
        }

    def author(self, run: Element) -> str | None:
        """Return who changed the formatting of a run or its paragraph."""
        return author_of([*run.iter(R_PR_CHANGE), *self._changes])

    def unsettles(self, run: Element) -> bool:
        """Say whether a run has words that the changes would show, hide or strike."""
        return len(self.looks(child(run, R_PR))) > 1 and any((text or "").strip() for text in run.itertext())


def _is_of_properties(change: Element) -> bool:
    """Say whether a change stands in properties and not around words."""
    if change.tag not in CHANGES:
        return True
    parent = change.getparent()
    if parent is None or parent.tag == _NUM_PR:
        return parent is not None
    above = parent.getparent()
    return local(parent.tag) in _RUN_MARKS and (above is None or above.tag != P_PR)
