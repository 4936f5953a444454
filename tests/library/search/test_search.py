"""Searching as people do it: a few letters, lay words, whole questions, nonsense."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmlapp.content.file.store import ContentStore
from pmlapp.content.markdown.markdown_text import plain_lines
from pmlapp.content.model import QuestionType, SearchHit, Synonym
from pmlapp.errors import MissingContentError
from pmlapp.library.search.folding import Folding
from pmlapp.library.search.language import Language
from pmlapp.library.search.search import Search, open_search
from tests.builders import article, content_file, library

PAGES = (
    article(
        "causes/what-causes-pml",
        title="What causes PML?",
        names=("PML", "progressive multifocal leukoencephalopathy"),
        short_answer="A common virus, the JC virus, causes PML.",
        body="## How\n\nThe virus rests in the [kidneys](glossary:kidney).[^S1] It wakes up when defences fall.\n",
    ),
    article(
        "causes/natalizumab",
        title="Does natalizumab raise the risk?",
        question_type=QuestionType.RISK,
        short_answer="Yes. The risk of PML grows with time on it.",
        body="- Blood tests show antibodies against the virus.\n- Dizziness is **no** sign of PML.\n",
    ),
    article(
        "signs/symptoms",
        title="What are the symptoms of PML?",
        question_type=QuestionType.SYMPTOMS,
        also_asked=("first signs of PML",),
        short_answer="PML makes people weak, clumsy or confused.",
        body="| Sign | How many |\n|---|--:|\n| weakness of an arm | 7 in 10 |\n\nSjögren wrote of a *weak* arm.\n",
    ),
    article(
        "living/food",
        title="What should I eat with PML?",
        question_type=QuestionType.DIET,
        short_answer="No diet treats PML, but food must be safe to swallow.",
        body='??? more "what to eat"\n    Soft food is easier.\n',
    ),
    article(
        "outlook/life-expectancy",
        title="How long do people with PML live?",
        question_type=QuestionType.OUTLOOK,
        names=("PML life expectancy",),
        short_answer="Nobody can say how long one person with PML will live.",
        body="In a study 7 in 10 were alive after a year. The treatment of HIV has changed the outlook.\n",
    ),
)
SYNONYMS = (
    Synonym(words=("tysabri",), means="natalizumab"),
    Synonym(words=("how long to live", "prognosis"), means="life expectancy"),
    Synonym(words=("clumsiness",), means="clumsy"),
)

Find = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    path = content_file(tmp_path_factory.mktemp("search"), library(PAGES, synonyms=SYNONYMS))
    store = ContentStore.open(path)
    yield Search(store)
    store.close()


@pytest.fixture
def find(search: Search) -> Find:
    return lambda query: [hit.article.id.partition("/")[2] for hit in search.search(query)]


def first(search: Search, query: str) -> SearchHit:
    return search.search(query)[0]


def marked(hit: SearchHit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.marks]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("p", "what-causes-pml"),
        ("progressive mul", "what-causes-pml"),
        ("PROGRESSIVE MULTIFOCAL LEUKOENCEPHALOPATHY", "what-causes-pml"),
        ("nat", "natalizumab"),
        ("natalizum", "natalizumab"),
        ("natalizumab risks", "natalizumab"),
        ("tysabri", "natalizumab"),
        ("tysabri and pml", "natalizumab"),
        ("symptom", "symptoms"),
        ("what are its first signs", "symptoms"),
        ("sjogren", "symptoms"),
        ("weaknesses", "symptoms"),
        ("clumsiness", "symptoms"),
        ("can i eat", "food"),
        ("pml life expectancy", "life-expectancy"),
        ("how long to live with pml", "life-expectancy"),
        ("prognosis", "life-expectancy"),
        ("my father is dizzy on natalizumab, is that dangerous?", "natalizumab"),
        ("kidneys", "what-causes-pml"),
        ("kidney", "what-causes-pml"),
    ],
)
def test_the_page_that_answers_comes_first(find: Find, typed: str, found: str) -> None:
    assert find(typed)[0] == found


@pytest.mark.parametrize(
    "typed",
    [
        "asthma",
        "asthma treatment",
        "diabetes diet",
        "is asthma hereditary",
        "zxqv",
        "zxqv flurb",
        "?",
        "…",
        "日本",
    ],
)
def test_what_the_library_does_not_hold_finds_nothing(find: Find, typed: str) -> None:
    assert find(typed) == []


def test_a_word_too_few_is_no_reason_to_hide_what_is_known_by_name(find: Find) -> None:
    assert "what-causes-pml" in find("pml treatmnet")


@pytest.mark.parametrize(
    "typed",
    [
        *(
            '"',
            "''",
            "a OR",
            "OR OR",
            "NEAR(",
            "a*b",
            "*",
            "^",
            "';--",
            "-x",
            "title:pml",
            "{title names}: x",
            "(",
            "\\",
        ),
        *(
            "\\",
            "\0",
            "\ud800",
            "\t\n",
            "pml\0pml",
            "😀",
            "👩‍⚕️ pml",
            "%",
            "_",
            "[",
            "é" * 50,
            "pml " * 3_000,
            "x" * 10_000,
        ),
        *('"' * 10_000, "a b " * 2_500, "\u202e lmp", "½", "ﬀ", "İstanbul", "١٢٣"),
    ],
)
def test_nothing_a_person_can_type_is_a_mistake(search: Search, typed: str) -> None:
    for hit in search.search(typed):
        assert hit.snippet


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80))
def test_any_text_at_all_gives_hits_with_marks_inside_the_snippet(search: Search, typed: str) -> None:
    for hit in search.search(typed):
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)


def test_empty_is_nothing(search: Search) -> None:
    assert search.search("") == ()
    assert search.search("   ") == ()


@pytest.mark.parametrize("typed", ["me", "mé", "MÉ", "menie", "Ménière", "meniere disease", "ménie"])
def test_a_name_with_accents_is_found_from_its_first_letters(tmp_path: Path, typed: str) -> None:
    pages = (
        article("ear/meniere", title="What is it?", names=("Ménière disease",)),
        article("ear/other", title="Ears"),
    )
    with closing(ContentStore.open(content_file(tmp_path, library(pages)))) as store:
        assert [hit.article.id for hit in Search(store).search(typed)] == ["ear/meniere"]


def test_every_key_of_a_question_finds_its_page_once_a_word_is_whole(find: Find) -> None:
    question = "what should i eat with pml"
    for end in range(question.index("eat") + 3, len(question) + 1):
        assert find(question[:end])[0] == "food", question[:end]


def test_hits_are_at_most_as_many_as_asked_for_and_best_first(search: Search) -> None:
    hits = search.search("pml", limit=2)
    assert len(hits) == 2
    assert hits[0].score >= hits[1].score


def test_a_hit_says_where_the_page_stands(search: Search) -> None:
    hit = first(search, "natalizumab")
    assert (hit.article.title, hit.topic_title) == ("Does natalizumab raise the risk?", "Causes")


def test_the_snippet_is_the_sentence_with_the_words(search: Search) -> None:
    hit = first(search, "antibodies in the blood")
    assert hit.snippet == "Blood tests show antibodies against the virus."
    assert marked(hit) == ["Blood", "antibodies"]
    assert hit.matched == "antibodies blood"


def test_the_snippet_is_the_short_answer_when_that_says_as_much(search: Search) -> None:
    hit = first(search, "how long will i live")
    assert hit.snippet == "Nobody can say how long one person with PML will live."


def test_the_snippet_holds_no_markdown(search: Search) -> None:
    assert first(search, "kidneys").snippet == "The virus rests in the kidneys."
    assert first(search, "dizziness").snippet == "Dizziness is no sign of PML."
    assert first(search, "arm").snippet == "weakness of an arm 7 in 10"


def test_other_forms_and_synonyms_of_a_word_are_marked(search: Search) -> None:
    assert marked(first(search, "cause of pml")) == ["causes", "PML"]
    hit = first(search, "clumsiness")
    assert marked(hit) == ["clumsy"]
    assert hit.matched == "clumsiness"


def test_a_word_being_typed_is_marked_where_it_begins(search: Search) -> None:
    assert marked(first(search, "antib")) == ["antibodies"]


def test_what_matched_is_said_as_it_was_typed(search: Search) -> None:
    assert first(search, "Tysabri & Zxqv risk").matched == "Tysabri risk"


def test_a_long_sentence_is_cut_between_words_around_what_was_found(tmp_path: Path) -> None:
    page = article(short_answer="", body=f"{'A word more ' * 40}and then zebra {'and still more ' * 40}.")
    store = ContentStore.open(content_file(tmp_path, library([page])))
    hit = first(Search(store), "zebra")
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert marked(hit) == ["zebra"]
    assert len(hit.snippet) <= 182
    store.close()


def test_a_finished_word_is_not_the_beginning_of_another(tmp_path: Path) -> None:
    pages = (
        article("a/one", title="Diet", short_answer="Food.", body="Soup."),
        article("a/two", title="Death", short_answer="Some people die.", body="Many live."),
    )
    store = ContentStore.open(content_file(tmp_path, library(pages)))
    assert [hit.article.id for hit in Search(store).search("will i die")] == ["a/two"]
    store.close()


def test_a_library_in_another_language_is_searched_without_english_rules(tmp_path: Path) -> None:
    page = article(language="es", title="¿Qué causa la LMP?", short_answer="El virus JC.", body="Está en el riñón.")
    store = ContentStore.open(content_file(tmp_path, library([page], language="es")))
    for typed in ("que causa", "rinon", "RIÑÓN", "virus"):
        assert [hit.article.title for hit in Search(store).search(typed)] == ["¿Qué causa la LMP?"]
    store.close()


def test_a_program_without_a_window_can_search(tmp_path: Path) -> None:
    with open_search(content_file(tmp_path)) as search:
        assert search.search("virus")
    with pytest.raises(MissingContentError), open_search(tmp_path / "none.db"):
        pass


def test_a_hit_says_by_which_way_of_asking_it_was_found(search: Search) -> None:
    assert first(search, "first signs").question == "first signs of PML"
    assert first(search, "symptoms of pml").question == ""


def test_findings_say_what_was_searched_for(search: Search) -> None:
    findings = search.find("  Kidneys \n")
    assert (findings.typed, findings.searched, findings.offers) == ("Kidneys", "Kidneys", ())
    assert tuple(findings.hits) == search.search("Kidneys ")


# Words and plain text.


def test_content_words_leave_out_what_nobody_searches_by() -> None:
    assert Folding(Language.of("en-GB")).content_words("What is the risk of PML?") == ["risk", "pml"]
    assert Folding(Language.of("es")).content_words("What is") == ["what", "is"]


def test_markdown_becomes_a_line_for_each_paragraph_point_and_row() -> None:
    markdown = """\
