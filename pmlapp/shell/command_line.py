"""The command line, understood before Qt is touched; loaded only where something is on it.

Most starts ask for nothing, and to make a parser takes 5 ms.
"""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from pmlapp import __version__
from pmlapp.settings import THEMES
from pmlapp.shell.arguments import OWN_PAGES, Arguments

if TYPE_CHECKING:
    from pmlapp.library.infobutton import InfobuttonRequest

CODE_SYSTEMS = ("icd10", "icd9", "icd11", "orpha", "mesh", "umls")
"""Classifications by whose codes ``pmlapp open`` finds a page."""

_SMALLEST, _LARGEST = 200, 8000
"""Sides of a window or picture in px: a watch, and somewhat more than an 8K screen."""


Lead = Callable[[Path | None], str]
"""The first sentence about the library in a content file, or about the usual one; "" where none can be opened."""


def parse_arguments(argv: Sequence[str], lead: Lead = lambda library: "") -> Arguments:
    """The arguments after the program's name.

    Raises:
        SystemExit: with 0 after ``--help`` or ``--version``; with 2 after one
            sentence on stderr about what cannot be understood.
    """
    if argv and argv[0] == "open":
        asked = vars(_open_parser().parse_args(argv[1:]))
        codes = {system: asked.pop(system) for system in CODE_SYSTEMS}
        code = next(((system, value) for system, value in codes.items() if value is not None), None)
        return Arguments(**asked, code=code)
    if argv and argv[0] == "kiosk":
        return Arguments(**vars(_kiosk_parser().parse_args(argv[1:])), kiosk=True)
    if argv and argv[0] == "update":
        return Arguments(**vars(_update_parser().parse_args(argv[1:])))
    if argv and argv[0] == "share":
        return Arguments(**vars(_share_parser().parse_args(argv[1:])))
    if argv and argv[0] == "check-site":
        return Arguments(**vars(_check_site_parser().parse_args(argv[1:])))
    return Arguments(**vars(_parser(lead).parse_args(argv)))


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        said = f"{_in_plain_words(message)}{self._nearest(message)}"
        self.exit(2, f"pmlapp: {said} Run {self.prog} --help to see what it understands.\n")

    def _nearest(self, message: str) -> str:
        unknown = re.match(r"unrecognized arguments: (--[^\s=]+)", message)
        if unknown is None:
            return ""
        from difflib import get_close_matches  # noqa: PLC0415 - only for what was mistyped

        options = [option for action in self._actions for option in action.option_strings]
        near = get_close_matches(unknown[1], options, n=1)
        return f" Did you mean {near[0]}?" if near else f" Its options are {', '.join(options)}."


class _Help(argparse.Action):
    """Prints the help below a sentence about the library, which no other option opens."""

    def __init__(self, *, lead: Lead, **options: Any) -> None:
        super().__init__(nargs=0, **options)
        self._lead = lead

    def __call__(self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, *_rest: object) -> None:
        parser.description = f"{self._lead(namespace.library)} {parser.description}".lstrip()
        parser.print_help()
        parser.exit()


def _parser(lead: Lead) -> argparse.ArgumentParser:
    # No abbreviations: an option added later must not change what an old shortcut means.
    parser = _Parser(
        prog="pmlapp",
        usage=(
            "pmlapp [options]\n       pmlapp open --icd10 CODE [options]\n"
            "       pmlapp kiosk [--site FILE]\n       pmlapp update FOLDER\n       pmlapp share FOLDER\n"
            "       pmlapp check-site FILE"
        ),
        description="Read a library of health answers. Without options it opens where you stopped reading.",
        epilog=(
            "pmlapp open --help: how to open a page by a classification code. "
            "pmlapp kiosk --help: how to be a kiosk. "
            "pmlapp update --help: how to bring the library up to date. "
            "pmlapp check-site --help: how to try the file by which a site sets up its computers."
        ),
        allow_abbrev=False,
        add_help=False,
    )
    where = parser.add_argument_group("What to open").add_mutually_exclusive_group()
    where.add_argument("--article", metavar="ID", help="the page with this name, such as causes/what-is-it")
    where.add_argument("--page", metavar="NAME", choices=OWN_PAGES, help="a page of the program itself: %(choices)s")
    _add_look(parser)
    parser.add_argument_group("Carried on a stick").add_argument(
        "--portable", action="store_true", help="keep choices and bookmarks beside the program, and nothing elsewhere"
    )
    instead = parser.add_argument_group("Instead of a window").add_mutually_exclusive_group()
    instead.add_argument("--snapshot", metavar="FILE.png", type=_picture, help="draw the page into a picture")
    _add_paper(parser, instead)
    instead.add_argument("--text", action="store_true", help="print the page as text")
    instead.add_argument("--sentences", action="store_true", help="print what is read aloud of it, a sentence a line")
    instead.add_argument("--hear", action="store_true", help="print the page as a screen reader is given it")
    instead.add_argument("--self-test", action="store_true", help="try everything, print a report, end with 0 if well")
    instead.add_argument("--version", action="version", version=f"pmlapp {__version__}", help="print the version")
    instead.add_argument("--help", action=_Help, lead=lead, default=argparse.SUPPRESS, help="print this help")
    return parser


