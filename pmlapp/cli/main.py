"""`pml`: what educators and installers do with a library from a command line."""

import errno
from collections.abc import Mapping
from difflib import SequenceMatcher
from importlib import import_module
from typing import Final

from pmlapp.cli.missing import needed

try:
    import click

    from pmlapp.authoring.building.build import build
    from pmlapp.authoring.sources.sources import read_sources
    from pmlapp.cli.adopt import adopt_command
    from pmlapp.cli.cards import cards_command
    from pmlapp.cli.check_words import check_words_command
    from pmlapp.cli.diff import diff_command
    from pmlapp.cli.export import export_group
    from pmlapp.cli.folders import language_folder
    from pmlapp.cli.import_pages import import_command
    from pmlapp.cli.licences import licences_command
    from pmlapp.cli.lint import lint_command
    from pmlapp.cli.new import new_group
    from pmlapp.cli.patch import patch_group
    from pmlapp.cli.preview import preview_command
    from pmlapp.cli.release import release_group
    from pmlapp.cli.review import review_group
    from pmlapp.cli.search_test import search_test_command
    from pmlapp.cli.sources import sources_command
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


@pml.command("build")
@click.argument("source", type=click.Path(path_type=Path), required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("content.db"),
    show_default=True,
    help="The content file to write; an older one is replaced only by a whole new one.",
)
@click.option(
    "--previous",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The library given out last: its numbers and its dictionary are kept, so that an update is small.",
)
@click.option("-l", "--language", help="The language to build, where SOURCE holds several.")
@click.option("--draft", is_flag=True, help="Build what the policy of the library forbids; every page says DRAFT.")
def build_command(source: Path | None, output: Path, previous: Path | None, language: str | None, draft: bool) -> None:
    """Build a content file from the articles in SOURCE.

    SOURCE is the folder of one language, or a folder of such folders; without
    it, the articles that came with the program are built.  Nothing is written
    if there is any mistake; each is printed with its file and line.  Nor is
    it if an article lacks a review that the library's policy asks for.

    \b
    Example:
      pml build diabetes -o content.db
    """
    folder = language_folder(source or resources_dir() / "content", language)
    sources = read_sources(folder, today=date.today(), progress=_progress("Reading"))
    report = build(sources, output, previous=previous, draft=draft, progress=_progress("Building"))
    click.echo(
        f"{output}: {report.articles} articles, {report.words:,} words, {report.bytes:,} bytes\n"
        f"edition {report.edition}{_NO_DATE if is_undated(report.edition) else ''}, digest {report.digest}"
    )
    if not sources.states_policy:
        click.echo(
            "It is a draft, and every page says so: nobody has said yet what the library may be given out with."
            " Write [policy] into library.toml beside the folder “content”; docs/reviews.md describes it.",
            err=True,
        )


pml.add_command(new_group)
pml.add_command(adopt_command)
pml.add_command(import_command)
pml.add_command(lint_command)
pml.add_command(check_words_command)
pml.add_command(patch_group)
pml.add_command(preview_command)
pml.add_command(review_group)
pml.add_command(search_test_command)
pml.add_command(sources_command)
pml.add_command(cards_command)
pml.add_command(diff_command)
pml.add_command(export_group)
pml.add_command(licences_command)
pml.add_command(release_group)


def _progress(doing: str) -> Callable[[int, int], None]:
    """Says on stderr how far a long build is, once a second; of a short one it says nothing."""
    said = monotonic()

    def report(done: int, total: int) -> None:
        nonlocal said
        if monotonic() - said >= _SECONDS_BETWEEN_REPORTS:
            said = monotonic()
            click.echo(f"{doing}: {done:,} of {total:,}", err=True)

    return report
