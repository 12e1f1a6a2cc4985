"""A Word file or workbook taken apart and put together anew from the parts that make what is seen."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterable
from xml.sax.saxutils import quoteattr

from lxml import etree
from msgspec import Struct, field

from council.papers import office_parts as kinds
from council.papers.refusal import RefusedPaperError
from council.papers.xml_parts import drop_dangling, has_web_target, parsed
from council.read.docx.archive import part_key, unpack
from council.read.docx.refusal import RefusedError
from council.rules import materials, word_refused
from council.rules import papers as rules

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_TYPES_PART = "[content_types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_NAME = "docProps/core.xml"
_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator/></cp:coreProperties>\n'
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELS_DEFAULT = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)

CleanPart = Callable[["Part"], bytes]


class Relation(Struct, frozen=True):
    """A relation as the file writes it; ``kind`` is the last word of its type."""

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """What it leads to."""
        return self.type.rpartition("/")[2]


class Part(Struct, frozen=True):
    """A part on its way: how it was reached, its bytes, and the ids of its relations that are gone."""

    name: str
    kind: str
    content: bytes
    gone: frozenset[str] = frozenset()
    relations: tuple[tuple[str, str], ...] = ()  # id and part of those that stay


class Gathered(Struct):
    """What the new package will hold, and what was left out."""

    parts: dict[str, bytes] = field(default_factory=dict)
    relations: dict[str, list[Relation]] = field(default_factory=dict)
    left_out: list[tuple[str, str]] = field(default_factory=list)  # kind and name of the part


class Package:
    """The parts of a file by the names that the packaging standard compares."""

    def __init__(self, data: bytes, name: str) -> None:
        """Unpack within the limits for Word files. Raises RefusedPaperError (D103, D104, D108)."""
        try:
            unpack(data, name)
        except RefusedError as refusal:
            raise _refused(refusal) from refusal
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            self.names = {part_key(member.filename): member.filename.lstrip("/") for member in members}
            self.contents = {part_key(member.filename): archive.read(member) for member in members}
        self._types = parsed(self.contents.get(_TYPES_PART, b""), _TYPES_PART)

    def relations(self, part: str) -> list[Relation]:
        """Return what a part refers to."""
        folder, base = posixpath.split(part)
        content = self.contents.get(posixpath.join(folder, "_rels", f"{base}.rels"))
        if content is None:
            return []
        found = parsed(content, base).iter(f"{{{_RELATIONS}}}Relationship")
        return [
            Relation(
                one.get("Id") or "", one.get("Type") or "", one.get("Target") or "", one.get("TargetMode") == "External"
            )
            for one in found
        ]

    def target(self, part: str, relation: Relation) -> str:
        """Return the part that a relation leads to."""
        path = posixpath.join("/", posixpath.dirname(part), relation.target.replace("\\", "/"))
        return part_key(posixpath.normpath(path))

    def content_type(self, part: str) -> str:
        """Return a part's content type."""
        for one in self._types.iter(f"{_TYPES}Override"):
            if part_key(one.get("PartName") or "") == part:
                return one.get("ContentType") or ""
        extension = posixpath.splitext(part)[1].lstrip(".")
        defaults = self._types.iter(f"{_TYPES}Default")
        return next(
            (one.get("ContentType") or "" for one in defaults if (one.get("Extension") or "").lower() == extension), ""
        )


def gather(package: Package, clean: CleanPart, *, skip: frozenset[str] = frozenset()) -> Gathered:
    """Follow the relations that are kept and clean every part they lead to; ``skip`` are parts to leave out.

    Raises RefusedPaperError for what is embedded or unknown (D304, D305).
    """
    gathered = Gathered()
    _visit(package, clean, skip, gathered, "", "")
    return gathered


def _visit(  # noqa: PLR0913, PLR0917 - one walk and where it stands
    package: Package, clean: CleanPart, skip: frozenset[str], gathered: Gathered, part: str, kind: str
) -> None:
    kept, gone = _sorted_out(package, skip, gathered, part, kind)
    gathered.relations[part] = kept
    if part:
        inside = tuple((one.id, package.target(part, one)) for one in kept if not one.external)
        gathered.parts[part] = clean(Part(part, kind, package.contents[part], gone, inside))
    for relation in kept:
        target = package.target(part, relation)
        if not relation.external and target not in gathered.parts:
            gathered.parts[target] = b""  # claimed, so that parts which refer to one another end
            _visit(package, clean, skip, gathered, target, relation.kind)


