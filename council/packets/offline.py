"""What a device needs to keep a packet: `packets/ID.json` tells its files with their hashes, `packets/list.json` all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from rjsmin import jsmin

from council.glossary.interface import Words
from council.packets.book import Book
from council.text.patterns import regex

FORMAT = 1
FOLDER = "packets/"
LIST = f"{FOLDER}list.json"
WORKER = f"{FOLDER}sw.js"
OFFLINE = f"{FOLDER}offline.html"
"""The page that stands for whatever is not saved; it lists what is."""

Finished = Mapping[str, tuple[str, int]]
"""Every file of a site by its address below the root: SHA-256 and bytes."""

_ASSET = regex(r"assets/(?!search[./]).*(?<!\.map)")
_OF_PAPER = regex(r"files/(m-[0-9a-f]{8})(?![0-9a-f])")


class KeptPaper(Struct, frozen=True):
    """A paper of a packet; ``uri`` and ``sha256`` are empty where it is held back, ``page`` the number it begins at.

    ``way`` is how the pages of a Word file or workbook were made.
    """

    id: str
    number: str
    title: str
    page: str
    pages: int
    uri: str
    sha256: str
    way: str = ""


class Kept(Struct, frozen=True):
    """What a saved packet says of itself; ``day`` is the sitting's (ISO), ``numbers`` are its pages in order."""

    id: str
    title: str
    day: str
    language: str
    edition: str
    revision: int
    issued: str
    numbers: tuple[str, ...]
    papers: tuple[KeptPaper, ...]

    @classmethod
    def of(cls, book: Book, day: str) -> Kept:
        """Take what is needed of a packet's plan."""
        numbers = tuple(str(leaf.number) for leaf in book.leaves)
        papers = tuple(_papers(book))
        return cls(book.id, book.title, day, book.language, book.edition, book.revision, book.issued, numbers, papers)


def _papers(book: Book) -> Iterator[KeptPaper]:
    first: dict[int, str] = {}
    for leaf in book.leaves:
        first.setdefault(leaf.paper, str(leaf.number))
    for place, paper in enumerate(book.papers):
        yield KeptPaper(
            paper.material_id,
            paper.number,
            paper.title,
            first.get(place, ""),
            paper.pages,
            paper.uri,
            paper.sha256 if paper.uri else "",
            paper.way,
        )


def manifest(kept: Kept, finished: Finished, redactions: str) -> bytes:
    """Return `packets/ID.json`: every file with address, bytes and SHA-256, of papers that are held back only the id.

    The PDF is marked ``whole``: it holds nothing that page and papers do not, and is fetched after them.
    ``redactions`` is another text once words were withdrawn anywhere: saved copies are brought up to date then.
    """
    return _as_json(
        {
            "format": FORMAT,
            "id": kept.id,
            "edition": kept.edition,
            "revision": kept.revision,
            "issued": kept.issued,
            "title": kept.title,
            "date": kept.day,
            "redactions": redactions,
            "pages": kept.numbers,
            "papers": [_paper(paper) for paper in kept.papers],
            "withdrawn": [paper.id for paper in kept.papers if not paper.uri],
            "files": list(_files(kept, finished)),
        }
    )


def packet_list(edition: str, manifests: Mapping[str, bytes]) -> bytes:
    """Return `packets/list.json`: the hash of every packet's manifest; what it does not name is no longer published."""
    listed = {name: sha256(content).hexdigest() for name, content in manifests.items()}
    return _as_json({"format": FORMAT, "edition": edition, "packets": listed})


def worker(edition: str, finished: Finished) -> bytes:
    """Return `packets/sw.js`: our worker, told what it must hold; its version is made of both."""
    code = jsmin((Path(__file__).parent / "sw.js").read_text("utf-8"))
    shell = [(uri, finished[uri][0]) for uri in (OFFLINE, *_assets(finished)) if uri in finished]
    version = sha256((code + json.dumps(shell)).encode()).hexdigest()[:12]
    told = json.dumps({"edition": edition, "version": version, "shell": shell}, separators=(",", ":"))
    return f"const TOLD = {told};\n{code}".encode()


def _paper(paper: KeptPaper) -> dict[str, object]:
    return {
        "id": paper.id,
        "number": paper.number,
        "title": paper.title,
        "page": paper.page,
        "pages": paper.pages,
        "url": paper.uri,
        "sha256": paper.sha256,
        **({"made": paper.way} if paper.way else {}),
    }


def _files(kept: Kept, finished: Finished) -> Iterator[dict[str, object]]:
    """Yield the page, the PDF, the papers with their pictures, then what the page is shown with."""
    say = Words(kept.language)
    page = f"{FOLDER}{kept.id}"
    yield from _file(finished, f"{page}.html", say("offline.file_page"))
    yield from _file(finished, f"{page}.pdf", say("offline.file_pdf"), whole=True)
    beside = _by_paper(finished)
    for paper in kept.papers:
        for uri in beside.get(paper.id, ()) if paper.uri else ():
            yield from _file(finished, uri, paper.number, paper=paper.id, page=paper.page)
    for uri in _assets(finished):
        yield from _file(finished, uri, say("offline.file_asset"))


def _file(finished: Finished, uri: str, label: str, **more: object) -> Iterator[dict[str, object]]:
    if uri in finished:
        digest, size = finished[uri]
        yield {"url": uri, "size": size, "sha256": digest, "label": label, **more}


def _by_paper(finished: Finished) -> dict[str, list[str]]:
    """Return the files of each paper: its copy, and what is published beside it."""
    found: dict[str, list[str]] = {}
    for uri in sorted(finished):
        if match := _OF_PAPER.match(uri):
            found.setdefault(match[1], []).append(uri)
    return found


def _assets(finished: Finished) -> Iterable[str]:
    return sorted(uri for uri in finished if _ASSET.fullmatch(uri))


def _as_json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
