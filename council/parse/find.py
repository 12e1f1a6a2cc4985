"""The input files of a council's folder (contract §1): which they are, whose eyes they are for, what was passed over."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.model.events import Audience
from council.parse import places
from council.parse.handout_columns import FILES as PACKETS
from council.parse.session_names import parse_session_name
from council.parse.walk import FoundFile, walk
from council.read.tables import FOREIGN_TABLE_SUFFIXES, TABLE_SUFFIXES
from council.rules import files as rules

MINUTES, VOTES = "minutes_src", "votes"
# Names of tables that are no vote tables, by the folder at whose top they lie.
_OF_MINUTES, _OF_VOTES = ("streams", "synonyms"), ("members", "corrections")
# Word, and what is given to the Word reader so that it says what to do about it.
WORD_SUFFIXES = frozenset(
    {".docx", ".doc", ".docm", ".dotx", ".dotm", ".dot", ".rtf", ".odt", ".jtd", ".wps", ".pages"}
)
PAPER_SUFFIXES = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".xlsx", ".csv", ".xls", ".pptx", ".ppt"})


class InputFile(Struct, frozen=True):
    """A file and its path in the project, in NFC and with ``/``."""

    path: Path
    name: str


class WordFile(Struct, frozen=True):
    """A Word file of minutes; ``folder`` is its session's folder below minutes_src, empty if it lies in none."""

    path: Path
    name: str
    folder: str
    audience: Audience


class SessionFile(Struct, frozen=True):
    """A `session.yml` and the folder it speaks of."""

    path: Path
    name: str
    folder: str


class MaterialFile(Struct, frozen=True):
    """A paper; ``audience`` is None where no folder says who may read it."""

    path: Path
    name: str
    folder: str
    audience: Audience | None


class Inputs(Struct, frozen=True):
    """Every input file, each list in the order of names (NFC)."""

    minutes: tuple[WordFile, ...] = ()
    sessions: tuple[SessionFile, ...] = ()
    streams: InputFile | None = None
    vote_tables: tuple[InputFile, ...] = ()
    roster: InputFile | None = None
    corrections: InputFile | None = None
    second: tuple[InputFile, ...] = ()
    materials: tuple[MaterialFile, ...] = ()
    synonyms: InputFile | None = None
    packets: tuple[InputFile, ...] = ()


def find_inputs(project: Path) -> Outcome[Inputs]:
    """Find the input files of a project; a file that is not used has a finding.

    Findings: R150 (open in Word or Excel), R151 (hidden, temporary), R152 (not used here), R153 (in the wrong
    place), R154 (links), R155 (folders that cannot be read), R156 (two files for one thing), R157 (a folder nearly
    called 議員限定), R158 (session.yml in the wrong place).
    """
    minutes = walk(project, MINUTES)
    votes = walk(project, VOTES)
    sorter = _Sorter(_session_folders(minutes.value))
    for file in minutes.value:
        sorter.minutes(file)
    for file in votes.value:
        sorter.votes(file)
    inputs = sorter.inputs()
    found = (*minutes.findings, *votes.findings, *sorter.findings)
    return Outcome(inputs, tuple(sorted(found, key=lambda one: one.location.sort_key)))


def _session_folders(files: Iterable[FoundFile]) -> frozenset[tuple[str, ...]]:
    """Return the folders with a session.yml, without the parts that say who may read."""
    named = (file for file in files if file.is_named("session.yml", "session.yaml"))
    return frozenset(places.session_part(file.folders) for file in named)


def _names_session(text: str) -> bool:
    """Say whether a folder's name names a session and not only a year."""
    name = parse_session_name(text)
    return name is not None and not name.printed.isdecimal()


