"""Pictures without what they say of camera, place, program or author; not a pixel is encoded again.

Formats: PNG (W3C Third Edition), JPEG (ITU-T T.81, JFIF, Exif), JPEG 2000 (ISO/IEC 15444-1). What follows the end of
a picture goes too: cropped originals and moving pictures hide there.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from msgspec import Struct

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD pHYs cICP mDCV cLLI".split())
_PNG_ANIMATION = frozenset(b"acTL fcTL fdAT".split())
_SOI, _EOI, _SOS, _COM = 0xD8, 0xD9, 0xDA, 0xFE
_APPS = range(0xE0, 0xF0)
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_JFIF = b"JFIF\0"
_EXIF = b"Exif\0\0"
_ICC = b"ICC_PROFILE\0"
_ADOBE = b"Adobe"
_ORIENTATION, _GPS = 0x0112, 0x8825
_TURNED = range(2, 9)
_JP2 = b"\0\0\0\x0cjP  \r\n\x87\n"
_JP2_KEPT = frozenset({b"jP  ", b"ftyp", b"jp2h", b"jp2c"})
_CODESTREAM = b"\xff\x4f\xff\x51"
_J2K_SOT, _J2K_COM = 0xFF90, 0xFF64
_LONG_BOX = 16
# Reasons.
_CUT, _NO_PNG, _NO_JPEG, _NO_JPX = "EOF", "PNG", "JPEG", "JPEG 2000"


class PictureError(Exception):
    """The bytes are no sound picture of their kind; the message is a short reason."""


class UnknownPartError(PictureError):
    """The picture is made of parts that nobody taught us (an animation, say)."""


class CleanPicture(Struct, frozen=True):
    """A picture's bytes, and the names of what was taken off (``Exif``, ``GPS``, ``tEXt`` …)."""

    data: bytes
    dropped: frozenset[str] = frozenset()


def clean_png(data: bytes) -> CleanPicture:
    """Return a PNG with the chunks that make the picture and no other. Raises PictureError."""
    kept: list[bytes] = [_PNG]
    dropped: set[str] = set()
    for name, chunk in _png_chunks(data):
        if name in _PNG_KEPT:
            kept.append(chunk)
        elif name in _PNG_ANIMATION or not name[0] & 0x20:  # a capital first letter: the picture needs it
            raise UnknownPartError(_shown(name))
        else:
            dropped.add(_shown(name))
    return CleanPicture(b"".join(kept), frozenset(dropped))


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not data.startswith(_PNG):
        raise PictureError(_NO_PNG)
    place, name = len(_PNG), b""
    while name != b"IEND":
        if place + 12 > len(data):
            raise PictureError(_CUT)
        length, name = struct.unpack_from(">I4s", data, place)
        end = place + 12 + length
        chunk = data[place:end]
        if len(chunk) < 12 + length or zlib.crc32(chunk[4:-4]) != int.from_bytes(chunk[-4:], "big"):
            raise PictureError(_shown(name))
        yield name, chunk
        place = end


def clean_jpeg(data: bytes, *, keep_turn: bool = True, strict: bool = True) -> CleanPicture:
    """Return a JPEG without Exif, XMP, comments and thumbnails, with colour profile and how it is turned.

    ``strict`` wants the end mark; pictures inside PDF files often lack it. Raises PictureError.
    """
    kept: list[bytes] = [b"\xff\xd8"]
    dropped: set[str] = set()
    turn = 1
    for marker, segment in _jpeg_segments(data, strict=strict):
        payload = segment[4:]
        if payload.startswith(_EXIF) and marker == _APPS[1]:
            tags = _exif_tags(payload[len(_EXIF) :])
            turn = tags.get(_ORIENTATION, turn)
            dropped |= {"Exif", "GPS"} if _GPS in tags else {"Exif"}
        elif marker in _APPS or marker == _COM:
            piece = _kept_app(marker, payload)
            dropped |= set() if piece else {_app_name(marker, payload)}
            kept.append(piece)
        else:
            kept.append(segment)
    if keep_turn and turn in _TURNED:
        kept.insert(2 if len(kept) > 1 and _JFIF in kept[1] else 1, _turned(turn))
    return CleanPicture(b"".join(kept), frozenset(dropped))


def _jpeg_segments(data: bytes, *, strict: bool) -> Iterator[tuple[int, bytes]]:
    """Yield marker and bytes of every segment after SOI, coded data with its SOS, up to the end mark."""
    if data[:2] != b"\xff\xd8":
        raise PictureError(_NO_JPEG)
    place, scanned = 2, False
    while place < len(data):
        while data[place : place + 2] == b"\xff\xff":
            place += 1
        if data[place : place + 1] != b"\xff" or place + 2 > len(data):
            break
        marker = data[place + 1]
        if marker == _EOI:
            yield marker, data[place : place + 2]
            return
        end = _segment_end(data, place, marker)
        yield marker, data[place:end]
        place, scanned = end, scanned or marker == _SOS
    if strict or not scanned:
        raise PictureError(_CUT)
    yield _EOI, b"\xff\xd9"


