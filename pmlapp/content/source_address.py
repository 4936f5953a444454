"""Where a source can be opened, or that no exact place of it is known."""

import re
from enum import StrEnum
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from pmlapp.content.model import Source

DOI: Final = re.compile(r"10\.\d{4,9}/[!-~]+")
"""A whole DOI, without ``https://doi.org/`` in front.  Source: https://www.doi.org/doi-handbook"""

PUBMED_ID: Final = re.compile(r"[1-9]\d{0,8}")

_SEARCHES: Final = frozenset({"term", "q", "query", "search", "search_query", "text", "keyword", "keywords"})
"""Names of what is asked for in the address of a search page."""


class AddressKind(StrEnum):
    """How far an address leads."""

    EXACT = "exact"
    """To the page that is meant."""
    SITE = "site"
    """To the front page of a site, where the reader would have to look for it."""
    SEARCH = "search"
    """To a list of what a search finds on the day."""
    NONE = "none"


def kind_of(url: str) -> AddressKind:
    """How far an address leads, judged by its form; nothing is fetched."""
    if not url:
        return AddressKind.NONE
    parts = urlsplit(url)
    # openFDA gives one record under an address of this form; a label has no other there.
    if parts.hostname == "api.fda.gov" and parts.query.startswith("search=openfda."):
        return AddressKind.EXACT
    if _SEARCHES & {name.casefold() for name, _ in parse_qsl(parts.query)}:
        return AddressKind.SEARCH
    return AddressKind.EXACT if parts.path.strip("/") or parts.query else AddressKind.SITE


def numbers_of(source: Source) -> tuple[str, ...]:
    """Its DOI and its PubMed id as a reader sees them; none if it has none."""
    doi = f"DOI {source.doi}" if source.doi else ""
    pmid = f"PubMed {source.pmid}" if source.pmid else ""
    return tuple(number for number in (doi, pmid) if number)


def address_to_open(source: Source) -> str:
    """The address at which a source can be opened, for a link, a copy or a QR code.

    Its own address if that is exact, else one made from its DOI or its PubMed
    id; "" if it has none of them, and then nobody may make one up.
    """
    if kind_of(source.url) is AddressKind.EXACT:
        return source.url
    if source.doi:
        return f"https://doi.org/{source.doi}"
    return f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/" if source.pmid else ""


def address_as_read(url: str) -> str:
    """A web address as people read it."""
    return url.removeprefix("https://").removeprefix("http://").removesuffix("/")
