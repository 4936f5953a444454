"""`pml import`, as a nurse types it who has leaflets in Word and questions in a spreadsheet."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pmlapp.authoring.importing import into_library
from pmlapp.cli.main import pml
from pmlapp.content.file.store import ContentStore
from pmlapp.library.pages.review import ReviewStatus, review_of
from tests.authoring.importing.word_files import png, saved
from tests.hardship import not_allowed_to_write

CHOICES = ("--topic", "Leaflets", "--provenance", "adapted", "--licence", "CC-BY-4.0")
NEW = ("--title", "Hips", "--language", "en", "--subject", "new hips", "--publisher", "Elm Clinic", "--funding", "none")
MEDQUAD = """<?xml version="1.0"?>
<Document id="0000001" source="CDC" url="https://www.cdc.gov/a"><Focus>Flu</Focus>
<FocusAnnotations><Synonyms><Synonym>Influenza</Synonym></Synonyms></FocusAnnotations>
<QAPairs><QAPair pid="1"><Question qid="0000001-1" qtype="symptoms">What are the symptoms of Flu ?</Question>
<Answer>Summary : Signs are:    - fever    - cough    Most people get well in 7 days.</Answer></QAPair>
<QAPair pid="2"><Question qid="0000001-2" qtype="treatment">What are the treatments for Flu ?</Question>
<Answer></Answer></QAPair></QAPairs></Document>"""
MEDLINEPLUS = """<?xml version="1.0"?>
<health-topics><health-topic id="8" title="Flu" language="English" url="https://medlineplus.gov/flu.html">
<also-called>Grippe</also-called><also-called>grippe</also-called><full-summary>&lt;h3&gt;What is flu?&lt;/h3&gt;
&lt;p&gt;An &lt;span class="qt0"&gt;infection&lt;/span&gt;.&lt;/p&gt;</full-summary><group id="1">Infections</group>
<mesh-heading><descriptor id="D007251">Influenza</descriptor></mesh-heading><site url="https://x.example" title="X"/>
</health-topic><health-topic id="9" title="Gripe" language="Spanish"><full-summary>x</full-summary></health-topic>
<health-topic id="10" title="Empty" language="English"><full-summary> </full-summary></health-topic></health-topics>"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(pml, [str(argument) for argument in arguments])


@pytest.fixture
def leaflets(tmp_path: Path) -> Path:
    folder = tmp_path / "leaflets"
    folder.mkdir()
    for number in (1, 2):
        saved(
            folder,
            lambda document, number=number: (
                document.add_heading("Your new hip", 0),
                document.add_paragraph(f"Rest for {number} days."),
                document.add_picture(png()),
            ),
            f"hip-{number}.docx",
        )
    (folder / "~$hip-1.docx").write_bytes(b"lock")
    return folder


def brought_in(leaflets: Path, library: Path, *more: str) -> Result:
    return run("import", leaflets, "-s", library, *CHOICES, *([] if library.exists() else NEW), *more)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_of_leaflets_becomes_a_library_that_builds_and_that_nobody_reviewed(
    leaflets: Path, tmp_path: Path
) -> None:
    library = tmp_path / "hips"
    done = brought_in(leaflets, library)
    assert done.exit_code == 1  # two pictures have no description yet
    assert "2 new; 2 things to look at, 0 texts not brought in" in done.stderr
    assert "has no description yet" in done.stdout
    refused = run("build", library, "-o", tmp_path / "a.db")
    assert refused.exit_code == 65
    assert "FILL IN" in refused.stderr
    assert run("build", library, "-o", tmp_path / "a.db", "--draft").exit_code == 0
    with ContentStore.open(tmp_path / "a.db") as store:
        pages = [store.article(each.id) for each in store.summaries()]
        assert [(page.id, page.title, page.licence) for page in pages] == [
            ("leaflets/your-new-hip", "Your new hip", "CC-BY-4.0"),
            ("leaflets/your-new-hip-2", "Your new hip", "CC-BY-4.0"),
        ]
        assert "Rest for 1 days." in pages[0].body
        status = review_of(pages[0], store.library().newest, store.library().policy).status
        assert status is ReviewStatus.NEVER_REVIEWED


