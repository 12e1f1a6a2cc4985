"""Pictures inside Word files and workbooks."""

from __future__ import annotations

from council.papers.pictures import PictureError, clean_jpeg, clean_png
from council.papers.refusal import RefusedPaperError
from council.rules import papers as rules

_KINDS = ((b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpeg"), (b"BM", "bmp"))


def clean_picture(content: bytes, part: str) -> bytes:
    """Return a picture without what it says of its making. Raises RefusedPaperError (D305) for other kinds."""
    kind = next((kind for mark, kind in _KINDS if content.startswith(mark)), "")
    try:
        match kind:
            case "png":
                return clean_png(content).data
            case "jpeg":
                return clean_jpeg(content, strict=False).data
            case "bmp":
                return content  # holds nothing but the picture
    except PictureError as error:
        raise RefusedPaperError(rules.NOT_CLEANED, part=part) from error
    raise RefusedPaperError(rules.NOT_CLEANED, part=part)
