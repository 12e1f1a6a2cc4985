"""Takes settings out of a YAML tree and keeps what was wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeVar

from council.diagnostics import Finding, Rule, finding
from council.location import Location
from council.read.documents import YamlMap, YamlNode, YamlScalar
from council.read.yaml_file import look_alike
from council.rules import configuration as rules

T = TypeVar("T")
_NOTHING = ("", "~", "null")


class RefusedError(Exception):
    """A setting's value is refused; ``values`` fill the rule's words. Never leaves `Settings`."""

    def __init__(self, rule: Rule, **values: object) -> None:
        """Keep the rule and its values."""
        super().__init__(rule.name)
        self.rule = rule
        self.values = values


class Settings:
    """Reads one setting after another; ``findings`` grows on the way."""

    def __init__(self) -> None:
        """Begin with no findings."""
        self.findings: list[Finding] = []

    def map(self, node: YamlNode | None, key: str) -> YamlMap:
        """Return the mapping, an empty one where there is none (C104 where something else stands there)."""
        if isinstance(node, YamlMap):
            return node
        if node is not None and not is_nothing(node):
            like = look_alike(node) if isinstance(node, YamlScalar) else None
            self.findings.append(like or finding(rules.NOT_MAP, node.location, key=key))
        return YamlMap((), node.location if node else Location(""))

    def only(self, node: YamlMap, known: tuple[str, ...]) -> None:
        """Report every key that is not known (C102), or whose colon only looks like one (R302)."""
        for key, _ in node.entries:
            if key.text not in known:
                values = {"key": key.text, "known": ", ".join(known)}
                self.findings.append(look_alike(key) or finding(rules.UNKNOWN_SETTING, key.location, **values))

    def text(self, node: YamlMap, key: str) -> str:
        """Return a setting's text, empty where it is not set."""
        return self.checked(node, key, "", str)

    def checked(self, node: YamlMap, key: str, default: T, check: Callable[[str], T]) -> T:
        """Return a setting's value as ``check`` makes it of the text, or the default."""
        value = node.get(key)
        if value is None or is_nothing(value):
            return default
        made = self.passed(value, key, check)
        return default if made is None else made

    def pairs(self, node: YamlMap, key: str, check: Callable[[str], T]) -> Mapping[str, T]:
        """Return a mapping's entries whose values pass; keys are taken as written."""
        made = ((name.text.strip(), self.passed(value, name.text, check)) for name, value in self.entries(node, key))
        return MappingProxyType({name: value for name, value in made if value is not None})

    def entries(self, node: YamlMap, key: str) -> tuple[tuple[YamlScalar, YamlNode], ...]:
        """Return the entries of the mapping under ``key``."""
        return self.map(node.get(key), key).entries

    def passed(self, node: YamlNode, key: str, check: Callable[[str], T]) -> T | None:
        """Return what ``check`` makes of a text, or None with a finding."""
        if not isinstance(node, YamlScalar):
            self.findings.append(finding(rules.NOT_TEXT, node.location, key=key))
            return None
        try:
            return check(node.text.strip())
        except RefusedError as refused:
            self.findings.append(finding(refused.rule, node.location, **refused.values))
            return None


def is_nothing(node: YamlNode) -> bool:
    """Say whether a key was left without a value."""
    return isinstance(node, YamlScalar) and node.text.strip() in _NOTHING
