"""Looks for words in every byte of a folder: as they stand, packed, encoded, escaped, in names, in PDF text."""

from __future__ import annotations

import gzip
import html
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

import pypdf

_ENCODINGS = ("utf-8", "cp932", "utf-16-le", "utf-16-be", "euc-jp")
_DEPTH = 3


def found_in(folder: Path, words: Iterable[str]) -> dict[str, set[str]]:
    """Return for every word the files (below ``folder``) that hold it in any form; words found nowhere are left out."""
    wanted = tuple(words)
    found: dict[str, set[str]] = {}
    for path in sorted(folder.rglob("*")):
        where = path.relative_to(folder).as_posix()
        texts = [where, *(_texts(path.read_bytes()) if path.is_file() else ())]
        for word in wanted:
            if any(word in text for text in texts):
                found.setdefault(word, set()).add(where)
    return found


def _texts(content: bytes, depth: int = 0) -> Iterator[str]:
    """Yield everything these bytes may say."""
    for encoding in _ENCODINGS:
        text = content.decode(encoding, errors="ignore")
        yield text
        yield from _without_escapes(text)
    if content[:5] == b"%PDF-":
        yield from _pdf_texts(content)
    if depth < _DEPTH:
        for packed in _unpacked(content):
            yield from _texts(packed, depth + 1)


def _without_escapes(text: str) -> Iterator[str]:
    if "&" in text:
        yield html.unescape(text)
    if "%" in text:
        yield unquote(text)
    if "\\u" in text:
        yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda sign: chr(int(sign[1], 16)), text)
    if "<" in text:
        yield re.sub(r"<[^<>]*>", "", text)


def _unpacked(content: bytes) -> Iterator[bytes]:
    if content[:2] == b"\x1f\x8b":
        yield gzip.decompress(content)
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for name in package.namelist():
                yield name.encode()
                yield package.read(name)
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        try:
            yield zlib.decompressobj().decompress(stream)
        except zlib.error:
            continue


def _pdf_texts(content: bytes) -> Iterator[str]:
    document = pypdf.PdfReader(io.BytesIO(content))
    yield json.dumps({key: str(value) for key, value in (document.metadata or {}).items()}, ensure_ascii=False)
    for page in document.pages:
        yield page.extract_text()
