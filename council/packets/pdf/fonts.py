"""The two typefaces that everything we set is set in: Noto Sans JP and Noto Serif JP, from one package, never a system's."""

from __future__ import annotations

import importlib.metadata
import importlib.util
from functools import lru_cache
from pathlib import Path

from council.packets.pdf.cmap import Coverage, coverage

ENGINES = ("typst", "pikepdf", "pylopdf-fonts-jp")
"""The distributions of the extra ``packet``."""

_MODULES = ("typst", "pikepdf", "pylopdf_fonts_jp")


def is_installed() -> bool:
    """Say whether the extra ``packet`` is there, without which no PDF is made."""
    return all(importlib.util.find_spec(name) is not None for name in _MODULES)


def versions() -> str:
    """Return what a kept PDF depends on besides its content: the versions of what makes it; empty without the extra."""
    return " ".join(f"{name} {importlib.metadata.version(name)}" for name in ENGINES) if is_installed() else ""


def font_files() -> tuple[Path, ...]:
    """Return the font files, the one for running text first."""
    import pylopdf_fonts_jp  # noqa: PLC0415 - of the extra

    return Path(pylopdf_fonts_jp.sans_path()), Path(pylopdf_fonts_jp.serif_path())


@lru_cache(maxsize=1)
def drawable() -> Coverage:
    """Return the characters that both typefaces draw."""
    sans, serif = (coverage(path) for path in font_files())
    return Coverage(sans.characters & serif.characters, sans.variants & serif.variants)
