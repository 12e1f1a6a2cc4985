"""Word files for tests, built from lines that a person can read.

    path = build_word(tmp_path / "第1号.docx", '''
    # 令和7年第4回汐路市議会定例会会議録
    ○議長（{ruby 山田|やまだ}太郎君）　ただいまから本日の会議を開きます。
    | 1番 | 山田　太郎 |
    |# 議案 | 結果 |
    ''')

A line is a paragraph, an empty line an empty one (those at both ends of the text are left out).

    # 見出し        heading; the number of # is its outline level
    | a | b |       table row; rows that follow each other are one table; |# marks a heading row
    * 文           bullet
    + 文           list number: Word prints ``1.`` in front, and counts on
    <w:p>…</w:p>    a line that begins with <w: is put into the body as it stands

Inside a line, ``{name text}`` or ``{name text|more}``:

    {ruby 漢字|かんじ} {ins 語|変更者} {del 語|変更者} {from 語|変更者} {to 語|変更者}
    {hidden 語} {strike 語} {dstrike 語} {white 語} {tiny 語} {bold 語} {link 語}
    {textbox 文} {footnote 文} {endnote 文} {comment 文|作成者} {field DATE|結果} {eq CODE} {sym Wingdings|F0FC}
    {tab} {br} {page} {picture}      and in a table cell {span 2}, {down} (merges downward), {up} (continues), {para}
    {xml <w:r>…</w:r>}               anything

``{{`` stands for one brace. `word_parts` gives the parts to be changed before `write_parts` zips them.
"""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Callable, Iterator

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{REL}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_MARKUP = re.compile(r"\{\{|\{(\w+)(?: ([^{}]*))?\}")
_LIST = {"* ": 1, "+ ": 2}


def build_word(path: pathlib.Path, text: str, *, header: str = "", footer: str = "") -> pathlib.Path:
    """Write a Word file and return its path; folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return write_parts(path, word_parts(text, header=header, footer=footer))


def word_parts(text: str, *, header: str = "", footer: str = "") -> dict[str, str]:
    """Return the parts of a Word file by their names."""
    return _Writer().parts(text, {"header": header, "footer": footer})


def write_parts(path: pathlib.Path, parts: dict[str, str] | dict[str, bytes] | dict[str, str | bytes]) -> pathlib.Path:
    """Zip the parts; the same parts give the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return path


