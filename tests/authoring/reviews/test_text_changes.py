"""What a reviewer is shown of the difference between two signed texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmlapp.authoring.reviews.text_changes import Change, Fate, changes
from pmlapp.authoring.sources.sign_off import canonical_text
from pmlapp.content.model import Article, GlossaryTerm
from tests.builders import FIRST, GLOSSARY, MEDIA, SECOND, article
from tests.work_done import calls_made

TERMS: dict[str, GlossaryTerm] = {term.key: term for term in GLOSSARY}
PICTURES = {picture.name: picture for picture in MEDIA}
BODY = "Start here.\n\n## How {#how}\n\nThe virus rests in the kidneys.[^S1]\n\nIt wakes.\n"
PAGE = article(body=BODY, sources=(FIRST,))


def between(before: Article, now: Article) -> tuple[Change, ...]:
    return changes(canonical_text(before, TERMS, PICTURES), canonical_text(now, TERMS, PICTURES))


def told(change: Change) -> str:
    marks = {Fate.KEPT: "{}", Fate.GONE: "[-{}-]", Fate.NEW: "[+{}+]"}
    return change.place + ": " + "".join(marks[piece.fate].format(piece.text) for piece in change.pieces)


def test_the_same_text_has_no_changes() -> None:
    assert between(PAGE, PAGE) == ()


def test_a_changed_word_stands_in_its_paragraph_under_its_heading() -> None:
    (change,) = between(PAGE, PAGE._replace(body=BODY.replace("kidneys", "bones")))
    assert told(change) == "How: The virus rests in the [-kidneys.[^S1]-][+bones.[^S1]+]"


def test_what_stands_above_the_first_heading_has_no_place() -> None:
    (change,) = between(PAGE, PAGE._replace(body=BODY.replace("Start", "Begin")))
    assert told(change) == ": [-Start -][+Begin +]here."


def test_new_and_lost_paragraphs_are_shown_whole() -> None:
    (new,) = between(PAGE, PAGE._replace(body=BODY + "\nIt moves on.\n"))
    assert told(new) == "How: [+It moves on.+]"
    (gone,) = between(PAGE._replace(body=BODY + "\nIt moves on.\n"), PAGE)
    assert told(gone) == "How: [-It moves on.-]"


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (PAGE._replace(title="What starts PML?"), "Title: What [-causes -][+starts +]PML?"),
        (PAGE._replace(short_answer="It wakes up."), "Short answer: [-The JC virus -][+It +]wakes up."),
        (PAGE._replace(sources=(FIRST, SECOND)), "Sources: [+S2, A leaflet,"),
        (
            PAGE._replace(sources=(FIRST._replace(published="2022"),)),
            "Sources: S1, A study of the virus, A journal, [-2021",
        ),
    ],
)
def test_what_stands_around_the_text_is_compared_too(now: Article, expected: str) -> None:
    (change,) = between(PAGE, now)
    assert told(change).startswith(expected)


def test_another_meaning_of_an_explained_word_is_a_change() -> None:
    page = PAGE._replace(body="The [coat](glossary:myelin).\n")
    other = {**TERMS, "myelin": TERMS["myelin"]._replace(meaning="A wall.")}
    (change,) = changes(canonical_text(page, TERMS, PICTURES), canonical_text(page, other, PICTURES))
    assert told(change).startswith("Explained words: myelin: [-The coat")


def test_another_drawing_under_the_same_name_is_a_change() -> None:
    page = PAGE._replace(body="![A nerve.](media:nerve.svg)\n")
    other = {"nerve.svg": PICTURES["nerve.svg"]._replace(data=b"<svg></svg>")}
    (change,) = changes(canonical_text(page, TERMS, PICTURES), canonical_text(page, TERMS, other))
    assert change.place == "Pictures"


LINES = st.lists(st.sampled_from(["one two", "two one", "", "## Three", "four  ", "--- five", "title: x"]), max_size=8)


@given(LINES, LINES)
@settings(max_examples=200)
def test_the_pieces_give_back_both_texts_wherever_they_differ(old: list[str], new: list[str]) -> None:
    before = canonical_text(PAGE._replace(body="\n".join(["x", *old])), TERMS, PICTURES)
    now = canonical_text(PAGE._replace(body="\n".join(["x", *new])), TERMS, PICTURES)
    lines_before = [line for line in before.split("\n---\n", 1)[1].splitlines() if line.strip()]
    lines_now = [line for line in now.split("\n---\n", 1)[1].splitlines() if line.strip()]
    found = changes(before, now)
    assert bool(found) == (lines_before != lines_now)
    for change in found:
        gone = "".join(piece.text for piece in change.pieces if piece.fate is not Fate.NEW)
        came = "".join(piece.text for piece in change.pieces if piece.fate is not Fate.GONE)
        assert gone in "\n".join(lines_before)
        assert came in "\n".join(lines_now)


def test_to_compare_two_texts_without_a_line_in_common_twice_as_long_is_twice_the_work() -> None:
    def compared(lines: int) -> int:
        old = "\n\n".join(f"{'word ' * 30}{number}" for number in range(lines))
        new = "\n\n".join(f"{'drow ' * 30}{number} x" for number in range(lines))
        assert between(PAGE._replace(body=old), PAGE._replace(body=new))
        return calls_made(lambda: between(PAGE._replace(body=old), PAGE._replace(body=new)))

    assert compared(200) < 2.5 * compared(100)


def test_a_text_of_an_older_form_with_fewer_parts_is_read_all_the_same() -> None:
    text = canonical_text(PAGE, TERMS, PICTURES)
    older = "\n".join(line for line in text.split("\n") if not line.startswith("licence"))
    (change,) = changes(older, text)
    assert told(change) == "Licence: [+CC-BY-4.0+]"
