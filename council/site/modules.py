"""The modules of the search in a folder named by all of them, so that no browser ever runs modules of two builds together."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

SOURCE = "assets/search/"
"""The source folder below a theme folder; `search.mjs` keeps its address there for other programs."""

_SUFFIX = ".mjs"
_DIGITS = 12
_ENTRY = f"{SOURCE}search{_SUFFIX}"
_IN_SCRIPTS = b'"search/"'  # where a script takes the modules from, seen from ``assets/``


def is_module(uri: str) -> bool:
    """Say whether a theme file is one of the modules."""
    return uri.startswith(SOURCE) and uri.endswith(_SUFFIX)


def place_modules(sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return modules under their new addresses, all in one folder, and one that hands on at the address that stays."""
    if not sources:
        return {}
    folder = modules_folder(sources)
    placed = {f"assets/{folder}/{uri.removeprefix(SOURCE)}": content for uri, content in sources.items()}
    return placed | {_ENTRY: f'export * from "../{folder}/search{_SUFFIX}";\n'.encode()}


def point_to_modules(script: bytes, sources: Mapping[str, bytes]) -> bytes:
    """Return a script that takes the modules from their folder."""
    return script.replace(_IN_SCRIPTS, f'"{modules_folder(sources)}/"'.encode()) if sources else script


def modules_folder(sources: Mapping[str, bytes]) -> str:
    """Return the name of the folder below ``assets/``: it tells all that is in it."""
    told = sha256()
    for uri in sorted(sources):
        told.update(f"{uri}\0{len(sources[uri])}\0".encode())
        told.update(sources[uri])
    return f"search.{told.hexdigest()[:_DIGITS]}"
