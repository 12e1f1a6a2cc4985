"""Prints: short texts that are the same for equal pages."""

from __future__ import annotations

WAY = "a"
"""The first letter of every print: another way of taking them has another."""

_DIGITS = 11


def print_of(digest: str) -> str:
    """Return the print of a page from a hash of what it shows; of the only page of what is no PDF, from its SHA-256."""
    return WAY + digest[:_DIGITS]
