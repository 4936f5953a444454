"""What the commands of `pml review` are told: which library, which articles, and answers in a person's own words."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.cli.folders import language_folder
from pmlapp.content.model import Article
from pmlapp.errors import ArticleNotFoundError
from pmlapp.paths import resources_dir

in_source: Final = click.option(
    "-s",
    "--source",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of the library; without it, the articles that came with the program.",
)
in_language: Final = click.option("-l", "--language", help="The language meant, where the folder holds several.")
without_asking: Final = click.option("--yes", is_flag=True, help="Do not ask whether to go on.")


_DAY: Final = click.DateTime(["%Y-%m-%d"])


def source_folder(source: Path | None, language: str | None) -> Path:
    """The folder of the language that a command means."""
    return language_folder(source or resources_dir() / "content", language)


def chosen(library: LibrarySources, names: Sequence[str], *, every: bool = False) -> tuple[Article, ...]:
    """The articles with these ids, each once, in the order of the library.

    Raises:
        ArticleNotFoundError: there is none of that id.
        click.UsageError: none was named, or some beside ``every``.
    """
    if bool(names) == every:
        raise click.UsageError("Name the articles by their ids, such as causes/what-is-it, or say --all.")
    wanted = {as_id(name) for name in names}
    found = tuple(article for article in library.articles if every or article.id in wanted)
    if unknown := sorted(wanted - {article.id for article in found}):
        raise ArticleNotFoundError(article=unknown[0])
    return found


def said(value: str) -> str:
    """An answer on one line without blanks around it; an empty one does not count."""
    if not (words := " ".join(value.split())):
        raise click.BadParameter("an answer is needed")
    return words


def own_words(flag: str, help_text: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """An option that is asked for if it is not given, and has no default."""
    return click.option(flag, help=help_text, callback=lambda _, __, value: None if value is None else said(value))


def asked(question: str, given: str | None) -> str:
    """What was given, or else the answer to a question.

    Raises:
        click.UsageError: there was nobody to answer.
    """
    return given if given is not None else str(_prompt(question, said))


def asked_choice(question: str, given: str | None, choices: Sequence[str]) -> str:
    """What was given, or else one of several words that is asked for."""
    return given if given is not None else str(_prompt(question, click.Choice(choices)))


def asked_day(question: str, given: date | None, check: Callable[[date], date]) -> date:
    """What was given, or else a day that is asked for; ``check`` refuses with `click.BadParameter`."""
    if given is not None:
        return check(given)
    answer: date = _prompt(f"{question} (YYYY-MM-DD)", lambda text: check(_day(_DAY.convert(text, None, None))))
    return answer


def day_option(flag: str, help_text: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """An option that is a day."""
    return click.option(
        flag,
        type=_DAY,
        metavar="YYYY-MM-DD",
        help=help_text,
        callback=lambda _, __, value: None if value is None else _day(value),
    )


def confirmed(question: str, *, yes: bool) -> None:
    """Go on only if somebody says so.

    Raises:
        click.UsageError: nobody did.
    """
    try:
        if yes or click.confirm(question, default=None):
            return
    except click.Abort:
        click.echo()
    raise click.UsageError("Nothing was written: it was not confirmed. Answer y, or say --yes.")


def _prompt(question: str, kind: Any) -> Any:
    try:
        return click.prompt(question, type=kind)
    except click.Abort:
        click.echo()
        raise click.UsageError(f"Nothing was written: there was no answer to “{question}”.") from None


def as_id(name: str) -> str:
    """The id of the article that is meant: it may be typed as a path."""
    # A path that a shell completed means the article as well.
    parts = Path(name).with_suffix("").parts if name.endswith(".md") else Path(name).parts
    return "/".join(parts[-2:])


def _day(moment: Any) -> date:
    return date(moment.year, moment.month, moment.day)
