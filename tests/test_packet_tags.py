"""What a screen reader is told of a packet: tags of our pages and of the papers are one tree, and every one leads to its page."""

from __future__ import annotations

import collections
import io
import random
from pathlib import Path

import msgspec
import pikepdf
import pytest
import typst
from packet_books import book_of
from packet_papers import fifteen, mark, plain, scanned
from pypdf import PdfReader
from pypdf.generic import NullObject

from council.packets.book import Leaf, LeafKind, PageNumber
from council.packets.pdf import bind
from council.packets.pdf.fonts import font_files
from council.papers.reading import prepare_paper

TAGGED = """
#set document(title: "説明資料")
#set text(font: "Noto Sans JP", lang: "ja")
= 概要
本文です。
== 内訳
- 一つ
- 二つ
#table(columns: 2, table.header([款], [金額]), [民生費], [1,234])
#link("https://city.example/")[市] #link(<second>)[次へ]
#pagebreak()
= 第二章 <second>
二ページ目です。
"""
KINDS = {"/H1", "/H2", "/Lbl", "/LBody", "/TH", "/TD", "/P", "/Link"}
AROUND = {"/L": 1, "/LI": 2, "/Table": 1, "/TR": 2}


@pytest.fixture(scope="module")
def tagged(tmp_path_factory) -> bytes:
    path = Path(tmp_path_factory.mktemp("typst") / "a.typ")
    path.write_text(TAGGED, "utf-8")
    fonts = [str(font_files()[0].parent)]
    options = {"pdf_standards": ["ua-1"], "timestamp": 0}
    return typst.compile(str(path), font_paths=fonts, ignore_system_fonts=True, **options)


class Tree:
    """The tags of a file, and what in them does not fit together."""

    def __init__(self, data: bytes) -> None:
        """Walk through the whole tree."""
        self.reader = PdfReader(io.BytesIO(data))
        self.pages = {page.indirect_reference.idnum: page for page in self.reader.pages}
        root = self.reader.trailer["/Root"]["/StructTreeRoot"]
        self.numbers = dict(self._numbers(root["/ParentTree"]))
        self.kinds = collections.defaultdict(collections.Counter)  # by page
        self.around = collections.Counter()  # tags that lie around others, on whatever page
        self.told = []
        self.wrong = []
        self.met = set()
        top = root.raw_get("/K")
        self._walk(top.get_object()[0] if isinstance(top.get_object(), list) else top, None, "")
        self._compare()

    def _numbers(self, node):
        pairs = node.get("/Nums", [])
        yield from zip(map(int, pairs[::2]), pairs[1::2], strict=True)
        for kid in node.get("/Kids", []):
            yield from self._numbers(kid.get_object())

    def _walk(self, reference, page, section):
        tag = reference.get_object()
        page = tag.raw_get("/Pg") if "/Pg" in tag else page
        if page is not None:
            self.kinds[self._place(page)][tag["/S"]] += 1
        else:
            self.around[tag["/S"]] += 1
        self.told += [tag["/Alt"]] if "/Alt" in tag else []
        kids = tag.raw_get("/K")
        for kid in list(kids.get_object()) if isinstance(kids.get_object(), list) else [kids]:
            self._kid(reference, kid, page, section)

    def _kid(self, parent, kid, page, section):
        found = kid.get_object()
        if isinstance(found, int):
            self._mark(parent, page, found)
        elif found.get("/Type") == "/MCR":
            self._mark(parent, found.raw_get("/Pg") if "/Pg" in found else page, found["/MCID"])
        elif found.get("/Type") == "/OBJR":
            if found["/Obj"]["/Subtype"] != "/Link":
                self.wrong.append("an object that is no link")
        elif found.raw_get("/P").idnum != parent.idnum:
            self.wrong.append(f"{found['/S']} has another parent")
        else:
            self._walk(kid, page, section)

    def _mark(self, tag, page, number):
        if page is None or page.idnum not in self.pages:
            self.wrong.append("a mark without a page")
            return
        listed = self.numbers[self.pages[page.idnum]["/StructParents"]].get_object()
        if number >= len(listed) or listed[number].idnum != tag.idnum:
            self.wrong.append(f"mark {number} leads to another tag")
        self.met.add((page.idnum, number))

    def _compare(self):
        for number, page in self.pages.items():
            for place, tag in enumerate(self.numbers[page["/StructParents"]].get_object()):
                if not isinstance(tag.get_object(), NullObject) and (number, place) not in self.met:
                    self.wrong.append(f"mark {place} of a page stands in no tag")

    def _place(self, page):
        return list(self.pages).index(page.idnum)


