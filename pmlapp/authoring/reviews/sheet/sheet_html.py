"""A review sheet as one HTML file that needs nothing beside it: fonts and pictures are inside."""

import base64
import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Final

from pmlapp.authoring.reviews.sheet.review_sheet import MOST_COLUMNS, ReviewSheet, SheetPart, SinceSignOff
from pmlapp.authoring.reviews.sheet.sheet_words import SheetWords
from pmlapp.authoring.reviews.text_changes import Fate
from pmlapp.content.model import Media
from pmlapp.content.page import (
    Align,
    Block,
    Breadcrumb,
    Callout,
    CardList,
    Citation,
    Disclaimer,
    Emphasis,
    Figure,
    Fold,
    Heading,
    ItemList,
    LineBreak,
    Link,
    Notice,
    Paragraph,
    ReviewLine,
    ShortAnswer,
    SourceList,
    Span,
    Strong,
    Table,
    Term,
    Text,
    Title,
)
from pmlapp.content.source_address import address_to_open

_FACES: Final = (("400Regular", 400, "normal"), ("400Regular_Italic", 400, "italic"), ("700Bold", 700, "normal"))
_ELEMENTS: Final = {Fate.KEPT: "span", Fate.GONE: "del", Fate.NEW: "ins"}
_ALIGN: Final = {Align.START: "start", Align.CENTRE: "center", Align.END: "end"}

# No script runs and nothing is loaded, whatever a text or a picture holds.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
_STYLE: Final = """
body { font: 1rem/1.5 "Atkinson Hyperlegible Next", sans-serif; color: #1e2a30; background: #fff;
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1, h2, h3, h4 { color: #12353f; line-height: 1.25; break-after: avoid; }
h2 { border-top: 2px solid #12353f; margin-top: 2.5rem; padding-top: .6rem; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: 1rem 0; }
.numbers th { width: 15%; } .numbers th:first-child { width: 60%; } .numbers th:last-child { width: 25%; }
li > p { margin: .2rem 0; } sup { line-height: 0; }
caption { text-align: start; font-weight: 700; }
th, td { border: 1px solid #7b7466; padding: .3rem .5rem; vertical-align: top; text-align: start; }
tr, li, figure, .box, .ticks { break-inside: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
dt { font-weight: 700; } dd { margin: 0; }
.box { border: 1px solid #7b7466; border-inline-start-width: .5rem; padding: .2rem 1rem; margin: 1rem 0; }
.emergency { border-color: #a2191c; } .urgent { border-color: #a86a00; }
.fold { border-inline-start: 3px dotted #7b7466; padding-inline-start: 1rem; margin: 1rem 0; }
.small { font-size: .85rem; color: #4b555a; }
.ticks p { margin: 0 0 .3rem; }
.ticks { border: 1px dashed #7b7466; padding: .5rem 1rem; margin: 1rem 0; }
.tick { white-space: nowrap; margin-inline-end: 1.2rem; }
.tick::before { content: ""; display: inline-block; width: .8em; height: .8em; border: 1.5px solid #1e2a30;
  margin-inline-end: .4em; vertical-align: -.05em; }
.line { display: block; border-bottom: 1px solid #7b7466; height: 1.9rem; }
.fields th { width: 16rem; } .fields td { height: 2.2rem; }
.term { text-decoration: underline dotted; }
.number { font-weight: 700; background: #fff2c4; }
.change { white-space: pre-wrap; border-inline-start: 3px solid #7b7466; padding-inline-start: 1rem; }
del { color: #8c1518; } ins { font-weight: 700; }
code { font-size: .85em; } figure { margin: 1rem 0; } figure svg, img { max-width: 100%; height: auto; }
@page { margin: 18mm; }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } }
"""


