"""`council serve`: seen on this computer only, built again when an input changes, and not stopped by a broken file."""

from __future__ import annotations

import http.client
import itertools
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from typing import TYPE_CHECKING

import pytest
from independent.projects import write_project
from typer.testing import CliRunner

import council.serve
from council.build import BuildOptions, build_project
from council.cli import app
from council.init import init_project
from council.report import Published, Report
from council.serve import PortTakenError, serve_project
from council.serve.inputs import inputs_of
from council.serve.server import PreviewServer

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PATIENCE = 90  # seconds; the machine may be busy
PAGE = "<!doctype html><html><head></head><body><article>議事</article></body></html>"


@contextmanager
def served(site: Path) -> Iterator[PreviewServer]:
    with PreviewServer(0, site) as server, server.serving():
        yield server


def ask(
    server: PreviewServer, path: str, host: str = "", method: str = "GET"
) -> tuple[int, str, http.client.HTTPMessage]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request(method, path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    try:
        return answer.status, answer.read().decode("utf-8", "replace"), answer.headers
    finally:
        connection.close()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Make an output folder of a few files."""
    for name, text in {
        "index.html": PAGE,
        "404.html": PAGE.replace("議事", "ありません"),
        "bills/x.html": PAGE,
        "assets/council.0a.js": "1",
        "data/votes.csv": "a",
    }.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(text, "utf-8")
    return tmp_path / "site"


# The server.


def test_it_listens_on_this_computer_only(site: Path):
    with served(site) as server:
        assert server.server_address[0] == "127.0.0.1"
        assert server.address == f"http://127.0.0.1:{server.server_port}/"


def test_pages_get_the_reloading_script_and_files_do_not(site: Path):
    with served(site) as server:
        for path in ("/", "/index.html", "/bills/x.html", "/bills/x.html?year=2026"):
            status, text, headers = ask(server, path)
            assert status == 200
            assert text == PAGE.replace("</body>", '<script src="/.council-reload.js" defer></script></body>')
            assert headers["Cache-Control"] == "no-store"
            assert int(headers["Content-Length"]) == len(text.encode())
        assert ask(server, "/data/votes.csv")[1] == "a"
        assert "location.reload()" in ask(server, "/.council-reload.js")[1]
    assert "council-reload" not in (site / "index.html").read_text("utf-8")


def test_scripts_are_called_scripts_on_every_system(site: Path):
    with served(site) as server:
        assert ask(server, "/assets/council.0a.js")[2]["Content-Type"] == "text/javascript"


def test_an_address_that_leads_nowhere_shows_the_sites_own_page(site: Path):
    with served(site) as server:
        for path in ("/bills/gone.html", "/bills/", "/assets/none.css", "/%00", "/../secret"):
            status, text, _ = ask(server, path)
            assert (status, "ありません" in text) == (404, True), path


def test_nothing_outside_the_output_folder_is_shown(site: Path):
    (site.parent / "secret.html").write_text("秘密", "utf-8")
    with served(site) as server:
        for path in ("/../secret.html", "/%2e%2e/secret.html", "/bills/../../secret.html", "//secret.html"):
            assert "秘密" not in ask(server, path)[1]


def test_before_the_first_build_a_page_says_what_to_do(tmp_path: Path):
    with served(tmp_path / "site") as server:
        status, text, _ = ask(server, "/")
    assert status == 404
    assert "まだサイトがありません" in text
    assert "council-reload" in text


def test_another_name_that_was_led_here_is_refused(site: Path):
    with served(site) as server:
        assert ask(server, "/", host="evil.example")[0] == 403
        assert ask(server, "/", host=f"localhost:{server.server_port}")[0] == 200


def test_a_page_is_loaded_again_after_a_build_and_after_a_restart(site: Path):
    with served(site) as server:
        first = ask(server, "/.council-version")[1]
        assert ask(server, "/.council-version")[1] == first
        server.renew()
        second = ask(server, "/.council-version")[1]
    with served(site) as server:
        assert len({first, second, ask(server, "/.council-version")[1]}) == 3


def test_the_head_of_a_page_can_be_asked_for(site: Path):
    with served(site) as server:
        assert ask(server, "/", method="HEAD")[:2] == (200, "")


def test_a_port_in_use_is_exit_2_with_one_sentence(tmp_path: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortTakenError):
            PreviewServer(port, tmp_path)
        result = CliRunner().invoke(app, ["serve", "--project", str(tmp_path), "--port", str(port)])
    assert result.exit_code == 2
    assert f"ポート {port} を使えません" in result.stderr
    assert "Traceback" not in result.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.browser
def test_an_open_page_loads_itself_again_under_its_own_policy(tmp_path: Path, chromium: Browser):
    init_project(tmp_path / "c", "港市議会", "ja")
    build_project(tmp_path / "c", BuildOptions())
    page, said = chromium.new_page(), []
    page.on("console", lambda message: said.append(message.text))
    with served(tmp_path / "c" / "site") as server:
        with page.expect_response("**/.council-version"):
            page.goto(f"{server.address}votes.html")
        with page.expect_event("load", timeout=10_000):
            server.renew()
        page.close()  # while the server still answers: a page left open goes on asking
    assert said == []


# What counts as a change.


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project of a few files."""
    for name in (
        "minutes_src/s/第1号.docx",
        "votes/a.csv",
        "site_templates/pages/x.md",
        "mkdocs.yml",
        "site/index.html",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "name",
    [
        "minutes_src/s/第1号.docx",
        "minutes_src/new/第2号.docx",
        "votes/a.csv",
        "votes/second/a.csv",
        "site_templates/theme/main.html",
        "mkdocs.yml",
    ],
)
def test_an_input_that_is_written_is_a_change(name: str, project: Path):
    before = inputs_of(project)
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).write_text("longer", "utf-8")
    assert inputs_of(project) != before


