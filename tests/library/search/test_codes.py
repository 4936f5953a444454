"""From a code in somebody's records to the pages filed under it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pmlapp.content.file.search_tables import SearchTables
from pmlapp.content.file.stored_codes import StoredCodes
from pmlapp.content.model import Code
from pmlapp.library.search.codes import SYSTEMS, Coded, broader_code, pages_with_code
from tests.builders import article, content_file, library

PML = "causes/pml"
PRION = "causes/prion"
LIBRARY = library(
    (
        article(
            PML,
            title="What is PML?",
            codes=(
                Code("ICD-10", "A81.2"),
                Code("ICD-10-CM", "A81.2"),
                Code("ICD-9-CM", "046.3"),
                Code("ICD-11", "8A45.02"),
                Code("Orphanet", "ORPHA:217260"),
                Code("MeSH", "D007968"),
                Code("UMLS", "C0023524"),
            ),
        ),
        article(PRION, title="Prions", codes=(Code("ICD-10", "A81"), Code("ICD-10", "B20.7"))),
        article("causes/hiv", title="HIV", codes=(Code("ICD-10", "B20.7"),)),
    )
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoredCodes]:
    with StoredCodes.open(content_file(tmp_path_factory.mktemp("codes"), LIBRARY)) as opened:
        yield opened


def asked(store: StoredCodes, option: str, code: str) -> Coded:
    return pages_with_code(store, SYSTEMS[option], code)


@pytest.mark.parametrize(
    ("option", "code"),
    [
        ("icd10", "A81.2"),
        ("icd10", "a812"),
        ("icd10", " A81.2 "),
        ("icd10", "ICD-10: A81.2"),
        ("icd9", "046.3"),
        ("icd9", "0463"),
        ("icd11", "8A45.02"),
        ("orpha", "217260"),
        ("orpha", "ORPHA:217260"),
        ("orpha", "ORPHA 217260"),
        ("mesh", "d007968"),
        ("umls", "C0023524"),
    ],
)
def test_a_code_leads_to_its_page_however_it_is_written(store: StoredCodes, option: str, code: str) -> None:
    found = asked(store, option, code)
    assert [page.article for page in found.pages] == [PML]
    assert not found.is_broader


@pytest.mark.parametrize(
    ("option", "code", "broader", "page"),
    [
        ("icd10", "A81.9", "A81", PRION),
        ("icd10", "A81.25", "A81.2", PML),
        ("icd9", "046.31", "046.3", PML),
        ("icd11", "8A45.02X", "8A45.02", PML),
    ],
)
def test_where_the_code_itself_is_not_there_the_nearest_broader_one_is(
    store: StoredCodes, option: str, code: str, broader: str, page: str
) -> None:
    found = asked(store, option, code)
    assert (found.code, found.is_broader, [each.article for each in found.pages]) == (broader, True, [page])


def test_several_pages_may_have_a_code(store: StoredCodes) -> None:
    assert [page.title for page in asked(store, "icd10", "B20.7").pages] == ["Prions", "HIV"]


@pytest.mark.parametrize(
    ("option", "code"),
    [
        ("icd10", "A8"),
        ("icd10", "A82.2"),
        ("icd10", "046.3"),
        ("icd9", "046"),
        ("orpha", "2172601"),
        ("mesh", "D00796"),
        ("umls", "A81.2"),
        ("icd11", "8A4"),
    ],
)
def test_another_code_and_a_code_of_another_system_lead_nowhere(store: StoredCodes, option: str, code: str) -> None:
    assert asked(store, option, code) == Coded("", False, ())


def test_every_code_of_the_bundled_library_is_found(bundled_library: Path) -> None:
    with StoredCodes.open(bundled_library) as bundled:
        for option, system in SYSTEMS.items():
            for page in bundled.coded_pages(system.names):
                assert page.article in [each.article for each in asked(bundled, option, page.code.value).pages]
        assert asked(bundled, "icd10", "A81.2").pages


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchTables]:
    with SearchTables.open(content_file(tmp_path_factory.mktemp("tables"), LIBRARY)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "broader"),
    [
        ("A81.25", "A81.2"),
        ("a8125", "A81.2"),
        ("ICD-10: A81.25", "A81.2"),
        ("A81.9", "A81"),
        ("046.31", "046.3"),
        ("8A45.02X", "8A45.02"),
        ("A81.2", ""),
        ("8A45", ""),
        ("A82.2", ""),
        ("2172601", ""),
        ("D0079681", ""),
        ("A81.25 treatment", ""),
        ("A81", ""),
        ("", ""),
        ("…", ""),
        ("A81.2\x00", ""),
    ],
)
def test_for_a_code_typed_into_the_search_the_nearest_broader_one_is_found(
    tables: SearchTables, typed: str, broader: str
) -> None:
    assert broader_code(tables, typed) == broader
