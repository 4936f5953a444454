"""A library as web pages that work from a folder, without a server and without a network."""

import base64
import hashlib
import json
from html import escape
from importlib.resources import files
from typing import Any, Final, NamedTuple

from pmlapp.authoring.exporting.put_in_place import Files
from pmlapp.authoring.exporting.shelf import ExportedPage, ExportShelf, relative
from pmlapp.content.direction import direction_of
from pmlapp.content.model import ArticleKind
from pmlapp.content.page_html import Addresses, data_address, page_body
from pmlapp.content.page_style import PAGE_STYLE
from pmlapp.library.pages.review import ReviewStatus
from pmlapp.library.pages.web_page import html_words

_VALID: Final = (ReviewStatus.CLINICALLY_REVIEWED, ReviewStatus.DUE_SOON)
_HOME, _SEARCH, _WORDS = "index.html", "search.html", "words.html"


class SiteWords(NamedTuple):
    """What the site says beside the pages."""

    contents: str = "On this page"
    every_question: str = "Every question"
    nothing: str = "Nothing was found. Every question is below."
    found: str = "Pages found: {count}"


class WebSite:
    """Writes the files of a site; every page says the same words in the same order as in the window."""

    def __init__(self, shelf: ExportShelf, said: SiteWords | None = None) -> None:
        self._said = said or SiteWords()
        self._shelf = shelf
        self._words = html_words(shelf.words)
        package = files("pmlapp.authoring.exporting")
        self._style = PAGE_STYLE + (package / "site.css").read_text(encoding="utf-8")
        self._script = (package / "search.js").read_text(encoding="utf-8")

    def files(self) -> Files:
        """Every file of the site by its path."""
        yield _HOME, self._home()
        yield _SEARCH, self._search()
        yield _WORDS, self._word_list()
        for each in self._shelf.pages():
            yield address_of(each.article.id), self._page(each)

    def _page(self, exported: ExportedPage) -> bytes:
        place = address_of(exported.article.id)

        def href(target: str) -> str:
            if target.startswith(("#", "https:")):
                return target
            kind, _, name = target.partition(":")
            if kind == "article":
                return relative(address_of(name), place) if name in self._shelf.reviews else ""
            if kind == "topic":
                return relative(f"{_HOME}#topic-{name}", place)
            return relative(_HOME, place) if target == "page:home" else ""

        addresses = Addresses(href, lambda name: data_address(self._shelf.picture(name)), self._shelf.term)
        body = page_body(exported.page, self._words, addresses)
        places = "".join(
            f'<li><a href="#{escape(entry.anchor)}">{escape(entry.title)}</a></li>' for entry in exported.page.outline
        )
        title = escape(self._said.contents)
        beside = f'<nav class="contents" aria-label="{title}"><h2>{title}</h2><ul>{places}</ul></nav>' if places else ""
        data = json.dumps(self._schema(exported), ensure_ascii=False).replace("<", "\\u003c")
        return self._file(
            place,
            exported.page.title,
            f'<div class="beside">\n<div class="page">{body}</div>\n{beside}</div>',
            head=f'<script type="application/ld+json">{data}</script>\n',
            description=exported.article.short_answer,
        )

    def _schema(self, exported: ExportedPage) -> dict[str, Any]:
        """What search engines read; a review only where a record holds for the text as it is."""
        article, review, library = exported.article, exported.review, self._shelf.library
        said: dict[str, Any] = {
            "@context": "https://schema.org",
            "@type": ["MedicalWebPage", "FAQPage"] if article.kind is ArticleKind.QUESTION else "MedicalWebPage",
            "name": article.title,
            "inLanguage": article.language,
            "about": library.subject,
            "license": article.licence,
            "publisher": {"@type": "Organization", "name": library.publisher},
            "isPartOf": {"@type": "WebSite", "name": library.title},
        }
        if article.kind is ArticleKind.QUESTION:
            answer = {"@type": "Answer", "text": article.short_answer}
            said["mainEntity"] = [{"@type": "Question", "name": article.title, "acceptedAnswer": answer}]
        if review.clinical is not None and review.status in _VALID:
            said["lastReviewed"] = review.clinical.signed_on.isoformat()
            said["reviewedBy"] = {
                "@type": "Person",
                "name": review.clinical.reviewer,
                "jobTitle": review.clinical.role,
            }
        if article.sources:
            said["citation"] = [
                {"@type": "CreativeWork", "name": source.title, **({"url": source.url} if source.url else {})}
                for source in article.sources
            ]
        return said

    def _home(self) -> bytes:
        library, words = self._shelf.library, self._shelf.words
        topics = "\n".join(
            f'<section aria-labelledby="topic-{escape(topic.id)}"><h2 id="topic-{escape(topic.id)}">'
            f"{escape(topic.title)}</h2><p>{escape(topic.description)}</p>{_links(pages, _HOME)}</section>"
            for topic, pages in self._shelf.topics
        )
        inside = f"<main>\n<h1>{escape(library.title)}</h1>\n{topics}\n"
        inside += f'<p class="disclaimer">{escape(words.disclaimer)}</p>\n</main>'
        return self._file(_HOME, library.title, inside)

    def _search(self) -> bytes:
        every = "".join(
            f"<section><h2>{escape(topic.title)}</h2>{_links(pages, _SEARCH)}</section>"
            for topic, pages in self._shelf.topics
        )
        entries = [
            {
                "a": address_of(each.article.id),
                "t": each.article.title,
                "s": each.article.short_answer,
                "n": " ".join((*each.article.names, *each.article.also_asked)),
                "h": " ".join(entry.title for entry in each.page.outline),
            }
            for each in self._shelf.pages()
        ]
        index = json.dumps(entries, ensure_ascii=False).replace("<", "\\u003c")
        said = {"none": self._said.nothing, "some": self._said.found}
        told = escape(json.dumps(said, ensure_ascii=False))
        inside = (
            f"<main>\n<h1>{escape(self._said.every_question)}</h1>\n"
            f'<p id="found" role="status" data-words="{told}"></p>\n<ul id="results" class="cards"></ul>\n'
            f'<div id="every">{every}</div>\n</main>\n'
            f'<script type="application/json" id="index">{index}</script>\n<script>{self._script}</script>'
        )
        digest = base64.b64encode(hashlib.sha256(self._script.encode()).digest()).decode()
        return self._file(
            _SEARCH,
            self._said.every_question,
            inside,
            scripts=f"; script-src 'sha256-{digest}'",
        )

    def _word_list(self) -> bytes:
        title = escape(self._shelf.words.word_list)
        words = "".join(
            f'<dt id="word-{escape(term.key)}">{escape(term.word)}</dt><dd>{escape(term.meaning)}</dd>'
            for term in self._shelf.glossary()
        )
        return self._file(_WORDS, self._shelf.words.word_list, f"<main><h1>{title}</h1><dl>{words}</dl></main>")

    def _file(
        self, place: str, title: str, inside: str, *, head: str = "", scripts: str = "", description: str = ""
    ) -> bytes:
        library, words = self._shelf.library, self._shelf.words
        policy = f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self' file:{scripts}"
        said = f'<meta name="description" content="{escape(description)}">\n' if description else ""
        label = escape(words.search)
        bar = (
            f'<header class="bar"><a class="home" href="{relative(_HOME, place)}">{escape(library.title)}</a>'
            f'<form role="search" action="{relative(_SEARCH, place)}"><label for="q">{label}</label>'
            f'<input id="q" name="q" type="search"><button>{label}</button></form>'
            f'<a href="{relative(_WORDS, place)}">{escape(self._shelf.words.word_list)}</a></header>'
        )
        language, direction = library.language, direction_of(library.language)
        foot = " · ".join((library.publisher, library.licence, library.edition))
        whole = title if title == library.title else f"{title} – {library.title}"
        return (
            f'<!DOCTYPE html>\n<html lang="{escape(language)}" dir="{direction}">\n<head>\n'
            f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<meta name="color-scheme" content="light dark">\n<title>{escape(whole)}</title>\n{said}'
            f"<style>{self._style}</style>\n{head}</head>\n<body>\n{bar}\n{inside}\n"
            f"<footer><p>{escape(foot)}</p></footer>\n"
            "</body>\n</html>\n"
        ).encode()


def address_of(page: str) -> str:
    """The path of a page in the site."""
    return f"{page}.html"


def _links(pages: tuple[tuple[str, str], ...], start: str) -> str:
    points = "".join(
        f'<li><a href="{relative(address_of(page), start)}">{escape(title)}</a></li>' for page, title in pages
    )
    return f"<ul>{points}</ul>"
