"""The layout shows the architecture: imports point down the list of rooms only."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import council
from council.rules import ALL_RULES

PACKAGE = Path(council.__file__).parent
ROOT = PACKAGE.parent

# Lowest first; the rooms of one line do not know one another.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("location", "text"),
    ("diagnostics",),
    ("rules", "model"),
    ("glossary", "read", "cache"),
    ("config",),
    ("parse",),
    ("corrections", "papers"),
    ("editions", "resolve"),
    ("checks", "figures"),
    ("packets",),
    ("pages",),
    ("opendata", "search", "site"),
    ("gate",),
    ("publish", "report"),
    ("changes",),
    ("build",),
    ("ask", "init", "serve"),
    ("cli",),
    ("__main__",),
)
HEIGHT = {room: height for height, layer in enumerate(LAYERS) for room in layer}
MKDOCS = ("mkdocs", "material")


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "site_templates" not in path.parts)


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_imports_point_one_way():
    wrong = []
    for path in modules():
        room = room_of(path)
        if room == "__init__":
            continue
        for name in imported(path):
            parts = name.split(".")
            if parts[0] == "council" and len(parts) > 1 and parts[1] != room and HEIGHT[parts[1]] >= HEIGHT[room]:
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    # The MkDocs plugin is called from below by MkDocs and asks the pipeline for its pages.
    assert [line for line in wrong if "site/" not in line or "council.build" not in line] == []


def test_only_the_site_room_knows_mkdocs():
    knowing = {room_of(path) for path in modules() if any(name.split(".")[0] in MKDOCS for name in imported(path))}
    assert knowing <= {"site"}


def test_no_module_compiles_its_patterns_before_they_are_asked():
    exempt = {"location.py", "patterns.py"}  # the lowest room of all knows none, and what compiles them
    compiling = {path for path in modules() if path.name not in exempt and "site" not in path.parts and compiles(path)}
    assert compiling == set()


def compiles(path: Path) -> bool:
    """Say whether a module compiles a pattern while it is loaded."""
    rest = [ast.parse(path.read_text(encoding="utf-8")).body]
    while rest:
        for node in rest.pop():
            if isinstance(node, ast.FunctionDef):
                continue
            if isinstance(node, ast.Attribute) and ast.unparse(node) == "re.compile":
                return True
            rest.append(list(ast.iter_child_nodes(node)))
    return False


def test_no_module_outgrows_its_room():
    assert [
        str(path.relative_to(ROOT)) for path in modules() if len(path.read_text(encoding="utf-8").splitlines()) > 350
    ] == []


def test_every_rule_speaks_both_languages_with_the_same_values():

    for rule in ALL_RULES.values():
        for text in (rule.message, rule.help):
            fields = [
                {name for _, name, _, _ in string.Formatter().parse(words) if name} for words in (text.ja, text.en)
            ]
            assert fields[0] == fields[1], rule.code
            assert text.ja, rule.code
            assert text.en, rule.code


def test_every_rule_has_its_section_in_the_list_of_errors():
    page = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    assert [code for code in ALL_RULES if f"## {code} " not in page] == []
