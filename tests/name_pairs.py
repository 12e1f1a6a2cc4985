"""Pairs of names by chance: a member of the roster, and a name in a table that is the member's or somebody else's.

Whose name it is follows from how it was made, never from comparing: a spelling of the member's own name is the member's, a
name made of other parts is not.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from drafts import member

from council.parse.drafts import DraftMember

SURNAMES = (
    ("沢田", "澤田", "さわだ"),
    ("高橋", "髙橋", "たかはし"),
    ("渡辺", "渡邉", "わたなべ"),
    ("山崎", "山﨑", "やまざき"),
    ("浜田", "濱田", "はまだ"),
    ("富田", "冨田", "とみた"),
    ("桜井", "櫻井", "さくらい"),
    ("広瀬", "廣瀬", "ひろせ"),
)
"""Surnames with another drawing of the same name, and the reading of both."""

OTHERS = (("猪村", "いむら"), ("斎藤", "さいとう"), ("斉藤", "さいとう"), ("木村", "きむら"), ("中村", "なかむら"))
GIVEN = (
    ("清", "きよし"),
    ("勝", "まさる"),
    ("啓", "けい"),
    ("啓太", "けいた"),
    ("克也", "かつや"),
    ("宗也", "むねや"),
    ("理恵子", "りえこ"),
    ("利恵子", "りえこ"),
    ("恵子", "けいこ"),
    ("一", "はじめ"),
    ("一郎", "いちろう"),
)


@dataclass(frozen=True)
class Pair:
    """A roster, a printed name, and whose it is: a member's name as the roster has it, or empty for nobody."""

    way: str
    roster: tuple[DraftMember, ...]
    printed: str
    whose: str


@dataclass(frozen=True)
class Name:
    """A name in two drawings of its surname."""

    family: str
    drawn: str
    given: str
    reading: str

    @property
    def whole(self) -> str:
        """The name as the roster has it."""
        return f"{self.family} {self.given}"

    def listed(self) -> DraftMember:
        """Return the row of the roster."""
        return member(self.whole, self.reading)


def _name(chance: random.Random) -> Name:
    family, drawn, reading = chance.choice(SURNAMES)
    if chance.random() < 0.5:
        family, drawn = drawn, family
    given, read = chance.choice(GIVEN)
    return Name(family, drawn, given, f"{reading} {read}")


def _other_given(name: Name, chance: random.Random) -> tuple[str, str]:
    return chance.choice([(given, read) for given, read in GIVEN if given != name.given])


def _spaced(text: str, chance: random.Random) -> str:
    return "".join(f"{character}{chance.choice(('', '', ' ', chr(0x3000)))}" for character in text)


def own_spelling(chance: random.Random) -> Pair:
    """Print the member's own name, with other spaces and 君 or 議員."""
    name = _name(chance)
    printed = _spaced(name.family + name.given, chance) + chance.choice(("", "", "君", "議員"))
    return Pair("own", (name.listed(), _stranger(name, chance)), printed, name.whole)


def other_drawing(chance: random.Random) -> Pair:
    """Print the member's name in the other drawing of the surname."""
    name = _name(chance)
    return Pair("drawing", (name.listed(), _stranger(name, chance)), f"{name.drawn}{name.given}", name.whole)


def drawing_of_years_ago(chance: random.Random) -> Pair:
    """Print the name in the other drawing long after the member left office: it may be a son, a namesake."""
    name = _name(chance)
    term = {"start_date": dt.date(2009, 5, 1), "end_date": dt.date(2013, 4, 30)}
    row = member(name.whole, name.reading, **term)
    return Pair("years ago", (row, _stranger(name, chance)), f"{name.drawn}{name.given}", "")


def other_given_name(chance: random.Random) -> Pair:
    """Print somebody of the same surname, in either drawing, who is not in the roster."""
    name = _name(chance)
    given, _ = _other_given(name, chance)
    return Pair("given", (name.listed(),), chance.choice((name.family, name.drawn)) + given, "")


