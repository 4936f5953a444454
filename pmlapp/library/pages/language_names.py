"""The name of each language in itself, as its speakers look for it."""

from types import MappingProxyType
from typing import Final

_NAMES: Final = MappingProxyType(
    {
        "ar": "العربية",
        "bn": "বাংলা",
        "cs": "Čeština",
        "da": "Dansk",
        "de": "Deutsch",
        "el": "Ελληνικά",
        "en": "English",
        "es": "Español",
        "fa": "فارسی",
        "fi": "Suomi",
        "fr": "Français",
        "he": "עברית",
        "hi": "हिन्दी",
        "hu": "Magyar",
        "it": "Italiano",
        "ja": "日本語",
        "ko": "한국어",
        "nl": "Nederlands",
        "no": "Norsk",
        "pl": "Polski",
        "pt": "Português",
        "ro": "Română",
        "ru": "Русский",
        "sv": "Svenska",
        "th": "ไทย",
        "tr": "Türkçe",
        "uk": "Українська",
        "ur": "اردو",
        "vi": "Tiếng Việt",
        "zh": "中文",
    }
)


def name_of(language: str) -> str:
    """A language's own name; its code where that is not known here."""
    return _NAMES.get(language.split("-", maxsplit=1)[0], language)
