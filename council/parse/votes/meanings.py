"""The words that explain a symbol, as option and role: 賛成 → yes, 議長 → not voting in the chair."""

from __future__ import annotations

import re

from msgspec import Struct

from council.model.votes import Option, Role
from council.text.numerals import fold_width
from council.text.patterns import regex


class Meaning(Struct, frozen=True):
    """What a cell says. ``option`` None: no vote at all (an empty cell). ``words``: the legend's, where it has no single option."""

    option: Option | None
    role: Role = Role.MEMBER
    words: str = ""


NO_VOTE = Meaning(None)
CHAIR = Meaning(Option.NOT_VOTING, Role.CHAIR)
VICE_CHAIR = Meaning(Option.NOT_VOTING, Role.VICE_CHAIR)

_NO_MEMBER = regex(
    r"議員でな|在職(?:して)?い?な|在職せず|在任(?:して)?い?な|就任前|未就任|辞職|退任|失職|欠員|議席なし|該当なし|採決なし|採決せず|対象外|死去|議員資格"
)
_NEGATED = regex(r"賛成(?:で(?:は)?な|しな|せず|以外)|反対(?:で(?:は)?な|しな|せず|以外)|双方|賛否の?両方|いずれか")
# Each names one option; the vaguer words after them count only where none of these stands.
_PLAIN: tuple[tuple[re.Pattern[str], Option], ...] = (
    (regex(r"賛成|可とする"), Option.YES),
    (regex(r"反対|否とする"), Option.NO),
    (regex(r"棄権|白票"), Option.ABSTAIN),
    (regex(r"欠席|早退|遅参|遅刻"), Option.ABSENT),
    (regex(r"退席|退場|離席|不在"), Option.NOT_VOTING),
    (regex(r"除斥"), Option.EXCUSED),
)
_VAGUE: tuple[tuple[re.Pattern[str], Option], ...] = (
    (
        regex(r"(?:採決|表決|投票)(?:には?|を)?(?:不参加|加わ(?:ら|って(?:い)?な)|参加し(?:ない|て(?:い)?な)|せず)"),
        Option.NOT_VOTING,
    ),
    (regex(r"継続"), Option.OTHER),
)
_CAUSE = regex(r"除斥(?:により|による|のため|で)")
_ENGLISH: dict[str, Meaning] = {
    **dict.fromkeys(
        ("yes", "yea", "aye", "for", "in favour", "in favor", "voted yes", "voted for"), Meaning(Option.YES)
    ),
    **dict.fromkeys(("no", "nay", "against", "opposed", "voted no", "voted against"), Meaning(Option.NO)),
    **dict.fromkeys(("abstain", "abstained", "abstention"), Meaning(Option.ABSTAIN)),
    **dict.fromkeys(("absent", "absence", "away"), Meaning(Option.ABSENT)),
    **dict.fromkeys(("excused", "recused", "conflict of interest", "declared interest"), Meaning(Option.EXCUSED)),
    **dict.fromkeys(
        ("not voting", "did not vote", "left", "left the chamber", "left the room"), Meaning(Option.NOT_VOTING)
    ),
    **dict.fromkeys(("chair", "presiding", "in the chair", "chair (not voting)"), CHAIR),
    **dict.fromkeys(("vice-chair", "vice-chair presiding", "deputy chair"), VICE_CHAIR),
    **dict.fromkeys(("not a member", "not in office", "vacant", "n/a", "not applicable"), NO_VOTE),
}


def meaning_of(words: str) -> Meaning | None:
    """Return what the words of a legend mean, or None if they hold no word known here.

    Words that name several options (欠席・退席・棄権) or both sides are ``other``: nothing is chosen.
    """
    text = re.sub(r"\s+", "", fold_width(words))
    if english := _english(" ".join(fold_width(words).casefold().split())):
        return english
    if _NO_MEMBER.search(text):
        return NO_VOTE
    options, office = _options(text), _office(text)
    both = "副議長" in text and re.search(r"(?<!副)議長(?!職|の職|に代|代)", text)
    several = len(options) > 1 or _NEGATED.search(text) or both or (office and not options <= {Option.NOT_VOTING})
    if several or options == {Option.OTHER}:
        return Meaning(Option.OTHER, words=words)
    return office or (Meaning(options.pop()) if options else None)


def _office(text: str) -> Meaning | None:
    if "副議長" in text:
        return VICE_CHAIR
    return CHAIR if re.search(r"議長(?!不信任|選挙|報告)", text) else None


def _english(words: str) -> Meaning | None:
    longer = re.match(r"(?:absent|abstained|excused|recused)(?= )", words)
    return _ENGLISH.get(words) or (_ENGLISH[longer[0]] if longer else None)


def _options(text: str) -> set[Option]:
    if _CAUSE.search(text):
        return {Option.EXCUSED}
    plain = {option for pattern, option in _PLAIN if pattern.search(text)}
    return plain or {option for pattern, option in _VAGUE if pattern.search(text)}
