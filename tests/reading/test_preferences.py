"""What the reader decides is kept, and nothing that happens to its file stops the reader."""

import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlapp.errors import PreferencesError
from pmlapp.paths import theme_dir
from pmlapp.reading.preferences import LETTERS, LINE_LENGTHS, THEME_CHOICES, Preferences, PreferencesFile
from tests.hardship import fill_disk_at, not_allowed_to_write

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the hardship is made with Linux's own means")

MID_PAGE = Preferences(
    text_percent=175,
    theme="dark",
    language="en",
    last_page="causes/what-causes-pml",
    last_position=31.5,
    window_width=1280,
    window_height=800,
    window_maximised=True,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "preferences.json"


def written(path: Path, content: str | bytes) -> PreferencesFile:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return PreferencesFile(path)


def test_a_new_reader_gets_the_defaults_and_hears_of_no_error(path: Path) -> None:
    assert PreferencesFile(path).load() == (Preferences(), None)


def test_what_is_kept_comes_back_at_the_next_start(path: Path) -> None:
    PreferencesFile(path).save(MID_PAGE)
    assert PreferencesFile(path).load() == (MID_PAGE, None)


@given(
    st.builds(
        Preferences,
        text_percent=st.integers(100, 400),
        theme=st.sampled_from(THEME_CHOICES),
        letters=st.sampled_from(LETTERS),
        line_length=st.sampled_from(LINE_LENGTHS),
        guide_lines=st.integers(1, 3),
        listen_speed=st.none() | st.integers(0, 6),
        voices=st.just((("en", "Anna"), ("hi", "x+y"))),
        language=st.none() | st.sampled_from(["en", "ar", "pt-BR", "zh-Hans"]),
        pages_language=st.none() | st.sampled_from(["en", "hi"]),
        remember_place=st.just(True),
        last_page=st.sampled_from(["home", "words", "risk/medicines"]),
        last_position=st.floats(0, 1e6),
        window_width=st.none() | st.integers(200, 32_000),
        window_height=st.none() | st.integers(200, 32_000),
        window_maximised=st.booleans(),
    )
)
def test_every_choice_survives_keeping(preferences: Preferences) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = PreferencesFile(Path(folder) / "preferences.json")
        file.save(preferences)
        assert file.load() == (preferences, None)


def test_keeping_again_replaces_what_was_kept(path: Path) -> None:
    file = PreferencesFile(path)
    file.save(MID_PAGE)
    file.save(MID_PAGE._replace(text_percent=300))
    assert file.load()[0].text_percent == 300
    assert [each.name for each in path.parent.iterdir()] == ["preferences.json"]


def test_without_a_file_nothing_is_kept() -> None:
    file = PreferencesFile(None)
    file.save(MID_PAGE)
    assert file.load() == (Preferences(), None)


def test_a_reader_who_does_not_want_the_place_remembered_leaves_no_trace_of_it(path: Path) -> None:
    file = PreferencesFile(path)
    file.save(MID_PAGE)
    file.save(MID_PAGE._replace(remember_place=False))
    assert "causes" not in path.read_text(encoding="utf-8")
    assert "31.5" not in path.read_text(encoding="utf-8")
    kept, _ = file.load()
    assert kept == MID_PAGE._replace(remember_place=False, last_page=None, last_position=0.0)


def test_a_place_in_the_file_is_not_used_when_it_should_not_be_remembered(path: Path) -> None:
    file = written(path, '{"remember_place": false, "last_page": "risk/medicines", "last_position": 4.0}')
    assert file.load() == (Preferences(remember_place=False), None)


@linux
def test_only_the_reader_may_see_what_was_read(path: Path) -> None:
    PreferencesFile(path).save(MID_PAGE)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ('"text_percent": 50', Preferences(text_percent=100)),
        ('"text_percent": 4000', Preferences(text_percent=400)),
        ('"text_percent": NaN', Preferences()),
        ('"text_percent": true', Preferences()),
        ('"text_percent": "150"', Preferences()),
        ('"text_percent": 149.9', Preferences(text_percent=149)),
        ('"text_percent": 1' + "0" * 400, Preferences(text_percent=400)),
        ('"theme": "pink"', Preferences()),
        ('"theme": [1]', Preferences()),
        ('"language": "en; rm"', Preferences()),
        ('"remember_place": 0', Preferences()),
        ('"last_page": "../../etc/passwd"', Preferences()),
        ('"last_page": "a/b", "last_position": -3', Preferences(last_page="a/b")),
        ('"last_page": "a/b", "last_position": Infinity', Preferences(last_page="a/b", last_position=1e6)),
        ('"last_position": 7', Preferences()),
        ('"window_width": 1', Preferences(window_width=200)),
        ('"window_height": 1e300', Preferences(window_height=32_000)),
        ('"listen_speed": 40', Preferences(listen_speed=6)),
        ('"listen_speed": "fast"', Preferences()),
        ('"voices": [["en", "Anna"], ["en; rm", "Bo"], ["de", 7], 3]', Preferences(voices=(("en", "Anna"),))),
        ('"voices": {"en": "Anna"}', Preferences()),
        ('"something_newer": 1', Preferences()),
        ("", Preferences()),
    ],
)
def test_a_value_that_makes_no_sense_is_brought_into_range_or_left_out(
    path: Path, values: str, expected: Preferences
) -> None:
    assert written(path, f"{{{values}}}").load() == (expected, None)


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"\xff\xfe\x00",
        b"text_percent = 100",
        b'["text_percent", 100]',
        b'{"a":' + b"[" * 50_000,
        b'{"a": ' + b"9" * 10_000 + b"}",
        b" " * 70_000 + b"{}",
        b"\x00" * 400,
    ],
    ids=["cut off", "not utf-8", "toml", "a list", "deep", "long number", "too large", "zeros after a power cut"],
)
def test_a_damaged_file_is_put_aside_whole_and_told_once(path: Path, content: bytes) -> None:
    file = written(path, content)
    preferences, error = file.load()
    assert preferences == Preferences()
    assert "damaged" in str(error)
    assert path.with_name("preferences.json.unreadable").read_bytes() == content
    assert file.load() == (Preferences(), None)


