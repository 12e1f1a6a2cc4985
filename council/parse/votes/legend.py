"""A table's own legend: ○：賛成　×＝反対　△…退席, in whichever line and with whichever separators it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from council.diagnostics import Finding, Outcome, finding
from council.model.votes import Option
from council.parse.votes.lines import Line
from council.parse.votes.meanings import Meaning, meaning_of
from council.parse.votes.symbols import exact_key, symbol_key
from council.read.encoding import looks_damaged
from council.rules import votes as rules
from council.text.patterns import regex


class Entry(Struct, frozen=True):
    """One symbol and the words that explain it; ``meaning`` None where the words are not known here."""

    symbol: str
    words: str
    meaning: Meaning | None
    line: Line


_LONGEST = 1000
_SHORT = 4
_NAMED = {
    "空欄": "",
    "空白": "",
    "無印": "",
    "無記入": "",
    "記載なし": "",
    "ブランク": "",
    "blank": "",
    "empty": "",
    "斜線": "／",
    "横線": "－",
    "横棒": "－",
    "ハイフン": "－",
}
_NAMES = "|".join(_NAMED)
_STRONG = r"(?:[:：=＝→⇒]|…+|‥+|・・+|\.{2,}|印?は(?!、))"
_OPEN, _CLOSE = r"[「『“\"'\u2018\[〔【(（<＜]", r"[」』”\"'’\]〕】)）>＞]"
_EDGE = r"(?:(?<=^)|(?<=[\s、。，,;；:：（(「『【〔\[・／/|｜※]))"
_DRAWN = r"[^\w\s\u3000、。，．,.;；:：=＝…‥→⇒・「」『』（）()\[\]【】〔〕“”\"'’\u2018|｜~～〜]"
# What explains a symbol even without a colon: ○賛成 ×反対, 欠 欠席.
_WORDS = r"(?:賛成|反対|棄権|欠席|退席|退場|離席|不在|除斥|副?議長|継続|白票)"
_SYMBOL = rf"(?:{_EDGE}(?:{_NAMES})|{_EDGE}[A-Za-z][A-Za-z_/]{{0,11}}|{_DRAWN}[\ufe0e\ufe0f]?|[〇○]|{_EDGE}[一-龠ー]|{_EDGE}[0-9０-９](?=\s*{_STRONG}))"
_HEAD = regex(
    rf"(?:{_OPEN}\s*(?P<quoted>{_SYMBOL}|[0-9])\s*{_CLOSE}|(?P<symbol>{_SYMBOL}))"
    rf"(?:\s*(?P<strong>{_STRONG})\s*|(?P<weak>\s*{_OPEN}|\s*[-－―ー~～・]\s*|\s*)(?={_WORDS}))"
)
_REVERSED = regex(
    rf"(?P<words>{_WORDS})\s*{_STRONG}\s*{_OPEN}?(?P<symbol>{_DRAWN}|[〇○]|[一-龠])[\ufe0e\ufe0f]?{_CLOSE}?"
    r"(?=[\s、。，,;；／/|｜)）」]|$)"
)
_STOP = regex(r"[、。，,;；\t\n／/|｜\u3000]|[ ]{2,}|(?<![A-Za-z])[ ]|[ ](?![A-Za-z])")
_ALSO = regex(rf"(?:(?:又は|または|及び|・|や)?{_WORDS}(?:審査|者|議員|等|など)*)+")
# ※欠席・退席・棄権: several options and nothing else are no footnote.
_SEVERAL = regex(rf"\s*{_WORDS}(?:[・、／/又は及び]+{_WORDS})+\s*(?=$|[\t\u3000)）]|\s)")
_BLANK = " \u3000\t・、，,"
_TAIL = regex(r"(?:を(?:示|表|意味)(?:す|し)?.*|のこと|とする|である|です)$")
_TITLE = regex(
    r"^\s*[※＊*・]*\s*[\[【〔(（<＜]?(?:凡例|記号(?:の(?:説明|意味|見方))?|表示|legend|key|symbols)[\]】〕)）>＞]?\s*[:：]?\s*",
    re.IGNORECASE,
)
_SCOPED = regex(
    r"(?:請願|陳情|意見書|決議|修正案|号)[^\t。]{0,12}(?:について|に関して|における|では|の場合|の|は)[、,\s]*[「『(（]?[○〇◯⭕×✕✖❌●]"
)


def entries_of(line: Line) -> tuple[Entry, ...]:
    """Return the symbols a line explains; none if it explains none in words known here."""
    text = _TITLE.sub("", line.text[:_LONGEST])
    found = _reversed_entries(text, line) or _forward_entries(text, line)
    return found if any(entry.meaning for entry in found) else ()


def is_legend(line: Line) -> bool:
    """Say whether a row of the table's body is a legend: its first words are a symbol explained, or 凡例."""
    text = _TITLE.sub("", line.text[:_LONGEST]).lstrip(" \u3000\t※＊*（(【〔[")
    entries = entries_of(line)
    return bool(entries) and (bool(_TITLE.match(line.text)) or text.startswith(_first_head(text)))


