"""`packets/offline.html`, which stands for whatever is not saved, and the button on a packet's page."""

from __future__ import annotations

import json

from msgspec import Struct

from council.packets.offline import FOLDER, OFFLINE
from council.pages.page import Page
from council.pages.sheet import Link, Sheet, Studio

_SAID = (
    *(
        "save",
        "about",
        "saving",
        "progress",
        "saved",
        "lost",
        "again",
        "delete",
        "delete_one",
        "sure",
        "update",
        "reload",
    ),
    *("close", "done", "updated", "and", "replaced", "added", "newer", "withdrawn", "redacted", "gone", "again_later"),
    *("network", "underway", "unfound", "damaged", "full", "worker", "elsewhere", "empty", "today", "room", "kept"),
    *("loose", "missing", "insecure", "pdf"),
)
"""What the script says."""


class OfflineView(Struct, frozen=True):
    """What a packet's page needs: the script's settings as JSON, the packet's PDF (or nothing), the list's address."""

    script: str
    pdf: Link | None
    saved: Link


def offline_view(sheet: Sheet, packet_id: str = "", pdf: str = "") -> OfflineView:
    """Return what saves a packet, or lists what is saved (no id); ``pdf`` is the PDF's address below the root."""
    return OfflineView(
        _script(sheet, packet_id, pdf),
        sheet.link(pdf, sheet.t("offline.pdf")) if pdf else None,
        sheet.link(OFFLINE, sheet.t("offline.list")),
    )


def _script(sheet: Sheet, packet_id: str, pdf: str) -> str:
    council = sheet.record.council
    told = {
        "edition": str(council.edition),
        "timezone": council.facts.timezone,
        "folder": sheet.href(FOLDER),
        "id": packet_id,
        "pdf": sheet.href(pdf) if pdf else "",
        "words": {key: sheet.studio.words.unfilled(f"offline.{key}") for key in _SAID},
    }
    return json.dumps(told, ensure_ascii=False)


class OfflinePage(Struct, frozen=True):
    """What the list of saved packets says besides what the script puts there."""

    offline: OfflineView
    packets: Link


def compose_offline(studio: Studio) -> Page:
    """Return the list of saved packets."""
    sheet = studio.sheet(OFFLINE)
    view = OfflinePage(offline_view(sheet), sheet.link("packets.html", sheet.t("offline.all")))
    return Page(
        uri=sheet.uri,
        kind="offline",
        title=sheet.t("offline.title"),
        body=sheet.render("record/offline.html.j2", view),
        description=sheet.t("offline.lead"),
        section="packets",
        breadcrumbs=((sheet.t("packets.title"), "packets.html"),),
        noindex=True,
    )
