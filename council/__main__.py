"""`python -m council`, and the command `council`."""

from __future__ import annotations

import atexit
import os
import sys


class _Leaving:
    """Ends the process without taking down piece by piece what its memory holds: the system takes it back at once."""

    code: int | None = None

    def __call__(self) -> None:
        """End the process with its exit code, if it has one and all that was said went out."""
        if self.code is None:
            return
        try:
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
        except (OSError, ValueError, AttributeError):  # Python's own end knows what to say of it
            return
        os._exit(self.code)


def main() -> None:
    """Run the command line and end the process."""
    leaving = _Leaving()
    atexit.register(leaving)  # the first of all, so it is the last to be called: what others tidy at the end is tidied
    from council.cli import main as run  # noqa: PLC0415 - as above

    try:
        run()
    except SystemExit as end:
        leaving.code = end.code if isinstance(end.code, int) else None
        raise


if __name__ == "__main__":
    main()
