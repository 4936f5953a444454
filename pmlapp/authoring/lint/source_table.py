"""The state of every source of a library: whether it can be opened, and how often it is cited."""

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from pmlapp.authoring.printed_tables import Format, csv_table, json_table, text_table
from pmlapp.authoring.sources.cited_sources import says_not_known
from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.content.model import Article, Source
from pmlapp.content.source_address import AddressKind, address_to_open, kind_of

_MARK: Final = re.compile(r"\[\^([A-Za-z0-9][A-Za-z0-9_-]*)\]")


class SourceState(StrEnum):
    """Whether a reader can open a source."""

    EXACT = "exact address"
    DOI = "DOI only"
    PUBMED = "PubMed id only"
    NOT_KNOWN = "not known"
    """It says so itself."""
    SITE = "bare site"
    """A mistake, unless it says that its address is not known."""
    SEARCH = "search string"
    """The same."""


OPENABLE: Final = frozenset({SourceState.EXACT, SourceState.DOI, SourceState.PUBMED})


class SourceRow(NamedTuple):
    """One source."""

    key: str
    state: SourceState
    citations: int
    """Marks such as ``[^S5]`` in the texts of all pages, claims in place."""
    pages: int
    published: str
    title: str
    doi: str
    pmid: str
    address: str
    """Where to open it; where that is not known, the site or search that is."""


def cited_keys(article: Article) -> list[str]:
    """The key of each citation mark in the text of an article, in order."""
    return _MARK.findall(article.body)


def source_rows(library: LibrarySources) -> tuple[SourceRow, ...]:
    """A row for each source in the order of ``sources.toml``."""
    cited = [Counter(cited_keys(article)) for article in library.articles]
    marks = sum(cited, Counter[str]())
    pages = Counter(key for counts in cited for key in counts)
    return tuple(
        SourceRow(
            key=source.key,
            state=_state(source, marked=says_not_known(library.source_records[source.key])),
            citations=marks[source.key],
            pages=pages[source.key],
            published=source.published,
            title=source.title,
            doi=source.doi,
            pmid=source.pmid,
            address=address_to_open(source) or source.url,
        )
        for source in library.sources
    )


def printed_sources(rows: Sequence[SourceRow], form: Format) -> str:
    """The table in the form asked for, without a line break at the end."""
    match form:
        case Format.TEXT:
            head = ("key", "state", "citations", "pages", "published", "title", "address")
            return text_table([head, *map(_cells, rows)])
        case Format.JSON:
            return json_table([row._asdict() for row in rows])
        case Format.CSV:
            return csv_table(SourceRow._fields, (row._asdict() for row in rows))


def summary(rows: Sequence[SourceRow]) -> str:
    """How many sources are in each state, and how many citations lead to one that cannot be opened."""
    counts = Counter(row.state for row in rows)
    states = ", ".join(f"{counts[state]} {state}" for state in SourceState if counts[state])
    lost = sum(row.citations for row in rows if row.state not in OPENABLE)
    of = sum(row.citations for row in rows)
    return f"{len(rows)} sources: {states or 'none'}; {lost} of {of} citations lead to one that cannot be opened"


def _state(source: Source, *, marked: bool) -> SourceState:
    if kind_of(source.url) is AddressKind.EXACT:
        return SourceState.EXACT
    if source.doi or source.pmid:
        return SourceState.DOI if source.doi else SourceState.PUBMED
    if marked or not source.url:
        return SourceState.NOT_KNOWN
    return SourceState.SITE if kind_of(source.url) is AddressKind.SITE else SourceState.SEARCH


def _cells(row: SourceRow) -> tuple[str, ...]:
    return (row.key, row.state, str(row.citations), str(row.pages), row.published, row.title, row.address)
