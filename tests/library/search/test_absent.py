"""What the bundled library does not hold is never answered with something near."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pmlapp.library.search.search import Search, open_search

ILLNESSES = """
diabetes, asthma, measles, gout, rabies, malaria, mumps, acne, eczema, glaucoma, cataracts, hepatitis, cholera,
appendicitis, bronchitis, osteoporosis, endometriosis, kidney stones, hay fever, heart attack, autism, schizophrenia,
tonsillitis, chickenpox, scabies, gallstones, celiac disease, sleep apnea, varicose veins, whooping cough,
down syndrome, cystic fibrosis, toothache, hemorrhoids, ringworm, tetanus, sunburn, heartburn, menopause, tinnitus
"""
NONSENSE = (
    "zxqv, flurb, qwertyuiop, asdfgh, lkjhgf, xyzzy, blorptang, mmmmmm, aaaaaa, trewq, zzz zz, 77 97, %%%, ..., qq"
)


@pytest.fixture(scope="module")
def search(bundled_library: Path) -> Iterator[Search]:
    with open_search(bundled_library) as opened:
        yield opened


@pytest.mark.parametrize("illness", [name.strip() for name in ILLNESSES.split(",")])
def test_an_illness_that_no_page_is_about_finds_nothing(search: Search, illness: str) -> None:
    for typed in (illness, f"what is {illness}", f"{illness} treatment", f"how do I know if I have {illness}?"):
        findings = search.find(typed)
        assert list(findings.hits) == [], typed
        assert findings.searched == typed


@pytest.mark.parametrize("typed", [text.strip() for text in NONSENSE.split(",")])
def test_nonsense_finds_nothing(search: Search, typed: str) -> None:
    findings = search.find(typed)
    assert (list(findings.hits), findings.searched) == ([], typed)