def test_an_input_that_is_removed_renamed_or_replaced_is_a_change(project: Path):
    states = [inputs_of(project)]
    (project / "votes/a.csv").rename(project / "votes/b.csv")
    states.append(inputs_of(project))
    (project / "votes/.b.csv.x7").write_text("y", "utf-8")
    (project / "votes/.b.csv.x7").replace(project / "votes/b.csv")  # as rsync and editors save
    os.utime(project / "votes/b.csv", (1, 1))
    states.append(inputs_of(project))
    (project / "votes/b.csv").unlink()
    (project / "votes").rmdir()
    states.append(inputs_of(project))
    assert all(one != other for one, other in itertools.pairwise(states))


@pytest.mark.parametrize(
    "name",
    [
        "minutes_src/s/~$第1号.docx",
        "minutes_src/s/~WRL0001.tmp",
        "votes/.~lock.a.csv#",
        "votes/.DS_Store",
        "votes/a.csv~",
        "site/index.html",
        "site/new.html",
        ".council/build.lock",
        "README.md",
    ],
)
def test_what_only_stands_beside_an_open_file_or_comes_out_is_none(name: str, project: Path):
    before = inputs_of(project)
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).write_text("changed", "utf-8")
    assert inputs_of(project) == before


def test_reading_is_no_change(project: Path):
    before = inputs_of(project)
    (project / "votes/a.csv").read_bytes()
    list((project / "votes").iterdir())
    assert inputs_of(project) == before


# Building again.

DONE = Report((), published=(Published("public", "site", 1, 1, 0, 0, 0),))


