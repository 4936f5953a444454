"""Misspelt words: what is put right, what is only offered, and what is left alone."""

from collections.abc import Iterator

import pytest

from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import Code, QuestionType, Synonym
from pmlapp.library.search.search import Search
from tests.builders import article, content_file, library

PAGES = (
    article(
        "about/pml",
        title="What is PML?",
        question_type=QuestionType.OVERVIEW,
        names=("PML", "progressive multifocal leukoencephalopathy", "luekoencephalopathy"),
        also_asked=("what is leukoencephalopathy", "is it the JC virus"),
        short_answer="Progressive multifocal leukoencephalopathy is an infection of the brain by the JC virus.",
        body="Babies do not get it.\n",
        codes=(
            Code("ICD-10", "A81.2"),
            Code("ICD-9", "046.3"),
            Code("Orphanet", "ORPHA:217260"),
            Code("MeSH", "D007968"),
        ),
    ),
    article(
        "about/symptoms",
        title="What are the symptoms of PML?",
        question_type=QuestionType.SYMPTOMS,
        short_answer="Weakness, swelling of the brain (oedema), trouble with speech.",
        body="Paralysed people get diarrhoea.\n",
    ),
    article(
        "risk/natalizumab",
        title="Does natalizumab raise the risk?",
        question_type=QuestionType.RISK,
        names=("Tysabri",),
        short_answer="Yes.",
        body="Rituximab may too.\n",
    ),
    article(
        "living/babies", title="Can babies get PML?", names=("babies",), short_answer="No.", body="Nobody out of ten.\n"
    ),
    article(
        "about/usher",
        title="Is it the same as Usher syndrome?",
        names=("Usher syndrome",),
        short_answer="No.",
        body="Users of a kiosk often ask.\n",
    ),
)


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    sources = library(
        PAGES, synonyms=(Synonym(("tysabri", "tysabry"), "natalizumab"),), medicines=("natalizumab", "rituximab")
    )
    store = ContentStore.open(content_file(tmp_path_factory.mktemp("spelling"), sources))
    yield Search(store)
    store.close()


def first(search: Search, typed: str) -> str:
    return next((hit.article.id for hit in search.search(typed)), "")


def test_two_words_written_as_one_are_found_as_they_are(search: Search) -> None:
    findings = search.find("JCvirus")
    assert findings.searched == findings.typed
    assert findings.hits[0].article.id == search.search("JC virus")[0].article.id


@pytest.mark.parametrize(
    ("typed", "searched"),
    [
        ("leukoencephalopaty", "leukoencephalopathy"),
        ("luekoencefalopathy", "leukoencephalopathy"),
        ("leukoencephalopthay", "leukoencephalopathy"),
        ("simptoms of pml", "symptoms of pml"),
        ("waht are the symtoms", "what are the symptoms"),
        ("pml symptms", "pml symptoms"),
        ("progresive multifocl", "progressive multifocal"),
    ],
)
def test_a_misspelt_word_is_put_right_and_the_search_says_so(search: Search, typed: str, searched: str) -> None:
    findings = search.find(typed)
    assert findings.searched == searched
    assert findings.offers == (typed,)
    assert findings.hits


@pytest.mark.parametrize(
    ("typed", "searched"),
    [
        ("Userh syndrome", "usher syndrome"),  # letters turned round: no group of three is left
        ("user syndrome", "usher syndrome"),  # an answer speaks of users, but no title does
        ("Uhser syndr", "usher syndr"),
        ("Useer syndrom", "usher syndrom"),
    ],
)
def test_more_slips_are_forgiven_where_the_query_becomes_a_name(search: Search, typed: str, searched: str) -> None:
    assert search.find(typed).searched == searched
    assert first(search, typed) == "about/usher"


@pytest.mark.parametrize("typed", ["user ", "user guide", "user of a kiosk"])
def test_a_word_of_an_answer_is_left_alone_where_no_name_comes_of_it(search: Search, typed: str) -> None:
    assert search.find(typed).searched == typed.strip()


def test_a_short_word_alone_is_not_stretched_to_a_name(search: Search) -> None:
    assert search.find("babise ").searched == "babies"
    for typed in ("bxbis", "fnord"):
        assert search.find(f"{typed} ").searched == typed


def test_where_nothing_is_found_the_nearest_word_is_offered_but_not_searched_for(search: Search) -> None:
    findings = search.find("babse ")
    assert (list(findings.hits), findings.searched, findings.offers) == ([], "babse", ("babies",))


