"""A library as a folder of Markdown that MkDocs builds: the text of each page with what is around it."""

import json
import re
from typing import Any, Final

from pmlapp.authoring.exporting.put_in_place import Files
from pmlapp.authoring.exporting.shelf import ExportedPage, ExportShelf
from pmlapp.content.model import Source
from pmlapp.content.page import Disclaimer, ReviewLine, plain
from pmlapp.content.source_address import address_to_open

_LINK: Final = re.compile(r"\]\((article|glossary|media):([^()\s]+)\)")
_MKDOCS: Final = """\
site_name: {title}
use_directory_urls: false
theme:
  name: {theme}
markdown_extensions:
  - admonition
  - attr_list
  - footnotes
  - tables
  - pymdownx.details
"""


def markdown_files(shelf: ExportShelf) -> Files:
    """Every file of the folder by its path: ``mkdocs.yml``, and in ``docs`` pages, words and pictures."""
    library = shelf.library
    yield "mkdocs.yml", _MKDOCS.format(title=json.dumps(library.title, ensure_ascii=False), theme="material").encode()
    listed = "\n".join(
        f"## {topic.title}\n\n{topic.description}\n\n"
        + "\n".join(f"- [{title}]({page}.md)" for page, title in pages)
        + "\n"
        for topic, pages in shelf.topics
    )
    yield "docs/index.md", f"# {library.title}\n\n{listed}\n{shelf.words.disclaimer}\n".encode()
    words = "\n".join(f"## {term.word} {{#{term.key}}}\n\n{term.meaning}\n" for term in shelf.glossary())
    yield "docs/words.md", f"# {shelf.words.explained_words}\n\n{words}".encode()
    pictures: set[str] = set()
    for exported in shelf.pages():
        yield f"docs/{exported.article.id}.md", _page(exported, shelf, pictures).encode()
    for name in sorted(pictures):
        if (media := shelf.picture(name)) is not None:
            yield f"docs/media/{name}", media.data


def _page(exported: ExportedPage, shelf: ExportShelf, pictures: set[str]) -> str:
    article = exported.article
    front = {
        "title": article.title,
        "description": article.short_answer,
        "tags": list(article.names),
        "licence": article.licence,
    }
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items() if value)

    def link(match: re.Match[str]) -> str:
        kind, name = match[1], match[2]
        if kind == "glossary":
            return f"](../words.md#{name})"
        if kind == "media":
            pictures.add(name)
            return f"](../media/{name})"
        return f"](../{name}.md)" if name in shelf.reviews else "](../index.md)"

    review = next((block for block in exported.page.blocks if isinstance(block, ReviewLine)), None)
    said = f"*{review.detail} {review.headline}*\n\n" if review else ""
    foot = next((plain(block.spans) for block in exported.page.blocks if isinstance(block, Disclaimer)), "")
    sources = "".join(f"[^{source.key}]: {_source(source)}\n" for source in article.sources)
    related = "".join(
        f"- [{each.title}](../{each.to}.md): {each.reason}\n" for each in article.related if each.to in shelf.reviews
    )
    more = f"## {shelf.words.related}\n\n{related}\n" if related else ""
    return (
        f"---\n{head}---\n# {article.title}\n\n{said}**{shelf.words.short_answer}**: {article.short_answer}\n\n"
        f"{_LINK.sub(link, article.body)}\n\n{more}{foot}\n\n{sources}"
    )


def _source(source: Source) -> str:
    parts: list[Any] = [
        source.title,
        source.publisher,
        source.published,
        source.licence,
        address_to_open(source) or source.url,
    ]
    return ". ".join(str(part) for part in parts if part)
