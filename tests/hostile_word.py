"""Makers of hostile and broken Word files, each from a seed."""

from __future__ import annotations

import functools
import io
import random
import struct
import zipfile
from collections.abc import Callable

from build_word import word_parts
from mistakes.word import MARKED, REFUSED, ole, zipped

Make = Callable[[random.Random], bytes]


@functools.cache
def good_word() -> bytes:
    markup = "# 令和8年第1回港市議会定例会会議録\n○議長(高橋一郎議員)　開会します。{footnote 注}\n| 議案 | 結果 |\n○２番(鈴木花子議員)　質問します。"
    return zipped(*((name, text.encode()) for name, text in word_parts(markup).items()))


def replaced(part: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(good_word())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(*{**parts, part: content}.items())


def cut(seed: random.Random) -> bytes:
    return good_word()[: seed.randrange(len(good_word()))]


def turned(seed: random.Random) -> bytes:
    data = bytearray(good_word())
    for _ in range(seed.randrange(1, 40)):
        data[seed.randrange(len(data))] ^= 1 << seed.randrange(8)
    return bytes(data)


def bomb(seed: random.Random) -> bytes:
    return replaced(f"word/media/{seed.randrange(9)}.bin", b"\0" * (seed.randrange(2, 25) << 20))


def xml_bomb(seed: random.Random) -> bytes:
    fill = seed.choice((" ", "<w:p/>", "&#x20;", "<!-- -->", "<?x y?>"))
    return replaced("word/document.xml", f"<a>{fill * seed.randrange(10_000, 120_000)}</a>".encode())


def laughs(seed: random.Random) -> bytes:
    kinds = ('<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">', '<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;', "")
    text = f"<?xml version='1.0'?><!DOCTYPE a [{seed.choice(kinds)}]><a>&b;</a>"
    return replaced(seed.choice(tuple(word_parts("一"))), text.encode(seed.choice(("utf-8", "utf-16"))))


def deep(seed: random.Random) -> bytes:
    levels = seed.randrange(20, 4000)
    opening = seed.choice(
        (
            "<w:sdt><w:sdtContent>|</w:sdtContent></w:sdt>",
            "<w:tbl><w:tr><w:tc>|</w:tc></w:tr></w:tbl>",
            "<w:ins>|</w:ins>",
            "<x>|</x>",
        )
    )
    before, _, after = opening.partition("|")
    body = word_parts("一")["word/document.xml"].replace("<w:body>", f"<w:body>{before * levels}<w:p/>{after * levels}")
    return replaced("word/document.xml", body.encode())


def garbage_xml(seed: random.Random) -> bytes:
    """Shuffle the pieces of the body: tags in every wrong order, numbers that are none."""
    words = word_parts("".join(f"{text}\n" for text, _ in MARKED.values()))["word/document.xml"]
    pieces = words.split("<")
    for _ in range(seed.randrange(1, 30)):
        one, other = seed.randrange(3, len(pieces)), seed.randrange(3, len(pieces))
        pieces[one], pieces[other] = pieces[other], pieces[one]
    return replaced("word/document.xml", "<".join(pieces).encode())


def odd_values(seed: random.Random) -> bytes:
    values = ("", "-1", "99999999999999999999", "NaN", "０", "\u202e", "auto", "1.5", "a" * 5000)
    text = word_parts("".join(f"{text}\n" for text, _ in MARKED.values()))["word/document.xml"]
    pieces = text.split('w:val="')
    for place in seed.sample(range(1, len(pieces)), min(12, len(pieces) - 1)):
        pieces[place] = seed.choice(values) + pieces[place][pieces[place].index('"') :]
    return replaced("word/document.xml", 'w:val="'.join(pieces).encode())


def odd_part(seed: random.Random) -> bytes:
    return replaced(
        seed.choice(tuple(word_parts("一"))),
        seed.choice((b"", b"\0" * 99, b"<a/>", seed.randbytes(300), b"\xff\xfe<\0a\0")),
    )


def odd_names(seed: random.Random) -> bytes:
    names = (
        "../../etc/passwd",
        "/abs",
        "word/\0.xml",
        "word\\document.xml",
        "C:\\a",
        "word/" + "a" * 3000,
        "名前.xml",
        "word/document.xml/",
    )
    members = [(name, text.encode()) for name, text in word_parts("一").items()]
    return zipped(*members, (seed.choice(names), b"<a/>"))


def wrong_format(seed: random.Random) -> bytes:
    kinds = (
        b"%PDF-1.7\n",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"Rar!",
        b"7z\xbc\xaf\x27\x1c",
        b"\x1f\x8b",
        b"GIF8",
        b"{\\rtf",
        b"<html>",
        b"PK\3\4",
        b"PK\5\6",
    )
    return seed.choice(kinds) + seed.randbytes(seed.randrange(2000))


def compound(seed: random.Random) -> bytes:
    return ole(seed.choice(("WordDocument", "EncryptedPackage", "Workbook", "x" * 20))) + seed.randbytes(
        seed.randrange(600)
    )


def lying(seed: random.Random) -> bytes:
    """Let the central directory lie about sizes, methods and places."""
    data = bytearray(good_word())
    place = data.find(b"PK\1\2") if seed.random() < 0.7 else data.find(b"PK\5\6")
    at = place + seed.randrange(4, 22)
    data[at : at + 4] = struct.pack("<I", seed.choice((0, 1, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)))
    return bytes(data)


def refused_kinds(seed: random.Random) -> bytes:
    return REFUSED[seed.choice([code for code in REFUSED if code != "R213"])]()


WORD_MAKERS: tuple[Make, ...] = (
    *(cut, turned, turned, xml_bomb, laughs, deep, garbage_xml, garbage_xml, odd_values, odd_part),
    *(odd_part, odd_names, wrong_format, compound, lying, lying, refused_kinds, bomb, garbage_xml, odd_values),
)
