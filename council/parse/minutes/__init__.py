"""Word minutes to drafts: layouts are data (`profiles/`), the right one is found from the document."""

from council.parse.minutes.parse import parse_minutes
from council.parse.minutes.profile import load_profiles

__all__ = ["load_profiles", "parse_minutes"]
