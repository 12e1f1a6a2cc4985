"""Many builds started at once in one council's folder, and locks whose owner is gone."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from collections import Counter
from pathlib import Path

from independent.building import command, environment
from reliability_table import Row
from trials.field import Field
from trials.forked import build

RUNNING = "[S308]"
CANNOT_RUN = 2
HELD = 'import sys, time\nfrom pathlib import Path\nfrom council.publish import build_lock\nwith build_lock(Path(sys.argv[1])):\n    print("held", flush=True)\n    time.sleep(600)\n'


def try_starts(field: Field, folder: Path, number: int) -> list[Row]:
    """Start that many builds at once; then try what is left of locks."""
    return [at_once(field, folder, number), left_over(field, folder)]


def at_once(field: Field, folder: Path, number: int) -> Row:
    """See that one builds and all others say that it does."""
    root = field.copy(folder / "minato")
    arguments = ("-m", "council", "build", "--edition", "all", "--jobs", "1", "--project", str(root))
    gate = root.parent / "gate"
    starter = f"import pathlib, runpy, sys, time\nimport council.cli.build\nwhile not pathlib.Path({str(gate)!r}).exists(): time.sleep(0.001)\nsys.argv = ['council', *{list(arguments[2:])!r}]\nrunpy.run_module('council', run_name='__main__')\n"
    running = [
        subprocess.Popen(  # noqa: S603 - our own command
            command("-c", starter),
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        for _ in range(number)
    ]
    time.sleep(0.5 * number)  # all have loaded the program then, or nearly
    gate.touch()
    said = [(process.communicate()[0], process.returncode) for process in running]
    ended = Counter("built" if code == field.code else "refused" if code == CANNOT_RUN and RUNNING in text else "odd" for text, code in said)  # fmt: skip
    broken = [
        f"exit {code}: {text[-300:]}"
        for text, code in said
        if code not in (field.code, CANNOT_RUN) or "Traceback" in text
    ]
    if not ended["built"] or ended["odd"]:
        broken.append(f"{dict(ended)}")
    broken += [wrong] if (wrong := field.unlike(root)) else []
    shutil.rmtree(folder)
    became = f"built {ended['built']}, told that another runs (exit 2) {ended['refused']}; site equal to a cold build"
    return Row("同時に起動", "started at once", number, became, tuple(broken))


def left_over(field: Field, folder: Path) -> Row:
    """See that a lock whose owner was killed, or that never was one, holds nobody up, and a living one does."""
    texts = {
        "killed": "",
        "empty": "",
        "of a process that is gone": json.dumps({"pid": 2**22 - 1, "host": socket.gethostname()}),
        "garbage": "\0\0\0",
    }
    broken = []
    for name, text in texts.items():
        root = field.copy(folder / "minato")
        if name == "killed":
            with subprocess.Popen(  # noqa: S603 - our own command
                command("-c", HELD, str(root / ".council")), env=environment(), stdout=subprocess.PIPE
            ) as owner:
                owner.stdout.readline()
                refused = build(root)
                if refused.code != CANNOT_RUN or RUNNING not in refused.said or not field.is_old(root):
                    broken.append(f"a living owner: exit {refused.code}")
                owner.kill()
        else:
            (root / ".council" / "build.lock").write_text(text)
        done = build(root)
        wrong = field.unlike(root) or ("" if done.code == field.code else f"exit {done.code}")
        broken += [f"{name}: {wrong}"] if wrong else []
        shutil.rmtree(folder)
    return Row("残されたロック", "a lock left behind", len(texts), "recognised", tuple(broken))