def test_a_second_import_updates_what_changed_and_nothing_that_an_educator_changed(
    leaflets: Path, tmp_path: Path
) -> None:
    library = tmp_path / "hips"
    brought_in(leaflets, library)
    before = files(library)
    assert "2 unchanged" in brought_in(leaflets, library).stderr
    assert files(library) == before
    mine = library / "content/en/leaflets/your-new-hip.md"
    mine.write_text(mine.read_text(encoding="utf-8").replace("Rest", "Sit"), encoding="utf-8")
    for number in (1, 2):
        saved(leaflets, lambda document: document.add_paragraph("Walk."), f"hip-{number}.docx")
    done = brought_in(leaflets, library)
    assert "1 updated, 1 changed here, so it was kept" in done.stderr
    assert "Sit for 1 days." in mine.read_text(encoding="utf-8")
    waiting = library / "imports/en/waiting/leaflets--your-new-hip.md"
    assert "Walk." in waiting.read_text(encoding="utf-8")
    assert "Walk." in (library / "content/en/leaflets/your-new-hip-2.md").read_text(encoding="utf-8")
    assert "1 changed here, and overwritten" in brought_in(leaflets, library, "--overwrite").stderr
    assert "Walk." in mine.read_text(encoding="utf-8")


def test_a_page_that_was_deleted_here_does_not_come_back(leaflets: Path, tmp_path: Path) -> None:
    library = tmp_path / "hips"
    brought_in(leaflets, library)
    (library / "content/en/leaflets/your-new-hip.md").unlink()
    assert "1 deleted here, so it was not brought back" in brought_in(leaflets, library).stderr


