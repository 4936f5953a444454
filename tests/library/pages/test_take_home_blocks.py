"""The end of a page for taking home: key points, questions to ask, a quiet self-check."""

from datetime import date

import pytest

from pmlapp.content.anchors import KEY_POINTS, SELF_CHECK, TO_ASK
from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.content.model import (
    Article,
    KeyPoint,
    Policy,
    QuestionToAsk,
    QuestionType,
    SourceKey,
    TeachBack,
    Topic,
    TopicId,
    Withdrawal,
)
from pmlapp.content.page import Citation, Fold, Heading, ItemList, Link, Page, Paragraph, Text, walk
from pmlapp.content.page_text import page_text
from pmlapp.library.pages.composer import Composer
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.review import review_of
from tests.builders import FIRST, SECOND, TODAY, article

TOPIC = Topic(id=TopicId("causes"), title="Causes and risk", description="Why it comes.", icon="topic-causes")
S1, S2 = SourceKey("S1"), SourceKey("S2")


def with_ends(**changes: object) -> Article:
    """A page that has something to take home."""
    plain = article(
        sources=(SECOND, FIRST),
        key_points=(KeyPoint("The virus rests.", (S1, S2)), KeyPoint("It wakes.", (S2,))),
        questions_to_ask=(QuestionToAsk("Do I need a test?", (S2,)),),
        teach_back=(TeachBack("Where does it rest?", "In the kidneys.", "how"),),
    )
    return plain._replace(**changes)


def composed(page: Article) -> Page:
    body = ArticleParser().parse(page.body).blocks
    composer = Composer(PageWords(), emergency_action="Call 112 now")
    return composer.article_page(page, TOPIC, body, review_of(page, TODAY, Policy()))


def below(page: Page, anchor: str) -> list[object]:
    """What comes under a heading, up to the next of its level."""
    blocks = list(page.blocks)
    first = next(n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.anchor == anchor)
    rest = blocks[first + 1 :]
    end = next((n for n, block in enumerate(rest) if isinstance(block, Heading)), len(rest))
    return list(rest[:end])


def test_what_to_take_home_comes_behind_the_text_and_before_the_sources() -> None:
    headings = [entry.title for entry in composed(with_ends()).outline]
    assert headings == ["Short answer", "How", "Key points", "What you can ask", "Did we explain this well?", "Sources"]


def test_each_point_and_each_question_names_its_sources_by_their_numbers_on_the_page() -> None:
    page = composed(with_ends())
    (points,) = below(page, KEY_POINTS)
    (questions,) = below(page, TO_ASK)
    assert isinstance(points, ItemList)
    assert isinstance(questions, ItemList)
    said = [block.spans for each in (points, questions) for block in walk((each,)) if isinstance(block, Paragraph)]
    assert said == [
        (Text("The virus rests."), Citation("S1", 2), Citation("S2", 1)),
        (Text("It wakes."), Citation("S2", 1)),
        (Text("Do I need a test?"), Citation("S2", 1)),
    ]


def test_an_answer_is_folded_away_and_leads_back_to_where_the_page_says_so() -> None:
    lead, items = below(composed(with_ends()), SELF_CHECK)
    assert isinstance(lead, Paragraph)
    assert "no score" in lead.spans[0].text  # type: ignore[union-attr]
    (fold,) = (block for block in walk((items,)) if isinstance(block, Fold))  # type: ignore[arg-type]
    (answer,) = fold.blocks
    assert isinstance(answer, Paragraph)
    assert answer.spans == (Text("In the kidneys. "), Link("#how", (Text("Read it again: How"),)))


def test_folded_answers_have_different_names() -> None:
    several = with_ends(teach_back=(TeachBack("A?", "a", "how"), TeachBack("B?", "b", "how")))
    folds = [block.title for block in walk(composed(several).blocks) if isinstance(block, Fold)]
    assert len(folds) == len(set(folds)) == 2


def test_every_block_has_an_id_of_its_own() -> None:
    ids = [block.id for block in walk(composed(with_ends()).blocks)]
    assert len(ids) == len(set(ids))


def test_the_page_as_text_holds_all_of_it() -> None:
    text = page_text(composed(with_ends()), closed="")
    order = ["Key points", "- The virus rests.[2][1]", "What you can ask", "- Do I need a test?[1]", "1. Where does it"]
    order += ["In the kidneys.", "Read it again: How", "Sources"]
    assert sorted(order, key=text.index) == order


def test_a_page_without_them_has_no_empty_headings() -> None:
    plain = with_ends(key_points=(), questions_to_ask=(), teach_back=())
    assert [entry.title for entry in composed(plain).outline] == ["Short answer", "How", "Sources"]


def test_a_withdrawn_page_gives_nothing_to_take_home() -> None:
    gone = with_ends(withdrawal=Withdrawal(reason="A study was taken back.", by="the editors", on=date(2026, 12, 1)))
    text = page_text(composed(gone), closed="")
    assert "The virus rests." not in text
    assert "Do I need a test?" not in text


@pytest.mark.parametrize("kind", [QuestionType.URGENT_HELP, QuestionType.CAUSES])
def test_no_page_gets_longer_above_its_own_text(kind: QuestionType) -> None:
    body = '## Call now\n\n!!! emergency "Call if:"\n    - a seizure\n\n## Phone today\n\nSoon.\n'
    long = composed(with_ends(question_type=kind, body=body, teach_back=()))
    short = composed(with_ends(question_type=kind, body=body, key_points=(), questions_to_ask=(), teach_back=()))
    assert long.blocks[:8] == short.blocks[:8]
