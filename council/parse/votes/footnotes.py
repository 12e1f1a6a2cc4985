"""What footnotes say of votes: that ○ agrees with the committee's report, that more than half is needed, who presides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from council.model.bill_numbers import BillNumber, bill_numbers_in
from council.model.votes import Requirement
from council.parse.votes.lines import Line
from council.text.names import comparable_name
from council.text.numerals import fold_width
from council.text.patterns import regex

_REPORT = regex(r"委員(?:長|会)(?:の)?(?:審査)?報告")
_ON_REPORT = regex(r"とおり|通り|賛成|反対|賛否|対する|対して|採決|表決|諮")
_TWO_THIRDS = regex(r"(?:3分の2|三分の二)|2/3(?=以上|の(?:賛成|同意|多数|特別))|特別多数")
_THREE_QUARTERS = regex(r"(?:4分の3|四分の三)|3/4(?=以上|の(?:賛成|同意|多数|特別))")
# 地方自治法 87・135・178条: these need three quarters, every other special majority two thirds.
_GRAVE = regex(r"不信任|除名|解職|失職")
_KINDS = ("請願", "陳情", "意見書", "決議", "議案", "認定", "同意", "承認", "諮問", "発議", "選任")
_LONGEST_RESULT = 200
_NAMED_AS_KIND = r"(?=は|の|・|等|に(?:つ|関|お|対)|で|及び|並びに|または|又は|と|$)"
_CHAIR = r"(?<!副)議長"


class Scope(Struct, frozen=True):
    """Which rows a footnote speaks of; all of them where it names neither bills nor kinds nor carries a mark of a row."""

    bills: frozenset[BillNumber]
    kinds: tuple[str, ...]
    mark: str

    @property
    def is_open(self) -> bool:
        """Whether the footnote names no row."""
        return not (self.bills or self.kinds or self.mark)

    def holds(self, numbers: Iterable[BillNumber], marks: Iterable[str]) -> bool:
        """Say whether a row is meant."""
        if self.mark:
            return self.mark in set(marks)
        if self.bills:
            return bool(self.bills & set(numbers))
        return not self.kinds or any(number.kind.startswith(self.kinds) for number in numbers)


class Footnotes(Struct, frozen=True):
    """The statements of all footnotes; ``chairs`` are squeezed sentences that speak of the chair."""

    reports: tuple[Scope, ...] = ()
    requirements: tuple[tuple[Requirement, Scope], ...] = ()
    chairs: tuple[tuple[str, Scope], ...] = ()

    def chair_is(self, name: str) -> Iterator[Scope]:
        """Yield where a footnote says that this person is the chair (議長（山田太郎）, 議長の山田太郎, 山田太郎議長)."""
        if not self.chairs:
            return
        bare = re.escape(comparable_name(fold_width(name)))
        before, after = (
            rf"{_CHAIR}(?:は|の|:|=|・|、|\(){{0,2}}{bare}",
            rf"{bare}(?:\(|君|議員|氏){{0,2}}{_CHAIR}(?!職|席|選)",
        )
        pattern = re.compile(f"{before}|{after}") if bare else None
        yield from (scope for words, scope in self.chairs if pattern and pattern.search(words))


def read_footnotes(lines: Iterable[Line], marks_of_rows: frozenset[str]) -> Footnotes:
    """Gather what the lines around a table say of its rows; ``marks_of_rows`` are the marks that stand in rows."""
    reports: list[Scope] = []
    requirements: list[tuple[Requirement, Scope]] = []
    chairs: list[tuple[str, Scope]] = []
    for line in lines:
        mark = line.mark if line.mark in marks_of_rows else ""
        for sentence in re.split(r"[。\t]", fold_width(line.text)):
            clauses = re.split(r"[、,;]", sentence)
            place = next((place for place, clause in enumerate(clauses) if speaks_of_report(clause)), None)
            if place is not None:
                reports.append(_scope(clauses, place, mark))
            if requirement := requirement_in(sentence):
                bills = frozenset(bill_numbers_in(sentence))
                if bills or mark:
                    requirements.append((requirement, Scope(bills, (), mark)))
            if re.search(_CHAIR, sentence):
                chairs.append(("".join(sentence.split()), Scope(frozenset(bill_numbers_in(sentence)), (), mark)))
    return Footnotes(tuple(reports), tuple(requirements), tuple(chairs))


def _scope(clauses: list[str], place: int, mark: str) -> Scope:
    """Return the bills or kinds named in the clause, else in the nearest one before it."""
    for clause in reversed(clauses[: place + 1]):
        bills = frozenset(bill_numbers_in(clause))
        kinds = tuple(kind for kind in _KINDS if re.search(rf"{kind}案?{_NAMED_AS_KIND}", clause))
        if bills or kinds:
            return Scope(bills, () if bills else kinds, mark)
    return Scope(frozenset(), (), mark)


def speaks_of_report(text: str) -> bool:
    """Say whether words tell that the vote is on the committee's report (委員長報告のとおり …)."""
    folded = fold_width(text)
    return _REPORT.search(folded) is not None and _ON_REPORT.search(folded) is not None


def requirement_in(text: str) -> Requirement | None:
    """Return the special majority that words name, or None."""
    folded = fold_width(text)
    if _THREE_QUARTERS.search(folded):
        return Requirement.THREE_QUARTERS
    match = _TWO_THIRDS.search(folded)
    if match and match[0] == "特別多数" and _GRAVE.search(folded) and not re.search(r"[3三]分の[2二]", folded):
        return Requirement.THREE_QUARTERS
    return Requirement.TWO_THIRDS if match else None


def without_report(result: str) -> str:
    """Return a result without the words that it follows the report (委員長報告のとおり不採択 → 不採択)."""
    if len(result) > _LONGEST_RESULT:
        return result
    bare = re.sub(r"[\s\u3000]*[(（]?委員(?:長|会)(?:の)?報告の?(?:とおり|通り)[)）]?[\s\u3000]*", "", result)
    return bare or result
