"""Searching in scripts with and without spaces, in libraries of two pages each."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import pytest

from pmlapp.content.model import SearchHit
from pmlapp.library.search.search import Search, open_search
from tests.builders import article, content_file, library


class Sample(NamedTuple):
    """A library in one language: what finds its first page, and what finds nothing."""

    language: str
    title: str
    answer: str
    other_title: str
    other_answer: str
    finds: tuple[str, ...]
    nothing: tuple[str, ...]


SAMPLES = (
    Sample(
        "zh",
        "脑部感染会传染吗？",
        "不会。这种病毒不会在家人之间传播。",
        "吃什么食物好？",
        "软的食物容易吞咽。",
        ("传染", "脑部", "脑", "病毒", "会传染给家人吗", "家人", "播"),
        ("糖尿病", "哮喘", "喘", "糖尿病治疗"),
    ),
    Sample(
        "ja",
        "脳の感染症はうつりますか",
        "いいえ、家族にウイルスはうつりません。",
        "何を食べればよいですか",
        "やわらかい食べ物は飲み込みやすいです。",
        ("感染症", "脳", "うつる", "ウイルス", "家族にうつりますか"),
        ("糖尿病", "喘息", "ゐ"),
    ),
    Sample(
        "ko",
        "뇌 감염은 전염되나요?",
        "아니요. 바이러스는 가족에게 옮지 않습니다.",
        "무엇을 먹어야 하나요?",
        "부드러운 음식이 삼키기 쉽습니다.",
        ("감염", "감염이", "바이러스를", "가족", "뇌", "뇌감염"),
        ("당뇨병", "천식", "귤"),
    ),
    Sample(
        "th",
        "การติดเชื้อในสมองติดต่อกันได้ไหม",
        "ไม่ได้ ไวรัสนี้ไม่แพร่ในครอบครัว",
        "ควรกินอะไร",
        "อาหารอ่อนกลืนง่าย",
        ("สมอง", "ติดเชื้อ", "ไวรัส", "ครอบครัว"),
        ("เบาหวาน", "หอบหืด"),
    ),
    Sample(
        "ar",
        "هل التهاب الدماغ مُعدٍ؟",
        "لا ينتقل الفيروس بين أفراد العائلة.",
        "ماذا آكل؟",
        "الطعام اللين سهل البلع.",
        ("الدماغ", "دماغ", "والدماغ", "فيروس", "بالفيروس", "العائلة", "عائلة", "الـدماغ", "إلتهاب"),
        ("السكري", "الربو", "ق"),
    ),
    Sample(
        "hi",
        "क्या मस्तिष्क का संक्रमण फैलता है?",
        "नहीं, यह विषाणु परिवार में नहीं फैलता।",
        "मुझे क्या खाना चाहिए?",
        "नरम भोजन निगलना आसान है।",
        ("मस्तिष्क", "संक्रमण", "विषाणु", "परिवार", "मस्ति"),
        ("मधुमेह", "दमा", "मस्तक"),
    ),
    Sample(
        "el",
        "Είναι μεταδοτική η λοίμωξη του εγκεφάλου;",
        "Όχι, ο ιός δεν περνά στην οικογένεια.",
        "Τι να φάω;",
        "Η μαλακή τροφή.",
        ("εγκεφάλου", "ΕΓΚΕΦΑΛΟΥ", "εγκεφαλου", "λοιμωξη", "οικογένεια"),
        ("διαβήτης", "άσθμα"),
    ),
    Sample(
        "ru",
        "Заразна ли инфекция мозга?",
        "Нет, вирус не передаётся в семье.",
        "Что мне есть?",
        "Мягкая пища.",
        ("мозга", "ИНФЕКЦИЯ", "вирус", "передается", "инф"),
        ("диабет", "астма"),
    ),
    Sample(
        "he",
        "האם זיהום במוח מדבק?",
        "לא, הנגיף אינו עובר במשפחה.",
        "מה לאכול?",
        "אוכל רך.",
        ("זיהום", "במוח", "הנגיף", "במשפחה", "זי"),
        ("סוכרת", "אסתמה"),
    ),
)

FOUND = [(sample.language, typed) for sample in SAMPLES for typed in sample.finds]
ABSENT = [(sample.language, typed) for sample in SAMPLES for typed in sample.nothing]


@pytest.fixture(scope="module")
def searches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Search]]:
    found, opened = {}, ExitStack()
    for sample in SAMPLES:
        pages = (
            article(
                "a/first", language=sample.language, title=sample.title, short_answer=sample.answer, body=sample.answer
            ),
            article(
                "a/other",
                language=sample.language,
                title=sample.other_title,
                short_answer=sample.other_answer,
                body=sample.other_answer,
            ),
        )
        folder = tmp_path_factory.mktemp(sample.language)
        made = content_file(folder, library(pages, language=sample.language, synonyms=()))
        found[sample.language] = opened.enter_context(open_search(made))
    with opened:
        yield found


def marked(hit: SearchHit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.marks]


@pytest.mark.parametrize(("language", "typed"), FOUND)
def test_a_word_or_part_of_one_finds_its_page_first(searches: dict[str, Search], language: str, typed: str) -> None:
    assert [hit.article.id for hit in searches[language].search(typed)][:1] == ["a/first"]


@pytest.mark.parametrize(("language", "typed"), ABSENT)
def test_what_no_page_says_finds_nothing(searches: dict[str, Search], language: str, typed: str) -> None:
    assert searches[language].search(typed) == ()


@pytest.mark.parametrize(
    ("language", "typed", "marks"),
    [
        ("zh", "家人", ["家人"]),
        ("zh", "不会在", ["不会在"]),
        ("ko", "바이러스를", ["바이러스"]),
        ("th", "ครอบครัว", ["ครอบครัว"]),
        ("ar", "فيروس", ["الفيروس"]),
        ("hi", "विषाणु", ["विषाणु"]),
    ],
)
def test_what_was_found_is_marked(searches: dict[str, Search], language: str, typed: str, marks: list[str]) -> None:
    assert marked(searches[language].search(typed)[0])[-len(marks) :] == marks


def test_a_long_text_without_spaces_is_cut_around_what_was_found(tmp_path: Path) -> None:
    page = article(language="zh", title="问题", short_answer="", body=f"{'很长' * 150}病毒{'很长' * 150}")
    with open_search(content_file(tmp_path, library([page], language="zh", synonyms=()))) as search:
        hit = search.search("病毒")[0]
    assert marked(hit) == ["病毒"]
    assert len(hit.snippet) <= 182
