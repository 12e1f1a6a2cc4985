"""Who is who in two states of an edition: a roster that came gives people other ids, and they are the same people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping

from msgspec.structs import replace

from council.changes.said import lines_of
from council.changes.snapshot import Ballot, Decision, Snapshot
from council.diagnostics import Bilingual
from council.report.changes import Change, ChangeKind
from council.text.names import comparable_name, folded_name

_LISTED = 20
Names = Mapping[str, tuple[str, ...]]


def moved_people(before: Snapshot, now: Snapshot) -> dict[str, str]:
    """Return the new id of everybody who is gone by the old one and is there by another.

    Known are they by a name that nobody else bears; who was renamed as well, by votes that are the same in every decision
    and nobody else's.
    """
    gone = {key: names for key, names in before.people.items() if key not in now.people}
    new = {key: names for key, names in now.people.items() if key not in before.people}
    moved: dict[str, str] = {}
    for as_compared in (comparable_name, folded_name):
        left = {key: names for key, names in gone.items() if key not in moved}
        moved |= _pairs(left, new, as_compared)
    former = _by_votes(before, gone.keys() - moved.keys())
    present = _by_votes(now, new.keys() - set(moved.values()))
    return moved | {former[cast]: present[cast] for cast in former if cast in present}


def _by_votes(snapshot: Snapshot, people: Collection[str]) -> dict[frozenset[object], str]:
    """Return the one of these people who cast each set of votes."""
    cast: dict[str, set[object]] = defaultdict(set)
    for key, decision in snapshot.decisions.items() if people else ():
        for person in decision.votes.keys() & people:
            cast[person].add((key, decision.votes[person]))
    alike = Counter(frozenset(votes) for votes in cast.values())
    return {frozenset(votes): person for person, votes in cast.items() if alike[frozenset(votes)] == 1}


def _pairs(gone: Names, new: Names, as_compared: Callable[[str], str]) -> dict[str, str]:
    bearers = _by_name(new, as_compared)
    former = _by_name(gone, as_compared)
    found: dict[str, set[str]] = defaultdict(set)
    for name, old in former.items():
        if name in bearers:
            found[old].add(bearers[name])
    return {old: next(iter(ids)) for old, ids in found.items() if len(ids) == 1}


def _by_name(people: Names, as_compared: Callable[[str], str]) -> dict[str, str]:
    """Return the one person who bears each name; a name that two people bear tells nobody."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for key, names in people.items():
        for name in names:
            bearers[as_compared(name)].add(key)
    return {name: next(iter(keys)) for name, keys in bearers.items() if len(keys) == 1}


def under_new_ids(before: Snapshot, moved: Mapping[str, str]) -> Snapshot:
    """Return the earlier state as if everybody had had the present id."""
    if not moved:
        return before
    return replace(
        before,
        people={moved.get(key, key): names for key, names in before.people.items()},
        decisions={key: replace(one, votes=_votes(one, moved)) for key, one in before.decisions.items()},
    )


def _votes(one: Decision, moved: Mapping[str, str]) -> dict[str, Ballot]:
    return {moved.get(person, person): vote for person, vote in one.votes.items()}


def told_people(before: Snapshot, now: Snapshot, moved: Mapping[str, str]) -> Iterator[Change]:
    """Yield, once, whose page has another address, and whose name is another one; ``before`` has the new ids."""
    if moved:
        lines = [_moved_line(now, old, new) for old, new in moved.items()]
        head = Bilingual(
            f"ページのアドレスが変わった議員 {len(moved)}人",
            f"members whose page has another address: {len(moved)}",
        )
        yield Change(now.edition, ChangeKind.PEOPLE, head, len(moved), lines_of(lines, _LISTED))
    for key, (name, *_) in now.people.items():
        was = before.people.get(key)
        if was and was[0] != name and comparable_name(was[0]) != comparable_name(name):
            text = Bilingual(f"議員の氏名：{was[0]}→{name}", f"a member's name: {was[0]} → {name}")
            yield Change(now.edition, ChangeKind.NAME, text)


def _moved_line(now: Snapshot, old: str, new: str) -> Bilingual:
    name = now.people[new][0]
    return Bilingual(f"{name}：{old}→{new}", f"{name}: {old} → {new}")