def _first_head(text: str) -> str:
    match = _HEAD.search(text) or _REVERSED.search(text)
    return match[0] if match else "\0"


def _reversed_entries(text: str, line: Line) -> tuple[Entry, ...]:
    return tuple(_entry(match["symbol"], match["words"], line) for match in _REVERSED.finditer(text))


def _forward_entries(text: str, line: Line) -> tuple[Entry, ...]:
    heads = [match for match in _HEAD.finditer(text) if _stands(match)]
    ends = [match.start() for match in heads[1:]] + [len(text)]
    return tuple(
        entry
        for match, end in zip(heads, ends, strict=False)
        if (entry := _entry(match["quoted"] or match["symbol"], _words(text[match.end() : end]), line)).words
        and _is_meant(match, entry)
    )


def _stands(match: re.Match[str]) -> bool:
    """Pass over what only looks like a symbol: ※議長は … is a footnote, 議長は … a sentence."""
    symbol, strong = match["symbol"] or "", match["strong"] or ""
    if strong.endswith("は"):
        return symbol != "※" or strong == "印は"
    if match["weak"] == "" and symbol.isalpha():
        return False
    return bool(strong) or symbol not in ("※", "＊", "*") or _SEVERAL.match(match.string, match.end()) is not None


def _is_meant(match: re.Match[str], entry: Entry) -> bool:
    """Letters, kanji, digits and weak separators explain only by words known here."""
    # 1＝賛成 explains; 1：議長は採決に加わりません is the first of several notes.
    if entry.symbol.isdecimal() and not match["quoted"] and len(entry.words) > _SHORT:
        return False
    drawn = re.fullmatch(rf"(?:{_DRAWN}|[〇○])[\ufe0e\ufe0f]?", entry.symbol) is not None
    if match["strong"] and drawn:
        return True
    return entry.meaning is not None and (bool(match["strong"]) or len(entry.words) <= 24)  # noqa: PLR2004 - a sentence is no legend


def _entry(symbol: str, words: str, line: Line) -> Entry:
    plain = _NAMED.get(symbol.casefold(), symbol)
    return Entry(plain, words, meaning_of(words), line)


def _words(text: str) -> str:
    """Return the words that explain: up to the next separator, and on as long as each part is such a word (欠席、退席)."""
    parts = _parts(text)
    told = next(parts, "")
    for part in parts:
        if part and not _ALSO.fullmatch(part):
            break
        told += f"・{part}" if part else ""
    words = _TAIL.sub("", told)
    return words[1:-1] if re.fullmatch(r"[（(][^（()）]*[)）]", words) else words


def _parts(text: str) -> Iterator[str]:
    """Yield the parts of a text between separators that stand outside brackets; a closing bracket too many ends it."""
    depth, start = 0, 0
    for place, character in enumerate(text):
        depth += (character in "（([「") - (character in "）)]」")
        if depth < 0:
            yield text[start:place].strip(_BLANK)
            return
        if depth == 0 and _STOP.match(text, place):
            yield text[start:place].strip(_BLANK)
            start = place + 1
    yield text[start:].strip(_BLANK)


def read_legend(lines: Iterable[Line]) -> Outcome[dict[str, Meaning | None]]:
    """Return what the lines around a table say of its symbols, by exact and by comparable drawing.

    Lines that speak of certain bills only (請願 …) are no legend. Findings: V115 (two meanings of one symbol; it counts
    as unexplained), V124 (words that are no option known here: the symbol is ``other``).
    """
    entries = [entry for line in lines if not _SCOPED.search(line.text) for entry in entries_of(line)]
    legend: dict[str, Meaning | None] = {}
    findings: list[Finding] = []
    for symbol in dict.fromkeys(entry.symbol for entry in entries if not looks_damaged(entry.symbol)):
        told = [entry for entry in entries if entry.symbol == symbol]
        meanings = {_meaning(entry): entry for entry in told}
        if len({(meaning.option, meaning.role) for meaning in meanings}) > 1:
            words = "、".join(dict.fromkeys(entry.words for entry in told))
            findings.append(finding(rules.CONFLICTING_LEGEND, told[-1].line.place, symbol=symbol, words=words))
            legend |= {exact_key(symbol): None, symbol_key(symbol): None}
            continue
        meaning = next(iter(meanings))
        legend[exact_key(symbol)] = meaning
        legend.setdefault(symbol_key(symbol), meaning)
        if told[0].meaning is None or meaning.option is Option.OTHER:
            findings.append(
                finding(rules.OTHER_IN_LEGEND, told[0].line.place, symbol=symbol or "空欄", words=told[0].words)
            )
    return Outcome(legend, tuple(findings))


def _meaning(entry: Entry) -> Meaning:
    return entry.meaning or Meaning(Option.OTHER, words=entry.words)