def _sorted_out(
    package: Package, skip: frozenset[str], gathered: Gathered, part: str, kind: str
) -> tuple[list[Relation], frozenset[str]]:
    kept: list[Relation] = []
    gone: set[str] = set()
    for relation in package.relations(part):
        if _stays(package, part, kind, relation) and package.target(part, relation) not in skip:
            kept.append(relation)
        else:
            gone.add(relation.id)
            gathered.left_out.append((relation.kind, package.target(part, relation)))
    return kept, frozenset(gone)


def _stays(package: Package, part: str, kind: str, relation: Relation) -> bool:
    if relation.kind in kinds.LEFT_OUT:
        return False
    if relation.external:
        return relation.kind == "hyperlink" and has_web_target(relation.target)
    if relation.kind in kinds.EMBEDDED and kind == "chart":
        return False  # the workbook behind a chart; its figures stand in the chart
    if relation.kind in kinds.EMBEDDED:
        raise RefusedPaperError(rules.EMBEDDED, part=relation.kind)
    if relation.kind not in kinds.KEPT:
        raise RefusedPaperError(rules.NOT_CLEANED, part=relation.kind or "rels")
    if relation.kind == "hyperlink" or relation.target.startswith("#"):
        return False
    target = package.target(part, relation)
    return target in package.contents and not target.endswith(".svg")  # a PNG of the same picture stands beside it


def packed(package: Package, gathered: Gathered) -> bytes:
    """Return the new file: parts in the order of their names, every time of day the same, properties empty."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "[Content_Types].xml", _content_types(package, gathered.parts))
        _put(archive, "_rels/.rels", _relations(gathered.relations[""], with_core=True))
        _put(archive, _CORE_NAME, _CORE)
        for part in sorted(gathered.parts):
            _put(archive, package.names[part], gathered.parts[part])
            if gathered.relations.get(part):
                folder, base = posixpath.split(package.names[part])
                _put(archive, posixpath.join(folder, "_rels", f"{base}.rels"), _relations(gathered.relations[part]))
    return stream.getvalue()


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    member = zipfile.ZipInfo(name, _FIRST_DAY)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 0  # else it says on which system the site is built
    archive.writestr(member, content, compresslevel=6)


def _content_types(package: Package, parts: Iterable[str]) -> bytes:
    types = {f"/{package.names[part]}": package.content_type(part) for part in sorted(parts)}
    overrides = "".join(
        f"<Override PartName={quoteattr(name)} ContentType={quoteattr(kind)}/>"
        for name, kind in {f"/{_CORE_NAME}": _CORE_TYPE, **types}.items()
    )
    return f'{_DECLARATION}<Types xmlns="{_TYPES[1:-1]}">{_RELS_DEFAULT}{overrides}</Types>'.encode()


def _relations(relations: Iterable[Relation], *, with_core: bool = False) -> bytes:
    core = [Relation("rIdCore", _CORE_KIND, _CORE_NAME, external=False)] if with_core else []
    lines = "".join(_relation(one) for one in (*relations, *core))
    return f'{_DECLARATION}<Relationships xmlns="{_RELATIONS}">{lines}</Relationships>'.encode()


def _relation(one: Relation) -> str:
    mode = ' TargetMode="External"' if one.external else ""
    return f"<Relationship Id={quoteattr(one.id)} Type={quoteattr(one.type)} Target={quoteattr(one.target)}{mode}/>"


def cleaned_xml(part: Part) -> etree._Element:
    """Return a part's XML without comments, and without what hung on relations that are gone."""
    root = parsed(part.content, part.name)
    drop_dangling(root, part.gone)
    return root


def _refused(refusal: RefusedError) -> RefusedPaperError:
    found = refusal.finding
    values = dict(found.values)
    if found.rule is word_refused.WORD_ENCRYPTED:
        return RefusedPaperError(materials.LOCKED)
    if found.rule is word_refused.WORD_TOO_LARGE:
        return RefusedPaperError(materials.TOO_LARGE, size=values["size"], limit=values["limit"])
    return RefusedPaperError(materials.UNREADABLE, reason=values.get("part", found.rule.name))
