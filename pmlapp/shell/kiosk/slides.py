"""Which sentences the attract screen may show: key messages of pages whose review the site's rule allows."""

from collections.abc import Iterator
from typing import Final

from pmlapp.content.model import Article, ArticleId
from pmlapp.errors import PmlError
from pmlapp.library.pages.pages import Pages
from pmlapp.library.pages.review import Review, ReviewStatus
from pmlapp.library.pages.review_blocks import review_line
from pmlapp.reading.touch.attract import Slide

_LONGEST: Final = 150
"""Letters of a sentence that somebody reads in passing."""

_CLINICAL: Final = frozenset({ReviewStatus.CLINICALLY_REVIEWED})
_CHECKED: Final = _CLINICAL | {ReviewStatus.SOURCES_CHECKED}
_ANY: Final = _CHECKED | {ReviewStatus.NEVER_REVIEWED}


def slides(pages: Pages, rule: str, welcome: Slide) -> tuple[Slide, ...]:
    """One slide a page, in the order of the library; the welcome alone where no page may be shown.

    A page that is due soon counts by the review that it still has.  One that is overdue, changed,
    withdrawn or by a clock in doubt is never shown, whatever the rule.
    """
    return tuple(_allowed(pages, rule)) or (welcome,)


def _allowed(pages: Pages, rule: str) -> Iterator[Slide]:
    if rule == "none":
        return
    for shelf in pages.catalog.outline:
        for summary in shelf.articles:
            try:
                if not _may_show(pages.review(summary.id), rule):
                    continue
                article = pages.catalog.article(ArticleId(summary.id))
            except PmlError:
                # A damaged page says so to a reader who opens it.
                continue
            sentence = _sentence(article)
            if sentence:
                yield _slide(pages, article, sentence)


def _may_show(review: Review, rule: str) -> bool:
    allowed = {"clinically-reviewed": _CLINICAL, "sources-checked": _CHECKED, "any": _ANY}[rule]
    if review.status is ReviewStatus.DUE_SOON:
        return rule != "clinically-reviewed" or review.clinical is not None
    return review.status in allowed


def _sentence(article: Article) -> str:
    return next((point.text for point in article.key_points if len(point.text) <= _LONGEST), "")


def _slide(pages: Pages, article: Article, sentence: str) -> Slide:
    line = review_line(article, pages.review(article.id), pages.words)
    return Slide(article.id, article.title, sentence, line.detail, line.headline)
