"""The log says what failed and where, never what was read, and never fails itself."""

import sqlite3
import sys
import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlapp import errors
from pmlapp.errors import (
    ArticleNotFoundError,
    CannotImportError,
    CannotPrintError,
    CannotWriteError,
    CodeNotFoundError,
    ContentError,
    DamagedKeptError,
    DamagedPartError,
    DossierError,
    EditedContentError,
    EditedPartError,
    FolderInUseError,
    KeptError,
    LanguageNotFoundError,
    LostInPdfError,
    MarkdownRefusedError,
    MissingContentError,
    MissingFontError,
    MissingQtLibraryError,
    MissingToolError,
    NewerContentError,
    NoDisplayError,
    NoSourcesError,
    PageRefusedError,
    PmlError,
    PreferencesError,
    PreviousEditionError,
    ReleaseRefusedError,
    SiteFileError,
    SourcesRefusedError,
    UnfinishedPagesError,
    UnprintableSheetError,
    UnreadableContentError,
    WrongPathError,
)
from pmlapp.packs import errors as pack_errors
from pmlapp.packs.errors import (
    DamagedPackError,
    NoReleaseError,
    NoRoomError,
    NothingBeforeError,
    NothingToShareError,
    NoTrustError,
    NotTrustedError,
    PackError,
    RunOutError,
    TakenOutError,
    UnfitLibraryError,
    UpdateRunningError,
    UpdatesBrokenError,
)
from pmlapp.shell.log import Log
from tests.hardship import not_allowed_to_write

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the hardship is made with Linux's own means")

READ = "outlook/life-expectancy"
"""What somebody read, which no log may tell."""

EVERY_FAILURE = (
    ContentError(),
    MissingContentError(path="content.db"),
    WrongPathError(path="content.db", where="--library"),
    UnreadableContentError(path="content.db", cause=f"no such column: {READ}"),
    DamagedPartError(path="content.db", part=f"the page {READ}"),
    EditedContentError(path="content.db", cause=f"the page {READ} is not as it was built"),
    EditedPartError(path="content.db", part=f"the page {READ}"),
    NewerContentError(path="content.db", found=9, supported=1),
    ArticleNotFoundError(article=READ),
    CodeNotFoundError(system="ICD-10", code=READ),
    LanguageNotFoundError(language="ar", found="en"),
    MarkdownRefusedError(line=3, reason=f"“{READ}” is too long"),
    NoSourcesError(path=READ, reason="there is no such folder"),
    SourcesRefusedError((f"{READ}.md:1: no title",)),
    ReleaseRefusedError((f"{READ}: has no editorial sign-off",)),
    UnfinishedPagesError((f"{READ}.md:3: TODO",)),
    FolderInUseError(path=f"/home/ann/{READ}"),
    CannotImportError(path=f"{READ}.docx", reason="it is not a Word document"),
    PageRefusedError(page=READ, reason="there is one of that name"),
    CannotPrintError(printer=f"printer of {READ}"),
    PreviousEditionError(path="content.db", reason="it is of another library"),
    DossierError(path=f"{READ}.md", reason="it is not UTF-8"),
    UnprintableSheetError(article=READ, reason=f"{READ} is too long"),
    MissingToolError(tool="typst"),
    SiteFileError(path="site.toml", reason="line 3 is not TOML"),
    PreferencesError(path=READ, reason="the disk is full"),
    KeptError(path=READ, reason="the disk is full"),
    DamagedKeptError(path="kept.json", aside="kept.json.unreadable-1"),
    MissingFontError(scripts="Burmese"),
    LostInPdfError(scripts="Burmese"),
    CannotWriteError(path=f"/home/ann/{READ}.png", reason="the disk is full"),
    NoDisplayError(),
    MissingQtLibraryError(library="libEGL.so.1", command="apt-get install libegl1"),
    PackError(),
    NoReleaseError(source="/media/stick"),
    NotTrustedError(cause="1/2 keys"),
    NoTrustError(),
    RunOutError(day="2028-01-01"),
    DamagedPackError(part="targets.json"),
    TakenOutError(cause="no such device"),
    NoRoomError(needed=24),
    UnfitLibraryError(reason="it has no pages"),
    UpdateRunningError(),
    UpdatesBrokenError(path="updates", reason="the disk is full"),
    NothingBeforeError(),
    NothingToShareError(),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "pmlapp.log"


@pytest.fixture
def log(path: Path) -> Log:
    return Log(path, clock=lambda: datetime(2026, 11, 21, 9, 30))


def crash(said: str) -> BaseException:
    try:
        {}[said]
    except KeyError as error:
        return error


def test_a_failure_is_one_line_with_its_time_version_and_what_helps_to_mend_it(log: Log, path: Path) -> None:
    log.failure(NewerContentError(path="/srv/content.db", found=9, supported=1))
    (line,) = path.read_text(encoding="utf-8").splitlines()
    assert line.startswith("2026-11-21T09:30:00 0.")
    assert line.endswith("failure NewerContentError path=/srv/content.db found=9 supported=1")


def test_the_kind_of_error_behind_a_failure_is_named_without_its_words(log: Log, path: Path) -> None:
    for cause in (OSError(28, READ), sqlite3.DatabaseError(READ), FileNotFoundError(2, READ)):
        failure = UnreadableContentError(path=type(cause).__name__, cause=str(cause))
        failure.__cause__ = cause
        log.failure(failure)
    text = path.read_text(encoding="utf-8")
    assert "from OSError ENOSPC" in text
    assert "from DatabaseError" in text
    assert "from FileNotFoundError ENOENT" in text
    assert READ not in text


def test_what_sqlite_found_is_named_by_its_number(log: Log, path: Path, tmp_path: Path) -> None:
    (tmp_path / "content.db").write_bytes(b"no database at all" * 400)
    connection = sqlite3.connect(tmp_path / "content.db")
    try:
        connection.execute("select * from articles")
    except sqlite3.DatabaseError as cause:
        failure = UnreadableContentError(path="content.db", cause=str(cause))
        failure.__cause__ = cause
        log.failure(failure)
    finally:
        connection.close()
    assert "DatabaseError SQLITE_NOTADB" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("failure", EVERY_FAILURE, ids=lambda failure: type(failure).__name__)
def test_no_failure_tells_what_was_read(failure: PmlError, log: Log, path: Path) -> None:
    log.failure(failure)
    text = path.read_text(encoding="utf-8")
    assert type(failure).__name__ in text
    assert "life-expectancy" not in text


def test_every_kind_of_failure_is_among_those_tried() -> None:
    modules = (errors, pack_errors)
    kinds = {
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, PmlError)
    }
    bases = {kind for kind in kinds if kind.__subclasses__()} - {
        PackError,
        ContentError,
        MissingContentError,
        UnreadableContentError,
        DamagedPartError,
        EditedContentError,
        ReleaseRefusedError,
    }
    assert kinds - bases == {type(failure) for failure in EVERY_FAILURE}


