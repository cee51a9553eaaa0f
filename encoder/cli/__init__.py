"""The command line: turns paths into values, and outcomes into exit codes; one command, one module.

Exit codes: 0 clean, 1 findings at or above ``--fail-on``, 2 wrong use.
"""

from importlib import import_module
from typing import cast

import click

from encoder import __version__

COMMANDS = tuple("new build serve check explain encode registers publish deposit clean schema".split())


class _Commands(click.Group):
    """The commands by the names of their modules; a module is loaded when its command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        return cast(click.Command, getattr(import_module(f"encoder.cli.{cmd_name}"), cmd_name))


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="Begin with:  encoder new my-edition  and then  encoder build my-edition",
)
@click.version_option(__version__, prog_name="encoder")
def main() -> None:
    """From typed translations of archival documents to a TEI edition: encode, check, publish."""
