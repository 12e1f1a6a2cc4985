"""Brings an output folder to a new state: every file whole at every moment, finished or undone after a kill."""

from __future__ import annotations

from council.publish.lock import build_lock
from council.publish.manifest import standing
from council.publish.publish import Published, publish
from council.publish.recover import recover
from council.publish.staging import fresh_staging

__all__ = ["Published", "build_lock", "fresh_staging", "publish", "recover", "standing"]
