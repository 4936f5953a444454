"""What the site decides is read from one file, and each mistake in it is named with its line."""

import sys
from pathlib import Path

import pytest

from pmlapp.errors import SiteFileError
from pmlapp.paths import theme_dir
from pmlapp.settings import FEATURES, THEMES, SiteSettings
from pmlapp.site_file import check_site_file, example_site_file, read_site_file
from pmlapp.site_keys import SITE_KEYS, contrast
from tests.hardship import not_allowed_to_write
from tests.processes import start


def site(tmp_path: Path, content: str | bytes) -> Path:
    path = tmp_path / "site.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_computer_without_a_site_file_has_the_usual_settings(tmp_path: Path) -> None:
    assert read_site_file(tmp_path / "site.toml") == SiteSettings()


def test_a_site_can_decide_everything(tmp_path: Path) -> None:
    path = site(
        tmp_path,
        "# The waiting room\n"
        'emergency_number = "112"\nlanguage = "pt-BR"\nstaff_nearby = true\nremember_reader = false\n'
        'theme = "high_contrast"\nlibrary = "/srv/library/content.db"\nweb_links = false\n'
        'clinic = "Example Clinic"\nlogo = "logo.svg"\nclinic_phone = "01632 960000"\nclinic_hours = "8 to 16"\n'
        'staff_help = "Ask at the desk."\nowner = "The desk"\nbrand_colour = "#15505E"\n'
        'languages = ["en", "ar"]\nfeatures = ["search", "print"]\nidle_seconds = 90\ncountdown_seconds = 45\n'
        'attract = "any"\nattract_seconds = 30\nrestart_at = "02:00"\nheadphones = true\n'
        'screen_mm = [336, 598]\nviewing_distance_mm = 700\nprinter = "Desk"\npages_per_visit = 4\n'
        "usage_counts = true\nmissed_words = true\n"
        'update_root = "root.json"\nupdate_from = "arrived"\n'
        'update_policy = "itself"\n',
    )
    found = read_site_file(path)
    assert found == SiteSettings(
        emergency_number="112",
        language="pt-BR",
        staff_nearby=True,
        remember_reader=False,
        theme="high_contrast",
        library=Path("/srv/library/content.db"),
        web_links=False,
        clinic="Example Clinic",
        logo=tmp_path / "logo.svg",
        clinic_phone="01632 960000",
        clinic_hours="8 to 16",
        staff_help="Ask at the desk.",
        owner="The desk",
        brand_colour="#15505E",
        languages=("en", "ar"),
        features=("search", "print"),
        idle_seconds=90,
        countdown_seconds=45,
        attract="any",
        attract_seconds=30,
        restart_at="02:00",
        headphones=True,
        screen_mm=(336, 598),
        viewing_distance_mm=700,
        printer="Desk",
        pages_per_visit=4,
        usage_counts=True,
        missed_words=True,
        update_root=tmp_path / "root.json",
        update_from=tmp_path / "arrived",
        update_policy="itself",
    )
    usual = SiteSettings()
    unset = {key for key in SiteSettings._fields if getattr(found, key) == getattr(usual, key)}
    assert unset == set(), "each setting of this test differs from the usual one"


def test_a_relative_library_lies_beside_the_site_file(tmp_path: Path) -> None:
    assert read_site_file(site(tmp_path, 'library = "ours.db"')).library == tmp_path / "ours.db"


def test_a_file_written_with_notepad_is_read(tmp_path: Path) -> None:
    assert read_site_file(site(tmp_path, b'\xef\xbb\xbfemergency_number = "999"\r\n')).emergency_number == "999"


def test_an_unknown_setting_is_refused_with_its_line_and_the_nearest(tmp_path: Path) -> None:
    path = site(tmp_path, '# ours\nlanguage = "en"\n\nfont = "Comic Sans"\n')
    with pytest.raises(SiteFileError) as failure:
        read_site_file(path)
    assert str(failure.value) == (
        f"The site file {path} cannot be used: line 4: there is no setting “font”; the nearest is owner."
    )
    assert "move the file away" in failure.value.what_to_do


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
        ("idle_seconds = 19", "idle_seconds must be a whole number of seconds from 20 to 3600"),
        ("idle_seconds = true", "a whole number of seconds"),
        ("countdown_seconds = 29", "a whole number of seconds from 30 to 300"),
        ('languages = "en"', "languages must be a list of 1 to 6 codes"),
        ("languages = []", "a list of 1 to 6 codes"),
        ('languages = ["en", "en"]', "a list of 1 to 6 codes"),
        ('features = ["browser"]', "features must be a list of some of search, numbers"),
        ('attract = "all"', "attract must be one of clinically-reviewed, sources-checked, any, none"),
        ('restart_at = "24:00"', "restart_at must be a time"),
        ("screen_mm = [336]", "screen_mm must be width and height in mm"),
        ("screen_mm = [336, 5]", "width and height in mm"),
        ('clinic = "a\\nb"', "clinic must be a name"),
        ('brand_colour = "red"', 'brand_colour must be a colour such as "#15505E"'),
        ('brand_colour = "#FFC22E"', "brand_colour #FFC22E cannot be read: white words on it has a contrast of 1.6"),
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


