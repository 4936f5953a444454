"""The keys of the window are real, each means one thing, and each is told."""

from PySide6.QtGui import QKeySequence

from pmlapp.shell.keys import PAGE_KEYS, WINDOW_KEYS, window_keys


def test_every_key_is_one_that_keyboards_have() -> None:
    for key in WINDOW_KEYS:
        for name in key.keys:
            sequence = QKeySequence(name)
            assert sequence.count() == 1, name
            assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == name


def test_no_key_means_two_things() -> None:
    names = [name for key in WINDOW_KEYS for name in key.keys]
    assert len(names) == len(set(names))
    asked = [key.asks for key in WINDOW_KEYS]
    assert len(asked) == len(set(asked))


def test_the_list_names_each_key_once_in_words() -> None:
    listed = window_keys()
    assert len(listed) == len(WINDOW_KEYS) + len(PAGE_KEYS)
    assert len({does for _, does in listed}) == len(listed)
    assert all(does[0].isupper() and not does.endswith(".") for _, does in listed)
