"""A source leads to its page, to its DOI or PubMed id, or says that nobody knows where it is."""

import pytest

from pmlapp.content.source_address import AddressKind, address_to_open, kind_of, numbers_of
from tests.builders import FIRST


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://www.nhs.uk/conditions/meningitis/", AddressKind.EXACT),
        ("https://example.org/page?id=7", AddressKind.EXACT),
        ("https://example.org/?id=7", AddressKind.EXACT),
        ("https://api.fda.gov/drug/label.json?search=openfda.generic_name%3A%22natalizumab%22", AddressKind.EXACT),
        ("https://fda.gov", AddressKind.SITE),
        ("https://fda.gov/", AddressKind.SITE),
        ("https://fda.gov/#news", AddressKind.SITE),
        ("https://pubmed.ncbi.nlm.nih.gov/?term=Hall+cytarabine", AddressKind.SEARCH),
        ("https://example.org/find/?lang=en&Query=pml", AddressKind.SEARCH),
        ("", AddressKind.NONE),
    ],
)
def test_an_address_is_judged_by_how_far_it_leads(url: str, kind: AddressKind) -> None:
    assert kind_of(url) is kind


@pytest.mark.parametrize(
    ("url", "doi", "pmid", "opened"),
    [
        ("https://example.org/1", "10.1093/brain/awac237", "35779271", "https://example.org/1"),
        ("", "10.1093/brain/awac237", "35779271", "https://doi.org/10.1093/brain/awac237"),
        ("", "", "35779271", "https://pubmed.ncbi.nlm.nih.gov/35779271/"),
        ("https://fda.gov", "10.1093/brain/awac237", "", "https://doi.org/10.1093/brain/awac237"),
        ("https://fda.gov", "", "", ""),
        ("", "", "", ""),
    ],
)
def test_an_exact_address_is_opened_first_then_the_doi_then_pubmed(url: str, doi: str, pmid: str, opened: str) -> None:
    assert address_to_open(FIRST._replace(url=url, doi=doi, pmid=pmid)) == opened


def test_only_numbers_that_a_source_has_are_shown() -> None:
    assert numbers_of(FIRST) == ()
    assert numbers_of(FIRST._replace(pmid="35779271")) == ("PubMed 35779271",)
    both = FIRST._replace(doi="10.1093/brain/awac237", pmid="35779271")
    assert numbers_of(both) == ("DOI 10.1093/brain/awac237", "PubMed 35779271")