def test_a_mistake_of_ours_is_logged_with_the_way_to_it_and_without_its_words(log: Log, path: Path) -> None:
    log.crash(crash(READ))
    text = path.read_text(encoding="utf-8")
    assert "crash KeyError tests/shell/test_log.py:" in text
    assert ":crash" in text
    assert "life-expectancy" not in text
    assert str(Path.home()) not in text


@given(before=st.text(max_size=30), after=st.text(max_size=30))
def test_no_words_of_qt_or_of_an_exception_reach_the_log(before: str, after: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        log = Log(Path(folder) / "pmlapp.log")
        log.crash(crash(f"{before}{READ}{after}"))
        log.qt_message("warning", "qt.text", f"{before}{READ}{after}")
        log.qt_message("warning", "qt.text", f"QTextBrowser: {before}{READ}{after}")
        assert "life-expectancy" not in Path(folder, "pmlapp.log").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "logged"),
    [
        ("QPainter::begin: Paint device returned engine == 0", "qt warning default QPainter::begin"),
        (f"QTextBrowser: No document for article:{READ}", "qt warning default QTextBrowser"),
        (f"No document for {READ}", "qt warning default"),
        (f"{READ}: QPainter::begin", "qt warning default"),
        ("Quality of life with PML", "qt warning default"),
    ],
)
def test_a_complaint_of_qt_is_logged_by_who_complains(text: str, logged: str, log: Log, path: Path) -> None:
    log.qt_message("warning", "default", text)
    assert path.read_text(encoding="utf-8").rstrip("\n").endswith(logged)


def test_a_fault_at_every_repaint_is_one_line(log: Log, path: Path) -> None:
    for _ in range(1000):
        log.crash(crash("each time"))
    assert len(path.read_text(encoding="utf-8").splitlines()) == 1


def test_one_run_cannot_write_without_end(log: Log, path: Path) -> None:
    for number in range(10_000):
        log.qt_message("warning", f"category-{number}", "")
    assert len(path.read_text(encoding="utf-8").splitlines()) == 200


def test_the_log_is_at_most_three_files_of_256_kb_and_the_newest_lines_stay(path: Path) -> None:
    for run in range(3000):
        log = Log(path)
        log.failure(SiteFileError(path=f"run {run}", reason="x" * 1000))
    files = sorted(path.parent.iterdir())
    assert [file.name for file in files] == ["pmlapp.log", "pmlapp.log.1", "pmlapp.log.2"]
    assert all(file.stat().st_size < 256_000 + 4100 for file in files)
    assert "run 2999" in files[0].read_text(encoding="utf-8").splitlines()[-1]
    assert "run 0 " not in "".join(file.read_text(encoding="utf-8") for file in files)


def test_a_detail_cannot_forge_a_second_line(log: Log, path: Path) -> None:
    log.failure(MissingContentError(path="a\n2026-11-21T09:30:00 forged\x1b[2J"))
    (line,) = path.read_text(encoding="utf-8").splitlines()
    assert "\x1b" not in line


def test_without_a_path_nothing_is_written_anywhere() -> None:
    Log(None).failure(NoDisplayError())


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    Log(tmp_path / "file" / "pmlapp.log").failure(NoDisplayError())
    (tmp_path / "folder.log").mkdir()
    Log(tmp_path / "folder.log").failure(NoDisplayError())
    assert (tmp_path / "file").read_text(encoding="utf-8") == ""


@linux
def test_a_full_disk_or_a_forbidden_folder_stops_nobody(tmp_path: Path) -> None:
    Log(Path("/dev/full")).failure(NoDisplayError())
    with not_allowed_to_write(tmp_path):
        Log(tmp_path / "pmlapp.log").failure(NoDisplayError())
    assert list(tmp_path.iterdir()) == []


@linux
def test_only_the_reader_may_read_the_log(log: Log, path: Path) -> None:
    log.failure(NoDisplayError())
    assert path.stat().st_mode & 0o777 == 0o600
