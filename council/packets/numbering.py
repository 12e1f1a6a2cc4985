"""Through numbers that stay: a page that was handed out keeps its number, whatever comes, goes or changes around it.

Nothing is asked but what was handed out (`Handout`) and what stands in the packet now. A page is the same if its print
is; a changed one takes the next free branch of the number it replaces, a new one of the page before it. No number is
ever borne by two pages, in whichever revision.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from msgspec import Struct, field

from council.model.handouts import Handout, Move, PageNumber, PartKind

_FIRST_BRANCH = 2


class Part(Struct, frozen=True):
    """A part of a packet as it stands now: a print for each of its pages.

    The pages of cover, contents and items have no prints: what we set ourselves keeps its numbers. ``held``: the paper
    is held back, and a single page stands for it.
    """

    kind: PartKind
    key: str
    prints: tuple[str, ...] = ("",)
    sha256: str = ""
    held: bool = False


class Numbered(Struct, frozen=True):
    """The numbers of a part's pages; those that stay its own though no page bears them now (``kept``); what it lost.

    ``was`` is the part as it was handed out last, None if it never was.
    """

    numbers: tuple[PageNumber, ...]
    kept: tuple[PageNumber, ...] = ()
    moves: tuple[Move, ...] = ()
    was: Handout | None = None


class Numbering(Struct, frozen=True):
    """The numbers of all parts, in their order; the parts that are gone with where their numbers lead."""

    parts: tuple[Numbered, ...]
    removed: tuple[tuple[Handout, tuple[Move, ...]], ...] = ()


def number_parts(parts: Sequence[Part], handouts: Iterable[Handout]) -> Numbering:
    """Return the numbers of a packet's pages; ``handouts`` are all that was handed out of it.

    ``parts`` begin with the cover.
    """
    issued = tuple(handouts)
    if not issued:
        return _counted(parts)
    newest = max(one.revision for one in issued)
    last = tuple(one for one in issued if one.revision == newest and one.numbers)
    known = _known(parts, last)
    pen = _Pen(issued)
    made = tuple(pen.part(part, known.get(place)) for place, part in enumerate(parts))
    return Numbering(made, tuple(_removed(last, known, made)))


def successors(numbering: Numbering, handouts: Iterable[Handout]) -> dict[PageNumber, PageNumber]:
    """Return for every number that was ever handed out and that no page bears the number of the page in its place."""
    borne = {number for part in numbering.parts for number in part.numbers}
    led = dict(_all_moves(numbering, handouts))
    return {number: _end(number, led, borne) for number in led if number not in borne}


def _all_moves(numbering: Numbering, handouts: Iterable[Handout]) -> Iterable[Move]:
    for one in handouts:
        yield from one.moves
    for part in numbering.parts:
        yield from ((number, part.numbers[0]) for number in part.kept)
        yield from part.moves
    for _, moves in numbering.removed:
        yield from moves


def _end(number: PageNumber, led: dict[PageNumber, PageNumber], borne: set[PageNumber]) -> PageNumber:
    """Follow a number to one that is borne; a list that was edited by hand may lead nowhere or in a circle."""
    seen: set[PageNumber] = set()
    now = number
    while now not in borne and now in led and now not in seen:
        seen.add(now)
        now = led[now]
    if now in borne:
        return now
    return max((one for one in borne if one <= number), default=min(borne))


def _counted(parts: Sequence[Part]) -> Numbering:
    made: list[Numbered] = []
    count = 0
    for part in parts:
        made.append(Numbered(tuple(PageNumber(count + place) for place in range(1, len(part.prints) + 1))))
        count += len(part.prints)
    return Numbering(tuple(made))


def _known(parts: Sequence[Part], last: Sequence[Handout]) -> dict[int, Handout]:
    """Return what was handed out of each part by its place; a paper with a new name is known by its content."""
    by_key = {(one.part, one.key): one for one in last}
    known = {place: by_key[part.kind, part.key] for place, part in enumerate(parts) if (part.kind, part.key) in by_key}
    taken = {id(one) for one in known.values()}
    by_content: dict[str, list[Handout]] = {}
    for one in last:
        if id(one) not in taken and one.sha256:
            by_content.setdefault(one.sha256, []).append(one)
    for place, part in enumerate(parts):
        same = by_content.get(part.sha256, []) if part.sha256 and place not in known else []
        if same:
            known[place] = same.pop(0)
    return known


def _removed(
    last: Sequence[Handout], known: dict[int, Handout], made: Sequence[Numbered]
) -> Iterable[tuple[Handout, tuple[Move, ...]]]:
    """Yield the parts that are gone; their numbers lead to the page that they came after."""
    now = {id(one): made[place].numbers[-1] for place, one in known.items()}
    before = made[0].numbers[0]
    for one in last:
        if id(one) in now:
            before = now[id(one)]
        else:
            yield one, tuple((number, before) for number in one.numbers)


class _Pen(Struct):
    """Numbers one part after the other; ``before`` is the page before the next."""

    issued: Sequence[Handout]
    before: PageNumber = field(default_factory=lambda: PageNumber(1))
    _branches: dict[int, int] = field(default_factory=dict)
    _borne: set[PageNumber] = field(default_factory=set)

    def __post_init__(self) -> None:
        for one in self.issued:
            for number in (*one.numbers, *(number for move in one.moves for number in move)):
                self._branches[number.base] = max(self._branches.get(number.base, 0), number.branch)

    def part(self, part: Part, known: Handout | None) -> Numbered:
        """Return a part's numbers; ``known`` is the part as it was handed out."""
        if known is None:
            return Numbered(tuple(self._new() for _ in part.prints))
        if part.held:
            return Numbered((self._same(known.numbers[0]),), known.numbers, (), known)
        if not any(part.prints):
            return self._generated(part, known)
        return self._aligned(part, known)

    def _generated(self, part: Part, known: Handout) -> Numbered:
        count = len(part.prints)
        numbers = tuple(self._same(number) for number in known.numbers[:count])
        more = tuple(self._new() for _ in range(count - len(numbers)))
        lost = tuple((number, numbers[-1]) for number in known.numbers[count:])
        return Numbered((*numbers, *more), (), lost, known)

    def _aligned(self, part: Part, known: Handout) -> Numbered:
        numbers: list[PageNumber] = []
        moves: list[Move] = []
        lost: list[PageNumber] = []
        before = _prints(part, known)
        for what, start, end, new_start, new_end in SequenceMatcher(
            None, before, part.prints, autojunk=False
        ).get_opcodes():
            old, count = known.numbers[start:end], new_end - new_start
            if what == "equal":
                numbers += [self._same(number) for number in old]
                continue
            for number in old[:count]:
                numbers.append(self._new(number.base))
                moves.append((number, numbers[-1]))
            numbers += [self._new() for _ in range(count - len(old))]
            moves += [(number, numbers[-1]) for number in old[count:] if numbers]
            lost += [] if numbers else old[count:]
        return Numbered(tuple(numbers), (), (*((number, numbers[0]) for number in lost), *moves), known)

    def _same(self, number: PageNumber) -> PageNumber:
        """Bear a number that was handed out; one that a list edited by hand gives to two pages is borne once."""
        if number in self._borne:
            return self._new(number.base)
        return self._bear(number)

    def _new(self, base: int = 0) -> PageNumber:
        """Bear the next free branch of a number, else of that of the page before."""
        base = base or self.before.base
        return self._bear(PageNumber(base, max(self._branches.get(base, 0) + 1, _FIRST_BRANCH)))

    def _bear(self, number: PageNumber) -> PageNumber:
        self._borne.add(number)
        self._branches[number.base] = max(self._branches.get(number.base, 0), number.branch)
        self.before = number
        return number


def _prints(part: Part, known: Handout) -> tuple[str, ...]:
    """Return the prints of what was handed out, page by page.

    Pages are the same by their places where the file is the same (if it was typeset, lines may break otherwise now),
    where nothing was seen of a page, or prints were taken in another way then (their first letter tells).
    """
    alike = known.sha256 != part.sha256 and {one[:1] for one in known.prints} == {one[:1] for one in part.prints}
    if alike and len(known.prints) == len(known.numbers):
        return known.prints
    own = (*part.prints, *([""] * len(known.numbers)))
    return own[: len(known.numbers)]
