"""A council's folder in the states in which building it is measured."""

from __future__ import annotations

import dataclasses
import shutil
from dataclasses import dataclass
from pathlib import Path

from archive import write_one_more_sitting
from archive_shape import Shape
from scale_aside import set_aside
from scale_measure import Cost, cost_of, python, said_by

_HERE = Path(__file__).parent
_READ_BEFORE = ("minutes*", "speeches", "tables", "paper*", "copy")
"""Kinds in the cache that hold what was read from files: Word, tables, papers."""

_TEMPLATE = "record/bill.html.j2"
_ROOT = "from council.site.templates import shipped_root; print(shipped_root())"


@dataclass(frozen=True, slots=True)
class Project:
    """A copy of an archive that may be changed, and where what its builds say is kept."""

    folder: Path
    shape: Shape
    log: Path

    @classmethod
    def copied(cls, archive: Path, folder: Path, shape: Shape) -> Project:
        """Copy an archive, which is written first if it is not there."""
        if not (archive / "mkdocs.yml").is_file():
            sizes = (f"--{name.replace('_', '-')}={value}" for name, value in dataclasses.asdict(shape).items())
            said_by(python(_HERE / "archive.py", archive, *sizes))
        set_aside(folder, folder.parent)
        shutil.copytree(archive, folder, ignore=shutil.ignore_patterns(".council", "site"))
        return cls(folder, shape, folder.with_name(f"{folder.name}.log"))

    @property
    def site(self) -> Path:
        """Where the public edition stands."""
        return self.folder / "site"

    @property
    def sittings(self) -> int:
        """How many Word files there are."""
        return sum(1 for _ in (self.folder / "minutes_src").rglob("*.docx"))

    @property
    def pages(self) -> int:
        """How many pages the site has."""
        return sum(1 for _ in self.site.rglob("*.html"))

    def build(self) -> Cost:
        """Build the public edition in one process."""
        return cost_of(python("-m", "council", "build", "--project", self.folder, "--jobs", "1"), self.folder, self.log)

    def check(self) -> Cost:
        """Read and check everything, and write no site."""
        return cost_of(python("-m", "council", "check", "--project", self.folder), self.folder, self.log)

    def forget_everything(self) -> None:
        """Leave the folder as a council has it that never built."""
        for path in (self.site, self.folder / ".council"):
            self._forget(path)

    def forget_site(self) -> None:
        """Leave everything but the site."""
        self._forget(self.site)

    def forget_all_but_what_was_read(self) -> None:
        """Leave what was read from Word, tables and papers; nothing made of it."""
        state = self.folder / ".council"
        self._forget(self.site)
        for path in [*state.iterdir(), *(state / "cache").iterdir()]:
            if path.is_dir() and path.name != "cache" and not any(map(path.match, _READ_BEFORE)):
                self._forget(path)

    def _forget(self, path: Path) -> None:
        set_aside(path, self.folder.parent)

    def add_sitting(self) -> None:
        """Put a sitting into the last session: a Word file, and rows in the vote table."""
        write_one_more_sitting(self.folder, self.shape)

    def change_template(self, number: int) -> None:
        """Let the council have its own template of the page of a bill, with a remark in it."""
        shipped = Path(said_by(python("-c", _ROOT)).strip()) / _TEMPLATE
        own = self.folder / "site_templates" / _TEMPLATE
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(f"{shipped.read_text('utf-8')}<!-- {number} -->\n", encoding="utf-8", newline="\n")
