"""`pml`, as an educator types it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pmlapp import __version__
from pmlapp.cli.main import pml
from pmlapp.content.file.store import ContentStore
from tests.hardship import not_allowed_to_enter

ARTICLE = """\
---
id: causes/{slug}
title: {title}
kind: question
question_type: causes
short_answer: A virus wakes up.
related:
{related}
provenance: adapted
licence: CC-BY-4.0
---
The virus rests.[^S1]
"""
SLUGS = ("one", "two", "three", "four")


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """The least library there can be: four pages that lead to each other."""
    folder = tmp_path / "resources" / "content" / "en"
    (folder / "causes").mkdir(parents=True)
    icons = tmp_path / "resources" / "icons"
    icons.mkdir()
    (icons / "info.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    write(folder / "library.toml", 'title = "L"\nsubject = "S"\npublisher = "P"\nlicence = "CC-BY-4.0"\n')
    write(folder / "topics.toml", '[[topic]]\nid = "causes"\ntitle = "C"\ndescription = "D"\nicon = "info"\n')
    write(
        folder / "sources.toml",
        '[S1]\ntitle = "T"\npublisher = "P"\npublished = "2021"\nurl = "https://example.org"\nlicence = "facts only"\n',
    )
    write(folder / "glossary.toml", "")
    write(folder / "synonyms.toml", "")
    for slug in SLUGS:
        others = "\n".join(f"  - {{to: causes/{other}, why: more}}" for other in SLUGS if other != slug)
        write(folder / "causes" / f"{slug}.md", ARTICLE.format(slug=slug, title=f"Page {slug}?", related=others))
    return folder.parent


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(pml, [str(argument) for argument in arguments])


def test_building_says_what_was_built(sources: Path, tmp_path: Path) -> None:
    output = tmp_path / "content.db"
    result = run("build", sources, "-o", output)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(f"{output}: 4 articles, ")
    store = ContentStore.open(output)
    assert store.library().digest in result.stdout
    assert store.library().language == "en"
    store.close()


def test_a_language_folder_may_be_named_itself(sources: Path, tmp_path: Path) -> None:
    assert run("build", sources / "en", "-o", tmp_path / "content.db").exit_code == 0


def test_the_folder_that_holds_a_whole_library_may_be_named(sources: Path, tmp_path: Path) -> None:
    write(sources.parent / "library.toml", '[policy]\nrelease = "none"\n')
    result = run("build", sources.parent, "-o", tmp_path / "a.db")
    assert (result.exit_code, result.stderr) == (0, "")
    assert run("lint", sources.parent).stdout == run("lint", sources).stdout


def test_of_several_languages_one_is_chosen(sources: Path, tmp_path: Path) -> None:
    (sources / "en").rename(sources / "es")
    (sources / "pt").mkdir()
    write(sources / "pt" / "library.toml", "")
    output = tmp_path / "content.db"
    result = run("build", sources, "-o", output)
    assert result.exit_code == 2
    assert "holds es, pt: choose one with --language" in result.output
    assert run("build", sources, "-o", output, "--language", "fr").exit_code == 2
    assert run("build", sources, "-o", output, "--language", "es").exit_code == 0


def test_every_mistake_is_told_with_its_line_and_nothing_is_written(sources: Path, tmp_path: Path) -> None:
    for slug, wrong in (("one", "kind: riddle"), ("two", "kind: poem")):
        path = sources / "en" / "causes" / f"{slug}.md"
        write(path, path.read_text(encoding="utf-8").replace("kind: question", wrong))
    result = run("build", sources, "-o", tmp_path / "content.db")
    assert result.exit_code == 65
    lines = result.stderr.splitlines()
    assert [line.split(": ")[0].rpartition("/")[2] for line in lines[:2]] == ["one.md:4", "two.md:4"]
    assert "nothing was written" in lines[-1]
    assert not (tmp_path / "content.db").exists()


def test_a_folder_without_a_library_is_told_by_its_name(tmp_path: Path) -> None:
    result = run("build", tmp_path / "nowhere", "-o", tmp_path / "content.db")
    assert result.exit_code == 65
    assert f"There is no library at {tmp_path / 'nowhere'}: there is no such folder. Name the folder" in result.stderr
    assert "library.toml:1" not in result.stderr


def test_a_folder_that_holds_no_library_is_named(tmp_path: Path) -> None:
    result = run("build", tmp_path, "-o", tmp_path / "content.db")
    assert result.exit_code == 65
    assert f"There is no library at {tmp_path}: neither it nor a folder in it holds a library.toml." in result.stderr


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("build --draf", "--draft"),
        ("lint --facst", "--facts"),
        ("search-test --foo", "--"),
        ("--foo", "--"),
        ("--vesrion", "--version"),
        ("review --hepl", "--help"),
    ],
)
def test_an_option_that_is_not_known_is_answered_with_the_nearest(typed: str, nearest: str) -> None:
    result = run(*typed.split())
    assert result.exit_code == 2
    assert f"No such option '{typed.rsplit(maxsplit=1)[-1]}'" in result.stderr
    assert f"The nearest is '{nearest}" in result.stderr


@pytest.mark.parametrize(
    ("typed", "command"), [("--draft build", "pml build"), ("review --name Ann sign", "pml review sign")]
)
def test_an_option_before_its_command_is_told_its_place(typed: str, command: str) -> None:
    result = run(*typed.split())
    assert result.exit_code == 2
    assert f"is an option of '{command}" in result.stderr


def test_a_place_that_cannot_be_written_ends_with_advice_and_its_own_code(sources: Path, tmp_path: Path) -> None:
    result = run("build", sources, "-o", tmp_path / "none" / "content.db")
    assert result.exit_code == 73
    assert "could not be written" in result.stderr
    assert "hoose another place" in result.stderr


def test_a_policy_that_asks_for_more_than_there_is_names_each_page(sources: Path, tmp_path: Path) -> None:
    write(sources.parent / "library.toml", '[policy]\nrelease = "sources-checked"\n')
    output = tmp_path / "content.db"
    result = run("build", sources, "-o", output)
    assert result.exit_code == 65
    lines = result.stderr.splitlines()
    assert lines[:4] == [f"causes/{slug}: has no editorial sign-off" for slug in sorted(SLUGS)]
    assert "build with --draft" in lines[-1]
    assert not output.exists()
    assert run("build", sources, "-o", output, "--draft").exit_code == 0
    store = ContentStore.open(output)
    assert store.library().draft
    store.close()


def test_a_library_without_a_policy_is_built_as_a_draft_and_pml_says_so(sources: Path, tmp_path: Path) -> None:
    result = run("build", sources, "-o", tmp_path / "content.db")
    assert result.exit_code == 0
    assert result.stderr.startswith("It is a draft, and every page says so: nobody has said yet")
    assert "Write [policy] into library.toml" in result.stderr
    write(sources.parent / "library.toml", '[policy]\nrelease = "none"\n')
    assert run("build", sources, "-o", tmp_path / "content.db").stderr == ""


def test_the_version_is_that_of_the_program() -> None:
    assert run("--version").stdout == f"pml {__version__}\n"


@pytest.mark.parametrize("command", [(), ("build",)])
def test_every_command_explains_itself(command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


def test_without_its_tools_it_says_how_to_get_them(tmp_path: Path) -> None:
    write(tmp_path / "click.py", "raise ModuleNotFoundError('No module named click', name='click')")
    root = Path(__file__).parent.parent.parent
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(tmp_path), str(root)))}
    command = [sys.executable, "-c", "from pmlapp.cli.start import main; main()"]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr == "pml needs click, which readers do without. Run: pip install 'pmlapp[authoring]'\n"


def test_ctrl_c_while_pml_is_being_loaded_ends_it_with_a_sentence() -> None:
    interrupted = """
