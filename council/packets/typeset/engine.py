"""The typesetter at work: a template of ours, data and pictures in; a PDF and where its blocks begin out."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from council.packets.pdf.fonts import font_files

_TEMPLATE = "paper.typ"
_KEPT_ROUNDS = 11


class UnsetPaperError(Exception):
    """The typesetter refuses what it was given; its words say why."""


def set_pages(data: Mapping[str, Any], pictures: Mapping[str, bytes]) -> tuple[bytes, int, dict[tuple[int, int], int]]:
    """Return the PDF (PDF/UA-1), the number of its pages, and the page on which each block and row begins.

    These are told by the block's place and the row's, 0 for what is no table; repeated heads count where they are first.

    The same data and pictures give the same bytes. Raises UnsetPaperError.
    """
    import typst  # noqa: PLC0415 - of the extra

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        main = root / _TEMPLATE
        main.write_bytes(resources.files(__package__).joinpath(_TEMPLATE).read_bytes())
        (root / "data.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        for name, content in pictures.items():
            (root / name).write_bytes(content)
        try:
            compiler = typst.Compiler(str(main), root=folder, font_paths=_fonts(), ignore_system_fonts=True)
            pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=0)
            starts = json.loads(compiler.query("<at>", field="value"))
            count = json.loads(compiler.query("<count>", field="value", one=True))
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # a fault within the typesetter is no Exception
            raise UnsetPaperError(str(error).partition("\n")[0]) from error
        finally:
            let_go()
    if not isinstance(pdf, bytes):
        raise UnsetPaperError(type(pdf).__name__)
    found: dict[tuple[int, int], int] = {}
    for place, row, page in starts:
        found.setdefault((int(place), int(row)), int(page))
    return pdf, int(count), found


def let_go() -> None:
    """Let the typesetter forget what it keeps of finished papers: it holds on to the last ten of them otherwise."""
    import typst  # noqa: PLC0415 - of the extra

    for _ in range(_KEPT_ROUNDS):
        typst.Compiler(b"#none", font_paths=_fonts(), ignore_system_fonts=True).compile(format="svg")


@lru_cache(maxsize=1)
def _fonts() -> Any:  # noqa: ANN401 - a class of the extra
    """Return the typefaces, looked for once."""
    import typst  # noqa: PLC0415 - of the extra

    folders = sorted({str(path.parent) for path in font_files()})
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
