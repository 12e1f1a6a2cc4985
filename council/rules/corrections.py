"""K: published corrections."""

from __future__ import annotations
