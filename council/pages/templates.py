"""The environment in which pages are filled: everything escaped, nothing undefined, a council's own files first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import jinja2

from council.glossary.interface import Words


def environment(roots: Sequence[Path]) -> jinja2.Environment:
    """Return an environment that looks for `record/…` and `fragments/…` in these folders, in this order."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader([str(root) for root in roots]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def in_language(templates: jinja2.Environment, words: Words) -> jinja2.Environment:
    """Return the environment with ``t`` saying the interface's words; the given one stays as it is."""
    spoken = templates.overlay()
    spoken.globals = {**templates.globals, "t": words}
    return spoken
