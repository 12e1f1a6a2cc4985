"""The typesetter: a template of ours and data, never mark-up made of inputs."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from council.packets.pdf.fonts import font_files
from council.packets.typeset.engine import let_go

_TEMPLATES = "templates"
_HOUSE = "house"


class UnsetError(Exception):
    """The typesetter refuses what it was given; its words say why."""


def typeset(template: str, data: object, files: Mapping[str, bytes] | None = None, *, tagged: bool = True) -> bytes:
    """Return the PDF that a template makes of data: PDF/UA-1 if ``tagged``, the same bytes for the same data.

    ``files`` are pictures, by the names that the data gives them. Raises UnsetError.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in (template, _HOUSE):
            (root / f"{name}.typ").write_bytes(_template(name))
        for name, content in (files or {}).items():
            (root / name).write_bytes(content)
        (root / "data.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        return _compiled(root / f"{template}.typ", {"pdf_standards": ["ua-1"]} if tagged else {"pdf_tags": False})


def _compiled(main: Path, options: Mapping[str, Any]) -> bytes:
    import typst  # noqa: PLC0415 - of the extra

    fonts = sorted({str(path.parent) for path in font_files()})
    try:
        made = typst.compile(str(main), font_paths=fonts, ignore_system_fonts=True, timestamp=0, **options)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a fault within the typesetter is no Exception
        raise UnsetError(str(error)) from error
    finally:
        let_go()
    return bytes(made)


@lru_cache(maxsize=8)
def _template(name: str) -> bytes:
    return resources.files(__package__).joinpath(_TEMPLATES, f"{name}.typ").read_bytes()
