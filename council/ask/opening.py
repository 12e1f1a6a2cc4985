"""`council search`: the index of an edition as the last build left it, made first if there is none."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from council.build.composing import make_record, open_store
from council.build.inputs import read_inputs
from council.build.publishing import STATE
from council.build.reading import Reading
from council.build.searching import FOLDER, Search
from council.config import Config
from council.diagnostics import Outcome
from council.model.events import Audience
from council.pages.watch import Watch, watched
from council.papers import Shelf, paper_texts
from council.publish.lock import build_lock
from council.report import Progress
from council.search.engine import SearchEngine


def open_search(
    config: Config, edition: str, step: Callable[[Progress], None] = lambda _: None
) -> Outcome[SearchEngine | None]:
    """Open the search of an edition; none while a build is running that has not made the index yet (S308)."""
    folder = config.project / STATE / FOLDER / edition
    engine = SearchEngine.open(folder)
    if engine is not None:
        return Outcome(engine)
    with build_lock(config.project / STATE) as running:
        if running:
            return Outcome(None, running)
        _search(config, edition, step).bring_up()
    return Outcome(SearchEngine.open(folder))


def _search(config: Config, edition: str, step: Callable[[Progress], None]) -> Search:
    """Read a project and return what an edition's index is made of."""
    store = open_store(config.project)
    drafts = read_inputs(config, Reading(store, step, jobs=0)).value.drafts
    step(Progress("index"))
    record = make_record(drafts, config, Audience(edition)).value
    with_papers = replace(record, papers=paper_texts(record.materials, Shelf(store)))
    watch = Watch()
    watched(watch, {"debates": record.debates}, "council.")
    return Search.of(with_papers, config.project, store, watch)