def side_by_side(chance: random.Random) -> Pair:
    """Put two people beside each other whose surnames are drawn differently; print one of them."""
    name = _name(chance)
    given, read = _other_given(name, chance)
    other = Name(name.drawn, name.family, given, f"{name.reading.split()[0]} {read}")
    whose = chance.choice((name, other))
    return Pair("beside", (name.listed(), other.listed()), whose.whole.replace(" ", ""), whose.whole)


def surname_of_two(chance: random.Random) -> Pair:
    """Print the bare surname, in either drawing, of two people."""
    name = _name(chance)
    given, read = _other_given(name, chance)
    other = member(f"{name.drawn} {given}", f"{name.reading.split()[0]} {read}")
    return Pair("surname of two", (name.listed(), other), chance.choice((name.family, name.drawn)), "")


def surname_of_one(chance: random.Random) -> Pair:
    """Print the bare surname of one person."""
    name = _name(chance)
    return Pair(
        "surname", (name.listed(), _stranger(name, chance)), chance.choice((name.family, name.drawn)), name.whole
    )


def part_of_a_name(chance: random.Random) -> Pair:
    """Print the given name alone, a name without its last character, or one with a character more."""
    name = _name(chance)
    whole = name.family + name.given
    printed = chance.choice(
        (name.given, whole[:-1], f"{whole}子", whole[1:], name.family[0], name.family[1] + name.given)
    )
    # 沢田一郎 without its last character may be the whole name of somebody else, never the bare surname here.
    if printed in (name.family, name.drawn):
        printed = f"{whole}子"
    return Pair("part", (name.listed(),), printed, "")


def like_looking(chance: random.Random) -> Pair:
    """Print a name that differs in one character: 斎藤 for 斉藤, 猪村利恵子 for 猪村理恵子, 木村 for 中村."""
    families = dict(OTHERS)
    one, other = chance.sample(list(families), 2)
    given, read = chance.choice(GIVEN)
    roster = (member(f"{one} {given}", f"{families[one]} {read}"),)
    if chance.random() < 0.5:
        return Pair("alike", roster, f"{other}{given}", "")
    return Pair("alike", roster, one + chance.choice([name for name, _ in GIVEN if name != given]), "")


def named_by_the_roster(chance: random.Random) -> Pair:
    """Print another name that the roster gives the member."""
    name = _name(chance)
    known = f"{chance.choice(OTHERS)[0]}{name.given}"
    row = member(name.whole, name.reading, other_names=(known,))
    return Pair("other name", (row, _stranger(name, chance)), known, name.whole)


def latin_initials(chance: random.Random) -> Pair:
    """Print a Latin name with an initial, a doubled letter or another first name that the roster does not know."""
    first, last = chance.choice(("Alan", "Leo", "Judith", "Oscar")), chance.choice(("McGraw", "Kessler", "Schiller"))
    printed = chance.choice(
        (f"B. {first} {last}", f"{first} M. {last}", f"{first[0]}. {last}", f"Ann {last}", f"{first} {last}s")
    )
    return Pair("latin", (member(f"{first} {last}"),), printed, "")


def _stranger(name: Name, chance: random.Random) -> DraftMember:
    family, reading = chance.choice(OTHERS)
    given, read = _other_given(name, chance)
    return member(f"{family} {given}", f"{reading} {read}")


MAKERS: tuple[Callable[[random.Random], Pair], ...] = (
    own_spelling,
    other_drawing,
    drawing_of_years_ago,
    other_given_name,
    side_by_side,
    surname_of_two,
    surname_of_one,
    part_of_a_name,
    like_looking,
    named_by_the_roster,
    latin_initials,
)


def pairs(number: int) -> Iterator[Pair]:
    """Yield as many pairs, of each kind in turn; the same each time."""
    chance = random.Random(number)  # noqa: S311 - nothing secret hangs on it
    for place in range(number):
        yield MAKERS[place % len(MAKERS)](chance)