def bound(*papers: bytes, **given):
    outcome = bind(book_of(papers, items=1, **given), lambda place: papers[place])
    assert outcome.value is not None
    return outcome.value


def test_a_papers_own_headings_lists_and_tables_stay(tagged):
    tree = Tree(bound(tagged))
    assert tree.wrong == []
    assert set(tree.kinds[3]) >= KINDS
    assert tree.kinds[3]["/TD"] == 2
    assert tree.kinds[4]["/H1"] == 1


def test_they_stay_after_cleaning_too(tagged):
    copy = prepare_paper(tagged, "a.pdf", "pdf").value.content
    tree = Tree(bound(copy))
    assert tree.wrong == []
    assert set(tree.kinds[3]) >= KINDS


def test_all_papers_stand_in_one_tree(tagged):
    scan = scanned("s", 1, 60)
    tree = Tree(bound(tagged, plain("a", 3), scan, tagged))
    assert tree.wrong == []
    assert "資料3 1/1" in " ".join(tree.told)
    assert [page for page, kinds in tree.kinds.items() if "/Table" in kinds or "/TD" in kinds] == [3, 9]


def test_a_page_that_is_bound_twice_has_tags_once(tagged):
    book = book_of([tagged], items=1)
    again = Leaf(PageNumber(6), LeafKind.PAPER, -1, 0, 1)
    book = msgspec.structs.replace(book, leaves=(*book.leaves, again))
    tree = Tree(bind(book, lambda _: tagged).value)
    assert tree.wrong == []
    assert tree.kinds[5] == {"/P": 1}


def test_a_page_that_is_not_bound_leaves_no_tag(tagged):
    book = book_of([tagged], items=1)
    book = msgspec.structs.replace(book, leaves=book.leaves[:-1])
    tree = Tree(bind(book, lambda _: tagged).value)
    assert tree.wrong == []
    assert max(tree.kinds) == 3


def test_tags_of_our_own_kinds_are_read_by_what_they_stand_for(tagged):
    with pikepdf.open(io.BytesIO(tagged)) as opened:
        root = opened.Root.StructTreeRoot
        root.RoleMap = pikepdf.Dictionary(Headline=pikepdf.Name.H3)
        document = root.K[0] if isinstance(root.K, pikepdf.Array) else root.K
        document.K[0].S, document.K[1].S = pikepdf.Name.Headline, pikepdf.Name.Nonsense
        out = io.BytesIO()
        opened.save(out)
    tree = Tree(bound(out.getvalue()))
    assert tree.wrong == []
    assert tree.kinds[3]["/H3"] == 1
    assert "/Nonsense" not in tree.kinds[3]


def test_a_tagged_page_that_ends_out_of_place_is_one_part(tagged):
    with pikepdf.open(io.BytesIO(tagged)) as opened:
        opened.pages[0].contents_add(b"q 0.5 0 0 0.5 0 0 cm", prepend=False)
        out = io.BytesIO()
        opened.save(out)
    tree = Tree(bound(out.getvalue()))
    assert tree.wrong == []
    assert tree.kinds[3] == {"/P": 1}
    assert "/H1" in tree.kinds[4]


@pytest.mark.slow
def test_whatever_stands_in_a_papers_objects_the_packet_is_bound(tagged):
    """Papers whose objects were replaced by chance: never a crash, every page of the plan is there."""
    good, sources = plain("g", 2), (tagged, fifteen()[0].data)
    for seed in range(60):
        data = damaged(sources[seed % 2], random.Random(seed))  # noqa: S311 - the same damage each time
        book = book_of([tagged, good], items=1)
        outcome = bind(book, lambda place, data=data: (data, good)[place])
        assert outcome.value is not None
        pages = PdfReader(io.BytesIO(outcome.value)).pages
        assert len(pages) == len(book.leaves)
        assert mark("g", 2) in pages[len(book.leaves) - 1].extract_text()


def damaged(data: bytes, dice: random.Random) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as opened:
        if "/Metadata" in opened.Root:
            del opened.Root.Metadata  # pikepdf does not write a file whose properties it cannot read
        objects = [one for one in opened.objects if isinstance(one, (pikepdf.Dictionary, pikepdf.Array))]
        for _ in range(dice.randint(1, 10)):
            one, other = dice.choice(objects), dice.choice(objects)
            value = dice.choice([0, -1, 10**9, pikepdf.String("x"), pikepdf.Name.X, pikepdf.Array([]), other])
            if isinstance(one, pikepdf.Array):
                if len(one):
                    one[dice.randrange(len(one))] = value
            elif keys := sorted(one.keys() - {"/Type"}):
                one[dice.choice(keys)] = value
        out = io.BytesIO()
        opened.save(out, static_id=True)
        return out.getvalue()
