"""Strict YAML: every scalar is text, keys are unique, and nothing is resolved, tagged or referred to.

YAML 1.1 makes a 600 of ``10:00`` and a False of ``no``, and the last of two equal keys wins without a word. Here
the events of PyYAML's parser are put together by hand, so that none of this happens and every node has its place.
"""

from __future__ import annotations

import pathlib
import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml import events as yaml_events

from council.diagnostics import Finding, Outcome, Rule, finding
from council.location import Location
from council.read.documents import YamlList, YamlMap, YamlNode, YamlScalar
from council.read.encoding import decode
from council.read.whole_file import read_bytes
from council.rules import files, yaml_files
from council.text.patterns import regex

MAX_SIZE = 1024 * 1024
MAX_DEPTH = 20
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C where it is installed
_COLON = r"[：\ufe55\ufe13\ufe30\u2236\ua789\u02d0]"
_COLON_OF_ANY_KEY = regex(rf"^[^\s:]{{1,20}}?[ \u3000]*({_COLON})")
# Where a character only looks like YAML: after a key, after its colon, as indentation, before a list entry.
_LOOK_ALIKES = (
    (regex(rf"^[ \u3000]*(?:[-－][ \u3000]*)?[\"']?[A-Za-z_][\w-]*[\"']?[ \u3000]*({_COLON})"), ":"),
    (regex(r"^ *(?:- *)?[A-Za-z_][\w-]*:(\u3000)"), "U+0020"),
    (regex(r"^ *(\u3000)"), "U+0020"),
    (regex(r"^ *([－\u2212\u2010\u2013\u2014])[ \u3000]*[^\s－]"), "-"),
    (regex(r"\{[^}]*?([，、])[ \u3000]*[A-Za-z_]\w*[ \u3000]*:"), ","),
    (regex(r"^[^{#]*: *([\uff5b\uff3b])"), "{ ["),
)


class _StopError(Exception):
    """Nothing after this place can be read."""

    def __init__(self, found: Finding) -> None:
        super().__init__(found.rule.name)
        self.finding = found


def read_yaml(path: pathlib.Path, name: str, strict_at: tuple[str, ...] = ()) -> Outcome[YamlNode | None]:
    """Read a YAML file of one document; ``name`` is its path in the project with ``/``.

    With ``strict_at``, only what stands below these keys must be strict; tags and references elsewhere are let
    pass unread (mkdocs.yml has some). An empty file has no node. Findings: R101-R109 (file and encoding),
    R106 (empty), R301-R310; any error leaves no node.
    """
    read = read_bytes(path, name, MAX_SIZE)
    if read.value is None:
        return Outcome(None, read.findings)
    decoded = decode(read.value, name)
    if decoded.value is None:
        return Outcome(None, decoded.findings)
    composed = _compose(decoded.value.text, name, strict_at)
    return Outcome(composed.value, decoded.findings + composed.findings)


def look_alike(scalar: YamlScalar) -> Finding | None:
    """Return the finding (R302) for a scalar that would be ``key: value`` if its colon were a plain one."""
    return _look_alike(scalar.text, scalar.location, ((_COLON_OF_ANY_KEY, ":"), *_LOOK_ALIKES))


def _look_alike(text: str, location: Location, patterns: tuple[tuple[re.Pattern[str], str], ...]) -> Finding | None:
    for pattern, ascii_form in patterns:
        if match := pattern.search(text):
            column = (location.column or 1) + match.start(1)
            place = Location(location.path, line=location.line, column=column)
            shown = "U+3000" if match[1] == "\u3000" else match[1]
            return finding(yaml_files.YAML_LOOK_ALIKE, place, character=shown, ascii=ascii_form)
    return None


def _compose(text: str, name: str, strict_at: tuple[str, ...]) -> Outcome[YamlNode | None]:
    composer = _Composer(name, yaml.parse(text, Loader=_LOADER), strict_at)
    try:
        node = composer.document()
    except _StopError as stop:
        return Outcome(None, (*composer.findings, stop.finding))
    except yaml.YAMLError as error:
        return Outcome(None, tuple(dict.fromkeys((*composer.findings, _syntax(error, text, name)))))
    if node is None:
        rule = yaml_files.YAML_UNFILLED if text.strip() else files.EMPTY_FILE
        return Outcome(None, (*composer.findings, finding(rule, Location(name))))
    return Outcome(None if composer.findings else node, tuple(composer.findings))