def test_a_failure_in_the_middle_leaves_everything_as_it_was(
    leaflets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "hips"
    brought_in(leaflets, library)
    before = files(library)
    (leaflets / "qa.csv").write_text("question,answer\nA?,Yes.\nB?,No.\n", encoding="utf-8")
    written = []
    real = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        written.append(path)
        if "b.md" in path.name:
            raise OSError(28, "No space left on device", str(path))
        return real(path, data)

    monkeypatch.setattr(into_library.Path, "write_bytes", full)
    done = brought_in(leaflets, library)
    assert done.exit_code == 73
    assert "the disk is full" in done.stderr
    assert len(written) > 1
    assert files(library) == before


def test_a_locked_folder_is_told_and_no_library_is_left(leaflets: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    with not_allowed_to_write(locked):
        done = brought_in(leaflets, locked / "hips")
    assert done.exit_code == 73
    assert "could not be written" in done.stderr
    assert list(locked.iterdir()) == []


def test_questions_of_a_spreadsheet_become_pages_and_empty_answers_do_not(tmp_path: Path) -> None:
    table = tmp_path / "qa.csv"
    table.write_text(
        "Question;Answer;Topic;Names;Short answer\n"
        '"What is A1C?";"A blood test.\n\n- one\n- two";Tests;HbA1c|A1C;It shows your sugar.\nEmpty?;;Tests;;\n',
        encoding="utf-8-sig",
    )
    done = run("import", table, "-s", tmp_path / "l", *CHOICES, *NEW)
    assert done.exit_code == 1
    assert "the question “Empty?” in row 2 has no answer" in done.stdout
    text = (tmp_path / "l/content/en/tests/what-is-a1c.md").read_text(encoding="utf-8")
    assert "short_answer: It shows your sugar." in text
    assert text.endswith("---\nA blood test.\n\n- one\n- two\n")


def test_two_rows_with_one_name_are_two_pages(tmp_path: Path) -> None:
    table = tmp_path / "qa.csv"
    table.write_text("id,question,answer\n1,What is it?,This.\n1,What is it?,That.\n", encoding="utf-8")
    for _ in range(2):
        run("import", table, "-s", tmp_path / "l", *CHOICES, *NEW)
        texts = [path.read_text(encoding="utf-8") for path in sorted((tmp_path / "l/content/en/leaflets").glob("*.md"))]
        assert [text.splitlines()[-1] for text in texts] == ["That.", "This."]


def test_an_address_with_foreign_letters_is_a_source_that_can_be_read(tmp_path: Path) -> None:
    table = tmp_path / "qa.csv"
    end = "a-page-about-purpura-of-henoch-and-schönlein-and-nothing-else/facts"
    rows = "".join(f"What is {n}?,This.,https://{n}.example/{end}\n" for n in ("one", "two"))
    table.write_text(f"question,answer,url\n{rows}", encoding="utf-8")
    run("import", table, "-s", tmp_path / "l", *CHOICES, *NEW)
    assert run("build", tmp_path / "l", "-o", tmp_path / "a.db", "--draft").exit_code == 0
    with ContentStore.open(tmp_path / "a.db") as store:
        cited = [store.article(each.id).sources[0].url for each in store.summaries()]
        assert cited == [f"https://{n}.example/{end.replace('ö', '%C3%B6')}" for n in ("one", "two")]


def test_a_table_without_questions_names_its_columns(tmp_path: Path) -> None:
    (tmp_path / "qa.csv").write_text("name,age\nA,4\n", encoding="utf-8")
    done = run("import", tmp_path / "qa.csv", "-s", tmp_path / "l", *CHOICES, *NEW)
    assert done.exit_code == 65
    assert "the columns found are “name”, “age”" in done.stdout
    assert not (tmp_path / "l").exists()


def test_a_file_of_medquad_comes_in_without_its_empty_answers(tmp_path: Path) -> None:
    (tmp_path / "flu.xml").write_text(MEDQUAD, encoding="utf-8")
    done = run("import", tmp_path / "flu.xml", "-s", tmp_path / "l", *CHOICES, *NEW)
    assert "the answer to “What are the treatments for Flu?” is not in the file" in done.stdout
    text = (tmp_path / "l/content/en/leaflets/what-are-the-symptoms-of-flu.md").read_text(encoding="utf-8")
    assert "question_type: symptoms" in text
    assert "- Influenza" in text
    assert text.endswith("---\nSigns are:[^MQ0000001]\n\n- fever\n- cough\n\nMost people get well in 7 days.\n")
    assert '[MQ0000001]\ntitle = "Flu"\npublisher = "CDC"' in (tmp_path / "l/content/en/sources.toml").read_text()
    assert run("build", tmp_path / "l", "-o", tmp_path / "a.db", "--draft").exit_code == 0


def test_topics_of_medlineplus_come_in_by_their_group(tmp_path: Path) -> None:
    (tmp_path / "topics.xml").write_text(MEDLINEPLUS, encoding="utf-8")
    report = tmp_path / "report.json"
    done = run("import", tmp_path / "topics.xml", "-s", tmp_path / "l", *CHOICES, *NEW, "--report", report)
    assert done.exit_code == 1
    said = json.loads(report.read_text(encoding="utf-8"))
    assert [each["page"] for each in said["pages"]] == ["infections/flu"]
    assert [each["reason"] for each in said["not_brought_in"]] == [
        "the topic “Gripe” is in Spanish",
        "the topic “Empty” has no summary",
    ]
    assert [each["message"] for each in said["not_carried"]] == ["1 links to pages of other people were left out"]
    text = (tmp_path / "l/content/en/infections/flu.md").read_text(encoding="utf-8")
    assert text.endswith("---\n## What is flu?\n\nAn infection.[^MP8]\n")
    assert "names:\n- Grippe\n" in text
    assert "value: D007251" in text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.pdf", "ask for the Word file"),
        ("a.doc", "save it as .docx"),
        ("a.xlsx", "save the sheet as CSV"),
        ("a.docx", "damaged"),
    ],
)
def test_files_that_are_not_read_are_told_what_to_do(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / name).write_bytes(b"%PDF")
    done = run("import", tmp_path / name, "-s", tmp_path / "l", *CHOICES, *NEW)
    assert done.exit_code == 65
    assert said in done.stdout
    assert not (tmp_path / "l").exists()


def test_pml_starts_without_what_only_an_import_needs() -> None:
    heavy = "mammoth lxml defusedxml docx"
    code = f"import sys, pmlapp.cli.import_pages; print([name for name in {heavy.split()!r} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
