"""What looks like somebody's address, telephone number or date of birth in Japanese text.

An address is a house number behind the name of a municipality, or behind a word such as 住所; a place alone (本町2丁目)
is none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from council.diagnostics import Rule
from council.rules import gate as rules
from council.text.patterns import regex

# All patterns are for text in NFKC.
_NUMBER = "[0-9〇一二三四五六七八九十百]+"
_DASH = r"[-\u30fc\u2010-\u2015\u2212]"
_LOT = r"(?!(?:19|20)[0-9]{2})[1-9][0-9]{0,3}"  # a house's number, no year
_NO_HOUSE = r"(?![0-9]|号[線棟]|[年月日歳回期階線棟対点割%勝敗倍万億]|か月|議席)"
_LOTS = rf"{_LOT}{_DASH}[0-9]{{1,4}}(?:{_DASH}[0-9]{{1,4}})?{_NO_HOUSE}"
_HOUSE = regex(
    rf"{_NUMBER}丁目(?:{_NUMBER}番|{_LOTS}|{_LOT}{_NO_HOUSE}(?![件人円区]))"
    rf"|{_NUMBER}番地(?![区域帯])|{_NUMBER}番(?:の)?{_NUMBER}号?|(?<![{_DASH[1:-1]}0-9.,第条号]){_LOTS}"
)
_BLOCK = regex(rf"(?<=[々\u3400-\u9fff]){_NUMBER}丁目|{_NUMBER}番地|{_NUMBER}号室")
_PLACE = r"[^\W\d_はをにでともへや第号条項款年月日回期議案額計名]"
_TOWN = (
    rf"(?:{_PLACE}{{1,8}}(?:(?<![都本同当各全他朝両隣のが])市|(?<![地校学工本同当各全街市])区)"
    rf"|{_PLACE}{{1,4}}郡{_PLACE}{{1,6}}[町村])"
)
_IN_TOWN = regex(rf"{_TOWN}{_PLACE}{{1,12}}(?<![資料式表図紙編章節画線道議の])$")
_HOME = regex(
    r"(?:住所(?!地特例|変更|要件|不定|録)|住居(?!手当|表示|番号|確保|地域)|居所|在住|居住(?!誘導|区域|環境|支援|地域|用)|"
    r"本籍|自宅(?!療養|待機))[^。\n]{0,40}?$"
)
_BETWEEN = rf"(?:{_DASH}|[() .]){{1,2}}"
_KANJI_DIGITS = "〇零一二三四五六七八九"
_TELEPHONE = regex(
    rf"(?<![0-9.,/_-])(?:\(?0[0-9]{{1,4}}{_BETWEEN}[0-9]{{1,4}}{_BETWEEN}[0-9]{{3,4}}|(?<![A-Za-z])0[1-9][0-9]{{8,9}}"
    rf"|\+81{_BETWEEN}?(?:\(0\))?[0-9]{{1,4}}{_BETWEEN}[0-9]{{1,4}}{_BETWEEN}[0-9]{{3,4}})(?![0-9]|{_DASH}[0-9]|\.[0-9])"
)
_TELEPHONE_KANJI = regex(
    rf"[〇零][{_KANJI_DIGITS}]{{1,4}}(?:{_DASH}|の)[{_KANJI_DIGITS}]{{1,4}}(?:{_DASH}|の)[{_KANJI_DIGITS}]{{3,4}}"
)
_LENGTHS = (10, 11)
_YEAR = r"(?:(?:明治|大正|昭和|平成|令和|[MTSHR])(?:[0-9]{1,2}|元|[一二三四五六七八九十]{1,3})|(?:西暦)?[12][0-9]{3})"
_DAY = rf"{_YEAR}[年./-]\s?{_NUMBER}[月./-]\s?{_NUMBER}日?"
_BORN = r"に?(?:生まれ|生れ)(?!変|かわ|の(?![方者人子児男女議職市住町村]))|生(?![き活産徒涯命物れま])"
_BIRTH = regex(rf"(?:生年月日|誕生日|出生(?:(?:年月)?日|[\s:]))[^。\n]{{0,10}}?{_DAY}|{_DAY}\s?(?:{_BORN})")
# What any of it needs, in whatever width: most paragraphs are passed over by this alone.
_HINT = regex(r"[0-9０-９〇]|[一二三四五六七八九十](?:丁目|番|年)")


def personal_words(text: str) -> Iterator[tuple[Rule, str]]:
    """Yield each kind of personal data that a text seems to hold, with the words before it."""
    if not _HINT.search(text):
        return
    plain = unicodedata.normalize("NFKC", text)
    for rule, start in (
        (rules.ADDRESS, _address(plain)),
        (rules.TELEPHONE, _telephone(plain)),
        (rules.BIRTH_DATE, _birth(plain)),
    ):
        if start is not None:
            yield rule, plain[:start]


def _address(plain: str) -> int | None:
    for house in _HOUSE.finditer(plain):
        town = _IN_TOWN.search(plain, max(0, house.start() - 40), house.start())
        if town:
            return town.start()
    for number in (*_HOUSE.finditer(plain), *_BLOCK.finditer(plain)):
        home = _HOME.search(plain, max(0, number.start() - 50), number.start())
        if home:
            return home.start()
    return None


def _telephone(plain: str) -> int | None:
    for pattern in (_TELEPHONE, _TELEPHONE_KANJI):
        for match in pattern.finditer(plain):
            if _digits(match[0]) in _LENGTHS:
                return match.start()
    return None


def _digits(number: str) -> int:
    """Return how many digits a telephone number has when it is dialled within the country."""
    count = sum(character.isdigit() or character in _KANJI_DIGITS for character in number.replace("(0)", ""))
    return count - 1 if number.startswith("+") else count


def _birth(plain: str) -> int | None:
    match = _BIRTH.search(plain)
    return match.start() if match else None
