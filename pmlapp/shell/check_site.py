"""Trying a site file, and writing one to begin with: what ``pmlapp check-site`` prints."""

import sys
from pathlib import Path

from pmlapp.errors import SiteFileError
from pmlapp.settings import SiteSettings
from pmlapp.shell.failures import tell_on_command_line
from pmlapp.shell.standard_output import standard_output
from pmlapp.site_file import check_site_file, example_site_file


def check_site(path: Path | None) -> int:
    """Report every mistake in the site file at ``path``, or print an example; what the process ends with."""
    if path is None:
        with standard_output() as out:
            out.write(example_site_file())
        return 0
    try:
        settings, mistakes = check_site_file(path)
    except SiteFileError as failure:
        return tell_on_command_line(failure)
    for mistake in mistakes:
        place = path if mistake.line is None else f"{path}:{mistake.line}"
        print(f"{place}: {mistake.reason}", file=sys.stderr)
    if mistakes:
        return SiteFileError.exit_code
    usual = SiteSettings()
    made = [key for key in SiteSettings._fields if getattr(settings, key) != getattr(usual, key)]
    with standard_output() as out:
        out.write(f"{path} is in order. It sets {', '.join(made) or 'nothing: every setting has its usual value'}.\n")
    return 0
