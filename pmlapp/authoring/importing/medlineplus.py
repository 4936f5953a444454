"""A file of MedlinePlus health topics: each topic becomes a page, other people's texts that it lists do not."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from pmlapp.authoring.importing.dialect import DialectWriter
from pmlapp.authoring.importing.html_tree import read_tree
from pmlapp.authoring.importing.imported import CitedSource, ImportedPage, Unread
from pmlapp.authoring.importing.not_carried import Kind, Note
from pmlapp.authoring.importing.web_page import html_page
from pmlapp.content.model import Code

_LANGUAGES: Final = {"english": "en", "spanish": "es"}


def medlineplus_pages(
    path: Path, root: Element, write: DialectWriter, *, language: str
) -> Iterator[ImportedPage | Unread]:
    """The pages of all topics in a language; a topic in another language, or without a summary, is said to be one."""
    for topic in root.iter("health-topic"):
        title = topic.get("title", "")
        origin = f"medlineplus:{topic.get('id') or title}"
        spoken = _LANGUAGES.get(topic.get("language", "English").casefold(), "")
        if spoken != language.partition("-")[0]:
            yield Unread(origin, f"the topic “{title}” is in {topic.get('language')}")
            continue
        summary = topic.findtext("full-summary") or ""
        if not summary.strip():
            yield Unread(origin, f"the topic “{title}” has no summary")
            continue
        tree = read_tree(f"<html><body><div>{summary}</div></body></html>".encode())
        for marked in list(tree.iter("span")):
            if (marked.get("class") or "").startswith("qt"):
                marked.drop_tag()
        page = html_page(
            tree, origin=origin, folder=None, usual_title=title, write=write, language=language, own_title=title
        )
        yield _complete(page, topic, title) if isinstance(page, ImportedPage) else page


def _complete(page: ImportedPage, topic: Element, title: str) -> ImportedPage:
    names: dict[str, str] = {}
    for tag in ("also-called", "see-reference"):
        for each in topic.iter(tag):
            if name := " ".join((each.text or "").split()):
                names.setdefault(name.casefold(), name)
    sites = sum(1 for _ in topic.iter("site"))
    left = (Note(Kind.EMPTY, title, f"{sites} links to pages of other people were left out"),) if sites else ()
    groups = [" ".join((each.text or "").split()) for each in topic.iter("group")]
    return page._replace(
        topic=groups[0] if groups else "",
        names=tuple(names.values()),
        codes=tuple(Code("MeSH", each.get("id", "")) for each in topic.iter("descriptor") if each.get("id")),
        notes=(*page.notes, *left),
        source=CitedSource(
            key=f"MP{re.sub(r'[^A-Za-z0-9]+', '-', topic.get('id', ''))}",
            title=title,
            publisher="MedlinePlus, National Library of Medicine (USA)",
            published=topic.get("date-created") or "undated",
            url=topic.get("url", ""),
            licence="Public domain",
        ),
    )
