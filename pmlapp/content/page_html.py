"""A page as semantic HTML, in one file that needs nothing beside it and runs no script."""

import base64
from collections.abc import Callable, Mapping
from html import escape
from typing import NamedTuple

from pmlapp.content.direction import direction_of
from pmlapp.content.model import Media
from pmlapp.content.page import (
    Align,
    Block,
    BlockId,
    Breadcrumb,
    Callout,
    CardEntry,
    CardList,
    Care,
    Citation,
    Crumb,
    Disclaimer,
    Emphasis,
    Figure,
    Fold,
    Heading,
    ItemList,
    LineBreak,
    Link,
    Notice,
    Page,
    Paragraph,
    ReviewLine,
    ShortAnswer,
    SourceEntry,
    SourceList,
    Span,
    Strong,
    Table,
    Term,
    Text,
    Title,
)
from pmlapp.content.page_style import PAGE_STYLE
from pmlapp.content.source_address import address_as_read

_DEEPEST_HEADING = 6
_ALIGN = {Align.START: "", Align.CENTRE: ' class="centre"', Align.END: ' class="end"'}

# No script runs and nothing is loaded from anywhere, whatever a text or a picture holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


class HtmlWords(NamedTuple):
    """What a page in HTML says by itself.

    ``care`` names each kind of box; ``show_fold`` has a ``{title}``, ``source_number`` a ``{number}``.
    """

    care: Mapping[Care, str]
    way_here: str
    show_fold: str
    source_number: str
    explained_words: str


class Addresses(NamedTuple):
    """Where things are.

    ``href`` gives the address that a link of the page leads to, by its target such as ``article:a/b``; "" leaves
    its words alone.  ``picture`` gives the address of a picture by its name; "" leaves its words alone.
    ``term`` gives the word and the meaning of a key of the glossary; None leaves its words alone.
    """

    href: Callable[[str], str]
    picture: Callable[[str], str]
    term: Callable[[str], tuple[str, str] | None]


def page_html(page: Page, words: HtmlWords, addresses: Addresses, *, library: str, foot: str = "") -> str:
    """The whole file as text: ``library`` is the title of the library, ``foot`` a line below the page."""
    below = f"<footer><p>{escape(foot)}</p></footer>\n" if foot else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(page.language)}" dir="{direction_of(page.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(page.title)} – {escape(library)}</title>\n<style>{PAGE_STYLE}</style>\n</head>\n<body>\n"
        f"{page_body(page, words, addresses)}\n{below}</body>\n</html>\n"
    )


def page_body(page: Page, words: HtmlWords, addresses: Addresses) -> str:
    """What goes into the body of a file: the way to the page, the page, the words that it explains."""
    writer = _Writer(words, addresses)
    way = [block for block in page.blocks if isinstance(block, Breadcrumb)]
    rest = tuple(block for block in page.blocks if not isinstance(block, Breadcrumb))
    inside = writer.blocks(rest)
    return f"{writer.blocks(tuple(way))}\n<main>\n{inside}\n{writer.explained()}</main>"


def outside_only(target: str) -> str:
    """The address of a link in a page that stands alone: places on the page itself and addresses on the web."""
    return target if target.startswith(("#", "https:")) else ""


def data_address(media: Media | None) -> str:
    """The address of a picture that is kept inside the file; "" where there is none."""
    if media is None:
        return ""
    return f"data:{media.media_type};base64,{base64.b64encode(media.data).decode()}"


