"""What the pages say that we set ourselves: cover, contents, sheets, and pages that stand for what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain, repeat
from typing import Any

from msgspec import Struct, field

from council.diagnostics import Bilingual
from council.glossary import words_binding as words
from council.packets.book import Book, BookItem, Leaf, LeafKind, Line
from council.packets.layout import ContentsLine, contents_pages
from council.packets.pdf.glyphs import Glyphs

_LONGEST = 240  # characters; more never fit where the template has them
_LABEL = 14
_MOST_CHANGES = 10  # lines on the cover
_MOST_LINES_OF_COVER = 4
_MOST_LINES = 26  # lines of a sheet, each of at most two printed ones

Page = dict[str, Any]


class Front(Struct, frozen=True):
    """Says what stands on our own pages.

    ``missing`` tells for places in ``Book.leaves`` why the page of a paper is not there; ``pictures`` name, for such
    places, the picture that is set there.
    """

    book: Book
    missing: Mapping[int, Bilingual]
    pictures: Mapping[int, str]
    glyphs: Glyphs = field(default_factory=Glyphs)

    def pages(self) -> dict[int, Page]:
        """Return the pages that we set, by their places in ``Book.leaves``, in order."""
        contents = self._contents()
        found: dict[int, Page] = {}
        for place, leaf in enumerate(self.book.leaves):
            page = next(contents) if leaf.kind is LeafKind.CONTENTS else self._page(place, leaf)
            if page is not None:
                found[place] = page
        return found

    def data(self, pages: Mapping[int, Page]) -> dict[str, Any]:
        """Return what the template `front` is given to set these pages."""
        title = self._set(self.book.title) or self.book.id
        return {"title": title, "language": self.book.language, "pages": list(pages.values())}

    def _page(self, place: int, leaf: Leaf) -> Page | None:
        match leaf.kind:
            case LeafKind.COVER:
                return self._cover()
            case LeafKind.ITEM:
                return self._sheet(self.book.items[leaf.item])
            case LeafKind.MISSING:
                return self._missing(leaf, self.book.papers[leaf.paper].withheld or self._say(words.WHY_ABSENT))
        if place in self.pictures:
            title = self._set(self.book.papers[leaf.paper].title)
            return {"kind": "picture", "file": self.pictures[place], "alt": title}
        return self._missing(leaf, self._say(self.missing[place])) if place in self.missing else None

    def _cover(self) -> Page:
        council, title, *lines = [*self.book.heading, "", ""][: max(2, len(self.book.heading))]
        papers = {leaf.paper for leaf in self.book.leaves} - {-1}
        counted = (words.COUNTED_ONE if len(papers) == 1 else words.COUNTED).in_language(self.book.language)
        changes = [self._set(one) for one in self.book.notes]
        return {
            "kind": "cover",
            "word": self._say(words.PACKET),
            "council": self._set(council),
            "title": self._set(title or self.book.title),
            "lines": _bounded([self._set(one) for one in lines], _MOST_LINES_OF_COVER),
            "marks": self._marks(restricted=self.book.edition == "members"),
            "changes-word": self._say(words.CHANGES),
            "changes": _bounded(changes, _MOST_CHANGES),
            "counted": counted.format(pages=len(self.book.leaves), papers=len(papers)),
        }

    def _contents(self) -> Iterator[Page]:
        for place, rows in enumerate(chain(contents_pages(self.book), repeat(()))):
            heading = self._say(words.CONTINUED if place else words.CONTENTS)
            lines = [self._row(one) for one in rows]
            yield {"kind": "contents", "first": place == 0, "heading": heading, "rows": lines}

    def _row(self, line: ContentsLine) -> Page:
        leaf = self.book.leaves[line.leaf] if line.leaf >= 0 else None
        row = {"level": 0, "label": "", "text": self._say(words.OTHER_PAPERS), "leaf": line.leaf, "marks": []}
        row["number"] = str(leaf.number) if leaf else ""
        if line.item >= 0:
            item = self.book.items[line.item]
            row |= {"label": self._set(item.label[:_LABEL]), "text": self._set(item.title)}
            row["marks"] = self._marks(restricted=item.restricted)
        elif line.paper >= 0:
            paper = self.book.papers[line.paper]
            row |= {"level": 1, "label": self._set(paper.number[:_LABEL]), "text": self._set(paper.title)}
            changed = [self._set(paper.notes[-1])] if paper.notes and paper.change else []
            row["marks"] = [*self._marks(restricted=paper.restricted), *changed]
        return row

    def _sheet(self, item: BookItem) -> Page:
        parts = [
            self._part(words.BILLS, item.bills),
            {"heading": self._say(words.PAPERS), "rows": [self._paper(one) for one in (*item.papers, *item.also)]},
            self._part(words.DEBATES, item.debates),
            self._part(words.DECISIONS, item.decisions),
        ]
        return {
            "kind": "sheet",
            "label": self._set(item.label),
            "title": self._set(item.title),
            "marks": self._marks(restricted=item.restricted),
            "parts": _fewer([one for one in parts if one["rows"]]),
        }

    def _part(self, heading: Bilingual, lines: tuple[Line, ...]) -> Page:
        return {"heading": self._say(heading), "rows": [_line(self._set(one.text)) for one in lines]}

    def _paper(self, paper: int) -> Page:
        found = self.book.papers[paper]
        leaf = next((place for place, one in enumerate(self.book.leaves) if one.paper == paper), -1)
        number = str(self.book.leaves[leaf].number) if leaf >= 0 else ""
        said = f"{self._set(found.number)}\u3000{self._set(found.title)}"
        return _line(said) | {"leaf": leaf, "number": number, "marks": self._marks(restricted=found.restricted)}

    def _missing(self, leaf: Leaf, why: str) -> Page:
        paper = self.book.papers[leaf.paper]
        said = words.PAGE_NOT_HERE if leaf.page > 1 or paper.pages > 1 else words.NOT_HERE
        return {
            "kind": "missing",
            "level": 2 if leaf.item >= 0 else 1,
            "label": self._set(paper.number),
            "title": self._set(paper.title),
            "said": said.in_language(self.book.language).format(page=leaf.page),
            "why": self._set(why),
            "number": words.ITS_PLACE.in_language(self.book.language).format(number=leaf.number),
        }

    def _marks(self, *, restricted: bool) -> list[str]:
        return [self._say(words.MEMBERS_ONLY)] if restricted else []

    def _say(self, text: Bilingual) -> str:
        return text.in_language(self.book.language)

    def _set(self, text: str) -> str:
        cut = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        return self.glyphs.text(cut, cut)


def _line(text: str) -> Page:
    return {"text": text, "href": "", "leaf": -1, "number": "", "marks": []}


def _bounded(lines: list[str], most: int) -> list[str]:
    return lines if len(lines) <= most else [*lines[: most - 1], "…"]


def _fewer(parts: list[Page]) -> list[Page]:
    """Return parts with so few lines that they stand on one page, taken from the longest."""
    counts = Counter({place: len(one["rows"]) for place, one in enumerate(parts)})
    while sum(counts.values()) > _MOST_LINES:
        counts[counts.most_common(1)[0][0]] -= 1
    return [
        one if counts[place] == len(one["rows"]) else one | {"rows": [*one["rows"][: counts[place] - 1], _line("…")]}
        for place, one in enumerate(parts)
    ]
