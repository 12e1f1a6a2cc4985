"""S5xx: the council's own words for the search (minutes_src/synonyms.csv)."""

from __future__ import annotations

from council.diagnostics import Bilingual, Rule, Severity

SYNONYM_ALONE = Rule(
    "S501",
    "synonym-alone",
    Severity.WARNING,
    Bilingual(
        "この行には、同じ意味の言葉が二つ以上ありません。検索には使いません",
        "this row does not hold two words that mean the same; the search does not use it",
    ),
    Bilingual(
        "「語」に言葉を一つ、「同義語」に同じ意味の言葉を ; で区切って書いてください。",
        "Write one word under “word” and those that mean the same under “synonyms”, parted by “;”.",
    ),
)
