"""The numbers on paper: short enough to read out, and never mistaken for another."""

import itertools

import pytest

from pmlapp.library.leaflet_code import LeafletCode, WrongCode, card_code, in_groups, mark_of, read_code, sheet_code

SMALL, LARGE = 32, 901


@pytest.mark.parametrize(("last_page", "digits"), [(1, 8), (900, 8), (901, 10), (90_000, 10)])
def test_a_sheet_has_eight_digits_and_ten_in_a_library_of_more_than_900_pages(last_page: int, digits: int) -> None:
    for page in {1, last_page}:
        code = sheet_code(page, 7, last_page=last_page)
        assert len(code) == digits
        assert code[0] != "0"
        assert read_code(code, last_page=last_page) == LeafletCode(page, 7)


@pytest.mark.parametrize(("last_page", "digits"), [(900, 5), (901, 7)])
def test_a_card_has_five_digits_or_seven_and_names_a_page_alone(last_page: int, digits: int) -> None:
    code = card_code(last_page, last_page=last_page)
    assert len(code) == digits
    assert read_code(code, last_page=last_page) == LeafletCode(last_page, None)


def test_the_number_of_an_old_sheet_is_still_read_when_the_library_has_outgrown_it() -> None:
    assert read_code(sheet_code(12, 345, last_page=900), last_page=5000) == LeafletCode(12, 345)


def test_a_page_beyond_90000_has_no_number() -> None:
    assert sheet_code(90_001, 7, last_page=90_001) == card_code(90_001, last_page=90_001) == ""


def test_the_check_digits_are_those_of_iso_7064() -> None:
    # The example of ISO 7064 for MOD 97-10: the check characters of 794 are 44.
    assert card_code(794 - 99, last_page=900) == "79444"


@pytest.mark.parametrize("typed", ["4127 0397", "4127-0397", " 4127\u202f0397 ", "٤١٢٧ ٠٣٩٧", "４１２７０３９７"])
def test_groups_and_digits_of_other_scripts_make_no_difference(typed: str) -> None:
    plain = read_code("41270397", last_page=SMALL)
    assert plain is not None
    assert read_code(typed, last_page=SMALL) == plain


@pytest.mark.parametrize("typed", ["", "natalizumab", "4127 039", "A81.2", "2026", "1 2 3", "²²²²²²²²", "12345678901"])
def test_what_is_not_as_long_as_a_number_of_ours_is_none(typed: str) -> None:
    assert read_code(typed, last_page=SMALL) is None


def test_eight_digits_on_the_way_to_ten_are_not_called_wrong() -> None:
    whole = sheet_code(5000, 123, last_page=5000)
    said = [read_code(whole[:length], last_page=5000) for length in range(1, len(whole))]
    assert WrongCode() not in said


def test_each_wrong_digit_each_swap_and_each_misheard_teen_is_found() -> None:
    for page, mark in ((1, 0), (32, 999), (313, 130), (900, 414)):
        code = sheet_code(page, mark, last_page=SMALL)
        wrong = {code[:at] + digit + code[at + 1 :] for at, digit in itertools.product(range(8), "0123456789")}
        for first, second in itertools.combinations(range(8), 2):
            digits = list(code)
            digits[first], digits[second] = digits[second], digits[first]
            wrong.add("".join(digits))
        for at in range(7):  # "thirteen" heard as "thirty", and the other way round
            if code[at] == "1":
                wrong.add(f"{code[:at]}{code[at + 1]}0{code[at + 2 :]}")
            if code[at + 1] == "0":
                wrong.add(f"{code[:at]}1{code[at]}{code[at + 2 :]}")
        wrong.discard(code)
        for each in wrong:
            assert read_code(each, last_page=SMALL) == WrongCode(), each


def test_no_two_pages_and_texts_share_a_number() -> None:
    codes = [sheet_code(page, mark, last_page=SMALL) for page in range(1, 901, 37) for mark in range(0, 1000, 13)]
    assert len(set(codes)) == len(codes)


def test_numbers_are_printed_in_groups() -> None:
    assert in_groups("41270397") == "4127 0397"
    assert in_groups("1234567890") == "1234 5678 90"
    assert in_groups("13106") == "131 06"
    assert in_groups("1003297") == "1003 297"


def test_the_mark_differs_with_the_text_and_with_the_library() -> None:
    ours = mark_of("org.example.pml", "What causes PML?", "The JC virus.", "## How")
    assert ours == mark_of("org.example.pml", "What causes PML?", "The JC virus.", "## How")
    assert 0 <= ours < 1000
    others = {mark_of("org.example.other", "What causes PML?", "The JC virus.", f"## How {n}") for n in range(50)}
    assert len(others) > 40
