"""The commands: options and exit codes only; the work is done in the rooms below."""

from __future__ import annotations

import gc
from importlib import import_module
from types import MappingProxyType

import click

from council import __version__

SUMMARIES = MappingProxyType(
    {
        "init": "新しい議会のフォルダーを作る / make a new council's folder.",
        "check": "すべて読んで点検する / read and check everything.",
        "build": "点検してサイトを作る / check everything and build the site.",
        "serve": "手元で見る。変わったら作り直す / show the site, rebuild on change.",
        "search": "会議録・議案・採決・資料から言葉を探す / find words as of the last build.",
        "packet": "会議資料を1つの PDF にする / write the packets as PDF.",
        "new": "新しいものを用意する / prepare something new.",
    }
)
"""Every command with the first line of its help, which is shown without loading it."""


class _Commands(click.Group):
    """Commands that are modules of this room, each loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click names it
        """Return the names in the order of the help."""
        return list(self.commands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click names it
        """Load a command."""
        return _load(cmd_name) if cmd_name in self.commands else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click names it
        """Write what each command is for."""
        with formatter.section("Commands"):
            formatter.write_dl(list(SUMMARIES.items()))


def _load(name: str) -> click.Command:
    was_enabled = gc.isenabled()
    gc.disable()  # what is loaded stays: there is nothing to look for
    try:
        command: click.Command = import_module(f"council.cli.{name}").command
    finally:
        if was_enabled:
            gc.enable()
    return command


@click.group(cls=_Commands, commands={name: click.Command(name) for name in SUMMARIES}, no_args_is_help=True)
@click.version_option(__version__, message="%(version)s", help="版 / version")
def app() -> None:
    """会議録（Word）と採決表から議会のサイトを作ります。 Word minutes and vote tables in, a council's site out."""


def main() -> None:
    """Run the command line."""
    app(prog_name="council")
