"""What the frame is made of, as one string: while it stays the same, an unchanged record gives an unchanged page."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from council import __version__
from council.site.templates import pages_dir, theme_dirs

_MADE_BY = ("mkdocs", "mkdocs-material", "jinja2", "markdown", "pymdown-extensions")


def frame_fingerprint(project_dir: Path, mkdocs_file: Path, edition: str, language: str) -> str:
    """Return SHA-256 (hex) over configuration, theme files, hand-written pages, versions, edition and language.

    A custom_dir, docs_dir or hook elsewhere is not looked into: whoever has one builds without kept pages.
    """
    checksum = sha256("\0".join((__version__, edition, language, *map(version, _MADE_BY))).encode())
    for name, content in _parts(project_dir, mkdocs_file):
        checksum.update(f"\0{name}\0{len(content)}\0".encode())
        checksum.update(content)
    return checksum.hexdigest()


def _parts(project_dir: Path, mkdocs_file: Path) -> Iterator[tuple[str, bytes]]:
    if mkdocs_file.is_file():
        yield mkdocs_file.name, mkdocs_file.read_bytes()
    for folder in (*theme_dirs(project_dir), pages_dir(project_dir), Path(__file__).parent):
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
            yield path.relative_to(folder).as_posix(), path.read_bytes()
