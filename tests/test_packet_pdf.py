"""A packet's PDF: every page of the plan with its number, whatever the papers are like. Read with pypdf, not with what made it."""

from __future__ import annotations

import io
import re
import subprocess
import sys

import msgspec
import pytest
from packet_books import LOCKED, book_of, copies, pages_of
from packet_papers import fifteen, mark, plain, unbalanced, with_outline
from papers_files import LATIN_HIDDEN, all_words, annotation, dictionary, name, pdf, png, text_at, words
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from council.glossary import words_binding
from council.packets import pdf as binding
from council.packets.book import Book, BookItem, BookPaper, Change, Leaf, LeafKind, Line, PageNumber, Retired
from council.packets.pdf import bind
from council.packets.pdf.fonts import drawable
from council.packets.pdf.glyphs import Glyphs, named
from council.papers.reading import prepare_paper
from council.read.paper import read_paper

PAPERS = fifteen()


@pytest.fixture(scope="module")
def hostile():
    """Fifteen papers, cleaned as they are in a build, bound; with what was found on the way."""
    sent, found = copies(PAPERS)
    book = book_of(sent, items=4)
    outcome = bind(book, lambda place: sent[place])
    return book, sent, found, outcome


@pytest.fixture(scope="module")
def packet(hostile):
    return PdfReader(io.BytesIO(hostile[3].value))


@pytest.fixture(scope="module")
def texts(packet):
    return [page.extract_text() for page in packet.pages]


def reader(outcome) -> PdfReader:
    assert outcome.value is not None, [one.message("en") for one in outcome.findings]
    return PdfReader(io.BytesIO(outcome.value))


def bound(book: Book, *papers: bytes | None) -> PdfReader:
    return reader(bind(book, lambda place: papers[place]))


def flat(outline, depth=0):
    for one in outline:
        if isinstance(one, list):
            yield from flat(one, depth + 1)
        else:
            yield depth, one


# ---- fifteen papers, through the real way


def test_fifteen_papers_have_the_right_verdict(hostile):
    book, sent, found, outcome = hostile
    verdicts = {one.name: (pages_of(data), set(codes)) for one, data, codes in zip(PAPERS, sent, found, strict=True)}
    assert verdicts == {one.name: (one.pages, set(one.codes)) for one in PAPERS}
    assert outcome.findings == ()
    assert len(book.leaves) > 280


def test_the_first_look_at_a_file_comes_to_the_same_verdict(tmp_path):
    for one in PAPERS:
        (tmp_path / "a.pdf").write_bytes(one.data)
        outcome = read_paper(tmp_path / "a.pdf", "a.pdf")
        assert (outcome.value is not None) == (one.pages > 0), one.name
        told = {found.rule.code for found in outcome.findings}
        assert told == ((one.codes if one.name != "word" else {"D105"}) if one.pages == 0 else set())


def test_every_page_of_the_plan_is_there_with_what_it_shows(hostile, texts):
    book = hostile[0]
    assert len(texts) == len(book.leaves)
    for leaf, text in zip(book.leaves, texts, strict=True):
        if leaf.kind is LeafKind.PAPER and PAPERS[leaf.paper].name != "scans":
            assert mark(PAPERS[leaf.paper].name, leaf.page) in text
        elif leaf.kind is LeafKind.MISSING:
            assert LOCKED in text.replace("\n", "")


def test_every_page_bears_its_number_and_which_page_of_which_paper_it_is(hostile, texts):
    book = hostile[0]
    for leaf, text in zip(book.leaves, texts, strict=True):
        lines = [line.strip() for line in text.splitlines()]
        assert str(leaf.number) in lines
        if leaf.paper >= 0:
            paper = book.papers[leaf.paper]
            assert f"{paper.number} {leaf.page}/{paper.pages}" in lines


def test_the_numbers_of_a_viewer_are_the_through_numbers(hostile, packet):
    assert packet.page_labels == [str(leaf.number) for leaf in hostile[0].leaves]