## What *people* notice {#notice}

A paragraph over
two lines.[^S1][^S2] See [more](article:a/b) \\* here.

- **Moving:** a weak arm
    1. a step

!!! emergency "Call for help now if:"
    - they cannot be woken

??? more "the numbers"
    Table: How many

    | Sign | Share |
    |:---|---:|
    | weakness | 7 in 10 |

![a nerve](media:nerve.svg)
"""
    assert plain_lines(markdown) == [
        "What people notice",
        "A paragraph over two lines. See more * here.",
        "Moving: a weak arm",
        "a step",
        "Call for help now if:",
        "they cannot be woken",
        "the numbers",
        "How many",
        "Sign Share",
        "weakness 7 in 10",
        "a nerve",
    ]


def test_little_words_of_a_phrase_are_not_marked(bundled_library: Path) -> None:
    with open_search(bundled_library) as search:
        for hit in search.search("can i catch it"):
            marked = {hit.snippet[start:end].lower() for start, end in hit.marks}
            assert not marked & {"can", "i", "it"}


# Hard words.


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("antibody", "Antibody"),
        ("what is an antibody?", "Antibody"),
        ("ANTIBODIES", "Antibody"),
        ("antibdy", "Antibody"),
        ("myelin ", "myelin"),
        ("antibody tests", ""),
        ("kidneys", ""),
        ("", ""),
    ],
)
def test_a_hard_word_that_is_asked_for_comes_with_its_meaning(search: Search, typed: str, word: str) -> None:
    term = search.find(typed).term
    assert (term.word if term else "") == word


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("living will", "advance directive"),
        ("what is a living will", "advance directive"),
        ("how long will he live", None),
        ("will he live", None),
    ],
)
def test_little_words_count_where_they_belong_to_a_hard_word(
    bundled_library: Path, typed: str, word: str | None
) -> None:
    with ContentStore.open(bundled_library) as store:
        term = Search(store).find(typed, 5).term
    assert (term.word if term else None) == word
