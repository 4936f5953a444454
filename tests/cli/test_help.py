"""Every command of `pml` explains itself, shows an example, and is in the guides."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from pmlapp.cli.main import pml

DOCS = "\n".join(path.read_text(encoding="utf-8") for path in (Path(__file__).parents[2] / "docs").glob("*.md"))


def commands(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from commands(inner, (*path, name))
    if path:
        yield path


COMMANDS = list(commands(pml))


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_a_command_explains_itself_with_an_example_of_its_own(path: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(pml, [*path, "--help"])
    assert shown.exit_code == 0
    examples = shown.stdout.partition("Example:\n")[2].splitlines()
    assert examples[0].split()[: len(path) + 1] == ["pml", *path] or (
        isinstance(pml.get_command(click.Context(pml), path[0]), click.Group)
        and len(path) == 1
        and examples[0].split()[:2] == ["pml", *path]
    )


@pytest.mark.parametrize("name", sorted({path[0] for path in COMMANDS}))
def test_a_command_is_in_the_guides(name: str) -> None:
    assert f"pml {name}" in DOCS


def test_the_guide_for_educators_lists_every_command() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "educators.md").read_text(encoding="utf-8")
    assert [path[0] for path in COMMANDS if f"`pml {path[0]}" not in guide] == []
