"""Our own style sheets and scripts, joined and named by their content so that old pages keep theirs."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

FOLDERS = ("assets/frame/", "assets/council/")
"""Source folders below a theme folder, in the order in which their files are joined."""

_NOT_NEEDED = re.compile(r"assets/javascripts/(lunr|workers)/|assets/.*\.map$")  # Material's search, and source maps
_URL = re.compile(r"url\(\s*(['\"]?)(?!data:|https?:|#|/)([^'\")]+)\1\s*\)")


@dataclass(frozen=True, slots=True)
class Assets:
    """What to write and what pages refer to; ``styles`` are pairs of address and medium (``print`` or empty)."""

    files: Mapping[str, bytes]
    styles: tuple[tuple[str, str], ...]
    scripts: tuple[str, ...]
    icon: str = ""


def is_ours(uri: str) -> bool:
    """Say whether a theme file is a source that is joined or renamed here; deeper folders are copied as they are."""
    return any(uri.startswith(folder) and "/" not in uri[len(folder) :] for folder in FOLDERS)


def is_needed(uri: str) -> bool:
    """Say whether a file of the theme is used by any page of ours."""
    return not _NOT_NEEDED.match(uri)


def join_assets(sources: Mapping[str, bytes]) -> Assets:
    """Join style sheets and scripts, in order of folder and name; `print.css` stays apart for printing only."""
    ordered = sorted(sources, key=lambda uri: (FOLDERS.index(posixpath.dirname(uri) + "/"), uri))
    others = {uri: _named(uri, sources[uri]) for uri in ordered if not uri.endswith((".css", ".js"))}
    sheets = {uri: _relinked(uri, sources[uri], others) for uri in ordered if uri.endswith(".css")}
    screen = _joined("council", ".css", [text for uri, text in sheets.items() if not _is_print(uri)])
    paper = _joined("council-print", ".css", [text for uri, text in sheets.items() if _is_print(uri)])
    script = _joined("council", ".js", [sources[uri] for uri in ordered if uri.endswith(".js")])
    return Assets(
        files={**{others[uri]: sources[uri] for uri in others}, **screen, **paper, **script},
        styles=(*((uri, "") for uri in screen), *((uri, "print") for uri in paper)),
        scripts=tuple(script),
        icon=next((name for uri, name in others.items() if posixpath.basename(uri) == "icon.svg"), ""),
    )


def _joined(stem: str, suffix: str, texts: list[bytes]) -> dict[str, bytes]:
    if not texts:
        return {}
    content = b"\n".join(text.rstrip(b"\n") for text in texts) + b"\n"
    return {f"assets/{stem}.{_digest(content)}{suffix}": content}


def _named(uri: str, content: bytes) -> str:
    stem, suffix = posixpath.splitext(posixpath.basename(uri))
    return f"assets/{stem}.{_digest(content)}{suffix}"


def _relinked(uri: str, sheet: bytes, names: Mapping[str, str]) -> bytes:
    """Point what a style sheet refers to at its new name, seen from ``assets/``."""

    def renamed(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), match[2]))
        return f'url("{posixpath.relpath(names.get(target, target), "assets")}")'

    return _URL.sub(renamed, sheet.decode("utf-8")).encode("utf-8")


def _is_print(uri: str) -> bool:
    return posixpath.basename(uri) == "print.css"


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:12]
