"""Where the frame of an edition is kept between builds, under all that MkDocs makes it of."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from council.cache import Store, pack
from council.site.frame import Frame


class KeptFrame(Struct, frozen=True):
    """The frame of an edition; ``key`` is over everything it is made of (`council.site.fingerprint`)."""

    store: Store
    edition: str
    key: str

    @property
    def kind(self) -> str:
        """Its kind in the store."""
        return f"frame-{self.edition}"

    def take(self) -> Frame | None:
        """Return the frame, if it is kept and whole."""
        return self.store.record(self.kind, self.key, Frame)

    def put_away(self, frame: Frame | None, before: Frame | None, key_now: Callable[[], str]) -> None:
        """Keep what the next build may use, unless something it is made of was changed meanwhile; ``before`` is kept already."""
        if frame is not None and frame is not before and key_now() == self.key:
            shells = {**before.shells, **frame.shells} if before else frame.shells
            self.store.put(self.kind, self.key, pack(replace(frame, shells=shells)))
        self.store.complete(self.kind)
