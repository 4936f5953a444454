"""Every phrase of the reader and the kiosk, extracted into one template, and translations of it compiled."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Final

ROOT: Final = Path(__file__).parent.parent
TEMPLATE: Final = ROOT / "languages" / "template.ts"
COMPILED: Final = ROOT / "resources" / "languages"

# What is shown in the window or at the kiosk is made in these; `cli` and `authoring` speak English, in a terminal.
_SHOWN: Final = ("errors.py", "library", "reading", "shell", "speech")
_PAGE_WORDS: Final = ROOT / "pmlapp" / "library" / "pages" / "page_words.py"


def write_template(target: Path) -> None:
    """Extract every phrase from the start, so that the same sources always give the same bytes."""
    with TemporaryDirectory() as folder:
        fresh = Path(folder) / "template.ts"
        _extract(fresh)
        target.write_bytes(fresh.read_bytes())


def translations() -> tuple[Path, ...]:
    """The translations that there are: ``de.ts`` beside the template."""
    return tuple(sorted(path for path in TEMPLATE.parent.glob("*.ts") if path != TEMPLATE))


def compile_translation(translation: Path) -> Path:
    """Bring a translation up to date with the sources; what is finished in it goes to the program."""
    _extract(translation)
    COMPILED.mkdir(parents=True, exist_ok=True)
    return compiled(translation, COMPILED)


def compiled(translation: Path, folder: Path) -> Path:
    """The translation as a file that Qt loads, in ``folder``."""
    target = folder / f"{translation.stem}.qm"
    _run("pyside6-lrelease", "-silent", str(translation), "-qm", str(target))
    return target


def sources() -> list[Path]:
    """The modules that have phrases, in an order that does not change."""
    paths = (ROOT / "pmlapp" / name for name in _SHOWN)
    return sorted(each for path in paths for each in ([path] if path.is_file() else path.rglob("*.py")))


def page_phrases() -> Iterator[tuple[str, str]]:
    """The name and the English of each phrase of `PageWords`, read from its source."""
    tree = ast.parse(_PAGE_WORDS.read_text(encoding="utf-8"))
    words = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "PageWords")
    for node in words.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            value = ast.literal_eval(node.value)
            for phrase in (value,) if isinstance(value, str) else value:
                yield node.target.id, phrase


def _extract(target: Path) -> None:
    with TemporaryDirectory() as folder:
        # The words of a page are attributes of a class that knows no Qt: lupdate is shown them as calls.
        words = Path(folder) / "page_words.py"
        words.write_text("".join(_as_call(*phrase) for phrase in page_phrases()), encoding="utf-8")
        options = ("-silent", "-no-obsolete", "-locations", "none", "-source-language", "en")
        _run("pyside6-lupdate", *options, *map(str, sources()), str(words), "-ts", str(target))


def _as_call(name: str, phrase: str) -> str:
    quoted = '"' + phrase.replace("\\", "\\\\").replace('"', '\\"') + '"'
    counted = ', "", 1' if "{count}" in phrase else ""
    return f'#: {name}\ntranslate("PageWords", {quoted}{counted})\n'


def _run(tool: str, *arguments: str) -> None:
    program = which(tool, path=str(Path(sys.executable).parent)) or which(tool)
    if program is None:
        raise SystemExit(f"{tool} is not installed; it comes with PySide6: make .venv/ready-test")
    subprocess.run([program, *arguments], check=True)
