"""Fingerprints: the same for equal values, another for others, whatever a record holds and in whichever order they are taken."""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any, NewType, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

import council
from council.build.readings import Readings
from council.cache import Prints, fingerprint, pack, unpack
from council.figures import AgainstGroup, Agreement
from council.model.council import Correction
from council.model.events import AgendaItem, Attendance, Event, LegislativeSession, Material, Recording
from council.model.people import Membership, Person
from council.model.votes import Motion, Option, Role, Vote, VoteEvent
from council.pages.columns import ABSENT, WHOLE
from council.pages.grouping import Based
from council.pages.watch import Watch, WatchedMapping

_KINDS: tuple[type, ...] = (
    VoteEvent,
    Event,
    Motion,
    Person,
    Material,
    Membership,
    Recording,
    LegislativeSession,
    Correction,
    Agreement,
    AgainstGroup,
)
_TAKERS = [fingerprint, lambda value: Prints().of(value), lambda value: Prints().of((value, 1))]


@st.composite
def _twins(draw: st.DrawFn) -> tuple[Any, Any]:
    """Return two records of which one field at most differs."""
    kind = draw(st.sampled_from(_KINDS))
    first, other = draw(st.from_type(kind)), draw(st.from_type(kind))
    name = draw(st.sampled_from(kind.__struct_fields__))
    return first, replace(first, **{name: getattr(other, name)})


@settings(max_examples=150, deadline=None)
@given(_twins())
def test_equal_records_have_one_print_and_no_others_have_it(twins: tuple[Any, Any]) -> None:
    first, other = twins
    for take in _TAKERS:
        assert take(first) == take(unpack(pack(first)))
        assert (take(first) == take(other)) == (first == other)


_PARTS = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.text(max_size=3), st.binary(max_size=3), st.sampled_from(Option)
    ),
    lambda inner: st.lists(inner, max_size=3).map(tuple),
    max_leaves=6,
)


@given(_PARTS, _PARTS)
def test_tuples_of_anything_are_told_apart(first: object, other: object) -> None:
    same = repr(first) == repr(other)  # as True and 1 are equal, and Option.YES and "yes"
    assert (fingerprint(first) == fingerprint(other)) == same
    assert (Prints().of(first) == Prints().of(other)) == same


_VOTE = Vote("abe", Option.YES, Role.MEMBER, "○")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "odd",
    [
        {"note": Markup("x")},
        {"option": "yes"},
        {"option": None},
        {"role": Option.YES},
        {"group_id": (1, dt.date(2025, 12, 5))},
    ],
    ids=str,
)
def test_what_a_field_is_not_said_to_hold_is_told_as_well(odd: dict[str, Any]) -> None:
    other = replace(_VOTE, **odd)
    event = VoteEvent("d", "m", "s", "main", votes=(_VOTE,))  # type: ignore[arg-type]
    for take in _TAKERS:
        assert len({take(_VOTE), take(other), take(replace(other, raw="×"))}) == 3
        assert len({take(event), take(replace(event, votes=(other,)))}) == 2


def test_what_is_no_record_has_no_print() -> None:
    for take in _TAKERS:
        with pytest.raises(TypeError):
            take(object())


@given(st.permutations(range(4)))
def test_prints_do_not_depend_on_what_was_printed_before(order: list[int]) -> None:
    people = (_attending("阿部"), _attending("馬場"))
    item = AgendaItem(1, "", "会期の決定")
    first, second = (Event(f"e{at}", "s", "o", "本会議", None, attendance=people, agenda=(item,)) for at in "12")  # type: ignore[arg-type]
    values = (first, people, (first, second), ((first, item),))
    prints = Prints()
    told = {at: prints.of(values[at]) for at in order}
    assert [told[at] for at in range(4)] == [Prints().of(one) for one in values]
    prints.forget()
    assert prints.of(values[0]) == told[0]


def _attending(name: str) -> Attendance:
    kind, status = (get_type_hints(Attendance)[one] for one in ("kind", "status"))
    return Attendance(name, None, next(iter(kind)), next(iter(status)))


def test_no_class_that_a_field_names_has_others_below_it() -> None:
    """What is taken apart by the class a field names must be of that very class."""
    assert [one for kind in _records() for one in _named(kind) if one.__subclasses__()] == []


def _records() -> Iterator[type]:
    for module in pkgutil.walk_packages(council.__path__, "council."):
        if module.name.startswith(("council.model.", "council.figures.", "council.parse.", "council.text.")):
            found = vars(importlib.import_module(module.name)).values()
            yield from (one for one in found if isinstance(one, type) and issubclass(one, Struct))


def _named(kind: type) -> Iterator[type]:
    try:
        hints = list(get_type_hints(kind).values())
    except (NameError, TypeError):
        return
    while hints:
        hint = hints.pop()
        hints += [*get_args(hint), *([hint.__supertype__] if isinstance(hint, NewType) else [])]
        if isinstance(hint, type) and issubclass(hint, Struct):
            yield hint


def test_a_column_has_a_print_for_each_key_wherever_it_stands() -> None:
    watch = Watch()
    WatchedMapping(watch, "record", {"a": "1", "b": "2"})
    alone = {key: watch.print_of("record", key) for key in ("a", "b", "c", WHOLE)}
    assert len(set(alone.values())) == 4
    assert alone["c"] == ABSENT
    watch.column("record").arrange(["d", "b"])
    assert {key: watch.print_of("record", key) for key in alone} == alone
    assert list(watch.column("record").places) == ["d", "b", "a", "c", WHOLE]


def test_a_part_that_is_made_of_something_is_told_by_that() -> None:
    def told(word: str, made_of: str) -> bytes:
        watch = Watch()
        WatchedMapping(watch, "record", Based({"a": (word,)}, lambda _: made_of))
        return watch.print_of("record", "a")

    assert told("x", "1") == told("y", "1") != told("x", "2")


def test_what_nobody_reads_any_more_is_forgotten_and_the_rest_is_the_same() -> None:
    def readings(before: Readings | None, **record: str) -> Readings:
        watch = Watch()
        for name in ("one", "other"):
            WatchedMapping(watch, name, record)
        return Readings.since(watch, before.told() if before else {})

    first = readings(None, a="1", b="2")
    numbers = first.note([("other", "b"), ("one", "a"), ("one", "b"), ("other", "a")])
    told, moved = first.told_of(set(numbers[2:]))
    assert {name: keys for name, (keys, _) in told.items()} == {"other": ("a",), "one": ("b",)}
    for changed, stands in (({"a": "1", "b": "3"}, [False, True]), ({"a": "3", "b": "2"}, [True, False])):
        watch = readings(None, **changed).watch
        second = Readings.since(watch, told)
        assert [second.stand(moved[one].to_bytes(4, "little")) for one in numbers[2:]] == stands
