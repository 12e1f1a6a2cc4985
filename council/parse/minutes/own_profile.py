"""A council's own layout: what differs from a shipped one, as `extra.council.profile` or a file says it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from council.parse.minutes.label_forms import FORMS
from council.parse.minutes.profile import BASE_PROFILE, Profile, make_profile, raw_profiles
from council.text.patterns import compile_all, regex

_GROUP = regex(r"\(\?P<[a-z]+>")
_MORE = ("extends", "name", "tables", "plenary")


class OwnProfileError(ValueError):
    """The layout cannot be used; its text says which entry is wrong."""


def is_own(forced: str) -> bool:
    """Say whether a setting is a layout itself (a JSON object), not the name of a shipped one."""
    return forced.startswith("{")


@lru_cache(maxsize=8)
def own_profile(written: str) -> Profile:
    """Make the layout of what a council writes; mappings are merged entry by entry, all else takes the place.

    Every value may be a text. Raises `OwnProfileError`.
    """
    own = json.loads(written)
    base = raw_profiles().get(str(own.get("extends", BASE_PROFILE)), {})
    if wrong := next(_wrong(base, own), ""):
        raise OwnProfileError(wrong)
    try:
        profile = make_profile(_merged(base, {"name": "own", **own}))
        compile_all(profile)
    except re.error as error:
        raise OwnProfileError(str(error.pattern)) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise OwnProfileError(str(error).strip("'")) from error
    return profile


def _wrong(base: dict[str, Any], own: dict[str, Any]) -> Iterator[str]:
    """Yield the entries that no layout has, and those that the reader could not use."""
    if not base:
        yield f"extends: {own['extends']}"
        return
    yield from sorted(set(own) - set(base) - set(_MORE))
    yield from _unlike(base, own)
    yield from (f"forms: {form}" for form in own.get("forms", ()) if form not in FORMS)


def _unlike(base: object, own: object, at: str = "") -> Iterator[str]:
    """Yield entries of another sort, and patterns that lack a named part (?P<label>…) that is taken from them."""
    if isinstance(base, dict | list) and type(base) is not type(own):
        yield at
    elif isinstance(base, dict) and isinstance(own, dict):
        for key in own:
            yield from _unlike(base[key], own[key], f"{at}.{key}".lstrip(".")) if key in base else ()
    elif isinstance(base, str):
        yield from (f"{at}: {group}" for group in _GROUP.findall(base) if group not in str(own))


def _merged(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    return {
        key: _merged(base[key], value) if isinstance(value, dict) and isinstance(base.get(key), dict) else value
        for key, value in {**base, **own}.items()
    }
