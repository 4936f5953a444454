"""What the site decides: the settings of whoever keeps this computer."""

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from pmlapp.errors import SiteFileError, plain_reason

THEMES: Final = ("light", "dark", "high_contrast", "warm_paper")
"""The themes that come with the program, by the names of their files."""

_LARGEST_FILE = 64 * 1024
_LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"


class SiteSettings(NamedTuple):
    """The settings of one site; the defaults are those of a computer without a site file."""

    emergency_number: str | None = None
    """Whom emergency boxes say to call; None where nobody has said which number holds here."""
    language: str = "en"
    staff_nearby: bool = False
    """Whether there is somebody to ask where this computer stands, as in a clinic's waiting room."""
    remember_reader: bool = True
    """Whether anything that a reader chose may be kept after the window closes."""
    theme: str | None = None
    """One of ``THEMES``, or None to follow the system."""
    library: Path | None = None
    """Another content file than the one that came with the program."""


def read_site_file(path: Path) -> SiteSettings:
    """The settings in the TOML file at ``path``, or the usual ones if there is none.

    A relative ``library`` is looked for beside the site file.

    Raises:
        SiteFileError: it cannot be read, or says something that is not
            allowed; the reason names the line and what is.
    """
    text = _text_of(path)
    if text is None:
        return SiteSettings()
    import tomllib  # noqa: PLC0415 - 6 ms of a start, and most computers have no site file

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SiteFileError(path=path, reason=_why_no_toml(str(error), text)) from error
    except RecursionError as error:
        reason = f"line {_line_with_most('[', '{', text=text)}: its brackets are nested too deep"
        raise SiteFileError(path=path, reason=reason) from error
    except ValueError as error:
        # Python reads no number of more than 4,300 digits.
        reason = f"line {_line_with_most(*'0123456789', text=text)}: a number is too long"
        raise SiteFileError(path=path, reason=reason) from error
    for key, value in values.items():
        if key not in _ALLOWED:
            reason = f"{_line_of(key, text)}there is no setting “{key}”; there are {', '.join(_ALLOWED)}"
            raise SiteFileError(path=path, reason=reason)
        is_allowed, allowed = _ALLOWED[key]
        if not is_allowed(value):
            raise SiteFileError(path=path, reason=f"{_line_of(key, text)}{key} must be {allowed}")
    if "library" in values:
        values["library"] = path.parent / values["library"]
    return SiteSettings(**values)


def _text_of(path: Path) -> str | None:
    try:
        if path.is_file() and path.stat().st_size > _LARGEST_FILE:
            raise SiteFileError(path=path, reason=f"it is larger than {_LARGEST_FILE} bytes")
        # Notepad puts a byte order mark first.
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SiteFileError(path=path, reason=plain_reason(error)) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise SiteFileError(path=path, reason=f"line {line} is not text in UTF-8") from error


def _why_no_toml(said: str, text: str) -> str:
    line = re.search(r" \(at line (\d+), column \d+\)", said)
    if line:
        return f"line {line[1]} is not TOML: {said.removesuffix(line[0])}"
    last = len(text.rstrip().splitlines()) or 1
    return f"line {last}, the last, is not TOML: {said.removesuffix(' (at end of document)')}"


def _line_with_most(*signs: str, text: str) -> int:
    counts = [sum(map(line.count, signs)) for line in text.splitlines()]
    return counts.index(max(counts)) + 1


def _line_of(key: str, text: str) -> str:
    for number, line in enumerate(text.splitlines(), start=1):
        if re.match(rf"""[\s\["']*{re.escape(key)}["'\]\s=.]""", line + "\n"):
            return f"line {number}: "
    return _line_of_escaped(key, text)


def _line_of_escaped(key: str, text: str) -> str:
    """The line of a key whose letters are written as codes: the first up to which the text holds it."""
    import tomllib  # noqa: PLC0415 - loaded already

    lines = text.splitlines()
    for number in range(1, len(lines) + 1):
        with suppress(tomllib.TOMLDecodeError):
            if key in tomllib.loads("\n".join(lines[:number])):
                return f"line {number}: "
    return ""


def _is_number_to_call(value: object) -> bool:
    return (
        isinstance(value, str)
        and len(value) <= 40
        and value.isprintable()
        and any(letter.isdigit() for letter in value)
    )


def _is_language(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(_LANGUAGE, value) is not None


def _is_switch(value: object) -> bool:
    return isinstance(value, bool)


def _is_theme(value: object) -> bool:
    return value in THEMES


def _is_path(value: object) -> bool:
    return isinstance(value, str) and value != "" and value.isprintable()


_ALLOWED: Final[dict[str, tuple[Callable[[object], bool], str]]] = {
    "emergency_number": (_is_number_to_call, 'the number to call, such as "112"'),
    "language": (_is_language, 'the code of a language, such as "en"'),
    "staff_nearby": (_is_switch, "true or false"),
    "remember_reader": (_is_switch, "true or false"),
    "theme": (_is_theme, f"one of {', '.join(THEMES)}, in quotes"),
    "library": (_is_path, "the place of a content file, in quotes"),
}
"""Each key of a site file: whether a value is allowed, and what is, in words."""
