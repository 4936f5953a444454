"""What every test rests on: no display, no fonts but ours, no files of whoever runs it, a real library."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings

from pmlapp.content.file.store import ContentStore
from tests.no_display import draw_without_a_display
from tests.open_connections import warn_of_open_connections

OpenStore = Callable[[Path], ContentStore]

ROOT = Path(__file__).parent.parent


def pytest_configure(config: pytest.Config) -> None:
    draw_without_a_display()
    warn_of_open_connections()
    # No test fails by the clock: a busy machine is no mistake of ours.
    settings.register_profile("untimed", deadline=None)
    settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def _own_files(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the program keeps, it keeps in a folder of this test."""
    monkeypatch.setenv("PMLAPP_HOME", str(tmp_path_factory.mktemp("own")))


@pytest.fixture(scope="session")
def bundled_library() -> Path:
    """The library that ships with the program."""
    return ROOT / "content.db"


@pytest.fixture(scope="session")
def second_sources() -> Path:
    """The sources of a library on another illness, in the folder of its language."""
    return ROOT / "tests" / "libraries" / "diabetes" / "content" / "en"


@pytest.fixture(scope="session")
def second_library(second_sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That library, built."""
    from pmlapp.authoring.building.build import build  # noqa: PLC0415 for tests of readers, who have no such packages
    from pmlapp.authoring.sources.sources import read_sources  # noqa: PLC0415

    path = tmp_path_factory.mktemp("second") / "content.db"
    build(read_sources(second_sources), path)
    return path


@pytest.fixture(params=["bundled_library", "second_library"])
def either_library(request: pytest.FixtureRequest) -> Path:
    """First the library that ships with the program, then the one on another illness."""
    return Path(request.getfixturevalue(request.param))


@pytest.fixture(scope="session")
def resources() -> Path:
    """Everything that ships with the program and is not code."""
    return ROOT / "resources"


@pytest.fixture
def open_store() -> Iterator[OpenStore]:
    """``open_store(path)``: a content file, open until the test is over."""
    with ExitStack() as opened:
        yield lambda path: opened.enter_context(ContentStore.open(path))


@pytest.fixture
def fonts(qapp: object, resources: Path) -> None:
    """The reading font, as in the real program."""
    from pmlapp.reading.look.fonts import load_fonts  # noqa: PLC0415 the environment has to be set before Qt is imported

    load_fonts(resources / "fonts")
