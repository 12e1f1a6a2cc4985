"""Withdrawn words looked for in an edition that is about to be published, whoever it is for.

They left everything that was read; what is found here came by another way (a council's own page or template). They
tell as a whole only, and nothing clears them but the toolkit's own words: in the inputs they may stand in public.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from msgspec.structs import replace

from council.diagnostics import Finding
from council.gate.allowed import PublicWords
from council.gate.index import NAME, Index
from council.gate.kept_texts import KeptTexts
from council.gate.letters import letters, weight
from council.gate.restricted import Restricted
from council.gate.said import Said
from council.gate.scan import scan
from council.location import Location
from council.parse.drafts import Drafts
from council.rules import gate as rules

_LONGEST = 120  # letters of very long words that are looked for


class _WholeWords(Index):
    """Words that are looked for as a whole, not by a name or a stretch that they hold."""

    def add_whole(self, words: str, place: Location) -> None:
        """Take in words that are long enough to tell."""
        if weight(found := letters(words)[:_LONGEST]) >= NAME:
            self._add_name(found, place)


def withdrawn_words(withdrawn: Iterable[Said], council: str, kept: KeptTexts) -> Restricted:
    """Gather what no edition must hold; ``council`` is its name, which clears words as the toolkit's own do."""
    index = _WholeWords()
    for one in withdrawn:
        index.add_whole(one.text, one.place)
    value = Restricted(index, PublicWords(Drafts(), council, kept=kept))
    for batch in value.public.batches() if not index.is_empty else ():
        index.forget(letters(batch))
    return value


def scan_withdrawn(
    staging: Path, withdrawn: Restricted, kept: KeptTexts, only: Collection[str] | None = None
) -> tuple[Finding, ...]:
    """Search a staged edition for withdrawn words alone; nothing is read where there are none. Finding: S406."""
    if withdrawn.is_empty:
        return ()
    found = scan(staging, withdrawn, kept, only)
    return tuple(replace(one, rule=rules.WITHDRAWN_IN_OUTPUT) for one in found if one.rule is rules.RESTRICTED_WORDS)
