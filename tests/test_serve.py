"""`council serve`: seen on this computer only, built again when an input changes, and not stopped by a broken file."""

from __future__ import annotations

import http.client
import itertools
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from queue import Empty, Queue
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from independent.projects import write_project
from playwright.sync_api import Page, expect

import council.serve
from council.build import BuildOptions, build_project
from council.cli import app
from council.diagnostics import Finding, finding
from council.init import init_project
from council.location import Location
from council.report import Published, Report, as_html
from council.rules import materials
from council.rules.configuration import CONFIG_UNREADABLE
from council.rules.files import EMPTY_FILE
from council.rules.publication import BUILD_RUNNING, CACHE_DAMAGED
from council.rules.word_refused import WORD_EMPTY, WORD_UNREADABLE
from council.serve import PortTakenError, ServeOptions, serve_project
from council.serve.board import Board, Told, as_state
from council.serve.inputs import inputs_of
from council.serve.passing import may_pass
from council.serve.server import PreviewServer

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PATIENCE = 90  # seconds; the machine may be busy
PAGE = "<!doctype html><html><head></head><body><article>議事</article></body></html>"


@contextmanager
def served(site: Path) -> Iterator[PreviewServer]:
    with PreviewServer(0, site, Board(site, "ja")) as server, server.serving():
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


def bar(watch: str, seen: str) -> str:
    return (
        '<link rel="stylesheet" href="/_council/bar.css">'
        f'<script src="/_council/bar.js" data-watch="{watch}" data-seen="{seen}" defer></script>'
    )


def state(server: PreviewServer) -> dict[str, Any]:
    status, text, headers = ask(server, "/_council/state.json")
    assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, "application/json", "no-store")
    found: dict[str, Any] = json.loads(text)
    return found


def test_pages_get_the_bar_and_files_do_not(site: Path):
    with served(site) as server:
        for path in ("/", "/index.html", "/bills/x.html", "/bills/x.html?year=2026"):
            status, text, headers = ask(server, path)
            assert status == 200
            assert text == PAGE.replace("</body>", f"{bar('site', state(server)['site'])}</body>")
            assert headers["Cache-Control"] == "no-store"
            assert int(headers["Content-Length"]) == len(text.encode())
        assert ask(server, "/data/votes.csv")[1] == "a"
        assert "location.reload()" in ask(server, "/_council/bar.js")[1]
        assert ask(server, "/_council/bar.css")[2]["Content-Type"] == "text/css"
    assert "_council" not in (site / "index.html").read_text("utf-8")


def test_scripts_are_called_scripts_on_every_system(site: Path):
    with served(site) as server:
        assert ask(server, "/assets/council.0a.js")[2]["Content-Type"] == "text/javascript"


def test_an_address_that_leads_nowhere_shows_the_sites_own_page(site: Path):
    with served(site) as server:
        for path in ("/bills/gone.html", "/bills/", "/assets/none.css", "/%00", "/../secret"):
            status, text, _ = ask(server, path)
            assert (status, "ありません" in text) == (404, True), path


