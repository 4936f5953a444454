"""Which folder of sources a command means."""

from pathlib import Path

import click

from pmlapp.errors import NoSourcesError


def language_folder(source: Path, language: str | None) -> Path:
    """The folder of one language: ``source`` itself, or the one of ``language`` inside it.

    ``source`` may also be the whole library, which holds its policy beside the folder ``content``.

    Raises:
        click.UsageError: it holds several languages, or not the one asked for.
        NoSourcesError: there is no such folder, or no library in it.
    """
    if any(source.glob("content/*/library.toml")):
        source /= "content"
    if (source / "library.toml").is_file() and language in (None, source.resolve().name):
        return source
    found = {path.parent.name: path.parent for path in sorted(source.glob("*/library.toml"))}
    if language is None and len(found) == 1:
        return found.popitem()[1]
    if language in found:
        return found[language]
    if found and language is None:
        raise click.UsageError(f"{source} holds {', '.join(found)}: choose one with --language.")
    if found:
        raise click.UsageError(f"{source} holds no {language}, only {', '.join(found)}.")
    if not source.is_dir():
        raise NoSourcesError(path=source, reason="there is no such folder")
    raise NoSourcesError(path=source, reason="neither it nor a folder in it holds a library.toml")
