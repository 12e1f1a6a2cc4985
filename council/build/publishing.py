"""One edition from its record to its folder: plan, make what has changed, verify, bring in, remember."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from council.build.composing import SitePlan, plan_site
from council.build.fragments import Fragments
from council.build.frames import KeptFrame
from council.build.guarding import Gate
from council.build.keeping import Keeper, ledger_of, remember, remembered
from council.build.memory import seek_lost
from council.build.offline import offline_files
from council.build.packets import kind_of, told_without
from council.build.page_parts import KeptParts
from council.build.patchwork import Patchwork
from council.cache import Prints, Store, fingerprint, key_of, made_by, pack
from council.config import CONFIG_FILE, Config
from council.diagnostics import Finding, Outcome
from council.model.council import Council
from council.opendata import package_file
from council.opendata.resource import Found, Resource
from council.packets.offline import Finished
from council.pages.compose import PlannedPage
from council.pages.page import EncodedPage, OutputFile
from council.pages.sheet import Studio
from council.pages.templates import Compiled
from council.publish.manifest import way
from council.publish.publish import publish
from council.publish.staging import fresh_staging
from council.report import Progress, Published
from council.site.build_site import write_site
from council.site.fingerprint import frame_key, words_key
from council.site.links import SiteFacts, check_site

STATE = ".council"
GATE = "gate"
"""What is remembered of a whole site: what was looked for in it."""

KNOWN = "links"
"""Kind in the store: what the pages of a site offer each other and want of each other."""


_MANY = 200  # pages; what is lost while fewer are made finds room


class Publisher(Struct, frozen=True):
    """Publishes editions of one project; ``store`` keeps what is costly to make, ``prints`` are known of their records."""

    config: Config
    store: Store
    step: Callable[[Progress], None]
    prints: Prints

    def publish(self, council: Council, edition: str, site_dir: Path, gate: Gate) -> Outcome[Published | None]:
        """Write one edition aside, verify it, bring it in; nothing of the old site changes unless all of it is sound.

        What stands as it would be made again is left where it is.
        """
        state = self.config.project / STATE
        staging = fresh_staging(site_dir, state, edition)
        if staging.value is None:
            return Outcome(None, staging.findings)
        self.step(Progress(f"write-{edition}"))
        folder = _key_of_folder(site_dir, edition, self.config.project)
        basis = self._basis(edition)
        before = remembered(self.store, folder, basis)
        if not before.rows:  # everything is to be made, the index of the search first
            seek_lost()
        standing = ledger_of(site_dir, state)
        patchwork = Patchwork(self.store, edition, folder, site_dir, standing)
        plan = plan_site(council, self.config, self.store, patchwork.gather, self.prints)
        fragments = Fragments(self.store, edition, basis)
        in_pieces = plan.studio.parts.make_up
        keeper = Keeper(plan.studio.watch, before, standing, site_dir, self._frame(edition), fragments, in_pieces)
        parts = KeptParts(self.store, edition, basis, whole=before.facts.get(GATE) != gate.fingerprint)
        parts.lay_out(plan.studio.parts)
        made = self._made(plan, keeper, edition, staging.value, site_dir, gate)
        parts.put_away(plan.studio.parts, None if made.value is None else {*made.value, *keeper.kept})
        plan.studio.forget()
        findings = (*staging.findings, *made.findings)
        if made.value is None:
            return Outcome(None, findings)
        self.step(Progress("publish"))
        done = publish(
            staging.value,
            site_dir,
            state,
            edition=edition,
            kept=keeper.kept,
            shas=made.value,
            doubt=self.store.fresh,
        )
        findings = (*findings, *done.findings)
        if done.value is None:
            return Outcome(None, findings)
        patchwork.remember(made.value, keeper.kept)
        remember(self.store, folder, keeper.outputs(ledger_of(site_dir, state), {GATE: gate.fingerprint}))
        pages = sum(uri.endswith(".html") for uri in {*made.value, *keeper.kept})
        counts = (done.value.new, done.value.changed, done.value.removed, done.value.unchanged)
        return Outcome(Published(edition, _shown(site_dir, self.config.project), pages, *counts), findings)

    def _basis(self, edition: str) -> str:
        """Return what everything is made with that an edition says."""
        return key_of(words_key(self.config.project), fingerprint(self.config.facts), edition)

    def _frame(self, edition: str) -> str:
        """Return what stands around the pages of an edition."""
        project = self.config.project
        return frame_key(project, project / CONFIG_FILE, edition, self.config.facts.language)

    def _known(self, folder: str) -> SiteFacts:
        """Return what this program found on the pages that it checked last."""
        match self.store.record(KNOWN, folder, tuple):
            case (made, (places, pages)) if made == made_by():
                return SiteFacts.of((places, pages))
        return SiteFacts()

    def _made(  # noqa: PLR0913, PLR0917 - what is made, what stands, where, and what may not pass
        self, plan: SitePlan, keeper: Keeper, edition: str, staging: Path, site_dir: Path, gate: Gate
    ) -> Outcome[Mapping[str, str] | None]:
        """Write what does not stand into ``staging`` and verify it; return the SHA-256 of every file there."""
        project, listed = self.config.project, dict[str, bool]()
        found: list[Finding] = [*told_without(plan.studio)]
        pages = [one for one in plan.pages if not keeper.stands(one)]
        listed.update((uri, bool(keeper.told(uri)[0])) for uri in keeper.kept)
        files = [(one, keeper.stands(one)) for one in plan.files]
        if len(pages) > _MANY:
            seek_lost()
        listed.update((uri, False) for uri in keeper.kept if uri not in listed)

        def all_files() -> Iterator[OutputFile]:
            resources = []
            for one, stands in files:
                if not stands:
                    yield from keeper.files(one)
                told = keeper.told(one.uris[0])[0]
                if isinstance(told, Resource):
                    resources.append(told)
                elif isinstance(told, Found):
                    found.extend(told.findings)
                    self._use(told)
            yield package_file(plan.council, resources)

        def closing(finished: Finished) -> Iterator[OutputFile]:
            packets = [keeper.tell(one, one.make) for one in plan.packets]
            yield from offline_files(plan.council, packets, {**keeper.standing(), **finished})

        frames = KeptFrame(self.store, edition, keeper.frame)
        known = frames.take()
        frame = known if known is not None and keeper.are_published(known.files) else None
        language = self.config.facts.language
        written = write_site(
            project,
            project / CONFIG_FILE,
            _made_one_by_one(pages, keeper, plan.studio),
            all_files(),
            staging,
            edition,
            language,
            kept=listed,
            compiled=Compiled(self.store),
            closing=closing,
            frame=frame,
        )
        if written.value is None:
            return Outcome(None, written.findings)
        if frame is not None:
            shas = written.value.shas
            keeper.kept.update((uri, sha) for uri, (sha, _) in frame.files.items() if uri not in shas)
        frames.put_away(written.value.frame, known, lambda: self._frame(edition))
        self.store.complete(keeper.fragments.kind, kind_of(edition))
        self.step(Progress("verify"))
        folder = _key_of_folder(site_dir, edition, project)
        verified = check_site(staging, written.value.shas, site_dir, keeper.kept, self._known(folder))
        self.store.put(KNOWN, folder, pack((made_by(), verified.value.facts.plain)))
        again = () if keeper.before.facts.get(GATE) == gate.fingerprint else keeper.kept
        barred = gate.refuse(staging, site_dir, again)
        findings: tuple[Finding, ...] = (*written.findings, *found, *verified.findings, *barred)
        return Outcome(None if barred else written.value.shas, findings)

    def _use(self, found: Found) -> None:
        for kind, key in found.keys:
            self.store.use(kind, key)


def _made_one_by_one(pages: Iterable[PlannedPage], keeper: Keeper, studio: Studio) -> Iterator[EncodedPage]:
    for _, some in groupby(pages, key=lambda one: one.uri.count("/")):
        for one in some:
            yield keeper.page(one)
        studio.kept.clear()  # what is made once is for pages of one depth, and there is much of it


def _key_of_folder(site_dir: Path, edition: str, project: Path) -> str:
    return key_of(edition, way(site_dir, project / STATE))


def _shown(site_dir: Path, project: Path) -> str:
    folder, base = site_dir.resolve(), project.resolve()
    return folder.relative_to(base).as_posix() if folder.is_relative_to(base) else str(site_dir)