class _Writer:
    """Walks over the blocks; every word is escaped where it is written."""

    def __init__(self, words: HtmlWords, addresses: Addresses) -> None:
        self._words = words
        self._addresses = addresses
        self._level = 1
        self._terms: dict[str, tuple[str, str]] = {}

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        return "\n".join(map(self._block, blocks))

    def explained(self) -> str:
        """The words that the page explains, each where its links lead."""
        if not self._terms:
            return ""
        entries = "".join(
            f'<dt id="word-{escape(key)}">{escape(word)}</dt><dd>{escape(meaning)}</dd>'
            for key, (word, meaning) in self._terms.items()
        )
        title = escape(self._words.explained_words)
        return (
            f'<section class="explained" aria-labelledby="explained-words">'
            f'<h2 id="explained-words">{title}</h2><dl>{entries}</dl></section>\n'
        )

    def _block(self, block: Block) -> str:
        match block:
            case Breadcrumb(crumbs=crumbs):
                steps = "".join(map(self._crumb, crumbs))
                return f'<nav aria-label="{escape(self._words.way_here)}"><ol>{steps}</ol></nav>'
            case Title(text=text):
                return f"<h1>{escape(text)}</h1>"
            case Heading(level=level, anchor=anchor, spans=spans):
                self._level = level
                return f'<h{level} id="{escape(anchor)}">{self._spans(spans)}</h{level}>'
            case Paragraph(spans=spans):
                return f"<p>{self._spans(spans)}</p>"
            case Disclaimer(spans=spans):
                return f'<p class="disclaimer">{self._spans(spans)}</p>'
            case ReviewLine(detail=detail, headline=headline):
                return f'<p class="review">{escape(detail)} <strong>{escape(headline)}</strong></p>'
            case Notice(id=name, care=care, headline=headline, advice=advice):
                said = f"<p><strong>{escape(headline)}</strong> {escape(advice)}</p>"
                label = escape(self._words.care[care])
                return f'<section class="box {care}" id="{escape(name)}" aria-label="{label}">{said}</section>'
            case ShortAnswer(id=name, label=label, spans=spans):
                self._level = 2
                return (
                    f'<section class="answer" aria-labelledby="{escape(name)}">'
                    f'<h2 id="{escape(name)}">{escape(label)}</h2><p>{self._spans(spans)}</p></section>'
                )
            case ItemList(ordered=ordered, start=start, items=items):
                points = "".join(f"<li>{self.blocks(item.blocks)}</li>" for item in items)
                first = f' start="{start}"' if start != 1 else ""
                return f"<ol{first}>{points}</ol>" if ordered else f"<ul>{points}</ul>"
            case Table():
                return self._table(block)
            case Figure(media=media, alt=alt, caption=caption):
                address = self._addresses.picture(media)
                picture = f'<img src="{escape(address)}" alt="{escape(alt)}">' if address else f"<p>{escape(alt)}</p>"
                below = f"<figcaption>{self._spans(caption)}</figcaption>" if caption else ""
                return f"<figure>{picture}{below}</figure>"
            case Callout():
                return self._callout(block)
            case Fold(id=name, title=title, blocks=inner):
                outer = self._level
                inside = self.blocks(inner)
                self._level = outer
                head = escape(self._words.show_fold.format(title=title))
                return f'<details id="fold-{escape(name)}"><summary>{head}</summary>\n{inside}</details>'
            case SourceList(entries=entries):
                return f'<ol class="sources">{"".join(map(self._source, entries))}</ol>'
            case CardList(entries=cards):
                return f'<ul class="cards">{"".join(map(self._card, cards))}</ul>'

    def _crumb(self, crumb: Crumb) -> str:
        if not crumb.target:
            return f'<li aria-current="page">{escape(crumb.title)}</li>'
        return f"<li>{self._link(crumb.target, escape(crumb.title))}</li>"

    def _callout(self, block: Callout) -> str:
        outer = self._level
        self._level = min(outer + 1, _DEEPEST_HEADING)
        kind = f'<span class="kind">{escape(self._words.care[block.care])}: </span>'
        name = escape(block.id)
        title = f'<h{self._level} id="{name}">{kind}{self._spans(block.title)}</h{self._level}>'
        inside = [self.blocks(block.blocks)]
        self._level = outer
        if block.action:
            call = f'<p class="action"><strong>{escape(block.action)}</strong></p>'
            inside.insert(0 if block.action_first else 1, call)
        body = "\n".join(filter(None, inside))
        return f'<section class="box {block.care}" aria-labelledby="{name}">{title}\n{body}</section>'

    def _table(self, table: Table) -> str:
        aligns = [_ALIGN[align] for align in table.aligns]
        head = "".join(
            f'<th scope="col"{align}>{self._spans(cell)}</th>' for cell, align in zip(table.header, aligns, strict=True)
        )
        rows = "".join(f"<tr>{self._row(cells, aligns)}</tr>" for cells in table.rows)
        # With a name, since a table too wide for a telephone can be scrolled by keys.
        name: BlockId = table.id
        caption = f'<caption id="{escape(name)}">{self._spans(table.caption)}</caption>' if table.caption else ""
        label = f' aria-labelledby="{escape(name)}"' if caption else ""
        note = f'<p class="note">{self._spans(table.note)}</p>' if table.note else ""
        return (
            f'<div class="wide" role="region" tabindex="0"{label}><table>{caption}<thead><tr>{head}</tr></thead>'
            f"<tbody>{rows}</tbody></table></div>{note}"
        )

    def _row(self, cells: tuple[tuple[Span, ...], ...], aligns: list[str]) -> str:
        first = f'<th scope="row"{aligns[0]}>{self._spans(cells[0])}</th>'
        others = (f"<td{align}>{self._spans(cell)}</td>" for cell, align in zip(cells[1:], aligns[1:], strict=True))
        return first + "".join(others)

    def _source(self, entry: SourceEntry) -> str:
        link = self._link(entry.url, escape(address_as_read(entry.url))) if entry.url else ""
        lines = "<br>".join(filter(None, (escape(entry.title), escape(entry.detail), link)))
        return f'<li id="source-{escape(entry.key)}" value="{entry.number}">{lines}</li>'

    def _card(self, card: CardEntry) -> str:
        lines = "".join(f"<p>{escape(text)}</p>" for text in (card.detail, card.note) if text)
        return f"<li>{self._link(card.target, escape(card.title))}{lines}</li>"

    def _link(self, target: str, inside: str) -> str:
        address = self._addresses.href(target)
        return f'<a href="{escape(address)}">{inside}</a>' if address else inside

    def _spans(self, spans: tuple[Span, ...]) -> str:
        return "".join(map(self._span, spans))

    def _span(self, span: Span) -> str:
        match span:
            case Text(text):
                return escape(text)
            case Strong(inner):
                return f"<strong>{self._spans(inner)}</strong>"
            case Emphasis(inner):
                return f"<em>{self._spans(inner)}</em>"
            case Link(target, inner):
                return self._link(target, self._spans(inner))
            case Term(key, inner):
                return self._term(key, self._spans(inner))
            case Citation(key, number):
                name = escape(self._words.source_number.format(number=number))
                return f'<sup><a href="#source-{escape(key)}" aria-label="{name}">[{number}]</a></sup>'
            case LineBreak():
                return "<br>"

    def _term(self, key: str, inside: str) -> str:
        found = self._terms.get(key) or self._addresses.term(key)
        if found is None:
            return inside
        self._terms[key] = found
        return f'<a class="term" href="#word-{escape(key)}">{inside}</a>'
