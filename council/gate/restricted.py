"""What must stand nowhere in the public edition: words, names, file hashes, ids and addresses with their places."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct, field

from council.diagnostics import Finding, Outcome, finding
from council.gate.allowed import PublicWords
from council.gate.file_names import FileNames
from council.gate.index import Index
from council.gate.kept_texts import KeptTexts
from council.gate.letters import letters
from council.gate.said import Said
from council.gate.sides import Sides, sides
from council.gate.words_of_files import words_of
from council.location import Location
from council.model.identifiers import material_id
from council.parse.drafts import Drafts
from council.parse.walk import FoundFile
from council.read.docx.source import is_placeholder
from council.rules import gate as rules
from council.text.patterns import regex

# Fields whose text is looked for wherever it stands, even if it is short.
_NAMED = frozenset({"title", "body", "path", "item", "name", "attribution"})
_KEY = 6  # characters of a key, password or path that are looked for by themselves
_HOST = regex(r"[a-z-]+(?:\.[a-z-]+)+")  # feature=youtu.be


class Restricted(Struct, frozen=True):
    """What is looked for in the public edition, each with the place of the restricted input where it stands.

    ``links`` are addresses of online meetings without their scheme, by host; ``public`` is what clears words.
    """

    index: Index
    public: PublicWords
    digests: dict[str, Location] = field(default_factory=dict)
    ids: dict[str, Location] = field(default_factory=dict)
    links: dict[str, dict[str, Location]] = field(default_factory=dict)
    file_names: FileNames = field(default_factory=FileNames)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for."""
        return self.index.is_empty and not (self.digests or self.ids or self.links or self.file_names.places)

    @property
    def fingerprint(self) -> str:
        """What changes when anything else is looked for: files that were clear under the same one still are."""
        told = (*self.index.names, *self.index.passages, *self.digests, *self.ids, *self.links.values())
        more = (*sorted(self.index.alone), *self.file_names.places)
        return hashlib.sha256("\n".join(map(str, (*told, *more))).encode()).hexdigest()


def restricted_words(
    project: Path,
    drafts: Drafts,
    public: Drafts,
    kept: KeptTexts,
    council: str = "",
) -> Outcome[Restricted]:
    """Gather what the public edition must not hold; ``public`` are the drafts it is made of, ``council`` its name.

    A path below 議員限定 (members), or below 資料 without 公開, is restricted whatever the drafts say of it. What stands
    in public inputs as well is not looked for.
    Findings: S404 (a restricted file is public as well), S405 (a restricted file that cannot be searched).
    """
    told = sides(project, drafts, public)
    value = Restricted(Index(), PublicWords(told.public, council, told.public_papers, kept))
    findings = [found for file in told.hidden_files for found in _take_file(value, file, told, kept)]
    value.digests.update(told.hidden_copies)
    findings += _clear_same_files(value, told.public_files)
    _take_words(value, told.hidden_words)
    _take_links(value, drafts)
    if not value.is_empty:
        _clear_public_words(value)
    return Outcome(value, tuple(findings))


def _take_file(value: Restricted, file: FoundFile, told: Sides, kept: KeptTexts) -> Iterable[Finding]:
    """Take in a restricted file: its name and its folders', its hash, its id, its words unless the drafts have them."""
    here = Location(file.name)
    *folders, own = file.name.split("/")[1:]
    _take_words(value, (Said(part, here, "path") for part in (*folders, own.rpartition(".")[0] or own)))
    value.file_names.add(own, here)
    value.ids[material_id(file.name)] = here
    data = _bytes_of(file.path)
    if data is None:
        return
    value.digests[hashlib.sha256(data).hexdigest()] = here
    if file.name not in told.read_minutes:
        found = words_of(file.path, file.name, data, kept)
        _take_words(value, found or ())
        if found is None:
            yield finding(rules.NOT_SEARCHABLE, here)


def _take_words(value: Restricted, texts: Iterable[Said]) -> None:
    for one in texts:
        value.index.add(one.text, one.place, is_name=one.field in _NAMED)


def _take_links(value: Restricted, drafts: Drafts) -> None:
    """Take in the addresses of online meetings: whole, as host and path, and what stands in them as key or password."""
    for sitting in (sitting for session in drafts.sessions for sitting in session.sittings if sitting.online):
        for sought, address in _parts_of(sitting.online):
            value.links.setdefault(sought, {})[address] = sitting.location


def _parts_of(online: str) -> Iterator[tuple[str, str]]:
    """Yield what is looked for of an address, each behind a word that must be there as well."""
    parts = urlsplit(online)
    address = online.partition("://")[2].rstrip("/")
    if not parts.netloc or not address:
        return
    yield parts.netloc, address
    path = parts.path.strip("/")
    if len(path) >= _KEY and (not parts.query or any(map(str.isdigit, path))):  # /watch?v=… is anybody's path
        yield parts.netloc, f"{parts.netloc}/{path}"
    for field_ in (*parts.query.split("&"), parts.fragment):
        key = field_.partition("=")[2] or field_
        if len(key) >= _KEY and not _HOST.fullmatch(key):
            yield key, key


def _clear_same_files(value: Restricted, files: Iterable[FoundFile]) -> Iterable[Finding]:
    """Leave out the hash of a file that is public as well."""
    if not value.digests:
        return
    endings = {Path(place.path).suffix.casefold() for place in value.digests.values()}
    for file in files:
        data = _bytes_of(file.path) if file.suffix in endings else None
        same = value.digests.pop(hashlib.sha256(data).hexdigest(), None) if data else None
        if same:
            yield finding(rules.SAME_FILE, Location(file.name), other=same.path)


def _clear_public_words(value: Restricted) -> None:
    """Leave out all that public texts say."""
    for batch in value.public.batches():
        value.index.forget(letters(batch))
        value.file_names.forget(batch)
        for addresses in value.links.values():
            for address in [one for one in addresses if one in batch]:
                del addresses[address]


def _bytes_of(path: Path) -> bytes | None:
    """Return a file's bytes; none of a file that the cloud holds or that cannot be read: its reader says so."""
    try:
        return None if is_placeholder(path.stat()) else path.read_bytes()
    except OSError:
        return None
