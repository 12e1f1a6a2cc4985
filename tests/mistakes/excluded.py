"""Rules that no input meets on every machine, each with its reason."""

from __future__ import annotations

_MACHINE = "the machine's state, not an input: "
_MOMENT = "what happens during the run, not an input: "
_OWN = "a check on our own output; no input leads to it: "

_GATE = "the gate before publication has tests of its own, with a site and a history of git that spoil it"
EXCLUDED = {
    **dict.fromkeys(("S401", "S402", "S403", "S404", "S405", "S406", "S411", "S412", "S413"), _GATE),
    "R102": _MACHINE + "a file without permission; the administrator may read any",
    "R105": _MOMENT + "a file saved while it is read",
    "R155": _MACHINE + "a folder without permission; the administrator may read any",
    "R201": _MACHINE + "a Word file without permission; the administrator may read any",
    "R222": _MOMENT + "a Word file saved while it is read",
    "D107": _MOMENT + "a paper saved while it is read",
    "D402": _OWN + "what the typesetter is given is made of what was read",
    "D404": _MACHINE + "the office program that is asked for is not installed, or fails",
    "D502": _OWN + "pages are counted on the very copy that is bound",
    "D504": _OWN + "names are cut to what has room on our pages",
    "D505": _MACHINE + "the extra `packet` is not installed",
    "S103": _OWN + "MkDocs makes ids of headings different, and raw HTML of hand-written pages is the author's",
    "S105": _OWN + "every page is in the sitemap",
    "S106": _OWN + "the sitemap names pages only",
    "S203": _OWN + "what MkDocs says depends on its version",
    "S206": _OWN + "addresses are made of ids, which are unique",
    "S207": _OWN + "addresses are made of ids, which are ASCII",
    "S304": _MACHINE + "the disk is full",
    "S305": _MACHINE + "no permission to write",
    "S306": _MACHINE + "another program keeps a file open",
    "S307": _MACHINE + "any other fault of the disk",
    "S308": _MOMENT + "another build runs",
    "S309": _MOMENT + "a build was killed",
    "S310": _MOMENT + "a build was killed",
    "S311": _MACHINE + "the disk fails twice",
    "S312": _MOMENT + "somebody changes the output folder",
    "S313": _MOMENT + "what was kept of earlier builds is damaged",
    "S314": _MACHINE + "the list of unmatched names is open in Excel",
    "S421": _MOMENT + "what was kept of the last build is damaged",
    "S422": _MACHINE + "`.council/` cannot be written",
}
