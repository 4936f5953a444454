"""A text that was read from elsewhere, as the page that it becomes."""

import hashlib
from collections import Counter
from typing import Final, NamedTuple

from pmlapp.authoring.importing.compared import differences
from pmlapp.authoring.importing.dialect import NO_ID, DialectWriter
from pmlapp.authoring.importing.not_carried import Kind, Note, words
from pmlapp.authoring.sources.article_head import MAX_TITLE
from pmlapp.authoring.sources.pictures import picture_problem
from pmlapp.content.model import Code
from pmlapp.content.page import Block, Heading, ItemList, Paragraph, plain, walk

_LOWEST: Final = 4
_SUFFIXES: Final = {"image/png": "png", "image/jpeg": "jpg", "image/jpg": "jpg", "image/svg+xml": "svg"}


class CitedSource(NamedTuple):
    """Where a text comes from, as its page will cite it."""

    key: str
    title: str
    publisher: str
    published: str
    url: str
    licence: str


class ImportedPage(NamedTuple):
    """A page to be, and what was not carried over to it."""

    origin: str
    """By which the same text is known when it comes again: the path of its file, or its own id."""
    title: str
    body: str
    notes: tuple[Note, ...] = ()
    pictures: tuple[tuple[str, bytes], ...] = ()
    short_answer: str = ""
    question_type: str = ""
    topic: str = ""
    """The title of its topic; "" for the one that the educator names."""
    also_asked: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()
    source: CitedSource | None = None


class Unread(NamedTuple):
    """A text of which no page was made, and why."""

    origin: str
    reason: str


class Pictures:
    """The pictures of one text, as far as our pages can show them, named after what is in them."""

    def __init__(self, notes: list[Note]) -> None:
        self._notes = notes
        self.kept: dict[str, bytes] = {}

    def keep(self, data: bytes, media_type: str, place: str) -> str:
        """The name of a picture; "" if it cannot be shown, which is noted."""
        suffix = _SUFFIXES.get(media_type, "")
        problem = (
            picture_problem(data, suffix) if suffix else f"pages show PNG, JPEG and SVG, not {media_type or 'this'}"
        )
        if problem:
            self._notes.append(Note(Kind.PICTURES, place, f"a picture was left out: {problem}"))
            return ""
        name = f"picture-{hashlib.sha256(data).hexdigest()[:12]}.{suffix}"
        self.kept[name] = data
        return name


def as_page(
    origin: str,
    blocks: list[Block],
    *,
    before: tuple[str, Counter[str]],
    repeated: list[str],
    notes: list[Note],
    pictures: Pictures,
    usual_title: str,
    write: DialectWriter,
    own_title: str = "",
) -> ImportedPage | Unread:
    """The page of a text whose blocks were read.

    Its title is ``own_title``, or else its first heading if that is its highest, or else ``usual_title``.
    """
    title, rest = _without_title(blocks, own_title) if own_title else divided(blocks)
    long_title = own_title or title or usual_title
    body = tuple(_lists_apart(_levelled(rest, notes), notes))
    if not body:
        return Unread(origin, "there is no text in it")
    written = write.written(body)
    if mistakes := write.mistakes(written.text):
        return Unread(origin, mistakes)
    if not written.is_exact:
        notes.append(Note(Kind.DIFFERENCE, "the whole text", "some words may be in another list now; read it once"))
    for block in written.unmarked:
        text = plain(block.spans) if isinstance(block, Paragraph | Heading) else "a list or table"
        notes.append(Note(Kind.MARKS, words(text), "bold or stressed parts of words are plain now"))
    notes.extend(differences(before, title, written.blocks, repeated))
    return ImportedPage(
        origin=origin,
        title=shortened(long_title),
        body=written.text,
        notes=tuple(notes),
        pictures=tuple(sorted(pictures.kept.items())),
        also_asked=() if shortened(long_title) == long_title else (long_title,),
    )


def shortened(title: str) -> str:
    """A title that fits; of a longer one the first words and an ellipsis."""
    title = " ".join(title.split())
    if len(title) <= MAX_TITLE:
        return title
    return title[: MAX_TITLE - 1].rpartition(" ")[0].rstrip(" ,;:–-") + "…"


def _without_title(blocks: list[Block], title: str) -> tuple[str, list[Block]]:
    """The blocks without a first heading that only repeats the title."""
    first = blocks[0] if blocks else None
    if isinstance(first, Heading) and plain(first.spans).casefold() == title.casefold():
        return title, blocks[1:]
    return "", blocks


def divided(blocks: list[Block]) -> tuple[str, list[Block]]:
    """The title of a text, "" if it has none, and its other blocks."""
    for place, block in enumerate(blocks):
        if isinstance(block, Heading):
            others = [each for each in blocks if isinstance(each, Heading) and each is not block]
            is_highest = all(each.level > block.level for each in others)
            if block.anchor == "title" or is_highest or (place == 0 and not others):
                return plain(block.spans), [*blocks[:place], *blocks[place + 1 :]]
            return "", blocks
    return "", blocks


def plain_text(block: Block) -> str:
    """The words of the paragraphs in a block."""
    return " ".join(plain(each.spans) for each in walk((block,)) if isinstance(each, Paragraph))


def _lists_apart(blocks: list[Block], notes: list[Note]) -> list[Block]:
    """Two lists of one kind, one behind the other, as one list: nothing in our Markdown is between them."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if isinstance(block, ItemList) and isinstance(last, ItemList) and block.ordered == last.ordered:
            if block.ordered and block.start != last.start + len(last.items):
                place = words(plain_text(block))
                notes.append(Note(Kind.LIST_NUMBERS, place, f"this list began again at {block.start}; it goes on now"))
            found[-1] = last._replace(items=(*last.items, *block.items))
        else:
            found.append(block)
    return found


def _levelled(blocks: list[Block], notes: list[Note]) -> list[Block]:
    """Headings from level 2 on, none skipped, none below the lowest that pages have."""
    highest = min((block.level for block in blocks if isinstance(block, Heading)), default=2)
    found: list[Block] = []
    last = 1
    for block in blocks:
        if not isinstance(block, Heading):
            found.append(block)
            continue
        wanted = block.level - highest + 2
        level = min(wanted, last + 1, _LOWEST)
        if level != wanted:
            text = words(plain(block.spans))
            why = "below the lowest level" if wanted > _LOWEST else "after a skipped level"
            notes.append(Note(Kind.HEADINGS, text, f"the heading was {why}; it is of level {level} now"))
        last = level
        found.append(Heading(NO_ID, level, "", block.spans))
    return found
