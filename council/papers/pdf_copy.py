"""A copy of a PDF that holds what its pages need and nothing else, object by object."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections import deque

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    EncodedStreamObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from council.papers.pdf_beside import without_words_beside
from council.papers.pdf_objects import list_at, resolved, word_at
from council.papers.pdf_parts import ANY, NAMES, keeps, role_of
from council.papers.pdf_used import Key, drawn_objects
from council.papers.pictures import CleanPicture, PictureError, clean_jpeg, clean_jpx
from council.papers.refusal import RefusedPaperError
from council.rules import papers as rules
from council.text.patterns import regex

_PICTURES = {"/DCTDecode": "jpeg", "/DCT": "jpeg", "/JPXDecode": "jpx"}
_FLATE = ("/FlateDecode", "/Fl")
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_SAFE_ACTIONS = ("/GoTo", "/URI")
_SAFE_LINKS = ("http://", "https://", "mailto:")
_LANGUAGE = regex(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,3}")
_DRAWINGS = frozenset({"contents", "form", "pattern"})
_LAYERS = ("/OCG", "/OCMD")


def key_of(reference: IndirectObject) -> Key:
    """Return what identifies an object of a file."""
    return (reference.idnum, reference.generation)


class PdfCopy:
    """Copies the objects that the catalog reaches through parts that are kept.

    ``links`` are the annotations that stay. References to pages outside the page tree and to other annotations
    become null, so that a page that was taken out, or a comment, does not come along with a tag that names it.
    """

    def __init__(self, reader: PdfReader, links: frozenset[Key]) -> None:
        """Note the pages of the page tree."""
        self._reader = reader
        self._links = links
        self._drawn = drawn_objects(reader)
        self._pages = frozenset(key_of(page.indirect_reference) for page in reader.pages if page.indirect_reference)
        self._numbers: dict[Key, IndirectObject] = {}
        self._waiting: deque[tuple[IndirectObject, str]] = deque()
        self._copied: list[PdfObject] = []

    def written(self) -> bytes:
        """Return the copy's bytes; the same pages give the same bytes."""
        self._copied.append(self._value(self._reader.root_object, "catalog"))
        while self._waiting:
            reference, role = self._waiting.popleft()
            target = resolved(reference)
            self._copied.append(NullObject() if target is None else self._value(target, role))
        return _serialized(self._copied)

    def _value(self, value: PdfObject, role: str) -> PdfObject:
        if isinstance(value, IndirectObject):
            return self._reference(value, role)
        if isinstance(value, StreamObject):
            return self._stream(value, _refined(value, role))
        if isinstance(value, DictionaryObject):
            return self._dictionary(value, _refined(value, role))
        if isinstance(value, ArrayObject):
            return ArrayObject([self._value(one, role) for one in value])
        if isinstance(value, TextStringObject):
            return ByteStringObject(value.original_bytes)
        return value

    def _reference(self, reference: IndirectObject, role: str) -> PdfObject:
        key = key_of(reference)
        if key not in self._numbers:
            target = resolved(reference)
            if target is None or not self._may_come(key, target, role):
                return NullObject()
            self._numbers[key] = IndirectObject(len(self._numbers) + 2, 0, None)  # the catalog is 1
            self._waiting.append((reference, "page" if key in self._pages else role))
        return self._numbers[key]

    def _may_come(self, key: Key, target: PdfObject, role: str) -> bool:
        if not isinstance(target, DictionaryObject):
            return True
        if role == "xobject" and key not in self._drawn:
            return False
        kind = word_at(target, "/Type")
        if kind == "/Page":
            return key in self._pages
        if role == "tags" and isinstance(page := target.raw_get("/Pg") if "/Pg" in target else None, IndirectObject):
            return key_of(page) in self._pages
        annotation = kind == "/Annot" or ("/Rect" in target and "/Subtype" in target)
        return key in self._links if annotation else True

    def _dictionary(self, source: DictionaryObject, role: str) -> PdfObject:
        if role == "action" and not _is_safe(source):
            return NullObject()
        copy = DictionaryObject()
        self._fill(copy, source, role)
        return copy

    def _fill(self, copy: DictionaryObject, source: DictionaryObject, role: str) -> None:
        for key in source:
            if not keeps(role, key) or (key == "/Alt" and _names_a_file(source)) or _is_no_language(key, source):
                continue
            raw = source.raw_get(key)
            value = (
                self._annotations(raw) if (role, key) == ("page", "/Annots") else self._value(raw, role_of(role, key))
            )
            if not isinstance(value, NullObject):
                copy[NameObject(key)] = value

    def _annotations(self, raw: PdfObject) -> PdfObject:
        listed = raw.get_object()
        entries = listed if isinstance(listed, ArrayObject) else ArrayObject()
        references = [one for one in entries if isinstance(one, IndirectObject)]
        kept = [self._reference(one, "link") for one in references if key_of(one) in self._links]
        return ArrayObject(kept) if kept else NullObject()

    def _stream(self, source: StreamObject, role: str) -> PdfObject:
        copy = EncodedStreamObject()
        self._fill(copy, source, role)
        copy.pop("/Length", None)  # counted when it is written
        copy._data = source._data  # noqa: SLF001 - pypdf has no public way to the bytes as they stand in the file
        if role == "image":
            _clean_picture(copy)
        elif role in _DRAWINGS:
            _clean_drawing(copy, source)
        return copy


