"""What pages say, and small files, kept under all that they were made of: they are written without being made again."""

from __future__ import annotations

from msgspec import Struct

from council.cache import Store, key_of, pack
from council.pages.page import EncodedPage


class Fragments(Struct, frozen=True):
    """The pages and small files of one edition; ``basis`` is what all of them are made with: program, templates, language, settings."""

    store: Store
    edition: str
    basis: str

    @property
    def kind(self) -> str:
        """Their kind in the store."""
        return f"pages-{self.edition}"

    def made_of(self, uri: str, *prints: bytes) -> bytes:
        """Return what tells what is made at an address of all this from anything else."""
        return bytes.fromhex(key_of(self.basis, uri, *prints))

    def get(self, made_of: bytes) -> EncodedPage | None:
        """Return a page that was made of this, if it is kept."""
        return self.store.record(self.kind, made_of.hex(), EncodedPage)

    def keep(self, page: EncodedPage, made_of: bytes) -> None:
        """Keep a page."""
        self.store.put(self.kind, made_of.hex(), pack(page))

    def content(self, made_of: bytes) -> bytes | None:
        """Return a file that was made of this, if it is kept."""
        return self.store.get(self.kind, made_of.hex())

    def keep_content(self, made_of: bytes, content: bytes) -> None:
        """Keep a file."""
        self.store.put(self.kind, made_of.hex(), content)

    def use(self, made_of: bytes) -> None:
        """Say that a page is still of use though nobody asks for it."""
        self.store.use(self.kind, made_of.hex())
