"""Writes records and files beside what MkDocs itself has written, and the list of all pages last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from msgspec import Struct, field
from hashlib import sha256
from io import RawIOBase
from itertools import chain
from pathlib import Path

from council.diagnostics import Finding, finding
from council.location import Location
from council.pages.page import EncodedPage, OutputFile, Page
from council.rules.site import ADDRESS_TAKEN, ADDRESS_UNSAFE, OWN_PAGE_WINS, SLOW_FRAME
from council.site.addresses import is_safe
from council.site.frame import Described
from council.site.shell import Shells
from council.site.sitemap import ROBOTS, SITEMAP, robots, sitemap

_BLOCK = 1 << 18
"""Bytes written at once: the system takes large files half again as fast in blocks of this size."""

Finished = Described


def nothing_more(_: Finished) -> Iterable[OutputFile]:
    """Return no files."""
    return ()


class Order(Struct, frozen=True):
    """What to build: the edition and its language, its pages and files, and pages that stay as they are.

    ``kept`` are addresses that stand from the last build and are not written; those with True are in the sitemap.
    ``closing`` gives the files that are made last, of all others that were written.
    """

    edition: str
    language: str
    pages: Iterable[Page | EncodedPage] = ()
    files: Iterable[OutputFile] = ()
    kept: Mapping[str, bool] = field(default_factory=dict)
    closing: Callable[[Finished], Iterable[OutputFile]] = nothing_more


class Records(Struct):
    """Writes below one folder; ``own`` are the addresses of hand-written pages (True) and files, which come before ours.

    ``before`` are the files that MkDocs itself gave; ``shas`` are the SHA-256 of all that was written here.
    """

    folder: Path
    own: Mapping[str, bool]
    before: Described
    findings: list[Finding] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    shas: dict[str, str] = field(default_factory=dict)
    _sizes: dict[str, int] = field(default_factory=dict)
    _listed: list[str] = field(default_factory=list)
    _taken: dict[str, str] = field(default_factory=dict)
    _folders: set[str] = field(default_factory=set)

    def write(self, order: Order, shells: Shells) -> None:
        """Write every page and file of the order, then the sitemap over all of them."""
        self._listed += [uri for uri, listed in (*self.own.items(), *order.kept.items()) if listed]
        self._taken.update((uri.lower(), uri) for uri in order.kept)
        self.findings += [finding(OWN_PAGE_WINS, Location(uri)) for uri in order.kept if uri in self.own]
        for page in self._free_pages(map(EncodedPage.of, order.pages)):
            self._put(page.head.uri, (shells.render(page),))
        ask_robots = OutputFile(ROBOTS, robots(order.edition, shells.site_url))
        for file in self._free_files(chain(order.files, (ask_robots,))):
            self._put(file.uri, file.parts, file.sha)
        for file in self._free_files(order.closing(self._finished())):
            self._put(file.uri, file.parts, file.sha)
        self._put(SITEMAP, (sitemap(self._listed, shells.site_url),))
        self.findings += [finding(SLOW_FRAME, Location("mkdocs.yml"), kind=kind) for kind in sorted(shells.slow)]

    def _finished(self) -> Finished:
        """Return what was written so far, and what MkDocs itself gave."""
        return {**self.before, **{uri: (sha, self._sizes[uri]) for uri, sha in self.shas.items()}}

    def _free_pages(self, pages: Iterable[EncodedPage]) -> Iterator[EncodedPage]:
        for page in pages:
            head = page.head
            if self._claim(head.uri):
                self.pages.append(head.uri)
                if not (head.noindex or head.redirect):
                    self._listed.append(head.uri)
                yield page

    def _free_files(self, files: Iterable[OutputFile]) -> Iterator[OutputFile]:
        for file in files:
            if self._claim(file.uri):
                self.files.append(file.uri)
                yield file

    def _claim(self, uri: str) -> bool:
        """Take an address; two that differ by case only are one file on Windows and macOS."""
        other = self._taken.get(uri.lower())
        self._taken.setdefault(uri.lower(), uri)
        if uri in self.own:
            self.findings.append(finding(OWN_PAGE_WINS, Location(uri)))
        elif not is_safe(uri):
            self.findings.append(finding(ADDRESS_UNSAFE, Location(uri)))
        elif other is not None:
            self.findings.append(finding(ADDRESS_TAKEN, Location(uri), other=other))
        else:
            return True
        return False

    def _put(self, uri: str, parts: Iterable[bytes], sha: str = "") -> None:
        """Write a file; ``sha`` is its SHA-256 if that is known."""
        folder = uri.rpartition("/")[0]
        if folder not in self._folders:
            (self.folder / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        checksum, size = sha256(), 0
        with open(f"{self.folder}/{uri}", "wb", buffering=0) as stream:  # noqa: PTH123 - some thousand times
            for block in _in_blocks(parts):
                if not sha:
                    checksum.update(block)
                _write(stream, block)
                size += len(block)
        self._sizes[uri] = size
        self.shas[uri] = sha or checksum.hexdigest()


def _in_blocks(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the bytes of a file in blocks that are good to write: small parts together, large ones as they are."""
    held: list[bytes] = []
    size = 0
    for part in parts:
        held.append(part)
        size += len(part)
        if size >= _BLOCK:
            yield held[0] if len(held) == 1 else b"".join(held)
            held, size = [], 0
    if held:
        yield held[0] if len(held) == 1 else b"".join(held)


def _write(stream: RawIOBase, block: bytes) -> None:
    """Write all of a block, of which the system may take less at once."""
    rest = memoryview(block)
    while rest:
        rest = rest[stream.write(rest) or 0 :]
