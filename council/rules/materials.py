"""D: meeting materials."""

from __future__ import annotations
