"""One person's walk: the laws that going, coming back and going forward keep."""

from hypothesis import given
from hypothesis import strategies as st

from pmlapp.library.pages.page_names import HOME
from pmlapp.library.visit import Place, Visit

PAGES = st.sampled_from(["home", "words", "causes/one", "causes/two", "diet/food"])
STEPS = st.lists(st.one_of(PAGES, st.sampled_from(["<", ">"])), max_size=30)


def walked(steps: list[str], visit: Visit | None = None) -> Visit:
    """To each page named; ``<`` and ``>`` are back and forward."""
    visit = visit or Visit()
    for step in steps:
        match step:
            case "<":
                visit = visit.back()
            case ">":
                visit = visit.forward()
            case page:
                visit = visit.to(page)
    return visit


def test_every_walk_begins_at_home_with_nothing_behind_or_ahead() -> None:
    assert Visit() == Visit(Place(HOME), (), ())


@given(steps=STEPS, page=PAGES)
def test_going_somewhere_and_back_is_the_place_one_left(steps: list[str], page: str) -> None:
    before = walked(steps)
    there = before.to(page)
    if page != before.here.page:
        assert there.back().here == before.here
        assert there.back().behind == before.behind


@given(STEPS)
def test_back_and_forward_again_is_the_same_walk(steps: list[str]) -> None:
    walk = walked(steps)
    if walk.behind:
        assert walk.back().forward() == walk
    if walk.ahead:
        assert walk.forward().back() == walk


@given(STEPS)
def test_at_either_end_of_the_walk_there_is_no_further_step(steps: list[str]) -> None:
    walk = walked(steps)
    first = walked(["<"] * len(walk.behind), walk)
    assert first.back() == first
    last = walked([">"] * len(walk.ahead), walk)
    assert last.forward() == last


@given(steps=STEPS, page=PAGES)
def test_a_new_page_forgets_what_lay_ahead_and_the_same_page_is_no_step(steps: list[str], page: str) -> None:
    walk = walked(steps)
    if page == walk.here.page:
        assert walk.to(page) == walk
    else:
        assert walk.to(page).ahead == ()


@given(STEPS)
def test_no_step_makes_a_page_appear_that_was_never_asked_for(steps: list[str]) -> None:
    walk = walked(steps)
    seen = {place.page for place in (*walk.behind, walk.here, *walk.ahead)}
    assert seen <= {HOME, *steps}


@given(steps=STEPS, line=st.floats(0, 10_000), link=st.none() | st.integers(0, 400))
def test_coming_back_finds_line_link_and_open_folds_as_they_were_left(
    steps: list[str], line: float, link: int | None
) -> None:
    walk = walked(steps)
    left = Place(walk.here.page, line, link, frozenset({"b7"}), (3, 0.5))
    assert walk.leaving_from(left).to("another/page").back().here == left


def test_a_page_is_entered_at_its_top_even_if_one_left_it_further_down() -> None:
    walk = Visit().to("causes/one").leaving_from(Place("causes/one", 40.0, 3)).to("words").to("causes/one")
    assert walk.here == Place("causes/one")


def test_a_day_at_a_kiosk_does_not_grow_without_end() -> None:
    walk = walked([f"causes/page-{number}" for number in range(1_000)])
    assert len(walk.behind) == 200
    assert walk.behind[-1].page == "causes/page-998"
