"""What the site decides is read from one file, and each mistake in it is named with its line."""

import sys
from pathlib import Path

import pytest

from pmlapp.errors import SiteFileError
from pmlapp.paths import theme_dir
from pmlapp.settings import THEMES, SiteSettings, read_site_file
from tests.hardship import not_allowed_to_write


def site(tmp_path: Path, content: str | bytes) -> Path:
    path = tmp_path / "site.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_computer_without_a_site_file_has_the_usual_settings(tmp_path: Path) -> None:
    assert read_site_file(tmp_path / "site.toml") == SiteSettings(
        emergency_number=None, language="en", staff_nearby=False, remember_reader=True, theme=None, library=None
    )


def test_a_site_can_decide_everything(tmp_path: Path) -> None:
    path = site(
        tmp_path,
        "# The waiting room\n"
        'emergency_number = "112"\nlanguage = "pt-BR"\nstaff_nearby = true\nremember_reader = false\n'
        'theme = "high_contrast"\nlibrary = "/srv/library/content.db"\n',
    )
    assert read_site_file(path) == SiteSettings(
        emergency_number="112",
        language="pt-BR",
        staff_nearby=True,
        remember_reader=False,
        theme="high_contrast",
        library=Path("/srv/library/content.db"),
    )


def test_a_relative_library_lies_beside_the_site_file(tmp_path: Path) -> None:
    assert read_site_file(site(tmp_path, 'library = "ours.db"')).library == tmp_path / "ours.db"


def test_a_file_written_with_notepad_is_read(tmp_path: Path) -> None:
    assert read_site_file(site(tmp_path, b'\xef\xbb\xbfemergency_number = "999"\r\n')).emergency_number == "999"


def test_an_unknown_setting_is_refused_with_its_line_and_what_there_is(tmp_path: Path) -> None:
    path = site(tmp_path, '# ours\nlanguage = "en"\n\nfont = "Comic Sans"\n')
    with pytest.raises(SiteFileError) as failure:
        read_site_file(path)
    assert str(failure.value) == (
        f"The site file {path} cannot be used: line 4: there is no setting “font”; "
        "there are emergency_number, language, staff_nearby, remember_reader, theme, library."
    )
    assert "take the file away" in failure.value.what_to_do


@pytest.mark.parametrize("content", ["[kiosk]\nidle = 3\n", "kiosk.idle = 3\n", '"kiosk" = 3\n', "[[kiosk]]\n"])
def test_a_setting_of_another_kind_of_program_is_found_however_it_is_written(tmp_path: Path, content: str) -> None:
    with pytest.raises(SiteFileError, match="line 1: there is no setting “kiosk”"):
        read_site_file(site(tmp_path, content))


@pytest.mark.parametrize(
    ("line", "allowed"),
    [
        ("emergency_number = 112", 'emergency_number must be the number to call, such as "112"'),
        ('emergency_number = "call somebody"', "the number to call"),
        ('emergency_number = "1\\n2"', "the number to call"),
        (f'emergency_number = "{"1" * 41}"', "the number to call"),
        ('language = "English"', 'language must be the code of a language, such as "en"'),
        ("language = []", "the code of a language"),
        ("remember_reader = 1", "remember_reader must be true or false"),
        ('remember_reader = "no"', "true or false"),
        ('theme = "pink"', "theme must be one of light, dark, high_contrast, warm_paper, in quotes"),
        ("theme = ['dark']", "theme must be one of"),
        ('library = ""', "library must be the place of a content file, in quotes"),
        ("library = true", "the place of a content file"),
        ('library = "a\\u0000b"', "the place of a content file"),
    ],
)
def test_a_value_that_is_not_allowed_is_refused_with_its_line_and_what_is(
    tmp_path: Path, line: str, allowed: str
) -> None:
    with pytest.raises(SiteFileError) as failure:
        read_site_file(site(tmp_path, f"# first\n{line}\n"))
    assert "cannot be used: line 2: " in str(failure.value)
    assert allowed in str(failure.value)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("language = 'en'\nthis is no toml\n", "line 2 is not TOML"),
        ("language = 'en'\nlanguage = 'ar'\n", "line 2 is not TOML"),
        ("language = '''en", "line 1, the last, is not TOML"),
        ("theme = " + "[" * 50_000, "its brackets are nested too deep"),
        (b"\xff\xfel\x00", "line 1 is not text in UTF-8"),
        (b"#" * 70_000, "it is larger than 65536 bytes"),
    ],
    ids=["no TOML", "twice", "open end", "nested", "UTF-16", "large"],
)
def test_a_file_that_cannot_be_understood_is_refused_in_a_sentence(
    tmp_path: Path, content: str | bytes, reason: str
) -> None:
    with pytest.raises(SiteFileError) as failure:
        read_site_file(site(tmp_path, content))
    assert reason in str(failure.value)
    assert failure.value.exit_code == 78


def test_a_folder_in_the_place_of_the_site_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SiteFileError, match=r"there is a folder where the file should be|not allowed"):
        read_site_file(tmp_path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the hardship is made with Linux's own means")
def test_a_site_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = site(tmp_path, "")
    path.chmod(0)
    with not_allowed_to_write(tmp_path), pytest.raises(SiteFileError, match="this user is not allowed to"):
        read_site_file(path)


def test_the_themes_a_site_may_choose_are_the_themes_there_are() -> None:
    assert set(THEMES) == {theme.stem for theme in theme_dir().glob("*.json")}


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b'language = "en"\ntheme = \xff\n', "line 2 is not text in UTF-8"),
        (b'language = "en"\ntheme = "dark', "line 2"),
        (b'language = "en"\n\ntheme = [[' + b"[" * 5_000, "line 3: its brackets are nested too deep"),
        (b"# ours\nlanguage = " + b"1" * 5_000 + b"\n", "line 2: a number is too long"),
        (b'language = "en"\n"f\\u006fnt" = 3\n', "line 2: there is no setting"),
        (b'language = "en"\nlanguage = "en"\n', "line 2 is not TOML"),
        (b'language = """\nen\n', "line 2, the last, is not TOML"),
    ],
    ids=["no text", "cut off", "nested", "long number", "escaped key", "twice", "end"],
)
def test_every_mistake_is_named_with_its_line(tmp_path: Path, content: bytes, line: str) -> None:
    with pytest.raises(SiteFileError) as failure:
        read_site_file(site(tmp_path, content))
    assert f"cannot be used: {line}" in str(failure.value)
