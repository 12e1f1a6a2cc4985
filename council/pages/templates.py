"""The environment in which pages are filled: everything escaped, nothing undefined, a council's own files first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

from council.cache import Store, key_of, made_by
from council.glossary.interface import Words

TEMPLATES = "templates"
"""Kind in the store: compiled templates."""


def environment(roots: Sequence[Path], store: Store | None = None) -> jinja2.Environment:
    """Return an environment that looks for `record/…` and `fragments/…` in these folders, in this order.

    Templates that were compiled before come from the ``store``.
    """
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader([str(root) for root in roots]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=Compiled(store) if store else None,
    )


class Compiled(jinja2.BytecodeCache):
    """Compiled templates in the store, each under its source and the program that compiled it."""

    def __init__(self, store: Store) -> None:
        """Keep them in this store."""
        self._store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a compiled template out of the store, if it is there."""
        stored = self._store.get(TEMPLATES, self._key(bucket))
        if stored is not None:
            bucket.bytecode_from_string(stored)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Put a compiled template into the store."""
        self._store.put(TEMPLATES, self._key(bucket), bucket.bytecode_to_string())

    @staticmethod
    def _key(bucket: Bucket) -> str:
        return key_of(made_by(), bucket.key, bucket.checksum)


def in_language(templates: jinja2.Environment, words: Words) -> jinja2.Environment:
    """Return the environment with ``t`` saying the interface's words; the given one stays as it is."""
    spoken = templates.overlay()
    spoken.globals = {**templates.globals, "t": words}
    return spoken