def test_the_outline_leads_through_items_and_papers_into_each_papers_own(hostile, packet):
    book = hostile[0]
    first = {leaf.paper: place for place, leaf in reversed(list(enumerate(book.leaves)))}
    expected = [(0, "表紙", 0), (0, "目次", 1)]
    for place, item in enumerate(book.items):
        sheet = next(at for at, leaf in enumerate(book.leaves) if leaf.item == place)
        expected.append((0, f"{item.label}\u3000{item.title}", sheet))
        expected += [line for paper in item.papers for line in lines_of(book, paper, first[paper])]
    expected.append((0, "そのほかの資料", first[book.rest[0]]))
    expected += [line for paper in book.rest for line in lines_of(book, paper, first[paper])]
    found = [(depth, one.title, packet.get_destination_page_number(one)) for depth, one in flat(packet.outline)]
    assert found == expected


def lines_of(book, paper, first):
    yield 1, f"{book.papers[paper].number}\u3000{book.papers[paper].title}", first
    for title, page in PAPERS[paper].outline:
        yield 2 + (title == "Inner part"), title, first + page - 1


def test_links_of_contents_and_sheets_lead_to_their_pages(hostile, packet):
    book = hostile[0]
    first = {leaf.paper: place for place, leaf in reversed(list(enumerate(book.leaves)))}
    led = set(targets(packet, 1))
    sheets = {at for at, leaf in enumerate(book.leaves) if leaf.kind is LeafKind.ITEM}
    assert led == {place for paper, place in first.items() if paper >= 0} | sheets
    for place in sheets:
        own = {first[paper] for paper in book.items[book.leaves[place].item].papers}
        assert set(targets(packet, place)) == own


def targets(packet, place):
    for one in packet.pages[place].get("/Annots", []):
        link = one.get_object()
        if "/Dest" in link:
            assert re.search(r"\d", link["/Contents"])
            yield packet.get_page_number(link["/Dest"][0].get_object())


def test_a_papers_own_links_lead_to_its_pages_in_the_packet_and_to_the_web(hostile, packet):
    first = next(at for at, leaf in enumerate(hostile[0].leaves) if leaf.paper == 0)
    assert list(targets(packet, first)) == [first + 23]
    addresses = [one.get_object().get("/A", {}).get("/URI") for one in packet.pages[first]["/Annots"]]
    assert "https://city.example/plan" in addresses


def test_the_file_is_sound_and_says_what_it_is(hostile, packet):
    import pikepdf  # noqa: PLC0415 - the one question that only qpdf answers

    book, _, _, outcome = hostile
    with pikepdf.open(io.BytesIO(outcome.value)) as opened:
        assert opened.check_pdf_syntax() == []
        assert not opened.is_linearized
    root = packet.trailer["/Root"]
    assert packet.metadata == {
        "/Title": book.title,
        "/CreationDate": "D:20251202000000Z",
        "/ModDate": "D:20251202000000Z",
    }
    assert root["/Lang"] == "ja-JP"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True


def test_scripts_notes_files_and_properties_are_gone(hostile, packet):
    assert LATIN_HIDDEN not in all_words(hostile[3].value)
    assert nothing_but_pages(packet) == []


def nothing_but_pages(packet):
    """Return what a file carries beside its pages and links."""
    carried = {"/JavaScript", "/JS", "/EmbeddedFiles", "/EF", "/AF", "/AA", "/OpenAction", "/Metadata", "/PieceInfo"}
    found = []
    for number in range(1, packet.trailer["/Size"]):
        one = packet.get_object(IndirectObject(number, 0, packet))
        if isinstance(one, dict):
            found += sorted(carried & one.keys())
            if one.get("/Type") == "/Annot" and one["/Subtype"] != "/Link":
                found.append(one["/Subtype"])
    return found


