"""Files are found where each system keeps them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pmlapp import paths

ANN = {"HOME": "/home/ann"}
OWN = (paths.preferences_file, paths.log_file, paths.instance_dir, paths.site_file)


def test_everything_that_came_with_the_program_is_where_it_is_looked_for() -> None:
    assert list(paths.font_dir().glob("*.ttf"))
    assert (paths.icon_dir() / "home.svg").is_file()
    assert (paths.theme_dir() / "light.json").is_file()
    assert paths.bundled_library().name == "content.db"
    assert paths.bundled_library().parent == paths.resources_dir().parent


def test_bundled_files_do_not_depend_on_the_folder_one_stands_in(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", "from pmlapp import paths; print(paths.icon_dir())"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(paths.resources_dir().parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(told.stdout.strip()) == paths.icon_dir()


def test_linux_keeps_files_where_xdg_says() -> None:
    assert [place(ANN, "linux") for place in OWN] == [
        Path("/home/ann/.config/pmlapp/preferences.json"),
        Path("/home/ann/.local/state/pmlapp/pmlapp.log"),
        Path("/home/ann/.local/state/pmlapp/instance"),
        Path("/etc/pmlapp/site.toml"),
    ]
    moved = {**ANN, "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s", "XDG_RUNTIME_DIR": "/run/user/1000"}
    assert [place(moved, "linux") for place in OWN] == [
        Path("/c/pmlapp/preferences.json"),
        Path("/s/pmlapp/pmlapp.log"),
        Path("/run/user/1000/pmlapp"),
        Path("/etc/pmlapp/site.toml"),
    ]


def test_a_relative_xdg_path_is_ignored() -> None:
    relative = {**ANN, "XDG_CONFIG_HOME": "config", "XDG_RUNTIME_DIR": "run"}
    assert paths.preferences_file(relative, "linux") == Path("/home/ann/.config/pmlapp/preferences.json")
    assert paths.instance_dir(relative, "linux") == Path("/home/ann/.local/state/pmlapp/instance")


def test_windows_keeps_files_in_its_application_folders() -> None:
    windows = {"APPDATA": "/Roaming", "LOCALAPPDATA": "/Local", "PROGRAMDATA": "/ProgramData", "USERPROFILE": "/ann"}
    assert [place(windows, "win32") for place in OWN] == [
        Path("/Roaming/pmlapp/preferences.json"),
        Path("/Local/pmlapp/pmlapp.log"),
        Path("/Local/pmlapp/instance"),
        Path("/ProgramData/pmlapp/site.toml"),
    ]
    assert paths.preferences_file({"USERPROFILE": "/ann"}, "win32") == Path(
        "/ann/AppData/Roaming/pmlapp/preferences.json"
    )


def test_macos_keeps_files_in_the_library() -> None:
    assert [place(ANN, "darwin") for place in OWN] == [
        Path("/home/ann/Library/Application Support/pmlapp/preferences.json"),
        Path("/home/ann/Library/Logs/pmlapp/pmlapp.log"),
        Path("/home/ann/Library/Application Support/pmlapp/instance"),
        Path("/Library/Application Support/pmlapp/site.toml"),
    ]


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_one_variable_puts_all_files_of_this_computer_into_one_folder(platform: str, tmp_path: Path) -> None:
    stick = {**ANN, "PMLAPP_HOME": str(tmp_path), "XDG_RUNTIME_DIR": "/run/user/1000"}
    assert {place(stick, platform).parent for place in OWN} == {tmp_path}


def test_what_is_kept_between_runs_is_in_the_systems_cache_folder() -> None:
    assert paths.cache_dir({"HOME": "/home/ann"}, "linux") == Path("/home/ann/.cache/pmlapp")
    assert paths.cache_dir({"HOME": "/home/ann", "XDG_CACHE_HOME": "/fast"}, "linux") == Path("/fast/pmlapp")
    assert paths.cache_dir({"HOME": "/Users/ann"}, "darwin") == Path("/Users/ann/Library/Caches/pmlapp")
    assert paths.cache_dir({"HOME": "/home/ann", "PMLAPP_HOME": "/stick"}, "linux") == Path("/stick/cache")


def test_the_site_file_can_be_named_alone(tmp_path: Path) -> None:
    named = {**ANN, "PMLAPP_HOME": "/stick", "PMLAPP_SITE": str(tmp_path / "clinic.toml")}
    assert paths.site_file(named, "linux") == tmp_path / "clinic.toml"
    assert paths.log_file(named, "linux") == Path("/stick/pmlapp.log")


def test_a_user_without_a_home_still_gets_an_answer() -> None:
    # As a service that runs as a number nobody has in the table of users.
    script = (
        "import os\nfrom pmlapp import paths\n"
        "if os.getuid() == 0:\n    os.setuid(4242)\n"
        "print(paths.log_file({}, 'linux'))\n"
    )
    nameless = {name: value for name, value in os.environ.items() if name not in ("HOME", "USERPROFILE")}
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=nameless)
    assert told.stdout.strip().endswith("/.local/state/pmlapp/pmlapp.log")


@pytest.fixture
def packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a frozen program, as `pml package` leaves it."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "pmlapp"))
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "_internal" / "pmlapp" / "paths.py"))
    (tmp_path / "_internal").mkdir()
    return tmp_path / "_internal"


def test_a_package_keeps_its_files_apart_from_those_of_another(packaged: Path) -> None:
    assert paths.preferences_file(ANN, "linux") == Path("/home/ann/.config/pmlapp/preferences.json")
    (packaged / "package-name").write_text("living-with-type-2\n")
    assert [place(ANN, "linux") for place in OWN] == [
        Path("/home/ann/.config/living-with-type-2/preferences.json"),
        Path("/home/ann/.local/state/living-with-type-2/pmlapp.log"),
        Path("/home/ann/.local/state/living-with-type-2/instance"),
        Path("/etc/living-with-type-2/site.toml"),
    ]


def test_a_package_brings_a_site_file_until_the_keeper_writes_one(packaged: Path, tmp_path: Path) -> None:
    (packaged / "site.toml").write_text('clinic = "Example Clinic"\n')
    programs = {**ANN, "PROGRAMDATA": str(tmp_path / "kept")}
    assert paths.site_file(programs, "win32") == packaged / "site.toml"
    (tmp_path / "kept" / "pmlapp").mkdir(parents=True)
    (tmp_path / "kept" / "pmlapp" / "site.toml").write_text("")
    assert paths.site_file(programs, "win32") == tmp_path / "kept" / "pmlapp" / "site.toml"


def test_a_portable_program_keeps_all_beside_itself(packaged: Path) -> None:
    assert paths.portable_dir() == packaged.parent / "pmlapp-data"
