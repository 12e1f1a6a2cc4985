"""Minutes corrected as a document, before they are read: every part of them is then made of the right words."""

from __future__ import annotations

from msgspec.structs import replace

from council.corrections.corrected import Corrected
from council.corrections.errata import Errata
from council.corrections.folding import Span
from council.corrections.hashes import is_hash
from council.corrections.manuscript import Manuscript, manuscript_of
from council.corrections.settle import in_order, is_silent, kept_back, shown, trouble
from council.corrections.withdrawals import mark_of, take_out
from council.corrections.words import settle_words
from council.diagnostics import Finding, Outcome, Rule
from council.location import Location
from council.parse.drafts import DraftCorrection, DraftMeeting
from council.read.documents import WordDocument
from council.rules import corrections as rules
from council.text.blocks import Mark, MarkKind


def correct_minutes(document: WordDocument, draft: DraftMeeting, errata: Errata) -> Outcome[Corrected[WordDocument]]:
    """Carry out the corrections of one Word file; ``draft`` is what was read of it as it stands.

    What was withdrawn leaves 〔発言取消〕, marked; corrected words are marked with the correction's id. Findings:
    K201-K203 at the row; K205 at the file, which is kept back, where withdrawn words are not found.
    """
    rows = errata.of(document.path)
    if not rows:
        return Outcome(Corrected(document))
    script = manuscript_of(document.blocks, draft)
    desk = _Desk(script)
    for row in in_order(rows):
        (desk.withdraw if is_silent(row) else desk.correct)(row)
    put_right = (
        replace(document, blocks=desk.script.told(script.text).blocks(document.blocks))
        if desk.script != script
        else document
    )
    return Outcome(Corrected(put_right, tuple(desk.matched), tuple(desk.hidden)), tuple(desk.findings))


class _Desk:
    """The manuscript on the desk, and what was done to it."""

    def __init__(self, script: Manuscript) -> None:
        self.script = script
        self.matched: list[DraftCorrection] = []
        self.hidden: list[str] = []
        self.findings: list[Finding] = []

    def withdraw(self, row: DraftCorrection) -> None:
        taken = take_out(self.script, row, mark_of(row))
        if taken is None:
            self.findings.append(kept_back(rules.WITHDRAWAL_NOT_FOUND, row))
            self.hidden += [words for words in (row.place, row.was) if words and not is_hash(words)]
            return
        at = self._at(row, taken.place)
        self.script = taken.script
        self.hidden += taken.words
        self.matched.append(shown(row, at, applied=bool(taken.words)))

    def correct(self, row: DraftCorrection) -> None:
        settled = settle_words(self.script, row)
        if isinstance(settled, Rule):
            self.findings.append(trouble(settled, row))
            return
        mark = Mark(0, 0, MarkKind.CORRECTED, row.id)
        self.matched.append(shown(row, self._at(row, (*settled.spans, settled.place)[0]), applied=settled.carried_out))
        if settled.carried_out:
            self.script = self.script.replaced(settled.spans, row.now, mark)
        else:
            self.script = self.script.marked(settled.spans, mark)

    def _at(self, row: DraftCorrection, span: Span) -> Location:
        return Location(row.target, paragraph=self.script.number(span))
