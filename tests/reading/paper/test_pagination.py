"""Where a column is cut into sheets."""

import random

from pmlapp.reading.paper.pagination import Band, Head, Hold, SheetCut, Slice, paginate


def lines(count: int, start: float = 0.0, height: float = 10.0) -> list[Band]:
    return [Band(start + n * height, start + (n + 1) * height, Hold.LINE) for n in range(count)]


def shown(sheets: tuple[SheetCut, ...]) -> list[list[tuple[float, float]]]:
    return [[(part.top, part.bottom) for part in sheet.slices] for sheet in sheets]


def test_a_column_that_fits_is_one_sheet() -> None:
    assert shown(paginate(lines(5), (), height=100)) == [[(0, 50)]]


def test_no_line_is_cut_and_a_sheet_begins_with_words() -> None:
    bands = [*lines(3), *lines(3, start=45)]
    assert shown(paginate(bands, (), height=38)) == [[(0, 38)], [(45, 75)]]


def test_a_box_moves_to_the_next_sheet_whole() -> None:
    bands = [*lines(6), Band(25, 65, Hold.BOX), *lines(3, start=30)]
    assert shown(paginate(bands, (), height=50))[0] == [(0, 20)]


def test_a_box_higher_than_a_sheet_is_cut_between_lines() -> None:
    bands = [Band(0, 200, Hold.BOX), *lines(20)]
    assert shown(paginate(bands, (), height=55)) == [[(0, 50)], [(50, 100)], [(100, 150)], [(150, 200)]]


def test_a_heading_goes_with_what_it_heads() -> None:
    heading = Band(80, 110, Hold.NEIGHBOUR)
    bands = [*lines(8), heading, *lines(4, start=80)]
    assert shown(paginate(bands, (), height=100)) == [[(0, 80)], [(80, 120)]]


def test_the_head_of_a_table_is_repeated_and_takes_its_room() -> None:
    rows = [Band(n * 20, (n + 1) * 20, Hold.ROW) for n in range(10)]
    cells = [band._replace(hold=Hold.LINE) for band in rows]
    sheets = paginate([*rows, *cells], (Head(0, 20, 200),), height=100)
    assert shown(sheets) == [[(0, 100)], [(0, 20), (100, 180)], [(0, 20), (180, 200)]]
    assert sheets[1].slices == (Slice(0, 20, 0), Slice(100, 180, 20))


def test_every_line_is_on_one_sheet_whatever_holds_together() -> None:
    chance = random.Random(20261130)
    for _ in range(500):
        top, bands = 0.0, list[Band]()
        for _ in range(chance.randrange(1, 80)):
            height = chance.uniform(5, 30)
            bands.append(Band(top, top + height, Hold.LINE))
            if chance.random() < 0.3:
                end = top + chance.uniform(height, 200)
                bands.append(Band(top, end, chance.choice((Hold.NEIGHBOUR, Hold.BOX))))
            top += height + chance.choice((0.0, 0.0, 12.5))
        height = chance.uniform(60, 150)
        sheets = paginate(bands, (), height=height)
        for sheet in sheets:
            (part,) = sheet.slices
            assert part.bottom - part.top <= height + 0.1
        for band in bands:
            if band.hold is Hold.LINE:
                whole = [
                    s for sheet in sheets for s in sheet.slices if s.top <= band.top and band.bottom <= s.bottom + 0.1
                ]
                assert len(whole) == 1