def _add_look(parser: argparse.ArgumentParser) -> None:
    look = parser.add_argument_group("How it looks")
    look.add_argument("--language", metavar="CODE", type=_language, help="the language to read in, such as en")
    look.add_argument("--theme", type=_theme, metavar="NAME", help=f"the colours: {', '.join(_THEME_CHOICES)}")
    look.add_argument("--zoom", metavar="PERCENT", type=_zoom, help="the text size, from 100 to 400")
    look.add_argument("--size", metavar="WxH", type=_size, help="the size in pixels, such as 1280x800")
    look.add_argument("--library", metavar="FILE", type=Path, help="read this content file, not the one installed")


def _add_paper(parser: argparse.ArgumentParser, instead: argparse._MutuallyExclusiveGroup) -> None:
    instead.add_argument("--paper", metavar="FILE.pdf", type=_pdf, help="draw the page as it would be printed")
    how = parser.add_argument_group("How it is printed, with --paper")
    how.add_argument("--paper-size", choices=("A4", "Letter"), default="A4", help="the size of a sheet: %(choices)s")
    how.add_argument("--large-print", action="store_true", help="words of 18 point")


def _open_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="pmlapp open",
        usage="pmlapp open --icd10 CODE [options]",
        description=(
            "Open the page with a classification code, in the window that is already there if there is one. "
            "If no page has the code itself, the page with the next broader code is opened, and that is said."
        ),
        epilog=("It ends with 0 for one page, 3 for several, which are listed and not opened, and 4 for none."),
        allow_abbrev=False,
        add_help=False,
    )
    codes = parser.add_argument_group("The code, one of").add_mutually_exclusive_group(required=True)
    for system, example in zip(CODE_SYSTEMS, _EXAMPLES, strict=True):
        codes.add_argument(f"--{system}", metavar="CODE", type=_code, help=f"such as {example}")
    codes.add_argument(
        "--infobutton",
        metavar="QUERY",
        type=_infobutton,
        help="what a record system sends as an HL7 Infobutton request, or - to read it from standard input: "
        "arguments can be seen by other users",
    )
    _add_look(parser)
    instead = parser.add_argument_group("Instead of a window").add_mutually_exclusive_group()
    instead.add_argument("--print-id", action="store_true", help="print the name of the page")
    instead.add_argument("--text", action="store_true", help="print the page as text")
    instead.add_argument("--hear", action="store_true", help="print the page as a screen reader is given it")
    instead.add_argument("--snapshot", metavar="FILE.png", type=_picture, help="draw the page into a picture")
    _add_paper(parser, instead)
    instead.add_argument("--help", action="help", help="print this help")
    return parser


def _kiosk_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="pmlapp kiosk",
        usage="pmlapp kiosk [--site FILE]\n       pmlapp kiosk --set-pin",
        description=(
            "Be a kiosk: full screen, cleared after each visitor, left only with the staff's PIN. "
            "What the system itself has to lock, and how, is in docs/kiosk.md."
        ),
        epilog="It ends with 0 when staff left it or at night, and 75 when it is to be started again.",
        allow_abbrev=False,
        add_help=False,
    )
    parser.add_argument("--site", metavar="FILE", type=Path, help="the site file, in place of the usual one")
    parser.add_argument("--library", metavar="FILE", type=Path, help="read this content file, not the one installed")
    parser.add_argument("--size", metavar="WxH", type=_size, help="a window of this size, to try it: not locked in")
    parser.add_argument(
        "--set-pin", action="store_true", help="ask for the staff's new PIN, or read it from standard input, and end"
    )
    parser.add_argument("--help", action="help", help="print this help")
    return parser


def _update_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="pmlapp update",
        usage="pmlapp update FOLDER [--yes]\n       pmlapp update --back",
        description="Take a newer edition of the library from a folder or a stick. Nothing is fetched from a network.",
        epilog="It ends with 0, also if nothing is newer; with 1 if what was offered was not taken.",
        allow_abbrev=False,
        add_help=False,
    )
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument("update_from", metavar="FOLDER", nargs="?", type=Path, help="where the update is")
    asked.add_argument(
        "--back", action="store_true", dest="go_back", help="use the edition before the last update again"
    )
    parser.add_argument("--yes", action="store_true", help="take it without asking")
    parser.add_argument("--again", action="store_true", help="offer also an edition that somebody went back from")
    parser.add_argument("--site", metavar="FILE", type=Path, help="the site file, in place of the usual one")
    parser.add_argument("--help", action="help", help="print this help")
    return parser


