"""A council whose inputs have changed since its site was built, and what the site is to be after the next build."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from independent.edits import EDITS
from independent.harbour import write_harbour
from independent.site_walk import is_elsewhere, read_page, target
from independent.twins import HASHED, SITES, files, inputs_only, shas, told

from trials.forked import Done, build

CHANGES = (
    "one character of a speech",
    "one vote",
    "one sitting deleted",
    "one more sitting",
    "one paper moved to the members",
    "a page by hand",
    "a style sheet",
)
"""New, changed and removed pages in both editions, and an asset of another name."""

_CODE = re.compile(r"\[([A-Z]\d{3})\]")
Shas = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Field:
    """Where trials begin: ``old`` is built and nothing has changed, ``changed`` is the same with other inputs.

    ``before`` and ``wanted`` are the sites of the old and of the changed inputs, each built where nothing stood.
    """

    old: Path
    changed: Path
    before: Shas
    wanted: Shas
    code: int

    def copy(self, to: Path, *, changed: bool = True) -> Path:
        """Return a council of one's own to try something with."""
        return Path(shutil.copytree(self.changed if changed else self.old, to, symlinks=True))

    def is_old(self, root: Path) -> bool:
        """Say whether both sites are to the byte what they were."""
        return all(shas(files(root / site)) == self.before[site] for site in SITES)

    def broken(self, root: Path) -> str:
        """Return what is wrong with a site in the middle of a build: half a file, a page or an asset missing."""
        return "; ".join(wrong for site in SITES for wrong in self._broken(root / site, site))

    def _broken(self, folder: Path, site: str) -> Iterator[str]:
        before, wanted, there = self.before[site], self.wanted[site], shas(files(folder))
        halves = [uri for uri, sha in there.items() if sha not in (before.get(uri), wanted.get(uri))]
        if halves:
            yield f"neither old nor new: {told(halves)}"
        if missing := [uri for uri in before if uri not in there and (uri in wanted or HASHED.fullmatch(uri))]:
            yield f"gone: {told(missing)}"
        for uri in (name for name in there if name.endswith(".html")):
            loaded = [target(uri, one)[0] for one in read_page(folder, uri).loads() if not is_elsewhere(one)]
            if lost := [name for name in loaded if name not in there]:
                yield f"{uri} loads {told(lost)}"

    def unlike(self, root: Path, *, changed: bool = True) -> str:
        """Return in what both sites are not what a build gives where nothing stood; assets of the old one may stay."""
        found = []
        for site in SITES:
            wanted, there = (self.wanted if changed else self.before)[site], shas(files(root / site))
            differing = [uri for uri in {*there, *wanted} if there.get(uri) != wanted.get(uri)]
            found += [uri for uri in differing if uri in wanted or self.before[site].get(uri) != there.get(uri)
                      or not HASHED.fullmatch(uri)]  # fmt: skip
        return told(sorted(found))


def make_field(folder: Path) -> Field:
    """Build a field and return it."""
    build_field(folder)
    return read_field(folder)


def build_field(folder: Path) -> None:
    """Build the small council, change it, and build the changed one elsewhere."""
    old = write_harbour(folder / "old" / "minato")
    first = build(old)
    changed = Path(shutil.copytree(old, folder / "changed" / "minato", symlinks=True))
    for name in CHANGES:
        EDITS[name](changed)
    cold = inputs_only(changed, folder / "cold" / "minato")
    second = build(cold)
    if first.code != 0 or second.code != first.code:
        msg = f"the council of this trial cannot be built: {first.said}{second.said}"
        raise RuntimeError(msg)
    (folder / "code").write_text(str(second.code), "ascii")


def read_field(folder: Path) -> Field:
    """Return the field that was built into a folder."""
    old, changed, cold = (folder / name / "minato" for name in ("old", "changed", "cold"))
    sites = [{site: shas(files(root / site)) for site in SITES} for root in (old, cold)]
    return Field(old, changed, *sites, int((folder / "code").read_text("ascii")))


def codes(done: Done) -> set[str]:
    """Return the codes of all that a command found."""
    return set(_CODE.findall(done.said))
