"""`pml lint`: the command that checks articles."""

from datetime import date
from pathlib import Path

import click

from pmlapp import __version__
from pmlapp.authoring.cache import Cache
from pmlapp.authoring.lint.checking import Checked, check_file, check_library, manuscripts_at
from pmlapp.authoring.lint.dossier import Dossier, read_dossier
from pmlapp.authoring.lint.lint import Finding, Severity
from pmlapp.authoring.lint.lint_formats import Format, printed, rules_table
from pmlapp.authoring.lint.reading_report import reading_report
from pmlapp.authoring.processes import cores
from pmlapp.authoring.rules import ALL_RULES
from pmlapp.cli.folders import language_folder
from pmlapp.errors import CannotWriteError, plain_reason
from pmlapp.paths import cache_dir, resources_dir


@click.command("lint")
@click.argument("paths", type=click.Path(exists=True, path_type=Path), nargs=-1)
@click.option("-l", "--language", help="The language to check, where a folder holds several; of texts from elsewhere.")
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    default=Format.TEXT.value,
    show_default=True,
    help="How findings are printed; SARIF is for editors and code hosts.",
)
@click.option(
    "--report", type=click.Path(dir_okay=False, path_type=Path), help="Write the reading age of each page to this file."
)
@click.option(
    "--facts",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A dossier of facts: also compare every cited number with what it records under that source.",
)
@click.option("--rules", "list_rules", is_flag=True, help="Print the table of all rules, in Markdown, and end.")
def lint_command(
    paths: tuple[Path, ...],
    language: str | None,
    form: str,
    report: Path | None,
    facts: Path | None,
    list_rules: bool,
) -> None:
    """Check articles and say what to correct.

    PATHS are folders of a library, single articles, or texts from elsewhere;
    without them, the articles that came with the program are checked.  Ends
    with 1 if there is an error, or a warning that nobody has waived.
    docs/lint.md tells of each rule and of waivers.

    \b
    Example:
      pml lint diabetes
    """
    if list_rules:
        click.echo(rules_table(ALL_RULES), nl=False)
        return
    today = date.today()
    dossier = read_dossier(facts) if facts else None
    paths = paths or (resources_dir() / "content",)
    runs = [_check(_library(path, language), language, today, dossier) for path in paths]
    findings = sorted({finding for run in runs for finding in run.findings})
    if text := printed(findings, Format(form), rules=ALL_RULES, version=__version__):
        click.echo(text)
    click.echo(_summary(runs, findings), err=True)
    for unchecked in sorted({line for run in runs if (line := _unchecked(run))}):
        click.echo(unchecked, err=True)
    if report is not None:
        folders = [_library(path, language) for path in paths]
        manuscripts = [
            manuscript
            for folder in folders
            for manuscript in manuscripts_at(folder, language=language or "en", today=today)
        ]
        _write(report, reading_report(manuscripts, manuscripts[0].library.language if manuscripts else ""))
    if any(finding.severity is not Severity.ADVICE for finding in findings):
        raise SystemExit(1)


def _library(path: Path, language: str | None) -> Path:
    """The folder of one language, where a folder of several was named; a file as it is."""
    return language_folder(path, language) if path.is_dir() else path


def _check(path: Path, language: str | None, today: date, dossier: Dossier | None) -> Checked:
    cache, processes = Cache(cache_dir()), cores()
    if path.is_dir():
        return check_library(path, ALL_RULES, today=today, dossier=dossier, cache=cache, processes=processes)
    return check_file(
        path,
        ALL_RULES,
        language=language or "en",
        today=today,
        dossier=dossier,
        cache=cache,
        processes=processes,
    )


def _summary(runs: list[Checked], findings: list[Finding]) -> str:
    count = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
    pages = sum(len(run.pages) for run in runs)
    waived = sum(run.waived for run in runs)
    return (
        f"{pages} articles: {count[Severity.ERROR]} errors, {count[Severity.WARNING]} warnings, {waived} waived, "
        f"{count[Severity.ADVICE]} pieces of advice"
    )


def _unchecked(run: Checked) -> str:
    """Which rules could not judge the language, in a line of its own: silence would look like praise."""
    if not run.pages:
        return ""
    language, lists = run.language, run.words.lists
    unchecked = [rule.code for rule in ALL_RULES if not rule.judges(language)]
    in_part = [rule.code for rule in ALL_RULES if rule.judges(language) and not lists.keys() >= set(rule.word_lists)]
    said = []
    if unchecked:
        said.append(f"Not checked in the language “{language}”: {', '.join(unchecked)}.")
    if in_part:
        said.append(f"Checked in part: {', '.join(in_part)}.")
    if said and not lists:
        said.append(f"There are no word lists for “{language}” yet; docs/lint.md says how to write them.")
    return " ".join(said)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise CannotWriteError(path=path, reason=plain_reason(error)) from error