def _share_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="pmlapp share",
        usage="pmlapp share FOLDER",
        description="Copy the library that is here, with its signatures and recalls, onto a stick for others.",
        allow_abbrev=False,
        add_help=False,
    )
    parser.add_argument("share_to", metavar="FOLDER", type=Path, help="the stick, or a folder")
    parser.add_argument("--site", metavar="FILE", type=Path, help="the site file, in place of the usual one")
    parser.add_argument("--help", action="help", help="print this help")
    return parser


def _check_site_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="pmlapp check-site",
        usage="pmlapp check-site FILE\n       pmlapp check-site --write-example > site.toml",
        description="Report every mistake in a site file, each with its line.",
        epilog="It ends with 0 if the file is in order and 78 if it is not.",
        allow_abbrev=False,
        add_help=False,
    )
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument("site_to_check", metavar="FILE", nargs="?", type=Path, help="the site file")
    asked.add_argument(
        "--write-example",
        action="store_true",
        help="print a site file with every setting explained and none made",
    )
    parser.add_argument("--help", action="help", help="print this help")
    return parser


_EXAMPLES = ("J00", "460", "CA00", "558", "D003139", "C0009443")
"""The common cold in each of them; Orphanet, which lists rare illnesses only, has Marfan syndrome."""


def _infobutton(typed: str) -> "InfobuttonRequest":
    """Take the request apart at once, so that nothing of a patient is in what is handed on."""
    from pmlapp.library.infobutton import LARGEST_REQUEST, read_request  # noqa: PLC0415 - for record systems alone

    if typed == "-":
        typed = sys.stdin.buffer.read(LARGEST_REQUEST + 1).decode("utf-8", errors="replace")
    try:
        return read_request(typed)
    except ValueError as error:
        # Its own words are not repeated: they may name a person.
        raise argparse.ArgumentTypeError(f"The Infobutton request cannot be used: {error}.") from None


def _code(typed: str) -> str:
    if not re.fullmatch(r"[ -~]{1,40}", typed) or not any(letter.isalnum() for letter in typed):
        raise argparse.ArgumentTypeError(f"“{typed}” is not a code: at most 40 letters, digits and points.")
    return typed.strip()


_THEME_CHOICES = ("system", *THEMES)


def _language(typed: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", typed):
        raise argparse.ArgumentTypeError(f"“{typed}” is not the code of a language; write one such as en.")
    return typed


def _theme(typed: str) -> str:
    name = typed.replace("-", "_")
    if name not in _THEME_CHOICES:
        raise argparse.ArgumentTypeError(f"There is no theme “{typed}”; there are {', '.join(_THEME_CHOICES)}.")
    return name


def _zoom(typed: str) -> int:
    digits = typed.removesuffix("%")
    if not re.fullmatch(r"[0-9]{3}", digits) or not 100 <= int(digits) <= 400:
        raise argparse.ArgumentTypeError(f"The text size “{typed}” is not a whole number from 100 to 400.")
    return int(digits)


def _size(typed: str) -> tuple[int, int]:
    sides = re.fullmatch(r"([0-9]{1,5})x([0-9]{1,5})", typed)
    if not sides or not all(_SMALLEST <= int(side) <= _LARGEST for side in sides.groups()):
        raise argparse.ArgumentTypeError(
            f"The size “{typed}” is not width x height in pixels, each from {_SMALLEST} to {_LARGEST}, as in 1280x800."
        )
    return int(sides[1]), int(sides[2])


def _picture(typed: str) -> Path:
    path = Path(typed)
    if path.suffix.lower() != ".png":
        raise argparse.ArgumentTypeError(f"The picture “{typed}” must have a name that ends in .png.")
    return path


def _pdf(typed: str) -> Path:
    path = Path(typed)
    if path.suffix.lower() != ".pdf":
        raise argparse.ArgumentTypeError(f"The file “{typed}” must have a name that ends in .pdf.")
    return path


def _in_plain_words(message: str) -> str:
    """What argparse says, without its jargon."""
    if unknown := re.fullmatch(r"unrecognized arguments: (.*)", message, re.DOTALL):
        return f"It does not understand {unknown[1]}."
    if clash := re.fullmatch(r"argument (\S+): not allowed with argument (\S+)", message):
        return f"{clash[1]} and {clash[2]} cannot be used together."
    if lacking := re.fullmatch(r"argument (\S+): expected one argument", message):
        return f"{lacking[1]} needs something after it."
    if missing := re.fullmatch(r"one of the arguments (.*) is required", message):
        return f"It needs one of {', '.join(missing[1].split())}."
    if choice := re.fullmatch(r"argument (\S+): invalid choice: '(.*)' \(choose from (.*)\)", message, re.DOTALL):
        return f"{choice[1]} cannot be “{choice[2]}”; it can be {choice[3].replace(chr(39), '')}."
    return re.sub(r"^argument \S+: ", "", message)
