"""The zip archive of a Word file, unpacked within limits: its XML parts as bytes, every other part only checked."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote

from msgspec import Struct

from council.read.docx.refusal import refuse
from council.read.docx.source import mebibytes
from council.rules import word_refused as rules

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

_MIB = 1024 * 1024
_CHUNK = 256 * 1024
_LOCAL_HEADER = 30
_END_RECORD = 22
_SPLIT_OR_LOCKED = 0x1
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    IndexError,
    OverflowError,
)


class Limits(Struct, frozen=True):
    """How large a Word file may unpack (bytes), and how often its XML may open a tag.

    A sitting of 400 pages stays below a tenth of each. ``ratio`` is unpacked to packed size; small parts are
    not measured by it, because an empty style sheet or a white picture packs as well as a bomb.
    """

    parts: int = 4000
    part: int = 64 * _MIB
    xml: int = 16 * _MIB
    total: int = 200 * _MIB
    ratio: int = 200
    tags: int = 1_000_000


LIMITS = Limits()


def unpack(data: bytes, name: str, limits: Limits = LIMITS) -> dict[str, bytes]:
    """Return the XML parts by their lower-case names; check the CRC of every part."""
    archive = _open(data, name)
    members = [member for member in archive.infolist() if not member.is_dir()]
    _refuse_ambiguous(members, data, name, archive)
    _refuse_locked(members, name)
    _refuse_bomb(members, len(data), name, limits)
    return {
        part_key(member.filename): content
        for member in members
        if (content := _content(archive, member, name, limits)) is not None
    }


def part_key(filename: str) -> str:
    """Return a part's name as the packaging standard compares it: without case, with ``/``, no leading one."""
    return filename.replace("\\", "/").lstrip("/").lower()


def target_part(parts: Container[str], folder: str, target: str) -> str:
    """Return the part that a relation of a part in ``folder`` leads to; its characters may be percent-encoded."""
    as_written, decoded = (
        part_key(posixpath.normpath(posixpath.join("/", folder, path))) for path in (target, unquote(target))
    )
    return as_written if as_written in parts else decoded


def is_xml(filename: str) -> bool:
    """Return whether a part holds XML by its name."""
    return filename.lower().endswith((".xml", ".rels"))


def _open(data: bytes, name: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        rule = rules.WORD_DAMAGED if _end_record(data) >= 0 else rules.WORD_TRUNCATED
        raise refuse(rule, name, part="zip") from error


def _end_record(data: bytes) -> int:
    """Return where the archive's last record begins; -1 if it is missing or cut."""
    place = data.rfind(b"PK\x05\x06", max(0, len(data) - 65536 - _END_RECORD))
    return place if place + _END_RECORD <= len(data) else -1


def _refuse_ambiguous(members: list[zipfile.ZipInfo], data: bytes, name: str, archive: zipfile.ZipFile) -> None:
    """Refuse what two programs could read differently: twins, overlaps, archives glued together."""
    twin = next(
        (key for key, count in Counter(part_key(member.filename) for member in members).items() if count > 1), None
    )
    if twin:
        raise refuse(rules.WORD_DUPLICATE_PART, name, part=twin)
    first = min((member.header_offset for member in archive.infolist()), default=0)
    if first or len(data) != _end_record(data) + _END_RECORD + len(archive.comment):
        raise refuse(rules.WORD_EXTRA_DATA, name)
    ordered = sorted(archive.infolist(), key=lambda member: member.header_offset)
    for member, following in pairwise(ordered):
        if member.header_offset + _LOCAL_HEADER + member.compress_size > following.header_offset:
            raise refuse(rules.WORD_DAMAGED, name, part=member.filename)


def _refuse_locked(members: list[zipfile.ZipInfo], name: str) -> None:
    for member in members:
        if member.flag_bits & _SPLIT_OR_LOCKED:
            raise refuse(rules.WORD_ENCRYPTED, name)
        if member.compress_type not in _METHODS:
            raise refuse(rules.WORD_DAMAGED, name, part=member.filename)


def _refuse_bomb(members: list[zipfile.ZipInfo], packed: int, name: str, limits: Limits) -> None:
    for part, size, limit in _measures(members, packed, limits):
        if size > limit:
            raise refuse(rules.WORD_TOO_LARGE, name, part=part, size=mebibytes(size), limit=mebibytes(limit))
    if len(members) > limits.parts:
        raise refuse(rules.WORD_TOO_LARGE, name, part="zip", size=len(members), limit=limits.parts)


def _measures(members: list[zipfile.ZipInfo], packed: int, limits: Limits) -> Iterator[tuple[str, int, int]]:
    """Yield each size with the limit that holds for it."""
    for member in members:
        limit = limits.xml if is_xml(member.filename) else limits.part
        if is_xml(member.filename):
            limit = min(limit, max(_MIB, limits.ratio * member.compress_size))
        yield member.filename, member.file_size, limit
    total = sum(member.file_size for member in members)
    yield "zip", total, min(limits.total, max(10 * _MIB, limits.ratio * packed))


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, limits: Limits) -> bytes | None:
    """Unpack one part in steps, so that a false size in its header cannot fill the memory; keep XML only."""
    kept: list[bytes] = []
    size = 0
    try:
        with archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if is_xml(member.filename):
                    kept.append(chunk)
    except _BROKEN as error:
        raise refuse(rules.WORD_DAMAGED, name, part=member.filename) from error
    if size != member.file_size:
        raise refuse(rules.WORD_DAMAGED, name, part=member.filename)
    if not is_xml(member.filename):
        return None
    return _few_tags(b"".join(kept), member.filename, name, limits)


def _few_tags(content: bytes, part: str, name: str, limits: Limits) -> bytes:
    tags = content.count(b"<")
    if tags > limits.tags:
        raise refuse(rules.WORD_TOO_LARGE, name, part=part, size=tags, limit=limits.tags)
    return content
