"""Opening by a code: what is printed, what is loaded, and the number it ends with."""

from pathlib import Path

import pytest

from pmlapp.content.model import Code
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.command_line import CODE_SYSTEMS, parse_arguments
from tests.builders import article, content_file, library
from tests.processes import start
from tests.shell.test_app import WHAT_IS_LOADED

CODES = "about/codes"


def test_each_classification_is_understood() -> None:
    for system in CODE_SYSTEMS:
        arguments = parse_arguments(["open", f"--{system}", " A81.2 "])
        assert arguments == Arguments(code=(system, "A81.2"))
        assert arguments.opens_window
        assert not parse_arguments(["open", f"--{system}", "1", "--print-id"]).opens_window


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "It needs one of --icd10, --icd9, --icd11, --orpha, --mesh, --umls, --infobutton."),
        ("--icd10", "--icd10 needs something after it."),
        ("--icd10 ...", "“...” is not a code: at most 40 letters, digits and points."),
        ("--icd10 A81 --icd9 046", "--icd9 and --icd10 cannot be used together."),
        ("--icd10 A81 --print-id --text", "--text and --print-id cannot be used together."),
        ("--icd12 A81", "It needs one of"),
        ("--icd10 A81 home", "It does not understand home."),
    ],
)
def test_what_it_does_not_understand_it_says_in_one_sentence(
    typed: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        parse_arguments(["open", *typed.split()])
    said = capsys.readouterr().err
    assert end.value.code == 2
    assert said.startswith(f"pmlapp: {sentence}")
    assert said.endswith("Run pmlapp open --help to see what it understands.\n")
    assert said.count("\n") == 1


def test_the_page_of_a_code_is_named_without_qt(tmp_path: Path) -> None:
    ended = start("open", "--icd10", "a812", "--print-id", home=tmp_path, script=WHAT_IS_LOADED)
    assert (ended.returncode, ended.stdout) == (0, f"{CODES}\n")
    loaded = ended.stderr.splitlines()[-1].split()
    assert not {module for module in loaded if module.split(".")[0] in ("PySide6", "shiboken6", "markdown")}


def test_the_page_of_a_code_is_printed(tmp_path: Path) -> None:
    ended = start("open", "--orpha", "217260", "--text", home=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "What are the ICD codes for PML?" in ended.stdout


def test_a_broader_code_is_taken_and_named(tmp_path: Path) -> None:
    ended = start("open", "--icd10", "A81.29", "--print-id", home=tmp_path)
    assert (ended.returncode, ended.stdout) == (0, f"{CODES}\n")
    said = "No page has the ICD-10 code A81.29 itself. This is the page for A81.2."
    assert ended.stderr == f"pmlapp: {said}\n"


def test_no_page_ends_with_4_and_says_what_to_do(tmp_path: Path) -> None:
    ended = start("open", "--icd10", "Q99", home=tmp_path)
    assert (ended.returncode, ended.stdout) == (4, "")
    assert ended.stderr == (
        "pmlapp: No page of this library has the ICD-10 code “Q99”. "
        "Check the code, or search for the name of the illness.\n"
    )


def test_several_pages_are_listed_and_end_with_3(tmp_path: Path) -> None:
    code = (Code("MeSH", "D1"),)
    pages = (article("causes/one", title="One", codes=code), article("causes/two", title="Two", codes=code))
    path = content_file(tmp_path, library(pages))
    ended = start("open", "--mesh", "D1", "--library", str(path), home=tmp_path / "own")
    assert (ended.returncode, ended.stdout, ended.stderr) == (3, "causes/one\tOne\ncauses/two\tTwo\n", "")


def test_help_tells_the_numbers_it_ends_with(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse_arguments(["open", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "It ends with 0 for one page, 3 for several, which are listed and not opened, and 4 for none." in said
    with pytest.raises(SystemExit):
        parse_arguments(["--help"])
    assert "pmlapp open --help" in capsys.readouterr().out


def test_a_picture_of_the_page_can_be_drawn(tmp_path: Path) -> None:
    picture = tmp_path / "page.png"
    ended = start("open", "--icd9", "046.39", "--snapshot", str(picture), home=tmp_path / "own")
    assert ended.returncode == 0
    assert "This is the page for 046.3." in ended.stderr
    assert picture.stat().st_size > 10_000
