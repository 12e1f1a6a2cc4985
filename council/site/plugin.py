"""The MkDocs plugin `council`: puts the records into MkDocs' own build. A thin adapter; the work is done next door."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MaterialPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from council.diagnostics import Finding, Severity
from council.site.assets import is_needed, is_ours, join_assets
from council.site.contents import ARTICLE_ID
from council.site.policy import seal
from council.site.records import Order, Records
from council.site.settings import adapt, adopt_assets, language_of, own_theme_dirs, project_dir
from council.site.shell import Shells
from council.site.source import read_page
from council.site.templates import branch_on_pages
from council.site.theme import Theme
from council.site.written import described

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer  # it loads an HTTP server, which only `mkdocs serve` needs

log = get_plugin_logger("council")

_INPUTS = ("minutes_src", "votes", "site_templates")


class CouncilOptions(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may say of the plugin: which edition `mkdocs build` by itself makes."""

    edition = config_options.Choice(("public", "members"), default="public")


class CouncilPlugin(BasePlugin[CouncilOptions]):  # type: ignore[no-untyped-call]
    """Adds the records to a build; `council build` primes it, `mkdocs build` alone makes it read the project itself."""

    def __init__(self) -> None:
        """Start unprimed."""
        self.findings: list[Finding] = []
        self.own: dict[str, bool] = {}
        self.theme: Theme | None = None
        self._primed: tuple[str, str] | None = None
        self._nav = Navigation([], [])
        self._env = jinja2.Environment(autoescape=True)
        self._compiled: jinja2.BytecodeCache | None = None

    def prime(self, edition: str, language: str, compiled: jinja2.BytecodeCache | None = None) -> None:
        """Leave the records to the caller, who wants a frame of this edition; take templates that are compiled already."""
        self._primed, self._compiled = (edition, language), compiled

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Bring the configuration to what the site needs."""
        if config.theme.name != "material":
            message = "theme.name must be `material` / theme.name は material にしてください"
            raise PluginError(message)
        edition, language = self._primed or (self.config.edition, language_of(config))
        adapt(config, edition, language)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Join our own assets under names made of their content; leave out what no page of ours uses."""
        kept = [file for file in files if is_needed(file.src_uri) and not is_ours(file.src_uri)]
        assets = join_assets({file.src_uri: file.content_bytes for file in files if is_ours(file.src_uri)})
        adopt_assets(config, assets)
        kept += [File.generated(config, uri, content=content) for uri, content in assets.files.items()]
        self.own = {file.dest_uri: file.is_documentation_page() for file in kept}
        return Files(kept)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 - MkDocs names them
        """Remember the navigation; the frame names the sections itself."""
        self._nav = nav
        return nav

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:  # noqa: ARG002 - MkDocs names them
        """Remember the environment for the records."""
        self._env = env
        env.bytecode_cache = self._compiled
        return env

    def on_page_read_source(self, *, page: MaterialPage, config: MkDocsConfig) -> str | None:  # noqa: ARG002 - MkDocs names them
        """Read a hand-written page in any encoding that input files may have."""
        outcome = read_page(page.file)
        self.findings += outcome.findings
        return outcome.value

    def on_page_context(self, context: Any, *, page: MaterialPage, config: MkDocsConfig, nav: Navigation) -> Any:  # noqa: ARG002, ANN401 - MkDocs' own types
        """Give a hand-written page without headings a target for its skip link, and the width of the sidebar."""
        page.meta.setdefault("hide", ["navigation"] if len(page.toc) else ["navigation", "toc"])
        if not len(page.toc):
            page.toc = TableOfContents([AnchorLink("", ARTICLE_ID, 1)])
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:  # noqa: ARG002, ANN401 - MkDocs' own types
        """Make the links of 404.html relative, so that it works below any path."""
        context["base_url"] = "."
        return context

    def on_post_page(self, output: str, *, page: MaterialPage, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs names them
        """Fill in a hand-written page's policy."""
        return seal(output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs names them
        """Fill in the policy of 404.html."""
        return seal(output_content) if template_name.endswith(".html") else output_content

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Have at hand what renders the records; without a caller, write them beside what MkDocs has written."""
        self.theme = Theme(config, self._nav, self._env, branches=branch_on_pages(own_theme_dirs(config)))
        if self._primed is None:
            self._write_alone(config, self.theme)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ANN401, ARG002 - MkDocs' own types
        """Rebuild when an input changes."""
        for folder in (project_dir(config) / name for name in _INPUTS):
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def _write_alone(self, config: MkDocsConfig, theme: Theme) -> None:
        order, folder = self._composed(config), Path(config.site_dir)
        records = Records(folder, self.own, described(folder))
        records.write(order, Shells(config.site_url, lambda: theme))
        self.findings += records.findings
        _tell(self.findings, order.language)

    def _composed(self, config: MkDocsConfig) -> Order:
        from council.build import compose  # noqa: PLC0415 - the pipeline stands above this room; needed alone only

        edition = self.config.edition
        composed = compose(project_dir(config), edition)
        self.findings += composed.findings
        return Order(edition, language_of(config), composed.pages, composed.files, closing=composed.closing)


def _tell(findings: list[Finding], language: str) -> None:
    levels = {Severity.ERROR: log.error, Severity.WARNING: log.warning, Severity.NOTE: log.info}
    for found in findings:
        levels[found.rule.severity](f"{found.location}: [{found.rule.code}] {found.message(language)}")
