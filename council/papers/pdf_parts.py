"""Which parts of a PDF make its pages, and are copied (ISO 32000-1); a part that is not named here stays behind.

A dictionary is read in a role. Some roles keep a fixed set of keys; the others keep every key but those that carry
something beside the page. The keys of a `names:` role are names that the document chose itself.
"""

from __future__ import annotations


def _keys(words: str) -> frozenset[str]:
    return frozenset(f"/{word}" for word in words.split())


ANY = "any"
NAMES = "names:"
_STREAM = "Length Filter DecodeParms"
_BOXES = "MediaBox CropBox BleedBox TrimBox ArtBox"

KEPT: dict[str, frozenset[str]] = {
    "catalog": _keys("Type Version Pages Lang MarkInfo StructTreeRoot PageLabels PageLayout Outlines Dests Names"),
    "page": _keys(
        f"Type Parent Kids Count Resources {_BOXES} Contents Rotate Group Annots StructParents Tabs UserUnit"
    ),
    "resources": _keys("Font XObject ExtGState ColorSpace Pattern Shading Properties ProcSet"),
    "contents": _keys(_STREAM),
    "form": _keys(f"{_STREAM} Type Subtype FormType BBox Matrix Resources Group StructParent StructParents"),
    "image": _keys(
        f"{_STREAM} Type Subtype Width Height ColorSpace BitsPerComponent Intent ImageMask Mask SMask SMaskInData "
        "Matte Decode Interpolate StructParent"
    ),
    "pattern": _keys(
        f"{_STREAM} Type PatternType PaintType TilingType BBox XStep YStep Resources Matrix Shading ExtGState"
    ),
    "link": _keys("Type Subtype Rect Border BS C H QuadPoints Dest A StructParent F"),
    "action": _keys("Type S D URI IsMap SD"),
    "outline": _keys("Type Title Parent Prev Next First Last Count Dest A C F SE"),
    "destinations": _keys("Dests"),
    "layer": _keys("Type"),
}
# What any dictionary may carry beside the page: properties, other files, scripts, previews, names of layers.
LEFT_BEHIND = _keys(
    "Metadata PieceInfo LastModified OC OPI AF EF JS AA Thumb Alternates PTEX.FileName PTEX.InfoDict PTEX.PageNumber"
)
# Of the tags that screen readers use, the words that stand on no page; what a figure shows (Alt) is for them to read.
UNSEEN_WORDS = _keys("ActualText E T ID IDTree PronunciationLexicon")

ROLES: dict[tuple[str, str], str] = {
    ("catalog", "/Pages"): "page",
    ("catalog", "/StructTreeRoot"): "tags",
    ("catalog", "/Outlines"): "outline",
    ("catalog", "/Names"): "destinations",
    ("catalog", "/Dests"): NAMES + ANY,
    ("page", "/Kids"): "page",
    ("page", "/Parent"): "page",
    ("page", "/Resources"): "resources",
    ("page", "/Contents"): "contents",
    ("resources", "/Font"): NAMES + "font",
    ("resources", "/XObject"): NAMES + "xobject",
    ("resources", "/ExtGState"): NAMES + "state",
    ("resources", "/ColorSpace"): NAMES + ANY,
    ("resources", "/Pattern"): NAMES + "pattern",
    ("resources", "/Shading"): NAMES + ANY,
    ("resources", "/Properties"): NAMES + "marks",
    ("form", "/Resources"): "resources",
    ("image", "/Mask"): "image",
    ("image", "/SMask"): "image",
    ("pattern", "/Resources"): "resources",
    ("font", "/Resources"): "resources",
    ("font", "/CharProcs"): NAMES + "contents",
    ("state", "/SMask"): "mask",
    ("state", "/Font"): "font",
    ("mask", "/G"): "xobject",
    ("link", "/A"): "action",
    ("outline", "/A"): "action",
    ("outline", "/First"): "outline",
    ("outline", "/Last"): "outline",
    ("outline", "/Next"): "outline",
    ("outline", "/Prev"): "outline",
    ("outline", "/Parent"): "outline",
    ("outline", "/SE"): "tags",
    ("tags", "/K"): "tags",
    ("tags", "/P"): "tags",
    ("tags", "/ParentTree"): "tags",
    ("tags", "/Kids"): "tags",
    ("tags", "/Nums"): "tags",
    ("tags", "/RoleMap"): NAMES + ANY,
    ("tags", "/ClassMap"): NAMES + ANY,
}


def role_of(role: str, key: str) -> str:
    """Return the role in which the value of a key is read."""
    if role.startswith(NAMES):
        return role.removeprefix(NAMES)
    return ROLES.get((role, key), ANY)


def keeps(role: str, key: str) -> bool:
    """Say whether a dictionary in this role takes the key along."""
    if role.startswith(NAMES):
        return True
    if role in KEPT:
        return key in KEPT[role]
    if role == "mark" and key in UNSEEN_WORDS | {"/Alt"}:
        return False
    return key not in LEFT_BEHIND and not (role == "tags" and key in UNSEEN_WORDS)
