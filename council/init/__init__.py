"""What `council init` writes: a folder that builds at once, with no sample data in it."""

from __future__ import annotations

import re
from pathlib import Path

from council.init.texts import CONFIG, GITIGNORE, MINUTES_README, VOTES_README

_NOT_IN_YAML = re.compile(r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")


def starter_files(name: str, language: str) -> dict[str, str]:
    """Return the files of a new council's folder by relative path."""
    words = "ja" if language == "ja" else "en"
    return {
        "mkdocs.yml": CONFIG[words].format(name=_quoted(name)),
        "minutes_src/README.md": MINUTES_README[words],
        "votes/README.md": VOTES_README[words],
        "site_templates/pages/.gitkeep": "",
        ".gitignore": GITIGNORE,
    }


def init_project(folder: Path, name: str, language: str) -> tuple[str, ...]:
    """Write a new council's folder and return what was written, by relative path.

    Without a name the folder's own is taken. Raises FileExistsError if ``folder`` exists and is not an empty folder,
    and any other OSError of a folder that cannot be made; in the first case nothing is touched.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(str(folder))
    files = starter_files(name.strip() or folder.resolve().name, language)
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())
    return tuple(files)


def _quoted(name: str) -> str:
    """Return the name as a YAML scalar in quotes; what YAML does not allow is left out."""
    plain = _NOT_IN_YAML.sub("", _BREAKS.sub(" ", name))
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
