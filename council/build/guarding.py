"""What is looked for before the public edition is published, and what should not be public though nothing forbids it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from council.config import Config
from council.diagnostics import Finding, Outcome
from council.editions import visible
from council.gate import KeptTexts, Restricted, personal_data, restricted_words, scan, tracked_files
from council.model.events import Audience
from council.parse.drafts import Drafts
from council.publish import disk


@dataclass(frozen=True, slots=True)
class Gate:
    """What the public edition must not hold; ``kept`` are texts that are slow to take out of files."""

    restricted: Restricted
    kept: KeptTexts

    def refuse(self, staging: Path) -> tuple[Finding, ...]:
        """Return why a staged site may not be published (S401, S402), if so; it is removed then."""
        found = scan(staging, self.restricted, self.kept)
        self.kept.tidy()
        if found:
            disk.clear(staging)
        return found


def make_gate(config: Config, drafts: Drafts, folder: Path | None) -> Outcome[Gate]:
    """Gather what is restricted; ``folder`` is where texts are kept from one run to the next."""
    kept = KeptTexts(folder)
    restricted = restricted_words(config.project, drafts, visible(drafts, Audience.PUBLIC), kept, config.facts.name)
    return Outcome(Gate(restricted.value, kept), restricted.findings)


def look_out(project: Path, drafts: Drafts) -> tuple[Finding, ...]:
    """Warn of personal data in public text (S411-S413) and of restricted files that git carries away (S403)."""
    return (*personal_data(visible(drafts, Audience.PUBLIC)), *tracked_files(project))
