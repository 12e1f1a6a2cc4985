"""`council check` and `council build`: read, join, check, write aside, verify, publish."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from council.build.composing import make_record, open_store
from council.build.guarding import Gate, look_out, make_gate, with_withdrawn
from council.build.inputs import read_inputs
from council.build.memory import settle, unhurried
from council.build.publishing import STATE, Publisher
from council.build.reading import Reading
from council.build.recalling import recall_sessions, resolved_in
from council.build.recognition import recognised
from council.build.unmatched import keep_unmatched, list_unmatched
from council.build.withdrawing import quiet_changes
from council.cache import Store
from council.changes import tell_changes
from council.config import Config, load_config
from council.corrections import Silence
from council.diagnostics import Finding, Outcome, Withholds, finding
from council.location import Location
from council.model.council import Council
from council.model.events import Audience
from council.publish.lock import build_lock
from council.report import Change, Progress, Published, Report
from council.rules.publication import CACHE_DAMAGED
from council.site.faults import fault

Step = Callable[[Progress], None]
_SITE_DIRS = {"public": "site", "members": "site-members"}


class BuildOptions(Struct, frozen=True):
    """What `council build` was asked for; ``jobs`` processes read new minutes, 0 as many as there are processors."""

    editions: tuple[str, ...] = ("public",)
    site_dir: Path | None = None
    strict: bool = False
    use_cache: bool = True
    jobs: int = 1


def default_site_dir(project: Path, edition: str, site_dir: Path | None = None) -> Path:
    """Return an edition's output folder: `site`, `site-members`, or DIR and DIR-members."""
    if site_dir is None:
        return project / _SITE_DIRS[edition]
    return site_dir if edition == "public" else site_dir.with_name(f"{site_dir.name}-members")


def check_project(project: Path, *, strict: bool = False) -> Report:
    """Read and check everything; write nothing but the cache and the list of names that are nobody's."""
    config = load_config(project)
    if _stops(config.findings):
        return _report(config.findings, config.value, strict=strict, cannot_run=True)
    with unhurried():
        store = open_store(project)
        read = read_inputs(config.value, reading := Reading(store))
        drafts, silence = read.value.drafts, read.value.silence
        recall = recall_sessions(reading, Audience.MEMBERS)
        record = make_record(drafts, config.value, Audience.MEMBERS, recall)
        seen = look_out(project, drafts, reading)
    findings = silence.findings((*config.findings, *read.findings, *record.findings, *seen))
    listed = list_unmatched(findings, drafts, config.value.facts.language)
    report = _report((*findings, *keep_unmatched(project / STATE, listed)), config.value, strict=strict)
    return replace(report, recognised=recognised(drafts, findings))


def build_project(project: Path, options: BuildOptions, step: Step = lambda _: None) -> Report:
    """Build the editions asked for and publish each whole, or leave it as it was.

    An error withholds the smallest thing it touches; with ``strict`` any error leaves everything as it was.
    """
    try:
        with unhurried(), build_lock(project / STATE) as running:
            if running:
                return Report(running, cannot_run=True)
            return _build(project, options, step)
    except OSError as error:
        return Report((fault(error, project),), cannot_run=True)


def _build(project: Path, options: BuildOptions, step: Step) -> Report:
    config = load_config(project)
    if _stops(config.findings):
        return _report(config.findings, config.value, strict=options.strict, cannot_run=True)
    store = open_store(project, fresh=not options.use_cache)
    reading = Reading(store, step, options.jobs)
    known = _known(config, reading, options)
    findings = list(known.findings)
    if options.strict and _report(findings, config.value, strict=True).errors:
        return _report(findings, config.value, strict=True)
    settle()
    publisher = Publisher(config.value, store, step, reading.prints)
    published: list[Published] = []
    changes: list[Change] = []
    for edition, record in known.records.items():
        site_dir = default_site_dir(project, edition, options.site_dir)
        outcome = publisher.publish(record, edition, site_dir, known.gate.of(edition))
        findings += outcome.findings
        if outcome.value:
            published.append(outcome.value)
            told = tell_changes(record, site_dir, project / STATE)
            changes += quiet_changes(told.value, known.silence)
            findings += told.findings
    findings = [*known.silence.findings(findings), *_tidied(store)]
    stopped = len(published) < len(known.records)
    report = _report(findings, config.value, strict=options.strict, published=tuple(published), cannot_run=stopped)
    return replace(report, changes=tuple(changes))


class _Known(Struct, frozen=True):
    """All that is known before anything is written: the record of each edition, what must not pass, what was found."""

    records: dict[str, Council]
    gate: Gate
    silence: Silence
    findings: tuple[Finding, ...]


def _known(config: Outcome[Config], reading: Reading, options: BuildOptions) -> _Known:
    """Read, join and check everything; the drafts themselves are let go."""
    read = read_inputs(config.value, reading)
    drafts, silence = read.value.drafts, read.value.silence
    records = {
        edition: make_record(drafts, config.value, Audience(edition), recall_sessions(reading, Audience(edition)))
        for edition in options.editions
    }
    for edition in set(Audience) - {Audience(one) for one in options.editions}:
        reading.store.complete(resolved_in(edition))  # a check may have kept what is withdrawn since
    guarded = Audience.PUBLIC in options.editions
    gate = make_gate(config.value, drafts, reading.store) if guarded else Outcome(Gate())
    barred = with_withdrawn(gate.value, silence, config.value, reading.store)
    seen = look_out(config.value.project, drafts, reading)
    found = (*config.findings, *read.findings, *_once(records.values()), *gate.findings, *seen)
    findings = silence.findings(found)
    reading.origins.forget()
    listed = list_unmatched(findings, drafts, config.value.facts.language)
    findings = (*findings, *keep_unmatched(config.value.project / STATE, listed))
    return _Known({edition: record.value for edition, record in records.items()}, barred, silence, findings)


def _tidied(store: Store) -> tuple[Finding, ...]:
    """Throw away what is of no use any more; say so if something kept was damaged (S313)."""
    store.tidy()
    return (finding(CACHE_DAMAGED, Location(f"{STATE}/cache"), count=store.damaged),) if store.damaged else ()


def _stops(findings: Iterable[Finding]) -> bool:
    """Say whether the configuration cannot be built with: what it means must not be guessed."""
    return any(found.rule.withholds is Withholds.EVERYTHING for found in findings)


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
