"""Our own style sheets and scripts, joined and named by their content so that old pages keep theirs."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from msgspec import Struct, field
from hashlib import sha256

from rjsmin import jsmin

from council.site.modules import is_module, place_modules, point_to_modules

FOLDERS = ("assets/frame/", "assets/council/")
"""Source folders below a theme folder, in the order in which their files are joined."""
SECTIONS = {"packets": "assets/packets/"}
"""Source folders of what only the pages of one section load, besides; each is joined by itself."""

_NOT_NEEDED = re.compile(r"assets/javascripts/(lunr|workers)/|assets/.*\.map$")  # Material's search, and source maps
_URL = re.compile(r"url\(\s*(['\"]?)(?!data:|https?:|#|/)([^'\")]+)\1\s*\)")


class Bundle(Struct, frozen=True):
    """What pages refer to; ``styles`` are pairs of address and medium (``print`` or empty)."""

    styles: tuple[tuple[str, str], ...] = ()
    scripts: tuple[str, ...] = ()


class Assets(Struct, frozen=True):
    """What to write and what pages refer to: all pages to ``common``, those of a section to their bundle as well."""

    files: Mapping[str, bytes]
    common: Bundle = Bundle()
    sections: Mapping[str, Bundle] = field(default_factory=dict)
    icon: str = ""


def is_ours(uri: str) -> bool:
    """Say whether a theme file is a source that is joined or renamed here; other deeper folders are copied as they are."""
    return f"{posixpath.dirname(uri)}/" in (*FOLDERS, *SECTIONS.values()) or is_module(uri)


def is_needed(uri: str) -> bool:
    """Say whether a file of the theme is used by any page of ours."""
    return not _NOT_NEEDED.match(uri)


def join_assets(sources: Mapping[str, bytes]) -> Assets:
    """Join style sheets and scripts, in order of folder and name; `print.css` stays apart for printing only."""
    modules = {uri: sources[uri] for uri in sources if is_module(uri)}
    others = {uri: _named(uri, sources[uri]) for uri in sorted(sources) if not uri.endswith((".css", ".js", ".mjs"))}
    texts = {
        uri: _relinked(uri, text, others) if uri.endswith(".css") else point_to_modules(text, modules)
        for uri, text in sources.items()
        if uri.endswith((".css", ".js"))
    }
    files = {others[uri]: sources[uri] for uri in others} | place_modules(modules)
    common, made = _bundle("council", _in_order(texts, FOLDERS))
    files |= made
    sections = {}
    for section, folder in SECTIONS.items():
        sections[section], made = _bundle(section, _in_order(texts, (folder,)))
        files |= made
    icon = next((name for uri, name in others.items() if posixpath.basename(uri) == "icon.svg"), "")
    return Assets(files, common, sections, icon)


def _in_order(texts: Mapping[str, bytes], folders: Iterable[str]) -> dict[str, bytes]:
    return {uri: texts[uri] for folder in folders for uri in sorted(texts) if f"{posixpath.dirname(uri)}/" == folder}


def _bundle(stem: str, texts: Mapping[str, bytes]) -> tuple[Bundle, dict[str, bytes]]:
    screen = _joined(stem, ".css", [text for uri, text in texts.items() if uri.endswith(".css") and not _is_print(uri)])
    paper = _joined(f"{stem}-print", ".css", [text for uri, text in texts.items() if _is_print(uri)])
    script = _joined(stem, ".js", [lean(text) for uri, text in texts.items() if uri.endswith(".js")])
    styles = (*((uri, "") for uri in screen), *((uri, "print") for uri in paper))
    return Bundle(styles, tuple(script)), {**screen, **paper, **script}


def lean(script: bytes) -> bytes:
    """Return a script without comments and needless space, for tablets on a poor line."""
    sent: str = jsmin(script.decode("utf-8"))
    return sent.encode("utf-8")


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
