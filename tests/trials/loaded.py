"""What the process holds whose children run the command: everything a build needs, loaded and not used yet."""

from __future__ import annotations

import importlib

from no_power_cut import wait_for_no_disk

from council.cache import made_by
from council.parse.minutes.profile import load_profiles, load_titles

for name in (
    "council.build",
    "council.build.packet_run",
    "council.cli.build",
    "council.cli.check",
    "council.cli.packet",
    "council.cli.search",
    "council.gate.pdf",
    "council.packets.pdf.binding",
    "council.papers.pdf_clean",
    "council.papers.pdf_text",
    "council.papers.sheet_clean",
    "council.papers.sheet_content",
    "council.read.xlsx_file",
    "council.search.indexing",
    "council.site.plugin",
    "independent.obstacles",
    "material.extensions.emoji",
    "trials.forked",
    "whoosh.writing",
):
    importlib.import_module(name)
wait_for_no_disk()
made_by()
load_profiles()
load_titles()
