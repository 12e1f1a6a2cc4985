"""Restricted files that git would carry away with the project."""

from __future__ import annotations

import os
import shutil
import subprocess
import unicodedata
from pathlib import Path

from council.diagnostics import Finding, finding
from council.gate.allowed import is_restricted_path
from council.location import Location
from council.parse.find import MINUTES
from council.rules import gate as rules

# What is made of restricted files: the members' edition and the private cache. One warning for each of them will do.
_PRIVATE = ("site-members", "packets-members", ".council")
_PATIENCE = 20  # seconds
# A repository's own settings may name programs to run; they are not wanted here.
_QUIETLY = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")


def tracked_files(project: Path) -> tuple[Finding, ...]:
    """Return a warning (S403) for each restricted file that git tracks, if the repository is sent anywhere.

    The members' edition in `site-members` and the private cache hold restricted words as well; each is told of once.
    Git is asked only where a `.git` stands; where it is missing or refuses, nothing is said.
    """
    folder = project.resolve()
    if not any((parent / ".git").exists() for parent in (folder, *folder.parents)) or not _asked(folder, "remote"):
        return ()
    names = [unicodedata.normalize("NFC", name) for name in _asked(folder, "ls-files", "-z", "--", MINUTES).split("\0")]
    told = [name for name in names if is_restricted_path(name)]
    told += [private for private in _PRIVATE if _asked(folder, "ls-files", "-z", "--", private)]
    return tuple(finding(rules.TRACKED_BY_GIT, Location(name)) for name in sorted(told))


def _asked(folder: Path, *words: str) -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    try:
        answer = subprocess.run(  # noqa: S603 - our own words
            (git, *_QUIETLY, *words),
            cwd=folder,
            env=_surroundings(),
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return answer.stdout.decode("utf-8", "replace") if answer.returncode == 0 else ""


def _surroundings() -> dict[str, str]:
    """Return the environment without what would lead git to another repository (a hook of git sets GIT_DIR)."""
    return {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
