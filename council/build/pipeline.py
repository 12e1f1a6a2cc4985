"""`council check` and `council build`: read, join, check, write aside, verify, publish."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from council.build.composing import compose_record, make_record, paper_shelf
from council.build.guarding import Gate, look_out, make_gate
from council.build.inputs import read_drafts
from council.build.recognition import recognised
from council.changes import tell_changes
from council.config import Config, load_config
from council.diagnostics import Finding, Outcome, Withholds
from council.model.council import Council
from council.model.events import Audience
from council.papers import Shelf
from council.parse.drafts import Drafts
from council.publish.lock import build_lock
from council.publish.publish import publish
from council.publish.staging import fresh_staging
from council.report import Change, Progress, Published, Report
from council.site.build_site import write_site
from council.site.faults import fault
from council.site.links import check_site

Step = Callable[[Progress], None]
STATE = ".council"
_SITE_DIRS = {"public": "site", "members": "site-members"}


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What `council build` was asked for; ``jobs`` 0 is as many as there are processors."""

    editions: tuple[str, ...] = ("public",)
    site_dir: Path | None = None
    strict: bool = False
    use_cache: bool = True
    jobs: int = 0


def default_site_dir(project: Path, edition: str, site_dir: Path | None = None) -> Path:
    """Return an edition's output folder: `site`, `site-members`, or DIR and DIR-members."""
    if site_dir is None:
        return project / _SITE_DIRS[edition]
    return site_dir if edition == "public" else site_dir.with_name(f"{site_dir.name}-members")


def check_project(project: Path, *, strict: bool = False) -> Report:
    """Read and check everything and write nothing."""
    config = load_config(project)
    if _stops(config.findings):
        return _report(config.findings, config.value, strict=strict, cannot_run=True)
    drafts = read_drafts(config.value, _silent, paper_shelf(project))
    record = make_record(drafts.value, config.value, Audience.MEMBERS)
    findings = (*config.findings, *drafts.findings, *record.findings, *look_out(project, drafts.value))
    report = _report(findings, config.value, strict=strict)
    return replace(report, recognised=recognised(drafts.value, drafts.findings))


def build_project(project: Path, options: BuildOptions, step: Step = lambda _: None) -> Report:
    """Build the editions asked for and publish each whole, or leave it as it was.

    An error withholds the smallest thing it touches; with ``strict`` any error leaves everything as it was.
    """
    try:
        with build_lock(project / STATE) as running:
            if running:
                return Report(running, cannot_run=True)
            return _build(project, options, step)
    except OSError as error:
        return Report((fault(error, project),), cannot_run=True)


def _build(project: Path, options: BuildOptions, step: Step) -> Report:
    config = load_config(project)
    if _stops(config.findings):
        return _report(config.findings, config.value, strict=options.strict, cannot_run=True)
    shelf = paper_shelf(project, fresh=not options.use_cache)
    drafts = read_drafts(config.value, step, shelf)
    shelf.tidy()
    records = {edition: make_record(drafts.value, config.value, Audience(edition)) for edition in options.editions}
    gate = _gate(config.value, drafts.value, options)
    findings = [*config.findings, *drafts.findings, *_once(records.values()), *gate.findings]
    if options.strict and _report(findings, config.value, strict=True).errors:
        return _report(findings, config.value, strict=True)
    published: list[Published] = []
    changes: list[Change] = []
    for edition, record in records.items():
        site_dir = default_site_dir(project, edition, options.site_dir)
        barred = gate.value if edition == Audience.PUBLIC else None
        outcome = _publish(record.value, config.value, edition, site_dir, step, barred, shelf)
        findings += outcome.findings
        if outcome.value:
            published.append(outcome.value)
            told = tell_changes(record.value, site_dir, project / STATE)
            changes += told.value
            findings += told.findings
    stopped = len(published) < len(records)
    report = _report(findings, config.value, strict=options.strict, published=tuple(published), cannot_run=stopped)
    return replace(report, changes=tuple(changes))


def _gate(config: Config, drafts: Drafts, options: BuildOptions) -> Outcome[Gate | None]:
    """Gather what the public edition must not hold, if it is to be built, and warn of what should not be public."""
    if Audience.PUBLIC not in options.editions:
        return Outcome(None)
    gate = make_gate(config, drafts, config.project / STATE / "gate" if options.use_cache else None)
    return Outcome(gate.value, (*gate.findings, *look_out(config.project, drafts)))


def _publish(  # noqa: PLR0913, PLR0917 - what is published, where to, and what may not pass
    council: Council, config: Config, edition: str, site_dir: Path, step: Step, gate: Gate | None, shelf: Shelf
) -> Outcome[Published | None]:
    """Write one edition aside, verify it, bring it in; nothing of the old site changes unless all of it is sound."""
    state = config.project / STATE
    staging = fresh_staging(site_dir, state, edition)
    if staging.value is None:
        return Outcome(None, staging.findings)
    step(Progress(f"write-{edition}"))
    composed = compose_record(council, config, shelf)
    written = write_site(
        config.project,
        config.project / "mkdocs.yml",
        composed.pages,
        composed.files,
        staging.value,
        edition,
        config.facts.language,
    )
    findings = (*staging.findings, *written.findings)
    if written.value is None:
        return Outcome(None, findings)
    step(Progress("verify"))
    verified = check_site(staging.value)
    barred = gate.refuse(staging.value) if gate else ()
    findings = (*findings, *verified.findings, *barred)
    if barred:
        return Outcome(None, findings)
    step(Progress("publish"))
    done = publish(staging.value, site_dir, state, edition=edition)
    findings = (*findings, *done.findings)
    if done.value is None:
        return Outcome(None, findings)
    shown = _shown(site_dir, config.project)
    counts = (done.value.new, done.value.changed, done.value.removed, done.value.unchanged)
    return Outcome(Published(edition, shown, len(verified.value.pages), *counts), findings)


def _stops(findings: Iterable[Finding]) -> bool:
    """Say whether the configuration cannot be built with: what it means must not be guessed."""
    return any(found.rule.withholds is Withholds.EVERYTHING for found in findings)


def _shown(site_dir: Path, project: Path) -> str:
    folder, base = site_dir.resolve(), project.resolve()
    return folder.relative_to(base).as_posix() if folder.is_relative_to(base) else str(site_dir)


def _once(records: Iterable[Outcome[Council]]) -> list[Finding]:
    """Return the findings of all editions' records, each once: the public record finds much the same again."""
    return list(dict.fromkeys(found for record in records for found in record.findings))


def _report(
    findings: Iterable[Finding],
    config: Config,
    *,
    strict: bool,
    published: tuple[Published, ...] = (),
    cannot_run: bool = False,
) -> Report:
    ordered = tuple(sorted(findings, key=lambda found: found.location.sort_key))
    return Report(ordered, config.facts.language, published, cannot_run, strict)


def _silent(_: Progress) -> None:
    """Take a step and say nothing."""