def test_a_folder_in_the_place_of_the_file_is_put_aside_too(path: Path) -> None:
    path.mkdir(parents=True)
    file = PreferencesFile(path)
    assert isinstance(file.load()[1], PreferencesError)
    file.save(MID_PAGE)
    assert file.load() == (MID_PAGE, None)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_content_whatsoever_stops_the_reader(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        preferences, _ = written(Path(folder) / "preferences.json", content).load()
    assert 100 <= preferences.text_percent <= 400


def test_a_file_where_the_folder_should_be_is_told_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("in the way", encoding="utf-8")
    file = PreferencesFile(tmp_path / "config" / "preferences.json")
    with pytest.raises(PreferencesError, match="could not be kept: there is a file where a folder should be"):
        file.save(MID_PAGE)
    preferences, error = file.load()
    assert preferences == Preferences()
    assert "there is a file where a folder should be" in str(error)


@linux
def test_a_folder_that_may_not_be_written_keeps_what_it_had_and_is_told(path: Path) -> None:
    file = PreferencesFile(path)
    file.save(MID_PAGE)
    path.chmod(0o644)
    with not_allowed_to_write(path.parent):
        with pytest.raises(PreferencesError, match="this user is not allowed to"):
            file.save(MID_PAGE._replace(text_percent=400))
        assert file.load() == (MID_PAGE, None)


@linux
def test_preferences_that_may_not_be_read_give_the_defaults_and_a_reason(path: Path) -> None:
    file = PreferencesFile(path)
    file.save(MID_PAGE)
    path.chmod(0)
    with not_allowed_to_write(path.parent):
        preferences, error = file.load()
    assert preferences == Preferences()
    assert "this user is not allowed to" in str(error)


@linux
def test_a_damaged_file_that_cannot_be_put_aside_still_lets_the_reader_start(path: Path) -> None:
    file = written(path, b"{")
    with not_allowed_to_write(path.parent):
        preferences, error = file.load()
    assert preferences == Preferences()
    assert isinstance(error, PreferencesError)


@linux
def test_a_full_disk_is_told_and_keeps_what_was_kept_before(path: Path) -> None:
    file = PreferencesFile(path)
    file.save(MID_PAGE)
    fill_disk_at(path.with_name("preferences.json.new"))
    with pytest.raises(PreferencesError, match="the disk is full") as failure:
        file.save(MID_PAGE._replace(text_percent=400))
    assert failure.value.what_to_do == "You can go on reading. They last until you close the window."
    assert file.load() == (MID_PAGE, None)
    assert [each.name for each in path.parent.iterdir()] == ["preferences.json"]


def test_the_choice_of_themes_is_the_themes_there_are() -> None:
    assert set(THEME_CHOICES) == {"system"} | {theme.stem for theme in theme_dir().glob("*.json")}


def test_each_library_has_a_last_place_of_its_own_and_choices_are_shared(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    usual, other = PreferencesFile(path), PreferencesFile(path, library="0a1b2c")
    usual.save(Preferences(last_page="causes/what-causes-pml", last_position=3.0, text_percent=150))
    assert other.load()[0] == Preferences(text_percent=150)
    other.save(Preferences(last_page="diet/food", last_position=7.0, text_percent=200))
    assert usual.load()[0] == Preferences(last_page="causes/what-causes-pml", last_position=3.0, text_percent=200)
    assert other.load()[0] == Preferences(last_page="diet/food", last_position=7.0, text_percent=200)
    usual.save(Preferences(remember_place=False))
    assert "diet" not in path.read_text()
    assert other.load()[0] == Preferences(remember_place=False)


@pytest.mark.parametrize("others", ["[]", '{"a": 5}', '{"a": ["no page", 1]}', '{"a": ["diet/food", "x", 3]}'])
def test_places_of_other_libraries_that_make_no_sense_are_left_out(tmp_path: Path, others: str) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(f'{{"text_percent": 200, "other_libraries": {others}}}')
    assert PreferencesFile(path, library="a").load() == (Preferences(text_percent=200), None)


def test_places_of_no_more_than_20_other_libraries_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    for number in range(25):
        PreferencesFile(path, library=f"{number}").save(Preferences(last_page="diet/food"))
    assert PreferencesFile(path, library="4").load()[0].last_page is None
    assert PreferencesFile(path, library="24").load()[0].last_page == "diet/food"
