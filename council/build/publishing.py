"""One edition from its record to its folder: plan, make what has changed, verify, bring in, remember."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from council.build.composing import SitePlan, plan_site
from council.build.fragments import Fragments
from council.build.guarding import Gate
from council.build.keeping import Keeper, Outputs, ledger_of, remember, remembered
from council.cache import Store, fingerprint, key_of
from council.config import CONFIG_FILE, Config
from council.diagnostics import Finding, Outcome
from council.model.council import Council
from council.opendata import package_file
from council.pages.page import OutputFile, Page
from council.pages.templates import Compiled
from council.publish.manifest import way
from council.publish.publish import publish
from council.publish.staging import fresh_staging
from council.report import Progress, Published
from council.site.build_site import write_site
from council.site.fingerprint import SAYING, frame_key, words_key
from council.site.links import SiteIndex, check_site
from council.site.templates import FOLDER as TEMPLATES_FOLDER
from council.site.templates import shipped_root

STATE = ".council"
LEADS, GATE, SAID = "leads", "gate", "said"
"""What is remembered of a whole site: where its pages lead to, what was looked for in it, what was found on it."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Publishes editions of one project; ``store`` keeps what is costly to make."""

    config: Config
    store: Store
    step: Callable[[Progress], None]

    def publish(self, council: Council, edition: str, site_dir: Path, gate: Gate) -> Outcome[Published | None]:
        """Write one edition aside, verify it, bring it in; nothing of the old site changes unless all of it is sound.

        What stands as it would be made again is left where it is.
        """
        state = self.config.project / STATE
        staging = fresh_staging(site_dir, state, edition)
        if staging.value is None:
            return Outcome(None, staging.findings)
        self.step(Progress(f"write-{edition}"))
        folder = key_of(edition, way(site_dir, state))
        basis = self._basis(edition)
        before = remembered(self.store, folder, basis)
        plan = plan_site(council, self.config, self.store)
        fragments = Fragments(self.store, edition, basis)
        standing = ledger_of(site_dir, state)
        keeper = Keeper(plan.studio.watch, before, standing, site_dir, self._frame(edition), fragments)
        made = self._made(plan, keeper, edition, staging.value, site_dir, gate)
        plan.studio.forget()
        findings = (*staging.findings, *made.findings)
        if made.value is None:
            return Outcome(None, findings)
        self.step(Progress("publish"))
        done = publish(staging.value, site_dir, state, edition=edition, kept=keeper.kept, doubt=self.store.fresh)
        findings = (*findings, *done.findings)
        if done.value is None:
            return Outcome(None, findings)
        leads = {**{uri: to for uri, to in _leads(before).items() if uri in keeper.kept}, **made.value.leads}
        facts = {LEADS: leads, GATE: gate.fingerprint, SAID: made.value.said}
        remember(self.store, folder, keeper.outputs(ledger_of(site_dir, state), facts))
        pages = len({*made.value.pages, *(uri for uri in keeper.kept if uri.endswith(".html"))})
        counts = (done.value.new, done.value.changed, done.value.removed, done.value.unchanged)
        return Outcome(Published(edition, _shown(site_dir, self.config.project), pages, *counts), findings)

    def _basis(self, edition: str) -> str:
        """Return what everything is made with that an edition says."""
        return key_of(words_key(self.config.project), fingerprint(self.config.facts), edition)

    def _frame(self, edition: str) -> str:
        """Return what stands around the pages of an edition."""
        project = self.config.project
        return frame_key(project, project / CONFIG_FILE, edition, self.config.facts.language)

    def _doubtful(self, keeper: Keeper) -> tuple[str, ...]:
        """Return the pages that stand whose links may be others than the record's: a council's own templates hold them."""
        own = self.config.project.resolve() / TEMPLATES_FOLDER
        has_own = own != shipped_root().resolve() and any((own / name).is_dir() for name in SAYING)
        return tuple(uri for uri in keeper.kept if uri.endswith(".html")) if has_own else ()

    def _made(  # noqa: PLR0913, PLR0917 - what is made, what stands, where, and what may not pass
        self, plan: SitePlan, keeper: Keeper, edition: str, staging: Path, site_dir: Path, gate: Gate
    ) -> Outcome[SiteIndex | None]:
        project, listed = self.config.project, dict[str, bool]()
        pages = [one for one in plan.pages if not keeper.stands(one)]
        listed.update((uri, bool(keeper.told(uri)[0])) for uri in keeper.kept)
        files = [(one, keeper.stands(one)) for one in plan.files]
        listed.update((uri, False) for uri in keeper.kept if uri not in listed)

        def all_pages() -> Iterator[Page]:
            for one in pages:
                yield keeper.page(one)

        def all_files() -> Iterator[OutputFile]:
            resources = []
            for one, stands in files:
                if not stands:
                    yield from keeper.make(one, one.make, lambda made: (made[1],))[0]
                resource = keeper.told(one.uris[0])[0]
                resources += [resource] if resource else []
            yield package_file(plan.council, resources)

        language = self.config.facts.language
        written = write_site(
            project,
            project / CONFIG_FILE,
            all_pages(),
            all_files(),
            staging,
            edition,
            language,
            kept=listed,
            compiled=Compiled(self.store),
        )
        if written.value is None:
            return Outcome(None, written.findings)
        self.store.complete(keeper.fragments.kind)
        self.step(Progress("verify"))
        before = keeper.before
        leads = {uri: _leads(before).get(uri, ()) for uri in keeper.kept}
        said: tuple[Finding, ...] = before.facts.get(SAID, ())
        known = tuple(one for one in said if one.location.path in keeper.kept)
        verified = check_site(staging, site_dir, leads, known, self._doubtful(keeper))
        again = () if before.facts.get(GATE) == gate.fingerprint else keeper.kept
        barred = gate.refuse(staging, site_dir, again)
        findings: tuple[Finding, ...] = (*written.findings, *verified.findings, *barred)
        return Outcome(None if barred else verified.value, findings)


def _leads(before: Outputs) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = before.facts.get(LEADS, {})
    return found


def _shown(site_dir: Path, project: Path) -> str:
    folder, base = site_dir.resolve(), project.resolve()
    return folder.relative_to(base).as_posix() if folder.is_relative_to(base) else str(site_dir)
