"""Where the program starts: what it was asked for decides what is loaded."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from pmlapp import paths
from pmlapp.errors import MissingContentError, PmlError, SiteFileError
from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.failures import LastResort, tell_on_command_line
from pmlapp.shell.library_to_read import library_to_read
from pmlapp.shell.log import Log
from pmlapp.shell.standard_output import standard_output

_STOPPED: Final = 130
"""What a shell reports of a program that Ctrl+C has ended."""


def main(argv: Sequence[str] | None = None) -> int:
    """Start the program; the number that the process ends with."""
    arguments = _asked(sys.argv[1:] if argv is None else argv)
    if arguments.portable:
        os.environ.setdefault("PMLAPP_HOME", str(paths.portable_dir()))
    if arguments.infobutton is not None:
        # What a record system wrote names a patient, and would stay here as long as the window is open.
        del sys.argv[1:]
    if arguments.site_to_check is not None or arguments.write_example:
        from pmlapp.shell.check_site import check_site

        return check_site(arguments.site_to_check)
    # Nothing made during the start is ever garbage, yet Python would look through it
    # again and again.  `Session.run` switches the search on behind the first paint.
    gc.disable()
    log = Log(paths.log_file())
    last_resort = LastResort(log)
    last_resort.install()

    def tell(failure: BaseException) -> int:
        if isinstance(failure, PmlError):
            log.failure(failure)
        else:
            log.crash(failure)
        return tell_on_command_line(failure)

    try:
        return _run(arguments, log, last_resort, tell)
    except PmlError as failure:
        return tell(failure)
    except KeyboardInterrupt:
        print("pmlapp: It was stopped by Ctrl+C.", file=sys.stderr)
        return _STOPPED


def _run(arguments: Arguments, log: Log, last_resort: LastResort, tell: Callable[[BaseException], int]) -> int:
    """What was asked for, with no more loaded than that needs."""
    site, site_failure = _site(arguments)
    if site_failure is not None:
        tell(site_failure)
    usual = site.library or paths.bundled_library()
    if arguments.update_from is not None or arguments.go_back or arguments.share_to is not None:
        return _update(arguments, site)
    library = arguments.library or library_to_read(usual)
    log.move_to(paths.log_file(library=paths.library_key(arguments.library, usual)))
    if arguments.infobutton is not None or arguments.code is not None:
        found = _found(arguments, site, library)
        if isinstance(found, int):
            return found
        arguments = found
    if arguments.set_pin:
        from pmlapp.shell.kiosk.set_pin import set_pin

        return set_pin(paths.kiosk_dir())
    # Each way of running loads only what it needs: those that print a page no Qt, none of them all.
    if arguments.text or arguments.sentences or arguments.hear:
        from pmlapp.shell.text_output import print_heard, print_page, print_sentences

        printed = print_sentences if arguments.sentences else print_heard if arguments.hear else print_page
        with standard_output() as out:
            printed(arguments, site, library, out)
        return 0
    from pmlapp.shell.qt_check import listen_to_qt, qt_libraries

    if not arguments.opens_window:
        # What is drawn goes into a file or is thrown away: no display is needed.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with qt_libraries():
        from pmlapp.shell.session import Session
    listen_to_qt(log, tell)
    if arguments.kiosk:
        from pmlapp.shell.kiosk.run_kiosk import KioskRun, kiosk_application

        application = kiosk_application()
        code = KioskRun(arguments, site, tell).run(last_resort)
        del application
        return code
    with Session(arguments, site, library) as session:
        if arguments.self_test:
            from pmlapp.shell.self_test import self_test

            with standard_output() as out:
                return self_test(session, out)
        if arguments.snapshot is not None:
            session.snapshot(arguments.snapshot)
            return 0
        if arguments.paper is not None:
            session.paper(arguments.paper)
            return 0
        return session.run(last_resort, tell, to_say=site_failure)


def _update(arguments: Arguments, site: SiteSettings) -> int:
    try:
        from pmlapp.shell.update_command import run_share, run_update

        with standard_output() as out:
            return (run_share if arguments.share_to is not None else run_update)(arguments, site, out)
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in ("tuf", "securesystemslib"):
            raise
        print(f"pmlapp: Updates need {missing.name}. Run: pip install 'pmlapp[packs]'", file=sys.stderr)
        return 69


def _found(arguments: Arguments, site: SiteSettings, library: Path) -> Arguments | int:
    """The arguments with the page that a code or a record system asks for; or the exit code, once that is printed."""
    from pmlapp.shell.open_code import SEVERAL, list_pages, page_of_code

    if arguments.infobutton is not None:
        from pmlapp.shell.open_infobutton import list_answers, page_of_request

        answer = page_of_request(arguments, arguments.infobutton, site, library)
        if not isinstance(answer, Arguments):
            with standard_output() as out:
                list_answers(answer, out)
            return SEVERAL
        arguments = answer
    elif arguments.code is not None:
        try:
            found = page_of_code(arguments, *arguments.code, library)
        except MissingContentError as missing:
            from pmlapp.shell.open_library import by_who_named

            raise by_who_named(missing, library, arguments, site) from missing
        if not isinstance(found, Arguments):
            with standard_output() as out:
                list_pages(found, out)
            return SEVERAL
        arguments = found
    if arguments.notice:
        print(f"pmlapp: {arguments.notice}", file=sys.stderr)
    if arguments.print_id:
        section = f"#{arguments.section}" if arguments.section else ""
        with standard_output() as out:
            out.write(f"{arguments.article}{section}\n")
        return 0
    return arguments


def _site(arguments: Arguments) -> tuple[SiteSettings, SiteFileError | None]:
    """What the site decides; a window opens with the usual settings, if the site file has a mistake, and says so.

    Then nothing that was chosen is kept: such a file may have asked for just that.

    Raises:
        SiteFileError: there is a mistake in the file, and no window in which to say it.
    """
    try:
        return _site_settings(arguments.site), None
    except SiteFileError as failure:
        if not arguments.opens_window:
            raise
        return SiteSettings(remember_reader=False), failure


def _site_settings(named: Path | None = None) -> SiteSettings:
    """The settings of the site file ``named`` on the command line, or of the usual one, if there is one."""
    path = named or paths.site_file()
    with suppress(OSError):
        if named is None and not path.exists():
            # Most computers have none, and pay neither for its schema nor for Python's TOML.
            return SiteSettings()
    from pmlapp.site_file import read_site_file

    return read_site_file(path, must_exist=named is not None)


def _asked(argv: Sequence[str]) -> Arguments:
    if not argv:
        return Arguments()
    from pmlapp.shell.command_line import parse_arguments

    return parse_arguments(argv, _lead_of)


def _lead_of(library: Path | None) -> str:
    """What ``--help`` says of the library; it must not fail where there is none."""
    from pmlapp.content.file.store import ContentStore
    from pmlapp.library.pages.page_words import PageWords

    with suppress(PmlError):
        store = ContentStore.open(library or _site_settings().library or paths.bundled_library())
        try:
            return PageWords().plain_answers.format(subject=store.library().subject)
        finally:
            store.close()
    return ""
