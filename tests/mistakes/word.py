"""One mistake of each rule about Word files: R2 (refused, hidden, unread)."""

from __future__ import annotations

import functools
import io
import zipfile
from collections.abc import Callable

from build_word import DECLARATION, NAMESPACES, word_parts
from mistakes.folder import Folder, Place, Write

FOLDER = "minutes_src/令和8年第9回定例会"
_MAIN = "word/document.xml"
_TYPES = "[Content_Types].xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SECRET = "芍薬の秘密"  # noqa: S105 - no password
"""Words that every unsettled or hidden place holds; they may stand in no output."""

MARKED: dict[str, tuple[str, int]] = {
    "R230": (f"本案に{{ins {SECRET}|佐藤}}賛成です。", 1),
    "R231": (f"本案に{{del {SECRET}|佐藤}}賛成です。", 1),
    "R232": (f"前の行です。\n{{from {SECRET}|鈴木}}", 2),
    "R233": (
        '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="佐藤"/></w:rPr></w:pPr><w:r><w:t>一つの文が</w:t></w:r></w:p>\n次',
        1,
    ),
    "R234": (
        (
            '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:ins w:id="3" w:author="佐"/>'
            "</w:trPr><w:tc><w:p><w:r><w:t>二</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        ),
        2,
    ),
    "R235": (
        '前の行です。\n<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id="4" w:author="佐藤"><w:rPr/></w:rPrChange></w:rPr><w:t>太字</w:t></w:r></w:p>',
        2,
    ),
    "R236": (
        f'前の行です。\n<w:p><w:r><w:rPr><w:rPrChange w:id="4" w:author="佐藤"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>{SECRET}</w:t></w:r></w:p>',
        2,
    ),
    "R237": (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/><w:ins w:id="5" w:author="佐藤"/></w:numPr></w:pPr><w:r><w:t>{SECRET}</w:t></w:r></w:p>',
        1,
    ),
    "R240": (f"前の行です。\n質問します。{{hidden {SECRET}}}続けます。", 2),
    "R241": (f"見える{{white {SECRET}}}見える", 1),
    "R242": (f"見える{{tiny {SECRET}}}見える", 1),
    "R243": (f"前の行です。\n次の行です。\n答弁は{{strike {SECRET}}}と思います。", 3),
    "R244": (f"お答えします。{{comment {SECRET}|議会事務局}}来年度からです。", 1),
    "R245": (
        "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>\n後半",
        1,
    ),
    "R246": (
        (
            '<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>上</w:t></w:r></w:p></w:tc></w:tr>'
            f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>{SECRET}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        ),
        2,
    ),
    "R250": ("<w:p><w:r><w:t>知る</w:t><w:newThing><w:t>中</w:t></w:newThing></w:r></w:p>", 1),
    "R251": (f'<w:p><x:box xmlns:x="urn:x"><x:t>{SECRET}</x:t></x:box><w:r><w:t>の後</w:t></w:r></w:p>', 1),
    "R252": ("前の行です。\n{picture}写真", 2),
    "R254": ("前の行です。\n渡\ue000さん", 2),
    "R255": ("{sym Wingdings 3|F041}", 1),
    "R256": (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>項</w:t></w:r></w:p>',
        1,
    ),
    "R257": ("前の行です。\n開議 {field DATE|令和7年12月5日}", 2),
    "R258": (
        (
            '<w:p><w:r><w:t>同意 </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        ),
        1,
    ),
    "R259": ('<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>終わりだけ</w:t></w:r></w:p>', 1),
    "R260": ("前の行です。\n{eq \\o\\ac(○,秘)}", 2),
    "R261": ("<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>", 1),
    "R262": ('<w:p><w:r><w:t>なくした脚注</w:t></w:r><w:r><w:footnoteReference w:id="99"/></w:r></w:p>', 1),
    "R264": ("前の行です。\n詳しくは{link 市のページ}へ。", 2),
}


def written(code: str) -> Place:
    """Return the path of a Word file of its own and, for an ordinary one, the paragraph."""
    return f"{FOLDER}/{code}.docx", f"¶{MARKED[code][1]}"


def marked(code: str, folder: Folder) -> Place:
    path, place = written(code)
    if code != "R256":
        folder.word(path, MARKED[code][0])
        return path, place
    number = '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="zodiacSigns"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    use = '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'

    def change(parts: dict[str, str]) -> dict[str, str]:
        numbering = parts["word/numbering.xml"].replace("<w:num ", number + "<w:num ", 1)
        return {**parts, "word/numbering.xml": numbering.replace("</w:numbering>", use + "</w:numbering>")}

    folder.parts(path, change, MARKED[code][0])
    return path, place


def sound() -> bytes:
    """Return a sound Word file."""
    return zipped(*((name, text.encode()) for name, text in word_parts("○議長　開会。").items()))


def zipped(*members: tuple[str, bytes]) -> bytes:
    """Return an archive; a name may come twice."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        seen: set[str] = set()
        for name, content in members:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            if name in seen:
                archive.NameToInfo.pop(name, None)  # or zipfile warns of the twin that is wanted here
            seen.add(name)
            archive.writestr(info, content)
    return stream.getvalue()


def changed(**parts: str) -> bytes:
    """Return a sound Word file with some parts replaced."""
    return zipped(*((name, text.encode()) for name, text in {**word_parts("○議長　開会。"), **parts}.items()))


def ole(entry: str) -> bytes:
    """Return the head of a compound file with a name in its directory."""
    return _OLE.ljust(512, b"\0") + b"".join(
        (name + "\0").encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", entry)
    )


def damaged() -> bytes:
    """Return a Word file whose packed body was overwritten."""
    data = bytearray(sound())
    place = data.find(b"word/document.xml") + 40
    data[place : place + 8] = b"\xff" * 8
    return bytes(data)


def typed(main: str) -> str:
    """Return content types that call the main part ``main``."""
    return word_parts("")[_TYPES].replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", main
    )


REFUSED: dict[str, Callable[[], bytes]] = {
    "R202": lambda: b"",
    "R203": lambda: b"\0" * 4096,
    "R205": lambda: ole("WordDocument"),
    "R206": lambda: ole("EncryptedPackage"),
    "R207": "<!DOCTYPE html><html><body>会議録</body></html>".encode,
    "R208": lambda: rb"{\rtf1\ansi}",
    "R209": lambda: b"%PDF-1.7\n",
    "R210": lambda: "○議長　開会します。".encode("cp932"),
    "R211": lambda: sound()[:-200],
    "R212": damaged,
    "R213": lambda: zipped(
        *((name, text.encode()) for name, text in word_parts("一").items()), ("word/media/a.bmp", b"\0" * (30 << 20))
    ),
    "R214": lambda: zipped(*((name, text.encode()) for name, text in word_parts("一").items()), (_MAIN, b"<a/>")),
    "R215": lambda: sound() + b"\0" * 40,
    "R216": lambda: changed(
        **{_MAIN: f'<?xml version="1.0"?><!DOCTYPE a>{word_parts("一")[_MAIN].removeprefix(DECLARATION)}'}
    ),
    "R217": lambda: changed(**{_MAIN: "<w:document><w:body>"}),
    "R218": lambda: changed(**{_MAIN: "<a>" * 600 + "</a>" * 600}),
    "R219": lambda: changed(**{_TYPES: typed("application/vnd.ms-word.document.macroEnabled.main+xml")}),
    "R220": lambda: changed(
        **{_MAIN: '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>'}
    ),
    "R221": lambda: changed(**{_MAIN: f"{DECLARATION}<w:document {NAMESPACES}/>"}),
}


def refused(code: str, folder: Folder) -> Place:
    return folder.data(f"{FOLDER}/{code}.docx", REFUSED[code]()), ""


def cloud(folder: Folder) -> Place:
    folder.data(f"{FOLDER}/.R204.docx.icloud", b"bplist00")
    return f"{FOLDER}/R204.docx", ""


def frames(folder: Folder) -> Place:
    return folder.word(f"{FOLDER}/R253.docx", "本文", header="校正刷り"), ""


def note_numbers(folder: Folder) -> Place:
    text = '本文{footnote 注}\n<w:p><w:pPr><w:sectPr><w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr></w:sectPr></w:pPr></w:p>'
    return folder.word(f"{FOLDER}/R263.docx", text), "¶1"


def external(folder: Folder) -> Place:
    part = "word/_rels/document.xml.rels"
    more = '<Relationship Id="t" Type="http://x/attachedTemplate" Target="\\\\host\\a.dotm" TargetMode="External"/></Relationships>'
    return folder.parts(
        f"{FOLDER}/R265.docx", lambda parts: {**parts, part: parts[part].replace("</Relationships>", more)}
    ), ""


WORD: dict[str, Write] = {
    **{code: functools.partial(marked, code) for code in MARKED},
    **{code: functools.partial(refused, code) for code in REFUSED},
    "R204": cloud,
    "R253": frames,
    "R263": note_numbers,
    "R265": external,
}