class _Sorter:
    """Puts each file where it belongs."""

    def __init__(self, session_folders: frozenset[tuple[str, ...]]) -> None:
        self.session_folders = session_folders
        self.word: list[WordFile] = []
        self.sessions: list[SessionFile] = []
        self.tables: list[InputFile] = []
        self.second: list[InputFile] = []
        self.packets: list[InputFile] = []
        self.materials: list[MaterialFile] = []
        self.named: dict[str, list[InputFile]] = {word: [] for word in (*_OF_MINUTES, *_OF_VOTES)}
        self.findings: list[Finding] = []
        self.noted: set[str] = set()

    def minutes(self, file: FoundFile) -> None:
        self.note_nearly_restricted(file)
        folder = self.folder_of(file)
        below = places.below_papers(file.folders)
        if below is not None:
            audience = places.paper_audience(file.folders, below)
            self.materials.append(MaterialFile(file.path, file.name, folder, audience))
        elif file.suffix in WORD_SUFFIXES:
            self.word.append(WordFile(file.path, file.name, folder, places.audience(file.folders)))
        elif file.is_named("session.yml", "session.yaml") and places.audience(file.folders) is Audience.PUBLIC:
            self.session(SessionFile(file.path, file.name, folder), file)
        elif file.is_named(*PACKETS):
            self.packets.append(InputFile(file.path, file.name))
        elif not file.folders and (reserved := self.reserved(file, _OF_MINUTES)):
            self.named[reserved].append(InputFile(file.path, file.name))
        else:
            self.pass_over(file)

    def note_nearly_restricted(self, file: FoundFile) -> None:
        """Say once of each folder that it is for members although its name is not quite 議員限定."""
        below = places.below_papers(file.folders)
        told = file.folders[:below]  # what lies below 資料 is not published at all then, and said to be so (D101)
        for depth, part in enumerate(told, start=1):
            path = "/".join((MINUTES, *told[:depth]))
            if places.nearly_restricts(part) and path not in self.noted:
                self.noted.add(path)
                self.findings.append(finding(rules.NEARLY_RESTRICTED, Location(path), folder=part))

    def session(self, session: SessionFile, file: FoundFile) -> None:
        same = [other for other in self.sessions if other.folder == session.folder]
        if same:
            self.findings.append(finding(rules.SPARE_FILE, Location(file.name), used=same[0].name))
        else:
            self.sessions.append(session)

    def votes(self, file: FoundFile) -> None:
        read = file.suffix in TABLE_SUFFIXES or file.suffix in FOREIGN_TABLE_SUFFIXES
        found = InputFile(file.path, file.name)
        if not read or len(file.folders) > 1 or (file.folders and places.plain(file.folders[0]) != "second"):
            self.pass_over(file)
        elif file.folders:
            self.second.append(found)
        elif reserved := self.reserved(file, _OF_VOTES):
            self.named[reserved].append(found)
        else:
            self.tables.append(found)

    def reserved(self, file: FoundFile, words: Iterable[str]) -> str | None:
        """Return the reserved name that a file has."""
        return next((word for word in words if file.is_named(*(word + suffix for suffix in TABLE_SUFFIXES))), None)

    def folder_of(self, file: FoundFile) -> str:
        """Return the session's folder: the one with session.yml, else one named like a session, else the first."""
        own = places.session_part(file.folders)
        heads = [own[:end] for end in range(1, len(own) + 1)]
        told = [head for head in reversed(heads) if head in self.session_folders]
        told += [head for head in heads if _names_session(head[-1])]
        told += [head for head in heads if _names_session(" ".join(head))]
        return "/".join((*told, *heads, ())[0])

    def pass_over(self, file: FoundFile) -> None:
        place = Location(file.name)
        if file.is_named("session.yml", "session.yaml"):
            self.findings.append(finding(rules.SESSION_FILE_PLACE, place))
        elif file.suffix in PAPER_SUFFIXES:
            self.findings.append(finding(rules.MISPLACED_FILE, place, kind=file.suffix.lstrip(".").upper()))
        else:
            self.findings.append(finding(rules.UNKNOWN_FILE, place))

    def one_of(self, word: str) -> InputFile | None:
        """Return the file of a reserved name; where there are several (csv and xlsx), the first."""
        found = self.named[word]
        self.findings += [finding(rules.SPARE_FILE, Location(spare.name), used=found[0].name) for spare in found[1:]]
        return found[0] if found else None

    def inputs(self) -> Inputs:
        return Inputs(
            minutes=tuple(self.word),
            sessions=tuple(self.sessions),
            streams=self.one_of("streams"),
            vote_tables=tuple(self.tables),
            roster=self.one_of("members"),
            corrections=self.one_of("corrections"),
            second=tuple(self.second),
            materials=tuple(self.materials),
            synonyms=self.one_of("synonyms"),
            packets=tuple(self.packets),
        )
