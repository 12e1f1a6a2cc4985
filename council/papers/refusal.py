"""How a paper is given up: one finding that holds it back."""

from __future__ import annotations

from council.diagnostics import Rule


class RefusedPaperError(Exception):
    """The paper is held back; ``rule`` and ``values`` say why. Never leaves this room."""

    def __init__(self, rule: Rule, **values: object) -> None:
        """Keep the rule and what fills its words."""
        super().__init__(rule.name)
        self.rule = rule
        self.values = values
