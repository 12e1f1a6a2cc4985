"""The words of the site's pages: one table, key → Japanese and English. What inputs say is never in it."""

from __future__ import annotations

from markupsafe import Markup, escape
from msgspec import Struct

from council.glossary.words_offline import TEXTS as OFFLINE
from council.glossary.words_packet_page import TEXTS as PACKET_PAGE
from council.glossary.words_packets import TEXTS as PACKETS
from council.glossary.words_papers import TEXTS as PAPERS
from council.glossary.words_people import TEXTS as PEOPLE
from council.glossary.words_record import TEXTS as RECORD
from council.glossary.words_search import TEXTS as SEARCH
from council.glossary.words_shared import TEXTS as SHARED
from council.glossary.words_site import TEXTS as SITE
from council.glossary.words_sources import TEXTS as SOURCES

TEXTS: dict[str, tuple[str, str]] = {
    **SHARED,
    **RECORD,
    **PACKET_PAGE,
    **PEOPLE,
    **SITE,
    **SEARCH,
    **SOURCES,
    **PACKETS,
    **PAPERS,
    **OFFLINE,
}


class Words(Struct, frozen=True):
    """Says a key in one language; a key that is not in the table is our own bug.

    English texts may hold two forms, ``{n} vote|{n} votes``: the first is taken where ``n`` is 1.
    """

    language: str

    def __call__(self, key: str, **values: object) -> str:
        """Return the text with its ``{placeholders}`` filled; a finished piece of HTML among them stays whole."""
        text = self._text(key, values.get("n"))
        if any(isinstance(value, Markup) for value in values.values()):
            return Markup(escape(text)).format(**values)  # noqa: S704 - the text is ours and escaped, format escapes the values
        return text.format(**values) if values else text

    def unfilled(self, key: str) -> str:
        """Return the text as it stands, with its placeholders and both its forms, for a script that fills it."""
        ja, en = TEXTS[key]
        return ja if self.language == "ja" else en

    def _text(self, key: str, n: object) -> str:
        ja, en = TEXTS[key]
        if self.language == "ja":
            return ja
        one, _, many = en.partition("|")
        return many if many and n != 1 else one