@pytest.mark.parametrize(
    ("mistyped", "meant"),
    [
        ("idle_second", "idle_seconds"),
        ("emergency", "emergency_number"),
        ("printers", "printer"),
        ("colour", "brand_colour"),
    ],
)
def test_a_mistyped_setting_is_told_with_the_one_that_was_meant(tmp_path: Path, mistyped: str, meant: str) -> None:
    with pytest.raises(SiteFileError, match=f"the nearest is {meant}[.]$"):
        read_site_file(site(tmp_path, f"{mistyped} = 3\n"))


def test_every_mistake_is_reported_at_once_and_the_rest_is_read(tmp_path: Path) -> None:
    path = site(tmp_path, 'idle_seconds = 5\nlanguage = "en"\nfont = 1\nlibrary = "gone.db"\nclinic = "Ours"\n')
    settings, mistakes = check_site_file(path)
    assert [mistake.line for mistake in mistakes] == [1, 3, 4]
    assert "which is not there" in mistakes[2].reason
    assert (settings.clinic, settings.idle_seconds) == ("Ours", 60)


def test_the_example_explains_every_setting_and_makes_none(tmp_path: Path) -> None:
    example = example_site_file()
    assert read_site_file(site(tmp_path, example)) == SiteSettings()
    made = "".join(
        line.removeprefix("# ") if line.startswith(tuple(f"# {key} = " for key in SITE_KEYS)) else line
        for line in example.splitlines(keepends=True)
    )
    (tmp_path / "content.db").touch()
    (tmp_path / "logo.svg").touch()
    (tmp_path / "root.json").touch()
    path = site(tmp_path, made)
    _, mistakes = check_site_file(path)
    assert mistakes == ()
    assert all(f"# {key} = " in example for key in SITE_KEYS)
    assert set(SITE_KEYS) == set(SiteSettings._fields)
    assert read_site_file(path).features == FEATURES


def test_the_site_file_that_is_packaged_for_kiosks_is_the_example() -> None:
    packaged = Path(__file__).parent.parent / "packaging" / "kiosk" / "site.toml"
    assert packaged.read_text(encoding="utf-8") == example_site_file()


def test_the_contrast_of_two_colours_is_that_of_the_standard() -> None:
    assert round(contrast("#FFFFFF", "#000000"), 1) == 21.0
    assert round(contrast("#777777", "#FFFFFF"), 2) == 4.48


def test_check_site_names_each_mistake_and_ends_with_78(tmp_path: Path) -> None:
    path = site(tmp_path, "idle_seconds = 5\nfont = 1\n")
    tried = start("check-site", str(path), home=tmp_path)
    assert (tried.returncode, tried.stdout) == (78, "")
    assert tried.stderr.splitlines() == [
        f"{path}:1: idle_seconds must be a whole number of seconds from 20 to 3600",
        f"{path}:2: there is no setting “font”; the nearest is owner",
    ]


def test_check_site_says_what_a_file_in_order_sets(tmp_path: Path) -> None:
    path = site(tmp_path, 'clinic = "Ours"\n')
    tried = start("check-site", str(path), home=tmp_path)
    assert (tried.returncode, tried.stdout, tried.stderr) == (0, f"{path} is in order. It sets clinic.\n", "")


def test_check_site_of_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    tried = start("check-site", str(tmp_path / "gone.toml"), home=tmp_path)
    assert (tried.returncode, tried.stdout) == (78, "")
    assert "there is no such file" in tried.stderr


def test_the_example_can_be_written_from_the_command_line(tmp_path: Path) -> None:
    tried = start("check-site", "--write-example", home=tmp_path)
    assert (tried.returncode, tried.stdout, tried.stderr) == (0, example_site_file(), "")


def test_a_start_without_a_site_file_loads_no_schema(tmp_path: Path) -> None:
    script = (
        "import sys; from pmlapp.shell.app import main; main(['--text']); "
        "print([name for name in ('pmlapp.site_file', 'pmlapp.site_keys', 'tomllib') if name in sys.modules])"
    )
    assert start(home=tmp_path, script=script).stdout.splitlines()[-1] == "[]"
