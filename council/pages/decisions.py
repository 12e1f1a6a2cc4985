"""One decision in words: its result, its figures, what a yes meant, and whether it split the council."""

from __future__ import annotations

import re

from markupsafe import Markup
from msgspec import Struct

from council.figures import is_contested
from council.glossary import term
from council.glossary.results import Outcome, flag_of, method_term, outcome_of, result_term
from council.model.votes import Count, Motion, Option, Recorded, Role, VoteEvent, casting_vote, tally
from council.pages.addresses import vote_uri
from council.pages.sheet import Moment, Sheet

_COUNTED = ("yes", "no", "abstain", "not_voting", "absent", "excused", "other")
_ALWAYS = ("yes", "no")
_PETITIONS = ("請願", "陳情")
_ELECTED = "当選"
_FLAGS = {Outcome.CARRIED: "result.flag_carried", Outcome.LOST: "result.flag_lost"}


class ResultBadge(Struct, frozen=True):
    """A result and the look that goes with its meaning: carried, lost, pending, other, unknown."""

    word: str
    look: str


class DecisionView(Struct, frozen=True):
    """A decision as lists and cards show it. ``figures`` are the votes in words; ``state`` why there are no names."""

    href: str
    number: str
    title: str
    aspect: str
    badge: Markup
    figures: str
    state: str
    divided: bool
    day: Moment
    year: str
    kind: str
    method: str
    result: str


def decision_view(sheet: Sheet, decision: VoteEvent) -> DecisionView:
    """Return a decision as lists and cards show it; made once for all pages of one depth."""
    return sheet.studio.once(("decision", sheet.up, decision.id), lambda: _decision_view(sheet, decision))


def _decision_view(sheet: Sheet, decision: VoteEvent) -> DecisionView:
    motion = sheet.record.council.motions[decision.motion_id]
    return DecisionView(
        href=sheet.href(vote_uri(decision.id)),
        number=number_words(motion),
        title=motion.text,
        aspect=aspect(sheet, decision),
        badge=result_badge(sheet, decision.result),
        figures=figures(sheet, decision),
        state=unnamed_state(sheet, decision),
        divided=is_divided(decision),
        day=sheet.day(decision.date),
        year=str(decision.date.year) if decision.date else "",
        kind=motion.kind,
        method=method_words(sheet, decision.method),
        result=result_words(sheet, decision.result),
    )


def number_words(motion: Motion) -> str:
    """Return the number of a matter as pages show it: one that is digits alone, as of an agenda item, with its kind."""
    if not motion.identifier.isdecimal():
        return motion.identifier
    return f"{motion.kind.capitalize()} {motion.identifier}" if motion.kind.isascii() else motion.identifier


def result_badge(sheet: Sheet, result: str) -> Markup:
    """Return the badge of a result; the word is always in it."""
    outcome = outcome_of(result)
    look = outcome.value if outcome else "other" if result else "unknown"
    return sheet.piece("result_badge", ResultBadge(result_words(sheet, result), look))


def result_words(sheet: Sheet, result: str) -> str:
    """Return a result in the interface's language; one that no table knows stays as printed, a bare 1 is explained."""
    known = result_term(result)
    if not result:
        return sheet.t("result.unknown")
    if flag := flag_of(result):
        return sheet.t(_FLAGS[flag], printed=result)
    return known.en if known and sheet.language != "ja" else result


def method_words(sheet: Sheet, method: str) -> str:
    """Return a method of voting in the interface's language; one that no table knows stays as printed."""
    known = method_term(method)
    return known.en if known and sheet.language != "ja" else method


def aspect(sheet: Sheet, decision: VoteEvent) -> str:
    """Return what part of a matter was voted on (修正案, 委員長報告, 2回目), empty for the matter itself."""
    kind, _, number = decision.suffix.partition("-")
    if kind == "amend":
        return sheet.t("aspect.amendment") if number in ("", "1") else sheet.t("aspect.amendment_n", n=number)
    if kind == "report":
        return sheet.t("aspect.report")
    return sheet.t("aspect.again", n=kind) if kind.isdecimal() else ""


def is_divided(decision: VoteEvent) -> bool:
    """Say whether there were both yes and no: by name, or by the numbers the chair declared."""
    return is_contested(decision) or bool(decision.declared_yes and decision.declared_no)


def figures(sheet: Sheet, decision: VoteEvent) -> str:
    """Return 「賛成18・反対2（議長を除く）」: the declared numbers where they are declared, else those counted."""
    if decision.declared_yes is not None or decision.declared_no is not None:
        return _declared(sheet, decision) + _casting(sheet, decision)
    if not decision.votes:
        return ""
    return counted(sheet, tally(decision.votes), decision.withheld) + _casting(sheet, decision)