def test_the_same_plan_gives_the_same_bytes(hostile):
    book, sent, _, outcome = hostile
    assert bind(book, lambda place: sent[place]).value == outcome.value


# ---- papers that were not cleaned are stripped all the same


def test_an_uncleaned_paper_brings_nothing_but_its_pages():
    data = next(one.data for one in PAPERS if one.name == "laden")
    outcome = bind(book_of([data]), lambda _: data)
    assert LATIN_HIDDEN not in all_words(outcome.value)
    assert nothing_but_pages(reader(outcome)) == []


def test_links_that_do_anything_but_lead_to_a_page_or_the_web_are_left_out():
    def change(writer):
        actions = (
            dictionary(S=name("Launch"), F=words("a.exe")),
            dictionary(S=name("JavaScript"), JS=words("x()")),
            dictionary(S=name("URI"), URI=words("file:///etc/passwd")),
            dictionary(S=name("URI"), URI=words("javascript:x()")),
            dictionary(S=name("GoToR"), F=words("b.pdf")),
            dictionary(S=name("GoTo"), D=words("nowhere")),
        )
        for action in actions:
            annotation(writer, "Link", A=action)

    data = pdf(text_at(72, 700, "Budget"), change=change)
    packet = bound(book_of([data], items=1), data)
    assert "/Annots" not in packet.pages[3]


# ---- geometry


@pytest.mark.parametrize("turn", [0, 90, 180, 270, 360, -90, 45])
@pytest.mark.parametrize(
    "boxes", [((0, 0, 595, 842), None), ((0, 0, 1191, 842), None), ((-30, -20, 700, 800), (50, 60, 400, 700))]
)
def test_stamps_stand_upright_at_the_corners_that_are_seen(turn, boxes):
    import pikepdf  # noqa: PLC0415 - to make the page

    with pikepdf.open(io.BytesIO(plain("a", 1))) as opened:
        page = opened.pages[0].obj
        page.MediaBox, page.Rotate = list(boxes[0]), turn
        if boxes[1]:
            page.CropBox = list(boxes[1])
        out = io.BytesIO()
        opened.save(out)
    data = out.getvalue()
    packet = bound(book_of([data], items=1), data)
    number, label = stamp_places(packet.pages[3])
    assert number[0] > 0.85
    assert number[1] < 0.1
    assert label[0] > 0.7
    assert label[1] > 0.9


def stamp_places(page):
    """Return where number and label begin on the page as it is seen, in parts of its width and height."""
    places = {}
    drawing = page.get_contents().get_data().decode()
    outer = [float(one) for one in re.search(r"q ([^q]*) cm /PacketStamp Do", drawing)[1].split()]

    def laid(x, y):
        a, b, c, d, e, f = outer
        return a * x + c * y + e, b * x + d * y + f

    def visit(text, matrix, text_matrix, *_):
        if text.strip() in {"4", "資料1 1/1"}:
            a, b, c, d, e, f = matrix
            x, y = text_matrix[4:]
            places[text.strip()] = laid(a * x + c * y + e, b * x + d * y + f)

    page.extract_text(visitor_text=visit)
    return [as_seen(page, *places[text]) for text in ("4", "資料1 1/1")]


def as_seen(page, x, y):
    box = page.cropbox
    across, up = (x - box.left) / box.width, (y - box.bottom) / box.height
    turned = {0: (across, up), 90: (up, 1 - across), 180: (1 - across, 1 - up), 270: (1 - up, across)}
    return [float(one) for one in turned[round(page.rotation / 90) * 90 % 360]]


def test_a_drawing_that_ends_out_of_place_moves_no_stamp():
    data = unbalanced("a")
    packet = bound(book_of([data], items=1), data)
    assert mark("a", 1) in packet.pages[3].extract_text()
    number, label = stamp_places(packet.pages[3])
    assert (number[0] > 0.85, number[1] < 0.1, label[0] > 0.7, label[1] > 0.9) == (True,) * 4


