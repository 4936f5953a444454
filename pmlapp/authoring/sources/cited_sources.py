"""What a table of ``sources.toml`` may say of one source, and what is wrong with it."""

import re
from collections.abc import Mapping
from typing import Final

from pmlapp.authoring.sources.diagnostics import Diagnostics, SourceFault
from pmlapp.authoring.sources.records import Form, Key, Keys, Record
from pmlapp.content.model import Source, SourceKey
from pmlapp.content.source_address import DOI, PUBMED_ID, AddressKind, kind_of

NOT_KNOWN: Final = "not known"
"""What ``address`` says of a source if nobody knows where exactly it is."""

SOURCE_KEYS: Final[Keys] = {
    **{key: Key(Form.TEXT) for key in ("title", "publisher", "published")},
    **{key: Key(Form.TEXT, needed=False) for key in ("url", "doi", "pmid", "address", "note")},
    "licence": Key(Form.TEXT),
}


def cited_sources(records: Mapping[str, Record], notes: Diagnostics) -> dict[str, Source]:
    """The sources by key, with everything noted that is wrong in their ``records``."""
    sources = {key: _source(key, record, notes) for key, record in records.items()}
    for name in ("doi", "pmid"):
        first: dict[str, str] = {}
        for key, record in records.items():
            number = record.text(name).casefold()
            if number and first.setdefault(number, key) != key:
                notes.add(
                    record.line_of(name),
                    f"{first[number]} has this “{name}” already; cite that one",
                    SourceFault.ADDRESS,
                )
    return sources


def says_not_known(record: Record) -> bool:
    """Whether a source says of itself that its exact address is not known."""
    return record.text("address") == NOT_KNOWN


def _source(key: str, record: Record, notes: Diagnostics) -> Source:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", key):
        notes.add(record.line, f"the key “{key}” may hold letters a-z, digits, - and _ only")
    source = Source(
        key=SourceKey(key),
        title=record.text("title"),
        publisher=record.text("publisher"),
        published=record.text("published"),
        url=record.text("url"),
        licence=record.text("licence"),
        doi=record.text("doi"),
        pmid=record.text("pmid"),
        note=record.text("note"),
    )
    _check_form(source, record, notes)
    _check_place(source, record, notes)
    return source


def _check_form(source: Source, record: Record, notes: Diagnostics) -> None:
    if source.url and not re.fullmatch(r"https?://[!-~]+", source.url):
        notes.add(record.line_of("url"), f"“url” must be an address that starts with https://, not “{source.url}”")
    if source.doi and not DOI.fullmatch(source.doi):
        notes.add(
            record.line_of("doi"),
            f"the “doi” must be a DOI such as 10.1093/brain/awac237, not “{source.doi}”",
            SourceFault.ADDRESS,
        )
    if source.pmid and not PUBMED_ID.fullmatch(source.pmid):
        notes.add(
            record.line_of("pmid"),
            f"the “pmid” must be a number of PubMed such as 35779271, not “{source.pmid}”",
            SourceFault.ADDRESS,
        )
    if "address" in record.values and not says_not_known(record):
        notes.add(
            record.line_of("address"),
            f"the “address” can only be “{NOT_KNOWN}”; an address belongs under “url”",
            SourceFault.ADDRESS,
        )


def _check_place(source: Source, record: Record, notes: Diagnostics) -> None:
    marked = says_not_known(record)
    exact = kind_of(source.url) is AddressKind.EXACT or bool(source.doi or source.pmid)
    if marked and exact:
        notes.add(
            record.line_of("address"),
            f"the “address” says “{NOT_KNOWN}”, but there is one; take one of them out",
            SourceFault.ADDRESS,
        )
    elif not exact and not source.url and not marked:
        notes.add(
            record.line,
            f"[{source.key}] lacks “url”, “doi” or “pmid”; if none is known, write address = “{NOT_KNOWN}”",
            SourceFault.ADDRESS,
        )
