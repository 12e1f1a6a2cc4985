"""Find the Chromium the browser tests need, or install it, or say how: $CHROMIUM, then PATH, then an installation."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS = (
    "--no-sandbox",
    # A window of Chromium prepares these beside every page; they cost more than the page, and no test looks at them.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess",
)
REMEDY = "Install Chromium (Debian: apt-get install chromium; elsewhere: python -m playwright install chromium) or set CHROMIUM."


def find_chromium() -> Path | None:
    """Return the browser named by $CHROMIUM, on PATH, or installed by Playwright; None if there is none."""
    if named := os.environ.get("CHROMIUM"):
        return Path(named)
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    return _playwrights()


def _playwrights() -> Path | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only when nothing else is found

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def install_chromium() -> None:
    """Install Debian's package when root, else Playwright's browser."""
    attempts = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        debian = [["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]]
        attempts = [*debian, *attempts]
    for command in attempts:
        if find_chromium() is None:
            subprocess.run(command, check=False)  # noqa: S603 - the commands above


def main() -> int:
    """Return 0 if a browser is there."""
    if find_chromium() is None:
        install_chromium()
    browser = find_chromium()
    sys.stdout.write(f"browser for the tests: {browser}\n" if browser else f"no browser for the tests. {REMEDY}\n")
    return 0 if browser else 1


if __name__ == "__main__":
    sys.exit(main())
