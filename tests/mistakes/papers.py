"""One mistake of each rule on what papers carry besides their words (D3)."""

from __future__ import annotations

from independent.projects import SESSION
from mistakes.folder import Folder, Place, Write
from packet_papers import locked, with_tail_cut
from papers_files import (
    annotation,
    array,
    book,
    box,
    dictionary,
    name,
    pdf,
    png,
    relation,
    row,
    rows,
    stream,
    text_at,
    word,
    words,
)

_PAPERS = f"minutes_src/{SESSION}/資料/公開"
LINE = text_at(72, 700, "Works")
CMAP = (
    b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
    b"1 beginbfrange <20> <7E> <E000> endbfrange endcmap end"
)
CROPPED = (
    '{xml <w:r><w:drawing><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rIdI"/>'
    '<a:srcRect l="9000"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></w:drawing></w:r>}'
)


def paper(code: str, suffix: str, data: bytes, place: str = "") -> Write:
    """Put a paper into the folder that everyone may read."""

    def write(folder: Folder) -> Place:
        return folder.data(f"{_PAPERS}/{code}.{suffix}", data), place

    return write


def hidden_layer(writer) -> None:
    group = writer._add_object(dictionary(Type=name("OCG"), Name=words("draft")))
    writer._root_object[name("OCProperties")] = dictionary(OCGs=array(group), D=dictionary(OFF=array(group)))


def unreadable_font(writer) -> None:
    font = writer.pages[0]["/Resources"]["/Font"]["/F1"]
    font[name("ToUnicode")] = writer._add_object(stream(CMAP))


def note(subtype: str, **values):
    return lambda writer: annotation(writer, subtype, **values)


PAPERS: dict[str, Write] = {
    "D301": paper("D301", "docx", word("歳入{ins の総額|山田}です。"), "¶1"),
    "D302": paper("D302", "docx", word("歳入{hidden の総額}です。"), "¶1"),
    "D303": paper("D303", "docx", word("歳入{strike の総額}です。"), "¶1"),
    "D304": paper("D304", "docx", word("本文", {"word/e.bin": b"x"}, (relation("rIdE", "oleObject", "e.bin"),))),
    "D305": paper("D305", "docx", word("本文", {"word/n.xml": "<x/>"}, (relation("rIdN", "brandNew", "n.xml"),))),
    "D306": paper("D306", "pdf", pdf(LINE, change=note("Square"))),
    "D307": paper("D307", "pdf", pdf(LINE, change=note("Widget", V=words("by hand")))),
    "D308": paper("D308", "pdf", pdf(LINE, change=hidden_layer)),
    "D309": paper("D309", "pdf", pdf(LINE + box(60, 690, 200, 30))),
    "D310": paper("D310", "xlsx", book({"表": rows(row(1, "2", "=A1*2="))}), "1:2"),
    "D311": paper("D311", "pdf", pdf(LINE, change=note("Text", Contents=words("really?")))),
    "D312": paper("D312", "xlsx", book({"表": rows(row(1, "a")), "別": rows(row(1, "b"))}, ("別",))),
    "D313": paper("D313", "xlsx", book({"表": rows(row(1, "a"), row(2, "b", more=' hidden="1"'))})),
    "D314": paper("D314", "pdf", pdf(LINE, change=lambda writer: writer.add_attachment("memo.txt", b"memo"))),
    "D315": paper("D315", "png", png()),
    "D316": paper("D316", "pdf", pdf(LINE, change=unreadable_font)),
    "D317": paper("D317", "docx", word('印{xml <w:r><w:sym w:font="Nobody" w:char="F0FC"/></w:r>}')),
    "D318": paper("D318", "pdf", pdf(LINE, info={"/Author": "somebody"})),
    "D319": paper("D319", "xlsx", book({"表": rows(row(1, "2", "=A1*2=4"))})),
    "D320": paper("D320", "docx", word("【取扱注意】\n本文")),
    "D321": paper("D321", "docx", word(CROPPED, {"word/i.png": png()}, (relation("rIdI", "image", "i.png"),))),
    "D322": paper("D322", "xlsx", book({"表": rows(row(1, "a"), row(2, "b", more=' ht="0.5"'))}), "2:1"),
    "D323": paper("D323", "pdf", pdf(LINE + text_at(72, 600, "unseen", before="1 g"))),
    "D331": paper("D331", "pdf", with_tail_cut(pdf(LINE))),
    "D332": paper("D332", "pdf", locked("works", 1, owner="chief")),
}
