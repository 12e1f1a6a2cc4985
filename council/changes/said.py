"""How changes are said: titles in quotes, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence

from council.diagnostics import Bilingual

_LONGEST = 60  # characters of a title


def quoted(title: str) -> Bilingual:
    """Return a title in the quotes of each language, a long one cut."""
    short = title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…"
    return Bilingual(f"「{short}」", f"“{short}”")


def quoted_list(titles: Sequence[str], most: int) -> Bilingual:
    """Return 「甲」「乙」、ほか3: so many titles one after the other, and how many more there are."""
    shown = [quoted(title) for title in titles[:most]]
    rest = len(titles) - len(shown)
    ja = "".join(one.ja for one in shown) + (f"、ほか{rest}" if rest else "")
    en = ", ".join(one.en for one in shown) + (f", and {rest} more" if rest else "")
    return Bilingual(ja, en)


def lines_of(lines: Sequence[Bilingual], most: int) -> tuple[Bilingual, ...]:
    """Return so many lines, and one that says how many more there are."""
    rest = len(lines) - most
    return (*lines[:most], Bilingual(f"ほか{rest}", f"and {rest} more")) if rest > 0 else tuple(lines)
