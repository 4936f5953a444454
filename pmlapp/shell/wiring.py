"""The wiring diagram: every connection between the parts of the program stands here."""

from pmlapp.shell.choices import Choices
from pmlapp.shell.reader import Reader
from pmlapp.shell.single_instance import SingleInstance
from pmlapp.shell.window import Window


def wire(window: Window, reader: Reader, choices: Choices, instance: SingleInstance | None) -> None:
    """Connect the window's signals to those who answer them."""
    parts = window.parts
    bar, home, pane = parts.top_bar, parts.home, parts.pane
    # Going about
    bar.home_asked.connect(reader.go_home)
    bar.back_asked.connect(reader.go_back)
    bar.forward_asked.connect(reader.go_forward)
    bar.words_asked.connect(reader.open_words)
    bar.topics_asked.connect(window.toggle_topics)
    bar.more_asked.connect(window.show_more)
    home.topic_asked.connect(reader.open_topic)
    home.article_asked.connect(reader.open)
    home.help_asked.connect(reader.open_urgent_help)
    parts.tree.article_asked.connect(reader.open)
    parts.outline.place_asked.connect(window.scroll_to)
    pane.link_followed.connect(reader.follow)
    pane.place_changed.connect(parts.outline.set_reading)
    parts.footer.about_asked.connect(reader.open_about)
    window.menus.forward_asked.connect(reader.go_forward)
    window.menus.words_asked.connect(reader.open_words)
    window.menus.about_asked.connect(reader.open_about)
    window.menus.keys_asked.connect(reader.open_keys)
    window.menus.place_asked.connect(window.scroll_to)
    window.note.action_chosen.connect(reader.act)
    window.note.closed.connect(window.focus_page)
    # Searching
    for box in (bar.search, home.panel.search):
        box.query_changed.connect(reader.search)
        box.choice_moved.connect(window.hits.move_choice)
        box.chosen.connect(window.hits.take)
        box.left.connect(window.leave)
    window.hits.hit_chosen.connect(reader.choose_hit)
    window.hits.all_asked.connect(reader.show_all_hits)
    reader.page_shown.connect(window.clear_search)
    # Comfort
    bar.larger_asked.connect(choices.larger)
    bar.smaller_asked.connect(choices.smaller)
    bar.colours_asked.connect(window.show_colours)
    pane.text_size_asked.connect(choices.step_text_size)
    window.menus.colours_asked.connect(window.show_colours)
    window.menus.theme_chosen.connect(choices.choose_theme)
    window.menus.remembering_chosen.connect(choices.remember_place)
    choices.look_changed.connect(window.set_look)
    choices.not_kept.connect(window.show_failure)
    # Keys
    answers = {
        "back": reader.go_back,
        "forward": reader.go_forward,
        "home": reader.go_home,
        "search": window.focus_search,
        "topics": window.toggle_topics,
        "larger": choices.larger,
        "smaller": choices.smaller,
        "usual_size": choices.usual_text_size,
        "colours": window.show_colours,
        "next_pane": window.next_pane,
        "previous_pane": window.previous_pane,
        "keys": reader.open_keys,
        "leave": window.leave,
        "quit": window.close,
    }
    for name, shortcuts in window.shortcuts.items():
        for shortcut in shortcuts:
            shortcut.activated.connect(answers[name])
    # A second start
    if instance is not None:
        instance.opened_again.connect(reader.opened_again)
        instance.opened_again.connect(window.come_forward)
