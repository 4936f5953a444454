"""The language of the window: which there are, and how another is put on.  English needs nothing of this."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from pmlapp.settings import ENGLISH


class InterfaceLanguage:
    """Loads the catalogues in ``folder``, named by the code of their language, and never two at once."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._application = application
        self._folder = folder
        self._loaded: QTranslator | None = None
        self.code = ENGLISH

    def use(self, code: str) -> bool:
        """Put a language on, or the same language without its region; False, and English, where there is neither."""
        self._let_go()
        for name in dict.fromkeys((code, code.split("-", maxsplit=1)[0])):
            translator = QTranslator(self._application)
            if name != ENGLISH and translator.load(str(self._folder / f"{name}.qm")):
                self._loaded, self.code = translator, name
                self._application.installTranslator(translator)
                self._application.setLayoutDirection(QLocale(translator.language()).textDirection())
                return True
        return code.split("-", maxsplit=1)[0] == ENGLISH

    def _let_go(self) -> None:
        if self._loaded is not None:
            self._application.removeTranslator(self._loaded)
            self._loaded.deleteLater()
            self._loaded = None
        self.code = ENGLISH
        self._application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def say_on_pages(english: str, count: int | None) -> str:
    """A phrase of `PageWords` in the language of the window."""
    return QCoreApplication.translate("PageWords", english, "", -1 if count is None else count)
