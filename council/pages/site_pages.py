"""Pages about the record as a whole: corrections, open data, what this site is, accessibility."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from council.glossary import OPTION_TERMS
from council.glossary.explanations import EXPLANATIONS
from council.glossary.terms import CHAIR_TERM, VICE_CHAIR_TERM, Term
from council.model.events import Audience
from council.model.votes import Option
from council.pages.ballots import VoteBadge, look_of, symbol_in
from council.pages.notices import CorrectionNote, correction_note
from council.pages.page import Page
from council.pages.sheet import Sheet, Studio

DATA_FILES = (
    "sessions",
    "meetings",
    "members",
    "memberships",
    "attendance",
    "bills",
    "vote_events",
    "votes",
    "agreement",
    "streams",
    "materials",
    "corrections",
)


class CorrectionsPage(Struct, frozen=True):
    """What the list of corrections says, newest first."""

    corrections: tuple[CorrectionNote, ...]


class DataFile(Struct, frozen=True):
    """A file of open data with what it holds."""

    name: str
    text: str
    links: tuple[tuple[str, str], ...]


class DataPage(Struct, frozen=True):
    """What the page on open data says; ``dictionary`` are the files' columns with one line each."""

    files: tuple[DataFile, ...]
    licence: str
    as_of: str
    readme: str
    home: str
    restricted: bool
    dictionary: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()


class Entry(Struct, frozen=True):
    """A word explained; ``badge`` where it is a vote's."""

    id: str
    word: str
    text: str
    badge: Markup | None = None


class AboutPage(Struct, frozen=True):
    """What the page about the site says."""

    council: str
    as_of: str
    official: str
    licence_data: str
    licence_text: str
    options: tuple[Entry, ...]
    words: tuple[Entry, ...]
    restricted: bool


def compose_corrections(studio: Studio) -> Page:
    """Return the list of published corrections."""
    sheet = studio.sheet("corrections.html")
    found = sorted(studio.record.council.corrections, key=lambda one: one.date, reverse=True)
    view = CorrectionsPage(tuple(correction_note(sheet, one) for one in found))
    return _page(sheet, "corrections", view)


def compose_data(studio: Studio, *, has_dictionary: bool) -> Page:
    """Return the page on open data."""
    sheet = studio.sheet("data.html")
    return _page(sheet, "data", _data_view(sheet, readme=sheet.href("data/README.html") if has_dictionary else ""))


def compose_dictionary(studio: Studio, dictionary: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> Page:
    """Return `data/README.html`: every file's columns, one line each."""
    sheet = studio.sheet("data/README.html")
    columns = tuple((name, tuple(lines)) for name, lines in dictionary)
    view = _data_view(sheet, dictionary=columns)
    return Page(
        uri=sheet.uri,
        kind="data",
        title=sheet.t("data.dictionary"),
        body=sheet.render("record/data_readme.html.j2", view),
        section="data",
        breadcrumbs=((sheet.t("data.title"), "data.html"),),
    )


def _data_view(
    sheet: Sheet, readme: str = "", dictionary: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
) -> DataPage:
    council = sheet.record.council
    return DataPage(
        files=tuple(_data_file(sheet, name) for name in (*DATA_FILES, "speeches")),
        licence=council.facts.licence_data,
        as_of=sheet.plain_day(sheet.record.data_date).text if sheet.record.data_date else "",
        readme=readme,
        home=sheet.href("data.html"),
        restricted=council.edition is Audience.MEMBERS,
        dictionary=dictionary,
    )


def _data_file(sheet: Sheet, name: str) -> DataFile:
    kinds = ("jsonl",) if name == "speeches" else ("csv", "json")
    links = tuple((kind.upper(), sheet.href(f"data/{name}.{kind}")) for kind in kinds)
    return DataFile(name, sheet.t(f"data.{name}"), links)


def compose_about(studio: Studio) -> Page:
    """Return the page on what this site is and is not, how to read votes, and the words of councils."""
    sheet = studio.sheet("about.html")
    council = studio.record.council
    language = sheet.language
    view = AboutPage(
        council=council.facts.name,
        as_of=sheet.plain_day(studio.record.data_date).text if studio.record.data_date else "",
        official=council.facts.official_record_note or sheet.t("official.note"),
        licence_data=council.facts.licence_data,
        licence_text=council.facts.licence_text,
        options=tuple(_options(sheet)),
        words=tuple(
            Entry(f"term-{one.id}", one.term.in_language(language), one.term.explained(language))
            for one in EXPLANATIONS
        ),
        restricted=council.edition is Audience.MEMBERS,
    )
    return _page(sheet, "about", view)


def _options(sheet: Sheet) -> list[Entry]:
    looks: list[tuple[str, Term]] = [(look_of(option), OPTION_TERMS[option]) for option in Option]
    looks += [("chair", CHAIR_TERM), ("chair", VICE_CHAIR_TERM)]
    return [_option(sheet, look, words) for look, words in looks]


def _option(sheet: Sheet, look: str, words: Term) -> Entry:
    word = words.in_language(sheet.language)
    badge = sheet.piece("vote_badge", VoteBadge(look, symbol_in(words, sheet.language), word))
    return Entry("", word, words.explained(sheet.language), badge)


def compose_accessibility(studio: Studio) -> Page:
    """Return the accessibility statement."""
    sheet = studio.sheet("accessibility.html")
    return _page(sheet, "accessibility", studio.record.council.facts)


def _page(sheet: Sheet, name: str, view: object) -> Page:
    return Page(
        uri=sheet.uri,
        kind=name,
        title=sheet.t(f"{name}.title"),
        body=sheet.render(f"record/{name}.html.j2", view),
        description=sheet.t(f"{name}.lead"),
        section=name,
    )