def _segment_end(data: bytes, place: int, marker: int) -> int:
    if marker in _STANDALONE:
        return place + 2
    length = int.from_bytes(data[place + 2 : place + 4], "big")
    end = place + 2 + length
    if length < 2 or end > len(data) or marker in (0, _SOI):  # noqa: PLR2004 - the length counts its own two bytes
        raise PictureError(bytes((0xFF, marker)).hex())
    return _coded_end(data, end) if marker == _SOS else end


def _coded_end(data: bytes, place: int) -> int:
    """Return where coded data ends: at a marker that is neither a stuffed zero nor a restart."""
    while True:
        place = data.find(b"\xff", place)
        if place < 0 or place + 1 >= len(data):
            return len(data)
        following = data[place + 1]
        if following != 0 and following not in _STANDALONE and following != 0xFF:  # noqa: PLR2004 - fill bytes
            return place
        place += 1 if following == 0xFF else 2  # noqa: PLR2004 - fill bytes


def _kept_app(marker: int, payload: bytes) -> bytes:
    """Return the application segments that colours need, JFIF without its thumbnail; empty for any other."""
    if marker == _APPS[0] and payload.startswith(_JFIF) and len(payload) >= 14:  # noqa: PLR2004 - the head of JFIF
        return b"\xff\xe0\0\x10" + payload[:12] + b"\0\0"
    icc = marker == _APPS[2] and payload.startswith(_ICC)
    adobe = marker == _APPS[14] and payload.startswith(_ADOBE)
    if not (icc or adobe):
        return b""
    content = payload[:12] if adobe else payload
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


def _app_name(marker: int, payload: bytes) -> str:
    if b"ns.adobe.com/xap" in payload[:40] or b"ns.adobe.com/xmp" in payload[:40]:
        return "XMP"
    return "COM" if marker == _COM else f"APP{marker - _APPS[0]}"


def _exif_tags(tiff: bytes) -> dict[int, int]:
    """Return the first value of the short and long tags of the first directory; nothing of a broken one."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return {}
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        entries = [struct.unpack_from(f"{order}HHI4s", tiff, start + 2 + 12 * one) for one in range(count)]
    except struct.error:
        return {}
    sizes = {3: "H", 4: "I"}
    return {
        tag: struct.unpack_from(f"{order}{sizes[kind]}", value)[0] for tag, kind, _, value in entries if kind in sizes
    }


def _turned(turn: int) -> bytes:
    """Return an Exif segment that says how the picture is turned and nothing else."""
    tiff = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, turn, 0, 0)
    payload = _EXIF + tiff
    return b"\xff\xe1" + (len(payload) + 2).to_bytes(2, "big") + payload


def clean_jpx(data: bytes) -> CleanPicture:
    """Return a JPEG 2000 picture, boxed or bare, without XML, UUID and comment parts. Raises PictureError."""
    if data.startswith(_CODESTREAM):
        return _clean_codestream(data)
    if not data.startswith(_JP2):
        raise PictureError(_NO_JPX)
    kept: list[bytes] = []
    dropped: set[str] = set()
    for name, head, content in _jp2_boxes(data):
        if name not in _JP2_KEPT:
            dropped.add(_shown(name))
        elif name == b"jp2c":
            stream = _clean_codestream(content)
            dropped |= stream.dropped
            kept.append(struct.pack(">I4s", len(stream.data) + 8, b"jp2c") + stream.data)
        else:
            kept += (head, content)
    return CleanPicture(b"".join(kept), frozenset(dropped))


def _jp2_boxes(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    place = 0
    while place < len(data):
        if place + 8 > len(data):
            raise PictureError(_CUT)
        length, name = struct.unpack_from(">I4s", data, place)
        head = _LONG_BOX if length == 1 else 8
        if length == 1 and place + _LONG_BOX <= len(data):
            (length,) = struct.unpack_from(">Q", data, place + 8)
        end = place + length if length else len(data)
        if end > len(data) or end < place + head:
            raise PictureError(_shown(name))
        yield name, data[place : place + head], data[place + head : end]
        place = end


def _clean_codestream(data: bytes) -> CleanPicture:
    """Leave out the comments of the main header; tiles follow as they are."""
    if not data.startswith(_CODESTREAM):
        raise PictureError(_NO_JPX)
    kept, place, dropped = [data[:2]], 2, False
    while place + 4 <= len(data):
        marker, length = struct.unpack_from(">HH", data, place)
        if marker == _J2K_SOT:
            kept.append(data[place:])
            return CleanPicture(b"".join(kept), frozenset({"COM"} if dropped else ()))
        if marker == _J2K_COM:
            dropped = True
        else:
            kept.append(data[place : place + 2 + length])
        place += 2 + length
    raise PictureError(_CUT)


def _shown(name: bytes) -> str:
    return "".join(chr(byte) if 0x20 < byte < 0x7F else "?" for byte in name)  # noqa: PLR2004 - printable ASCII
