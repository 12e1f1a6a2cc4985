"""Bills of a session, on which day each is decided, and how everybody voted."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from archive_calendar import COMMITTEES, PLENARY, SPECIAL, Day, Part, Session, fiscal_year
from archive_people import GROUPS, House, Stretch
from archive_shape import CITY, Shape, dealt, shares, spread
from archive_words import fill, sections

YES, NO, ABSENT, LEFT, CHAIR = "○", "×", "欠", "退", "議"
RESULTS = {"認定": "認定", "同意": "同意", "請願": "採択", "陳情": "採択"}
LOST = "否決"
BUTTON, RISING, NO_OBJECTION = "押しボタン", "起立採決", "簡易採決"
_KINDS = {"議案": 20, "同意": 2, "請願": 1, "陳情": 1, "意見書案": 3}
_AUTUMN, _ACCOUNTS = 3, 6  # the third regular session takes up the accounts
_SPECIAL_BILLS = 3
_ABSENCE, _LEAVING, _DIVIDED, _OWN_MIND = 0.02, 0.003, 0.25, 0.06


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill; ``referred`` is empty where it is decided on the day it is brought."""

    kind: str
    number: int
    title: str
    referred: str
    office: str
    recorded: bool
    amended: bool

    @property
    def identifier(self) -> str:
        """議案第32号, as tables write it."""
        return f"{self.kind}第{self.number}号"

    @property
    def proposer(self) -> str:
        """Who brought it."""
        return {"請願": "請願者", "陳情": "陳情者", "意見書案": "議員"}.get(self.kind, "市長")


@dataclass(frozen=True, slots=True)
class Decision:
    """A vote of the plenary; ``options`` are symbols by seat, none where nobody's vote was recorded."""

    bill: Bill
    date: dt.date
    method: str
    result: str
    unanimous: bool
    on_amendment: bool = False
    options: Mapping[int, str] = field(default_factory=dict)

    def count(self, symbol: str) -> int:
        """Return how many voted so."""
        return sum(option == symbol for option in self.options.values())


@dataclass(frozen=True, slots=True)
class Sitting:
    """A sitting day with its business: bills taken up and referred, bills decided, bills a committee examines."""

    session: Session
    day: Day
    brought: tuple[Bill, ...] = ()
    decisions: tuple[Decision, ...] = ()
    examined: tuple[Bill, ...] = ()
    absent: frozenset[int] = frozenset()


def sittings_of(shape: Shape, house: House, sessions: Sequence[Session]) -> Iterator[Sitting]:
    """Yield every sitting of the archive in order of time."""
    used: Counter[tuple[int, str]] = Counter()
    for session in sessions:
        of_year = [one for one in sessions if one.year == session.year]
        bills = list(_bills(shape, session, _share(shape, of_year, session), used))
        yield from _with_business(shape, house, session, bills)


def added_sitting(shape: Shape, house: House, session: Session, day: Day, numbers: Sequence[int]) -> Sitting:
    """Return one more sitting of a session with new bills, so numbered, that it brings and decides."""
    dice = shape.dice("added", day.date)
    bills = []
    for number in numbers:
        title, named = _title(dice, "議案", session), number != numbers[-1]
        bills.append(Bill("議案", number, title, "", _office(dice, ""), recorded=named, amended=False))
    return next(_with_business(shape, house, replace(session, days=(day,)), bills))


def _share(shape: Shape, of_year: Sequence[Session], session: Session) -> range:
    """Return which of the year's bills a session gets; a special session has few."""
    regular = [one for one in of_year if one.kind != SPECIAL]
    special = min(_SPECIAL_BILLS, shape.bills) * (len(of_year) - len(regular))
    sizes = dict(zip((one.start for one in regular), shares(shape.bills - special, len(regular)), strict=True))
    counts = [sizes.get(one.start, special) for one in of_year]
    before = sum(counts[: of_year.index(session)])
    return range(before, before + counts[of_year.index(session)])


