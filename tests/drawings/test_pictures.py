"""Each picture of the library is what its generator draws, rests on its data, and can be read."""

import re
import xml.etree.ElementTree as ET
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from drawings.data_files import DATA, Antibodies, NewCases, Risk, Survival, read
from drawings.pictures import MEDIA, Picture, all_pictures
from drawings.svg import TEXT_PX
from pmlapp.authoring.sources.pictures import picture_problem
from pmlapp.authoring.sources.sources import LibrarySources, read_sources
from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.content.page import Citation, Figure, Text, walk

PICTURES = {picture.name: picture for picture in all_pictures()}
LARGEST_BYTES = 120_000
LONGEST_ALT = 150

Element = ET.Element


@pytest.fixture(scope="module")
def library() -> LibrarySources:
    return read_sources(MEDIA.parent)


@pytest.fixture(scope="module")
def figures(library: LibrarySources) -> list[Figure]:
    """Every figure on every page."""
    parser = ArticleParser()
    bodies = [parser.parse(article.body).blocks for article in library.articles]
    return [block for blocks in bodies for block in walk(blocks) if isinstance(block, Figure)]


@pytest.fixture(params=PICTURES)
def picture(request: pytest.FixtureRequest) -> Picture:
    return PICTURES[request.param]


def shapes(name: str, kind: str) -> list[Element]:
    root = ET.fromstring(str(PICTURES[name].draw()))
    return [element for element in root if element.tag.endswith("}" + kind)]


def words(name: str) -> list[str]:
    return [element.text or "" for element in shapes(name, "text")]


def filled(name: str, kind: str, role: str) -> list[Element]:
    return [element for element in shapes(name, kind) if f"--{role}," in element.get("fill", "")]


# What lies in the library


def test_a_picture_in_the_library_is_what_its_generator_draws(picture: Picture) -> None:
    assert (MEDIA / picture.file_name).read_text(encoding="utf-8") == str(picture.draw()), "run: make drawings"


def test_every_drawing_in_the_library_is_drawn_by_code() -> None:
    assert {path.name for path in MEDIA.glob("*.svg")} == {picture.file_name for picture in all_pictures()}


def test_a_picture_is_small_and_passes_the_checks_of_the_build(picture: Picture) -> None:
    data = str(picture.draw()).encode()
    assert picture_problem(data, "svg") == ""
    assert len(data) < LARGEST_BYTES


# Where its numbers come from


def test_every_source_of_a_picture_is_a_source_of_the_library(picture: Picture, library: LibrarySources) -> None:
    assert picture.sources
    assert picture.sources <= {source.key for source in library.sources}


def test_wherever_a_picture_stands_its_caption_cites_all_its_sources(picture: Picture, figures: list[Figure]) -> None:
    shown = [figure for figure in figures if figure.media == picture.file_name]
    assert shown
    for figure in shown:
        cited = {span.key for span in figure.caption if isinstance(span, Citation)}
        assert picture.sources <= cited


def test_a_picture_is_told_in_words_short_enough_to_be_listened_to(picture: Picture, figures: list[Figure]) -> None:
    told = {figure.alt for figure in figures if figure.media == picture.file_name}
    assert [alt for alt in told if not 20 < len(alt) <= LONGEST_ALT] == []


def test_every_source_in_a_data_file_is_one_of_a_picture() -> None:
    named = {key for path in DATA.glob("*.toml") for key in re.findall(r'source = "(\w+)"', path.read_text("utf-8"))}
    assert named <= {key for picture in all_pictures() for key in picture.sources}


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("causes-france", [read("causes-france")["people"]]),
        ("new-cases", [row["people"] for row in read("new-cases")["country"]]),
        ("alive-after-one-year", [row["people"] for row in read("alive-after-one-year")["group"]]),
        *(
            (row["name"], [risk["people"] for risk in row["risk"] if "people" in risk])
            for row in read("natalizumab-risk")["picture"]
        ),
    ],
)
def test_a_caption_says_how_many_people_were_studied_and_when(
    figures: list[Figure], name: str, people: list[int]
) -> None:
    for figure in figures:
        if figure.media == f"{name}.svg":
            said = "".join(span.text for span in figure.caption if isinstance(span, Text))
            assert [count for count in people if f"{count:,}" not in said] == []
            assert re.search(r"\b(19|20)\d\d\b", said)


def test_each_study_of_the_map_stands_with_its_number_in_a_table_of_the_page(library: LibrarySources) -> None:
    (page,) = (article.body for article in library.articles if "(media:antibody-map.svg)" in article.body)
    rows = [line for line in page.splitlines() if line.lstrip().startswith("|")]
    missing = [
        row["country"]
        for row in read("antibodies")["country"]
        if not any(
            all(part in line for part in (row["country"], f"[^{row['source']}]", f"{row['percent']:g}"))
            for line in rows
        )
    ]
    assert missing == []


# That it shows its numbers


@pytest.mark.parametrize("row", read("natalizumab-risk")["picture"], ids=lambda row: row["name"])
def test_a_field_of_dots_is_1000_people_of_whom_as_many_are_dark_as_had_pml(row) -> None:
    risks = [Risk(**risk) for risk in row["risk"]]
    light = sum(path.get("d", "").count("M") for path in shapes(row["name"], "path"))
    in_the_key = 7
    dark = [dot for dot in filled(row["name"], "circle", "chart_on") if float(dot.get("r", "")) < in_the_key]
    assert len(dark) == sum(risk.dots for risk in risks)
    assert len(dark) + light == 1000 * len(risks)
    said = " ".join(words(row["name"]))
    for risk in risks:
        assert (f"About {risk.dots} had PML" if risk.per_1000 >= 1 else "Fewer than 1 had PML") in said