@pytest.mark.parametrize(
    "boxes", [{"/MediaBox": [0, 0, 0, 0]}, {"/MediaBox": ["a"]}, {"/CropBox": [900, 900, 999, 999]}, {"/Rotate": "x"}]
)
def test_boxes_without_sense_do_no_harm(boxes):
    import pikepdf  # noqa: PLC0415 - to make the page

    with pikepdf.open(io.BytesIO(plain("a", 1))) as opened:
        for key, value in boxes.items():
            opened.pages[0].obj[key] = pikepdf.String(value) if isinstance(value, str) else pikepdf.Array(value)
        out = io.BytesIO()
        opened.save(out)
    data = out.getvalue()
    assert len(bound(book_of([data], items=1), data).pages) == 4


# ---- papers that are not as planned


def test_a_paper_that_does_not_open_has_a_page_that_says_so_and_a_finding():
    good = plain("a", 2)
    book = book_of([good, good], items=1)
    outcome = bind(book, lambda place: (good, b"%PDF-1.7 nothing")[place])
    assert [one.rule.code for one in outcome.findings] == ["D501"]
    texts = [page.extract_text().replace("\n", "") for page in reader(outcome).pages]
    assert [words_binding.WHY_UNREADABLE.ja in text for text in texts] == [False] * 5 + [True] * 2
    assert "この資料の2ページ目は" in texts[6]


@pytest.mark.parametrize(("planned", "codes", "said"), [(3, ["D502"], 1), (1, ["D502"], 0), (2, [], 0)])
def test_more_or_fewer_pages_than_planned_are_told(planned, codes, said):
    book = book_of([plain("a", planned)], items=1)
    outcome = bind(book, lambda _: plain("a", 2))
    assert [one.rule.code for one in outcome.findings] == codes
    texts = [page.extract_text().replace("\n", "") for page in reader(outcome).pages]
    assert len(texts) == len(book.leaves)
    assert sum(words_binding.WHY_SHORT.ja in text for text in texts) == said


def test_a_picture_is_set_on_a_page_of_its_own_with_its_title_for_those_who_do_not_see_it():
    held = io.BytesIO()
    Image.new("RGB", (600, 400), (90, 120, 160)).save(held, "PNG")
    data = held.getvalue()
    packet = bound(book_of([data], items=1, titles=["現地の写真"]), data)
    page = packet.pages[3]
    assert float(page.mediabox.width) > float(page.mediabox.height)
    assert "現地の写真" in alternatives(packet)


def test_a_photograph_is_set_the_way_up_that_the_camera_noted():
    turn = Image.Exif()
    turn[0x112] = 6
    held = io.BytesIO()
    Image.new("RGB", (600, 400), (90, 120, 160)).save(held, "JPEG", exif=turn.tobytes())
    data = prepare_paper(held.getvalue(), "a.jpeg", "jpeg").value.content
    page = bound(book_of([data], items=1), data).pages[3]
    assert float(page.mediabox.width) < float(page.mediabox.height)


def test_a_picture_that_cannot_be_set_has_a_page_that_says_so():
    good, bad = png(), b"\xff\xd8\xff\xe0 no picture"
    book = book_of([good, bad], items=1)
    outcome = bind(book, lambda place: (good, bad)[place])
    assert [one.rule.code for one in outcome.findings] == ["D501"]
    assert len(reader(outcome).pages) == len(book.leaves)


# ---- numbers that stay


