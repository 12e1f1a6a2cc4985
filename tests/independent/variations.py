"""The surroundings of a build, each chosen in a process of its own: clock, zone, locale, folder, order of files, rights."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from independent.building import run
from independent.projects import SESSION, minutes, speeches, write_word
from independent.twins import inputs_only

_LAUNCHER = """
import datetime, json, os, random, runpy, sys, time

asked = json.loads(sys.argv[1])
sys.argv = ["council", *sys.argv[2:]]

def later(true):
    return lambda *given: true(*(given or (time.time(),)))

if asked["shift"]:
    clock, shift = time.time, asked["shift"]
    time.time = lambda: clock() + shift
    time.time_ns = lambda: int(time.time() * 1e9)
    time.localtime, time.gmtime = later(time.localtime), later(time.gmtime)
    true = datetime.datetime

    class Then(true):
        @classmethod
        def now(cls, tz=None):
            return true.fromtimestamp(time.time(), tz)

        @classmethod
        def utcnow(cls):
            return true.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)

        today = now

    datetime.datetime = Then  # date.today() asks time.time

if asked["order"]:
    chance = random.Random(asked["order"])

    def shuffled(names):
        found = list(names)
        chance.shuffle(found)
        return found

    class Scanned:
        def __init__(self, found):
            self.found = iter(found)
        def __iter__(self):
            return self.found
        def __next__(self):
            return next(self.found)
        def __enter__(self):
            return self
        def __exit__(self, *_):
            pass
        def close(self):
            pass

    listdir, scandir = os.listdir, os.scandir
    os.listdir = lambda *given: shuffled(listdir(*given))
    os.scandir = lambda *given: Scanned(shuffled(scandir(*given)))

runpy.run_module("council", run_name="__main__")
"""
_YEAR = 366 * 86_400
_MORE_DAYS = (4, 5, 6, 9, 11, 13, 16, 18, 19, 20, 23, 25, 26, 27)


@dataclass(frozen=True)
class Variation:
    """What surrounds a build; as it is where nothing is said."""

    shift: int = 0
    zone: str = "Asia/Tokyo"
    locale: str = "C.UTF-8"
    folder: str = "minato"
    order: int = 0
    hashes: str = "1"
    umask: int = 0o022
    jobs: int = 1
    age: int = 1_700_000_000


PLAIN = Variation()
VARIATIONS: Mapping[str, Variation] = {
    "another day": Variation(shift=5 * _YEAR, age=1_000_000_000),
    "another time zone": Variation(zone="America/Anchorage"),
    "another locale": Variation(locale="C"),
    "another folder": Variation(folder="a folder with spaces/別の場所/minato"),
    "another order of files": Variation(order=7),
    "another hash seed": Variation(hashes="4242"),
    "other rights": Variation(umask=0o077),
    "two processes": Variation(jobs=2),
}


def with_more_sittings(root: Path) -> Path:
    """Add as many sittings as make it worth reading in several processes."""
    for number, day in enumerate(_MORE_DAYS, start=11):
        lines = minutes(day, speeches(f"第{number}の件", 1), number=number)
        write_word(root / "minutes_src" / SESSION / f"第{number}号.docx", lines)
    return root


def built_with(variation: Variation, inputs: Path, folder: Path) -> Path:
    """Build both editions of the same inputs where nothing stood."""
    root = inputs_only(inputs, folder / variation.folder)
    for path in root.rglob("*"):
        os.utime(path, (variation.age, variation.age))
    arguments = ("build", "--edition", "all", "--jobs", str(variation.jobs), "--project", str(root))
    started = ("-m", "council") if variation.jobs > 1 else ("-c", _LAUNCHER, json.dumps(asdict(variation)))
    done = run(
        *started,
        *arguments,
        cwd=folder,
        umask=variation.umask,
        TZ=variation.zone,
        LANG=variation.locale,
        LC_ALL=variation.locale,
        PYTHONHASHSEED=variation.hashes,
    )
    if done.returncode == 2:
        msg = done.stdout + done.stderr
        raise RuntimeError(msg)
    return root
