"""The files below a folder in a fixed order, without lock files, hidden files and links that lead outside."""

from __future__ import annotations

import errno
import fnmatch
import os
import stat
import unicodedata
from functools import lru_cache
from pathlib import Path

from msgspec import Struct, field

from council.diagnostics import Finding, Outcome, Rule, finding
from council.location import Location
from council.parse.places import restricts
from council.rules import files as rules

# Skipped without a word: what `council init`, git and people put into folders to explain or keep them.
QUIET = frozenset({"readme.md", "readme.txt", "readme", ".gitkeep", ".gitignore", ".gitattributes", ".keep"})
_OPEN = ("~$*", ".~lock.*#")
_SYSTEM = (
    *("thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r", "__macosx", "$recycle.bin", "system volume information"),
    *("~*", "*~", "*.tmp", "*.temp", "*.bak", "*.old", "*.part", "*.crdownload", "*.swp", "*.lnk", "*.url", ".*"),
)
_MAY_HAVE_JUNCTIONS = os.name == "nt"
_ICLOUD = (".", ".icloud")  # the name iCloud gives to what it has taken away: .NAME.icloud


class FoundFile(Struct, frozen=True):
    """A file: its real path, its path in the project (NFC, ``/``) and the folders below the root that was walked."""

    path: Path
    name: str
    folders: tuple[str, ...]

    @property
    def suffix(self) -> str:
        """The file name's suffix with its dot, in lower case."""
        return Path(self.name).suffix.casefold()

    def is_named(self, *names: str) -> bool:
        """Say whether the file bears one of these names, in any case."""
        return self.name.rpartition("/")[2].casefold() in names


class _Walk(Struct):
    project: Path
    files: list[FoundFile] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def report(self, rule: Rule, name: str, **values: object) -> None:
        self.findings.append(finding(rule, Location(name), **values))

    def folder(self, path: Path, name: str, folders: tuple[str, ...]) -> None:
        """Walk one folder and those below it."""
        if self.inside(path, name) is None:
            return
        try:
            entries = sorted(((readable(one.name), one.name), one) for one in os.scandir(path))
        except OSError as error:
            self.report(rules.FOLDER_UNREADABLE, name, reason=errno.errorcode.get(error.errno or 0, "?"))
            return
        for (own, _), entry in entries:
            self.entry(entry, f"{name}/{own}", own, folders)

    def entry(self, entry: os.DirEntry[str], name: str, own: str, folders: tuple[str, ...]) -> None:
        if own.casefold() in QUIET:
            return
        path = Path(entry.path)
        if rule := _skipped(own):
            self.skip(rule, path, name, own, folders)
        elif entry.is_symlink() or (_MAY_HAVE_JUNCTIONS and is_link(path)):
            self.link(path, name, folders)
        elif entry.is_dir(follow_symlinks=False):  # what the folder itself tells: no file is asked
            self.folder(path, name, (*folders, own))
        elif entry.is_file(follow_symlinks=False):
            self.files.append(FoundFile(path, name, folders))
        else:
            self.report(rules.UNKNOWN_FILE, name)

    def skip(self, rule: Rule, path: Path, name: str, own: str, folders: tuple[str, ...]) -> None:
        """Pass over a file, but keep one that iCloud has taken away under its own name: the reader says so."""
        kept = own.removeprefix(_ICLOUD[0]).removesuffix(_ICLOUD[1])
        if own == kept.join(_ICLOUD) and "." in kept:
            self.files.append(FoundFile(path.with_name(kept), name.removesuffix(own) + kept, folders))
        else:
            self.report(rule, name)

    def link(self, path: Path, name: str, folders: tuple[str, ...]) -> None:
        """Take a link to a file of the project as the file, for the eyes that both places allow; no link to a folder."""
        target = self.inside(path, name)
        if target is None:
            return
        if target.is_file():
            restricting = (part for part in target.relative_to(self.project).parts[:-1] if restricts(part))
            self.files.append(FoundFile(path, name, (*folders, *restricting)))
        else:
            self.report(rules.LINK_NOT_FOLLOWED, name)

    def inside(self, path: Path, name: str) -> Path | None:
        """Return where a path really leads if that is inside the project; else report it."""
        try:
            target = path.resolve(strict=True)
        except (OSError, RuntimeError):
            self.report(rules.LINK_NOT_FOLLOWED, name)
            return None
        if target.is_relative_to(self.project):
            return target
        self.report(rules.LINK_NOT_FOLLOWED, name)
        return None


def walk(project: Path, root: str) -> Outcome[tuple[FoundFile, ...]]:
    """Return every file below ``project/root``, by name (NFC); none if the folder does not exist.

    Findings: R150, R151 (skipped), R152 (no plain file), R154 (links that lead out or nowhere), R155.
    """
    top = project / root
    walked = _Walk(project.resolve())
    if top.is_dir():
        walked.folder(top, root, ())
    elif top.is_symlink() or top.exists():
        walked.report(rules.LINK_NOT_FOLLOWED if top.is_symlink() else rules.UNKNOWN_FILE, root)
    return Outcome(tuple(walked.files), tuple(walked.findings))


def is_link(path: Path) -> bool:
    """Say whether a path is a symbolic link, or a junction of Windows (which Python 3.11 cannot tell by name)."""
    try:
        status = path.lstat()
    except OSError:
        return False
    tag = getattr(status, "st_reparse_tag", 0)
    return stat.S_ISLNK(status.st_mode) or bool(tag == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1))


def readable(name: str) -> str:
    """Return a file's name in NFC, bytes that are no text replaced."""
    return unicodedata.normalize("NFC", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


@lru_cache(maxsize=1 << 12)
def _skipped(own: str) -> Rule | None:
    lower = own.casefold()
    if any(fnmatch.fnmatchcase(lower, pattern) for pattern in _OPEN):
        return rules.OPEN_ELSEWHERE
    if any(fnmatch.fnmatchcase(lower, pattern) for pattern in _SYSTEM):
        return rules.SYSTEM_FILE
    return None
