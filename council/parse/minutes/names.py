"""The names a document itself lists: its own dictionary of speakers. Nobody outside it is ever guessed."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from council.parse.minutes.lines import squeeze
from council.parse.minutes.profile import Roles
from council.text.names import comparable_name
from council.text.patterns import regex

_NAME = regex(r"^(?:[^\s\u3000()（）〔〕「」『』。、:：0-9０-９/／]{2,16}|[A-Za-z\u00c0-\u024f'’.\-]{2,60})$")
_NO_NAME = regex(r"を|ます|です|した|する|こと|ため|とおり|^(?:出席|欠席|遅参|遅刻|早退)$")
_LEAST_SURNAME = 2
_LONGEST_OFFICE = 30


class KnownNames(Struct, frozen=True):
    """The comparable names of everybody the document's lists name."""

    names: frozenset[str] = frozenset()
    posts: frozenset[tuple[str, str]] = frozenset()

    def has(self, name: str) -> bool:
        """Say whether a name, or a surname of two characters or more, is in the lists."""
        plain = comparable_name(name)
        return plain in self.names or (
            len(plain) >= _LEAST_SURNAME and any(known.startswith(plain) for known in self.names)
        )

    def surname_before(self, squeezed: str) -> str:
        """Return 関根 of 関根総務部長, where the lists name a 関根 with that very post."""
        for name, post in self.posts:
            for length in range(min(len(name), len(squeezed) - 1), 0, -1):
                office = squeezed[length:]
                if (
                    name.startswith(squeezed[:length])
                    and office
                    and (post == office or post.startswith((f"{office}(", f"{office}、", f"{office}兼")))
                ):
                    return squeezed[:length]
        return ""


def known_names(people: Iterable[tuple[str, str]]) -> KnownNames:
    """Make the dictionary of printed names and posts."""
    listed = [(comparable_name(name), squeeze(post)) for name, post in people]
    return KnownNames(frozenset(name for name, _ in listed), frozenset((name, post) for name, post in listed if post))


def looks_like_name(squeezed: str) -> bool:
    """Say whether a text without spaces could be a person's name."""
    return bool(_NAME.match(squeezed)) and not _NO_NAME.search(squeezed)


def is_role(squeezed: str, roles: Roles) -> bool:
    """Say whether a text without spaces is an office: a known one, or ends like one (…部長, …委員長)."""
    if not squeezed or len(squeezed) > _LONGEST_OFFICE or roles.not_roles.search(squeezed):
        return False
    if squeezed in roles.presiding or squeezed in roles.members or squeezed in roles.executive:
        return True
    return squeezed.endswith((*roles.committee_chairs, *roles.executive, *roles.executive_endings))


def is_committee_chair(role: str, roles: Roles) -> bool:
    """Say whether a role is the chair of a committee of the council, not of a board of the executive (監査, 選挙管理)."""
    return role.endswith(roles.committee_chairs) and role not in roles.executive and "委員会委員長" not in role


def is_executive(role: str, roles: Roles) -> bool:
    """Say whether a role is an officer's who answers, not a member's or a chair's."""
    if role in roles.executive:
        return True
    if role in roles.presiding or role in roles.members or is_committee_chair(role, roles):
        return False
    return role.endswith((*roles.executive_endings, *roles.executive))
