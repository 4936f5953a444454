"""`pml lint`: the command that checks articles, and what it prints."""

from datetime import date
from pathlib import Path

import click

from pmlapp.authoring.lint import Finding, Severity, file_on_desk, library_on_desk, lint
from pmlapp.authoring.rules import ALL_RULES
from pmlapp.cli.folders import language_folder
from pmlapp.paths import resources_dir


@click.command("lint")
@click.argument("paths", type=click.Path(exists=True, path_type=Path), nargs=-1)
@click.option("-l", "--language", help="The language to check, where a folder holds several.")
def lint_command(paths: tuple[Path, ...], language: str | None) -> None:
    """Check articles and say what to mend; ends with 1 if any needs work.

    PATHS are folders of a library, single articles, or texts from elsewhere;
    without them, the articles that came with the program are checked.
    """
    today = date.today()
    findings: list[Finding] = []
    articles = 0
    for path in paths or (resources_dir() / "content",):
        if path.is_dir():
            desk = library_on_desk(language_folder(path, language), today=today)
        else:
            desk = file_on_desk(path, language=language or "en", today=today)
        articles += len(desk.manuscripts)
        findings += lint(desk, ALL_RULES)
    for finding in sorted(findings):
        click.echo(finding)
    counts = [f"{sum(each.severity is severity for each in findings)} {severity}" for severity in Severity]
    click.echo(f"{articles} articles: {', '.join(counts)}", err=True)
    if any(finding.severity is not Severity.ADVICE for finding in findings):
        raise SystemExit(1)
