"""A packet handed out: what is written into the list of handouts, so that its page numbers stay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from council.build.packet_errors import TOO_EARLY, PacketError
from council.build.packet_ledger import append_rows, ledger_path
from council.diagnostics import Bilingual
from council.model.events import Event
from council.model.handouts import PartKind
from council.packets.issuing import Issue, Issued, hand_out, has_changed
from council.pages.book_parts import Binding, binding_of
from council.pages.materials import title_of
from council.pages.sheet import Studio


class WrittenDown(Struct, frozen=True):
    """What to say of a handout, and the list it was written into (None: nothing had changed), with its bytes before."""

    words: Bilingual
    path: Path | None = None
    before: bytes | None = None

    def undo(self) -> None:
        """Bring the list back to what it was: nothing was handed out after all."""
        if self.path and self.before is not None:
            self.path.write_bytes(self.before)
        elif self.path:
            self.path.unlink(missing_ok=True)


def issue_packet(studio: Studio, event: Event, project: Path, day: dt.date) -> WrittenDown:
    """Write down that a packet is handed out.

    Raises PacketError where the list cannot be read or the day is before the last handout, OSError where it cannot be
    written.
    """
    binding = binding_of(studio, event, seen=True)
    last = max(binding.handouts, key=lambda one: one.revision, default=None)
    if last and not has_changed(binding.numbering):
        return WrittenDown(
            Bilingual(
                f"改訂{last.revision}（{last.issued}配付）から変わっていないので、控えには何も書いていません。",
                f"Nothing has changed since revision {last.revision} ({last.issued}); nothing was written down.",
            )
        )
    if last and day < last.issued:
        raise PacketError(TOO_EARLY, day=day, revision=last.revision, issued=last.issued)
    edition, language = studio.record.council.edition, studio.language
    issue = Issue(event.id, edition, last.revision + 1 if last else 1, day)
    path = ledger_path(project, event, edition, binding.handouts, language)
    rows = hand_out(issue, tuple(_issued(studio, event, binding)), binding.numbering)
    before = path.read_bytes() if path.exists() else None
    append_rows(path, project, rows, language)
    words = Bilingual(
        f"{path}：改訂{issue.revision}（{day}配付）", f"{path}: revision {issue.revision}, handed out {day}"
    )
    return WrittenDown(words, path, before)


def _issued(studio: Studio, event: Event, binding: Binding) -> Iterator[Issued]:
    """Yield the parts of a packet with their titles."""
    sheet = studio.sheet("")
    for at in binding.placed:
        if at.part.kind is PartKind.PAPER:
            yield Issued(at.part, title_of(sheet, binding.materials[at.paper]), binding.labels[at.paper])
        elif at.part.kind is PartKind.ITEM:
            item = event.agenda[at.item]
            yield Issued(at.part, " ".join(part for part in (item.label, item.title) if part))
        else:
            yield Issued(at.part)
