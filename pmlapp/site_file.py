"""The site file: reads it, names every mistake in it with its line, and writes a commented example."""

import re
from collections.abc import Iterator
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from pmlapp.errors import SiteFileError, plain_reason
from pmlapp.settings import SiteSettings
from pmlapp.site_keys import SITE_KEYS, unreadable_colour

_LARGEST_FILE = 64 * 1024
_MISSING = "there is no such file"


class Mistake(NamedTuple):
    """What is wrong in a site file; ``line`` is 1-based, or None where no line can be named."""

    line: int | None
    reason: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}" if self.line is not None else self.reason


def read_site_file(path: Path, *, must_exist: bool = False) -> SiteSettings:
    """The settings in the TOML file at ``path``, or the usual ones if there is none and none was promised.

    A relative ``library`` or ``logo`` is looked for beside the site file.

    Raises:
        SiteFileError: it cannot be read, or says something that is not
            allowed; the reason names the line and what is.
    """
    text = _text_of(path)
    if text is None:
        if must_exist:
            raise SiteFileError(path=path, reason=_MISSING)
        return SiteSettings()
    values = _values_of(path, text)
    for mistake in _mistakes(values, text):
        raise SiteFileError(path=path, reason=str(mistake))
    return _settings(values, path.parent)


def check_site_file(path: Path) -> tuple[SiteSettings, tuple[Mistake, ...]]:
    """The settings of a site file, and everything that is wrong in it; what is wrong has its usual value.

    Other than at a start, the files that it names are looked for too.

    Raises:
        SiteFileError: it is not there, cannot be read, or is not TOML.
    """
    text = _text_of(path)
    if text is None:
        raise SiteFileError(path=path, reason=_MISSING)
    values = _values_of(path, text)
    mistakes = list(_mistakes(values, text))
    wrong = {key for key in values if any(_mistakes({key: values[key]}, text))}
    good = {key: value for key, value in values.items() if key not in wrong}
    settings = _settings(good, path.parent)
    for key in ("library", "logo", "update_root"):
        named = getattr(settings, key)
        if named is not None and not named.is_file():
            mistakes.append(Mistake(_line_of(key, text), f"{key} names {named}, which is not there"))
    return settings, tuple(sorted(mistakes, key=lambda mistake: mistake.line or 0))


def example_site_file() -> str:
    """A site file with every setting explained and none made: each has its usual value behind a ``#``."""
    parts = [
        "# The site file of pmlapp: what the person who keeps this computer decides.\n"
        "# Take the # away in front of a setting to make it.  Try it: pmlapp check-site FILE\n"
    ]
    chapter = ""
    for name, key in SITE_KEYS.items():
        if key.chapter != chapter:
            chapter = key.chapter
            parts.append(f"\n# ---- {chapter} ----\n")
        comment = "".join(f"# {line}\n" for line in key.comment)
        parts.append(f"\n{comment}# {name} = {key.example}\n")
    return "".join(parts)


def _settings(values: dict[str, Any], folder: Path) -> SiteSettings:
    made = dict(values)
    for key in ("library", "logo", "update_root", "update_from"):
        if key in made:
            made[key] = folder / made[key]
    for key in ("languages", "features", "screen_mm"):
        if key in made:
            made[key] = tuple(made[key])
    return SiteSettings(**made)


def _mistakes(values: dict[str, Any], text: str) -> Iterator[Mistake]:
    for name, value in values.items():
        key = SITE_KEYS.get(name)
        if key is None:
            (nearest,) = get_close_matches(name, SITE_KEYS, n=1, cutoff=0.0)
            reason = f"there is no setting “{name}”; the nearest is {nearest}"
            yield Mistake(_line_of(name, text), reason)
        elif not key.is_allowed(value):
            yield Mistake(_line_of(name, text), f"{name} must be {key.allowed}")
        elif name == "brand_colour" and (why := unreadable_colour(value)):
            yield Mistake(_line_of(name, text), why)


def _values_of(path: Path, text: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - 6 ms, which --write-example does not need

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SiteFileError(path=path, reason=_why_no_toml(str(error), text)) from error
    except RecursionError as error:
        reason = f"line {_line_with_most('[', '{', text=text)}: its brackets are nested too deep"
        raise SiteFileError(path=path, reason=reason) from error
    except ValueError as error:
        # Python reads no number of more than 4,300 digits.
        reason = f"line {_line_with_most(*'0123456789', text=text)}: a number is too long"
        raise SiteFileError(path=path, reason=reason) from error


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


def _line_of(key: str, text: str) -> int | None:
    for number, line in enumerate(text.splitlines(), start=1):
        if re.match(rf"""[\s\["']*{re.escape(key)}["'\]\s=.]""", line + "\n"):
            return number
    return _line_of_escaped(key, text)


def _line_of_escaped(key: str, text: str) -> int | None:
    """The line of a key whose letters are written as codes: the first up to which the text holds it."""
    import tomllib  # noqa: PLC0415 - loaded already

    lines = text.splitlines()
    for number in range(1, len(lines) + 1):
        with suppress(tomllib.TOMLDecodeError):
            if key in tomllib.loads("\n".join(lines[:number])):
                return number
    return None
