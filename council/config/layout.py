"""The layout of minutes a council asks for: a shipped one's name, one of its own in mkdocs.yml, or a file of its own."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

from council.config.settings import Settings
from council.read.documents import YamlList, YamlMap, YamlNode, YamlScalar
from council.read.yaml_file import read_yaml

_FILES = (".yml", ".yaml")


def layout_of(node: YamlNode | None, project: Path, settings: Settings) -> str:
    """Return the name of a layout, or the council's own as JSON; findings of its file go to ``settings``.

    A mapping under `extra.council.profile` is a layout itself; a text that ends in .yml names a file in the project.
    """
    if isinstance(node, YamlMap):
        return _as_json(node)
    name = "" if node is None else settings.passed(node, "profile", str) or ""
    return _from_file(name, project, settings) if name.endswith(_FILES) and _is_inside(name) else name


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts


def _from_file(name: str, project: Path, settings: Settings) -> str:
    path = project / name
    if not path.is_file():
        return name
    read = read_yaml(path, name)
    settings.findings.extend(read.findings)
    return _as_json(read.value) if isinstance(read.value, YamlMap) else name


def _as_json(node: YamlMap) -> str:
    return json.dumps(_plain(node), ensure_ascii=False)


def _plain(node: YamlNode) -> object:
    if isinstance(node, YamlScalar):
        return node.text
    if isinstance(node, YamlList):
        return [_plain(item) for item in node.items]
    return {key.text: _plain(value) for key, value in node.entries}
