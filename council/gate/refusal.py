"""How a container that cannot be looked into is told of."""

from __future__ import annotations

ZIP, PDF = "zip", "PDF"


class UnreadableError(Exception):
    """A container nobody can look into; ``kind`` is its format, ``reason`` a short word. Never leaves this room."""

    def __init__(self, kind: str, reason: str) -> None:
        """Keep what it is and why it stays closed."""
        super().__init__(f"{kind}: {reason}")
        self.kind = kind
        self.reason = reason