def test_a_bar_of_causes_is_as_long_as_its_share() -> None:
    percents = [row["percent"] for row in read("causes-france")["share"]]
    assert bar_percents("causes-france") == pytest.approx(percents, abs=0.05)
    assert [line for line in words("causes-france") if line.endswith("in 100")] == [
        *("44 in 100", "22 in 100", "20 in 100", "4 in 100", "4 in 100", "1 or 2 in 100")
    ]


def test_a_bar_of_survival_is_as_long_as_its_share_and_names_its_group() -> None:
    groups = [Survival(**row) for row in read("alive-after-one-year")["group"]]
    assert bar_percents("alive-after-one-year") == pytest.approx([group.percent for group in groups], abs=0.05)
    said = words("alive-after-one-year")
    for group in groups:
        assert f"{group.label}, {group.years}" in said
        assert f"{group.people} people" in said
        assert f"{round(group.percent)} in 100" in said


def bar_percents(name: str) -> list[float]:
    tracks = [float(bar.get("width", "")) for bar in filled(name, "rect", "sunken")]
    bars = [float(bar.get("width", "")) for bar in filled(name, "rect", "chart_on")]
    return [100 * bar / track for bar, track in zip(bars, tracks, strict=True)]


def test_a_block_of_new_cases_is_as_high_as_its_rate_and_as_long_as_its_years() -> None:
    counts = [NewCases(**row) for row in read("new-cases")["count"]]
    blocks = filled("new-cases", "rect", "chart_on")
    heights = [float(block.get("height", "")) for block in blocks]
    lengths = [float(block.get("width", "")) + 1 for block in blocks]
    assert [height / heights[-1] for height in heights] == pytest.approx(
        [count.per_100_000 / counts[-1].per_100_000 for count in counts], abs=0.005
    )
    assert [length / lengths[-1] for length in lengths] == pytest.approx(
        [(count.last + 1 - count.first) / (counts[-1].last + 1 - counts[-1].first) for count in counts], abs=0.005
    )
    assert [line for line in words("new-cases") if line.startswith("about")] == [
        *("about 3", "about 11", "about 7", "about 11")
    ]


def test_each_country_on_the_map_is_labelled_with_its_people_in_ten() -> None:
    countries = [Antibodies(**row) for row in read("antibodies")["country"]]
    said = words("antibody-map")
    labels = [label for label in said if re.fullmatch(r"\d(–\d)?", label)]
    assert sorted(labels) == sorted(country.in_ten for country in countries)
    assert {f"{country.band} in 10 people" for country in countries} <= set(said)
    assert {country.country: country.in_ten for country in countries if country.percent_to or country.percent < 45} == {
        "United States": "4",
        "Finland": "6–7",
        "Kuwait": "4",
    }


# That it can be read


def boxes(picture: Picture) -> list[tuple[str, QRectF]]:
    """Each line of words with the place it takes, as the reading font sets it."""
    found = []
    for text in shapes(picture.name, "text"):
        font = QFont("Atkinson Hyperlegible Next")
        font.setPixelSize(round(float(text.get("font-size", ""))))
        font.setWeight(QFont.Weight(int(text.get("font-weight", ""))))
        metrics = QFontMetricsF(font)
        line = " ".join((text.text or "").split())
        width, x, y = metrics.horizontalAdvance(line), float(text.get("x", "")), float(text.get("y", ""))
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[text.get("text-anchor", "")]
        found.append((line, QRectF(left, y - metrics.capHeight(), width, metrics.capHeight())))
    return found


def test_no_words_in_a_picture_are_smaller_than_body_text(picture: Picture) -> None:
    assert all(float(text.get("font-size", "0")) >= TEXT_PX for text in shapes(picture.name, "text"))


@pytest.mark.usefixtures("fonts")
def test_no_words_in_a_picture_run_over_its_edge(picture: Picture) -> None:
    drawing = picture.draw()
    whole = QRectF(0, 0, drawing.width, drawing.height).adjusted(-0.5, 0, 0.5, 0)
    assert [line for line, box in boxes(picture) if not whole.contains(box)] == []


@pytest.mark.usefixtures("fonts")
def test_no_words_in_a_picture_touch_others(picture: Picture) -> None:
    touching = [(a, b) for (a, one), (b, other) in combinations(boxes(picture), 2) if one.intersects(other)]
    assert touching == []


# That the data cannot be nonsense


def country(**changes: object) -> Antibodies:
    plain = {"country": "X", "number": "1", "at": (0, 0), "percent": 50.0, "who": "ms", "tested": "people with MS"}
    return Antibodies(**{**plain, "year": 2000, "source": "S1", **changes})


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: Risk(label="x", per_1000=1001, source="S1", years="2000"), "1001 of 1,000"),
        (lambda: Survival(label="x", years="2000", people=1, percent=101, source="S1"), "101 %"),
        (lambda: NewCases(country="X", first=2001, last=2000, per_100_000=1, source="S1"), "2001 is after 2000"),
        (lambda: country(percent_to=40), "50.0 %"),
        (lambda: country(who="all"), "“all”"),
    ],
)
def test_a_number_that_cannot_be_is_refused_by_name(made, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        made()
