"""What is costly to make, kept under the hash of all it was made of. Knows nothing of what it keeps.

An entry is believed only if its name holds the hash of everything it depends on (inputs, settings, this program and
its libraries) and its own checksum is right; anything else is made anew. Nothing is decided by times of files.
"""

from council.cache.kept import Kept
from council.cache.keys import fingerprint, key_of, made_by
from council.cache.packing import NotPackedError, pack, unpack
from council.cache.prints import Prints
from council.cache.store import Store

__all__ = [
    "Kept",
    "NotPackedError",
    "Prints",
    "Store",
    "fingerprint",
    "key_of",
    "made_by",
    "pack",
    "unpack",
]
