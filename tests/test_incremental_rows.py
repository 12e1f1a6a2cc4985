"""Many builds one after another, back and forth between inputs and programs: each as where nothing stood."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from independent.building import ROOT, run
from independent.disturbances import BEFORE
from independent.edits import EDITS
from independent.harbour import FIRST, NOTICE
from independent.twins import SITES, Compared, files, inputs_only, shas, told
from rebuilding import built


def test_a_change_and_back_again_gives_the_first_site(here: Path, harbour: Path):
    kept = {path: (here / path).read_bytes() for path in (FIRST, NOTICE, "mkdocs.yml")}
    for name in ("a template of a page", "a part of the theme", "the language", "one character of a speech"):
        EDITS[name](here)
        built(here)
        for path, content in kept.items():
            (here / path).write_bytes(content)
        (here / "site_templates/record/about.html.j2").unlink(missing_ok=True)
        shutil.rmtree(here / "site_templates/theme", ignore_errors=True)
        built(here)
        for site in SITES:
            stands = shas(files(here / site))
            assert {uri: sha for uri, sha in stands.items() if uri in files(harbour / site)} == shas(
                files(harbour / site)
            ), name


@pytest.mark.slow
def test_another_program_and_back_again(here: Path, tmp_path: Path):
    """What another version of the program has kept is not believed, nor what it has published."""
    package = tmp_path / "program"
    for name in ("council", "site_templates"):
        shutil.copytree(ROOT / name, package / name, ignore=shutil.ignore_patterns("__pycache__"))
    words = package / "council" / "pages" / "site_pages.py"
    this, other = words.read_bytes(), words.read_bytes() + b"\n# another version\n"
    sheet = package / "site_templates" / "record" / "about.html.j2"
    plain, changed_sheet = sheet.read_bytes(), sheet.read_bytes().replace(b"</h1>", b"</h1><p>v2</p>", 1)
    command = ("-m", "council", "build", "--edition", "all", "--project", ".")
    sites = []
    for source, template in ((this, plain), (other, changed_sheet), (this, plain), (other, plain)):
        words.write_bytes(source)
        sheet.write_bytes(template)
        done = run(*command, cwd=here, PYTHONPATH=str(package), PYTHONDONTWRITEBYTECODE="")  # the rest is compiled once
        assert done.returncode != 2, done.stdout + done.stderr
        sites.append({site: shas(files(here / site)) for site in SITES})
    assert sites[0] == sites[2] == sites[3] != sites[1]
    assert [uri for uri in sites[0]["site"] if sites[0]["site"][uri] != sites[1]["site"][uri]] == ["about.html"]


@pytest.mark.slow
def test_ten_changes_in_a_row(here: Path, tmp_path: Path):
    """One change after another, now and then something done to what stood; seeded, so that it is the same each time."""
    chance = random.Random(4)  # noqa: S311 - the same walk every time
    earlier = {site: shas(files(here / site)) for site in SITES}
    steps = 0
    while steps < 10:
        name = chance.choice(sorted(EDITS))
        try:
            EDITS[name](here)
        except (OSError, ValueError, IndexError):
            continue  # an earlier step took away what this one changes
        if disturbed := chance.random() < 0.2:
            BEFORE[chance.choice(sorted(BEFORE))](here)
        steps += 1
        before = {site: files(here / site) for site in SITES}
        report = built(here)
        there = inputs_only(here, tmp_path / f"{steps}" / "minato")
        cold = built(there)
        assert [str(found) for found in report.findings] == [str(found) for found in cold.findings], (steps, name)
        for published, site in zip(report.published, SITES, strict=True):
            both = Compared(before[site], files(here / site), shas(files(there / site)), earlier[site])
            assert both.differing == [], (steps, name, told(both.differing))
            assert both.written_for_nothing == [] or disturbed, (steps, name, told(both.written_for_nothing))
            assert disturbed or (published.new, published.changed, published.removed) == both.counts, (steps, name)
            earlier[site] = both.cold
        shutil.rmtree(there)
