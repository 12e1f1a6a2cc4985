"""Words that tell of a whole chamber, written across the members' cells: they are nobody's vote."""

from __future__ import annotations

import re

from council.text.numerals import fold_width
from council.text.patterns import regex

_WORDS = regex(
    r"^(?:全会一致|満場一致|全員一致|全員異議な[しく]|異議な[しく]|簡易(?:採決|表決)?|(?:起立|挙手|賛成)全員|全員(?:賛成|起立|挙手)"
    r"|(?:起立|挙手|賛成)(?:多数|少数)|無記名投票|投票|指名推選|報告のみ|採決なし|unanimous(?:ly)?|withoutobjection|carried|consent)"
    r"(?:\(.*\)|で?(?:可決|同意|承認|認定|採択))?$",
    re.IGNORECASE,
)


def is_unanimity(cell: str) -> bool:
    """Say whether a cell tells how the whole chamber decided (全会一致, 起立多数), which names nobody."""
    return len(cell) <= 24 and _WORDS.match(re.sub(r"\s+", "", fold_width(cell))) is not None  # noqa: PLR2004 - no sentence
