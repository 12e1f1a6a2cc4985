"""What stops a site from being made, as a finding: a council's own template, or the disk."""

from __future__ import annotations

from pathlib import Path
from traceback import walk_tb

import jinja2

from council.diagnostics import Finding, finding
from council.location import Location
from council.rules.site import TEMPLATE_FAILED
from council.site.faults import fault, seen_from
from council.site.templates import FOLDER, shipped_root

STOPPING = (jinja2.TemplateError, OSError)


def failure(project_dir: Path, problem: jinja2.TemplateError | OSError) -> Finding:
    """Return where it stops; in a template of ours it is our bug and goes on as one."""
    if isinstance(problem, OSError):
        return fault(problem, project_dir)
    path, line = _place(problem)
    if path and shipped_root().resolve() in path.resolve().parents:
        raise problem
    location = Location(seen_from(project_dir, path) if path else FOLDER, line)
    return finding(TEMPLATE_FAILED, location, words=" ".join(str(problem.message or problem).split()))


def _place(problem: jinja2.TemplateError) -> tuple[Path | None, int | None]:
    """Return file and line of the template: Jinja names them in what it cannot read, else the traceback does."""
    if isinstance(problem, jinja2.TemplateSyntaxError):
        return (Path(problem.filename) if problem.filename else None), problem.lineno
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(problem.__traceback__)]
    templates = [(Path(name), line) for name, line in frames if name.endswith((".html", ".j2"))]
    return templates[-1] if templates else (None, None)