def paragraph(content: str, properties: str = "") -> str:
    """Return a w:p with run markup ``content``."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def run(text: str, properties: str = "", tag: str = "t") -> str:
    """Return a w:r; tabs in the text are w:tab."""
    shown = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    pieces = [f'<w:{tag} xml:space="preserve">{escape(piece)}</w:{tag}>' if piece else "" for piece in text.split("\t")]
    return f"<w:r>{shown}{'<w:tab/>'.join(pieces)}</w:r>"


class _Writer:
    """Writes body markup and remembers the notes and comments it refers to."""

    def __init__(self) -> None:
        self.notes: dict[str, list[str]] = {"footnote": [], "endnote": [], "comment": []}

    def parts(self, text: str, frames: dict[str, str]) -> dict[str, str]:
        body = "".join(self.blocks(text.strip("\n").split("\n")))
        references = "".join(
            f'<w:{kind}Reference w:type="default" r:id="{kind}"/>' for kind, words in frames.items() if words
        )
        parts = {
            "word/document.xml": _root("document", f"<w:body>{body}<w:sectPr>{references}</w:sectPr></w:body>"),
            "word/styles.xml": _root("styles", _STYLES),
            "word/numbering.xml": _root("numbering", _NUMBERING),
        }
        parts |= {f"word/{kind}s.xml": _root(f"{kind}s", "".join(notes)) for kind, notes in self.notes.items() if notes}
        parts |= {
            f"word/{kind}1.xml": _root("hdr" if kind == "header" else "ftr", paragraph(self.line(words)))
            for kind, words in frames.items()
            if words
        }
        return _packaging(parts) | parts

    def blocks(self, lines: list[str]) -> Iterator[str]:
        rows: list[str] = []
        for line in [*lines, None]:
            if line is not None and line.startswith("|"):
                rows.append(self.row(line))
                continue
            if rows:
                yield f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"
                rows = []
            if line is not None:
                yield self.block(line)

    def block(self, line: str) -> str:
        if line.startswith("<w:"):
            return line
        for sign, number in _LIST.items():
            if line.startswith(sign):
                properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
                return paragraph(self.line(line.removeprefix(sign)), properties)
        heading = re.match(r"(#{1,9}) ", line)
        if heading:
            return paragraph(self.line(line[heading.end() :]), f'<w:outlineLvl w:val="{len(heading[1]) - 1}"/>')
        return paragraph(self.line(line))

    def row(self, line: str) -> str:
        header = line.startswith("|#")
        inner = line.removeprefix("|#" if header else "|").strip(" ").removesuffix("|")
        pieces = [piece.strip(" ") for piece in re.split(r"\|(?![^{}]*\})", inner)]
        properties = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
        return f"<w:tr>{properties}{''.join(self.cell(piece) for piece in pieces)}</w:tr>"

    def cell(self, text: str) -> str:
        properties = "".join(f'<w:gridSpan w:val="{span}"/>' for span in re.findall(r"\{span (\d+)\}", text))
        properties += '<w:vMerge w:val="restart"/>' if "{down}" in text else ""
        properties += "<w:vMerge/>" if "{up}" in text else ""
        words = re.sub(r"\{(span \d+|down|up)\}", "", text)
        paragraphs = "".join(paragraph(self.line(piece)) for piece in words.split("{para}"))
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"

    def line(self, text: str) -> str:
        """Return the runs of a line with its markup."""
        written, place = "", 0
        for match in _MARKUP.finditer(text):
            written += run(text[place : match.start()]) if match.start() > place else ""
            written += run("{") if match[1] is None else self.markup(match[1], match[2] or "")
            place = match.end()
        return written + (run(text[place:]) if place < len(text) else "")

    def markup(self, name: str, argument: str) -> str:
        first, _, second = argument.partition("|")
        if name in _RUN_PROPERTIES:
            return run(argument, _RUN_PROPERTIES[name])
        if name in _CHANGES:
            tag, text = _CHANGES[name]
            return f"<w:{tag} w:id='1' w:author={quoteattr(second or '校正者')}>{run(first, tag=text)}</w:{tag}>"
        if name in self.notes:
            return self.note(name, first, second)
        return _PIECES[name](argument)

    def note(self, kind: str, text: str, author: str) -> str:
        number = len(self.notes[kind]) + 1
        own = "" if kind == "comment" else f"<w:r><w:{kind}Ref/></w:r>"
        by = f" w:author={quoteattr(author or '校正者')}" if kind == "comment" else ""
        self.notes[kind].append(f'<w:{kind} w:id="{number}"{by}>{paragraph(own + run(text))}</w:{kind}>')
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def _root(tag: str, content: str) -> str:
    return f"{DECLARATION}<w:{tag} {NAMESPACES}>{content}</w:{tag}>"


def _packaging(parts: dict[str, str]) -> dict[str, str]:
    """Return content types and relations for the parts (all in word/)."""
    kinds = {name: _kind(name) for name in parts}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{WORD_TYPE}.{"document.main" if kind == "document" else kind}+xml"/>'
        for name, kind in kinds.items()
    )
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{REL}/{kind}" Target="{name.removeprefix("word/")}"/>'
        for name, kind in kinds.items()
        if kind != "document"
    )
    relations += f'<Relationship Id="link" Type="{REL}/hyperlink" Target="https://example.jp/" TargetMode="External"/>'
    package = "http://schemas.openxmlformats.org/package/2006"
    main = f'<Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/>'
    return {
        "[Content_Types].xml": f'{DECLARATION}<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        "_rels/.rels": f'{DECLARATION}<Relationships xmlns="{package}/relationships">{main}</Relationships>',
        "word/_rels/document.xml.rels": f'{DECLARATION}<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
    }


def _kind(name: str) -> str:
    return re.sub(r"\d*\.xml$", "", name.rpartition("/")[2])


def _ruby(argument: str) -> str:
    base, _, reading = argument.partition("|")
    small = '<w:sz w:val="8"/>'
    return (
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{run(reading, small)}</w:rt><w:rubyBase>{run(base)}</w:rubyBase></w:ruby></w:r>"
    )


def _field(argument: str) -> str:
    code, _, result = argument.partition("|")
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return marks[0] + run(f" {code} ", tag="instrText") + marks[1] + run(result) + marks[2]


def _eq(code: str) -> str:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return begin + run(f" EQ {code} ", tag="instrText") + end


def _textbox(text: str) -> str:
    content = f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>"
    shape = f"<wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:spPr/><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    old = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    return f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>'


def _sym(argument: str) -> str:
    font, _, code = argument.partition("|")
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


_RUN_PROPERTIES = {
    "hidden": "<w:vanish/>",
    "strike": "<w:strike/>",
    "dstrike": "<w:dstrike/>",
    "white": '<w:color w:val="FFFFFF"/>',
    "tiny": '<w:sz w:val="8"/>',
    "bold": "<w:b/>",
}
_CHANGES = {"ins": ("ins", "t"), "del": ("del", "delText"), "from": ("moveFrom", "t"), "to": ("moveTo", "t")}
_PIECES: dict[str, Callable[[str], str]] = {
    "ruby": _ruby,
    "field": _field,
    "eq": _eq,
    "textbox": _textbox,
    "sym": _sym,
    "link": lambda text: f'<w:hyperlink r:id="link">{run(text)}</w:hyperlink>',
    "tab": lambda _text: "<w:r><w:tab/></w:r>",
    "br": lambda _text: "<w:r><w:br/></w:r>",
    "page": lambda _text: '<w:r><w:br w:type="page"/></w:r>',
    "picture": lambda _text: (
        "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    ),
    "xml": lambda text: text,
}
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="secret"><w:name w:val="secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="struck"><w:name w:val="struck"/><w:rPr><w:strike/></w:rPr></w:style>'
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="・"/><w:suff w:val="nothing"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)
