"""Agendas: items by label, titles wrapped over lines, a committee column with or without its separator."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from council.location import Location
from council.parse.drafts import DraftAgendaItem
from council.parse.minutes.bills import bills_in
from council.parse.minutes.lines import Line, place, squeeze
from council.parse.minutes.profile import AgendaStyle, Profile
from council.parse.minutes.sections import Section
from council.text.blocks import Row
from council.text.numerals import fold_width
from council.text.patterns import regex

_LIST = regex(r"[、,・;/]")
_SUFFIX = "委員会"


class _Item(Struct):
    """An item while its lines are gathered."""

    label: str
    location: Location
    title: list[str] = field(default_factory=list)
    referred: list[str] = field(default_factory=list)


class _Entry(Struct, frozen=True):
    """A line of an agenda: the text, and what stands in the committee column (None: no separator printed)."""

    line: Line
    text: str
    referred: str | None


def read_agenda(sections: Sequence[Section], path: str, profile: Profile) -> tuple[DraftAgendaItem, ...]:
    """Return the items of the agendas, and those of the matters dealt with that no agenda names (追加日程)."""
    agendas = [item for part in sections if part.kind == "agenda" for item in _items(part, path, profile)]
    dealt_with = [item for part in sections if part.kind == "business" for item in _items(part, path, profile)]
    titles = {squeeze(item.title) for item in agendas}
    labels = {squeeze(item.label) for item in agendas}
    added = [
        item
        for item in dealt_with
        if squeeze(item.title) not in titles and (not item.label or squeeze(item.label) not in labels)
    ]
    return (*agendas, *added)


def _items(section: Section, path: str, profile: Profile) -> Iterator[DraftAgendaItem]:
    entries = list(_entries(section, profile.agenda))
    if any(profile.agenda.same_as.search(squeeze(entry.text)) for entry in entries[:3]):
        return
    labelled = any(profile.agenda.item.match(squeeze(entry.text)) for entry in entries)
    items: list[_Item] = []
    for entry in entries:
        _add(entry, items, path, profile, labelled=labelled)
    yield from (_draft(item) for item in items)


def _add(entry: _Entry, items: list[_Item], path: str, profile: Profile, *, labelled: bool) -> None:
    squeezed = squeeze(entry.text)
    if match := profile.agenda.item.match(squeezed):
        label, title = _split(entry.text, len(match["label"]))
        items.append(_Item(label, place(path, entry.line), [title] if title else []))
    elif not labelled and squeezed and not profile.times.stand_in(squeezed):
        items.append(_Item("", place(path, entry.line), [entry.text.strip()]))
    elif items and squeezed and not profile.times.stand_in(squeezed):
        items[-1].title.append(entry.text.strip())
    if items and entry.referred:
        _refer(entry.referred, items[-1].referred)


def _refer(printed: str, referred: list[str]) -> None:
    """Add what the committee column prints; 委員会 on a line of its own ends the word above (各常任 / 委員会)."""
    for word in _LIST.split(squeeze(printed)):
        if referred and (word == _SUFFIX or (word and _SUFFIX.endswith(word) and len(word) < len(_SUFFIX))):
            referred[-1] += word
        elif word:
            referred.append(word)


def _entries(section: Section, style: AgendaStyle) -> Iterator[_Entry]:
    column = bool(section.heading and style.referral_heading.search(section.heading.squeezed))
    column = column or any(style.separators.search(line.text) for line in section.lines)
    seen: list[str] = []
    begun = [replace(section.heading, text=section.rest)] if section.heading and _begins_item(section, style) else []
    for line in (*begun, *section.lines):
        for text, referred in _texts(line, style):
            if style.referral_heading.fullmatch(squeeze(referred or "")) or line.is_rule:
                continue
            entry = _Entry(line, text, referred)
            if column and referred is None:
                entry = _without_separator(entry, style, seen)
            seen += [entry.referred] if entry.referred else []
            yield entry


def _begins_item(section: Section, style: AgendaStyle) -> bool:
    """Say whether the first item stands beside the heading (議題　１．議案第33号 …)."""
    return bool(style.item.match(squeeze(section.rest)))


def _texts(line: Line, style: AgendaStyle) -> Iterator[tuple[str, str | None]]:
    if line.table is None:
        parts = style.separators.split(line.text)
        words = [part for part in parts if part.strip()]
        # A box drawn around the line (│…│…│) has empty parts outside; the last word is the column.
        if len(parts) > 1:
            last = words[-1] if len(words) > 1 or (words and not parts[0].strip() and not parts[-1].strip()) else ""
            yield (" ".join(words[:-1]) if last else " ".join(words)), last
        else:
            yield line.text, None
        return
    heading = squeeze(" ".join(cell.text for cell in line.table.rows[0].cells)) if line.table.rows else ""
    for row in line.table.rows:
        yield _row(row, referral=bool(style.referral_heading.search(heading)))


def _row(row: Row, *, referral: bool) -> tuple[str, str | None]:
    cells = [re.sub(r"\s*\n\s*", "", cell.text).strip() for cell in row.cells]
    if referral and len(cells) > 1:
        return " ".join(cell for cell in cells[:-1] if cell), cells[-1]
    return " ".join(cell for cell in cells if cell), None


def _without_separator(entry: _Entry, style: AgendaStyle, seen: Sequence[str]) -> _Entry:
    """Take a committee off the end of a line that left no room for the separator (…特別会計文教厚生)."""
    text = entry.text.rstrip(" \t\u3000")
    words = "|".join(
        [*(re.escape(squeeze(word)) for word in sorted(seen, key=len, reverse=True)), style.committees.pattern]
    )
    match = re.search(rf"(?:{words})$", fold_width(text))
    if not match or not text[: match.start()].strip():
        return entry
    return replace(entry, text=text[: match.start()].rstrip(" \t\u3000"), referred=text[match.start() :])


def _split(text: str, count: int) -> tuple[str, str]:
    """Cut a text after its first ``count`` characters that are no spaces: label without spaces, title."""
    seen = 0
    for index, character in enumerate(text):
        seen += 0 if character.isspace() else 1
        if seen == count:
            return re.sub(r"\s+", "", text[: index + 1]), text[index + 1 :].strip()
    return re.sub(r"\s+", "", text), ""


def _draft(item: _Item) -> DraftAgendaItem:
    title = _joined(item.title)
    return DraftAgendaItem(
        label=item.label,
        title=title,
        location=item.location,
        bills=bills_in(title),
        referred_to=tuple(dict.fromkeys(item.referred)),
    )


def _joined(pieces: Iterable[str]) -> str:
    """Join wrapped lines: another bill's number begins after a space, the rest of a word without one."""
    title = ""
    for piece in pieces:
        begins_bill = bool(title) and bool(re.match(r"^[一-龠]{1,8}第[0-9一二三四五六七八九十]+号", squeeze(piece)))
        latin = bool(title) and title[-1].isascii() and piece[:1].isascii() and title[-1].isalpha()
        title += (" " if latin else "\u3000" if begins_bill else "") + piece
    return re.sub(r"[ \t]{2,}|\u3000{2,}|[ \t\u3000]{2,}", "\u3000", title)
