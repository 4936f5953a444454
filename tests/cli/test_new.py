"""`pml new`, as a nurse types it who has never made a library."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pmlapp.cli.main import pml
from pmlapp.content.file.store import ContentStore
from tests.hardship import not_allowed_to_write

ANSWERS = {
    "--title": "Living with “Type 2”",
    "--language": "en",
    "--subject": "type 2 diabetes",
    "--publisher": 'The "Elm" Clinic: nurses',
    "--funding": "none",
}


def run(*arguments: str | Path, typed: str = "") -> Result:
    return CliRunner().invoke(pml, [str(argument) for argument in arguments], input=typed)


def new(folder: Path, **changes: str) -> Result:
    answers = ANSWERS | {f"--{name}": value for name, value in changes.items()}
    return run("new", "library", folder, *(part for pair in answers.items() for part in pair))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    made = new(tmp_path / "diabetes")
    assert made.exit_code == 0, made.output
    return tmp_path / "diabetes"


def test_a_new_library_has_no_mistake_is_built_found_and_opened_at_once(library: Path, tmp_path: Path) -> None:
    linted = run("lint", library)
    # Each page says that it is an example, to be replaced.
    assert "4 articles: 0 errors, 4 warnings" in linted.stderr, linted.output
    assert linted.stdout.count(" M12 ") == 4
    built = run("build", library, "-o", tmp_path / "content.db")
    assert (built.exit_code, built.stderr) == (0, "")
    assert run("search-test", library).exit_code == 0
    with ContentStore.open(tmp_path / "content.db") as store:
        said = store.library()
        assert (said.title, said.subject, said.publisher) == tuple(
            ANSWERS[key] for key in ("--title", "--subject", "--publisher")
        )
        assert not said.draft
        kinds = {store.article(summary.id).kind for summary in store.summaries()}
        assert kinds == {"question", "article", "story"}


def test_what_is_not_given_is_asked_for(tmp_path: Path) -> None:
    made = run("new", "library", tmp_path / "d", typed="Asthma\nen\nasthma in children\nA clinic\nnone\n")
    assert made.exit_code == 0, made.output
    assert 'title = "Asthma"' in (tmp_path / "d/content/en/library.toml").read_text(encoding="utf-8")
    assert "pages about asthma in children" in (tmp_path / "d/README.md").read_text(encoding="utf-8")


def test_nobody_to_answer_makes_nothing(tmp_path: Path) -> None:
    made = run("new", "library", tmp_path / "d", "--title", "A")
    assert made.exit_code == 2
    assert "there was no answer to “Its language" in made.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_language_is_a_code(tmp_path: Path) -> None:
    made = new(tmp_path / "d", language="English!")
    assert made.exit_code == 2
    assert "write en, es, pt-br or the like" in made.stderr


def test_another_language_gets_a_folder_of_its_own(tmp_path: Path) -> None:
    assert new(tmp_path / "d", language="PT-BR").exit_code == 0
    assert run("build", tmp_path / "d", "-o", tmp_path / "a.db").exit_code == 0
    assert (tmp_path / "d/content/pt-br/topics.toml").is_file()


def test_what_is_in_a_folder_stays(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    made = new(tmp_path)
    assert made.exit_code == 73
    assert f"There is something at {tmp_path} already" in made.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    assert new(tmp_path / "d").exit_code == 0


def test_a_locked_folder_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    with not_allowed_to_write(tmp_path):
        made = new(tmp_path / "d")
    assert made.exit_code == 73
    assert "could not be written: this user is not allowed to" in made.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["article", "question"])
def test_a_new_page_lacks_only_what_its_author_has_to_write(library: Path, tmp_path: Path, kind: str) -> None:
    args = ("--title", "What is A1C?", "--type", "tests", "--provenance", "adapted")
    made = run("new", kind, "help/what-is-a1c", "-s", library, *args)
    assert made.exit_code == 0, made.output
    path = library / "content/en/help/what-is-a1c.md"
    found = run("lint", path).stdout.splitlines()
    codes = {line.split(": ")[1].split()[0] for line in found}
    # T10: what is to be written is not there yet; S08 is advice.
    assert "T11" in codes
    assert codes <= {"T11", "T10", "S08"}
    refused = run("build", library, "-o", tmp_path / "a.db")
    assert refused.exit_code == 65
    assert "what-is-a1c.md:6: FILL IN" in refused.stderr
    assert "Some pages are not finished" in refused.stderr
    assert run("build", library, "-o", tmp_path / "a.db", "--draft").exit_code == 0


def test_a_new_story_is_not_built_before_it_says_why_it_may_be_told(library: Path, tmp_path: Path) -> None:
    args = ("--title", "Ten years on", "--type", "people", "--provenance", "lived-experience")
    assert run("new", "story", "stories/ten-years", "-s", library, *args).exit_code == 0
    refused = run("build", library, "-o", tmp_path / "a.db", "--draft")
    assert refused.exit_code == 65
    assert "given_on" in refused.stderr


@pytest.mark.parametrize("page", ["care/what", "help/What is it", "help", "../x/y", "help/a/b"])
def test_a_page_needs_a_topic_and_a_plain_name(library: Path, page: str) -> None:
    made = run("new", "question", page, "-s", library, "--title", "T", "--type", "tests", "--provenance", "adapted")
    assert made.exit_code == 65
    assert "the topics of the library are: about, help, stories." in made.stderr


def test_a_name_on_two_pages_is_refused(library: Path) -> None:
    path = library / "content/en/help/urgent-help.md"
    before = path.read_bytes()
    args = ("--title", "T", "--type", "tests", "--provenance", "adapted")
    made = run("new", "question", "help/urgent-help", "-s", library, *args)
    assert made.exit_code == 65
    assert f"“help/urgent-help” cannot be a new page: there is one already, {path}." in made.stderr
    assert path.read_bytes() == before


def test_a_type_that_the_library_lacks_is_answered_with_those_it_has(library: Path) -> None:
    made = run("new", "question", "help/x", "-s", library, "--title", "T", "--type", "riddles")
    assert made.exit_code == 2
    assert "it has: overview, causes" in made.stderr
