"""Who answers each command of the window, by its name."""

from collections.abc import Callable

from pmlapp.shell.choices import Choices
from pmlapp.shell.reader import Reader
from pmlapp.shell.window import Window


def answers(window: Window, reader: Reader, choices: Choices) -> dict[str, Callable[[], object]]:
    """Who answers each command: asked for by a button of the bar, an entry of its menu, or a key."""

    # What is taken along is made when it is first asked for.
    def my_questions() -> None:
        window.take_along.toggle_panel()

    def take_home() -> None:
        window.take_along.show_code_of_page()

    def kept() -> None:
        window.take_along.show_kept()

    def print_page() -> None:
        window.paper.printing.ask(may_save=reader.may_copy)

    def make_handout() -> None:
        window.paper.handouts.toggle()

    return {
        "back": reader.go_back,
        "forward": reader.go_forward,
        "home": reader.go_home,
        "search": window.focus_search,
        "find": window.find_words,
        "find_next": window.find_next,
        "find_before": window.find_before,
        "topics": window.focus_order.toggle_topics,
        "larger": choices.larger,
        "smaller": choices.smaller,
        "usual_size": choices.usual_text_size,
        "reading": window.reading.toggle,
        "listen": window.read_aloud.toggle,
        "web": reader.open_in_browser,
        "line_guide": choices.toggle_line_guide,
        "words": reader.open_words,
        "about": reader.open_about,
        "questions": my_questions,
        "take_home": take_home,
        "kept": kept,
        "print": print_page,
        "handout": make_handout,
        "more": window.show_more,
        "next_pane": window.focus_order.next_pane,
        "previous_pane": window.focus_order.previous_pane,
        "keys": reader.open_keys,
        "leave": window.focus_order.leave,
        "quit": window.close,
    }
