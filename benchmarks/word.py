"""Reading one sitting of 80,000 characters, beside other readers of Word: ``python benchmarks/word.py``.

CPU milliseconds in one process, the least of some runs, and the ratio to ours. Word's own libraries are measured if they
are installed: python-docx comes with the toolkit, for mammoth: ``pip install mammoth``.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from word_samples import plain_sample, styled_sample

from council.read.docx import read_word
from council.text.blocks import Paragraph

Reader = Callable[[Path], str]


def council_reader(path: Path) -> str:
    """Read as the toolkit does, with all that it looks out for."""
    document = read_word(path, path.name).value
    blocks = document.blocks if document else ()
    return "".join(block.text for block in blocks if isinstance(block, Paragraph))


def docx_texts() -> Reader:
    """Return python-docx's shortest way: the text of each paragraph."""
    document = importlib.import_module("docx").Document
    return lambda path: "".join(paragraph.text for paragraph in document(str(path)).paragraphs)


def docx_objects() -> Reader:
    """Return python-docx's own objects asked for what a parser of minutes needs: style, and runs with their look."""
    document = importlib.import_module("docx").Document

    def read(path: Path) -> str:
        found = []
        for paragraph in document(str(path)).paragraphs:
            found.append(paragraph.text)
            _ = paragraph.style.name, [(run.text, run.bold) for run in paragraph.runs]
        return "".join(found)

    return read


def mammoth_html() -> Reader:
    """Return mammoth's way, to HTML."""
    convert = importlib.import_module("mammoth").convert_to_html

    def read(path: Path) -> str:
        with path.open("rb") as file:
            return str(convert(file).value)

    return read


READERS: dict[str, Callable[[], Reader]] = {
    "council": lambda: council_reader,
    "python-docx, paragraph.text": docx_texts,
    "python-docx, styles and runs": docx_objects,
    "mammoth to HTML": mammoth_html,
}


def milliseconds(read: Reader, path: Path, runs: int) -> float:
    """Return the least CPU time of some runs, after one that does not count."""
    read(path)
    spent = []
    for _ in range(runs):
        began = time.process_time()
        read(path)
        spent.append(time.process_time() - began)
    return min(spent) * 1000


def rows(folder: Path, runs: int) -> list[str]:
    """Return the lines of the table."""
    plain = plain_sample(folder / "plain.docx")
    samples = (plain, styled_sample(folder / "styled.docx", plain))
    found = [f"{'CPU ms':32}{'one style':>12}{'ratio':>8}{'300 styles':>14}{'ratio':>8}"]
    ours: list[float] = []
    for name, make in READERS.items():
        try:
            read = make()
        except ImportError as absent:
            found.append(f"{name:32}left out: not installed (pip install {absent.name})")
            continue
        spent = [milliseconds(read, sample, runs) for sample in samples]
        ours = ours or spent
        one, many = (f"{mine:.0f}" for mine in spent)
        first, second = (f"{mine / base:.1f}" for mine, base in zip(spent, ours, strict=True))
        found.append(f"{name:32}{one:>12}{first:>8}{many:>14}{second:>8}")
    return [*found, f"{len(council_reader(plain)):,} characters; council reads both alike: {_alike(samples)}"]


def _alike(samples: Sequence[Path]) -> str:
    return "yes" if len({council_reader(sample) for sample in samples}) == 1 else "NO"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure reading a sitting of 80,000 characters.")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="take the least of N runs (default: 5)")
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write("\n".join(rows(Path(folder), parser.parse_args(arguments).runs)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
