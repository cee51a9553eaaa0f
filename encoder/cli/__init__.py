"""The command line: turns paths into values, and outcomes into exit codes; one command, one module.

Exit codes: 0 clean, 1 findings at or above ``--fail-on``, 2 wrong use.
"""

import click

from encoder import __version__
from encoder.cli.build import build
from encoder.cli.check import check
from encoder.cli.clean import clean
from encoder.cli.deposit import deposit
from encoder.cli.encode import encode
from encoder.cli.explain import explain
from encoder.cli.new import new
from encoder.cli.publish import publish
from encoder.cli.registers import registers
from encoder.cli.schema import schema
from encoder.cli.serve import serve

COMMANDS = (new, build, encode, check, explain, publish, serve, registers, deposit, clean, schema)


@click.group(
    commands={command.name or "": command for command in COMMANDS},
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="Begin with:  encoder new my-edition  and then  encoder build my-edition",
)
@click.version_option(__version__, prog_name="encoder")
def main() -> None:
    """From typed translations of archival documents to a TEI edition: encode, check, publish."""
