"""One build at a time; whoever died holds nobody up."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

from council.publish import build_lock

HOLD = """
import sys
from pathlib import Path
from council.publish import build_lock
with build_lock(Path(sys.argv[1])) as findings:
    print("refused" if findings else "held", flush=True)
    sys.stdin.read()
"""


def start(state: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLD, str(state)]
    path = os.pathsep.join([str(Path(__file__).parent.parent), os.environ.get("PYTHONPATH", "")])
    return subprocess.Popen(  # noqa: S603 - our own interpreter
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path}
    )


def test_the_second_build_is_told_who_runs(tmp_path: Path) -> None:
    with start(tmp_path) as first:
        assert first.stdout
        assert first.stdout.readline() == "held\n"
        with build_lock(tmp_path) as findings:
            assert [found.rule.code for found in findings] == ["S308"]
            assert dict(findings[0].values) == {"host": socket.gethostname(), "pid": str(first.pid)}
        first.kill()
        first.wait()
        with build_lock(tmp_path) as findings:
            assert findings == ()


def test_of_many_at_once_one_wins(tmp_path: Path) -> None:
    running = [start(tmp_path) for _ in range(5)]
    said = [process.stdout.readline().strip() for process in running if process.stdout]
    for process in running:
        process.communicate()
    assert sorted(said) == ["held"] + ["refused"] * 4


def test_it_is_free_again_afterwards(tmp_path: Path) -> None:
    for _ in range(2):
        with build_lock(tmp_path) as findings:
            assert findings == ()
            assert json.loads((tmp_path / "build.lock").read_text())["pid"] == os.getpid()
    assert (tmp_path / "build.lock").read_text() == ""


def test_a_lock_file_left_by_a_dead_process_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / "build.lock").write_text(json.dumps({"pid": 2**22 - 1, "host": socket.gethostname()}))
    with build_lock(tmp_path) as findings:
        assert findings == ()


def test_garbage_in_the_lock_file_is_no_lock(tmp_path: Path) -> None:
    for garbage in (b"\0\0\0", b"[]", b"{", "議会".encode("cp932")):
        (tmp_path / "build.lock").write_bytes(garbage)
        with build_lock(tmp_path) as findings:
            assert findings == ()


def test_another_computer_on_a_shared_folder_is_believed(tmp_path: Path) -> None:
    (tmp_path / "build.lock").write_text(json.dumps({"pid": 1, "host": "gikai-pc2"}))
    with build_lock(tmp_path) as findings:
        assert [found.rule.code for found in findings] == ["S308"]
        assert "gikai-pc2" in findings[0].message("ja")
    assert "gikai-pc2" in (tmp_path / "build.lock").read_text()
