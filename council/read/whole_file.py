"""The bytes of a table, a YAML file or a paper, read once, after it is known that they are on this machine."""

from __future__ import annotations

import pathlib

from council.diagnostics import Finding, Outcome, Rule
from council.location import Location
from council.read.docx.refusal import RefusedError
from council.read.docx.source import mebibytes, read_once
from council.rules import files, word_refused

# The guards are those of Word files; what they find is said in words that fit any file.
_SAID: dict[str, Rule] = {
    word_refused.WORD_UNREADABLE.code: files.FILE_UNREADABLE,
    word_refused.WORD_CLOUD_ONLY.code: files.FILE_CLOUD_ONLY,
    word_refused.WORD_TOO_LARGE.code: files.FILE_TOO_LARGE,
    word_refused.WORD_CHANGED_WHILE_READ.code: files.FILE_CHANGED_WHILE_READ,
}


def read_bytes(path: pathlib.Path, name: str, limit: int | None = None) -> Outcome[bytes | None]:
    """Return the file's bytes; ``name`` is its path in the project, ``limit`` the most bytes it may have.

    Findings: R102 (unreadable), R103 (in the cloud only), R104 (too large), R105 (being written).
    """
    try:
        if path.exists() and not path.is_file():
            return _refused(Finding(files.FILE_UNREADABLE, Location(name), (("reason", "no plain file"),)))
        data = read_once(path, name)
    except RefusedError as refusal:
        found = refusal.finding
        return _refused(Finding(_SAID[found.rule.code], found.location, found.values))
    except OSError as error:
        return _refused(Finding(files.FILE_UNREADABLE, Location(name), (("reason", type(error).__name__),)))
    if limit is not None and len(data) > limit:
        values = (("size", mebibytes(len(data))), ("limit", mebibytes(limit)))
        return _refused(Finding(files.FILE_TOO_LARGE, Location(name), values))
    return Outcome(data)


def _refused(found: Finding) -> Outcome[bytes | None]:
    return Outcome(None, (found,))
