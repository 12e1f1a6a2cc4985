"""A `session.yml` corrected before it is read; its values are the places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from council.corrections.corrected import Corrected
from council.corrections.errata import Errata
from council.corrections.settle import not_checked
from council.corrections.units import Unit, UnitDesk
from council.diagnostics import Outcome
from council.location import Location
from council.read.documents import YamlList, YamlMap, YamlNode, YamlScalar
from council.rules import corrections as rules


def correct_tree(path: str, node: YamlNode | None, errata: Errata) -> Outcome[Corrected[YamlNode | None]]:
    """Carry out the corrections of one YAML file; findings as for tables. None where nothing of it may be used."""
    rows = errata.of(path)
    if node is None or path in errata.kept_back:
        return Outcome(Corrected(None), not_checked(rows))
    if not rows:
        return Outcome(Corrected(node))
    desk = UnitDesk([*_units(node)], rules.WITHDRAWN_CELL_NOT_FOUND)
    desk.carry_out(rows)
    is_kept_back = any(found.rule is rules.WITHDRAWN_CELL_NOT_FOUND for found in desk.findings)
    made = None if is_kept_back else _with_texts(node, {unit.at: unit.text for unit in desk.units})
    return Outcome(Corrected(made, tuple(desk.matched), tuple(desk.hidden)), tuple(desk.findings))


def _units(node: YamlNode) -> Iterator[Unit]:
    match node:
        case YamlScalar():
            yield Unit(node.text, node.location)
        case YamlList():
            for item in node.items:
                yield from _units(item)
        case YamlMap():
            for _, value in node.entries:
                yield from _units(value)


def _with_texts(node: YamlNode, texts: Mapping[Location, str]) -> YamlNode:
    match node:
        case YamlScalar():
            return replace(node, text=texts[node.location])
        case YamlList():
            return replace(node, items=tuple(_with_texts(item, texts) for item in node.items))
        case YamlMap():
            return replace(node, entries=tuple((key, _with_texts(value, texts)) for key, value in node.entries))
