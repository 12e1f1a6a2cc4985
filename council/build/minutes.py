"""Word minutes to drafts: each file read once, kept by its content, several at a time where many are new."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import count, groupby
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from council.build.memory import let_go
from council.build.together import TOGETHER, Together
from council.cache import Kept, Store, key_of, made_by, pack
from council.corrections import Corrected, Errata, correct_minutes, not_checked, without_words_in_findings
from council.diagnostics import Finding, Outcome, Withholds
from council.gate import personal_data_of_meeting
from council.parse.columns import AttendanceColumns, HeadingColumns, Sharing, TurnColumns
from council.parse.drafts import DraftMeeting, DraftSpeech
from council.parse.find import WordFile
from council.parse.minutes import parse_minutes
from council.parse.outlines import outline_of
from council.read.documents import WordDocument
from council.read.docx import read_word
from council.read.docx.refusal import RefusedError
from council.read.docx.source import read_once
from council.resolve.recall import Origins
from council.text.blocks import Block

MINUTES, SPEECHES = "minutes", "speeches"
"""Kinds in the store: what is told of a sitting, and its words."""

_KEEPS_A_SITTING_BACK = (Withholds.SITTING, Withholds.FILE)
_MANY = 16  # new files from which it is worth starting other processes
_AT_ONCE = 8

Words = tuple[Sequence[Block], Sequence[DraftSpeech], Sequence[Block]]
Read = Outcome[Corrected[DraftMeeting | None]]
Told = tuple[DraftMeeting | None, tuple[Finding, ...]]


class MinutesReader(Struct, frozen=True):
    """Reads Word minutes; ``profile`` is the layout the configuration insists on, ``jobs`` 0 all processors."""

    store: Store
    profile: str = ""
    jobs: int = 1
    origins: Origins = field(default_factory=Origins)
    held: dict[str, Words] = field(default_factory=dict)
    count: Iterator[int] = field(default_factory=lambda: count(1))

    def read(self, files: Sequence[WordFile], errata: Errata, step: Callable[[int], None]) -> Iterator[Read]:
        """Yield what each file holds; the words of sittings stay in the store.

        A file with corrections is read anew each time: what was withdrawn of it must not lie anywhere.
        """
        keys = {file.name: self._key(file) for file in files if not _is_corrected(file, errata)}
        lying = self.store.lying(MINUTES) & self.store.lying(SPEECHES)
        self._read_new([(file, key) for file in files if (key := keys.get(file.name)) and key not in lying])
        done = count(1)
        for _, some in groupby(files, key=lambda one: one.folder):
            folder = list(some)
            kept = Together.of(self.store, MINUTES, (key for file in folder if (key := keys.get(file.name))))
            for file in folder:
                key = keys.get(file.name)
                if key:
                    yield self._known(file, key, kept, lying)
                else:
                    yield self._shelved(read_minutes(file, self.profile, errata), file)
                step(next(done))
            kept.keep(_share)
        self.store.complete(MINUTES, SPEECHES, TOGETHER)

    def _key(self, file: WordFile) -> str:
        """Return what tells a file's draft from any other; none for a file that is refused before it is opened."""
        try:
            data = read_once(file.path, file.name)
        except RefusedError:
            return ""
        return key_of(made_by(), data, file.name, file.folder, file.audience, self.profile)

    def _read_new(self, new: list[tuple[WordFile, str]]) -> None:
        """Read new files in several processes and keep what they hold."""
        jobs = min(self.jobs or os.cpu_count() or 1, len(new) // _AT_ONCE)
        if jobs < 2 or len(new) < _MANY:  # noqa: PLR2004 - one process is this one
            return
        from council.build.pool import at_once  # noqa: PLC0415 - slow to import, and seldom are so many files new

        tasks = ((file, self.profile) for file, _ in new)
        # What another process did not read is read here later, one file after the other.
        for (_, key), (told, words) in zip(new, at_once(read_packed, tasks, jobs, _AT_ONCE), strict=False):
            self.store.put(MINUTES, key, told)
            self.store.put(SPEECHES, key, words)

    def _known(self, file: WordFile, key: str, kept: Together, lying: AbstractSet[str]) -> Read:
        draft, findings = kept.value(key, lambda: self._made(file, key))
        if key in lying:
            self.store.use(SPEECHES, key)
        elif not self.store.has(SPEECHES, key):
            self._again(key, file)
        if draft is None:
            return Outcome(Corrected(None), findings)
        known = self._with_words(draft, key, file)
        self.origins.note(known, key)
        return Outcome(Corrected(known), findings)

    def _made(self, file: WordFile, key: str) -> Told:
        if next(self.count) % _AT_ONCE == 0:
            let_go()
        told, words = without_the_words(read_minutes(file, self.profile, Errata()))
        self.store.put(SPEECHES, key, pack(words))
        return told

    def _shelved(self, read: Read, file: WordFile) -> Read:
        """Put away the words of a sitting that was read without being kept."""
        (draft, findings), words = without_the_words(read)
        packed = pack(words)
        key = key_of(packed)
        self.store.put(SPEECHES, key, packed)
        return Outcome(read.value.holding(draft and self._with_words(draft, key, file)), findings)

    def _with_words(self, draft: DraftMeeting, key: str, file: WordFile) -> DraftMeeting:
        preface, debate, epilogue = (Kept(f"{key}-{part}", partial(self._part, key, file, part)) for part in range(3))
        return replace(draft, preface=preface, debate=debate, epilogue=epilogue)

    def _part(self, key: str, file: WordFile, part: int) -> Sequence[Any]:
        return self.words(key, file)[part]

    def words(self, key: str, file: WordFile) -> Words:
        """Return the words of a sitting; those of the last one asked for are at hand."""
        if key not in self.held:
            self.held.clear()
            self.held[key] = self.store.value(SPEECHES, key, lambda: self._read_again(file))
        return self.held[key]

    def _again(self, key: str, file: WordFile) -> None:
        """Keep the words of a file once more that are gone from the store."""
        self.store.put(SPEECHES, key, pack(self._read_again(file)))

    def _read_again(self, file: WordFile) -> Words:
        return without_the_words(read_minutes(file, self.profile, Errata()))[1]


def read_packed(task: tuple[WordFile, str]) -> tuple[bytes, bytes]:
    """Read one file in a process of its own: what is told of the sitting, and its words, packed."""
    file, profile = task
    told, words = without_the_words(read_minutes(file, profile, Errata()))
    return pack(told), pack(words)


def without_the_words(read: Read) -> tuple[Told, Words]:
    """Return what is told of a sitting with the outline in place of its words, and the words."""
    draft = read.value.value
    if draft is None:
        return (None, read.findings), ((), (), ())
    outline = replace(outline_of(draft), personal=personal_data_of_meeting(draft))
    bare = replace(draft, preface=(), debate=(), epilogue=(), outline=outline)
    return (in_columns(bare, Sharing()), read.findings), (
        tuple(draft.preface),
        tuple(draft.debate),
        tuple(draft.epilogue),
    )


def _share(told: dict[str, Told]) -> dict[str, Told]:
    sharing = Sharing()
    return {key: (draft and in_columns(draft, sharing), findings) for key, (draft, findings) in told.items()}


def in_columns(draft: DraftMeeting, sharing: Sharing) -> DraftMeeting:
    """Return a draft whose lists are columns, which it shares with others."""
    outline = outline_of(draft)
    turns = sharing.columns(TurnColumns, outline.turns)
    attendance = sharing.columns(AttendanceColumns, draft.attendance)
    headings = sharing.columns(HeadingColumns, outline.headings)
    told = replace(outline, turns=turns, headings=headings)
    return replace(draft, attendance=attendance, outline=told)


def read_minutes(file: WordFile, profile: str, errata: Errata) -> Read:
    """Read one Word file; one that is refused leaves an empty draft in its place, kept back, dated by its name."""
    document = read_word(file.path, file.name)
    blank = WordDocument(file.name, "", ())
    draft = _parsed(document.value or blank, file, profile)
    put_right = correct_minutes(document.value or blank, draft.value, errata)
    if put_right.value.value.blocks != (document.value or blank).blocks:
        draft = _parsed(put_right.value.value, file, profile)
    said = without_words_in_findings(document.findings, put_right.value.hidden)
    findings = (*said, *((*draft.findings, *put_right.findings) if document.value else ()))
    keeping = next((one.rule.code for one in findings if one.rule.withholds in _KEEPS_A_SITTING_BACK), "")
    withheld = keeping or errata.kept_back.get(file.name, "")
    if withheld:
        findings = (*findings, *not_checked(put_right.value.matched if document.value else errata.of(file.name)))
        return Outcome(Corrected(replace(draft.value, withheld=withheld), (), put_right.value.hidden), findings)
    unfilled = bool(draft.value.withheld)  # a template nobody has filled in is no sitting yet
    return Outcome(put_right.value.holding(None if unfilled else draft.value), findings)


def _parsed(document: WordDocument, file: WordFile, profile: str) -> Outcome[DraftMeeting]:
    return parse_minutes(document, folder=file.folder, audience=file.audience, forced_profile=profile)


def _is_corrected(file: WordFile, errata: Errata) -> bool:
    return bool(errata.of(file.name)) or file.name in errata.kept_back
