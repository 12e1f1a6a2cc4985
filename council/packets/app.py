"""What makes the packets a program of their own on a tablet: the web manifest and its pictures."""

from __future__ import annotations

import json

from council.glossary.interface import Words
from council.packets.icon import icon
from council.packets.offline import FOLDER

_ICONS = (("icon-192.png", 192, False), ("icon-512.png", 512, False), ("icon-maskable-512.png", 512, True))
APP = f"{FOLDER}app.webmanifest"
ICONS = tuple(f"{FOLDER}{name}" for name, _, _ in _ICONS)


def web_manifest(name: str, language: str, edition: str) -> bytes:
    """Return `packets/app.webmanifest` of a council; it begins at what is saved, which opens without a network."""
    say = Words("ja" if language == "ja" else "en")
    told = {
        "id": f"{edition}-packets",
        "name": say("offline.app", council=name),
        "short_name": say("offline.app_short"),
        "lang": say.language,
        "start_url": "offline.html",
        "scope": "../",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#1f3a5f",
        "icons": [
            {"src": file, "sizes": f"{side}x{side}", "type": "image/png", "purpose": "maskable" if masked else "any"}
            for file, side, masked in _ICONS
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def icon_files() -> tuple[tuple[str, bytes], ...]:
    """Return the pictures with their addresses below the site's root."""
    return tuple((f"{FOLDER}{file}", icon(side, masked=masked)) for file, side, masked in _ICONS)
