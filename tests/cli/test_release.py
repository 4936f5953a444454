"""`pml release`: keys, editions and recalls signed by those who publish a library, and taken by `pmlapp update`."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pmlapp.cli.main import pml
from pmlapp.shell.app import main
from tests.packs.publisher import EDITIONS, build_editions

SECRET = {"PML_PASSPHRASE": "a long passphrase"}


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return build_editions(tmp_path_factory.mktemp("editions"))


def release(*arguments: object, secret: dict[str, str] = SECRET) -> Result:
    return CliRunner(env=secret).invoke(pml, ["release", *map(str, arguments)])


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    for holder in ("editor", "clinician", "publisher"):
        assert release("keys", holder, "-o", tmp_path / "keys").exit_code == 0
    return tmp_path / "keys"


@pytest.fixture
def begun(tmp_path: Path, keys: Path) -> Path:
    holders = [f"--{role}={keys / holder}.pub" for role in ("root", "targets") for holder in ("editor", "clinician")]
    signed = ["-k", keys / "editor.key", "-k", keys / "clinician.key"]
    more = ["--publisher", keys / "publisher.pub", "--targets-threshold", 2]
    made = release("init", tmp_path / "release", *holders, *more, *signed)
    assert made.exit_code == 0, made.output
    return tmp_path / "release"


def test_a_key_can_be_read_by_its_holder_alone(keys: Path) -> None:
    assert (keys / "editor.key").stat().st_mode & 0o777 == 0o600
    assert b"ENCRYPTED" in (keys / "editor.key").read_bytes()


def test_a_short_passphrase_is_refused(tmp_path: Path) -> None:
    refused = release("keys", "editor", "-o", tmp_path, secret={"PML_PASSPHRASE": "short"})
    assert refused.exit_code == 2
    assert "at least 12 letters" in refused.output


def test_a_wrong_passphrase_is_told(begun: Path, keys: Path, editions: list[Path]) -> None:
    secret = {"PML_PASSPHRASE": "another passphrase"}
    refused = release("add", begun, editions[0], "-k", keys / "editor.key", secret=secret)
    assert refused.exit_code == 65
    assert "the passphrase is wrong" in refused.output


def test_an_edition_goes_out_once_two_have_signed_it_and_a_computer_takes_it(
    begun: Path,
    keys: Path,
    editions: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "1 of 2 signatures" in release("add", begun, editions[1], "-k", keys / "editor.key").output
    publish = ("publish", begun, tmp_path / "stick", "-p", keys / "publisher.key")
    refused = release(*publish)
    assert refused.exit_code == 65
    assert "Only 1 of 2 signatures of targets are there." in refused.output
    assert not (tmp_path / "stick").exists()
    pem = (keys / "clinician.key").read_text()
    assert release("sign", begun, "-k", "env:CLINICIAN", secret={**SECRET, "CLINICIAN": pem}).exit_code == 0
    assert release(*publish).exit_code == 0

    home = tmp_path / "home"
    home.mkdir()
    (home / "site.toml").write_text(f'library = "{editions[0]}"\nupdate_root = "{begun}/metadata/1.root.json"\n')
    monkeypatch.setenv("PMLAPP_HOME", str(home))
    assert main(["update", str(tmp_path / "stick"), "--yes"]) == 0
    said = capsys.readouterr().out
    assert f"Here now: {EDITIONS[0]}. On the stick: {EDITIONS[1]}" in said
    assert "Changed: diet/food: What should I eat?" in said
    assert "Signed by: editor, clinician" in said
    assert main(["--text", "--article", "diet/food"]) == 0
    assert "Eat what you like." in capsys.readouterr().out

    assert main(["share", str(tmp_path / "for-others")]) == 0
    assert main(["update", "--back"]) == 0
    assert main(["--text", "--article", "diet/food"]) == 0
    assert "The virus rests in the kidneys." in capsys.readouterr().out
    assert main(["update", str(tmp_path / "for-others"), "--yes", "--again"]) == 0
    assert f"The library of {EDITIONS[1]} is in use." in capsys.readouterr().out


def test_an_edition_that_is_not_newer_is_refused(begun: Path, keys: Path, editions: list[Path]) -> None:
    assert release("add", begun, editions[1], "-k", keys / "editor.key").exit_code == 0
    refused = release("add", begun, editions[0], "-k", keys / "editor.key")
    assert refused.exit_code == 65
    assert "is not newer" in refused.output


def test_a_stolen_key_is_named_by_its_holder(begun: Path, keys: Path) -> None:
    refused = release("revoke", begun, "nobody", "-k", keys / "editor.key")
    assert "no key belongs to “nobody”" in refused.output
    assert "clinician, editor, publisher" in refused.output


def test_an_update_of_a_program_without_keys_says_what_to_ask_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PMLAPP_HOME", str(tmp_path))
    assert main(["update", str(tmp_path)]) == 78
    assert "Ask for the file root.json of your library" in capsys.readouterr().err
