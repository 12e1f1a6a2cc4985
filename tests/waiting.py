"""Waits for what a page comes to, asked from outside: the pages' own policy forbids scripts that are made of words."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

_STEP = 20  # ms
_STEPS = 500


def wait_until(page: Page, script: str, arg: Any = None) -> None:
    """Come back when a script's answer in the page is true; fail after ten seconds."""
    for step in repeat(_STEP, _STEPS):
        if page.evaluate(script, arg):
            return
        page.wait_for_timeout(step)
    message = f"never true: {script}"
    raise AssertionError(message)
