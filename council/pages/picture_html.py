"""Pictures of papers as HTML; of a cropped one only what the paper shows."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from council.model.paper_content import Picture

_PX_A_MM = 96 / 25.4
_ANY = 100.0  # without a size in the file, the share that is seen is all that is known


def picture_html(picture: Picture, address: Callable[[str], str], word: str) -> str:
    """Return a picture; ``word`` stands for one that nobody described or that no browser shows."""
    alt = picture.alt or word
    if not picture.name:
        named = f"{word} {picture.alt}".strip()
        return f'<span class="c-pic-missing">〔{escape(named)}〕</span>'
    if any(picture.crop):
        return _cropped(picture, escape(address(picture.name)), escape(alt))
    size = "".join(
        f' {name}="{max(round(length * _PX_A_MM), 1)}"'
        for name, length in (("width", picture.width), ("height", picture.height))
        if picture.width and picture.height
    )
    return f'<img class="c-pic" src="{escape(address(picture.name))}" alt="{escape(alt)}"{size} loading="lazy">'


def _cropped(picture: Picture, address: str, alt: str) -> str:
    """Return a window on a picture: the file is shown larger than it, moved to the left and up."""
    left, top, right, bottom = picture.crop
    width, height = picture.width or _ANY, picture.height or _ANY
    whole = (width / (1 - left - right), height / (1 - top - bottom))
    x, y = round(-left * whole[0], 2), round(-top * whole[1], 2)
    return (
        f'<svg class="c-pic" role="img" aria-label="{alt}" viewBox="0 0 {width:g} {height:g}" '
        f'width="{max(round(width * _PX_A_MM), 1)}" height="{max(round(height * _PX_A_MM), 1)}">'
        f'<image href="{address}" x="{x:g}" y="{y:g}" width="{whole[0]:.2f}" height="{whole[1]:.2f}" '
        'preserveAspectRatio="none"/></svg>'
    )
