"""Papers made ready, kept on disk: each is cleaned and read once, and no more than one is in memory.

Entries are named by content: what a source gave by the source's hash, a copy and its words by the copy's. An entry
that is missing, damaged or made by other code is made anew; what no paper needs any more is thrown away.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from council.diagnostics import Outcome
from council.model.paper_text import PaperText
from council.papers.maker import maker
from council.papers.reading import PreparedPaper, prepare_paper
from council.papers.records import finding_of, findings_as_json, text_as_json, text_of


@dataclass(frozen=True, slots=True)
class Shelved:
    """A paper on the shelf: hash and size of its published copy."""

    sha256: str
    size: int


@dataclass(slots=True)
class Shelf:
    """A folder of papers made ready; with ``fresh`` nothing that lies there already is believed."""

    folder: Path
    fresh: bool = False
    _used: set[str] = field(default_factory=set)

    def prepared(self, data: bytes, name: str, kind: str) -> Outcome[Shelved | None]:
        """Return a paper made ready, from the shelf if it lies there. Findings: as `prepare_paper`."""
        entry = f"{hashlib.sha256(data).hexdigest()}-{kind}.json"
        known = None if self.fresh and entry not in self._used else self._known(entry, name)
        self._used.add(entry)
        if known is not None:
            return known
        made = prepare_paper(data, name, kind)
        shelved = self._put(made.value) if made.value else None
        record = {"maker": maker(), "copy": shelved and [shelved.sha256, shelved.size]}
        self._write(entry, _json(record | {"findings": findings_as_json(made.findings)}))
        return Outcome(shelved, made.findings)

    def content(self, sha256: str) -> bytes:
        """Return the published copy of this hash; OSError if it is not there."""
        return (self.folder / f"{sha256}.bin").read_bytes()

    def text(self, sha256: str) -> PaperText:
        """Return the words of the published copy of this hash; OSError if they are not there."""
        return text_of(json.loads((self.folder / f"{sha256}.json").read_bytes()))

    def tidy(self) -> None:
        """Throw away what none of the papers asked for since is made of."""
        for path in self.folder.glob("*"):
            if path.name not in self._used:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _known(self, entry: str, name: str) -> Outcome[Shelved | None] | None:
        try:
            record = json.loads((self.folder / entry).read_bytes())
            if record["maker"] != maker():
                return None
            findings = tuple(finding_of(one, name) for one in record["findings"])
            shelved = Shelved(*record["copy"]) if record["copy"] else None
            if shelved and not self._is_whole(shelved.sha256):
                return None
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return Outcome(shelved, findings)

    def _is_whole(self, sha256: str) -> bool:
        self._used |= {f"{sha256}.bin", f"{sha256}.json"}
        self.text(sha256)
        return hashlib.sha256(self.content(sha256)).hexdigest() == sha256

    def _put(self, paper: PreparedPaper) -> Shelved:
        sha256 = hashlib.sha256(paper.content).hexdigest()
        self._write(f"{sha256}.bin", paper.content)
        self._write(f"{sha256}.json", _json(text_as_json(paper.text)))
        return Shelved(sha256, len(paper.content))

    def _write(self, name: str, content: bytes) -> None:
        """Put a whole file in its place; where nothing can be kept, whoever asks for it later is told so."""
        self._used.add(name)
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            beside = self.folder / f"{name}.{os.getpid()}.part"
            beside.write_bytes(content)
            beside.replace(self.folder / name)


def _json(value: Any) -> bytes:  # noqa: ANN401 - whatever JSON holds
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
