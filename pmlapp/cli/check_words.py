"""`pml check-words`: the command for the six checks of a health literacy editor."""

import json
from datetime import date
from pathlib import Path

import click

from pmlapp.authoring.lint.manuscript import Manuscript
from pmlapp.authoring.printed_tables import text_table
from pmlapp.authoring.sources.whole_file import write_whole
from pmlapp.authoring.wording.offers import offers_in, plainer
from pmlapp.authoring.wording.one_text import manuscript_of
from pmlapp.authoring.wording.six_checks import Wording, six_checks

_MARKS = {True: "good", False: "look", None: "–"}


@click.command("check-words")
@click.argument("path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-l", "--language", default="en", show_default=True, help="The language of a text from elsewhere.")
@click.option("--apply", "apply_it", is_flag=True, help="Take every offer into the file.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="With --apply: write it there.")
@click.option("--json", "as_json", is_flag=True, help="Print checks, findings and offers as JSON.")
def check_words_command(path: Path, language: str, apply_it: bool, output: Path | None, as_json: bool) -> None:
    """Check how plainly FILE is worded: an article, or any text.

    Six checks: readability, harder words, passive sentences, structure,
    density, and words about people.  With --apply, all that can be worded
    plainer by machine is: numbers, negations, doses, names, quotations and
    links stay as they are.  Read the result: a machine does not know what a
    sentence means.  Ends with 0 if all six are good, with 1 if there is
    something to look at, with 65 if the file cannot be read as text.

    \b
    Example:
      pml check-words leaflet.txt --apply -o plainer.txt
    """
    if output is not None and not apply_it:
        raise click.UsageError("-o is where --apply writes to; add --apply.")
    manuscript = manuscript_of(path, language=language, today=date.today())
    if apply_it:
        _apply(path, output or path, manuscript, language)
        return
    wording = six_checks(manuscript)
    if as_json:
        click.echo(json.dumps(_as_values(wording), ensure_ascii=False, indent=2))
    else:
        rows = [(_MARKS[each.is_good], each.check.value, each.value, each.about) for each in wording.checks]
        click.echo(text_table([("", "check", "measured", "what"), *rows]))
        for each in wording.checks:
            for line, message in each.problems:
                click.echo(f"{path}:{line}: {each.check.value}: {message}")
        click.echo(f"{len(wording.offers)} offers that --apply would take", err=True)
    if not all(each.is_good in (True, None) for each in wording.checks):
        raise SystemExit(1)


def _apply(path: Path, output: Path, manuscript: Manuscript, language: str) -> None:
    text = "\n".join(manuscript.lines)
    changes = len(offers_in(text, manuscript.words))
    changed = plainer(text, manuscript.words)
    before = six_checks(manuscript).checks[0]
    as_written = changed.replace("\n", "\r\n") if b"\r\n" in path.read_bytes() else changed
    write_whole(output, as_written.encode())
    after = six_checks(manuscript_of(output, language=language, today=date.today())).checks[0]
    click.echo(f"{output}: {changes} changes, {before.value} before, {after.value} after. Read it before you use it.")
    if manuscript.article and manuscript.article.sign_offs and changes and output == path:
        click.echo("The page was signed; its signatures do not hold for the new text.", err=True)


def _as_values(wording: Wording) -> dict[str, object]:
    return {
        "checks": [
            {
                "check": each.check.value,
                "about": each.about,
                "value": each.value,
                "good": each.is_good,
                "findings": [problem._asdict() for problem in each.problems],
            }
            for each in wording.checks
        ],
        "offers": [{**offer._asdict(), "way": offer.way.value} for offer in wording.offers],
    }
