"""The end of a page for taking home: its key points, what a reader may ask, and whether it explained itself well."""

from pmlapp.content.anchors import KEY_POINTS, SELF_CHECK, TO_ASK
from pmlapp.content.model import Article, SourceKey
from pmlapp.content.page import (
    Block,
    BlockId,
    Citation,
    Fold,
    Heading,
    ItemList,
    Link,
    ListItem,
    Paragraph,
    Span,
    Text,
    plain,
    walk,
)
from pmlapp.library.pages.page_words import PageWords


def take_home(article: Article, body: tuple[Block, ...], words: PageWords) -> tuple[Block, ...]:
    """The three sections, as far as the article has something for each.

    They come behind the text, so that no page gets longer above its answer.
    """
    return (*_key_points(article, words), *_to_ask(article, words), *_self_check(article, body, words))


def _key_points(article: Article, words: PageWords) -> tuple[Block, ...]:
    points = tuple((point.text, point.sources) for point in article.key_points)
    return _section(KEY_POINTS, words.key_points, (_cited_points(KEY_POINTS, points, article),)) if points else ()


def _to_ask(article: Article, words: PageWords) -> tuple[Block, ...]:
    points = tuple((each.text, each.sources) for each in article.questions_to_ask)
    return _section(TO_ASK, words.to_ask, (_cited_points(TO_ASK, points, article),)) if points else ()


def _self_check(article: Article, body: tuple[Block, ...], words: PageWords) -> tuple[Block, ...]:
    """Each question, its answer folded away, and the way back to where the page says so."""
    if not article.teach_back:
        return ()
    titles = {block.anchor: plain(block.spans) for block in walk(body) if isinstance(block, Heading)}
    items = []
    for number, (question, answer, anchor) in enumerate(article.teach_back, 1):
        spans: tuple[Span, ...] = (Text(answer),)
        if anchor in titles:
            back = Link(f"#{anchor}", (Text(words.read_again.format(title=titles[anchor])),))
            spans = (Text(f"{answer} "), back)
        name = f"{SELF_CHECK}-{number}"
        shown = Fold(
            BlockId(name),
            words.self_check_answer.format(number=number),
            False,
            (Paragraph(BlockId(f"{name}-answer"), spans),),
        )
        asked = Paragraph(BlockId(f"{name}-question"), (Text(question),))
        items.append(ListItem(BlockId(f"{name}-item"), (asked, shown)))
    lead = Paragraph(BlockId(f"{SELF_CHECK}-lead"), (Text(words.self_check_lead),))
    return _section(SELF_CHECK, words.self_check, (lead, ItemList(BlockId(SELF_CHECK), True, 1, tuple(items))))


def _section(anchor: str, title: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return Heading(BlockId(f"{anchor}-heading"), 2, anchor, (Text(title),)), *blocks


def _cited_points(name: str, points: tuple[tuple[str, tuple[SourceKey, ...]], ...], article: Article) -> ItemList:
    numbers = {source.key: number for number, source in enumerate(article.sources, 1)}
    items = []
    for place, (text, keys) in enumerate(points, 1):
        cited = (Citation(key, numbers[key]) for key in keys if key in numbers)
        paragraph = Paragraph(BlockId(f"{name}-{place}-text"), (Text(text), *cited))
        items.append(ListItem(BlockId(f"{name}-{place}"), (paragraph,)))
    return ItemList(BlockId(name), False, 1, tuple(items))
