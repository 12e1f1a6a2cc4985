"""The table of every rule: one rule, one place. Data only; `ALL_RULES` is what reports and docs are checked against."""

from __future__ import annotations

from council.diagnostics import Rule
from council.rules import (
    checks,
    configuration,
    corrections,
    materials,
    minutes,
    people,
    reading,
    record,
    recordings,
    site,
    votes,
)

ALL_RULES: dict[str, Rule] = {
    rule.code: rule
    for module in (
        configuration,
        reading,
        people,
        minutes,
        votes,
        record,
        checks,
        recordings,
        materials,
        corrections,
        site,
    )
    for rule in vars(module).values()
    if isinstance(rule, Rule)
}
