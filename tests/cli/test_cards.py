"""`pml cards`, as somebody types it who sets up a kiosk."""

from pathlib import Path

from click.testing import CliRunner

from pmlapp.cli.main import pml
from pmlapp.content.file.store import ContentStore
from pmlapp.library.leaflet_code import LeafletCode, read_code


def test_it_prints_a_number_for_every_page_and_each_leads_back_to_its_page(bundled_library: Path) -> None:
    result = CliRunner().invoke(pml, ["cards", "--library", str(bundled_library)])
    assert result.exit_code == 0, result.output
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    with ContentStore.open(bundled_library) as store:
        assert len(rows) == store.counts().articles
        for number, _title, page in rows:
            code = read_code(number, last_page=store.last_page())
            assert isinstance(code, LeafletCode)
            assert code.mark is None
            assert not number.startswith("0")
            found = store.page_numbered(code.page)
            assert found is not None
            assert found[0] == page


def test_cards_to_cut_out_hold_title_and_number_and_say_it_digit_by_digit(
    bundled_library: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "cards.html"
    result = CliRunner().invoke(pml, ["cards", "--library", str(bundled_library), "-o", str(sheet)])
    assert (result.exit_code, result.stdout) == (0, f"{sheet}: 32 cards\n")
    text = sheet.read_text(encoding="utf-8")
    assert text.count("<section>") == 32
    assert "What causes PML?" in text
    assert 'aria-label="1 0 0' in text or 'aria-label="1 ' in text


def test_a_folder_that_is_not_there_is_told(bundled_library: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(
        pml, ["cards", "--library", str(bundled_library), "-o", str(tmp_path / "no" / "c.html")]
    )
    assert result.exit_code == 73
    assert "the folder is not there" in result.output
