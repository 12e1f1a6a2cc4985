"""Templates compiled once in a process: compiling is most of what a small build takes, and gives the same each time."""

from __future__ import annotations

from typing import Any

import jinja2


def remember_compiled_templates() -> None:
    """Have every environment of this process take the code of a template from one that compiled the same.

    What a build keeps on the disk is asked first and filled as ever; the code depends on nothing but what the key holds.
    """
    compile_anew: Any = jinja2.Environment.compile
    compiled: dict[tuple[object, ...], Any] = {}

    def compile_once(self: jinja2.Environment, source: Any, *arguments: Any, **named: Any) -> Any:
        if not isinstance(source, str):
            return compile_anew(self, source, *arguments, **named)
        key = (source, arguments, tuple(sorted(named.items())), *_settings(self))
        if key not in compiled:
            compiled[key] = compile_anew(self, source, *arguments, **named)
        return compiled[key]

    jinja2.Environment.compile = compile_once  # type: ignore[method-assign]


def _settings(one: jinja2.Environment) -> tuple[object, ...]:
    delimiters = (one.block_start_string, one.variable_start_string, one.comment_start_string)
    lines = (one.trim_blocks, one.lstrip_blocks, one.keep_trailing_newline, one.newline_sequence)
    names = (frozenset(one.filters.items()), frozenset(one.tests.items()), tuple(sorted(one.extensions)))
    return (type(one), one.autoescape, one.undefined, one.optimized, one.is_async, *delimiters, *lines, *names)
