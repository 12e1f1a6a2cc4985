"""A text as a YAML scalar."""

from __future__ import annotations

from council.text.patterns import regex

_NOT_IN_YAML = regex(r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_BREAKS = regex(r"[\t\n\v\f\r\x85\u2028\u2029]+")


def quoted(text: str) -> str:
    """Return the text as a YAML scalar in quotes; what YAML does not allow is left out."""
    plain = _NOT_IN_YAML.sub("", _BREAKS.sub(" ", text))
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
