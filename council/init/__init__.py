"""What `council init` and `council new` write: folders that build at once, with no sample data in them."""

from __future__ import annotations

from pathlib import Path

from council.init.session import BadNameError, new_session
from council.init.texts import CONFIG, GITIGNORE, MINUTES_README, VOTES_README
from council.init.yaml_text import quoted

__all__ = ["BadNameError", "init_project", "new_session", "starter_files"]


def starter_files(name: str, language: str) -> dict[str, str]:
    """Return the files of a new council's folder by relative path."""
    words = "ja" if language == "ja" else "en"
    return {
        "mkdocs.yml": CONFIG[words].format(name=quoted(name)),
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
