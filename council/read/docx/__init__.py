"""Word minutes (`.docx`): guarded, opened, and walked through to the last visible character.

The file is read once to bytes and opened with `zipfile` and `lxml` directly. python-docx would do no more for
us here: its objects lose characters (insertions, furigana, content controls, text boxes), it reads every picture
into memory before any limit can be set, and the guards need each part as bytes anyway.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from council.diagnostics import Outcome
from council.read.documents import WordDocument
from council.read.docx.guard import refuse_foreign
from council.read.docx.package import Package
from council.read.docx.reading import Reading, Surround
from council.read.docx.refusal import RefusedError
from council.read.docx.report import Reporter
from council.read.docx.sketch import Sketch
from council.read.docx.source import read_once
from council.read.docx.surroundings import report_surroundings
from council.read.docx.walker import Walker

if TYPE_CHECKING:
    import pathlib


def read_word(path: pathlib.Path, name: str) -> Outcome[WordDocument | None]:
    """Read a Word file; ``name`` is its path in the project with ``/``, which findings and the document carry.

    The blocks hold every visible character in reading order: body, text boxes after the paragraph they hang on,
    notes at the end. Struck-out words are gone, a mark of no length stands in their place (R243); hidden words are
    gone (R240-R242); unsettled changes are read as if accepted (R230-R234). A refused file (R201-R222) has no value.
    """
    try:
        data = read_once(path, name)
    except RefusedError as refusal:
        return Outcome(None, (refusal.finding,))
    return read_word_bytes(data, name)


def read_word_bytes(data: bytes, name: str) -> Outcome[WordDocument | None]:
    """Read the bytes of a Word file; as `read_word`."""
    try:
        refuse_foreign(data, name)
        package = Package(data, name)
        return _read(package, name, hashlib.sha256(data).hexdigest())
    except RefusedError as refusal:
        return Outcome(None, (refusal.finding,))


def read_word_looks(data: bytes, name: str) -> tuple[WordDocument, Sketch, Package] | None:
    """Read the bytes of a Word file with the looks of its words; none if it is refused (`read_word_bytes` says why)."""
    try:
        refuse_foreign(data, name)
        package = Package(data, name)
        sketch = Sketch(package)
        read = _read(package, name, hashlib.sha256(data).hexdigest(), sketch)
    except RefusedError:
        return None
    return (read.value, sketch, package) if read.value else None


def _read(package: Package, name: str, sha256: str, sketch: Sketch | None = None) -> Outcome[WordDocument | None]:
    reporter = Reporter(name)
    walker = Walker(Reading(package, package.main, reporter, sketch))
    blocks = walker.story(package.body, Surround())
    blocks += walker.notes()
    report_surroundings(package, reporter)
    return Outcome(WordDocument(name, sha256, tuple(blocks)), tuple(reporter.findings))
