"""Readings (ふりがな) to Latin letters, for addresses only: Hepburn with long vowels dropped."""

from __future__ import annotations

import re

_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}

_BASE = dict(
    zip(
        "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをんがぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽゔ",
        "a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho ma mi mu me mo ya yu yo "
        "ra ri ru re ro wa i e o n ga gi gu ge go za ji zu ze zo da ji zu de do ba bi bu be bo pa pi pu pe po vu".split(),
        strict=True,
    )
)
_SMALL = {"ゃ": "ya", "ゅ": "yu", "ょ": "yo", "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o", "ゎ": "wa"}
_HUSHED = {"shi", "chi", "ji"}

# Here two vowels belong to two parts of the surname and are both kept: 井上 is i-no-ue, not a long o.
EXCEPTIONS: dict[str, str] = {
    "いのうえ": "inoue",
    "たのうえ": "tanoue",
    "おのうえ": "onoue",
    "ほのうえ": "honoue",
    "うのうえ": "unoue",
    "まつうら": "matsuura",
    "かつうら": "katsuura",
    "みつうら": "mitsuura",
    "まつうち": "matsuuchi",
    "みずうち": "mizuuchi",
    "みずうみ": "mizuumi",
    "いそうち": "isouchi",
    "きのうち": "kinouchi",
    "たけのうち": "takenouchi",
    "やまのうち": "yamanouchi",
    "ほりのうち": "horinouchi",
    "かわのうえ": "kawanoue",
    "いけのうえ": "ikenoue",
    "ひろおか": "hirooka",
    "ともおか": "tomooka",
    "もとおか": "motooka",
    "くろおか": "kurooka",
    "いそおか": "isooka",
    "ところおか": "tokorooka",
    "しもおおざわ": "shimoozawa",
}


def romanise(reading: str) -> str:
    """Return the address form of a reading: ``やまだ たろう`` → ``yamada-taro``; empty if it is not kana."""
    parts = [_part(part) for part in re.split(r"[\s\u3000・]+", reading.strip()) if part]
    return "-".join(parts) if parts and all(parts) else ""


def _part(reading: str) -> str:
    kana = reading.translate(_KATAKANA)
    if kana in EXCEPTIONS:
        return EXCEPTIONS[kana]
    syllables = _syllables(kana)
    return _join(syllables) if syllables else ""


def _syllables(kana: str) -> list[str] | None:
    """Return one Latin syllable a kana (`っ` as ``*``, ``ー`` left out), or None if a character is no kana."""
    syllables: list[str] = []
    for character in kana:
        if character == "ー":
            continue
        if character == "っ":
            syllables.append("*")
        elif character in _SMALL:
            syllables.append(_contracted(syllables.pop() if syllables else "", character))
        elif character in _BASE:
            syllables.append(_BASE[character])
        else:
            return None
    return syllables


def _contracted(syllable: str, small: str) -> str:
    vowel = _SMALL[small]
    if not syllable.endswith("i") or not vowel.startswith("y"):
        return syllable[:-1] + vowel
    stem = syllable[:-1]
    return stem + vowel[1:] if syllable in _HUSHED else stem + vowel


def _join(syllables: list[str]) -> str:
    text = ""
    for syllable, following in zip(syllables, [*syllables[1:], ""], strict=True):
        if syllable == "*":
            text += "t" if following.startswith("ch") else following[:1]
        elif not (syllable in ("u", "o") and text.endswith("o")) and not (syllable == "u" and text.endswith("u")):
            text += syllable
    return text
