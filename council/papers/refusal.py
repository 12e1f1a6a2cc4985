"""How a paper is given up: one finding that holds it back."""

from __future__ import annotations

from collections.abc import Iterable

from council.diagnostics import Finding, Rule, Severity


class RefusedPaperError(Exception):
    """The paper is held back; ``rule`` and ``values`` say why. Never leaves this room."""

    def __init__(self, rule: Rule, **values: object) -> None:
        """Keep the rule and what fills its words."""
        super().__init__(rule.name)
        self.rule = rule
        self.values = values


def held_back(found: Iterable[Finding]) -> Finding | None:
    """Return the first finding that holds a paper back."""
    return next((one for one in found if one.rule.severity is Severity.ERROR), None)