def test_pages_that_came_later_bear_branches_in_stamp_label_and_named_place():
    data = plain("a", 3)
    book = book_of([data], items=1)
    leaves = list(book.leaves)
    for place, number in ((3, PageNumber(4)), (4, PageNumber(5, 2)), (5, PageNumber(5, 3))):
        leaves[place] = msgspec.structs.replace(
            leaves[place], number=number, change=Change.REPLACED, changed="12月3日 差し替え"
        )
    gone = Retired(PageNumber(5), PageNumber(5, 2), "")
    packet = bound(msgspec.structs.replace(book, leaves=tuple(leaves), retired=(gone,)), data)
    assert packet.page_labels == ["1", "2", "3", "4", "5-2", "5-3"]
    assert "5-2" in packet.pages[4].extract_text().splitlines()
    assert "12月3日 差し替え" in packet.pages[4].extract_text()
    named_places = {key: packet.get_destination_page_number(one) for key, one in packet.named_destinations.items()}
    assert (named_places["p5"], named_places["p5-2"], named_places["p4"]) == (4, 4, 3)


# ---- our own pages


def test_our_own_pages_are_tagged_and_every_page_has_its_place_in_the_tree(hostile, packet):
    book = hostile[0]
    root = packet.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    pages = pages_in_tree(packet)
    assert set(pages) == set(range(len(book.leaves)))
    assert pages == sorted(pages)
    for page in packet.pages:
        assert "/StructParents" in page
        assert page["/Tabs"] == "/S"
    kinds = {kind for kind, _ in tags(root["/StructTreeRoot"])}
    assert {"/Document", "/H1", "/H2", "/Link", "/P", "/Figure"} <= kinds


def tags(one):
    """Yield the kind and the page of every tag in order of reading."""
    kids = one.get("/K", [])
    for raw in kids if isinstance(kids, list) else [kids]:
        kid = raw.get_object()
        if isinstance(kid, dict) and "/S" in kid:
            yield kid["/S"], kid.get("/Pg")
            yield from tags(kid)


def pages_in_tree(packet):
    places = {page.indirect_reference.idnum: place for place, page in enumerate(packet.pages)}
    found = []
    for _, page in tags(packet.trailer["/Root"]["/StructTreeRoot"]):
        if page is not None:
            place = places[page.indirect_reference.idnum]
            if not found or found[-1] != place:
                found.append(place)
    return found


def alternatives(packet):
    found = []

    def walk(one):
        kids = one.get("/K", [])
        for raw in kids if isinstance(kids, list) else [kids]:
            kid = raw.get_object()
            if isinstance(kid, dict):
                found.append(kid.get("/Alt"))
                walk(kid)

    walk(packet.trailer["/Root"]["/StructTreeRoot"])
    return found


def test_fonts_of_our_pages_are_embedded_parts_of_the_two_typefaces(hostile, packet):
    book = hostile[0]
    for leaf, page in zip(book.leaves, packet.pages, strict=True):
        if leaf.kind is LeafKind.PAPER:
            continue
        fonts = page["/Resources"]["/Font"]
        for font in fonts.values():
            inner = font["/DescendantFonts"][0].get_object()
            assert re.fullmatch(r"/[A-Z]{6}\+NotoS(ans|erif)JP-Regular.*", inner["/BaseFont"])
            assert "/FontFile3" in inner["/FontDescriptor"]


def test_letters_outside_the_first_plane_and_variants_come_out_as_they_went_in():
    data = plain("a", 1)
    title = "髙﨑𠮟葛󠄀飾のまちづくり"
    packet = bound(book_of([data], items=1, titles=[title]), data)
    assert title in packet.pages[1].extract_text()
    assert title in [one.title.split("\u3000")[-1] for _, one in flat(packet.outline)]


def test_a_character_without_shape_is_told_and_seen():
    data = plain("a", 1)
    book = book_of([data], items=1, titles=["外字\ue001と😀の件"])
    outcome = bind(book, lambda _: data)
    told = {dict(one.values)["character"]: dict(one.values)["words"] for one in outcome.findings}
    assert set(told) == {"\ue001 (U+E001)", "😀 (U+1F600)"}
    assert set(told.values()) == {"外字\ue001と😀の件"}
    assert "外字〓と〓の件" in reader(outcome).pages[1].extract_text()


