"""The words of reports in both languages, and text from inputs made safe to stand on one line."""

from __future__ import annotations

from types import MappingProxyType

from council.diagnostics import Bilingual, Severity, Withholds
from council.text.patterns import regex

SEVERITIES = MappingProxyType(
    {
        Severity.ERROR: Bilingual("誤り", "error"),
        Severity.WARNING: Bilingual("要確認", "warning"),
        Severity.NOTE: Bilingual("お知らせ", "note"),
    }
)

# What is kept back while a finding stands; what withholds nothing is not in the table.
KEPT_BACK = MappingProxyType(
    {
        Withholds.FILE: Bilingual("ファイル全体", "the file"),
        Withholds.SITTING: Bilingual("その日の会議録", "that sitting"),
        Withholds.WORDS: Bilingual("その言葉", "those words"),
        Withholds.TABLE: Bilingual("その表", "that table"),
        Withholds.ROW: Bilingual("その行", "that row"),
        Withholds.MEMBER_COLUMN: Bilingual("その人の欄（この表）", "that person's cells in this table"),
        Withholds.CELL: Bilingual("その欄", "that cell"),
        Withholds.NAMES: Bilingual("その採決の議員ごとの賛否", "the names of that vote"),
        Withholds.MATERIAL: Bilingual("その資料", "that paper"),
        Withholds.CORRECTION: Bilingual("その訂正", "that correction"),
        Withholds.RECORDING: Bilingual("その録画・中継のリンク", "that recording"),
        Withholds.EVERYTHING: Bilingual("すべて（サイトを作りません）", "everything (no site is built)"),
    }
)

HELP = Bilingual("対処", "what to do")
KEEPS = Bilingual("確認中として控えるもの", "kept back until then")
NONE = Bilingual("直すところはありません。", "Nothing to put right.")

_BREAKS = regex(r"[\t\n\v\f\r\x85\u2028\u2029]+")
# Control characters can command a terminal, direction marks can turn the words around.
_UNSEEN = regex(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def one_line(text: str) -> str:
    r"""Return the text without line breaks; characters nobody sees stand as their codes, such as ``\x1b``."""
    return _UNSEEN.sub(lambda match: ascii(match[0])[1:-1], _BREAKS.sub(" ", text))


def search_words(words: str, language: str) -> str:
    """Return how a place in a Word file is found: Word shows no paragraph numbers."""
    said = Bilingual(f"Word で「{words}」を検索すると見つかります", f"search Word for “{words}”")
    return said.in_language(language)


def under(heading: str, language: str) -> str:
    """Return the heading above a place."""
    return Bilingual(f"見出し：{heading}", f"under: {heading}").in_language(language)


def labelled(label: Bilingual, text: str, language: str) -> str:
    """Return ``label: text`` with the colon of the language."""
    return label.in_language(language) + ("：" if language == "ja" else ": ") + text


def counted(label: Bilingual, number: int, language: str) -> str:
    """Return ``誤り 2 件`` or ``2 errors``."""
    return f"{label.ja} {number} 件" if language == "ja" else f"{number} {label.en}{'' if number == 1 else 's'}"