class _Composer:
    """Puts parser events together to a tree, noting what strict YAML does not allow."""

    def __init__(self, name: str, events: Iterator[yaml_events.Event], strict_at: tuple[str, ...]) -> None:
        self.name = name
        self.events = events
        self.strict_at = strict_at
        self.findings: list[Finding] = []

    def document(self) -> YamlNode | None:
        node = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml_events.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _StopError(finding(yaml_files.YAML_SEVERAL_DOCUMENTS, self.place(event)))
            elif isinstance(event, yaml_events.NodeEvent):
                node = self.node(event, ())
        return None if isinstance(node, YamlScalar) and not node.text else node

    def node(self, event: yaml_events.Event, path: tuple[str, ...]) -> YamlNode:
        if len(path) > MAX_DEPTH:
            raise _StopError(finding(yaml_files.YAML_TOO_DEEP, self.place(event), limit=MAX_DEPTH))
        self.check_plain(event, path)
        if isinstance(event, yaml_events.MappingStartEvent):
            return self.mapping(event, path)
        if isinstance(event, yaml_events.SequenceStartEvent):
            return self.sequence(event, path)
        text = event.value if isinstance(event, yaml_events.ScalarEvent) else f"*{getattr(event, 'anchor', '')}"
        return YamlScalar(text, self.place(event))

    def check_plain(self, event: yaml_events.Event, path: tuple[str, ...]) -> None:
        if not self.is_strict(path):
            return
        if getattr(event, "anchor", None) is not None:
            self.report(yaml_files.YAML_ANCHOR, event)
        tag = getattr(event, "tag", None)
        if tag is not None:
            self.report(yaml_files.YAML_TAG, event, tag=tag.replace("tag:yaml.org,2002:", "!!"))

    def sequence(self, event: yaml_events.Event, path: tuple[str, ...]) -> YamlList:
        items: list[YamlNode] = []
        while not isinstance(item := next(self.events), yaml_events.SequenceEndEvent):
            items.append(self.node(item, (*path, "-")))
        return YamlList(tuple(items), self.place(event))

    def mapping(self, event: yaml_events.Event, path: tuple[str, ...]) -> YamlMap:
        entries: list[tuple[YamlScalar, YamlNode]] = []
        lines: dict[str, int | None] = {}
        while not isinstance(key_event := next(self.events), yaml_events.MappingEndEvent):
            key = self.key(key_event, path)
            if key.text in lines and self.minds_twice(path, key.text):
                self.report(yaml_files.YAML_DUPLICATE_KEY, key_event, key=key.text, first=lines[key.text])
            lines.setdefault(key.text, key.location.line)
            entries.append((key, self.node(next(self.events), (*path, key.text))))
        return YamlMap(tuple(entries), self.place(event))

    def key(self, event: yaml_events.Event, path: tuple[str, ...]) -> YamlScalar:
        node = self.node(event, (*path, "?"))
        if isinstance(node, YamlScalar):
            if self.is_strict(path) and node.text.startswith("\u3000"):
                self.report(yaml_files.YAML_LOOK_ALIKE, event, character="U+3000", ascii="U+0020")
            return node
        if self.is_strict(path):
            self.report(yaml_files.YAML_KEY_NOT_TEXT, event)
        return YamlScalar("", node.location)

    def is_strict(self, path: tuple[str, ...]) -> bool:
        return path[: len(self.strict_at)] == self.strict_at

    def minds_twice(self, path: tuple[str, ...], key: str) -> bool:
        """Say whether a second key of this name is an error: within the strict part, or on the way to it."""
        return self.is_strict(path) or (*path, key) == self.strict_at[: len(path) + 1]

    def place(self, event: yaml_events.Event) -> Location:
        return _place(self.name, event.start_mark)

    def report(self, rule: Rule, event: yaml_events.Event, **values: object) -> None:
        self.findings.append(finding(rule, self.place(event), **values))


def _place(name: str, mark: Any) -> Location:  # noqa: ANN401 - the parsers in C and in Python each have a Mark
    return Location(name, line=mark.line + 1, column=mark.column + 1) if mark else Location(name)


def _syntax(error: yaml.YAMLError, text: str, name: str) -> Finding:
    """Word a parser's complaint: by a look-alike or a tab in the lines it names, else where it stopped."""
    marks = [getattr(error, "context_mark", None), getattr(error, "problem_mark", None)]
    lines = re.split(r"\r\n|\r|\n", text)
    named = sorted({near for mark in marks if mark for near in (mark.line - 1, mark.line)})
    for number in (place for place in named if 0 <= place < len(lines)):
        if found := _look_alike(lines[number], Location(name, line=number + 1), _LOOK_ALIKES):
            return found
        if tab := re.match(r" *\t", lines[number]):
            return finding(yaml_files.YAML_TAB, Location(name, line=number + 1, column=tab.end()))
    opened, stopped = marks
    at_end = stopped is None or not "".join(lines[stopped.line :]).strip()
    return finding(yaml_files.YAML_SYNTAX, _place(name, (opened or stopped) if at_end else stopped))
