"""A library is read in its own language, and says so when another is asked for."""

from io import StringIO
from pathlib import Path

import pytest

from pmlapp.errors import LanguageNotFoundError
from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.text_output import print_page


def test_another_language_is_refused_with_the_one_that_there_is(bundled_library: Path) -> None:
    with pytest.raises(LanguageNotFoundError, match="no pages in the language “ar”") as refused:
        print_page(Arguments(text=True, language="ar"), SiteSettings(), bundled_library, StringIO())
    assert "“en”" in refused.value.what_to_do
    assert refused.value.exit_code == 66


@pytest.mark.parametrize("language", [None, "en", "en-GB"])
def test_the_language_of_the_library_is_taken_in_any_country(language: str | None, bundled_library: Path) -> None:
    out = StringIO()
    print_page(Arguments(text=True, language=language), SiteSettings(), bundled_library, out)
    assert "About PML" in out.getvalue()
