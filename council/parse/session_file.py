"""`session.yml` (contract §2.5) to a draft session; every entry in error is left out and located."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TypeVar

from council.diagnostics import Finding, Outcome, Rule, finding
from council.model.bill_numbers import bill_numbers_in
from council.model.events import Status
from council.model.identifiers import PLENARY
from council.parse.drafts import DraftAgendaItem, DraftSession, DraftSitting, SessionName
from council.parse.session_names import parse_session_name
from council.parse.web import web_address
from council.read.documents import YamlList, YamlMap, YamlNode, YamlScalar
from council.read.yaml_file import look_alike
from council.rules import yaml_files as rules
from council.text.dates import parse_date, parse_time
from council.text.patterns import regex

T = TypeVar("T")
_STATUS = {
    "速報版": Status.DRAFT,
    "速報": Status.DRAFT,
    "draft": Status.DRAFT,
    "校正中": Status.PROOF,
    "proof": Status.PROOF,
    "確定版": Status.FINAL,
    "確定": Status.FINAL,
    "final": Status.FINAL,
}
_SESSION_KEYS = ("name", "period", "status", "sittings")
_PERIOD_KEYS = ("from", "to")
_SITTING_KEYS = ("date", "body", "time", "live", "online", "agenda")
_NOTHING = ("", "~", "null")
_LABEL = regex(r"^(?P<label>(?:追加)?日程\s*第?\s*[0-9０-９一二三四五六七八九十百]+)[\s\u3000.．、:：]+(?P<title>.+)$")


def parse_session_file(node: YamlNode, folder: str) -> Outcome[DraftSession]:
    """Read what is announced of a session; what cannot be read is left out.

    ``folder`` is the session's folder below minutes_src. Findings: R302 (full-width colons), R321-R329.
    """
    reader = _Reader()
    top = reader.map(node, "session.yml", _SESSION_KEYS)
    if top is None:
        return Outcome(DraftSession(folder, node.location), tuple(reader.findings))
    start, end = _period(reader, top)
    session = DraftSession(
        folder=folder,
        location=top.location,
        name=_name(reader, top),
        start_date=start,
        end_date=end,
        status=reader.value(top, "status", lambda text: _STATUS.get(text.lower())) or Status.UNSTATED,
        sittings=tuple(_sittings(reader, top)),
    )
    found = sorted((*reader.findings, *_outside(session)), key=lambda one: one.location.sort_key)
    return Outcome(session, tuple(found))


class _Reader:
    """Takes values out of the tree; ``findings`` grows on the way."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def refuse(self, rule: Rule, node: YamlNode, **values: object) -> None:
        like = look_alike(node) if rule is not rules.SESSION_BAD_VALUE and isinstance(node, YamlScalar) else None
        self.findings.append(like or finding(rule, node.location, **values))

    def map(self, node: YamlNode, key: str, known: tuple[str, ...]) -> YamlMap | None:
        """Return a mapping, its unknown keys reported."""
        if not isinstance(node, YamlMap):
            self.refuse(rules.SESSION_NOT_MAP, node, key=key)
            return None
        for name, _ in node.entries:
            if name.text not in known:
                values = {"key": name.text, "known": ", ".join(known)}
                unknown = finding(rules.SESSION_UNKNOWN_KEY, name.location, **values)
                self.findings.append(look_alike(name) or unknown)
        return node

    def items(self, node: YamlMap, key: str) -> tuple[YamlNode, ...]:
        """Return the entries of a list that are not left empty."""
        value = node.get(key)
        if isinstance(value, YamlList):
            return tuple(item for item in value.items if not _is_nothing(item))
        if value is not None and not _is_nothing(value):
            self.refuse(rules.SESSION_NOT_LIST, value, key=key)
        return ()

    def value(self, node: YamlMap, key: str, read: Callable[[str], T | None]) -> T | None:
        """Return what ``read`` makes of a text; None where there is none, or with a finding."""
        value = node.get(key)
        if value is None or _is_nothing(value):
            return None
        text = self.text(value, key)
        made = read(text) if text else None
        if text and made is None:
            self.refuse(rules.SESSION_BAD_VALUE, value, key=key, text=text)
        return made

    def text(self, node: YamlNode, key: str) -> str:
        if isinstance(node, YamlScalar):
            return " ".join(node.text.split("\n")).strip()
        self.refuse(rules.SESSION_NOT_TEXT, node, key=key)
        return ""


def _is_nothing(node: YamlNode) -> bool:
    """Say whether a key was left unfilled."""
    match node:
        case YamlScalar(text=text):
            return text.strip() in _NOTHING
        case YamlList(items=items):
            return all(_is_nothing(item) for item in items)
        case YamlMap(entries=entries):
            return all(_is_nothing(value) for _, value in entries)


def _name(reader: _Reader, top: YamlMap) -> SessionName | None:
    printed = reader.value(top, "name", str)
    name = parse_session_name(printed) if printed else None
    node = top.get("name")
    if printed and name is None and node:
        reader.findings.append(finding(rules.UNKNOWN_SESSION_NAME, node.location, text=printed))
    return name


def _period(reader: _Reader, top: YamlMap) -> tuple[dt.date | None, dt.date | None]:
    node = top.get("period")
    if node is None or _is_nothing(node):
        return None, None
    period = reader.map(node, "period", _PERIOD_KEYS)
    if period is None:
        return None, None
    start, end = reader.value(period, "from", parse_date), reader.value(period, "to", parse_date)
    if start and end and end < start:
        reader.findings.append(finding(rules.PERIOD_REVERSED, period.location))
        return None, None
    return start, end


def _sittings(reader: _Reader, top: YamlMap) -> Iterable[DraftSitting]:
    for node in reader.items(top, "sittings"):
        entry = reader.map(node, "sittings", _SITTING_KEYS)
        if entry is None:
            continue
        date = reader.value(entry, "date", parse_date)
        if date is None:
            reader.findings += [] if _names_date(entry) else [finding(rules.SITTING_WITHOUT_DATE, entry.location)]
            continue
        yield DraftSitting(
            date=date,
            body=reader.value(entry, "body", str) or PLENARY,
            location=entry.location,
            time=reader.value(entry, "time", parse_time),
            live=reader.value(entry, "live", _address) or "",
            online=reader.value(entry, "online", _address) or "",
            agenda=tuple(_agenda(reader, entry)),
        )


def _names_date(entry: YamlMap) -> bool:
    """Say whether a date is written that cannot be read, which is reported at its own place."""
    return any(
        not _is_nothing(value) if name.text == "date" else name.text.startswith("date") and bool(look_alike(name))
        for name, value in entry.entries
    )


def _address(text: str) -> str | None:
    return web_address(text) or None


def _agenda(reader: _Reader, entry: YamlMap) -> Iterable[DraftAgendaItem]:
    for node in reader.items(entry, "agenda"):
        text = reader.text(node, "agenda")
        labelled = _LABEL.match(text)
        title = labelled["title"].strip() if labelled else text
        if text:
            label = labelled["label"] if labelled else ""
            yield DraftAgendaItem(label=label, title=title, location=node.location, bills=bill_numbers_in(title))


def _outside(session: DraftSession) -> list[Finding]:
    """Report sittings before the first or after the last day of the session."""
    first, last = session.start_date or dt.date.min, session.end_date or dt.date.max
    return [
        finding(rules.SITTING_OUTSIDE_PERIOD, sitting.location, date=sitting.date.isoformat())
        for sitting in session.sittings
        if not first <= sitting.date <= last
    ]