def _casting(sheet: Sheet, decision: VoteEvent) -> str:
    """Return how the chair broke a tie, if the chair did."""
    vote = casting_vote(decision)
    return sheet.t("tally.casting", option=term(vote.option).in_language(sheet.language)) if vote else ""


def counted(sheet: Sheet, count: Count, checking: int = 0) -> str:
    """Return counted votes in words; only yes and no are named where they are 0. ``checking`` are kept back.

    Where all are kept back there is no 0: nothing was counted.
    """
    if checking and not count.total:
        return sheet.t("tally.checking", n=checking)
    parts = [
        sheet.t(f"tally.{name}", n=getattr(count, name)) for name in _COUNTED if name in _ALWAYS or getattr(count, name)
    ]
    if checking:
        parts.append(sheet.t("tally.checking", n=checking))
    return sheet.t("list.separator").join(parts) + (sheet.t("tally.without_chair") if count.chair else "")


def _declared(sheet: Sheet, decision: VoteEvent) -> str:
    """Return the declared numbers; whoever is kept back is in them already, only the name is not told yet."""
    numbers = (("yes", decision.declared_yes), ("no", decision.declared_no))
    parts = [sheet.t(f"tally.{name}", n=number) for name, number in numbers if number is not None]
    if decision.votes and decision.withheld:
        parts.append(sheet.t("tally.checking_names", n=decision.withheld))
    return sheet.t("list.separator").join(parts) + (
        sheet.t("tally.without_chair") if tally(decision.votes).chair else ""
    )


def unnamed_state(sheet: Sheet, decision: VoteEvent) -> str:
    """Return 「個人別の記録なし（起立採決）」 and the like; empty where members' votes are recorded."""
    if decision.votes:
        return ""
    if decision.recorded is Recorded.RECORDED or decision.withheld:
        return sheet.t("state.checking_names")
    words = term(decision.recorded).in_language(sheet.language)
    method = method_words(sheet, decision.method)
    return sheet.t("state.with_method", state=words, method=method) if method else words


def meaning(sheet: Sheet, decision: VoteEvent, motion: Motion) -> str:
    """Return in one sentence what a yes meant; of an election, where to read who won."""
    if is_election(decision):
        return sheet.t("means.election")
    if decision.means_report:
        return sheet.t("means.report", result=result_words(sheet, decision.result))
    kind = decision.suffix.partition("-")[0]
    if kind in ("amend", "report"):
        return sheet.t(f"means.{kind}")
    return sheet.t("means.petition" if motion.kind in _PETITIONS else "means.main")


def is_election(decision: VoteEvent) -> bool:
    """Say whether somebody was elected: nobody was in favour of anything or against it."""
    return decision.result == _ELECTED


def differs(decision: VoteEvent) -> bool:
    """Say whether the declared numbers are not those of the names.

    The chair's vote may be counted apart, and who is kept back may have taken either side.
    """
    pairs = ((decision.declared_yes, Option.YES), (decision.declared_no, Option.NO))
    return bool(decision.votes) and any(
        declared is not None
        and not any(low <= declared <= low + decision.withheld for low in _counts(decision, option))
        for declared, option in pairs
    )


def _counts(decision: VoteEvent, option: Option) -> tuple[int, int]:
    """Return how many said so, with and without the chair."""
    roles = [vote.role for vote in decision.votes if vote.option is option]
    return len(roles), roles.count(Role.MEMBER)


def source_words(sheet: Sheet, source: str) -> str:
    """Return ``votes/a.csv:14:3`` as 「votes/a.csv 14行目 C列」, a Word paragraph likewise."""
    if paragraph := re.fullmatch(r"(.*):¶(\d+)", source):
        return sheet.t("source.paragraph", path=paragraph[1], n=paragraph[2])
    if yaml := re.fullmatch(r"(.*\.ya?ml):(\d+):\d+", source):  # columns have letters in tables only
        return sheet.t("source.line", path=yaml[1], line=yaml[2])
    if cell := re.fullmatch(r"(.*?):(\d+):(\d+)", source):
        return sheet.t("source.cell", path=cell[1], line=cell[2], column=_column(int(cell[3])))
    if line := re.fullmatch(r"(.*?):(\d+)", source):
        return sheet.t("source.line", path=line[1], line=line[2])
    return source


def _column(number: int) -> str:
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
