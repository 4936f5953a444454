"""`pml package` wraps a library with a ready reader, or says why not and leaves nothing."""

import json
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pmlapp.cli.main import pml

CLINIC = 'name = "Sugar at Example Clinic"\npackage = "sugar"\nmaintainer = "Front desk <desk@example.org>"\n'


@pytest.fixture
def reader(tmp_path: Path) -> Path:
    """A folder shaped like a frozen reader; its program prints its version, as the script that installs it asks for."""
    folder = tmp_path / "reader"
    (folder / "_internal" / "resources").mkdir(parents=True)
    (folder / "_internal" / "content.db").write_bytes(b"the library that came with it")
    shutil.copyfile("/bin/true", folder / "pmlapp")
    (folder / "pmlapp").chmod(0o755)
    return folder


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    folder = tmp_path / "clinic"
    folder.mkdir()
    (folder / "branding.toml").write_text(CLINIC)
    (folder / "site.toml").write_text('clinic = "Example Clinic"\n')
    return folder


def run(second_sources: Path, reader: Path, output: Path, *more: str | Path) -> Result:
    arguments = ["package", "--library", second_sources, "--reader", reader, "--output", output, "--draft", *more]
    return CliRunner().invoke(pml, [str(argument) for argument in arguments])


def test_a_clinic_gets_its_library_under_its_own_name(
    second_sources: Path, reader: Path, clinic: Path, tmp_path: Path
) -> None:
    out = tmp_path / "with blanks"
    result = run(second_sources, reader, out, "--branding", clinic, "--target", "tar")
    assert result.exit_code == 0, result.output
    manifest = json.loads((out / "manifest.json").read_text())
    assert manifest["name"] == "Sugar at Example Clinic"
    assert manifest["library"]["title"] == "Living with Type 2"
    [made] = manifest["files"]
    with tarfile.open(out / made["file"]) as package:
        package.extractall(tmp_path / "unpacked", filter="data")
    [top] = (tmp_path / "unpacked").iterdir()
    assert (top / "lib/sugar/_internal/package-name").read_text() == "sugar\n"
    assert (top / "lib/sugar/_internal/site.toml").is_file()
    assert b"SQLite" in (top / "lib/sugar/_internal/content.db").read_bytes()[:16]
    assert "Name=Sugar at Example Clinic" in (top / "share/applications/sugar.desktop").read_text()
    prefix = tmp_path / "installed in"
    for arguments in ([], ["--remove"]):
        subprocess.run([str(top / "install.sh"), "--prefix", str(prefix), *arguments], check=True, capture_output=True)
        assert (prefix / "bin/sugar").exists() is not bool(arguments)
    assert not [path for path in prefix.rglob("*") if path.is_file()]


def test_a_library_without_its_reviews_is_not_packaged(second_sources: Path, reader: Path, tmp_path: Path) -> None:
    arguments = ["package", "--library", second_sources, "--reader", reader, "--output", tmp_path / "out"]
    result = CliRunner().invoke(pml, [str(argument) for argument in arguments])
    assert result.exit_code == 65
    assert "M09" in result.output
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="a Debian package is made by Debian's program")
def test_two_runs_give_the_same_debian_package(second_sources: Path, reader: Path, tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        assert run(second_sources, reader, tmp_path / name, "--target", "deb").exit_code == 0
        made += (tmp_path / name).glob("*.deb")
    assert made[0].read_bytes() == made[1].read_bytes()
    listed = subprocess.run(["dpkg-deb", "--contents", str(made[0])], check=True, capture_output=True, text=True)
    assert "./usr/share/icons/hicolor/scalable/apps/living-with-type-2.svg" in listed.stdout


def _no_picture(clinic: Path, reader: Path) -> None:
    (clinic / "branding.toml").write_text(f'{CLINIC}icon = "icon.png"\n')
    (clinic / "icon.png").write_bytes(b"not a picture")


def _unknown_key(clinic: Path, reader: Path) -> None:
    (clinic / "branding.toml").write_text('nmae = "x"\n')


def _bad_site(clinic: Path, reader: Path) -> None:
    (clinic / "site.toml").write_text("idle_seconds = 3\n")


def _no_program(clinic: Path, reader: Path) -> None:
    (reader / "pmlapp").unlink()


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (_no_picture, "icon.png is not a picture"),
        (_unknown_key, "“nmae” is not known"),
        (_bad_site, "idle_seconds"),
        (_no_program, "it holds no program pmlapp"),
    ],
)
def test_a_mistake_is_named_and_nothing_is_made(
    second_sources: Path, reader: Path, clinic: Path, tmp_path: Path, spoil: object, sentence: str
) -> None:
    assert callable(spoil)
    spoil(clinic, reader)
    result = run(second_sources, reader, tmp_path / "out", "--branding", clinic, "--target", "tar")
    assert result.exit_code in (65, 66, 78), result.output
    assert sentence in result.output
    assert "Traceback" not in result.output
    assert not (tmp_path / "out").exists()


def test_a_reader_for_another_system_is_refused(second_sources: Path, reader: Path, tmp_path: Path) -> None:
    result = run(second_sources, reader, tmp_path / "out", "--target", "zip")
    assert result.exit_code == 69
    assert "takes a reader for Windows" in result.output
    assert not list(tmp_path.glob("out/*"))


def test_a_folder_that_may_not_be_written_is_named(second_sources: Path, reader: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file in the way")
    result = run(second_sources, reader, tmp_path / "out", "--target", "tar")
    assert result.exit_code == 73
    assert (tmp_path / "out").read_text() == "a file in the way"
