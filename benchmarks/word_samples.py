"""Two Word files of a sitting of 80,000 characters: as plain as can be, and as an old office template has them."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from archive_shape import Shape
from archive_word_file import write_word
from archive_words import speech

CHARACTERS = 80_000
_STYLES = 300
_PIECE = 14  # characters to a run
_PARAGRAPH = re.compile(r'<w:p><w:r><w:t xml:space="preserve">([^<]*)</w:t></w:r></w:p>')
_FONT = '<w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="22"/></w:rPr>'


def plain_sample(path: Path) -> Path:
    """Write a sitting in paragraphs of one run, all in the same style."""
    lines: list[str] = []
    dice = Shape().dice("long sitting")
    while sum(map(len, lines)) < CHARACTERS:
        lines += [f"\u3000{one}" for paragraph in speech(dice, "answers", 400) for one in paragraph.split("。") if one]
    write_word(path, "会議録", lines)
    return path


def styled_sample(path: Path, plain: Path) -> Path:
    """Write the same words with 300 styles, each based on the one before, and a new run every 14 characters."""
    with zipfile.ZipFile(plain) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    numbers = iter(range(1_000_000))
    document = _PARAGRAPH.sub(lambda found: _styled(found[1], next(numbers) % _STYLES), parts["word/document.xml"])
    parts["word/document.xml"] = document
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("</w:styles>", f"{_chained()}</w:styles>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def _styled(text: str, number: int) -> str:
    pieces = re.findall(rf"(?:&\w+;|[^&]){{1,{_PIECE}}}", text)
    runs = "".join(f'<w:r>{_FONT}<w:t xml:space="preserve">{piece}</w:t></w:r>' for piece in pieces)
    return f'<w:p><w:pPr><w:pStyle w:val="s{number}"/></w:pPr>{runs}</w:p>'


def _chained() -> str:
    based = (f"s{number - 1}" if number else "Normal" for number in range(_STYLES))
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="s{number}"><w:name w:val="本文 {number}"/>'
        f'<w:basedOn w:val="{base}"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>'
        for number, base in enumerate(based)
    )
