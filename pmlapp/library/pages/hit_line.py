"""The small line of a page that was found: how far it may be relied on, where it is, why it was found."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from pmlapp.content.model import SearchHit
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.review import Review, ReviewStatus
from pmlapp.library.pages.review_blocks import REVIEW_ICONS, STORY_ICON, state_words


class HitLine(NamedTuple):
    """``icon`` says the same as the first of the words: a file stem in resources/icons."""

    icon: str
    words: str


LineOf = Callable[[SearchHit], HitLine]


def hit_line(hit: SearchHit, review: Review, words: PageWords, stories: Collection[str] = ()) -> HitLine:
    """The line of one hit; of one person's experience it says first that it is no evidence."""
    is_story = hit.article.id in stories
    parts = [*((words.lived_experience,) if is_story else ()), state_words(review, words), hit.topic_title]
    if hit.question:
        parts.append(words.also_asked_as.format(question=hit.question))
    elif hit.matched:
        parts.append(words.matches.format(words=hit.matched))
    return HitLine(STORY_ICON if is_story else REVIEW_ICONS[review.status], " · ".join(parts))


def stories_last(hits: Sequence[SearchHit], stories: Collection[str]) -> Sequence[SearchHit]:
    """The hits, what happened to one person behind what is known of many; each is made only where there are stories."""
    return sorted(hits, key=lambda hit: hit.article.id in stories) if stories else hits


def damaged_line(title: str) -> HitLine:
    """The line of a hit whose words are not as they were built; ``title`` says that."""
    return HitLine("warning", title)


def without_withdrawn_words(hit: SearchHit, review: Review, words: PageWords) -> SearchHit:
    """The hit as it may be shown: of a withdrawn page no line is quoted."""
    if review.status is not ReviewStatus.WITHDRAWN:
        return hit
    return hit._replace(snippet=words.withdrawn, marks=())
