"""P: people and names."""

from __future__ import annotations
