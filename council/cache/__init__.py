"""What is costly to make, kept under the hash of all it was made of. Knows nothing of what it keeps.

An entry is believed only if its name holds the hash of everything it depends on (inputs, settings, this program and
its libraries) and its own checksum is right; anything else is made anew. Nothing is decided by times of files.
"""

from council.cache.kept import Kept
from council.cache.keys import fingerprint, key_of, made_by, together
from council.cache.packing import NotPackedError, pack, unpack, values_of
from council.cache.store import Store

__all__ = [
    "Kept",
    "NotPackedError",
    "Store",
    "fingerprint",
    "key_of",
    "made_by",
    "pack",
    "together",
    "unpack",
    "values_of",
]
