"""What a build changed since the one before it."""

from council.changes.tell import tell_changes

__all__ = ["tell_changes"]
