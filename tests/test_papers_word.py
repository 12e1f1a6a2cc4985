"""A published Word paper holds what is seen; unsettled and hidden words hold it back."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from papers_files import HIDDEN, JFIF, R, exif, jpeg, parts_of, png, relation, word

from council.papers.cleaning import clean_paper
from council.papers.reading import prepare_paper

TEXT = "# 予算の概要\n歳入の主なものは、次のとおりです。\n| 市税 | 155億円 |"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def cleaned(data: bytes):
    return clean_paper(data, "a.docx", "docx")


def codes(data: bytes) -> list[str]:
    return sorted({one.rule.code for one in cleaned(data).findings})


def published(data: bytes) -> dict[str, str]:
    value = cleaned(data).value
    assert value is not None, cleaned(data).findings
    return parts_of(value)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("歳入{ins の総額|山田}です。", "D301"),
        ("歳入{del の総額|山田}です。", "D301"),
        ("{from 歳入|山田}です。", "D301"),
        ("歳入{hidden の総額}です。", "D302"),
        ("歳入{white の総額}です。", "D302"),
        ("歳入{tiny の総額}です。", "D302"),
        ("歳入{strike の総額}です。", "D303"),
    ],
)
def test_what_is_not_settled_or_not_seen_holds_it_back(line, code):
    found = cleaned(word(line))
    assert (found.value, [one.rule.code for one in found.findings]) == (None, [code])
    assert found.findings[0].location.paragraph == 1


def test_headers_and_footers_are_looked_into_as_well():
    assert codes(word(TEXT, header="第1号 {hidden 秘密の見出し}")) == ["D302"]
    assert codes(word(TEXT, footer="{ins 案|山田}")) == ["D301"]


def test_a_header_that_says_it_is_not_for_everyone_is_pointed_out():
    found = prepare_paper(word(TEXT, header="【取扱注意】 第1号"), "a.docx", "docx")
    assert [(one.rule.code, one.message("ja")) for one in found.findings if one.rule.code == "D320"] == [
        ("D320", "だれでも読める資料に「取扱注意」と書かれています")
    ]


def test_makers_are_forgotten_and_the_words_stay():
    data = word(TEXT)
    assert HIDDEN in "".join(parts_of(data).values())
    parts = published(data)
    assert HIDDEN not in "".join(parts.values())
    assert "docProps/app.xml" not in parts
    assert codes(data) == ["D318"]
    opened = docx.Document(io.BytesIO(cleaned(data).value or b""))
    assert [one.text for one in opened.paragraphs] == ["予算の概要", "歳入の主なものは、次のとおりです。"]
    assert [cell.text for cell in opened.tables[0].rows[0].cells] == ["市税", "155億円"]
    assert opened.core_properties.author == ""


def test_comments_go_with_everything_that_names_their_authors():
    data = word(
        f"歳入{{comment {HIDDEN}|{HIDDEN}}}です。",
        {"word/people.xml": f"<people>{HIDDEN}</people>", "customXml/item1.xml": f"<x>{HIDDEN}</x>"},
        (relation("rIdPe", "people", "people.xml"), relation("rIdX", "customXml", "../customXml/item1.xml")),
    )
    parts = published(data)
    assert codes(data) == ["D311", "D318"]
    assert HIDDEN not in "".join(parts.values())
    assert not {name for name in parts if "comment" in name or "people" in name or "customXml" in name}
    assert "comment" not in parts["word/_rels/document.xml.rels"] + parts["[Content_Types].xml"]
    assert "commentReference" not in parts["word/document.xml"]


def test_marks_of_who_typed_what_when_go():
    line = (
        f'<w:p w:rsidR="00AB12CD"><w:pPr><w:rPr><w:rPrChange w:id="1" w:author="{HIDDEN}"><w:rPr/></w:rPrChange></w:rPr>'
        f'</w:pPr><w:permStart w:id="1" w:ed="{HIDDEN}"/><w:proofErr w:type="spellStart"/>'
        f'<w:sdt><w:sdtPr><w:tag w:val="{HIDDEN}"/><w:dataBinding w:xpath="/{HIDDEN}"/></w:sdtPr><w:sdtContent>'
        "<w:r><w:t>言葉</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    main = published(word(line))["word/document.xml"]
    assert HIDDEN not in main
    assert "rsid" not in main
    assert "言葉" in main


def test_settings_keep_the_look_of_the_pages_only():
    settings = (
        f'<w:settings xmlns:w="{W}" xmlns:r="{R}"><w:attachedTemplate r:id="rId1"/><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids>'
        f'<w:docVars><w:docVar w:name="a" w:val="{HIDDEN}"/></w:docVars><w:defaultTabStop w:val="840"/></w:settings>'
    )
    parts = published(
        word(
            TEXT,
            {"word/settings.xml": settings, "word/_rels/settings.xml.rels": template()},
            (relation("rIdSe", "settings", "settings.xml"),),
        )
    )
    assert parts["word/settings.xml"].count("<w:") == 2
    assert "defaultTabStop" in parts["word/settings.xml"]
    assert "word/_rels/settings.xml.rels" not in parts


def template() -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    target = relation("rId1", "attachedTemplate", f"file:///C:/Users/{HIDDEN}/Normal.dotm", external=True)
    return f'<Relationships xmlns="{space}">{target}</Relationships>'


@pytest.mark.parametrize(
    ("code", "stays"),
    [
        ("PAGE", True),
        ("REF _Ref1 \\h", True),
        ('HYPERLINK "https://example.jp/"', True),
        (f'HYPERLINK "C:\\Users\\{HIDDEN}\\a.docx"', False),
        ("AUTHOR", False),
        ("FILENAME \\p", False),
        (f'INCLUDEPICTURE "\\\\server\\{HIDDEN}.jpg"', False),
        (f'XE "{HIDDEN}"', False),
        (f'TC "{HIDDEN}"', False),
        (f'TA \\l "{HIDDEN}"', False),
        (f"RD {HIDDEN}.docx", False),
    ],
)
def test_fields_that_tell_of_people_and_paths_become_their_words(code, stays):
    main = published(word(f"{{field {code}|結果の言葉}}"))["word/document.xml"]
    assert "結果の言葉" in main
    assert ("fldChar" in main) == stays
    assert HIDDEN not in main


def test_the_choices_of_a_list_that_nobody_chose_are_gone():
    control = (
        f'{{xml <w:sdt><w:sdtPr><w:dropDownList w:lastValue="{HIDDEN}"><w:listItem w:displayText="{HIDDEN}" '
        f'w:value="{HIDDEN}"/></w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>選んだ言葉</w:t></w:r></w:sdtContent></w:sdt>}}'
    )
    main = published(word(control))["word/document.xml"]
    assert "選んだ言葉" in main
    assert HIDDEN not in main


MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'


@pytest.mark.parametrize(("older", "stays"), [("図の言葉", True), (HIDDEN, False)])
def test_what_an_older_program_would_show_is_gone_unless_it_says_the_same(older, stays):
    drawing = (
        f'{{xml <mc:AlternateContent {MC}><mc:Choice {WPS} Requires="wps"><w:r><w:t>図の言葉</w:t></w:r></mc:Choice>'
        f"<mc:Fallback><w:r><w:t>{older}</w:t></w:r></mc:Fallback></mc:AlternateContent>}}"
    )
    main = published(word(drawing))["word/document.xml"]
    assert "図の言葉" in main
    assert ("Fallback" in main) == stays
    assert HIDDEN not in main


def test_what_newer_programs_would_show_is_gone_where_word_shows_the_fallback():
    drawing = (
        f'{{xml <mc:AlternateContent {MC}><mc:Choice xmlns:n="urn:new" Requires="n"><w:r><w:t>{HIDDEN}</w:t></w:r>'
        "</mc:Choice><mc:Fallback><w:r><w:t>図の言葉</w:t></w:r></mc:Fallback></mc:AlternateContent>}"
    )
    main = published(word(drawing))["word/document.xml"]
    assert "図の言葉" in main
    assert "AlternateContent" not in main
    assert HIDDEN not in main


def picture(identifier: str, *, crop: str = "", path: str = "") -> str:
    return (
        f'{{xml <w:r><w:drawing><wp:inline><wp:docPr id="1" name="{path or "図 1"}" descr="{path}"/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="IMG_0941.JPG"/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{identifier}"/>{crop}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>}"
    )


def with_picture(content: bytes, name: str = "image1.jpeg", **given: str) -> bytes:
    return word(
        picture("rIdI", **given), {f"word/media/{name}": content}, (relation("rIdI", "image", f"media/{name}"),)
    )


def media(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(cleaned(data).value or b"")) as archive:
        return archive.read("word/media/image1.jpeg")


def test_pictures_inside_are_cleaned_and_lose_their_file_names():
    data = with_picture(jpeg(exif(6, gps=True)), path="C:\\Users\\someone\\IMG_0941.JPG")
    assert media(data).startswith(b"\xff\xd8" + JFIF + b"\xff\xe1\0\x22Exif")
    assert HIDDEN.encode() not in media(data)
    main = published(data)["word/document.xml"]
    assert "IMG_0941" not in main
    assert "someone" not in main


def test_a_cropped_picture_is_pointed_out():
    assert codes(with_picture(png(), crop='<a:srcRect l="10000"/>')) == ["D318", "D321"]
    assert codes(with_picture(png(), crop="<a:srcRect/>")) == ["D318"]


@pytest.mark.parametrize("content", [b"\x01\0\0\0 EMF", b"GIF89a", b"<svg/>", png()[:-4]])
def test_pictures_nobody_can_clean_hold_it_back(content):
    found = cleaned(with_picture(content))
    assert (found.value, [one.rule.code for one in found.findings]) == (None, ["D305"])


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("package", "embeddings/book.xlsx"),
        ("oleObject", "embeddings/o.bin"),
        ("control", "activeX/x.xml"),
        ("aFChunk", "a.html"),
    ],
)
def test_embedded_files_hold_it_back(kind, target):
    found = cleaned(word(TEXT, {f"word/{target}": b"x"}, (relation("rIdE", kind, target),)))
    assert (found.value, [one.rule.code for one in found.findings]) == (None, ["D304"])


def test_a_part_nobody_knows_holds_it_back():
    found = cleaned(word(TEXT, {"word/new.xml": "<x/>"}, (relation("rIdN", "brandNew", "new.xml"),)))
    assert [one.message("ja") for one in found.findings] == [
        "作成者などの情報を確実に取り除けません（brandNew）。掲載しません"
    ]


def test_the_workbook_behind_a_chart_goes_and_the_chart_stays():
    chart = (
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        f'xmlns:r="{R}"><c:chart/><c:externalData r:id="rId1"/></c:chartSpace>'
    )
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relation("rId1", "package", "../embeddings/book.xlsx")}</Relationships>'
    extra = {
        "word/charts/chart1.xml": chart,
        "word/charts/_rels/chart1.xml.rels": rels,
        "word/embeddings/book.xlsx": HIDDEN,
    }
    parts = published(word(TEXT, extra, (relation("rIdC", "chart", "charts/chart1.xml"),)))
    assert "word/charts/chart1.xml" in parts
    assert "externalData" not in parts["word/charts/chart1.xml"]
    assert HIDDEN not in "".join(parts.values())


def test_links_lead_to_the_web_only():
    line = '<w:p><w:hyperlink r:id="rId8"><w:r><w:t>外</w:t></w:r></w:hyperlink><w:hyperlink r:id="rId9"><w:r><w:t>内</w:t></w:r></w:hyperlink></w:p>'
    parts = published(
        word(
            line,
            rels=(
                relation("rId8", "hyperlink", "https://example.jp/", external=True),
                relation("rId9", "hyperlink", f"file:///C:/{HIDDEN}", external=True),
            ),
        )
    )
    assert "https://example.jp/" in parts["word/_rels/document.xml.rels"]
    assert HIDDEN not in "".join(parts.values())
    assert "内" in parts["word/document.xml"]
    assert 'r:id="rId9"' not in parts["word/document.xml"]


def test_a_footnote_that_nothing_refers_to_is_not_published():
    data = word("本文{footnote 見える注}です。")
    parts = parts_of(data)
    unseen = f'<w:footnote w:id="77"><w:p><w:r><w:t>{HIDDEN}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    changed = {"word/footnotes.xml": parts["word/footnotes.xml"].replace("</w:footnotes>", unseen)}
    notes = published(word("本文{footnote 見える注}です。", changed))["word/footnotes.xml"]
    assert "見える注" in notes
    assert HIDDEN not in notes


def test_every_time_and_order_in_the_file_is_fixed():
    data = word(TEXT)
    one = cleaned(data).value
    assert one == cleaned(data).value
    with zipfile.ZipFile(io.BytesIO(one or b"")) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {member.create_system for member in archive.infolist()} == {0}
    assert cleaned(one or b"").value == one


def test_the_words_are_those_of_the_published_file():
    text = prepare_paper(word(TEXT, header="ページの上"), "a.docx", "docx").value.text
    assert text.text == "予算の概要\n歳入の主なものは、次のとおりです。\n市税\n155億円"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (word(TEXT)[:400], "D103"),
        (b"PK\x03\x04", "D103"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 120 + "EncryptedPackage\0".encode("utf-16-le"), "D104"),
        (word("<w:p><w:r><w:t>a</w:p>"), "D103"),
        (word(TEXT, {"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'}), "D103"),
    ],
)
def test_what_is_no_sound_word_file_is_held_back(data, code):
    found = cleaned(data)
    assert (found.value, [one.rule.code for one in found.findings]) == (None, [code])