def _bills(shape: Shape, session: Session, places: range, used: Counter[tuple[int, str]]) -> Iterator[Bill]:
    dice = shape.dice("bills", session.start)
    kinds = dice.choices(list(_KINDS), list(_KINDS.values()), k=len(places))
    if session.number == _AUTUMN:
        accounts = min(_ACCOUNTS, len(kinds) // 3)
        kinds[:accounts] = ["認定"] * accounts
    order = [*_KINDS, "認定"]
    for place, kind in zip(places, sorted(kinds, key=order.index), strict=True):
        used[session.year, kind] += 1
        title = _title(dice, kind, session)
        at_once = kind in ("同意", "意見書案") or len(session.days) == 1
        is_budget = "予算" in title or kind == "認定"
        referred = "" if at_once else COMMITTEES[-1] if is_budget else dice.choice(COMMITTEES[:-1])
        yield Bill(
            kind,
            used[session.year, kind],
            title,
            referred,
            _office(dice, referred),
            recorded=spread(place, shape.recorded, shape.bills),
            amended=spread(place, shape.amendments, shape.bills),
        )


def _title(dice: random.Random, kind: str, session: Session) -> str:
    known = {"city": CITY, "year": fiscal_year(session.start)}
    return fill(dice, dice.choice(sections("titles")[kind]), known)


def _office(dice: random.Random, referred: str) -> str:
    offices = {
        "総務委員会": ("総務部長", "企画部長"),
        "文教厚生委員会": ("市民福祉部長", "教育部長"),
        "建設産業委員会": ("建設部長", "産業部長"),
    }
    return dice.choice(offices.get(referred, ("総務部長", "企画部長")))


def _with_business(shape: Shape, house: House, session: Session, bills: Sequence[Bill]) -> Iterator[Sitting]:
    deciding = [day for day in session.days if day.part in (Part.DECISIONS, Part.ALL, Part.ADDED)]
    chunks = dict(zip((day.date for day in deciding), dealt(bills, shares(len(bills), len(deciding))), strict=True))
    for day in session.days:
        stretch = house.on(day.date)
        absent = _absent(shape, day, stretch)
        brought = tuple(bill for bill in bills if bill.referred) if day.part is Part.OPENING else ()
        examined = tuple(bill for bill in bills if bill.referred == day.body) if day.body != PLENARY else ()
        decided = _decided(shape, day, stretch, absent, chunks.get(day.date, ()))
        yield Sitting(session, day, brought, tuple(decided), examined, absent)


def _absent(shape: Shape, day: Day, stretch: Stretch) -> frozenset[int]:
    dice = shape.dice("absent", day.date)
    return frozenset(seat for seat in stretch.seats if dice.random() < _ABSENCE and seat != stretch.chair)


def _decided(
    shape: Shape, day: Day, stretch: Stretch, absent: frozenset[int], bills: Iterable[Bill]
) -> Iterator[Decision]:
    for bill in bills:
        dice = shape.dice("decision", day.date, bill.identifier)
        if bill.amended:
            yield Decision(bill, day.date, RISING, LOST, unanimous=False, on_amendment=True)
        divided = dice.random() < _DIVIDED
        result = RESULTS.get(bill.kind, "可決")
        if bill.recorded:
            lost = divided and bill.kind == "意見書案" and dice.random() < 1 / 2
            options = _settled(_options(dice, stretch, absent, divided=divided), lost=lost)
            unanimous = NO not in options.values()
            yield Decision(bill, day.date, BUTTON, LOST if lost else result, unanimous, options=options)
        else:
            method = RISING if divided else dice.choice((NO_OBJECTION, RISING))
            yield Decision(bill, day.date, method, result, not divided)


def _options(dice: random.Random, stretch: Stretch, absent: frozenset[int], *, divided: bool) -> dict[int, str]:
    """Return everybody's symbol; in a divided vote a group or two say no, and a few think for themselves."""
    against = dice.sample(GROUPS[1:], dice.choice((1, 1, 2))) if divided else []
    options = {}
    for seat, person in stretch.seats.items():
        opposed = divided and ((person.group in against) != (dice.random() < _OWN_MIND))
        left = dice.random() < _LEAVING
        options[seat] = LEFT if left else NO if opposed else YES
    return options | dict.fromkeys(absent, ABSENT) | {stretch.chair: CHAIR}


def _settled(options: dict[int, str], *, lost: bool) -> dict[int, str]:
    """Return the options turned round where they do not come to the result; of a tie one no becomes a yes."""
    yes, no = [[seat for seat, option in options.items() if option == symbol] for symbol in (YES, NO)]
    if len(yes) == len(no):
        yes.append(no.pop())
    if (len(no) > len(yes)) is not lost:
        yes, no = no, yes
    return options | dict.fromkeys(yes, YES) | dict.fromkeys(no, NO)
