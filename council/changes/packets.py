"""Packets whose page numbers moved although nobody wrote down that they were handed out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from council.changes.snapshot import PacketState, Snapshot
from council.diagnostics import Bilingual
from council.report.changes import Change, ChangeKind

_FOLDER, _ENDING = "packets/", ".json"
_ID = "id"


def packet_states(
    published: Mapping[str, str], site_dir: Path, before: Mapping[str, PacketState]
) -> dict[str, PacketState]:
    """Return where the papers of each packet begin; ``published`` are the hashes of files by address.

    What a packet says of itself is read again only where it has changed.
    """
    found = {}
    for uri, sha in published.items():
        if uri.startswith(_FOLDER) and uri.endswith(_ENDING):
            known = before.get(uri)
            state = known if known and known.sha == sha else _read(site_dir / uri, sha)
            if state:
                found[uri] = state
    return found


def moved_numbers(before: Snapshot, now: Snapshot) -> Iterator[Change]:
    """Yield a sentence for each packet that was not handed out and in which a paper begins at another page now."""
    for uri, state in now.packets.items():
        was = before.packets.get(uri)
        if was is None or state.revision or was.revision:
            continue
        if any(state.starts.get(paper, start) != start for paper, start in was.starts.items()):
            command = f"council packet {uri.removeprefix(_FOLDER).removesuffix(_ENDING)} --issue"
            text = Bilingual(
                f"{state.title}：通しページの番号が動きました。配付したときに {command} を実行すると、番号はその後変わりません。",
                f"{state.title}: page numbers moved; run {command} when it is handed out, and they stay from then on.",
            )
            yield Change(now.edition, ChangeKind.PACKET, text)


def _read(file: Path, sha: str) -> PacketState | None:
    """Return what a packet says of itself; none of a file that says something else."""
    try:
        told: dict[str, Any] = json.loads(file.read_bytes())
        starts = {str(one[_ID]): str(one["page"]) for one in told["papers"]}
        return PacketState(sha, str(told["title"]), int(told["revision"]), starts)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
