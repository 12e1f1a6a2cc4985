"""The pictures inside a published copy, as files of their own with names made of their content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from msgspec import Struct, field

_KINDS = ((b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpeg"))  # what browsers and typesetter both show
_NAME = 16


class PictureFiles(Struct):
    """Gathers the pictures that are met; ``parts`` are the copy's by name, ``targets`` the parts behind relations."""

    parts: Mapping[str, bytes]
    targets: Mapping[str, str]
    found: dict[str, bytes] = field(default_factory=dict)

    def name_of(self, relation: str) -> str:
        """Return the name of the file behind a relation; empty where it is no picture that can be shown."""
        content = self.parts.get(self.targets.get(relation, ""), b"")
        kind = next((kind for mark, kind in _KINDS if content.startswith(mark)), "")
        if not kind:
            return ""
        name = f"{hashlib.sha256(content).hexdigest()[:_NAME]}.{kind}"
        self.found[name] = content
        return name
