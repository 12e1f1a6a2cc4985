"""Reads every byte of a staged site and says where it holds what is restricted."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field

from council.diagnostics import Finding, finding
from council.gate.alone import stand_alone
from council.gate.containers import is_container, is_text, texts
from council.gate.index import Hit
from council.gate.kept_texts import KeptTexts
from council.gate.letters import letters
from council.gate.long_texts import is_long_text, long_texts
from council.gate.packings import PDF_MARK, is_packed
from council.gate.refusal import UnreadableError
from council.gate.restricted import Restricted
from council.gate.spellings import Speller, coded
from council.location import Location
from council.rules import gate as rules
from council.site.written import files_below
from council.text.patterns import regex

_HEAD = 1 << 16
_MOST = 50  # findings; nothing is published anyway
_DIGEST = 32  # bytes of a SHA-256
_PAGE = ".html"
_PACKED_BY_US = regex(r"assets/search/(?:[pt]/)?[\w-]+\.[0-9a-f]{16}\.(?:bin|pack)")
_ID = regex(r"m-[0-9a-f]{8}(?![0-9a-f])")


def scan(
    staging: Path, restricted: Restricted, kept: KeptTexts, only: Collection[str] | None = None
) -> tuple[Finding, ...]:
    """Search every file below a folder, or ``only`` those at some addresses, in every form that bytes may have.

    Findings, none of which quotes a word: S401 (an output file holds what is restricted, with the input's place; one
    for each output file and input, 50 at most), S402 (a container that cannot be looked into).
    """
    search = _Search(restricted, kept)
    findings: list[Finding] = []
    for uri in sorted(files_below(staging) if only is None else only):
        if len(findings) < _MOST:
            findings += search.file(staging, uri)
    return tuple(findings)


def _may_be_packed(path: Path, name: str) -> bool:
    """Say whether a file begins, or is called, like one that holds others."""
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    return PDF_MARK in head or is_container(head, name)


class _Search(Struct):
    restricted: Restricted
    kept: KeptTexts
    speller: Speller = field(default_factory=Speller)
    cleared: dict[str, bool] = field(default_factory=dict)

    def file(self, folder: Path, uri: str) -> list[Finding]:
        """Return what is wrong with one file."""
        here = Location(uri)
        looked_for = (lambda _: ()) if self.restricted.is_empty else self.places
        try:
            found = {place.path: place for text in self.texts(folder, uri) for place in looked_for(text)}
        except UnreadableError as error:
            return [finding(rules.UNREADABLE_CONTAINER, here, kind=error.kind, reason=error.reason)]
        return [finding(rules.RESTRICTED_WORDS, here, source=place) for place in found.values()]

    def texts(self, folder: Path, uri: str) -> Iterator[str]:
        """Yield a file's name and its texts; without anything to look for, only open what is packed."""
        if self.restricted.is_empty and (uri.endswith(_PAGE) or _PACKED_BY_US.fullmatch(uri)):
            return
        path = folder / uri
        if not self.restricted.is_empty:
            yield uri
            if is_long_text(path):
                yield from long_texts(path)
                return
        name = uri.rpartition("/")[2]
        if self.restricted.is_empty and not _may_be_packed(path, name):
            return
        data = path.read_bytes()
        if PDF_MARK in data[:1024] and self.restricted.is_empty:
            from council.gate.pdf import open_pdf  # noqa: PLC0415 - pypdf is slow to import

            open_pdf(data)
        elif PDF_MARK in data[:1024]:
            yield from self.kept.of(data, "all", lambda: texts(data, name))
        elif not self.restricted.is_empty or is_container(data, name):
            yield from texts(data, name)

    def places(self, text: str) -> Iterator[Location]:
        """Yield the restricted places whose words stand in a text, spelt out or coded."""
        for spelt in self.speller.spellings(text):
            yield from self.plain(spelt, text)
            told = [one for data in coded(spelt) for one in self.told_by(data)]
            if told:
                yield from self.plain("\n".join(told), "")
            yield from (self.restricted.digests[one] for one in told if one in self.restricted.digests)

    def plain(self, text: str, source: str) -> Iterator[Location]:
        """Yield the restricted places whose words stand in a text as it is; ``source`` is what it was spelt out of."""
        for hit in self.restricted.index.hits(letters(text)):
            if not self.is_clear(hit) and (not hit.alone or stand_alone(hit, text, source)):
                yield hit.place
        yield from self.restricted.file_names.met(text)
        yield from (self.restricted.ids[one] for one in _ID.findall(text) if one in self.restricted.ids)
        for host, addresses in self.restricted.links.items():
            if host in text:
                yield from (place for address, place in addresses.items() if address in text)

    def told_by(self, data: bytes) -> Iterator[str]:
        """Yield what bytes tell that stand in a text as digits or letters: a hash, words, or a whole packed file."""
        if len(data) == _DIGEST:
            yield data.hex()
        elif is_text(data):
            yield from self.speller.spellings(data.decode())
        elif is_packed(data):
            with suppress(UnreadableError):  # digits that happen to begin like a packed file
                yield from (spelt for text in texts(data, "") for spelt in self.speller.spellings(text))

    def is_clear(self, hit: Hit) -> bool:
        """Say whether words that were met are public after all."""
        if hit.letters not in self.cleared:
            self.cleared[hit.letters] = self.restricted.public.explains(
                hit.letters, is_whole=hit.is_whole, is_token=hit.is_token
            )
        return self.cleared[hit.letters]