def _refined(value: DictionaryObject, role: str) -> str:
    """Tell pictures from forms and layers from marks: a dictionary says itself what it is."""
    if role == "xobject":
        return {"/Image": "image", "/Form": "form"}.get(word_at(value, "/Subtype"), "contents")
    if role == "marks":
        return "layer" if word_at(value, "/Type") in _LAYERS else "mark"
    return ANY if role.startswith(NAMES) and isinstance(value, StreamObject) else role


def _is_safe(action: DictionaryObject) -> bool:
    """Say whether an action leads to a place in the paper or to the web, and nowhere else."""
    kind = word_at(action, "/S")
    if kind == "/URI":
        return word_at(action, "/URI").lower().startswith(_SAFE_LINKS)
    return kind in _SAFE_ACTIONS


def _is_no_language(key: str, source: DictionaryObject) -> bool:
    """Say whether what should name a language says something else."""
    return key == "/Lang" and not _LANGUAGE.fullmatch(word_at(source, key))


def _names_a_file(tag: DictionaryObject) -> bool:
    """Say whether the description of a picture is the path from which it was put in."""
    text = word_at(tag, "/Alt")
    return ":\\" in text or text.startswith(("\\\\", "file:", "/Users/", "/home/"))


def _clean_drawing(copy: EncodedStreamObject, source: StreamObject) -> None:
    """Take the words out of a drawing that it does not show; one that has none stays byte for byte."""
    drawing = source.get_data()
    cleaned = without_words_beside(drawing)
    if cleaned != drawing:
        copy._data = zlib.compress(cleaned)  # noqa: SLF001 - as above
        copy[NameObject("/Filter")] = NameObject("/FlateDecode")
        copy.pop("/DecodeParms", None)


def _clean_picture(image: EncodedStreamObject) -> None:
    """Take off what a JPEG or JPEG 2000 picture says beside the picture."""
    filters = list_at(image, "/Filter")
    kind = _PICTURES.get(str(filters[-1])) if filters else None
    if kind is None:
        return
    data: bytes = image._data  # noqa: SLF001 - as above
    if len(filters) > 1:
        data = _inner(image, filters)
    try:
        cleaned = _cleaned(data, kind)
    except PictureError as error:
        raise RefusedPaperError(rules.NOT_CLEANED, part=f"{kind}: {error}") from error
    image._data = cleaned.data  # noqa: SLF001 - as above
    image[NameObject("/Filter")] = NameObject(str(filters[-1]))


def _cleaned(data: bytes, kind: str) -> CleanPicture:
    return clean_jpeg(data, keep_turn=False, strict=False) if kind == "jpeg" else clean_jpx(data)


def _inner(image: EncodedStreamObject, filters: list[PdfObject]) -> bytes:
    """Unpack the Flate coding that some programs put around a JPEG."""
    parameters = list_at(image, "/DecodeParms")
    if len(filters) != 2 or str(filters[0]) not in _FLATE or any(one for one in parameters[:1]):  # noqa: PLR2004 - the one nesting that occurs
        raise RefusedPaperError(rules.NOT_CLEANED, part=" ".join(str(one) for one in filters))
    try:
        data = zlib.decompressobj().decompress(image._data, 1 << 28)  # noqa: SLF001 - as above
    except zlib.error as error:
        raise RefusedPaperError(rules.NOT_CLEANED, part=str(filters[0])) from error
    if len(parameters) > 1:
        image[NameObject("/DecodeParms")] = parameters[1]
    return data


def _serialized(objects: list[PdfObject]) -> bytes:
    """Write objects 1, 2, … with a plain cross-reference table; the identifier is made of the content."""
    stream = io.BytesIO()
    stream.write(_HEADER)
    places: list[int] = []
    for number, one in enumerate(objects, start=1):
        places.append(stream.tell())
        stream.write(b"%d 0 obj\n" % number)
        one.write_to_stream(stream)
        stream.write(b"\nendobj\n")
    identifier = ByteStringObject(hashlib.sha256(stream.getvalue()).digest()[:16])
    start = stream.tell()
    stream.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    stream.writelines(b"%010d 00000 n \n" % place for place in places)
    trailer = DictionaryObject(
        {
            NameObject("/Size"): NumberObject(len(objects) + 1),
            NameObject("/Root"): IndirectObject(1, 0, None),
            NameObject("/ID"): ArrayObject([identifier, identifier]),
        }
    )
    stream.write(b"trailer\n")
    trailer.write_to_stream(stream)
    stream.write(b"\nstartxref\n%d\n%%%%EOF\n" % start)
    return stream.getvalue()
