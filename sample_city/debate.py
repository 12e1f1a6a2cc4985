"""The texts of the debate: units of questions, answers and arguments, read from the files under ``debate/``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from people import HERE

FOLDER = HERE / "debate"


@dataclass(frozen=True, slots=True)
class Part:
    """What one speaker says; ``role`` is the word after @ (質問, 答弁 …), ``who`` what follows it (教育部長, A)."""

    role: str
    who: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """Parts that belong together; ``titles`` are its subjects, ``bill`` the number of the bill it is about."""

    titles: tuple[str, ...]
    bill: str
    parts: tuple[Part, ...]


@cache
def units(name: str) -> tuple[Unit, ...]:
    """Return the units of a file, which a blank line parts."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").strip()
    parts = re.split(r"\n\n+(?=bill:|title:)", text)
    return tuple(_unit(part.split("\n")) for part in parts)


def unit(name: str) -> Unit:
    """Return the one unit of a file."""
    return units(name)[0]


def _unit(lines: list[str]) -> Unit:
    titles = tuple(line.removeprefix("title:").strip() for line in lines if line.startswith("title:"))
    bill = next((line.removeprefix("bill:").strip() for line in lines if line.startswith("bill:")), "")
    return Unit(titles, bill, tuple(_parts(lines)))


def _parts(lines: list[str]) -> Iterator[Part]:
    head: list[str] = []
    said: list[str] = []
    for line in lines:
        if line.startswith("@"):
            yield from (Part(head[0], head[1], tuple(said)),) if head else ()
            head, said = [*line[1:].split(maxsplit=1), ""][:2], []
        elif head and line.strip():
            said.append(line.strip())
    yield from (Part(head[0], head[1], tuple(said)),) if head else ()


@cache
def explanations() -> dict[str, tuple[str, ...]]:
    """Return the paragraphs in which each bill is introduced, by its number."""
    blocks = (FOLDER / "explanations.txt").read_text(encoding="utf-8").strip().split("\n\n")
    return {
        lines[0].removeprefix("# ").strip(): tuple(line.strip() for line in lines[1:] if line.strip())
        for lines in (block.split("\n") for block in blocks)
    }


def address(name: str) -> tuple[str, ...]:
    """Return the paragraphs of a speech that stands alone (施政方針, 諸般の報告 …)."""
    return unit(f"addresses/{name}").parts[0].paragraphs
