"""What MkDocs gave to a site, kept for builds in which nothing of that has changed: they need no MkDocs."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from council.diagnostics import Finding
from council.site.shell import Shell, ShellKey

Described = Mapping[str, tuple[str, int]]
"""Files by address below the root: SHA-256 and bytes."""


class Frame(Struct, frozen=True):
    """All that a site needs of MkDocs.

    ``own`` are the addresses of hand-written pages (True) and of files that came along with them or with the theme;
    ``files`` is all that MkDocs wrote and that stayed; ``findings`` what was found on the way, ``said`` what MkDocs
    itself had to say; ``shells`` are the frames of pages.
    """

    site_url: str | None
    own: Mapping[str, bool]
    files: Described
    findings: tuple[Finding, ...]
    said: tuple[Finding, ...]
    shells: Mapping[ShellKey, Shell]