def test_who_asks_for_just_what_was_typed_gets_that(search: Search) -> None:
    findings = search.find("leukoencephalopaty", as_typed=True)
    assert (findings.searched, list(findings.hits)) == ("leukoencephalopaty", [])
    assert findings.offers == ("leukoencephalopathy",)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("natalizmab", "natalizumab"), ("ritiximab risk", "rituximab risk"), ("tysabi", "tysabri")],
)
def test_the_name_of_a_medicine_is_only_offered(search: Search, typed: str, offered: str) -> None:
    findings = search.find(typed)
    assert findings.searched == typed
    assert findings.offers == (offered,)


@pytest.mark.parametrize("typed", ["obinutuzumab", "infliximab", "adalimumab", "sofosbuvir"])
def test_a_medicine_that_the_library_lacks_is_not_taken_for_another(search: Search, typed: str) -> None:
    assert search.find(typed).searched == typed
    assert search.search(typed) == ()


@pytest.mark.parametrize("typed", ["rabies", "gout", "kidney stones", "heart attack", "scabies", "measles"])
def test_an_illness_that_the_library_lacks_is_not_taken_for_a_slip(search: Search, typed: str) -> None:
    findings = search.find(typed)
    assert (list(findings.hits), findings.searched, findings.offers) == ([], typed, ())


def test_a_word_being_typed_is_completed_and_not_put_right(search: Search) -> None:
    word = "leukoencephalopathy"
    for end in range(3, len(word) + 1):
        findings = search.find(word[:end])
        assert findings.searched == word[:end]
        assert first(search, word[:end]) == "about/pml"


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("leucoencephalopathy", "about/pml"),
        ("edema", "about/symptoms"),
        ("oedema", "about/symptoms"),
        ("paralyzed", "about/symptoms"),
        ("diarrhea", "about/symptoms"),
        ("JC-virus", "about/pml"),
        ("multi focal", "about/pml"),
        ("leuko-encephalopathy", "about/pml"),
        ("JC’virus", "about/pml"),
        ("LEUKOENCÉPHALOPATHY", "about/pml"),
        ("A81.2", "about/pml"),
        ("a81 2", "about/pml"),
        ("icd-10 A81.2", "about/pml"),
        ("046.3", "about/pml"),
        ("0463", "about/pml"),
        ("orpha:217260", "about/pml"),
        ("217260", "about/pml"),
        ("d007968", "about/pml"),
        ("A81", "about/pml"),
    ],
)
def test_other_spellings_and_codes_find_the_same_page(search: Search, typed: str, page: str) -> None:
    assert search.find(typed).searched == typed
    assert first(search, typed) == page


def test_british_words_are_marked_for_american_readers(search: Search) -> None:
    hit = search.search("edema")[0]
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["oedema"]


@pytest.mark.parametrize("typed", ["G35", "B20", "999.9", "A82.1"])
def test_a_code_that_no_page_has_finds_nothing(search: Search, typed: str) -> None:
    assert search.search(typed) == ()


@pytest.fixture(scope="module")
def grave(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    pages = (
        article("help/rape", title="Help after a rape", short_answer="Call.", body="A rape is a crime.\n"),
        article("help/suicide", title="Thoughts of suicide", short_answer="Call.", body="You are not alone.\n"),
        article("help/abuse", title="Abuse of children", short_answer="Call.", body="It is not your fault.\n"),
        article("outlook/death", title="Sudden death", short_answer="Rare.", body="Few die.\n"),
    )
    store = ContentStore.open(content_file(tmp_path_factory.mktemp("grave"), library(pages, synonyms=())))
    yield Search(store)
    store.close()


@pytest.mark.parametrize(
    ("typed", "offered"), [("raahea", "rape"), ("suicde", "suicide"), ("abusse", "abuse"), ("deatth", "death")]
)
def test_a_word_of_violence_or_death_is_offered_and_never_searched_for(grave: Search, typed: str, offered: str) -> None:
    findings = grave.find(f"{typed} ")
    assert findings.searched == findings.typed
    assert tuple(findings.hits) == ()
    assert findings.offers == (offered,)


def test_such_a_word_is_found_as_any_other_if_it_is_typed(grave: Search) -> None:
    assert first(grave, "suicide") == "help/suicide"