def sheet_html(sheet: ReviewSheet, words: SheetWords, *, fonts: Path) -> str:
    """The whole file as text.

    Args:
        sheet: what is on it.
        words: what it says by itself.
        fonts: the folder of the reading font's faces.
    """
    writer = _Writer(sheet, words)
    title = escape(f"{words.sheet}: {sheet.article.title}")
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(sheet.article.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>{''.join(_faces(fonts))}{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(writer.body())
        + "\n</body>\n</html>\n"
    )


def _faces(fonts: Path) -> Iterator[str]:
    for name, weight, style in _FACES:
        data = base64.b64encode((fonts / f"AtkinsonHyperlegibleNext_{name}.ttf").read_bytes()).decode()
        yield (
            f'\n@font-face {{ font-family: "Atkinson Hyperlegible Next"; font-weight: {weight}; font-style: {style}; '
            f"src: url(data:font/ttf;base64,{data}); }}"
        )


class _Writer:
    """Walks over one sheet; every word of it is escaped where it is written."""

    def __init__(self, sheet: ReviewSheet, words: SheetWords) -> None:
        self._sheet = sheet
        self._words = words

    def body(self) -> Iterator[str]:
        words, sheet = self._words, self._sheet
        yield f"<p class=small>{escape(words.sheet)}</p>\n<h1>{escape(sheet.article.title)}</h1>"
        yield f"<p>{escape(words.how)}</p>"
        yield self._pairs(sheet.facts(words))
        yield f"<h2>{escape(words.page)}</h2>"
        for part in sheet.parts:
            yield f"<h3>{escape(part.title or words.first_part)}</h3>"
            # The article may be written from right to left, which the sheet's own words are not.
            yield f"<div dir=auto>{self._blocks(part.blocks)}</div>"
            yield self._part_ticks(part.title or words.first_part)
        yield from self._numbers()
        yield from self._sources()
        yield from self._checked_list(
            words.glossary, words.no_glossary, ((term.word, term.meaning) for term in sheet.glossary)
        )
        yield from self._checked_list(words.claims, words.no_claims, sheet.claim_lines(words))
        yield f"<h2>{escape(words.changes)}</h2>"
        if not sheet.since:
            yield f"<p>{escape(words.never_signed)}</p>"
        for each in sheet.since:
            yield from self._since(each)
        yield from self._signature()

    def _pairs(self, pairs: Iterable[tuple[str, str]]) -> str:
        return "<dl>" + "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in pairs) + "</dl>"

    def _ticks(self, *labels: str) -> str:
        return "".join(f"<span class=tick>{escape(label)}</span> " for label in labels)

    def _part_ticks(self, title: str) -> str:
        words = self._words
        ticks = self._ticks(words.right, words.needs_change)
        lines = "<span class=line></span>" * 2
        return f"<div class=ticks><p class=small>{escape(title)}</p>{ticks}{escape(words.note)}{lines}</div>"

    # The page

    def _blocks(self, blocks: tuple[Block, ...]) -> str:
        return "\n".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Heading(level=level, spans=spans):
                return f"<h{level + 1}>{self._spans(spans)}</h{level + 1}>"
            case Paragraph(spans=spans):
                return f"<p>{self._spans(spans)}</p>"
            case Disclaimer(spans=spans):
                return f"<p class=small>{self._spans(spans)}</p>"
            case ItemList(ordered=ordered, start=start, items=items):
                points = "".join(f"<li>{self._blocks(item.blocks)}</li>" for item in items)
                return f'<ol start="{start}">{points}</ol>' if ordered else f"<ul>{points}</ul>"
            case Table(header=header):
                return self._table(block) if len(header) <= MOST_COLUMNS else self._rows(block)
            case Figure():
                return self._figure(block)
            case Callout(care=care, title=title, blocks=inner, action=action, action_first=action_first):
                call = f"<p><strong>{escape(action)}</strong></p>" if action else ""
                head = f"<p><strong>{self._spans(title)}</strong></p>"
                inside = f"{call}{self._blocks(inner)}" if action_first else f"{self._blocks(inner)}{call}"
                return f'<div class="box {care}">{head}{inside}</div>'
            case Fold(title=title, blocks=inner):
                closed = escape(self._words.closed.format(title=title))
                return f"<div class=fold><p class=small>{closed}</p>{self._blocks(inner)}</div>"
            case Notice(care=care, headline=headline, advice=advice):
                return f'<div class="box {care}"><p><strong>{escape(headline)}</strong> {escape(advice)}</p></div>'
            case ReviewLine(detail=detail, headline=headline):
                return f"<p>{escape(detail)} <strong>{escape(headline)}</strong></p>"
            case ShortAnswer(label=label, spans=spans):
                return f"<div class=box><p><strong>{escape(label)}</strong></p><p>{self._spans(spans)}</p></div>"
            case CardList(entries=cards):
                cards_html = "".join(f"<li>{escape(card.title)}: {escape(card.detail)}</li>" for card in cards)
                return f"<ul>{cards_html}</ul>"
            case Breadcrumb() | Title() | SourceList():
                return ""

    def _table(self, table: Table) -> str:
        styles = [f' style="text-align: {_ALIGN[align]}"' for align in table.aligns]

        def row(cells: tuple[tuple[Span, ...], ...], element: str) -> str:
            inside = (
                f"<{element}{style}>{self._spans(cell)}</{element}>" for cell, style in zip(cells, styles, strict=True)
            )
            return f"<tr>{''.join(inside)}</tr>"

        caption = f"<caption>{self._spans(table.caption)}</caption>" if table.caption else ""
        rows = "".join(row(cells, "td") for cells in table.rows)
        note = f"<p class=small>{self._spans(table.note)}</p>" if table.note else ""
        return f"<table>{caption}<thead>{row(table.header, 'th')}</thead><tbody>{rows}</tbody></table>{note}"

    def _rows(self, table: Table) -> str:
        """A table that is too wide for a page: a list for each row."""
        lists = [
            "".join(
                f"<li><strong>{self._spans(head)}:</strong> {self._spans(cell)}</li>"
                for head, cell in zip(table.header, row, strict=True)
            )
            for row in table.rows
        ]
        rows = "".join(f"<ul>{points}</ul>" for points in lists)
        return f"<p><strong>{self._spans(table.caption)}</strong></p>{rows}<p>{self._spans(table.note)}</p>"

    def _figure(self, figure: Figure) -> str:
        picture = self._sheet.media.get(figure.media)
        shown = _picture(picture, figure.alt) if picture else f"<p>{escape(self._words.no_picture)}</p>"
        said = f"<p class=small>{escape(self._words.alt)} {escape(figure.alt)}</p>"
        return f"<figure>{shown}{said}<figcaption>{self._spans(figure.caption)}</figcaption></figure>"

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
                address = target.removeprefix("article:")
                shown = "" if target.startswith("#") else f" <span class=small>({escape(address)})</span>"
                return f"<u>{self._spans(inner)}</u>{shown}"
            case Term(_, inner):
                return f"<span class=term>{self._spans(inner)}</span>"
            case Citation(number=number):
                return f"<sup>[{number}]</sup>"
            case LineBreak():
                return "<br>"

    # What is checked

    def _numbers(self) -> Iterator[str]:
        words = self._words
        yield f"<h2>{escape(words.numbers)}</h2>"
        counted = [part for part in self._sheet.parts if part.numbers]
        yield f"<p class=small>{escape(words.numbers_how if counted else words.no_numbers)}</p>"
        for part in counted:
            yield f"<h3>{escape(part.title or words.first_part)}</h3>"
            yield self._numbers_of(part)

    def _numbers_of(self, part: SheetPart) -> str:
        words = self._words
        rows = []
        for sentence in part.numbers:
            said = "".join(
                f"<span class=number>{escape(run.text)}</span>" if run.number else escape(run.text)
                for run in sentence.runs
            )
            places = escape(words.places(sentence.sources, sentence.where))
            ticks = self._ticks(words.right, words.needs_change)
            rows.append(f"<tr><td>{said}</td><td>{places}</td><td>{ticks}</td></tr>")
        head = "".join(f"<th>{escape(name)}</th>" for name in (words.sentence, words.cited, words.verdict))
        return f"<table class=numbers><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"

    def _sources(self) -> Iterator[str]:
        words, sources = self._words, self._sheet.sources
        yield f"<h2>{escape(words.sources)}</h2>"
        if not sources:
            yield f"<p>{escape(words.no_sources)}</p>"
        ticks = self._ticks(words.opened, words.supports)
        points = (
            f'<li value="{number}">{escape(source.title)}. {escape(words.published(source))}<br>'
            f"{escape(address_to_open(source) or source.url)} <span class=small>({escape(source.key)})</span><br>"
            f"{ticks}</li>"
            for number, source in enumerate(sources, 1)
        )
        yield f"<ol>{''.join(points)}</ol>"

    def _checked_list(self, title: str, none: str, pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
        yield f"<h2>{escape(title)}</h2>"
        ticks = self._ticks(self._words.right, self._words.needs_change)
        points = [f"<li><strong>{escape(name)}</strong>: {escape(said)}<br>{ticks}</li>" for name, said in pairs]
        yield f"<ul>{''.join(points)}</ul>" if points else f"<p>{escape(none)}</p>"

    def _since(self, since: SinceSignOff) -> Iterator[str]:
        words = self._words
        yield f"<h3>{escape(words.since_whom(since.sign_off))}</h3>"
        if since.same or since.changes is None:
            yield f"<p>{escape(words.same if since.same else words.not_kept)}</p>"
            return
        yield f"<p class=small>{escape(words.legend)}</p>"
        for change in since.changes:
            pieces = "".join(
                f"<{_ELEMENTS[piece.fate]}>{escape(piece.text)}</{_ELEMENTS[piece.fate]}>" for piece in change.pieces
            )
            yield f"<h4>{escape(change.place or words.beginning)}</h4>\n<div class=change>{pieces}</div>"

    def _signature(self) -> Iterator[str]:
        words, article = self._words, self._sheet.article
        yield f"<h2>{escape(words.signature)}</h2>"
        yield f"<p>{escape(words.signing)}<br><code>{article.text_sha256}</code></p>"
        yield f"<p>{escape(words.kind)}: {self._ticks(*words.kinds)}</p>"
        yield f"<p>{escape(words.outcome)}: {self._ticks(*words.outcomes)}</p>"
        fields = "".join(f"<tr><th>{escape(field)}</th><td></td></tr>" for field in words.fields)
        yield f"<table class=fields>{fields}</table>"
        yield f"<p class=small>{escape(words.entered)} <code>{escape(words.sign_command(article))}</code></p>"


def _picture(picture: Media, alt: str) -> str:
    data = base64.b64encode(picture.data).decode()
    if picture.media_type != "image/svg+xml":
        return f'<img src="data:{picture.media_type};base64,{data}" alt="{escape(alt)}">'
    # As an element its letters are those of the page; as an image it would see no font of ours.
    drawing = re.sub(r"^\s*<\?xml.*?\?>", "", picture.data.decode("utf-8-sig"))
    return f'<div role=img aria-label="{escape(alt)}">{drawing}</div>'