import sys

class Interrupt:
    def find_spec(self, name, path, target=None):
        if name == "pmlapp.cli.main":
            raise KeyboardInterrupt

from pmlapp.cli.start import main
sys.meta_path.insert(0, Interrupt())
main()
"""
    ended = subprocess.run([sys.executable, "-c", interrupted], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "pml: It was stopped by Ctrl+C.\n")


def test_ctrl_c_during_a_command_ends_it_with_a_sentence(sources: Path, tmp_path: Path) -> None:
    interrupted = """
import sys
import pmlapp.cli.build as cli
from pmlapp.cli.start import main

def interrupt(*_, **__):
    raise KeyboardInterrupt

cli.read_sources = interrupt
main()
"""
    command = [sys.executable, "-c", interrupted, "build", str(sources), "-o", str(tmp_path / "content.db")]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (130, "")
    assert ended.stderr == "pml: It was stopped by Ctrl+C; every file is as it was, or whole.\n"


def test_a_folder_that_nobody_may_enter_is_told_without_a_traceback(sources: Path, tmp_path: Path) -> None:
    with not_allowed_to_enter(sources):
        result = run("build", sources, "-o", tmp_path / "content.db")
    assert result.exit_code in (65, 66)
    assert "Traceback" not in result.output
    assert str(sources) in result.stderr


def test_only_the_command_called_for_is_loaded() -> None:
    code = "import sys, pmlapp.cli.main; print([name for name in sys.modules if name.startswith('pmlapp.authoring')])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout == "[]\n"
