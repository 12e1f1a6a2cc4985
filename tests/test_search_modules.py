"""The modules of the search are published in one folder named by all of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from council.publish.plan import _NAMED_BY_CONTENT
from council.site.assets import is_ours, join_assets
from council.site.modules import modules_folder, place_modules, point_to_modules

if TYPE_CHECKING:
    from conftest import SampleSite

THEME = Path(__file__).parent.parent / "site_templates" / "theme"
SCRIPT = "assets/council/search.js"


def sources() -> dict[str, bytes]:
    """Return all scripts and modules of ours as a build gets them."""
    found = {path.relative_to(THEME).as_posix(): path.read_bytes() for path in (THEME / "assets").rglob("*.*js")}
    return {uri: content for uri, content in found.items() if is_ours(uri)}


def modules() -> dict[str, bytes]:
    return {uri: content for uri, content in sources().items() if uri.endswith(".mjs")}


def test_every_module_is_in_the_one_folder_and_the_address_for_programs_hands_on():
    folder = modules_folder(modules())
    placed = place_modules(modules())
    assert re.fullmatch(r"search\.[0-9a-f]{12}", folder)
    assert placed.pop("assets/search/search.mjs") == f'export * from "../{folder}/search.mjs";\n'.encode()
    assert placed == {uri.replace("assets/search/", f"assets/{folder}/"): content for uri, content in modules().items()}
    assert {"assets/search/page.mjs", "assets/search/page/hits.mjs"} <= modules().keys()


def test_any_change_of_any_module_is_another_folder():
    folders = {modules_folder({**modules(), uri: content + b"\n"}) for uri, content in modules().items()}
    assert len(folders) == len(modules())
    assert modules_folder(modules()) not in folders


def test_pages_name_the_folder_by_their_script():
    folder = modules_folder(modules())
    script = sources()[SCRIPT]
    assert script.count(b'"search/"') == 1
    assert f'"{folder}/"'.encode() in point_to_modules(script, modules())
    bundles = [content for uri, content in join_assets(sources()).files.items() if uri.endswith(".js")]
    assert sum(f'"{folder}/"'.encode() in content for content in bundles) == 1
    assert not any(b'"search/"' in content for content in bundles)


def test_modules_only_import_one_another():
    for uri, content in modules().items():
        for imported in re.findall(r'\bfrom "([^"]+)"', content.decode()):
            assert (THEME / uri).parent.joinpath(imported).is_file() or uri.endswith("/search.mjs"), (uri, imported)


def test_the_folder_stays_for_readers_of_the_build_before():
    for uri in place_modules(modules()):
        assert bool(_NAMED_BY_CONTENT.fullmatch(uri)) is (uri != "assets/search/search.mjs")


def test_without_modules_nothing_is_placed():
    assert place_modules({}) == {}
    assert point_to_modules(b'"search/"', {}) == b'"search/"'


def test_a_site_has_one_folder_of_modules(sample_site: SampleSite):
    for site in (sample_site.public, sample_site.members):
        (folder,) = (path for path in (site / "assets").glob("search.*") if path.is_dir())
        assert folder.name == modules_folder(modules())
