"""`pml new`: the commands that begin a library or a page."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click

from pmlapp.authoring.sources.faultless import faultless
from pmlapp.authoring.sources.sources import examine_sources
from pmlapp.authoring.starting.new_library import Beginning, new_library
from pmlapp.authoring.starting.new_page import new_page
from pmlapp.authoring.starting.taken_over import Original, take_over
from pmlapp.cli.adopt import original_at
from pmlapp.cli.review_choices import asked, asked_choice, in_language, own_words, source_folder
from pmlapp.content.model import ArticleKind, Provenance

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")


@click.group("new")
def new_group() -> None:
    """Begin a library, or a page of one.

    \b
    Example:
      pml new library diabetes-library
      pml new question care/what-is-a1c -s diabetes-library
    """


@new_group.command("library")
@click.argument("folder", type=click.Path(path_type=Path))
@own_words("--title", "The name of the library, as its window shows it.")
@own_words("--language", "The language of its pages, as a code: en, es, pt-br.")
@own_words("--subject", "What it is about, as the end of “Plain answers about …”.")
@own_words("--publisher", "Who stands behind it: a person, a clinic, a group.")
@own_words("--funding", "Who pays for it; “none” if nobody does.")
@click.option("--licence", help="How its pages may be copied; CC-BY-4.0, or that of the library taken over.")
@click.option(
    "--from",
    "original_path",
    type=click.Path(exists=True, path_type=Path),
    help="Another library, whose pages are taken over: a content file, or the folder of its sources.",
)
def library_command(
    folder: Path,
    original_path: Path | None,
    title: str | None,
    language: str | None,
    subject: str | None,
    publisher: str | None,
    funding: str | None,
    licence: str | None,
) -> None:
    """Make a library in FOLDER that works at once, with an example of each kind of page.

    FOLDER is not there yet, or is empty.  Whatever is not given is asked for.
    The examples are in English in every language.  With --from it has the
    pages of another library in place of the examples; those that you do not
    change keep their signatures, and each says what it is adapted from.  Ends with 0, with 73 if
    the folder cannot be written, with 2 if an answer is missing, with 65 or
    66 if the other library cannot be read.

    \b
    Example:
      pml new library diabetes --title "Living with Type 2" --language en \\
          --subject "type 2 diabetes" --publisher "Elm Street Clinic" --funding none
    """
    if original_path is not None:
        _take_over(folder, original_at(original_path, language), title, subject, publisher, funding, licence)
        return
    made = new_library(folder, beginning(title, language, subject, publisher, funding, licence or "CC-BY-4.0"))
    pages = sum(path.suffix == ".md" and path.parent != folder for path in made)
    click.echo(f"{folder}: a library of {pages} pages")
    click.echo(
        f"Read {folder / 'README.md'}. To see it now:\n"
        f"  pml build {folder} -o {folder / 'content.db'}\n"
        f"  pmlapp --library {folder / 'content.db'}"
    )


def _take_over(
    folder: Path,
    original: Original,
    title: str | None,
    subject: str | None,
    publisher: str | None,
    funding: str | None,
    licence: str | None,
) -> None:
    said = beginning(
        title, original.language, subject or original.subject, publisher, funding, licence or original.licence
    )
    taken = take_over(folder, original, said)
    click.echo(f"{folder}: {taken.pages} pages of {original.adapted_from}")
    click.echo(f"{taken.signed - len(taken.lost)} of them keep the signatures that they have until you change them.")
    for page in taken.lost:
        click.echo(f"{page}: the text that was signed cannot be told from the file; have it signed again", err=True)
    click.echo(f"What is new in a later edition of the original: pml adopt NEWER -s {folder}")


def beginning(
    title: str | None,
    language: str | None,
    subject: str | None,
    publisher: str | None,
    funding: str | None,
    licence: str,
) -> Beginning:
    """What was given of a new library, and the answers to what was not."""
    name = asked("The name of the library", title)
    code = asked("Its language, as a code such as en or es", language).lower()
    if not _LANGUAGE.fullmatch(code):
        raise click.BadParameter(f"“{code}” is not the code of a language; write en, es, pt-br or the like")
    return Beginning(
        title=name,
        language=code,
        subject=asked("What it is about, as the end of “Plain answers about …”", subject),
        publisher=asked("Who stands behind it: a person, a clinic, a group", publisher),
        funding=asked("Who pays for it, or “none”", funding),
        licence=licence,
    )


def _page_command(kind: ArticleKind, what: str, example: str) -> click.Command:
    @click.argument("page", metavar="TOPIC/NAME")
    @own_words("--title", "The question that the page answers, as a person would ask it.")
    @click.option("--type", "question_type", help="What it asks for, such as symptoms; the library lists the types.")
    @click.option(
        "--provenance", type=click.Choice([each.value for each in Provenance]), help="Where its words come from."
    )
    @click.option(
        "-s", "--source", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The library's folder."
    )
    @in_language
    def command(
        page: str,
        title: str | None,
        question_type: str | None,
        provenance: str | None,
        source: Path | None,
        language: str | None,
    ) -> None:
        folder = source_folder(source, language)
        library = faultless(examine_sources(folder), folder).library
        types = [key for key, _ in library.question_types]
        path = new_page(
            folder,
            library,
            page,
            kind=kind,
            title=asked("The question that the page answers", title),
            question_type=asked_choice("What it asks for", _known(question_type, types), types),
            provenance=Provenance(
                asked_choice("Where its words come from", provenance, [each.value for each in Provenance])
            ),
        )
        click.echo(f"{path}\nWrite wherever it says FILL IN; pml lint {path} lists what is left.")

    command.__doc__ = f"""Write the file of a new {what}, to be filled in.

    TOPIC is the id of a topic of the library, NAME what the file is called:
    a-z, 0-9 and single hyphens.  Whatever is not given is asked for.  Ends
    with 0, with 65 if there is such a page or no such topic, with 73 if the
    file cannot be written.

    \b
    Example:
      {example}
    """
    named: Callable[[Any], click.Command] = click.command(str(kind))
    return named(command)


def _known(question_type: str | None, types: list[str]) -> str | None:
    if question_type is not None and question_type not in types:
        raise click.BadParameter(f"the library has no type “{question_type}”; it has: {', '.join(types)}")
    return question_type


for _kind, _what, _example in (
    (ArticleKind.QUESTION, "page that answers one question", "pml new question care/what-is-a1c -s diabetes"),
    (ArticleKind.ARTICLE, "longer page", "pml new article care/food-and-drink -s diabetes"),
    (ArticleKind.STORY, "page that tells a story", "pml new story stories/ten-years-on -s diabetes"),
):
    new_group.add_command(_page_command(_kind, _what, _example))
