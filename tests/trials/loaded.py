"""What the process holds whose children run the command: everything a build needs, loaded and not used yet."""

from __future__ import annotations

import importlib

from council.cache import made_by

for name in (
    "council.build",
    "council.build.packet_run",
    "council.cli",
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
):
    importlib.import_module(name)
made_by()
