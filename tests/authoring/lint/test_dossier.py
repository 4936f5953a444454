"""What a dossier of facts records under each source."""

from pathlib import Path

import pytest

from pmlapp.authoring.lint.dossier import Dossier, read_dossier
from pmlapp.authoring.lint.quantities import quantities
from pmlapp.errors import DossierError

TEXT = """# Facts

## 1. How common

- Healthy people, pooled: 61% (25 studies, 18,331 people). (E) [S1]
- Of 250 records, 108 of 250 held up, 1995–96. (L) [S2b][S3]

| Time | Negative | Positive |
|---|---|---|
| 1–24 months | under 1 per 1,000 | 12 per 1,000 |
Source [S4]. Page undated.

| Symptom | India, 33 people [S5] | Review, 46 people [S6] |
|---|---|---|
| Weakness | 55% (18) | 69% |

Nothing here names 77 of anything.

## 33. Sources

| Key | What | Date |
|---|---|---|
| S7 | A paper | 2014;80:1430 |
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    path = tmp_path / "facts.md"
    path.write_text(TEXT, encoding="utf-8")
    return read_dossier(path)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("61%", "S1"),
        ("about 6 in 10", "S1"),
        ("18,331", "S1"),
        ("108", "S2b"),
        ("43 in 100", "S3"),
        ("1996", "S3"),
        ("12 in 1,000", "S4"),
        ("24 months", "S4"),
        ("18 of 33", "S5"),
        ("about 7 in 10", "S6"),
        ("61", "S1"),
        ("2014", "S7"),
    ],
)
def test_a_number_is_found_under_the_key_it_stands_with(dossier: Dossier, said: str, key: str) -> None:
    assert dossier.records(next(quantities(said)), [key])


@pytest.mark.parametrize(
    ("said", "key"), [("61%", "S2b"), ("8 in 10", "S1"), ("69%", "S5"), ("77", "S4"), ("77", "S6"), ("61%", "S99")]
)
def test_a_number_recorded_elsewhere_or_nowhere_is_not_found(dossier: Dossier, said: str, key: str) -> None:
    assert not dossier.records(next(quantities(said)), [key])


def test_every_key_with_a_fact_or_a_row_of_its_own_is_known(dossier: Dossier) -> None:
    assert sorted(dossier.numbers) == ["S1", "S2b", "S3", "S4", "S5", "S6", "S7"]


def test_a_file_that_is_no_dossier_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "facts.md"
    with pytest.raises(DossierError, match="cannot be read: No such file"):
        read_dossier(path)
    path.write_text("No sources here.", encoding="utf-8")
    with pytest.raises(DossierError, match="names a source"):
        read_dossier(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DossierError, match="it is not UTF-8"):
        read_dossier(path)