def test_a_variant_that_no_font_has_is_set_in_its_usual_form_and_told():
    glyphs = Glyphs()
    base = next(
        chr(one) for one in sorted(drawable().characters) if (one, 0xE01EF) not in drawable().variants and one > 0x4E00
    )
    assert glyphs.text(f"{base}\U000e01ef", "x") == base
    assert [named(one) for one in glyphs.missing] == [f"{base}\U000e01ef (U+{ord(base):04X} U+E01EF)"]


def widest(page) -> float:
    """Return where the letter that stands farthest to the right begins."""
    found = [0.0]

    def visit(text, matrix, text_matrix, *_):
        if text.strip() and "/PacketStamp" not in text:
            a, _, c, _, e, _ = matrix
            found.append(a * text_matrix[4] + c * text_matrix[5] + e)

    page.extract_text(visitor_text=visit)
    return max(found)


@pytest.mark.parametrize(
    "long",
    ["きわめて長い名前の議案および資料についての説明" * 30, "W" * 700, "supplementary explanatory notes " * 30],
    ids=["kanji", "one word", "many words"],
)
def test_the_longest_names_take_no_more_pages_than_planned(long):
    data = plain("a", 1)
    lines = tuple(Line(long) for _ in range(30))
    book = book_of([data] * 40, items=2, titles=[long] * 40)
    item = msgspec.structs.replace(
        book.items[0], title=long, label=long[:20], bills=lines, debates=lines, decisions=lines
    )
    book = msgspec.structs.replace(book, items=(item, book.items[1]), heading=(long,) * 6, notes=(long,) * 40)
    packet = bound(book, *[data] * 40)
    assert len(packet.pages) == len(book.leaves)
    for page in packet.pages[:4]:
        assert "…" in page.extract_text()
        assert widest(page) < float(page.mediabox.width)


def test_mark_up_in_names_is_shown_as_it_stands():
    data = plain("a", 1)
    title = '#pagebreak() $x^2$ *a* _b_ @c <d> \\ "e" [f] `g` // h /* i'
    packet = bound(book_of([data], items=1, titles=[title]), data)
    assert len(packet.pages) == 4
    assert title.replace(" ", "") in packet.pages[1].extract_text().replace(" ", "").replace("\n", "")


def test_english_packets_speak_english():
    data = plain("a", 1)
    book = book_of([data, None], items=1, language="en")
    packet = bound(book, data, None)
    assert packet.trailer["/Root"]["/Lang"] == "en"
    texts = [page.extract_text() for page in packet.pages]
    assert "MEETING PACKET" in texts[0]
    assert "Contents" in texts[1]
    assert "Paper 1 1/1" in texts[3]


def test_papers_for_members_say_so_on_every_page():
    data = plain("a", 2)
    book = book_of([data], items=1, edition="members")
    papers = tuple(msgspec.structs.replace(one, restricted=True) for one in book.papers)
    packet = bound(msgspec.structs.replace(book, papers=papers), data)
    assert all("議員限定\u3000資料1" in page.extract_text() for page in packet.pages[3:])


def test_a_packet_without_papers_is_bound_too():
    book = book_of([], items=0)
    packet = bound(book)
    assert len(packet.pages) == 2


def test_without_the_extra_there_is_no_pdf_and_a_note(monkeypatch):
    monkeypatch.setattr(binding, "is_installed", lambda: False)
    outcome = bind(book_of([]), lambda _: None)
    assert (outcome.value, [one.rule.code for one in outcome.findings]) == (None, ["D505"])


def test_nothing_of_the_extra_is_needed_to_import_the_binder_or_to_clean_a_paper():
    code = """
import importlib.abc, sys

class Absent(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"typst", "pikepdf", "pylopdf_fonts_jp"}:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Absent())
import council.build
from council.packets.pdf import bind
from council.papers.cleaning import clean_paper
print(clean_paper(sys.stdin.buffer.read(), "a.pdf", "pdf").findings)
"""
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, input=plain("a", 1), capture_output=True, check=False)  # noqa: S603 - our own script
    assert (done.stdout.strip(), done.stderr) == (b"()", b"")


