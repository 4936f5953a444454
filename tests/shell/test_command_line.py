"""What the command line asks for is understood, or refused in one sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

from pmlapp import __version__
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.command_line import CODE_SYSTEMS, parse_arguments


def test_nothing_asked_for_opens_a_window() -> None:
    arguments = parse_arguments([])
    assert arguments == Arguments()
    assert arguments.opens_window


def test_everything_that_can_be_asked_for_is_understood() -> None:
    typed = (
        "--article causes/what-causes-pml --language en --theme high-contrast --zoom 150% --size 1280x800 "
        "--library ours.db --snapshot page.PNG"
    )
    assert parse_arguments(typed.split()) == Arguments(
        article="causes/what-causes-pml",
        language="en",
        theme="high_contrast",
        zoom=150,
        size=(1280, 800),
        library=Path("ours.db"),
        snapshot=Path("page.PNG"),
    )
    assert parse_arguments(["--page", "words"]).page == "words"


@pytest.mark.parametrize("mode", [["--snapshot", "a.png"], ["--paper", "a.pdf"], ["--text"], ["--self-test"]])
def test_drawing_printing_and_testing_need_no_window(mode: list[str]) -> None:
    assert not parse_arguments(mode).opens_window


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("--zoom 99", "The text size “99” is not a whole number from 100 to 400."),
        ("--zoom 401", "The text size “401” is not a whole number from 100 to 400."),
        ("--zoom big", "The text size “big” is not a whole number from 100 to 400."),
        ("--zoom ²²²", "The text size “²²²” is not a whole number from 100 to 400."),
        ("--size 1280", "The size “1280” is not width x height in pixels, each from 200 to 8000, as in 1280x800."),
        ("--size 1280x9000", "The size “1280x9000” is not width x height in pixels"),
        ("--theme pink", "There is no theme “pink”; there are system, light, dark, high_contrast, warm_paper."),
        ("--language English", "“English” is not the code of a language; write one such as en."),
        ("--paper page.png", "The file “page.png” must have a name that ends in .pdf."),
        ("--paper p.pdf --paper-size A5", "--paper-size cannot be “A5”; it can be A4, Letter."),
        ("--snapshot page.jpg", "The picture “page.jpg” must have a name that ends in .png."),
        ("--page cellar", "--page cannot be “cellar”; it can be home, words, about, keys, voices."),
        ("--article", "--article needs something after it."),
        ("--article a/b --page home", "--page and --article cannot be used together."),
        ("--text --self-test", "--self-test and --text cannot be used together."),
        ("--artikel a/b", "It does not understand --artikel a/b."),
        ("--art a/b", "It does not understand --art a/b."),
        ("--zom 200", "It does not understand --zom 200. Did you mean --zoom?"),
        ("causes/what-causes-pml", "It does not understand causes/what-causes-pml."),
    ],
)
def test_what_cannot_be_understood_is_told_in_one_sentence(
    typed: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ending:
        parse_arguments(typed.split())
    assert ending.value.code == 2
    told = capsys.readouterr().err
    assert told.startswith(f"pmlapp: {sentence}")
    assert told.endswith(" Run pmlapp --help to see what it understands.\n")
    assert told.count("\n") == 1


def test_help_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    told = ""
    for asked in (["--help"], ["open", "--help"], ["check-site", "--help"], ["kiosk", "--help"], ["update", "--help"]):
        with pytest.raises(SystemExit) as ending:
            parse_arguments(asked)
        assert ending.value.code == 0
        told += capsys.readouterr().out
    other = {"code", "notice", "kiosk", "section", "site_to_check", "update_from", "share_to"}
    for field in {*Arguments._fields, *CODE_SYSTEMS} - other:
        if field == "go_back":
            field = "back"  # noqa: PLW2901 - the word that is typed
        assert f"--{field.replace('_', '-')}" in told


def test_the_version_is_told_without_qt() -> None:
    script = (
        "import sys\nfrom pmlapp.shell.command_line import parse_arguments\n"
        "try:\n    parse_arguments(['--version'])\n"
        "finally:\n    assert not [name for name in sys.modules if name.startswith(('PySide6', 'shiboken'))]\n"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout, told.stderr) == (0, f"pmlapp {__version__}\n", "")
