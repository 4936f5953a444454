"""`pml`: what educators and installers do with a library from a command line."""

import errno
from collections.abc import Mapping
from difflib import SequenceMatcher
from importlib import import_module
from typing import Final

from pmlapp.cli.missing import needed

try:
    import click
except ModuleNotFoundError as missing:
    raise SystemExit(needed(missing)) from None

from pmlapp import __version__
from pmlapp.errors import PmlError, ReleaseRefusedError, SourcesRefusedError, plain_reason

_COMMANDS: Final[Mapping[str, tuple[str, str]]] = {
    "adopt": ("adopt", "adopt_command"),
    "build": ("build", "build_command"),
    "cards": ("cards", "cards_command"),
    "check-words": ("check_words", "check_words_command"),
    "diff": ("diff", "diff_command"),
    "export": ("export", "export_group"),
    "import": ("import_pages", "import_command"),
    "licences": ("licences", "licences_command"),
    "lint": ("lint", "lint_command"),
    "new": ("new", "new_group"),
    "package": ("package", "package_command"),
    "patch": ("patch", "patch_group"),
    "preview": ("preview", "preview_command"),
    "release": ("release", "release_group"),
    "review": ("review", "review_group"),
    "search-test": ("search_test", "search_test_command"),
    "sources": ("sources", "sources_command"),
    "translate": ("translate", "translate_group"),
}
"""The module in ``cli`` and the name in it of each command: only that of the command called for is loaded."""

_NO_INPUT: Final = 66
_STOPPED: Final = 130
"""What a shell reports of a program that Ctrl+C has ended."""


class PmlGroup(click.Group):
    """Loads the command called for, and turns our errors into click's, in the one place where both are known."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in order."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None if there is none."""
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name]
        try:
            command = getattr(import_module(f"pmlapp.cli.{module}"), name)
        except ModuleNotFoundError as missing:
            if missing.name is None or missing.name.startswith("pmlapp"):
                raise
            raise SystemExit(needed(missing)) from None
        assert isinstance(command, click.Command)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options before the name of a command."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            raise _with_nearest(error.option_name, ctx) from None

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a failure ends with its sentence, its advice and its exit code."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("pml: It was stopped by Ctrl+C; every file is as it was, or whole.", err=True)
            ctx.exit(_STOPPED)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            # What is read or written is checked where that is done; this is the folder that nobody may enter.
            reason = f"{error.filename or 'A file'} cannot be read: {plain_reason(error)}."
            click.ClickException(f"{reason} Remove what is in the way, or name another folder.").show()
            ctx.exit(_NO_INPUT)
        except PmlError as error:
            match error:
                case SourcesRefusedError(mistakes=lines) | ReleaseRefusedError(missing=lines):
                    click.echo("\n".join(lines), err=True)
                case _:
                    pass
            click.ClickException(f"{error} {error.what_to_do}".strip()).show()
            ctx.exit(error.exit_code)
        except click.NoSuchOption as error:
            if error.ctx is None:
                raise
            raise _with_nearest(error.option_name, error.ctx) from None


def _with_nearest(typed: str, ctx: click.Context) -> click.UsageError:
    """What to say of an option that is not known; click names options that are spelt alike only, and all of those."""
    if isinstance(ctx.command, click.Group):
        # The option may be right and only in the wrong place.
        for name in ctx.command.list_commands(ctx):
            command = ctx.command.get_command(ctx, name)
            if command and typed in _options(command, ctx):
                path = f"{ctx.command_path} {name}"
                return click.UsageError(f"'{typed}' is an option of '{path}': write it after '{path}'.", ctx)
    near = max(_options(ctx.command, ctx), key=lambda name: SequenceMatcher(None, typed, name).ratio())
    return click.UsageError(f"No such option '{typed}'. The nearest is '{near}'.", ctx)


def _options(command: click.Command, ctx: click.Context) -> list[str]:
    return [name for each in command.get_params(ctx) for name in each.opts if name.startswith("--")]


@click.group(cls=PmlGroup)
@click.version_option(__version__, prog_name="pml", message="%(prog)s %(version)s")
def pml() -> None:
    """Make health libraries for pmlapp from articles."""