def test_one_page_shown_twice_is_bound_twice():
    data = with_outline("a", 4)
    book = book_of([data], items=1)
    leaves = (*book.leaves, Leaf(PageNumber(8), LeafKind.PAPER, -1, 0, 1))
    packet = bound(msgspec.structs.replace(book, leaves=leaves), data)
    assert mark("a", 1) in packet.pages[7].extract_text()
    assert "8" in packet.pages[7].extract_text().splitlines()
    assert mark("a", 1) in packet.pages[3].extract_text()


@pytest.mark.slow
def test_a_packet_of_more_than_a_thousand_pages_is_sound():
    papers = fifteen(scale=4, scan_width=160)
    sent, _ = copies(papers)
    book = book_of(sent, items=5)
    packet = reader(bind(book, lambda place: sent[place]))
    assert len(packet.pages) == len(book.leaves) > 1100
    for place in range(0, len(book.leaves), 37):
        assert str(book.leaves[place].number) in packet.pages[place].extract_text().splitlines()


NOT_PRINTED = {
    "Book.id": "names the file",
    "Book.pdf_uri": "names the file",
    "Book.language": "chooses our words",
    "Book.edition": "chooses our words",
    "Book.date": "is the day of the file",
    "Book.issued": "stands in words in the heading",
    "BookItem.anchor": "leads to a place on the page",
    "BookPaper.material_id": "names the paper elsewhere",
    "BookPaper.kind": "the file itself says what it is",
    "BookPaper.uri": "leads to the site; a PDF that is carried about has no site",
    "BookPaper.page_uri": "leads to the site, as above",
    "BookPaper.sha256": "tells files from one another",
    "Line.href": "leads to the site, as above",
    "Retired.words": "stands among the notes of what has changed",
}


def test_every_text_of_a_plan_is_printed_or_has_its_reason():
    """Fields are found by reflection, so that none that comes later is forgotten."""
    laid: dict[str, str] = {}

    def word(where):
        laid[where] = f"zq{len(laid):03}"
        return laid[where]

    def made(kind, **given):
        fields = {one.name: one for one in msgspec.structs.fields(kind)}
        texts = {name: word(f"{kind.__name__}.{name}") for name, one in fields.items() if one.type is str}
        listed = {n: (word(f"{kind.__name__}.{n}"),) for n, one in fields.items() if one.type == tuple[str, ...]}
        return kind(**(texts | listed | given))

    data = plain("a", 1)
    lines = {name: (made(Line),) for name in ("bills", "debates", "decisions")}
    held = made(BookPaper, pages=1, restricted=False, change=Change.REPLACED)
    whole = made(BookPaper, pages=1, restricted=False, change=Change.REPLACED, withheld="")
    item = made(BookItem, papers=(0,), restricted=False, also=(1,), **lines)
    numbers = [PageNumber(number) for number in range(1, 6)]
    kinds = (LeafKind.COVER, LeafKind.CONTENTS, LeafKind.ITEM, LeafKind.MISSING, LeafKind.PAPER)
    places = ((-1, -1, 0), (-1, -1, 0), (0, -1, 0), (0, 0, 1), (-1, 1, 1))
    leaves = tuple(
        Leaf(number, kind, *place, Change.REPLACED, word("Leaf.changed"))
        for number, kind, place in zip(numbers, kinds, places, strict=True)
    )
    gone = made(Retired, number=PageNumber(9), now=numbers[4])
    given = {"language": "en", "edition": "members", "date": "2025-12-02", "revision": 1}
    book = made(Book, items=(item,), papers=(held, whole), rest=(1,), leaves=leaves, retired=(gone,), **given)
    packet = bound(book, data, data)
    shown = " ".join([*(page.extract_text() for page in packet.pages), packet.metadata.title])
    assert {where for where, one in laid.items() if one not in shown} <= set(NOT_PRINTED)
