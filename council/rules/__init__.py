"""The table of every rule: one rule, one place. Data only; `ALL_RULES` is what reports and docs are checked against."""

from __future__ import annotations

from council.diagnostics import Rule
from council.rules import (
    binding,
    changes,
    checks,
    columns,
    configuration,
    corrections,
    files,
    gate,
    handouts,
    materials,
    minutes,
    papers,
    people,
    publication,
    reconciliation,
    record,
    recordings,
    searching,
    second,
    site,
    typesetting,
    votes,
    word_hidden,
    word_refused,
    word_unread,
    workbook,
    yaml_files,
)

ALL_RULES: dict[str, Rule] = {
    rule.code: rule
    for module in (
        configuration,
        files,
        columns,
        word_refused,
        word_hidden,
        word_unread,
        yaml_files,
        workbook,
        people,
        minutes,
        votes,
        record,
        checks,
        reconciliation,
        second,
        recordings,
        materials,
        papers,
        typesetting,
        binding,
        handouts,
        corrections,
        site,
        publication,
        gate,
        searching,
        changes,
    )
    for rule in vars(module).values()
    if isinstance(rule, Rule)
}
