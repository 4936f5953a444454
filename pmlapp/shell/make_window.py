"""The window's parts, each handed what it needs from the library and the site."""

from collections.abc import Callable

from pmlapp.content.model import QuestionType
from pmlapp.errors import PmlError
from pmlapp.reading.article_pane import ArticlePane
from pmlapp.reading.banner import Banner
from pmlapp.reading.footer import Footer
from pmlapp.reading.home import HomePage
from pmlapp.reading.home_parts import CardData, Example
from pmlapp.reading.images import PageImages
from pmlapp.reading.look import Look
from pmlapp.reading.outline import Outline
from pmlapp.reading.top_bar import TopBar
from pmlapp.reading.topic_model import TopicModel
from pmlapp.reading.topic_tree import TopicTree
from pmlapp.shell.pages import Pages
from pmlapp.shell.window import FooterWords, Parts, Window

_EXAMPLES = (QuestionType.CONTAGION, QuestionType.SYMPTOMS, QuestionType.TREATMENT)
"""The kinds of questions that show on the home page what one may ask."""


def make_window(pages: Pages, look: Look, *, emergency_number: str | None, tell: Callable[[PmlError], str]) -> Window:
    """Put the window together.  ``tell`` turns a failure into the words for the banner."""
    catalog = pages.catalog
    library = catalog.library
    words = pages.words
    cards = tuple(
        CardData(
            topic=shelf.topic.id,
            title=shelf.topic.title,
            description=shelf.topic.description,
            icon=shelf.topic.icon,
            count=words.questions(len(shelf.articles)),
        )
        for shelf in catalog.outline
        if shelf.articles
    )
    examples = tuple(
        Example(article, catalog.summary(article).title)
        for article in map(pages.first_of, _EXAMPLES)
        if article is not None
    )
    parts = Parts(
        top_bar=TopBar(look, library.title),
        banner=Banner(look),
        home=HomePage(
            look,
            subtitle=words.plain_answers.format(subject=library.subject),
            examples=examples,
            cards=cards,
            emergency_sign=words.emergency_sign,
            emergency_action=words.emergency_strip(emergency_number),
        ),
        tree=TopicTree(TopicModel(catalog.outline), look),
        pane=ArticlePane(look=look, words=words, images=PageImages(catalog.media)),
        outline=Outline(look),
        footer=Footer(look),
    )
    footer = FooterWords(
        statement=_statement(pages),
        claim=words.not_reviewed,
        care=words.not_your_care_team,
    )
    return Window(parts, look, library.title, footer, tell)


def _statement(pages: Pages) -> str:
    words = pages.words
    oldest = pages.catalog.oldest_evidence
    if oldest is None:
        return words.unchecked.format(statement=words.put_together)
    if oldest != pages.catalog.newest_evidence:
        return words.checked_since.format(statement=words.put_together, date=words.day(oldest))
    return words.checked_on.format(statement=words.put_together, date=words.day(oldest))
