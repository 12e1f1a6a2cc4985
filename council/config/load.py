"""mkdocs.yml to `Config`: every setting checked, located where it is wrong, and with a default."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct, field

from council.config import values
from council.config.layout import layout_of
from council.config.settings import Settings
from council.diagnostics import Outcome, Severity, finding
from council.location import Location
from council.model.council import CouncilFacts
from council.model.votes import Option
from council.read.documents import YamlNode
from council.read.yaml_file import read_yaml
from council.rules import configuration as rules

CONFIG_FILE = "mkdocs.yml"
_KNOWN = (
    *("name", "language", "timezone", "seats", "profile", "vote_columns", "vote_symbols", "video"),
    *("licence_data", "licence_text", "official_record_note", "office"),
)


class Config(Struct, frozen=True):
    """The settings of one council's folder (contract §2.8).

    ``profile`` is empty where the layout is found per document, a name, or a layout of the council's own as JSON. ``vote_columns`` maps a table's own headings to the
    English names of `VOTE_COLUMNS`, ``vote_symbols`` its symbols to options, ``video`` a host's name to an address
    with ``{id}`` and ``{sec}``. ``office`` is the program that converts Word files and workbooks to PDF (libreoffice or
    word); empty: they are typeset here.
    """

    project: Path
    facts: CouncilFacts
    profile: str = ""
    vote_columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    vote_symbols: Mapping[str, Option] = field(default_factory=lambda: MappingProxyType({}))
    video: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    office: str = ""


def load_config(project: Path) -> Outcome[Config]:
    """Read `extra.council` of the project's mkdocs.yml; everything in it has a default, and so has the file.

    Only `extra.council` must be strict YAML; the rest is MkDocs' own and may hold its tags. A setting in error has
    its default. Findings: C101 (the file cannot be read, beside the reader's finding), C102-C111, R302.
    """
    path = project / CONFIG_FILE
    defaults = Config(project, CouncilFacts(name=project.resolve().name))
    if not path.exists():
        return Outcome(defaults)
    read = read_yaml(path, CONFIG_FILE, strict_at=("extra", "council"))
    if read.value is None:
        failed = any(found.rule.severity is Severity.ERROR for found in read.findings)
        broken = (finding(rules.CONFIG_UNREADABLE, Location(CONFIG_FILE)),) if failed else ()
        return Outcome(defaults, read.findings + broken)
    settings = Settings()
    config = _config(project, read.value, settings)
    found = sorted(settings.findings, key=lambda one: one.location.sort_key)
    return Outcome(config, (*read.findings, *found))


def _config(project: Path, root: YamlNode, settings: Settings) -> Config:
    top = settings.map(root, CONFIG_FILE)
    own = settings.map(settings.map(top.get("extra"), "extra").get("council"), "extra.council")
    settings.only(own, _KNOWN)
    return Config(
        project=project,
        facts=CouncilFacts(
            name=settings.text(own, "name") or values.plain(top.get("site_name")) or project.resolve().name,
            language=settings.checked(own, "language", "ja", values.language),
            timezone=settings.checked(own, "timezone", "Asia/Tokyo", values.timezone),
            seats=settings.checked(own, "seats", None, values.seats),
            licence_data=settings.text(own, "licence_data"),
            licence_text=settings.text(own, "licence_text"),
            official_record_note=settings.text(own, "official_record_note"),
            site_url=values.web_address(values.plain(top.get("site_url"))),
        ),
        profile=layout_of(own.get("profile"), project, settings),
        vote_columns=settings.pairs(own, "vote_columns", values.vote_column),
        vote_symbols=settings.pairs(own, "vote_symbols", values.vote_option),
        video=settings.pairs(own, "video", values.video_address),
        office=settings.checked(own, "office", "", values.office),
    )
