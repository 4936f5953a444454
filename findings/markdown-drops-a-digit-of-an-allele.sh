#!/usr/bin/env bash
# Python-Markdown: a digit of a star allele disappears where two stars close against another star.
#
# Package: Markdown 3.11.3 (PyPI), compared with markdown-it-py 4.0.0, a parser of CommonMark.
# Seen on 30 November 2026:
#   "The result *2**/*17 is common." is a diplotype with a stray pair of stars, as an editor leaves it after
#   taking half of the bold away.  Python-Markdown takes it for strong text within stressed text and drops the
#   character behind the last star: the reader sees "*2/7" and not "*17".  No error, no warning.
#   markdown-it-py shows every letter and digit of the same line.
# Whoever publishes names of genes with it compares the letters and digits before and after.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check 'Markdown==3.11.3' 'markdown-it-py==4.0.0'

"$folder/venv/bin/python" - <<'PYTHON' | tee "$folder/seen"
import html
import re
from importlib.metadata import version

import markdown
import markdown_it


def letters(text):
    return "".join(re.findall(r"\w", html.unescape(re.sub(r"<[^>]+>", "", text))))


for line in ("The result *2**/*17 is common.", "Diplotype *4**/*10 is slow.", "**CYP2D6**: *4**/*10**"):
    made = markdown.markdown(line)
    other = markdown_it.MarkdownIt().render(line)
    kept = ["keeps" if letters(each) == letters(line) else "loses" for each in (made, other)]
    print(f"{line} | Markdown {version('Markdown')} {kept[0]}: {letters(made)} | markdown-it-py {kept[1]}: {letters(other)}")
PYTHON

diff "$folder/seen" - <<'EXPECTED'
The result *2**/*17 is common. | Markdown 3.11.3 loses: Theresult27iscommon | markdown-it-py keeps: Theresult217iscommon
Diplotype *4**/*10 is slow. | Markdown 3.11.3 loses: Diplotype40isslow | markdown-it-py keeps: Diplotype410isslow
**CYP2D6**: *4**/*10** | Markdown 3.11.3 loses: CYP2D640 | markdown-it-py keeps: CYP2D6410
EXPECTED
echo "as seen on 30 November 2026"
