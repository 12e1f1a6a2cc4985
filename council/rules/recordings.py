"""L: livestream and recording links."""

from __future__ import annotations
