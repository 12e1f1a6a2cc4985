"""What may be over without any input being written: a file that was open or in the cloud, a full disk, another build."""

from __future__ import annotations

from council.diagnostics import Finding
from council.report import Report
from council.rules import files, materials, publication, word_refused

_PASSING = frozenset(
    {
        *(files.FILE_UNREADABLE, files.FILE_CLOUD_ONLY, files.FILE_CHANGED_WHILE_READ, files.FOLDER_UNREADABLE),
        *(word_refused.WORD_UNREADABLE, word_refused.WORD_CLOUD_ONLY, word_refused.WORD_CHANGED_WHILE_READ),
        *(materials.CLOUD_ONLY, materials.CHANGED_WHILE_READ),
        *(publication.DISK_FULL, publication.NO_PERMISSION, publication.FILE_IN_USE, publication.CANNOT_WRITE),
        *(publication.BUILD_RUNNING, publication.NOT_UNDONE),
    }
)


def may_pass(report: Report) -> bool:
    """Say whether a build is worth trying again although nothing was saved."""
    return any(found.rule in _PASSING or _is_held(found) for found in report.findings)


def _is_held(found: Finding) -> bool:
    """Tell a paper that another program keeps from one that is damaged: both are unreadable."""
    return found.rule is materials.UNREADABLE and ("reason", "PermissionError") in found.values
