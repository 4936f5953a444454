"""The letters of the on-screen keyboard, row by row, for each language."""

from types import MappingProxyType
from typing import Final

_DIGITS = "1234567890"

_LATIN = ("qwertyuiop", "asdfghjkl", "zxcvbnm’")

LAYOUTS: Final = MappingProxyType(
    {
        "en": (_DIGITS, *_LATIN),
        "es": (_DIGITS, "qwertyuiop", "asdfghjklñ", "zxcvbnm", "áéíóúü"),
        "pt": (_DIGITS, "qwertyuiop", "asdfghjklç", "zxcvbnm", "áâãàéêíóôõú"),
        "fr": (_DIGITS, "azertyuiop", "qsdfghjklm", "wxcvbn’", "éèêàâçîôùû"),
        "de": (_DIGITS, "qwertzuiopü", "asdfghjklöä", "yxcvbnmß"),
        "it": (_DIGITS, *_LATIN, "àèéìòù"),
        "nl": (_DIGITS, *_LATIN, "éëïóü"),
        "sv": (_DIGITS, "qwertyuiopå", "asdfghjklöä", "zxcvbnm"),
        "da": (_DIGITS, "qwertyuiopå", "asdfghjklæø", "zxcvbnm"),
        "pl": (_DIGITS, *_LATIN, "ąćęłńóśźż"),
        "tr": (_DIGITS, "qwertyuıopğü", "asdfghjklşi", "zxcvbnmöç"),
        "ru": (_DIGITS, "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбюё"),
        "uk": (_DIGITS, "йцукенгшщзхї", "фівапролджє", "ячсмитьбюґ"),
        "el": (_DIGITS, "ςερτυθιοπ", "ασδφγηξκλ", "ζχψωβνμ", "άέήίόύώ"),
        "ar": ("١٢٣٤٥٦٧٨٩٠", "ضصثقفغعهخحجد", "شسيبلاتنمكطذ", "ئءؤرىةوزظأإ"),
        "he": (_DIGITS, "קראטוןםפ", "שדגכעיחלךף", "זסבהנמצתץ"),
    }
)
"""By the code of the language; the first row is digits.  A language that is not here gets the letters of English."""


def layout_of(language: str) -> tuple[str, ...]:
    """The rows of a language, whatever its region."""
    return LAYOUTS.get(language.split("-", maxsplit=1)[0], LAYOUTS["en"])