def run(project: Path, builds: list[Callable[[], Report]], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Serve with builds that each say what to return; after the last one Ctrl+C is pressed. Return the versions seen."""
    monkeypatch.setattr(council.serve, "_EVERY", 0.01)
    monkeypatch.setattr(council.serve, "_QUIET", 0.01)
    versions: list[str] = []
    true = PreviewServer.renew

    def renew(server: PreviewServer) -> None:
        versions.append(server.version)
        true(server)

    monkeypatch.setattr(PreviewServer, "renew", renew)
    left = iter(builds)

    def rebuild() -> Report:
        for build in left:
            return build()
        raise KeyboardInterrupt

    serve_project(project, "public", 0, rebuild, lambda _: None)
    return versions


def changing(project: Path, report: Report) -> Callable[[], Report]:
    """Return a build during which an input is saved."""

    def build() -> Report:
        path = project / "votes" / "a.csv"
        path.write_text(path.read_text("utf-8") + "x", "utf-8")
        return report

    return build


def test_a_change_during_a_build_is_built_as_well(project: Path, monkeypatch: pytest.MonkeyPatch):
    assert len(run(project, [changing(project, DONE)] * 3, monkeypatch)) == 2


def test_a_build_that_published_nothing_reloads_nothing(project: Path, monkeypatch: pytest.MonkeyPatch):
    stopped = Report((), cannot_run=True)
    assert len(run(project, [changing(project, one) for one in (stopped, stopped, DONE)], monkeypatch)) == 1


def test_ctrl_c_during_the_first_build_ends_it_quietly(project: Path, monkeypatch: pytest.MonkeyPatch):
    assert run(project, [], monkeypatch) == []


def test_a_file_that_is_still_being_written_is_waited_for(project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(council.serve, "_QUIET", 0.2)
    before = inputs_of(project)
    path = project / "votes" / "a.csv"

    def save() -> None:
        for size in range(2, 12):
            path.write_text("x" * size, "utf-8")
            time.sleep(0.05)

    writer = threading.Thread(target=save)
    writer.start()
    seen = council.serve._wait_for_change(project, before)
    writer.join()
    assert seen == inputs_of(project)


# The command.


def lines_of(process: subprocess.Popen[bytes]) -> Queue[str]:
    queue: Queue[str] = Queue()

    def read() -> None:
        assert process.stdout is not None
        for line in process.stdout:
            queue.put(line.decode().rstrip())

    threading.Thread(target=read, daemon=True).start()
    return queue


def wait_for(queue: Queue[str], pattern: str) -> str:
    """Return the first line that holds a pattern."""
    seen, end = [], time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            seen.append(queue.get(timeout=1))
        except Empty:
            continue
        if re.search(pattern, seen[-1]):
            return seen[-1]
    raise AssertionError(pattern, seen)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl+C to a whole console only")
def test_the_whole_command_from_the_first_build_to_ctrl_c(tmp_path: Path):
    project = write_project(tmp_path / "港市", {3: "防災無線"})
    process = subprocess.Popen(  # noqa: S603 - the toolkit itself
        [sys.executable, "-m", "council", "serve", "--project", str(project), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    try:
        lines = lines_of(process)
        wait_for(lines, "^公開版：site に ")
        port = int(wait_for(lines, r"^http://127\.0\.0\.1:\d+/").split(":")[2].partition("/")[0])

        def get(path: str) -> str:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", path)
            return connection.getresponse().read().decode()

        version, page = get("/.council-version"), get("/meetings/2026-03-03-honkaigi.html")
        assert "防災無線の1点目" in page
        assert "council-reload" in page
        broken = project / "minutes_src" / "令和8年第1回定例会" / "第2号.docx"
        broken.write_bytes(b"half a Word file")
        wait_for(lines, r"第2号\.docx.*: error\[R")
        wait_for(lines, "^公開版：site に ")
        assert "防災無線の1点目" in get("/meetings/2026-03-03-honkaigi.html")
        broken.unlink()
        (project / "mkdocs.yml").write_text("site_name: [", "utf-8")
        wait_for(lines, r"mkdocs\.yml.*: error\[")
        wait_for(lines, "^サイトは書き換えていません")
        assert "防災無線の1点目" in get("/meetings/2026-03-03-honkaigi.html")
        assert get("/.council-version") != version
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0
        assert b"Traceback" not in err
    finally:
        process.kill()
