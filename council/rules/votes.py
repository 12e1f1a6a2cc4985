"""V: vote tables and votes."""

from __future__ import annotations
