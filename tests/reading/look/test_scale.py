"""Text sizes: their steps and ends, and what grows more slowly than the text."""

from itertools import pairwise

import pytest

from pmlapp.reading.look.scale import STEPS, Scale

_STYLES = ("body", "title", "heading_2", "heading_3", "answer", "table", "small", "cite", "callout_title", "ui")


def test_a_reader_steps_through_every_size_and_back() -> None:
    up = [STEPS[0]]
    while Scale(up[-1]).step(1) != up[-1]:
        up.append(Scale(up[-1]).step(1))
    assert tuple(up) == STEPS
    assert [Scale(size).step(-1) for size in STEPS] == [STEPS[0], *STEPS[:-1]]


def test_there_is_nothing_below_100_and_above_400_percent() -> None:
    assert (STEPS[0], STEPS[-1]) == (100, 400)
    assert Scale(100).step(-1) == 100
    assert Scale(400).step(1) == 400


@pytest.mark.parametrize(("size", "down", "up"), [(110, 100, 125), (199, 175, 200), (399, 350, 400)])
def test_from_a_size_between_two_steps_one_gets_to_the_next(size: int, down: int, up: int) -> None:
    assert (Scale(size).step(-1), Scale(size).step(1)) == (down, up)


@pytest.mark.parametrize("percent", [-100, 0, 99, 401, 10_000])
def test_a_size_outside_the_steps_is_refused(percent: int) -> None:
    with pytest.raises(ValueError, match=str(percent)):
        Scale(percent)


def test_at_100_percent_the_sizes_are_those_of_the_look() -> None:
    scale = Scale(100)
    sizes = {name: getattr(scale, name).px for name in _STYLES}
    assert sizes == {
        "body": 20,
        "title": 38,
        "heading_2": 27,
        "heading_3": 22,
        "answer": 23,
        "table": 18,
        "small": 17,
        "cite": 14,
        "callout_title": 21,
        "ui": 18,
    }


@pytest.mark.parametrize("style", _STYLES)
def test_no_style_is_ever_smaller_at_a_larger_text_size(style: str) -> None:
    sizes = [getattr(Scale(percent), style).px for percent in range(100, 401)]
    assert all(smaller <= larger for smaller, larger in pairwise(sizes))


@pytest.mark.parametrize("percent", STEPS)
def test_body_text_is_exactly_as_large_as_asked_for(percent: int) -> None:
    assert Scale(percent).body.px == 20 * percent // 100


def test_titles_grow_more_slowly_than_text() -> None:
    for style in ("title", "heading_2", "heading_3", "answer"):
        ratios = [getattr(Scale(percent), style).px / Scale(percent).body.px for percent in (100, 200, 300, 400)]
        assert ratios == sorted(ratios, reverse=True)
    assert Scale(200).title.px / Scale(200).body.px == pytest.approx(1.60)
    assert Scale(400).title.px / Scale(400).body.px == pytest.approx(1.15)


@pytest.mark.parametrize("percent", STEPS)
def test_what_heads_is_never_smaller_than_what_it_heads(percent: int) -> None:
    scale = Scale(percent)
    assert scale.title.px >= scale.heading_2.px >= scale.heading_3.px >= scale.body.px
    assert scale.answer.px >= scale.body.px


def test_bars_and_lists_stop_at_150_percent() -> None:
    assert [Scale(percent).bar(100) for percent in (100, 150, 200, 300, 400)] == [100, 135, 150, 150, 150]
    assert Scale(400).ui.px == 27
    assert Scale(400).page == 4.0


def test_the_home_page_grows_on_as_far_as_300_percent() -> None:
    assert [Scale(percent).for_home().chrome for percent in (100, 200, 300, 400)] == [1.0, 2.0, 3.0, 3.0]
    assert Scale(300).for_home().ui.px == 54


def test_making_a_home_page_larger_leaves_the_bars_as_they_were() -> None:
    scale = Scale(300)
    scale.for_home()
    assert scale.chrome == 1.5
    assert scale.for_home().percent == 300


def test_body_text_has_about_one_and_a_half_lines_to_a_line() -> None:
    # The percentage is of the font's own line, which is 1.30 of its size.
    assert Scale(100).body.line_percent * 1.30 / 100 == pytest.approx(1.6)