def test_a_file_that_cannot_be_read_just_now_leads_nowhere_and_leaves_no_traceback(
    site: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    true = Path.read_bytes

    def held(path: Path) -> bytes:
        if path.name == "x.html":
            raise PermissionError(13, "held by another program")
        return true(path)

    monkeypatch.setattr(Path, "read_bytes", held)
    with served(site) as server:
        assert ask(server, "/bills/x.html")[0] == 404
        assert ask(server, f"/{'x' * 300}.html")[0] == 404
        assert ask(server, "/")[0] == 200
    assert "Traceback" not in capfd.readouterr().err


def test_nothing_outside_the_output_folder_is_shown(site: Path):
    (site.parent / "secret.html").write_text("秘密", "utf-8")
    with served(site) as server:
        for path in ("/../secret.html", "/%2e%2e/secret.html", "/bills/../../secret.html", "//secret.html"):
            assert "秘密" not in ask(server, path)[1]


def test_before_the_first_build_a_page_says_what_goes_on(tmp_path: Path):
    with served(tmp_path / "site") as server:
        for path in ("/", "/_council/findings.html"):
            text = ask(server, path)[1]
            assert "<p>サイトを作っています…</p>" in text
            assert bar("findings", state(server)["findings"]) in text
        assert ask(server, "/")[0] == 404


def test_another_name_that_was_led_here_is_refused(site: Path):
    with served(site) as server:
        assert ask(server, "/", host="evil.example")[0] == 403
        assert ask(server, "/", host=f"localhost:{server.server_port}")[0] == 200


def test_a_page_is_loaded_again_after_a_build_and_after_a_restart(site: Path):
    with served(site) as server:
        first = state(server)["site"]
        assert state(server)["site"] == first
        server.board.end(DONE)
        second = state(server)["site"]
    with served(site) as server:
        assert len({first, second, state(server)["site"]}) == 3


def test_the_head_of_a_page_can_be_asked_for(site: Path):
    with served(site) as server:
        assert ask(server, "/", method="HEAD")[:2] == (200, "")


def test_a_port_in_use_is_exit_2_with_one_sentence(tmp_path: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortTakenError):
            PreviewServer(port, tmp_path, Board(tmp_path, "ja"))
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
        with page.expect_response("**/_council/state.json"):
            page.goto(f"{server.address}votes.html")
        with page.expect_event("load", timeout=10_000):
            server.board.end(DONE)
        page.wait_for_selector("text=直すところはありません。")
        with page.expect_event("load", timeout=10_000):
            page.click("text=点検の結果")
        with page.expect_event("load", timeout=10_000):
            server.board.end(broken(1))
        page.wait_for_selector("text=直すところ　要確認1")
        page.close()  # while the server still answers: a page left open goes on asking
    assert said == []


# What is told.

PUBLISHED = (Published("public", "site", 1, 1, 0, 0, 0),)
SAME = (Published("public", "site", 1, 0, 0, 0, 1),)
DONE = Report((), published=PUBLISHED)


def broken(count: int, published: tuple[Published, ...] = SAME, language: str = "ja") -> Report:
    found = tuple(finding(EMPTY_FILE, Location(f"votes/{number}.csv")) for number in range(count))
    return Report(found, language, published)


UNREADABLE = Report((finding(CONFIG_UNREADABLE, Location("mkdocs.yml")),), cannot_run=True)


@pytest.fixture
def board(site: Path) -> Board:
    return Board(site, "ja")


def test_the_line_counts_what_is_to_be_put_right(board: Board):
    errors = tuple(finding(WORD_EMPTY, Location(f"{number}.docx")) for number in range(3))
    warnings = broken(2).findings
    notes = (finding(CACHE_DAMAGED, Location(".council/cache"), count=1),)
    for report, told in (
        (Report(errors + warnings + notes, published=SAME), ("error", "直すところ　誤り3・要確認2")),
        (Report(warnings, published=SAME), ("warning", "直すところ　要確認2")),
        (Report(notes, published=SAME), ("quiet", "直すところはありません。")),
        (Report(errors + warnings, "en", SAME), ("error", "To put right: 3 errors, 2 warnings")),
        (Report(errors[:1], "en", SAME), ("error", "To put right: 1 error")),
        (Report((), "en", SAME), ("quiet", "Nothing to put right.")),
    ):
        board.end(report)
        assert (board.told.tone, board.told.text) == told


def test_while_it_builds_the_last_findings_stand(board: Board):
    assert board.told.text == "サイトを作っています…"
    assert "site" not in json.loads(as_state(board.told))["links"]
    board.end(broken(2))
    page = board.told.page
    board.begin()
    assert (board.told.tone, board.told.text, board.told.page) == ("busy", "作り直しています…", page)
    assert json.loads(as_state(board.told))["links"]["site"]["href"] == "/_council/findings.html"


def test_pages_load_again_only_for_what_they_show(board: Board):
    board.end(broken(1))
    seen = board.told
    board.begin()
    board.end(broken(1))
    assert (board.told.site, board.told.findings) == (seen.site, seen.findings)
    board.end(broken(2))
    assert board.told.site == seen.site
    assert board.told.findings != seen.findings
    seen = board.told
    board.end(broken(2, PUBLISHED))
    assert board.told.site != seen.site
    assert board.told.findings != seen.findings  # where there was no site, the findings stood in its place


def test_a_build_that_failed_says_which_site_stands(board: Board, tmp_path: Path):
    board.end(UNREADABLE)
    assert (board.told.tone, board.told.text) == ("error", "作り直せませんでした。前のサイトのままです。　誤り1")
    empty = Board(tmp_path / "none", "en")
    empty.end(UNREADABLE)
    assert empty.told.text == "No site can be built yet. 1 error"
    assert json.loads(as_state(empty.told))["links"].keys() == {"site"}
    assert "C101" in empty.told.page


def test_the_language_is_the_projects_also_while_its_configuration_is_broken(site: Path):
    board = Board(site, "ja")
    board.end(broken(1, language="en"))
    board.end(UNREADABLE)
    assert board.told.text == "Not built again; the last good site stands. 1 error"
    fixed = Board(site, "ja", fixed=True)
    fixed.end(broken(1, language="en"))
    assert fixed.told.language == "ja"


def test_a_fault_of_the_program_is_not_called_nothing_to_put_right(board: Board):
    board.end(Report((), cannot_run=True))
    assert board.told.tone == "error"
    assert "直すところはありません" not in board.told.page
    assert "プログラムの不具合" in board.told.page


def test_the_findings_are_the_page_of_council_check_with_the_bar_allowed(site: Path):
    with served(site) as server:
        server.board.end(broken(1))
        status, text, _ = ask(server, "/_council/findings.html")
        page = as_html(broken(1), "ja")
        allowed = "script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'"
        tags = bar("findings", state(server)["findings"])
    assert status == 200
    assert text == page.replace("style-src 'unsafe-inline'", allowed).replace("</body>", f"{tags}</body>")
    assert text.count(allowed) == 1


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


@pytest.mark.parametrize(
    "written",
    ["extra:\n  council:\n    profile: 設定/書式.yml\n", "extra: {council: {profile: '設定/書式.yml', language: ja}}"],
)
def test_a_layout_of_the_councils_own_that_is_written_is_a_change(written: str, project: Path):
    layout = project / "設定/書式.yml"
    layout.parent.mkdir()
    (project / "mkdocs.yml").write_bytes(written.encode("cp932"))
    states = [inputs_of(project)]
    layout.write_text("name: わたしの市", "utf-8")
    states.append(inputs_of(project))
    layout.write_text("name: わたしたちの市", "utf-8")
    states.append(inputs_of(project))
    assert all(one != other for one, other in itertools.pairwise(states))


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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no time of the last change")
def test_a_file_put_in_place_with_the_size_and_time_of_the_one_before_is_a_change(project: Path):
    path = project / "votes" / "a.csv"
    before, times = inputs_of(project), (path.stat().st_atime_ns, path.stat().st_mtime_ns)
    time.sleep(0.02)
    (project / "votes" / ".new").write_text("y", "utf-8")
    os.utime(project / "votes" / ".new", ns=times)
    (project / "votes" / ".new").replace(path)
    assert inputs_of(project) != before


def test_a_folder_or_a_whole_project_that_is_gone_is_a_change_and_no_fault(project: Path):
    states = [inputs_of(project)]
    shutil.rmtree(project / "minutes_src")
    states.append(inputs_of(project))
    shutil.rmtree(project)
    states.append(inputs_of(project))
    assert all(one != other for one, other in itertools.pairwise(states))
    assert states[-1] == {}


def test_reading_is_no_change(project: Path):
    before = inputs_of(project)
    (project / "votes/a.csv").read_bytes()
    list((project / "votes").iterdir())
    assert inputs_of(project) == before


# Building again.


def run(project: Path, builds: list[Callable[[], Report]], monkeypatch: pytest.MonkeyPatch) -> list[Told]:
    """Serve with builds that each say what to return; after the last one Ctrl+C is pressed. Return what was told."""
    monkeypatch.setattr(council.serve, "_EVERY", 0.01)
    monkeypatch.setattr(council.serve, "_QUIET", 0.01)
    told: list[Told] = []
    true = Board.end

    def end(board: Board, report: Report) -> None:
        true(board, report)
        told.append(board.told)

    monkeypatch.setattr(Board, "end", end)
    left = iter(builds)

    def rebuild() -> Report:
        for build in left:
            return build()
        raise KeyboardInterrupt

    serve_project(project, ServeOptions(port=0), rebuild, lambda _: None)
    return told


def sites(told: list[Told]) -> int:
    """Return how often pages of the site loaded again after the first build."""
    return len({one.site for one in told}) - 1


def changing(project: Path, report: Report) -> Callable[[], Report]:
    """Return a build during which an input is saved."""

    def build() -> Report:
        path = project / "votes" / "a.csv"
        path.write_text(path.read_text("utf-8") + "x", "utf-8")
        return report

    return build


def test_a_change_during_a_build_is_built_as_well(project: Path, monkeypatch: pytest.MonkeyPatch):
    assert sites(run(project, [changing(project, DONE)] * 3, monkeypatch)) == 2


def test_a_build_that_changed_nothing_reloads_nothing(project: Path, monkeypatch: pytest.MonkeyPatch):
    reports = (DONE, UNREADABLE, broken(1), broken(2), DONE)
    assert sites(run(project, [changing(project, one) for one in reports], monkeypatch)) == 1


def test_what_may_pass_by_itself_is_tried_again_though_nothing_was_saved(
    project: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(council.serve, "_RETRY", 0.01)
    held = Report((finding(WORD_UNREADABLE, Location("a.docx"), reason="EACCES"),), published=SAME)
    told = run(project, [lambda: held, lambda: held, changing(project, DONE), lambda: held], monkeypatch)
    assert [one.tone for one in told] == ["error", "error", "quiet", "error"]


def test_only_what_may_pass_is_tried_again():
    def report(*found: Finding) -> Report:
        return Report(found, cannot_run=True)

    place = Location("x")
    assert may_pass(report(finding(BUILD_RUNNING, place, host="h", pid=1)))
    assert may_pass(report(finding(materials.UNREADABLE, place, reason="PermissionError")))
    assert not may_pass(report(finding(materials.UNREADABLE, place, reason="EOF")))
    assert not may_pass(UNREADABLE)
    assert not may_pass(report())
    pauses = list(itertools.islice(council.serve._pauses(), 8))
    assert pauses == [5, 10, 20, 40, 80, 160, 300, 300]


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


def test_a_project_that_is_gone_as_a_whole_is_waited_for(project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(council.serve, "_EVERY", 0.01)
    before, away = inputs_of(project), project.with_name("away")
    project.rename(away)
    assert council.serve._wait_for_change(project, before, 0.1) == before
    away.rename(project)
    (project / "votes" / "a.csv").unlink()
    assert council.serve._wait_for_change(project, before, 10) == inputs_of(project)


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


@contextmanager
def serving(project: Path) -> Iterator[tuple[subprocess.Popen[bytes], Queue[str]]]:
    process = subprocess.Popen(  # noqa: S603 - the toolkit itself
        [sys.executable, "-m", "council", "serve", "--project", str(project), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    try:
        yield process, lines_of(process)
    finally:
        process.kill()
        process.wait()


def address(lines: Queue[str]) -> str:
    return wait_for(lines, r"^http://127\.0\.0\.1:\d+/").split()[0]


def get(root: str, path: str) -> str:
    connection = http.client.HTTPConnection(root.removeprefix("http://").strip("/"), timeout=10)
    connection.request("GET", path)
    return connection.getresponse().read().decode()


def told_by(root: str) -> str:
    return str(json.loads(get(root, "/_council/state.json"))["text"])


def ends_cleanly(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert b"Traceback" not in err


BROKEN_SETTINGS = "site_name: ["


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl+C to a whole console only")
def test_the_whole_command_from_the_first_build_to_ctrl_c(tmp_path: Path):
    project = write_project(tmp_path / "港市", {3: "防災無線"})
    with serving(project) as (process, lines):
        wait_for(lines, "^公開版：site に ")
        root = address(lines)
        page = get(root, "/meetings/2026-03-03-honkaigi.html")
        assert "防災無線の1点目" in page
        assert "/_council/bar.js" in page
        word = project / "minutes_src" / "令和8年第1回定例会" / "第2号.docx"
        word.write_bytes(b"half a Word file")
        wait_for(lines, r"第2号\.docx.*: error\[R")
        wait_for(lines, "^公開版：site に ")
        assert "防災無線の1点目" in get(root, "/meetings/2026-03-03-honkaigi.html")
        word.unlink()
        (project / "mkdocs.yml").write_text(BROKEN_SETTINGS, "utf-8")
        wait_for(lines, r"mkdocs\.yml.*: error\[")
        wait_for(lines, "^サイトは書き換えていません")
        assert "防災無線の1点目" in get(root, "/meetings/2026-03-03-honkaigi.html")
        assert "C101" in get(root, "/_council/findings.html")
        ends_cleanly(process)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl+C to a whole console only")
def test_the_command_begins_with_a_broken_configuration_and_goes_on_when_it_is_mended(tmp_path: Path):
    project = write_project(tmp_path / "港市", {3: "防災無線"})
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(BROKEN_SETTINGS, "utf-8")
    with serving(project) as (process, lines):
        root = address(lines)
        assert told_by(root) == "まだサイトを作れません。　誤り2"
        assert "C101" in get(root, "/")
        (project / "mkdocs.new").write_text(settings, "utf-8")
        (project / "mkdocs.new").replace(project / "mkdocs.yml")
        wait_for(lines, "^公開版：site に ")
        assert "港市議会" in get(root, "/")
        shutil.rmtree(project / "votes")
        shutil.rmtree(project / "minutes_src")
        wait_for(lines, "^公開版：site に ")
        ends_cleanly(process)
    assert not (project / "site" / "_council").exists()
    assert not any(b"_council/" in path.read_bytes() for path in (project / "site").rglob("*.html"))


# In the browser.

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
PHONE = {"width": 390, "height": 844}
READING = "Math.round(document.querySelector('[id^=s-]').getBoundingClientRect().top)"


def violations(page: Page, place: str, **only: object) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate("([place, only]) => axe.run(place, {runOnly: only})", [place, only])["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]


def wrong_with(page: Page) -> list[str]:
    """Return what axe finds in a page with its bar, in both schemes; in the bar contrast must be 7."""
    found: list[str] = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found += violations(page, "html", type="tag", values=["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        found += violations(page, ".council-bar", type="rule", values=["color-contrast-enhanced"])
    return found


def bar_says(page: Page, words: str) -> None:
    expect(page.locator(".council-bar [role=status]")).to_have_text(re.compile(words), timeout=PATIENCE * 1000)


@pytest.mark.browser
@pytest.mark.slow
def test_a_broken_file_is_told_in_the_browser_and_gone_when_it_is_mended(tmp_path: Path, chromium: Browser):
    project = write_project(tmp_path / "港市", {3: "防災無線"})
    settings = (project / "mkdocs.yml").read_text("utf-8")
    word = project / "minutes_src" / "令和8年第1回定例会" / "第2号.docx"
    page, said = chromium.new_page(viewport=PHONE), []
    page.on("console", lambda message: said.append(message.text))
    with serving(project) as (process, lines):
        root = address(lines)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{root}meetings/2026-03-03-honkaigi.html")
        bar_says(page, "^直すところ　要確認\\d+$")
        assert wrong_with(page) == []
        page.evaluate("scrollTo(0, 500)")
        before = page.evaluate(READING)
        with page.expect_event("load", timeout=PATIENCE * 1000):
            word.write_bytes(b"half a Word file")
        bar_says(page, "^直すところ　誤り1")
        assert page.evaluate(READING) == before  # loaded again, at the same words
        page.click(".council-bar a")
        expect(page.locator("h2", has_text="第2号.docx")).to_be_visible()
        assert wrong_with(page) == []
        word.unlink()
        expect(page.locator("h2", has_text="第2号.docx")).to_have_count(0, timeout=PATIENCE * 1000)
        page.click("text=サイトを見る")
        bar_says(page, "^直すところ　要確認\\d+$")
        page.goto(f"{root}meetings/2026-03-03-honkaigi.html")
        bar_says(page, "^直すところ　要確認\\d+$")
        page.evaluate("window.stays = true; scrollTo(0, 500)")
        count = int(page.inner_text(".council-bar p").rpartition("要確認")[2])
        (project / "votes" / "空.csv").write_bytes(b"")  # a finding, and no page says anything else
        bar_says(page, f"^直すところ　要確認{count + 1}$")
        assert page.evaluate("[window.stays, scrollY]") == [True, 500]
        (project / "mkdocs.yml").write_text(BROKEN_SETTINGS, "utf-8")
        bar_says(page, "^作り直せませんでした。前のサイトのままです。")
        assert page.evaluate("[window.stays, scrollY]") == [True, 500]
        assert wrong_with(page) == []
        (project / "mkdocs.yml").write_text(settings, "utf-8")
        bar_says(page, "^直すところ　要確認\\d+$")
        assert [url for url in asked if not url.startswith((root, "data:"))] == []
        assert said == []
        process.kill()
        bar_says(page, "^council serve が止まっています。$")
        page.close()
